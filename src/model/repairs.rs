//! Repairs: the list of places where the reading text differs from the source, and the map between the two.

use std::borrow::Cow;

use crate::text::{Byte, ReadingSpan, SourceSpan};

/// Why a place was repaired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RepairKind {
    /// A word broken at the end of a line, joined without its hyphen.
    Hyphen,
    /// A compound broken at the end of a line after its own hyphen, joined with it.
    HyphenKept,
    /// A line end inside a paragraph, made a space.
    LineBreak,
    /// A page break inside a paragraph, with the lines printed at the foot of the page, made a space.
    PageBreak,
    /// A line that belongs to the page and not to the text, such as a page number.
    PageFurniture,
    /// Blanks at a line's beginning or end.
    Blank,
    /// A character that nobody sees, left out, or an unusual blank made a common one.
    Invisible,
    /// Letters that came of decoding the text twice, put right.
    Decoding,
    /// A heading glued to the words before or behind it, parted from them.
    Glued,
    /// Signs of a file format: times and numbers of captions, tags, asterisks.
    Markup,
    /// A line that a caption repeats from the one before.
    Repeated,
}

impl RepairKind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 11] = [
        Self::Hyphen,
        Self::HyphenKept,
        Self::LineBreak,
        Self::PageBreak,
        Self::PageFurniture,
        Self::Blank,
        Self::Invisible,
        Self::Decoding,
        Self::Glued,
        Self::Markup,
        Self::Repeated,
    ];

    /// The kind of a repair that takes in one of the kind `within`: that of what a reader would miss most.
    fn taking_in(self, within: Self) -> Self {
        match (self, within) {
            (Self::Hyphen | Self::HyphenKept | Self::LineBreak, Self::PageFurniture) => Self::PageBreak,
            (Self::Blank | Self::Invisible | Self::Glued, Self::PageFurniture) => Self::PageFurniture,
            (
                Self::Hyphen | Self::HyphenKept | Self::LineBreak | Self::Blank | Self::Invisible | Self::Glued,
                Self::Markup,
            ) => Self::Markup,
            (outer, _) => outer,
        }
    }

    /// The name used in files and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hyphen => "hyphen",
            Self::HyphenKept => "hyphen-kept",
            Self::LineBreak => "line-break",
            Self::PageBreak => "page-break",
            Self::PageFurniture => "page-furniture",
            Self::Blank => "blank",
            Self::Invisible => "invisible",
            Self::Decoding => "decoding",
            Self::Glued => "glued",
            Self::Markup => "markup",
            Self::Repeated => "repeated",
        }
    }
}

/// One repair: these bytes of the source read as this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What is replaced.
    pub source: SourceSpan,
    /// What it reads as.
    pub with: Cow<'static, str>,
    /// Why.
    pub kind: RepairKind,
}

/// All repairs of one transcript, in order and without overlap, and the map they make between source and reading
/// text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repairs {
    list: Vec<Repair>,
    /// For each repair, where its replacement begins in the reading text (bytes).
    reading_starts: Vec<u32>,
}

impl Repairs {
    /// Adds a repair at the end.
    ///
    /// # Panics
    /// When `repair` begins before the last one ends.
    pub fn push(&mut self, repair: Repair) {
        let start = match self.list.last() {
            None => repair.source.start().index(),
            Some(last) => {
                assert!(last.source.end() <= repair.source.start(), "repairs come in order");
                self.reading_end(self.list.len() - 1) + (repair.source.start().index() - last.source.end().index())
            }
        };
        self.reading_starts.push(Byte::at(start).0);
        self.list.push(repair);
    }

    /// The repairs in order.
    #[must_use]
    pub fn list(&self) -> &[Repair] {
        &self.list
    }

    /// The repair of the byte `at` of the source, if there is one.
    #[must_use]
    pub fn of_byte(&self, at: Byte) -> Option<&Repair> {
        let next = self.partition(|i| self.list[i].source.end() <= at);
        self.list.get(next).filter(|repair| repair.source.start() <= at)
    }

    /// The map that makes `self` first and then `next`, whose spans are those of the text in between. Of a place that
    /// both repair, the whole is one repair, of the second kind; what belongs to the page or to a file format stays known as that.
    #[must_use]
    pub fn then(self, next: Self) -> Self {
        if self.list.is_empty() {
            return next;
        }
        let mut both = Self::default();
        let mut first = self.list.iter().peekable();
        for repair in next.list {
            let span = self.to_source(ReadingSpan::new(repair.source.range()));
            while let Some(before) = first.next_if(|repair| repair.source.end() <= span.start()) {
                both.push(before.clone());
            }
            let mut kind = repair.kind;
            while let Some(within) = first.next_if(|repair| repair.source.start() < span.end()) {
                kind = kind.taking_in(within.kind);
            }
            both.push(Repair { source: span, kind, ..repair });
        }
        first.for_each(|repair| both.push(repair.clone()));
        both
    }

    /// How many repairs there are of `kind`.
    #[must_use]
    pub fn count(&self, kind: RepairKind) -> usize {
        self.list.iter().filter(|repair| repair.kind == kind).count()
    }

    /// The source with every repair applied.
    ///
    /// # Panics
    /// When the repairs were made for another text.
    #[must_use]
    pub fn apply(&self, source: &str) -> String {
        let mut reading = String::with_capacity(source.len());
        let mut from = 0;
        for repair in &self.list {
            reading.push_str(&source[from..repair.source.start().index()]);
            reading.push_str(&repair.with);
            from = repair.source.end().index();
        }
        reading.push_str(&source[from..]);
        reading
    }

    /// The bytes of the source that `span` of the reading text stands for. Repairs at its two ends stay outside;
    /// an end within a replacement takes in what was replaced.
    #[must_use]
    pub fn to_source(&self, span: ReadingSpan) -> SourceSpan {
        let (start, end) = (span.start().index(), span.end().index());
        let before = self.partition(|i| self.reading_end(i) <= start);
        let from = match before.checked_sub(1) {
            _ if before < self.list.len() && self.reading_start(before) < start => {
                self.list[before].source.start().index()
            }
            None => start,
            Some(last) => self.list[last].source.end().index() + (start - self.reading_end(last)),
        };
        let to = match self.partition(|i| self.reading_start(i) < end).checked_sub(1) {
            None => end,
            Some(last) => self.list[last].source.end().index() + end.saturating_sub(self.reading_end(last)),
        };
        SourceSpan::new(from..to.max(from))
    }

    /// The bytes of the reading text that show `span` of the source; empty where it was repaired away. An end
    /// within a repair leaves the replacement out.
    #[must_use]
    pub fn to_reading(&self, span: SourceSpan) -> ReadingSpan {
        let before = self.partition(|i| self.list[i].source.end() <= span.start());
        let within = self.partition(|i| self.list[i].source.start() < span.end());
        self.between(span, before, within)
    }

    /// [`Repairs::to_reading`] for spans that come in order and do not overlap: for each the search goes on where the
    /// last one ended.
    pub fn to_reading_in_order(&self) -> impl FnMut(SourceSpan) -> ReadingSpan {
        let mut before = 0;
        move |span| {
            let count = |from: usize, holds: &dyn Fn(&Repair) -> bool| {
                from + self.list[from..].iter().take_while(|repair| holds(repair)).count()
            };
            before = count(before, &|repair| repair.source.end() <= span.start());
            let within = count(before, &|repair| repair.source.start() < span.end());
            self.between(span, before, within)
        }
    }

    /// The reading of `span`, before which `before` repairs end, and before whose end `within` begin.
    fn between(&self, span: SourceSpan, before: usize, within: usize) -> ReadingSpan {
        let (start, end) = (span.start().index(), span.end().index());
        let source = |i: usize| self.list[i].source.range();
        let from = match before.checked_sub(1) {
            _ if before < self.list.len() && source(before).start < start => self.reading_end(before),
            None => start,
            Some(last) => self.reading_end(last) + (start - source(last).end),
        };
        let to = match within.checked_sub(1) {
            None => end,
            Some(last) if source(last).end <= end => self.reading_end(last) + (end - source(last).end),
            Some(last) => self.reading_start(last),
        };
        ReadingSpan::new(from..to.max(from))
    }

    fn reading_start(&self, i: usize) -> usize {
        self.reading_starts[i] as usize
    }

    fn reading_end(&self, i: usize) -> usize {
        self.reading_start(i) + self.list[i].with.len()
    }

    /// How many repairs at the front satisfy `holds`, which no later one may.
    fn partition(&self, holds: impl Fn(usize) -> bool) -> usize {
        let (mut low, mut high) = (0, self.list.len());
        while low < high {
            let middle = low.midpoint(high);
            if holds(middle) { low = middle + 1 } else { high = middle }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn repairs(list: &[(usize, usize, &'static str)]) -> Repairs {
        let mut repairs = Repairs::default();
        for &(start, end, with) in list {
            repairs.push(Repair {
                source: SourceSpan::new(start..end),
                with: with.into(),
                kind: RepairKind::LineBreak,
            });
        }
        repairs
    }

    #[test]
    fn a_joined_word_maps_to_both_halves() {
        let source = "de Staatssecre-\ntaris komt \nterug";
        let repairs = repairs(&[(14, 16, ""), (26, 28, " ")]);
        let reading = repairs.apply(source);
        assert_eq!(reading, "de Staatssecretaris komt terug");
        let word = ReadingSpan::new(3..19);
        assert_eq!(word.of(&reading), Some("Staatssecretaris"));
        assert_eq!(repairs.to_source(word).of(source), Some("Staatssecre-\ntaris"));
        assert_eq!(repairs.to_source(ReadingSpan::new(3..14)).of(source), Some("Staatssecre"));
        assert_eq!(repairs.to_source(ReadingSpan::new(14..19)).of(source), Some("taris"));
        assert_eq!(repairs.to_source(ReadingSpan::new(20..30)).of(source), Some("komt \nterug"));
        assert_eq!(repairs.to_reading(SourceSpan::new(14..16)), ReadingSpan::new(14..14), "repaired away");
    }

    proptest! {
        /// For every run of whole words, source and reading text lead to each other, and reading the source span
        /// on its own gives the same words.
        #[test]
        fn spans_survive_the_round_trip(
            words in prop::collection::vec("[a-zé😀]{1,8}", 1..40),
            joins in prop::collection::vec(0..5usize, 40),
            picks in prop::collection::vec((0..40usize, 0..40usize), 10),
        ) {
            let mut source = String::new();
            let mut repairs = Repairs::default();
            for (word, join) in words.iter().zip(&joins) {
                source.push_str(word);
                let start = source.len();
                let (raw, with) = [(" ", " "), (" \r\n", " "), ("-\n", ""), ("\n\n12\n\n", " "), ("-\n", "-")][*join];
                source.push_str(raw);
                if raw != with {
                    let source = SourceSpan::new(start..start + raw.len());
                    repairs.push(Repair { source, with: with.into(), kind: RepairKind::LineBreak });
                }
            }
            let reading = repairs.apply(&source);
            let starts: Vec<usize> = reading.char_indices().map(|(i, _)| i).chain([reading.len()]).collect();
            for (a, b) in picks {
                let (a, b) = (starts[a % starts.len()], starts[b % starts.len()]);
                let span = ReadingSpan::new(a.min(b)..a.max(b)).trimmed(&reading);
                if span.is_empty() {
                    continue;
                }
                let back = repairs.to_source(span);
                prop_assert_eq!(repairs.to_reading(back), span, "{:?} in {:?}", back, source);
            }
        }
    }
}
