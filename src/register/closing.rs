//! The items of the closing list: as they were found, as the user corrects them, and what was said of them while they
//! were read out.

use crate::{
    model::{InsetKind, ItemCorrection, Transcript, TurnIndex},
    suggest::due::{self, Due},
    text::{Byte, ReadingSpan, SourceSpan, sentences},
};

/// How many turns behind the list something may still be said of it.
const MAX_BEHIND: u32 = 8;

/// An item of the closing list, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its words.
    pub words: ReadingSpan,
    /// Which of the items, counted from 1.
    pub number: usize,
    /// Which part of it, counted from 1; 0 for the item itself.
    pub part: usize,
    /// By when, as it was read out; a part's is that of its item, where it has none of its own.
    pub due: Option<Due>,
    /// What was said of it afterwards that may change it, in the order of the text.
    pub amendments: Vec<Amendment>,
    /// Whether it is one because the user says so.
    pub by_hand: bool,
}

impl Item {
    /// Its number, with a letter for a part: `2`, `2b`.
    #[must_use]
    pub fn label(&self) -> String {
        let letter = self.part.checked_sub(1).and_then(|at| u8::try_from(at % 26).ok()).map(|at| char::from(b'a' + at));
        format!("{}{}", self.number, letter.map(String::from).unwrap_or_default())
    }
}

/// A sentence, said while the list was read out or after it, that names another day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// The sentence.
    pub words: ReadingSpan,
    /// Whose turn it stands in.
    pub turn: TurnIndex,
    /// By when, as it is put there; places are within the sentence.
    pub due: Due,
}

/// The closing list of a transcript: its items, each followed by its parts. `corrections` are the user's, by the words of
/// the source they are about.
#[must_use]
pub fn items<'a>(
    transcript: &Transcript,
    corrections: impl Iterator<Item = (SourceSpan, &'a ItemCorrection)>,
) -> Vec<Item> {
    let mut places: Vec<(ReadingSpan, bool, bool)> = Vec::new();
    for inset in &transcript.insets {
        let InsetKind::ClosingList(items) = &inset.kind else { continue };
        for item in items {
            places.push((item.words, false, false));
            places.extend(item.parts.iter().map(|part| (*part, true, false)));
        }
    }
    for (source, correction) in corrections {
        let words = transcript.to_reading(source);
        places.retain(|(place, ..)| *place != words);
        if !words.is_empty() && *correction != ItemCorrection::None {
            places.push((words, *correction == ItemCorrection::Part, true));
        }
    }
    places.sort_by_key(|(words, is_part, _)| (words.start(), *is_part, words.end()));
    let mut items: Vec<Item> = Vec::new();
    for (words, is_part, by_hand) in places {
        let last = items.last();
        let (number, part) = match (is_part, last) {
            // A part of nothing is an item.
            (true, Some(last)) => (last.number, last.part + 1),
            (_, last) => (last.map_or(1, |last| last.number + 1), 0),
        };
        let text = transcript.words(words);
        let due = due::find(text, transcript.meeting.date);
        items.push(Item { words, number, part, due, amendments: Vec::new(), by_hand });
    }
    for at in 0..items.len() {
        if items[at].part > 0 && items[at].due.is_none() {
            let item = items.iter().find(|item| item.number == items[at].number && item.part == 0);
            items[at].due = item.and_then(|item| item.due.clone());
        }
    }
    amend(transcript, &mut items);
    items
}

/// Finds what was said of the items.
fn amend(transcript: &Transcript, items: &mut [Item]) {
    let turns: Vec<Option<TurnIndex>> = items.iter().map(|item| transcript.turn_at(item.words.start())).collect();
    let (Some(first), Some(last)) = (turns.iter().flatten().min(), turns.iter().flatten().max()) else { return };
    let end = (last.0 + 1 + MAX_BEHIND).min(Byte::at(transcript.turns.len()).0);
    // Whoever goes on about an item may not name it again.
    let mut about = None;
    for turn in (first.0..end).map(TurnIndex) {
        // While the list is still being read out, the last item is what one speaks of.
        let read = (0..items.len()).rfind(|at| items[*at].part == 0 && turns[*at].is_some_and(|read| read < turn));
        let in_list = turns.contains(&Some(turn));
        for sentence in sentences_of(transcript, turn) {
            if in_list && items.iter().any(|item| item.words.intersection(sentence).is_some()) {
                continue;
            }
            let text = transcript.words(sentence);
            let named = named_item(transcript, items, text);
            about = named.or(about);
            let Some(due) = due::find(text, transcript.meeting.date).filter(|due| due.date.is_some()) else { continue };
            let alone = items.iter().filter(|item| item.part == 0).count() == 1;
            let Some(at) = named.or(about).or(read.filter(|_| alone || *last >= turn)) else { continue };
            // The day that was read out is no other day.
            if items[at].due.as_ref().is_some_and(|known| known.date == due.date) {
                continue;
            }
            items[at].amendments.push(Amendment { words: sentence, turn, due });
        }
    }
}

/// The item that a sentence names: by the day that was read out.
fn named_item(transcript: &Transcript, items: &[Item], text: &str) -> Option<usize> {
    let small = text.to_lowercase();
    items.iter().position(|item| {
        let due = item.due.as_ref().filter(|_| item.part == 0);
        let said = due.and_then(|due| transcript.words(item.words).get(due.place.clone()));
        // "vóór 1 juni" is named by "1 juni".
        let day = said.map(|said| bare_day(said).to_lowercase());
        day.is_some_and(|day| !day.is_empty() && small.contains(&day))
    })
}

fn bare_day(said: &str) -> &str {
    let at = said.find(|c: char| c.is_ascii_digit());
    at.map_or(said, |at| &said[at..])
}

/// The sentences of a turn.
fn sentences_of(transcript: &Transcript, turn: TurnIndex) -> impl Iterator<Item = ReadingSpan> {
    let paragraphs = transcript.paragraphs(&transcript.turn(turn).paragraphs);
    paragraphs.iter().flat_map(|paragraph| {
        let start = paragraph.text.start().index();
        let found = sentences(transcript.words(paragraph.text));
        found.map(move |sentence| ReadingSpan::new(start + sentence.start..start + sentence.end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader;

    const DUTCH: &str = include_str!("../../samples/commissiedebat.txt");
    const ENGLISH: &str = include_str!("../../samples/meeting.txt");

    /// A line for each item, and for what was said of it.
    fn outline(transcript: &Transcript, items: &[Item]) -> Vec<String> {
        let day = |due: &Due| due.date.map_or("-".into(), |date| date.to_string());
        let line = |item: &Item| {
            let words = transcript.words(item.words).replace('\n', " ");
            let due = item.due.as_ref().map_or("-".into(), day);
            let amendments = item.amendments.iter().map(|amendment| {
                format!("  {}: {}", day(&amendment.due), transcript.words(amendment.words).replace('\n', " "))
            });
            std::iter::once(format!("{} {due} {words}", item.label())).chain(amendments.collect::<Vec<_>>())
        };
        items.iter().flat_map(line).collect()
    }

    fn found(text: &str) -> Vec<String> {
        let transcript = reader::read(text);
        outline(&transcript, &items(&transcript, std::iter::empty()))
    }

    #[test]
    fn the_list_of_the_dutch_sample_and_what_the_minister_says_of_it() {
        assert_eq!(
            found(DUTCH),
            [
                "1 2031-06-01 De Minister stuurt de Kamer vóór 1 juni een lijst met per gemaal de staat, het jaar van vervanging en \
             de kosten.",
                "  2031-06-20: U las 1 juni voor, maar ik heb gezegd: vóór de zomer.",
                "  2031-06-20: Maakt u er 20 juni van, dan weet u waar u aan toe bent en ik ook.",
                "  2031-06-20: Dan wordt het 20 juni, een vrijdag.",
                "2 2031-03-26 De Minister stuurt de Kamer binnen twee weken de metingen van de kruinhoogte bij Halmerzijl, met de \
             ruwe gegevens.",
                "3 2031-12-20 De Minister gaat na of een proef met een flexibel peil nog vóór de komende winter kan beginnen.",
            ]
        );
    }

    #[test]
    fn the_actions_of_the_english_sample() {
        assert_eq!(
            found(ENGLISH),
            [
                "1 2031-02-28 Ms Vantongeren reports in writing on the bearing by 28 February, with two prices.",
                "2 2031-03-14 Ms Okoro-Lane publishes the closure timetable by 14 March and writes to every skipper.",
                "3 2031-03-04 Mr Sorrell brings a statement of the fund on 4 March.",
            ]
        );
    }

    #[test]
    fn the_user_corrects_the_split() {
        let transcript = reader::read(ENGLISH);
        let place = |words: &str| {
            let start = transcript.reading.find(words).unwrap();
            transcript.to_source(ReadingSpan::new(start..start + words.len()))
        };
        let item = transcript.to_source(items(&transcript, std::iter::empty())[1].words);
        let corrections = [
            (item, ItemCorrection::None),
            (place("Ms Okoro-Lane publishes the closure timetable by 14 March"), ItemCorrection::Item),
            (place("writes to every skipper"), ItemCorrection::Part),
        ];
        let corrected = items(&transcript, corrections.iter().map(|(place, correction)| (*place, correction)));
        assert_eq!(
            outline(&transcript, &corrected)[1..3],
            [
                "2 2031-03-14 Ms Okoro-Lane publishes the closure timetable by 14 March",
                "2a 2031-03-14 writes to every skipper",
            ]
        );
        assert_eq!(corrected.iter().filter(|item| item.by_hand).count(), 2);
    }
}
