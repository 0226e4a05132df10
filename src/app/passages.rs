//! The passages of an annotation: its pieces and their edges, and its mentions.

use jiff::Timestamp;

use super::{Desk, selecting::whole_words};
use crate::{
    model::{Annotation, AnnotationId, Kind, Mention, MentionRole, Origin, Passage, Replica, TurnIndex},
    register::asked::asks_at_all,
    text::{Byte, Quote, ReadingSpan, SourceSpan},
};

/// An end of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Begin,
    /// Where it ends.
    End,
}

/// A change of the passages of an annotation. Pieces and mentions are counted from 0, in the annotation's own order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageEdit {
    /// The selected words are a further piece. One that they touch is stretched.
    AddPiece,
    /// A piece is no part of it; the only one always is.
    RemovePiece(usize),
    /// An edge of a piece is at this byte of the reading text; at the edge of a word, unless `exact`.
    MoveEdge {
        /// Which piece: the one that stands here.
        piece: ReadingSpan,
        /// Which end of it.
        edge: Edge,
        /// Where to.
        to: Byte,
        /// Whether a word may be cut.
        exact: bool,
    },
    /// An edge of a piece moves by a word.
    StepEdge {
        /// Which piece.
        piece: usize,
        /// Which end of it.
        edge: Edge,
        /// Towards the end of the text, or its beginning.
        forward: bool,
    },
    /// The selected words mention it.
    AddMention,
    /// What a mention does.
    Role(usize, MentionRole),
    /// A passage does not mention it.
    RemoveMention(usize),
}

impl Desk {
    /// The selected words: whole ones, unless the user wants them to the letter.
    pub(super) fn words_selected(&self) -> Option<ReadingSpan> {
        let span = self.selection?;
        Some(if self.exact { span } else { whole_words(&self.transcript.reading, span) })
    }

    /// The passage of a span; `None` where the span does not fit the text.
    pub(super) fn passage(&self, span: ReadingSpan) -> Option<Passage> {
        let quote = Quote::take(&self.transcript.reading, span)?;
        Some(Passage { source: self.transcript.to_source(span), quote })
    }

    /// Changes the passages of an annotation; says whether anything changed. Words that were needed are not selected
    /// any more.
    pub(super) fn edit_passages(
        &mut self,
        id: &AnnotationId,
        edit: PassageEdit,
        now: Timestamp,
        replica: Replica,
    ) -> bool {
        let changed = self.changed(id, now, |annotation| {
            // What cannot be done leaves the annotation as it is.
            let _ = self.change_passages(annotation, edit);
        });
        if matches!(edit, PassageEdit::AddPiece | PassageEdit::AddMention) {
            self.selection = None;
        }
        changed.map(|changed| self.act(Origin::Do, vec![changed], replica, None)).is_some()
    }

    fn change_passages(&self, annotation: &mut Annotation, edit: PassageEdit) -> Option<()> {
        let mut pieces: Vec<Passage> = annotation.pieces().cloned().collect();
        match edit {
            PassageEdit::AddPiece => pieces.push(self.passage(self.words_selected()?)?),
            PassageEdit::RemovePiece(at) if pieces.len() > 1 && at < pieces.len() => drop(pieces.remove(at)),
            PassageEdit::MoveEdge { piece, edge, to, exact } => {
                let moved = moved(piece, edge, to)?;
                let piece = pieces.iter_mut().find(|passage| self.place(passage) == Some(piece))?;
                let moved = if exact { moved } else { whole_words(&self.transcript.reading, moved) };
                *piece =
                    self.passage(moved.trimmed(&self.transcript.reading)).filter(|piece| !piece.source.is_empty())?;
            }
            PassageEdit::StepEdge { piece, edge, forward } => {
                let piece = pieces.get_mut(piece)?;
                let place = self.place(piece)?;
                let from = if edge == Edge::Begin { place.start() } else { place.end() };
                let to = next_stop(&self.transcript.reading, from, edge, forward)?;
                *piece = self.passage(moved(place, edge, to)?)?;
            }
            PassageEdit::AddMention => {
                let span = self.words_selected()?;
                let role = self.mention_role(annotation, span);
                let passage = self.passage(span)?;
                if annotation.mentions.iter().all(|mention| mention.passage.source != passage.source) {
                    annotation.mentions.push(Mention { role, passage });
                }
            }
            PassageEdit::Role(at, role) => annotation.mentions.get_mut(at)?.role = role,
            PassageEdit::RemoveMention(at) if at < annotation.mentions.len() => drop(annotation.mentions.remove(at)),
            // The only piece, or one that is not there.
            PassageEdit::RemovePiece(_) | PassageEdit::RemoveMention(_) => return None,
        }
        let mut pieces = self.joined(pieces)?.into_iter();
        annotation.passage = pieces.next()?;
        annotation.more = pieces.collect();
        Some(())
    }

    /// Where a passage stands in the reading text; `None` where its words were not found.
    fn place(&self, passage: &Passage) -> Option<ReadingSpan> {
        Some(self.transcript.to_reading(passage.source)).filter(|span| !span.is_empty())
    }

    /// The pieces in the order of the source, those that touch as one. Words that were not found come last.
    fn joined(&self, mut pieces: Vec<Passage>) -> Option<Vec<Passage>> {
        pieces.sort_by_key(|piece| (piece.source.is_empty(), piece.source));
        let mut joined: Vec<Passage> = Vec::new();
        for piece in pieces {
            match joined.last_mut() {
                Some(last) if !piece.source.is_empty() && piece.source.start() <= last.source.end() => {
                    let end = last.source.end().max(piece.source.end());
                    let whole = SourceSpan::new(last.source.start().index()..end.index());
                    if whole != last.source {
                        *last = self.passage(self.transcript.to_reading(whole))?;
                    }
                }
                _ => joined.push(piece),
            }
        }
        Some(joined)
    }

    /// What a passage most likely does for an annotation: it stands in the closing list; somebody else asks for it
    /// beforehand; it says the same.
    fn mention_role(&self, annotation: &Annotation, span: ReadingSpan) -> MentionRole {
        let turn = |span: ReadingSpan| self.transcript.turn_at(span.start());
        let asks = turn(span).zip(self.place(&annotation.passage).and_then(turn)).is_some_and(|(there, here)| {
            let speaker = |turn: TurnIndex| self.transcript.turn(turn).speaker;
            annotation.kind() == Kind::Commitment
                && there < here
                && speaker(there) != speaker(here)
                && asks_at_all(&self.transcript, there)
        });
        match self.transcript.is_listed(span) {
            true => MentionRole::Listed,
            false if asks => MentionRole::Asked,
            false => MentionRole::Repeat,
        }
    }

    /// The innermost annotation at the caret.
    pub(super) fn annotation_here(&self) -> Option<AnnotationId> {
        let caret = self.caret?;
        let is_here = |piece: &&ReadingSpan| piece.start() <= caret && caret <= piece.end();
        let here = self.entries.iter().filter_map(|entry| Some((entry.pieces.iter().find(is_here)?.len(), &entry.id)));
        here.min().map(|(_, id)| id.clone())
    }

    /// The passage of an annotation behind the caret: its pieces and mentions in turn, the first again behind the
    /// last.
    pub(super) fn next_passage(&self, id: &AnnotationId) -> Option<ReadingSpan> {
        let entry = self.entry(id)?;
        let mentions = entry.mentions.iter().filter(|mention| !mention.is_empty());
        let mut places: Vec<ReadingSpan> = entry.pieces.iter().chain(mentions).copied().collect();
        places.sort_unstable();
        let here = self.selection.map(crate::text::Span::start).or(self.caret);
        let next = places.iter().find(|place| here.is_none_or(|here| place.start() > here));
        next.or(places.first()).copied()
    }
}

/// `span` with an edge at `to`; `None` where nothing would be left.
fn moved(span: ReadingSpan, edge: Edge, to: Byte) -> Option<ReadingSpan> {
    let (start, end) = match edge {
        Edge::Begin => (to, span.end()),
        Edge::End => (span.start(), to),
    };
    (start < end).then(|| ReadingSpan::new(start.index()..end.index()))
}

/// The next place where an edge can stand: at the edge of a word, with the signs that touch it or without.
fn next_stop(text: &str, from: Byte, edge: Edge, forward: bool) -> Option<Byte> {
    let is_stop = |at: usize| {
        let (before, after) = (text[..at].chars().next_back(), text[at..].chars().next());
        let (inside, outside) = if edge == Edge::Begin { (after, before) } else { (before, after) };
        let Some(inside) = inside.filter(|inside| !inside.is_whitespace()) else { return false };
        outside.is_none_or(|c| c.is_whitespace() || inside.is_alphanumeric() && !c.is_alphanumeric())
    };
    let (before, after) = text.split_at_checked(from.index())?;
    let stop = if forward {
        after.char_indices().map(|(at, c)| from.index() + at + c.len_utf8()).find(|at| is_stop(*at))
    } else {
        before.char_indices().rev().map(|(at, _)| at).find(|at| is_stop(*at))
    };
    stop.map(Byte::at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{Message, tests::Shell},
        model::Kind,
    };

    const DEBATE: &str = "De voorzitter:\nGoedemorgen.\n\nDe heer Poel (Duin):\nWanneer komt de brief?\n\nMinister Ter Horst:\nDie brief stuur ik, voor de zomer. Dat \
                          zeg ik graag toe.\n\nMevrouw Aalst (Kust):\nDank. Voor de zomer dus.\n\nDe voorzitter:\nDank.\n";

    fn marked(words: &str) -> (Shell, AnnotationId) {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(DEBATE.into()));
        shell.select(words);
        shell.send(Message::Mark(Kind::Commitment));
        let id = shell.desk().active.clone().unwrap();
        (shell, id)
    }

    fn pieces(shell: &Shell, id: &AnnotationId) -> Vec<String> {
        let annotation = shell.desk().project.annotation(id).unwrap();
        annotation.pieces().map(|piece| piece.quote.exact.clone()).collect()
    }

    fn edit(shell: &mut Shell, id: &AnnotationId, edit: PassageEdit) {
        shell.send(Message::Passages(id.clone(), edit));
    }

    #[test]
    fn pieces_come_and_go_and_grow_together() {
        let (mut shell, id) = marked("zeg ik graag toe");
        shell.select("brief stuur");
        edit(&mut shell, &id, PassageEdit::AddPiece);
        assert_eq!(pieces(&shell, &id), ["brief stuur", "zeg ik graag toe"], "in the order of the text");
        shell.select("stuur ik");
        edit(&mut shell, &id, PassageEdit::AddPiece);
        assert_eq!(pieces(&shell, &id), ["brief stuur ik", "zeg ik graag toe"]);
        shell.send(Message::UndoSteps(1));
        assert_eq!(pieces(&shell, &id), ["brief stuur", "zeg ik graag toe"]);
        edit(&mut shell, &id, PassageEdit::RemovePiece(0));
        edit(&mut shell, &id, PassageEdit::RemovePiece(0));
        assert_eq!(pieces(&shell, &id), ["zeg ik graag toe"], "the last one stays");
        let shell = shell.reload();
        assert_eq!(pieces(&shell, &id), ["zeg ik graag toe"]);
    }

    #[test]
    fn edges_move_by_words() {
        let (mut shell, id) = marked("voor de zomer");
        let mut step = |edge, forward| {
            edit(&mut shell, &id, PassageEdit::StepEdge { piece: 0, edge, forward });
            pieces(&shell, &id).concat()
        };
        assert_eq!(step(Edge::End, true), "voor de zomer.", "the sign behind the word is a stop of its own");
        assert_eq!(step(Edge::End, true), "voor de zomer. Dat");
        assert_eq!(step(Edge::End, false), "voor de zomer.");
        assert_eq!(step(Edge::End, false), "voor de zomer");
        assert_eq!(step(Edge::Begin, false), "ik, voor de zomer");
        assert_eq!(step(Edge::Begin, true), "voor de zomer");
        for _ in 0..9 {
            step(Edge::Begin, true);
        }
        assert_eq!(step(Edge::End, false), "zomer", "something is always left");
    }

    #[test]
    fn edges_are_moved_to_words_or_to_the_letter() {
        let (mut shell, id) = marked("de zomer");
        let at = |shell: &Shell, words: &str| Byte::at(shell.desk().transcript.reading.find(words).unwrap());
        let piece = |shell: &Shell| shell.desk().entry(&id).unwrap().pieces[0];
        let to = at(&shell, "oor de zomer");
        let piece_now = piece(&shell);
        edit(&mut shell, &id, PassageEdit::MoveEdge { piece: piece_now, edge: Edge::Begin, to, exact: false });
        assert_eq!(pieces(&shell, &id), ["voor de zomer"]);
        let piece_now = piece(&shell);
        edit(&mut shell, &id, PassageEdit::MoveEdge { piece: piece_now, edge: Edge::Begin, to, exact: true });
        assert_eq!(pieces(&shell, &id), ["oor de zomer"]);
        let to = at(&shell, "Goedemorgen");
        let piece_now = piece(&shell);
        edit(&mut shell, &id, PassageEdit::MoveEdge { piece: piece_now, edge: Edge::End, to, exact: true });
        assert_eq!(pieces(&shell, &id), ["oor de zomer"], "an end does not go before its beginning");
    }

    #[test]
    fn mentions_are_added_changed_and_shown_in_turn() {
        let (mut shell, id) = marked("Die brief stuur ik");
        shell.select("Voor de zomer dus");
        edit(&mut shell, &id, PassageEdit::AddMention);
        edit(&mut shell, &id, PassageEdit::Role(0, MentionRole::Confirmation));
        let mentions = |shell: &Shell| shell.desk().project.annotation(&id).unwrap().mentions.clone();
        assert_eq!(mentions(&shell)[0].passage.quote.exact, "Voor de zomer dus");
        assert_eq!(mentions(&shell)[0].role, MentionRole::Confirmation);
        shell.select("Voor de zomer dus");
        edit(&mut shell, &id, PassageEdit::AddMention);
        assert_eq!(mentions(&shell).len(), 1, "it is one already");
        shell.select("Goedemorgen");
        edit(&mut shell, &id, PassageEdit::AddMention);
        assert_eq!(mentions(&shell)[1].role, MentionRole::Repeat, "the chair asks for nothing");
        edit(&mut shell, &id, PassageEdit::RemoveMention(1));
        shell.select("Wanneer komt de brief");
        edit(&mut shell, &id, PassageEdit::AddMention);
        assert_eq!(mentions(&shell)[1].role, MentionRole::Asked, "a member says it beforehand");
        edit(&mut shell, &id, PassageEdit::RemoveMention(1));
        let mut shown = Vec::new();
        shell.send(Message::Caret(Some(Byte(0))));
        for _ in 0..3 {
            shell.send(Message::NextPassage(id.clone()));
            let span = shell.shown.unwrap();
            shown.push(shell.desk().transcript.words(span).to_owned());
            shell.send(Message::Selected(Some(span)));
        }
        assert_eq!(shown, ["Die brief stuur ik", "Voor de zomer dus", "Die brief stuur ik"]);
        edit(&mut shell, &id, PassageEdit::RemoveMention(0));
        assert!(mentions(&shell).is_empty());
    }

    #[test]
    fn a_selection_means_whole_words_unless_it_is_wanted_to_the_letter() {
        let (mut shell, _) = marked("voor");
        shell.select("rie");
        shell.send(Message::WholeWords);
        let selected = |shell: &Shell| shell.desk().transcript.words(shell.desk().selection.unwrap()).to_owned();
        assert_eq!(selected(&shell), "brief");
        shell.select("rie");
        shell.send(Message::ToTheLetter(true));
        assert_eq!(selected(&shell), "rie");
        shell.send(Message::Mark(Kind::Claim));
        let id = shell.desk().active.clone().unwrap();
        assert_eq!(pieces(&shell, &id), ["rie"]);
    }
}
