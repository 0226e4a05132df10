//! Dutch debates: the official mark-up says who speaks, and every word of it.

use std::collections::BTreeMap;

use crate::{read, text};
use griffier::model::{AsideKind, Block, InsetKind, Remark, RepairKind, Transcript, Turn};

/// Name, party and role.
type Who = (String, Option<String>, &'static str);

fn official(turn: &serde_json::Value) -> Who {
    let own = |field: &str| turn[field].as_str().map(str::to_owned);
    let role = match turn["role"].as_str() {
        Some("chair") => "chair",
        Some("mp") => "member",
        _ => "government",
    };
    (own("name").expect("a name"), own("party"), role)
}

fn found(transcript: &Transcript, turn: &Turn) -> Who {
    let label = transcript.label(turn).expect("a heading");
    (label.name.clone(), label.party.clone(), label.role.name())
}

/// Words that differ from the official text, and why that cannot be known from the copy.
const EXPLAINED: &[&str] = &[
    // The rendering of the list shows its bullets twice.
    "official de agenda: - het VAO, read de agenda: • -- het",
    // A compound broken at its own hyphen, which stands nowhere else in the text.
    "official in een woon-zorgvoorziening zitten. Komen, read in een woonzorgvoorziening zitten. Komen",
];

/// Where the text of a copy differs from the official one in the layout alone.
const COPIES: [(u8, &[&str]); 4] =
    [(3, &["", ".pdfcopy-sim"]), (4, &["", ".oneline-sim"]), (8, &[""]), (10, &["", ".pdfcopy-sim"])];

/// Plenary debates whose turns are known from the official mark-up: all of them are found, and none besides, and what is
/// said in each is the same, word for word, but for the explained ones.
#[test]
fn the_turns_of_plenary_debates_are_those_of_the_official_mark_up() {
    for (item, copies) in COPIES {
        let Some(gold) = text(&format!("gold/h-tk-20172018-70-{item}.turns.json")) else { return };
        let gold: serde_json::Value = serde_json::from_str(&gold).expect("the answers");
        let gold = gold["turns"].as_array().expect("turns");
        let wanted: Vec<Who> = gold.iter().map(official).collect();
        for copy in copies {
            let path = format!("dutch/h-tk-20172018-70-{item}{copy}.txt");
            let transcript = read(&path).expect("the folder was there a moment ago");
            let read: Vec<Who> = transcript.turns.iter().map(|turn| found(&transcript, turn)).collect();
            assert_eq!(read, wanted, "{path}");
            let differ: Vec<String> = gold
                .iter()
                .zip(&transcript.turns)
                .filter_map(|(gold, turn)| {
                    let official = official_words(gold);
                    let read: Vec<&str> = transcript.words(transcript.speech(turn)).split_whitespace().collect();
                    let at = official.iter().zip(&read).position(|(a, b)| a != b);
                    let at = at.or((official.len() != read.len()).then(|| official.len().min(read.len())))?;
                    let around = |words: &[&str]| words[at.saturating_sub(2)..(at + 3).min(words.len())].join(" ");
                    Some(format!("official {}, read {}", around(&official), around(&read)))
                })
                .collect();
            let unexplained: Vec<&String> =
                differ.iter().filter(|differ| !EXPLAINED.contains(&differ.as_str())).collect();
            assert!(unexplained.is_empty(), "{path}: {unexplained:#?}");
        }
    }
}

/// What is said in a turn. Remarks of the reporter between two turns are counted to neither.
fn official_words(turn: &serde_json::Value) -> Vec<&str> {
    let paragraphs = turn["paragraphs"].as_array().expect("paragraphs");
    let last = paragraphs.iter().rposition(|paragraph| paragraph["kind"] != "stage").map_or(0, |last| last + 1);
    paragraphs[..last]
        .iter()
        .flat_map(|paragraph| paragraph["text"].as_str().expect("text").split_whitespace())
        .collect()
}

#[test]
fn a_committee_debate_is_read_whole() {
    let Some(transcript) = read("dutch/kst-28638-246.txt") else { return };
    let mut labels: BTreeMap<String, usize> = BTreeMap::new();
    for turn in &transcript.turns {
        *labels.entry(transcript.label(turn).expect("a heading").words()).or_default() += 1;
    }
    assert_eq!((transcript.turns.len(), labels.len()), (147, 11));
    let chair = transcript.turns.iter().filter(|turn| transcript.in_chair(turn).is_some()).count();
    assert_eq!(chair, labels["De voorzitter"], "every turn of the chair has a person");
    assert_eq!(transcript.speakers.len(), 10, "who takes the chair is the same person as the member");
    let asides = |wanted: fn(&AsideKind) -> bool| {
        let kinds = transcript.blocks.iter().filter_map(|block| match block {
            Block::Aside(aside) => Some(&aside.kind),
            Block::Turn(_) => None,
        });
        kinds.filter(|kind| wanted(kind)).count()
    };
    assert_eq!(asides(|kind| *kind == AsideKind::ChairChange), 5, "the first chair, and four changes");
    assert_eq!(asides(|kind| matches!(kind, AsideKind::Suspension(Some(_)))), 1);
    assert!(
        matches!(transcript.insets.as_slice(), [inset] if matches!(inset.kind, InsetKind::ClosingList(_))),
        "the closing list"
    );
    assert_eq!(transcript.repairs.count(RepairKind::Hyphen), 54);
    let meeting = &transcript.meeting;
    assert_eq!(meeting.date.map(|date| date.to_string()).as_deref(), Some("2023-12-21"));
    assert_eq!((meeting.dossier.as_deref(), meeting.number.as_deref()), (Some("28 638"), Some("246")));
    assert_eq!((meeting.members.len(), meeting.guests.len(), meeting.papers.len()), (10, 1, 2));
    assert_eq!(meeting.start.zip(meeting.end).map(|(a, b)| (a.hour(), b.hour())), Some((11, 13)));
}

/// The opening of a day and its list of incoming papers: nobody speaks in them, though lines end in a colon.
#[test]
fn parts_without_speech_have_no_turns() {
    for item in [1, 14] {
        let Some(transcript) = read(&format!("dutch/h-tk-20172018-70-{item}.txt")) else { return };
        assert_eq!((transcript.format.0, transcript.turns.len()), ("dutch-report", 0));
        assert_eq!(transcript.remarks, [Remark::NoSpeech]);
    }
}

/// Motions of plenary debates: as many as the chair gives a number to, all with their movers.
#[test]
fn motions_have_movers_and_numbers() {
    for (path, wanted) in
        [("3", 7), ("3.pdfcopy-sim", 7), ("4", 5), ("4.oneline-sim", 5), ("8", 0), ("10", 5), ("10.pdfcopy-sim", 5)]
    {
        let Some(transcript) = read(&format!("dutch/h-tk-20172018-70-{path}.txt")) else { return };
        let motions: Vec<_> = transcript
            .insets
            .iter()
            .filter_map(|inset| match &inset.kind {
                // One is read out a second time, on request; the chair gives it no second number.
                InsetKind::Motion(motion) => motion.number.as_ref().map(|_| motion),
                InsetKind::ClosingList(_) => None,
            })
            .collect();
        assert_eq!(motions.len(), wanted, "{path}");
        assert!(motions.iter().all(|motion| !motion.movers.is_empty() && motion.dossier.is_some()), "{path}");
    }
}
