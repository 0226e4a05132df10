//! The one place that reads and sets the DOM's selection.
//!
//! Every paragraph of the transcript is an element with `data-paragraph`, and its text is the paragraph's words and
//! nothing else. So a place in the DOM is a paragraph and a number of UTF-16 code units, and those two are a byte of
//! the reading text.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Node, Range, Selection};

use super::{paper, view::TRANSCRIPT_ID};
use crate::{
    model::Transcript,
    platform::{document, highlight, text_at_point, window},
    text::{Byte, Offsets, ReadingSpan, Utf16},
};

/// How many lines a page is, for the caret.
const PAGE_LINES: u32 = 20;

/// A direction of the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// Forward, or backward.
    pub(super) forward: bool,
    /// `character`, `word`, `line`, `lineboundary`, `paragraph`, `page` or `documentboundary`.
    pub(super) unit: &'static str,
    /// Whether the selection is stretched, or the caret moved.
    pub(super) extends: bool,
}

fn selection() -> Option<Selection> {
    window().get_selection().ok().flatten()
}

/// The selected range, if it touches the transcript.
fn range() -> Option<Range> {
    let selection = selection()?;
    let last = selection.get_range_at(selection.range_count().checked_sub(1)?).ok()?;
    // In Firefox a selection over what cannot be selected, such as a button, is one range before and one behind.
    let range = selection.get_range_at(0).ok()?.clone_range();
    range.set_end(&last.end_container().ok()?, last.end_offset().ok()?).ok()?;
    let region = document().get_element_by_id(TRANSCRIPT_ID)?;
    range.intersects_node(&region).ok()?.then_some(range)
}

/// Whether the selection touches the transcript.
pub(super) fn is_in_transcript() -> bool {
    range().is_some()
}

/// The words selected in the transcript, without white space at the ends. `None` where nothing is.
pub(super) fn selected(transcript: &Transcript) -> Option<ReadingSpan> {
    let range = range()?;
    if range.collapsed() {
        return None;
    }
    let start = place(transcript, &range.start_container().ok()?, range.start_offset().ok()?, true)?;
    let end = place(transcript, &range.end_container().ok()?, range.end_offset().ok()?, false)?;
    (start < end)
        .then(|| ReadingSpan::new(start.index()..end.index()).trimmed(&transcript.reading))
        .filter(|span| !span.is_empty())
}

/// The byte of the reading text at a boundary of a range. A boundary outside every paragraph (in a heading, or at
/// the edge of an element, where a double or triple click may leave it) counts as the beginning of the next
/// paragraph, or as the end of the one before.
fn place(transcript: &Transcript, node: &Node, offset: u32, is_start: bool) -> Option<Byte> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    if let Ok(Some(paragraph)) = element.closest("[data-paragraph]") {
        let before = document().create_range().ok()?;
        before.set_start(&paragraph, 0).ok()?;
        before.set_end(node, offset).ok()?;
        let units = u32::try_from(String::from(before.to_string()).encode_utf16().count()).ok()?;
        let span = transcript.paragraphs.get(index_of(&paragraph)? as usize)?.text;
        let inside = Offsets::new(transcript.words(span)).from_utf16(Utf16(units))?;
        return Some(Byte(span.start().0 + inside.0));
    }
    let here = document().create_range().ok()?;
    here.set_start(node, offset).ok()?;
    // Of chunks, and then of the paragraphs of one: those that begin before the place come first. To look at all
    // paragraphs of a long text would take too long for a key press.
    let begins_before = |element: &Element| here.compare_point(element, 0).is_ok_and(|order| order < 0);
    let chunks = document().get_element_by_id(TRANSCRIPT_ID)?.children();
    let chunks: Vec<Element> = (0..chunks.length()).filter_map(|at| chunks.item(at)).collect();
    let paragraphs =
        |chunk: &Element| chunk.query_selector_all("[data-paragraph]").ok().map(|all| paper::elements(&all));
    let (until, behind) = chunks.split_at(chunks.partition_point(begins_before));
    let (here, earlier) = until.split_last().map_or((None, until), |(here, earlier)| (Some(here), earlier));
    let inside = here.and_then(paragraphs).unwrap_or_default();
    let (first, then) = inside.split_at(inside.partition_point(begins_before));
    let paragraph = if is_start {
        then.first().cloned().or_else(|| paragraphs(behind.first()?)?.first().cloned())
    } else {
        first.last().cloned().or_else(|| paragraphs(earlier.last()?)?.last().cloned())
    }?;
    let span = transcript.paragraphs.get(index_of(&paragraph)? as usize)?.text;
    Some(if is_start { span.start() } else { span.end() })
}

fn index_of(paragraph: &Element) -> Option<u32> {
    paragraph.get_attribute("data-paragraph")?.parse().ok()
}

/// Where the moving end of the selection, or the caret, is in the reading text.
pub(super) fn focus(transcript: &Transcript) -> Option<Byte> {
    range()?;
    let selection = selection()?;
    place(transcript, &selection.focus_node()?, selection.focus_offset(), true)
}

/// Where the selection begins and where it ends, in the order in which it was made.
pub(super) fn ends(transcript: &Transcript) -> Option<(Byte, Byte)> {
    range()?;
    let selection = selection()?;
    let anchor = place(transcript, &selection.anchor_node()?, selection.anchor_offset(), true)?;
    Some((anchor, place(transcript, &selection.focus_node()?, selection.focus_offset(), true)?))
}

/// Selects from one byte of the reading text to another, which may come before it.
pub(super) fn select_from(transcript: &Transcript, anchor: Byte, focus: Byte) {
    let ends = node_at(transcript, anchor).zip(node_at(transcript, focus));
    if let (Some(((from, start), (to, end))), Some(selection)) = (ends, selection()) {
        let _ = selection.set_base_and_extent(&from, start, &to, end);
    }
}

/// The byte of the reading text under a point of the window.
pub(super) fn at_point(transcript: &Transcript, x: f64, y: f64) -> Option<Byte> {
    let (node, offset) = text_at_point(x, y)?;
    let region = document().get_element_by_id(TRANSCRIPT_ID)?;
    if !region.contains(Some(&node)) {
        return None;
    }
    place(transcript, &node, offset, true)
}

/// Selects words.
pub(super) fn select(transcript: &Transcript, words: ReadingSpan) {
    select_from(transcript, words.start(), words.end());
}

/// Selects nothing, and puts the caret nowhere.
pub(super) fn clear() {
    if let Some(selection) = selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// Selects words and brings them to the middle of the screen.
pub(super) fn show(transcript: &Transcript, words: ReadingSpan) {
    if let Some(paragraph) = node_at(transcript, words.start()).and_then(|(node, _)| node.parent_element()) {
        super::view::center(&paragraph);
    }
    select(transcript, words);
}

/// The range of the document that shows these words.
fn range_of(transcript: &Transcript, words: ReadingSpan) -> Option<Range> {
    let ((from, start), (to, end)) = node_at(transcript, words.start()).zip(node_at(transcript, words.end()))?;
    let range = document().create_range().ok()?;
    range.set_start(&from, start).ok()?;
    range.set_end(&to, end).ok()?;
    Some(range)
}

/// Brings words that were found into view, below the panel in which one looks for them. The selection stays: to change
/// it would take the caret from the field.
pub(super) fn show_found(transcript: &Transcript, words: ReadingSpan) {
    if let Some(range) = range_of(transcript, words) {
        let rect = range.get_bounding_client_rect();
        let paragraph = node_at(transcript, words.start()).and_then(|(node, _)| node.parent_element());
        super::view::show_between(rect.top(), rect.bottom(), paragraph.as_ref());
    }
}

/// How many places are painted at most, on each side of the one that is shown.
const MAX_PAINTED: usize = 200;

/// Paints what was found.
pub(super) fn paint_found(transcript: &Transcript, places: &[ReadingSpan], current: Option<usize>) {
    let middle = current.unwrap_or(0);
    let near = middle.saturating_sub(MAX_PAINTED)..(middle + MAX_PAINTED).min(places.len());
    let others = near.filter(|at| Some(*at) != current).filter_map(|at| range_of(transcript, places[at]));
    highlight("find", &others.collect::<Vec<_>>());
    let shown = current.and_then(|current| range_of(transcript, *places.get(current)?));
    highlight("found", shown.as_slice());
}

/// Paints nothing as found.
pub(super) fn clear_found() {
    highlight("find", &[]);
    highlight("found", &[]);
}

/// Puts the caret at a byte of the reading text, with nothing selected.
pub(super) fn place_caret(transcript: &Transcript, at: Byte) {
    if let (Some((node, offset)), Some(selection)) = (node_at(transcript, at), selection()) {
        let _ = selection.collapse_with_offset(Some(&node), offset);
    }
}

/// The text node that shows a byte of the reading text, and the place within that node.
fn node_at(transcript: &Transcript, at: Byte) -> Option<(Node, u32)> {
    let index = transcript.paragraphs.partition_point(|paragraph| paragraph.text.end() < at);
    let paragraph = transcript.paragraphs.get(index)?;
    let inside = at.index().saturating_sub(paragraph.text.start().index());
    let words = transcript.words(paragraph.text);
    let units = Offsets::new(words).utf16(Byte::at(inside.min(words.len()))).0;
    text_at(paper::paragraph(Byte::at(index).0)?.as_ref(), units)
}

/// The text node below `root` that holds its UTF-16 unit `units`, and the place within that node.
fn text_at(root: &Node, mut units: u32) -> Option<(Node, u32)> {
    let mut last = None;
    let mut next = root.first_child();
    let mut stack = Vec::new();
    while let Some(node) = next {
        if node.node_type() == Node::TEXT_NODE {
            let length = u32::try_from(node.text_content().unwrap_or_default().encode_utf16().count()).ok()?;
            if units <= length {
                return Some((node, units));
            }
            units -= length;
            last = Some((node.clone(), length));
        }
        if let Some(child) = node.first_child() {
            stack.push(node);
            next = Some(child);
        } else {
            next = node.next_sibling();
            while next.is_none() {
                let Some(parent) = stack.pop() else { break };
                next = parent.next_sibling();
            }
        }
    }
    last
}

/// Moves the caret in the transcript, or stretches the selection. Where there is no caret yet, it is put at the
/// first paragraph on the screen.
pub(super) fn step(transcript: &Transcript, step: Step) {
    let Some(selection) = selection() else { return };
    if range().is_none() {
        let Some(view) = super::view::current() else { return };
        let Some(paragraph) = transcript.paragraphs.get(view.paragraph as usize) else { return };
        place_caret(transcript, paragraph.text.start());
        if !step.extends {
            return;
        }
    }
    if step.unit == "documentboundary" {
        return to_the_edge(transcript, &selection, step);
    }
    let alter = if step.extends { "extend" } else { "move" };
    // Letters and words are stepped over as they stand: in Hebrew the arrow to the left goes on.
    let direction = match (step.unit, step.forward) {
        ("character" | "word", true) => "right",
        ("character" | "word", false) => "left",
        (_, true) => "forward",
        (_, false) => "backward",
    };
    let (unit, times) = if step.unit == "page" { ("line", PAGE_LINES) } else { (step.unit, 1) };
    for _ in 0..times {
        let _ = selection.modify(alter, direction, unit);
    }
}

/// To the first or the last place of the transcript; for the browser the document would end elsewhere.
fn to_the_edge(transcript: &Transcript, selection: &Selection, step: Step) {
    let edge = if step.forward { transcript.paragraphs.last() } else { transcript.paragraphs.first() };
    let Some(paragraph) = edge else { return };
    let at = if step.forward { paragraph.text.end() } else { paragraph.text.start() };
    if let Some((node, offset)) = node_at(transcript, at) {
        let _ = match step.extends {
            true => selection.extend_with_offset(&node, offset),
            false => selection.collapse_with_offset(Some(&node), offset),
        };
    }
}

/// A rectangle on the screen, in CSS pixels from the window's upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl From<web_sys::DomRect> for Rect {
    fn from(rect: web_sys::DomRect) -> Self {
        Self { left: rect.left(), top: rect.top(), bottom: rect.bottom() }
    }
}

/// Where the caret stands, while nothing is selected.
pub(super) fn caret() -> Option<Rect> {
    let range = range()?;
    if !range.collapsed() {
        return None;
    }
    let rects = range.get_client_rects()?;
    if let Some(rect) = rects.get(0) {
        return Some(rect.into());
    }
    // At the edge of an element a caret has no rectangle of its own: that of the element tells the line.
    let node = range.start_container().ok()?;
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    Some(element.get_bounding_client_rect().into())
}

/// Where the moving end of the selection stands.
pub(super) fn focus_rect() -> Option<Rect> {
    let selection = selection()?;
    range()?;
    let end = document().create_range().ok()?;
    end.set_start(&selection.focus_node()?, selection.focus_offset()).ok()?;
    let rects = end.get_client_rects()?;
    match rects.get(0) {
        Some(rect) => Some(rect.into()),
        None => selection.get_range_at(0).ok().map(|range| range.get_bounding_client_rect().into()),
    }
}

/// How much is free between what stays on top and the line with the moving end of the selection, in CSS pixels.
const FREE_PX: f64 = 8.0;

/// Brings the moving end of the selection into view.
pub(super) fn follow() {
    let Some(rect) = focus_rect() else { return };
    let window = window();
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let (top, bottom) = ((height * 0.15).max(super::view::text_top() + FREE_PX), height * 0.85);
    if rect.top < top {
        window.scroll_by_with_x_and_y(0.0, rect.top - top);
    } else if rect.bottom > bottom {
        window.scroll_by_with_x_and_y(0.0, rect.bottom - bottom);
    }
}
