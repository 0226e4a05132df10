//! Pictures of the page for people to look at, wide and narrow, light and dark; and a check that nothing sticks out.

use crate::{
    harness::made,
    looks::SIZES,
    material::{CLAIM, COMMITMENT},
    page::Page,
    selecting::Words,
};

const MARKED: [(Words, &str); 3] =
    [(CLAIM, "1"), (Words { turn: 5, from: "A new bearing costs", to: "fifteen years" }, "1"), (COMMITMENT, "2")];

const SELECTED: Words = Words { turn: 5, from: "A new bridge costs", to: "buys us sixty" };

/// Gives the buttons of the toolbar beside the selection that something else hides.
const HIDDEN: &str = "return [...document.querySelectorAll('[role=toolbar] button')].filter(button => {
        const rect = button.getBoundingClientRect();
        return !button.contains(document.elementFromPoint((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2));
    }).map(button => button.innerText)";

pub(crate) async fn run(page: &Page) {
    let mut faults = Vec::new();
    for size in SIZES {
        page.resize(size).await;
        page.open("en").await;
        faults.extend(pose(page, "start-empty", size).await);
    }
    page.resize(SIZES[0]).await;
    mark(page).await;
    for size in SIZES {
        // The window may change under the reader's hands, as when a telephone is turned.
        page.resize(size).await;
        page.scroll_to(2).await;
        faults.extend(pose(page, "reading-chosen", size).await);
        page.select_by_mouse(SELECTED).await;
        page.wait_for("toolbar", "Annotate").await;
        faults.extend(pose(page, "reading-selection", size).await);
        page.press("Escape").await;
    }
    for size in SIZES {
        page.resize(size).await;
        page.open("en").await;
        faults.extend(pose(page, "start", size).await);
    }
    assert_eq!(faults, Vec::<String>::new(), "what sticks out of the window or is hidden in it");
}

async fn mark(page: &Page) {
    page.open_sample().await;
    for (words, key) in MARKED {
        let before = page.ids().await;
        page.select_by_mouse(words).await;
        page.press(key).await;
        page.wait_for_new(&before).await;
    }
}

/// Takes the page as it is, light and dark; gives what is wrong with it.
async fn pose(page: &Page, name: &str, (width, _): (u32, u32)) -> Vec<String> {
    let mut faults = Vec::new();
    for scheme in page.schemes() {
        page.prefer("prefers-color-scheme", scheme).await;
        page.picture(&made("screenshots").join(format!("{}-{name}-{width}-{scheme}.png", page.engine))).await;
    }
    let hidden: Vec<String> = page.ask(HIDDEN, Vec::new()).await;
    for (what, found) in [("sticking out", page.sticking_out().await), ("hidden", hidden)] {
        faults.extend(found.first().map(|_| format!("{name}-{width}: {what}: {}", found.join(", "))));
    }
    faults
}
