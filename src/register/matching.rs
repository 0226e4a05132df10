//! Which item of the closing list a commitment may be, and why. The user decides.

use std::collections::{HashMap, HashSet};

use super::{
    closing::Item,
    said::{MAX_WORDS, Marked, said, shared},
    stems::{Weights, joined, stems},
};
use crate::{
    model::{Body, Commitment, MentionRole, Role, Speaker, Transcript, TurnIndex},
    suggest::{addressee, due},
    text::ReadingSpan,
};

/// Why an item may be a commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// They share these words, as they stand in the item.
    Words(Vec<String>),
    /// Both are to be kept by the same day.
    Due,
    /// Both name this person.
    Person(String),
}

/// An item that a commitment may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// Which, by its place among the items.
    pub item: usize,
    /// How much of what the item says is said there, from 0 to 1.
    pub likeness: f64,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The least likeness that is worth a proposal.
const MIN_LIKENESS: f64 = 0.22;

/// What the same day adds to the likeness, and the same person.
const SAME_DUE: f64 = 0.12;
const SAME_PERSON: f64 = 0.12;

/// How many turns before the one of a commitment may tell what it is about.
const MAX_BEFORE: usize = 3;

/// The items that a commitment stands in, or that it has a mention in: the smallest of those around each place.
#[must_use]
pub fn listed(items: &[Item], marked: Marked<'_>) -> Vec<usize> {
    let mentions = marked.annotation.mentions.iter().zip(marked.mentions);
    let listed = mentions.filter(|(mention, _)| mention.role == MentionRole::Listed).map(|(_, span)| span);
    let mut found: Vec<usize> = marked.pieces.iter().chain(listed).filter_map(|span| around(items, *span)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The smallest item around a place; where there is none, the one that it shares most with.
fn around(items: &[Item], span: ReadingSpan) -> Option<usize> {
    let shared = |item: &Item| item.words.intersection(span).map_or(0, ReadingSpan::len);
    let holding = (0..items.len()).filter(|at| shared(&items[*at]) > 0);
    holding.max_by_key(|at| (shared(&items[*at]), std::cmp::Reverse(items[*at].words.len())))
}

/// The likeliest item for each of the commitments, where there is one that is likely at all.
#[must_use]
pub fn propose(transcript: &Transcript, items: &[Item], marked: &[Marked<'_>]) -> Vec<Option<Match>> {
    let own: Vec<HashMap<String, &str>> = items.iter().map(|item| own_stems(transcript, items, item)).collect();
    let all: HashSet<String> = own.iter().flat_map(|words| words.keys().cloned()).collect();
    let weights = Weights::of(transcript.paragraphs.iter().map(|paragraph| transcript.words(paragraph.text)), &all);
    marked
        .iter()
        .map(|marked| {
            let Body::Commitment(commitment) = &marked.annotation.body else { return None };
            let before = marked.turn.map(|turn| turns_before(transcript, turn)).unwrap_or_default();
            let said = said(transcript, *marked, &before);
            let due = due_of(transcript, *marked, commitment);
            let persons = persons(transcript, *marked, commitment);
            let matches = items.iter().zip(&own).enumerate().filter_map(|(at, (item, words))| {
                let mut found = by_words(at, words, &weights, &said)?;
                // As it was read out, or as it was put later.
                let later = item.amendments.iter().map(|amendment| &amendment.due);
                if due.is_some() && item.due.iter().chain(later).any(|known| known.date == due) {
                    found.likeness += SAME_DUE;
                    found.reasons.push(Reason::Due);
                }
                let text = transcript.words(item.words).to_lowercase();
                if let Some(person) = persons.iter().find(|person| text.contains(&person.to_lowercase())).cloned() {
                    found.likeness += SAME_PERSON;
                    found.reasons.push(Reason::Person(person));
                }
                found.likeness = found.likeness.min(1.0);
                (found.likeness >= MIN_LIKENESS).then_some(found)
            });
            matches.max_by(|a, b| a.likeness.total_cmp(&b.likeness))
        })
        .collect()
}

/// The stems of what an item says, but for by when, which is compared as a day.
fn own_stems<'a>(transcript: &'a Transcript, items: &[Item], item: &Item) -> HashMap<String, &'a str> {
    let mut found = stems(own_words(transcript, items, item));
    let due = item.due.as_ref().and_then(|due| transcript.words(item.words).get(due.place.clone()));
    for stem in due.map(stems).unwrap_or_default().into_keys() {
        found.remove(&stem);
    }
    found
}

/// What an item says itself, and not in its parts.
fn own_words<'a>(transcript: &'a Transcript, items: &[Item], item: &Item) -> &'a str {
    let words = transcript.words(item.words);
    let part = items.iter().find(|other| other.number == item.number && other.part > item.part && item.part == 0);
    let end = part.map_or(words.len(), |part| part.words.start().index().saturating_sub(item.words.start().index()));
    words.get(..end).unwrap_or(words)
}

/// What others said right before a turn.
fn turns_before(transcript: &Transcript, turn: TurnIndex) -> Vec<ReadingSpan> {
    let speaker = transcript.turn(turn).speaker;
    let before = transcript.turns[..turn.0 as usize].iter().rev().take(MAX_BEFORE);
    before.filter(|before| before.speaker != speaker).map(|before| transcript.speech(before)).collect()
}

fn by_words(
    item: usize,
    words: &HashMap<String, &str>,
    weights: &Weights,
    said: &HashMap<String, f64>,
) -> Option<Match> {
    let all: f64 = words.keys().map(|stem| weights.weight(stem)).sum();
    let shared = shared(words, weights, said);
    if shared.is_empty() || all <= 0.0 {
        return None;
    }
    let likeness = shared.iter().map(|(weight, _)| weight).sum::<f64>() / all;
    let words = shared.iter().take(MAX_WORDS).map(|(_, word)| (*word).to_owned()).collect();
    Some(Match { item, likeness, reasons: vec![Reason::Words(words)] })
}

/// By when a commitment is to be kept: as the user says, else as its words do.
fn due_of(transcript: &Transcript, marked: Marked<'_>, commitment: &Commitment) -> Option<jiff::civil::Date> {
    let found = || {
        let text = joined(transcript, marked.pieces);
        due::find(&text, transcript.meeting.date)?.date
    };
    commitment.due_date.or_else(found)
}

/// Whom an item may name: a person to whom it was promised, or, where several members of a government speak, who
/// promised it.
fn persons(transcript: &Transcript, marked: Marked<'_>, commitment: &Commitment) -> Vec<String> {
    let found = marked.pieces.first().and_then(|piece| addressee::find(transcript, *piece)).map(|found| found.to);
    let to = if commitment.to.is_empty() { found.into_iter().collect() } else { commitment.to.clone() };
    let addressees = transcript.speakers.iter().filter(|speaker| to.contains(&speaker.label()));
    let government = transcript.speakers.iter().filter(|speaker| speaker.role == Role::Government).count();
    let speaker = marked.turn.and_then(|turn| transcript.speaker(transcript.turn(turn)));
    let speaker = speaker.filter(|speaker| government > 1 && speaker.role == Role::Government);
    addressees.chain(speaker).map(Speaker::title).collect()
}
