//! What the application wants done outside it. Effects are carried out in order, those that concern what is on the
//! screen after it has been drawn.

use std::rc::Rc;

use jiff::Timestamp;

use super::{Route, Settings};
use crate::{
    i18n::Text,
    journal::{Card, Packed, Record},
    model::{AnnotationId, Project, ProjectId},
    text::{Byte, ReadingSpan},
};

/// A part of the screen that can have the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The transcript.
    Transcript,
    /// The first field of an annotation.
    Summary(AnnotationId),
    /// The field in which one types what to look for.
    Find,
    /// What a mention does.
    Mention(AnnotationId, usize),
    /// A transcript in the list of the start page.
    Listed(ProjectId),
    /// The textbox of the start page.
    Input,
    /// The register.
    Register,
    /// The heading of a page.
    Heading,
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read the list of transcripts.
    List,
    /// Look through all transcripts for open commitments.
    Gather,
    /// Do so in a moment: what has changed may go on changing.
    GatherLater,
    /// Read a project.
    Load(ProjectId),
    /// Read a source.
    Read {
        /// The project that it belongs to.
        id: ProjectId,
        /// The source.
        source: Rc<str>,
        /// The project: how it has the source corrected, and what it marks in it.
        project: Box<Project>,
        /// Its SHA-256, where that is known.
        sha256: Option<String>,
    },
    /// Pack a source for the store.
    Pack {
        /// The project that it belongs to.
        id: ProjectId,
        /// The source.
        source: Rc<str>,
    },
    /// Write what is not yet written of a project.
    Save {
        /// Which.
        id: ProjectId,
        /// Its source, where even that is not yet written.
        source: Option<Packed>,
        /// The records, oldest first.
        records: Vec<Record>,
        /// What the list of transcripts shows.
        card: Card,
    },
    /// Try to save again in a while.
    SaveLater,
    /// Note that this project, or everything, was handed out as a file.
    NoteExport(Option<ProjectId>, Timestamp),
    /// Load the page anew, in its next release.
    UseRelease,
    /// Remove a project.
    Delete(ProjectId),
    /// Make a file of everything that is stored.
    BackUp,
    /// Take back what such a file has.
    Restore(String),
    /// Keep the settings.
    KeepSettings(Settings),
    /// Go to another address, as a step that the browser's Back takes back.
    Go(Route),
    /// The address is another one, without such a step.
    Readdress(Route),
    /// Copy the words of an annotation, with where they come from.
    CopyQuote(AnnotationId),
    /// Hand the user a file.
    Download {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
        /// Its media type.
        media_type: &'static str,
    },
    /// Say it to those who cannot see it.
    Announce(Text),
    /// Bring an annotation into view, in the text and in the list.
    Reveal(AnnotationId),
    /// Bring an annotation into view in the list.
    ShowCard(AnnotationId),
    /// Bring the paragraph where the reader was to the top: its number, and by how many pixels it was scrolled past.
    ScrollTo(u32, i32),
    /// Bring these words into view.
    ShowFound(ReadingSpan),
    /// Select these words and bring them into view.
    Show(ReadingSpan),
    /// Select these words.
    Select(ReadingSpan),
    /// Keep the moving end of the selection on the screen.
    Follow,
    /// Put the caret at a byte of the reading text, with nothing selected.
    PlaceCaret(Byte),
    /// Move the focus.
    Focus(Target),
    /// Move the focus, where one has a keyboard.
    Begin(Target),
}

impl Effect {
    /// Whether it decides what is selected.
    #[must_use]
    pub const fn selects(&self) -> bool {
        matches!(self, Self::Show(_) | Self::Select(_) | Self::PlaceCaret(_))
    }
}
