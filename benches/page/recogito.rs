//! The peer: Recogito's text annotator, from npm, on a small page of the benchmark's own.

use std::{fs, path::PathBuf};

use griffier::text::ReadingSpan;
use serde::Deserialize;
use serde_json::json;

use crate::{harness::made, material::debate::Debate, npm, page::Page, site::Site, work::median};

/// The version that is measured.
pub(crate) const VERSION: &str = "4.1.1";

/// Where it lies on the site.
pub(crate) const PATH: &str = "/recogito/";

const PACKAGE: &str = "@recogito/text-annotator";
const PAGE: &str = include_str!("peer.html");
const SCRIPT: &str = include_str!("peer.js");

/// How it paints.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Renderer {
    /// Elements over the text, its default.
    Spans,
    /// The browser's custom highlights.
    CssHighlights,
}

/// Its page, as it is served.
pub(crate) struct Peer {
    address: String,
}

/// What its page tells.
#[derive(Debug, Deserialize)]
struct Measured {
    /// Milliseconds until highlights were painted.
    time: f64,
    /// How many were.
    painted: usize,
    /// How many annotations are on the screen.
    due: usize,
    /// How many annotations stand on their words.
    kept: usize,
}

/// Puts its page into a folder of the build, and the library beside it, unless it is there already. Gives the folder.
pub(crate) fn install() -> PathBuf {
    let folder = made("bench/recogito");
    fs::write(folder.join("index.html"), PAGE).expect("the build's folder can be written to");
    fs::write(folder.join("peer.js"), SCRIPT).expect("the build's folder can be written to");
    npm::install(PACKAGE, VERSION, &folder);
    folder
}

impl Peer {
    /// The page as `site` serves it.
    pub(crate) fn new(site: &Site) -> Self {
        Self { address: site.origin() + PATH }
    }

    /// How many milliseconds it takes from the text to highlights on the screen.
    pub(crate) async fn measure(&self, page: &Page, debate: &Debate, renderer: Renderer, times: usize) -> f64 {
        let name = match renderer {
            Renderer::Spans => "SPANS",
            Renderer::CssHighlights => "CSS_HIGHLIGHTS",
        };
        let arguments = vec![json!(paragraphs(debate)), json!(annotations(debate)), json!(name)];
        let mut found = Vec::new();
        for _ in 0..times {
            page.driver.goto("about:blank").await.expect("the browser leaves the page");
            page.driver.goto(&self.address).await.expect("the browser opens Recogito's page");
            page.wait_until("Recogito's page is loaded", async || {
                page.query::<bool>("return !!window.measure").await.filter(|loaded| *loaded)
            })
            .await;
            let measured: Measured = page.ask_later("return measure(...given)", arguments.clone()).await;
            eprintln!("griffier: Recogito, {name}: {measured:?}");
            // A comparison with a library that paints nothing would be void.
            assert!(measured.painted >= measured.due && measured.due > 0, "not all is painted: {measured:?}");
            assert_eq!(measured.kept, debate.spans.len(), "annotations are lost or misplaced");
            found.push(measured.time);
        }
        median(&mut found)
    }
}

fn paragraphs(debate: &Debate) -> Vec<&str> {
    let transcript = &debate.transcript;
    transcript.paragraphs.iter().map(|paragraph| transcript.words(paragraph.text)).collect()
}

/// Each annotation as it counts: UTF-16 units from the beginning of the first paragraph, nothing between paragraphs,
/// and its words.
fn annotations(debate: &Debate) -> Vec<(usize, usize, String)> {
    let transcript = &debate.transcript;
    let mut before = Vec::with_capacity(transcript.paragraphs.len());
    let mut total = 0;
    for words in paragraphs(debate) {
        before.push(total);
        total += words.encode_utf16().count();
    }
    let annotation = |span: &ReadingSpan| {
        let first = transcript.paragraphs.partition_point(|paragraph| paragraph.text.end() <= span.start());
        let parts = transcript.paragraphs[first..].iter().map_while(|paragraph| paragraph.text.intersection(*span));
        let words: String = parts.map(|part| transcript.words(part)).collect();
        let begun = transcript.paragraphs[first].text.start().index();
        let start = before[first] + transcript.reading[begun..span.start().index()].encode_utf16().count();
        (start, start + words.encode_utf16().count(), words)
    };
    debate.spans.iter().map(annotation).collect()
}
