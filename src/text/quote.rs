//! The words of a passage with a little of what stands around them, and finding them again.
//!
//! The shape is that of `TextQuoteSelector` in the W3C Web Annotation Data Model: exact, prefix, suffix.

use super::Span;

/// How many characters of context are kept on each side.
pub const CONTEXT_CHARS: usize = 32;

/// How many candidates [`Quote::find`] looks at: a quote of one letter in ten megabytes must not take for ever.
const MAX_CANDIDATES: usize = 10_000;

/// The words of a passage, and up to [`CONTEXT_CHARS`] characters before and after them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The passage itself.
    pub exact: String,
    /// What stands before it.
    pub prefix: String,
    /// What stands after it.
    pub suffix: String,
}

impl Quote {
    /// The words at `span` of `text`, or `None` where the span does not fit the text.
    #[must_use]
    pub fn take<T>(text: &str, span: Span<T>) -> Option<Self> {
        let exact = span.of(text)?;
        let (before, after) = (&text[..span.start().index()], &text[span.end().index()..]);
        let from = before.char_indices().rev().take(CONTEXT_CHARS).last().map_or(before.len(), |(index, _)| index);
        let to = after.char_indices().nth(CONTEXT_CHARS).map_or(after.len(), |(index, _)| index);
        Some(Self { exact: exact.into(), prefix: before[from..].into(), suffix: after[..to].into() })
    }

    /// Where in `text` these words stand: the place whose surroundings agree best, and of equally good places
    /// the first. `None` where the words do not occur.
    #[must_use]
    pub fn find<T>(&self, text: &str) -> Option<Span<T>> {
        if self.exact.is_empty() {
            return None;
        }
        let mut best: Option<(usize, usize)> = None;
        for (start, _) in text.match_indices(&self.exact).take(MAX_CANDIDATES) {
            let score = self.agreement(&text[..start], &text[start + self.exact.len()..]);
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, start));
            }
        }
        best.map(|(_, start)| Span::new(start..start + self.exact.len()))
    }

    /// How many characters of the context agree, counted outwards from the passage.
    fn agreement(&self, before: &str, after: &str) -> usize {
        let same = |(a, b): &(char, char)| a == b;
        self.prefix.chars().rev().zip(before.chars().rev()).take_while(same).count()
            + self.suffix.chars().zip(after.chars()).take_while(same).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Reading;

    fn quote(exact: &str, prefix: &str, suffix: &str) -> Quote {
        Quote { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() }
    }

    #[test]
    fn takes_whole_characters_of_context() {
        let text = format!("{}dijk{}", "é".repeat(40), "😀".repeat(40));
        let span: Span<Reading> = Span::new(80..84);
        let taken = Quote::take(&text, span).unwrap();
        assert_eq!(taken, quote("dijk", &"é".repeat(32), &"😀".repeat(32)));
    }

    #[test]
    fn context_decides_between_equal_words() {
        let text = "de dijk breekt, de dijk houdt, de dijk zakt";
        let found: Span<Reading> = quote("dijk", "breekt, de ", " houdt").find(text).unwrap();
        assert_eq!(found, Span::new(19..23));
        assert_eq!(quote("dijk", "", "").find::<Reading>(text), Some(Span::new(3..7)), "without context: the first");
        assert_eq!(quote("polder", "", "").find::<Reading>(text), None);
        assert_eq!(quote("", "", "").find::<Reading>(text), None);
    }
}
