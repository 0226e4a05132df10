//! Minutes and transcripts with the speaker's name before the words, or on a line of its own above them.
//!
//! ```text
//! transcript = [ front matter ] { front line } { turn | stage | title }
//! front matter = "---" { line } "---"                     YAML, of which title and date are used
//! turn       = heading { line }                           see `name_label.rs`
//! stage      = "(" words ")" | "[" words "]" | name "joined the meeting", on a line of its own
//! title      = "#" words                                  Markdown
//!            | "BY" name ":", on a line of its own        who asks the questions that follow, in court
//!            | capitals on a line of their own, where the text is not all in capitals
//! ```
//!
//! A name followed by a colon is not always a speaker: `evidence.rs` tells which are. What marks a heading beside its
//! name and its colon (times, asterisks) is left out of the reading text. `{vocalsound}` and the like are speech.

use std::{borrow::Cow, collections::HashMap};

use super::{
    Confidence, Event, FormatReader, Line, Lines, dates, dutch,
    dutch_split::run_in_heading,
    elapsed,
    evidence::{self, Evidence},
    name_label::{self, Form, Heading},
    reflow::Flow,
    step, titles,
};
use crate::{
    model::{AsideKind, Block, Elapsed, Format, ParagraphKind, Repair, RepairKind, Role, Transcript, pause},
    text::SourceSpan,
};

pub(super) const FORMAT: FormatReader =
    FormatReader { format: Format("named-lines"), detect, read: |lines, emit| Box::pin(read(lines, emit)), complete };

/// The longest title, in characters.
const MAX_TITLE: usize = 100;

/// The most words in a title in capitals.
const MAX_TITLE_WORDS: usize = 12;

/// The longest front matter, in lines.
const MAX_FRONT: usize = 200;

/// The longest line that says who comes and goes, in bytes.
const MAX_NOTICE: usize = 160;

/// What meeting programs write when somebody comes or goes.
const NOTICES: &[&str] = &[
    " joined the meeting",
    " left the meeting",
    " started transcription",
    " stopped transcription",
    " started recording",
    " stopped recording",
    " neemt nu deel aan de vergadering",
    " heeft deelgenomen aan de vergadering",
    " heeft de vergadering verlaten",
    " a rejoint la réunion",
    " a quitté la réunion",
    " ist der Besprechung beigetreten",
    " hat die Besprechung verlassen",
];

fn detect(lines: &[Line<'_>]) -> Confidence {
    let (lines, _) = without_times(&lines[front_matter(lines)..]);
    let lines = lines.as_slice();
    let Some(evidence) = Evidence::weigh(lines) else { return Confidence(0) };
    let sure = evidence.confidence();
    if sure < 80 {
        return Confidence(sure);
    }
    // Where the report of a Dutch debate would miss many of the headings, it is none.
    let is_dutch = |text: &str| {
        dutch::heading(text).is_some()
            || run_in_heading(text, false).is_some_and(|(label, _)| label.role != Role::Guest)
    };
    let (mut all, mut missed) = (0, 0);
    for (at, line) in lines.iter().enumerate() {
        if heading(&evidence, &lines[at..]).is_some() {
            all += 1;
            missed += u32::from(!is_dutch(line.text));
        }
    }
    Confidence(if missed < all && missed * 4 >= all { 96 } else { sure })
}

/// The heading at the first of these lines, if it is one.
fn heading<'a>(evidence: &Evidence, lines: &[Line<'a>]) -> Option<Heading<'a>> {
    evidence::candidate(lines).filter(|heading| evidence.accepts(&lines[0], heading))
}

/// The lines without those that only give the time of the label below them, and these, by where that label begins.
fn without_times<'a>(lines: &[Line<'a>]) -> (Vec<Line<'a>>, HashMap<usize, (Line<'a>, Elapsed)>) {
    let (mut kept, mut times) = (Vec::with_capacity(lines.len()), HashMap::new());
    let mut breaks = None;
    for (at, line) in lines.iter().enumerate() {
        let is_colon = |next: &&Line<'a>| {
            name_label::heading(next.text).is_some_and(|heading| heading.form == Form::Colon && heading.at.is_none())
        };
        let time = line.text.ends_with(|c: char| c.is_ascii_digit() || matches!(c, ']' | ')'));
        let time = Some(line.text).filter(|_| time).and_then(elapsed::alone);
        // A name above a time owns it.
        let is_owned = at > 0 && line.breaks == 1 && name_label::above_time(lines[at - 1].text, line.text).is_some();
        if let (Some(time), Some(next)) = (time.filter(|_| !is_owned), lines.get(at + 1).filter(is_colon)) {
            times.insert(next.start, (*line, time));
            // The label stands where the time does, or below an empty line of its own.
            breaks = Some(if line.breaks == 0 { 0 } else { line.breaks.max(next.breaks) });
        } else {
            kept.push(Line { breaks: breaks.take().unwrap_or(line.breaks), ..*line });
        }
    }
    (kept, times)
}

async fn read<'a>(lines: &Lines<'a>, emit: &mut dyn FnMut(Event<'a>)) {
    let front = front_matter(lines.list());
    let (kept, times) = without_times(&lines.list()[front..]);
    let list: Vec<Line<'a>> = lines.list()[..front].iter().copied().chain(kept).collect();
    pause().await;
    let evidence = Evidence::weigh(&list[front..]);
    pause().await;
    let capitals = list.iter().filter(|line| is_in_capitals(line.text)).count();
    let has_titles = capitals * 5 <= list.len();
    let mut flow = Flow::new(lines);
    let mut behind_title = false;
    // The line whose time belongs to the name above it.
    let mut time = None;
    for (at, line) in list.iter().enumerate() {
        step(at).await;
        let above = times.get(&line.start);
        if let Some((above, _)) = above {
            flow.drop(above);
        }
        // A title may go on over a line end.
        let may_begin = line.breaks != 1 || list.get(at + 1).is_some_and(|next| is_examiner(next.text));
        let may_be_title = has_titles && at >= front && (may_begin || behind_title);
        behind_title = may_be_title && is_title(line.text);
        if time == Some(at) {
            flow.other(line.span(), line.breaks, emit);
            markup(line.start, line.end(), "", emit);
        } else if at < front {
            front_line(line, at == 0 || at + 1 == front, &mut flow, emit);
        } else if evidence.as_ref().is_some_and(|evidence| is_named_below(evidence, &list[at..])) {
            flow.other(line.span(), line.breaks, emit);
            markup(line.start, line.end(), "", emit);
        } else if let Some(mut heading) = evidence.as_ref().and_then(|evidence| heading(evidence, &list[at..])) {
            // A time has a colon, and if this line has none, its time is the next.
            let is_below = |next: &Line<'_>| elapsed::alone(next.text).is_some();
            let has_time = heading.at.is_some() && !line.text.contains(':') && list.get(at + 1).is_some_and(is_below);
            time = has_time.then_some(at + 1);
            heading.at = heading.at.or(above.map(|(_, time)| *time));
            turn(line, heading, &mut flow, emit);
        } else if let Some(words) = title(line.text) {
            flow.other(line.span(), line.breaks, emit);
            markup(line.start, line.end() - words.len(), "", emit);
            emit(Event::Stage(AsideKind::Title, SourceSpan::new(line.end() - words.len()..line.end())));
        } else if let Some(kind) =
            (behind_title || is_examiner(line.text)).then_some(AsideKind::Title).or_else(|| stage(line.text))
        {
            flow.other(line.span(), line.breaks, emit);
            emit(Event::Stage(kind, line.span()));
        } else {
            flow.text(line, None, emit);
        }
    }
    flow.finish(emit);
}

/// Whether the first of these lines is a name that the next gives again with its time.
fn is_named_below(evidence: &Evidence, lines: &[Line<'_>]) -> bool {
    let [line, below, ..] = lines else { return false };
    let names = |heading: &Heading<'_>| {
        heading.form == Form::Timed && below.text[heading.shown.clone()] == *line.text && below.breaks == 1
    };
    below.text.len() > line.text.len()
        && below.text.starts_with(line.text)
        && heading(evidence, &lines[1..]).is_some_and(|heading| names(&heading))
}

fn turn<'a>(line: &Line<'a>, heading: Heading<'a>, flow: &mut Flow<'_, 'a>, emit: &mut dyn FnMut(Event<'a>)) {
    let (start, end) = (line.start + heading.shown.start, line.start + heading.shown.end);
    let words = &line.text[heading.words..];
    let words_at = line.end() - words.len();
    let until = if words.is_empty() { line.end() } else { end };
    flow.other(SourceSpan::new(line.start..until), line.breaks, emit);
    markup(line.start, start, "", emit);
    let label = heading.label;
    if let (Role::Chair, Cow::Borrowed(name)) = (label.role, &label.name)
        && !titles::part(name).is_office
    {
        emit(Event::ChairTakenBy(name));
    }
    emit(Event::Turn { heading: SourceSpan::new(start..end), speaker: Some(label), at: heading.at });
    if line.text[heading.shown.end..heading.words].contains(|c: char| !c.is_whitespace()) {
        markup(end, words_at, if words.is_empty() { "" } else { "\n" }, emit);
    }
    if !words.is_empty() {
        flow.rest(words_at, words);
    }
}

/// Leaves out what lies between two places, bytes of the text.
fn markup<'a>(from: usize, to: usize, with: &'static str, emit: &mut dyn FnMut(Event<'a>)) {
    if from < to {
        let source = SourceSpan::new(from..to);
        emit(Event::Repair(Repair { source, with: with.into(), kind: RepairKind::Markup }));
    }
}

/// How many lines at the beginning are YAML between two lines of hyphens.
fn front_matter(lines: &[Line<'_>]) -> usize {
    match lines {
        [first, rest @ ..] if first.text == "---" => {
            let end = rest.iter().take(MAX_FRONT).position(|line| matches!(line.text, "---" | "..."));
            end.map_or(0, |end| end + 2)
        }
        _ => 0,
    }
}

fn front_line<'a>(line: &Line<'a>, is_edge: bool, flow: &mut Flow<'_, 'a>, emit: &mut dyn FnMut(Event<'a>)) {
    if is_edge {
        flow.other(line.span(), line.breaks, emit);
        markup(line.start, line.end(), "", emit);
    } else {
        let kind = if line.text.starts_with("- ") { ParagraphKind::Item } else { ParagraphKind::Text };
        flow.text(line, Some(kind), emit);
    }
}

/// The words of a Markdown title.
fn title(text: &str) -> Option<&str> {
    let words = text.trim_start_matches('#');
    let level = text.len() - words.len();
    ((1..=6).contains(&level) && words.starts_with(' ')).then(|| words.trim_start()).filter(|words| !words.is_empty())
}

/// Whether `text` is a title in capitals.
fn is_title(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (2..=MAX_TITLE_WORDS).contains(&words) && is_in_capitals(text) && !text.ends_with(['.', ',', ';', ':', '!', '?'])
}

/// Whether `text` says who asks the questions that follow: `BY MR. DOYLE:`.
fn is_examiner(text: &str) -> bool {
    text.len() <= MAX_TITLE && text.starts_with("BY ") && text.ends_with(':') && is_in_capitals(text)
}

fn is_in_capitals(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

pub(super) fn stage(text: &str) -> Option<AsideKind> {
    if text.len() <= MAX_NOTICE && NOTICES.iter().any(|notice| text.ends_with(notice)) {
        return Some(AsideKind::Stage);
    }
    // `14-03-2031 10:02 - Ada left`: not what anybody wrote.
    if elapsed::dated(text).is_some_and(|(_, taken)| text[taken..].starts_with(" - ")) {
        return Some(AsideKind::Stage);
    }
    let inner = text.strip_prefix(['(', '['])?.strip_suffix([')', ']'])?;
    if inner.contains([')', ']']) {
        return None;
    }
    let suspends = ["suspended", "adjourned", "geschorst"].iter().any(|word| inner.contains(word));
    let times = || dutch::find_time(inner).and_then(|(from, rest)| Some((from, dutch::find_time(rest)?.0)));
    Some(if suspends { AsideKind::Suspension(times()) } else { AsideKind::Stage })
}

/// Takes the title from the front matter, or else the first line that is not only a date; and the first date before
/// the first turn.
pub(super) fn complete(transcript: &mut Transcript) {
    let asides = transcript.blocks.iter().map_while(|block| match block {
        Block::Aside(aside) => Some(aside),
        Block::Turn(_) => None,
    });
    let paragraphs = asides.flat_map(|aside| transcript.paragraphs(&aside.paragraphs));
    let lines: Vec<&str> = paragraphs.map(|paragraph| transcript.words(paragraph.text)).collect();
    let field = |name: &str| lines.iter().find_map(|line| line.strip_prefix(name)).map(str::trim);
    let date = field("date:").and_then(dates::find).or_else(|| lines.iter().find_map(|line| dates::find(line)));
    let title = field("title:").map(|title| title.trim_matches(['"', '\'']));
    let title = title.or_else(|| lines.iter().copied().find(|line| !dates::is_only(line)));
    let title = title.map(shortened);
    transcript.meeting.date = date;
    transcript.meeting.title = title;
}

/// The beginning of a line, whole words of it, where it is too long for a title.
fn shortened(line: &str) -> String {
    let Some((end, _)) = line.char_indices().nth(MAX_TITLE) else { return line.to_owned() };
    let words = line[..end].rsplit_once(char::is_whitespace).map_or(&line[..end], |(words, _)| words);
    format!("{words} …")
}
