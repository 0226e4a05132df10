//! Annotations: claims, commitments and what else the codebook knows, each pinned to the words that carry it.

use jiff::{Timestamp, civil::Date};

use super::{Kind, KindId, named::named};
use crate::text::{Quote, SourceSpan};

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

named! {
    /// What another passage does for a commitment.
    MentionRole {
        /// It says the same again.
        Repeat = "repeat",
        /// It adds to it: a date, a detail.
        Supplement = "supplement",
        /// Somebody confirms it.
        Confirmation = "confirmation",
        /// It is the item of the closing list.
        Listed = "listed",
        /// It asks for it: the question to which it is the answer.
        Asked = "asked",
    }
}

named! {
    /// A field that the program fills in as a proposal, until the user says yes or no.
    Proposal {
        /// To whom a commitment was made.
        To = "to",
        /// By when it is to be kept.
        Due = "due",
        /// Which item of the closing list it is.
        Listed = "listed",
        /// Where it was asked for.
        Asked = "asked",
    }
}

/// Who gave a commitment, where it is not the speaker of its turn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Promiser {
    /// The name, with a form of address or without.
    pub name: String,
    /// The office in full; empty for none.
    pub function: String,
}

/// The fields of a commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Who gave it; `None` for the speaker of its turn.
    pub by: Option<Promiser>,
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
    /// What fulfilled it: a document.
    pub fulfilled_by: String,
    /// When it was fulfilled.
    pub fulfilled_on: Option<Date>,
    /// The proposals that the user has turned down, in order and each once.
    pub declined: Vec<Proposal>,
}

impl Commitment {
    /// Whether something of it is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.status, CommitmentStatus::Open | CommitmentStatus::Partly)
    }
}

impl Default for Commitment {
    fn default() -> Self {
        Self {
            by: None,
            to: Vec::new(),
            due: String::new(),
            due_date: None,
            condition: String::new(),
            certainty: Certainty::Firm,
            status: CommitmentStatus::Open,
            fulfilled_by: String::new(),
            fulfilled_on: None,
            declined: Vec::new(),
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
    /// Of a kind of the user's own, which has no fields but those that all have.
    Own(KindId),
}

impl Body {
    /// A body of `kind` with nothing filled in.
    #[must_use]
    pub fn empty(kind: Kind) -> Self {
        match kind {
            Kind::Claim => Self::Claim(Claim::default()),
            Kind::Commitment => Self::Commitment(Commitment::default()),
            Kind::Own(id) => Self::Own(id),
        }
    }
}

/// Words of the source. Without a place where they were not found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Where they stand in the source; empty where they were not found.
    pub source: SourceSpan,
    /// The words, as they were read when they were marked.
    pub quote: Quote,
}

/// Another passage that repeats, supplements, confirms, lists or asks for what an annotation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What it does.
    pub role: MentionRole,
    /// The words.
    pub passage: Passage,
}

/// A marked passage, or several that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// The words it marks; of several pieces the first.
    pub passage: Passage,
    /// Further pieces, in the order of the source.
    pub more: Vec<Passage>,
    /// Other passages that say the same, or ask for it.
    pub mentions: Vec<Mention>,
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
    /// An annotation of `passage` with nothing filled in.
    #[must_use]
    pub fn new(kind: Kind, passage: Passage, now: Timestamp) -> Self {
        Self {
            passage,
            more: Vec::new(),
            mentions: Vec::new(),
            author: String::new(),
            created: now,
            modified: now,
            summary: String::new(),
            note: String::new(),
            tags: Vec::new(),
            body: Body::empty(kind),
        }
    }

    /// What it marks.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match &self.body {
            Body::Claim(_) => Kind::Claim,
            Body::Commitment(_) => Kind::Commitment,
            Body::Own(id) => Kind::Own(id.clone()),
        }
    }

    /// Its pieces, in the order of the source.
    pub fn pieces(&self) -> impl Iterator<Item = &Passage> {
        std::iter::once(&self.passage).chain(&self.more)
    }

    /// How many other passages say what it says. One that asks for it does not.
    #[must_use]
    pub fn times_mentioned(&self) -> usize {
        self.mentions.iter().filter(|mention| mention.role != MentionRole::Asked).count()
    }

    /// Every passage it holds, for changing each: its pieces, and its mentions.
    pub fn passages_mut(&mut self) -> impl Iterator<Item = &mut Passage> {
        let mentions = self.mentions.iter_mut().map(|mention| &mut mention.passage);
        std::iter::once(&mut self.passage).chain(&mut self.more).chain(mentions)
    }

    /// The words it marks; between pieces an ellipsis.
    #[must_use]
    pub fn words(&self) -> String {
        self.pieces().map(|piece| piece.quote.exact.as_str()).collect::<Vec<_>>().join(" … ")
    }
}
