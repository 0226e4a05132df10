//! What annotations mark: claims, commitments, and kinds of the user's own. The codebook says how those are called.

use std::{collections::BTreeMap, fmt, str::FromStr};

use super::{KindId, named::named};

/// What an annotation marks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A statement of fact that can be checked.
    Claim,
    /// An undertaking that somebody can be held to.
    Commitment,
    /// Something that the user's codebook describes.
    Own(KindId),
}

impl Kind {
    /// The kinds that every codebook has.
    pub const BUILT_IN: [Self; 2] = [Self::Claim, Self::Commitment];

    /// The name used in files, messages and `data-` attributes.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Claim => "claim",
            Self::Commitment => "commitment",
            Self::Own(id) => id.as_str(),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Kind {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        let built_in = Self::BUILT_IN.into_iter().find(|kind| kind.name() == name);
        built_in.map_or_else(|| name.parse().map(Self::Own), Ok)
    }
}

named! {
    /// How marks of a kind of the user's own are coloured. Claims are amber and commitments green.
    Colour {
        /// Blue.
        Blue = "blue",
        /// Violet.
        Violet = "violet",
        /// Pink.
        Pink = "pink",
        /// Red.
        Red = "red",
        /// Brown.
        Brown = "brown",
        /// Grey.
        Grey = "grey",
    }
}

/// How the codebook describes a kind of the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindEntry {
    /// What it is called.
    pub name: String,
    /// The key that marks it.
    pub key: Option<char>,
    /// How its marks are coloured.
    pub colour: Colour,
    /// When to mark something so.
    pub help: String,
}

/// The kinds of the user's own, by identifier.
pub type Codebook = BTreeMap<KindId, KindEntry>;
