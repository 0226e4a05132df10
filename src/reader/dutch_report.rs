//! The verbatim report of a Dutch parliamentary debate, as copied from the PDF or the web page: with each heading on a
//! line of its own, before the speech, or glued into it (`dutch_split`).
//!
//! ```text
//! report     = { front line | item } [ chair clerk ] [ attendance ] [ opening ] { turn | stage | chair } [ closing ]
//! chair      = "Voorzitter: " name                         from here on, "De voorzitter" is this person
//! clerk      = "Griffier: " name
//! attendance = "Aanwezig zijn ..." up to the opening or the first heading
//! opening    = "Aanvang 11.16 uur."
//! turn       = heading (see `dutch::heading`) { line | motion }
//! motion     = [ "Motie" ] "De Kamer," { part } "en gaat over tot de orde van de dag."
//! stage      = "De vergadering wordt ... geschorst." | "De beraadslaging wordt gesloten." | "(" words ")"
//! closing    = "Sluiting 13.09 uur."
//! ```
//!
//! Lines of the page (`dutch::furniture`) are dropped wherever they stand. A heading before the speech must stand where
//! a turn can begin, behind the end of a sentence. Which paragraphs make a motion or the closing list is found in the
//! repaired text (`dutch_motions`).

use std::{borrow::Cow, collections::HashSet};

use super::{
    Confidence, Event, FormatReader, Label, Line, Lines,
    dutch::{after_label, begins_as_heading, ends_speech, find_time, furniture, heading, speaker},
    dutch_meeting::complete,
    dutch_split::{MOTION_END, begins_motion_part, run_in_heading, split},
    reflow::Flow,
    step,
};
use crate::{
    model::{AsideKind, Format, Language, ParagraphKind, Remark, RepairKind, Role, pause},
    text::SourceSpan,
};

pub(super) const FORMAT: FormatReader =
    FormatReader { format: Format("dutch-report"), detect, read: |lines, emit| Box::pin(read(lines, emit)), complete };

/// Words that only a report of the House has, for parts in which nobody speaks.
const FORMULAS: &[&str] = &["Aanwezig zijn ", "Lijst van ingekomen stukken", "Vastgesteld ", "Ingekomen stukken"];

/// So many headings on lines of their own are in no other format.
const CERTAIN_HEADINGS: usize = 4;

fn detect(lines: &[Line<'_>]) -> Confidence {
    if lines.iter().filter(|line| heading(line.text).is_some()).take(CERTAIN_HEADINGS).count() == CERTAIN_HEADINGS {
        return Confidence::CERTAIN;
    }
    let is_heading =
        |line: &&Line<'_>| heading(line.text).is_some() || run_in_heading(line.text, line.breaks != 1).is_some();
    let headings = lines.iter().filter(is_heading).take(2).count();
    let inside = || match split(lines) {
        Cow::Owned(_) => 95,
        Cow::Borrowed(_) => 0,
    };
    let formula = || {
        let is_formula = |line: &Line<'_>| FORMULAS.iter().any(|formula| line.text.contains(formula));
        let of_house =
            |line: &Line<'_>| line.text.contains(" leden der Kamer") || line.text.contains(" de Voorzitter ");
        if lines.iter().any(is_formula) && lines.iter().any(of_house) { 60 } else { 0 }
    };
    let without_colon = || if is_without_colon(lines) { 95 } else { 0 };
    Confidence([0, 50, 95][headings].max(if headings < 2 { inside().max(without_colon()).max(formula()) } else { 0 }))
}

/// What a line of the report is.
enum Class<'a> {
    Furniture,
    Heading(Label<'a>),
    /// A heading of so many bytes, and the speech behind it.
    RunIn(Label<'a>, usize),
    Chair(&'a str),
    Clerk,
    Attendance,
    Opening,
    Closing,
    Stage(AsideKind),
    Item,
    Text,
}

/// `last` is the line before.
fn classify<'a>(line: &Line<'a>, in_front: bool, last: &str, style: &Style<'a>) -> Class<'a> {
    let text = line.text;
    // Most lines go on in the middle of a sentence.
    if text.starts_with(|c: char| c.is_ascii_lowercase()) && !text.starts_with("kst-") {
        return Class::Text;
    }
    if style.without_colon
        && let Some(label) = heading_without_colon(text)
    {
        return Class::Heading(label);
    }
    // Most lines are running text, and most of those show it by their last letter.
    match text.as_bytes().last() {
        Some(b':') => {
            if let Some(label) = heading(text) {
                return Class::Heading(label);
            }
        }
        Some(b'.' | b')') => {
            if let Some(stage) = stage(text) {
                return Class::Stage(stage);
            }
        }
        _ => {}
    }
    if text.starts_with("Schorsing ")
        && let Some(stage) = stage(text)
    {
        return Class::Stage(stage);
    }
    if text.len() < MAX_CLOSING && text.starts_with("Sluiting") && find_time(text).is_some() {
        return Class::Closing;
    }
    if let Some(name) = chair_named(text) {
        return Class::Chair(name);
    }
    if line.breaks != 1 || in_front || ends_speech(last) || last.len() < MAX_TITLE {
        let behind_empty_line = line.breaks != 1;
        if let Some((label, length)) = run_in_heading(text, behind_empty_line) {
            // A guest has no party that would tell a heading from words before a quotation.
            if label.role != Role::Guest || behind_empty_line || style.guests.contains(&text[..length]) {
                return Class::RunIn(label, length);
            }
        }
    }
    if furniture(text).is_some() {
        return Class::Furniture;
    }
    if in_front {
        if after_label(text, "Griffier:").is_some() {
            return Class::Clerk;
        }
        if text.starts_with("Aanwezig zijn ") || text.starts_with("Aanwezig is ") {
            return Class::Attendance;
        }
        if text.starts_with("Aanvang") && find_time(text).is_some() {
            return Class::Opening;
        }
    }
    if text.starts_with("– ") || text.starts_with("• ") || text.starts_with("- ") {
        Class::Item
    } else {
        Class::Text
    }
}

/// How this report writes its headings.
struct Style<'a> {
    /// On lines of their own, without a colon.
    without_colon: bool,
    /// The headings before the speech of those without party and office, where they recur.
    guests: HashSet<&'a str>,
}

impl<'a> Style<'a> {
    /// Learns from the first lines.
    fn learn(lines: &[Line<'a>]) -> Self {
        let lines = &lines[..lines.len().min(SAMPLE_LINES)];
        let (mut seen, mut guests) = (HashSet::new(), HashSet::new());
        for line in lines {
            if let Some((label, length)) = run_in_heading(line.text, true)
                && label.role == Role::Guest
                && !seen.insert(&line.text[..length])
            {
                guests.insert(&line.text[..length]);
            }
        }
        Self { without_colon: is_without_colon(lines), guests }
    }
}

/// How many headings without a colon it takes before they are believed.
const MIN_WITHOUT_COLON: usize = 4;

/// Whether the headings stand without a colon: the chair's and others', and more of them than with one.
fn is_without_colon(lines: &[Line<'_>]) -> bool {
    let (mut chair, mut others, mut with) = (0, 0, 0);
    for line in lines {
        match heading_without_colon(line.text) {
            Some(label) if label.role == Role::Chair => chair += 1,
            Some(label) => others += usize::from(label.party.is_some() || label.role == Role::Government),
            None => with += usize::from(line.text.ends_with(':') && heading(line.text).is_some()),
        }
    }
    others > 0 && chair + others >= MIN_WITHOUT_COLON && chair + others > 2 * with
}

fn heading_without_colon(text: &str) -> Option<Label<'_>> {
    let can_be = text.len() <= MAX_WITHOUT_COLON && !text.ends_with([':', '.', ',', ';', '!', '?']);
    can_be.then(|| speaker(text))?.filter(|label| label.role != Role::Guest || label.party.is_some())
}

/// A line shorter than this may be a title, which ends without a full stop.
const MAX_TITLE: usize = 45;
/// The longest heading without a colon, and the longest closing line, in bytes.
const MAX_WITHOUT_COLON: usize = 90;
const MAX_CLOSING: usize = 40;
/// How many lines are looked at to learn how headings are written.
const SAMPLE_LINES: usize = 1_000;

/// The name of somebody who takes the chair: `Voorzitter: Brasse`, in the plenary hall with the number of the item.
fn chair_named(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    let labels = ["Voorzitter:", "Fungerend voorzitter:", "Waarnemend voorzitter:", "Voorzitter van de vergadering:"];
    labels.iter().find_map(|label| after_label(text, label))
}

/// The longest remark of the reporter that is told by its words, in bytes.
const MAX_STAGE: usize = 120;

fn stage(text: &str) -> Option<AsideKind> {
    let suspends = text.starts_with("De vergadering wordt ") && text.contains(" geschorst") && text.len() < MAX_STAGE
        || text.starts_with("Schorsing ") && find_time(text).is_some() && text.len() < MAX_STAGE;
    if suspends {
        let times = find_time(text).and_then(|(from, rest)| Some((from, find_time(rest)?.0)));
        return Some(AsideKind::Suspension(times));
    }
    let is_formula = (text.starts_with("De beraadslaging wordt ")
        || text.starts_with("De algemene beraadslaging wordt "))
        && text.len() < 60
        || text.starts_with("In stemming komt ")
        || text.starts_with("Overeenkomstig ") && text.ends_with(" wordt besloten.");
    let is_bracketed = text.starts_with('(') && text.ends_with(')') && !text[1..].contains('(');
    (is_formula || is_bracketed).then_some(AsideKind::Stage)
}

async fn read<'a>(lines: &Lines<'a>, emit: &mut dyn FnMut(Event<'a>)) {
    emit(Event::Language(Language::Dutch));
    let mut flow = Flow::new(lines);
    let (mut in_front, mut in_motion, mut last) = (true, false, "");
    let pieces = split(lines.list());
    pause().await;
    let style = Style::learn(&pieces);
    pause().await;
    let mut rest = &*pieces;
    while let [line, following @ ..] = rest {
        rest = following;
        step(rest.len()).await;
        if let Some(taken) = heading_on_two_lines(lines, line, following, &mut flow, emit) {
            (in_front, in_motion, last) = (false, false, "");
            rest = &following[taken..];
            continue;
        }
        if let Some(taken) = stage_on_two_lines(lines, line, following, &mut flow, emit) {
            (in_motion, last) = (false, ".");
            rest = &following[taken..];
            continue;
        }
        let class = classify(line, in_front, last, &style);
        in_motion = match class {
            Class::Text if line.text == "De Kamer," || line.text.starts_with("De Kamer, gehoord") => true,
            Class::Text | Class::Furniture | Class::Item => in_motion && !last.ends_with(MOTION_END),
            _ => false,
        };
        match class {
            Class::Furniture => {
                flow.drop(line);
                continue;
            }
            Class::Text => {
                let begins = in_motion && begins_motion_part(last, line.text) || line.text == "De Kamer,";
                flow.text(line, begins.then_some(ParagraphKind::Text), emit);
            }
            Class::Item => flow.text(line, Some(ParagraphKind::Item), emit),
            Class::Clerk => flow.text(line, Some(ParagraphKind::Text), emit),
            Class::Heading(label) => {
                in_front = false;
                flow.other(line.span(), line.breaks, emit);
                emit(Event::Turn { heading: line.span(), speaker: Some(label), at: None });
            }
            Class::RunIn(label, length) => {
                in_front = false;
                let heading = SourceSpan::new(line.start..line.start + length);
                flow.other(heading, line.breaks, emit);
                emit(Event::Turn { heading, speaker: Some(label), at: None });
                flow.rest(line.end() - line.text[length..].trim_start().len(), line.text[length..].trim_start());
            }
            Class::Stage(kind) => {
                flow.other(line.span(), line.breaks, emit);
                emit(Event::Stage(kind, line.span()));
            }
            Class::Chair(_) | Class::Attendance | Class::Opening | Class::Closing => {
                flow.close(emit);
                emit(Event::Aside(match class {
                    Class::Attendance => AsideKind::Attendance,
                    Class::Opening => AsideKind::Opening,
                    Class::Closing => AsideKind::Closing,
                    _ => AsideKind::ChairChange,
                }));
                if let Class::Chair(name) = class {
                    emit(Event::ChairTakenBy(name));
                }
                flow.text(line, Some(ParagraphKind::Text), emit);
            }
        }
        last = line.text;
    }
    flow.finish(emit);
    if in_front {
        emit(Event::Remark(Remark::NoSpeech));
    }
}

/// A remark of the reporter that is broken over two lines. Reads it, and says how many of the lines behind it takes.
fn stage_on_two_lines<'a>(
    lines: &Lines<'a>,
    line: &Line<'a>,
    following: &[Line<'a>],
    flow: &mut Flow<'_, 'a>,
    emit: &mut dyn FnMut(Event<'a>),
) -> Option<usize> {
    let second = following.first().filter(|second| second.breaks == 1)?;
    let begins = ["De vergadering wordt ", "De beraadslaging wordt", "Overeenkomstig "];
    if line.text.ends_with(['.', ':']) || !begins.iter().any(|begins| line.text.starts_with(begins)) {
        return None;
    }
    let kind = stage(&[line.text, " ", second.text].concat())?;
    let span = SourceSpan::new(line.start..second.end());
    flow.other(span, line.breaks, emit);
    lines
        .replace(line.end(), second.start, " ", RepairKind::LineBreak)
        .map(Event::Repair)
        .into_iter()
        .for_each(&mut *emit);
    emit(Event::Stage(kind, span));
    Some(1)
}

/// A heading too long for its line, or cut by the end of a page: `Mevrouw Faber-van de` / `Klashorst (Dijkpartij):`.
/// Reads it, and says how many of the lines behind `line` it takes.
fn heading_on_two_lines<'a>(
    lines: &Lines<'a>,
    line: &Line<'a>,
    following: &[Line<'a>],
    flow: &mut Flow<'_, 'a>,
    emit: &mut dyn FnMut(Event<'a>),
) -> Option<usize> {
    // `Mevrouw Duin.` is what a chair says to give her the floor.
    if line.text.ends_with([':', '.', '!', '?']) || !(begins_as_heading(line.text) || line.text == "De") {
        return None;
    }
    let next = following.iter().position(|line| furniture(line.text).is_none())?;
    let (dropped, second) = (next > 0, following[next]);
    if !second.text.ends_with(':') || heading(second.text).is_some() {
        return None;
    }
    let with = if line.text.ends_with('-') { "" } else { " " };
    let label = heading(&[line.text, with, second.text].concat())?.into_owned();
    let span = SourceSpan::new(line.start..second.end());
    flow.other(span, line.breaks, emit);
    let kind = if dropped { RepairKind::PageBreak } else { RepairKind::LineBreak };
    lines.replace(line.end(), second.start, with, kind).map(Event::Repair).into_iter().for_each(&mut *emit);
    emit(Event::Turn { heading: span, speaker: Some(label), at: None });
    Some(next + 1)
}
