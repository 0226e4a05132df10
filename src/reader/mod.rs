//! From what was pasted to a [`Transcript`]. Reading never fails: the worst text still opens, with a remark.
//!
//! Each input format is one file, registered in [`FORMATS`]. It says how sure it is that a text is in its format
//! ([`FormatReader::detect`]), and reads it as [`Event`]s that carry positions in the source
//! ([`FormatReader::read`]). The [`builder`] turns the events of any format into a transcript; what the report
//! says about the meeting is then read from the repaired text ([`FormatReader::complete`]).
//!
//! To add a format: one file beside `plain.rs`, one line in [`FORMATS`], one sample with its snapshot.

mod builder;
mod dutch;
mod dutch_report;
mod event;
mod language;
mod lines;
mod named_lines;
mod plain;
mod reflow;

pub use event::Event;
pub use lines::{Line, Lines};

use crate::model::{Format, Transcript};

/// The longest text that is opened, in bytes: some 150 long debates in one. More is a mistake, and would only
/// make the browser stall.
pub const MAX_SOURCE_BYTES: usize = 16 << 20;

/// How sure a format is of itself, in percent; of several formats the surest reads the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Confidence(pub u8);

/// One input format.
pub struct FormatReader {
    /// Its name.
    pub format: Format,
    /// How sure it is that these lines are in its format.
    pub detect: fn(&Lines<'_>) -> Confidence,
    /// Reads the lines, in order, as events.
    pub read: for<'a> fn(&Lines<'a>, &mut dyn FnMut(Event<'a>)),
    /// Fills in what the repaired text says about the meeting and the speakers.
    pub complete: fn(&mut Transcript),
}

/// Every format; of two that are equally sure, the first is taken.
pub const FORMATS: &[FormatReader] = &[dutch_report::FORMAT, named_lines::FORMAT, plain::FORMAT];

/// Reads `source` in the format that is surest of it.
#[must_use]
pub fn read(source: &str) -> Transcript {
    let lines = Lines::new(source);
    let mut best = &FORMATS[0];
    let mut sure = (best.detect)(&lines);
    for format in &FORMATS[1..] {
        let confidence = (format.detect)(&lines);
        if confidence > sure {
            (best, sure) = (format, confidence);
        }
    }
    read_as(&lines, best)
}

fn read_as(lines: &Lines<'_>, format: &FormatReader) -> Transcript {
    let mut builder = builder::Builder::new(lines.source(), format.format);
    (format.read)(lines, &mut |event| builder.event(event));
    let mut transcript = builder.finish();
    (format.complete)(&mut transcript);
    transcript
}

#[cfg(test)]
mod tests;
