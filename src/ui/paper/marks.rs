//! The words of a paragraph with the marks over them: real `mark` elements, nested where annotations overlap.
//!
//! The concatenated text of an annotation's elements is its words.

use web_sys::{Document, Element};

use super::{
    super::kinds,
    Sheet,
    block::{append, copy, element, set},
};
use crate::{
    app::Mark,
    model::{Named, Segment},
    text::ReadingSpan,
};

/// Makes marks.
pub(super) struct Marks {
    mark: Element,
    document: Document,
}

impl Marks {
    pub(super) fn new(document: &Document) -> Self {
        Self { mark: element(document, "mark", &[]), document: document.clone() }
    }

    /// Puts the words of a paragraph into its element.
    pub(super) fn paint(&self, sheet: &Sheet, segments: &[Segment<Mark>], paragraph: &Element) {
        self.nested(sheet, segments, 0, paragraph);
    }

    /// The segments, each under the marks that lie over it from `depth` on. Neighbours under the same mark share its
    /// element, so that an annotation is one element wherever no other crosses it.
    fn nested(&self, sheet: &Sheet, segments: &[Segment<Mark>], depth: usize, parent: &Element) {
        let runs = segments.chunk_by(|a, b| match (a.active.get(depth), b.active.get(depth)) {
            (Some(a), Some(b)) => a.id == b.id,
            (a, b) => a.is_none() && b.is_none(),
        });
        for run in runs {
            self.run(sheet, run, depth, parent);
        }
    }

    fn run(&self, sheet: &Sheet, run: &[Segment<Mark>], depth: usize, parent: &Element) {
        let range = run[0].range.start..run[run.len() - 1].range.end;
        let Some(mark) = run[0].active.get(depth) else {
            let words = self.document.create_text_node(sheet.transcript.words(ReadingSpan::new(range)));
            return append(parent, &words);
        };
        // The letters of marks that begin at one place stand side by side.
        let begin_here = |mark: &&Mark| mark.passage.start().index() == range.start;
        let before = run[0].active[..depth].iter().filter(begin_here).count();
        let is_active = sheet.active.as_ref() == Some(&mark.id);
        let class = [
            begin_here(&mark).then(|| "begins".to_owned()),
            (before > 0).then(|| format!("after-{}", before.min(3))),
            is_active.then(|| "active".to_owned()),
            (depth > 0).then(|| format!("depth-{}", depth.min(4))),
            mark.mention.map(|_| "mention".to_owned()),
        ];
        let painted = copy(&self.mark);
        painted.set_class_name(&class.into_iter().flatten().collect::<Vec<_>>().join(" "));
        set(&painted, "data-annotation", mark.id.as_str());
        set(&painted, "data-kind", &mark.kind.to_string());
        set(&painted, "data-letter", &kinds::letter(&sheet.catalog, &sheet.codebook, &mark.kind));
        if let Some(colour) = kinds::colour(&sheet.codebook, &mark.kind) {
            set(&painted, "data-colour", colour);
        }
        if let Some(mention) = mark.mention {
            set(&painted, "data-mention", mention.name());
        }
        let has_edges = is_active && mark.mention.is_none();
        if has_edges && begin_here(&mark) {
            append(&painted, &self.edge(mark, "begin"));
        }
        self.nested(sheet, run, depth + 1, &painted);
        if has_edges && mark.passage.end().index() == range.end {
            append(&painted, &self.edge(mark, "end"));
        }
        append(parent, &painted);
    }

    /// A handle that can be dragged.
    fn edge(&self, mark: &Mark, name: &str) -> Element {
        let (start, end) = (mark.passage.start().0.to_string(), mark.passage.end().0.to_string());
        let attributes = [
            ("class", "edge"),
            ("data-edge", name),
            ("data-start", &start),
            ("data-end", &end),
            ("aria-hidden", "true"),
        ];
        element(&self.document, "span", &attributes)
    }
}
