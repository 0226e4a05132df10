//! Which place of the text lies under a point of the window.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Node, Range};

use super::document;

/// The text node, or the element, at a point (CSS pixels from the window's upper left corner), and the place in it.
#[must_use]
pub fn text_at_point(x: f64, y: f64) -> Option<(Node, u32)> {
    let document = document();
    if Reflect::has(&document, &"caretPositionFromPoint".into()).ok()? {
        #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
        let caret = document.caret_position_from_point(x as f32, y as f32)?;
        return Some((caret.offset_node()?, caret.offset()));
    }
    // The name that WebKit has had for it, and web-sys does not know.
    let range_at: Function = Reflect::get(&document, &"caretRangeFromPoint".into()).ok()?.dyn_into().ok()?;
    let range: Range = range_at.call2(&document, &JsValue::from(x), &JsValue::from(y)).ok()?.dyn_into().ok()?;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}
