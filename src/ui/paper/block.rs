//! The elements of one block: the heading of a turn, its paragraphs, motions and lists within it.
//!
//! What every block has in common is made once and copied, which is several times faster than making it anew.

use web_sys::{Document, Element, Node};

use super::{Sheet, marks::Marks};
use crate::{
    i18n::{Catalog, Split, Text},
    model::{Aside, Block, Inset, InsetKind, ParagraphKind, Role, Turn, TurnIndex},
    platform::document,
};

/// How many marks can lie over each other where the lines stand at their usual distance.
const MAX_FLAT: usize = 3;

/// Makes blocks.
pub(super) struct Blocks {
    /// A turn without words.
    turn: Element,
    /// What stands in a heading beside the name.
    party: Element,
    paragraph: Element,
    marks: Marks,
    /// The messages that every turn needs, cut where its number goes.
    turn_number: Split,
    correct_turn: Split,
}

impl Blocks {
    pub(super) fn new(catalog: &Catalog) -> Self {
        let document = document();
        let heading = element(&document, "h2", &[]);
        append(&heading, &element(&document, "span", &[("class", "number"), ("aria-hidden", "true")]));
        append(&heading, &element(&document, "span", &[("class", "name")]));
        let correct = element(&document, "button", &[("class", "correct"), ("tabindex", "-1")]);
        correct.set_text_content(Some("✎"));
        append(&heading, &correct);
        let turn = element(&document, "article", &[("class", "turn")]);
        append(&turn, &heading);
        Self {
            turn,
            party: element(&document, "span", &[("class", "party")]),
            paragraph: element(&document, "p", &[]),
            marks: Marks::new(&document),
            turn_number: catalog.split("turn-number", "number"),
            correct_turn: catalog.split("correct-turn", "number"),
        }
    }

    /// The elements of a block.
    pub(super) fn block(&self, sheet: &Sheet, block: usize) -> Element {
        match &sheet.transcript.blocks[block] {
            Block::Turn(index) => self.turn(sheet, block, *index),
            Block::Aside(aside) => self.aside(sheet, block, aside),
        }
    }

    /// Paints the words of a paragraph anew.
    pub(super) fn repaint(&self, sheet: &Sheet, block: usize, paragraph: u32, element: &Element) {
        element.set_text_content(None);
        self.fill(sheet, block, paragraph, element);
    }

    fn turn(&self, sheet: &Sheet, block: usize, index: TurnIndex) -> Element {
        let transcript = &*sheet.transcript;
        let turn = transcript.turn(index);
        let article = copy(&self.turn);
        if let Some(role) = transcript.role(turn).map(Role::name) {
            article.set_class_name(&format!("turn {role}"));
        }
        let number = (index.0 + 1).to_string();
        set(&article, "data-turn", &index.0.to_string());
        let spoken = self.turn_number.around(&number);
        let title = transcript.title(turn);
        let in_chair = transcript.in_chair(turn);
        let speaker = transcript.speaker(turn);
        let party = speaker.and_then(|speaker| speaker.party.as_deref());
        let label = match (&title, party) {
            (None, _) => format!("{}, {spoken}", sheet.catalog.text("speaker-unknown")),
            (Some(title), Some(party)) if in_chair.is_none() => format!("{title} ({party}), {spoken}"),
            (Some(title), _) => format!("{title}, {spoken}"),
        };
        set(&article, "aria-label", &label);
        if let Some(heading) = article.first_element_child() {
            self.heading(sheet, turn, &heading, &number, title.as_deref());
        }
        self.paragraphs(sheet, block, &turn.paragraphs, &article);
        article
    }

    fn heading(&self, sheet: &Sheet, turn: &Turn, heading: &Element, number: &str, title: Option<&str>) {
        let transcript = &*sheet.transcript;
        let (Some(place), Some(correct)) = (heading.first_element_child(), heading.last_element_child()) else {
            return;
        };
        place.set_text_content(Some(number));
        if let Some(name) = place.next_element_sibling() {
            name.set_text_content(title);
        }
        let beside = |text: &str| {
            let beside = copy(&self.party);
            beside.set_text_content(Some(text));
            let _ = heading.insert_before(&beside, Some(&correct));
        };
        if let Some(person) = transcript.in_chair(turn) {
            beside(&sheet.catalog.text(Text::new("in-chair").with("name", person.name.clone())));
        } else if let Some(speaker) = transcript.speaker(turn) {
            speaker.party.as_deref().into_iter().for_each(&beside);
            let function = speaker.function.as_deref();
            function.into_iter().for_each(|function| beside(short_function(function, speaker.honorific.as_deref())));
        }
        if let Some(at) = turn.at {
            let time = [("class", "at"), ("datetime", &*format!("PT{}S", at.0 / 1000))];
            let time = element(&document(), "time", &time);
            time.set_text_content(Some(&at.to_string()));
            let _ = heading.insert_before(&time, Some(&correct));
        }
        set(&correct, "aria-label", &self.correct_turn.around(number));
    }

    fn aside(&self, sheet: &Sheet, block: usize, aside: &Aside) -> Element {
        let class = format!("aside {}", aside.kind.name());
        let element = element(&document(), "div", &[("class", &class)]);
        self.paragraphs(sheet, block, &aside.paragraphs, &element);
        element
    }

    /// The paragraphs, those of an inset together.
    fn paragraphs(&self, sheet: &Sheet, block: usize, indices: &std::ops::Range<u32>, parent: &Element) {
        let insets = &sheet.transcript.insets;
        let mut next = insets.partition_point(|inset| inset.paragraphs.start < indices.start);
        let mut index = indices.start;
        while index < indices.end {
            if let Some(inset) = insets.get(next).filter(|inset| inset.paragraphs.start == index) {
                append(parent, &self.inset(sheet, block, inset));
                (index, next) = (inset.paragraphs.end.max(index + 1), next + 1);
            } else {
                append(parent, &self.paragraph(sheet, block, index));
                index += 1;
            }
        }
    }

    fn inset(&self, sheet: &Sheet, block: usize, inset: &Inset) -> Element {
        let document = document();
        let title = sheet.catalog.text(Text::named("inset", inset.kind.name()));
        let class = format!("inset {}", inset.kind.name());
        let group = element(&document, "div", &[("class", &class), ("role", "group"), ("aria-label", &title)]);
        let line = element(&document, "div", &[("class", "inset-title"), ("aria-hidden", "true")]);
        match facts(inset) {
            // Its own first line says that it is a motion.
            Some(facts) => line.set_text_content(Some(&facts)),
            None => {
                let bold = element(&document, "b", &[]);
                bold.set_text_content(Some(&title));
                append(&line, &bold);
            }
        }
        append(&group, &line);
        for index in inset.paragraphs.clone() {
            append(&group, &self.paragraph(sheet, block, index));
        }
        group
    }

    fn paragraph(&self, sheet: &Sheet, block: usize, index: u32) -> Element {
        let element = copy(&self.paragraph);
        set(&element, "data-paragraph", &index.to_string());
        self.fill(sheet, block, index, &element);
        element
    }

    /// The words of a paragraph, marked.
    fn fill(&self, sheet: &Sheet, block: usize, index: u32, element: &Element) {
        let paragraph = sheet.transcript.paragraphs[index as usize];
        let segments = sheet.marks[block].paragraph(index);
        // The lines under so many marks need room.
        let is_deep = segments.is_some_and(|segments| segments.iter().any(|segment| segment.active.len() > MAX_FLAT));
        let kind = match paragraph.kind {
            ParagraphKind::Text => "",
            ParagraphKind::Item => "item",
            ParagraphKind::Stage => "stage",
        };
        let class = if is_deep { format!("{kind} deep") } else { kind.to_owned() };
        if class != element.class_name() {
            element.set_class_name(class.trim_start());
        }
        match segments {
            Some(segments) => self.marks.paint(sheet, segments, element),
            None => element.set_text_content(Some(sheet.transcript.words(paragraph.text))),
        }
    }
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

/// An element with attributes.
pub(super) fn element(document: &Document, name: &str, attributes: &[(&str, &str)]) -> Element {
    let element = document.create_element(name).expect("these are the names of elements");
    for (name, value) in attributes {
        set(&element, name, value);
    }
    element
}

/// A copy of an element with all that is in it.
pub(super) fn copy(element: &Element) -> Element {
    use wasm_bindgen::JsCast as _;
    let copy = element.clone_node_with_deep(true).expect("an element of the page can be copied");
    copy.unchecked_into()
}

pub(super) fn set(element: &Element, name: &str, value: &str) {
    // It fails for what is no name of an attribute only.
    let _ = element.set_attribute(name, value);
}

pub(super) fn append(parent: &Element, child: &Node) {
    // It fails where a child would hold its parent only.
    let _ = parent.append_child(child);
}
