//! The browsers that the journeys are done in, one for each engine: which programs they need, and whether they are here.

mod capabilities;
mod driver;
mod processes;

use std::{
    env, fmt,
    path::{Path, PathBuf},
};

pub(crate) use driver::Driver;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium or Chrome, with its own protocol behind the driver.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKit, in the small browser that `WebKitGTK` brings along.
    WebKit,
}

/// The programs of an engine, found on this machine.
pub(crate) struct Programs {
    driver: PathBuf,
    browser: PathBuf,
    /// The screen without glass that a browser needs which cannot do without a screen.
    screen: Option<PathBuf>,
}

/// Where `WebKitGTK` keeps its browser, below `/usr/libexec` or below a folder of `/usr/lib`.
const MINI_BROWSERS: [&str; 3] =
    ["webkit2gtk-4.1/MiniBrowser", "webkit2gtk-4.0/MiniBrowser", "webkitgtk-6.0/MiniBrowser"];

impl Engine {
    /// The programs, or the sentence that says which one is missing.
    pub(crate) fn programs(self) -> Result<Programs, String> {
        let found = match self {
            Self::Chromium => {
                let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
                let mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
                let browser = program("CHROMIUM", &names).or_else(|missing| there(PathBuf::from(mac)).ok_or(missing));
                program("CHROMEDRIVER", &["chromedriver"]).and_then(|driver| Ok((driver, browser?, None)))
            }
            Self::Firefox => program("GECKODRIVER", &["geckodriver"])
                .and_then(|driver| Ok((driver, program("FIREFOX", &["firefox", "firefox-esr"])?, None))),
            Self::WebKit => program("WEBKITWEBDRIVER", &["WebKitWebDriver"]).and_then(|driver| {
                let browser =
                    program("MINIBROWSER", &["MiniBrowser"]).or_else(|missing| mini_browser().ok_or(missing))?;
                Ok((driver, browser, Some(program("XVFB", &["Xvfb"])?)))
            }),
        };
        let (driver, browser, screen) = found.map_err(|missing| format!("{self} is not installed (no {missing})"))?;
        Ok(Programs { driver, browser, screen })
    }

    /// Whether a test is to fail where the engine is missing. `GRIFFIER_ENGINES` names those that must be here.
    pub(crate) fn is_required(self) -> bool {
        let required = env::var("GRIFFIER_ENGINES").unwrap_or_else(|_| "chromium".to_owned());
        required.split_whitespace().any(|name| name.eq_ignore_ascii_case(&self.to_string()))
    }

    /// How one comes by it.
    pub(crate) fn advice(self) -> &'static str {
        match self {
            Self::Chromium => {
                "install the packages chromium and chromium-driver, or name them in CHROMIUM and CHROMEDRIVER"
            }
            Self::Firefox => {
                "install Firefox and its driver (`cargo install geckodriver`), or name them in FIREFOX and GECKODRIVER"
            }
            Self::WebKit => {
                "install the packages webkit2gtk-driver and xvfb, or name the programs in WEBKITWEBDRIVER, MINIBROWSER and XVFB"
            }
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, out)
    }
}

/// The program that the variable names, or else the first of these names on the `PATH`; or the name of what is missing.
fn program(variable: &str, names: &[&str]) -> Result<PathBuf, String> {
    if let Some(named) = env::var_os(variable) {
        return Ok(named.into());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let mut places = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.find_map(there).ok_or_else(|| names[0].to_owned())
}

fn mini_browser() -> Option<PathBuf> {
    let libraries = Path::new("/usr/lib").read_dir().into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let folders: Vec<PathBuf> = libraries.chain([PathBuf::from("/usr/libexec")]).collect();
    MINI_BROWSERS.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find_map(there)
}

fn there(program: PathBuf) -> Option<PathBuf> {
    program.is_file().then_some(program)
}
