//! Searching a text without regard to case, accents, and the shapes of quotation marks and dashes.
//!
//! The text is folded once; searching the folded text is looking for one string in another. What is found is a place in
//! the text as it was.

use regex_lite::RegexBuilder;
use thiserror::Error;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::Span;

/// The most memory that a compiled pattern may take, in bytes: the time of a search grows with it.
const MAX_PATTERN_BYTES: usize = 1 << 15;

/// Why a pattern cannot be searched for.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PatternError {
    /// It is not a regular expression.
    #[error("{0}")]
    Syntax(String),
    /// It describes so much that searching would take too long.
    #[error("the pattern is too large")]
    TooLarge,
}

/// A text in small letters without accents, with one blank for every run of blanks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// Where the distance between a byte of `text` and its byte in the original changes: both bytes.
    anchors: Vec<(u32, u32)>,
    /// The length of the original.
    length: u32,
}

impl Folded {
    /// Folds `original`.
    ///
    /// # Panics
    /// For a text above 4 GiB: none that large is ever opened.
    #[must_use]
    pub fn new(original: &str) -> Self {
        let number = |at: usize| u32::try_from(at).expect("a text below 4 GiB");
        let mut folded =
            Self { text: String::with_capacity(original.len()), anchors: vec![], length: number(original.len()) };
        let mut distance = None;
        let mut blank = None;
        let put = |folded: &mut Self, distance: &mut Option<usize>, at: usize, c: char| {
            // Folding may leave bytes out and never puts any in between, but a small letter may be longer.
            let here = at.wrapping_sub(folded.text.len());
            if *distance != Some(here) {
                folded.anchors.push((number(folded.text.len()), number(at)));
                *distance = Some(here);
            }
            folded.text.push(c);
        };
        for (at, c) in original.char_indices() {
            if c.is_whitespace() {
                // The end of a line within a paragraph is a blank; two are the end of a paragraph.
                let (begun, ends) = blank.unwrap_or((at, 0));
                blank = Some((begun, ends + usize::from(c == '\n')));
            } else if let Some(c) = fold(c) {
                if let Some((begun, ends)) = blank.take() {
                    put(&mut folded, &mut distance, begun, if ends > 1 { '\n' } else { ' ' });
                }
                put(&mut folded, &mut distance, at, c);
            }
        }
        if let Some((begun, _)) = blank {
            put(&mut folded, &mut distance, begun, ' ');
        }
        folded
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where `words` occur, in order and without overlap. Nothing for words of which folding leaves nothing.
    #[must_use]
    pub fn find<T>(&self, words: &str) -> Vec<Span<T>> {
        let wanted = Self::new(words).text.replace('\n', " ");
        if wanted.trim().is_empty() {
            return Vec::new();
        }
        let found = self.text.match_indices(&wanted);
        found.map(|(start, _)| self.original(start, start + wanted.len())).collect()
    }

    /// Where the regular expression `pattern` matches, in order and without overlap.
    ///
    /// # Errors
    /// When it is none, or too large a one.
    pub fn find_pattern<T>(&self, pattern: &str) -> Result<Vec<Span<T>>, PatternError> {
        let built = RegexBuilder::new(&fold_pattern(pattern))
            .case_insensitive(true)
            .multi_line(true)
            .size_limit(MAX_PATTERN_BYTES)
            .build();
        let regex = built.map_err(|error| {
            let told = error.to_string();
            if told.contains("size limit") { PatternError::TooLarge } else { PatternError::Syntax(told) }
        })?;
        let found = regex.find_iter(&self.text).filter(|found| !found.is_empty());
        Ok(found.map(|found| self.original(found.start(), found.end())).collect())
    }

    /// The place in the original of a stretch of the folded text: from its first character to the one behind its last.
    fn original<T>(&self, start: usize, end: usize) -> Span<T> {
        Span::new(self.place(start)..self.place(end))
    }

    fn place(&self, at: usize) -> usize {
        if at == self.text.len() {
            return self.length as usize;
        }
        let next = self.anchors.partition_point(|(folded, _)| *folded as usize <= at);
        let (folded, original) = self.anchors[next - 1];
        original as usize + (at - folded as usize)
    }
}

/// The character without accent, in small; `None` for one that nobody looks for.
fn fold(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => return None,
        '‘' | '’' | '‚' | '‛' | '′' => return Some('\''),
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => return Some('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '−' => return Some('-'),
        _ if is_combining_mark(c) => return None,
        _ => {}
    }
    let (mut base, mut others) = (None, 0);
    decompose_canonical(c, |part| match base {
        None => base = Some(part),
        Some(_) => others += usize::from(!is_combining_mark(part)),
    });
    // What is made of several letters (a Korean syllable) stays whole.
    let base = base.filter(|_| others == 0).unwrap_or(c);
    base.to_lowercase().next()
}

/// The pattern with its letters folded. Signs and escapes are ASCII, and stay as they are.
fn fold_pattern(pattern: &str) -> String {
    pattern.chars().filter_map(|c| if c.is_ascii() || c.is_whitespace() { Some(c) } else { fold(c) }).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Source;

    fn found(text: &str, words: &str) -> Vec<String> {
        let spans: Vec<Span<Source>> = Folded::new(text).find(words);
        spans.into_iter().map(|span| span.of(text).expect("a place in the text").to_owned()).collect()
    }

    fn matches(text: &str, pattern: &str) -> Result<Vec<String>, PatternError> {
        let spans: Vec<Span<Source>> = Folded::new(text).find_pattern(pattern)?;
        Ok(spans.into_iter().map(|span| span.of(text).expect("a place in the text").to_owned()).collect())
    }

    #[test]
    fn case_accents_and_signs_do_not_matter() {
        assert_eq!(found("Eén keer, EEN keer, e\u{301}e\u{301}n", "een"), ["Eén", "EEN", "e\u{301}e\u{301}n"]);
        assert_eq!(found("‘s avonds, zo’n “plan”", "zo'n \"plan\""), ["zo’n “plan”"]);
        assert_eq!(found("20–30 procent", "20-30"), ["20–30"]);
        assert_eq!(found("twee\u{ad}maal, twee\nmaal", "tweemaal"), ["twee\u{ad}maal"]);
        assert_eq!(found("de  haven\nvan", "DE haven van"), ["de  haven\nvan"]);
        assert_eq!(found("een.\n\nTwee", "een. twee"), [""; 0], "not over the end of a paragraph");
        assert_eq!(found("한국 İstanbul ß Straße", "\u{1100}"), [""; 0], "no part of a syllable");
        assert_eq!(found("한국 İstanbul ß Straße", "istanbul"), ["İstanbul"]);
        assert_eq!(found("Straße", "STRAßE"), ["Straße"]);
        assert_eq!(found("abc", " "), [""; 0]);
    }

    #[test]
    fn patterns_are_searched_in_the_folded_text() {
        assert_eq!(matches("Vóór 1 maart, voor 15 mei", r"voor \d+").unwrap(), ["Vóór 1", "voor 15"]);
        assert_eq!(matches("Één, twee", r"\bÉÉN\b").unwrap(), ["Één"]);
        assert_eq!(matches("a b", r"\S").unwrap(), ["a", "b"]);
        assert_eq!(matches("abc", "x*").unwrap(), [""; 0], "nothing is no match");
        assert_eq!(matches("Een.\n\nTwee.", r"^\w+").unwrap(), ["Een", "Twee"]);
    }

    #[test]
    fn a_bad_pattern_is_an_error_and_no_long_wait() {
        assert!(matches!(matches("a", "(a"), Err(PatternError::Syntax(_))));
        assert_eq!(matches("a", "(a{1000}){1000}"), Err(PatternError::TooLarge));
    }

    proptest! {
        #[test]
        fn what_is_found_folds_to_what_was_looked_for(text in "[a-cA-C éÉe\u{301}\u{ad}’“\n한ßİ]{0,40}", words in "[a-c é'한]{1,4}") {
            let spans: Vec<Span<Source>> = Folded::new(&text).find(&words);
            let wanted = Folded::new(&words);
            let mut last = 0;
            for span in spans {
                let there = span.of(&text).expect("whole characters");
                prop_assert!(span.start().index() >= last && !span.is_empty());
                last = span.end().index();
                prop_assert_eq!(Folded::new(there).text().replace('\n', " "), wanted.text());
            }
        }

        #[test]
        fn any_pattern_and_any_text(text in "\\PC{0,40}", pattern in "\\PC{0,12}") {
            if let Ok(found) = matches(&text, &pattern) {
                prop_assert!(found.iter().all(|words| !words.is_empty()));
            }
        }
    }
}
