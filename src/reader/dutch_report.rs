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
//! repaired text (`dutch_insets`).

use std::borrow::Cow;

use super::{
    Confidence, Event, FormatReader, Label, Line, Lines,
    dutch::{after_label, begins_as_heading, ends_speech, find_time, furniture, heading},
    dutch_meeting::complete,
    dutch_split::{MOTION_END, begins_motion_part, run_in_heading, split},
    reflow::Flow,
};
use crate::{
    model::{AsideKind, Format, Language, ParagraphKind, Remark, RepairKind, Role},
    text::SourceSpan,
};

pub(super) const FORMAT: FormatReader = FormatReader { format: Format("dutch-report"), detect, read, complete };

/// Words that only a report of the House has, for parts in which nobody speaks.
const FORMULAS: &[&str] = &["Aanwezig zijn ", "Lijst van ingekomen stukken", "Vastgesteld ", "Ingekomen stukken"];

fn detect(lines: &[Line<'_>]) -> Confidence {
    let is_heading = |line: &&Line<'_>| heading(line.text).is_some() || run_in_heading(line.text).is_some();
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
    Confidence([0, 50, 95][headings].max(if headings < 2 { inside().max(formula()) } else { 0 }))
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
fn classify<'a>(line: &Line<'a>, in_front: bool, last: &str) -> Class<'a> {
    let text = line.text;
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
            if text.starts_with("Sluiting ") && find_time(text).is_some() {
                return Class::Closing;
            }
        }
        _ => {}
    }
    if let Some(name) = chair_named(text) {
        return Class::Chair(name);
    }
    if line.breaks != 1 || in_front || ends_speech(last) {
        // Of those who are quoted, the chair alone is named so at the beginning of a line.
        if let Some((label, length)) = run_in_heading(text).filter(|(label, _)| label.role != Role::Guest) {
            return Class::RunIn(label, length);
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

/// The name of somebody who takes the chair: `Voorzitter: Brasse`, in the plenary hall with the number of the item.
fn chair_named(text: &str) -> Option<&str> {
    after_label(text.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start(), "Voorzitter:")
}

fn stage(text: &str) -> Option<AsideKind> {
    if text.starts_with("De vergadering wordt ") && text.ends_with(" geschorst.") {
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

fn read<'a>(lines: &Lines<'a>, emit: &mut dyn FnMut(Event<'a>)) {
    emit(Event::Language(Language::Dutch));
    let mut flow = Flow::new(lines);
    let (mut in_front, mut in_motion, mut last) = (true, false, "");
    let pieces = split(lines.list());
    let mut rest = &*pieces;
    while let [line, following @ ..] = rest {
        rest = following;
        if let Some(taken) = heading_on_two_lines(lines, line, following, &mut flow, emit) {
            (in_front, in_motion, last) = (false, false, "");
            rest = &following[taken..];
            continue;
        }
        let class = classify(line, in_front, last);
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

/// A heading too long for its line, or cut by the end of a page: `Mevrouw Faber-van de` / `Klashorst (Dijkpartij):`.
/// Reads it, and says how many of the lines behind `line` it takes.
fn heading_on_two_lines<'a>(
    lines: &Lines<'a>,
    line: &Line<'a>,
    following: &[Line<'a>],
    flow: &mut Flow<'_, 'a>,
    emit: &mut dyn FnMut(Event<'a>),
) -> Option<usize> {
    // `Mevrouw Helder.` is what a chair says to give her the floor.
    if line.text.ends_with([':', '.', '!', '?']) || !begins_as_heading(line.text) {
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
