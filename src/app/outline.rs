//! Who spoke how much.

use crate::{
    model::{SpeakerIndex, Transcript, TurnIndex},
    text::Byte,
};

/// One speaker's part in the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeakerShare {
    /// Who.
    pub speaker: SpeakerIndex,
    /// Their first turn.
    pub first: TurnIndex,
    /// How many turns they have.
    pub turns: usize,
    /// How many words they speak.
    pub words: usize,
    /// That in percent of all words spoken, rounded.
    pub percent: usize,
}

/// How many words there are. The reader has made every blank a common one, so bytes tell.
pub(super) fn words_in(text: &str) -> usize {
    let mut before_is_blank = true;
    let begins_word = |byte: &&u8| {
        let is_blank = matches!(byte, b' ' | b'\n' | b'\t');
        std::mem::replace(&mut before_is_blank, is_blank) && !is_blank
    };
    text.as_bytes().iter().filter(begins_word).count()
}

/// A part of a whole in percent, rounded.
#[must_use]
pub fn percent(part: usize, whole: usize) -> usize {
    (part * 100 + whole / 2) / whole.max(1)
}

/// The speakers, those with the most words first.
#[must_use]
pub fn speaker_shares(transcript: &Transcript) -> Vec<SpeakerShare> {
    let mut shares: Vec<Option<SpeakerShare>> = vec![None; transcript.speakers.len()];
    for (index, turn) in transcript.turns.iter().enumerate() {
        let Some(speaker) = turn.speaker else { continue };
        let words = words_in(transcript.words(transcript.speech(turn)));
        let first = TurnIndex(Byte::at(index).0);
        let share =
            shares[speaker.0 as usize].get_or_insert(SpeakerShare { speaker, first, turns: 0, words: 0, percent: 0 });
        share.turns += 1;
        share.words += words;
    }
    let mut shares: Vec<SpeakerShare> = shares.into_iter().flatten().collect();
    let all = shares.iter().map(|share| share.words).sum::<usize>().max(1);
    for share in &mut shares {
        share.percent = percent(share.words, all);
    }
    shares.sort_by_key(|share| (std::cmp::Reverse(share.words), share.first));
    shares
}
