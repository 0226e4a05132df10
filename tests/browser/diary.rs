//! What the browser noted while the page ran: its console, and the requests it made.

use std::cell::RefCell;

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::browser::post;

/// Schemes whose addresses never leave the browser.
const INSIDE: [&str; 6] = ["blob:", "data:", "about:", "chrome:", "chrome-untrusted:", "devtools:"];

/// An entry of the driver's logs.
#[derive(Clone, Debug, Deserialize)]
struct Entry {
    level: String,
    message: String,
}

/// Everything noted so far. The driver forgets what it has told, so it is kept here.
#[derive(Default)]
pub(crate) struct Diary {
    console: RefCell<Vec<Entry>>,
    requests: RefCell<Vec<String>>,
    expected: RefCell<Vec<String>>,
}

impl Diary {
    /// Says that this test expects console entries and requests with these words.
    pub(crate) fn expect(&self, words: &str) {
        self.expected.borrow_mut().push(words.to_owned());
    }

    /// Takes over what the driver has noted since.
    pub(crate) async fn read(&self, driver: &WebDriver) {
        let lines = log(driver, "browser").await;
        self.console.borrow_mut().extend(lines);
        let events = log(driver, "performance").await;
        self.requests.borrow_mut().extend(events.iter().filter_map(|entry| requested(&entry.message)));
    }

    /// The console, line by line.
    pub(crate) fn console(&self) -> Vec<String> {
        self.console.borrow().iter().map(|entry| format!("{}: {}", entry.level, entry.message)).collect()
    }

    /// Warnings and errors on the console that nobody expected.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let is_bad = |line: &String| line.starts_with("SEVERE") || line.starts_with("WARNING");
        self.console().into_iter().filter(|line| is_bad(line) && !self.is_expected(line)).collect()
    }

    /// Addresses outside `origin` that were asked for, though nobody expected it.
    pub(crate) fn strangers(&self, origin: &str) -> Vec<String> {
        let is_own = |url: &str| url.strip_prefix(origin).is_some_and(|rest| rest.starts_with('/'));
        let is_inside = |url: &str| INSIDE.iter().any(|scheme| url.starts_with(scheme));
        let requests = self.requests.borrow();
        requests.iter().filter(|url| !is_own(url) && !is_inside(url) && !self.is_expected(url)).cloned().collect()
    }

    fn is_expected(&self, text: &str) -> bool {
        self.expected.borrow().iter().any(|words| text.contains(words.as_str()))
    }
}

async fn log(driver: &WebDriver, kind: &str) -> Vec<Entry> {
    let entries = post(driver, "se/log", json!({ "type": kind })).await.expect("the driver tells its log");
    serde_json::from_value(entries).expect("the driver's log is a list of entries")
}

/// The address, if the event tells of a request.
fn requested(event: &str) -> Option<String> {
    let event: Value = serde_json::from_str(event).ok()?;
    let message = &event["message"];
    let is_request = message["method"] == "Network.requestWillBeSent";
    is_request.then(|| message["params"]["request"]["url"].as_str().map(str::to_owned))?
}
