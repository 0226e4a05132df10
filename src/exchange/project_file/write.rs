//! Writing a project file.

use jiff::Timestamp;

use super::{
    Deleted, Entry, EntryTurn, FORMAT, Meeting, Mention, Passage, Place, ProjectFile, Speaker, StampedCorrection,
    StampedKind, StampedTitle, Text, Turn, VERSION,
};
use crate::{
    model::{self, Annotation, AnnotationId, Project, Stamp, Transcript, TurnIndex, clock},
    text::{Byte, Offsets, Span, sha256},
    wire::{AsText, ByName, CorrectionFields, Fields, KindFields},
};

/// The longest name of a file, in bytes, without its ending.
const MAX_NAME: usize = 100;

/// A written project file.
#[derive(Clone, Debug)]
pub struct Exported {
    /// The file's name, made of the meeting's.
    pub name: String,
    /// The file.
    pub json: String,
    /// How many annotations were written with `"verified": false`.
    pub unverified: usize,
}

/// Writes a project as a file.
///
/// # Panics
/// Never: plain data with string keys is always JSON.
#[must_use]
pub fn export(transcript: &Transcript, project: &Project, now: Timestamp) -> Exported {
    let file = describe(transcript, project, now);
    Exported {
        name: format!("{}.griffier.json", file_name(transcript, project)),
        unverified: file.annotations.iter().filter(|entry| !entry.is_verified()).count(),
        json: serde_json::to_string_pretty(&file).expect("plain data is JSON") + "\n",
    }
}

/// A name for files about this meeting, without an ending: date and title in small letters, digits and hyphens.
#[must_use]
pub fn file_name(transcript: &Transcript, project: &Project) -> String {
    let date = transcript.meeting.date.map(|date| date.to_string());
    let words = [project.shown_title(&transcript.meeting).map(str::to_owned), date]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("-");
    let mut name = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        match unaccented(c) {
            Some(c) => name.push(c),
            None if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            None => {}
        }
    }
    // File systems stop at some 255 bytes.
    name.truncate(MAX_NAME);
    let name = name.trim_end_matches('-');
    if name.is_empty() { "transcript".into() } else { name.into() }
}

fn unaccented(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' | '0'..='9' => c,
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        _ => return None,
    })
}

/// Both texts with their tables of positions.
struct Places<'a> {
    source: Offsets<'a>,
    reading: Offsets<'a>,
}

impl Places<'_> {
    fn of<T>(offsets: &Offsets<'_>, span: Span<T>) -> Place {
        let at = |byte: Byte| offsets.code_point(byte).0;
        Place { start: at(span.start()), end: at(span.end()) }
    }
}

fn describe(transcript: &Transcript, project: &Project, now: Timestamp) -> ProjectFile {
    let places = Places { source: Offsets::new(&transcript.source), reading: Offsets::new(&transcript.reading) };
    let mut annotations: Vec<_> = project.annotations().collect();
    annotations.sort_by_key(|(id, _, annotation)| (annotation.passage.source, (*id).clone()));
    let (title, stamp) = project.title();
    ProjectFile {
        format: FORMAT.into(),
        version: VERSION,
        generator: concat!("griffier ", env!("CARGO_PKG_VERSION")).into(),
        exported: AsText(now),
        unit: "codepoint".into(),
        title: (stamp != Stamp::default()).then(|| StampedTitle { text: title.into(), stamp: AsText(stamp) }),
        meeting: meeting(transcript, project),
        speakers: transcript.speakers.iter().map(speaker).collect(),
        turns: turns(transcript, &places),
        source: text(&transcript.source),
        reading: text(&transcript.reading),
        corrections: project
            .corrections()
            .map(|(stamp, correction)| StampedCorrection {
                stamp: AsText(stamp),
                correction: CorrectionFields::of(correction, |byte| places.source.code_point(byte).0),
            })
            .collect(),
        kinds: project
            .kinds()
            .map(|(id, stamp, entry)| StampedKind {
                id: AsText(id.clone()),
                stamp: AsText(stamp),
                entry: entry.map(KindFields::of),
            })
            .collect(),
        annotations: annotations
            .into_iter()
            .map(|(id, stamp, annotation)| entry(transcript, &places, id, stamp, annotation))
            .collect(),
        deleted: project
            .deleted()
            .map(|(id, stamp)| Deleted { id: AsText(id.clone()), stamp: AsText(stamp) })
            .collect(),
    }
}

fn meeting(transcript: &Transcript, project: &Project) -> Meeting {
    let found = transcript.meeting.clone();
    Meeting {
        title: project.shown_title(&transcript.meeting).map(str::to_owned),
        committees: found.committees,
        date: found.date.map(AsText),
        start: found.start.map(clock),
        end: found.end.map(clock),
        session: found.session,
        dossier: found.dossier,
        number: found.number,
        chairs: found.chairs,
        clerks: found.clerks,
        members: found.members,
        guests: found.guests,
        papers: found.papers,
        language: Some(transcript.language.tag().to_owned()).filter(|tag| !tag.is_empty()),
        reader: transcript.format.0.into(),
    }
}

fn speaker(speaker: &crate::model::Speaker) -> Speaker {
    Speaker {
        name: speaker.name.clone(),
        honorific: speaker.honorific.clone(),
        role: speaker.role.name().into(),
        party: speaker.party.clone(),
        function: speaker.function.clone(),
    }
}

fn turns(transcript: &Transcript, places: &Places<'_>) -> Vec<Turn> {
    let turn = |(index, turn): (usize, &crate::model::Turn)| {
        let speech = transcript.speech(turn);
        Turn {
            index: Byte::at(index).0,
            speaker: turn.speaker.map(|speaker| speaker.0),
            in_chair: transcript.in_chair(turn).map(|speaker| speaker.name.clone()),
            label: transcript.label(turn).map(crate::model::Label::words),
            at: turn.at.map(|at| at.to_string()),
            source: Places::of(&places.source, transcript.to_source(speech)),
            reading: Places::of(&places.reading, speech),
        }
    };
    transcript.turns.iter().enumerate().map(turn).collect()
}

fn text(text: &str) -> Text {
    Text { sha256: sha256(text), text: text.into() }
}

fn entry(
    transcript: &Transcript,
    places: &Places<'_>,
    id: &AnnotationId,
    stamp: Stamp,
    annotation: &Annotation,
) -> Entry {
    Entry {
        id: AsText(id.clone()),
        stamp: AsText(stamp),
        turn: turn_of(transcript, &annotation.passage),
        passage: passage(transcript, places, &annotation.passage),
        more: annotation.more.iter().map(|piece| passage(transcript, places, piece)).collect(),
        mentions: annotation
            .mentions
            .iter()
            .map(|mention| Mention {
                role: ByName(mention.role),
                turn: turn_of(transcript, &mention.passage),
                passage: passage(transcript, places, &mention.passage),
            })
            .collect(),
        fields: Fields::of(annotation),
    }
}

fn passage(transcript: &Transcript, places: &Places<'_>, passage: &model::Passage) -> Passage {
    let reading = transcript.to_reading(passage.source);
    let found = transcript.words(reading);
    let verified = found == passage.quote.exact;
    Passage {
        source: Places::of(&places.source, passage.source),
        reading: Places::of(&places.reading, reading),
        exact: passage.quote.exact.clone(),
        prefix: passage.quote.prefix.clone(),
        suffix: passage.quote.suffix.clone(),
        verified,
        found: (!verified).then(|| found.to_owned()),
    }
}

fn turn_of(transcript: &Transcript, passage: &model::Passage) -> Option<EntryTurn> {
    let index = transcript.turn_at(transcript.to_reading(passage.source).start())?;
    Some(entry_turn(transcript, index))
}

fn entry_turn(transcript: &Transcript, index: TurnIndex) -> EntryTurn {
    let turn = transcript.turn(index);
    let speaker = transcript.speaker(turn).filter(|speaker| speaker.by_hand);
    let (label, person) = (transcript.label(turn), transcript.speaker(turn));
    EntryTurn {
        index: index.0,
        speaker: speaker.map(|speaker| &speaker.name).or(label.map(|label| &label.name)).cloned(),
        honorific: label.filter(|_| speaker.is_none()).and_then(|label| label.honorific.clone()),
        role: transcript.role(turn).map(|role| role.name().to_owned()),
        party: person.and_then(|speaker| speaker.party.clone()),
        function: person.and_then(|speaker| speaker.function.clone()),
    }
}
