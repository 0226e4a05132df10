//! The parts of a meeting: what a report sets off, and the terms that the chair announces.

use jiff::civil::Time;

use crate::{
    i18n::Text,
    model::{AsideKind, Block, InsetKind, Language, Role, Transcript, Turn, clock},
};

/// The longest title of a part, in characters.
const MAX_TITLE: usize = 70;

/// A part of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub title: PartTitle,
    /// The first of its paragraphs.
    pub paragraph: u32,
}

/// What a part is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartTitle {
    /// By a message.
    Text(Text),
    /// In the words of the report.
    Words(String),
}

/// What the chair says when the answer of the government begins, in small letters.
const ANSWER: [&str; 10] = [
    "woord is aan de minister",
    "woord is aan de staatssecretaris",
    "woord aan de minister",
    "woord aan de staatssecretaris",
    "toe aan de beantwoording",
    "beantwoording in eerste termijn",
    "beantwoording in de eerste termijn",
    "te beantwoorden in de eerste termijn",
    "antwoord in eerste termijn",
    "termijn van de zijde van het kabinet",
];

/// What the chair says when the second term begins.
const SECOND: [&str; 9] = [
    "door met de tweede termijn",
    "over naar de tweede termijn",
    "toe aan de tweede termijn",
    "beginnen met de tweede termijn",
    "beginnen aan de tweede termijn",
    "ruimte voor een tweede termijn",
    "behoefte is aan een tweede termijn",
    "behoefte aan een tweede termijn",
    "tweede termijn van de zijde van de kamer",
];

/// The parts of the meeting, in order.
#[must_use]
pub fn parts(transcript: &Transcript) -> Vec<Part> {
    let words = |paragraph: u32| {
        let words = transcript.words(transcript.paragraphs[paragraph as usize].text);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match words.char_indices().nth(MAX_TITLE) {
            Some((end, _)) => format!("{}…", words[..end].trim_end()),
            None => words,
        }
    };
    let mut parts: Vec<Part> = Vec::new();
    for block in &transcript.blocks {
        let Block::Aside(aside) = block else { continue };
        let paragraph = aside.paragraphs.start;
        let title = match &aside.kind {
            AsideKind::Front | AsideKind::Attendance | AsideKind::Stage => continue,
            AsideKind::Opening => PartTitle::Text(Text::new("part-opening")),
            AsideKind::Closing => PartTitle::Text(Text::new("part-closing")),
            AsideKind::Suspension(times) => PartTitle::Text(suspension(*times)),
            AsideKind::ChairChange | AsideKind::Title => PartTitle::Words(words(paragraph)),
        };
        parts.push(Part { title, paragraph });
    }
    for inset in &transcript.insets {
        let title = match &inset.kind {
            InsetKind::ClosingList(_) => PartTitle::Text(Text::new("inset-closing-list")),
            InsetKind::Motion(motion) => {
                let of = motion.movers.join(", ");
                let number = motion.number.as_ref().map(|number| format!("nr. {number}"));
                let facts = number.into_iter().chain(Some(of).filter(|of| !of.is_empty())).collect::<Vec<_>>();
                PartTitle::Text(Text::new("part-motion").with("facts", facts.join(", ")))
            }
        };
        parts.push(Part { title, paragraph: inset.paragraphs.start });
    }
    parts.extend(terms(transcript));
    parts.sort_by_key(|part| part.paragraph);
    parts
}

fn suspension(times: Option<(Time, Time)>) -> Text {
    match times {
        Some((from, to)) => Text::new("part-suspension-times").with("from", clock(from)).with("to", clock(to)),
        None => Text::new("part-suspension"),
    }
}

/// The answer of the government and the second term, where the chair of a Dutch debate announces them. The second term
/// comes after the government has spoken: who speaks of it before only promises it.
fn terms(transcript: &Transcript) -> impl Iterator<Item = Part> {
    let is_dutch = transcript.language == Language::Dutch;
    let first = transcript.turns.iter().position(|turn| transcript.role(turn) == Some(Role::Government));
    let announced = move |phrases: &[&str], from: usize, key| {
        let mut turns = transcript.turns.iter().skip(from).filter(|turn| transcript.role(turn) == Some(Role::Chair));
        let announces = |turn: &&Turn| {
            let words = transcript.words(transcript.speech(turn)).to_lowercase().replace('\n', " ");
            phrases.iter().any(|phrase| words.contains(phrase))
        };
        let turn = turns.find(announces).filter(|_| is_dutch)?;
        Some(Part { title: PartTitle::Text(Text::new(key)), paragraph: turn.paragraphs.start })
    };
    let answer = announced(&ANSWER, 0, "part-answer");
    let second = first.and_then(|first| announced(&SECOND, first, "part-second-term"));
    answer.into_iter().chain(second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        i18n::{Catalog, Lang},
        reader,
    };

    fn told(text: &str) -> Vec<String> {
        let catalog = Catalog::new(Lang::En);
        let name = |part: Part| match part.title {
            PartTitle::Text(text) => catalog.text(text),
            PartTitle::Words(words) => words,
        };
        parts(&reader::read(text)).into_iter().map(name).collect()
    }

    #[test]
    fn the_parts_of_the_sample() {
        let found = told(include_str!("../../samples/commissiedebat.txt"));
        insta::assert_snapshot!(found.join("\n"));
    }

    #[test]
    fn terms_are_announced_by_the_chair_and_in_order() {
        let debate = |chair: &str, member: &str| {
            format!(
                "De voorzitter:\nGoedemorgen allemaal, welkom bij dit debat.\n\nMevrouw Aalst (Kust):\n{member}\n\nDe \
                 voorzitter:\n{chair}\n\nMinister Ter Horst:\nDank u wel. Dat is een goede vraag van de leden.\n\nDe \
                 voorzitter:\nWij zijn toe aan de tweede termijn.\n\nMevrouw Aalst (Kust):\nDank voor de antwoorden.\n"
            )
        };
        let both = ["Answer of the government", "Second term"];
        assert_eq!(told(&debate("Dan zijn we toe aan de beantwoording door de minister.", "Komt de brief?")), both);
        assert_eq!(told(&debate("Het woord is aan de minister.", "Komt de tweede termijn?")), both);
        let second = ["Second term"];
        assert_eq!(told(&debate("De minister.", "Zijn we toe aan de beantwoording in eerste termijn?")), second);
        assert_eq!(told(&debate("Zo zijn we toe aan de tweede termijn.", "Tot zover mijn termijn.")), second);
    }
}
