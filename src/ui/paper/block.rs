//! The HTML of one block: the heading of a turn, its paragraphs, motions and lists within it.

use std::{borrow::Cow, ops::Range};

use super::{Sheet, html::Html, is_shown, marks};
use crate::{
    i18n::{Catalog, Split, Text},
    model::{Aside, Block, Inset, InsetKind, ParagraphKind, Role, Turn, TurnIndex},
    text::has_right_to_left,
};

/// How many marks can lie over each other where the lines stand at their usual distance.
const MAX_FLAT: usize = 3;

/// The messages that every turn needs, cut where its number goes.
pub(super) struct Messages {
    turn_number: Split,
    pub(super) correct_turn: Split,
}

impl Messages {
    pub(super) fn new(catalog: &Catalog) -> Self {
        let number = |key| catalog.split(key, "number");
        Self { turn_number: number("turn-number"), correct_turn: number("correct-turn") }
    }
}

/// Writes blocks.
pub(super) struct Writer<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) messages: &'a Messages,
    pub(super) html: Html,
}

impl Writer<'_> {
    /// Writes a block.
    pub(super) fn block(&mut self, block: usize) {
        let sheet = self.sheet;
        match &sheet.transcript.blocks[block] {
            Block::Turn(index) => self.turn(block, *index),
            Block::Aside(aside) => self.aside(block, aside),
        }
    }

    fn turn(&mut self, block: usize, index: TurnIndex) {
        let (transcript, catalog) = (&self.sheet.transcript, &self.sheet.catalog);
        let turn = transcript.turn(index);
        let number = (index.0 + 1).to_string();
        let title = transcript.title(turn);
        let in_chair = transcript.in_chair(turn);
        let party = transcript.speaker(turn).and_then(|speaker| speaker.party.as_deref());
        let spoken = self.messages.turn_number.around(&number);
        let label = match (&title, party) {
            (None, _) => format!("{}, {spoken}", catalog.text("speaker-unknown")),
            (Some(title), Some(party)) if in_chair.is_none() => format!("{title} ({party}), {spoken}"),
            (Some(title), _) => format!("{title}, {spoken}"),
        };
        let role = transcript.role(turn).map(Role::name);
        let class = role.map_or(Cow::Borrowed("turn"), |role| format!("turn {role}").into());
        let hidden = (!is_shown(self.sheet, block)).then_some("");
        self.html
            .open("article")
            .with("class", class)
            .with("data-turn", index.0)
            .with("aria-label", label)
            .with_some("hidden", hidden);
        self.heading(turn, &number, title.as_deref());
        self.paragraphs(block, &turn.paragraphs);
        self.html.close("article");
    }

    fn heading(&mut self, turn: &Turn, number: &str, title: Option<&str>) {
        let (transcript, catalog) = (&self.sheet.transcript, &self.sheet.catalog);
        let direction = title.and_then(direction);
        self.html.open("h2").with("data-number", number).with_some("dir", direction);
        self.html.words(title.unwrap_or_default());
        if let Some(person) = transcript.in_chair(turn) {
            self.beside(&catalog.text(Text::new("in-chair").with("name", person.name.clone())));
        } else if let Some(speaker) = transcript.speaker(turn) {
            if let Some(party) = &speaker.party {
                self.beside(party);
            }
            if let Some(function) = &speaker.function {
                self.beside(short_function(function, speaker.honorific.as_deref()));
            }
        }
        if let Some(at) = turn.at {
            self.html.open("time").with("class", "at").with("datetime", format_args!("PT{}S", at.0 / 1000));
            self.html.words(&at.to_string());
            self.html.close("time");
        }
        self.html.close("h2");
    }

    /// What stands beside a name.
    fn beside(&mut self, words: &str) {
        self.html.open("small");
        self.html.words(words);
        self.html.close("small");
    }

    fn aside(&mut self, block: usize, aside: &Aside) {
        let hidden = (!is_shown(self.sheet, block)).then_some("");
        let class = format!("aside {}", aside.kind.name());
        self.html.open("div").with("class", class).with_some("hidden", hidden);
        self.paragraphs(block, &aside.paragraphs);
        self.html.close("div");
    }

    /// The paragraphs, those of an inset together.
    fn paragraphs(&mut self, block: usize, indices: &Range<u32>) {
        let sheet = self.sheet;
        let insets = &sheet.transcript.insets;
        let mut next = insets.partition_point(|inset| inset.paragraphs.start < indices.start);
        let mut index = indices.start;
        while index < indices.end {
            if let Some(inset) = insets.get(next).filter(|inset| inset.paragraphs.start == index) {
                self.inset(block, inset);
                (index, next) = (inset.paragraphs.end.max(index + 1), next + 1);
            } else {
                self.paragraph(block, index);
                index += 1;
            }
        }
    }

    fn inset(&mut self, block: usize, inset: &Inset) {
        let (kind, title) = (inset.kind.name(), self.sheet.catalog.text(Text::named("inset", inset.kind.name())));
        let class = format!("inset {kind}");
        self.html.open("div").with("class", class).with("role", "group").with("aria-label", &title);
        self.html.open("div").with("class", "inset-title").with("aria-hidden", "true");
        if let Some(facts) = facts(inset) {
            // Its own first line says that it is a motion.
            self.html.words(&facts);
        } else {
            self.html.open("b");
            self.html.words(&title);
            self.html.close("b");
        }
        self.html.close("div");
        for index in inset.paragraphs.clone() {
            self.paragraph(block, index);
        }
        self.html.close("div");
    }

    fn paragraph(&mut self, block: usize, index: u32) {
        let class = Some(self.class(block, index)).filter(|class| !class.is_empty());
        let words = self.sheet.transcript.words(self.sheet.transcript.paragraphs[index as usize].text);
        self.html.open("p").with("data-paragraph", index).with_some("class", class).with_some("dir", direction(words));
        self.words(block, index);
        self.html.close("p");
    }

    /// Who speaks in a block; `None` where nobody does.
    fn speaker(&self, block: usize) -> Option<String> {
        let (transcript, catalog) = (&self.sheet.transcript, &self.sheet.catalog);
        let Block::Turn(index) = transcript.blocks[block] else { return None };
        Some(transcript.title(transcript.turn(index)).unwrap_or_else(|| catalog.text("speaker-unknown")))
    }

    /// The class of a paragraph.
    pub(super) fn class(&self, block: usize, index: u32) -> &'static str {
        let segments = self.sheet.marks[block].paragraph(index);
        // The lines under so many marks need room.
        let is_deep = segments.is_some_and(|segments| segments.iter().any(|segment| segment.active.len() > MAX_FLAT));
        match (self.sheet.transcript.paragraphs[index as usize].kind, is_deep) {
            (ParagraphKind::Text, false) => "",
            (ParagraphKind::Text, true) => "deep",
            (ParagraphKind::Item, false) => "item",
            (ParagraphKind::Item, true) => "item deep",
            (ParagraphKind::Stage, false) => "stage",
            (ParagraphKind::Stage, true) => "stage deep",
        }
    }

    /// The words of a paragraph, marked.
    pub(super) fn words(&mut self, block: usize, index: u32) {
        match self.sheet.marks[block].paragraph(index) {
            Some(segments) => {
                let speaker = self.speaker(block);
                marks::write(&mut self.html, self.sheet, speaker.as_deref(), segments);
            }
            None => self.html.words(self.sheet.transcript.words(self.sheet.transcript.paragraphs[index as usize].text)),
        }
    }
}

/// The direction of words in which letters run from right to left: that of the first letter. Others need not say it, of
/// which there may be a hundred thousand.
fn direction(words: &str) -> Option<&'static str> {
    has_right_to_left(words).then_some("auto")
}

/// What is known of a motion besides its words.
fn facts(inset: &Inset) -> Option<String> {
    let InsetKind::Motion(motion) = &inset.kind else { return None };
    let number = motion.number.as_ref().map(|number| format!("nr. {number}"));
    let dossier = motion.dossier.as_ref().map(|dossier| format!("({dossier})"));
    let movers = Some(motion.movers.join(", ")).filter(|movers| !movers.is_empty());
    let facts = [number, dossier, movers].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Some(facts).filter(|facts| !facts.is_empty())
}

/// `Staatssecretaris van Justitie en Veiligheid` behind a name that says `Staatssecretaris` already: the ministry.
fn short_function<'a>(function: &'a str, honorific: Option<&str>) -> &'a str {
    let (office, ministry) = function.split_once(" van ").unwrap_or((function, function));
    if honorific.is_some_and(|honorific| honorific.eq_ignore_ascii_case(office)) { ministry } else { function }
}
