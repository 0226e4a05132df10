//! Corrections of the reading, made by hand.
//!
//! A transcript is what the reader makes of the source and of these. Each says something about one place of the source
//! or one name in it, and each can be taken back by its "as found" value; so they are edits like all others.

use std::collections::{BTreeMap, BTreeSet};

use super::{Language, Role, named::named, speaker::with_party};
use crate::text::{Byte, SourceSpan};

/// What a correction is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CorrectionKey {
    /// The format of the whole text.
    Format,
    /// The language of the whole text.
    Language,
    /// Whether a text that was decoded twice is put right.
    Decoding,
    /// The repair of these bytes of the source.
    Repair(SourceSpan),
    /// Whether a turn begins at this byte of the source.
    Turn(Byte),
    /// The person with this key ([`super::Speaker::key`]).
    Speaker(String),
    /// These words of the source as an item of the closing list.
    Item(SourceSpan),
}

/// What the user says against what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// The format to read in, by its name; `None` for the one that is found.
    Format(Option<String>),
    /// The language; `None` for the one that is found.
    Language(Option<Language>),
    /// Whether a text that was decoded twice is put right.
    Decoding(bool),
    /// Whether the repair of these bytes is made.
    Repair(SourceSpan, bool),
    /// Whether a turn begins at this byte; `None` for what is found there.
    Turn(Byte, Option<TurnCorrection>),
    /// Who the person with this key is; `None` for what is found.
    Speaker(String, Option<SpeakerCorrection>),
    /// What these words are in the closing list; `None` for what is found.
    Item(SourceSpan, Option<ItemCorrection>),
}

impl Correction {
    /// What it is about.
    #[must_use]
    pub fn key(&self) -> CorrectionKey {
        match self {
            Self::Format(_) => CorrectionKey::Format,
            Self::Language(_) => CorrectionKey::Language,
            Self::Decoding(_) => CorrectionKey::Decoding,
            Self::Repair(span, _) => CorrectionKey::Repair(*span),
            Self::Turn(at, _) => CorrectionKey::Turn(*at),
            Self::Speaker(key, _) => CorrectionKey::Speaker(key.clone()),
            Self::Item(span, _) => CorrectionKey::Item(*span),
        }
    }

    /// The value that corrects nothing.
    #[must_use]
    pub fn as_found(key: &CorrectionKey) -> Self {
        match key {
            CorrectionKey::Format => Self::Format(None),
            CorrectionKey::Language => Self::Language(None),
            CorrectionKey::Decoding => Self::Decoding(false),
            CorrectionKey::Repair(span) => Self::Repair(*span, true),
            CorrectionKey::Turn(at) => Self::Turn(*at, None),
            CorrectionKey::Speaker(key) => Self::Speaker(key.clone(), None),
            CorrectionKey::Item(span) => Self::Item(*span, None),
        }
    }
}

named! {
    /// What words are in the closing list.
    ItemCorrection {
        /// Nothing: what was taken for an item is none.
        None = "none",
        /// An item.
        Item = "item",
        /// A part of the item before them.
        Part = "part",
    }
}

/// Whether a turn begins at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TurnCorrection {
    /// None does: what was taken for a heading is text.
    None,
    /// One does, and this person speaks, by the key; nobody known where that is empty.
    By(String),
}

/// Who a person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpeakerCorrection {
    /// Somebody with these properties.
    Is(Person),
    /// The same as the one with this key.
    Same(String),
}

impl SpeakerCorrection {
    /// The key of the person whom this one is the same as.
    #[must_use]
    pub fn other(&self) -> Option<&String> {
        match self {
            Self::Same(other) => Some(other),
            Self::Is(_) => None,
        }
    }
}

/// A person as the user describes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name, with a form of address or without.
    pub name: String,
    /// The party; empty for none.
    pub party: String,
    /// In what role.
    pub role: Role,
    /// The office in full; empty for none.
    pub function: String,
}

impl Person {
    /// Name and party.
    #[must_use]
    pub fn label(&self) -> String {
        with_party(self.name.clone(), Some(self.party.as_str()).filter(|party| !party.is_empty()))
    }
}

/// All corrections of one transcript, as the reader wants them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    /// The format to read in.
    pub format: Option<String>,
    /// The language.
    pub language: Option<Language>,
    /// Whether a text that was decoded twice is put right.
    pub decoding: bool,
    /// The repairs that are not made.
    pub off: BTreeSet<SourceSpan>,
    /// Where turns begin, or do not.
    pub turns: BTreeMap<Byte, TurnCorrection>,
    /// Who persons are.
    pub speakers: BTreeMap<String, SpeakerCorrection>,
    /// What words are in the closing list. The reader does not need them; [`crate::register`] does.
    pub items: BTreeMap<SourceSpan, ItemCorrection>,
}

impl Corrections {
    /// Whether there are any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl<'a> Extend<&'a Correction> for Corrections {
    /// Adds corrections, each about something else.
    fn extend<I: IntoIterator<Item = &'a Correction>>(&mut self, corrections: I) {
        for correction in corrections {
            match correction.clone() {
                Correction::Format(format) => self.format = format,
                Correction::Language(language) => self.language = language,
                Correction::Decoding(decoding) => self.decoding = decoding,
                Correction::Repair(span, made) => {
                    if !made {
                        self.off.insert(span);
                    }
                }
                Correction::Turn(at, turn) => self.turns.extend(turn.map(|turn| (at, turn))),
                Correction::Speaker(key, speaker) => self.speakers.extend(speaker.map(|speaker| (key, speaker))),
                Correction::Item(span, item) => self.items.extend(item.map(|item| (span, item))),
            }
        }
    }
}
