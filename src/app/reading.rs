//! What each message does to the transcript on the desk.

use super::{
    Desk, Effect, Entry, MAX_MARKED, Message, Moment, Notice, Panel, PassageEdit, Search, State, Target, Tone,
    state::Screen,
};
use crate::{
    i18n::Text,
    model::{AnnotationId, Correction, Kind, KindId, Origin, Proposal, Replica},
    text::Byte,
};

/// How far above a paragraph that was gone to the screen begins, in CSS pixels: over it stands who speaks.
pub(super) const ABOVE: i32 = -64;

impl State {
    pub(super) fn at_the_desk(&mut self, message: Message, moment: Moment) -> Vec<Effect> {
        let replica = self.replica;
        let Screen::Reading(desk) = &mut self.screen else { return Vec::new() };
        match message {
            Message::Selected(selection) => {
                desk.exact &= desk.selection.is_some();
                desk.selection = selection;
                Vec::new()
            }
            Message::Caret(caret) => {
                desk.caret = caret;
                Vec::new()
            }
            Message::SelectSentence => {
                let Some(sentences) = desk.next_sentences() else {
                    self.tell(Notice::info(vec![Text::new("no-caret")]));
                    return Vec::new();
                };
                (desk.selection, desk.exact) = (Some(sentences), false);
                vec![Effect::Select(sentences), Effect::Follow]
            }
            Message::ToTheLetter(exact) => {
                desk.exact = exact;
                Vec::new()
            }
            Message::WholeWords => {
                desk.exact = false;
                let words = desk.words_selected().filter(|words| desk.selection != Some(*words));
                desk.selection = words.or(desk.selection);
                words.map(Effect::Select).into_iter().collect()
            }
            Message::NextPassage(id) => {
                let show = |words| vec![Effect::Focus(Target::Transcript), Effect::Show(words)];
                desk.next_passage(&id).map(show).unwrap_or_default()
            }
            Message::Deselect => {
                let selection = desk.selection.take();
                selection.map(|span| Effect::PlaceCaret(span.end())).into_iter().collect()
            }
            Message::Activate(active) => {
                desk.choose(active.clone());
                active.map(Effect::Reveal).into_iter().collect()
            }
            Message::Leave => leave(desk),
            Message::Fill(id) => {
                desk.choose(Some(id.clone()));
                vec![Effect::Focus(Target::Summary(id))]
            }
            Message::CopyQuote(id) => vec![Effect::CopyQuote(id)],
            Message::Reveal(id) => vec![Effect::Reveal(id)],
            Message::Step(forward) => step(desk, forward),
            Message::Filter(filter) => {
                desk.filter = filter;
                Vec::new()
            }
            Message::OpenSearch | Message::Find(..) | Message::FindStep(_) | Message::CloseSearch => {
                searched(desk, message)
            }
            Message::GoTo(paragraph) => {
                let Some(place) = desk.transcript.paragraphs.get(paragraph as usize) else { return Vec::new() };
                let start = place.text.start();
                desk.unhide(start);
                vec![Effect::ScrollTo(paragraph, ABOVE), Effect::PlaceCaret(start)]
            }
            Message::Only(speaker, here) => {
                desk.only = speaker;
                let told = if speaker.is_some() { "only-shown" } else { "all-shown" };
                let place = here.map(|here| desk.shown_from(here));
                let told = Effect::Announce(Text::new(told));
                place.map(|place| Effect::ScrollTo(place, ABOVE)).into_iter().chain([told]).collect()
            }
            Message::ShowRegister(shown, here) => {
                desk.left_at = here.or(desk.left_at);
                self.show_register(shown)
            }
            Message::Register(view) => {
                desk.register = view;
                Vec::new()
            }
            Message::Group(grouping) => {
                desk.grouping = grouping;
                Vec::new()
            }
            change => {
                // What was good to know has been read when the work goes on.
                if self.notice.as_ref().is_some_and(|notice| notice.tone == Tone::Info) {
                    self.notice = None;
                }
                let (effects, correcting) = match change {
                    Message::BeginTurn => {
                        let turn = desk.begin_turn(replica);
                        (vec![Effect::Announce(Text::new("reading-corrected"))], turn)
                    }
                    change => (changed(desk, change, moment, replica), None),
                };
                if correcting.is_some() || matches!(self.panel, Some(Panel::Turn(_))) {
                    self.panel = correcting.map(Panel::Turn);
                }
                let save = self.save(moment.now);
                save.into_iter().chain(effects).collect()
            }
        }
    }
}

/// From the chosen annotation back to the transcript, where reading goes on behind its words.
fn leave(desk: &mut Desk) -> Vec<Effect> {
    let entry = desk.active.take().and_then(|id| desk.entry(&id).cloned());
    let caret = entry.and_then(|entry| entry.pieces.first().map(|piece| Effect::PlaceCaret(piece.end())));
    [Effect::Focus(Target::Transcript)].into_iter().chain(caret).collect()
}

/// A message about looking for something.
fn searched(desk: &mut Desk, message: Message) -> Vec<Effect> {
    let focus = match message {
        Message::OpenSearch => {
            desk.open_search();
            Some(Effect::Focus(Target::Find))
        }
        Message::Find(query, is_pattern) => {
            desk.find(query, is_pattern);
            None
        }
        Message::FindStep(forward) => {
            desk.step_search(forward);
            None
        }
        _ => {
            let place = desk.search.take().and_then(|search| search.place());
            desk.selection = place.or(desk.selection);
            // In this order: Firefox lets go of the selection when the focus leaves a field.
            return [Effect::Focus(Target::Transcript)].into_iter().chain(place.map(Effect::Select)).collect();
        }
    };
    let place = desk.search.as_ref().and_then(Search::place);
    if let Some(place) = place {
        desk.unhide(place.start());
    }
    place.map(Effect::ShowFound).into_iter().chain(focus).collect()
}

/// A message that changes the project.
fn changed(desk: &mut Desk, message: Message, moment: Moment, replica: Replica) -> Vec<Effect> {
    match message {
        Message::Mark(kind) => {
            let end = desk.selection.map(crate::text::Span::end);
            let id = AnnotationId::from_random(moment.random);
            let Some(id) = desk.mark(kind.clone(), id, moment.now, replica) else { return Vec::new() };
            desk.choose(Some(id.clone()));
            let told = match &kind {
                Kind::Claim => Text::new("claim-marked"),
                Kind::Commitment => Text::new("commitment-marked"),
                Kind::Own(own) => {
                    let name = desk.codebook.get(own).map_or_else(|| own.to_string(), |entry| entry.name.clone());
                    Text::new("kind-marked").with("kind", name)
                }
            };
            let told = Effect::Announce(told.with("number", desk.place_in_kind(&id)).with("count", desk.count(&kind)));
            // The caret last: where a field has the focus, there may be no selection left in the transcript.
            [Effect::Reveal(id.clone()), told, Effect::Begin(Target::Summary(id))]
                .into_iter()
                .chain(end.map(Effect::PlaceCaret))
                .collect()
        }
        Message::Edit(id, field) => {
            desk.edit(&id, field, moment.now, replica);
            Vec::new()
        }
        Message::AddKind(entry) => {
            let id = KindId::from_random(moment.random);
            desk.put_kind(id, Some(entry), replica);
            vec![Effect::Announce(Text::new("codebook-changed"))]
        }
        Message::PutKind(id, entry) => {
            let done = desk.put_kind(id, entry, replica);
            done.then(|| Effect::Announce(Text::new("codebook-changed"))).into_iter().collect()
        }
        Message::RenameTag(tag, name) => {
            let count = desk.rename_tag(&tag, &name, moment.now, replica);
            vec![Effect::Announce(Text::new("tag-renamed").with("count", count))]
        }
        Message::MarkFound(kind) => match desk.mark_found(&kind, moment.random, moment.now, replica) {
            Some((new, known)) => {
                let text = Text::new("found-marked").with("count", new).with("known", known);
                vec![Effect::Announce(text)]
            }
            None => vec![Effect::Announce(Text::new("found-too-many").with("limit", MAX_MARKED))],
        },
        Message::Passages(id, edit) => {
            let end = desk.selection.map(crate::text::Span::end);
            let done = desk.edit_passages(&id, edit, moment.now, replica);
            passages_changed(desk, id, edit, end, done)
        }
        Message::Accept(id, proposal) => {
            desk.accept(&id, &[proposal], moment.now, replica);
            Vec::new()
        }
        Message::AcceptAll(id) => {
            // A question is no field, and stands where it may not be seen.
            let done = desk.accept(&id, &[Proposal::To, Proposal::Due], moment.now, replica);
            let told = done.then(|| Effect::Announce(Text::new("proposals-accepted")));
            told.into_iter().chain(leave(desk)).collect()
        }
        Message::Decline(id, proposal) => {
            desk.decline(&id, proposal, moment.now, replica);
            Vec::new()
        }
        Message::Erase(id) => {
            desk.erase(&id, replica);
            vec![Effect::Focus(Target::Transcript), Effect::Announce(Text::new("annotation-deleted"))]
        }
        Message::Title(id, title) => {
            if desk.id == id {
                desk.retitle(title, replica);
            }
            Vec::new()
        }
        Message::Turn(index, edit) => {
            let corrections = desk.turn_edit(index, edit);
            corrected(desk, corrections, replica)
        }
        Message::Correct(correction) => corrected(desk, vec![correction], replica),
        Message::JoinItems(first, second) => corrected(desk, desk.join_items(first, second), replica),
        Message::ItemHere(item) => {
            let source = desk.words_selected().map(|words| desk.transcript.to_source(words));
            let correction = source.map(|source| Correction::Item(source, Some(item)));
            corrected(desk, correction.into_iter().collect(), replica)
        }
        Message::ListAs(id, item) => {
            let told = if item.is_some() { "listed-as" } else { "listed-not" };
            let done = desk.list_as(&id, item, moment.now, replica);
            done.then(|| Effect::Announce(Text::new(told))).into_iter().collect()
        }
        Message::MarkItem(item) => {
            let id = AnnotationId::from_random(moment.random);
            let Some(id) = desk.mark_item(item, id, moment.now, replica) else { return Vec::new() };
            desk.choose(Some(id.clone()));
            vec![Effect::Announce(Text::new("item-marked")), Effect::Begin(Target::Summary(id))]
        }
        Message::UndoSteps(steps) => travel(desk, Origin::Undo, steps, replica),
        Message::RedoSteps(steps) => travel(desk, Origin::Redo, steps, replica),
        _ => Vec::new(),
    }
}

/// Takes so many acts back, or does so many again, and tells the last of them.
fn travel(desk: &mut Desk, origin: Origin, steps: usize, replica: Replica) -> Vec<Effect> {
    let mut told = None;
    for _ in 0..steps {
        let (key, what) = match origin {
            Origin::Undo => ("undone", desk.done(1)),
            _ => ("redone", desk.undone(1)),
        };
        if desk.travel(origin, replica) {
            told = what.into_iter().next().map(|what| Effect::Announce(Text::new(key).with("what", what)));
        }
    }
    told.into_iter().collect()
}

/// What follows on a change of the passages of an annotation.
fn passages_changed(desk: &Desk, id: AnnotationId, edit: PassageEdit, end: Option<Byte>, done: bool) -> Vec<Effect> {
    let told = match edit {
        PassageEdit::AddPiece => "piece-added",
        PassageEdit::AddMention => "mention-added",
        PassageEdit::RemovePiece(_) | PassageEdit::RemoveMention(_) => "passage-removed",
        PassageEdit::MoveEdge { .. } | PassageEdit::StepEdge { .. } => "edge-moved",
        PassageEdit::Role(..) => return Vec::new(),
    };
    let Some(entry) = desk.entry(&id).filter(|_| done) else { return Vec::new() };
    let told = Effect::Announce(Text::new(told).with("words", entry.annotation.words()));
    let last = entry.annotation.mentions.len().saturating_sub(1);
    match edit {
        PassageEdit::AddMention => {
            let role = Effect::Begin(Target::Mention(id, last));
            end.map(Effect::PlaceCaret).into_iter().chain([told, role]).collect()
        }
        PassageEdit::MoveEdge { .. } => vec![told, Effect::Focus(Target::Transcript)],
        PassageEdit::AddPiece => end.map(Effect::PlaceCaret).into_iter().chain([told]).collect(),
        _ => vec![told],
    }
}

fn corrected(desk: &mut Desk, corrections: Vec<Correction>, replica: Replica) -> Vec<Effect> {
    let done = desk.correct(corrections, replica);
    done.then(|| Effect::Announce(Text::new("reading-corrected"))).into_iter().collect()
}

/// Chooses the next annotation of the list, or the one before, around the chosen one, or else around the caret. What was
/// selected elsewhere is not selected any more: keys that work on selected words must not work on what nobody sees.
fn step(desk: &mut Desk, forward: bool) -> Vec<Effect> {
    let listed: Vec<_> = desk.listed().collect();
    let Some(last) = listed.len().checked_sub(1) else { return Vec::new() };
    let active = desk.active.as_ref().and_then(|active| listed.iter().position(|entry| entry.id == *active));
    let behind =
        |entry: &std::rc::Rc<Entry>| entry.start().zip(desk.caret).is_some_and(|(start, caret)| start >= caret);
    let next = match (active, forward) {
        (None, true) => listed.iter().position(behind).unwrap_or(0),
        (None, false) => listed.iter().position(behind).unwrap_or(0).checked_sub(1).unwrap_or(last),
        (Some(at), true) => {
            if at == last {
                0
            } else {
                at + 1
            }
        }
        (Some(at), false) => at.checked_sub(1).unwrap_or(last),
    };
    let entry = &listed[next];
    let start = desk.selection.take().and(entry.start());
    desk.choose(Some(entry.id.clone()));
    let caret = start.map(Effect::PlaceCaret);
    caret.into_iter().chain([Effect::Reveal(entry.id.clone())]).collect()
}
