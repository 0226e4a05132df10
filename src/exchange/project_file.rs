//! The project file: everything about one transcript in one JSON file, `.griffier.json`.
//!
//! Positions are Unicode code points, counted from 0, the end not included. Writing slices every position again and
//! compares it with the annotation's words; one that differs is still written, marked `"verified": false` with both
//! texts. Reading verifies the same, and reports entry by entry what became of it.

use std::rc::Rc;

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    model::{Annotation, AnnotationId, Change, Edit, Project, Stamp, Transcript, TurnIndex},
    reader,
    text::{Byte, CodePoint, Offsets, Quote, ReadingSpan, SourceSpan, Span, sha256},
    wire::{AsText, Fields},
};

/// The version of the file that is written. Reading knows this one and every earlier one.
pub const VERSION: u32 = 1;

/// The largest file that is read, in bytes: a file holds a transcript twice, and its annotations.
const MAX_FILE_BYTES: usize = 96 << 20;

const FORMAT: &str = "griffier";

/// A project file.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(title = "Griffier project file")]
pub struct ProjectFile {
    /// Always `griffier`.
    pub format: String,
    /// The version of this shape.
    pub version: u32,
    /// The program that wrote the file.
    pub generator: String,
    /// When it was written (RFC 3339).
    pub exported: AsText<Timestamp>,
    /// The unit of every position: always `codepoint`.
    pub unit: String,
    /// The user's own title.
    pub title: Option<StampedTitle>,
    /// The meeting, as far as the transcript tells.
    pub meeting: Meeting,
    /// The speakers, in order of first appearance.
    pub speakers: Vec<Speaker>,
    /// The turns in order.
    pub turns: Vec<Turn>,
    /// What was pasted.
    pub source: Text,
    /// The source after repairs: the text that was read.
    pub reading: Text,
    /// The annotations, in the order of the text.
    pub annotations: Vec<Entry>,
    /// Annotations that were deleted, so that merging two files does not bring them back.
    pub deleted: Vec<Deleted>,
}

/// A title with its stamp.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct StampedTitle {
    /// The title.
    pub text: String,
    /// When and by which browser it was given.
    pub stamp: AsText<Stamp>,
}

/// A text with its digest.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Text {
    /// The SHA-256 of the text in UTF-8, in hexadecimal digits.
    pub sha256: String,
    /// The text.
    pub text: String,
}

/// What the transcript says about the meeting.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Meeting {
    /// The title shown: the user's own, or what the transcript gives.
    pub title: Option<String>,
    /// The committees.
    pub committees: Vec<String>,
    /// The day.
    pub date: Option<AsText<Date>>,
    /// When it began, `11:16`.
    pub start: Option<String>,
    /// When it ended.
    pub end: Option<String>,
    /// The session year.
    pub session: Option<String>,
    /// The dossier number.
    pub dossier: Option<String>,
    /// The document's number within the dossier.
    pub number: Option<String>,
    /// Who chaired.
    pub chairs: Vec<String>,
    /// The clerks.
    pub clerks: Vec<String>,
    /// Members present.
    pub members: Vec<String>,
    /// Members of the government and others present.
    pub guests: Vec<String>,
    /// The papers discussed.
    pub papers: Vec<String>,
    /// The language of the transcript (BCP 47), where it is known.
    pub language: Option<String>,
    /// The format in which the transcript was read.
    pub reader: String,
}

/// A speaker.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Speaker {
    /// The name as in the headings.
    pub name: String,
    /// The form of address.
    pub honorific: Option<String>,
    /// `chair`, `member`, `government` or `guest`.
    pub role: String,
    /// The party.
    pub party: Option<String>,
    /// The office in full.
    pub function: Option<String>,
}

/// A turn: what one person says without being interrupted.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Turn {
    /// Its number, from 0.
    pub index: u32,
    /// Who speaks: an index into `speakers`.
    pub speaker: Option<u32>,
    /// For a turn of the chair, the name of the person in it.
    pub in_chair: Option<String>,
    /// What is said, in the source.
    pub source: Place,
    /// What is said, in the reading text.
    pub reading: Place,
}

/// A range of code points; the end is not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The first.
    pub start: u32,
    /// The one behind the last.
    pub end: u32,
}

/// The turn in which an annotation begins.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct EntryTurn {
    /// Its number, from 0.
    pub index: u32,
    /// The speaker's name as in the heading.
    pub speaker: Option<String>,
    /// The form of address.
    pub honorific: Option<String>,
    /// `chair`, `member`, `government` or `guest`.
    pub role: Option<String>,
    /// The party.
    pub party: Option<String>,
    /// The office in full.
    pub function: Option<String>,
}

/// An annotation.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// Its identifier.
    pub id: AsText<AnnotationId>,
    /// When and by which browser its present value was given: of two values for the same identifier, the later counts.
    pub stamp: AsText<Stamp>,
    /// The turn in which it begins; null outside the turns.
    #[serde(default)]
    pub turn: Option<EntryTurn>,
    /// Where it stands in the source.
    pub source: Place,
    /// Where it stands in the reading text.
    pub reading: Place,
    /// Its words in the reading text.
    pub exact: String,
    /// Up to 32 characters before it.
    #[serde(default)]
    pub prefix: String,
    /// Up to 32 characters after it.
    #[serde(default)]
    pub suffix: String,
    /// Whether the words at the position in the reading text are `exact`.
    pub verified: bool,
    /// The words found at the position instead, where they are not `exact`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// What it says.
    #[serde(flatten)]
    pub fields: Fields,
}

/// A deleted annotation.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Deleted {
    /// Its identifier.
    pub id: AsText<AnnotationId>,
    /// When and by which browser it was deleted.
    pub stamp: AsText<Stamp>,
}

/// The JSON Schema of the project file, as kept in the repository.
///
/// # Panics
/// Never: a schema is always JSON.
#[must_use]
pub fn json_schema() -> String {
    let schema = schemars::schema_for!(ProjectFile);
    serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
}

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
        unverified: file.annotations.iter().filter(|entry| !entry.verified).count(),
        json: serde_json::to_string_pretty(&file).expect("plain data is JSON") + "\n",
    }
}

/// A name for files about this meeting, without an ending: date and title in small letters, digits and hyphens.
#[must_use]
pub fn file_name(transcript: &Transcript, project: &Project) -> String {
    let date = transcript.meeting.date.map(|date| date.to_string());
    let words = [shown_title(transcript, project), date].into_iter().flatten().collect::<Vec<_>>().join("-");
    let mut name = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        match unaccented(c) {
            Some(c) => name.push(c),
            None if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            None => {}
        }
    }
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

fn shown_title(transcript: &Transcript, project: &Project) -> Option<String> {
    let own = project.title().0;
    let found = || transcript.meeting.title.clone().or_else(|| transcript.meeting.committees.first().cloned());
    if own.is_empty() { found() } else { Some(own.to_owned()) }
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
    let places =
        Places { source: Offsets::new(&transcript.source), reading: Offsets::new(&transcript.reading) };
    let mut annotations: Vec<_> = project.annotations().collect();
    annotations.sort_by_key(|(id, _, annotation)| (annotation.source, (*id).clone()));
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
    let clock = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
    Meeting {
        title: shown_title(transcript, project),
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
            in_chair: turn.in_chair.as_deref().map(str::to_owned),
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
    let reading = transcript.to_reading(annotation.source);
    let found = transcript.words(reading);
    let verified = found == annotation.quote.exact;
    Entry {
        id: AsText(id.clone()),
        stamp: AsText(stamp),
        turn: transcript.turn_at(reading.start()).map(|index| entry_turn(transcript, index)),
        source: Places::of(&places.source, annotation.source),
        reading: Places::of(&places.reading, reading),
        exact: annotation.quote.exact.clone(),
        prefix: annotation.quote.prefix.clone(),
        suffix: annotation.quote.suffix.clone(),
        verified,
        found: (!verified).then(|| found.to_owned()),
        fields: Fields::of(annotation),
    }
}

fn entry_turn(transcript: &Transcript, index: TurnIndex) -> EntryTurn {
    let speaker = transcript.speaker(transcript.turn(index));
    EntryTurn {
        index: index.0,
        speaker: speaker.map(|speaker| speaker.name.clone()),
        honorific: speaker.and_then(|speaker| speaker.honorific.clone()),
        role: speaker.map(|speaker| speaker.role.name().to_owned()),
        party: speaker.and_then(|speaker| speaker.party.clone()),
        function: speaker.and_then(|speaker| speaker.function.clone()),
    }
}

/// Why a file cannot be imported. Nothing of it is taken over then.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportError {
    /// It is larger than any project file.
    #[error("the file has {0} bytes")]
    TooLarge(usize),
    /// It is no JSON.
    #[error("not JSON: {0}")]
    NotJson(String),
    /// It ends in the middle.
    #[error("the file ends in the middle")]
    Truncated,
    /// It is JSON of another kind.
    #[error("not a project file")]
    NotGriffier,
    /// A later release wrote it.
    #[error("version {0} is newer than {VERSION}")]
    Newer(u32),
    /// It says that it is a project file, but a part is missing or wrong.
    #[error("a part is missing or wrong: {0}")]
    Damaged(String),
    /// Its transcript cannot be opened.
    #[error("the transcript: {0}")]
    Source(#[from] super::DecodeError),
}

/// What became of an annotation in an imported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    /// Its words stand where the file says.
    Exactly(AnnotationId),
    /// Its words stand elsewhere, and it went there.
    Moved(AnnotationId),
    /// Its words do not stand in the transcript. It is kept, without a place.
    Nowhere(AnnotationId),
    /// The entry with this number (from 1) could not be read, for this reason, and is left out.
    Unreadable(usize, String),
}

/// A project read from a file.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The transcript, read anew from the source in the file.
    pub transcript: Transcript,
    /// The edits that make the project's state.
    pub edits: Vec<Edit>,
    /// Entry by entry, what became of it.
    pub placed: Vec<Placed>,
    /// Whether the source is not the one that the file was made with.
    pub source_changed: bool,
}

/// As much of a file as tells what it is.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    version: Option<u32>,
}

/// As much of a file as is read. Entries are read one by one, so that a broken one does not take the others along.
#[derive(Deserialize)]
struct Body {
    title: Option<StampedTitle>,
    source: Text,
    annotations: Vec<serde_json::Value>,
    #[serde(default)]
    deleted: Vec<Deleted>,
}

/// Reads a project file.
///
/// # Errors
/// Says why it is none; then nothing of it may be used.
pub fn import(bytes: &[u8]) -> Result<Imported, ImportError> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(ImportError::TooLarge(bytes.len()));
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let head: Head = serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof if !bytes.is_empty() => ImportError::Truncated,
        serde_json::error::Category::Data => ImportError::NotGriffier,
        _ => ImportError::NotJson(error.to_string()),
    })?;
    if head.format.as_deref() != Some(FORMAT) {
        return Err(ImportError::NotGriffier);
    }
    match head.version {
        Some(VERSION) => {}
        Some(newer) if newer > VERSION => return Err(ImportError::Newer(newer)),
        other => return Err(ImportError::Damaged(format!("version {other:?}"))),
    }
    let body: Body = serde_json::from_slice(bytes).map_err(|error| ImportError::Damaged(error.to_string()))?;
    let source = super::decode(body.source.text.into_bytes())?;
    let source_changed = sha256(&source) != body.source.sha256;
    let transcript = reader::read(&source);
    let mut imported = Imported { transcript, edits: Vec::new(), placed: Vec::new(), source_changed };
    let offsets = Offsets::new(&source);
    for (number, value) in body.annotations.into_iter().enumerate() {
        match serde_json::from_value::<Entry>(value) {
            Ok(entry) => place(&mut imported, &offsets, entry),
            Err(error) => imported.placed.push(Placed::Unreadable(number + 1, error.to_string())),
        }
    }
    let deleted = body.deleted.into_iter().map(|deleted| (deleted.stamp.0, Change::Annotation(deleted.id.0, None)));
    let title = body.title.into_iter().map(|title| (title.stamp.0, Change::Title(title.text)));
    imported.edits.extend(deleted.chain(title).map(|(stamp, change)| Edit { stamp, change }));
    Ok(imported)
}

fn place(imported: &mut Imported, offsets: &Offsets<'_>, entry: Entry) {
    let transcript = &imported.transcript;
    let quote = Quote { exact: entry.exact, prefix: entry.prefix, suffix: entry.suffix };
    let id = entry.id.0;
    let stated: Option<SourceSpan> = offsets.span(CodePoint(entry.source.start), CodePoint(entry.source.end));
    // An entry that was written unverified stands where it stood: the words found there then are the same now.
    let there = |span: &SourceSpan| {
        let found = transcript.words(transcript.to_reading(*span));
        !span.is_empty() && (found == quote.exact || entry.found.as_deref() == Some(found))
    };
    let (source, placed) = if let Some(span) = stated.filter(there) {
        (span, Placed::Exactly(id.clone()))
    } else if let Some(span) = quote.find(&transcript.reading) {
        let span: ReadingSpan = span;
        (transcript.to_source(span), Placed::Moved(id.clone()))
    } else {
        (SourceSpan::new(0..0), Placed::Nowhere(id.clone()))
    };
    let annotation = Rc::new(entry.fields.at(source, quote));
    imported.placed.push(placed);
    imported.edits.push(Edit { stamp: entry.stamp.0, change: Change::Annotation(id, Some(annotation)) });
}

#[cfg(test)]
mod tests;
