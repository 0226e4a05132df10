//! Where a commitment was asked for: the sentence in which somebody to whom it is made asked most nearly for that. The
//! user decides.

use std::collections::HashMap;

use super::{
    said::{MAX_WORDS, Marked, said, shared},
    stems::{Weights, stems},
};
use crate::{
    model::{Body, Role, SpeakerIndex, Transcript, TurnIndex},
    suggest::addressee::{self, Why},
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

/// What is promised so early in a turn, in bytes, answers who spoke just before.
const EARLY: usize = 1_000;

/// How much of the sentence before it counts for a question: many say there what they are about.
const CONTEXT: f64 = 0.5;

/// Words that every second paragraph has tell nothing; 1 is the weight of a word that no paragraph has.
const MIN_WEIGHT: f64 = 0.5;

/// How much a question mark counts.
const QUESTION_MARK: f64 = 0.2;

/// The least likeness of a question that was not asked just before: more than one telling word.
const MIN_LIKENESS: f64 = 1.0;

/// Words by which somebody asks without a question mark, in small letters.
const REQUESTS: &[&str] = &[
    "graag",
    "mijn vraag",
    "de vraag is",
    "vraag ik",
    "ik vraag de",
    "ik vraag u",
    "vragen om",
    "verzoek",
    "wil weten",
    "zou willen",
    "zou het helpen",
    "bereid",
    "misschien kan",
    "pleit",
    "roep ik",
    "moet er",
    "moeten worden",
    "moet zo",
    "please",
    "i ask",
    "would like",
    "request",
    "could the",
    "will the",
];

/// The sentence in which a commitment was most likely asked for. What is promised early in a turn answers a question of
/// who spoke just before; for all else the questions of those are compared to whom it is made, or, where it is made to
/// nobody who speaks, those of anybody but the government and the chair.
#[must_use]
pub fn propose(transcript: &Transcript, marked: Marked<'_>) -> Option<Asked> {
    let Body::Commitment(commitment) = &marked.annotation.body else { return None };
    let (here, first) = (marked.turn?, *marked.pieces.first()?);
    let found = addressee::find(transcript, first);
    let is_named = !commitment.to.is_empty() || found.as_ref().is_some_and(|found| found.why == Why::Named);
    let found = found.map(|found| found.to);
    let to: Vec<&String> =
        if commitment.to.is_empty() { found.iter().collect() } else { commitment.to.iter().collect() };
    let speaks = transcript.turn(here).speaker;
    let named = |index: SpeakerIndex| to.contains(&&transcript.speakers[index.0 as usize].label());
    let anybody = !(0..).zip(&transcript.speakers).any(|(index, _)| named(SpeakerIndex(index)));
    let asking = |turn: TurnIndex| {
        let role = transcript.role(transcript.turn(turn));
        let others = transcript.turn(turn).speaker.filter(|speaker| Some(*speaker) != speaks);
        others.filter(|_| !matches!(role, Some(Role::Chair | Role::Government)))
    };
    let from = first.start().index().saturating_sub(MAX_BYTES);
    let before = (0..here.0).rev().map(TurnIndex);
    let before = before.take_while(|turn| transcript.turn(*turn).heading.start().index() >= from);
    let around = transcript.paragraphs_in(ReadingSpan::new(from..first.start().index()));
    let around = transcript.paragraphs[around].iter().map(|paragraph| transcript.words(paragraph.text));
    let mut said = said(transcript, marked, &[]);
    let weights = Weights::of(around, &said.keys().cloned().collect());
    said.retain(|stem, _| weights.weight(stem) >= MIN_WEIGHT * weights.most());
    let compared = Compared { transcript, weights, said };

    let is_early = first.start().index() <= transcript.speech(transcript.turn(here)).start().index() + EARLY;
    let just_before = before.clone().find(|turn| transcript.role(transcript.turn(*turn)) != Some(Role::Chair));
    let answered = just_before.filter(|turn| {
        is_early && asking(*turn).is_some_and(|speaker| commitment.to.is_empty() || anybody || named(speaker))
    });
    let answered = || {
        let questions = compared.questions(answered?).into_iter();
        let (_, asked) = questions.max_by(|a, b| a.0.total_cmp(&b.0))?;
        Some(Asked { just_before: true, ..asked })
    };
    let likeliest = || {
        let turns = before.filter(|turn| asking(*turn).is_some_and(|speaker| anybody || named(speaker)));
        let likely = turns.flat_map(|turn| compared.questions(turn)).filter(|(likeness, _)| *likeness >= MIN_LIKENESS);
        // Of two that are equally likely the nearer one, which comes first here.
        likely.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, asked)| asked)
    };
    // Who is named is answered, whoever spoke just before.
    if is_named { likeliest().or_else(answered) } else { answered().or_else(likeliest) }
}

/// A commitment to which questions are compared.
struct Compared<'a> {
    transcript: &'a Transcript,
    weights: Weights,
    said: HashMap<String, f64>,
}

impl Compared<'_> {
    /// The sentences of a turn that ask for something, each with how much of it is said in and around the commitment.
    fn questions(&self, turn: TurnIndex) -> Vec<(f64, Asked)> {
        let mut before = 0.0;
        let mut questions = Vec::new();
        for words in sentences_of(self.transcript, turn) {
            let text = self.transcript.words(words);
            let shared = shared(&stems(text), &self.weights, &self.said);
            let likeness = shared.iter().map(|(weight, _)| weight).sum::<f64>() / self.weights.most();
            if asks(text) {
                let shared = shared.iter().take(MAX_WORDS).map(|(_, word)| (*word).to_owned()).collect();
                let sign = if text.ends_with('?') { QUESTION_MARK } else { 0.0 };
                questions.push((sign + likeness + CONTEXT * before, Asked { words, turn, just_before: false, shared }));
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

/// Whether a sentence asks for something.
fn asks(sentence: &str) -> bool {
    let small = sentence.to_lowercase();
    sentence.ends_with('?') || REQUESTS.iter().any(|request| small.contains(request))
}
