//! What is taken back from a file is what was in it, whatever is here and whatever fails in between.

use proptest::prelude::*;

use super::*;
use crate::{
    journal::{Memory, Opened, Packed, Record},
    model::{Change, Edit, Origin, Project, Replica},
};

const SOURCE: &str = "De voorzitter:\nDank.";

fn id(number: u64) -> ProjectId {
    ProjectId::from_random(number)
}

fn card() -> Card {
    Card { sha256: sha256(SOURCE), ..Card::default() }
}

/// Somebody at work on one transcript in a store.
struct Desk {
    project: Project,
    replica: Replica,
}

impl Desk {
    fn new(replica: u64) -> Self {
        Self { project: Project::default(), replica: Replica(replica) }
    }

    fn begin(memory: &Memory, id: &ProjectId) {
        let (_, error) = Journal::new(memory).save(id, Some(&Packed::at_once(SOURCE)), &[], &card());
        assert_eq!(error, None);
    }

    fn title(&mut self, memory: &Memory, id: &ProjectId, title: &str) {
        let stamp = self.project.next_stamp(self.replica);
        let edits = vec![Edit { stamp, change: Change::Title(title.into()) }];
        let record = Record { stamp, origin: Origin::Do, edits, replaces: None };
        let (_, error) = Journal::new(memory).save(id, None, std::slice::from_ref(&record), &card());
        assert_eq!(error, None);
        record.apply(&mut self.project, &mut crate::model::History::default());
    }
}

fn opened(memory: &Memory, id: &ProjectId) -> Opened {
    Journal::new(memory).open(id).unwrap().unwrap()
}

fn backup(memory: &Memory) -> String {
    Journal::new(memory).backup().unwrap()
}

fn restore(memory: &Memory, file: &str) -> Result<Restored, RestoreError> {
    Journal::new(memory).restore(file)
}

/// A store with one transcript and so many acts.
fn worked(acts: usize) -> (Memory, Desk) {
    let (memory, mut desk) = (Memory::default(), Desk::new(3));
    Desk::begin(&memory, &id(1));
    for number in 0..acts {
        desk.title(&memory, &id(1), &format!("titel {number}"));
    }
    (memory, desk)
}

#[test]
fn an_empty_store_gets_everything_and_a_second_time_nothing() {
    for acts in [0, 3, 150] {
        let (memory, _) = worked(acts);
        let before = opened(&memory, &id(1));
        let (file, other) = (backup(&memory), Memory::default());
        assert!(is_backup(file.as_bytes()));
        assert_eq!(restore(&other, &file), Ok(Restored { added: 1, ..Restored::default() }));
        let after = opened(&other, &id(1));
        assert_eq!((after.source, after.project, after.history), (before.source, before.project, before.history));
        assert_eq!(restore(&other, &file), Ok(Restored { known: 1, ..Restored::default() }));
        assert_eq!(Journal::new(&other).list().unwrap(), [(id(1), Some(card()))]);
    }
}

#[test]
fn two_machines_become_one() {
    let (here, mut desk) = worked(3);
    let there = Memory::default();
    assert!(restore(&there, &backup(&here)).is_ok());
    let mut other = Desk { project: desk.project.clone(), replica: Replica(4) };
    desk.title(&here, &id(1), "hier");
    other.title(&there, &id(1), "daar");
    let merged = Ok(Restored { merged: 1, ..Restored::default() });
    let (file, from_there) = (backup(&here), backup(&there));
    assert_eq!(restore(&here, &from_there), merged);
    assert_eq!(restore(&there, &file), merged);
    assert_eq!(opened(&here, &id(1)).project, opened(&there, &id(1)).project);
}

#[test]
fn the_same_source_under_another_identifier_is_the_same_transcript() {
    let (here, _) = worked(2);
    let (there, mut other) = (Memory::default(), Desk::new(9));
    Desk::begin(&there, &id(2));
    for number in 0..5 {
        other.title(&there, &id(2), &format!("anders {number}"));
    }
    assert_eq!(restore(&here, &backup(&there)), Ok(Restored { merged: 1, ..Restored::default() }));
    assert_eq!(Journal::new(&here).list().unwrap().len(), 1);
    assert_eq!(opened(&here, &id(1)).project.title().0, "anders 4");
}

#[test]
fn what_is_damaged_here_is_mended_and_put_aside() {
    for part in ["source", "log:"] {
        let (memory, _) = worked(3);
        let (file, before) = (backup(&memory), opened(&memory, &id(1)));
        let victim = memory.keys().unwrap().into_iter().find(|key| key.starts_with(&key_of(part))).unwrap();
        memory.set(&victim, "0badc0de {").unwrap();
        assert_eq!(opened(&memory, &id(1)).damaged, std::slice::from_ref(&victim));
        assert_eq!(restore(&memory, &file), Ok(Restored { merged: 1, ..Restored::default() }));
        let after = opened(&memory, &id(1));
        assert_eq!((after.damaged, after.source, after.project), (vec![], before.source, before.project));
        assert!(memory.keys().unwrap().iter().any(|key| key.contains(":aside:")));
    }
}

#[test]
fn a_value_that_belongs_elsewhere_is_mended_too() {
    let (memory, _) = worked(3);
    let (file, before) = (backup(&memory), opened(&memory, &id(1)));
    let mut log = memory.keys().unwrap().into_iter().filter(|key| key.starts_with(&key_of("log:")));
    let (one, other) = (log.next().unwrap(), log.next().unwrap());
    memory.set(&one, &memory.get(&other).unwrap().unwrap()).unwrap();
    // Neither is what makes it known that this is a transcript there.
    for part in ["source", "card"] {
        memory.remove(&key_of(part)).unwrap();
    }
    assert_eq!(restore(&memory, &file), Ok(Restored { added: 1, ..Restored::default() }));
    let after = opened(&memory, &id(1));
    assert_eq!((after.damaged, after.source, after.project), (vec![], before.source, before.project));
}

fn key_of(part: &str) -> String {
    key(&id(1), part)
}

#[test]
fn what_is_damaged_in_the_file_is_left_out() {
    let (memory, _) = worked(3);
    let file = backup(&memory).replace("titel 1", "titel 7");
    let other = Memory::default();
    assert_eq!(restore(&other, &file), Ok(Restored { damaged: 1, ..Restored::default() }));
    assert_eq!(Journal::new(&other).list(), Ok(vec![]));
    assert!(matches!(restore(&other, "{"), Err(RestoreError::NotABackup(_))));
    assert!(matches!(restore(&other, &file.replace(FORMAT, "griffier")), Err(RestoreError::NotABackup(_))));
    let newer = file.replace("\"version\":1", "\"version\":2");
    assert_eq!(restore(&other, &newer), Err(RestoreError::Newer(2)));
}

#[test]
fn a_failure_at_any_operation_leaves_whole_transcripts_and_a_second_try_ends_it() {
    let (memory, _) = worked(4);
    Desk::begin(&memory, &id(2));
    let source = "De voorzitter:\nEen ander.";
    let other = Packed::at_once(source);
    let card = Card { sha256: sha256(source), ..Card::default() };
    assert_eq!(Journal::new(&memory).save(&id(7), Some(&other), &[], &card).1, None);
    let file = backup(&memory);
    for error in [BackendError::Full, BackendError::Failed("crash".into())] {
        for operations in 0..30 {
            let store = Memory::default();
            store.fail_after(operations, error.clone());
            let first = restore(&store, &file);
            store.heal();
            for (id, _) in Journal::new(&store).list().unwrap() {
                assert_eq!(opened(&store, &id).project, opened(&memory, &id).project, "after {operations} operations");
            }
            let second = restore(&store, &file);
            assert!(second.is_ok(), "{first:?}, then {second:?}");
            assert_eq!(opened(&store, &id(1)).project, opened(&memory, &id(1)).project);
        }
    }
}

proptest! {
    #[test]
    fn no_file_stops_the_program(text in ".{0,300}", cut in 0..2_000_usize) {
        let (memory, _) = worked(1);
        let file = backup(&memory);
        prop_assert!(restore(&Memory::default(), &text).is_err());
        let cut = &file[..file.floor_char_boundary(cut.min(file.len() - 1))];
        prop_assert!(restore(&Memory::default(), cut).is_err());
    }
}
