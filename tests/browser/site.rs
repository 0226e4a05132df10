//! A web server for a folder of files, on a port of this machine that was free.

use std::{
    fs,
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

/// The folder of the server under which the page lies: a relative address that is not relative shows here.
const FOLDER: &str = "/some/folder/";

/// The file beside the page that holds the script to be run first.
const FIRST: &str = "/some/folder/first.js";

/// The address beside the page at which a page tells something.
const TOLD: &str = "/some/folder/told";

/// Gives the bytes behind a path, with their media type.
type Find = dyn Fn(&str) -> Option<(Vec<u8>, &'static str)> + Send + Sync;

/// A running server. It ends when it is dropped.
pub(crate) struct Site {
    address: SocketAddr,
    thread: Option<JoinHandle<()>>,
    talk: Arc<Talk>,
    ending: Arc<AtomicBool>,
}

/// What a site was asked and told, and what it is to do.
#[derive(Default)]
pub(crate) struct Talk {
    page: Mutex<Option<PathBuf>>,
    is_away: AtomicBool,
    asked: Mutex<Vec<String>>,
    told: Mutex<Vec<String>>,
    first: Mutex<String>,
}

impl Talk {
    /// From now on, what is in this folder is the page.
    pub(crate) fn serve(&self, folder: PathBuf) {
        *locked(&self.page) = Some(folder);
    }

    /// From now on, the server hangs up on whoever calls; or no longer.
    pub(crate) fn go_away(&self, is_away: bool) {
        self.is_away.store(is_away, Ordering::Release);
    }

    /// From now on, a page that is loaded runs this script before its own; an empty one is none.
    pub(crate) fn run_first(&self, script: &str) {
        script.clone_into(&mut locked(&self.first));
    }

    /// What pages have told the site at [`TOLD`], in this order; each is given once.
    pub(crate) fn take_told(&self) -> Vec<String> {
        std::mem::take(&mut locked(&self.told))
    }
}

fn locked<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Site {
    /// Serves the page as `make dist` built it.
    pub(crate) fn of_the_page() -> Self {
        Self::of_the_page_and(Vec::new())
    }

    /// The same, with other folders of files beside it, each under a path of its own.
    pub(crate) fn of_the_page_and(others: Vec<(&'static str, PathBuf)>) -> Self {
        let site = Self::start(Arc::new(move |path: &str| {
            others.iter().find_map(|(at, root)| file(root, path.strip_prefix(at)?))
        }));
        site.talk.serve(built());
        site
    }

    /// Serves nothing, and notes what it was asked for.
    pub(crate) fn of_nothing() -> Self {
        Self::start(Arc::new(|_: &str| None))
    }

    fn start(find: Arc<Find>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("this machine gives the test a free port");
        let address = listener.local_addr().expect("a server has an address");
        let (talk, ending) = (Arc::new(Talk::default()), Arc::new(AtomicBool::new(false)));
        let thread = {
            let (talk, ending) = (Arc::clone(&talk), Arc::clone(&ending));
            thread::spawn(move || {
                for stream in listener.incoming().map_while(Result::ok) {
                    if ending.load(Ordering::Acquire) {
                        return;
                    }
                    let (find, talk) = (Arc::clone(&find), Arc::clone(&talk));
                    // A thread for each connection: a browser opens some that it may never use. One that hangs up in
                    // the middle is no failure of the server.
                    thread::spawn(move || answer(&stream, &talk, &*find).is_ok());
                }
            })
        };
        Self { address, thread: Some(thread), talk, ending }
    }

    /// Scheme, host and port.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the page.
    pub(crate) fn page(&self) -> String {
        self.origin() + FOLDER
    }

    /// The paths asked for so far.
    pub(crate) fn asked(&self) -> Vec<String> {
        locked(&self.talk.asked).clone()
    }

    /// What is said between the site and its pages.
    pub(crate) fn talk(&self) -> Arc<Talk> {
        Arc::clone(&self.talk)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.ending.store(true, Ordering::Release);
        // One last visitor, so that the server looks up and sees that it is to end.
        let woken = TcpStream::connect(self.address).is_ok();
        if let Some(thread) = self.thread.take().filter(|_| woken) {
            // A thread that panicked has said so itself.
            let _ = thread.join();
        }
    }
}

/// The folder with the page as `make dist` built it.
pub(crate) fn built() -> PathBuf {
    let root = std::env::var_os("GRIFFIER_DIST")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(root.join("index.html").is_file(), "there is no page in {}: run `make dist` first", root.display());
    root
}

/// Reads one request and answers it.
fn answer(stream: &TcpStream, talk: &Talk, find: &Find) -> io::Result<()> {
    if talk.is_away.load(Ordering::Acquire) {
        return stream.shutdown(Shutdown::Both);
    }
    let mut reader = BufReader::new(stream);
    let mut lines = reader.by_ref().lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    let mut length = 0;
    while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
        if let Some((_, value)) = line.split_once(": ").filter(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        {
            length = value.parse().unwrap_or_default();
        }
    }
    let Some(target) = first.split(' ').nth(1) else { return Ok(()) };
    let path = target.split('?').next().unwrap_or_default();
    locked(&talk.asked).push(target.to_owned());
    if path == TOLD {
        let mut told = String::new();
        reader.take(length).read_to_string(&mut told)?;
        locked(&talk.told).push(told);
    }
    let of_the_page = || file(locked(&talk.page).as_ref()?, path.strip_prefix(FOLDER)?);
    let found = special(path, talk).or_else(of_the_page).or_else(|| find(path));
    let found = if path == FOLDER { found.and_then(|page| with_script(page, talk)) } else { found };
    let status = if found.is_some() { "200 OK" } else { "404 Not Found" };
    let (bytes, media_type) = found.unwrap_or_else(|| (b"There is nothing here.".to_vec(), "text/plain"));
    let length = bytes.len();
    let mut stream = stream;
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(&bytes)?;
    stream.shutdown(Shutdown::Write)
}

/// What is there for the test only.
fn special(path: &str, talk: &Talk) -> Option<(Vec<u8>, &'static str)> {
    match path {
        FIRST => Some((locked(&talk.first).clone().into_bytes(), "text/javascript; charset=utf-8")),
        TOLD => Some((Vec::new(), "text/plain")),
        _ => None,
    }
}

/// The page with the script to be run first as the first thing in it: its policy allows files of its own.
fn with_script((bytes, media_type): (Vec<u8>, &'static str), talk: &Talk) -> Option<(Vec<u8>, &'static str)> {
    if locked(&talk.first).is_empty() {
        return Some((bytes, media_type));
    }
    let script = format!("<head><script src=\"{FIRST}\"></script>");
    Some((String::from_utf8(bytes).ok()?.replacen("<head>", &script, 1).into_bytes(), media_type))
}

/// The file behind a path below `root`, with its media type.
fn file(root: &Path, path: &str) -> Option<(Vec<u8>, &'static str)> {
    let below = Path::new(path);
    let stays = below.components().all(|part| matches!(part, Component::Normal(_)));
    let below = if below.as_os_str().is_empty() { Path::new("index.html") } else { below };
    let bytes = stays.then(|| fs::read(root.join(below)).ok())??;
    Some((bytes, media_type(below)))
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json" | "webmanifest") => "application/json",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
