//! A long text: opened in steps that can be called off, and wholly there for whoever looks for it.

use serde_json::json;

use crate::{browser::post, engine::Engine, page::Page};

const SAMPLE: &str = include_str!("../../../samples/commissiedebat.txt");

/// Stands at the end of the text only.
const LAST: &str = "De allerlaatste dijkwachter.";

/// About so many bytes, and a last sentence that is there once.
fn long(bytes: usize) -> String {
    format!("{}\n\n{LAST}\n", SAMPLE.repeat(bytes / SAMPLE.len()))
}

async fn open_long(page: &Page) {
    page.open("en").await;
    page.choose_file("long.txt", long(400_000).as_bytes()).await;
    page.transcript().await;
    page.wait_until("the last words are in the document", async || {
        let script = format!("return document.getElementById('transcript').textContent.includes({LAST:?})");
        page.query::<bool>(&script).await.filter(|there| *there)
    })
    .await;
    page.wait_for_status("All changes saved").await;
}

pub(crate) async fn whole(page: &Page) {
    open_long(page).await;

    // The browser's own search finds what was never on the screen.
    let found: bool = page.ask("return window.find(arguments[0])", vec![json!(LAST)]).await;
    assert!(found, "the browser finds the last words");

    // A selection runs over more than a thousand paragraphs.
    let selected: (usize, usize) = page
        .ask(
            "const all = document.querySelectorAll('[data-paragraph]');
             getSelection().setBaseAndExtent(all[0], 0, all[all.length - 1], 1);
             return [all.length, getSelection().getRangeAt(0).toString().length]",
            vec![],
        )
        .await;
    assert!(selected.0 > 1_500 && selected.1 > 350_000, "{selected:?}");
}

/// A screen reader is told of the last words, once they were found.
pub(crate) async fn told(page: &Page) {
    whole(page).await;
    page.wait_until("assistive technology is told of the last words", async || {
        let tree = page.devtools_answer("Accessibility.getFullAXTree", json!({})).await;
        let mut names = tree["nodes"].as_array()?.iter().filter_map(|node| node["name"]["value"].as_str());
        names.any(|name| name.contains(LAST)).then_some(())
    })
    .await;
}

/// Paper shows all of it.
pub(crate) async fn printed(page: &Page) {
    open_long(page).await;
    assert!(prints(page, 81).await, "all of it is printed");
    assert!(!prints(page, 5_000).await, "a page that is not there is told from one that is");
}

/// Whether something stands on this page of what is printed. Of a page that is not there one browser prints nothing, and
/// another one an empty document.
async fn prints(page: &Page, number: usize) -> bool {
    const EMPTY: usize = 3_000;
    let document = post(&page.driver, "print", json!({ "pageRanges": [number.to_string()] })).await;
    document.is_ok_and(|document| document.as_str().is_some_and(|letters| letters.len() > EMPTY))
}

pub(crate) async fn called_off(page: &Page) {
    page.open("en").await;
    slow_down(page, 20).await;
    page.choose_file("long.txt", long(12_000_000).as_bytes()).await;
    // Seen and pressed in one: a driver that first asks for the button's name may find the work done.
    page.wait_until("it is shown how far it is, and called off", async || {
        let script = "const bar = document.querySelector('progress[aria-labelledby=loading]');
            const cancel = bar && [...document.querySelectorAll('button')].find(e => e.innerText === 'Cancel');
            cancel?.click(); return !!cancel";
        page.query::<bool>(script).await.filter(|done| *done)
    })
    .await;
    slow_down(page, 1).await;
    page.wait_for("button", "Open transcript").await;
    // Nothing of it comes later, and another text can be opened.
    page.open_text(SAMPLE).await;
    assert_eq!(page.turns().await.len(), 35);
    page.wait_for_status("All changes saved").await;
}

/// Makes the machine so slow that opening takes long on any; the other two engines are slow enough.
async fn slow_down(page: &Page, times: u32) {
    if page.engine == Engine::Chromium {
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }
}
