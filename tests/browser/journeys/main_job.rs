//! The main job, end to end: paste, mark by mouse and by keyboard, fill in, reload, take back, export, import.

use std::collections::BTreeSet;

use crate::{
    exports::{Export, without_time},
    material::{self, Material},
    page::Page,
    selecting::Words,
};

/// The annotations of this journey.
struct Marked {
    claim: String,
    two_paragraphs: String,
    hyphen: String,
}

impl Marked {
    fn ids(&self) -> BTreeSet<String> {
        [&self.claim, &self.two_paragraphs, &self.hyphen].map(Clone::clone).into()
    }
}

pub(crate) async fn run(page: &Page) {
    let material = material::main_job();
    open(page, &material).await;
    let marked = mark(page, &material).await;
    take_back(page, &marked).await;
    fill_in(page, &marked).await;
    reload(page, &material, &marked).await;
    delete(page, &marked).await;
    let exported = export(page, &material, &marked).await;
    import(page, &exported, &marked).await;
}

async fn open(page: &Page, material: &Material) {
    page.open("en").await;
    page.open_text(&material.text).await;
    assert_eq!(page.turns().await, (0..material.turns).collect::<Vec<_>>(), "the turns, numbered from 0");
    for (turn, speaker) in material.speakers.iter().enumerate() {
        let name = page.turn_name(turn).await;
        assert!(name.starts_with(speaker), "turn {turn} is named “{name}”, not after “{speaker}”");
    }
    page.wait_for_status("All changes saved").await;
}

async fn mark(page: &Page, material: &Material) -> Marked {
    let none = BTreeSet::new();
    page.wait_for_ids(&none).await;
    page.select_by_mouse(material.claim).await;
    page.wait_for("toolbar", "Annotate").await;
    page.press("1").await;
    let claim = page.wait_for_new(&none).await;
    assert_painted(page, &claim, "claim", material.claim).await;

    page.select_by_keyboard(material.two_paragraphs).await;
    page.press("2").await;
    let two_paragraphs = page.wait_for_new(&[claim.clone()].into()).await;
    assert_painted(page, &two_paragraphs, "commitment", material.two_paragraphs).await;
    assert!(page.marks(&two_paragraphs).await.count > 1, "an annotation over two paragraphs has a mark in each");

    page.select_by_mouse(material.hyphen).await;
    let toolbar = page.wait_for("toolbar", "Annotate").await;
    page.click_in(&toolbar, "button", "Commitment").await;
    let hyphen = page.wait_for_new(&[claim.clone(), two_paragraphs.clone()].into()).await;
    assert_painted(page, &hyphen, "commitment", material.hyphen).await;

    let marked = Marked { claim, two_paragraphs, hyphen };
    page.wait_for_ids(&marked.ids()).await;
    page.wait_for_status("All changes saved").await;
    marked
}

async fn assert_painted(page: &Page, id: &str, kind: &str, words: Words) {
    let painted = page.marks(id).await;
    assert_eq!(painted.kinds, [kind.to_owned()].into(), "what {words:?} was marked as");
    let fits = painted.text.starts_with(words.from) && painted.text.ends_with(words.to);
    assert!(fits, "“{}” is painted, not {words:?}", painted.text);
    let entries = page.annotations().await;
    let entry = entries.iter().find(|entry| entry.id == id).expect("what is marked is listed");
    assert!(entry.text.contains(words.from), "the entry of {words:?} says “{}”", entry.text);
}

/// Undo and Redo, by button and by key.
async fn take_back(page: &Page, marked: &Marked) {
    let (all, mut fewer) = (marked.ids(), marked.ids());
    fewer.remove(&marked.hyphen);
    page.click_button("Undo").await;
    page.wait_for_ids(&fewer).await;
    page.click_button("Redo").await;
    page.wait_for_ids(&all).await;
    page.press("Control+z").await;
    page.wait_for_ids(&fewer).await;
    page.press("Control+Shift+z").await;
    page.wait_for_ids(&all).await;
    page.wait_for_status("All changes saved").await;
}

const FILLED: [(&str, &str, &str); 7] = [
    ("claim", "textbox", "Summary"),
    ("claim", "textbox", "Note"),
    ("claim", "combobox", "Check"),
    ("commitment", "textbox", "Summary"),
    ("commitment", "textbox", "Note"),
    ("commitment", "textbox", "Due, as spoken"),
    ("commitment", "combobox", "Status"),
];

/// What is filled in, in the order of [`FILLED`].
const VALUES: [&str; 7] = [
    "The number of reports fell",
    "Ask CoMensha for the yearly figures — “2022” too",
    "being checked",
    "Says that it has no priority",
    "Said with a reservation",
    "vóór de zomer",
    "partly fulfilled",
];

async fn fill_in(page: &Page, marked: &Marked) {
    for ((kind, role, field), value) in FILLED.into_iter().zip(VALUES) {
        let id = id_of(marked, kind);
        if role == "combobox" {
            page.choose(id, field, value).await;
        } else {
            page.fill(id, field, value).await;
        }
    }
    assert_filled(page, marked).await;
    page.wait_for_status("All changes saved").await;
}

async fn assert_filled(page: &Page, marked: &Marked) {
    for ((kind, role, field), value) in FILLED.into_iter().zip(VALUES) {
        assert_eq!(page.field(id_of(marked, kind), role, field).await, value, "{field} of the {kind}");
    }
}

fn id_of<'a>(marked: &'a Marked, kind: &str) -> &'a str {
    if kind == "claim" { &marked.claim } else { &marked.hyphen }
}

/// After a reload everything is back, and the reader is where they were.
async fn reload(page: &Page, material: &Material, marked: &Marked) {
    let mut before = Vec::new();
    for id in marked.ids() {
        before.push(page.marks(&id).await);
    }
    let turn = material.turns / 2;
    let top = page.scroll_to(turn).await;
    page.reload().await;
    page.wait_until(format!("turn {turn} is where it was, at {top}"), async || {
        page.top_of(turn).await.filter(|now| (now - top).abs() <= 40.0)
    })
    .await;
    page.wait_for_ids(&marked.ids()).await;
    let mut after = Vec::new();
    for id in marked.ids() {
        after.push(page.marks(&id).await);
    }
    assert_eq!(after, before, "the marks after the reload");
    assert_filled(page, marked).await;
}

async fn delete(page: &Page, marked: &Marked) {
    let (all, mut fewer) = (marked.ids(), marked.ids());
    fewer.remove(&marked.two_paragraphs);
    let entry = page.entry(&marked.two_paragraphs).await;
    page.click_in(&entry, "button", "Delete").await;
    page.wait_for_ids(&fewer).await;
    page.click_button("Undo").await;
    page.wait_for_ids(&all).await;
    page.wait_for_status("All changes saved").await;
}

async fn export(page: &Page, material: &Material, marked: &Marked) -> String {
    let (name, text) = page.export().await;
    assert!(name.ends_with(".griffier.json") && name.len() > ".griffier.json".len(), "the file is named {name}");
    let export = Export::checked(&text);
    assert_eq!(export.source(), material.text, "the source, as it was pasted");
    assert_eq!(export.turns(), material.turns);
    let ids: BTreeSet<String> =
        export.annotations().iter().map(|entry| entry["id"].as_str().unwrap_or_default().to_owned()).collect();
    assert_eq!(ids, marked.ids());
    for id in &ids {
        let entry = export.annotation(id);
        let painted = page.marks(id).await;
        let exact = entry["exact"].as_str().unwrap_or_default();
        assert_eq!(painted.text, exact.replace('\n', ""), "the marks and the words of an annotation");
        assert!(painted.kinds.contains(entry["kind"].as_str().unwrap_or_default()), "{entry}");
    }
    let broken = export.source_words(&marked.hyphen).replace(" \n", "\n");
    assert!(broken.contains(material.broken), "the source has the broken word: “{broken}”");
    assert_exported_fields(&export, marked);
    text
}

fn assert_exported_fields(export: &Export, marked: &Marked) {
    let (claim, commitment) = (export.annotation(&marked.claim), export.annotation(&marked.hyphen));
    let written = [
        &claim["summary"],
        &claim["note"],
        &claim["claim"]["check"],
        &commitment["summary"],
        &commitment["note"],
        &commitment["commitment"]["due"],
        &commitment["commitment"]["status"],
    ];
    // The two that are chosen are written by name, not in the words of the screen.
    let mut values = VALUES;
    (values[2], values[6]) = ("checking", "partly");
    assert_eq!(written, values, "the fields in the export");
}

/// Clear the browser, import, export again: the same file, apart from its time.
async fn import(page: &Page, exported: &str, marked: &Marked) {
    page.ask::<()>("localStorage.clear()", Vec::new()).await;
    page.open("en").await;
    assert_eq!(page.transcripts().await, Vec::<String>::new(), "a cleared browser has no transcript");
    page.choose_file("back.griffier.json", exported.as_bytes()).await;
    page.wait_to_be_told("Imported: 3 annotations added").await;
    page.wait_for_ids(&marked.ids()).await;
    assert_filled(page, marked).await;
    let (_, again) = page.export().await;
    assert_eq!(without_time(&again), without_time(exported), "the file when exported anew");
    page.reload().await;
    page.wait_for_ids(&marked.ids()).await;
}
