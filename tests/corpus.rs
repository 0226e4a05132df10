//! Real transcripts, which are not part of the project: read from the folder that `GRIFFIER_CORPUS` names, or from
//! `../shared/transcripts`. Where that is missing, the tests say so and pass.

use std::{collections::BTreeMap, path::PathBuf};

use griffier::{
    model::{AsideKind, Block, RepairKind, Transcript},
    reader,
};

fn read(path: &str) -> Option<Transcript> {
    let folder = std::env::var_os("GRIFFIER_CORPUS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/transcripts"), PathBuf::from);
    if !folder.is_dir() {
        println!("skipped: there is no folder {}", folder.display());
        return None;
    }
    let text = std::fs::read_to_string(folder.join(path)).expect("the transcript");
    Some(reader::read(&text))
}

#[test]
fn a_committee_debate_is_read_whole() {
    let Some(transcript) = read("dutch/kst-28638-246.txt") else { return };
    let mut labels: BTreeMap<String, usize> = BTreeMap::new();
    for turn in &transcript.turns {
        *labels.entry(transcript.speaker(turn).expect("a speaker").label()).or_default() += 1;
    }
    assert_eq!((transcript.turns.len(), labels.len()), (147, 11));
    let chair: Vec<&str> = transcript.turns.iter().filter_map(|turn| turn.in_chair.as_deref()).collect();
    assert_eq!(chair.len(), labels["De voorzitter"], "every turn of the chair has a person");
    let asides = |wanted: fn(&AsideKind) -> bool| {
        let kinds = transcript.blocks.iter().filter_map(|block| match block {
            Block::Aside(aside) => Some(&aside.kind),
            Block::Turn(_) => None,
        });
        kinds.filter(|kind| wanted(kind)).count()
    };
    assert_eq!(asides(|kind| *kind == AsideKind::ChairChange), 5, "the first chair, and four changes");
    assert_eq!(asides(|kind| matches!(kind, AsideKind::Suspension(Some(_)))), 1);
    assert_eq!(transcript.repairs.count(RepairKind::Hyphen), 54);
    let meeting = &transcript.meeting;
    assert_eq!(meeting.date.map(|date| date.to_string()).as_deref(), Some("2023-12-21"));
    assert_eq!((meeting.dossier.as_deref(), meeting.number.as_deref()), (Some("28 638"), Some("246")));
    assert_eq!((meeting.members.len(), meeting.guests.len(), meeting.papers.len()), (10, 1, 2));
    assert_eq!(meeting.start.zip(meeting.end).map(|(a, b)| (a.hour(), b.hour())), Some((11, 13)));
}
