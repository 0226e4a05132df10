//! Looking for words by keyboard, and marking what was found.

use std::collections::BTreeSet;

use crate::page::Page;

pub(crate) async fn by_keyboard(page: &Page) {
    page.open_sample().await;
    page.press("f").await;
    page.wait_to_type().await;
    page.type_text("BRIDGE").await;
    wait_for_count(page, "1 of 10 in the text").await;
    page.press_times("Enter", 2).await;
    wait_for_count(page, "3 of 10 in the text").await;
    page.press("Shift+Enter").await;
    wait_for_count(page, "2 of 10 in the text").await;

    // Left with Escape, the place is selected, ready to be marked.
    page.press("Escape").await;
    page.wait_until("the words are selected in the transcript", async || {
        let state: (String, String) =
            page.query("return [getSelection().toString().toLowerCase(), document.activeElement.id]").await?;
        (state == ("bridge".into(), "transcript".into())).then_some(())
    })
    .await;
    page.press("2").await;
    let first = page.wait_for_new(&BTreeSet::new()).await;
    page.press("Escape").await;

    // All of them at once, but for the one that is marked so already; one step of undo.
    page.press("f").await;
    wait_for_count(page, "3 of 10 in the text · 1 annotation").await;
    page.click_button("Commitment").await;
    page.wait_until("all are marked", async || (page.ids().await.len() == 10).then_some(())).await;
    page.press("Control+z").await;
    page.wait_for_ids(&[first].into()).await;

    // What is no pattern is answered beside the field, and stays there to be put right.
    page.click("checkbox", "Regular expression").await;
    let field = page.wait_for("searchbox", "Find in text and annotations").await;
    field.clear().await.expect("the field can be emptied");
    field.send_keys("(harbour|bridge").await.expect("one can type");
    page.wait_to_be_told("That is no regular expression").await;
    field.send_keys(") m").await.expect("one can type on");
    wait_for_count(page, "1 of ").await;
    let typed: String = page.ask("return document.activeElement.value", vec![]).await;
    assert_eq!(typed, "(harbour|bridge) m");
}

async fn wait_for_count(page: &Page, count: &str) {
    page.wait_until(format!("the panel says “{count}”"), async || {
        page.status().await.contains(count).then_some(())
    })
    .await;
}
