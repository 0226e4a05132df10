//! Words by their first letters, so that inflections of one word count as one.

use std::collections::{HashMap, HashSet};

use crate::{model::Transcript, text::ReadingSpan};

/// How many letters tell a word: `financiële` and `financieel` are one, and so are `kosten` and `kostenoverzicht`.
const LETTERS: usize = 6;

/// Shorter words say little.
const MIN_LETTERS: usize = 4;

/// Words that say nothing about a subject, and what every list is about, by their stems.
const EMPTY: &[&str] = &[
    "aan", "aangaa", "about", "alle", "also", "andere", "been", "betref", "binnen", "daarbi", "daarin", "daarna",
    "daarov", "deze", "dient", "door", "down", "eens", "elkaar", "even", "from", "gaat", "geen", "govern", "haar",
    "have", "hebben", "heeft", "hierbi", "hierin", "hoewel", "indien", "kabine", "kamer", "kunnen", "maar", "meer",
    "minist", "moeten", "naar", "niet", "nogmaa", "onder", "onze", "other", "over", "overig", "regeri", "sinds",
    "specif", "staats", "tegen", "that", "their", "them", "then", "there", "these", "they", "this", "toegez", "toezeg",
    "tussen", "uiterl", "vanuit", "verder", "vervol", "volgen", "voor", "vóór", "waarbi", "waardo", "waarin", "waarme",
    "waarov", "want", "welke", "were", "what", "which", "will", "with", "worden", "wordt", "would", "your", "zich",
    "zijn", "zoals", "zodat", "zullen",
];

/// The stems in a text, each with the word it was first seen in.
pub(super) fn stems(text: &str) -> HashMap<String, &str> {
    let mut found = HashMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if let Some(stem) = stem(word) {
            found.entry(stem).or_insert(word);
        }
    }
    found
}

fn stem(word: &str) -> Option<String> {
    word.chars().nth(MIN_LETTERS - 1)?;
    let stem: String = word.chars().take(LETTERS).flat_map(char::to_lowercase).collect();
    EMPTY.binary_search(&stem.as_str()).is_err().then_some(stem)
}

/// How much each of some stems tells: the fewer of some texts have it, the more.
pub(super) struct Weights {
    /// Of each stem.
    weights: HashMap<String, f64>,
    /// Of a stem that no text has.
    most: f64,
}

impl Weights {
    /// Counts these stems in some texts.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>, stems: &HashSet<String>) -> Self {
        let mut counts: HashMap<&str, f64> = HashMap::new();
        let mut all = 0.0;
        for text in texts {
            all += 1.0;
            let mut seen = HashSet::new();
            for word in text.split(|c: char| !c.is_alphanumeric()) {
                let Some(stem) = stem(word).and_then(|stem| stems.get(&stem)) else { continue };
                if seen.insert(stem.as_str()) {
                    *counts.entry(stem).or_default() += 1.0;
                }
            }
        }
        let weight = |stem: &String| {
            let count = counts.get(stem.as_str()).copied().unwrap_or_default();
            (stem.clone(), ((all + 1.0) / (count + 1.0_f64)).ln().max(0.0))
        };
        Self { weights: stems.iter().map(weight).collect(), most: (all + 1.0).ln() }
    }

    /// How much a stem tells that no text has: nothing tells more.
    pub(super) fn most(&self) -> f64 {
        self.most
    }

    /// How much a stem tells.
    pub(super) fn weight(&self, stem: &str) -> f64 {
        self.weights.get(stem).copied().unwrap_or_default()
    }
}

/// The words of some spans, as one text.
pub(super) fn joined(transcript: &Transcript, spans: &[ReadingSpan]) -> String {
    spans.iter().map(|span| transcript.words(*span)).collect::<Vec<_>>().join(" ")
}
