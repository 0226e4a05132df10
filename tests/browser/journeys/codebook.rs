//! Kinds of the user's own, and tags: made, used, kept, and taken along in the file.

use std::collections::BTreeSet;

use crate::{material::CLAIM, page::Page};

pub(crate) async fn run(page: &Page) {
    page.open_sample().await;
    page.click_button("Codebook").await;
    let dialog = page.wait_for("dialog", "Codebook").await;
    assert!(page.says("New kind").await || !page.says("Question").await);

    // What cannot be is said beside the field, and what was typed stays.
    let name = page.wait_for_in(&dialog, "textbox", "Name").await;
    name.send_keys("Question").await.expect("one can type");
    let key = page.wait_for_in(&dialog, "textbox", "Key").await;
    key.clear().await.expect("the key can be emptied");
    key.send_keys("1").await.expect("one can type");
    page.wait_to_be_told("That is the key for: Mark the selection as a claim").await;
    key.clear().await.expect("the key can be emptied");
    key.send_keys("q").await.expect("one can type");
    page.click_in(&dialog, "button", "Add kind").await;
    page.wait_for_in(&dialog, "button", "Remove").await;
    page.press("Escape").await;

    // Its key marks, its name is in the toolbar and over the list.
    page.select_by_mouse(CLAIM).await;
    page.wait_for("button", "Question").await;
    page.press("q").await;
    let id = page.wait_for_new(&BTreeSet::new()).await;
    assert_eq!(page.marks(&id).await.text, "Last year the bridge opened 412 times and jammed on 17 of those");

    // Tags: too long a one is not kept, and not lost; a good one is.
    let long = "x".repeat(10_000);
    let entry = page.entry(&id).await;
    let tags = page.wait_for_in(&entry, "textbox", "Tags").await;
    let script = "const [field, text] = arguments;
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    let field = crate::elements::reference(&tags);
    let _: Option<bool> = page.ask(script, vec![field, serde_json::json!(long)]).await;
    page.wait_to_be_told("A tag has 100 characters at most").await;
    assert_eq!(page.field(&id, "textbox", "Tags").await, long);
    tags.clear().await.expect("the field can be emptied");
    tags.send_keys("bridge, money").await.expect("one can type");
    page.wait_for_status("All changes saved").await;

    // Renamed everywhere from the codebook, and all of it still there after a reload and in the file.
    page.click_button("Codebook").await;
    let dialog = page.wait_for("dialog", "Codebook").await;
    let tag = page.wait_for_in(&dialog, "textbox", "bridge (1 annotation)").await;
    page.bring(&tag).await;
    tag.clear().await.expect("the name can be emptied");
    tag.send_keys("the bridge").await.expect("one can type");
    page.press("Enter").await;
    page.wait_for_in(&dialog, "textbox", "the bridge (1 annotation)").await;
    page.press("Escape").await;
    page.reload().await;
    page.wait_for_ids(&[id.clone()].into()).await;
    assert_eq!(page.field(&id, "textbox", "Tags").await, "the bridge, money");
    let (_, file) = page.export().await;
    assert!(file.contains("\"name\": \"Question\"") && file.contains("\"the bridge\""), "{file}");
}
