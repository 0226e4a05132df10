//! The page beside the fastest open library for the same work, both in one Chromium on this machine, in one run.
//!
//! `make bench` builds the page, runs this, prints one table and writes it to `benches/RESULTS.md`. The text is the
//! project's own sample, repeated with its turns numbered through, with annotations spread evenly over it; the
//! other library is Recogito's text annotator, which is installed from npm below the build's own folder.
//!
//! Griffier gets the work as a user has it: stored in this browser, opened with a click. Recogito gets the same
//! paragraphs and the same annotations as values in memory. Every figure in the table comes from the run.
//!
//! `cargo bench --bench page -- WORD...` runs the parts whose names begin with one of the words: `open-0.1`, `open-1`,
//! `open-10`, `growth`, `day`, `keys`. What it finds is printed, and written to the file only when everything was run.

mod acts;
mod later;
mod machine;
#[path = "../material/mod.rs"]
mod material;
mod opening;
mod recogito;
mod report;
mod work;

// How a browser is driven is shared with the tests. Not all of it is needed here.
#[path = "../../tests/browser/browser.rs"]
mod browser;
#[path = "../../tests/browser/diary.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod diary;
#[path = "../../tests/browser/elements.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod elements;
#[path = "../../tests/browser/engine/mod.rs"]
mod engine;
#[path = "../../tests/browser/files.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod files;
#[path = "../../tests/browser/folder.rs"]
mod folder;
#[path = "../../tests/browser/harness.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod harness;
#[path = "../../tests/browser/keys.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod keys;
#[path = "../../tests/browser/npm.rs"]
mod npm;
#[path = "../../tests/browser/page.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod page;
#[path = "../../tests/browser/site.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod site;

use std::{env, fs, path::Path};

use acts::grouped;
use engine::Engine;
use harness::journey_on;
use material::debate::Debate;
use opening::{Opening, Way};
use page::Page;
use recogito::{Peer, Renderer};
use report::{Report, Row, megabytes, time};
use site::Site;
use work::{median, worst};

/// How often a measurement is made; the middle one counts.
const TIMES: usize = 3;

/// A size of the work done side by side, and how many times faster than Recogito the page is to be.
struct Size {
    part: &'static str,
    megabytes: f64,
    annotations: usize,
    level: Option<f64>,
}

const SIZES: [Size; 3] = [
    Size { part: "open-0.1", megabytes: 0.1, annotations: 1_000, level: None },
    Size { part: "open-1", megabytes: 1.0, annotations: 10_000, level: Some(30.0) },
    Size { part: "open-10", megabytes: 10.0, annotations: 10_000, level: Some(100.0) },
];

/// From this size on Recogito takes more than a minute, and is measured once; and what the page itself takes in memory
/// does not count any more.
const LONG: f64 = 10.0;

/// How many annotations the text has while its length grows, and how many times longer ten times the text may take.
const GROWTH: (usize, f64) = (1_000, 12.0);

/// How long a task may be while a text is opened, in milliseconds.
const LONGEST_TASK: f64 = 200.0;

/// After what time who waits must be told so, in milliseconds.
const UNTOLD: f64 = 300.0;

/// How many times the text the page may hold in memory.
const MEMORY: f64 = 6.0;

fn main() {
    // Cargo says `--bench`, which is no part.
    let parts: Vec<String> = env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let wanted = |name: &str| parts.is_empty() || parts.iter().any(|part| name == part);
    let folder = recogito::install();
    let mut report = Report::default();
    for size in SIZES.iter().filter(|size| wanted(size.part)) {
        in_a_browser(&folder, size.part, &mut report, async |page, peer, report| {
            side_by_side(page, peer, size, report).await;
        });
    }
    if wanted("growth") {
        in_a_browser(&folder, "growth", &mut report, async |page, _, report| growth(page, report).await);
    }
    if wanted("day") {
        in_a_browser(&folder, "day", &mut report, async |page, _, report| acts::day(page, report).await);
    }
    if wanted("keys") {
        in_a_browser(&folder, "keys", &mut report, async |page, _, report| acts::keys(page, report).await);
    }
    let text = report.text();
    println!("\n{text}");
    if parts.is_empty() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/RESULTS.md");
        fs::write(path, text).expect("the results can be written beside the benchmarks");
    }
}

/// Runs a part in a browser of its own, in which both pages can be opened.
fn in_a_browser(folder: &Path, part: &str, report: &mut Report, measure: impl AsyncFnOnce(&Page, &Peer, &mut Report)) {
    eprintln!("griffier: measuring {part}");
    let site = Site::of_the_page_and(vec![(recogito::PATH, folder.to_owned())]);
    let peer = Peer::new(&site);
    journey_on(Engine::Chromium, site, part, async |page| {
        // As it was released, without a script of the tests'.
        page.talk.run_first("");
        opening::prepare(page).await;
        report.machine = machine::describe(page).await;
        measure(page, &peer, report).await;
    });
}

/// Opens the same work in both.
async fn side_by_side(page: &Page, peer: &Peer, size: &Size, report: &mut Report) {
    let debate = Debate::new(bytes(size.megabytes), size.annotations);
    let mut openings = Vec::new();
    for _ in 0..TIMES {
        openings.push(opening::open_stored(page, &debate).await);
    }
    let memory = opening::memory(page).await;
    let plain = opening::open_text_file(page, &debate).await;
    let times = if size.megabytes < LONG { TIMES } else { 1 };
    let spans = peer.measure(page, &debate, Renderer::Spans, times).await;
    let css = peer.measure(page, &debate, Renderer::CssHighlights, times).await;

    let what = format!("{} MB, {} annotations", size.megabytes, grouped(size.annotations));
    let done = middle(&openings, Opening::done);
    let ratio = spans / done;
    let row = Row::new(format!("{what}: opened, all of it"), time(done)).beside(spans, css);
    let row = row.ratio(format!("1/{ratio:.1}"));
    report.add(match size.level {
        Some(level) => row.level(format!("≤ 1/{level}"), ratio >= level),
        None => row,
    });
    let painted = middle(&openings, |opening| opening.painted);
    let row = Row::new(format!("{what}: highlights on the screen"), time(painted)).beside(spans, css);
    report.add(row.ratio(format!("1/{:.1}", spans / painted)));
    let longest = worst(&openings.iter().map(|opening| opening.longest).collect::<Vec<_>>());
    let row = Row::new(format!("{what}: longest task while opening"), time(longest));
    report.add(row.level(format!("≤ {}", time(LONGEST_TASK)), longest <= LONGEST_TASK));
    report.add(progress(&what, &openings));
    report.add(Row::new(format!("{} MB of plain text from a file", size.megabytes), time(plain.done())));
    let held = memory.wasm + memory.heap;
    let share = held / (size.megabytes * 1e6);
    let parts = format!("{} WASM + {} heap", megabytes(memory.wasm), megabytes(memory.heap));
    let row = Row::new(format!("{what}: memory"), parts).ratio(format!("×{share:.1}"));
    // The program itself takes some room, which counts where the text is short.
    let is_long = size.megabytes >= LONG;
    report.add(if is_long { row.level(format!("≤ ×{MEMORY} the text"), share <= MEMORY) } else { row });

    if openings[0].way == Way::ProjectFile {
        report.note(format!("{what}: the browser's store has no room for it, so its project file was opened."));
    }
    report.note(
        "Opened: from the click on what this browser keeps, until the last paragraph is in the document and the \
         highlights on the screen are painted; the middle of three.",
    );
    report.note(
        "Recogito: from the text, as paragraphs in memory, until the highlights on the screen are painted, with the \
         same annotations; the middle of three, at 10 MB once.",
    );
}

/// Whether who waits is told so.
fn progress(what: &str, openings: &[Opening]) -> Row {
    let (found, met) = match openings[0].told {
        Some(told) => (format!("after {}", time(told)), true),
        None if openings[0].painted <= UNTOLD => ("not needed".to_owned(), true),
        None => ("never".to_owned(), false),
    };
    Row::new(format!("{what}: progress is shown"), found).level(format!("past {}", time(UNTOLD)), met)
}

/// Opens ever longer texts with the same annotations.
async fn growth(page: &Page, report: &mut Report) {
    let (annotations, level) = GROWTH;
    let mut before: Option<(f64, f64)> = None;
    for length in [0.1, 1.0, 10.0] {
        let debate = Debate::new(bytes(length), annotations);
        let mut openings = Vec::new();
        for _ in 0..TIMES {
            openings.push(opening::open_stored(page, &debate).await);
        }
        let done = middle(&openings, Opening::done);
        let row = Row::new(format!("{length} MB, {} annotations: opened, all of it", grouped(annotations)), time(done));
        report.add(match before {
            Some((shorter, earlier)) => {
                let ratio = done / earlier;
                let level_text = format!("≤ ×{level} of {shorter} MB");
                row.ratio(format!("×{ratio:.1}")).level(level_text, ratio <= level)
            }
            None => row,
        });
        before = Some((length, done));
    }
}

fn middle(openings: &[Opening], figure: impl Fn(&Opening) -> f64) -> f64 {
    median(&mut openings.iter().map(figure).collect::<Vec<_>>())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number of bytes")]
fn bytes(megabytes: f64) -> usize {
    (megabytes * 1e6) as usize
}
