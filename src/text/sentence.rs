//! Sentences: where the one around a place begins and ends.
//!
//! A sentence ends at a full stop, a question or exclamation mark or an ellipsis, with closing quotation marks and
//! brackets behind it, before a blank and a capital, a digit or an opening quotation mark; and where its paragraph ends.
//! Titles and initials end no sentence. (Simpler than Unicode Standard Annex #29, which knows no abbreviations.)

use std::ops::Range;

/// Words before a full stop that end no sentence, in small letters.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "drs", "ir", "ing", "prof", "st", "mevr", "mw", "dhr", "nr", "art", "blz", "bijv", "bv",
    "d.d", "dd", "ca", "jl", "o.a", "e.d", "m.b.t", "no", "vs", "etc", "e.g", "i.e",
];

/// The sentence of `text`, which is one paragraph, in which the byte `at` lies. The blank behind a sentence belongs to
/// it, but is not part of the range.
#[must_use]
pub fn sentence_at(text: &str, at: usize) -> Range<usize> {
    let mut start = 0;
    for end in ends(text) {
        let next = next_start(text, end);
        if at < next {
            return start..end;
        }
        start = next;
    }
    let end = text.trim_end().len();
    start.min(end)..end
}

/// The sentences of `text`, which is one paragraph, one after the other, without the blanks between them.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    ends(text).chain([text.trim_end().len()]).filter_map(move |end| {
        let sentence = start..end;
        start = next_start(text, end);
        (!sentence.is_empty()).then_some(sentence)
    })
}

/// Where the sentence begins that follows on one that ends at `end`.
fn next_start(text: &str, end: usize) -> usize {
    text.len() - text[end..].trim_start().len()
}

/// Where sentences end.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(['.', '!', '?', '…']).filter_map(|(mark, sign)| {
        let behind = mark + sign.len();
        let end = behind + text[behind..].len() - text[behind..].trim_start_matches(is_closing).len();
        let rest = text[end..].trim_start();
        let goes_on = !rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || is_opening(c));
        let is_last = rest.is_empty();
        if end < text.len() && !text[end..].starts_with(char::is_whitespace) || goes_on && !is_last {
            return None;
        }
        let word = text[..mark].rsplit(|c: char| c.is_whitespace() || is_opening(c)).next().unwrap_or_default();
        let is_initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
        let is_short = is_initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str());
        (sign != "." || !is_short || is_last).then_some(end)
    })
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '.' | '!' | '?' | '…')
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '«' | '(' | '[' | '–' | '-')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.trim_end().len() {
            let range = sentence_at(text, at);
            at = range.end + 1;
            found.push(&text[range]);
        }
        found
    }

    #[test]
    fn sentences() {
        assert_eq!(all("Ja. Dat doe ik! Wanneer? In maart…"), ["Ja.", "Dat doe ik!", "Wanneer?", "In maart…"]);
        assert_eq!(all("Mevr. A. Duin zei: «Nee.» Toen ging zij."), ["Mevr. A. Duin zei: «Nee.»", "Toen ging zij."]);
        assert_eq!(
            all("Het is 3.5 miljoen (art. 3, nr. 18). 2 dijken braken"),
            ["Het is 3.5 miljoen (art. 3, nr. 18).", "2 dijken braken"]
        );
        assert_eq!(all("Hij zei ... niets. (Geroffel) Dank."), ["Hij zei ... niets.", "(Geroffel) Dank."]);
        assert_eq!(all("zonder punt"), ["zonder punt"]);
        assert_eq!(sentence_at("", 0), 0..0);
        assert_eq!(sentence_at("Ja.  ", 4), 0..3, "behind the last one");
    }

    proptest! {
        /// Sentences follow each other, and hold everything but the blanks between them.
        #[test]
        fn sentences_make_up_the_paragraph(text in "([A-Za-zé]{1,6}[.!?…,]{0,2}[\"»)]{0,1} {0,2}){0,12}") {
            let mut from = 0;
            for at in text.char_indices().map(|(at, _)| at) {
                let range = sentence_at(&text, at);
                prop_assert!(range.end <= text.len() && range.start <= range.end);
                prop_assert!(range.start >= from || at < range.end || range.start <= at);
                from = from.max(range.start);
                if !text[at..].starts_with(' ') {
                    prop_assert!(range.contains(&at), "{range:?} {at}");
                }
            }
        }
    }
}
