//! The commands that the WebDriver library has no name for.

use serde_json::{Value, json};
use thirtyfour::{
    RequestData, SessionId, WebDriver,
    common::command::{Command, FormatRequestData},
    error::WebDriverResult,
};

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

/// Runs a script in Firefox itself, which knows its settings and its console, instead of the page.
pub(crate) async fn in_firefox(driver: &WebDriver, script: &str, arguments: Vec<Value>) -> WebDriverResult<Value> {
    post(driver, "moz/context", json!({ "context": "chrome" })).await?;
    let answer = post(driver, "execute/sync", json!({ "script": script, "args": arguments })).await;
    post(driver, "moz/context", json!({ "context": "content" })).await?;
    answer
}
