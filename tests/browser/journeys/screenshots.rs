//! Pictures of the page for people to look at, wide and narrow, light and dark; and a check that nothing sticks out.

use std::collections::BTreeSet;

use serde_json::json;

use crate::{engine::Engine, harness::made, page::Page, selecting::Words};

const SIZES: [(u32, u32); 2] = [(1440, 900), (390, 844)];
const MARKED: [(Words, &str); 3] = [
    (Words { turn: 3, from: "Last year the bridge", to: "17 of those" }, "1"),
    (Words { turn: 5, from: "A new bearing costs", to: "fifteen years" }, "1"),
    (Words { turn: 5, from: "There are two options", to: "repair or replace" }, "2"),
];

const SELECTED: Words = Words { turn: 5, from: "A new bridge costs", to: "buys us sixty" };

/// Gives the width of the page and the elements that make it so, where that is wider than the window.
const STICKING_OUT: &str = "const width = document.scrollingElement.scrollWidth;
    if (width <= innerWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth);
    return [`${width} of ${innerWidth}`, ...wide.slice(0, 12).map(e => `${e.tagName}.${e.className}`)];";

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
        let before: BTreeSet<String> = page.ids().await;
        page.select_by_mouse(words).await;
        page.press(key).await;
        page.wait_for_new(&before).await;
    }
}

/// Takes the page as it is, light and dark; gives what is wrong with it.
async fn pose(page: &Page, name: &str, (width, _): (u32, u32)) -> Vec<String> {
    let mut faults = Vec::new();
    for scheme in page.schemes() {
        page.prefer(scheme).await;
        page.picture(&made("screenshots").join(format!("{}-{name}-{width}-{scheme}.png", page.engine))).await;
    }
    for (what, script) in [("sticking out", STICKING_OUT), ("hidden", HIDDEN)] {
        let found: Vec<String> = page.ask(script, Vec::new()).await;
        faults.extend(found.first().map(|_| format!("{name}-{width}: {what}: {}", found.join(", "))));
    }
    faults
}

impl Page {
    /// The schemes of colours that the page can be seen in. `WebKitGTK` has the one of the desktop.
    fn schemes(&self) -> &'static [&'static str] {
        if self.engine == Engine::WebKit { &["light"] } else { &["dark", "light"] }
    }

    /// Has the page seen in a scheme of colours.
    async fn prefer(&self, scheme: &str) {
        match self.engine {
            Engine::Chromium => {
                let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
                self.devtools("Emulation.setEmulatedMedia", features).await;
            }
            Engine::Firefox => {
                let value = json!(i32::from(scheme == "light"));
                self.set_in_firefox("layout.css.prefers-color-scheme.content-override", value).await;
            }
            Engine::WebKit => {}
        }
    }
}
