//! How fast transcripts are read, beside the plain counting of line ends, which nothing that looks at every line can
//! beat.
//!
//! `make bench-core` prints bytes per second. The text is the project's own sample, repeated; at ten times the length a
//! linear reader keeps its speed.

#[path = "material/text.rs"]
mod text;

use divan::{Bencher, black_box, counter::BytesCount};
use griffier::reader;

const GLUED: &str = include_str!("../samples/formats/dutch-glued.txt");
const LENGTHS: &[usize] = &[100_000, 1_000_000, 10_000_000, 100_000_000];

fn main() {
    divan::main();
}

/// The limit: every byte is looked at once.
#[divan::bench(args = LENGTHS, sample_count = 100, max_time = 4)]
fn count_line_ends(bencher: Bencher<'_, '_>, length: usize) {
    let text = text::repeated(length);
    bencher
        .counter(BytesCount::of_str(text.as_str()))
        .bench(|| black_box(&text).bytes().filter(|byte| *byte == b'\n').count());
}

/// A report as it comes out of a PDF.
#[divan::bench(args = LENGTHS, sample_count = 100, max_time = 4)]
fn dutch_report(bencher: Bencher<'_, '_>, length: usize) {
    let text = text::repeated(length);
    bencher.counter(BytesCount::of_str(text.as_str())).bench(|| reader::read(black_box(&text)));
}

/// A report on one single line.
#[divan::bench(args = [1_000_000, 10_000_000], sample_count = 100, max_time = 4)]
fn dutch_report_on_one_line(bencher: Bencher<'_, '_>, length: usize) {
    let text = GLUED.repeat(length / GLUED.len() + 1);
    bencher.counter(BytesCount::of_str(text.as_str())).bench(|| reader::read(black_box(&text)));
}
