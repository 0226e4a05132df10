//! What stands before the first words of any transcript: a title, where there is one.

use super::dates;
use crate::model::{Block, Transcript};

/// The longest title, in characters.
const MAX_TITLE: usize = 120;

/// The first line that is more than a date, where it looks like a title: short, no sentence, and more comes behind it.
pub(super) fn title(transcript: &Transcript) -> Option<String> {
    let before = transcript.blocks.iter().map_while(|block| match block {
        Block::Aside(aside) => Some(&aside.paragraphs),
        Block::Turn(index) => {
            let turn = transcript.turn(*index);
            // What somebody says is no title.
            turn.heading.is_empty().then_some(&turn.paragraphs)
        }
    });
    let lines = before.flat_map(|paragraphs| transcript.paragraphs(paragraphs));
    let line = lines.map(|line| transcript.words(line.text)).find(|line| !dates::is_only(line))?;
    let is_title = line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && line.contains(char::is_alphabetic)
        && !line.ends_with(['.', ':', ';', ',', '?', '!', '…', '-', '”', '"'])
        && line.chars().nth(MAX_TITLE).is_none();
    (is_title && transcript.paragraphs.len() > 1).then(|| line.to_owned())
}
