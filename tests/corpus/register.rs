//! The closing list of a real debate, and which of the labelled commitments it is likely to hold.

use std::collections::BTreeMap;

use griffier::{
    model::{Annotation, Kind, Passage, Transcript},
    register::{
        closing::{Item, items},
        matching::{Marked, propose},
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
        let passage = Passage {
            source: transcript.to_source(span),
            quote: Quote::take(&transcript.reading, span).expect("words of the text"),
        };
        let annotation = Annotation::new(Kind::Commitment, passage, jiff::Timestamp::UNIX_EPOCH);
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
