//! The application without a screen: its state, what can happen to it, and what it wants done.
//!
//! [`State::update`] takes a message and gives back effects, which are data: the shell (`ui`, `platform`) carries
//! them out and reports back with further messages. Nothing here waits, reads a clock or makes up a number; time
//! and chance come in with each message as a [`Moment`].

mod backing_up;
mod codebook;
mod commanding;
mod correcting;
mod describing;
mod desk;
mod effect;
mod entries;
mod exporting;
mod figures;
mod filter;
mod finding;
mod first_steps;
mod marks;
mod merging;
mod message;
mod notice;
mod open_commitments;
mod opening;
mod outline;
mod parts;
mod passages;
mod proposing;
mod reading;
mod register;
mod route;
mod saving;
mod selecting;
mod shortcuts;
mod state;
mod strip;
mod tally;

pub use codebook::{KindProblems, free_key, kind_problems, tags_problem};
pub use correcting::{TurnEdit, Who, formats};
pub use desk::Desk;
pub use effect::{Effect, Target};
pub use entries::Entry;
pub use exporting::RegisterFile;
pub use figures::{Promised, Spoken, Stretch, Voice, along, by_addressee, by_party, by_speaker};
pub use filter::{Filter, Group, GroupKey, Grouping, groups};
pub use finding::{MAX_MARKED, Search};
pub use marks::{BlockMarks, Mark};
pub use message::{Field, Message};
pub use notice::{Notice, Offer, Tone};
pub use open_commitments::{CommitmentsFile, Gathered, OpenCommitment, OpenCommitments, gather};
pub use opening::{Loading, ReadSource, better_than_plain};
pub use outline::{SpeakerShare, percent, speaker_shares};
pub use parts::{Part, PartTitle, parts};
pub use passages::{Edge, PassageEdit};
pub use proposing::{Proposals, ProposedDue, proposals};
pub use register::{Column, Reconciliation, RegisterView, Row, Table, Unlisted, reconcile, rows, short, who};
pub use route::Route;
pub use saving::SaveState;
pub use shortcuts::{Command, KeyPress, Keymap, SHORTCUTS, Shortcut};
pub use state::{Moment, Panel, Screen, Settings, State, View};
pub use strip::{MarkedRows, STRIP_HEIGHT, Shapes, paragraph_at, paragraph_heights, speaker_shapes};
pub use tally::Tally;

#[cfg(test)]
mod correcting_tests;
#[cfg(test)]
mod tests;
