//! The keyboard as a table: the page matches against it and the help is made from it. What one presses for a command
//! can be changed, apart from the keys that mean the same everywhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Edge;
use crate::{
    i18n::Text,
    model::{Codebook, Kind},
};

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
    /// Copy the words of the chosen annotation, with where they come from.
    CopyQuote,
    /// Look for something.
    Find,
    /// Hide the marks, or show them again.
    HideMarks,
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
    /// The value of `KeyboardEvent.key`, in small letters, unless the user has changed it.
    pub key: &'static str,
    /// Whether Ctrl (Cmd) is held.
    pub primary: bool,
    /// Whether Shift is held; `None` where the key itself needs it on some keyboards.
    pub shift: Option<bool>,
    /// What it does.
    pub command: Command,
    /// The message that says so. It is also by what the settings know the line.
    pub label: &'static str,
}

impl Shortcut {
    /// Whether the user can choose another key: those with Ctrl, and Enter, Escape and Delete, mean the same everywhere.
    #[must_use]
    pub fn is_changeable(&self) -> bool {
        !self.primary && is_letter(self.key)
    }
}

/// Whether a key is a letter, a digit or a sign: those that screen readers and speech input may want for themselves.
fn is_letter(key: &str) -> bool {
    key.chars().count() == 1
}

const fn plain(key: &'static str, command: Command, label: &'static str) -> Shortcut {
    Shortcut { key, primary: false, shift: None, command, label }
}

const fn primary(key: &'static str, shift: bool, command: Command, label: &'static str) -> Shortcut {
    Shortcut { key, primary: true, shift: Some(shift), command, label }
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
    plain("n", Command::Next, "shortcut-next"),
    plain("p", Command::Previous, "shortcut-previous"),
    plain("f", Command::Find, "shortcut-find"),
    plain("j", Command::NextPassage, "shortcut-passage"),
    plain("c", Command::CopyQuote, "shortcut-copy"),
    plain("h", Command::HideMarks, "shortcut-hide"),
    plain("t", Command::BeginTurn, "shortcut-turn"),
    plain("w", Command::Correct, "shortcut-correct"),
    plain("?", Command::Help, "shortcut-help"),
    plain("enter", Command::Edit, "shortcut-edit"),
    plain("delete", Command::Erase, "shortcut-erase"),
    plain("escape", Command::Leave, "shortcut-leave"),
    primary("enter", false, Command::AcceptAll, "shortcut-accept"),
    primary("z", false, Command::Undo, "shortcut-undo"),
    primary("z", true, Command::Redo, "shortcut-redo"),
    primary("y", false, Command::Redo, "shortcut-redo"),
];

/// Which keys the user has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Keymap {
    /// The keys that are not those of the table, by the label of the shortcut.
    changed: BTreeMap<String, String>,
    /// Whether single letters, digits and signs do nothing (WCAG 2.2, 2.1.4 Character Key Shortcuts).
    pub letters_off: bool,
}

impl Keymap {
    /// The key of a shortcut, in small letters.
    #[must_use]
    pub fn key<'a>(&'a self, shortcut: &'a Shortcut) -> &'a str {
        let changed = self.changed.get(shortcut.label).filter(|_| shortcut.is_changeable());
        changed.map_or(shortcut.key, String::as_str)
    }

    /// The key of a command, for a hint beside a button; `None` where letters do nothing.
    #[must_use]
    pub fn hint(&self, command: &Command) -> Option<String> {
        let shortcut = SHORTCUTS.iter().find(|shortcut| shortcut.command == *command)?;
        let key = self.key(shortcut);
        (!self.letters_off || !is_letter(key)).then(|| key.to_owned())
    }

    /// The key that marks words as a kind.
    #[must_use]
    pub fn key_of_kind(&self, codebook: &Codebook, kind: &Kind) -> Option<String> {
        match kind {
            Kind::Own(id) => codebook.get(id)?.key.filter(|_| !self.letters_off).map(String::from),
            built_in => self.hint(&Command::Mark(built_in.clone())),
        }
    }

    /// Whether any key is not that of the table.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !self.changed.is_empty()
    }

    /// Why `key` cannot be the one of the shortcut with this label, or of a kind of the codebook (`label` is its
    /// identifier then).
    #[must_use]
    pub fn problem(&self, codebook: &Codebook, label: &str, key: &str) -> Option<Text> {
        let mut characters = key.chars().flat_map(char::to_lowercase);
        let (Some(wanted), None) = (characters.next(), characters.next()) else {
            return Some(Text::new("key-one"));
        };
        if wanted.is_whitespace() || wanted.is_control() {
            return Some(Text::new("key-one"));
        }
        let key = wanted.to_string();
        let others = SHORTCUTS.iter().filter(|shortcut| shortcut.label != label && !shortcut.primary);
        if let Some(taken) = others.into_iter().find(|shortcut| self.key(shortcut) == key) {
            return Some(Text::new("key-taken").with("what", Text::new(taken.label)));
        }
        let kind = codebook.iter().find(|(id, entry)| id.as_str() != label && entry.key == Some(wanted));
        kind.map(|(_, entry)| Text::new("key-taken").with("what", entry.name.clone()))
    }

    /// Gives the shortcut with this label another key.
    pub fn set(&mut self, label: &str, key: &str) {
        let Some(shortcut) = SHORTCUTS.iter().find(|shortcut| shortcut.label == label) else { return };
        let key = key.to_lowercase();
        if key == shortcut.key {
            self.changed.remove(label);
        } else {
            self.changed.insert(label.to_owned(), key);
        }
    }

    /// Gives every shortcut the key of the table.
    pub fn reset(&mut self) {
        self.changed.clear();
    }

    /// What `press` does, if anything. Where one types, only Escape and Ctrl+Enter do something.
    #[must_use]
    pub fn command_for(&self, press: &KeyPress, codebook: &Codebook) -> Option<Command> {
        let leaves = press.key == "Escape" || press.key == "Enter" && press.primary;
        if press.alt || press.typing && !leaves {
            return None;
        }
        let key = press.key.to_lowercase();
        if self.letters_off && !press.primary && is_letter(&key) {
            return None;
        }
        let fits = |shortcut: &&Shortcut| {
            self.key(shortcut) == key
                && shortcut.primary == press.primary
                && shortcut.shift.is_none_or(|shift| shift == press.shift)
        };
        let of_a_kind = || {
            let kind = codebook.iter().find(|(_, entry)| entry.key.is_some_and(|wanted| key == wanted.to_string()));
            kind.filter(|_| !press.primary).map(|(id, _)| Command::Mark(Kind::Own(id.clone())))
        };
        SHORTCUTS.iter().find(fits).map(|shortcut| shortcut.command.clone()).or_else(of_a_kind)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::{Colour, KindEntry, KindId};

    fn press(key: &str) -> KeyPress {
        KeyPress { key: key.into(), ..KeyPress::default() }
    }

    fn with_a_kind() -> (Codebook, KindId) {
        let id = KindId::from_random(1);
        let entry = KindEntry { name: "Vraag".into(), key: Some('3'), colour: Colour::Blue, help: String::new() };
        (Codebook::from([(id.clone(), entry)]), id)
    }

    #[test]
    fn keys_are_changed_and_set_back() {
        let (codebook, id) = with_a_kind();
        let mut keymap = Keymap::default();
        let does = |keymap: &Keymap, key| keymap.command_for(&press(key), &codebook);
        assert_eq!(does(&keymap, "N"), Some(Command::Next));
        assert_eq!(does(&keymap, "3"), Some(Command::Mark(Kind::Own(id))));
        keymap.set("shortcut-next", "x");
        assert_eq!((does(&keymap, "x"), does(&keymap, "n")), (Some(Command::Next), None));
        assert_eq!(keymap.problem(&codebook, "shortcut-previous", "n"), None, "it is free now");
        let kept: Keymap = serde_json::from_str(&serde_json::to_string(&keymap).unwrap()).unwrap();
        assert_eq!(kept, keymap);
        keymap.reset();
        assert_eq!(does(&keymap, "n"), Some(Command::Next));
    }

    #[test]
    fn what_a_key_cannot_be_is_told() {
        let (codebook, id) = with_a_kind();
        let keymap = Keymap::default();
        let problem = |label, key| keymap.problem(&codebook, label, key);
        assert_eq!(problem("shortcut-next", "n"), None, "its own");
        assert_eq!(
            problem("shortcut-next", "P"),
            Some(Text::new("key-taken").with("what", Text::new("shortcut-previous")))
        );
        assert_eq!(problem("shortcut-next", "3"), Some(Text::new("key-taken").with("what", "Vraag")));
        assert_eq!(problem(id.as_str(), "3"), None, "the kind's own");
        for key in ["", "xy", " ", "\t", "ß"] {
            let expected = (key != "ß").then(|| Text::new("key-one"));
            assert_eq!(problem("shortcut-next", key), expected, "{key:?}");
        }
    }

    #[test]
    fn the_table_in_the_readme_has_these_keys_and_no_others() {
        let name = |shortcut: &Shortcut| {
            let mut key = shortcut.key.to_owned();
            if is_letter(&key) && !shortcut.primary {
                return format!("`{key}`");
            }
            key[..1].make_ascii_uppercase();
            let held = ["Ctrl+", "Shift+"].into_iter().zip([shortcut.primary, shortcut.shift == Some(true)]);
            held.filter(|(_, is_held)| *is_held).map(|(key, _)| key).chain([key.as_str()]).collect()
        };
        let readme = include_str!("../../README.md");
        let table = readme.split("\n## Keys\n").nth(1).and_then(|rest| rest.trim_start().split("\n\n").next()).unwrap();
        let cells = table.lines().skip(2).map(|line| line.split('|').nth(1).unwrap());
        let mut told: Vec<&str> =
            cells.flat_map(|cell| cell.split(" / ").flat_map(|part| part.split(" or "))).collect();
        told.retain(|key| !key.contains("arrow keys"));
        let told: BTreeSet<String> = told.iter().flat_map(|keys| keys.split_whitespace()).map(str::to_owned).collect();
        assert_eq!(told, SHORTCUTS.iter().map(name).collect::<BTreeSet<String>>());
    }

    #[test]
    fn letters_can_be_turned_off() {
        let (codebook, _) = with_a_kind();
        let keymap = Keymap { letters_off: true, ..Keymap::default() };
        for key in ["1", "3", "n", "?"] {
            assert_eq!(keymap.command_for(&press(key), &codebook), None, "{key}");
        }
        assert_eq!(keymap.command_for(&press("Escape"), &codebook), Some(Command::Leave));
        let undo = KeyPress { primary: true, ..press("z") };
        assert_eq!(keymap.command_for(&undo, &codebook), Some(Command::Undo));
        assert_eq!(keymap.hint(&Command::Next), None);
    }
}
