//! A map of the transcript: where in it who speaks, and where the marks are.

use std::fmt::Write as _;

use super::Entry;
use crate::{
    model::{Body, Role, Transcript},
    text::Byte,
};

/// The height of the map, in its own unit.
pub const STRIP_HEIGHT: u32 = 1_000;

/// Shapes, each as the data of an SVG path (SVG 2, 9.3): heights from 0 to [`STRIP_HEIGHT`], a width of 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shapes {
    /// The turns of members and guests.
    pub members: String,
    /// The turns of the government.
    pub government: String,
    /// The claims.
    pub claims: String,
    /// The commitments.
    pub commitments: String,
    /// What has a kind of the user's own.
    pub others: String,
}

/// How much is in each row of the map: however much there is, the shape stays small.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rows([u32; STRIP_HEIGHT as usize]);

impl Default for Rows {
    fn default() -> Self {
        Self([0; STRIP_HEIGHT as usize])
    }
}

impl Rows {
    /// The rows of a stretch of the text, at least one.
    fn of(&mut self, transcript: &Transcript, from: Byte, to: Byte) -> &mut [u32] {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a height between 0 and the map's")]
        let row = |at: Byte| (height(transcript, at) as usize).min(STRIP_HEIGHT as usize - 1);
        let (first, last) = (row(from), row(to));
        &mut self.0[first..=last.max(first)]
    }

    /// One more is in the rows of a stretch of the text.
    fn add(&mut self, transcript: &Transcript, from: Byte, to: Byte) {
        self.of(transcript, from, to).iter_mut().for_each(|row| *row += 1);
    }

    /// One less is.
    fn remove(&mut self, transcript: &Transcript, from: Byte, to: Byte) {
        self.of(transcript, from, to).iter_mut().for_each(|row| *row = row.saturating_sub(1));
    }

    /// The path of a bar for each run of rows in which something is.
    fn path(&self) -> String {
        let mut path = String::new();
        let mut top = 0;
        for run in self.0.chunk_by(|a, b| (*a > 0) == (*b > 0)) {
            if run[0] > 0 {
                // Writing to a String cannot fail.
                let _ = write!(path, "M0 {top}h1v{}h-1z", run.len());
            }
            top += run.len();
        }
        path
    }
}

/// Where the marks are: how many annotations there are in each row of the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkedRows {
    claims: Rows,
    commitments: Rows,
    others: Rows,
}

impl MarkedRows {
    pub(super) fn add(&mut self, transcript: &Transcript, entry: &Entry) {
        let rows = self.of(entry);
        for piece in &entry.pieces {
            rows.add(transcript, piece.start(), piece.end());
        }
    }

    /// Takes back an entry that was added.
    pub(super) fn remove(&mut self, transcript: &Transcript, entry: &Entry) {
        let rows = self.of(entry);
        for piece in &entry.pieces {
            rows.remove(transcript, piece.start(), piece.end());
        }
    }

    fn of(&mut self, entry: &Entry) -> &mut Rows {
        match &entry.annotation.body {
            Body::Claim(_) => &mut self.claims,
            Body::Commitment(_) => &mut self.commitments,
            Body::Own(_) => &mut self.others,
        }
    }

    /// What they look like.
    #[must_use]
    pub fn shapes(&self) -> Shapes {
        Shapes {
            claims: self.claims.path(),
            commitments: self.commitments.path(),
            others: self.others.path(),
            ..Shapes::default()
        }
    }
}

/// How far down a byte of the reading text is.
fn height(transcript: &Transcript, at: Byte) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a place on a screen")]
    let share = at.index() as f64 / transcript.reading.len().max(1) as f64;
    share * f64::from(STRIP_HEIGHT)
}

/// Where who speaks; the chair is left out.
#[must_use]
pub fn speaker_shapes(transcript: &Transcript) -> Shapes {
    let (mut members, mut government) = (Rows::default(), Rows::default());
    for turn in &transcript.turns {
        let rows = match transcript.role(turn) {
            Some(Role::Chair) => continue,
            Some(Role::Government) => &mut government,
            Some(Role::Member | Role::Guest) | None => &mut members,
        };
        rows.add(transcript, turn.heading.start(), transcript.speech(turn).end());
    }
    Shapes { members: members.path(), government: government.path(), ..Shapes::default() }
}

/// How far down a paragraph begins and ends on the map.
#[must_use]
pub fn paragraph_heights(transcript: &Transcript, paragraph: u32) -> Option<(f64, f64)> {
    let text = transcript.paragraphs.get(paragraph as usize)?.text;
    Some((height(transcript, text.start()), height(transcript, text.end())))
}

/// The paragraph at a height of the map, given as a share from 0 to 1.
#[must_use]
pub fn paragraph_at(transcript: &Transcript, share: f64) -> u32 {
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place on a screen"
    )]
    let at = Byte::at((transcript.reading.len() as f64 * share.clamp(0.0, 1.0)) as usize);
    let next = transcript.paragraphs.partition_point(|paragraph| paragraph.text.end() < at);
    Byte::at(next.min(transcript.paragraphs.len().saturating_sub(1))).0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader;

    #[test]
    fn every_place_is_on_the_map() {
        let transcript =
            reader::read("De voorzitter:\nDag.\n\nMinister Ter Horst:\nEen.\n\nMevrouw Aalst (Kust):\nTwee.\n");
        let shapes = speaker_shapes(&transcript);
        assert_eq!((shapes.government.matches('M').count(), shapes.members.matches('M').count()), (1, 1));
        let last = transcript.paragraphs.len() - 1;
        for paragraph in 0..=last {
            let paragraph = Byte::at(paragraph).0;
            let (top, bottom) = paragraph_heights(&transcript, paragraph).unwrap();
            assert!(top < bottom && bottom <= f64::from(STRIP_HEIGHT));
            assert_eq!(paragraph_at(&transcript, f64::midpoint(top, bottom) / f64::from(STRIP_HEIGHT)), paragraph);
        }
        assert_eq!((paragraph_at(&transcript, -1.0), paragraph_at(&transcript, 2.0) as usize), (0, last));
    }
}
