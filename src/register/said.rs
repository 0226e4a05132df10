//! What is said in and around a marked commitment, word by word.

use std::collections::HashMap;

use super::stems::{Weights, joined, stems};
use crate::{
    model::{Annotation, Transcript, TurnIndex},
    text::{ReadingSpan, sentence_at},
};

/// A commitment that is marked, with its places in the text.
#[derive(Clone, Copy, Debug)]
pub struct Marked<'a> {
    /// The annotation.
    pub annotation: &'a Annotation,
    /// Where its pieces stand.
    pub pieces: &'a [ReadingSpan],
    /// Where its mentions stand; empty for one that was not found.
    pub mentions: &'a [ReadingSpan],
    /// The turn in which it begins.
    pub turn: Option<TurnIndex>,
}

/// What a word counts for by where it stands: in the marked words and the user's, in the sentences around them, in the
/// rest of the paragraph, further off.
const PLACES: [f64; 4] = [1.0, 0.8, 0.5, 0.5];

/// How much of a paragraph around the marked words is heeded, before and behind them, in bytes: a text without line ends
/// is one paragraph.
const MAX_AROUND: usize = 5_000;

/// How many of the words that a text shares are shown.
pub(super) const MAX_WORDS: usize = 4;

/// The stems that are said in and around a commitment and in some places further off, and what each counts for.
pub(super) fn said(transcript: &Transcript, marked: Marked<'_>, further: &[ReadingSpan]) -> HashMap<String, f64> {
    let annotation = marked.annotation;
    let mentions = marked.mentions.iter().filter(|span| !span.is_empty());
    let own: Vec<ReadingSpan> = marked.pieces.iter().chain(mentions).copied().collect();
    let first = marked.pieces.first();
    let paragraph = first.and_then(|piece| transcript.paragraphs.get(transcript.paragraphs_in(*piece).start));
    let near = first.map(|piece| {
        let (start, end) = (piece.start().index(), piece.end().index());
        ReadingSpan::new(
            transcript.reading.ceil_char_boundary(start.saturating_sub(MAX_AROUND))
                ..transcript.reading.floor_char_boundary(end + MAX_AROUND),
        )
    });
    let paragraph = paragraph.zip(near).and_then(|(paragraph, near)| paragraph.text.intersection(near));
    let sentence = paragraph.zip(first).map(|(paragraph, piece)| around_piece(transcript, paragraph, *piece));
    let texts = [
        format!("{} {} {}", joined(transcript, &own), annotation.summary, annotation.note),
        sentence.map(|span| transcript.words(span).to_owned()).unwrap_or_default(),
        paragraph.map(|span| transcript.words(span).to_owned()).unwrap_or_default(),
        joined(transcript, further),
    ];
    let mut said: HashMap<String, f64> = HashMap::new();
    for (text, counts) in texts.iter().zip(PLACES) {
        for stem in stems(text).into_keys() {
            let known = said.entry(stem).or_default();
            *known = known.max(counts);
        }
    }
    said
}

/// The sentence that a piece begins in, with the one before it.
fn around_piece(transcript: &Transcript, paragraph: ReadingSpan, piece: ReadingSpan) -> ReadingSpan {
    let (text, offset) = (transcript.words(paragraph), paragraph.start().index());
    let at = piece.start().index().saturating_sub(offset);
    let here = sentence_at(text, at);
    let before = here.start.checked_sub(1).map_or(here.start, |at| sentence_at(text, at).start);
    ReadingSpan::new(offset + before..offset + here.end)
}

/// The words of a text that are said too, each with what it counts for; those that tell most first.
pub(super) fn shared<'t>(
    words: &HashMap<String, &'t str>,
    weights: &Weights,
    said: &HashMap<String, f64>,
) -> Vec<(f64, &'t str)> {
    let mut shared: Vec<(f64, &str)> = words
        .iter()
        .filter_map(|(stem, word)| Some((weights.weight(stem) * said.get(stem)?, *word)))
        .filter(|(weight, _)| *weight > 0.0)
        .collect();
    shared.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    shared
}
