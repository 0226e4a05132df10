//! Somebody who has never been here: each step is said, taken, and followed by the next; after the export they are gone.

use crate::{exports::Export, page::Page};

pub(crate) async fn run(page: &Page) {
    page.open("en").await;
    assert!(page.says("Select words and press 1").await, "an empty page says what one does here");
    page.click_button("Open the sample").await;
    page.transcript().await;
    told(page, "Select some words").await;
    page.click_button("Show an example").await;
    told(page, "press 1 for a claim or 2 for a commitment").await;
    page.click_button("Claim").await;
    told(page, "That is a claim").await;
    page.press("Escape").await;
    told(page, "select a promise").await;
    page.click_button("Show an example").await;
    page.click_button("Commitment").await;
    told(page, "Export gives you a file").await;
    let (_, file) = page.export().await;
    let words: Vec<String> = Export::checked(&file)
        .annotations()
        .iter()
        .map(|one| one["exact"].as_str().unwrap_or_default().to_owned())
        .collect();
    assert!(words[0].starts_with("Last year the bridge") && words[1].starts_with("I will send"), "{words:?}");
    page.wait_until("the steps are over", async || step(page).await.is_empty().then_some(())).await;
    page.reload().await;
    page.transcript().await;
    assert_eq!(step(page).await, "", "they do not come again");

    page.click_button("Help and keys").await;
    let help = page.wait_for("dialog", "Help and keys").await;
    let text = help.text().await.expect("a dialog can be read");
    for words in ["How one works here", "What is kept, and where", "Commitment", "Claim"] {
        assert!(text.contains(words), "the help says nothing of “{words}”");
    }
}

async fn told(page: &Page, words: &str) {
    page.wait_until(format!("the next step is “{words}”"), async || step(page).await.contains(words).then_some(()))
        .await;
}

/// The next step, as it reads.
async fn step(page: &Page) -> String {
    page.ask("return document.querySelector('.steps-place')?.innerText ?? ''", Vec::new()).await
}
