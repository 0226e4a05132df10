//! Pieces, edges and mentions of an annotation: by keyboard alone, by mouse, and by touch on a narrow screen.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{elements::whole, material::DEBATE, page::Page, selecting::Words};

const PROMISE: Words = Words { turn: 1, from: "brief stuur ik", to: "brief stuur ik" };
const DATE: Words = Words { turn: 1, from: "voor de zomer", to: "voor de zomer" };
const THANKS: Words = Words { turn: 2, from: "toezegging", to: "toezegging" };
const NOTED: Words = Words { turn: 3, from: "noteer de brief", to: "noteer de brief" };

pub(crate) async fn by_keyboard(page: &Page) {
    page.open("en").await;
    page.open_text(DEBATE).await;
    page.select_by_keyboard(PROMISE).await;
    page.press("2").await;
    let id = page.wait_for_new(&BTreeSet::new()).await;
    page.press("Escape").await;
    page.press("n").await;

    page.select_by_keyboard(DATE).await;
    page.press("a").await;
    wait_for_words(page, &id, "brief stuur ikvoor de zomer").await;

    // The end over the full stop, and back; the beginning a word back.
    page.press("]").await;
    wait_for_words(page, &id, "brief stuur ikvoor de zomer.").await;
    page.press("[").await;
    page.press("{").await;
    wait_for_words(page, &id, "Die brief stuur ikvoor de zomer").await;

    page.select_by_keyboard(NOTED).await;
    page.press("m").await;
    page.wait_until("what the mention does has the focus", async || {
        page.query::<bool>("return document.activeElement.id.startsWith('mention-')").await.filter(|has| *has)
    })
    .await;
    page.press("c").await;
    let mentions = async || page.exported_mentions(&id).await;
    assert_eq!(mentions().await, json!([["confirmation", "noteer de brief"]]));

    // Nothing is lost by a reload, and every step can be taken back.
    page.reload().await;
    wait_for_words(page, &id, "Die brief stuur ikvoor de zomernoteer de brief").await;
    for words in ["", "Die brief stuur ikvoor de zomer", "brief stuur ikvoor de zomer", "brief stuur ikvoor de zomer."]
    {
        page.press("Control+z").await;
        if !words.is_empty() {
            wait_for_words(page, &id, words).await;
        }
    }
}

pub(crate) async fn by_mouse(page: &Page) {
    page.open("en").await;
    page.open_text(DEBATE).await;

    // Part of a word is the whole of it; with Alt it is what it is.
    let part = Words { turn: 1, from: "rief stuu", to: "rief stuu" };
    page.drag_over(part, &[]).await;
    wait_for_selection(page, "brief stuur").await;
    // Who drags what is selected would carry it away.
    page.press("Escape").await;
    page.drag_over(part, &["Alt"]).await;
    wait_for_selection(page, "rief stuu").await;
    page.press("Escape").await;
    page.drag_over(part, &[]).await;
    wait_for_selection(page, "brief stuur").await;
    page.click_button("Commitment").await;
    let id = page.wait_for_new(&BTreeSet::new()).await;
    wait_for_words(page, &id, "brief stuur").await;

    // A further piece and a mention, from the toolbar.
    page.select_by_mouse(DATE).await;
    page.click_button("Add words").await;
    wait_for_words(page, &id, "brief stuurvoor de zomer").await;
    page.select_by_mouse(THANKS).await;
    page.click_button("Mention").await;
    wait_for_words(page, &id, "brief stuurvoor de zomertoezegging").await;
    assert_eq!(page.exported_mentions(&id).await, json!([["repeat", "toezegging"]]));

    // An end is dragged into the next word: the whole of it is taken.
    page.drag_edge("end", "mouse", 14).await;
    wait_for_words(page, &id, "brief stuur ikvoor de zomertoezegging").await;

    // One piece is enough, and a mention can go.
    page.click_button("Remove “voor de zomer”").await;
    page.click_button("Remove “toezegging”").await;
    wait_for_words(page, &id, "brief stuur ik").await;
}

pub(crate) async fn by_touch(page: &Page) {
    page.open("en").await;
    page.open_text(DEBATE).await;
    page.hold_a_telephone().await;

    // The browser's own handles select; they cannot be driven from outside.
    page.select_by_script(PROMISE).await;
    page.tap("button", "Commitment").await;
    let id = page.wait_for_new(&BTreeSet::new()).await;
    wait_for_words(page, &id, "brief stuur ik").await;
    let typing: bool = page.ask("return document.activeElement.matches('input, textarea')", vec![]).await;
    assert!(!typing, "no keyboard covers the screen unasked");

    page.select_by_script(DATE).await;
    page.tap("button", "Add words").await;
    wait_for_words(page, &id, "brief stuur ikvoor de zomer").await;
    page.select_by_script(NOTED).await;
    page.tap("button", "Mention").await;
    wait_for_words(page, &id, "brief stuur ikvoor de zomernoteer de brief").await;
    page.tap("button", "Beginning one word back").await;
    wait_for_words(page, &id, "Die brief stuur ikvoor de zomernoteer de brief").await;
    page.drag_edge("end", "touch", 20).await;
    wait_for_words(page, &id, "Die brief stuur ik devoor de zomernoteer de brief").await;
    page.tap("button", "Undo").await;
    wait_for_words(page, &id, "Die brief stuur ikvoor de zomernoteer de brief").await;
    page.tap("button", "Delete").await;
    page.wait_for_ids(&BTreeSet::new()).await;
    page.tap("button", "Undo").await;
    page.wait_for_ids(&[id].into()).await;
}

/// Waits until the marks of an annotation, its mentions included, have these words one after the other.
async fn wait_for_words(page: &Page, id: &str, words: &str) {
    page.wait_until(format!("{id} marks “{words}”"), async || {
        let painted = page.marks(id).await;
        (painted.text == words).then_some(())
    })
    .await;
}

async fn wait_for_selection(page: &Page, words: &str) {
    page.wait_until(format!("“{words}” is selected"), async || {
        (page.query::<String>("return getSelection().toString()").await? == words).then_some(())
    })
    .await;
}

impl Page {
    /// The mentions of an annotation in the export: what each does, and its words.
    async fn exported_mentions(&self, id: &str) -> Value {
        let (_, file) = self.export().await;
        let file: Value = serde_json::from_str(&file).expect("an export is JSON");
        let annotations = file["annotations"].as_array().expect("with annotations");
        let annotation = annotations.iter().find(|entry| entry["id"] == id).expect("with this one");
        let mentions = annotation["mentions"].as_array().expect("with mentions");
        mentions.iter().map(|mention| json!([mention["role"], mention["exact"]])).collect()
    }

    /// Drags an edge of the chosen annotation to the right, by so many CSS pixels.
    async fn drag_edge(&self, edge: &str, pointer: &str, by: i64) {
        let script = "const done = arguments[1], edge = document.querySelector(`[data-edge=${arguments[0]}]`);
            edge.scrollIntoView({ block: 'center', behavior: 'instant' });
            requestAnimationFrame(() => requestAnimationFrame(() => {
                const rect = edge.getBoundingClientRect();
                done([rect.left, (rect.top + rect.bottom) / 2]);
            }));";
        let place = self.driver.execute_async(script, vec![json!(edge)]).await.expect("the edge is there");
        let (x, y) = place.convert::<(f64, f64)>().expect("at a place");
        let (x, y) = (whole(x), whole(y));
        self.drag_with(pointer, (x, y), (x + by, y)).await;
    }
}
