//! The machine and the browser of the run, by name.

use std::{fs, thread};

use jiff::Timestamp;
use serde_json::json;

use crate::page::Page;

/// One line: the day, the processor, the system, the browser.
pub(crate) async fn describe(page: &Page) -> String {
    let version = page.devtools_answer("Browser.getVersion", json!({})).await;
    let browser = version["product"].as_str().unwrap_or("a browser without a name").replace('/', " ");
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let processor = value("/proc/cpuinfo", "model name", ':').unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let memory = value("/proc/meminfo", "MemTotal", ':').unwrap_or_else(|| "unknown".to_owned());
    let system = value("/etc/os-release", "PRETTY_NAME", '=').unwrap_or_else(|| std::env::consts::OS.to_owned());
    let day = Timestamp::now().strftime("%Y-%m-%d");
    format!("{day}, {processor}, {cores} cores, {memory} memory, {system}, {browser}")
}

/// The value of a line `name: value` of a file that tells about this machine, if there is such a file.
fn value(path: &str, name: &str, sign: char) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let mut lines = text.lines().filter_map(|line| line.split_once(sign));
    let (_, value) = lines.find(|(found, _)| found.trim() == name)?;
    Some(value.trim().trim_matches('"').to_owned())
}
