//! Minutes and meeting transcripts with the speaker's name before the words: `Name: text`, `Name (Role): text`.
//!
//! ```text
//! transcript = { front line } { turn | stage }
//! turn       = name [ "(" role ")" ] ":" words { line }
//! stage      = "(" words ")" on a line of its own
//! ```
//!
//! A name followed by a colon is not always a speaker. It is one here if it looks like a name and recurs; a name
//! that stands only once is one if its line begins where a turn can begin, behind an empty line, and other names
//! do recur.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Confidence, Event, FormatReader, Line, Lines, dutch, event::Label, language, reflow::Flow};
use crate::{
    model::{AsideKind, Block, Format, Role, Transcript},
    text::SourceSpan,
};

pub(super) const FORMAT: FormatReader = FormatReader { format: Format("named-lines"), detect, read, complete };

/// The longest label, in bytes.
const MAX_LABEL: usize = 80;

/// The longest title, in characters.
const MAX_TITLE: usize = 100;

const ENGLISH_MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A label at the beginning of `line`: what stands before the colon, the name in it, and what stands in brackets.
fn label<'a>(line: &Line<'a>) -> Option<(&'a str, Label<'a>)> {
    let (head, rest) = line.text.split_once(':')?;
    if head.len() > MAX_LABEL || !(rest.is_empty() || rest.starts_with(char::is_whitespace)) {
        return None;
    }
    let (name, bracket) = match head.trim_end().strip_suffix(')') {
        Some(inner) => inner.split_once('(').map(|(name, bracket)| (name.trim_end(), Some(bracket.trim())))?,
        None => (head.trim_end(), None),
    };
    let starts_as_name = name.starts_with(char::is_uppercase);
    if !starts_as_name || !dutch::is_name(name) || bracket.is_some_and(str::is_empty) {
        return None;
    }
    let is_chair = |text: &str| {
        let text = text.to_lowercase();
        ["chair", "voorzitter", "president", "speaker of"].iter().any(|word| text.contains(word))
    };
    let role = match bracket {
        _ if is_chair(name) || bracket.is_some_and(is_chair) => Role::Chair,
        Some(_) => Role::Member,
        None => Role::Guest,
    };
    Some((head, Label { name: name.into(), honorific: None, party: bracket.map(Into::into), role }))
}

/// How often each label occurs.
fn count<'a>(lines: &[Line<'a>]) -> HashMap<&'a str, u32> {
    let mut counts = HashMap::new();
    for (head, _) in lines.iter().filter_map(label) {
        *counts.entry(head).or_default() += 1;
    }
    counts
}

fn detect(lines: &[Line<'_>]) -> Confidence {
    let counts = count(lines);
    let recurring = counts.values().filter(|&&n| n > 1).count();
    let turns: u32 = counts.values().filter(|&&n| n > 1).sum();
    Confidence(match (recurring, turns) {
        (2.., 4..) => 80,
        (1.., 3..) | (2.., _) => 40,
        _ => 0,
    })
}

fn read<'a>(lines: &Lines<'a>, emit: &mut dyn FnMut(Event<'a>)) {
    emit(Event::Language(language::detect(lines)));
    let counts = count(lines.list());
    let mut flow = Flow::new(lines);
    for line in lines.list() {
        let speaker = label(line).filter(|(head, _)| counts[head] > 1 || line.breaks > 1);
        if let Some((head, label)) = speaker {
            let heading = SourceSpan::new(line.start..line.start + head.len() + 1);
            flow.other(heading, line.breaks, emit);
            emit(Event::Turn { heading, speaker: Some(label), at: None });
            let words = line.text[head.len() + 1..].trim_start();
            if !words.is_empty() {
                flow.rest(line.end() - words.len(), words);
            }
        } else if let Some(kind) = stage(line.text) {
            flow.other(line.span(), line.breaks, emit);
            emit(Event::Stage(kind, line.span()));
        } else {
            flow.text(line, None, emit);
        }
    }
    flow.finish(emit);
}

fn stage(text: &str) -> Option<AsideKind> {
    let inner = text.strip_prefix(['(', '['])?.strip_suffix([')', ']'])?;
    let suspends = ["suspended", "adjourned", "geschorst"].iter().any(|word| inner.contains(word));
    let times = || dutch::find_time(inner).and_then(|(from, rest)| Some((from, dutch::find_time(rest)?.0)));
    Some(if suspends { AsideKind::Suspension(times()) } else { AsideKind::Stage })
}

/// Takes the first line as the title, and the first date before the first turn.
fn complete(transcript: &mut Transcript) {
    let Some(Block::Aside(front)) = transcript.blocks.first() else { return };
    let lines: Vec<&str> =
        transcript.paragraphs(&front.paragraphs).iter().map(|paragraph| transcript.words(paragraph.text)).collect();
    let date = lines.iter().find_map(|line| dutch::find_date(line).or_else(|| english_date(line)));
    let title = lines.first().map(|line| shortened(line));
    transcript.meeting.date = date;
    transcript.meeting.title = title;
}

/// The beginning of a line, whole words of it, where it is too long for a title.
fn shortened(line: &str) -> String {
    let Some((end, _)) = line.char_indices().nth(MAX_TITLE) else { return line.to_owned() };
    let words = line[..end].rsplit_once(char::is_whitespace).map_or(&line[..end], |(words, _)| words);
    format!("{words} …")
}

/// `4 February 2031` or `February 4, 2031`.
fn english_date(text: &str) -> Option<Date> {
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches([',', '.'])).collect();
    words.windows(3).find_map(|window| {
        let (day, month) = if window[0].starts_with(|c: char| c.is_ascii_digit()) {
            (window[0], window[1])
        } else {
            (window[1], window[0])
        };
        let month = ENGLISH_MONTHS.iter().position(|name| *name == month)? + 1;
        Date::new(window[2].parse().ok()?, i8::try_from(month).ok()?, day.parse().ok()?).ok()
    })
}
