//! One journey from beginning to end: whatever happens, the browser, its driver, the server and the folder are gone
//! afterwards.

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::{Path, PathBuf},
};

use tokio::runtime::{Builder, Runtime};

use crate::{
    engine::{Driver, Engine},
    folder::Folder,
    page::Page,
    site::Site,
};

/// Runs one journey in a browser of its own.
pub(crate) fn journey(engine: Engine, name: &str, test: impl AsyncFnOnce(&Page)) {
    journey_on(engine, Site::of_the_page(), name, test);
}

/// The same on a site with more than the page.
pub(crate) fn journey_on(engine: Engine, site: Site, name: &str, test: impl AsyncFnOnce(&Page)) {
    let programs = match engine.programs() {
        Ok(programs) => programs,
        Err(missing) => {
            assert!(!engine.is_required(), "{missing}: {}", engine.advice());
            println!("skipped: {missing}");
            return;
        }
    };
    let folder = Folder::new();
    let driver = Driver::start(engine, programs, &folder);
    let runtime = runtime();
    let page = runtime.block_on(Page::new(&driver, &site, &folder));
    let walked = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            test(&page).await;
            page.assert_quiet().await;
        });
    }));
    if walked.is_err() {
        let picture = made("failures").join(format!("{engine}-{name}.png"));
        let described = catch_unwind(AssertUnwindSafe(|| runtime.block_on(page.describe(&picture))));
        eprintln!(
            "{name} failed in {engine} on this page:\n{}",
            described.unwrap_or_else(|_| "it cannot be asked".into())
        );
    }
    runtime.block_on(page.close());
    drop((driver, site, folder));
    if let Err(panic) = walked {
        resume_unwind(panic);
    }
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("this thread can run a test")
}

/// A folder for what is made on the way, below the build's own.
pub(crate) fn made(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from);
    let folder = target.join(name);
    std::fs::create_dir_all(&folder).expect("the build's folder can be written to");
    folder
}
