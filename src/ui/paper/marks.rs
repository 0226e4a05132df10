//! The words of a paragraph with the marks over them: real `mark` elements, nested where annotations overlap.
//!
//! The concatenated text of an annotation's elements is its words. What it is marked as and who speaks stands in an
//! attribute, which assistive technology reads out: `mark` may have no name.

use super::{super::kinds, Sheet, html::Html};
use crate::{
    app::Mark,
    i18n::Text,
    model::{Named, Segment},
    text::ReadingSpan,
};

/// Writes the words of a paragraph.
pub(super) fn write(html: &mut Html, sheet: &Sheet, speaker: Option<&str>, segments: &[Segment<Mark>]) {
    nested(html, sheet, speaker, segments, 0);
}

/// The attribute that says what a mark is, and the one that keeps it while marks are hidden.
pub(super) const TOLD: [&str; 2] = ["aria-description", "data-description"];

/// The segments, each under the marks that lie over it from `depth` on. Neighbours under the same mark share its
/// element, so that an annotation is one element wherever no other crosses it.
fn nested(html: &mut Html, sheet: &Sheet, speaker: Option<&str>, segments: &[Segment<Mark>], depth: usize) {
    let runs = segments.chunk_by(|a, b| match (a.active.get(depth), b.active.get(depth)) {
        (Some(a), Some(b)) => a.id == b.id,
        (a, b) => a.is_none() && b.is_none(),
    });
    runs.for_each(|run| self::run(html, sheet, speaker, run, depth));
}

fn run(html: &mut Html, sheet: &Sheet, speaker: Option<&str>, run: &[Segment<Mark>], depth: usize) {
    let range = run[0].range.start..run[run.len() - 1].range.end;
    let Some(mark) = run[0].active.get(depth) else {
        return html.words(sheet.transcript.words(ReadingSpan::new(range)));
    };
    // The letters of marks that begin at one place stand side by side.
    let begin_here = |mark: &&Mark| mark.passage.start().index() == range.start;
    let before = run[0].active[..depth].iter().filter(begin_here).count();
    let is_active = sheet.active.as_ref().is_some_and(|active| active.id == mark.id);
    let class = [
        begin_here(&mark).then(|| "begins".to_owned()),
        (before > 0).then(|| format!("after-{}", before.min(3))),
        is_active.then(|| "active".to_owned()),
        (depth > 0).then(|| format!("depth-{}", depth.min(4))),
        mark.mention.map(|_| "mention".to_owned()),
    ];
    html.open("mark")
        .with(TOLD[usize::from(sheet.marks_hidden && !is_active)], description(sheet, speaker, mark))
        .with("class", class.into_iter().flatten().collect::<Vec<_>>().join(" "))
        .with("data-annotation", &mark.id)
        .with("data-kind", &mark.kind)
        .with("data-letter", kinds::letter(&sheet.catalog, &sheet.codebook, &mark.kind))
        .with_some("data-colour", kinds::colour(&sheet.codebook, &mark.kind))
        .with_some("data-mention", mark.mention.map(Named::name));
    let has_edges = is_active && mark.mention.is_none();
    if has_edges && begin_here(&mark) {
        edge(html, mark, "begin");
    }
    nested(html, sheet, speaker, run, depth + 1);
    if has_edges && mark.passage.end().index() == range.end {
        edge(html, mark, "end");
    }
    html.close("mark");
}

/// What a mark is, and who speaks: `Commitment, Minister Ter Horst`.
fn description(sheet: &Sheet, speaker: Option<&str>, mark: &Mark) -> String {
    let mut told = kinds::name(&sheet.catalog, &sheet.codebook, &mark.kind);
    let mention = mark.mention.map(|role| sheet.catalog.text(Text::named("mention", role.name())));
    for more in mention.as_deref().into_iter().chain(speaker) {
        told.push_str(", ");
        told.push_str(more);
    }
    told
}

/// A handle that can be dragged.
fn edge(html: &mut Html, mark: &Mark, name: &'static str) {
    html.open("span")
        .with("class", "edge")
        .with("data-edge", name)
        .with("data-start", mark.passage.start().0)
        .with("data-end", mark.passage.end().0)
        .with("aria-hidden", "true");
    html.close("span");
}
