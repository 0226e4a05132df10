//! Whether something is near what is seen of the page or of a column: what is not need not be drawn yet.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

use crate::platform::window;

/// How near, as a CSS margin around what is seen.
const MARGIN: &str = "1200px 0px";

/// Tells of elements that come near, each once, until it is dropped.
pub(super) struct Watcher {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(js_sys::Array, IntersectionObserver)>,
}

impl Watcher {
    /// A watcher of what is seen of `root`, or of the window. `None` in a browser that cannot tell.
    pub(super) fn new(root: Option<&Element>, on_near: impl Fn(Element) + 'static) -> Option<Self> {
        let seen = Closure::new(move |entries: js_sys::Array, observer: IntersectionObserver| {
            let entries = entries.iter().map(wasm_bindgen::JsCast::unchecked_into::<IntersectionObserverEntry>);
            for entry in entries.filter(IntersectionObserverEntry::is_intersecting) {
                observer.unobserve(&entry.target());
                on_near(entry.target());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root(root);
        options.set_root_margin(MARGIN);
        let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok()?;
        Some(Self { observer, _seen: seen })
    }

    /// Watches another element.
    pub(super) fn watch(&self, element: &Element) {
        self.observer.observe(element);
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Whether the element has ever been near what is seen of the column that it is in. Before printing, everything is.
#[hook]
pub(super) fn use_was_near(node: &NodeRef) -> bool {
    let was_near = use_state_eq(|| false);
    let (node, setter) = (node.clone(), was_near.setter());
    use_effect_with(*was_near, move |was_near| {
        let element = if *was_near { None } else { node.cast::<Element>() };
        let watching = element.map(|element| {
            let column = element.closest("aside, .outline").ok().flatten();
            let (near, printing) = (setter.clone(), setter);
            let watcher = Watcher::new(column.as_ref(), move |_| near.set(true));
            if let Some(watcher) = &watcher {
                watcher.watch(&element);
            }
            (watcher, EventListener::new(&window(), "beforeprint", move |_| printing.set(true)))
        });
        move || drop(watching)
    });
    *was_near
}
