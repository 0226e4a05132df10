//! Carries out what the state wants done.

use gloo_timers::callback::Timeout;

use super::{
    super::{
        quote, selection, view,
        work::{Work, gently},
    },
    App,
};
use crate::{
    app::{Effect, Message, ReadSource, View, gather},
    journal::Packed,
    platform,
    text::Byte,
};

/// How long after work could not be saved it is tried again, in milliseconds.
const SAVE_AGAIN_MS: u32 = 3_000;

/// How long after a change in the store the open commitments are gathered anew, in milliseconds.
const GATHER_MS: u32 = 1_000;

impl App {
    /// Carries out an effect, now or after drawing, and gives the answer.
    pub(super) fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::List => Some(self.listed()),
            Effect::GatherLater => {
                let send = self.send.clone();
                self.gather_later = Some(Timeout::new(GATHER_MS, move || send.emit(Message::GatherNow)));
                None
            }
            Effect::Gather => {
                let (journal, send) = (self.journal.clone(), self.send.clone());
                let pace = self.gathering.insert(Work::default()).pace(&self.tell_progress, 0.0..1.0);
                platform::spawn(async move { send.emit(Message::Gathered(gather(&journal, &pace).await)) });
                None
            }
            Effect::Load(id) => {
                let (journal, send) = (self.journal.clone(), self.send.clone());
                self.work = None;
                let pace = self.pace(0.0..0.4);
                platform::spawn(async move {
                    let opened = journal.open_paced(&id, &pace).await.map(|opened| opened.map(Box::new));
                    let view = journal.view(&id).ok().flatten();
                    send.emit(Message::Loaded(id, opened, view));
                });
                None
            }
            Effect::Read { id, source, project, sha256 } => {
                let send = self.send.clone();
                let pace = self.pace(0.4..1.0);
                platform::spawn(async move {
                    let read = ReadSource::new(&source, &project, sha256, &pace).await;
                    send.emit(Message::Read(id, Box::new(read)));
                });
                None
            }
            Effect::Pack { id, source } => {
                let send = self.send.clone();
                // Whatever else is done meanwhile: it is to be kept.
                let pace = gently();
                let pace = async move |share| {
                    pace(share).await;
                };
                platform::spawn(async move { send.emit(Message::Packed(id, Packed::new(&source, &pace).await)) });
                None
            }
            Effect::Save { id, source, records, card } => {
                let (written, error) = self.journal.save(&id, source.as_ref(), &records, &card);
                // With the first work of the user, and not before: a browser may ask them.
                if written > 0 && !std::mem::replace(&mut self.asked_to_keep, true) {
                    platform::ask_to_keep();
                }
                Some(Message::Saved(id, written, error))
            }
            Effect::SaveLater => {
                let send = self.send.clone();
                self.save_later = Some(Timeout::new(SAVE_AGAIN_MS, move || send.emit(Message::SaveAgain)));
                None
            }
            Effect::NoteExport(id, now) => {
                // At worst one is reminded too early.
                let _ = self.journal.note_export(id.as_ref(), now);
                None
            }
            Effect::UseRelease => {
                platform::use_release();
                None
            }
            Effect::Delete(id) => {
                let deleted = self.journal.delete(&id);
                Some(Message::Deleted(id, deleted))
            }
            Effect::BackUp => Some(Message::BackedUp(self.journal.backup())),
            Effect::Restore(json) => Some(Message::Restored(self.journal.restore(&json))),
            Effect::KeepSettings(settings) => {
                // A setting that cannot be kept holds until the page is closed; no work is lost by it.
                let _ = self.journal.set_settings(&settings);
                None
            }
            Effect::Go(route) => {
                self.address.go(&route);
                None
            }
            Effect::Readdress(route) => {
                self.address.show_later(route);
                None
            }
            Effect::CopyQuote(id) => {
                quote::copy(&self.catalog, &self.state, &id, &self.send);
                None
            }
            Effect::Download { name, text, media_type } => {
                platform::download(&name, &text, media_type);
                None
            }
            on_screen => {
                self.after_drawing.push(on_screen);
                None
            }
        }
    }

    /// What the store has.
    fn listed(&self) -> Message {
        Message::Listed(self.journal.list(), self.journal.usage().unwrap_or_default())
    }

    /// The pace for a part of the work of opening, which goes on or begins now.
    fn pace(&mut self, part: std::ops::Range<f64>) -> impl AsyncFn(f64) + use<> {
        self.work.get_or_insert_default().pace(&self.tell_progress, part)
    }

    /// Carries out an effect that concerns what is on the screen.
    pub(super) fn show(&self, effect: Effect) {
        match (effect, self.state.desk().map(|desk| &*desk.transcript)) {
            (Effect::Announce(text), _) => view::say(self.catalog.text(text)),
            (Effect::Reveal(id), Some(transcript)) => {
                let start = self.state.desk().and_then(|desk| desk.entry(&id)?.start());
                let paragraph =
                    start.map(|start| transcript.paragraphs.partition_point(|text| text.text.end() <= start));
                view::reveal(&id, paragraph.map(|paragraph| Byte::at(paragraph).0));
            }
            (Effect::ShowCard(id), _) => view::reveal(&id, None),
            (Effect::ScrollTo(paragraph, offset), _) => view::scroll_to(View { paragraph, offset }),
            (Effect::Focus(target), _) => view::focus(&target),
            (Effect::Begin(target), _) if !platform::is_touched() => view::focus(&target),
            (Effect::Show(words), Some(transcript)) => selection::show(transcript, words),
            (Effect::Select(words), Some(transcript)) => selection::select(transcript, words),
            (Effect::ShowFound(words), Some(transcript)) => selection::show_found(transcript, words),
            (Effect::Follow, _) => selection::follow(),
            // Browsers for which a field has the selection as well as the focus would take both from it.
            (Effect::PlaceCaret(_), _) if view::is_typing() && !selection::is_in_transcript() => {}
            (Effect::PlaceCaret(at), Some(transcript)) => selection::place_caret(transcript, at),
            _ => {}
        }
    }
}
