//! Which pages of a long list the browser ever came to lay out: the others need not be drawn yet.

use std::{collections::BTreeSet, rc::Rc};

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::platform::window;

/// The event of an element whose contents the browser begins to lay out, or to skip. Of browsers that know
/// `content-visibility`, all have it.
/// <https://drafts.csswg.org/css-contain-2/#content-visibility-auto-state-changed>
const SKIPPING_CHANGED: &str = "contentvisibilityautostatechange";

/// Tells of elements in `region` that the browser begins to lay out, until it is dropped.
pub(super) fn on_laid_out(region: &Element, tell: impl Fn(Element) + 'static) -> EventListener {
    // On its way down: only Chromium has it bubble.
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(region, SKIPPING_CHANGED, options, move |event| {
        let is_skipped = Reflect::get(event, &"skipped".into()).is_ok_and(|skipped| skipped.is_truthy());
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(element) = element.filter(|_| !is_skipped) {
            tell(element);
        }
    })
}

/// Pages, by their name in `data-page`.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Reached {
    pages: BTreeSet<String>,
    /// Before printing all are wanted; and where the browser does not tell which it lays out.
    all: bool,
}

impl Reached {
    /// Whether the browser ever came to lay out this page.
    pub(super) fn has(&self, page: &str) -> bool {
        self.all || self.pages.contains(page)
    }
}

impl Reducible for Reached {
    /// A page, or all of them.
    type Action = Option<String>;

    fn reduce(self: Rc<Self>, page: Option<String>) -> Rc<Self> {
        let mut reached = Rc::unwrap_or_clone(self);
        match page {
            Some(page) => _ = reached.pages.insert(page),
            None => reached.all = true,
        }
        Rc::new(reached)
    }
}

/// The pages in `column` that the browser ever came to lay out.
#[hook]
pub(super) fn use_reached(column: &NodeRef) -> UseReducerHandle<Reached> {
    let reached = use_reducer(Reached::default);
    let (column, dispatcher) = (column.clone(), reached.dispatcher());
    use_effect_with((), move |()| {
        let listeners = column.cast::<Element>().map(|column| {
            let window = window();
            if !Reflect::has(&window, &JsValue::from_str("ContentVisibilityAutoStateChangeEvent")).unwrap_or(false) {
                dispatcher.dispatch(None);
            }
            let printing = dispatcher.clone();
            let near = on_laid_out(&column, move |element| {
                if let Some(page) = element.get_attribute(PAGE) {
                    dispatcher.dispatch(Some(page));
                }
            });
            (near, EventListener::new(&window, "beforeprint", move |_| printing.dispatch(None)))
        });
        move || drop(listeners)
    });
    reached
}

/// The attribute with the name of a page.
const PAGE: &str = "data-page";

/// Gives a page the height (CSS pixels) that it will have about, as long as nothing is on it, and for as long as the
/// browser does not lay it out. The policy of the page allows no style in the markup.
#[hook]
pub(super) fn use_height(page: &NodeRef, is_drawn: bool, height: usize) {
    let page = page.clone();
    use_effect_with((height, is_drawn), move |(height, is_drawn)| {
        if let Some(page) = page.cast::<HtmlElement>() {
            let _ = page.style().set_property("contain-intrinsic-block-size", &format!("auto {height}px"));
            let height = if *is_drawn { String::new() } else { format!("{height}px") };
            let _ = page.style().set_property("min-height", &height);
        }
    });
}
