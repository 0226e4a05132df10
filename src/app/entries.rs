//! The annotations as the list shows them.

use std::{cell::OnceCell, collections::BTreeSet, rc::Rc};

use crate::{
    model::{Annotation, AnnotationId, MentionRole, Passage, Project, Transcript, TurnIndex},
    register::Marked,
    text::{Byte, Folded, ReadingSpan},
};

/// An annotation as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Which.
    pub id: AnnotationId,
    /// What it says.
    pub annotation: Rc<Annotation>,
    /// Where its pieces stand, in the order of the text; those whose words were not found left out.
    pub pieces: Vec<ReadingSpan>,
    /// Where its mentions stand; empty for one whose words were not found.
    pub mentions: Vec<ReadingSpan>,
    /// The turn in which it begins.
    pub turn: Option<TurnIndex>,
    /// The turn in which it ends.
    pub last_turn: Option<TurnIndex>,
    /// All its words, folded for searching; made when they are first needed.
    pub(super) words: OnceCell<Folded>,
}

impl Entry {
    /// An annotation, placed in the text.
    pub(super) fn of(transcript: &Transcript, id: &AnnotationId, annotation: &Rc<Annotation>) -> Self {
        let place = |passage: &Passage| -> ReadingSpan {
            let reading = transcript.to_reading(passage.source);
            let fits = !passage.source.is_empty() && reading.of(&transcript.reading).is_some();
            if fits { reading } else { ReadingSpan::default() }
        };
        let pieces: Vec<_> = annotation.pieces().map(place).filter(|piece| !piece.is_empty()).collect();
        let mentions = annotation.mentions.iter().map(|mention| place(&mention.passage)).collect();
        let turn_at = |at: Option<Byte>| at.and_then(|at| transcript.turn_at(at));
        let turn = turn_at(pieces.first().map(|piece| piece.start()));
        let last_turn = turn_at(pieces.last().map(|piece| piece.end()));
        let annotation = Rc::clone(annotation);
        Self { id: id.clone(), annotation, pieces, mentions, turn, last_turn, words: OnceCell::new() }
    }

    /// The first byte of the reading text that it marks; `None` where its words were not found.
    #[must_use]
    pub fn start(&self) -> Option<Byte> {
        self.pieces.first().map(|piece| piece.start())
    }

    /// It, as the register compares it.
    pub(super) fn marked(&self) -> Marked<'_> {
        Marked { annotation: &self.annotation, pieces: &self.pieces, mentions: &self.mentions, turn: self.turn }
    }

    /// Its places from question to promise: what asks for it, its pieces, what else says it; each in the order of the
    /// text, with what it does for it. (Pieces do nothing for it, unless they stand in the closing list: they are it.)
    /// Those whose words were not found are left out.
    #[must_use]
    pub fn chain(&self, transcript: &Transcript) -> Vec<(Option<MentionRole>, ReadingSpan)> {
        let mentions = self.annotation.mentions.iter().zip(&self.mentions);
        let mentions = mentions.filter(|(_, span)| !span.is_empty()).map(|(mention, span)| (Some(mention.role), *span));
        let listed = |piece: ReadingSpan| transcript.is_listed(piece).then_some(MentionRole::Listed);
        let pieces = self.pieces.iter().map(|piece| (listed(*piece), *piece));
        let mut chain: Vec<_> = pieces.chain(mentions).collect();
        let link = |role: Option<MentionRole>| match role {
            Some(MentionRole::Asked) => 0,
            None => 1,
            Some(_) => 2,
        };
        chain.sort_by_key(|(role, span)| (link(*role), *span));
        chain
    }

    /// Where it stands in the list: in the order of the text.
    pub(super) fn place(&self) -> (&[ReadingSpan], &AnnotationId) {
        (&self.pieces, &self.id)
    }

    /// The blocks in which something of it is painted, by their index.
    #[must_use]
    pub fn blocks(&self, transcript: &Transcript) -> BTreeSet<usize> {
        let spans = self.pieces.iter().chain(&self.mentions).filter(|span| !span.is_empty());
        let paragraphs = spans.flat_map(|span| transcript.paragraphs_in(*span));
        paragraphs.map(|paragraph| transcript.block_of(Byte::at(paragraph).0)).collect()
    }
}

/// The annotations of a project in the order of the text.
pub(super) fn all(transcript: &Transcript, project: &Project) -> Vec<Rc<Entry>> {
    let entries = project.annotations().map(|(id, _, annotation)| Rc::new(Entry::of(transcript, id, annotation)));
    let mut entries: Vec<_> = entries.collect();
    entries.sort_by(|a, b| a.place().cmp(&b.place()));
    entries
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{Field, Message, PassageEdit, Tally, marks::paint, tests::Shell},
        *,
    };
    use crate::model::Kind;

    const SAMPLE: &str = include_str!("../../samples/commissiedebat.txt");

    /// Does something to the open transcript; which annotation and which words is left to chance.
    fn act(shell: &mut Shell, what: u8, at: usize, length: usize) {
        let entries = shell.desk().entries.clone();
        let some = entries.get(at % entries.len().max(1)).map(|entry| entry.id.clone());
        let reading = &shell.desk().transcript.reading;
        let start = reading.ceil_char_boundary(at % reading.len());
        let end = reading.ceil_char_boundary(start + length);
        let words = (start < end).then(|| ReadingSpan::new(start..end));
        match (what, some) {
            (0, _) => shell.send(Message::UndoSteps(1)),
            (1, _) => shell.send(Message::RedoSteps(1)),
            (2, Some(id)) => shell.send(Message::Erase(id)),
            (5, Some(id)) => shell.send(Message::Edit(id, Field::Tags(["kust", "haven, kust", ""][at % 3].into()))),
            (3 | 4, Some(id)) => {
                shell.send(Message::Selected(words));
                let edit = if what == 3 { PassageEdit::AddPiece } else { PassageEdit::AddMention };
                shell.send(Message::Passages(id, edit));
            }
            _ => {
                shell.send(Message::Selected(words));
                shell.send(Message::Mark(if at.is_multiple_of(2) { Kind::Claim } else { Kind::Commitment }));
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn what_is_shown_after_each_act_is_what_would_be_shown_anew(
            acts in prop::collection::vec((0..10_u8, any::<u16>(), 1..900_usize), 1..25),
        ) {
            let mut shell = Shell::new();
            shell.send(Message::OpenText(SAMPLE.into()));
            for (what, at, length) in acts {
                act(&mut shell, what, at.into(), length);
                let desk = shell.desk();
                let anew = all(&desk.transcript, &desk.project);
                let without_words = |entries: &[Rc<Entry>]| -> Vec<_> {
                    entries.iter().map(|entry| (entry.id.clone(), entry.annotation.clone(), entry.pieces.clone(), entry.mentions.clone(), entry.turn, entry.last_turn)).collect()
                };
                prop_assert_eq!(without_words(&desk.entries), without_words(&anew));
                prop_assert_eq!(&desk.marks[..], &paint(&desk.transcript, &anew, &[])[..]);
                prop_assert_eq!(&*desk.tally, &Tally::of(&desk.transcript, &anew));
                for kind in [Kind::Claim, Kind::Commitment] {
                    prop_assert_eq!(desk.count(&kind), anew.iter().filter(|entry| entry.annotation.kind() == kind).count());
                }
                for entry in &*desk.entries {
                    prop_assert!(desk.entry(&entry.id).is_some_and(|found| Rc::ptr_eq(found, entry)));
                }
            }
        }
    }
}
