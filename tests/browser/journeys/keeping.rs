//! Nothing is lost: everything in one file and back, and a page that breaks off or cannot start.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{browser::devtools, exports::Export, page::Page, selecting::Words};

pub(super) const WORDS: Words = Words { turn: 5, from: "A new bearing costs", to: "fifteen years" };
pub(super) const MARKED: &str = "A new bearing costs about £180,000 and buys us fifteen years";

/// Everything goes out in one file, and comes back into an empty browser; a second time nothing is doubled.
pub(crate) async fn backup(page: &Page) {
    let count = "window.asked = 0;
        if (window.StorageManager) StorageManager.prototype.persist = async () => { asked += 1; return true; };";
    page.diary.run_first(count);
    page.open("en").await;
    page.open_sample().await;
    page.wait_for_status("All changes saved").await;
    let asked = async || page.ask::<usize>("return asked", Vec::new()).await;
    assert_eq!(asked().await, 0, "nothing was done that the browser would have to keep");
    let id = mark_words(page).await;
    page.fill(&id, "Summary", "Fifteen years").await;
    page.wait_for_status("All changes saved").await;
    let can_be_asked = page.ask::<bool>("return 'StorageManager' in window", Vec::new()).await;
    let wanted = usize::from(can_be_asked);
    assert_eq!(asked().await, wanted, "the browser is asked once to keep what is stored, where it can be asked");
    page.open("en").await;
    assert!(page.says("1 % of the room that browsers give is taken").await);
    page.click_button("Save a backup of everything").await;
    let (name, file) = page.download().await;
    assert!(name.starts_with("griffier-") && name.ends_with(".backup.json"), "{name}");
    page.ask::<()>("localStorage.clear()", Vec::new()).await;
    page.open("en").await;
    assert_eq!(page.transcripts().await, Vec::<String>::new());
    take_back(page, &file, &id).await;

    page.open("en").await;
    page.choose_file("again.json", file.as_bytes()).await;
    page.wait_to_be_told("1 transcript was already here as it is in the file").await;
    page.choose_file("cut.json", &file.as_bytes()[..file.len() / 2]).await;
    page.wait_to_be_told("This backup is damaged or cut off. Nothing was changed").await;
    assert_eq!(page.transcripts().await.len(), 1);
}

/// The program breaks off in the middle of work: the page says so, hands out everything, and goes on after a reload.
pub(crate) async fn broken(page: &Page) {
    // What the program says, and how each browser calls the way in which it ends.
    for expected in ["failed to insert node", "nreachable"] {
        page.diary.expect(expected);
    }
    let id = mark(page).await;
    // Yew cannot go on where the document takes nothing more.
    page.ask::<()>("Node.prototype.insertBefore = () => { throw new Error('broken by the test'); }", Vec::new()).await;
    page.press("Escape").await;
    page.press("?").await;
    wait_for_heading(page, "Something broke, and Griffier had to stop").await;
    assert!(page.says("Nothing that was saved is lost").await);
    page.click_button("Save a copy of everything").await;
    let (_, file) = page.download().await;
    page.click_button("Load the page again").await;
    page.wait_for_ids(&[id.clone()].into()).await;
    assert_eq!(page.marks(&id).await.text, MARKED);

    page.ask::<()>("localStorage.clear()", Vec::new()).await;
    page.open("en").await;
    take_back(page, &file, &id).await;
}

/// A browser in which the program cannot be run says so, and gives out what is stored.
pub(crate) async fn cannot_start(page: &Page) {
    mark(page).await;
    let blocked = "const refuse = () => Promise.reject(new WebAssembly.CompileError('blocked by the test'));
        WebAssembly.instantiate = WebAssembly.instantiateStreaming = WebAssembly.compile = refuse;";
    for (script, expected) in [(blocked, "blocked by the test"), ("delete window.WebAssembly", "WebAssembly")] {
        page.diary.expect(expected);
        page.diary.run_first(script);
        page.reload().await;
        wait_for_heading(page, "Griffier cannot start").await;
        page.click_button("Save a copy of everything").await;
        let (_, file) = page.download().await;
        let file: Value = serde_json::from_str(&file).expect("the file is JSON");
        assert_eq!(file["format"], "griffier-backup");
        assert!(file["values"].as_object().is_some_and(|values| values.keys().any(|key| key.ends_with(":source"))));
    }
    page.diary.run_first("");
    page.reload().await;
    page.wait_until("the page is there again", async || {
        page.query::<bool>("return !!document.querySelector('#transcript mark')").await.filter(|there| *there)
    })
    .await;
}

/// What a newer version of the program wrote is shown and handed out, and not touched.
pub(crate) async fn newer(page: &Page) {
    let id = mark(page).await;
    page.ask::<()>("localStorage.setItem('griffier:version', '99')", Vec::new()).await;
    let before = page.storage().await;
    page.reload().await;
    page.wait_to_be_told("written by a newer version of Griffier").await;
    page.wait_for_ids(&[id.clone()].into()).await;
    page.fill(&id, "Summary", "Fifteen years").await;
    page.wait_for_status("Not saved: what is stored in this browser was written by a newer version").await;
    let (_, exported) = page.export().await;
    assert_eq!(Export::checked(&exported).annotation(&id)["summary"], "Fifteen years");
    assert_eq!(page.storage().await, before);
}

/// A value that was changed by hand is put aside and reported; everything else is there. Of a transcript whose text is
/// damaged, a file of it brings the text back.
pub(crate) async fn damaged(page: &Page) {
    let first = mark(page).await;
    page.select_by_mouse(Words { turn: 3, from: "Last year the bridge", to: "412 times" }).await;
    page.press("2").await;
    let second = page.wait_for_new(&BTreeSet::from([first.clone()])).await;
    page.wait_for_status("All changes saved").await;
    let (_, file) = page.export().await;
    let damage = "const key = Object.keys(localStorage).filter(key => key.includes(':log:')).sort().at(-1);
        localStorage.setItem(key, localStorage.getItem(key).replace('412', '413'));
        return [key, localStorage.getItem(key)];";
    let (key, value): (String, String) = page.ask(damage, Vec::new()).await;
    page.reload().await;
    page.wait_to_be_told("One stored change is damaged and was left out; everything else is here").await;
    page.wait_for_ids(&BTreeSet::from([first.clone()])).await;
    let stored = page.storage().await;
    assert_eq!((stored.get(&key), stored.get(&key.replace(":log:", ":aside:log:"))), (None, Some(&value)));
    page.fill(&first, "Summary", "Fifteen years").await;
    page.wait_for_status("All changes saved").await;
    page.reload().await;
    page.wait_for_ids(&BTreeSet::from([first.clone()])).await;
    assert!(!page.says("is damaged").await, "what was put aside is reported once");

    let cut = "const key = Object.keys(localStorage).find(key => key.endsWith(':source'));
        localStorage.setItem(key, localStorage.getItem(key).slice(0, -9));";
    page.ask::<()>(cut, Vec::new()).await;
    page.open("en").await;
    page.ask::<()>("document.querySelector('a[href*=\"#/t/\"]').click()", Vec::new()).await;
    page.wait_to_be_told("The stored text of this transcript is damaged or missing").await;
    page.choose_file("griffier.json", file.as_bytes()).await;
    page.wait_for_ids(&BTreeSet::from([first.clone(), second.clone()])).await;
    page.wait_for_status("All changes saved").await;
    page.reload().await;
    page.wait_for_ids(&BTreeSet::from([first.clone(), second])).await;
    assert_eq!(page.field(&first, "textbox", "Summary").await, "Fifteen years");
}

/// The page is loaded again while one types: what it once said was saved is there.
pub(crate) async fn cut_off(page: &Page) {
    let id = mark(page).await;
    type_until_saved(page).await;
    page.reload().await;
    assert_kept(page, &id).await;
}

/// The page's process is killed while one types: what the page once said was saved is there.
pub(crate) async fn killed(page: &Page) {
    page.diary.expect("crash");
    let id = mark(page).await;
    let address = page.driver.current_url().await.expect("the page has an address");
    // Another tab is opened first: from a page that has crashed none can be.
    let (typing, spare) = page.open_tab().await;
    page.go_to(&typing).await;
    type_until_saved(page).await;
    // The page does not live to answer.
    let _ = devtools(&page.driver, "Page.crash", json!({})).await;
    page.go_to(&spare).await;
    page.driver.goto(address.as_str()).await.expect("the other tab opens the transcript");
    assert_kept(page, &id).await;
}

async fn assert_kept(page: &Page, id: &str) {
    page.wait_for_ids(&[id.to_owned()].into()).await;
    let (saved, kept) = (acknowledged(page).await, page.field(id, "textbox", "Summary").await);
    assert!(kept.starts_with(&saved), "what was said to be saved is there: {} of {}", kept.len(), saved.len());
    page.wait_for_status("All changes saved").await;
}

/// Types letter after letter into the summary, behind what is there, as fast as the page takes them, and notes what the
/// page says is saved; waits until that is something.
async fn type_until_saved(page: &Page) {
    let script = "const field = document.activeElement.matches('textarea') ? document.activeElement
            : document.querySelector('.card.active textarea');
        const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
        let text = field.value;
        const step = () => {
            text += 'abcdefghij'[text.length % 10];
            set.call(field, text);
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            setTimeout(() => {
                const status = document.querySelector('[role=status]').textContent;
                if (status === 'All changes saved') localStorage.setItem('test-acknowledged', text);
                step();
            });
        };
        step();";
    page.ask::<()>(script, Vec::new()).await;
    let enough = async || (acknowledged(page).await.chars().count() > 40).then_some(());
    page.wait_until("some letters are saved", enough).await;
}

async fn acknowledged(page: &Page) -> String {
    page.query("return localStorage.getItem('test-acknowledged') ?? ''").await.unwrap_or_default()
}

async fn mark(page: &Page) -> String {
    page.open_sample().await;
    mark_words(page).await
}

pub(super) async fn mark_words(page: &Page) -> String {
    page.select_by_mouse(WORDS).await;
    page.press("1").await;
    let id = page.wait_for_new(&BTreeSet::new()).await;
    page.wait_for_status("All changes saved").await;
    id
}

/// Opens a backup in a browser that has nothing, and its transcript.
async fn take_back(page: &Page, file: &str, id: &str) {
    page.choose_file("griffier.backup.json", file.as_bytes()).await;
    page.wait_to_be_told("The backup was opened: 1 transcript added").await;
    page.ask::<()>("document.querySelector('a[href*=\"#/t/\"]').click()", Vec::new()).await;
    page.wait_for_ids(&[id.to_owned()].into()).await;
    assert_eq!(page.marks(id).await.text, MARKED);
}

async fn wait_for_heading(page: &Page, words: &str) {
    page.wait_until(format!("the page says “{words}”"), async || {
        let focused =
            "return document.activeElement.closest('[role=alertdialog]') && document.activeElement.textContent";
        page.query::<String>(focused).await.filter(|heading| heading == words)
    })
    .await;
}
