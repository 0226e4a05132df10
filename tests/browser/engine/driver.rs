//! A driver: the program that stands between the test and the browser.

use std::{
    io::{BufRead as _, BufReader},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use thirtyfour::WebDriver;

use super::{Engine, Programs, capabilities::capabilities, processes::Tree};
use crate::folder::Folder;

/// The window of every browser, in CSS pixels.
const WINDOW: (u32, u32) = (1440, 900);

/// How long the driver may take for one command: a benchmark has it wait for minutes of work.
const PATIENCE: Duration = Duration::from_hours(1);

/// How long a program may take to start.
const START: Duration = Duration::from_mins(1);

/// How long between two looks.
const GLANCE: Duration = Duration::from_millis(10);

/// How often another port is tried, where somebody else took the one that was free.
const PORTS: usize = 5;

/// A running driver. It ends when it is dropped, with its browser and its screen.
pub(crate) struct Driver {
    engine: Engine,
    programs: Programs,
    url: String,
    // In this order: the browser before the screen it is on.
    _process: Tree,
    _screen: Option<Tree>,
}

impl Driver {
    /// Starts the engine's driver for browsers that keep their files in `folder`.
    pub(crate) fn start(engine: Engine, programs: Programs, folder: &Folder) -> Self {
        let screen = programs.screen.as_ref().map(|program| screen(program));
        let prepare = |port: u16| {
            let mut command = Command::new(&programs.driver);
            command.arg(format!("--port={port}")).stdout(Stdio::null()).envs(engine.environment(folder));
            if let Some((_, display)) = &screen {
                command.env("DISPLAY", display);
            }
            if engine == Engine::Firefox {
                // Settings may be changed while it runs.
                command.arg("--allow-system-access");
            }
            command
        };
        let started = (0..PORTS).find_map(|_| listening(prepare));
        let (process, url) =
            started.unwrap_or_else(|| panic!("{} does not listen on any port", programs.driver.display()));
        Self { engine, programs, url, _process: process, _screen: screen.map(|(tree, _)| tree) }
    }

    /// Opens a browser that keeps its files in `folder`.
    pub(crate) async fn open(&self, folder: &Folder) -> WebDriver {
        let wanted = capabilities(self.engine, &self.programs.browser, folder);
        let driver = WebDriver::builder(&self.url, wanted).request_timeout(PATIENCE).connect().await;
        let driver = driver.unwrap_or_else(|error| panic!("{} does not open: {error}", self.engine));
        let (width, height) = WINDOW;
        driver.set_window_rect(0, 0, width, height).await.expect("the window takes a size");
        driver
    }

    /// The engine it drives.
    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }
}

/// Starts a driver on a free port and waits until it listens there.
fn listening(prepare: impl Fn(u16) -> Command) -> Option<(Tree, String)> {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    let address = free.expect("this machine gives the test a free port");
    let mut process = Tree::start(&mut prepare(address.port())).unwrap_or_else(|error| panic!("{error}"));
    let begun = Instant::now();
    while begun.elapsed() < START && process.ended().is_none() {
        if TcpStream::connect(address).is_ok() {
            return Some((process, format!("http://{address}")));
        }
        thread::sleep(GLANCE);
    }
    None
}

/// Starts a screen that nobody sees, and gives the name of its display.
fn screen(program: &Path) -> (Tree, String) {
    let mut command = Command::new(program);
    // Asked to write the number of its display to descriptor 1, it takes the first one that is free.
    command.args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]).stdout(Stdio::piped());
    let mut process = Tree::start(&mut command).unwrap_or_else(|error| panic!("{error}"));
    let mut number = String::new();
    let output = process.output().expect("the output is piped");
    let read = BufReader::new(output).read_line(&mut number);
    assert!(read.is_ok_and(|length| length > 0), "Xvfb ended without naming its display");
    (process, format!(":{}", number.trim()))
}
