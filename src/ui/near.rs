//! Whether something in a column is near what is seen of it: what is not need not be drawn yet.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

use crate::platform::window;

/// How near, as a CSS margin around what is seen of the column.
const MARGIN: &str = "1200px 0px";

/// Whether the element has ever been near what is seen of the column that it is in. Before printing, everything is.
#[hook]
pub(super) fn use_was_near(node: &NodeRef) -> bool {
    let was_near = use_state_eq(|| false);
    let (node, setter) = (node.clone(), was_near.setter());
    use_effect_with(*was_near, move |was_near| {
        let element = if *was_near { None } else { node.cast::<Element>() };
        let watching = element.and_then(|element| Watching::new(&element, setter));
        move || drop(watching)
    });
    *was_near
}

/// Watches an element until it is dropped.
struct Watching {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
    _printing: EventListener,
}

impl Watching {
    fn new(element: &Element, was_near: UseStateSetter<bool>) -> Option<Self> {
        let printing = was_near.clone();
        let seen = Closure::new(move |entries: js_sys::Array| {
            let is_near = |entry: JsValue| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting();
            if entries.iter().any(is_near) {
                was_near.set(true);
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root(element.closest("aside").ok().flatten().as_ref());
        options.set_root_margin(MARGIN);
        let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(element);
        let printing = EventListener::new(&window(), "beforeprint", move |_| printing.set(true));
        Some(Self { observer, _seen: seen, _printing: printing })
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
