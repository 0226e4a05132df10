//! Correcting the reading by hand: edits like all others, after which the transcript is read anew.

use std::rc::Rc;

use super::{Desk, Search, selecting::whole_words};
use crate::{
    model::{
        Change, Correction, Corrections, Edit, Label, Origin, Person, Replica, Speaker, SpeakerCorrection,
        SpeakerIndex, Transcript, Turn, TurnCorrection, TurnIndex,
    },
    reader,
    text::{Byte, Quote, ReadingSpan, SourceSpan},
};

/// Something the user says of a turn or of who speaks in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TurnEdit {
    /// No turn begins here.
    NoTurn,
    /// In this turn, somebody else speaks.
    SpokenBy(Who),
    /// Who speaks here is somebody else wherever they speak: another one of the speakers, or somebody by another name.
    Everywhere(Who),
    /// Who speaks here, here and elsewhere, is this person.
    Is(Person),
    /// Who is headed like this is another person than the one they were taken for.
    OwnPerson,
    /// The turn and who speaks are as found.
    AsFound,
}

/// Whom the user means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody known.
    Nobody,
    /// One of the speakers.
    Known(SpeakerIndex),
    /// One of the speakers, or somebody new, by their name; a party in brackets behind it.
    Named(String),
}

impl Desk {
    /// What the user has corrected so far.
    #[must_use]
    pub fn corrections(&self) -> Corrections {
        self.project.reading()
    }

    /// Where the turn `index` begins in the source.
    fn turn_start(&self, index: TurnIndex) -> Byte {
        self.transcript.to_source(self.transcript.turn(index).heading).start()
    }

    /// Who speaks in the turn `index`.
    fn speaker_of(&self, index: TurnIndex) -> Option<&Speaker> {
        self.transcript.speaker(self.transcript.turn(index))
    }

    /// The corrections that do what the user wants with the turn `index`.
    pub(super) fn turn_edit(&self, index: TurnIndex, edit: TurnEdit) -> Vec<Correction> {
        if index.0 as usize >= self.transcript.turns.len() {
            return Vec::new();
        }
        let at = self.turn_start(index);
        let was_found = !self.corrections().turns.contains_key(&at) || !self.transcript.turn(index).heading.is_empty();
        match edit {
            // A turn that the user began is not there any more when the correction is not.
            TurnEdit::NoTurn => vec![Correction::Turn(at, was_found.then_some(TurnCorrection::None))],
            TurnEdit::SpokenBy(who) => vec![Correction::Turn(at, Some(TurnCorrection::By(self.key_of(&who))))],
            TurnEdit::Everywhere(who) => match self.speaker_of(index) {
                None => self.turn_edit(index, TurnEdit::SpokenBy(who)),
                Some(present) => self.everywhere(present, &who).into_iter().collect(),
            },
            TurnEdit::Is(person) => match self.speaker_of(index) {
                Some(present) => vec![self.person(present, person)],
                // Nobody was known: now this turn has a speaker.
                None => vec![
                    Correction::Turn(at, Some(TurnCorrection::By(person.name.clone()))),
                    Correction::Speaker(person.name.clone(), Some(SpeakerCorrection::Is(person))),
                ],
            },
            TurnEdit::OwnPerson => {
                let Some(label) = self.transcript.other_label(self.transcript.turn(index)) else { return Vec::new() };
                let person = Person {
                    name: label.title(),
                    party: label.party.clone().unwrap_or_default(),
                    role: label.role,
                    function: String::new(),
                };
                vec![Correction::Speaker(label.words(), Some(SpeakerCorrection::Is(person)))]
            }
            TurnEdit::AsFound => {
                let turn = self.corrections().turns.contains_key(&at).then_some(Correction::Turn(at, None));
                // What is said of the person, and who was said to be the same.
                let key = self.speaker_of(index).map(|speaker| speaker.key.clone()).unwrap_or_default();
                let same = SpeakerCorrection::Same(key.clone());
                let speakers = self.corrections().speakers;
                let said = speakers.into_iter().filter(|(found, correction)| *found == key || *correction == same);
                turn.into_iter().chain(said.map(|(found, _)| Correction::Speaker(found, None))).collect()
            }
        }
    }

    /// The speaker with this name: by the words of the heading, with form of address or without.
    fn speaker_named(&self, name: &str) -> Option<&Speaker> {
        let name = name.to_lowercase();
        let is_named = |words: &str| words.to_lowercase() == name;
        let speakers = &self.transcript.speakers;
        let by = |words: fn(&Speaker) -> String| speakers.iter().find(|speaker| is_named(&words(speaker)));
        by(|speaker| speaker.key.clone())
            .or_else(|| by(Speaker::label))
            .or_else(|| by(Speaker::title))
            .or_else(|| by(|speaker| speaker.name.clone()))
    }

    /// The key of a person whom the user means; the name itself for somebody new.
    fn key_of(&self, who: &Who) -> String {
        let key = |speaker: &Speaker| speaker.key.clone();
        match who {
            Who::Nobody => String::new(),
            Who::Known(SpeakerIndex(index)) => {
                self.transcript.speakers.get(*index as usize).map(key).unwrap_or_default()
            }
            Who::Named(name) => self.speaker_named(name).map_or_else(|| name.clone(), key),
        }
    }

    /// That `present` is somebody else wherever they speak. `None` where that says nothing.
    fn everywhere(&self, present: &Speaker, who: &Who) -> Option<Correction> {
        let key = self.key_of(who);
        if key.is_empty() || key == present.key {
            return None;
        }
        if self.transcript.speakers.iter().any(|speaker| speaker.key == key) {
            return Some(Correction::Speaker(present.key.clone(), Some(SpeakerCorrection::Same(key))));
        }
        let (name, party) = Label::part(&key);
        let person = Person {
            name: name.to_owned(),
            party: party.or(present.party.as_deref()).unwrap_or_default().to_owned(),
            role: present.role,
            function: present.function.clone().unwrap_or_default(),
        };
        Some(self.person(present, person))
    }

    /// That `present` is `person`. Who gets the name and the party of another speaker is the same as that one.
    fn person(&self, present: &Speaker, person: Person) -> Correction {
        let party = |speaker: &Speaker| speaker.party.clone().unwrap_or_default();
        let mut others = self.transcript.speakers.iter().filter(|other| other.key != present.key);
        let same = others.find(|other| other.title() == person.name && party(other) == person.party);
        let correction = same.map_or(SpeakerCorrection::Is(person), |other| SpeakerCorrection::Same(other.key.clone()));
        Correction::Speaker(present.key.clone(), Some(correction))
    }

    /// Begins a turn at the first of the selected words, unless one does; gives the one that begins there then. What
    /// the user said is no heading is one again.
    pub(super) fn begin_turn(&mut self, replica: Replica) -> Option<TurnIndex> {
        let span = self.selection.take()?.trimmed(&self.transcript.reading);
        let begins = |turn: &Turn| self.transcript.speech(turn).start() == span.start();
        if let Some(index) = self.transcript.turns.iter().position(begins) {
            return Some(TurnIndex(Byte::at(index).0));
        }
        let source = self.transcript.to_source(span);
        let selected = source.start()..source.end();
        let turns = self.corrections().turns;
        let taken = turns.range(selected).find(|(_, turn)| **turn == TurnCorrection::None);
        let (at, turn) = match taken {
            Some((at, _)) => (*at, None),
            None => (source.start(), Some(TurnCorrection::By(String::new()))),
        };
        self.correct(vec![Correction::Turn(at, turn)], replica);
        let index =
            self.transcript.turns.iter().position(|turn| self.transcript.to_source(turn.heading).start() == at)?;
        Some(TurnIndex(Byte::at(index).0))
    }

    /// The turn at the caret, or in which the selected words begin.
    pub(super) fn turn_here(&self) -> Option<TurnIndex> {
        let at = self.selection.map(crate::text::Span::start).or(self.caret)?;
        self.transcript.turn_at(at)
    }

    /// The words of the reading text at a place of the source: those that stand there; where that is no whole word, with
    /// the word before and behind.
    pub(super) fn words_around(&self, place: SourceSpan) -> ReadingSpan {
        let (text, span) = (&self.transcript.reading, self.transcript.to_reading(place));
        if self.transcript.words(span).contains(char::is_alphanumeric) && whole_words(text, span) == span {
            return span;
        }
        let (before, after) = (text[..span.start().index()].trim_end(), &text[span.end().index()..]);
        let from = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let blank = after.len() - after.trim_start().len();
        let to = after[blank..].find(char::is_whitespace).map_or(after.len(), |at| blank + at);
        ReadingSpan::new(from..span.end().index() + to).trimmed(text)
    }

    /// Whether anything about the turn `index` or who speaks in it is as the user said, and not as found.
    #[must_use]
    pub fn is_corrected(&self, index: TurnIndex) -> bool {
        !self.turn_edit(index, TurnEdit::AsFound).is_empty()
    }

    /// Makes these corrections as one act. Annotations stay where they stand in the source; the words of those that
    /// read differently now are taken anew with it.
    pub(super) fn correct(&mut self, corrections: Vec<Correction>, replica: Replica) -> bool {
        let present = |correction: &Correction| self.project.present(&Change::Correction(correction.clone()));
        let news = corrections.into_iter().filter(|wanted| present(wanted) != Change::Correction(wanted.clone()));
        let mut changes: Vec<Change> = news.map(Change::Correction).collect();
        if changes.is_empty() {
            return false;
        }
        if changes.iter().any(concerns_reading) {
            let mut project = self.project.clone();
            for change in &changes {
                project.apply(&Edit { stamp: project.next_stamp(replica), change: change.clone() });
            }
            let transcript = reader::read_shared(&self.transcript.source, &project.reading());
            changes.extend(self.requoted(&transcript));
        }
        self.act(Origin::Do, changes, replica, None);
        true
    }

    /// The annotations whose words are the same in `transcript`, but read differently.
    fn requoted(&self, transcript: &Transcript) -> Vec<Change> {
        let annotations = self.project.annotations().filter_map(|(id, _, annotation)| {
            let mut requoted = (**annotation).clone();
            for passage in requoted.passages_mut() {
                let span: ReadingSpan = transcript.to_reading(passage.source);
                let (is, was) =
                    (transcript.words(span), self.transcript.words(self.transcript.to_reading(passage.source)));
                if !is.is_empty() && is != was && was == passage.quote.exact {
                    passage.quote = Quote::take(&transcript.reading, span)?;
                }
            }
            (requoted != **annotation).then(|| Change::Annotation(id.clone(), Some(requoted.into())))
        });
        annotations.collect()
    }

    /// Reads the transcript anew after a correction was made, undone, or came from elsewhere.
    pub(super) fn reread(&mut self) {
        self.transcript = Rc::new(reader::read_shared(&self.transcript.source, &self.project.reading()));
        (self.selection, self.only) = (None, None);
        self.folded = std::cell::OnceCell::new();
        if let Some(Search { query, is_pattern, .. }) = self.search.take() {
            self.find(query, is_pattern);
        }
        // What was made for the other reading is of no use.
        self.caret = None;
        (self.entries, self.marks) = (Rc::new([]), Rc::new([]));
    }
}

/// The names of the formats, in the order in which they are offered.
pub fn formats() -> impl Iterator<Item = &'static str> {
    reader::FORMATS.iter().map(|format| format.format.0)
}

/// Whether a change of this key changes the reading.
pub(super) fn concerns_reading(change: &Change) -> bool {
    matches!(change, Change::Correction(correction) if !matches!(correction, Correction::Item(..)))
}
