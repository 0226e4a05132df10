//! The Congressional Record, hearings as the Government Publishing Office prints them, and court transcripts in the
//! same style: the speaker's name, and a full stop, before the words.
//!
//! ```text
//! record    = { front line } { title | turn | stage }
//! turn      = heading words { line }            at the beginning of an indented paragraph
//! heading   = title name [ "of" state ] [ "(" words ")" | "[" words "]" ] "."
//!           | "The" office [ "(" title name ")" ] "."
//! name      = words in capitals ("Mr. McDOYLE.")           the record, courts
//!           | capitalised words ("Senator Doyle.")         hearings
//! title     = centred lines in capitals
//! stage     = "The Clerk read ..." and other formulas | "[" words "]" | "[Whereupon, ... adjourned.]"
//! page      = "[[Page H102]]" | "{time}  1030" | a rule
//! ```
//!
//! Lines are cut at some 72 columns, and the beginning of a paragraph is told by its indentation. Where a copy has
//! lost that, the names in capitals still tell, and paragraphs are found by [`Flow`]'s own rules. A name in small
//! letters counts only if such headings recur: any sentence may begin with `Senator Doyle`.

use std::{cmp::Reverse, collections::HashMap};

use jiff::civil::{Date, Time};

use super::{Confidence, Event, FormatReader, Line, Lines, dutch::is_particle, event::Label, reflow::Flow, step};
use crate::{
    model::{AsideKind, Block, Format, Language, Meeting, ParagraphKind, Role, Transcript, pause},
    text::SourceSpan,
};

pub(super) const FORMAT: FormatReader = FormatReader {
    format: Format("congressional-record"),
    detect,
    read: |lines, emit| Box::pin(read(lines, emit)),
    complete,
};

/// The longest heading, in bytes.
const MAX_HEADING: usize = 110;

/// The most lines of one remark of the reporter.
const MAX_STAGE_LINES: usize = 12;

/// A shorter line than this does not go on in the next one, if both are indented: it is one of a list.
const MIN_FULL_LINE: usize = 45;

/// The longest title, in characters.
const MAX_TITLE: usize = 160;

/// Before a name, and the role they give; longer ones before their beginnings.
const TITLES: &[(&str, Role)] = &[
    ("Mr.|Mrs.|Ms.|Miss|Dr.|Governor|Mayor|Chief Justice|Justice|Judge|President|Professor", Role::Guest),
    ("General|Admiral|Colonel|Major|Captain|Lieutenant|Commander|Sergeant|Sheriff|Chief", Role::Guest),
    ("Reverend|Rabbi|Bishop|Father|Sister", Role::Guest),
    ("Senator|Representative|Congressman|Congresswoman|Delegate|Ranking Member|Vice Chairman", Role::Member),
    ("Chairman|Chairwoman|Chair", Role::Chair),
    ("Attorney General|Inspector General|Under Secretary|Deputy Secretary|Assistant Secretary", Role::Government),
    ("Secretary|Administrator|Commissioner|Director|Ambassador", Role::Government),
];

/// Whom one addresses without a name.
const ADDRESSED: &[&str] = &["speaker", "president", "chairman", "chairwoman", "chair", "secretary", "leader", "clerk"];

/// Offices in hearings, behind `The`.
const MIXED_OFFICES: &[&str] =
    &["Chairman", "Chairwoman", "Chair", "Vice Chairman", "Presiding Officer", "Clerk", "Witness"];

/// How the remarks begin that the record prints among the speeches.
const FORMULAS: &str = "The Clerk read |The Clerk will report|The Clerk designated |The Clerk proceeded |\
    The legislative clerk |The bill clerk |The assistant legislative clerk |The assistant bill clerk |\
    The senior assistant |The question was taken|The vote was taken |The result was announced|\
    The result of the vote |The yeas and nays were |The amendment was |The amendments were |\
    The motion was agreed |The resolution was agreed |The bill was ordered |A motion to reconsider |\
    A recorded vote was |There was no objection.|There being no objection, the |So the |So (two-thirds";

const MONTHS: &str = "january february march april may june july august september october november december";

fn titles() -> impl Iterator<Item = (&'static str, Role)> {
    TITLES.iter().flat_map(|(titles, role)| titles.split('|').map(|title| (title, *role)))
}

/// In which letters a name is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    Capitals,
    Mixed,
}

/// What stands before the words of a speaker.
struct Heading<'a> {
    /// Its length with the full stop.
    length: usize,
    label: Label<'a>,
    /// Who is in the chair, where the heading of the chair tells.
    in_chair: Option<&'a str>,
    letters: Letters,
}

/// The heading at the beginning of `text`.
fn heading(text: &str) -> Option<Heading<'_>> {
    let found = office(text).or_else(|| person(text))?;
    let rest = &text[found.length..];
    let goes_on = rest.starts_with(' ') && !rest.trim_start().starts_with(|c: char| c.is_lowercase() || c == '.');
    (found.length <= MAX_HEADING && (rest.is_empty() || goes_on)).then_some(found)
}

/// `The SPEAKER pro tempore (Mr. Doyle).`, `THE COURT.`, `The Chairman.`
fn office(text: &str) -> Option<Heading<'_>> {
    let rest = text.strip_prefix("The ").or_else(|| text.strip_prefix("THE "))?;
    let end = rest.bytes().take(MAX_HEADING).position(|b| matches!(b, b'.' | b'('))?;
    let name = rest[..end].trim_end();
    let is_small = |word: &str| matches!(word, "pro" | "tempore" | "Acting" | "of" | "the" | "at");
    let has_capitals = name.split(' ').any(is_capitals);
    let letters = match name.split(' ').all(|word| is_capitals(word) || is_small(word)) && has_capitals {
        true => Letters::Capitals,
        false if MIXED_OFFICES.contains(&name) => Letters::Mixed,
        false => return None,
    };
    let (length, bracket) = behind_bracket(text, 4 + end)?;
    let in_chair = bracket.and_then(|bracket| titles().find_map(|(title, _)| bracket.strip_prefix(title)));
    let small = name.to_lowercase();
    let presides = ["speaker", "chair", "president", "presiding"].iter().any(|word| small.contains(word));
    let role = if presides { Role::Chair } else { Role::Guest };
    let label = Label { name: text[..4 + name.len()].into(), honorific: None, party: None, role };
    let in_chair = in_chair.map(|name| name.split_once(" of ").map_or(name, |(name, _)| name).trim());
    Some(Heading { length, label, in_chair: in_chair.filter(|name| !name.is_empty()), letters })
}

/// Behind a bracket at `from`, if there is one, and the full stop that ends the heading; and what is in the bracket.
fn behind_bracket(text: &str, from: usize) -> Option<(usize, Option<&str>)> {
    let (close, inner) = match text.as_bytes().get(from)? {
        b'.' => return Some((from + 1, None)),
        b'(' => (')', from + 1),
        b'[' => (']', from + 1),
        _ => return None,
    };
    let length = text[inner..].find(close)?;
    let end = inner + length + 1;
    text[end..].starts_with('.').then(|| (end + 1, Some(&text[inner..inner + length])))
}

/// `Mr. DOYLE of Ohio.`, `Senator Doyle [presiding].`
fn person(text: &str) -> Option<Heading<'_>> {
    let (title, role) = titles().find_map(|(title, role)| {
        let begins = text.get(..title.len()).filter(|begins| begins.eq_ignore_ascii_case(title))?;
        let fits = begins.starts_with(char::is_uppercase) && (begins == title || !begins.contains(char::is_lowercase));
        (fits && text[title.len()..].starts_with(' ')).then_some((begins, role))
    })?;
    let from = title.len() + 1;
    // The name ends at the first full stop that does not belong to an initial, or at a bracket.
    let bytes = text.as_bytes();
    let end = (from..text.len().min(MAX_HEADING)).find(|&at| match bytes[at] {
        b'(' | b'[' => true,
        b'.' => {
            let word = text[from..at].rsplit(' ').next().unwrap_or_default();
            word.len() > 1 && !word.eq_ignore_ascii_case("st")
        }
        _ => false,
    })?;
    let whole = text[from..end].trim_end();
    let (name, state) = whole.split_once(" of ").map_or((whole, None), |(name, state)| (name, Some(state)));
    let words = || name.split(' ');
    let begins_large = |word: &str| word.starts_with(char::is_uppercase) || is_particle(word);
    let is_word = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
    let is_state = |state: &str| state.split(' ').all(|word| begins_large(word) || word == "the");
    if words().count() > 4
        || !words().all(|word| is_word(word) && begins_large(word))
        || ADDRESSED.contains(&name.to_lowercase().as_str())
        || !state.is_none_or(is_state)
    {
        return None;
    }
    let letters = if words().any(is_capitals) { Letters::Capitals } else { Letters::Mixed };
    let (length, _) = behind_bracket(text, end)?;
    // In the record, who is called `Mr. DOYLE` is a member; in a court, `MR. DOYLE` is not.
    let is_member = letters == Letters::Capitals && title.contains(char::is_lowercase) && role == Role::Guest;
    let role = if is_member { Role::Member } else { role };
    let label = Label { name: name.into(), honorific: Some(title.into()), party: state.map(Into::into), role };
    Some(Heading { length, label, in_chair: None, letters })
}

/// `DOYLE`, `McDOYLE`, `DeLONG`: two capitals, and nothing small at the end.
fn is_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.ends_with(char::is_lowercase)
}

fn detect(lines: &[Line<'_>]) -> Confidence {
    let mut counts: HashMap<&str, u32> = HashMap::new();
    let (mut capitals, mut set_off, mut before) = (0, 0, None::<&Line<'_>>);
    for line in lines {
        if let Some(found) = heading(line.text) {
            // Here only the distance from the line before tells how far a line is indented.
            let gap = before.map_or(0, |before| line.start.saturating_sub(before.end() + line.breaks as usize));
            let two_blanks = line.text[found.length..].starts_with("  ");
            let is_set_off = found.letters == Letters::Capitals || gap >= 3 || two_blanks;
            if is_set_off || may_begin(before) {
                *counts.entry(&line.text[..found.length]).or_default() += 1;
                capitals += u32::from(found.letters == Letters::Capitals);
                set_off += u32::from(is_set_off);
            }
        }
        before = Some(line);
    }
    let recurring = counts.values().filter(|&&n| n > 1).count();
    let all: u32 = counts.values().sum();
    let is_record = lines.iter().take(20).any(|line| line.text.starts_with("[Congressional Record"));
    Confidence(match (recurring, capitals, all) {
        (_, 1.., _) if is_record => 97,
        (1.., 3.., _) => 92,
        (2.., _, 4..) if set_off * 2 >= all => 88,
        (2.., _, 6..) => 70,
        _ => 0,
    })
}

/// A line that belongs to the page.
fn is_furniture(text: &str) -> bool {
    let is_page = text.starts_with("[[Page ") && text.ends_with("]]") || text.starts_with("{time}");
    is_page || text.len() > 3 && text.bytes().all(|b| matches!(b, b'_' | b'='))
}

/// Whether a paragraph may begin behind `before`.
fn may_begin(before: Option<&Line<'_>>) -> bool {
    before.is_none_or(|before| before.text.ends_with(['.', '!', '?', ':', ']', ')', '-', '\'']))
}

/// What the headings of a text have in common.
struct Layout<'l, 'a> {
    lines: &'l Lines<'a>,
    letters: Letters,
    /// How far every line is indented.
    margin: usize,
    /// How much further paragraphs are; 0 where the copy has lost it.
    indent: usize,
}

impl<'l, 'a> Layout<'l, 'a> {
    fn learn(lines: &'l Lines<'a>) -> Self {
        let found: Vec<_> =
            lines.list().iter().filter_map(|line| Some((lines.indent(line), heading(line.text)?.letters))).collect();
        let capitals = found.iter().filter(|(_, letters)| *letters == Letters::Capitals).count();
        let letters = if capitals * 2 >= found.len() { Letters::Capitals } else { Letters::Mixed };
        let mut indents = HashMap::new();
        for (indent, _) in found.iter().filter(|(_, found)| *found == letters) {
            *indents.entry(*indent).or_insert(0_u32) += 1;
        }
        // Of the first line, the beginning may not have been copied.
        let margin = lines.list().iter().skip(1).map(|line| lines.indent(line)).min().unwrap_or(0);
        let most = indents.into_iter().max_by_key(|(indent, count)| (*count, Reverse(*indent)));
        Self { lines, letters, margin, indent: most.map_or(0, |(indent, _)| indent.saturating_sub(margin)) }
    }

    fn indent(&self, line: &Line<'_>) -> usize {
        self.lines.indent(line).saturating_sub(self.margin)
    }

    /// The heading at the beginning of `line`, if it stands where one can.
    fn heading(&self, line: &Line<'a>, before: Option<&Line<'a>>) -> Option<Heading<'a>> {
        let found = heading(line.text).filter(|found| found.letters == self.letters)?;
        let is_at_place = match self.indent {
            0 => self.letters == Letters::Capitals || line.breaks > 1 || may_begin(before),
            indent => (1..=indent + 1).contains(&self.indent(line)),
        };
        is_at_place.then_some(found)
    }

    /// A centred line in capitals.
    fn is_title(&self, line: &Line<'_>, goes_on: bool) -> bool {
        let text = line.text;
        let long = |least: usize| {
            let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
            text.split(' ').filter(|word| letters(word) >= least).count()
        };
        (line.breaks != 1 || goes_on)
            && !text.contains(char::is_lowercase)
            && !text.ends_with(['.', ':', ']', ')'])
            && (long(3) > 1 || long(5) > 0)
            && (self.indent == 0 || goes_on || self.indent(line) > self.indent)
    }
}

/// The remark that a paragraph beginning with this line is, and whether it ends with a bracket.
fn stage(text: &str, in_turn: bool) -> Option<(AsideKind, bool)> {
    let is_bracketed = text.starts_with('[') && !text.starts_with("[Congressional Record");
    let ends = ["[Whereupon,", "Accordingly (at ", "Thereupon, ", "[Whereupon at"];
    if ends.iter().any(|begins| text.starts_with(begins)) {
        let recess = text.contains("recess");
        return Some((if recess { AsideKind::Suspension(None) } else { AsideKind::Closing }, is_bracketed));
    }
    if text.starts_with("[Recess") {
        return Some((AsideKind::Suspension(None), true));
    }
    let is_formula = in_turn && FORMULAS.split('|').any(|begins| text.starts_with(begins));
    (is_formula || is_bracketed && in_turn).then_some((AsideKind::Stage, is_bracketed))
}

/// Before any speech: the meeting begins, or who is there.
fn opening(text: &str) -> Option<AsideKind> {
    let small = text.to_lowercase();
    if text.starts_with("The ") && (small.contains(" met at ") || small.contains(" met, pursuant")) {
        return Some(AsideKind::Opening);
    }
    text.starts_with("Present: ").then_some(AsideKind::Attendance)
}

async fn read<'a>(lines: &Lines<'a>, emit: &mut dyn FnMut(Event<'a>)) {
    emit(Event::Language(Language::English));
    let layout = Layout::learn(lines);
    pause().await;
    let all = lines.list();
    let mut flow = Flow::new(lines);
    let mut in_chair: HashMap<String, &'a str> = HashMap::new();
    // The titles of a front page are part of it; those of the debate begin right before the first turn.
    let first = (0..all.len()).find(|&at| layout.heading(&all[at], at.checked_sub(1).map(|at| &all[at])).is_some());
    let is_shouted =
        |at: &usize| *at > 0 && !all[at - 1].text.contains(char::is_lowercase) && !is_furniture(all[at - 1].text);
    let first_title = std::iter::successors(first, |at| is_shouted(at).then(|| at - 1)).last().unwrap_or(0);
    let (mut at, mut in_turn, mut in_title, mut in_paragraph, mut page) = (0, false, false, false, false);
    while let Some(line) = all.get(at) {
        step(at).await;
        let before = at.checked_sub(1).map(|at| &all[at]);
        at += 1;
        if is_furniture(line.text) {
            flow.drop(line);
            page = true;
            continue;
        }
        let after_page = std::mem::take(&mut page);
        let begins_one = |line: &Line<'_>| layout.indent > 0 && layout.indent(line) == layout.indent;
        in_paragraph = in_turn || before.is_some_and(begins_one) || in_paragraph && line.breaks == 1;
        if let Some(found) = layout.heading(line, before) {
            (in_turn, in_title) = (true, false);
            turn(line, found, &mut flow, &mut in_chair, emit);
            continue;
        }
        let indent = layout.indent(line);
        let begins = indent > 0 || layout.indent == 0 && (line.breaks > 1 || may_begin(before));
        if begins && let Some((kind, bracketed)) = stage(line.text, in_turn) {
            let rest = &all[at..all.len().min(at + MAX_STAGE_LINES)];
            if let Some(more) = stage_end(&layout, line, rest, bracketed) {
                flow.stage(&all[at - 1..=at - 1 + more], kind, emit);
                at += more;
                in_title = false;
                continue;
            }
        }
        if at > first_title && first.is_some() && layout.is_title(line, in_title) {
            if in_title && line.breaks == 1 {
                flow.goes_on(line, emit);
            } else {
                flow.close(emit);
                emit(Event::Aside(AsideKind::Title));
                flow.text(line, Some(ParagraphKind::Text), emit);
            }
            (in_turn, in_title) = (false, true);
            continue;
        }
        in_title = false;
        if let Some(kind) = opening(line.text).filter(|_| begins && !in_turn) {
            flow.close(emit);
            emit(Event::Aside(kind));
            flow.text(line, Some(ParagraphKind::Text), emit);
        } else if layout.indent == 0 {
            // On a front page, lines stand by themselves.
            let begins = line.breaks > 1 && first.is_none_or(|first| at <= first);
            flow.text(line, begins.then_some(ParagraphKind::Text), emit);
        } else if indent == 0 && (in_paragraph && line.breaks == 1 || after_page) {
            flow.goes_on(line, emit);
        } else if indent == 0 && in_turn {
            flow.text(line, None, emit);
        } else {
            // What is set deeper is quoted, or a list.
            let goes_on = before.is_some_and(|before| {
                let deep = layout.indent(before);
                line.breaks == 1 && indent > layout.indent && indent <= deep && before.text.len() >= MIN_FULL_LINE
            });
            match goes_on {
                true => flow.goes_on(line, emit),
                false => flow.text(line, Some(ParagraphKind::Text), emit),
            }
        }
    }
    flow.finish(emit);
}

fn turn<'a>(
    line: &Line<'a>,
    found: Heading<'a>,
    flow: &mut Flow<'_, 'a>,
    in_chair: &mut HashMap<String, &'a str>,
    emit: &mut dyn FnMut(Event<'a>),
) {
    let span = SourceSpan::new(line.start..line.start + found.length);
    flow.other(span, line.breaks, emit);
    if found.label.role == Role::Chair && found.label.honorific.is_none() {
        // Each office has its own holder; who that is, only the first heading says.
        let office = found.label.name.to_lowercase();
        if let Some(name) = found.in_chair {
            in_chair.insert(office.clone(), name);
        }
        let length = found.label.name.len();
        emit(Event::ChairTakenBy(in_chair.get(&office).copied().unwrap_or(&line.text[..length])));
    }
    emit(Event::Turn { heading: span, speaker: Some(found.label), at: None });
    let words = line.text[found.length..].trim_start();
    if !words.is_empty() {
        flow.rest(line.end() - words.len(), words);
    }
}

/// How many lines behind `line` belong to the same remark; `None` if its end cannot be told.
fn stage_end(layout: &Layout<'_, '_>, line: &Line<'_>, rest: &[Line<'_>], bracketed: bool) -> Option<usize> {
    if bracketed {
        let all = std::iter::once(line).chain(rest);
        let end = all.clone().position(|line| line.text.ends_with([']', '}']) || line.text.ends_with("]."))?;
        return all.skip(1).take(end).all(|line| line.breaks == 1).then_some(end);
    }
    if layout.indent == 0 {
        return line.text.ends_with(['.', ':']).then_some(0);
    }
    let goes_on = |line: &&Line<'_>| line.breaks == 1 && layout.indent(line) == 0;
    Some(rest.iter().take_while(goes_on).count())
}

/// Date, title and times, as far as the text around the speeches tells them.
fn complete(transcript: &mut Transcript) {
    let mut meeting = Meeting::default();
    let mut titles = Vec::new();
    for block in &transcript.blocks {
        let Block::Aside(aside) = block else { continue };
        for text in transcript.paragraphs(&aside.paragraphs).iter().map(|p| transcript.words(p.text)) {
            match aside.kind {
                AsideKind::Front => {
                    meeting.date = meeting.date.or_else(|| english_date(text));
                    if text.starts_with("COMMITTEE ON ") || text.starts_with("SUBCOMMITTEE ON ") {
                        meeting.committees.push(text.to_owned());
                    }
                    let is_title = !text.contains(char::is_lowercase) && text.contains(' ');
                    titles.extend(is_title.then_some(text));
                }
                AsideKind::Title => titles.push(text),
                AsideKind::Opening => meeting.start = meeting.start.or_else(|| time_of_day(text)),
                AsideKind::Closing => meeting.end = time_of_day(text).or(meeting.end),
                _ => {}
            }
        }
    }
    meeting.title = titles.first().filter(|title| title.chars().count() <= MAX_TITLE).map(|title| (*title).to_owned());
    transcript.meeting = meeting;
}

/// `July 20, 2031` or `20 July 2031`, in letters of either size.
pub(super) fn english_date(text: &str) -> Option<Date> {
    let words: Vec<&str> = text.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    words.windows(3).find_map(|window| {
        let is_day_first = window[0].starts_with(|c: char| c.is_ascii_digit());
        let (day, month) = if is_day_first { (window[0], window[1]) } else { (window[1], window[0]) };
        let month = MONTHS.split(' ').position(|name| name.eq_ignore_ascii_case(month))? + 1;
        Date::new(window[2].parse().ok()?, i8::try_from(month).ok()?, day.parse().ok()?).ok()
    })
}

/// `9:33 a.m.`, `10 a.m.`
fn time_of_day(text: &str) -> Option<Time> {
    let (at, is_late) = text.find(" a.m.").map(|at| (at, 0)).or_else(|| text.find(" p.m.").map(|at| (at, 12)))?;
    let clock = text[..at].rsplit(|c: char| !(c.is_ascii_digit() || c == ':')).next()?;
    let (hour, minute) = clock.split_once(':').unwrap_or((clock, "0"));
    let hour: i8 = hour.parse().ok()?;
    Time::new(hour % 12 + is_late, minute.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn ok_headings() {
        for (line, name, honorific, party, role, letters) in [
            ("Mr. DOYLE. I rise.", "DOYLE", "Mr.", "", Role::Member, Letters::Capitals),
            ("Ms. VAN OORDT of Ohio. So.", "VAN OORDT", "Ms.", "Ohio", Role::Member, Letters::Capitals),
            ("Mrs. McPIKE (for herself and Mr. Lind). So.", "McPIKE", "Mrs.", "", Role::Member, Letters::Capitals),
            ("MR. DOYLE. Yes, Your Honor.", "DOYLE", "MR.", "", Role::Guest, Letters::Capitals),
            ("The PRESIDING OFFICER. So.", "The PRESIDING OFFICER", "", "", Role::Chair, Letters::Capitals),
            ("The CLERK. Here.", "The CLERK", "", "", Role::Guest, Letters::Capitals),
            ("Senator Doyle [presiding]. So.", "Doyle", "Senator", "", Role::Member, Letters::Mixed),
            ("Chairman Doyle. So.", "Doyle", "Chairman", "", Role::Chair, Letters::Mixed),
            ("Mr. St. John. So.", "St. John", "Mr.", "", Role::Guest, Letters::Mixed),
            ("Chief Justice Lind.  ``No.''", "Lind", "Chief Justice", "", Role::Guest, Letters::Mixed),
        ] {
            let found = heading(line).map(|found| (found.label, found.letters));
            let some = |text: &'static str| Some(text.into()).filter(|_| !text.is_empty());
            let label = Label { name: name.into(), honorific: some(honorific), party: some(party), role };
            assert_eq!(found, Some((label, letters)), "{line}");
        }
        let chair = heading("The SPEAKER pro tempore (Mr. Hale of Ohio). So.").map(|found| found.in_chair);
        assert_eq!(chair, Some(Some("Hale")));
    }

    #[test]
    fn err_headings() {
        for line in [
            "Mr. Speaker, I rise.",
            "Mr. Chairman. I rise.",
            "Mr. Doyle said so.",
            "Mr. DOYLE moved to adjourn.",
            "Mr. Doyle....... 12",
            "The Chair recognizes the gentleman.",
            "The House met. So",
            "Senator Doyle. and then",
            "General remarks. So",
        ] {
            assert!(heading(line).is_none(), "{line}");
        }
    }

    #[test]
    fn dates_and_times() {
        assert_eq!(english_date("12 (Thursday, March 6, 2031)]"), Some(date(2031, 3, 6)));
        assert_eq!(english_date("MARCH 7, 2031"), Some(date(2031, 3, 7)));
        assert_eq!(time_of_day("at 9:33 a.m., in room 12"), Some(time(9, 33, 0, 0)));
        assert_eq!(time_of_day("at 12:05 p.m., the"), Some(time(12, 5, 0, 0)));
    }
}
