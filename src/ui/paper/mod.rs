//! The transcript on the screen, built by hand: Yew draws everything else.
//!
//! A long day of debate is a hundred thousand elements. As components they would cost many times the memory of the
//! text, and every key press would compare them all. Here the text is laid out once, in chunks of some screens each,
//! and later only paragraphs whose marks have changed are touched.
//!
//! Everything is in the document: find-in-page, selections, printing and screen readers need it all. The style sheet
//! has the browser skip the layout of chunks that are far away (`content-visibility: auto`); their heights are guessed
//! here until they have been drawn once. Only while a long text is opened are chunks still empty: those on the screen
//! are drawn at once, the others a slice at a time, so that the page answers in between.
//!
//! There is one transcript on the screen at a time, and this module holds it.

mod block;
mod html;
mod marks;
mod place;

use std::{cell::RefCell, collections::BTreeSet, ops::Range, rc::Rc};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

pub(super) use self::place::{elements, first_below};
use self::{
    block::{Messages, Writer},
    html::Html,
};
use super::{reached::on_laid_out, selection, shared::Shared, view};
use crate::{
    app::{BlockMarks, Entry, View},
    i18n::Catalog,
    model::{AnnotationId, Block, Codebook, SpeakerIndex, Transcript},
    platform::{document, elapsed, set_markup},
    text::{Byte, ReadingSpan},
};

/// A chunk holds at least so much text, in bytes: some screens, since what comes near is laid out a chunk at a time.
const CHUNK_BYTES: usize = 8_000;
/// About how many chunks there are at most: of a long text they hold more, since the browser looks at each of them in
/// every frame.
const MAX_CHUNKS: usize = 400;
/// About how much text a block has at least, in bytes. A chunk of less is full when it has as many as have its length.
const BLOCK_BYTES: usize = 400;

/// About how tall things are, in CSS pixels: a line, what is between paragraphs, and what is around the words of a turn.
const LINE_PX: usize = 29;
const GAP_PX: usize = 9;
const HEAD_PX: usize = 48;

/// How long a slice of drawing takes, in milliseconds; then the page may answer.
const SLICE_MS: f64 = 40.0;

/// What is to be seen.
#[derive(Clone, PartialEq)]
pub(super) struct Sheet {
    pub(super) catalog: Catalog,
    pub(super) transcript: Shared<Transcript>,
    pub(super) codebook: Shared<Codebook>,
    pub(super) marks: Shared<[Rc<BlockMarks>]>,
    /// The chosen annotation.
    pub(super) active: Option<Shared<Entry>>,
    /// Whose turns alone are shown.
    pub(super) only: Option<SpeakerIndex>,
    /// Whether marks are to look, and to be read out, like the text around them.
    pub(super) marks_hidden: bool,
}

/// Some blocks that follow each other.
struct Chunk {
    blocks: Range<usize>,
    paragraphs: Range<u32>,
    element: HtmlElement,
    is_drawn: bool,
    /// Whether none of its blocks is to be seen.
    is_hidden: bool,
}

/// The transcript on the screen.
struct Paper {
    region: Element,
    sheet: Sheet,
    messages: Messages,
    chunks: Vec<Chunk>,
    /// The ends of a selection whose words were painted anew.
    lost_selection: Option<(Byte, Byte)>,
    /// Kept, since dropping it ends it.
    _coming_near: EventListener,
}

thread_local! {
    static PAPER: RefCell<Option<Paper>> = const { RefCell::new(None) };
}

/// Shows `sheet` in `region`, in which nobody else draws.
pub(super) fn show(region: &Element, sheet: Sheet) {
    let is_changed = PAPER.with_borrow_mut(|paper| match paper {
        Some(paper) if paper.suits(&sheet) && region.has_child_nodes() => {
            paper.change_to(sheet.clone());
            true
        }
        _ => false,
    });
    if !is_changed {
        // Asked while the paper that is there still stands: where somebody is, is a question to it.
        let before = PAPER.with_borrow(|paper| paper.as_ref().map(|paper| paper.sheet.transcript.clone()));
        let reader = before.and_then(|before| Reader::of(&before, &sheet.transcript));
        let transcript = sheet.transcript.clone();
        PAPER.set(Some(Paper::laid_out(region, sheet)));
        if let Some(reader) = reader {
            reader.put_back(&transcript);
        }
        draw_on();
    }
}

/// The ends of a selection whose words were painted anew since this was last asked.
pub(super) fn take_lost_selection() -> Option<(Byte, Byte)> {
    PAPER.with_borrow_mut(|paper| paper.as_mut()?.lost_selection.take())
}

/// Forgets the transcript.
pub(super) fn clear() {
    PAPER.set(None);
}

/// The element of a paragraph, drawn now if it was still to come.
pub(super) fn paragraph(index: u32) -> Option<Element> {
    PAPER.with_borrow_mut(|paper| {
        let paper = paper.as_mut()?;
        let at = paper.chunks.partition_point(|chunk| chunk.paragraphs.end <= index);
        paper.draw(at);
        paper.chunks.get(at)?.element.query_selector(&selector(index)).ok()?
    })
}

fn selector(paragraph: u32) -> String {
    format!("[data-paragraph=\"{paragraph}\"]")
}

/// Completes a chunk that comes near the screen.
fn come_near(chunk: &Element) {
    PAPER.with_borrow_mut(|paper| {
        let Some(paper) = paper else { return };
        if let Some(at) = paper.chunks.iter().position(|known| known.element.is_same_node(Some(chunk))) {
            paper.draw(at);
            paper.add_buttons(chunk);
        }
    });
}

/// Draws for the length of a slice, and goes on in the next task.
fn draw_on() {
    let is_done = PAPER.with_borrow_mut(|paper| paper.as_mut().is_none_or(Paper::draw_slice));
    if !is_done {
        Timeout::new(0, draw_on).forget();
    }
}

/// Where somebody is in a text that is about to be laid out anew.
struct Reader {
    view: View,
    caret: Option<Byte>,
}

impl Reader {
    /// Where the reader of `old` is in `new`; `None` where these are not readings of the same source.
    fn of(old: &Transcript, new: &Transcript) -> Option<Self> {
        if !Rc::ptr_eq(&old.source, &new.source) && old.source != new.source {
            return None;
        }
        let moved = |at: Byte| new.to_reading(old.to_source(ReadingSpan::new(at.index()..at.index()))).start();
        let view = view::current()?;
        let top = moved(old.paragraphs.get(view.paragraph as usize)?.text.start());
        let paragraph = new.paragraphs.partition_point(|paragraph| paragraph.text.end() < top);
        let view = View { paragraph: Byte::at(paragraph).0, ..view };
        Some(Self { view, caret: selection::focus(old).map(moved) })
    }

    fn put_back(&self, transcript: &Transcript) {
        if let Some(caret) = self.caret {
            selection::place_caret(transcript, caret);
        }
        view::scroll_to(self.view);
    }
}

impl Paper {
    /// The chunks, still empty but for the first.
    fn laid_out(region: &Element, sheet: Sheet) -> Self {
        region.set_text_content(None);
        set_busy(region, true);
        let messages = Messages::new(&sheet.catalog);
        let chunks = chunks(&sheet.transcript, view::letters_on_a_line(region));
        let all = document().create_document_fragment();
        for chunk in &chunks {
            let _ = all.append_child(&chunk.element);
        }
        let _ = region.append_child(&all);
        let coming_near = on_laid_out(region, |chunk| come_near(&chunk));
        let mut paper =
            Self { region: region.clone(), sheet, messages, chunks, lost_selection: None, _coming_near: coming_near };
        paper.hide_others();
        paper.draw(0);
        paper
    }

    /// Whether only marks have to be changed for `sheet`.
    fn suits(&self, sheet: &Sheet) -> bool {
        self.sheet.transcript == sheet.transcript && self.sheet.catalog == sheet.catalog
    }

    /// Draws a chunk, unless it is drawn.
    fn draw(&mut self, at: usize) {
        let Some(chunk) = self.chunks.get(at).filter(|chunk| !chunk.is_drawn) else { return };
        let mut writer = self.writer();
        chunk.blocks.clone().for_each(|block| writer.block(block));
        set_markup(&chunk.element, writer.html.as_str());
        self.chunks[at].is_drawn = true;
    }

    /// Adds the buttons with which turns are corrected. Far from the screen nobody can reach them, and they would be a
    /// quarter of all elements.
    fn add_buttons(&self, chunk: &Element) {
        let Ok(headings) = chunk.query_selector_all("article > h2") else { return };
        for heading in (0..headings.length()).filter_map(|at| headings.get(at)) {
            let heading: Element = heading.unchecked_into();
            if heading.query_selector("button").is_ok_and(|button| button.is_some()) {
                continue;
            }
            let number = heading.get_attribute("data-number").unwrap_or_default();
            let button = element("button");
            button.set_class_name("correct");
            let _ = button.set_attribute("tabindex", "-1");
            let _ = button.set_attribute("aria-label", &self.messages.correct_turn.around(&number));
            button.set_text_content(Some("✎"));
            let _ = heading.append_child(&button);
        }
    }

    fn writer(&self) -> Writer<'_> {
        Writer { sheet: &self.sheet, messages: &self.messages, html: Html::default() }
    }

    /// Draws for the length of a slice, what is nearest to the reader first; says whether nothing is left to be drawn.
    fn draw_slice(&mut self) -> bool {
        let begun = elapsed();
        let here = self.chunk_on_screen();
        loop {
            let left = self.chunks.iter().enumerate().filter(|(_, chunk)| !chunk.is_drawn);
            let Some((next, _)) = left.min_by_key(|(at, _)| at.abs_diff(here)) else {
                set_busy(&self.region, false);
                return true;
            };
            self.draw(next);
            if elapsed() - begun > SLICE_MS {
                return false;
            }
        }
    }

    /// The first chunk that ends on the screen or below it.
    fn chunk_on_screen(&self) -> usize {
        self.chunks.partition_point(|chunk| chunk.element.get_bounding_client_rect().bottom() <= 0.0)
    }

    /// Brings what is drawn to what `sheet` wants, touching only paragraphs that change.
    fn change_to(&mut self, sheet: Sheet) {
        let old = std::mem::replace(&mut self.sheet, sheet);
        let new = &self.sheet;
        let other_kinds = old.codebook != new.codebook;
        let id = |sheet: &Sheet| sheet.active.as_ref().map(|entry| entry.id.clone());
        let (was_active, is_active) = (id(&old), id(new));
        let other_active = was_active != is_active;
        let concerned = |sheet: &Sheet| sheet.active.as_ref().map(|entry| entry.blocks(&sheet.transcript));
        let concerned: BTreeSet<usize> = if other_active {
            [&old, new].into_iter().filter_map(concerned).flatten().collect()
        } else {
            BTreeSet::new()
        };
        let mut changed = Vec::new();
        for block in self.chunks.iter().filter(|chunk| chunk.is_drawn).flat_map(|chunk| chunk.blocks.clone()) {
            let (before, after) = (&old.marks[block], &new.marks[block]);
            let all = other_kinds && !after.0.is_empty();
            if all || !Rc::ptr_eq(before, after) || concerned.contains(&block) {
                let of_both = before.0.iter().chain(&after.0).map(|(paragraph, _)| *paragraph);
                let paragraphs: BTreeSet<u32> = of_both.collect();
                let differs = |paragraph: &u32| {
                    let segments = after.paragraph(*paragraph);
                    let has = |id: &AnnotationId| {
                        let mut marks = segments.into_iter().flatten().flat_map(|segment| &segment.active);
                        marks.any(|mark| mark.id == *id)
                    };
                    all || before.paragraph(*paragraph) != segments
                        || other_active && [&was_active, &is_active].into_iter().flatten().any(has)
                };
                changed.extend(paragraphs.into_iter().filter(differs).map(|paragraph| (block, paragraph)));
            }
        }
        if old.only != self.sheet.only {
            self.hide_others();
        }
        if old.marks_hidden != self.sheet.marks_hidden {
            self.hide_marks();
        }
        let text = |(_, paragraph): &(usize, u32)| self.sheet.transcript.paragraphs[*paragraph as usize].text;
        let holds = |at: Byte| changed.iter().map(text).any(|text| text.start() <= at && at <= text.end());
        let ends = if changed.is_empty() { None } else { selection::ends(&self.sheet.transcript) };
        self.lost_selection = ends.filter(|(anchor, focus)| holds(*anchor) || holds(*focus)).or(self.lost_selection);
        for (block, paragraph) in changed {
            self.repaint(block, paragraph);
        }
    }

    /// Paints a paragraph anew.
    fn repaint(&self, block: usize, paragraph: u32) {
        let at = self.chunks.partition_point(|chunk| chunk.paragraphs.end <= paragraph);
        let chunk = self.chunks.get(at).map(|chunk| &chunk.element);
        if let Some(element) = chunk.and_then(|chunk| chunk.query_selector(&selector(paragraph)).ok()?) {
            let mut writer = self.writer();
            writer.words(block, paragraph);
            set_markup(&element, writer.html.as_str());
            element.set_class_name(writer.class(block, paragraph));
        }
    }

    /// Has nothing said of marks that are hidden, and all of it when they are shown again. The chosen one stays.
    fn hide_marks(&self) {
        let [mut from, mut to] = marks::TOLD;
        if !self.sheet.marks_hidden {
            (from, to) = (to, from);
        }
        let Ok(marks) = self.region.query_selector_all("mark:not(.active)") else { return };
        for mark in elements(&marks) {
            if let Some(told) = mark.get_attribute(from) {
                let _ = mark.remove_attribute(from);
                let _ = mark.set_attribute(to, &told);
            }
        }
    }

    /// Hides what others say than the one who alone is to be seen, if anybody is.
    fn hide_others(&mut self) {
        let sheet = &self.sheet;
        for chunk in &mut self.chunks {
            let shown = |block: usize| is_shown(sheet, block);
            chunk.is_hidden = !chunk.blocks.clone().any(shown);
            set_hidden(&chunk.element, chunk.is_hidden);
            let drawn = chunk.element.children();
            for (at, block) in chunk.blocks.clone().enumerate() {
                if let Some(element) = drawn.item(Byte::at(at).0) {
                    set_hidden(&element, !shown(block));
                }
            }
        }
    }
}

/// Says whether something is still to be drawn in the region.
fn set_busy(region: &Element, busy: bool) {
    let _ = region.set_attribute("aria-busy", if busy { "true" } else { "false" });
}

fn set_hidden(element: &Element, hidden: bool) {
    if element.has_attribute("hidden") != hidden {
        let _ = element.toggle_attribute("hidden");
    }
}

/// Whether a block is to be seen.
fn is_shown(sheet: &Sheet, block: usize) -> bool {
    sheet.only.is_none_or(|only| match &sheet.transcript.blocks[block] {
        Block::Turn(index) => sheet.transcript.turn(*index).speaker == Some(only),
        Block::Aside(_) => false,
    })
}

/// The blocks in chunks, each an empty element of about the height that it will have.
fn chunks(transcript: &Transcript, letters_on_a_line: usize) -> Vec<Chunk> {
    let full = CHUNK_BYTES.max(transcript.reading.len() / MAX_CHUNKS);
    let mut chunks = Vec::new();
    let (mut first, mut bytes, mut height) = (0, 0, 0);
    let mut start = 0;
    for (index, block) in transcript.blocks.iter().enumerate() {
        let range = transcript.paragraphs_of(block);
        for paragraph in transcript.paragraphs(range) {
            bytes += paragraph.text.len();
            height += LINE_PX * (paragraph.text.len() / letters_on_a_line + 1) + GAP_PX;
        }
        height += HEAD_PX;
        let next = index + 1;
        if bytes >= full || next - first >= full / BLOCK_BYTES || next == transcript.blocks.len() {
            let end = range.end.max(start);
            chunks.push(Chunk {
                blocks: first..next,
                paragraphs: start..end,
                element: empty(height),
                is_drawn: false,
                is_hidden: false,
            });
            (first, start, bytes, height) = (next, end, 0, 0);
        }
    }
    chunks
}

fn element(name: &str) -> Element {
    document().create_element(name).expect("`name` is the name of an element")
}

/// An element for a chunk, of this height (CSS pixels) as long as the browser does not know better.
fn empty(height: usize) -> HtmlElement {
    let element: HtmlElement = element("div").unchecked_into();
    element.set_class_name("chunk");
    let _ = element.style().set_property("contain-intrinsic-block-size", &format!("auto {height}px"));
    element
}
