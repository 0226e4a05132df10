//! A long text: opened in steps that can be called off, and wholly there for whoever looks for it.

use serde_json::{Value, json};

use crate::page::Page;

const SAMPLE: &str = include_str!("../../../samples/commissiedebat.txt");

/// Stands at the end of the text only.
const LAST: &str = "De allerlaatste dijkwachter.";

/// About so many bytes, and a last sentence that is there once.
fn long(bytes: usize) -> String {
    format!("{}\n\n{LAST}\n", SAMPLE.repeat(bytes / SAMPLE.len()))
}

pub(crate) async fn whole(page: &Page) {
    page.open("en").await;
    page.choose_file("long.txt", long(400_000).as_bytes()).await;
    page.transcript().await;
    page.wait_until("the last words are in the document", async || {
        let script = format!("return document.getElementById('transcript').textContent.includes({LAST:?})");
        page.query::<bool>(&script).await.filter(|there| *there)
    })
    .await;
    page.wait_for_status("All changes saved").await;

    // The browser's own search finds what was never on the screen.
    let found: bool = page.ask("return window.find(arguments[0])", vec![json!(LAST)]).await;
    assert!(found, "the browser finds the last words");

    // A selection runs over more than a thousand paragraphs.
    let selected: (usize, usize) = page
        .ask(
            "const all = document.querySelectorAll('[data-paragraph]');
             getSelection().setBaseAndExtent(all[0], 0, all[all.length - 1], 1);
             return [all.length, getSelection().toString().length]",
            vec![],
        )
        .await;
    assert!(selected.0 > 1_500 && selected.1 > 350_000, "{selected:?}");

    // A screen reader is told of the last words, and paper shows them.
    let tree = page.devtools_answer("Accessibility.getFullAXTree", json!({})).await;
    let told = tree["nodes"].as_array().expect("there is a tree").iter();
    let told = told.filter_map(|node| node["name"]["value"].as_str()).any(|name| name.contains(LAST));
    assert!(told, "assistive technology is told of the last words");
    let printed = page.devtools_answer("Page.printToPDF", json!({ "transferMode": "ReturnAsStream" })).await;
    assert!(pages(page, &printed).await > 80, "all of it is printed");
}

/// How many pages a printed document has.
async fn pages(page: &Page, printed: &Value) -> usize {
    let mut document = Vec::new();
    loop {
        let part = page.devtools_answer("IO.read", json!({ "handle": printed["stream"], "size": 1 << 20 })).await;
        document.push(part["data"].as_str().expect("the document comes in parts").to_owned());
        if part["eof"] == json!(true) {
            break;
        }
    }
    let script = "return arguments[0].map(atob).join('').split('/Type /Page\\n').length - 1";
    page.ask(script, vec![json!(document)]).await
}

pub(crate) async fn called_off(page: &Page) {
    page.open("en").await;
    // So slow a machine that opening takes long on any.
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 20 })).await;
    page.choose_file("long.txt", long(12_000_000).as_bytes()).await;
    // Seen and pressed in one: a driver that first asks for the button's name may find the work done.
    page.wait_until("it is shown how far it is, and called off", async || {
        let script = "const bar = document.querySelector('progress[aria-labelledby=loading]');
            const cancel = bar && [...document.querySelectorAll('button')].find(e => e.innerText === 'Cancel');
            cancel?.click(); return !!cancel";
        page.query::<bool>(script).await.filter(|done| *done)
    })
    .await;
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
    page.wait_for("button", "Open transcript").await;
    // Nothing of it comes later, and another text can be opened.
    page.open_text(SAMPLE).await;
    assert_eq!(page.turns().await.len(), 35);
    page.wait_for_status("All changes saved").await;
}
