//! How fast acts are kept, beside the plain copying of the text: one act appended to the log, a long log folded into a
//! snapshot, a snapshot opened.

#[path = "material/mod.rs"]
#[expect(dead_code, reason = "the other benchmarks use the rest")]
mod material;

use divan::{
    Bencher, black_box,
    counter::{BytesCount, ItemsCount},
};
use griffier::journal::{Backend as _, Journal, Packed};
use material::{
    debate::{Debate, id},
    text,
};

/// How long the text is, in bytes.
const LENGTH: usize = 1_000_000;

/// How many annotations it has.
const ANNOTATIONS: &[usize] = &[100, 1_000, 10_000];

fn main() {
    divan::main();
}

/// One more act, in a project that has so many already.
#[divan::bench(args = ANNOTATIONS, max_time = 4)]
fn append(bencher: Bencher<'_, '_>, annotations: usize) {
    let debate = Debate::new(LENGTH, annotations);
    let last = debate.records().split_off(annotations - 1);
    let (journal, card) = (Journal::new(debate.logged()), debate.card());
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| journal.save(&id(), None, black_box(&last), &card));
}

/// A log of so many acts, read and folded into a snapshot.
#[divan::bench(args = ANNOTATIONS, max_time = 4)]
fn fold(bencher: Bencher<'_, '_>, annotations: usize) {
    let memory = Debate::new(LENGTH, annotations).logged();
    bencher
        .counter(ItemsCount::new(annotations))
        .with_inputs(|| Journal::new(memory.clone()))
        .bench_local_values(|journal| journal.open(&id()));
}

/// A snapshot of so many annotations, read.
#[divan::bench(args = ANNOTATIONS, max_time = 4)]
fn open_snapshot(bencher: Bencher<'_, '_>, annotations: usize) {
    let journal = Journal::new(Debate::new(LENGTH, annotations).logged());
    journal.open(&id()).expect("a store in memory can be read");
    bencher.counter(ItemsCount::new(annotations)).bench_local(|| journal.open(black_box(&id())));
}

/// A long text as it is stored, packed.
#[divan::bench(args = [100_000, LENGTH, 10 * LENGTH], max_time = 4)]
fn pack_source(bencher: Bencher<'_, '_>, length: usize) {
    let text = text::repeated(length);
    bencher.counter(BytesCount::of_str(text.as_str())).bench(|| Packed::at_once(black_box(&text)));
}

/// The limit: every value of the store is copied once.
#[divan::bench(args = ANNOTATIONS, max_time = 4)]
fn copy_values(bencher: Bencher<'_, '_>, annotations: usize) {
    let journal = Journal::new(Debate::new(LENGTH, annotations).logged());
    journal.open(&id()).expect("a store in memory can be read");
    let memory = journal.into_backend();
    let keys = memory.keys().expect("a store in memory can be read");
    let copy = || keys.iter().map(|key| memory.get(key)).collect::<Vec<_>>();
    bencher.counter(ItemsCount::new(annotations)).bench_local(copy);
}
