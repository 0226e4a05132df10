//! Where annotations are painted: for each block, which stretches of its paragraphs lie under which annotations.

use std::{ops::Range, rc::Rc};

use super::Entry;
use crate::{
    model::{AnnotationId, Kind, MentionRole, Segment, Transcript, segments},
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

    /// The annotations that are painted here, some of them several times.
    pub fn ids(&self) -> impl Iterator<Item = &AnnotationId> {
        let segments = self.0.iter().flat_map(|(_, segments)| segments);
        segments.flat_map(|segment| &segment.active).map(|mark| &mark.id)
    }

    /// Whether `id` is painted here.
    #[must_use]
    pub fn has(&self, id: &AnnotationId) -> bool {
        self.ids().any(|painted| painted == id)
    }
}

/// A stretch of a paragraph under an annotation: the index of the paragraph, the bytes of the reading text, the mark.
type Stretch = (u32, Range<usize>, Mark);

/// The marks of every block. A block whose marks are what they were keeps its `Rc`, and so is not drawn again.
pub(super) fn paint(transcript: &Transcript, entries: &[Rc<Entry>], before: &[Rc<BlockMarks>]) -> Vec<Rc<BlockMarks>> {
    let mut stretches: Vec<Stretch> = entries.iter().flat_map(|entry| stretches_of(transcript, entry)).collect();
    stretches.sort_by_key(|(paragraph, ..)| *paragraph);
    let none = Rc::new(BlockMarks::default());
    let blocks = transcript.blocks.iter().enumerate();
    blocks
        .map(|(number, block)| {
            let paragraphs = transcript.paragraphs_of(block);
            let first = stretches.partition_point(|(paragraph, ..)| *paragraph < paragraphs.start);
            let last = stretches.partition_point(|(paragraph, ..)| *paragraph < paragraphs.end);
            let painted = block_marks(transcript, &stretches[first..last]);
            match before.get(number) {
                Some(old) if **old == painted => Rc::clone(old),
                _ if painted.0.is_empty() => Rc::clone(&none),
                _ => Rc::new(painted),
            }
        })
        .collect()
}

/// The marks of one block, over which no other than these annotations lie.
pub(super) fn paint_block<'a>(
    transcript: &Transcript,
    block: usize,
    entries: impl Iterator<Item = &'a Rc<Entry>>,
) -> BlockMarks {
    let paragraphs = transcript.paragraphs_of(&transcript.blocks[block]);
    let stretches = entries.flat_map(|entry| stretches_of(transcript, entry));
    let mut stretches: Vec<Stretch> = stretches.filter(|(paragraph, ..)| paragraphs.contains(paragraph)).collect();
    stretches.sort_by_key(|(paragraph, ..)| *paragraph);
    block_marks(transcript, &stretches)
}

/// Every stretch of a paragraph under an annotation or a mention of it.
fn stretches_of(transcript: &Transcript, entry: &Entry) -> Vec<Stretch> {
    let pieces = entry.pieces.iter().map(|piece| (*piece, None));
    let mentions = entry.mentions.iter().zip(&entry.annotation.mentions).filter(|(span, _)| !span.is_empty());
    let passages = pieces.chain(mentions.map(|(span, mention)| (*span, Some(mention.role))));
    let mut stretches = Vec::new();
    for (passage, mention) in passages {
        for paragraph in transcript.paragraphs_in(passage) {
            if let Some(shared) = transcript.paragraphs[paragraph].text.intersection(passage) {
                let mark = Mark { id: entry.id.clone(), kind: entry.annotation.kind(), mention, passage };
                stretches.push((Byte::at(paragraph).0, shared.range(), mark));
            }
        }
    }
    stretches
}

fn block_marks(transcript: &Transcript, stretches: &[Stretch]) -> BlockMarks {
    let by_paragraph = stretches.chunk_by(|(a, ..), (b, ..)| a == b);
    let cut = by_paragraph.map(|stretches| {
        let index = stretches[0].0;
        let ranges: Vec<_> = stretches.iter().map(|(_, range, mark)| (range.clone(), mark.clone())).collect();
        (index, segments(transcript.paragraphs[index as usize].text.range(), &ranges))
    });
    BlockMarks(cut.collect())
}
