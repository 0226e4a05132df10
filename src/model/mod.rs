//! What the program is about: transcripts, annotations, projects, edits and their history.
//!
//! Nothing here is serialised; a type with `Serialize` is a promise to whoever holds the file, and those promises
//! are made in [`crate::wire`].

mod annotation;
mod corrections;
mod history;
mod identifier;
mod kind;
mod named;
mod pace;
mod project;
mod repairs;
mod segments;
mod speaker;
mod transcript;

pub use annotation::{
    Annotation, Body, Certainty, CheckState, Claim, ClaimType, Commitment, CommitmentStatus, Mention, MentionRole,
    Passage, Promiser, Proposal,
};
pub use corrections::{
    Correction, CorrectionKey, Corrections, ItemCorrection, Person, SpeakerCorrection, TurnCorrection,
};
pub use history::{History, Origin, Step};
pub use identifier::{AnnotationId, KindId, ProjectId};
pub use kind::{Codebook, Colour, Kind, KindEntry};
pub use named::Named;
pub(crate) use named::named;
pub use pace::{Work, at_once, in_steps, pause, unhurried};
pub use project::{Change, Edit, Key, Project, Replica, Stamp};
pub use repairs::{Repair, RepairKind, Repairs};
pub use segments::{Segment, segments};
pub use speaker::{Label, Role, Speaker};
pub use transcript::{
    Aside, AsideKind, Block, Choice, Elapsed, Format, Inset, InsetKind, LabelIndex, Language, ListItem, Meeting,
    Motion, Paragraph, ParagraphKind, Remark, SpeakerIndex, Transcript, Turn, TurnIndex, clock,
};
