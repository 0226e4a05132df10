//! What the browser noted while the page ran: its console, and the requests it made.
//!
//! - Chromium's driver tells the whole of both.
//! - The other two drivers tell nothing of either. There, a script in the page (`ear.js`) tells the site what it hears:
//!   warnings and errors that the page writes to the console, errors that nobody caught, files that do not come, refusals
//!   of the Content-Security-Policy, and requests to other origins. A request that no page can see stays unseen.
//! - Firefox can be asked for what it remarks about the page itself, such as a file that was loaded for nothing. WebKit
//!   cannot.

use std::{cell::RefCell, sync::Arc};

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::{
    browser::{in_firefox, post},
    engine::Engine,
    site::{Site, Talk},
};

/// Schemes whose addresses never leave the browser.
const INSIDE: [&str; 6] = ["blob:", "data:", "about:", "chrome:", "chrome-untrusted:", "devtools:"];

/// The page as it was kept by its service worker would not have a script to be run first.
const NO_WORKER: &str = "delete Navigator.prototype.serviceWorker;\n";

/// What hears for a driver that tells nothing.
const EAR: &str = include_str!("ear.js");

/// Gives what Firefox has on its console about pages of this origin, and clears it. It remarks, too, on the way in which
/// the ear tells things, and on a page that is left in the middle of something: that is the test's doing. And on what it
/// is too old for: trusted types came with Firefox 148.
const FIREFOX_CONSOLE: &str = "const [origin] = arguments;
    const others = /^(Synchronous XMLHttpRequest|Script terminated by timeout)|unknown directive .(require-)?trusted-types/;
    const messages = Services.console.getMessageArray()
        .filter(message => message instanceof Ci.nsIScriptError && message.sourceName.startsWith(origin))
        .filter(({ errorMessage }) => !others.test(errorMessage));
    Services.console.reset();
    return messages.map(({ flags, errorMessage }) => `${flags & 8 ? 'INFO' : flags & 1 ? 'WARNING' : 'SEVERE'}: ${errorMessage}`)";

/// How the ear begins what it tells of a request.
const REQUEST: &str = "REQUEST: ";

/// An entry of the driver's logs.
#[derive(Clone, Debug, Deserialize)]
struct Entry {
    level: String,
    message: String,
}

/// Everything noted so far. Who tells it forgets what was told, so it is kept here.
pub(crate) struct Diary {
    engine: Engine,
    talk: Arc<Talk>,
    origin: String,
    console: RefCell<Vec<String>>,
    requests: RefCell<Vec<String>>,
    expected: RefCell<Vec<String>>,
}

impl Diary {
    /// An empty one, of a browser that opens pages of the site.
    pub(crate) fn new(engine: Engine, site: &Site) -> Self {
        let (console, requests, expected) = Default::default();
        let diary = Self { engine, talk: site.talk(), origin: site.origin(), console, requests, expected };
        diary.run_first("");
        diary
    }

    /// From now on, a page that is loaded runs this script before its own.
    pub(crate) fn run_first(&self, script: &str) {
        let ear = if self.engine == Engine::Chromium { "" } else { EAR };
        self.talk.run_first(&format!("{NO_WORKER}{ear}{script}"));
    }

    /// Says that this test expects console entries and requests with these words.
    pub(crate) fn expect(&self, words: &str) {
        self.expected.borrow_mut().push(words.to_owned());
    }

    /// Takes over what was noted since.
    pub(crate) async fn read(&self, driver: &WebDriver) {
        if self.engine == Engine::Chromium {
            let lines = log(driver, "browser").await;
            self.console.borrow_mut().extend(lines.iter().map(|entry| format!("{}: {}", entry.level, entry.message)));
            let events = log(driver, "performance").await;
            self.requests.borrow_mut().extend(events.iter().filter_map(|entry| requested(&entry.message)));
        }
        if self.engine == Engine::Firefox {
            let lines = in_firefox(driver, FIREFOX_CONSOLE, vec![json!(self.origin)]).await;
            let lines: Result<Vec<String>, _> = serde_json::from_value(lines.expect("Firefox tells its console"));
            self.console.borrow_mut().extend(lines.expect("the console is a list of lines"));
        }
        for told in self.talk.take_told() {
            match told.strip_prefix(REQUEST) {
                Some(address) => self.requests.borrow_mut().push(address.to_owned()),
                None => self.console.borrow_mut().push(told),
            }
        }
    }

    /// The console, line by line.
    pub(crate) fn console(&self) -> Vec<String> {
        self.console.borrow().clone()
    }

    /// Warnings and errors on the console that nobody expected.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let is_bad = |line: &String| line.starts_with("SEVERE") || line.starts_with("WARNING");
        self.console().into_iter().filter(|line| is_bad(line) && !self.is_expected(line)).collect()
    }

    /// Addresses of other origins that were asked for, though nobody expected it.
    pub(crate) fn strangers(&self) -> Vec<String> {
        let is_own = |url: &str| url.strip_prefix(&self.origin).is_some_and(|rest| rest.starts_with('/'));
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
