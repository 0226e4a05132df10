//! A project's state is a map with stamps, and an edit puts one stamped value into it.
//!
//! Of two values for the same key the one with the later stamp counts. So applying a set of edits in any order,
//! any number of times, gives the same state; that one rule carries the log, two tabs, undo, and merging.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    fmt,
    rc::Rc,
    str::FromStr,
};

use super::{Annotation, AnnotationId, Codebook, Correction, CorrectionKey, Corrections, KindEntry, KindId, Meeting};

/// Who made an edit: one page load of one browser. Random, so that no two are the same.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Replica(pub u64);

impl fmt::Debug for Replica {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// When an edit was made, in a time that every replica agrees on: a counter that is always above every stamp seen
/// (Lamport's logical clock), and the replica to settle ties. The default is before every real stamp.
///
/// As text: the counter, a hyphen, the replica in 16 hexadecimal digits.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// The logical clock.
    pub clock: u64,
    /// The replica.
    pub replica: Replica,
}

impl Stamp {
    /// The highest clock that a file may bring, so that there is room above it for every edit to come.
    pub const MAX_CLOCK: u64 = 1 << 53;
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:016x}", self.clock, self.replica.0)
    }
}

impl fmt::Debug for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Stamp {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (clock, replica) = text.split_once('-').ok_or(())?;
        if replica.len() != 16 || clock.starts_with('+') || replica.starts_with('+') {
            return Err(());
        }
        let clock = clock.parse().map_err(|_| ())?;
        let replica = Replica(u64::from_str_radix(replica, 16).map_err(|_| ())?);
        Ok(Self { clock, replica })
    }
}

/// A value for one key of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The annotation with this identifier is this; `None` takes it away.
    Annotation(AnnotationId, Option<Rc<Annotation>>),
    /// The user's own title for the transcript; empty for none.
    Title(String),
    /// The reading is corrected so.
    Correction(Correction),
    /// The codebook describes this kind so; `None` takes it out.
    Kind(KindId, Option<KindEntry>),
}

/// What a change gives a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// An annotation.
    Annotation(AnnotationId),
    /// The title.
    Title,
    /// A place or a name of the reading.
    Correction(CorrectionKey),
    /// A kind of the codebook.
    Kind(KindId),
}

impl Change {
    /// The key that is given a value.
    #[must_use]
    pub fn key(&self) -> Key {
        match self {
            Self::Annotation(id, _) => Key::Annotation(id.clone()),
            Self::Title(_) => Key::Title,
            Self::Correction(correction) => Key::Correction(correction.key()),
            Self::Kind(id, _) => Key::Kind(id.clone()),
        }
    }
}

/// A change with its stamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// When, and by whom.
    pub stamp: Stamp,
    /// What.
    pub change: Change,
}

/// A value and the stamp of the edit that put it there.
type Stamped<T> = (Stamp, T);

/// The state of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Project {
    annotations: BTreeMap<AnnotationId, Stamped<Option<Rc<Annotation>>>>,
    title: Stamped<String>,
    corrections: BTreeMap<CorrectionKey, Stamped<Correction>>,
    kinds: BTreeMap<KindId, Stamped<Option<KindEntry>>>,
    /// The highest clock seen.
    clock: u64,
}

impl Project {
    /// Applies an edit; says whether anything changed, which an edit older than the present value does not do.
    pub fn apply(&mut self, edit: &Edit) -> bool {
        self.saw(edit.stamp);
        match &edit.change {
            Change::Annotation(id, value) => put_or_take(&mut self.annotations, id, edit.stamp, value.as_ref()),
            Change::Kind(id, value) => put_or_take(&mut self.kinds, id, edit.stamp, value.as_ref()),
            Change::Title(title) => put(&mut self.title, edit.stamp, title),
            Change::Correction(correction) => match self.corrections.entry(correction.key()) {
                Entry::Occupied(mut present) => put(present.get_mut(), edit.stamp, correction),
                Entry::Vacant(place) => {
                    let changes = *correction != Correction::as_found(place.key());
                    place.insert((edit.stamp, correction.clone()));
                    changes
                }
            },
        }
    }

    /// The change that would put the present value of `change`'s key back.
    #[must_use]
    pub fn present(&self, change: &Change) -> Change {
        match change {
            Change::Annotation(id, _) => Change::Annotation(id.clone(), self.annotation(id).cloned()),
            Change::Title(_) => Change::Title(self.title.1.clone()),
            Change::Kind(id, _) => {
                Change::Kind(id.clone(), self.kinds.get(id).and_then(|(_, present)| present.clone()))
            }
            Change::Correction(correction) => {
                let key = correction.key();
                let present = self.corrections.get(&key).map(|(_, present)| present.clone());
                Change::Correction(present.unwrap_or_else(|| Correction::as_found(&key)))
            }
        }
    }

    /// Notes that this stamp has been used, so that no later one is the same.
    pub fn saw(&mut self, stamp: Stamp) {
        self.clock = self.clock.max(stamp.clock);
    }

    /// A stamp after everything seen so far.
    #[must_use]
    pub fn next_stamp(&self, replica: Replica) -> Stamp {
        Stamp { clock: self.clock.saturating_add(1), replica }
    }

    /// The annotation with this identifier, unless it was deleted.
    #[must_use]
    pub fn annotation(&self, id: &AnnotationId) -> Option<&Rc<Annotation>> {
        self.annotations.get(id)?.1.as_ref()
    }

    /// The annotations that are not deleted, with their stamps, by identifier.
    pub fn annotations(&self) -> impl Iterator<Item = (&AnnotationId, Stamp, &Rc<Annotation>)> {
        self.annotations.iter().filter_map(|(id, (stamp, value))| Some((id, *stamp, value.as_ref()?)))
    }

    /// The identifiers of deleted annotations, with the stamps of their deletion.
    pub fn deleted(&self) -> impl Iterator<Item = (&AnnotationId, Stamp)> {
        self.annotations.iter().filter(|(_, (_, value))| value.is_none()).map(|(id, (stamp, _))| (id, *stamp))
    }

    /// The stamp of what is known about `key`, deleted or not.
    #[must_use]
    pub fn stamp(&self, key: &Key) -> Option<Stamp> {
        match key {
            Key::Annotation(id) => self.annotations.get(id).map(|(stamp, _)| *stamp),
            Key::Title => Some(self.title.0),
            Key::Correction(key) => self.corrections.get(key).map(|(stamp, _)| *stamp),
            Key::Kind(id) => self.kinds.get(id).map(|(stamp, _)| *stamp),
        }
    }

    /// The corrections of the reading, with their stamps; also those that were taken back.
    pub fn corrections(&self) -> impl Iterator<Item = (Stamp, &Correction)> {
        self.corrections.values().map(|(stamp, correction)| (*stamp, correction))
    }

    /// The kinds of the user's own, with their stamps; also those taken out.
    pub fn kinds(&self) -> impl Iterator<Item = (&KindId, Stamp, Option<&KindEntry>)> {
        self.kinds.iter().map(|(id, (stamp, value))| (id, *stamp, value.as_ref()))
    }

    /// The kinds of the user's own.
    #[must_use]
    pub fn codebook(&self) -> Codebook {
        self.kinds().filter_map(|(id, _, entry)| Some((id.clone(), entry?.clone()))).collect()
    }

    /// What the reader is to heed.
    #[must_use]
    pub fn reading(&self) -> Corrections {
        let mut corrections = Corrections::default();
        corrections.extend(self.corrections.values().map(|(_, correction)| correction));
        corrections
    }

    /// The user's title, and its stamp; empty where there is none.
    #[must_use]
    pub fn title(&self) -> (&str, Stamp) {
        (&self.title.1, self.title.0)
    }

    /// The title to show: the user's, or what the transcript says of the meeting.
    #[must_use]
    pub fn shown_title<'a>(&'a self, meeting: &'a Meeting) -> Option<&'a str> {
        let found = || meeting.title.as_deref().or(meeting.committees.first().map(String::as_str));
        Some(self.title.1.as_str()).filter(|own| !own.is_empty()).or_else(found)
    }

    /// The edits that make this state out of nothing.
    #[must_use]
    pub fn as_edits(&self) -> Vec<Edit> {
        let annotations = self
            .annotations
            .iter()
            .map(|(id, (stamp, value))| Edit { stamp: *stamp, change: Change::Annotation(id.clone(), value.clone()) });
        let title = (self.title.0 != Stamp::default())
            .then(|| Edit { stamp: self.title.0, change: Change::Title(self.title.1.clone()) });
        let corrections = self.corrections.values();
        let corrections =
            corrections.map(|(stamp, value)| Edit { stamp: *stamp, change: Change::Correction(value.clone()) });
        let kinds = self
            .kinds
            .iter()
            .map(|(id, (stamp, value))| Edit { stamp: *stamp, change: Change::Kind(id.clone(), value.clone()) });
        annotations.chain(title).chain(corrections).chain(kinds).collect()
    }
}

/// Puts a value, or its absence, under a key; says whether anything changed.
fn put_or_take<K: Clone + Ord, T: Clone + PartialEq>(
    map: &mut BTreeMap<K, Stamped<Option<T>>>,
    key: &K,
    stamp: Stamp,
    value: Option<&T>,
) -> bool {
    match map.entry(key.clone()) {
        Entry::Occupied(mut present) => put(present.get_mut(), stamp, &value.cloned()),
        Entry::Vacant(place) => place.insert((stamp, value.cloned())).1.is_some(),
    }
}

/// Puts `value` in place of `present` if its stamp is later.
fn put<T: Clone + PartialEq>(present: &mut Stamped<T>, stamp: Stamp, value: &T) -> bool {
    if stamp <= present.0 {
        return false;
    }
    let changed = present.1 != *value;
    *present = (stamp, value.clone());
    changed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn annotation(summary: &str) -> Rc<Annotation> {
        let annotation =
            Annotation::new(crate::model::Kind::Claim, crate::model::Passage::default(), jiff::Timestamp::UNIX_EPOCH);
        Rc::new(Annotation { summary: summary.to_owned(), ..annotation })
    }

    fn edits() -> impl Strategy<Value = Vec<Edit>> {
        let edit = (1..6u64, 0..3u64, 0..5u8, "[ab]").prop_map(|(clock, replica, key, title)| {
            let change = match key {
                0 => Change::Title(format!("{title}{clock}{replica}")),
                3 => Change::Correction(Correction::Decoding(clock % 2 == 0)),
                4 => Change::Kind(
                    crate::model::KindId::from_random(0),
                    (clock % 2 == 0).then(|| KindEntry {
                        name: title.clone(),
                        key: None,
                        colour: crate::model::Colour::Blue,
                        help: String::new(),
                    }),
                ),
                _ => Change::Annotation(
                    AnnotationId::from_random(key.into()),
                    (clock % 2 == 0).then(|| annotation(&title)),
                ),
            };
            Edit { stamp: Stamp { clock, replica: Replica(replica) }, change }
        });
        prop::collection::vec(edit, 0..20).prop_map(|mut edits| {
            // One replica never uses a stamp twice.
            edits.sort_by_key(|edit| edit.stamp);
            edits.dedup_by_key(|edit| edit.stamp);
            edits
        })
    }

    fn state<'a>(edits: impl IntoIterator<Item = &'a Edit>) -> Project {
        let mut project = Project::default();
        for edit in edits {
            project.apply(edit);
        }
        project
    }

    proptest! {
        #[test]
        fn in_whatever_order_and_however_often_edits_come_the_state_is_the_same(
            (edits, delivered) in edits().prop_flat_map(|edits| {
                // Each once at least, and some again.
                let again = prop::collection::vec(any::<prop::sample::Index>(), 0..10);
                let delivered = (Just(edits.clone()), again).prop_map(|(edits, again)| {
                    let again = again.iter().filter(|_| !edits.is_empty()).map(|index| index.get(&edits).clone());
                    edits.iter().cloned().chain(again).collect::<Vec<_>>()
                });
                (Just(edits), delivered.prop_shuffle())
            }),
        ) {
            let expected = state(&edits);
            prop_assert_eq!(&state(&delivered), &expected);
            let rebuilt = state(&expected.as_edits());
            prop_assert_eq!(rebuilt.as_edits(), expected.as_edits());
        }
    }

    #[test]
    fn stamps_are_read_as_written_and_nothing_else() {
        let stamp = Stamp { clock: 12, replica: Replica(0xab) };
        assert_eq!(stamp.to_string().parse(), Ok(stamp));
        for bad in ["", "12", "-00000000000000ab", "+1-00000000000000ab", "1-ab", "1-+0000000000000ab"] {
            assert_eq!(bad.parse::<Stamp>(), Err(()), "{bad}");
        }
    }
}
