//! Captions, minutes and transcripts with names. The turns of each file were counted by hand, heading by heading.

use std::collections::BTreeMap;

use crate::read;
use griffier::model::{Remark, RepairKind};

/// What is known of one file: its path and its format; how many turns each label has, the most first; how many
/// persons speak; how many turns have a time, and the last of these in seconds.
type Known = (&'static str, &'static str, &'static [usize], usize, usize, u32);

#[rustfmt::skip]
const KNOWN: &[Known] = &[
    ("dutch/ao-20040624-volunteer.txt", "named-lines", &[10, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1], 8, 8, 1390),
    ("meetings/converted-scotus-2021.21-5726.srt", "captions", &[30, 19, 12, 8, 7, 4, 4, 4, 1], 9, 89, 2607),
    ("meetings/converted-scotus-2021.21-5726.teams.vtt", "captions", &[30, 19, 12, 8, 7, 4, 4, 4, 1], 9, 89, 2607),
    ("meetings/converted-scotus-2021.21-5726.zoom.vtt", "captions", &[30, 19, 12, 8, 7, 4, 4, 4, 1], 9, 89, 2607),
    ("meetings/md-bold-speaker-bracket-time-ladybug-03.md", "named-lines", &[38, 31, 31, 30], 4, 130, 3989),
    ("meetings/md-speaker-colon-time-bitcoinexplained-v24bug.md", "named-lines", &[38, 36], 2, 74, 1287),
    ("meetings/qmsum-product-AMI-ES2005a.txt", "named-lines", &[42, 28, 19, 16], 4, 0, 0),
    ("meetings/scotus-oral-argument-2021.21-5726.otterstyle.txt", "named-lines", &[30, 19, 12, 8, 7, 4, 4, 4, 1], 9, 89, 2607),
    ("meetings/teams-docx-powershell-20240118.md", "named-lines", &[44, 24, 16, 14, 11, 10, 10, 8, 7, 7, 6, 5, 1, 1], 14, 164, 3350),
    ("meetings/us-presidential-debate-1960-09-26.txt", "named-lines", &[22, 15, 11, 5, 4, 4, 2, 2, 1, 1, 1, 1, 1], 8, 0, 0),
    ("meetings/winnipeg-council-20131106.pdftotext.txt", "named-lines", &[11, 5, 4, 2, 1, 1], 6, 0, 0),
];

#[test]
fn the_turns_are_those_counted_by_hand() {
    for (path, format, labels, persons, timed, last) in KNOWN {
        let Some(transcript) = read(path) else { return };
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for turn in &transcript.turns {
            *counts.entry(transcript.label(turn).expect("a heading").words()).or_default() += 1;
        }
        let mut counts: Vec<usize> = counts.into_values().collect();
        counts.sort_unstable_by(|a, b| b.cmp(a));
        let times: Vec<u32> = transcript.turns.iter().filter_map(|turn| turn.at).map(|at| at.0 / 1000).collect();
        assert_eq!(transcript.format.0, *format, "{path}");
        assert_eq!(counts, *labels, "{path}");
        assert_eq!(transcript.speakers.len(), *persons, "{path}");
        assert_eq!((times.len(), times.last().copied().unwrap_or_default()), (*timed, *last), "{path}");
        assert!(transcript.remarks.is_empty(), "{path}");
    }
}

/// The three forms of one recording say the same.
#[test]
fn captions_and_minutes_of_one_meeting_agree() {
    let said = |path: &str| {
        let transcript = read(path)?;
        let text = |turn| transcript.words(transcript.speech(turn)).split_whitespace().collect::<Vec<_>>().join(" ");
        let turn = |turn| {
            let label = transcript.label(turn).map(|label| label.name.clone());
            (label, turn.at.map(|at| at.0 / 1000), text(turn))
        };
        Some(transcript.turns.iter().map(turn).collect::<Vec<_>>())
    };
    let Some(wanted) = said("meetings/scotus-oral-argument-2021.21-5726.otterstyle.txt") else { return };
    for form in ["srt", "zoom.vtt", "teams.vtt"] {
        let read = said(&format!("meetings/converted-scotus-2021.21-5726.{form}")).expect("the folder was there");
        assert_eq!(read.len(), wanted.len(), "{form}");
        for (read, wanted) in read.iter().zip(&wanted) {
            assert_eq!(read, wanted, "{form}");
        }
    }
}

/// Two regions that scroll by turns, in which nothing is said twice and nobody is named.
#[test]
fn captions_without_names_become_paragraphs_with_times() {
    let Some(transcript) = read("meetings/vtt-rollup-caps-ca-assembly-20180430.vtt") else { return };
    assert_eq!(transcript.remarks, [Remark::NoSpeakers]);
    assert_eq!(transcript.repairs.count(RepairKind::Repeated), 0);
    assert!(transcript.turns.iter().all(|turn| turn.label.is_none() && turn.at.is_some()));
    assert!(transcript.turns.is_sorted_by_key(|turn| turn.at));
    assert!(!transcript.reading.contains("-->"));
}
