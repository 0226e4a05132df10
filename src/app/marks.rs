//! Where annotations are painted: for each block, which stretches of its paragraphs lie under which annotations.

use std::rc::Rc;

use super::Entry;
use crate::{
    model::{AnnotationId, Block, Kind, MentionRole, Segment, Transcript, segments},
    text::{Byte, ReadingSpan},
};

/// An annotation over a stretch of text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Which.
    pub id: AnnotationId,
    /// Of what kind.
    pub kind: Kind,
    /// For a mention, what it does; `None` for the words of the annotation itself.
    pub mention: Option<MentionRole>,
    /// The whole of the passage.
    pub passage: ReadingSpan,
}

/// The paragraphs of one block that have marks, by their index in the transcript, each cut into segments (bytes of
/// the reading text).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockMarks(pub Vec<(u32, Vec<Segment<Mark>>)>);

impl BlockMarks {
    /// The segments of a paragraph; `None` where it has no marks.
    #[must_use]
    pub fn paragraph(&self, index: u32) -> Option<&[Segment<Mark>]> {
        let at = self.0.binary_search_by_key(&index, |(paragraph, _)| *paragraph).ok()?;
        Some(&self.0[at].1)
    }

    /// Whether `id` is painted here.
    #[must_use]
    pub fn has(&self, id: &AnnotationId) -> bool {
        let marks = self.0.iter().flat_map(|(_, segments)| segments).flat_map(|segment| &segment.active);
        marks.into_iter().any(|mark| mark.id == *id)
    }
}

/// The marks of every block. A block whose marks are what they were keeps its `Rc`, and so is not drawn again.
pub(super) fn paint(transcript: &Transcript, entries: &[Rc<Entry>], before: &[Rc<BlockMarks>]) -> Vec<Rc<BlockMarks>> {
    let mut pieces: Vec<(u32, std::ops::Range<usize>, Mark)> = Vec::new();
    let mut put = |entry: &Entry, span: ReadingSpan, mention: Option<MentionRole>| {
        for paragraph in transcript.paragraphs_in(span) {
            if let Some(shared) = transcript.paragraphs[paragraph].text.intersection(span) {
                let mark = Mark { id: entry.id.clone(), kind: entry.annotation.kind(), mention, passage: span };
                pieces.push((Byte::at(paragraph).0, shared.range(), mark));
            }
        }
    };
    for entry in entries {
        entry.pieces.iter().for_each(|piece| put(entry, *piece, None));
        let mentions = entry.mentions.iter().zip(&entry.annotation.mentions).filter(|(span, _)| !span.is_empty());
        mentions.for_each(|(span, mention)| put(entry, *span, Some(mention.role)));
    }
    pieces.sort_by_key(|(paragraph, ..)| *paragraph);
    let none = Rc::new(BlockMarks::default());
    let blocks = transcript.blocks.iter().enumerate();
    blocks
        .map(|(number, block)| {
            let paragraphs = match block {
                Block::Turn(index) => &transcript.turn(*index).paragraphs,
                Block::Aside(aside) => &aside.paragraphs,
            };
            let first = pieces.partition_point(|(paragraph, ..)| *paragraph < paragraphs.start);
            let last = pieces.partition_point(|(paragraph, ..)| *paragraph < paragraphs.end);
            let painted = block_marks(transcript, &pieces[first..last]);
            match before.get(number) {
                Some(old) if **old == painted => Rc::clone(old),
                _ if painted.0.is_empty() => Rc::clone(&none),
                _ => Rc::new(painted),
            }
        })
        .collect()
}

fn block_marks(transcript: &Transcript, pieces: &[(u32, std::ops::Range<usize>, Mark)]) -> BlockMarks {
    let by_paragraph = pieces.chunk_by(|(a, ..), (b, ..)| a == b);
    let cut = by_paragraph.map(|pieces| {
        let index = pieces[0].0;
        let ranges: Vec<_> = pieces.iter().map(|(_, range, mark)| (range.clone(), mark.clone())).collect();
        (index, segments(transcript.paragraphs[index as usize].text.range(), &ranges))
    });
    BlockMarks(cut.collect())
}
