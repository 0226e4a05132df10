//! A long text: the project's own sample, repeated, with its turns numbered through.

use std::fmt::Write as _;

/// The sample: the report of a debate as it comes out of a PDF.
const SAMPLE: &str = include_str!("../../samples/commissiedebat.txt");

/// What a line begins with that says who speaks next.
const HEADINGS: [&str; 4] = ["De voorzitter", "De heer ", "Mevrouw ", "Minister "];

/// The sample, as often as `length` bytes have room for it, up to the end of a line. Every turn begins with its number
/// (`Beurt 36.`), so that no two repetitions are the same.
pub(crate) fn repeated(length: usize) -> String {
    let mut text = String::with_capacity(length + 2 * SAMPLE.len());
    let (mut turn, mut begins) = (0_usize, false);
    while text.len() < length {
        for line in SAMPLE.split_inclusive('\n') {
            if begins {
                let _ = write!(text, "Beurt {turn}. ");
            }
            text.push_str(line);
            begins = is_heading(line);
            turn += usize::from(begins);
        }
    }
    let end = text[..text.floor_char_boundary(length)].rfind('\n').map_or(0, |at| at + 1);
    text.truncate(end);
    text
}

/// Whether the line names who speaks, and the next one begins a turn.
fn is_heading(line: &str) -> bool {
    let line = line.trim();
    line.ends_with(':') && HEADINGS.iter().any(|heading| line.starts_with(heading))
}
