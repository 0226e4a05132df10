//! A web server for a folder of files, on a port of this machine that was free.

use std::{
    fs,
    io::{self, BufRead as _, BufReader, Write as _},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

/// The folder of the server under which the page lies: a relative address that is not relative shows here.
const FOLDER: &str = "/some/folder/";

/// Gives the bytes behind a path, with their media type.
type Find = dyn Fn(&str) -> Option<(Vec<u8>, &'static str)> + Send + Sync;

/// A running server. It ends when it is dropped.
pub(crate) struct Site {
    address: SocketAddr,
    /// The address of the page where that is not on this server.
    elsewhere: Option<String>,
    thread: Option<JoinHandle<()>>,
    asked: Arc<Mutex<Vec<String>>>,
    ending: Arc<AtomicBool>,
}

impl Site {
    /// Serves the page as `make dist` built it.
    pub(crate) fn of_the_page() -> Self {
        Self::of_the_page_and(Vec::new())
    }

    /// The same, with other folders of files beside it, each under a path of its own.
    pub(crate) fn of_the_page_and(others: Vec<(&'static str, PathBuf)>) -> Self {
        let folders: Vec<(&str, PathBuf)> = [(FOLDER, built())].into_iter().chain(others).collect();
        Self::start(Arc::new(move |path: &str| {
            folders.iter().find_map(|(at, root)| file(root, path.strip_prefix(at)?))
        }))
    }

    /// Serves what is in `folder` as the page, for as long as `is_there`.
    pub(crate) fn of_folder(folder: PathBuf, is_there: Arc<AtomicBool>) -> Self {
        Self::start(Arc::new(move |path: &str| {
            let found = is_there.load(Ordering::Acquire).then(|| path.strip_prefix(FOLDER));
            file(&folder, found??)
        }))
    }

    /// The page as one file, which no server serves.
    pub(crate) fn of_one_file() -> Self {
        let file = built().join("griffier.html");
        let file = file.canonicalize().expect("the page was built as one file, too");
        let mut site = Self::of_nothing();
        site.elsewhere = Some(format!("file://{}", file.display()));
        site
    }

    /// Serves nothing, and notes what it was asked for.
    pub(crate) fn of_nothing() -> Self {
        Self::start(Arc::new(|_: &str| None))
    }

    fn start(find: Arc<Find>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("this machine gives the test a free port");
        let address = listener.local_addr().expect("a server has an address");
        let (asked, ending) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicBool::new(false)));
        let thread = {
            let (asked, ending) = (Arc::clone(&asked), Arc::clone(&ending));
            thread::spawn(move || {
                for stream in listener.incoming().map_while(Result::ok) {
                    if ending.load(Ordering::Acquire) {
                        return;
                    }
                    let (find, asked) = (Arc::clone(&find), Arc::clone(&asked));
                    // A thread for each connection: a browser opens some that it may never use. One that hangs up in
                    // the middle is no failure of the server.
                    thread::spawn(move || answer(&stream, &asked, &*find).is_ok());
                }
            })
        };
        Self { address, elsewhere: None, thread: Some(thread), asked, ending }
    }

    /// Scheme, host and port.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the page.
    pub(crate) fn page(&self) -> String {
        self.elsewhere.clone().unwrap_or_else(|| self.origin() + FOLDER)
    }

    /// The paths asked for so far.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
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
fn answer(stream: &TcpStream, asked: &Mutex<Vec<String>>, find: &Find) -> io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let Some(target) = first.split(' ').nth(1) else { return Ok(()) };
    asked.lock().unwrap_or_else(PoisonError::into_inner).push(target.to_owned());
    let found = find(target.split('?').next().unwrap_or_default());
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
