//! How fast a project file is written and read, in bytes of the file.

#[path = "material/mod.rs"]
#[expect(dead_code, reason = "the other benchmarks use the rest")]
mod material;

use divan::{Bencher, black_box, counter::BytesCount};
use griffier::exchange;
use jiff::Timestamp;
use material::debate::Debate;

/// Texts in bytes, and how many annotations they have.
const SIZES: &[(usize, usize)] = &[(100_000, 1_000), (1_000_000, 10_000), (10_000_000, 10_000)];

fn main() {
    divan::main();
}

#[divan::bench(args = SIZES, max_time = 4)]
fn export(bencher: Bencher<'_, '_>, (length, annotations): (usize, usize)) {
    let debate = Debate::new(length, annotations);
    let project = debate.project();
    let size = debate.file().len();
    let export = || exchange::export(black_box(&debate.transcript), &project, Timestamp::UNIX_EPOCH);
    bencher.counter(BytesCount::new(size)).bench_local(export);
}

#[divan::bench(args = SIZES, max_time = 4)]
fn import(bencher: Bencher<'_, '_>, (length, annotations): (usize, usize)) {
    let file = Debate::new(length, annotations).file().into_bytes();
    bencher.counter(BytesCount::new(file.len())).bench_local(|| exchange::import(black_box(&file)).is_ok());
}
