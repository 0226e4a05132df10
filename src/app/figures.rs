//! Figures of a meeting: who spoke how much, where in it the marks are, to whom what was promised.

use std::{collections::BTreeMap, rc::Rc};

use super::{Entry, outline::words_in};
use crate::{
    model::{Body, CommitmentStatus, Kind, Named as _, Role, Transcript, Turn, TurnIndex},
    text::Byte,
};

/// Whose words are counted together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// A person or a party, as it is named.
    Named(String),
    /// The government.
    Government,
    /// Whoever is in the chair.
    Chair,
    /// Those of whom the report tells no name, or no party.
    Unnamed,
}

/// How much somebody says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Who.
    pub voice: Voice,
    /// As what they first spoke, where the report tells.
    pub role: Option<Role>,
    /// In how many turns.
    pub turns: usize,
    /// In how many words: what stands between blanks.
    pub words: usize,
}

/// How much each person says, and the chair; who says most comes first.
#[must_use]
pub fn by_speaker(transcript: &Transcript) -> Vec<Spoken> {
    spoken(transcript, |turn| transcript.speaker(turn).map_or(Voice::Unnamed, |speaker| Voice::Named(speaker.label())))
}

/// How much the members of each party say, the government, and the chair; who says most comes first.
#[must_use]
pub fn by_party(transcript: &Transcript) -> Vec<Spoken> {
    spoken(transcript, |turn| match transcript.role(turn) {
        Some(Role::Government) => Voice::Government,
        _ => transcript.speaker(turn).and_then(|speaker| speaker.party.clone()).map_or(Voice::Unnamed, Voice::Named),
    })
}

fn spoken(transcript: &Transcript, voice: impl Fn(&Turn) -> Voice) -> Vec<Spoken> {
    let mut spoken: BTreeMap<Voice, Spoken> = BTreeMap::new();
    for turn in &transcript.turns {
        let role = transcript.role(turn);
        let voice = if role == Some(Role::Chair) { Voice::Chair } else { voice(turn) };
        let of = spoken.entry(voice.clone()).or_insert(Spoken { voice, role, turns: 0, words: 0 });
        of.turns += 1;
        of.words += words_in(transcript.words(transcript.speech(turn)));
    }
    let mut spoken: Vec<Spoken> = spoken.into_values().collect();
    spoken.sort_by_key(|one| std::cmp::Reverse(one.words));
    spoken
}

/// A stretch of a meeting, one of some that are equally long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first and the last turn that are, in part, in it.
    pub turns: Option<(TurnIndex, TurnIndex)>,
    /// How many claims begin in it.
    pub claims: usize,
    /// How many commitments begin in it.
    pub commitments: usize,
}

/// Into how many stretches a meeting is cut.
const STRETCHES: usize = 24;

/// Where in the meeting claims and commitments were marked.
#[must_use]
pub fn along(transcript: &Transcript, entries: &[Rc<Entry>]) -> Vec<Stretch> {
    let (Some(first), Some(last)) = (transcript.turns.first(), transcript.turns.last()) else { return Vec::new() };
    let (start, end) = (first.heading.start().index(), transcript.speech(last).end().index());
    let length = end.saturating_sub(start).max(1);
    let edge = |number: usize| start + length * number / STRETCHES;
    let stretch_at = |at: Byte| (at.index().saturating_sub(start) * STRETCHES / length).min(STRETCHES - 1);
    let turns_in = |number: usize| {
        let turn = |index: usize| TurnIndex(Byte::at(index).0);
        let first = transcript.turns.partition_point(|turn| transcript.speech(turn).end().index() <= edge(number));
        let next = transcript.turns.partition_point(|turn| turn.heading.start().index() < edge(number + 1));
        (first < next).then(|| (turn(first), turn(next - 1)))
    };
    let mut stretches: Vec<Stretch> =
        (0..STRETCHES).map(|number| Stretch { turns: turns_in(number), claims: 0, commitments: 0 }).collect();
    for entry in entries {
        let Some(stretch) = entry.start().and_then(|start| stretches.get_mut(stretch_at(start))) else { continue };
        match entry.annotation.kind() {
            Kind::Claim => stretch.claims += 1,
            Kind::Commitment => stretch.commitments += 1,
            Kind::Own(_) => {}
        }
    }
    stretches
}

/// What was promised to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    /// To whom; `None` where nobody is filled in.
    pub to: Option<String>,
    /// How many commitments there are of each status, in the order of [`CommitmentStatus::ALL`]. One to several people
    /// counts with each.
    pub counts: [usize; CommitmentStatus::ALL.len()],
}

impl Promised {
    /// How many there are.
    #[must_use]
    pub fn all(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// To whom how much was promised, and what became of it; to whom most was promised comes first.
#[must_use]
pub fn by_addressee(entries: &[Rc<Entry>]) -> Vec<Promised> {
    let mut counts: BTreeMap<Option<&str>, [usize; CommitmentStatus::ALL.len()]> = BTreeMap::new();
    for entry in entries {
        let Body::Commitment(commitment) = &entry.annotation.body else { continue };
        let nobody = commitment.to.is_empty().then_some(None);
        for to in commitment.to.iter().map(|to| Some(to.as_str())).chain(nobody) {
            let place = CommitmentStatus::ALL.iter().position(|status| *status == commitment.status);
            if let Some(count) = place.and_then(|place| counts.entry(to).or_default().get_mut(place)) {
                *count += 1;
            }
        }
    }
    let mut promised: Vec<Promised> =
        counts.into_iter().map(|(to, counts)| Promised { to: to.map(str::to_owned), counts }).collect();
    promised.sort_by_key(|promised| (promised.to.is_none(), std::cmp::Reverse(promised.all())));
    promised
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Field, Message, tests::Shell};

    const SAMPLE: &str = include_str!("../../samples/commissiedebat.txt");

    #[test]
    fn who_spoke_how_much() {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(
            "De voorzitter:\nHet woord is aan mevrouw Aalst.\n\nMevrouw Aalst (Kust):\nKomt de brief, en wanneer?\n\n\
             Minister Ter Horst:\nIn maart.\n\nMevrouw Aalst (Kust):\nDank.\n"
                .into(),
        ));
        let told = |spoken: Vec<Spoken>| -> Vec<(Voice, usize, usize)> {
            spoken.into_iter().map(|spoken| (spoken.voice, spoken.turns, spoken.words)).collect()
        };
        let named = |name: &str| Voice::Named(name.into());
        let transcript = &shell.desk().transcript;
        assert_eq!(
            told(by_speaker(transcript)),
            [(named("Mevrouw Aalst (Kust)"), 2, 6), (Voice::Chair, 1, 6), (named("Minister Ter Horst"), 1, 2)]
        );
        assert_eq!(
            told(by_party(transcript)),
            [(named("Kust"), 2, 6), (Voice::Chair, 1, 6), (Voice::Government, 1, 2)]
        );
    }

    #[test]
    fn every_word_and_every_mark_is_counted_once() {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(SAMPLE.into()));
        for (words, kind) in [
            ("Ik neem de kosten per gemaal in die lijst op", Kind::Commitment),
            ("Vóór de zomer krijgt de Kamer de lijst", Kind::Commitment),
            ("Sinds 2019 is de bodem", Kind::Claim),
        ] {
            shell.select(words);
            shell.send(Message::Mark(kind));
        }
        let desk = shell.desk();
        let transcript = &desk.transcript;
        let words = |spoken: Vec<Spoken>| {
            spoken
                .iter()
                .map(|spoken| (spoken.turns, spoken.words))
                .fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
        };
        let all =
            transcript.turns.iter().map(|turn| transcript.words(transcript.speech(turn)).split_whitespace().count());
        let expected = (transcript.turns.len(), all.sum());
        assert_eq!((words(by_speaker(transcript)), words(by_party(transcript))), (expected, expected));
        let stretches = along(transcript, &desk.entries);
        let sum = |of: fn(&Stretch) -> usize| stretches.iter().map(of).sum::<usize>();
        assert_eq!((stretches.len(), sum(|one| one.claims), sum(|one| one.commitments)), (STRETCHES, 1, 2));
        let turns: Vec<_> = stretches.iter().filter_map(|one| one.turns).collect();
        assert_eq!(turns.first().map(|turns| turns.0), Some(TurnIndex(0)));
        assert_eq!(turns.last().map(|turns| turns.1.0 as usize), Some(transcript.turns.len() - 1));
        assert!(
            turns.is_sorted() && turns.windows(2).all(|pair| pair[1].0.0 <= pair[0].1.0 + 1),
            "no turn is left out"
        );
    }

    #[test]
    fn a_commitment_to_two_counts_with_both() {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(SAMPLE.into()));
        for (words, to, status) in [
            ("Ik neem de kosten per gemaal in die lijst op", "Aalst, Brasse", CommitmentStatus::Open),
            ("Vóór de zomer krijgt de Kamer de lijst", "Brasse", CommitmentStatus::Fulfilled),
            ("Hoe vaak het systeem", "", CommitmentStatus::Open),
        ] {
            shell.select(words);
            shell.send(Message::Mark(Kind::Commitment));
            let id = shell.desk().active.clone().unwrap();
            shell.send(Message::Edit(id.clone(), Field::To(to.into())));
            shell.send(Message::Edit(id, Field::Status(status)));
        }
        let told: Vec<_> = by_addressee(&shell.desk().entries)
            .into_iter()
            .map(|one| (one.to.unwrap_or_default(), one.counts))
            .collect();
        let expected = [("Brasse", [1, 1, 0, 0]), ("Aalst", [1, 0, 0, 0]), ("", [1, 0, 0, 0])];
        assert_eq!(told, expected.map(|(to, counts)| (to.to_owned(), counts)));
    }

    #[test]
    fn a_text_without_speakers_has_words_of_nobody() {
        let mut shell = Shell::new();
        shell.send(Message::OpenText("42 003\n".into()));
        let desk = shell.desk();
        assert_eq!(by_addressee(&desk.entries), []);
        let nobody = [Spoken { voice: Voice::Unnamed, role: None, turns: 1, words: 2 }];
        assert_eq!((by_speaker(&desk.transcript), by_party(&desk.transcript)), (nobody.to_vec(), nobody.to_vec()));
        assert!(along(&desk.transcript, &desk.entries).iter().all(|one| one.claims + one.commitments == 0));
    }
}
