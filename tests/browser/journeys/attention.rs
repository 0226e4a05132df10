//! Where the attention is: the focus is never lost, what happens is said, and marks say what they are.

use std::collections::BTreeSet;

use serde_json::json;

use crate::{
    looks::SIZES,
    material::{CLAIM, DEBATE},
    page::Page,
    selecting::Words,
};

const BRIEF: Words = Words { turn: 1, from: "Die brief", to: "toe" };
const HAVEN: Words = Words { turn: 1, from: "Over de haven", to: "door" };
const ZOMER: Words = Words { turn: 1, from: "Dat doe ik", to: "zomer" };
const THANKS: Words = Words { turn: 2, from: "voor die toezegging", to: "toezegging" };

pub(crate) async fn focus(page: &Page) {
    page.open("en").await;
    page.open_text(DEBATE).await;
    has_focus(page, "a new text", "transcript").await;

    // Deleted by key and by button, taken back, done again: reading goes on.
    for way in ["key", "button"] {
        let id = page.mark(BRIEF, "2").await;
        if way == "key" {
            page.press("Escape").await;
            page.press("n").await;
            page.press("Delete").await;
        } else {
            let entry = page.entry(&id).await;
            page.click_in(&entry, "button", "Delete").await;
        }
        page.wait_for_ids(&BTreeSet::new()).await;
        has_focus(page, &format!("deleted by {way}"), "transcript").await;
        page.press("Control+z").await;
        page.wait_for_ids(&[id.clone()].into()).await;
        has_focus(page, "undo", "transcript").await;
        page.press("Control+Shift+z").await;
        page.wait_for_ids(&BTreeSet::new()).await;
        has_focus(page, "redo", "transcript").await;
    }

    // What is taken back takes the card with it that had the focus.
    page.mark(BRIEF, "2").await;
    page.press("Escape").await;
    page.focus_on("button", "Codebook").await;
    page.press("Tab").await;
    while !page.query::<bool>("return document.activeElement.matches('.card .head')").await.unwrap_or(false) {
        page.press("Tab").await;
    }
    page.press("Control+z").await;
    page.wait_for_ids(&BTreeSet::new()).await;
    has_focus(page, "the card is gone", "annotations").await;
    page.focus_on("button", "Redo").await;
    page.press("Enter").await;
    page.wait_for_first("mark").await;
    assert_eq!(focused(page).await, "Redo", "the button keeps the focus");

    // What opens over the page gives the focus back.
    for (name, shown) in [
        ("Codebook", "dialog"),
        ("History", ".menu"),
        ("Export", ".menu"),
        ("How this was read: 1 repair", "dialog"),
        ("Help and keys", "dialog"),
    ] {
        page.focus_on("button", name).await;
        page.press("Enter").await;
        page.wait_for_first(shown).await;
        let inside = format!("return !!document.activeElement.closest('{shown}')");
        page.wait_until(format!("{name} has the focus"), async || page.query::<bool>(&inside).await.filter(|is| *is))
            .await;
        page.press("Escape").await;
        page.wait_until(format!("{name} is closed"), async || {
            page.query::<bool>(&format!("return !document.querySelector('{shown}')")).await.filter(|gone| *gone)
        })
        .await;
        page.wait_until(format!("{name} gives the focus back"), async || (focused(page).await == name).then_some(()))
            .await;
    }
    page.press("f").await;
    has_focus(page, "find", "find").await;
    page.press("Escape").await;
    has_focus(page, "find is closed", "transcript").await;
    page.focus_on("button", "Rename").await;
    page.press("Enter").await;
    page.wait_for("textbox", "Title").await;
    page.press("Escape").await;
    page.wait_until("renaming gives the focus back", async || (focused(page).await == "Rename").then_some(())).await;
}

/// What had the focus goes away.
pub(crate) async fn gone(page: &Page) {
    page.open("en").await;
    page.open_text(DEBATE).await;

    // A button that goes away by being pressed.
    page.focus_on("button", "Only Mevrouw Aalst (Kust)").await;
    page.press("Enter").await;
    page.focus_on("button", "Show all").await;
    page.press("Enter").await;
    has_focus(page, "all are shown", "transcript").await;
    page.press("Escape").await;
    page.press("1").await;
    page.focus_on("button", "Close this message").await;
    page.press("Enter").await;
    has_focus(page, "the notice is gone", "transcript").await;
    page.focus_on("button", "Codebook").await;
    page.press("Enter").await;
    page.wait_for("dialog", "Codebook").await;
    page.click("textbox", "Name").await;
    page.type_text("Question").await;
    page.press("Enter").await;
    page.click_button("Remove").await;
    page.wait_until("the kind is gone", async || page.find("button", "Remove").await.is_none().then_some(())).await;
    has_focus(page, "the kind is gone", "dialog-title").await;
    page.press("Escape").await;

    // Another page, and the list of transcripts.
    page.open("en").await;
    page.open_text("De voorzitter:\nDank.\n").await;
    page.focus_on("link", "Griffier").await;
    page.press("Enter").await;
    page.wait_for_first(".transcripts").await;
    has_focus(page, "the start page", "heading").await;
    for left in ["listed-", "paste"] {
        page.click_first(".transcripts .quiet").await;
        page.click_button("Delete transcript").await;
        page.wait_until(format!("{left} has the focus"), async || {
            let id: String = page.query("return document.activeElement.id").await?;
            id.starts_with(left).then_some(())
        })
        .await;
    }
}

/// Gives what is wrong with how the focus is seen; nothing where it is at the end of the page.
const UNSEEN: &str = "const e = document.activeElement, style = getComputedStyle(e), rect = e.getBoundingClientRect();
    if (e === document.body) return null;
    const name = `${e.localName}.${e.className} «${e.ariaLabel ?? e.innerText ?? ''}»`.slice(0, 80);
    const isFramed = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    // The transcript has a line at its side and a caret in its text.
    if (e.id === 'transcript') return getComputedStyle(e, '::before').width === '2px' ? '' : `${name} has no line`;
    const there = document.elementFromPoint((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2);
    const isCovered = !(there && (e.contains(there) || there.contains(e) || there.closest('label')?.contains(e)));
    return isFramed && !isCovered ? '' : `${name} is ${isFramed ? '' : 'not framed '}${isCovered ? 'covered' : ''}`;";

/// What has the focus, in a word or two.
const STOP: &str = "const e = document.activeElement; return e.ariaLabel ?? e.innerText?.slice(0, 20) ?? e.localName";

pub(crate) async fn seen(page: &Page) {
    seen_now(page).await;
}

/// The same in a window like a telephone's.
pub(crate) async fn seen_narrow(page: &Page) {
    page.resize(SIZES[1]).await;
    seen_now(page).await;
}

async fn seen_now(page: &Page) {
    page.open_sample().await;
    page.mark(CLAIM, "1").await;
    page.press("Escape").await;
    // Once the page is at rest: nothing is drawn under the keys.
    page.wait_for_status("All changes saved").await;
    let (mut faults, mut stops) = (Vec::new(), Vec::new());
    // From the first stop on, until the end of the page or the first again: each browser goes on in its own way.
    page.ask::<()>("document.querySelector('.skip').focus()", Vec::new()).await;
    page.press("Tab").await;
    page.press("Shift+Tab").await;
    for _ in 0..100 {
        let Some(fault) = page.ask::<Option<String>>(UNSEEN, Vec::new()).await else { break };
        stops.push(page.query::<String>(STOP).await.unwrap_or_default());
        faults.extend(Some(fault).filter(|fault| !fault.is_empty()));
        page.press("Tab").await;
        if page.query::<bool>("return document.activeElement === document.querySelector('.skip')").await == Some(true) {
            break;
        }
    }
    assert!(stops.len() > 20, "Tab led to the end of the page after {}: {stops:?}", stops.len());
    assert_eq!(faults, Vec::<String>::new(), "focus that is not seen");
}

pub(crate) async fn announced(page: &Page) {
    page.open("en").await;
    page.open_text(DEBATE).await;
    // The number is that of its place in the text.
    for (words, key, told) in [
        (BRIEF, "2", "Commitment marked, 1 of 1"),
        (ZOMER, "2", "Commitment marked, 2 of 2"),
        (THANKS, "1", "Claim marked, 1 of 1"),
        (HAVEN, "2", "Commitment marked, 2 of 3"),
    ] {
        page.mark(words, key).await;
        wait_to_hear(page, told).await;
        page.press("Escape").await;
    }
    page.press("Control+z").await;
    wait_to_hear(page, "Undone: Commitment marked").await;
    page.press("Control+Shift+z").await;
    wait_to_hear(page, "Redone: Commitment marked").await;
    page.press("Delete").await;
    wait_to_hear(page, "Annotation deleted").await;

    page.click_button("Nederlands").await;
    let region = "[aria-label=Verslag]";
    page.wait_for_first(region).await;
    page.press("Control+z").await;
    wait_to_hear(page, "Ongedaan gemaakt: Toezegging verwijderd").await;
    page.press("h").await;
    wait_to_hear(page, "Markeringen").await;

    // While a dialog is open, nothing outside it is read out.
    page.click_button("Codeboek").await;
    page.wait_for_first("dialog[open]").await;
    page.click("textbox", "Naam").await;
    page.type_text("Vraag").await;
    page.click_button("Soort toevoegen").await;
    page.wait_until("the dialog says it", async || {
        let said: String = page.query("return document.querySelector('dialog [aria-live]').textContent").await?;
        (!said.trim().is_empty()).then_some(())
    })
    .await;
}

pub(crate) async fn marks(page: &Page) {
    mark_three(page).await;
    let described = "return [...document.querySelectorAll('mark')].map(e => e.getAttribute('aria-description') ?? '')";
    let told = async || page.ask::<BTreeSet<String>>(described, Vec::new()).await;
    assert_eq!(told().await, DESCRIBED.map(str::to_owned).into());

    // The words are the words, and nothing else is read among them.
    let words: Vec<String> =
        page.ask("return [...document.querySelectorAll('[data-paragraph]')].map(e => e.textContent)", vec![]).await;
    let spoken = DEBATE.split("\n\n").map(|turn| turn.split_once(":\n").expect("a heading").1.trim());
    assert_eq!(words, spoken.collect::<Vec<_>>());

    // With marks off nothing is said of them; of the chosen one it is.
    page.press("h").await;
    page.wait_for_first(".plain").await;
    assert_eq!(told().await, [String::new()].into());
    page.press("n").await;
    page.wait_for_first("mark.active").await;
    assert_eq!(told().await.len(), 2, "the chosen one says what it is");
    page.press("Escape").await;
    page.press("h").await;
    assert_eq!(told().await, DESCRIBED.map(str::to_owned).into());
}

/// What assistive technology is told.
pub(crate) async fn told(page: &Page) {
    mark_three(page).await;
    let tree = page.devtools_answer("Accessibility.getFullAXTree", json!({})).await;
    let nodes = tree["nodes"].as_array().expect("there is a tree").iter();
    let marks = nodes.filter(|node| node["role"]["value"] == "mark");
    let told: BTreeSet<&str> = marks.map(|mark| mark["description"]["value"].as_str().unwrap_or_default()).collect();
    assert_eq!(told, DESCRIBED.into());
    let tree = tree.to_string();
    assert!(!tree.contains("\"Cl\"") && !tree.contains("\"Co\""), "the letters over marks are for eyes");
}

/// What the marks of [`mark_three`] are said to be.
const DESCRIBED: [&str; 3] = ["Claim, Mevrouw Aalst", "Claim, Minister Ter Horst", "Commitment, Minister Ter Horst"];

async fn mark_three(page: &Page) {
    page.open("en").await;
    page.open_text(DEBATE).await;
    let crossing = Words { turn: 1, from: "brief", to: "haven" };
    for (words, key) in [(BRIEF, "2"), (crossing, "1"), (THANKS, "1")] {
        page.mark(words, key).await;
        page.press("Escape").await;
    }
}

/// What has the focus, by its name or its words.
async fn focused(page: &Page) -> String {
    page.query("const e = document.activeElement; return e.ariaLabel ?? e.innerText").await.unwrap_or_default()
}

async fn has_focus(page: &Page, when: &str, id: &str) {
    page.wait_until(format!("{when}: #{id} has the focus"), async || {
        (page.query::<String>("return document.activeElement.id").await? == id).then_some(())
    })
    .await;
}

/// Waits until those who cannot see it are told words that begin like this.
async fn wait_to_hear(page: &Page, words: &str) {
    page.wait_until(format!("it is said “{words}”"), async || {
        let said: String = page.query("return document.querySelector('body > [aria-live]').textContent").await?;
        said.starts_with(words).then_some(())
    })
    .await;
}
