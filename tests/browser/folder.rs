//! A folder for one test, gone when the test ends.

use std::{
    fs,
    path::PathBuf,
    process,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Duration,
};

/// How often the removal is tried: a browser that is ending may still write.
const TRIES: usize = 40;

/// A new, empty folder.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Makes it, below the system's folder for such things.
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("griffier-test-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("the system's temporary folder can be written to");
        Self(path)
    }

    /// A folder below it, made if need be.
    pub(crate) fn below(&self, name: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(&path).expect("the test's own folder can be written to");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        for _ in 0..TRIES {
            if fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            thread::sleep(Duration::from_millis(50));
        }
        eprintln!("could not remove {}", self.0.display());
    }
}
