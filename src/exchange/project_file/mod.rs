//! The project file: everything about one transcript in one JSON file, `.griffier.json`.
//!
//! Positions are Unicode code points, counted from 0, the end not included. Writing slices every position again and
//! compares it with the annotation's words; one that differs is still written, marked `"verified": false` with both
//! texts. Reading verifies the same, and reports entry by entry what became of it.

mod read;
mod write;

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use read::{ImportError, Imported, Placed, import};
pub use write::{Exported, export, file_name};

use crate::{
    model::{AnnotationId, KindId, MentionRole, Stamp},
    wire::{AsText, ByName, CorrectionFields, Fields, KindFields},
};

/// The version of the file that is written. Reading knows this one and every earlier one.
pub const VERSION: u32 = 1;

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
    /// What the user has corrected of the reading.
    #[serde(default)]
    pub corrections: Vec<StampedCorrection>,
    /// The kinds of annotations that the user has added to claims and commitments.
    #[serde(default)]
    pub kinds: Vec<StampedKind>,
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

/// A correction of the reading with its stamp. Positions are those of the source.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct StampedCorrection {
    /// When and by which browser it was made.
    pub stamp: AsText<Stamp>,
    /// What is corrected.
    #[serde(flatten)]
    pub correction: CorrectionFields,
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
    /// The words of the heading.
    pub label: Option<String>,
    /// When it begins in the recording, `1:02:03`.
    pub at: Option<String>,
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
    /// The words it marks; of several pieces the first.
    #[serde(flatten)]
    pub passage: Passage,
    /// Further pieces, in the order of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Passage>,
    /// Other passages that repeat, supplement, confirm or list what it says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
    /// What it says.
    #[serde(flatten)]
    pub fields: Fields,
}

impl Entry {
    /// Whether all its words stand where it says.
    fn is_verified(&self) -> bool {
        let mentions = self.mentions.iter().map(|mention| &mention.passage);
        std::iter::once(&self.passage).chain(&self.more).chain(mentions).all(|passage| passage.verified)
    }
}

/// Words of the transcript, with their places in both texts.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Passage {
    /// Where they stand in the source.
    pub source: Place,
    /// Where they stand in the reading text.
    pub reading: Place,
    /// The words in the reading text.
    pub exact: String,
    /// Up to 32 characters before them.
    #[serde(default)]
    pub prefix: String,
    /// Up to 32 characters after them.
    #[serde(default)]
    pub suffix: String,
    /// Whether the words at the position in the reading text are `exact`.
    pub verified: bool,
    /// The words found at the position instead, where they are not `exact`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
}

/// A passage that says the same as an annotation.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// What it does for the annotation.
    pub role: ByName<MentionRole>,
    /// The turn in which it begins; null outside the turns.
    #[serde(default)]
    pub turn: Option<EntryTurn>,
    /// The words.
    #[serde(flatten)]
    pub passage: Passage,
}

/// A kind of the codebook with its stamp.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct StampedKind {
    /// Its identifier: the `kind` of its annotations.
    pub id: AsText<KindId>,
    /// When and by which browser it was described.
    pub stamp: AsText<Stamp>,
    /// How it is described; null for one that was taken out.
    pub entry: Option<KindFields>,
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

#[cfg(test)]
mod tests;
