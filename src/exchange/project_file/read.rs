//! Reading a project file.

use std::rc::Rc;

use serde::Deserialize;
use thiserror::Error;

use super::{Deleted, Entry, FORMAT, Passage, StampedCorrection, StampedKind, StampedTitle, Text, VERSION};
use crate::{
    exchange::{DecodeError, accept},
    model::{self, AnnotationId, Change, Correction, Corrections, Edit, Stamp, Transcript},
    reader,
    text::{Byte, CodePoint, Offsets, Quote, ReadingSpan, SourceSpan, sha256},
};

/// The largest file that is read, in bytes: a file holds a transcript twice, and its annotations.
const MAX_FILE_BYTES: usize = 96 << 20;

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
    Newer(u64),
    /// It says that it is a project file, but a part is missing or wrong.
    #[error("a part is missing or wrong: {0}")]
    Damaged(String),
    /// Its transcript cannot be opened.
    #[error("the transcript: {0}")]
    Source(#[from] DecodeError),
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
    version: Option<u64>,
}

/// As much of a file as is read. Entries are read one by one, so that a broken one does not take the others along.
#[derive(Deserialize)]
struct Body {
    title: Option<StampedTitle>,
    source: Text,
    #[serde(default)]
    corrections: Vec<serde_json::Value>,
    annotations: Vec<serde_json::Value>,
    #[serde(default)]
    kinds: Vec<StampedKind>,
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
        Some(version) if version == u64::from(VERSION) => {}
        Some(newer) if newer > u64::from(VERSION) => return Err(ImportError::Newer(newer)),
        other => return Err(ImportError::Damaged(format!("version {other:?}"))),
    }
    let body: Body = serde_json::from_slice(bytes).map_err(|error| ImportError::Damaged(error.to_string()))?;
    let source = accept(body.source.text)?;
    let source_changed = sha256(&source) != body.source.sha256;
    let offsets = Offsets::new(&source);
    let corrections = corrections(body.corrections, &offsets);
    let mut reading = Corrections::default();
    reading.extend(corrections.iter().map(|(_, correction)| correction));
    let transcript = reader::read_with(&source, &reading);
    let mut imported = Imported { transcript, edits: Vec::new(), placed: Vec::new(), source_changed };
    for (number, value) in body.annotations.into_iter().enumerate() {
        match serde_json::from_value::<Entry>(value) {
            Ok(entry) if !is_sound(entry.stamp.0) => {
                imported.placed.push(Placed::Unreadable(number + 1, format!("stamp {}", entry.stamp.0)));
            }
            Ok(entry) => place(&mut imported, &offsets, entry),
            Err(error) => imported.placed.push(Placed::Unreadable(number + 1, error.to_string())),
        }
    }
    let deleted = body.deleted.into_iter().map(|deleted| (deleted.stamp.0, Change::Annotation(deleted.id.0, None)));
    let title = body.title.into_iter().map(|title| (title.stamp.0, Change::Title(title.text)));
    let corrections = corrections.into_iter().map(|(stamp, correction)| (stamp, Change::Correction(correction)));
    let kinds = body.kinds.into_iter().map(|kind| {
        let entry = kind.entry.map(crate::wire::KindFields::read);
        (kind.stamp.0, Change::Kind(kind.id.0, entry))
    });
    let others = deleted.chain(title).chain(corrections).chain(kinds).filter(|(stamp, _)| is_sound(*stamp));
    imported.edits.extend(others.map(|(stamp, change)| Edit { stamp, change }));
    Ok(imported)
}

/// The corrections of the reading. One that cannot be read corrects nothing; no words are lost by that.
fn corrections(values: Vec<serde_json::Value>, offsets: &Offsets<'_>) -> Vec<(Stamp, Correction)> {
    let byte = |at: u32| -> Option<Byte> {
        let span: SourceSpan = offsets.span(CodePoint(at), CodePoint(at))?;
        Some(span.start())
    };
    let read = |value| {
        let stamped: StampedCorrection = serde_json::from_value(value).ok()?;
        Some((stamped.stamp.0, stamped.correction.read(byte)?))
    };
    values.into_iter().filter_map(read).collect()
}

/// What readers agree on: the letters, without blanks and without the hyphens that line ends bring.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{200b}' | '\u{feff}'))
}

/// Whether a stamp can be one that this program made.
fn is_sound(stamp: Stamp) -> bool {
    (1..=Stamp::MAX_CLOCK).contains(&stamp.clock)
}

fn place(imported: &mut Imported, offsets: &Offsets<'_>, entry: Entry) {
    let transcript = &imported.transcript;
    let id = entry.id.0;
    let found = |passage| find(transcript, offsets, passage);
    let (passage, how) = found(entry.passage);
    let (more, how_more): (Vec<_>, Vec<_>) = entry.more.into_iter().map(found).unzip();
    let mention = |mention: super::Mention| {
        let (passage, how) = found(mention.passage);
        (model::Mention { role: mention.role.0, passage }, how)
    };
    let (mentions, how_mentions): (Vec<_>, Vec<_>) = entry.mentions.into_iter().map(mention).unzip();
    // Of several passages, the worst is told.
    let worst = how_more.into_iter().chain(how_mentions).fold(how, Ord::max);
    imported.placed.push(match worst {
        How::Exactly => Placed::Exactly(id.clone()),
        How::Moved => Placed::Moved(id.clone()),
        How::Nowhere => Placed::Nowhere(id.clone()),
    });
    let annotation = Rc::new(entry.fields.with(passage, more, mentions));
    imported.edits.push(Edit { stamp: entry.stamp.0, change: Change::Annotation(id, Some(annotation)) });
}

/// Where a passage was found.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Exactly,
    Moved,
    Nowhere,
}

fn find(transcript: &Transcript, offsets: &Offsets<'_>, passage: Passage) -> (model::Passage, How) {
    let quote = Quote { exact: passage.exact, prefix: passage.prefix, suffix: passage.suffix };
    let stated: Option<SourceSpan> = offsets.span(CodePoint(passage.source.start), CodePoint(passage.source.end));
    // The same letters read differently, by a better reader, are still the same place.
    let same_letters = |span: &SourceSpan| {
        let found = span.of(&transcript.source).unwrap_or_default();
        letters(found).eq(letters(&quote.exact))
    };
    // A passage that was written unverified stands where it stood: the words found there then are the same now.
    let there = |span: &SourceSpan| {
        let found = transcript.words(transcript.to_reading(*span));
        !span.is_empty() && (found == quote.exact || passage.found.as_deref() == Some(found) || same_letters(span))
    };
    let (source, how) = if let Some(span) = stated.filter(there) {
        (span, How::Exactly)
    } else if let Some(span) = quote.find(&transcript.reading) {
        let span: ReadingSpan = span;
        (transcript.to_source(span), How::Moved)
    } else {
        (SourceSpan::default(), How::Nowhere)
    };
    (model::Passage { source, quote }, how)
}
