//! The transcripts that the journeys read: a real one where the corpus is there, else the sample.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::selecting::Words;

/// A transcript, and places in it for the main job.
pub(crate) struct Material {
    /// Its text.
    pub(crate) text: String,
    /// How many turns it has.
    pub(crate) turns: usize,
    /// What the names of the first two turns begin with.
    pub(crate) speakers: [&'static str; 2],
    /// Words within one paragraph.
    pub(crate) claim: Words,
    /// Words that begin in one paragraph and end in the next.
    pub(crate) two_paragraphs: Words,
    /// Words with one that was broken at the end of a line.
    pub(crate) hyphen: Words,
    /// The broken word as it was pasted.
    pub(crate) broken: &'static str,
}

/// The Dutch sample that the page offers.
pub(crate) const DUTCH_SAMPLE: &str = include_str!("../../samples/commissiedebat.txt");

/// A claim in the English sample.
pub(crate) const CLAIM: Words = Words { turn: 3, from: "Last year the bridge", to: "17 of those" };

/// A commitment in the English sample.
pub(crate) const COMMITMENT: Words = Words { turn: 5, from: "There are two options", to: "repair or replace" };

/// Four turns in which something is promised, thanked for and noted.
pub(crate) const DEBATE: &str = "De voorzitter:\nGoedemorgen. Het woord is aan de minister.\n\nMinister Ter Horst:\nDie brief stuur ik \
                      de Kamer toe. Over de haven praat ik nog door. Dat doe ik voor de zomer.\n\nMevrouw Aalst (Kust):\n\
                      Dank voor die toezegging, dus voor de zomer.\n\nDe voorzitter:\nDank. Ik noteer de brief.\n";

/// The real report of a committee debate, or the Dutch sample.
pub(crate) fn main_job() -> Material {
    let folder = std::env::var_os("GRIFFIER_CORPUS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/transcripts"), PathBuf::from);
    let path = folder.join("dutch/kst-28638-246.txt");
    if let Ok(text) = fs::read_to_string(&path) {
        println!("The main job is done on {}.", path.display());
        return corpus(text);
    }
    println!("The main job is done on samples/commissiedebat.txt: there is no {}.", path.display());
    sample()
}

fn corpus(text: String) -> Material {
    Material {
        text,
        turns: 147,
        speakers: ["De voorzitter", "Mevrouw"],
        claim: Words { turn: 3, from: "Bij CoMensha", to: "flink gedaald" },
        two_paragraphs: Words { turn: 1, from: "want ik spreek ook", to: "Niemand natuurlijk" },
        hyphen: Words { turn: 1, from: "De Staatssecretaris zegt", to: "geen prioriteit" },
        broken: "Staatssecre-\ntaris",
    }
}

fn sample() -> Material {
    Material {
        text: DUTCH_SAMPLE.to_owned(),
        turns: 35,
        speakers: ["De voorzitter", "Mevrouw Van Oordt (Dijkpartij)"],
        claim: Words { turn: 5, from: "Sinds 2019", to: "per jaar gezakt" },
        two_paragraphs: Words { turn: 1, from: "die zijn eigen sleutel", to: "geen plan" },
        hyphen: Words { turn: 1, from: "een gepensioneerde", to: "machinist" },
        broken: "gepensio-\nneerde",
    }
}
