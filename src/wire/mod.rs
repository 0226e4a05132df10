//! The shape in which annotations leave the program: in the log and in the project file alike.
//!
//! A type with `Serialize` is a promise to whoever holds the file. These promises are made here and in
//! [`crate::exchange`] and [`crate::journal`], never on the types of [`crate::model`].

mod corrections;

use std::borrow::Cow;

use jiff::{Timestamp, civil::Date};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

pub use corrections::{CorrectionFields, PersonFields};

use crate::model::{
    Annotation, Body, Certainty, CheckState, Claim, ClaimType, Colour, Commitment, CommitmentStatus, Kind, KindEntry,
    Mention, Named, Passage, Promiser, Proposal,
};

/// A value written as its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByName<T>(pub T);

impl<T: Named> Serialize for ByName<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

impl<'de, T: Named> Deserialize<'de> for ByName<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Cow::<'de, str>::deserialize(deserializer)?;
        T::from_name(&name).map(Self).ok_or_else(|| {
            let known: Vec<&str> = T::ALL.iter().map(|value| value.name()).collect();
            D::Error::custom(format!("`{name}` is not one of {}", known.join(", ")))
        })
    }
}

impl<T: Named> JsonSchema for ByName<T> {
    fn schema_name() -> Cow<'static, str> {
        std::any::type_name::<T>().rsplit("::").next().unwrap_or_default().into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": T::ALL.iter().map(|value| value.name()).collect::<Vec<_>>() })
    }
}

/// A value written as the text that its `Display` makes and its `FromStr` reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AsText<T>(pub T);

impl<T: std::fmt::Display> Serialize for AsText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, T: std::str::FromStr> Deserialize<'de> for AsText<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map(Self).map_err(|_| D::Error::custom(format!("`{text}` cannot be read")))
    }
}

/// What a text written by [`AsText`] looks like.
pub trait TextSchema {
    /// The schema's name, and the JSON Schema `format` or `pattern` of the text.
    const SCHEMA: (&'static str, &'static str, &'static str);
}

impl TextSchema for Timestamp {
    const SCHEMA: (&'static str, &'static str, &'static str) = ("Timestamp", "format", "date-time");
}

impl TextSchema for Date {
    const SCHEMA: (&'static str, &'static str, &'static str) = ("Date", "format", "date");
}

impl TextSchema for crate::model::Stamp {
    const SCHEMA: (&'static str, &'static str, &'static str) = ("Stamp", "pattern", "^[0-9]+-[0-9a-f]{16}$");
}

impl TextSchema for crate::model::AnnotationId {
    const SCHEMA: (&'static str, &'static str, &'static str) = ("AnnotationId", "pattern", "^[A-Za-z0-9_-]{1,64}$");
}

impl TextSchema for crate::model::KindId {
    const SCHEMA: (&'static str, &'static str, &'static str) = ("KindId", "pattern", "^[A-Za-z0-9_-]{1,64}$");
}

impl TextSchema for Kind {
    const SCHEMA: (&'static str, &'static str, &'static str) = ("Kind", "pattern", "^[A-Za-z0-9_-]{1,64}$");
}

impl<T: TextSchema> JsonSchema for AsText<T> {
    fn schema_name() -> Cow<'static, str> {
        T::SCHEMA.0.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let mut schema = json_schema!({ "type": "string" });
        schema.insert(T::SCHEMA.1.to_owned(), T::SCHEMA.2.into());
        schema
    }
}

/// What an annotation says, apart from where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Fields {
    /// What is marked: `claim`, `commitment`, or the identifier of a kind of the codebook. A claim has `claim`, a
    /// commitment has `commitment`.
    pub kind: AsText<Kind>,
    /// Who made it; empty where nobody said.
    #[serde(default)]
    pub author: String,
    /// When it was made (RFC 3339).
    pub created: AsText<Timestamp>,
    /// When it was last changed (RFC 3339).
    pub modified: AsText<Timestamp>,
    /// What it says in short, in the user's words.
    #[serde(default)]
    pub summary: String,
    /// Anything else the user keeps with it.
    #[serde(default)]
    pub note: String,
    /// Labels of the user's own.
    #[serde(default)]
    pub tags: Vec<String>,
    /// The fields of a claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<ClaimFields>,
    /// The fields of a commitment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitment: Option<CommitmentFields>,
}

/// The fields of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ClaimFields {
    /// What it is about.
    #[serde(rename = "type")]
    pub claim_type: ByName<ClaimType>,
    /// How far it has been checked.
    pub check: ByName<CheckState>,
    /// What was found: addresses or descriptions.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// The fields of a commitment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CommitmentFields {
    /// Who gave it, where it is not the speaker of its turn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PromiserFields>,
    /// To whom: persons or groups.
    #[serde(default)]
    pub to: Vec<String>,
    /// By when, as spoken.
    #[serde(default)]
    pub due: String,
    /// By when, as a date.
    #[serde(default)]
    pub due_date: Option<AsText<Date>>,
    /// On what condition.
    #[serde(default)]
    pub condition: String,
    /// How definite it is.
    pub certainty: ByName<Certainty>,
    /// What became of it: open (openstaand), fulfilled (voldaan), partly (deels voldaan), lapsed (vervallen).
    pub status: ByName<CommitmentStatus>,
    /// What fulfilled it.
    #[serde(default)]
    pub fulfilled_by: String,
    /// When it was fulfilled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fulfilled_on: Option<AsText<Date>>,
    /// Which fields the program is not to propose any more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declined: Vec<ByName<Proposal>>,
}

/// Who gave a commitment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PromiserFields {
    /// The name.
    pub name: String,
    /// The office in full; empty for none.
    #[serde(default)]
    pub function: String,
}

/// How the codebook describes a kind of the user's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KindFields {
    /// What it is called.
    pub name: String,
    /// The key that marks it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<char>,
    /// How its marks are coloured.
    pub colour: ByName<Colour>,
    /// When to mark something so.
    #[serde(default)]
    pub help: String,
}

impl KindFields {
    /// The fields of `entry`.
    #[must_use]
    pub fn of(entry: &KindEntry) -> Self {
        Self { name: entry.name.clone(), key: entry.key, colour: ByName(entry.colour), help: entry.help.clone() }
    }

    /// The entry with these fields.
    #[must_use]
    pub fn read(self) -> KindEntry {
        KindEntry { name: self.name, key: self.key, colour: self.colour.0, help: self.help }
    }
}

impl Fields {
    /// The fields of `annotation`.
    #[must_use]
    pub fn of(annotation: &Annotation) -> Self {
        let (claim, commitment) = match &annotation.body {
            Body::Claim(claim) => (Some(claim_fields(claim)), None),
            Body::Commitment(commitment) => (None, Some(commitment_fields(commitment))),
            Body::Own(_) => (None, None),
        };
        Self {
            kind: AsText(annotation.kind()),
            author: annotation.author.clone(),
            created: AsText(annotation.created),
            modified: AsText(annotation.modified),
            summary: annotation.summary.clone(),
            note: annotation.note.clone(),
            tags: annotation.tags.clone(),
            claim,
            commitment,
        }
    }

    /// The annotation with these fields and passages. Where the fields of its kind are missing, they are empty.
    #[must_use]
    pub fn with(self, passage: Passage, more: Vec<Passage>, mentions: Vec<Mention>) -> Annotation {
        let body = match (self.kind.0, self.claim, self.commitment) {
            (Kind::Claim, Some(claim), _) => {
                Body::Claim(Claim { claim_type: claim.claim_type.0, check: claim.check.0, sources: claim.sources })
            }
            (Kind::Commitment, _, Some(commitment)) => Body::Commitment(Commitment {
                by: commitment.by.map(|by| Promiser { name: by.name, function: by.function }),
                to: commitment.to,
                due: commitment.due,
                due_date: commitment.due_date.map(|date| date.0),
                condition: commitment.condition,
                certainty: commitment.certainty.0,
                status: commitment.status.0,
                fulfilled_by: commitment.fulfilled_by,
                fulfilled_on: commitment.fulfilled_on.map(|date| date.0),
                declined: commitment.declined.into_iter().map(|proposal| proposal.0).collect(),
            }),
            (kind, ..) => Body::empty(kind),
        };
        Annotation {
            passage,
            more,
            mentions,
            author: self.author,
            created: self.created.0,
            modified: self.modified.0,
            summary: self.summary,
            note: self.note,
            tags: self.tags,
            body,
        }
    }
}

fn claim_fields(claim: &Claim) -> ClaimFields {
    ClaimFields { claim_type: ByName(claim.claim_type), check: ByName(claim.check), sources: claim.sources.clone() }
}

fn commitment_fields(commitment: &Commitment) -> CommitmentFields {
    CommitmentFields {
        by: commitment.by.as_ref().map(|by| PromiserFields { name: by.name.clone(), function: by.function.clone() }),
        to: commitment.to.clone(),
        due: commitment.due.clone(),
        due_date: commitment.due_date.map(AsText),
        condition: commitment.condition.clone(),
        certainty: ByName(commitment.certainty),
        status: ByName(commitment.status),
        fulfilled_by: commitment.fulfilled_by.clone(),
        fulfilled_on: commitment.fulfilled_on.map(AsText),
        declined: commitment.declined.iter().copied().map(ByName).collect(),
    }
}
