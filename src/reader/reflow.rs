//! Joining the lines of a PDF copy back into paragraphs, each join an entry of the repair list.
//!
//! Such a copy has a hard line end at the end of each printed line and often nothing else between two paragraphs.
//! What tells them apart is what a compositor knows: a paragraph ends where the next word would still have fitted
//! on the line. How much fits is learnt from the text itself, from the line ends that cannot be paragraph ends.

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
};

use super::{Event, Line, Lines};
use crate::{
    model::{AsideKind, ParagraphKind, RepairKind},
    text::{Byte, SourceSpan},
};

/// With fewer certain joins than this, nothing is known about the width of a line.
const MIN_SAMPLES: usize = 8;

/// How many lines are looked at to learn how wide one is.
const SAMPLE_LINES: usize = 2_000;

/// How many different words broken before a capital are looked up in the text. Each costs one search through it,
/// so the number bounds what a hostile text can cost.
const MAX_LOOKUPS: usize = 200;

/// What becomes of a line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    /// The paragraph goes on; this is put in place of the line end.
    Join(&'static str, RepairKind),
    /// A new paragraph begins.
    Break,
}

/// Cuts a run of lines into paragraphs, and emits them with the repairs between and within them.
pub(super) struct Flow<'l, 'a> {
    lines: &'l Lines<'a>,
    measure: Option<Measure>,
    hyphens: Hyphens<'a>,
    /// Where the last thing emitted or opened ends in the source.
    end: usize,
    /// Line ends since then, and whether a line was dropped between them.
    breaks: u32,
    dropped: bool,
    open: Option<Open<'a>>,
}

struct Open<'a> {
    kind: ParagraphKind,
    start: usize,
    last: &'a str,
}

impl<'l, 'a> Flow<'l, 'a> {
    pub(super) fn new(lines: &'l Lines<'a>) -> Self {
        Self {
            lines,
            measure: Measure::learn(lines.list()),
            hyphens: Hyphens::new(lines),
            end: 0,
            breaks: 0,
            dropped: false,
            open: None,
        }
    }

    /// A line of running text: the paragraph goes on, or a new one begins. `begins` says that a new one must.
    pub(super) fn text(&mut self, line: &Line<'a>, begins: Option<ParagraphKind>, emit: &mut dyn FnMut(Event<'a>)) {
        self.breaks += line.breaks;
        let gap = match (&self.open, begins) {
            (Some(open), None) => self.gap(open, line.text),
            _ => Gap::Break,
        };
        self.put(line, gap, begins.unwrap_or(ParagraphKind::Text), emit);
    }

    /// A line with which the paragraph goes on, if one is open. For texts whose lines were cut at a number of
    /// characters: no syllables are broken there, and a hyphen at a line end belongs to the word.
    pub(super) fn goes_on(&mut self, line: &Line<'a>, emit: &mut dyn FnMut(Event<'a>)) {
        self.breaks += line.breaks;
        let gap = self.open.as_ref().map_or(Gap::Break, |open| match word_before_hyphen(open.last) {
            Some(_) => Gap::Join("", RepairKind::HyphenKept),
            None => Gap::Join(" ", RepairKind::LineBreak),
        });
        self.put(line, gap, ParagraphKind::Text, emit);
    }

    fn put(&mut self, line: &Line<'a>, gap: Gap, kind: ParagraphKind, emit: &mut dyn FnMut(Event<'a>)) {
        if let (Gap::Join(with, kind), Some(open)) = (gap, &mut self.open) {
            // A broken word loses its hyphen together with the line end.
            let hyphen = open.last.chars().next_back().filter(|_| kind == RepairKind::Hyphen);
            let hyphen = hyphen.map_or(0, char::len_utf8);
            open.last = line.text;
            let kind = if self.dropped { RepairKind::PageBreak } else { kind };
            let repair = self.lines.replace(self.end - hyphen, line.start, with, kind);
            repair.map(Event::Repair).into_iter().for_each(emit);
        } else {
            self.close(emit);
            self.tidy(line.start, emit);
            self.open = Some(Open { kind, start: line.start, last: line.text });
        }
        self.moved_to(line.end());
    }

    /// The rest of a line whose beginning was a heading: a paragraph begins.
    pub(super) fn rest(&mut self, start: usize, text: &'a str) {
        self.open = Some(Open { kind: ParagraphKind::Text, start, last: text });
        self.moved_to(start + text.len());
    }

    /// `span` is something other than running text; the paragraph before it ends. What it is, the caller emits.
    pub(super) fn other(&mut self, span: SourceSpan, breaks: u32, emit: &mut dyn FnMut(Event<'a>)) {
        self.breaks += breaks;
        self.close(emit);
        self.tidy(span.start().index(), emit);
        self.moved_to(span.end().index());
    }

    /// A remark of the reporter on these lines.
    pub(super) fn stage(&mut self, lines: &[Line<'a>], kind: AsideKind, emit: &mut dyn FnMut(Event<'a>)) {
        let [first, ..] = lines else { return };
        let span = SourceSpan::new(first.start..lines.last().unwrap_or(first).end());
        self.other(span, first.breaks, emit);
        for pair in lines.windows(2) {
            let with = if pair[0].text.ends_with('-') { "" } else { " " };
            let repair = self.lines.replace(pair[0].end(), pair[1].start, with, RepairKind::LineBreak);
            repair.map(Event::Repair).into_iter().for_each(&mut *emit);
        }
        emit(Event::Stage(kind, span));
    }

    /// A line that belongs to the page: it is left out, and a paragraph may go on behind it.
    pub(super) fn drop(&mut self, line: &Line<'a>) {
        self.breaks += line.breaks;
        self.dropped = true;
    }

    /// The end of the text.
    pub(super) fn finish(&mut self, emit: &mut dyn FnMut(Event<'a>)) {
        self.close(emit);
        self.tidy(self.lines.source().len(), emit);
    }

    fn moved_to(&mut self, end: usize) {
        (self.end, self.breaks, self.dropped) = (end, 0, false);
    }

    /// The present paragraph, if any, ends here.
    pub(super) fn close(&mut self, emit: &mut dyn FnMut(Event<'a>)) {
        if let Some(open) = self.open.take() {
            emit(Event::Paragraph(open.kind, SourceSpan::new(open.start..self.end)));
        }
    }

    fn tidy(&self, to: usize, emit: &mut dyn FnMut(Event<'a>)) {
        if let Some(mut repair) = self.lines.tidy_gap(self.end, to, self.breaks) {
            if self.dropped {
                repair.kind = RepairKind::PageFurniture;
            } else if self.breaks == 0 && self.end > 0 && to < self.lines.source().len() {
                repair.kind = RepairKind::Glued;
            }
            emit(Event::Repair(repair));
        }
    }

    fn gap(&self, open: &Open<'a>, after: &str) -> Gap {
        let before = open.last;
        let goes_on = after.starts_with(char::is_lowercase);
        let same_block = self.breaks == 1 && !self.dropped;
        if let Some(left) = word_before_hyphen(before)
            && (same_block || goes_on || self.dropped)
        {
            return self.hyphens.join(left, first_word(after));
        }
        let ended = ends_sentence(before);
        let breaks = if same_block {
            // The lines of a list are indented, and so shorter than the others: there only the sentence counts.
            let ends_otherwise = open.kind != ParagraphKind::Item
                && (!goes_on || !before.ends_with(char::is_alphanumeric))
                && self.is_short(before, after);
            ended && self.fits(before, after) || ends_otherwise
        } else if self.dropped {
            ended && (!goes_on || self.fits(before, after))
        } else {
            // An empty line in the middle of a sentence whose line is full is the end of a page.
            ended || !goes_on && !ends_in_abbreviation(before) && self.is_short(before, after)
        };
        match breaks {
            true => Gap::Break,
            false if same_block => Gap::Join(" ", RepairKind::LineBreak),
            false => Gap::Join(" ", RepairKind::PageBreak),
        }
    }

    /// Whether the first word of `after` would have fitted on the line `before`. Where nothing is known about the
    /// width, every line is taken to end where its author ended it.
    fn fits(&self, before: &str, after: &str) -> bool {
        self.measure.as_ref().is_none_or(|measure| measure.with_next_word(before, after) < measure.full)
    }

    /// Whether a good part of the line `before` was left empty: it ends a title or a name, if not a sentence.
    fn is_short(&self, before: &str, after: &str) -> bool {
        self.measure.as_ref().is_none_or(|measure| measure.with_next_word(before, after) < measure.full * 4 / 5)
    }
}

/// Whether a sentence ends here; an abbreviation that wants more behind it does not end one.
fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(['»', '”', '"', '’', '\'', ')', ']']);
    bare.ends_with(['.', '!', '?', '…', ':', ';']) && !ends_in_abbreviation(line)
}

/// Abbreviations that never end a sentence, because a date, a number or a name must follow.
fn ends_in_abbreviation(line: &str) -> bool {
    matches!(last_word(line), "d.d." | "nr." | "nrs." | "blz." | "p." | "art." | "dhr." | "mevr." | "drs." | "mr.")
}

fn first_word(line: &str) -> &str {
    line.split(char::is_whitespace).next().unwrap_or_default()
}

fn last_word(line: &str) -> &str {
    line.rsplit(char::is_whitespace).next().unwrap_or_default()
}

fn is_vowel(c: char) -> bool {
    // Letters with an accent are all vowels in the languages read here, or stand beside one.
    matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y') || !c.is_ascii()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The word that a line breaks off with a hyphen, without the hyphen.
fn word_before_hyphen(line: &str) -> Option<&str> {
    let word = last_word(line.strip_suffix(['-', '\u{2010}', '\u{ad}'])?);
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    word.ends_with(char::is_alphanumeric).then_some(word)
}

/// How wide a full line is, in tenths of a letter.
struct Measure {
    width: fn(&str) -> u32,
    /// A line that would be at least this wide with the next word could not have taken it.
    full: u32,
}

impl Measure {
    /// Learns from the line ends inside a sentence: there the next word did not fit. Whether the lines were set in
    /// letters of different widths or cut at a number of characters shows in which measure is the sharper one.
    fn learn(lines: &[Line<'_>]) -> Option<Self> {
        let widths: [fn(&str) -> u32; 2] = [proportional, |text| 10 * Byte::at(text.chars().count()).0];
        let candidates = widths.into_iter().filter_map(|width| {
            let mut measure = Self { width, full: 0 };
            let mut overflow: Vec<u32> = lines
                .windows(2)
                .take(SAMPLE_LINES)
                .filter(|pair| pair[1].breaks == 1 && pair[0].text.ends_with(char::is_alphanumeric))
                .filter(|pair| pair[1].text.starts_with(char::is_lowercase))
                .map(|pair| measure.with_next_word(pair[0].text, pair[1].text))
                .collect();
            if overflow.len() < MIN_SAMPLES {
                return None;
            }
            overflow.sort_unstable();
            // The two percent below are short lines of other kinds: tables, addresses, verse.
            measure.full = overflow[overflow.len() / 50];
            let median = overflow[overflow.len() / 2];
            let spread = u64::from(median - measure.full) * 10_000 / u64::from(median.max(1));
            Some((spread, measure))
        });
        candidates.min_by_key(|(spread, _)| *spread).map(|(_, measure)| measure)
    }

    fn with_next_word(&self, before: &str, after: &str) -> u32 {
        (self.width)(before) + (self.width)(" ") + (self.width)(first_word(after))
    }
}

/// The width of a text in a common face, in tenths of that of an `n`.
fn proportional(text: &str) -> u32 {
    text.chars().map(|c| ASCII_WIDTHS.get(c as usize).map_or_else(|| letter_width(c), |width| u32::from(*width))).sum()
}

#[expect(clippy::cast_possible_truncation, reason = "the widest letter has 15")]
static ASCII_WIDTHS: [u8; 128] = {
    let mut widths = [0; 128];
    let mut byte = 0;
    while byte < 128_u8 {
        widths[byte as usize] = letter_width(byte as char) as u8;
        byte += 1;
    }
    widths
};

const fn letter_width(c: char) -> u32 {
    match c {
        'i' | 'l' | 'j' | 'I' | '.' | ',' | ':' | ';' | '!' | '\'' | '’' | '|' => 5,
        't' | 'f' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' | ' ' => 6,
        'm' | 'w' | 'M' | 'W' => 15,
        'A'..='Z' | 'À'..='Þ' => 12,
        _ => 10,
    }
}

/// What the text itself says about words with a hyphen.
struct Hyphens<'a> {
    source: &'a str,
    /// Words that stand in the text with a hyphen inside.
    hyphenated: HashSet<&'a str>,
    /// Words looked up without their hyphen.
    joined: RefCell<HashMap<String, bool>>,
}

impl<'a> Hyphens<'a> {
    fn new(lines: &Lines<'a>) -> Self {
        let has_hyphen = |line: &&Line<'a>| line.text.contains('-');
        let words = lines.list().iter().filter(has_hyphen).flat_map(|line| line.text.split(char::is_whitespace));
        let bare = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        Self {
            source: lines.source(),
            hyphenated: bare.filter(|word| word.contains('-')).collect(),
            joined: RefCell::default(),
        }
    }

    /// How a word broken into `left`, a hyphen and `right` is put together.
    fn join(&self, left: &str, right: &str) -> Gap {
        let right = right.trim_end_matches(|c: char| !c.is_alphanumeric());
        let kept = |with| Gap::Join(with, RepairKind::HyphenKept);
        if matches!(right, "en" | "of" | "tot" | "noch" | "and" | "or") {
            return kept(" ");
        }
        let compound = format!("{left}-{right}");
        // At the beginning of a heading or a sentence the same compound has a capital.
        let is_compound =
            self.hyphenated.contains(compound.as_str()) || self.hyphenated.contains(capitalised(&compound).as_str());
        let last_part = left.rsplit('-').next().unwrap_or(left);
        // A syllable has a vowel and small letters; NAP and ggz are no syllables.
        let is_acronym =
            last_part.chars().count() > 1 && (!last_part.contains(char::is_lowercase) || !last_part.contains(is_vowel));
        let before_capital = !right.starts_with(char::is_lowercase);
        if is_compound || is_acronym || before_capital && !self.stands_joined(left, right) {
            return kept("");
        }
        Gap::Join("", RepairKind::Hyphen)
    }

    fn stands_joined(&self, left: &str, right: &str) -> bool {
        let mut joined = self.joined.borrow_mut();
        let word = format!("{left}{right}");
        if joined.len() >= MAX_LOOKUPS && !joined.contains_key(&word) {
            return false;
        }
        *joined.entry(word).or_insert_with_key(|word| self.source.contains(word.as_str()))
    }
}
