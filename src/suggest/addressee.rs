//! To whom something is promised: who was named last in the same turn, else who spoke before it.

use crate::{
    model::{Role, Speaker, SpeakerIndex, Transcript, TurnIndex, named},
    text::{Byte, ReadingSpan},
};

/// How far back in the turn a name still tells to whom one speaks, in bytes: some three paragraphs.
const MAX_BACK: usize = 1_500;

/// How many turns are looked back for who asked.
const MAX_TURNS: u32 = 6;

/// How a house or council is named as a whole, in small letters.
const HOUSES: &[&str] =
    &["de kamer", "uw kamer", "uw raad", "de raad", "uw staten", "the house", "this house", "this committee"];

named! {
    /// Why somebody is proposed.
    Why {
        /// They were named last before the words, or in them.
        Named = "named",
        /// They spoke last before the turn.
        SpokeBefore = "spoke-before",
        /// The words name the house as a whole.
        House = "house",
    }
}

/// Who is proposed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// Who: a speaker's name and party, or the house as it was named.
    pub to: String,
    /// The turn in which a speaker spoke last before the words.
    pub turn: Option<TurnIndex>,
    /// Why.
    pub why: Why,
}

/// To whom the words of `passage` are spoken: who is named in them, the house where that is, who was named before them
/// in the turn, who spoke before it. The chair, who gives everybody the floor, is nobody's addressee unless named, and
/// speaks to all.
#[must_use]
pub fn find(transcript: &Transcript, passage: ReadingSpan) -> Option<Addressee> {
    let text = &transcript.reading;
    let here = transcript.turn_at(passage.start())?;
    let in_chair = |index| transcript.label(transcript.turn(index)).is_some_and(|label| label.role == Role::Chair);
    let speaks = transcript.turn(here).speaker;
    let before = (here.0.saturating_sub(MAX_TURNS)..here.0).rev().map(TurnIndex);
    let of = |speaker: SpeakerIndex, why| Addressee {
        to: transcript.speakers[speaker.0 as usize].label(),
        turn: before.clone().find(|index| transcript.turn(*index).speaker == Some(speaker)),
        why,
    };
    let words = passage.of(text)?;
    if let Some(speaker) = named(transcript, speaks, words) {
        return Some(of(speaker, Why::Named));
    }
    let small = words.to_lowercase();
    let house = HOUSES.iter().find_map(|house| Some((last_house(&small, house)?, *house)));
    if let Some((at, house)) = house {
        // As it was said, capitals and all, where small letters take the same room.
        let said = words.get(at..at + house.len()).filter(|said| said.to_lowercase() == house);
        return Some(Addressee { to: said.unwrap_or(house).to_owned(), turn: None, why: Why::House });
    }
    if in_chair(here) {
        return None;
    }
    let speech = transcript.speech(transcript.turn(here)).start().index();
    let from = text.ceil_char_boundary(passage.start().index().saturating_sub(MAX_BACK)).max(speech);
    if let Some(speaker) = named(transcript, speaks, text.get(from..passage.start().index())?) {
        return Some(of(speaker, Why::Named));
    }
    let spoke = |index: TurnIndex| transcript.turn(index).speaker.filter(|speaker| Some(*speaker) != speaks);
    let speaker = before.clone().filter(|index| !in_chair(*index)).find_map(spoke)?;
    Some(of(speaker, Why::SpokeBefore))
}

/// Which speaker is named last in `words`; whoever speaks them apart.
fn named(transcript: &Transcript, speaks: Option<SpeakerIndex>, words: &str) -> Option<SpeakerIndex> {
    let words = words.to_lowercase();
    let speakers = transcript.speakers.iter().enumerate();
    let found = speakers.filter_map(|(index, speaker)| {
        let last = forms(speaker).into_iter().filter_map(|form| last_word_match(&words, &form)).max()?;
        Some((last, SpeakerIndex(Byte::at(index).0)))
    });
    found.filter(|(_, speaker)| Some(*speaker) != speaks).max_by_key(|(last, _)| *last).map(|(_, speaker)| speaker)
}

/// How a speaker is named in speech, in small letters. A name alone may be a word like any other.
fn forms(speaker: &Speaker) -> Vec<String> {
    let name = speaker.name.to_lowercase();
    let mut forms: Vec<String> = ["collega", "lid"].iter().map(|before| format!("{before} {name}")).collect();
    if speaker.honorific.is_some() {
        forms.push(speaker.title().to_lowercase());
    } else if name.contains(' ') {
        forms.push(name);
    }
    forms
}

/// Where `form` stands last in `text` as whole words.
fn last_word_match(text: &str, form: &str) -> Option<usize> {
    word_matches(text, form).next()
}

/// Where a house is named last: "de Raad" is one, "de Raad van State" is another body.
fn last_house(text: &str, house: &str) -> Option<usize> {
    word_matches(text, house).find(|at| !text[at + house.len()..].starts_with(" van "))
}

/// Where `form` stands in `text` as whole words, the last first.
fn word_matches(text: &str, form: &str) -> impl Iterator<Item = usize> {
    let is_whole = move |at: &usize| {
        !text[..*at].ends_with(char::is_alphanumeric) && !text[at + form.len()..].starts_with(char::is_alphanumeric)
    };
    text.rmatch_indices(form).map(|(at, _)| at).filter(is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::Named as _, reader};

    const DEBATE: &str = "De voorzitter:\nHet woord is aan mevrouw Aalst.\n\nMevrouw Aalst (Kust):\nKomt de brief?\n\n\
        De heer Lindhoud (Duin):\nEn de cijfers?\n\nDe voorzitter:\nDe Minister.\n\nMinister Ter Horst:\nMevrouw Aalst \
        vroeg naar de brief. Die komt in maart. Ik dank haar.\nDan de cijfers. Ik zeg de heer Lindhoud toe dat die \
        komen.\n\nMevrouw Aalst (Kust):\nDank. En de dijk?\n\nMinister Ter Horst:\nDie laat ik nazien. De uitkomst \
        meld ik de Kamer.\n\nDe voorzitter:\nDan sluit ik.\n";

    fn proposed(words: &str) -> String {
        let transcript = reader::read(DEBATE);
        let start = transcript.reading.find(words).unwrap();
        find(&transcript, ReadingSpan::new(start..start + words.len())).map_or("-".into(), |found| {
            format!("{}, {} {:?}", found.to, found.why.name(), found.turn.map(|turn| turn.0))
        })
    }

    #[test]
    fn who_was_named_or_spoke_before() {
        assert_eq!(proposed("Die komt in maart"), "Mevrouw Aalst (Kust), named Some(1)");
        assert_eq!(proposed("Ik zeg de heer Lindhoud toe"), "De heer Lindhoud (Duin), named Some(2)");
        assert_eq!(proposed("Die laat ik nazien"), "Mevrouw Aalst (Kust), spoke-before Some(5)");
        assert_eq!(proposed("meld ik de Kamer"), "de Kamer, house None");
        assert_eq!(proposed("Komt de brief?"), "-", "the chair gave the floor, and asked nothing");
        assert_eq!(proposed("sluit ik"), "-", "the chair speaks to all");
    }

    #[test]
    fn a_name_is_whole_words() {
        assert_eq!(last_word_match("de heer duinen en de heer duin.", "de heer duin"), Some(18));
        assert_eq!(last_word_match("de heer duinen", "de heer duin"), None);
        assert_eq!(last_house("aan de raad, na advies van de raad van state", "de raad"), Some(4));
        assert_eq!(last_house("het advies van de raad van state", "de raad"), None);
    }
}
