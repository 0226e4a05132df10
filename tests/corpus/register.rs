//! The closing list of a real debate, and which of the labelled commitments it is likely to hold.

use std::collections::BTreeMap;

use griffier::{
    model::{Annotation, Kind, Passage, Transcript},
    register::{
        Marked, asked,
        closing::{Item, items},
        matching::propose,
    },
    text::{Quote, ReadingSpan},
};
use serde::Deserialize;

/// A labelled commitment.
#[derive(Deserialize)]
struct Label {
    kind: String,
    role: Option<String>,
    group: Option<u32>,
    quote: String,
}

fn labels() -> Option<Vec<Label>> {
    let text = super::text("../labels/B/kst-28638-246.jsonl")?;
    Some(text.lines().map(|line| serde_json::from_str(line).expect("a label")).collect())
}

#[test]
fn the_one_item_of_the_list_has_four_parts_and_a_sharper_date() {
    let Some(transcript) = super::read("dutch/kst-28638-246.txt") else { return };
    let items = items(&transcript, std::iter::empty());
    let lines: Vec<String> =
        items.iter().map(|item| format!("{} {}", item.label(), transcript.words(item.words))).collect();
    assert_eq!(items.len(), 5, "{lines:#?}");
    assert!(lines[0].starts_with("1 De Staatssecretaris stuurt in februari een aangescherpt programma"), "{lines:#?}");
    let parts =
        ["concrete doelstellingen met deadlines", "een financiële bijlage", "de meldplicht voor", "de aangifteplicht"];
    for (line, part) in lines[1..].iter().zip(parts) {
        assert!(line.contains(part), "{line}");
    }
    let sharper: Vec<String> = items[0]
        .amendments
        .iter()
        .map(|amendment| format!("{} {}", amendment.due.date.expect("a day"), transcript.words(amendment.words)))
        .collect();
    assert!(sharper.iter().any(|line| line.starts_with("2024-02-06")), "{sharper:#?}");
}

/// A commitment of these words with nothing filled in.
fn annotation(transcript: &Transcript, span: ReadingSpan) -> Annotation {
    let passage = Passage {
        source: transcript.to_source(span),
        quote: Quote::take(&transcript.reading, span).expect("words of the text"),
    };
    Annotation::new(Kind::Commitment, passage, jiff::Timestamp::UNIX_EPOCH)
}

/// What is proposed for each labelled commitment outside the list, by the group that the reader put it in: the number of
/// an item, or `-`.
fn proposed(transcript: &Transcript, items: &[Item], labels: &[Label]) -> BTreeMap<u32, Vec<String>> {
    let mut groups: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let end = items.iter().map(|item| item.words.start()).min().expect("a list");
    for label in labels.iter().filter(|label| label.kind == "commitment" && label.role.as_deref() != Some("list")) {
        let quote = label.quote.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(start) = transcript.reading.find(&quote) else { continue };
        let span = ReadingSpan::new(start..start + quote.len());
        if span.start() >= end {
            continue;
        }
        let annotation = annotation(transcript, span);
        let turn = transcript.turn_at(span.start());
        let marked = Marked { annotation: &annotation, pieces: &[span], mentions: &[], turn };
        let found = propose(transcript, items, &[marked]).remove(0);
        println!("{:?} {found:?} {quote}", label.group);
        let told = found.map_or("-".into(), |found| items[found.item].label());
        groups.entry(label.group.unwrap_or_default()).or_default().push(told);
    }
    groups
}

#[test]
fn which_commitments_the_list_is_likely_to_hold() {
    let Some(transcript) = super::read("dutch/kst-28638-246.txt") else { return };
    let Some(labels) = labels() else { return };
    let items = items(&transcript, std::iter::empty());
    let groups = proposed(&transcript, &items, &labels);
    let all_are = |group: u32, wanted: &[&str]| groups[&group].iter().all(|found| wanted.contains(&found.as_str()));
    // The sharper programme, its aims, the duty to report a crime.
    assert!(groups[&1].iter().filter(|found| *found == "1").count() >= 2, "{groups:?}");
    assert!(all_are(2, &["1", "1a"]), "{groups:?}");
    assert!(groups[&13].contains(&"1c".to_owned()), "{groups:?}");
    assert!(all_are(14, &["1d"]), "{groups:?}");
    // What the rapporteur finds, the bills, the fieldlab: in no list.
    for group in [3, 8, 9, 10, 15] {
        assert!(all_are(group, &["-"]), "{group}: {groups:?}");
    }
}

/// The question that is proposed for each labelled commitment, by the group that the reader put it in.
fn questions(transcript: &Transcript, labels: &[Label]) -> BTreeMap<u32, Vec<String>> {
    let mut groups: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for label in labels.iter().filter(|label| label.kind == "commitment" && label.role.as_deref() != Some("list")) {
        let quote = label.quote.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(start) = transcript.reading.find(&quote) else { continue };
        let span = ReadingSpan::new(start..start + quote.len());
        let annotation = annotation(transcript, span);
        let turn = transcript.turn_at(span.start());
        let asked =
            asked::propose(transcript, Marked { annotation: &annotation, pieces: &[span], mentions: &[], turn });
        let question = asked.map_or_else(String::new, |asked| transcript.words(asked.words).to_owned());
        println!("{:?} {quote}\n    {question}", label.group);
        groups.entry(label.group.unwrap_or_default()).or_default().push(question);
    }
    groups
}

#[test]
fn which_question_a_commitment_is_likely_to_answer() {
    let Some(transcript) = super::read("dutch/kst-28638-246.txt") else { return };
    let Some(labels) = labels() else { return };
    let groups = questions(&transcript, &labels);
    let any_is = |group: u32, words: &str| groups[&group].iter().any(|question| question.contains(words));
    // What the rapporteur finds; the advice on the bill; the law on organised crime, asked for just before.
    assert!(any_is(3, "resultaten van het onderzoek van de Nationaal Rapporteur"), "{groups:?}");
    assert!(any_is(9, "advies van de Raad van State"), "{groups:?}");
    assert!(any_is(14, "onder die paraplu"), "{groups:?}");
    // Asked by the one who spoke before, though another is named.
    assert!(any_is(5, "inzichtelijk maakt wat alle wensen hadden gekost"), "{groups:?}");
    // What the chair notes answers nobody.
    assert!(groups[&1].iter().any(String::is_empty), "{groups:?}");
}
