//! Annotations: claims and commitments, each pinned to the words that carry it.

use jiff::{Timestamp, civil::Date};

use crate::text::{Quote, SourceSpan};

/// An enum whose values have a name used in files, messages and `data-` attributes.
pub trait Named: Copy + Eq + 'static {
    /// Every value, in the order in which they are offered.
    const ALL: &'static [Self];

    /// The name of this value.
    fn name(self) -> &'static str;

    /// The value with this name.
    #[must_use]
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.name() == name)
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$variant_doc:meta])* $variant:ident = $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($(#[$variant_doc])* $variant),+ }

        impl Named for $type {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

named! {
    /// What an annotation marks.
    Kind {
        /// A statement of fact that can be checked.
        Claim = "claim",
        /// An undertaking that somebody can be held to.
        Commitment = "commitment",
    }
}

named! {
    /// What a claim is about.
    ClaimType {
        /// A figure or a trend.
        Figure = "figure",
        /// What a law or a rule says.
        Law = "law",
        /// What happened, or was said or decided.
        Record = "record",
        /// A cause stated as fact.
        Cause = "cause",
        /// A comparison with elsewhere or earlier.
        Comparison = "comparison",
        /// What will happen.
        Prediction = "prediction",
        /// Anything else, and what nobody has sorted yet.
        Other = "other",
    }
}

named! {
    /// How far a claim has been checked.
    CheckState {
        /// Nobody has looked yet.
        Unchecked = "unchecked",
        /// Somebody is at it.
        Checking = "checking",
        /// The sources agree.
        Supported = "supported",
        /// The sources say otherwise.
        Refuted = "refuted",
        /// Partly right.
        Mixed = "mixed",
        /// No source can tell.
        Unverifiable = "unverifiable",
    }
}

named! {
    /// How definite a commitment is.
    Certainty {
        /// A definite undertaking.
        Firm = "firm",
        /// An intention without a clear result.
        Soft = "soft",
    }
}

named! {
    /// What became of a commitment, in the words of the House's own register (openstaand, voldaan, deels voldaan,
    /// vervallen).
    CommitmentStatus {
        /// Openstaand.
        Open = "open",
        /// Voldaan.
        Fulfilled = "fulfilled",
        /// Deels voldaan.
        Partly = "partly",
        /// Vervallen.
        Lapsed = "lapsed",
    }
}

/// The fields of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it is about.
    pub claim_type: ClaimType,
    /// How far it has been checked.
    pub check: CheckState,
    /// What was found: addresses or descriptions, one each.
    pub sources: Vec<String>,
}

impl Default for Claim {
    fn default() -> Self {
        Self { claim_type: ClaimType::Other, check: CheckState::Unchecked, sources: Vec::new() }
    }
}

/// The fields of a commitment. Who gave it is the speaker of its turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// To whom: persons or groups.
    pub to: Vec<String>,
    /// By when, as spoken.
    pub due: String,
    /// By when, as a date.
    pub due_date: Option<Date>,
    /// On what condition.
    pub condition: String,
    /// How definite it is.
    pub certainty: Certainty,
    /// What became of it.
    pub status: CommitmentStatus,
    /// What fulfilled it: a document, a date.
    pub fulfilled_by: String,
}

impl Default for Commitment {
    fn default() -> Self {
        Self {
            to: Vec::new(),
            due: String::new(),
            due_date: None,
            condition: String::new(),
            certainty: Certainty::Firm,
            status: CommitmentStatus::Open,
            fulfilled_by: String::new(),
        }
    }
}

/// What an annotation says, by kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A claim.
    Claim(Claim),
    /// A commitment.
    Commitment(Commitment),
}

impl Body {
    /// A body of `kind` with nothing filled in.
    #[must_use]
    pub fn empty(kind: Kind) -> Self {
        match kind {
            Kind::Claim => Self::Claim(Claim::default()),
            Kind::Commitment => Self::Commitment(Commitment::default()),
        }
    }
}

/// A marked passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Where it stands in the source.
    pub source: SourceSpan,
    /// The words it marks, as they were read when it was made.
    pub quote: Quote,
    /// Who made it; empty where nobody said.
    pub author: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
    /// What it says in short, in the user's words.
    pub summary: String,
    /// Anything else the user wants to keep with it.
    pub note: String,
    /// Labels of the user's own.
    pub tags: Vec<String>,
    /// The fields of its kind.
    pub body: Body,
}

impl Annotation {
    /// What it marks.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.body {
            Body::Claim(_) => Kind::Claim,
            Body::Commitment(_) => Kind::Commitment,
        }
    }
}
