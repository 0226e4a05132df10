//! What was acknowledged is there again, whatever fails in between.

use super::*;
use crate::model::{Change, Edit, Origin, Project, Replica};

fn id() -> ProjectId {
    ProjectId::from_random(1)
}

/// The act that gives the project its `n`th title.
fn titled(project: &Project, n: usize) -> Record {
    let stamp = project.next_stamp(Replica(3));
    Record {
        stamp,
        origin: Origin::Do,
        edits: vec![Edit { stamp, change: Change::Title(format!("titel {n}")) }],
        replaces: None,
    }
}

/// Keeps a project in `memory` and gives it titles until a write fails; gives the number acknowledged.
fn work(memory: &Memory, titles: usize) -> Option<usize> {
    let journal = Journal::new(memory);
    journal.create(&id(), &Packed::at_once("De voorzitter:\nDank.")).ok()?;
    let mut project = Project::default();
    for n in 1..=titles {
        let record = titled(&project, n);
        if journal.append(&id(), &record).is_err() {
            return Some(n - 1);
        }
        record.apply(&mut project, &mut crate::model::History::default());
        if n % 70 == 0 {
            // Opening folds the log; a crash in the middle of folding is among the failures.
            let _ = journal.open(&id());
        }
    }
    Some(titles)
}

#[test]
fn a_failure_at_any_operation_loses_nothing_acknowledged() {
    for error in [BackendError::Full, BackendError::Failed("crash".into())] {
        for operations in 0..400 {
            let memory = Memory::default();
            memory.fail_after(operations, error.clone());
            let acknowledged = work(&memory, 150);
            memory.heal();
            let journal = Journal::new(&memory);
            let Some(acknowledged) = acknowledged else {
                // A crash may leave the source of a project that nobody was told is kept; a full store nothing.
                let listed = journal.list().unwrap();
                assert!(listed.is_empty() || error != BackendError::Full, "after {operations} operations");
                assert!(listed.iter().all(|(_, card)| card.is_none()));
                continue;
            };
            let opened = journal.open(&id()).unwrap().unwrap();
            let title = if acknowledged == 0 { String::new() } else { format!("titel {acknowledged}") };
            assert_eq!(opened.project.title().0, title, "after {operations} operations");
            assert_eq!(opened.history.undo_steps().len(), acknowledged, "after {operations} operations");
            assert_eq!(opened.damaged, Vec::<String>::new());
        }
    }
}

#[test]
fn undo_and_redo_are_there_again() {
    let memory = Memory::default();
    work(&memory, 2);
    let journal = Journal::new(&memory);
    let mut opened = journal.open(&id()).unwrap().unwrap();
    let stamp = opened.project.next_stamp(Replica(4));
    let before = opened.history.next_undo().unwrap().before.clone();
    let edits = before.into_iter().map(|change| Edit { stamp, change }).collect();
    let undo = Record { stamp, origin: Origin::Undo, edits, replaces: None };
    journal.append(&id(), &undo).unwrap();
    undo.apply(&mut opened.project, &mut opened.history);
    assert_eq!(opened.project.title().0, "titel 1");
    let again = journal.open(&id()).unwrap().unwrap();
    assert_eq!((again.project, again.history), (opened.project, opened.history));
}

#[test]
fn a_damaged_value_is_reported_and_put_aside() {
    let memory = Memory::default();
    work(&memory, 3);
    let journal = Journal::new(&memory);
    let victim = memory.keys().unwrap().into_iter().rfind(|key| key.contains(":log:")).unwrap();
    let value = memory.get(&victim).unwrap().unwrap();
    memory.set(&victim, &value.replace("titel 3", "titel 4")).unwrap();
    let opened = journal.open(&id()).unwrap().unwrap();
    assert_eq!(opened.damaged, std::slice::from_ref(&victim));
    assert_eq!(opened.project.title().0, "titel 2");
    let kept = memory.keys().unwrap().into_iter().filter(|key| key.contains(":aside:")).collect::<Vec<_>>();
    assert_eq!(kept, [victim.replace(":log:", ":aside:log:")]);
    assert_eq!(memory.get(&kept[0]).unwrap().unwrap(), value.replace("titel 3", "titel 4"));
    assert_eq!(journal.open(&id()).unwrap().unwrap().damaged, Vec::<String>::new());
}

#[test]
fn who_only_looks_changes_nothing() {
    let memory = Memory::default();
    work(&memory, FOLD_AT + 3);
    let victim = memory.keys().unwrap().into_iter().rfind(|key| key.contains(":log:")).unwrap();
    let value = memory.get(&victim).unwrap().unwrap();
    memory.set(&victim, &value.replace("titel", "tekst")).unwrap();
    let all = || memory.keys().unwrap().into_iter().map(|key| (memory.get(&key).unwrap(), key)).collect::<Vec<_>>();
    let before = all();
    let journal = Journal::new(&memory);
    let looked = at_once(journal.look_paced(&id(), &unhurried)).unwrap().unwrap();
    assert_eq!((looked.damaged, all()), (vec![victim.clone()], before.clone()));
    let opened = journal.open(&id()).unwrap().unwrap();
    assert_eq!((opened.damaged, opened.project), (vec![victim], looked.project));
    assert_ne!(all(), before, "opening folds the log, and puts aside what is damaged");
}

#[test]
fn a_transcript_without_its_text_is_listed_and_reported() {
    let memory = Memory::default();
    work(&memory, 2);
    let journal = Journal::new(&memory);
    journal.save(&id(), None, &[], &Card::default());
    let (source, value) = (key(&id(), "source"), memory.get(&key(&id(), "source")).unwrap().unwrap());
    memory.remove(&source).unwrap();
    assert_eq!(journal.list().unwrap().len(), 1);
    let opened = journal.open(&id()).unwrap().unwrap();
    assert_eq!((&*opened.source, opened.damaged, opened.project.title().0), ("", vec![source.clone()], "titel 2"));
    memory.set(&source, &value).unwrap();
    assert_eq!(journal.open(&id()).unwrap().unwrap().damaged, Vec::<String>::new());
}

#[test]
fn a_deletion_that_was_cut_off_is_ended() {
    for operations in 0..6 {
        let memory = Memory::default();
        work(&memory, 3);
        memory.fail_after(operations, BackendError::Failed("crash".into()));
        let deleted = Journal::new(&memory).delete(&id());
        memory.heal();
        let listed = Journal::new(&memory).list().unwrap();
        let untouched = operations == 0;
        assert_eq!(listed.len(), usize::from(untouched), "{operations}: {deleted:?}");
        let left: Vec<String> = memory.keys().unwrap().into_iter().filter(|key| key.contains(":t:")).collect();
        assert_eq!(left.is_empty(), !untouched, "{left:?}");
    }
}

#[test]
fn every_key_is_under_the_prefix() {
    let memory = Memory::default();
    work(&memory, 100);
    Journal::new(&memory).set_settings(&1).unwrap();
    Journal::new(&memory).set_view(&id(), &1).unwrap();
    assert!(memory.keys().unwrap().iter().all(|key| key.starts_with(PREFIX)));
}

#[test]
fn pieces_mentions_and_kinds_are_there_again() {
    use crate::model::{
        Annotation, AnnotationId, Body, Colour, Commitment, Kind, KindEntry, Mention, MentionRole, Passage, Promiser,
        Proposal,
    };
    let passage = |at: usize| Passage {
        source: crate::text::SourceSpan::new(at..at + 2),
        quote: crate::text::Quote { exact: "Da".into(), ..crate::text::Quote::default() },
    };
    let mut annotation = Annotation::new(Kind::Commitment, passage(15), jiff::Timestamp::UNIX_EPOCH);
    annotation.more = vec![passage(17)];
    annotation.mentions = vec![Mention { role: MentionRole::Listed, passage: passage(18) }];
    annotation.body = Body::Commitment(Commitment {
        by: Some(Promiser { name: "Duin".into(), function: "Wethouder".into() }),
        fulfilled_on: Some(jiff::civil::date(2031, 6, 1)),
        declined: vec![Proposal::Due],
        ..Commitment::default()
    });
    let question = KindEntry { name: "Vraag".into(), key: Some('3'), colour: Colour::Pink, help: "?".into() };
    let changes = [
        Change::Annotation(AnnotationId::from_random(1), Some(annotation.into())),
        Change::Kind("question".parse().unwrap(), Some(question)),
        Change::Kind("gone".parse().unwrap(), None),
    ];
    let memory = Memory::default();
    work(&memory, 1);
    let journal = Journal::new(&memory);
    let mut project = journal.open(&id()).unwrap().unwrap().project;
    let stamp = project.next_stamp(Replica(3));
    let edits = changes.into_iter().map(|change| Edit { stamp, change }).collect();
    let record = Record { stamp, origin: Origin::Do, edits, replaces: None };
    journal.append(&id(), &record).unwrap();
    record.apply(&mut project, &mut crate::model::History::default());
    assert_eq!(journal.open(&id()).unwrap().unwrap().project, project);
}

#[test]
fn what_a_later_version_wrote_is_read_and_not_changed() {
    let memory = Memory::default();
    work(&memory, 100);
    memory.set(&format!("{PREFIX}version"), "2").unwrap();
    let before = memory.clone();
    let journal = Journal::new(&memory);
    let mut project = journal.open(&id()).unwrap().unwrap().project;
    assert_eq!(project.title().0, "titel 100");
    let newer = BackendError::Newer(2);
    let record = titled(&project, 101);
    record.apply(&mut project, &mut crate::model::History::default());
    assert_eq!(journal.save(&id(), None, &[record], &Card::default()), (0, Some(newer.clone())));
    assert_eq!(
        journal.save(&ProjectId::from_random(2), Some(&Packed::at_once("x")), &[], &Card::default()).1,
        Some(newer.clone())
    );
    assert_eq!(journal.delete(&id()), Err(newer.clone()));
    assert_eq!(journal.set_settings(&1), Err(newer));
    let file = journal.backup().unwrap();
    assert_eq!(Journal::new(Memory::default()).restore(&file), Err(RestoreError::Newer(2)), "it says what it holds");
    for key in before.keys().unwrap() {
        assert_eq!(memory.get(&key), before.get(&key));
    }
    assert_eq!(memory.keys().unwrap().len(), before.keys().unwrap().len());
}
