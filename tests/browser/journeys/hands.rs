//! Codebook, list, finding, outline and the way back: without a mouse, and without a keyboard.

use std::collections::BTreeSet;

use crate::{
    material::{CLAIM, COMMITMENT},
    page::Page,
};

pub(crate) async fn keyboard_alone(page: &Page) {
    page.open_sample().await;

    // A kind of one's own, and a mark of it.
    page.focus_on("button", "Codebook").await;
    page.press("Enter").await;
    page.wait_for("dialog", "Codebook").await;
    page.focus_on("textbox", "Name").await;
    page.type_text("Question").await;
    page.press("Tab").await;
    page.press("Control+a").await;
    page.type_text("q").await;
    page.focus_on("button", "Add kind").await;
    page.press("Enter").await;
    page.wait_for("button", "Remove").await;
    page.press("Escape").await;
    page.select_by_keyboard(CLAIM).await;
    page.press("q").await;
    let question = page.wait_for_new(&BTreeSet::new()).await;
    page.press("Escape").await;
    page.select_by_keyboard(COMMITMENT).await;
    page.press("2").await;
    let promise = page.wait_for_new(&[question.clone()].into()).await;
    page.press("Escape").await;

    // The list: one kind only, then in groups.
    page.focus_on("button", "Question 1").await;
    page.press("Enter").await;
    page.wait_for_list(&[&question]).await;
    page.focus_on("button", "All 2").await;
    page.press("Enter").await;
    page.wait_for_list(&[&question, &promise]).await;
    page.focus_on("button", "Filter and group").await;
    page.press("Enter").await;
    page.focus_on("combobox", "Group by").await;
    page.type_text("Turn").await;
    page.wait_until("the list is in groups", async || page.says("turn 4 · Okoro-Lane").await.then_some(())).await;

    // Two steps back at once, from the list of what was done, and forward again.
    page.focus_on("button", "History").await;
    page.press("Enter").await;
    page.press("ArrowDown").await;
    page.press("Enter").await;
    page.wait_for_ids(&BTreeSet::new()).await;
    page.press("Control+Shift+z").await;
    page.press("Control+Shift+z").await;
    page.wait_for_ids(&[question, promise].into()).await;
}

pub(crate) async fn touch_alone(page: &Page) {
    page.open_sample().await;
    page.hold_a_telephone().await;

    // Found, marked everywhere, and taken back. (What is typed comes from the keyboard on the screen.)
    page.tap("button", "Find").await;
    page.wait_for("searchbox", "Find in text and annotations").await;
    page.wait_to_type().await;
    page.type_text("bridge").await;
    wait_for_status(page, "1 of 10 in the text").await;
    page.tap("button", "Next place").await;
    wait_for_status(page, "2 of 10 in the text").await;
    page.tap("button", "Claim").await;
    page.wait_until("all are marked", async || (page.ids().await.len() == 10).then_some(())).await;
    page.tap("button", "Undo").await;
    page.wait_for_ids(&BTreeSet::new()).await;
    page.tap("button", "Redo").await;
    page.wait_until("all are marked again", async || (page.ids().await.len() == 10).then_some(())).await;
    page.tap("button", "Close and go to the place shown").await;

    // A touch of the text leaves the selection. The list is a sheet over the text, open for the annotation chosen.
    page.drag_with("touch", (195, 600), (195, 600)).await;
    page.wait_for("button", "Hide list").await;
    page.tap("button", "Commitments 0").await;
    page.wait_for_list(&[]).await;
    page.tap("button", "Claims 10").await;
    page.wait_until("the claims are listed", async || (page.annotations().await.len() == 10).then_some(())).await;
    page.tap("button", "Codebook").await;
    page.wait_for("dialog", "Codebook").await;
    page.tap("textbox", "Name").await;
    page.type_text("Question").await;
    page.tap("button", "Add kind").await;
    page.wait_for("button", "Remove").await;
    page.tap("button", "Close").await;

    // One speaker only, and all again.
    page.tap("button", "Only Okoro-Lane (Harbour Master)").await;
    let shown = "return [...document.querySelectorAll('[data-turn]')].filter(e => e.checkVisibility()).length";
    page.wait_until("only some turns are shown", async || {
        page.query::<usize>(shown).await.filter(|shown| (1..10).contains(shown))
    })
    .await;
    page.tap("button", "Show all").await;
    page.wait_until("all turns are shown", async || page.query::<usize>(shown).await.filter(|shown| *shown == 24))
        .await;
}

async fn wait_for_status(page: &Page, words: &str) {
    page.wait_until(format!("the status says “{words}”"), async || {
        page.status().await.contains(words).then_some(())
    })
    .await;
}
