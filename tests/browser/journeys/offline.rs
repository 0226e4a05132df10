//! Without a network: a page that was here once comes again, the next release waits until it is wanted, and the page as
//! one file needs no server at all.

use std::{fs, path::Path};

use crate::{
    exports::Export,
    journeys::keeping::{MARKED, mark_words},
    page::Page,
    site::built,
};

/// What says that the next release is there.
const WAITS: &str = "A new version of Griffier is ready";

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the test's own folder can be written to");
    for entry in fs::read_dir(from).expect("the folder of the page") {
        let path = entry.expect("an entry of the folder").path();
        let copied = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            fs::copy(&path, copied).expect("the test's own folder can be written to");
        }
    }
}

pub(crate) async fn run(page: &Page) {
    // A copy of the page, which is changed below.
    let folder = page.uploads.join("site");
    copy(&built(), &folder);
    page.talk.serve(folder.clone());
    // As it was released, without a script of the test's.
    page.talk.run_first("");
    // While the server is away the browser asks it in vain for the next release.
    page.diary.expect("worker.js");
    page.open("en").await;
    let one = async || Some(kept(page).await).filter(|kept| kept.len() == 1);
    let first = page.wait_until("the release is kept", one).await;

    page.talk.go_away(true);
    page.open("en").await;
    page.open_sample().await;
    let id = mark_words(page).await;
    page.wait_for_status("All changes saved").await;
    // Not by the driver: that of Firefox asks the network all the same.
    page.ask::<()>("location.reload()", Vec::new()).await;
    page.wait_for_ids(&[id.clone()].into()).await;
    page.open("nl").await;
    assert!(page.says("Verslag openen").await, "the other language needs no server");

    // The next release comes, and waits.
    change(&folder, "worker.js", "RELEASE=\"", "RELEASE=\"next ");
    page.talk.go_away(false);
    page.open("en").await;
    page.wait_to_be_told(WAITS).await;
    assert_eq!(kept(page).await.len(), 2, "the next one is kept beside the one at work");
    page.click_button("Use it now").await;
    page.wait_until("the next release alone is kept", async || one().await.filter(|kept| *kept != first)).await;
    page.wait_until("nothing waits any more", async || {
        page.query::<bool>(&format!("return !document.body.innerText.includes('{WAITS}')")).await.filter(|told| *told)
    })
    .await;
    page.wait_for_first(".transcripts li").await;

    // A release of which a file is not what it should be is not taken up.
    let before = kept(page).await;
    change(&folder, "worker.js", "RELEASE=\"next ", "RELEASE=\"broken ");
    change(&folder, "index.html", "<title>Griffier</title>", "<title>Changed on the way</title>");
    let update = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then(async registration => {
            await registration.update().catch(() => {});
            const worker = registration.installing;
            if (worker) await new Promise(end => worker.addEventListener('statechange', end));
            done(worker ? worker.state : 'none');
        });";
    page.diary.expect("worker");
    page.diary.expect("integrity");
    let state = page.driver.execute_async(update, Vec::new()).await.expect("the page can be asked");
    assert_eq!(state.json(), "redundant", "it is refused");
    page.open("en").await;
    assert_eq!(kept(page).await, before);
    assert_eq!(page.driver.title().await.expect("a page has a title"), "Griffier");
}

/// Writes a file of the page anew.
fn change(folder: &Path, name: &str, from: &str, to: &str) {
    let path = folder.join(name);
    let text = fs::read_to_string(&path).expect("a file of the page");
    assert!(text.contains(from), "{name} has no “{from}”");
    fs::write(path, text.replace(from, to)).expect("the test's own folder can be written to");
}

/// The releases that are kept in this browser, once one of them is at work.
async fn kept(page: &Page) -> Vec<String> {
    let script = "const done = arguments[arguments.length - 1];
        (async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            done(registration?.active ? await caches.keys() : []);
        })();";
    let names = page.driver.execute_async(script, Vec::new()).await.expect("the page can be asked");
    names.convert().expect("caches have names")
}

/// The page as one file, opened from the disk.
pub(crate) async fn one_file(page: &Page) {
    let file = built().join("griffier.html").canonicalize().expect("the page was built as one file, too");
    page.moves_to(format!("file://{}", file.display()));
    page.diary.expect("file:///");
    page.open_sample().await;
    let id = mark_words(page).await;
    page.wait_for_status("All changes saved").await;
    page.reload().await;
    page.wait_for_ids(&[id.clone()].into()).await;
    assert_eq!(page.marks(&id).await.text, MARKED);
    let (_, file) = page.export().await;
    assert_eq!(Export::checked(&file).annotation(&id)["exact"], MARKED);
}
