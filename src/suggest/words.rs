//! Words with their places, for the rules that look for phrases.

use std::{borrow::Cow, ops::Range};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// Where it stands (bytes).
    pub(super) place: Range<usize>,
    small: Cow<'a, str>,
}

impl Word<'_> {
    /// The word in small letters.
    pub(super) fn text(&self) -> &str {
        &self.small
    }
}

/// The words of `text`: letters and digits, with the apostrophes inside.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’');
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(is_part).map(|at| rest + at) {
        let end = text[start..].find(|c| !is_part(c)).map_or(text.len(), |at| start + at);
        rest = end;
        let whole = &text[start..end];
        let word = whole.trim_matches(['\'', '’']);
        if word.is_empty() {
            continue;
        }
        let start = start + (whole.len() - whole.trim_start_matches(['\'', '’']).len());
        let small = match word.contains(|c: char| c.is_uppercase() || c == '’') {
            true => Cow::Owned(word.to_lowercase().replace('’', "'")),
            false => Cow::Borrowed(word),
        };
        found.push(Word { place: start..start + word.len(), small });
    }
    found
}
