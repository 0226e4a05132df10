//! Telling Dutch from English by the small words that every text of some length contains.

use super::Lines;
use crate::model::Language;

/// Lines looked at.
const SAMPLE_LINES: usize = 400;

const DUTCH: &[&str] = &["de", "het", "een", "van", "dat", "niet", "en", "ik", "voor", "wij"];
const ENGLISH: &[&str] = &["the", "a", "of", "that", "not", "and", "i", "for", "we", "to"];

/// The language whose small words are clearly more frequent.
pub(super) fn detect(lines: &Lines<'_>) -> Language {
    let (mut dutch, mut english) = (0_u32, 0_u32);
    for line in lines.list().iter().take(SAMPLE_LINES) {
        for word in line.text.split(|c: char| !c.is_alphabetic()) {
            let word = word.to_lowercase();
            dutch += u32::from(DUTCH.contains(&word.as_str()));
            english += u32::from(ENGLISH.contains(&word.as_str()));
        }
    }
    if dutch > 2 * english {
        Language::Dutch
    } else if english > 2 * dutch {
        Language::English
    } else {
        Language::Unknown
    }
}
