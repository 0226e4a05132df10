//! The page as one person sees it: opening it, waiting for it, reading what it says.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    fmt::Display,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{WebDriver, WindowHandle};

use crate::{
    browser::{devtools, in_firefox},
    diary::Diary,
    engine::{Driver, Engine},
    folder::Folder,
    site::{Site, Talk},
};

/// How long something may take before a person would give up.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long between two looks.
const GLANCE: Duration = Duration::from_millis(25);

/// A browser with the page in it.
pub(crate) struct Page {
    pub(crate) engine: Engine,
    pub(crate) driver: WebDriver,
    pub(crate) diary: Diary,
    pub(crate) downloads: PathBuf,
    pub(crate) uploads: PathBuf,
    pub(crate) talk: Arc<Talk>,
    address: RefCell<String>,
}

impl Page {
    /// Opens a browser for the page of `site`.
    pub(crate) async fn new(driver: &Driver, site: &Site, folder: &Folder) -> Self {
        Self {
            engine: driver.engine(),
            driver: driver.open(folder).await,
            diary: Diary::new(driver.engine(), site),
            downloads: folder.below("downloads"),
            uploads: folder.below("uploads"),
            talk: site.talk(),
            address: RefCell::new(site.page()),
        }
    }

    /// Closes the browser.
    pub(crate) async fn close(self) {
        if let Err(error) = self.driver.quit().await {
            eprintln!("the browser did not close: {error}");
        }
    }

    /// From now on, the page is opened at another address.
    pub(crate) fn moves_to(&self, address: String) {
        self.address.replace(address);
    }

    /// Goes to the start page in a language, or in the browser's own (`""`).
    pub(crate) async fn open(&self, lang: &str) {
        let question = if lang.is_empty() { String::new() } else { format!("?lang={lang}") };
        let address = format!("{}{question}", self.address.borrow());
        // An address that differs by its fragment alone would not be loaded anew.
        self.driver.goto("about:blank").await.expect("the browser leaves the page");
        self.driver.goto(address).await.expect("the browser opens the page");
        self.wait_until("the start page shows its textbox", async || {
            self.query::<bool>("return !!document.querySelector('textarea')").await.filter(|there| *there)
        })
        .await;
    }

    /// Goes to another tab.
    pub(crate) async fn go_to(&self, tab: &WindowHandle) {
        self.driver.switch_to_window(tab.clone()).await.expect("a tab can be gone to");
    }

    /// Opens another tab, and stays in this one. Gives this one and the other.
    pub(crate) async fn open_tab(&self) -> (WindowHandle, WindowHandle) {
        let here = self.driver.window().await.expect("the page is in a window");
        // WebKit's driver goes to a tab without bringing it to the front, and what is behind is not drawn.
        let another = match self.engine {
            Engine::WebKit => self.driver.new_window().await,
            _ => self.driver.new_tab().await,
        };
        (here, another.expect("another tab opens"))
    }

    /// Loads the page again, as the browser's own button does.
    pub(crate) async fn reload(&self) {
        self.driver.refresh().await.expect("the browser loads the page again");
    }

    /// Waits until `condition` gives something, and fails in words when it does not.
    pub(crate) async fn wait_until<T>(&self, what: impl Display, condition: impl AsyncFn() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = condition().await {
                return found;
            }
            assert!(begun.elapsed() < PATIENCE, "waited in vain until {what}\n{}", self.words().await);
            thread::sleep(GLANCE);
        }
    }

    /// Runs a script in the page that must work.
    pub(crate) async fn ask<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let answer = self.driver.execute(script, arguments).await;
        let answer = answer.unwrap_or_else(|error| panic!("the page cannot be asked `{script}`: {error}"));
        answer.convert().unwrap_or_else(|error| panic!("the page answers `{script}` in another way: {error}"))
    }

    /// Runs a script in the page that may come too early.
    pub(crate) async fn query<T: DeserializeOwned>(&self, script: &str) -> Option<T> {
        self.driver.execute(script, Vec::new()).await.ok()?.convert().ok()
    }

    /// Has the browser do something that only its own protocol knows.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) {
        self.devtools_answer(command, parameters).await;
    }

    /// Has the browser do something that only its own protocol knows, and gives what it answers.
    pub(crate) async fn devtools_answer(&self, command: &str, parameters: Value) -> Value {
        let answer = devtools(&self.driver, command, parameters).await;
        answer.unwrap_or_else(|error| panic!("the browser does not do {command}: {error}"))
    }

    /// What the status region says.
    pub(crate) async fn status(&self) -> String {
        let script = "return [...document.querySelectorAll('[role=status], output')].map(e => e.textContent).join(' ')";
        self.ask(script, Vec::new()).await
    }

    /// Waits until the status region says something that begins like this.
    pub(crate) async fn wait_for_status(&self, words: &str) {
        self.wait_until(format!("the status says “{words}”"), async || {
            self.status().await.trim().starts_with(words).then_some(())
        })
        .await;
    }

    /// Waits until the page says these words where a person is told something: as an alert or as a status.
    pub(crate) async fn wait_to_be_told(&self, words: &str) {
        self.wait_to_be_told_one_of(&[words]).await;
    }

    /// Waits until the page says one of these, and gives which.
    pub(crate) async fn wait_to_be_told_one_of<'a>(&self, any_of: &[&'a str]) -> &'a str {
        let script = "return [...document.querySelectorAll('[role=alert], [role=status], output')]
            .filter(e => e.checkVisibility()).map(e => e.innerText).join('\\n')";
        self.wait_until(format!("a person is told “{}”", any_of.join("” or “")), async || {
            let told = self.query::<String>(script).await?;
            any_of.iter().find(|words| told.contains(**words)).copied()
        })
        .await
    }

    /// Whether the page says these words anywhere.
    pub(crate) async fn says(&self, words: &str) -> bool {
        self.query::<String>("return document.body.innerText").await.is_some_and(|text| text.contains(words))
    }

    /// Everything the page keeps in the browser.
    pub(crate) async fn storage(&self) -> BTreeMap<String, String> {
        self.ask("return Object.fromEntries(Object.entries(localStorage))", Vec::new()).await
    }

    /// The transcripts that the start page lists, as they read.
    pub(crate) async fn transcripts(&self) -> Vec<String> {
        self.ask("return [...document.querySelectorAll('a[href*=\"#/t/\"]')].map(e => e.innerText)", Vec::new()).await
    }

    /// Fails if the console has a warning or an error, or a request left for another origin.
    pub(crate) async fn assert_quiet(&self) {
        self.diary.read(&self.driver).await;
        let complaints = self.diary.complaints();
        assert!(complaints.is_empty(), "the console complains:\n{}", complaints.join("\n"));
        let strangers = self.diary.strangers();
        assert!(strangers.is_empty(), "requests left for another origin:\n{}", strangers.join("\n"));
    }

    /// A picture of the window.
    pub(crate) async fn picture(&self, path: &Path) {
        let taken = self.driver.screenshot(path).await;
        taken.unwrap_or_else(|error| panic!("no picture at {}: {error}", path.display()));
    }

    /// The page in words, and as a picture, for a test that failed.
    pub(crate) async fn describe(&self, picture: &Path) -> String {
        let words = self.words().await;
        match self.driver.screenshot(picture).await {
            Ok(()) => format!("{words}\npicture: {}", picture.display()),
            Err(error) => format!("{words}\nno picture: {error}"),
        }
    }

    /// The page in words: where, what it says, what the console says.
    async fn words(&self) -> String {
        let address = self.driver.current_url().await.map(|url| url.to_string()).unwrap_or_default();
        let text = self.query::<String>("return document.body.innerText").await.unwrap_or_default();
        let excerpt: String = text.chars().take(600).collect();
        self.diary.read(&self.driver).await;
        let console = self.diary.console();
        let downloads = fs::read_dir(&self.downloads).into_iter().flatten().flatten();
        let downloads: Vec<String> = downloads.map(|file| file.file_name().display().to_string()).collect();
        let console = console.join("\n    ");
        format!("address: {address}\nit says: {excerpt}\nconsole: {console}\ndownloads: {}", downloads.join(", "))
    }

    /// Gives the browser another set of preferred languages.
    pub(crate) async fn speak(&self, languages: &str) {
        match self.engine {
            Engine::Chromium => {
                let agent: String = self.ask("return navigator.userAgent", Vec::new()).await;
                let wanted = json!({ "userAgent": agent, "acceptLanguage": languages });
                self.devtools("Emulation.setUserAgentOverride", wanted).await;
            }
            Engine::Firefox => self.set_in_firefox("intl.accept_languages", json!(languages)).await,
            // It takes them from the system, which can only have languages that are installed.
            Engine::WebKit => {
                let told = json!(languages.split(',').collect::<Vec<_>>());
                self.diary
                    .run_first(&format!("Object.defineProperty(navigator, 'languages', {{ get: () => {told} }});"));
            }
        }
    }

    /// Changes a setting of a running Firefox, as its page `about:config` does.
    pub(crate) async fn set_in_firefox(&self, name: &str, value: Value) {
        let script = "const [name, value] = arguments;
            if (typeof value === 'number') Services.prefs.setIntPref(name, value);
            else Services.prefs.setStringPref(name, value);";
        let done = in_firefox(&self.driver, script, vec![json!(name), value]).await;
        done.unwrap_or_else(|error| panic!("Firefox does not take {name}: {error}"));
    }
}
