//! How many annotations there are of each kind, of each speaker, with each tag and at each place. It is kept and not
//! counted anew: counting takes the longer the more there are, and an act changes one or two.

use std::{collections::BTreeMap, rc::Rc};

use super::{Entry, MarkedRows};
use crate::model::{Kind, SpeakerIndex, Transcript};

/// How many annotations there are of what there are any of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Of each kind.
    pub kinds: BTreeMap<Kind, usize>,
    /// In the turns of each speaker.
    pub speakers: BTreeMap<SpeakerIndex, usize>,
    /// With each tag.
    pub tags: BTreeMap<String, usize>,
    /// In each row of the map.
    pub rows: MarkedRows,
}

impl Tally {
    /// Counts `entries`.
    #[must_use]
    pub fn of(transcript: &Transcript, entries: &[Rc<Entry>]) -> Self {
        let mut tally = Self::default();
        for entry in entries {
            tally.add(transcript, entry);
        }
        tally
    }

    /// How many there are of `kind`.
    #[must_use]
    pub fn kind(&self, kind: &Kind) -> usize {
        self.kinds.get(kind).copied().unwrap_or_default()
    }

    /// How many mark what `speaker` says.
    #[must_use]
    pub fn speaker(&self, speaker: SpeakerIndex) -> usize {
        self.speakers.get(&speaker).copied().unwrap_or_default()
    }

    pub(super) fn add(&mut self, transcript: &Transcript, entry: &Entry) {
        *self.kinds.entry(entry.annotation.kind()).or_default() += 1;
        self.rows.add(transcript, entry);
        if let Some(speaker) = entry.speaker_index(transcript) {
            *self.speakers.entry(speaker).or_default() += 1;
        }
        for tag in &entry.annotation.tags {
            // Most are there already: looked for before a copy is made.
            match self.tags.get_mut(tag) {
                Some(count) => *count += 1,
                None => _ = self.tags.insert(tag.clone(), 1),
            }
        }
    }

    /// Takes back an entry that was added.
    pub(super) fn remove(&mut self, transcript: &Transcript, entry: &Entry) {
        one_less(&mut self.kinds, &entry.annotation.kind());
        self.rows.remove(transcript, entry);
        if let Some(speaker) = entry.speaker_index(transcript) {
            one_less(&mut self.speakers, &speaker);
        }
        for tag in &entry.annotation.tags {
            one_less(&mut self.tags, tag);
        }
    }
}

fn one_less<T: Ord>(counts: &mut BTreeMap<T, usize>, what: &T) {
    match counts.get_mut(what) {
        Some(count) if *count > 1 => *count -= 1,
        _ => drop(counts.remove(what)),
    }
}
