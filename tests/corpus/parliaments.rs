//! Reports of other parliaments.
//!
//! The numbers were counted by hand; who speaks in each turn was compared with a list made by hand, which cannot be
//! kept here. It agreed in every turn; in one, where the heading of the chair names its holder, the list has the
//! holder's name, and here the office is the heading and the holder the person in the chair.

use crate::read;
use griffier::model::{AsideKind, Block, Language, Role, Transcript};

/// Turns, different headings, persons, turns of the chair.
fn counts(transcript: &Transcript) -> [usize; 4] {
    let is_chair = |turn: &&griffier::model::Turn| transcript.role(turn) == Some(Role::Chair);
    let chair = transcript.turns.iter().filter(is_chair).count();
    [transcript.turns.len(), transcript.labels.len(), transcript.speakers.len(), chair]
}

fn asides(transcript: &Transcript, wanted: &AsideKind) -> usize {
    let is_one = |block: &&Block| matches!(block, Block::Aside(aside) if aside.kind == *wanted);
    transcript.blocks.iter().filter(is_one).count()
}

#[test]
fn committees_of_the_belgian_parliament() {
    // The chair has two headings, one in each language, and is one person: a person fewer than headings.
    for (file, expected, titles, hours) in
        [("56-105", [7, 5, 5, 2], 1, (14, 14)), ("56-133", [44, 8, 7, 7], 11, (16, 17))]
    {
        let Some(transcript) = read(&format!("belgian/commission_{file}.txt")) else { return };
        assert_eq!(transcript.format.0, "belgian-report", "{file}");
        assert_eq!(transcript.language, Language::Dutch, "{file}: more is said in Dutch");
        assert_eq!(counts(&transcript), expected, "{file}");
        let is_chair = |turn: &&griffier::model::Turn| transcript.in_chair(turn).is_some();
        assert_eq!(transcript.turns.iter().filter(is_chair).count(), expected[3], "{file}: whose chair it is");
        assert_eq!(asides(&transcript, &AsideKind::Title), titles, "{file}: items of the agenda");
        let meeting = &transcript.meeting;
        assert_eq!((meeting.committees.len(), meeting.chairs.len()), (2, 1), "{file}: one committee, in two languages");
        assert_eq!(
            meeting.start.zip(meeting.end).map(|(a, b)| (i32::from(a.hour()), i32::from(b.hour()))),
            Some(hours)
        );
        let ministers = || transcript.speakers.iter().filter(|speaker| speaker.role == Role::Government);
        assert_eq!((ministers().count(), ministers().all(|speaker| speaker.function.is_some())), (1, true), "{file}");
    }
}

#[test]
fn a_part_of_the_congressional_record() {
    let Some(transcript) = read("meetings/us-congressional-record-CREC-2005-07-20-pt1-PgH6115-2.txt") else { return };
    assert_eq!(transcript.format.0, "congressional-record");
    // The heading names who holds the chair in one of its two turns; in the other it is nobody known.
    assert_eq!(counts(&transcript), [14, 6, 7, 2]);
    let is_chair = |turn: &&griffier::model::Turn| transcript.in_chair(turn).is_some();
    assert_eq!(transcript.turns.iter().filter(is_chair).count(), 1);
    assert_eq!(asides(&transcript, &AsideKind::Title), 1);
    assert_eq!(asides(&transcript, &AsideKind::Stage), 2, "the vote, and the motion laid on the table");
    assert_eq!(transcript.meeting.date.map(|date| date.to_string()).as_deref(), Some("2005-07-20"));
}
