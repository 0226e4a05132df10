//! Where a commitment was asked for: the sentence in which somebody to whom it is made asked most nearly for that. The
//! user decides.

use std::collections::{HashMap, HashSet};

use super::{
    said::{MAX_WORDS, Marked, said, shared},
    stems::{Weights, stems},
};
use crate::{
    model::{Body, Commitment, Role, SpeakerIndex, Transcript, TurnIndex},
    suggest::addressee,
    text::{ReadingSpan, sentences},
};

/// A sentence that may ask for a commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Where it stands, without the blank behind it.
    pub words: ReadingSpan,
    /// The turn in which it is said.
    pub turn: TurnIndex,
    /// Whether nobody but the chair spoke between it and the commitment.
    pub just_before: bool,
    /// The words it shares with the commitment, as they stand in it: those that tell most.
    pub shared: Vec<String>,
}

/// How far back a question is looked for, in bytes: some three hours of debate.
const MAX_BYTES: usize = 200_000;

/// A longer sentence, in bytes, is none that a person would read as a question: the text has lost its full stops.
const MAX_SENTENCE: usize = 1_000;

/// What is promised so early in a turn, in bytes, answers who spoke just before.
const EARLY: usize = 1_000;

/// How much of the sentence before it counts for a question: many say there what they are about.
const CONTEXT: f64 = 0.5;

/// Words that weigh less tell nothing; 1 is the weight of a word that no paragraph has. Of 400 paragraphs more than 19
/// have such a word.
const MIN_WEIGHT: f64 = 0.5;

/// How much a question mark counts.
const QUESTION_MARK: f64 = 0.2;

/// The least likeness of a question that was not asked just before: more than one telling word.
const MIN_LIKENESS: f64 = 1.0;

/// Words by which somebody asks without a question mark, in small letters, one request on each line.
const REQUESTS: &str = "graag
mijn vraag
de vraag is
vraag ik
ik vraag de
ik vraag u
vragen om
verzoek
verzoeken
wil weten
zou ik
zou het helpen
bereid
misschien kan
pleit
roep ik
moet er
moeten worden
moet zo
please
i ask
would like
request
could the minister
will the minister";

/// The sentence in which a commitment was most likely asked for. What is promised early in a turn answers a question of
/// who spoke just before, unless somebody else is addressed. Otherwise the questions of those are compared to whom it is
/// made, or, where it is made to nobody who speaks, those of anybody but the government and the chair.
#[must_use]
pub fn propose(transcript: &Transcript, marked: Marked<'_>) -> Option<Asked> {
    let Body::Commitment(commitment) = &marked.annotation.body else { return None };
    let (here, first) = (marked.turn?, *marked.pieces.first()?);
    let from = first.start().index().saturating_sub(MAX_BYTES);
    let speaks = transcript.turn(here).speaker;
    let before = (0..here.0).rev().map(TurnIndex);
    let before = before.take_while(|turn| transcript.speech(transcript.turn(*turn)).end().index() > from);
    let may_ask = |turn: &TurnIndex| asks_at_all(transcript, *turn) && transcript.turn(*turn).speaker != speaks;
    let just_before = before.clone().find(|turn| transcript.role(transcript.turn(*turn)) != Some(Role::Chair));
    before.clone().find(may_ask)?;

    let addressed = Addressed::of(transcript, commitment, first);
    let compared = Compared::to(transcript, marked, from);
    let is_early = first.start().index() <= transcript.speech(transcript.turn(here)).start().index() + EARLY;
    let answered = just_before.filter(|turn| is_early && may_ask(turn));
    let answered_is_addressed = answered.is_some_and(|turn| addressed.includes(transcript, turn));
    let answered = || {
        let of_turn = compared.questions(answered?).into_iter();
        of_turn.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, asked)| asked)
    };
    let likeliest = || {
        let turns = before.filter(may_ask).filter(|turn| addressed.includes(transcript, *turn));
        let likely = turns.flat_map(|turn| compared.questions(turn)).filter(|(likeness, _)| *likeness >= MIN_LIKENESS);
        // Of two that are equally likely the nearer one, which comes first here.
        likely.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, asked)| asked)
    };
    let found = match () {
        () if answered_is_addressed => answered().or_else(likeliest),
        // Whoever the user has filled in was answered, and nobody else.
        () if !commitment.to.is_empty() => likeliest(),
        () => likeliest().or_else(answered),
    };
    found.map(|asked| Asked { just_before: Some(asked.turn) == just_before, ..asked })
}

/// Whether questions are put in a turn: by members and guests, not by the government and the chair.
#[must_use]
pub fn asks_at_all(transcript: &Transcript, turn: TurnIndex) -> bool {
    let turn = transcript.turn(turn);
    turn.speaker.is_some() && !matches!(transcript.role(turn), Some(Role::Chair | Role::Government))
}

/// Whom a commitment answers.
enum Addressed {
    /// These.
    Speakers(HashSet<SpeakerIndex>),
    /// The house, or nobody who is known.
    Anybody,
}

impl Addressed {
    /// To whom a commitment is made: as the user says, or else as its words do.
    fn of(transcript: &Transcript, commitment: &Commitment, words: ReadingSpan) -> Self {
        let found = || addressee::find(transcript, words).map(|found| found.to).into_iter().collect();
        let to: Vec<String> = if commitment.to.is_empty() { found() } else { commitment.to.clone() };
        let speakers = (0..).map(SpeakerIndex).zip(&transcript.speakers);
        let speakers: HashSet<_> =
            speakers.filter(|(_, speaker)| to.contains(&speaker.label())).map(|(index, _)| index).collect();
        if speakers.is_empty() { Self::Anybody } else { Self::Speakers(speakers) }
    }

    fn includes(&self, transcript: &Transcript, turn: TurnIndex) -> bool {
        match self {
            Self::Speakers(speakers) => {
                transcript.turn(turn).speaker.is_some_and(|speaker| speakers.contains(&speaker))
            }
            Self::Anybody => true,
        }
    }
}

/// A commitment to which questions are compared.
struct Compared<'a> {
    transcript: &'a Transcript,
    weights: Weights,
    said: HashMap<String, f64>,
}

impl<'a> Compared<'a> {
    /// Weighs the words of a commitment by how many paragraphs before it have them, from a byte of the text on.
    fn to(transcript: &'a Transcript, marked: Marked<'_>, from: usize) -> Self {
        let mut said = said(transcript, marked, &[]);
        let until = marked.pieces.first().map_or(from, |first| first.start().index());
        let before = ReadingSpan::new(from..until.max(from));
        let around = transcript.paragraphs.get(transcript.paragraphs_in(before)).unwrap_or_default().iter();
        let around = around.filter_map(|paragraph| paragraph.text.intersection(before)?.of(&transcript.reading));
        let weights = Weights::of(around, &said.keys().cloned().collect());
        said.retain(|stem, _| weights.weight(stem) >= MIN_WEIGHT * weights.most());
        Self { transcript, weights, said }
    }

    /// The sentences of a turn that ask for something, each with how much of it is said in and around the commitment.
    fn questions(&self, turn: TurnIndex) -> Vec<(f64, Asked)> {
        let mut before = 0.0;
        let mut questions = Vec::new();
        for words in sentences_of(self.transcript, turn) {
            let text = self.transcript.words(words);
            if text.len() > MAX_SENTENCE {
                before = 0.0;
                continue;
            }
            let shared = shared(&stems(text), &self.weights, &self.said);
            let likeness = shared.iter().map(|(weight, _)| weight).sum::<f64>() / self.weights.most().max(1.0);
            if let Some(sign) = asks(text) {
                let shared = shared.iter().take(MAX_WORDS).map(|(_, word)| (*word).to_owned()).collect();
                let asked = Asked { words, turn, just_before: false, shared };
                questions.push((sign + likeness + CONTEXT * before, asked));
            }
            before = likeness;
        }
        questions
    }
}

/// The sentences of a turn, in its order.
fn sentences_of(transcript: &Transcript, turn: TurnIndex) -> Vec<ReadingSpan> {
    let paragraphs = transcript.paragraphs(&transcript.turn(turn).paragraphs).iter();
    let of = |paragraph: ReadingSpan| {
        let start = paragraph.start().index();
        sentences(transcript.words(paragraph))
            .map(move |place| ReadingSpan::new(start + place.start..start + place.end))
    };
    paragraphs.flat_map(|paragraph| of(paragraph.text)).collect()
}

/// Whether a sentence asks for something, and how much that counts.
fn asks(sentence: &str) -> Option<f64> {
    if sentence.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?').ends_with('?') {
        return Some(QUESTION_MARK);
    }
    let small = sentence.to_lowercase();
    let words: Vec<&str> = small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let words = format!(" {} ", words.join(" "));
    REQUESTS.lines().any(|request| words.contains(&format!(" {request} "))).then_some(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_whole_words() {
        for (sentence, asks_for) in [
            ("Ik ontvang graag een overzicht.", true),
            ("Kan dat?", true),
            ("Hij vroeg: “Kan dat?”", true),
            ("De voorbereiding loopt.", false),
            ("I am pleased with that.", false),
            ("Then will they come.", false),
            ("Please send the list.", true),
            ("", false),
        ] {
            assert_eq!(asks(sentence).is_some(), asks_for, "{sentence}");
        }
    }
}
