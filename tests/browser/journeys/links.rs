//! Links to annotations, the browser's Back, and quotes that are copied with a link.

use std::collections::BTreeSet;

use crate::{material::CLAIM, page::Page, selecting::Words};

const SECOND: Words = Words { turn: 5, from: "A new bearing costs", to: "fifteen years" };

pub(crate) async fn run(page: &Page) {
    page.open_sample().await;
    let mut ids = BTreeSet::new();
    let mut marked = Vec::new();
    for words in [CLAIM, SECOND] {
        page.select_by_mouse(words).await;
        page.press("1").await;
        let id = page.wait_for_new(&ids).await;
        ids.insert(id.clone());
        marked.push(id);
    }
    let [first, second] = [&marked[0], &marked[1]];
    page.wait_until("the address says which is chosen", async || address(page).await.ends_with(second).then_some(()))
        .await;
    page.press("Escape").await;

    // Chosen one after the other, they are gone back through.
    for id in [first, second] {
        page.entry(id).await;
        wait_for_chosen(page, id).await;
    }
    page.driver.back().await.expect("the browser goes back");
    wait_for_chosen(page, first).await;

    // The link opens at the annotation, in a new load.
    let link = address(page).await;
    page.driver.goto("about:blank").await.expect("the browser leaves the page");
    page.driver.goto(&link).await.expect("the browser opens the link");
    wait_for_chosen(page, first).await;
    page.wait_until("its words are on the screen", async || {
        let script = format!(
            "const rect = document.querySelector('mark[data-annotation=\"{first}\"]').getBoundingClientRect();
            return rect.top > 0 && rect.bottom < innerHeight"
        );
        page.query::<bool>(&script).await.filter(|there| *there)
    })
    .await;

    // The quote with its source.
    page.wait_until("the quote is copied", async || {
        page.click_button("Copy quote").await;
        // WebKit lets a page copy only within a moment of the click. On a slow machine that is over, and the page says so.
        let answers = ["The quote is copied", "does not let this page copy"];
        let told = page.wait_to_be_told_one_of(&answers).await;
        (told == answers[0]).then_some(())
    })
    .await;
    let memo = page.clipboard().await;
    let lines: Vec<&str> = memo.trim_end().lines().collect();
    assert!(lines[0].starts_with("“Last year the bridge") && lines[0].ends_with("17 of those”"), "{memo}");
    assert!(lines[1].starts_with("— ") && lines[1].contains("Harbour Committee, Town of Eastmere"), "{memo}");
    assert!(lines[1].contains("4 February 2031") && lines[1].ends_with("turn 4"), "{memo}");
    assert_eq!(lines[2], link, "{memo}");

    // Of one that was deleted, that is said.
    let entry = page.entry(first).await;
    page.click_in(&entry, "button", "Delete").await;
    page.wait_for_ids(&[second.clone()].into()).await;
    page.driver.goto("about:blank").await.expect("the browser leaves the page");
    page.driver.goto(&link).await.expect("the browser opens the link");
    page.wait_to_be_told("This annotation is not in the transcript").await;
    page.wait_for_ids(&[second.clone()].into()).await;
}

/// Who follows a link gets there, also where the page was about to show another address: the browser tells of the link
/// only a while after it followed it.
pub(crate) async fn before_the_address_is_shown(page: &Page) {
    let keep_the_timers_of_the_address = "const start = window.setTimeout;
        window.held = [];
        window.setTimeout = (run, after) => {
            if (after !== 200) return start(run, after);
            held.push(run);
            return start(() => {}, after);
        };";
    page.diary.run_first(keep_the_timers_of_the_address);
    page.open("en").await;
    page.open_sample().await;
    page.mark(CLAIM, "1").await;
    page.press("Escape").await;
    page.wait_for_status("All changes saved").await;
    page.ask::<()>("document.querySelector('a.brand').click(); held.at(-1)()", Vec::new()).await;
    page.wait_for("textbox", "Transcript").await;
    assert!(address(page).await.ends_with("#/"));
    // The transcript is a step back, as it was left.
    page.driver.back().await.expect("the browser goes back");
    page.wait_for_first("mark").await;
}

async fn address(page: &Page) -> String {
    page.driver.current_url().await.expect("the browser has an address").to_string()
}

/// The fields of this annotation are open, and the address says so.
async fn wait_for_chosen(page: &Page, id: &str) {
    page.wait_until(format!("{id} is chosen"), async || {
        let script = "return document.querySelector('.card.active')?.dataset.annotation ?? ''";
        let chosen: String = page.query(script).await?;
        (chosen == id && address(page).await.ends_with(id)).then_some(())
    })
    .await;
}
