//! Schedules: tabs that act, merge files, take backups back, reload and fold in any order over one store, which fails at
//! each of its operations in turn. Whatever happens, what is read again is what was acknowledged.
//!
//! Some hundred schedules run with the other tests; `GRIFFIER_SCHEDULES` says how many others (`make stress`).

use super::*;
use crate::model::{Change, Colour, Edit, History, KindEntry, Origin, Project, Replica};

/// How many schedules are run where nobody says otherwise.
const SCHEDULES: u64 = 120;

/// After how many records a log is folded here: soon.
const FOLD_SOON: usize = 3;

/// How many acts a schedule has.
const ACTS: usize = 14;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// The store is full from then on.
    Full,
    /// Every operation fails from then on.
    Dead,
    /// One operation fails.
    Once,
    /// The page is gone: nothing more is done.
    Crash,
}

const FAULTS: [Fault; 4] = [Fault::Full, Fault::Dead, Fault::Once, Fault::Crash];

/// What is done.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// A tab changes one of a few values.
    Edit { tab: usize, what: u64 },
    /// A tab goes on changing what it changed last, as one types letter after letter.
    GoOn { tab: usize },
    /// A tab puts in what a file has, whose edits carry stamps of their own.
    Merge { tab: usize, clock: u64 },
    /// A backup is taken back.
    Restore,
    /// A tab reads everything again.
    Reload { tab: usize },
}

#[derive(Default)]
struct Tab {
    project: Project,
    last: Option<(Stamp, u64)>,
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        // SplitMix64, <https://prng.di.unimi.it/splitmix64.c>.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }
}

fn schedule(number: u64) -> Vec<Act> {
    let mut dice = Dice(number);
    let mut act = || {
        let tab = usize::try_from(dice.roll(2)).unwrap();
        match dice.roll(20) {
            0..8 => Act::Edit { tab, what: dice.roll(4) },
            8..12 => Act::GoOn { tab },
            12..14 => Act::Merge { tab, clock: dice.roll(ACTS as u64) + 1 },
            14 => Act::Restore,
            _ => Act::Reload { tab },
        }
    };
    (0..ACTS).map(|_| act()).collect()
}

fn id() -> ProjectId {
    ProjectId::from_random(1)
}

fn journal(memory: &Memory) -> Journal<&Memory> {
    Journal { fold_at: FOLD_SOON, ..Journal::new(memory) }
}

/// A store with a project in which nothing is done yet.
fn begun() -> Memory {
    let memory = Memory::default();
    let (_, error) =
        journal(&memory).save(&id(), Some(&Packed::at_once("De voorzitter:\nDank.")), &[], &Card::default());
    assert_eq!(error, None);
    memory
}

fn change(what: u64, value: usize) -> Change {
    if what == 0 {
        return Change::Title(format!("titel {value}"));
    }
    let entry = KindEntry { name: format!("soort {value}"), key: None, colour: Colour::Pink, help: String::new() };
    Change::Kind(format!("k{what}").parse().unwrap(), (!value.is_multiple_of(3)).then_some(entry))
}

/// What somebody else did, with the stamps that it has in every file.
fn foreign(clock: u64) -> Record {
    let stamp = |clock| Stamp { clock, replica: Replica(9) };
    let edit = |clock: u64| Edit { stamp: stamp(clock), change: change(clock % 4, usize::try_from(clock).unwrap()) };
    Record { stamp: stamp(clock), origin: Origin::Do, edits: vec![edit(clock), edit(clock + 1)], replaces: None }
}

/// A backup of another browser, in which one thing was done.
fn backup() -> (String, Record) {
    let (memory, record) = (begun(), foreign(ACTS as u64 / 2));
    let (written, error) = journal(&memory).save(&id(), None, std::slice::from_ref(&record), &Card::default());
    assert_eq!((written, error), (1, None));
    (journal(&memory).backup().unwrap(), record)
}

/// What the store is known to hold.
#[derive(Clone, Debug, Default)]
struct Known {
    acknowledged: Project,
    /// What it may hold as well, since a backup was taken back and not all of it was acknowledged.
    perhaps: Option<Record>,
}

impl Known {
    fn takes(&mut self, record: &Record) {
        record.apply(&mut self.acknowledged, &mut History::default());
    }

    /// Holds what was read against what is known.
    fn check(&mut self, opened: &Opened, when: impl std::fmt::Debug) {
        assert_eq!(opened.damaged, Vec::<String>::new());
        if let Some(record) = self.perhaps.take() {
            let mut with = self.clone();
            with.takes(&record);
            if opened.project == with.acknowledged {
                *self = with;
            }
        }
        assert_eq!(opened.project, self.acknowledged, "{when:?}");
    }
}

/// Runs a schedule; gives what is known to be in the store.
fn run(memory: &Memory, acts: &[Act], fault: Fault) -> Known {
    let (journal, mut known) = (journal(memory), Known::default());
    let (file, in_file) = backup();
    let mut tabs = [Tab::default(), Tab::default()];
    for (number, act) in acts.iter().enumerate() {
        let is_told = match *act {
            Act::Reload { tab } => {
                let opened = journal.open(&id()).unwrap().unwrap();
                known.check(&opened, (number, acts));
                tabs[tab] = Tab { project: opened.project, last: None };
                // A fold that failed is no failure that anybody hears of.
                false
            }
            Act::Restore => {
                let restored = journal.restore(&file);
                match restored {
                    Ok(_) => known.takes(&in_file),
                    Err(_) => known.perhaps = Some(in_file.clone()),
                }
                // A tab hears of it as of anything that another tab writes.
                if restored.is_ok() {
                    for tab in &mut tabs {
                        in_file.apply(&mut tab.project, &mut History::default());
                    }
                }
                restored.is_err()
            }
            Act::Merge { tab, clock } => {
                let stamp = tabs[tab].project.next_stamp(Replica(tab as u64 + 1));
                let record = Record { stamp, ..foreign(clock) };
                let (written, error) = journal.save(&id(), None, std::slice::from_ref(&record), &Card::default());
                if written == 1 {
                    known.takes(&record);
                    record.apply(&mut tabs[tab].project, &mut History::default());
                    tabs[tab].last = None;
                }
                error.is_some()
            }
            Act::Edit { tab, .. } | Act::GoOn { tab } => {
                let goes_on = matches!(act, Act::GoOn { .. });
                let replaces = tabs[tab].last.filter(|_| goes_on);
                let what = match act {
                    Act::Edit { what, .. } => *what,
                    _ => replaces.map_or(0, |(_, what)| what),
                };
                let replica = Replica(tab as u64 + 1);
                let stamp = tabs[tab].project.next_stamp(replica);
                let edits = vec![Edit { stamp, change: change(what, number) }];
                let record = Record { stamp, origin: Origin::Do, edits, replaces: replaces.map(|(stamp, _)| stamp) };
                let (written, error) = journal.save(&id(), None, std::slice::from_ref(&record), &Card::default());
                if written == 1 {
                    known.takes(&record);
                    record.apply(&mut tabs[tab].project, &mut History::default());
                    tabs[tab].last = Some((stamp, what));
                }
                error.is_some()
            }
        };
        match fault {
            Fault::Crash if is_told || memory.has_failed() => break,
            Fault::Once if memory.has_failed() => memory.heal(),
            _ => {}
        }
    }
    known
}

#[test]
fn whatever_fails_and_in_whatever_order_what_was_acknowledged_is_there() {
    let schedules = std::env::var("GRIFFIER_SCHEDULES").ok().and_then(|many| many.parse().ok()).unwrap_or(SCHEDULES);
    let mut runs = 0_u64;
    for number in 0..schedules {
        let acts = schedule(number);
        let memory = begun();
        memory.fail_after(usize::MAX, BackendError::Full);
        run(&memory, &acts, Fault::Full);
        let operations = memory.operations();
        for (fault, at) in FAULTS.iter().flat_map(|fault| (0..operations).map(move |at| (*fault, at))) {
            let memory = begun();
            let error = if fault == Fault::Full { BackendError::Full } else { BackendError::Failed("test".into()) };
            memory.fail_after(at, error);
            let mut known = run(&memory, &acts, fault);
            memory.heal();
            for _ in 0..2 {
                let opened = journal(&memory).open(&id()).unwrap().unwrap();
                known.check(&opened, (number, fault, at, &acts));
            }
            runs += 1;
        }
    }
    println!("{runs} runs of {schedules} schedules");
    assert!(runs >= schedules * 40, "each has some ten operations, and each fails in four ways: {runs}");
}
