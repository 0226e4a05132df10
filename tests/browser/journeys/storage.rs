//! A browser that keeps nothing: it says so, and no work is withheld.

use std::collections::BTreeSet;

use super::keeping::{MARKED, WORDS};
use crate::{exports::Export, page::Page};

/// Storage that the browser denies, as some do in private windows.
pub(crate) async fn blocked(page: &Page) {
    let deny = "Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });";
    page.diary.run_first(deny);
    page.open_sample().await;
    page.wait_for_status("Not saved: this browser does not let the page keep anything").await;
    let id = mark(page).await;
    page.wait_for_status("Not saved: this browser does not let the page keep anything").await;
    assert_exported(page, &id).await;
}

/// Storage without room for one letter more.
pub(crate) async fn full(page: &Page) {
    page.open_sample().await;
    page.wait_for_status("All changes saved").await;
    let fill = "let size = 1 << 22;
        for (let n = 0; size >= 1; ) {
            try { localStorage.setItem('griffier-test-filler:' + n, 'x'.repeat(size)); n++; } catch { size >>= 1; }
        }";
    page.ask::<()>(fill, Vec::new()).await;
    let id = mark(page).await;
    page.wait_for_status("Not saved: this browser’s storage is full").await;
    page.wait_to_be_told("Your work is still here in this tab. Export it now").await;
    // One click away: in the sentence that says so.
    let notice = page.wait_for("alert", "").await;
    page.click_in(&notice, "button", "Export now").await;
    let (_, exported) = page.download().await;
    assert_eq!(Export::checked(&exported).annotation(&id)["exact"], MARKED);
    page.fill(&id, "Summary", "Fifteen years").await;
    page.wait_for_status("Not saved: this browser’s storage is full").await;

    // Room again: what could not be saved is saved by itself.
    let empty = "for (const key of Object.keys(localStorage))
        if (key.startsWith('griffier-test-filler:')) localStorage.removeItem(key);";
    page.ask::<()>(empty, Vec::new()).await;
    page.wait_for_status("All changes saved").await;
    assert!(!page.says("storage is full").await, "the notice is gone");
    page.reload().await;
    page.wait_for_ids(&[id.clone()].into()).await;
    assert_eq!(page.field(&id, "textbox", "Summary").await, "Fifteen years");
}

async fn mark(page: &Page) -> String {
    page.select_by_mouse(WORDS).await;
    page.press("1").await;
    let id = page.wait_for_new(&BTreeSet::new()).await;
    assert_eq!(page.marks(&id).await.text, MARKED);
    id
}

async fn assert_exported(page: &Page, id: &str) {
    let (_, exported) = page.export().await;
    let exact = Export::checked(&exported).annotation(id)["exact"].clone();
    assert_eq!(exact, MARKED);
}
