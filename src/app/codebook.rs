//! The codebook: kinds of the user's own, and tags.

use std::rc::Rc;

use jiff::Timestamp;

use super::{Desk, Keymap};
use crate::{
    i18n::Text,
    model::{Annotation, Change, Codebook, Kind, KindEntry, KindId, Origin, Replica},
};

/// The longest name of a kind, in characters.
const MAX_NAME_CHARS: usize = 40;

/// The longest help text of a kind, in characters.
const MAX_HELP_CHARS: usize = 2_000;

/// The longest tag, in characters.
const MAX_TAG_CHARS: usize = 100;

/// What is wrong with the fields of a kind; nothing where all are well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindProblems {
    /// With its name.
    pub name: Option<Text>,
    /// With its key.
    pub key: Option<Text>,
    /// With its help text.
    pub help: Option<Text>,
}

impl KindProblems {
    /// Whether all fields are well.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is wrong with a description of a kind, beside all others of the codebook than `id`. A key is given as it is
/// typed: a character, or nothing.
#[must_use]
pub fn kind_problems(
    keymap: &Keymap,
    codebook: &Codebook,
    id: Option<&KindId>,
    [name, key, help]: [&str; 3],
) -> KindProblems {
    let others = || codebook.iter().filter(|(other, _)| Some(*other) != id).map(|(_, entry)| entry);
    let is_named = |entry: &&KindEntry| entry.name.to_lowercase() == name.trim().to_lowercase();
    let name = match name.trim() {
        "" => Some(Text::new("kind-name-missing")),
        name if name.chars().count() > MAX_NAME_CHARS => Some(Text::new("too-long").with("limit", MAX_NAME_CHARS)),
        _ if others().any(|entry| is_named(&entry)) => Some(Text::new("kind-name-taken")),
        _ => None,
    };
    let help = (help.chars().count() > MAX_HELP_CHARS).then(|| Text::new("too-long").with("limit", MAX_HELP_CHARS));
    let key = (!key.is_empty()).then(|| keymap.problem(codebook, id.map_or("", KindId::as_str), key)).flatten();
    KindProblems { name, key, help }
}

/// The first digit that no kind has as its key, for a new one.
#[must_use]
pub fn free_key(codebook: &Codebook) -> Option<char> {
    ('3'..='9').find(|key| codebook.values().all(|entry| entry.key != Some(*key)))
}

/// What is wrong with tags as they are typed, separated by commas.
#[must_use]
pub fn tags_problem(tags: &str) -> Option<Text> {
    let is_long = |tag: &str| tag.trim().chars().count() > MAX_TAG_CHARS;
    tags.split(',').any(is_long).then(|| Text::new("tag-too-long").with("limit", MAX_TAG_CHARS))
}

impl Desk {
    /// Describes a kind, or takes it out of the codebook; says whether anything changed. One that annotations have stays.
    pub(super) fn put_kind(&mut self, id: KindId, entry: Option<KindEntry>, replica: Replica) -> bool {
        let in_use = self.count(&Kind::Own(id.clone())) > 0;
        if entry.is_none() && in_use || self.codebook.get(&id) == entry.as_ref() {
            return false;
        }
        self.act(Origin::Do, vec![Change::Kind(id, entry)], replica, None);
        true
    }

    /// Gives a tag another name wherever it is used, as one act; without a name it is taken away. Says how many
    /// annotations have changed.
    pub(super) fn rename_tag(&mut self, tag: &str, name: &str, now: Timestamp, replica: Replica) -> usize {
        let name = name.trim();
        if tag == name || tags_problem(name).is_some() || name.contains(',') {
            return 0;
        }
        let rename = |annotation: &mut Annotation| {
            let Some(at) = annotation.tags.iter().position(|present| present == tag) else { return };
            if name.is_empty() || annotation.tags.iter().any(|present| present == name) {
                annotation.tags.remove(at);
            } else {
                name.clone_into(&mut annotation.tags[at]);
            }
        };
        let entries: Rc<[_]> = self.entries.clone();
        let changes: Vec<Change> = entries.iter().filter_map(|entry| self.changed(&entry.id, now, rename)).collect();
        let count = changes.len();
        if count > 0 {
            self.act(Origin::Do, changes, replica, None);
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{Field, Filter, Message, tests::Shell},
        model::{AnnotationId, Colour},
    };

    fn opened() -> Shell {
        let mut shell = Shell::new();
        shell.send(Message::OpenText("De voorzitter:\nEen, twee, drie.\n\nDe heer Duin (Zand):\nVier.\n".into()));
        shell
    }

    fn question() -> KindEntry {
        KindEntry { name: "Vraag".into(), key: Some('3'), colour: Colour::Blue, help: String::new() }
    }

    fn marked(shell: &mut Shell, words: &str, kind: Kind) -> AnnotationId {
        shell.select(words);
        shell.send(Message::Mark(kind));
        shell.desk().active.clone().unwrap()
    }

    #[test]
    fn kinds_are_added_used_and_kept_while_in_use() {
        let mut shell = opened();
        shell.send(Message::AddKind(question()));
        let id = shell.desk().codebook.keys().next().unwrap().clone();
        let mark = marked(&mut shell, "twee", Kind::Own(id.clone()));
        shell.send(Message::PutKind(id.clone(), None));
        assert_eq!(shell.desk().codebook.len(), 1, "it is in use");
        shell.send(Message::Erase(mark));
        shell.send(Message::PutKind(id.clone(), None));
        assert!(shell.desk().codebook.is_empty());
        shell.send(Message::UndoSteps(1));
        let shell = shell.reload();
        assert_eq!(shell.desk().codebook[&id], question());
    }

    #[test]
    fn what_a_kind_cannot_be_is_said_of_its_field() {
        let codebook = Codebook::from([(KindId::from_random(1), question())]);
        let problems = |id: Option<u64>, name: &str, key: &str| {
            let id = id.map(KindId::from_random);
            let found = kind_problems(&Keymap::default(), &codebook, id.as_ref(), [name, key, ""]);
            (found.name, found.key)
        };
        let text = |key| Some(Text::new(key));
        assert_eq!(problems(None, "Motie", "4"), (None, None));
        assert_eq!(problems(None, "", ""), (text("kind-name-missing"), None));
        let taken = Text::new("key-taken").with("what", "Vraag");
        assert_eq!(problems(None, "vraag ", "3"), (text("kind-name-taken"), Some(taken)));
        assert_eq!(problems(Some(1), "Vraag", "3"), (None, None), "it does not stand in its own way");
        let too_long = Text::new("too-long").with("limit", MAX_NAME_CHARS);
        assert_eq!(problems(None, &"x".repeat(41), "ab"), (Some(too_long), text("key-one")));
        assert!(problems(None, "Motie", "1").1.is_some(), "it marks claims");
        assert_eq!(free_key(&codebook), Some('4'));
    }

    #[test]
    fn tags_are_renamed_joined_and_taken_away_everywhere_at_once() {
        let mut shell = opened();
        let ids = ["Een", "twee"].map(|words| marked(&mut shell, words, Kind::Claim));
        for (id, tags) in ids.iter().zip(["geld", "geld, haven"]) {
            shell.send(Message::Edit(id.clone(), Field::Tags(tags.into())));
        }
        let tags =
            |shell: &Shell| shell.desk().tally.tags.iter().map(|(tag, n)| format!("{tag} {n}")).collect::<Vec<_>>();
        assert_eq!(tags(&shell), ["geld 2", "haven 1"]);
        shell.send(Message::RenameTag("geld".into(), "haven".into()));
        assert_eq!(tags(&shell), ["haven 2"]);
        shell.send(Message::UndoSteps(1));
        assert_eq!(tags(&shell), ["geld 2", "haven 1"]);
        shell.send(Message::RenameTag("geld".into(), String::new()));
        assert_eq!(tags(&shell), ["haven 1"]);
        shell.send(Message::RenameTag("haven".into(), "a".repeat(MAX_TAG_CHARS + 1)));
        assert_eq!(tags(&shell), ["haven 1"], "too long");
        let shown = Filter { tag: Some("haven".into()), ..Filter::default() };
        let shown = shell.desk().entries.iter().filter(|entry| shown.shows(&shell.desk().transcript, entry)).count();
        assert_eq!(shown, 1);
    }
}
