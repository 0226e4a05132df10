//! Whether the work is in the store, and what is done while it is not.

use jiff::Timestamp;

use super::{Desk, Effect, Notice, Screen, State, desk::Keeping, notice::Offer};
use crate::{
    i18n::Text,
    journal::{BackendError, Packed},
    model::ProjectId,
};

/// Whether everything is in the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// It is.
    #[default]
    All,
    /// It is on its way there.
    Going,
    /// It is not, for this reason.
    Not(BackendError),
    /// It was, and another tab has deleted it.
    Gone,
}

impl SaveState {
    /// Whether something stands in the way of saving.
    #[must_use]
    pub fn is_failed(&self) -> bool {
        matches!(self, Self::Not(_) | Self::Gone)
    }

    /// What the page says of it.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::All => Text::new("saved"),
            Self::Going => Text::new("saving"),
            Self::Not(error) => error.into(),
            Self::Gone => Text::new("not-saved-gone"),
        }
    }
}

impl State {
    /// The source of a project is ready to be written.
    pub(super) fn packed(&mut self, id: &ProjectId, packed: Packed, now: Timestamp) -> Vec<Effect> {
        let Some(desk) = self.desk_of(id) else { return Vec::new() };
        desk.keeping = Keeping::Packed(packed);
        save(desk, now).into_iter().collect()
    }

    /// So many records were written, and this stopped the others.
    pub(super) fn wrote(&mut self, id: &ProjectId, written: usize, error: Option<BackendError>) -> Vec<Effect> {
        if let Some(desk) = self.desk_of(id) {
            if error.is_none() || written > 0 {
                desk.keeping = Keeping::Stored;
            }
            desk.saved(written);
        }
        let waiting = self.parked.len();
        self.parked.retain(Desk::is_unsaved);
        // What was counted in memory is in the store from now on.
        let again = if self.parked.len() < waiting { self.gather_again() } else { Vec::new() };
        // A store that is full or does not answer may do so later; one that is denied will not.
        let later = matches!(error, Some(BackendError::Full | BackendError::Failed(_))).then_some(Effect::SaveLater);
        let now = match error {
            Some(error) => SaveState::Not(error),
            // Another transcript may still wait for room.
            None if self.is_unsaved() => self.saved.clone(),
            None => SaveState::All,
        };
        self.state_saved(now).into_iter().chain(later).chain(again).collect()
    }

    /// Says whether the work is saved, where that is news: what is not saved can be exported at once.
    pub(super) fn state_saved(&mut self, now: SaveState) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.saved, now);
        if before == self.saved {
            return Vec::new();
        }
        // What was told of it before does not hold any more; whatever else was told does.
        let others = self.notice.take().map(|mut notice| {
            notice.texts.retain(|text| ![before.text(), self.saved.text()].contains(text));
            notice
        });
        if self.saved.is_failed() {
            let mut notice = Notice::problem(self.saved.text());
            notice.offer = Some(Offer::Export);
            notice.texts.extend(others.into_iter().flat_map(|others| others.texts));
            self.tell(notice);
            return Vec::new();
        }
        self.notice = others.filter(|others| !others.texts.is_empty());
        let again = before.is_failed().then(|| Effect::Announce(self.saved.text()));
        again.into_iter().collect()
    }

    /// Tries again to write what could not be written, wherever it is.
    pub(super) fn save_again(&mut self, now: Timestamp) -> Vec<Effect> {
        // What another tab has deleted is not to come back by itself.
        if !matches!(self.saved, SaveState::Not(_)) {
            return Vec::new();
        }
        let parked = self.parked.iter_mut().filter_map(|desk| save(desk, now));
        let mut effects: Vec<Effect> = parked.collect();
        effects.extend(self.save(now));
        effects
    }

    /// A project that is open, or waits for room.
    fn desk_of(&mut self, id: &ProjectId) -> Option<&mut Desk> {
        let on_screen = match &mut self.screen {
            Screen::Reading(desk) if desk.id == *id => Some(&mut **desk),
            _ => None,
        };
        on_screen.or_else(|| self.parked.iter_mut().find(|desk| desk.id == *id))
    }

    /// Writes what is not yet written of the open project.
    pub(super) fn save(&mut self, now: Timestamp) -> Option<Effect> {
        let Screen::Reading(desk) = &mut self.screen else { return None };
        let effect = save(desk, now);
        if desk.keeping == Keeping::Packing && self.saved == SaveState::All {
            self.saved = SaveState::Going;
        }
        effect
    }
}

/// The next step of writing what is not yet written: a source is packed first.
pub(super) fn save(desk: &mut Desk, now: Timestamp) -> Option<Effect> {
    if !desk.is_unsaved() {
        return None;
    }
    let source = match &desk.keeping {
        Keeping::Packing => return None,
        Keeping::Not => {
            desk.keeping = Keeping::Packing;
            return Some(Effect::Pack { id: desk.id.clone(), source: desk.transcript.source.clone() });
        }
        Keeping::Packed(packed) => Some(packed.clone()),
        Keeping::Stored => None,
    };
    Some(Effect::Save { id: desk.id.clone(), source, records: desk.unsaved.clone(), card: desk.card(now) })
}
