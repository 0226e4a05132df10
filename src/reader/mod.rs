//! From what was pasted to a [`Transcript`]. Reading never fails: the worst text still opens, with a remark.
//!
//! First the characters are put right ([`clean`]): what nobody sees is left out, and every blank becomes a common one;
//! the numbers of lines go ([`numbered`]).
//! Each input format is one file, registered in [`FORMATS`]. It says how sure it is that a text is in its format
//! ([`FormatReader::detect`]), and reads it as [`Event`]s that carry positions in the cleaned text
//! ([`FormatReader::read`]). The [`builder`] turns the events of any format into a transcript, heeding what the user
//! has corrected by hand; [`people`] finds the persons behind the headings; what the report says about the meeting is
//! then read from the repaired text ([`FormatReader::complete`]).
//!
//! To add a format: one file beside `plain.rs`, one line in [`FORMATS`], one sample in `samples/formats/`, one snapshot
//! test in `tests.rs`.

mod belgian_report;
mod builder;
mod captions;
mod clean;
mod closing_list;
mod congressional_record;
mod cues;
mod dates;
mod decoding;
mod dutch;
mod dutch_meeting;
mod dutch_motions;
mod dutch_report;
mod dutch_split;
mod dutch_summary;
mod elapsed;
mod event;
mod evidence;
mod french;
mod front;
mod hansard;
mod hansard_label;
mod language;
mod lines;
mod name_label;
mod named_lines;
mod numbered;
mod people;
mod plain;
mod reflow;
mod titles;

pub use event::{Event, Label};
pub use lines::{Line, Lines};

use std::rc::Rc;

use crate::model::{
    Choice, Corrections, Format, Language, Remark, Transcript, Work, at_once, in_steps, pause, unhurried,
};

/// The longest text that is opened, in bytes: some 150 long debates in one. More is a mistake, and would only
/// make the browser stall.
pub const MAX_SOURCE_BYTES: usize = 16 << 20;

/// How many lines a format looks at to say how sure it is. Headings begin early, and reading all of a long text once
/// for every format would cost more than reading it.
const SAMPLE_LINES: usize = 3_000;

/// How much of a line it looks at, in bytes: a whole debate may be one line.
const SAMPLE_BYTES: usize = 100_000;

/// After how many lines a format lets others have a turn: those of some hundred kilobytes.
const LINES_A_STEP: usize = 4_096;

/// To be called by a format with the number of each line, counted from either end.
async fn step(line: usize) {
    if line.is_multiple_of(LINES_A_STEP) {
        pause().await;
    }
}

/// How sure a format is of itself, in percent; of several formats the surest reads the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Confidence(pub u8);

impl Confidence {
    /// So sure that no other format is asked.
    pub const CERTAIN: Self = Self(100);
}

/// One input format.
pub struct FormatReader {
    /// Its name.
    pub format: Format,
    /// How sure it is that these lines, the first of a text, are in its format.
    pub detect: fn(&[Line<'_>]) -> Confidence,
    /// Reads the lines, in order, as events.
    pub read: for<'a, 'r> fn(&'r Lines<'a>, &'r mut (dyn FnMut(Event<'a>) + 'r)) -> Work<'r>,
    /// Fills in what the repaired text says about the meeting and the speakers.
    pub complete: fn(&mut Transcript),
}

/// Every format; of two that are equally sure, the first is taken.
pub const FORMATS: &[FormatReader] = &[
    captions::FORMAT,
    dutch_report::FORMAT,
    dutch_summary::FORMAT,
    belgian_report::FORMAT,
    congressional_record::FORMAT,
    hansard::FORMAT,
    named_lines::FORMAT,
    plain::FORMAT,
];

/// Reads `source` in the format that is surest of it.
#[must_use]
pub fn read(source: &str) -> Transcript {
    read_with(source, &Corrections::default())
}

/// Reads `source`, heeding what the user has corrected by hand.
#[must_use]
pub fn read_with(source: &str, corrections: &Corrections) -> Transcript {
    at_once(read_paced(&source.into(), corrections, &unhurried))
}

/// Reads `source`, which the transcript then shares, heeding what the user has corrected by hand.
#[must_use]
pub fn read_shared(source: &Rc<str>, corrections: &Corrections) -> Transcript {
    at_once(read_paced(source, corrections, &unhurried))
}

/// Reads `source` as [`read_shared`] does, in steps: to read a long one takes some time.
pub async fn read_paced(source: &Rc<str>, corrections: &Corrections, pace: &impl AsyncFn(f64)) -> Transcript {
    let cleaned = clean::clean(source, corrections);
    pace(0.2).await;
    let cleaned = numbered::without_numbers(cleaned, corrections);
    pace(0.25).await;
    let lines = Lines::new(&cleaned.text);
    pace(0.3).await;
    let chosen = corrections.format.as_deref().and_then(|name| FORMATS.iter().find(|format| format.format.0 == name));
    let found = surest(&lines);
    let format = chosen.unwrap_or(found);
    let mut builder = builder::Builder::new(&cleaned, format.format, corrections);
    pace(0.4).await;
    // The longest part; it stops after some lines by itself. (To keep the events and to build in steps of its own was
    // tried: it doubles the memory.)
    let steps = lines.list().len() / LINES_A_STEP + 1;
    let mut taken = 0;
    in_steps((format.read)(&lines, &mut |event| builder.event(event)), async || {
        taken = (taken + 1).min(steps);
        #[expect(clippy::cast_precision_loss, reason = "how far the work is")]
        pace(0.4 + 0.3 * taken as f64 / steps as f64).await;
    })
    .await;
    pace(0.7).await;
    let mut transcript = builder.finish(source);
    pace(0.9).await;
    if chosen.is_some() {
        transcript.choice = Choice::ByHand(found.format);
    }
    if transcript.language == Language::Unknown && corrections.language.is_none() {
        transcript.language = language::detect(&lines);
    }
    if cleaned.is_decoded_twice {
        transcript.remarks.push(Remark::DecodedTwice);
    }
    (format.complete)(&mut transcript);
    if transcript.meeting.title.is_none() && transcript.meeting.committees.is_empty() {
        transcript.meeting.title = front::title(&transcript);
    }
    people::describe(&mut transcript, corrections);
    let lists = closing_list::find(&transcript);
    transcript.insets.extend(lists);
    transcript.insets.sort_by_key(|inset| inset.paragraphs.start);
    transcript
}

fn surest<'a>(lines: &Lines<'a>) -> &'static FormatReader {
    let begin = |line: &Line<'a>| Line { text: &line.text[..line.text.floor_char_boundary(SAMPLE_BYTES)], ..*line };
    let sample: Vec<Line<'a>> = lines.list().iter().take(SAMPLE_LINES).map(begin).collect();
    let mut best = &FORMATS[0];
    let mut sure = (best.detect)(&sample);
    for format in &FORMATS[1..] {
        if sure >= Confidence::CERTAIN {
            break;
        }
        let confidence = (format.detect)(&sample);
        if confidence > sure {
            (best, sure) = (format, confidence);
        }
    }
    best
}

#[cfg(test)]
mod tests;
