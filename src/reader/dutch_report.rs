//! The verbatim report of a Dutch parliamentary debate with each heading on a line of its own, as copied from the
//! PDF or the web page.
//!
//! ```text
//! report     = { front line | item } [ chair clerk ] [ attendance ] [ opening ] { turn | stage | chair } [ closing ]
//! chair      = "Voorzitter: " name                         from here on, "De voorzitter" is this person
//! clerk      = "Griffier: " name
//! attendance = "Aanwezig zijn ..." up to the opening or the first heading
//! opening    = "Aanvang 11.16 uur."
//! turn       = heading (see `dutch::heading`) { line }
//! stage      = "De vergadering wordt ... geschorst." | "De beraadslaging wordt gesloten." | "(" words ")"
//! closing    = "Sluiting 13.09 uur."
//! ```
//!
//! Lines of the page (`dutch::furniture`) are dropped wherever they stand. Deliberately ignored: motions and
//! closing lists are read as the paragraphs they are.

use super::{
    Confidence, Event, FormatReader, Line, Lines,
    dutch::{begins_as_heading, find_date, find_time, furniture, heading, is_name},
    reflow::Flow,
};
use crate::{
    model::{AsideKind, Block, Format, Language, Meeting, ParagraphKind, RepairKind, Role, Transcript},
    text::SourceSpan,
};

pub(super) const FORMAT: FormatReader = FormatReader { format: Format("dutch-report"), detect, read, complete };

/// The most chairs, clerks or guests that are noted of one meeting.
const MAX_PEOPLE: usize = 200;

/// The longest subject taken over from the chair's opening words as a title, in characters.
const MAX_SUBJECT: usize = 90;

fn detect(lines: &[Line<'_>]) -> Confidence {
    let headings = lines.iter().filter(|line| heading(line.text).is_some()).take(2).count();
    Confidence([0, 50, 95][headings])
}

/// What a line of the report is.
enum Class<'a> {
    Furniture,
    Heading(super::event::Label<'a>),
    Chair(&'a str),
    Clerk,
    Attendance,
    Opening,
    Closing,
    Stage(AsideKind),
    Item,
    Text,
}

fn classify<'a>(line: &Line<'a>, in_front: bool) -> Class<'a> {
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
    if let Some(name) = after_label(text, "Voorzitter:") {
        return Class::Chair(name);
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

/// The name behind `Voorzitter:` or `Griffier:`.
fn after_label<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    text.strip_prefix(label)
        .map(str::trim)
        .filter(|name| is_name(name) && name.starts_with(|c: char| c.is_alphabetic()))
}

fn stage(text: &str) -> Option<AsideKind> {
    if text.starts_with("De vergadering wordt ") && text.ends_with(" geschorst.") {
        let times = find_time(text).and_then(|(from, rest)| Some((from, find_time(rest)?.0)));
        return Some(AsideKind::Suspension(times));
    }
    let is_formula = text.starts_with("De beraadslaging wordt ") && text.len() < 60
        || text.starts_with("Overeenkomstig ") && text.ends_with(" wordt besloten.");
    let is_bracketed = text.starts_with('(') && text.ends_with(')') && !text[1..].contains('(');
    (is_formula || is_bracketed).then_some(AsideKind::Stage)
}

fn read<'a>(lines: &Lines<'a>, emit: &mut dyn FnMut(Event<'a>)) {
    emit(Event::Language(Language::Dutch));
    let mut flow = Flow::new(lines);
    let mut in_front = true;
    let mut rest = lines.list();
    while let [line, following @ ..] = rest {
        rest = following;
        if let Some(taken) = heading_on_two_lines(lines, line, following, &mut flow, emit) {
            in_front = false;
            rest = &following[taken..];
            continue;
        }
        let class = classify(line, in_front);
        match class {
            Class::Furniture => flow.drop(line),
            Class::Text => flow.text(line, None, emit),
            Class::Item => flow.text(line, Some(ParagraphKind::Item), emit),
            Class::Clerk => flow.text(line, Some(ParagraphKind::Text), emit),
            Class::Heading(label) => {
                in_front = false;
                flow.other(line.span(), line.breaks, emit);
                emit(Event::Turn { heading: line.span(), speaker: Some(label), at: None });
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
    }
    flow.finish(emit);
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

/// Reads the meeting out of the blocks around the turns, and what each member of the government is.
fn complete(transcript: &mut Transcript) {
    let mut meeting = Meeting::default();
    for block in &transcript.blocks {
        let Block::Aside(aside) = block else { continue };
        let mut paragraphs =
            transcript.paragraphs(&aside.paragraphs).iter().map(|p| (p.kind, transcript.words(p.text)));
        match aside.kind {
            AsideKind::Front => paragraphs.for_each(|(kind, text)| front(&mut meeting, kind, text)),
            AsideKind::Attendance => paragraphs.for_each(|(_, text)| attendance(&mut meeting, text)),
            AsideKind::ChairChange => paragraphs.for_each(|(_, text)| officers(&mut meeting, text)),
            AsideKind::Opening => meeting.start = paragraphs.find_map(|(_, text)| find_time(text)).map(|(at, _)| at),
            AsideKind::Closing => meeting.end = paragraphs.find_map(|(_, text)| find_time(text)).map(|(at, _)| at),
            AsideKind::Suspension(_) | AsideKind::Stage | AsideKind::Title => {}
        }
    }
    page_data(&mut meeting, transcript);
    meeting.title = meeting.title.or_else(|| subject(transcript));
    // Bounded: there are at most MAX_PEOPLE guests.
    for speaker in transcript.speakers.iter_mut().filter(|speaker| speaker.role == Role::Government) {
        speaker.function = meeting.guests.iter().find_map(|guest| function(guest, &speaker.name));
    }
    transcript.meeting = meeting;
}

fn front(meeting: &mut Meeting, kind: ParagraphKind, text: &str) {
    if kind == ParagraphKind::Item {
        let paper = text.trim_start_matches(['–', '•', '-', ' ']).trim_end_matches([';', '.']);
        meeting.papers.push(paper.into());
        return;
    }
    if let Some((dossier, title)) = dossier_title(text) {
        meeting.dossier = Some(dossier.into());
        meeting.title = Some(title.into());
    }
    if let Some(number) = text.strip_prefix("Nr. ").filter(|rest| rest.chars().all(|c| c.is_ascii_digit())) {
        meeting.number = Some(number.into());
    }
    if let Some((sentence, _)) = text.split_once(" overleg gevoerd").or_else(|| text.split_once(" gesproken ")) {
        meeting.committees = committees(sentence);
        meeting.date = find_date(sentence).or(meeting.date);
    }
    if let Some((_, rest)) = text.split_once(" gevoerd met ").or_else(|| text.split_once(" gesproken met ")) {
        let end = rest.find(", over").or_else(|| rest.find(" over:")).unwrap_or(rest.len());
        add_new(&mut meeting.guests, persons(&rest[..end]));
    }
}

/// `28 638 Mensenhandel` at the head of the document.
fn dossier_title(text: &str) -> Option<(&str, &str)> {
    let (head, tail) = (text.get(..6)?, text.get(6..)?.strip_prefix(' ')?);
    let is_dossier = head.bytes().enumerate().all(|(at, b)| if at == 2 { b == b' ' } else { b.is_ascii_digit() });
    (is_dossier && tail.starts_with(char::is_uppercase) && tail.len() < 200).then_some((head, tail))
}

/// The names behind each `commissie voor`.
fn committees(sentence: &str) -> Vec<String> {
    sentence
        .split("commissie voor ")
        .skip(1)
        .map(|rest| {
            let ends = [" en de vaste ", " en de algemene ", ", de vaste ", ", de algemene ", " heeft ", " hebben "];
            let end = ends.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
            rest[..end].trim_end_matches(',').to_owned()
        })
        .collect()
}

/// `de heer A, Minister van X, en mevrouw B, Staatssecretaris van Y`, one each.
fn persons(text: &str) -> Vec<String> {
    let mut starts: Vec<usize> =
        ["de heer ", "mevrouw "].iter().flat_map(|start| text.match_indices(start).map(|(at, _)| at)).collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let person = |(start, end): (&usize, usize)| {
        let person = text[*start..end].trim_end();
        person.strip_suffix(" en").unwrap_or(person).trim_end_matches([',', '.', ' ']).to_owned()
    };
    starts.iter().zip(ends).map(person).collect()
}

/// `te weten: A, B en C, en de heer D, Minister van X.`: members up to the first form of address, guests from there.
fn attendance(meeting: &mut Meeting, text: &str) {
    let guests_from = ["de heer ", "mevrouw "].iter().filter_map(|start| text.find(start)).min();
    let (members, guests) = text.split_at(guests_from.unwrap_or(text.len()));
    if let Some((_, names)) = members.split_once("te weten:").or_else(|| members.split_once("leden der Kamer:")) {
        let names = names.trim_end();
        let names = names.strip_suffix(" en").unwrap_or(names);
        let names = names.split(", ").flat_map(|part| part.split(" en "));
        let bare = names.map(|name| name.trim_matches([' ', ',', '.']).to_owned());
        meeting.members.extend(bare.filter(|name| !name.is_empty()));
    }
    add_new(&mut meeting.guests, persons(guests));
}

fn officers(meeting: &mut Meeting, text: &str) {
    for (label, names) in [("Voorzitter:", &mut meeting.chairs), ("Griffier:", &mut meeting.clerks)] {
        add_new(names, after_label(text, label).map(str::to_owned));
    }
}

/// Adds what is not yet in the list, up to a number that no meeting reaches.
fn add_new(list: &mut Vec<String>, names: impl IntoIterator<Item = String>) {
    for name in names {
        if list.len() < MAX_PEOPLE && !list.contains(&name) {
            list.push(name);
        }
    }
}

/// What the lines at the foot of the pages say, which stand in the source only.
fn page_data(meeting: &mut Meeting, transcript: &Transcript) {
    let is_page = |kind| matches!(kind, RepairKind::PageFurniture | RepairKind::PageBreak);
    let pages = transcript.repairs.list().iter().filter(|repair| is_page(repair.kind));
    let lines = pages.filter_map(|repair| repair.source.of(&transcript.source)).flat_map(str::lines);
    if let Some(page) = lines.filter_map(|line| furniture(line.trim())).find(|page| page.session.is_some()) {
        let own = |text: Option<&str>| text.map(str::to_owned);
        meeting.session = own(page.session);
        meeting.dossier = meeting.dossier.take().or(own(page.dossier));
        meeting.number = meeting.number.take().or(own(page.number));
    }
}

/// What the chair says the debate is about, when opening it: `dit commissiedebat ... over X.`
fn subject(transcript: &Transcript) -> Option<String> {
    let speech = transcript.words(transcript.speech(transcript.turns.first()?));
    let opens = ["dit commissiedebat", "dit algemeen overleg", "dit notaoverleg", "dit debat", "dit overleg"];
    let sentence = speech.split(['.', '!', '?']).find(|sentence| opens.iter().any(|open| sentence.contains(open)))?;
    let (_, subject) = sentence.rsplit_once(" over ")?;
    let mut letters = subject.trim().chars();
    let first = letters.next()?;
    (subject.chars().count() <= MAX_SUBJECT).then(|| first.to_uppercase().chain(letters).collect())
}

/// The office of the guest whose name is `name`.
fn function(guest: &str, name: &str) -> Option<String> {
    let (person, function) = guest.split_once(", ")?;
    person.ends_with(name).then(|| function.to_owned())
}
