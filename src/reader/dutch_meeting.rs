//! What a Dutch report says about the meeting: committees, date, papers, who was there.

use super::{
    dutch::{after_label, find_date, find_time, furniture, is_session},
    dutch_motions,
};
use crate::model::{AsideKind, Block, Meeting, ParagraphKind, RepairKind, Role, Transcript};

const WEEKDAYS: &[&str] = &[
    "Maandag ",
    "Dinsdag ",
    "Woensdag ",
    "Donderdag ",
    "Vrijdag ",
    "Zaterdag ",
    "maandag ",
    "dinsdag ",
    "woensdag ",
    "donderdag ",
];

/// The most chairs, clerks or guests that are noted of one meeting.
const MAX_PEOPLE: usize = 200;

/// The longest subject taken over from the chair's opening words as a title, in characters.
const MAX_SUBJECT: usize = 90;

/// Reads the meeting out of the blocks around the turns, and what each member of the government is.
pub(super) fn complete(transcript: &mut Transcript) {
    let mut meeting = Meeting::default();
    for block in &transcript.blocks {
        let Block::Aside(aside) = block else { continue };
        let mut paragraphs =
            transcript.paragraphs(&aside.paragraphs).iter().map(|p| (p.kind, transcript.words(p.text)));
        match aside.kind {
            AsideKind::Front => paragraphs.for_each(|(kind, text)| front(&mut meeting, kind, text)),
            AsideKind::Attendance => {
                let texts: Vec<&str> = paragraphs.map(|(_, text)| text).collect();
                attendance(&mut meeting, &texts.join(" "));
            }
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
    transcript.insets = dutch_motions::find(transcript);
}

fn front(meeting: &mut Meeting, kind: ParagraphKind, text: &str) {
    if let Some((dossier, title)) = dossier_title(text) {
        meeting.dossier = Some(dossier.into());
        meeting.title = Some(title.into());
    } else if meeting.title.is_none() {
        meeting.title = item_title(text).map(str::to_owned);
    }
    if meeting.date.is_none() && WEEKDAYS.iter().any(|day| text.starts_with(day)) {
        meeting.date = find_date(text);
    }
    if kind == ParagraphKind::Item {
        let paper = text.trim_start_matches(['–', '•', '-', ' ']).trim_end_matches([';', '.']);
        meeting.papers.push(paper.into());
        return;
    }
    if let Some(rest) = text.strip_prefix("Nr. ") {
        let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
        meeting.number = Some(number).filter(|number| !number.is_empty()).or(meeting.number.take());
    }
    if let Some(session) = text.strip_prefix("Vergaderjaar ").filter(|session| is_session(session)) {
        meeting.session = Some(session.into());
    }
    if let Some((title, _)) = text.split_once(" Aan de orde is ").filter(|_| meeting.title.is_none()) {
        meeting.title = Some(item_title(title).unwrap_or(title).to_owned()).filter(|title| title.len() < 200);
    }
    let held = [" overleg gevoerd", " gesprek gevoerd", " gesprekken gevoerd", " gesproken ", " debat gevoerd"];
    if let Some((sentence, _)) = held.iter().find_map(|held| text.split_once(held)) {
        meeting.committees = committees(sentence);
        meeting.date = find_date(sentence).or(meeting.date);
    }
    if let Some((_, rest)) = text.split_once(" gevoerd met ").or_else(|| text.split_once(" gesproken met ")) {
        let end = rest.find(", over").or_else(|| rest.find(" over:")).unwrap_or(rest.len());
        add_new(&mut meeting.guests, persons(&rest[..end]));
    }
}

/// `4 Dijken en duinen`: the number of an item of the plenary agenda, and its title.
fn item_title(text: &str) -> Option<&str> {
    let (number, title) = text.split_once(' ')?;
    let is_number = number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
    let is_title =
        title.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && !title.ends_with(['.', ';', ',']);
    (is_number && is_title && title.len() < 200 && !title.starts_with("Voorzitter:")).then_some(title)
}

/// `28 638 Mensenhandel` at the head of the document.
fn dossier_title(text: &str) -> Option<(&str, &str)> {
    let (head, tail) = (text.get(..6)?, text.get(6..)?.strip_prefix(' ')?);
    let is_dossier = head.bytes().enumerate().all(|(at, b)| if at == 2 { b == b' ' } else { b.is_ascii_digit() });
    // A chapter of the budget has a Roman number behind that of the dossier.
    let chapter = tail.split(' ').next().filter(|word| word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C')));
    let dossier = text.get(..6 + chapter.map_or(0, |chapter| 1 + chapter.len()))?;
    let title = chapter.map_or(tail, |chapter| tail[chapter.len()..].trim_start());
    (is_dossier && title.starts_with(char::is_uppercase) && title.len() < 200).then_some((dossier, title))
}

/// The names behind each `commissie voor`.
fn committees(sentence: &str) -> Vec<String> {
    sentence
        .split("ommissie voor ")
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
    let text = text.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
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
