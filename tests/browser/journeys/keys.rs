//! The list of keys, and leaving things with Escape.

use std::collections::BTreeSet;

use crate::{page::Page, selecting::Words};

pub(crate) async fn run(page: &Page) {
    page.open_sample().await;
    page.press("?").await;
    let list = page.wait_for("dialog", "Help and keys").await;
    let text = list.text().await.expect("the list can be read");
    for line in ["Mark the selection as a claim", "Mark the selection as a commitment", "Undo", "Redo"] {
        assert!(text.contains(line), "the list of keys has no “{line}”: {text}");
    }
    page.press("Escape").await;
    gone(page, "dialog", "Help and keys").await;

    page.select_by_mouse(Words { turn: 3, from: "Last year", to: "17 of those" }).await;
    page.wait_for("toolbar", "Annotate").await;
    page.press("Escape").await;
    gone(page, "toolbar", "Annotate").await;
    assert_eq!(page.ids().await, BTreeSet::new(), "Escape marks nothing");

    // Where one types, a digit is a digit.
    page.select_by_mouse(Words { turn: 3, from: "Last year", to: "17 of those" }).await;
    page.press("1").await;
    let id = page.wait_for_new(&BTreeSet::new()).await;
    page.fill(&id, "Note", "1 or 2? Look it up.").await;
    assert_eq!(page.field(&id, "textbox", "Note").await, "1 or 2? Look it up.");
    assert_eq!(page.ids().await, [id].into(), "typing marks nothing");
}

async fn gone(page: &Page, role: &str, name: &str) {
    page.wait_until(format!("the {role} named “{name}” is gone"), async || {
        page.find(role, name).await.is_none().then_some(())
    })
    .await;
}
