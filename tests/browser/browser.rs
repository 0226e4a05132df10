//! Chromium and its driver: finding them, starting them, and the commands that the WebDriver library has no name for.

use std::{
    env,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command as Process, Stdio},
    time::Duration,
};

use serde_json::{Map, Value, json};
use thirtyfour::{
    Capabilities, RequestData, SessionId, WebDriver,
    common::command::{Command, FormatRequestData},
    error::WebDriverResult,
};

use crate::folder::Folder;

/// The window of every browser, in CSS pixels.
const WINDOW: &str = "1440,900";

/// How long the driver may take for one command: a benchmark has it wait for minutes of work.
const PATIENCE: Duration = Duration::from_hours(1);

/// A running chromedriver. It ends when it is dropped.
pub(crate) struct Chromedriver {
    process: Child,
    url: String,
    /// Kept open: a driver whose output nobody takes would end.
    _output: BufReader<ChildStdout>,
}

impl Chromedriver {
    /// Starts it on a port of its own choice.
    pub(crate) fn start() -> Self {
        let program = env::var_os("CHROMEDRIVER").map_or_else(|| PathBuf::from("chromedriver"), PathBuf::from);
        let started = Process::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut process = started.unwrap_or_else(|error| {
            panic!("{} does not start ({error}); install it, or name it in CHROMEDRIVER", program.display())
        });
        let mut output = BufReader::new(process.stdout.take().expect("the driver's output is piped"));
        let Some(port) = port(&mut output) else {
            let _ = process.kill();
            let _ = process.wait();
            panic!("{} ended without naming its port", program.display());
        };
        Self { process, url: format!("http://127.0.0.1:{port}"), _output: output }
    }

    /// Opens a browser that keeps its files in `folder`.
    pub(crate) async fn open(&self, folder: &Folder) -> WebDriver {
        let driver = WebDriver::builder(&self.url, capabilities(folder)).request_timeout(PATIENCE).connect().await;
        driver.expect("the driver opens a browser")
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port, from the line `ChromeDriver was started successfully on port 12345.`
fn port(output: &mut BufReader<ChildStdout>) -> Option<u16> {
    let mut lines = output.lines().map_while(Result::ok);
    let line = lines.find(|line| line.contains("started successfully"))?;
    line.trim_end_matches('.').rsplit(' ').next()?.parse().ok()
}

fn capabilities(folder: &Folder) -> Capabilities {
    let arguments = [
        "--headless=new".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        format!("--user-data-dir={}", folder.below("profile").display()),
        format!("--window-size={WINDOW}"),
    ];
    let downloads = folder.below("downloads");
    let mut wanted = Map::new();
    wanted.insert("browserName".into(), json!("chrome"));
    wanted.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL", "performance": "ALL" }));
    let options = json!({
        "binary": chromium(),
        "args": arguments,
        "prefs": { "download.default_directory": downloads, "download.prompt_for_download": false },
    });
    wanted.insert("goog:chromeOptions".into(), options);
    Capabilities::from(wanted)
}

fn chromium() -> PathBuf {
    if let Some(program) = env::var_os("CHROMIUM") {
        return program.into();
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let programs = ["chromium", "chromium-browser", "google-chrome"];
    let found = programs.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    found.into_iter().find(|program| is_program(program)).unwrap_or_else(|| {
        panic!("none of {} is on the PATH; install Chromium, or name it in CHROMIUM", programs.join(", "))
    })
}

fn is_program(path: &Path) -> bool {
    path.is_file()
}

/// A command of the session that the library has no name for: its path behind the session, and what is posted.
#[derive(Debug)]
struct Raw {
    path: String,
    posted: Option<Value>,
}

impl FormatRequestData for Raw {
    fn format_request(&self, session: &SessionId) -> RequestData {
        // Two commands of the library lend their methods, POST and GET.
        let like = if self.posted.is_some() { Command::Refresh } else { Command::GetCurrentUrl };
        let mut request = like.format_request(session);
        request.uri = format!("session/{session}/{}", self.path).into();
        request.body.clone_from(&self.posted);
        request
    }
}

/// Asks the driver for something.
pub(crate) async fn get(driver: &WebDriver, path: String) -> WebDriverResult<Value> {
    driver.cmd(Raw { path, posted: None }).await?.value_json()
}

/// Has the driver do something.
pub(crate) async fn post(driver: &WebDriver, path: &str, posted: Value) -> WebDriverResult<Value> {
    driver.cmd(Raw { path: path.to_owned(), posted: Some(posted) }).await?.value_json()
}

/// Has the browser do something that only its own protocol knows.
pub(crate) async fn devtools(driver: &WebDriver, command: &str, parameters: Value) -> WebDriverResult<Value> {
    post(driver, "goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
}
