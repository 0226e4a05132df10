//! Several transcripts in one browser: the list on the start page, and deleting one.

use std::collections::BTreeSet;

use crate::{page::Page, selecting::Words};

const DUTCH: &str = "De waterveiligheid in de Noordpolder";
const ENGLISH: &str = "Harbour Committee, Town of Eastmere";

pub(crate) async fn run(page: &Page) {
    page.open("nl").await;
    page.click_button("Voorbeeld openen").await;
    page.wait_for("region", "Verslag").await;
    page.open_sample().await;
    page.select_by_mouse(Words { turn: 5, from: "A new bearing costs", to: "fifteen years" }).await;
    page.press("1").await;
    page.wait_for_new(&BTreeSet::new()).await;

    page.open("en").await;
    assert_listed(page, &[(DUTCH, "12 March 2031", "0 claims, 0 commitments")]).await;
    assert_listed(page, &[(ENGLISH, "4 February 2031", "1 claim, 0 commitments")]).await;
    assert_eq!(page.transcripts().await.len(), 2);
    assert_keys(page).await;
    each_opens(page).await;
    delete(page).await;
}

async fn assert_listed(page: &Page, wanted: &[(&str, &str, &str)]) {
    let listed = page.transcripts().await;
    for (title, date, counts) in wanted {
        let row = listed.iter().find(|row| row.contains(title));
        let row = row.unwrap_or_else(|| panic!("“{title}” is not among {listed:?}"));
        assert!(row.contains(date) && row.contains(counts), "the row of {title} is “{row}”");
    }
}

async fn assert_keys(page: &Page) {
    let strangers: Vec<String> = page.storage().await.into_keys().filter(|key| !key.starts_with("griffier:")).collect();
    assert_eq!(strangers, Vec::<String>::new(), "keys that do not begin with `griffier:`");
}

async fn each_opens(page: &Page) {
    for (title, words) in [(DUTCH, "De Oude Wachter"), (ENGLISH, "swing bridge")] {
        page.open("en").await;
        let script = "return [...document.querySelectorAll('a[href*=\"#/t/\"]')]
            .find(e => e.innerText.includes(arguments[0]))";
        let link = page.driver.execute(script, vec![title.into()]).await.expect("the page can be asked");
        link.element().expect("the transcript is listed").click().await.expect("a listed transcript can be clicked on");
        page.transcript().await;
        let shown = async || page.says(words).await.then_some(());
        page.wait_until(format!("“{title}” shows its words"), shown).await;
    }
    page.driver.back().await.expect("the browser goes back");
    page.wait_until("Back leads to the start page", async || page.find("textbox", "Transcript").await).await;
}

async fn delete(page: &Page) {
    let before = page.storage().await;
    page.click_button(&format!("Delete {ENGLISH}")).await;
    let question = page.wait_for("dialog", "Delete this transcript?").await;
    page.click_in(&question, "button", "Cancel").await;
    page.wait_until("the question is gone", async || {
        page.find("dialog", "Delete this transcript?").await.is_none().then_some(())
    })
    .await;
    assert_eq!(page.transcripts().await.len(), 2, "Cancel keeps both");
    assert_eq!(page.storage().await, before, "Cancel changes nothing");

    page.click_button(&format!("Delete {ENGLISH}")).await;
    let question = page.wait_for("dialog", "Delete this transcript?").await;
    page.click_in(&question, "button", "Delete transcript").await;
    page.wait_until("one transcript is left", async || (page.transcripts().await.len() == 1).then_some(())).await;
    assert_listed(page, &[(DUTCH, "12 March 2031", "0 claims, 0 commitments")]).await;
    page.reload().await;
    page.wait_until("it is still gone after a reload", async || (page.transcripts().await.len() == 1).then_some(()))
        .await;
    assert!(!page.storage().await.values().any(|value| value.contains("swing bridge")), "its text is gone too");
    assert_keys(page).await;
}
