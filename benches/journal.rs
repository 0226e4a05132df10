//! How fast acts are kept, beside the plain copying of the text: one act appended to the log, a long log folded into a
//! snapshot, a snapshot opened.

#[path = "material/mod.rs"]
#[expect(dead_code, reason = "the other benchmarks use the rest")]
mod material;

use divan::{Bencher, black_box, counter::ItemsCount};
use griffier::{
    journal::{Backend as _, Journal, Memory},
    model::ProjectId,
};
use material::debate::Debate;

/// How long the text is, in bytes.
const LENGTH: usize = 1_000_000;

/// How many annotations it has.
const ANNOTATIONS: &[usize] = &[100, 1_000, 10_000];

fn main() {
    divan::main();
}

fn id() -> ProjectId {
    ProjectId::from_random(1)
}

/// A store that holds a debate as it was worked on: a log of many acts.
fn logged(debate: &Debate) -> Memory {
    let journal = Journal::new(Memory::default());
    let (_, error) = journal.save(&id(), Some(&debate.text), &debate.records(), &debate.card());
    assert_eq!(error, None, "a store in memory takes everything");
    journal.into_backend()
}

/// One more act, in a project that has so many already.
#[divan::bench(args = ANNOTATIONS, max_time = 4)]
fn append(bencher: Bencher<'_, '_>, annotations: usize) {
    let debate = Debate::new(LENGTH, annotations);
    let mut records = debate.records();
    let last = records.split_off(annotations - 1);
    let journal = Journal::new(Memory::default());
    let card = debate.card();
    journal.save(&id(), Some(&debate.text), &records, &card);
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| journal.save(&id(), None, black_box(&last), &card));
}

/// A log of so many acts, read and folded into a snapshot.
#[divan::bench(args = ANNOTATIONS, max_time = 4)]
fn fold(bencher: Bencher<'_, '_>, annotations: usize) {
    let memory = logged(&Debate::new(LENGTH, annotations));
    bencher
        .counter(ItemsCount::new(annotations))
        .with_inputs(|| Journal::new(memory.clone()))
        .bench_local_values(|journal| journal.open(&id()));
}

/// A snapshot of so many annotations, read.
#[divan::bench(args = ANNOTATIONS, max_time = 4)]
fn open_snapshot(bencher: Bencher<'_, '_>, annotations: usize) {
    let journal = Journal::new(logged(&Debate::new(LENGTH, annotations)));
    journal.open(&id()).expect("a store in memory can be read");
    bencher.counter(ItemsCount::new(annotations)).bench_local(|| journal.open(black_box(&id())));
}

/// The limit: every value of the store is copied once.
#[divan::bench(args = ANNOTATIONS, max_time = 4)]
fn copy_values(bencher: Bencher<'_, '_>, annotations: usize) {
    let journal = Journal::new(logged(&Debate::new(LENGTH, annotations)));
    journal.open(&id()).expect("a store in memory can be read");
    let memory = journal.into_backend();
    let keys = memory.keys().expect("a store in memory can be read");
    let copy = || keys.iter().map(|key| memory.get(key)).collect::<Vec<_>>();
    bencher.counter(ItemsCount::new(annotations)).bench_local(copy);
}
