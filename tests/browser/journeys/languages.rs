//! The languages of the interface: forced by the address, taken from the browser, switched in the page.

use crate::page::Page;

pub(crate) async fn run(page: &Page) {
    page.open("nl").await;
    assert_language(page, "nl", "Verslag openen", "Verslag").await;
    page.open("en").await;
    assert_language(page, "en", "Open transcript", "Transcript").await;

    for (languages, lang, button, textbox) in [
        ("nl-BE,en", "nl", "Verslag openen", "Verslag"),
        ("en-GB,nl", "en", "Open transcript", "Transcript"),
        ("fr-FR,nl", "nl", "Verslag openen", "Verslag"),
        ("fr-FR", "en", "Open transcript", "Transcript"),
    ] {
        page.speak(languages).await;
        page.open("").await;
        assert_language(page, lang, button, textbox).await;
    }
    // The address is stronger than the browser.
    page.open("nl").await;
    assert_language(page, "nl", "Verslag openen", "Verslag").await;

    page.open("").await;
    page.click_button("Nederlands").await;
    assert_language(page, "nl", "Verslag openen", "Verslag").await;
    page.click_button("Voorbeeld openen").await;
    page.wait_for("complementary", "Aantekeningen").await;
    let before = page.scroll_to(12).await;
    page.click_button("English").await;
    page.wait_for("complementary", "Annotations").await;
    assert_eq!(lang(page).await, "en");
    page.wait_for_top(12, before).await;
    // A menu that opens and closes moves nothing either.
    page.click_button("Export").await;
    page.wait_for_first("[role=menu]").await;
    page.press("Escape").await;
    page.wait_until("the menu is closed", async || {
        page.query::<bool>("return !document.querySelector('[role=menu]')").await.filter(|closed| *closed)
    })
    .await;
    page.wait_for_top(12, before).await;
    page.click_button("Nederlands").await;
    page.wait_for("complementary", "Aantekeningen").await;
    // What was chosen holds after a reload.
    page.reload().await;
    page.wait_for("complementary", "Aantekeningen").await;
    assert_eq!(lang(page).await, "nl");
}

async fn assert_language(page: &Page, tag: &str, button: &str, textbox: &str) {
    page.wait_for("button", button).await;
    page.wait_for("textbox", textbox).await;
    assert_eq!(lang(page).await, tag, "the language of the document");
}

async fn lang(page: &Page) -> String {
    page.ask("return document.documentElement.lang", Vec::new()).await
}
