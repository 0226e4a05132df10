//! What is where on the screen: scrolling to things, and knowing what is at the top.

use std::cell::Cell;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::{
    app::{Target, View},
    model::{AnnotationId, TurnIndex},
    platform::{document, window},
};

/// The id of the region that holds the transcript.
pub(super) const TRANSCRIPT_ID: &str = "transcript";
/// The id of the region that holds the annotations.
pub(super) const ANNOTATIONS_ID: &str = "annotations";
/// The id of the textbox of the start page.
pub(super) const INPUT_ID: &str = "paste";

/// The id of a paragraph's element.
pub(super) fn paragraph_id(index: u32) -> String {
    format!("p{index}")
}

/// The id of the first field of an annotation.
pub(super) fn summary_id(id: &AnnotationId) -> String {
    format!("summary-{id}")
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus.
pub(super) fn focus(target: &Target) {
    let element = match target {
        Target::Transcript => by_id(TRANSCRIPT_ID),
        Target::Summary(id) => by_id(&summary_id(id)),
    };
    if let Some(element) = element {
        BEFORE_TAB.set(None);
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(!matches!(target, Target::Summary(_)));
        let _ = element.focus_with_options(&options);
    }
}

/// Brings a region into view and moves the focus there.
pub(super) fn skip_to(id: &str) {
    if let Some(element) = by_id(id) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// When, in milliseconds after going to a place, the page is brought there again.
const SETTLING_MS: [u32; 4] = [16, 50, 120, 250];

thread_local! {
    /// Where the page was scrolled to when Tab was last pressed.
    static BEFORE_TAB: Cell<Option<(f64, f64)>> = const { Cell::new(None) };
}

/// Notes where the page is: Tab is about to move the focus, and the browser to scroll to it.
pub(super) fn tab_pressed() {
    BEFORE_TAB.set(window().scroll_x().ok().zip(window().scroll_y().ok()));
}

/// Takes the page back to where it was when Tab was pressed, then does `next`.
pub(super) fn stay(next: fn()) {
    if let Some((x, y)) = BEFORE_TAB.take() {
        Timeout::new(0, move || {
            window().scroll_to_with_x_and_y(x, y);
            next();
        })
        .forget();
    }
}

/// Brings a turn to the top.
pub(super) fn show_turn(TurnIndex(index): TurnIndex) {
    if let Ok(Some(turn)) = document().query_selector(&format!("[data-turn=\"{index}\"]")) {
        turn.scroll_into_view();
    }
}

/// Brings an annotation into view, in the text and in the list, unless it is there already.
pub(super) fn reveal(id: &AnnotationId) {
    let nearest = ScrollLogicalPosition::Nearest;
    let steps = [
        (format!("mark[data-annotation=\"{id}\"]"), ScrollLogicalPosition::Center),
        (format!("li[data-annotation=\"{id}\"]"), nearest),
        // A card may be taller than its column: then its head is what must be seen.
        (format!("li[data-annotation=\"{id}\"] .head"), nearest),
    ];
    for (selector, block) in steps {
        if let Ok(Some(element)) = document().query_selector(&selector)
            && (block == nearest || !is_visible(&element))
        {
            scroll_to_show(&element, block);
        }
    }
}

/// Brings an element to the middle of the screen.
pub(super) fn center(element: &Element) {
    scroll_to_show(element, ScrollLogicalPosition::Center);
}

fn scroll_to_show(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Auto);
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether the element is between the page's header and its lower edge.
fn is_visible(element: &Element) -> bool {
    let rect = element.get_bounding_client_rect();
    rect.top() >= header_height() && rect.bottom() <= window_height()
}

fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// The height of the header that stays on top, in CSS pixels.
fn header_height() -> f64 {
    let header = document().query_selector("header.bar").ok().flatten();
    header.map(|header| header.get_bounding_client_rect().height()).unwrap_or_default()
}

/// The paragraph at the top of the screen, and how far it is scrolled past.
pub(super) fn current() -> Option<View> {
    let top = header_height();
    let paragraphs = document().query_selector_all(&format!("#{TRANSCRIPT_ID} [data-paragraph]")).ok()?;
    let bottom_of = |index: u32| {
        let paragraph = paragraphs.get(index)?.dyn_into::<Element>().ok()?;
        Some(paragraph.get_bounding_client_rect())
    };
    // They are in order from top to bottom: the first that ends below the header.
    let (mut low, mut high) = (0, paragraphs.length());
    while low < high {
        let middle = low.midpoint(high);
        if bottom_of(middle)?.bottom() <= top { low = middle + 1 } else { high = middle }
    }
    let paragraph = paragraphs.get(low)?.dyn_into::<HtmlElement>().ok()?.dataset().get("paragraph")?.parse().ok()?;
    #[expect(clippy::cast_possible_truncation, reason = "a distance on a screen")]
    let offset = (top - bottom_of(low)?.top()) as i32;
    Some(View { paragraph, offset })
}

/// Brings a paragraph to the top, scrolled past by `offset` CSS pixels.
pub(super) fn scroll_to(view: View) {
    if view == View::default() {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        return;
    }
    go_to(view);
    // Blocks that were never drawn have a guessed height, and get their true one only as the browser draws the frames
    // that follow.
    for wait in SETTLING_MS {
        Timeout::new(wait, move || go_to(view)).forget();
    }
}

fn go_to(view: View) {
    let Some(paragraph) = by_id(&paragraph_id(view.paragraph)) else { return };
    let by = paragraph.get_bounding_client_rect().top() - header_height() + f64::from(view.offset);
    window().scroll_by_with_x_and_y(0.0, by);
}
