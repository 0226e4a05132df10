//! The closing list: what the chair reads out at the end of a meeting, item by item.
//!
//! ```text
//! list         = announcement items { turns of others, a turn of the chair that goes on: items }
//! announcement = a sentence of the chair that speaks of commitments, and of noting or reading them
//! items        = items of a typographic list, or sentences that begin with an office or a name
//! parts        = behind the colon of an item: what stands between semicolons, "daarnaast", "en ook", ...
//! ```

use std::ops::Range;

use crate::{
    model::{Inset, InsetKind, ListItem, ParagraphKind, Role, Transcript, Turn},
    text::{ReadingSpan, sentences},
};

/// What a list is of, in small letters. One commitment alone is noted in the middle of many debates.
const OF: &[&str] = &[
    "toezeggingen",
    "volgende toezegging",
    "één toezegging",
    "een toezegging genoteerd",
    "actiepunten",
    "afspraken",
    "commitments",
    "one commitment",
    "undertakings",
    "actions",
    "action points",
    "promises",
];

/// What an item is called, in small letters.
const NAMES: &[&str] = &["toezegging", "actiepunt", "afspraak", "commitment", "undertaking", "action", "promise"];

/// How the chair announces it, in small letters.
const ANNOUNCEMENTS: &[&str] = &[
    "door te nemen",
    "door te lopen",
    "doornemen",
    "doorlopen",
    "neem ik",
    "neem de",
    "genoteerd",
    "noteer",
    "oplezen",
    "op te lezen",
    "voorlezen",
    "voor te lezen",
    "lees ik",
    "lees de",
    "lees ze",
    "langslopen",
    "langs te lopen",
    "opnoemen",
    "opsommen",
    "volgende toezegging",
    "gedaan:",
    "toezeggingen:",
    "rest mij",
    "nog de toezeggingen",
    "go over",
    "go through",
    "run through",
    "read out",
    "read through",
    "noted",
    "sum up",
    "list the",
    "following",
    "commitments:",
    "actions:",
];

/// With what an item begins where it is no item of a typographic list, in small letters; beside the speakers' names.
const OFFICES: &[&str] = &[
    "de minister",
    "minister",
    "de staatssecretaris",
    "staatssecretaris",
    "de bewindslieden",
    "de bewindspersonen",
    "de bewindspersoon",
    "de regering",
    "het kabinet",
    "de kamer ontvangt",
    "de kamer wordt",
    "de kamer krijgt",
    "het college",
    "de wethouder",
    "de burgemeester",
    "de gedeputeerde",
    "toezegging",
    "de toezegging",
    "the minister",
    "the secretary",
    "the government",
    "the department",
    "the committee will",
];

/// What may stand before that.
const LEADS: &[&str] = &[
    "de eerste is dat",
    "de tweede is dat",
    "de derde is dat",
    "de volgende is dat",
    "de laatste is dat",
    "ten eerste",
    "ten tweede",
    "ten derde",
    "ten vierde",
    "ten vijfde",
    "ten slotte",
    "tot slot",
    "voorts",
    "verder",
    "daarnaast",
    "dan",
    "en",
    "first",
    "firstly",
    "second",
    "secondly",
    "third",
    "thirdly",
    "finally",
    "also",
    "and",
];

/// How an ordinal introduces an item: `De tweede toezegging ...`.
const ORDINALS: &[&str] = &[
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "volgende", "laatste", "first",
    "second", "third", "fourth", "fifth", "next", "last",
];

/// With what a sentence begins that belongs to the item before it, in small letters.
const CONTINUATIONS: &[&str] = &[
    "dat ",
    "dit ",
    "die ",
    "daarbij ",
    "daarin ",
    "daarover ",
    "hierbij ",
    "hierin ",
    "deze ",
    "this ",
    "that ",
    "it ",
];

/// What separates the parts of an item.
const BREAKS: &[&str] =
    &["; ", ", daarnaast ", ", en ", ", alsmede ", ", tevens ", ", verder ", ", voorts ", ", ten slotte ", ", and "];

/// What separates the last two.
const LAST_BREAKS: &[&str] = &[" en de ", " en het ", " en een ", " and the ", " and a "];

/// The shortest part, in bytes: less is no thing of its own.
const MIN_PART: usize = 10;

/// The longest item that is parted, in bytes: each part is looked for among all that is left.
const MAX_PARTED: usize = 10_000;

/// How many turns the others may take in between before the list is over.
const MAX_BETWEEN: usize = 6;

/// The closing lists of a transcript, in order: one for each turn in which items are read out.
pub(super) fn find(transcript: &Transcript) -> Vec<Inset> {
    let names = names(transcript);
    let mut insets = Vec::new();
    let mut since = usize::MAX;
    for turn in &transcript.turns {
        since = since.saturating_add(1);
        if transcript.role(turn) != Some(Role::Chair) {
            continue;
        }
        let list = List { transcript, names: &names };
        let announced = list.announced(turn);
        let found = announced.or_else(|| if since <= MAX_BETWEEN { list.goes_on(turn) } else { None });
        if let Some(inset) = found {
            insets.push(inset);
            since = 0;
        }
    }
    insets
}

/// Who may be named at the beginning of an item, in small letters.
fn names(transcript: &Transcript) -> Vec<String> {
    let others = transcript.speakers.iter().filter(|speaker| speaker.role != Role::Chair);
    let mut names: Vec<String> = others.map(|speaker| speaker.title().to_lowercase()).collect();
    // A name alone, too, where it is a word of its own.
    let alone = transcript.speakers.iter().filter(|speaker| speaker.role != Role::Chair && speaker.name.len() > 3);
    names.extend(alone.flat_map(|speaker| {
        let name = speaker.name.to_lowercase();
        ["", "mr ", "ms ", "mrs ", "dr ", "de heer ", "mevrouw "].map(|before| format!("{before}{name}"))
    }));
    names
}

struct List<'a> {
    transcript: &'a Transcript,
    names: &'a [String],
}

/// What of a turn may be an item: a sentence, or a whole item of a typographic list.
#[derive(Clone, Copy)]
struct Unit {
    paragraph: u32,
    span: ReadingSpan,
    is_listed: bool,
}

impl List<'_> {
    fn words(&self, span: ReadingSpan) -> &str {
        self.transcript.words(span)
    }

    /// The list that a turn announces.
    fn announced(&self, turn: &Turn) -> Option<Inset> {
        let units = self.units(turn);
        (0..units.len()).filter(|at| announces(self.words(units[*at].span))).find_map(|at| {
            let first = units[at].paragraph;
            // Behind a colon the first item may follow at once.
            let behind = self.behind_colon(&units[at]);
            self.inset(first, behind.into_iter().chain(units[at + 1..].iter().copied()))
        })
    }

    /// A turn of the chair that goes on with a list.
    fn goes_on(&self, turn: &Turn) -> Option<Inset> {
        let units = self.units(turn);
        // "Dank." may come before it.
        let start = units.iter().take(2).position(|unit| self.begins_item(unit))?;
        let begins = units[start];
        let is_sure = begins.is_listed || self.is_numbered(&begins);
        is_sure.then(|| self.inset(begins.paragraph, units[start..].iter().copied()))?
    }

    fn units(&self, turn: &Turn) -> Vec<Unit> {
        let mut units = Vec::new();
        for index in turn.paragraphs.clone() {
            let paragraph = self.transcript.paragraphs[index as usize];
            if paragraph.kind == ParagraphKind::Item {
                units.push(Unit { paragraph: index, span: paragraph.text, is_listed: true });
                continue;
            }
            let start = paragraph.text.start().index();
            units.extend(sentences(self.words(paragraph.text)).map(|sentence| {
                let span = ReadingSpan::new(start + sentence.start..start + sentence.end);
                Unit { paragraph: index, span, is_listed: false }
            }));
        }
        units
    }

    /// What stands behind the colon at which an announcement ends.
    fn behind_colon(&self, unit: &Unit) -> Option<Unit> {
        let words = self.words(unit.span);
        let at = words.find(": ")? + 2;
        let start = unit.span.start().index() + at;
        let behind = Unit { span: ReadingSpan::new(start..unit.span.end().index()), ..*unit };
        self.begins_item(&behind).then_some(behind)
    }

    /// The items that stand first among these.
    fn inset(&self, first: u32, units: impl Iterator<Item = Unit>) -> Option<Inset> {
        let mut items: Vec<ListItem> = Vec::new();
        let mut end = first;
        let mut takes_parts = false;
        for unit in units {
            let words = self.words(unit.span);
            let is_continued = !unit.is_listed && !items.is_empty() && continues(words);
            if !self.begins_item(&unit) && !is_continued {
                break;
            }
            let span = bare(self.transcript, unit.span);
            match items.last_mut() {
                Some(item) if takes_parts && unit.is_listed => {
                    item.words = ReadingSpan::new(item.words.start().index()..span.end().index());
                    item.parts.push(without_end(self.transcript, span));
                    takes_parts = words.ends_with([';', ',']);
                }
                Some(item) if is_continued => {
                    item.words = ReadingSpan::new(item.words.start().index()..span.end().index());
                }
                _ => {
                    items.push(ListItem { words: span, parts: parts(self.transcript, span) });
                    takes_parts = unit.is_listed && words.ends_with(':');
                }
            }
            end = unit.paragraph;
        }
        let inset = Inset { kind: InsetKind::ClosingList(items), paragraphs: first..end + 1 };
        matches!(&inset.kind, InsetKind::ClosingList(items) if !items.is_empty()).then_some(inset)
    }

    fn begins_item(&self, unit: &Unit) -> bool {
        if unit.is_listed {
            return true;
        }
        let small = self.words(unit.span).to_lowercase();
        if is_ordinal(&small) {
            return true;
        }
        let begins = |text: &str| {
            let is_whole =
                |start: &str| text.strip_prefix(start).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
            OFFICES.iter().any(|office| is_whole(office)) || self.names.iter().any(|name| is_whole(name))
        };
        if begins(&small) {
            return true;
        }
        let Some(rest) = without_lead(&small) else { return false };
        // The verb may come first: "Voorts stuurt de Minister".
        begins(rest) || rest.split_once(' ').is_some_and(|(_, rest)| begins(rest))
    }

    /// Whether an item says which one it is: then it needs no announcement.
    fn is_numbered(&self, unit: &Unit) -> bool {
        let small = self.words(unit.span).to_lowercase();
        is_ordinal(&small) || without_lead(&small).is_some()
    }
}

fn announces(sentence: &str) -> bool {
    let small = sentence.to_lowercase();
    OF.iter().any(|of| small.contains(of)) && ANNOUNCEMENTS.iter().any(|announcement| small.contains(announcement))
}

fn continues(sentence: &str) -> bool {
    let small = sentence.to_lowercase();
    CONTINUATIONS.iter().any(|start| small.starts_with(start))
}

/// `De tweede toezegging ...`, `The next action ...`.
fn is_ordinal(small: &str) -> bool {
    let mut words = small.split([' ', ',', ':']);
    let article = words.next();
    let ordinal = words.next();
    let of = words.next().unwrap_or_default();
    matches!(article, Some("de" | "the"))
        && ordinal.is_some_and(|ordinal| ORDINALS.contains(&ordinal))
        && NAMES.contains(&of)
}

fn without_lead(small: &str) -> Option<&str> {
    LEADS.iter().find_map(|lead| {
        let rest = small.strip_prefix(lead)?;
        rest.strip_prefix(", ").or_else(|| rest.strip_prefix(": ")).or_else(|| rest.strip_prefix(' '))
    })
}

/// An item without the sign or number before it.
fn bare(transcript: &Transcript, span: ReadingSpan) -> ReadingSpan {
    let words = transcript.words(span);
    let text = words.trim_start_matches(['–', '-', '•', '*', '·', '—', '\u{a0}', ' ']);
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let text = match text[digits..].strip_prefix(['.', ')']) {
        Some(rest) if digits > 0 && rest.starts_with(' ') => rest.trim_start(),
        _ => text,
    };
    let start = span.end().index() - text.len();
    if text.is_empty() { span } else { ReadingSpan::new(start..span.end().index()) }
}

/// A part without the sign at its end.
fn without_end(transcript: &Transcript, span: ReadingSpan) -> ReadingSpan {
    let words = transcript.words(span).trim_end_matches([';', ',', '.', ' ']);
    ReadingSpan::new(span.start().index()..span.start().index() + words.len())
}

/// The parts of an item, behind its colon; none where there are not two.
fn parts(transcript: &Transcript, item: ReadingSpan) -> Vec<ReadingSpan> {
    let words = transcript.words(item);
    let Some(colon) = words.find(": ").filter(|_| words.len() <= MAX_PARTED) else { return Vec::new() };
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut start = colon + 2;
    while let Some((at, length)) = next_break(words, start, BREAKS) {
        places.push(start..at);
        start = at + length;
    }
    let last = words.len();
    match next_break(words, start, LAST_BREAKS).filter(|_| !places.is_empty()) {
        // The article belongs to the part.
        Some((at, _)) => {
            places.push(start..at);
            places.push(at + words[at + 1..].find(' ').map_or(1, |blank| blank + 2)..last);
        }
        None => places.push(start..last),
    }
    if places.len() < 2 {
        return Vec::new();
    }
    let offset = item.start().index();
    let spans = places.into_iter().map(|place| ReadingSpan::new(offset + place.start..offset + place.end));
    spans.map(|span| without_end(transcript, span)).filter(|span| !span.is_empty()).collect()
}

/// The first of these that leaves long enough parts on both sides: where it stands, and how long it is.
fn next_break(words: &str, start: usize, breaks: &[&str]) -> Option<(usize, usize)> {
    let mut from = start + MIN_PART;
    loop {
        let rest = words.get(words.ceil_char_boundary(from)..)?;
        let offset = words.len() - rest.len();
        let found = breaks.iter().filter_map(|sign| Some((offset + rest.find(sign)?, sign.len())));
        let (at, length) = found.min()?;
        if words.len() - (at + length) >= MIN_PART {
            return Some((at, length));
        }
        from = at + length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::read;

    /// The items of every list, their parts behind `>`.
    fn items(text: &str) -> Vec<String> {
        let transcript = read(text);
        let mut found = Vec::new();
        for inset in &transcript.insets {
            let InsetKind::ClosingList(items) = &inset.kind else { continue };
            for item in items {
                found.push(transcript.words(item.words).replace('\n', " "));
                found.extend(item.parts.iter().map(|part| format!("> {}", transcript.words(*part))));
            }
        }
        found
    }

    const DEBATE: &str = "De voorzitter:\nHet woord is aan de minister.\n\nMinister Ter Aalst:\nDank u.\n\n\
        Mevrouw Van Oordt (Dijkpartij):\nGoed.\n\n";

    fn closing(words: &str) -> Vec<String> {
        items(&format!("{DEBATE}De voorzitter:\n{words}\n\nMinister Ter Aalst:\nAkkoord.\n"))
    }

    #[test]
    fn items_of_a_typographic_list_and_their_parts() {
        let words = "Rest mij nog de toezeggingen met u door te nemen.\n– De Minister stuurt in mei een plan, waarin staat: \
            doelen met een termijn, daarnaast een bijlage met de kosten van de dijken, en ook de stand van de gemalen en de \
            kruinhoogte.\n– De Minister gaat na of het kan.\nKan iedereen daarmee instemmen?";
        assert_eq!(
            closing(words),
            [
                "De Minister stuurt in mei een plan, waarin staat: doelen met een termijn, daarnaast een bijlage met de kosten \
             van de dijken, en ook de stand van de gemalen en de kruinhoogte.",
                "> doelen met een termijn",
                "> een bijlage met de kosten van de dijken",
                "> ook de stand van de gemalen",
                "> de kruinhoogte",
                "De Minister gaat na of het kan.",
            ]
        );
    }

    #[test]
    fn sentences_that_begin_with_an_office_or_a_name() {
        let words = "Ik heb de volgende toezeggingen genoteerd. De minister zegt toe de lijst te sturen. Dat is een \
            toezegging aan mevrouw Van Oordt. Voorts komt de minister terug op de pompen. Ten slotte: de Kamer ontvangt een \
            brief. Ik dank u allen.";
        assert_eq!(
            closing(words),
            [
                "De minister zegt toe de lijst te sturen. Dat is een toezegging aan mevrouw Van Oordt.",
                "Voorts komt de minister terug op de pompen.",
                "Ten slotte: de Kamer ontvangt een brief.",
            ]
        );
    }

    #[test]
    fn the_first_item_may_stand_behind_the_announcement() {
        let words =
            "Dan lees ik de toezeggingen voor: de minister stuurt de lijst. Minister Ter Aalst kijkt naar de dijk.";
        assert_eq!(closing(words), ["de minister stuurt de lijst.", "Minister Ter Aalst kijkt naar de dijk."]);
    }

    #[test]
    fn others_may_speak_in_between() {
        let text = format!(
            "{DEBATE}De voorzitter:\nIk lees de toezeggingen voor. De eerste toezegging: de lijst komt in mei.\n\nMinister Ter \
             Aalst:\nIn juni.\n\nDe voorzitter:\nDank. De tweede toezegging is dat de pomp wordt nagekeken.\n\nMevrouw Van \
             Oordt (Dijkpartij):\nJa.\n\nDe voorzitter:\nDe minister bedank ik.\n"
        );
        assert_eq!(
            items(&text),
            ["De eerste toezegging: de lijst komt in mei.", "De tweede toezegging is dat de pomp wordt nagekeken.",]
        );
    }

    #[test]
    fn a_list_within_the_list() {
        let words = "Ik heb de volgende toezeggingen genoteerd.\n– De Minister stuurt een brief, met daarin:\n– de dijken;\n– de \
            gemalen.\n– De Minister komt terug.\nDank.";
        assert_eq!(
            closing(words),
            [
                "De Minister stuurt een brief, met daarin: – de dijken; – de gemalen.",
                "> de dijken",
                "> de gemalen",
                "De Minister komt terug.",
            ]
        );
    }

    #[test]
    fn in_english_too() {
        let text = "Pell (Chair): Welcome.\n\nSorrell (Treasurer): I will bring a statement.\n\nOkoro-Lane (Harbour Master): \
            I publish the timetable.\n\nPell (Chair): Let me go over the actions. Mr Sorrell brings a statement on 4 March. \
            Ms Okoro-Lane publishes the timetable and writes to every skipper. Thank you all. The bridge is open.\n";
        assert_eq!(
            items(text),
            [
                "Mr Sorrell brings a statement on 4 March.",
                "Ms Okoro-Lane publishes the timetable and writes to every skipper.",
            ]
        );
    }

    #[test]
    fn speaking_of_commitments_makes_no_list() {
        assert_eq!(closing("Dat noteren we als toezegging.\nWe gaan door met de tweede termijn."), [""; 0]);
        assert_eq!(closing("Ik noteer het als toezegging. U vervolgt uw betoog."), [""; 0]);
    }
}
