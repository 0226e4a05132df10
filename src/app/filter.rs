//! Which annotations the list shows, and under which headings.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::{Desk, Entry};
use crate::model::{
    AnnotationId, Body, CheckState, CommitmentStatus, Kind, Speaker, SpeakerIndex, Transcript, TurnIndex, named,
};

/// Which annotations the list shows: those for which all of it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<Kind>,
    /// Commitments of which this became.
    pub status: Option<CommitmentStatus>,
    /// Claims that have been checked so far.
    pub check: Option<CheckState>,
    /// In a turn of this speaker.
    pub speaker: Option<SpeakerIndex>,
    /// In a turn of a speaker of this party.
    pub party: Option<String>,
    /// With this tag.
    pub tag: Option<String>,
    /// Commitments without a date by which they are to be kept.
    pub without_date: bool,
}

impl Filter {
    /// Whether it shows an annotation.
    #[must_use]
    pub fn shows(&self, transcript: &Transcript, entry: &Entry) -> bool {
        if *self == Self::default() {
            return true;
        }
        let annotation = &entry.annotation;
        let speaker = || entry.speaker(transcript);
        let (status, check) = match &annotation.body {
            Body::Commitment(commitment) => (Some(commitment.status), None),
            Body::Claim(claim) => (None, Some(claim.check)),
            Body::Own(_) => (None, None),
        };
        let lacks_date = || matches!(&annotation.body, Body::Commitment(commitment) if commitment.due_date.is_none());
        self.kind.as_ref().is_none_or(|kind| annotation.kind() == *kind)
            && self.status.is_none_or(|wanted| status == Some(wanted))
            && self.check.is_none_or(|wanted| check == Some(wanted))
            && self.speaker.is_none_or(|wanted| entry.speaker_index(transcript) == Some(wanted))
            && self.party.as_ref().is_none_or(|party| speaker().is_some_and(|who| who.party.as_ref() == Some(party)))
            && self.tag.as_ref().is_none_or(|tag| annotation.tags.contains(tag))
            && (!self.without_date || lacks_date())
    }

    /// How many conditions it makes besides the kind.
    #[must_use]
    pub fn conditions(&self) -> usize {
        let conditions = [
            self.status.is_some(),
            self.check.is_some(),
            self.speaker.is_some(),
            self.party.is_some(),
            self.tag.is_some(),
            self.without_date,
        ];
        conditions.into_iter().filter(|made| *made).count()
    }
}

named! {
    /// What the list is grouped by. Within a group the order is that of the text.
    Grouping {
        /// Nothing.
        Text = "text",
        /// The turn in which it begins.
        Turn = "turn",
        /// Who speaks there.
        Speaker = "speaker",
        /// What became of a commitment, or how far a claim has been checked.
        Status = "status",
    }
}

/// What the annotations of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKey {
    /// Nothing.
    All,
    /// They begin in this turn.
    Turn(TurnIndex),
    /// This speaker says them.
    Speaker(SpeakerIndex),
    /// Commitments of which this became.
    Status(CommitmentStatus),
    /// Claims that have been checked so far.
    Check(CheckState),
    /// They have nothing of that sort.
    None,
}

/// Annotations under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they have in common.
    pub key: GroupKey,
    /// They, in the order of the text.
    pub entries: Vec<Rc<Entry>>,
}

/// The annotations that `is_shown` wants, in groups.
#[must_use]
pub fn groups(
    transcript: &Transcript,
    entries: &[Rc<Entry>],
    grouping: Grouping,
    is_shown: impl Fn(&Entry) -> bool,
) -> Vec<Group> {
    let mut groups: BTreeMap<GroupKey, Vec<Rc<Entry>>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| is_shown(entry)) {
        let key = match (grouping, &entry.annotation.body) {
            (Grouping::Text, _) => GroupKey::All,
            (Grouping::Turn, _) => entry.turn.map_or(GroupKey::None, GroupKey::Turn),
            (Grouping::Speaker, _) => entry.speaker_index(transcript).map_or(GroupKey::None, GroupKey::Speaker),
            (Grouping::Status, Body::Commitment(commitment)) => GroupKey::Status(commitment.status),
            (Grouping::Status, Body::Claim(claim)) => GroupKey::Check(claim.check),
            (Grouping::Status, Body::Own(_)) => GroupKey::None,
        };
        groups.entry(key).or_default().push(Rc::clone(entry));
    }
    groups.into_iter().map(|(key, entries)| Group { key, entries }).collect()
}

impl Entry {
    /// Who speaks where it begins.
    #[must_use]
    pub fn speaker_index(&self, transcript: &Transcript) -> Option<SpeakerIndex> {
        transcript.turn(self.turn?).speaker
    }

    /// Who speaks where it begins.
    #[must_use]
    pub fn speaker<'a>(&self, transcript: &'a Transcript) -> Option<&'a Speaker> {
        transcript.speaker(transcript.turn(self.turn?))
    }
}

impl Desk {
    /// The annotations that the list shows, from its top to its end.
    pub(super) fn listed(&self) -> impl Iterator<Item = Rc<Entry>> {
        let found = self.found_ids();
        let is_shown = |entry: &Entry| {
            self.filter.shows(&self.transcript, entry) && found.is_none_or(|found| found.contains(&entry.id))
        };
        groups(&self.transcript, &self.entries, self.grouping, is_shown).into_iter().flat_map(|group| group.entries)
    }

    /// While something is looked for, the annotations that it is in.
    #[must_use]
    pub fn found_ids(&self) -> Option<&Rc<BTreeSet<AnnotationId>>> {
        self.search.as_ref()?.annotations.as_ref()
    }
}
