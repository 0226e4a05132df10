//! The persons behind the headings.
//!
//! One person speaks under several labels: `De heer Van Oordt (Dijkpartij)`, and `De voorzitter` while in the chair;
//! `HOWARD K. PIKE, MODERATOR`, and from then on `MR. PIKE`. Two labels are one person where nothing speaks against it:
//! the names are the same, or one is the end of the other and of no other name besides; the parties and the forms of
//! address agree; and neither is a member of the government where the other is a member of the house. What the user
//! says of a person counts above all this.

use std::collections::HashMap;

use super::{dutch, titles};
use crate::{
    model::{Corrections, Label, LabelIndex, Person, Role, Speaker, SpeakerCorrection, SpeakerIndex, Transcript},
    text::Byte,
};

/// How many names with the same last word are compared with a new one: it bounds what a hostile text can cost.
const MAX_COMPARED: usize = 40;

/// How far "the same as" is followed.
const MAX_HOPS: usize = 8;

const OF_MEN: &[&str] = &["de heer", "dhr.", "mr", "mr.", "herr", "m.", "monsieur", "sir", "lord"];
const OF_WOMEN: &[&str] = &["mevrouw", "mevr.", "mw.", "mrs", "mrs.", "ms", "ms.", "miss", "frau", "mme", "madame"];

/// What the office of the chair is named with: `De voorzitter`, `The SPEAKER`.
const ARTICLES: &[&str] = &["de", "le", "la", "the", "der", "die", "an"];

/// How the chair is addressed, where that is also the heading.
const ADDRESSES: &[&str] = &[
    "mr speaker",
    "mr. speaker",
    "madam speaker",
    "mr deputy speaker",
    "mr. deputy speaker",
    "madam deputy speaker",
    "m. le président",
    "mme la présidente",
];

/// Whom a turn names.
pub(super) enum Named<'a> {
    Nobody,
    /// A heading, and who is in the chair then.
    Label(LabelIndex, Option<&'a str>),
    /// The user, by a person's key, and who is in the chair then.
    Key(&'a str, Option<&'a str>),
}

/// Everybody who speaks.
pub(super) struct People {
    pub(super) labels: Vec<Label>,
    pub(super) speakers: Vec<Speaker>,
    /// For each turn, what its heading says and who speaks.
    pub(super) turns: Vec<(Option<LabelIndex>, Option<SpeakerIndex>)>,
}

/// Finds the persons behind `labels` and the turns, in order of first appearance.
pub(super) fn find(labels: Vec<Label>, turns: &[Named<'_>], corrections: &Corrections) -> People {
    let mut finder =
        Finder { labels, speakers: Vec::new(), by_key: HashMap::new(), by_name: HashMap::new(), corrections };
    let by_words: HashMap<String, usize> =
        finder.labels.iter().enumerate().map(|(index, label)| (label.words(), index)).collect();
    // Longer names first, so that the shorter ones find what they are the end of.
    let mut order: Vec<usize> = (0..finder.labels.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(finder.labels[*index].name.split_whitespace().count()));
    let mut of_label: Vec<Option<usize>> = vec![None; finder.labels.len()];
    for index in order {
        let label = finder.labels[index].clone();
        if !is_office(&label) {
            of_label[index] = Some(finder.person(&label.words(), &label));
        }
    }
    let mut named = Vec::with_capacity(turns.len());
    for turn in turns {
        let (label, in_chair) = match turn {
            Named::Nobody => {
                named.push((None, None));
                continue;
            }
            Named::Label(label, in_chair) => (label.0 as usize, in_chair),
            Named::Key(key, in_chair) => {
                let Some(label) = by_words.get(*key) else {
                    named.push((None, Some(finder.person(key, &described(key)))));
                    continue;
                };
                (*label, in_chair)
            }
        };
        let person = match (of_label[label], in_chair) {
            (Some(person), _) => person,
            (None, Some(name)) => finder.chair(name),
            (None, None) => {
                let label = finder.labels[label].clone();
                finder.person(&label.words(), &label)
            }
        };
        named.push((Some(LabelIndex(Byte::at(label).0)), Some(person)));
    }
    finder.in_order(&named)
}

/// A person whom the user only named: `Mevrouw Van Oordt (Dijkpartij)`.
fn described(key: &str) -> Label {
    let (name, party) = Label::part(key);
    let parted = titles::part(name);
    let role = titles::role(parted.honorific.unwrap_or_default()).unwrap_or(Role::Guest);
    let owned = |text: &str| Some(text.to_owned());
    Label {
        name: parted.name.to_owned(),
        honorific: parted.honorific.and_then(owned),
        party: party.and_then(owned),
        role,
    }
}

struct Finder<'a> {
    labels: Vec<Label>,
    speakers: Vec<Speaker>,
    by_key: HashMap<String, usize>,
    /// Persons by the last word of their name, in small letters.
    by_name: HashMap<String, Vec<usize>>,
    corrections: &'a Corrections,
}

impl Finder<'_> {
    /// The person that `label` names, with this key.
    fn person(&mut self, key: &str, label: &Label) -> usize {
        if let Some(known) = self.by_key.get(key) {
            return *known;
        }
        let last = last_word(&label.name);
        let candidates = self.by_name.entry(last).or_default();
        let mut alike = candidates.iter().copied().filter(|index| is_same(&self.speakers[*index], label));
        // Of whom the user has said who it is, nothing is guessed.
        let is_told = self.corrections.speakers.contains_key(key);
        let found = match (alike.next(), alike.next()) {
            _ if is_told => None,
            (Some(only), None) => Some(only),
            // Of several, the one with the very name.
            (Some(_), Some(_)) => candidates
                .iter()
                .copied()
                .find(|index| self.speakers[*index].name == label.name && self.speakers[*index].party == label.party),
            _ => None,
        };
        let index = found.unwrap_or(self.speakers.len());
        if found.is_none() {
            if candidates.len() < MAX_COMPARED {
                candidates.push(index);
            }
            self.speakers.push(Speaker {
                key: key.to_owned(),
                name: label.name.clone(),
                honorific: label.honorific.clone(),
                party: label.party.clone(),
                role: label.role,
                function: None,
                by_hand: false,
            });
        } else {
            let speaker = &mut self.speakers[index];
            speaker.party = speaker.party.take().or_else(|| label.party.clone());
            speaker.honorific = speaker.honorific.take().or_else(|| label.honorific.clone());
            if speaker.role == Role::Guest {
                speaker.role = label.role;
            }
        }
        self.by_key.insert(key.to_owned(), index);
        index
    }

    /// The person whose name the report gives as that of the chair.
    fn chair(&mut self, name: &str) -> usize {
        let label = Label { name: name.to_owned(), honorific: None, party: None, role: Role::Chair };
        self.person(name, &label)
    }

    /// The person that this one is said to be the same as.
    fn same_as(&self, mut person: usize) -> usize {
        for _ in 0..MAX_HOPS {
            match self.corrections.speakers.get(&self.speakers[person].key) {
                Some(SpeakerCorrection::Same(other)) => person = *self.by_key.get(other).unwrap_or(&person),
                _ => break,
            }
        }
        person
    }

    /// Puts the persons in order of first appearance; those who never speak fall away.
    fn in_order(self, named: &[(Option<LabelIndex>, Option<usize>)]) -> People {
        let same: Vec<usize> = (0..self.speakers.len()).map(|person| self.same_as(person)).collect();
        let named: Vec<_> = named.iter().map(|(label, person)| (*label, person.map(|person| same[person]))).collect();
        let mut place: Vec<Option<u32>> = vec![None; self.speakers.len()];
        let mut order = Vec::new();
        for person in named.iter().filter_map(|(_, person)| *person) {
            if place[person].is_none() {
                place[person] = Some(Byte::at(order.len()).0);
                order.push(person);
            }
        }
        let turns = named.iter().map(|(label, person)| (*label, person.and_then(|at| place[at]).map(SpeakerIndex)));
        let turns = turns.collect();
        let speakers = order.into_iter().map(|person| self.speakers[person].clone()).collect();
        People { labels: self.labels, speakers, turns }
    }
}

/// Puts in what the user says of persons.
pub(super) fn describe(transcript: &mut Transcript, corrections: &Corrections) {
    let others: Vec<&String> = corrections.speakers.values().filter_map(SpeakerCorrection::other).collect();
    for speaker in &mut transcript.speakers {
        // Under the headings of all who are the same, the one they are the same as is named.
        speaker.by_hand = others.contains(&&speaker.key);
        if let Some(SpeakerCorrection::Is(person)) = corrections.speakers.get(&speaker.key) {
            let Person { name, party, role, function } = person.clone();
            let some = |text: String| Some(text).filter(|text| !text.is_empty());
            let parted = titles::part(&name);
            (speaker.honorific, speaker.name) = (parted.honorific.map(str::to_owned), parted.name.to_owned());
            (speaker.party, speaker.role, speaker.function) = (some(party), role, some(function));
            speaker.by_hand = true;
        }
    }
}

/// Whether a label names the chair by the office alone, in which now this person sits and now that.
fn is_office(label: &Label) -> bool {
    let first = label.name.split_whitespace().next().unwrap_or_default();
    label.role == Role::Chair
        && label.honorific.is_none()
        && (ARTICLES.contains(&first.to_lowercase().as_str())
            || first.len() == label.name.len()
            || ADDRESSES.contains(&label.name.to_lowercase().as_str()))
}

/// The letters of a name or a party, small, without blanks: a line end may have brought one.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase)
}

fn last_word(name: &str) -> String {
    name.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase()
}

/// Whether nothing speaks against `label` naming `speaker`.
fn is_same(speaker: &Speaker, label: &Label) -> bool {
    let agree = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => letters(a).eq(letters(b)),
        _ => true,
    };
    let is_rival = |a: Role, b: Role| a == Role::Government && b == Role::Member;
    let gender = |honorific: &Option<String>| {
        let honorific = honorific.as_deref().unwrap_or_default().to_lowercase();
        (OF_MEN.contains(&honorific.as_str()), OF_WOMEN.contains(&honorific.as_str()))
    };
    let ((man, woman), (other_man, other_woman)) = (gender(&speaker.honorific), gender(&label.honorific));
    agree(&speaker.party, &label.party)
        && !(is_rival(speaker.role, label.role) || is_rival(label.role, speaker.role))
        && !(man && other_woman || woman && other_man)
        && (is_end_of(&label.name, &speaker.name) || is_end_of(&speaker.name, &label.name))
}

/// Whether `short` is `long`, or its end without anything that belongs to the family name. (A clerk is not the deputy
/// clerk.)
fn is_end_of(short: &str, long: &str) -> bool {
    let mut before = long.split_whitespace().rev();
    let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
    short.split_whitespace().rev().all(|word| before.next().is_some_and(|other| same(word, other)))
        && before.next().is_none_or(|before| !dutch::is_particle(before) && !titles::is_head(short))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_name_is_the_end_of_a_full_name() {
        for (short, long) in [("Van Oordt", "Michiel van Oordt"), ("PIKE", "Howard K. Pike"), ("Pike", "Pike")] {
            assert!(is_end_of(short, long), "{short} {long}");
        }
        for (short, long) in
            [("Oordt", "Michiel van Oordt"), ("Ann Pike", "Pike"), ("Pi", "Pike"), ("Clerk", "Deputy Clerk")]
        {
            assert!(!is_end_of(short, long), "{short} {long}");
        }
    }
}
