//! What of the transcript is at a height of the window.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, NodeList};

use super::{PAPER, Paper};

/// The paragraphs of a chunk that are shown.
const SHOWN_PARAGRAPHS: &str = ":scope > :not([hidden]) [data-paragraph]";

/// The first paragraph that ends below a height of the window (CSS pixels), and its number.
pub(in crate::ui) fn first_below(height: f64) -> Option<(Element, u32)> {
    PAPER.with_borrow(|paper| paper.as_ref()?.first_below(height))
}

impl Paper {
    fn first_below(&self, height: f64) -> Option<(Element, u32)> {
        // First the chunk: to ask for the place of what is not drawn would have the browser lay it out.
        let ends_above = |element: &Element| element.get_bounding_client_rect().bottom() <= height;
        let chunks = self.chunks.iter().filter(|chunk| !chunk.is_hidden).map(|chunk| &*chunk.element);
        let chunks: Vec<&Element> = chunks.collect();
        chunks[chunks.partition_point(|chunk| ends_above(chunk))..].iter().find_map(|chunk| {
            let paragraphs = elements(&chunk.query_selector_all(SHOWN_PARAGRAPHS).ok()?);
            let found = paragraphs.get(paragraphs.partition_point(ends_above))?.clone();
            let number = found.get_attribute("data-paragraph")?.parse().ok()?;
            Some((found, number))
        })
    }
}

/// The elements of a list.
pub(in crate::ui) fn elements(list: &NodeList) -> Vec<Element> {
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}
