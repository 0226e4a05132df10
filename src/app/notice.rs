//! Sentences for the user: what happened, what it means for their data, what to do.

use super::merging::Merged;
use crate::{
    exchange::{DecodeError, ImportError, Placed},
    i18n::Text,
    journal::BackendError,
    reader::MAX_SOURCE_BYTES,
};

/// How many entries of a file that cannot be read are told one by one.
const MAX_REASONS: usize = 10;

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// Something did not work.
    Problem,
}

/// What can be done at once about what a notice says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// To export the transcript on the screen.
    Export,
    /// To use the next release of the page.
    Release,
}

/// Something that the user should read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// The sentences.
    pub texts: Vec<Text>,
    /// What can be done at once.
    pub offer: Option<Offer>,
}

impl Notice {
    pub(super) fn problem(text: Text) -> Self {
        Self { tone: Tone::Problem, texts: vec![text], offer: None }
    }

    pub(super) fn info(texts: Vec<Text>) -> Self {
        Self { tone: Tone::Info, texts, offer: None }
    }
}

impl From<DecodeError> for Notice {
    fn from(error: DecodeError) -> Self {
        Self::problem(match error {
            DecodeError::Empty => Text::new("error-empty"),
            DecodeError::TooLarge(bytes) => too_large(bytes),
            DecodeError::NotText => Text::new("error-not-text"),
            DecodeError::Pdf => Text::new("error-pdf"),
            DecodeError::OldWord => Text::new("error-old-word"),
            DecodeError::Rtf => Text::new("error-rtf"),
            DecodeError::OtherZip => Text::new("error-other-zip"),
            DecodeError::Damaged => Text::new("error-damaged-document"),
        })
    }
}

fn too_large(bytes: usize) -> Text {
    let megabytes = |bytes: usize| bytes.div_ceil(1 << 20);
    Text::new("error-too-large").with("size", megabytes(bytes)).with("limit", megabytes(MAX_SOURCE_BYTES))
}

impl From<ImportError> for Notice {
    fn from(error: ImportError) -> Self {
        Self::problem(match error {
            ImportError::TooLarge(bytes) => too_large(bytes),
            ImportError::NotJson(_) => Text::new("error-not-json"),
            ImportError::Truncated => Text::new("error-truncated"),
            ImportError::NotGriffier => Text::new("error-not-griffier"),
            ImportError::Newer(version) => Text::new("error-newer").with("version", version.to_string()),
            ImportError::Damaged(part) => Text::new("error-damaged-file").with("part", part),
            ImportError::Source(error) => return error.into(),
        })
    }
}

impl From<&BackendError> for Text {
    fn from(error: &BackendError) -> Self {
        match error {
            BackendError::Full => Self::new("not-saved-full"),
            BackendError::Denied => Self::new("not-saved-denied"),
            BackendError::Newer(_) => Self::new("not-saved-newer"),
            BackendError::Failed(_) => Self::new("not-saved-failed"),
        }
    }
}

/// What became of the entries of an imported file: added, changed, already there, and what could not be placed or
/// read.
pub(super) fn import_report(placed: &[Placed], merged: Merged, source_changed: bool) -> Notice {
    let count = |wanted: fn(&Placed) -> bool| placed.iter().filter(|placed| wanted(placed)).count();
    let unreadable = count(|placed| matches!(placed, Placed::Unreadable(..)));
    let mut texts = vec![Text::new("import-done").with("added", merged.added)];
    let mut note = |n: usize, key: &'static str| {
        if n > 0 {
            texts.push(Text::new(key).with("count", n));
        }
    };
    note(merged.updated, "import-updated");
    note(merged.known, "import-known");
    note(merged.deleted, "import-deleted");
    note(count(|placed| matches!(placed, Placed::Moved(_))), "import-moved");
    note(count(|placed| matches!(placed, Placed::Nowhere(_))), "import-nowhere");
    note(unreadable, "import-unreadable");
    note(usize::from(source_changed), "import-source-changed");
    let reasons = placed.iter().filter_map(|placed| match placed {
        Placed::Unreadable(number, reason) => Some((*number, reason.clone())),
        _ => None,
    });
    let reasons = reasons.take(MAX_REASONS);
    texts.extend(
        reasons.map(|(number, reason)| Text::new("import-entry").with("number", number).with("reason", reason)),
    );
    Notice::info(texts)
}
