//! What an act changed, in words: for undo and redo, and the list of what was done.

use std::collections::HashMap;

use super::Desk;
use crate::{
    i18n::Text,
    model::{Annotation, Body, Change, Correction, Key, Kind, Step},
};

/// How many characters of an annotation stand for it.
const MAX_WORDS: usize = 40;

impl Desk {
    /// What the last acts did that can be taken back, the latest first: `most` of them.
    #[must_use]
    pub fn done(&self, most: usize) -> Vec<Text> {
        self.described(self.history.undo_steps(), most, |before, after| (before, after))
    }

    /// What the next acts would do that were taken back, the next first: `most` of them.
    #[must_use]
    pub fn undone(&self, most: usize) -> Vec<Text> {
        self.described(self.history.redo_steps(), most, |after, before| (before, after))
    }

    /// The last of `steps`, the latest first. Each holds the values on its other side; those on this side are the
    /// present ones, or those of a later step.
    fn described<'a>(
        &'a self,
        steps: &'a [Step],
        most: usize,
        order: impl Fn(Change, Change) -> (Change, Change),
    ) -> Vec<Text> {
        let mut here: HashMap<Key, Change> = HashMap::new();
        let texts = steps.iter().rev().take(most).map(|step| {
            let changes: Vec<(Change, Change)> = step
                .before
                .iter()
                .map(|there| {
                    let present = here.insert(there.key(), there.clone());
                    order(there.clone(), present.unwrap_or_else(|| self.project.present(there)))
                })
                .collect();
            self.describe(&changes)
        });
        texts.collect()
    }

    /// What changes from the first values to the second.
    fn describe(&self, changes: &[(Change, Change)]) -> Text {
        let annotations = changes.iter().filter_map(|(before, after)| match (before, after) {
            (Change::Annotation(_, before), Change::Annotation(_, after)) => {
                Some((before.as_deref(), after.as_deref()))
            }
            _ => None,
        });
        let annotations: Vec<_> = annotations.collect();
        if changes.iter().all(|(change, _)| matches!(change, Change::Correction(Correction::Item(..)))) {
            return Text::new("did-closing-list");
        }
        // A correction of the reading takes annotations along.
        if changes.iter().any(|(change, _)| matches!(change, Change::Correction(_))) {
            return Text::new("did-reading");
        }
        match annotations.as_slice() {
            [] if changes.iter().any(|(change, _)| matches!(change, Change::Kind(..))) => Text::new("did-kind"),
            [] => Text::new("did-title"),
            [(before, after)] => self.describe_one(*before, *after),
            many if many.iter().all(|(before, _)| before.is_none()) => {
                Text::new("did-mark-many").with("count", many.len())
            }
            many => Text::new("did-many").with("count", many.len()),
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
