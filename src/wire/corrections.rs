//! The shape of corrections of the reading.
//!
//! In the log positions are bytes of the source, in the project file code points; the type is the same.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ByName;
use crate::{
    model::{Correction, ItemCorrection, Language, Person, Role, SpeakerCorrection, TurnCorrection},
    text::{Byte, SourceSpan},
};

/// A correction of the reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "about", rename_all = "lowercase", rename_all_fields = "camelCase")]
pub enum CorrectionFields {
    /// The format to read in.
    Format {
        /// Its name; null for the one that is found.
        value: Option<String>,
    },
    /// The language of the text.
    Language {
        /// Its BCP 47 tag; null for the one that is found.
        value: Option<ByName<Language>>,
    },
    /// Whether a text that was decoded twice is put right.
    Decoding {
        /// Whether it is.
        value: bool,
    },
    /// Whether a repair is made.
    Repair {
        /// Where it begins in the source.
        start: u32,
        /// Where it ends.
        end: u32,
        /// Whether it is made.
        made: bool,
    },
    /// Whether a turn begins.
    Turn {
        /// Where in the source.
        at: u32,
        /// Whether one begins there; null for what is found.
        begins: Option<bool>,
        /// Who speaks, by the key; empty where nobody is known.
        #[serde(default)]
        speaker: String,
    },
    /// Who a person is. Without `person` and `same`, as found.
    Speaker {
        /// The words of the person's first heading, or the chair's name.
        key: String,
        /// Who that is.
        #[serde(default)]
        person: Option<PersonFields>,
        /// The key of the person that this is the same as.
        #[serde(default)]
        same: Option<String>,
    },
    /// What words are in the closing list.
    Item {
        /// Where they begin in the source.
        start: u32,
        /// Where they end.
        end: u32,
        /// What they are; null for what is found.
        is: Option<ByName<ItemCorrection>>,
    },
}

/// A person as the user describes them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PersonFields {
    /// The name.
    pub name: String,
    /// The party; empty for none.
    #[serde(default)]
    pub party: String,
    /// In what role.
    pub role: ByName<Role>,
    /// The office in full; empty for none.
    #[serde(default)]
    pub function: String,
}

impl CorrectionFields {
    /// The shape of `correction`; `position` gives the unit.
    pub fn of(correction: &Correction, position: impl Fn(Byte) -> u32) -> Self {
        match correction.clone() {
            Correction::Format(value) => Self::Format { value },
            Correction::Language(value) => Self::Language { value: value.map(ByName) },
            Correction::Decoding(value) => Self::Decoding { value },
            Correction::Repair(span, made) => {
                Self::Repair { start: position(span.start()), end: position(span.end()), made }
            }
            Correction::Turn(at, turn) => {
                let (begins, speaker) = match turn {
                    None => (None, String::new()),
                    Some(TurnCorrection::None) => (Some(false), String::new()),
                    Some(TurnCorrection::By(key)) => (Some(true), key),
                };
                Self::Turn { at: position(at), begins, speaker }
            }
            Correction::Speaker(key, speaker) => {
                let (person, same) = match speaker {
                    None => (None, None),
                    Some(SpeakerCorrection::Same(other)) => (None, Some(other)),
                    Some(SpeakerCorrection::Is(Person { name, party, role, function })) => {
                        (Some(PersonFields { name, party, role: ByName(role), function }), None)
                    }
                };
                Self::Speaker { key, person, same }
            }
            Correction::Item(span, item) => {
                Self::Item { start: position(span.start()), end: position(span.end()), is: item.map(ByName) }
            }
        }
    }

    /// The correction; `None` where `byte` knows no byte for a position, or a range runs backwards.
    pub fn read(self, byte: impl Fn(u32) -> Option<Byte>) -> Option<Correction> {
        let span = |start, end| {
            let (start, end) = (byte(start)?.index(), byte(end)?.index());
            (start <= end).then(|| SourceSpan::new(start..end))
        };
        Some(match self {
            Self::Format { value } => Correction::Format(value),
            Self::Language { value } => Correction::Language(value.map(|language| language.0)),
            Self::Decoding { value } => Correction::Decoding(value),
            Self::Repair { start, end, made } => Correction::Repair(span(start, end)?, made),
            Self::Item { start, end, is } => Correction::Item(span(start, end)?, is.map(|is| is.0)),
            Self::Turn { at, begins, speaker } => {
                let turn = begins.map(|begins| match begins {
                    true => TurnCorrection::By(speaker),
                    false => TurnCorrection::None,
                });
                Correction::Turn(byte(at)?, turn)
            }
            Self::Speaker { key, person, same } => {
                let person = person.map(|PersonFields { name, party, role, function }| {
                    SpeakerCorrection::Is(Person { name, party, role: role.0, function })
                });
                Correction::Speaker(key, person.or(same.map(SpeakerCorrection::Same)))
            }
        })
    }
}
