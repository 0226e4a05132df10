//! How much room the store has, and what takes it.

use std::collections::BTreeMap;

use super::{Backend, BackendError, Journal, split};
use crate::model::ProjectId;

/// How much a browser keeps for one site, in UTF-16 units, keys and values together. The standard leaves it open
/// (<https://html.spec.whatwg.org/multipage/webstorage.html>); this is what browsers have been seen to take.
pub const ROOM: usize = 5 << 20;

/// What the store holds, in UTF-16 units of keys and values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    projects: BTreeMap<ProjectId, usize>,
    rest: usize,
}

impl Usage {
    /// How much of the room is taken, in percent, at most 100.
    #[must_use]
    pub fn percent(&self) -> usize {
        percent(self.projects.values().sum::<usize>() + self.rest)
    }

    /// How much of the room a project takes, in percent.
    #[must_use]
    pub fn percent_of(&self, id: &ProjectId) -> usize {
        percent(self.projects.get(id).copied().unwrap_or_default())
    }
}

/// Rounded up: what takes room takes some.
fn percent(units: usize) -> usize {
    (units * 100).div_ceil(ROOM).min(100)
}

impl<B: Backend> Journal<B> {
    /// What takes the room of the store.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn usage(&self) -> Result<Usage, BackendError> {
        let mut usage = Usage::default();
        for key in self.backend.keys()? {
            let units = key.encode_utf16().count() + self.backend.units(&key)?;
            let id = split(&key).and_then(|(id, _)| id.parse().ok());
            *id.map_or(&mut usage.rest, |id| usage.projects.entry(id).or_default()) += units;
        }
        Ok(usage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{Card, Memory, PREFIX, Packed};

    #[test]
    fn what_takes_the_room_is_told_by_transcript() {
        let (memory, id, other) = (Memory::default(), ProjectId::from_random(1), ProjectId::from_random(2));
        let journal = Journal::new(&memory);
        assert_eq!(journal.usage(), Ok(Usage::default()));
        let source = Packed::at_once("De voorzitter:\nDank.");
        assert_eq!(journal.save(&id, Some(&source), &[], &Card::default()).1, None);
        memory.set(&format!("{PREFIX}t:{other}:source"), &"€".repeat(ROOM / 4)).unwrap();
        let usage = journal.usage().unwrap();
        assert_eq!((usage.percent_of(&id), usage.percent_of(&other), usage.percent()), (1, 26, 26));
        let (keys, values) = memory.keys().unwrap().iter().fold((0, 0), |(keys, values), key| {
            (keys + key.len(), values + memory.get(key).unwrap().unwrap().chars().count())
        });
        assert_eq!(usage.projects.values().sum::<usize>() + usage.rest, keys + values);
    }
}
