//! Painting ranges of the document without touching it (CSS Custom Highlight API). Web-sys has no stable names for it.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Range;

use super::window;

/// Paints `ranges` as `::highlight(name)`, and nothing else by that name. A browser that does not know how paints
/// nothing.
pub fn highlight(name: &str, ranges: &[Range]) {
    let paint = || -> Result<(), JsValue> {
        let highlights = Reflect::get(&Reflect::get(&window(), &"CSS".into())?, &"highlights".into())?;
        if highlights.is_undefined() {
            return Ok(());
        }
        if ranges.is_empty() {
            let delete: Function = Reflect::get(&highlights, &"delete".into())?.dyn_into()?;
            return delete.call1(&highlights, &name.into()).map(|_| ());
        }
        let constructor: Function = Reflect::get(&window(), &"Highlight".into())?.dyn_into()?;
        let ranges: Array = ranges.iter().collect();
        let made = Reflect::construct(&constructor, &ranges)?;
        let set: Function = Reflect::get(&highlights, &"set".into())?.dyn_into()?;
        set.call2(&highlights, &name.into(), &made).map(|_| ())
    };
    // The place that is shown is scrolled to all the same.
    let _ = paint();
}
