//! A benchmark, not a test: how much work a key press is on a long day of debate with many annotations.
//!
//! What is printed is the time of the browser's main thread (scripts, styles, layout, painting) from a key press to the
//! second frame after it, as the browser itself counts it.

use std::{collections::BTreeMap, fmt::Write as _, rc::Rc};

use griffier::{
    exchange, model,
    reader::read,
    text::{Quote, ReadingSpan},
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::page::Page;

/// How long the transcript is, in characters.
const CHARACTERS: usize = 500_000;
/// How many annotations it has.
const ANNOTATIONS: usize = 2_000;
/// How often each key is pressed.
const TIMES: usize = 15;

const SAMPLE: &str = include_str!("../../../samples/commissiedebat.txt");

pub(crate) async fn keys(page: &Page) {
    let (text, file) = long_day();
    page.open("en").await;
    page.choose_file("long-day.griffier.json", file.as_bytes()).await;
    page.transcript().await;
    page.wait_for_status("All changes saved").await;
    let words = "All the words of the page, annotated";
    let (turns, marks): (usize, usize) = page
        .ask(
            "return [document.querySelectorAll('[data-turn]').length, document.querySelectorAll('mark').length]",
            vec![],
        )
        .await;
    let mut report = format!("{words}: {} characters, {turns} turns, {marks} marks\n", text.chars().count());
    page.devtools("Performance.enable", json!({})).await;

    page.press("n").await;
    let mut measure = async |name: &str, before: &[&str], key: &str| {
        let mut work = Vec::new();
        for _ in 0..TIMES {
            for key in before {
                page.press(key).await;
            }
            rest(page).await;
            let begun = busy(page).await;
            page.press(key).await;
            rest(page).await;
            let done = busy(page).await;
            work.push(PARTS.map(|part| (done[part] - begun[part]) * 1_000.0));
        }
        work.sort_by(|a, b| a[0].total_cmp(&b[0]));
        let (middle, worst) = (work[work.len() / 2], work[work.len() - 1]);
        let _ = writeln!(
            report,
            "{name:32} median {:6.1} ms (script {:5.1}, style {:5.1}, layout {:5.1}), worst {:6.1} ms",
            middle[0], middle[1], middle[2], middle[3], worst[0]
        );
    };
    measure("no key of ours (F9)", &[], "F9").await;
    measure("n: next annotation", &[], "n").await;
    measure("Escape: leave it", &["n"], "Escape").await;
    measure("Shift+Right: select a letter", &[], "Shift+ArrowRight").await;
    measure("s: select a sentence", &["ArrowRight"], "s").await;
    measure("2: mark a commitment", &["Escape", "ArrowRight", "s"], "2").await;
    measure("a letter in the summary", &[], "x").await;
    measure("Control+Enter: take over", &["Escape", "ArrowRight", "s", "2"], "Control+Enter").await;
    measure("Control+z: undo", &["Escape", "ArrowRight", "s", "1", "Escape"], "Control+z").await;
    println!("{report}");
}

/// What the browser counts: all of the main thread's work, and some of its parts.
const PARTS: [&str; 4] = ["TaskDuration", "ScriptDuration", "RecalcStyleDuration", "LayoutDuration"];

/// For how many seconds the main thread has been busy since the page was loaded, with what.
async fn busy(page: &Page) -> BTreeMap<String, f64> {
    #[derive(Deserialize)]
    struct Metric {
        name: String,
        value: f64,
    }
    let answer: Value = page.devtools_answer("Performance.getMetrics", json!({})).await;
    let metrics: Vec<Metric> = serde_json::from_value(answer["metrics"].clone()).expect("the browser counts its work");
    metrics.into_iter().map(|metric| (metric.name, metric.value)).collect()
}

/// Waits for two frames.
async fn rest(page: &Page) {
    let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(1)))";
    page.driver.execute_async(script, Vec::new()).await.expect("frames are drawn");
}

/// A transcript, and the file of a project with annotations all over it.
fn long_day() -> (String, String) {
    let once = SAMPLE.chars().count();
    let text = SAMPLE.repeat(CHARACTERS.div_ceil(once));
    let transcript = read(&text);
    let mut project = model::Project::default();
    let replica = model::Replica(1);
    let step = transcript.reading.len() / ANNOTATIONS;
    for number in 0..ANNOTATIONS {
        let from = transcript.reading.floor_char_boundary(number * step);
        // Every fifth one lies over its neighbour.
        let to = transcript.reading.floor_char_boundary(from + if number % 5 == 0 { step + 20 } else { step / 3 });
        let span = ReadingSpan::new(from..to).trimmed(&transcript.reading);
        let quote = Quote::take(&transcript.reading, span).expect("a place in the text");
        let passage = model::Passage { source: transcript.to_source(span), quote };
        let kind = if number % 2 == 0 { model::Kind::Claim } else { model::Kind::Commitment };
        let mut annotation = model::Annotation::new(kind, passage, jiff::Timestamp::UNIX_EPOCH);
        annotation.summary = format!("What annotation {number} says");
        annotation.tags = vec![format!("tag {}", number % 7)];
        let id = model::AnnotationId::from_random(number as u64 + 1);
        let change = model::Change::Annotation(id, Some(Rc::new(annotation)));
        project.apply(&model::Edit { stamp: project.next_stamp(replica), change });
    }
    let file = exchange::export(&transcript, &project, jiff::Timestamp::UNIX_EPOCH).json;
    (text, file)
}
