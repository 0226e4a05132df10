//! What an act changed, in words: for undo and redo, and the list of what was done.

use std::collections::HashMap;

use super::Desk;
use crate::{
    i18n::Text,
    model::{Annotation, Body, Change, Correction, Key, Kind, Step},
};

/// How many characters of an annotation stand for it.
const MAX_WORDS: usize = 40;

/// On which side of a step the values are that it holds.
#[derive(Clone, Copy)]
enum Holds {
    /// Those before it: it was done.
    Before,
    /// Those after it: it was taken back.
    After,
}

impl Desk {
    /// What the last acts did that can be taken back, the latest first: `most` of them.
    #[must_use]
    pub fn done(&self, most: usize) -> Vec<Text> {
        self.described(self.history.undo_steps(), most, Holds::Before)
    }

    /// What the next acts would do that were taken back, the next first: `most` of them.
    #[must_use]
    pub fn undone(&self, most: usize) -> Vec<Text> {
        self.described(self.history.redo_steps(), most, Holds::After)
    }

    /// The last of `steps`, the latest first. Each holds the values on its other side; those on this side are the
    /// present ones, or those of a later step.
    fn described(&self, steps: &[Step], most: usize, holds: Holds) -> Vec<Text> {
        let mut later: HashMap<Key, &Change> = HashMap::new();
        let mut texts = Vec::new();
        let mut steps = steps.iter().rev().take(most).peekable();
        while let Some(step) = steps.next() {
            texts.push(self.describe(&step.before, holds, |there| {
                later.get(&there.key()).map_or_else(|| self.project.present(there), |change| (*change).clone())
            }));
            // A step may be ten thousand changes.
            if steps.peek().is_some() {
                later.extend(step.before.iter().map(|there| (there.key(), there)));
            }
        }
        texts
    }

    /// What a step changes: `there` are the values that it holds, `here` gives the one on its other side. This is asked
    /// at every drawing, so that of many values none is looked at more closely than need be.
    fn describe(&self, there: &[Change], holds: Holds, here: impl Fn(&Change) -> Change) -> Text {
        if there.iter().all(|change| matches!(change, Change::Correction(Correction::Item(..)))) {
            return Text::new("did-closing-list");
        }
        // A correction of the reading takes annotations along.
        if there.iter().any(|change| matches!(change, Change::Correction(_))) {
            return Text::new("did-reading");
        }
        let mut annotations = there.iter().filter(|change| matches!(change, Change::Annotation(..)));
        let (first, count) = (annotations.clone().next(), annotations.clone().count());
        match first {
            None if there.iter().any(|change| matches!(change, Change::Kind(..))) => Text::new("did-kind"),
            None => Text::new("did-title"),
            Some(there) if count == 1 => {
                let here = here(there);
                let (there, here) = (annotation(there), annotation(&here));
                match holds {
                    Holds::Before => self.describe_one(there, here),
                    Holds::After => self.describe_one(here, there),
                }
            }
            Some(_) => {
                let is_new = |there: &Change| match holds {
                    Holds::Before => annotation(there).is_none(),
                    Holds::After => annotation(&here(there)).is_none(),
                };
                let key = if annotations.all(is_new) { "did-mark-many" } else { "did-many" };
                Text::new(key).with("count", count)
            }
        }
    }

    fn describe_one(&self, before: Option<&Annotation>, after: Option<&Annotation>) -> Text {
        let (Some(old), Some(new)) = (before, after) else {
            let key = if after.is_some() { "did-mark" } else { "did-delete" };
            let Some(annotation) = after.or(before) else { return Text::new("did-many").with("count", 0) };
            return Text::new(key).with("kind", self.kind_name(&annotation.kind())).with("words", short(annotation));
        };
        let key = match () {
            () if old.words() != new.words() => "did-words",
            () if old.mentions != new.mentions => "did-mentions",
            () if old.summary != new.summary => "did-summary",
            () if old.note != new.note => "did-note",
            () if old.tags != new.tags => "did-tags",
            () if status(old) != status(new) => "did-status",
            () => "did-fields",
        };
        Text::new(key).with("words", short(new))
    }

    /// What a kind is called.
    fn kind_name(&self, kind: &Kind) -> Text {
        match kind {
            Kind::Claim => Text::new("kind-claim"),
            Kind::Commitment => Text::new("kind-commitment"),
            Kind::Own(id) => {
                let name = self.codebook.get(id).map_or_else(|| id.to_string(), |entry| entry.name.clone());
                Text::new("kind-own").with("name", name)
            }
        }
    }
}

/// The annotation that a change leaves.
fn annotation(change: &Change) -> Option<&Annotation> {
    match change {
        Change::Annotation(_, annotation) => annotation.as_deref(),
        _ => None,
    }
}

fn status(annotation: &Annotation) -> Option<&'static str> {
    use crate::model::Named as _;
    match &annotation.body {
        Body::Commitment(commitment) => Some(commitment.status.name()),
        Body::Claim(claim) => Some(claim.check.name()),
        Body::Own(_) => None,
    }
}

/// The summary of an annotation, or its words, cut short.
fn short(annotation: &Annotation) -> String {
    let words = if annotation.summary.is_empty() { annotation.words() } else { annotation.summary.clone() };
    match words.char_indices().nth(MAX_WORDS) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        app::{Field, Message, tests::Shell},
        i18n::{Catalog, Lang},
        model::{CommitmentStatus, Kind},
    };

    fn told(texts: Vec<crate::i18n::Text>) -> Vec<String> {
        let catalog = Catalog::new(Lang::En);
        texts.into_iter().map(|text| catalog.text(text)).collect()
    }

    #[test]
    fn what_was_done_is_told_from_the_latest_on() {
        let mut shell = Shell::new();
        shell.send(Message::OpenText("De voorzitter:\nEen, twee, drie.\n".into()));
        shell.select("twee");
        shell.send(Message::Mark(Kind::Commitment));
        let id = shell.desk().active.clone().unwrap();
        for summary in ["b", "be", "bel"] {
            shell.send(Message::Edit(id.clone(), Field::Summary(summary.into())));
        }
        shell.send(Message::Edit(id.clone(), Field::Status(CommitmentStatus::Fulfilled)));
        shell.send(Message::Title(shell.desk().id.clone(), "Haven".into()));
        shell.send(Message::Erase(id));
        let all = [
            "Commitment deleted: “bel”",
            "Title changed",
            "Status changed: “bel”",
            "Summary changed: “bel”",
            "Commitment marked: “twee”",
        ];
        assert_eq!(told(shell.desk().done(9)), all);
        assert_eq!(told(shell.desk().done(1)), all[..1]);
        shell.send(Message::UndoSteps(3));
        assert_eq!(told(shell.desk().done(9)), all[3..]);
        assert_eq!(told(shell.desk().undone(9)), [all[2], all[1], all[0]], "the next one first");
    }

    #[test]
    fn a_step_of_many_annotations_is_told_by_their_number() {
        let mut shell = Shell::new();
        shell.send(Message::OpenText("De voorzitter:\nDe haven, de haven.\n".into()));
        shell.send(Message::OpenSearch);
        shell.send(Message::Find("haven".into(), false));
        shell.send(Message::MarkFound(Kind::Claim));
        let ids: Vec<_> = shell.desk().entries.iter().map(|entry| entry.id.clone()).collect();
        for id in ids {
            shell.send(Message::Edit(id, Field::Tags("kust".into())));
        }
        shell.send(Message::RenameTag("kust".into(), "zee".into()));
        let (marked, changed) = ("2 annotations marked", "2 annotations changed");
        assert_eq!(told(shell.desk().done(9)), [changed, "Tags changed: “haven”", "Tags changed: “haven”", marked]);
        assert_eq!(told(shell.desk().done(1)), [changed]);
        shell.send(Message::UndoSteps(4));
        assert_eq!(told(shell.desk().undone(1)), [marked]);
        assert_eq!(told(shell.desk().undone(9)).last().map(String::as_str), Some(changed));
    }

    #[test]
    fn hundreds_of_steps_are_there_after_a_reload() {
        let mut shell = Shell::new();
        shell.send(Message::OpenText("De voorzitter:\nEen, twee, drie.\n".into()));
        let id = shell.desk().id.clone();
        for number in 0..400 {
            shell.send(Message::Title(id.clone(), format!("Titel {number}")));
        }
        let mut shell = shell.reload();
        assert_eq!(shell.desk().done(1_000).len(), 400);
        shell.send(Message::UndoSteps(399));
        assert_eq!(shell.desk().title(), "Titel 0");
        shell.send(Message::RedoSteps(2));
        assert_eq!(shell.desk().title(), "Titel 2");
    }
}
