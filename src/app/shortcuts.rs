//! The keyboard as a table: the page matches against it and the help is made from it.

use super::Edge;
use crate::model::Kind;

/// What a key does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Mark the selected words.
    Mark(Kind),
    /// Select the sentence at the caret, or one more.
    Sentence,
    /// Add the selected words to the chosen annotation.
    AddPiece,
    /// Add the selected words as a mention to the chosen annotation.
    AddMention,
    /// Move an edge of the chosen annotation by a word, forward or back.
    StepEdge(Edge, bool),
    /// Show the next passage of the chosen annotation.
    NextPassage,
    /// Begin a turn at the selected words.
    BeginTurn,
    /// Say who speaks at the caret.
    Correct,
    /// Choose the next annotation.
    Next,
    /// Choose the annotation before.
    Previous,
    /// Go to the fields of the chosen annotation.
    Edit,
    /// Take the proposals for the chosen annotation over, and read on.
    AcceptAll,
    /// Delete the chosen annotation.
    Erase,
    /// Take the last act back.
    Undo,
    /// Do it again.
    Redo,
    /// Leave what is open: the selection, the annotation, a panel.
    Leave,
    /// Show the keys.
    Help,
}

/// A key with its modifiers, as the browser reports it.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact about the key, as in the DOM")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPress {
    /// The value of `KeyboardEvent.key`.
    pub key: String,
    /// Ctrl, or Cmd on a Mac.
    pub primary: bool,
    /// Shift.
    pub shift: bool,
    /// Alt.
    pub alt: bool,
    /// Whether the focus is in a field where one types.
    pub typing: bool,
}

/// A line of the table.
#[derive(Clone, Debug)]
pub struct Shortcut {
    /// The value of `KeyboardEvent.key`, in small letters.
    pub key: &'static str,
    /// Whether Ctrl (Cmd) is held.
    pub primary: bool,
    /// Whether Shift is held; `None` where the key itself needs it on some keyboards.
    pub shift: Option<bool>,
    /// What it does.
    pub command: Command,
    /// The message that says so.
    pub label: &'static str,
}

const fn plain(key: &'static str, command: Command, label: &'static str) -> Shortcut {
    Shortcut { key, primary: false, shift: None, command, label }
}

/// Every shortcut, in the order in which the help lists them.
pub const SHORTCUTS: &[Shortcut] = &[
    plain("1", Command::Mark(Kind::Claim), "shortcut-claim"),
    plain("2", Command::Mark(Kind::Commitment), "shortcut-commitment"),
    plain("s", Command::Sentence, "shortcut-sentence"),
    plain("a", Command::AddPiece, "shortcut-piece"),
    plain("m", Command::AddMention, "shortcut-mention"),
    plain("{", Command::StepEdge(Edge::Begin, false), "shortcut-begin-back"),
    plain("}", Command::StepEdge(Edge::Begin, true), "shortcut-begin-forward"),
    plain("[", Command::StepEdge(Edge::End, false), "shortcut-end-back"),
    plain("]", Command::StepEdge(Edge::End, true), "shortcut-end-forward"),
    plain("j", Command::NextPassage, "shortcut-passage"),
    plain("t", Command::BeginTurn, "shortcut-turn"),
    plain("w", Command::Correct, "shortcut-correct"),
    plain("n", Command::Next, "shortcut-next"),
    plain("p", Command::Previous, "shortcut-previous"),
    plain("enter", Command::Edit, "shortcut-edit"),
    Shortcut { key: "enter", primary: true, shift: Some(false), command: Command::AcceptAll, label: "shortcut-accept" },
    plain("delete", Command::Erase, "shortcut-erase"),
    Shortcut { key: "z", primary: true, shift: Some(false), command: Command::Undo, label: "shortcut-undo" },
    Shortcut { key: "z", primary: true, shift: Some(true), command: Command::Redo, label: "shortcut-redo" },
    Shortcut { key: "y", primary: true, shift: Some(false), command: Command::Redo, label: "shortcut-redo" },
    plain("escape", Command::Leave, "shortcut-leave"),
    plain("?", Command::Help, "shortcut-help"),
];

/// What `press` does, if anything. Where one types, only Escape and Ctrl+Enter do something.
#[must_use]
pub fn command_for(press: &KeyPress) -> Option<Command> {
    let leaves = press.key == "Escape" || press.key == "Enter" && press.primary;
    if press.alt || press.typing && !leaves {
        return None;
    }
    let key = press.key.to_lowercase();
    let fits = |shortcut: &&Shortcut| {
        shortcut.key == key
            && shortcut.primary == press.primary
            && shortcut.shift.is_none_or(|shift| shift == press.shift)
    };
    SHORTCUTS.iter().find(fits).map(|shortcut| shortcut.command.clone())
}
