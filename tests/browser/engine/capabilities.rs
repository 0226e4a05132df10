//! How each browser is set up for a test: on its own, without a face, with folders of the test.

use std::{fs, path::Path};

use serde_json::{Map, Value, json};
use thirtyfour::Capabilities;

use super::Engine;
use crate::folder::Folder;

/// What the driver is asked for.
pub(super) fn capabilities(engine: Engine, browser: &Path, folder: &Folder) -> Capabilities {
    let (name, options) = match engine {
        Engine::Chromium => ("goog:chromeOptions", chromium(browser, folder)),
        Engine::Firefox => ("moz:firefoxOptions", firefox(browser, folder)),
        Engine::WebKit => ("webkitgtk:browserOptions", json!({ "binary": browser, "args": ["--automation"] })),
    };
    let mut wanted = Map::new();
    wanted.insert(name.into(), options);
    if engine == Engine::Chromium {
        wanted.insert("browserName".into(), json!("chrome"));
        wanted.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL", "performance": "ALL" }));
    }
    Capabilities::from(wanted)
}

fn chromium(browser: &Path, folder: &Folder) -> Value {
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
    ];
    let downloads = folder.below("downloads");
    let settings = json!({ "download.default_directory": downloads, "download.prompt_for_download": false });
    json!({ "binary": browser, "args": arguments, "prefs": settings })
}

fn firefox(browser: &Path, folder: &Folder) -> Value {
    let settings = json!({
        "browser.download.folderList": 2,
        "browser.download.dir": folder.below("downloads"),
        "browser.download.alwaysOpenPanel": false,
        "browser.helperApps.neverAsk.saveToDisk":
            "application/json,text/csv,text/markdown,text/calendar,application/ld+json",
        "intl.accept_languages": "en-GB, en",
    });
    // The driver makes a profile of its own in the system's temporary folder, which is that of the test.
    json!({ "binary": browser, "args": ["-headless"], "prefs": settings })
}

impl Engine {
    /// What the driver and its browser find in their environment, beside what is there.
    pub(super) fn environment(self, folder: &Folder) -> Vec<(&'static str, String)> {
        let below = |name: &str| folder.below(name).display().to_string();
        match self {
            Self::Chromium => Vec::new(),
            Self::Firefox => vec![("TMPDIR", below("profile"))],
            Self::WebKit => {
                // The folder for downloads is that of the desktop, which stands in a file.
                let place = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", below("downloads"));
                let settings = folder.below("profile").join("user-dirs.dirs");
                fs::write(settings, place).expect("the test's own folder can be written to");
                let mut found: Vec<_> =
                    ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"]
                        .map(|name| (name, below("profile")))
                        .into();
                found.push(("GDK_BACKEND", "x11".to_owned()));
                found.push(("NO_AT_BRIDGE", "1".to_owned()));
                found
            }
        }
    }
}
