//! The page itself on the work: what it opens, how long that takes, and how much memory it holds then.

use std::{collections::BTreeMap, time::Duration};

use griffier::model::Paragraph;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{material::debate::Debate, page::Page};

/// What is watched inside the page.
const WATCH: &str = include_str!("watch.js");

/// How long one measurement may take. Far more than any should: an end all the same.
const PATIENCE: Duration = Duration::from_mins(45);

/// How a text was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Way {
    /// By a click on its entry in the list of what this browser keeps.
    #[default]
    Stored,
    /// As a project file, since the browser's store had no room for it.
    ProjectFile,
    /// As a file of plain text.
    TextFile,
}

/// An opening, in milliseconds from the click.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Opening {
    #[serde(skip)]
    pub(crate) way: Way,
    /// When the highlights on the screen were painted, or the words where nothing is highlighted.
    pub(crate) painted: f64,
    /// When the last paragraph was in the document.
    pub(crate) complete: f64,
    /// When a sign of progress was shown, if one was.
    pub(crate) told: Option<f64>,
    /// The longest task of the main thread until then; 0 where none took 50 ms.
    pub(crate) longest: f64,
    /// What the document had then.
    found: Census,
}

impl Opening {
    /// When everything was there: the highlights painted, and the text complete.
    pub(crate) fn done(&self) -> f64 {
        self.painted.max(self.complete)
    }
}

/// What the page holds in memory, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Memory {
    /// The memory of its WebAssembly module.
    pub(crate) wasm: f64,
    /// The objects of its scripts, after the garbage was collected.
    pub(crate) heap: f64,
}

/// What the document has: paragraphs, UTF-16 units of text in them, and painted annotations.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
struct Census {
    paragraphs: usize,
    units: usize,
    painted: usize,
}

/// Makes a new browser ready for measuring.
pub(crate) async fn prepare(page: &Page) {
    page.driver.set_script_timeout(PATIENCE).await.expect("the driver waits for scripts");
    page.driver.set_page_load_timeout(PATIENCE).await.expect("the driver waits for pages");
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
    page.devtools("Performance.enable", json!({})).await;
    page.devtools("HeapProfiler.enable", json!({})).await;
}

/// Opens a debate that is stored in this browser, or, where the store has no room for it, its project file.
pub(crate) async fn open_stored(page: &Page, debate: &Debate) -> Opening {
    let has_room = start(page, &debate.store()).await;
    let opening = if has_room { click(page, debate).await } else { choose_project(page, debate).await };
    assert_complete(debate, opening.found);
    opening
}

/// Opens the text alone, as a file.
pub(crate) async fn open_text_file(page: &Page, debate: &Debate) -> Opening {
    start(page, &BTreeMap::new()).await;
    let bare = vec![json!(""), json!(debate.transcript.paragraphs.len() - 1)];
    let opening = choose(page, "debate.txt", &debate.text, bare).await;
    Opening { way: Way::TextFile, ..opening }
}

async fn click(page: &Page, debate: &Debate) -> Opening {
    let card = "document.querySelector('a[href*=\"#/t/\"]')";
    page.wait_until("the debate is listed", async || {
        page.query::<bool>(&format!("return !!{card}")).await.filter(|there| *there)
    })
    .await;
    let script = format!("const opened = bench.opening(...given); {card}.click(); return opened;");
    page.ask_later(&script, expected(debate)).await
}

async fn choose_project(page: &Page, debate: &Debate) -> Opening {
    let opening = choose(page, "debate.griffier.json", &debate.file(), expected(debate)).await;
    Opening { way: Way::ProjectFile, ..opening }
}

async fn choose(page: &Page, name: &str, text: &str, expected: Vec<Value>) -> Opening {
    let _: () = page.ask("bench.chosen = bench.openingOfFile(...arguments)", expected).await;
    page.choose_file(name, text.as_bytes()).await;
    page.ask_later("return bench.chosen", Vec::new()).await
}

/// Goes to the start page of a browser that keeps this and nothing else; says whether there was room for it.
async fn start(page: &Page, store: &BTreeMap<String, String>) -> bool {
    page.open("en").await;
    let script = "localStorage.clear();
        try { for (const [key, value] of Object.entries(arguments[0])) localStorage.setItem(key, value); return true; }
        catch (error) { if (error.name !== 'QuotaExceededError') throw error; localStorage.clear(); return false; }";
    let has_room = page.ask(script, vec![json!(store)]).await;
    // What the page has listed by now was there before.
    page.open("en").await;
    // Nothing of an earlier opening is left to be cleaned up on the way.
    page.devtools("HeapProfiler.collectGarbage", json!({})).await;
    has_room
}

/// Which paragraphs have an annotation, and which one is the last.
fn expected(debate: &Debate) -> Vec<Value> {
    vec![json!(marked(debate)), json!(debate.transcript.paragraphs.len() - 1)]
}

/// A `1` for each paragraph that has an annotation, a `0` for any other.
pub(crate) fn marked(debate: &Debate) -> String {
    let mut spans = debate.spans.iter().peekable();
    let mut end = 0;
    let is_marked = |paragraph: &Paragraph| {
        while let Some(span) = spans.next_if(|span| span.start() < paragraph.text.end()) {
            end = end.max(span.end().index());
        }
        end > paragraph.text.start().index()
    };
    debate.transcript.paragraphs.iter().map(is_marked).map(|is| if is { '1' } else { '0' }).collect()
}

/// Fails unless every word is in the document: a page that leaves some out does another work.
fn assert_complete(debate: &Debate, found: Census) {
    let words = |paragraph: &Paragraph| debate.transcript.words(paragraph.text);
    let units = debate.transcript.paragraphs.iter().map(|paragraph| words(paragraph).encode_utf16().count()).sum();
    let paragraphs = debate.transcript.paragraphs.len();
    let whole = Census { paragraphs, units, painted: found.painted };
    assert_eq!(found, whole, "the document is not complete");
    eprintln!("griffier: opened, with {} of {} annotations painted", found.painted, debate.spans.len());
}

/// What the page holds now.
pub(crate) async fn memory(page: &Page) -> Memory {
    page.devtools("HeapProfiler.collectGarbage", json!({})).await;
    let heap = page.devtools_answer("Runtime.getHeapUsage", json!({})).await["usedSize"].as_f64();
    let wasm: f64 = page.ask("return bench.wasm()", Vec::new()).await;
    assert!(wasm > 0.0, "the page's memory was not caught");
    Memory { wasm, heap: heap.expect("the browser counts the objects of scripts") }
}
