//! Telling the languages apart by the small words that every text of some length contains.

use super::Lines;
use crate::model::Language;

/// Lines looked at.
const SAMPLE_LINES: usize = 400;

/// With fewer small words than this, nothing is known.
const MIN_WORDS: u32 = 3;

/// The small words of each language; none of them is frequent in another.
const WORDS: [(Language, &[&str]); 4] = [
    (Language::Dutch, &["het", "een", "van", "dat", "niet", "ik", "voor", "wij", "zijn", "er", "ook", "maar", "dit"]),
    (Language::English, &["the", "of", "that", "not", "and", "i", "for", "we", "to", "this", "you", "with"]),
    (Language::French, &["le", "la", "les", "et", "que", "est", "pour", "nous", "je", "pas", "une", "dans", "du"]),
    (Language::German, &["der", "das", "und", "nicht", "ich", "ist", "wir", "für", "ein", "mit", "auf", "dass", "zu"]),
];

/// The language whose small words are clearly more frequent than those of every other.
pub(super) fn detect(lines: &Lines<'_>) -> Language {
    let mut counts = [0_u32; WORDS.len()];
    for line in lines.list().iter().take(SAMPLE_LINES) {
        for word in line.text.split(|c: char| !c.is_alphabetic()) {
            let word = word.to_lowercase();
            for (count, (_, words)) in counts.iter_mut().zip(WORDS) {
                *count += u32::from(words.contains(&word.as_str()));
            }
        }
    }
    let best = (0..WORDS.len()).max_by_key(|language| counts[*language]).unwrap_or_default();
    let is_clear =
        counts[best] >= MIN_WORDS && (0..WORDS.len()).all(|other| other == best || counts[best] > 2 * counts[other]);
    if is_clear { WORDS[best].0 } else { Language::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_languages() {
        for (text, language) in [
            ("Ik dank de voorzitter en vraag of dat het geval is voor een dijk.", Language::Dutch),
            ("I thank the chair, and ask whether that is the case for this dike.", Language::English),
            ("Je remercie la présidente et je demande si c'est le cas pour les digues.", Language::French),
            ("Ich danke der Präsidentin und frage, ob das für die Deiche nicht gilt.", Language::German),
            ("12 34", Language::Unknown),
            ("Zullen we?", Language::Unknown),
            ("", Language::Unknown),
        ] {
            assert_eq!(detect(&Lines::new(text)), language, "{text}");
        }
    }
}
