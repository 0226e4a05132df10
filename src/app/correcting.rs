//! Correcting the reading by hand: edits like all others, after which the transcript is read anew.

use std::rc::Rc;

use super::Desk;
use crate::{
    model::{
        Change, Correction, Corrections, Edit, Origin, Person, Replica, Speaker, SpeakerCorrection, Transcript,
        TurnCorrection, TurnIndex,
    },
    reader,
    text::{Byte, Quote, ReadingSpan},
};

/// Something the user says of a turn or of who speaks in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TurnEdit {
    /// No turn begins here.
    NoTurn,
    /// Somebody else speaks: the person with this key, or a new one by that name; nobody known where it is empty.
    SpokenBy(String),
    /// Who speaks here, here and elsewhere, is this.
    Speaker(SpeakerCorrection),
    /// Who is headed like this is another person than the one they were taken for.
    OwnPerson,
    /// The turn and who speaks are as found.
    AsFound,
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
            TurnEdit::SpokenBy(key) => vec![Correction::Turn(at, Some(TurnCorrection::By(key)))],
            TurnEdit::Speaker(speaker) => {
                let key = self.speaker_of(index).map(|speaker| speaker.key.clone());
                match (key, speaker) {
                    (Some(key), SpeakerCorrection::Same(other)) if key == other => Vec::new(),
                    (Some(key), speaker) => vec![Correction::Speaker(key, Some(speaker))],
                    // Nobody was known: now this turn has a speaker.
                    (None, SpeakerCorrection::Same(other)) => {
                        vec![Correction::Turn(at, Some(TurnCorrection::By(other)))]
                    }
                    (None, SpeakerCorrection::Is(person)) => vec![
                        Correction::Turn(at, Some(TurnCorrection::By(person.name.clone()))),
                        Correction::Speaker(person.name.clone(), Some(SpeakerCorrection::Is(person))),
                    ],
                }
            }
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

    /// Begins a turn at the first of the selected words; gives the one that begins there then.
    pub(super) fn begin_turn(&mut self, replica: Replica) -> Option<TurnIndex> {
        let span = self.selection.take()?.trimmed(&self.transcript.reading);
        let at = self.transcript.to_source(span).start();
        self.correct(vec![Correction::Turn(at, Some(TurnCorrection::By(String::new())))], replica);
        let index =
            self.transcript.turns.iter().position(|turn| self.transcript.to_source(turn.heading).start() == at)?;
        Some(TurnIndex(Byte::at(index).0))
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
        let mut project = self.project.clone();
        for change in &changes {
            project.apply(&Edit { stamp: project.next_stamp(replica), change: change.clone() });
        }
        let transcript = reader::read_with(&self.transcript.source, &project.reading());
        changes.extend(self.requoted(&transcript));
        self.act(Origin::Do, changes, replica, None);
        true
    }

    /// The annotations whose words are the same in `transcript`, but read differently.
    fn requoted(&self, transcript: &Transcript) -> Vec<Change> {
        let annotations = self.project.annotations().filter_map(|(id, _, annotation)| {
            let span: ReadingSpan = transcript.to_reading(annotation.source);
            let now = transcript.words(span);
            let was = self.transcript.words(self.transcript.to_reading(annotation.source));
            if now.is_empty() || now == annotation.quote.exact || was != annotation.quote.exact {
                return None;
            }
            let quote = Quote::take(&transcript.reading, span)?;
            let annotation = crate::model::Annotation { quote, ..(**annotation).clone() };
            Some(Change::Annotation(id.clone(), Some(annotation.into())))
        });
        annotations.collect()
    }

    /// Reads the transcript anew after a correction was made, undone, or came from elsewhere.
    pub(super) fn reread(&mut self) {
        self.transcript = Rc::new(reader::read_with(&self.transcript.source, &self.project.reading()));
        self.selection = None;
        // What was made for the other reading is of no use.
        (self.entries, self.marks) = (Rc::new([]), Rc::new([]));
    }
}

/// The names of the formats, in the order in which they are offered.
pub fn formats() -> impl Iterator<Item = &'static str> {
    reader::FORMATS.iter().map(|format| format.format.0)
}

/// Whether a change of this key changes the reading.
pub(super) fn concerns_reading(change: &Change) -> bool {
    matches!(change, Change::Correction(_))
}
