//! What is where on the screen: scrolling to things, and knowing what is at the top.

use std::cell::{Cell, RefCell};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusEvent, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::TargetCast as _;

use super::{frame::NextFrame, paper, register::REGISTER_ID};
use crate::{
    app::{Target, View},
    model::{AnnotationId, ProjectId},
    platform::{document, window},
};

/// The id of the region that holds the transcript.
pub(super) const TRANSCRIPT_ID: &str = "transcript";
/// The id of the region that holds the annotations.
pub(super) const ANNOTATIONS_ID: &str = "annotations";
/// The id of the field in which one types what to look for.
pub(super) const FIND_ID: &str = "find";
/// The id of the textbox of the start page.
pub(super) const INPUT_ID: &str = "paste";

/// The id of the heading of the start page, and of the page of open commitments.
pub(super) const HEADING_ID: &str = "heading";
/// The id of what is said while a transcript is opened.
pub(super) const LOADING_ID: &str = "loading";
/// The id of the heading of a dialog.
pub(super) const DIALOG_TITLE_ID: &str = "dialog-title";
/// The id of what is said in an open dialog.
pub(super) const DIALOG_SAID_ID: &str = "dialog-said";
/// The id of what is said elsewhere.
pub(super) const SAID_ID: &str = "said";
/// The id of the line that says who alone is shown.
pub(super) const ONLY_LINE_ID: &str = "only-line";

/// How far below the top of the list a card is brought, in CSS pixels.
const LIST_HEAD: i32 = 12;

/// The id of the first field of an annotation.
pub(super) fn summary_id(id: &AnnotationId) -> String {
    format!("summary-{id}")
}

/// The id of the field that says what a mention of an annotation does.
pub(super) fn mention_id(id: &AnnotationId, at: usize) -> String {
    format!("mention-{id}-{at}")
}

/// The id of a transcript's link in the list of the start page.
pub(super) fn listed_id(id: &ProjectId) -> String {
    format!("listed-{id}")
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Whether an element is one in which one types or chooses.
pub(super) fn is_field(element: &Element) -> bool {
    element.matches("input, textarea, select, [contenteditable]").unwrap_or(false)
}

/// Whether the focus is where one types.
pub(super) fn is_typing() -> bool {
    document().active_element().is_some_and(|active| is_field(&active))
}

/// Moves the focus.
pub(super) fn focus(target: &Target) {
    let element = match target {
        Target::Transcript => by_id(TRANSCRIPT_ID),
        Target::Summary(id) => by_id(&summary_id(id)),
        Target::Find => by_id(FIND_ID),
        Target::Mention(id, at) => by_id(&mention_id(id, *at)),
        Target::Listed(id) => by_id(&listed_id(id)),
        Target::Input => by_id(INPUT_ID),
        Target::Register => by_id(REGISTER_ID),
        Target::Heading => by_id(HEADING_ID),
    };
    if let Some(element) = element {
        BEFORE_TAB.set(None);
        if let Target::Summary(_) | Target::Mention(..) = target {
            show_in_list(&element);
        }
        // Browsers scroll to what gets the focus, and with it what need not move: the page, where it is in the list; to
        // its top, where it is the transcript.
        focus_in_place(&element);
    }
}

/// A part of the page in which something has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A dialog.
    Dialog,
    /// The list of annotations.
    List,
    /// Anything else of the page.
    Elsewhere,
}

/// Where the focus is; `None` where nothing has it.
pub(super) fn focused() -> Option<Place> {
    let element = document().active_element().filter(|element| !element.matches("body").unwrap_or(true))?;
    let is_in = |selector| element.closest(selector).is_ok_and(|found| found.is_some());
    Some(match () {
        () if is_in("dialog") => Place::Dialog,
        () if is_in(".annotations") => Place::List,
        () => Place::Elsewhere,
    })
}

/// Moves the focus to the part of the page in which it was, where what had it is gone. Who works by keyboard would begin
/// at the top again, and who hears the page would not know where they are.
pub(super) fn keep_focus(place: Place) {
    if focused().is_some() {
        return;
    }
    let first = match place {
        Place::Dialog => DIALOG_TITLE_ID,
        Place::List => ANNOTATIONS_ID,
        Place::Elsewhere => TRANSCRIPT_ID,
    };
    // Another page may be there by now.
    let next = [first, TRANSCRIPT_ID, REGISTER_ID, HEADING_ID, LOADING_ID].into_iter().find_map(by_id);
    if let Some(next) = next {
        focus_in_place(&next);
    }
}

/// Moves the focus and not the page.
pub(super) fn focus_in_place(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Says it to those who cannot see it. What is said outside an open dialog is not heard.
pub(super) fn say(mut text: String) {
    let Some(region) = by_id(DIALOG_SAID_ID).or_else(|| by_id(SAID_ID)) else { return };
    // Of two equal sentences the second would not be heard.
    if region.text_content().as_deref() == Some(&*text) {
        text.push('\u{a0}');
    }
    region.set_text_content(Some(&text));
}

/// Brings a region into view and moves the focus there.
pub(super) fn skip_to(id: &str) {
    if let Some(element) = by_id(id) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Brings all of what has the focus into view. By themselves, Firefox and WebKit do so only with what is out of sight.
pub(super) fn show_focused(event: FocusEvent) {
    if let Some(element) = event.target_dyn_into::<Element>() {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// For how many frames the page must have stayed where it was brought.
const STILL_FRAMES: u32 = 12;

/// For how many frames it is brought there at most: some three seconds.
const MAX_FRAMES: u32 = 180;

/// The page on its way to a place; dropped, it stays where it is.
struct Settling {
    next: NextFrame,
    _cancel: [EventListener; 4],
}

thread_local! {
    /// Where the page was scrolled to when Tab was last pressed.
    static BEFORE_TAB: Cell<Option<(f64, f64)>> = const { Cell::new(None) };
    static SETTLING: RefCell<Option<Settling>> = const { RefCell::new(None) };
    /// What is on its way to the middle of the screen.
    static CENTERING: RefCell<NextFrame> = RefCell::default();
}

/// Notes where the page is: Tab is about to move the focus, and the browser to scroll to it.
pub(super) fn tab_pressed() {
    BEFORE_TAB.set(window().scroll_x().ok().zip(window().scroll_y().ok()));
}

/// Something else was pressed since, a key or a pointer: what gets the focus now does not get it by Tab.
pub(super) fn tab_is_over() {
    BEFORE_TAB.set(None);
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

/// Brings an annotation into view, in the list and in the text, where it begins in `paragraph`, unless it is there
/// already.
pub(super) fn reveal(id: &AnnotationId, paragraph: Option<u32>) {
    let paragraph = paragraph.and_then(paper::paragraph);
    let find = |root: &Element, selector: &str| root.query_selector(selector).ok().flatten();
    let mark = paragraph.and_then(|paragraph| find(&paragraph, &format!("mark[data-annotation=\"{id}\"]")));
    if let Some(mark) = mark.filter(|mark| !is_visible(mark)) {
        center(&mark);
    }
    let card = by_id(ANNOTATIONS_ID).and_then(|list| find(&list, &format!("li[data-annotation=\"{id}\"]")));
    if let Some(card) = card {
        show_in_list(&card);
    }
}

/// Scrolls the list, and nothing else, so that an element in it is seen; its head, where it is taller than the list.
fn show_in_list(element: &Element) {
    let Some(list) = by_id(ANNOTATIONS_ID) else { return };
    let (outer, inner) = (list.get_bounding_client_rect(), element.get_bounding_client_rect());
    // On a narrow screen the head of the list stays over the cards.
    let head = list.query_selector(".head-line").ok().flatten().filter(|_| sheet_top().is_some());
    let head = head.map(|head| head.get_bounding_client_rect().height()).unwrap_or_default();
    let above = inner.top() - outer.top() - head - f64::from(LIST_HEAD);
    let below = inner.bottom() - outer.bottom() + f64::from(LIST_HEAD);
    let by = if above < 0.0 { above } else { below.clamp(0.0, above) };
    #[expect(clippy::cast_possible_truncation, reason = "a distance on a screen")]
    list.set_scroll_top(list.scroll_top() + by.round() as i32);
}

/// Brings an annotation to the top of the list, unless the reader is busy with the list, or the list lies over the text.
/// `share` says how far down in the list it is, for one that is not drawn yet.
pub(super) fn follow_in_list(id: &AnnotationId, share: f64) {
    let Some(list) = by_id(ANNOTATIONS_ID) else { return };
    let is_busy = list.matches(":hover, :focus-within").unwrap_or(true);
    if is_busy || sheet_top().is_some() {
        return;
    }
    if let Ok(Some(card)) = list.query_selector(&format!("li[data-annotation=\"{id}\"]")) {
        let above = card.get_bounding_client_rect().top() - list.get_bounding_client_rect().top();
        #[expect(clippy::cast_possible_truncation, reason = "a distance on a screen")]
        list.set_scroll_top(list.scroll_top() + above as i32 - LIST_HEAD);
    } else {
        #[expect(clippy::cast_possible_truncation, reason = "a distance on a screen")]
        list.set_scroll_top((f64::from(list.scroll_height()) * share) as i32);
    }
}

/// Brings an element to the middle of the screen. What was never drawn gets its true height only then: it is brought
/// there again in the frames that follow, until it stays.
pub(super) fn center(element: &Element) {
    // Wherever else the page was on its way to.
    SETTLING.set(None);
    CENTERING.set(NextFrame::default());
    center_again(element.clone(), CENTER_FRAMES);
}

/// In how many frames an element is brought to the middle at most.
const CENTER_FRAMES: u32 = 4;

fn center_again(element: Element, frames: u32) {
    let top = || element.get_bounding_client_rect().top();
    let before = top();
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Auto);
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    let is_first = frames == CENTER_FRAMES;
    if frames > 1 && (is_first || (top() - before).abs() >= 1.0) {
        CENTERING.with_borrow(|next| next.run(move || center_again(element, frames - 1)));
    }
}

/// Brings what lies between two heights of the window (CSS pixels) into view, by way of its paragraph where that was
/// never drawn.
pub(super) fn show_between(top: f64, bottom: f64, paragraph: Option<&Element>) {
    let panel = by_id(FIND_ID).and_then(|field| field.closest(".find").ok().flatten());
    let upper = panel.map_or_else(text_top, |panel| panel.get_bounding_client_rect().bottom());
    let lower = sheet_top().unwrap_or_else(window_height);
    if top >= upper && bottom <= lower {
        return;
    }
    if let Some(paragraph) = paragraph {
        center(paragraph);
    }
}

/// Whether the element is between what stays on top of the transcript and the lower edge of the page, or the list where
/// that covers it.
fn is_visible(element: &Element) -> bool {
    let rect = element.get_bounding_client_rect();
    rect.top() >= text_top() && rect.bottom() <= sheet_top().unwrap_or_else(window_height)
}

/// On a narrow screen the list is a sheet over the text: where it begins.
fn sheet_top() -> Option<f64> {
    let list = by_id(ANNOTATIONS_ID)?.get_bounding_client_rect();
    let width = window().inner_width().ok()?.as_f64()?;
    (list.width() > width * 0.9).then(|| list.top())
}

fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// How far the header reaches down into the window, in CSS pixels. In a low one it is scrolled away with the page.
fn header_height() -> f64 {
    let header = document().query_selector("header.bar").ok().flatten();
    header.map(|header| header.get_bounding_client_rect().bottom().max(0.0)).unwrap_or_default()
}

/// How far what stays on top of the transcript reaches down into the window, in CSS pixels: the header, and the line that
/// says who alone is shown. Where that line still stands above the text, it is counted as if it stood on top already:
/// otherwise it would move with the page that is brought below it.
pub(super) fn text_top() -> f64 {
    let header = header_height();
    // By its id: to look for what is not there through a long transcript takes long.
    let Some(line) = by_id(ONLY_LINE_ID) else { return header };
    let line = line.get_bounding_client_rect();
    line.bottom().min(header + ONLY_LINE_GAP + line.height()).max(header)
}

/// How far the line that says who alone is shown stays below the header, in CSS pixels, as the style sheet has it.
const ONLY_LINE_GAP: f64 = 6.0;

/// The paragraph at the top of the screen, and how far it is scrolled past.
pub(super) fn current() -> Option<View> {
    let top = text_top();
    let (element, paragraph) = paper::first_below(top)?;
    #[expect(clippy::cast_possible_truncation, reason = "a distance on a screen")]
    let offset = (top - element.get_bounding_client_rect().top()) as i32;
    Some(View { paragraph, offset })
}

/// How far below what stays on top the eyes of a reader are at least, in CSS pixels: above may be the end of what was read.
const EYES: f64 = 80.0;

/// The paragraph that is read now.
pub(super) fn read_now() -> Option<u32> {
    paper::first_below(text_top() + EYES).map(|(_, paragraph)| paragraph)
}

/// The first paragraph on the screen, and the last; `None` for the last of the transcript.
pub(super) fn on_screen() -> Option<(u32, Option<u32>)> {
    let (_, first) = paper::first_below(text_top())?;
    Some((first, paper::first_below(window_height()).map(|(_, last)| last)))
}

/// About how many letters fit on a line of the transcript.
pub(super) fn letters_on_a_line(region: &Element) -> usize {
    usize::try_from(region.client_width()).unwrap_or_default().div_ceil(LETTER_PX).max(20)
}

/// About how wide a letter is, in CSS pixels.
const LETTER_PX: usize = 8;

/// Brings a paragraph to the top, scrolled past by `offset` CSS pixels.
///
/// Blocks that were never drawn have a guessed height, and get their true one only as the browser draws frames: the
/// page is brought there frame by frame until it stays, or until the reader does something.
pub(super) fn scroll_to(view: View) {
    if view == View::default() {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        return;
    }
    let cancel = ["wheel", "touchstart", "mousedown", "keydown"].map(|event| {
        EventListener::once(&window(), event, |_| {
            // Not now: a listener cannot drop itself.
            Timeout::new(0, || SETTLING.set(None)).forget();
        })
    });
    SETTLING.set(Some(Settling { next: NextFrame::default(), _cancel: cancel }));
    settle(view, 0, 0);
}

/// Goes to the place; again in the next frame unless it was there already for some frames.
fn settle(view: View, frames: u32, still: u32) {
    let still = if go_to(view).is_some_and(|by| by.abs() < 1.0) { still + 1 } else { 0 };
    if still > STILL_FRAMES || frames > MAX_FRAMES {
        return;
    }
    SETTLING.with_borrow(|settling| {
        if let Some(settling) = settling {
            settling.next.run(move || settle(view, frames + 1, still));
        }
    });
}

/// Gives by how many CSS pixels the page had to be scrolled; `None` where there is no such paragraph.
fn go_to(view: View) -> Option<f64> {
    let paragraph = paper::paragraph(view.paragraph)?;
    let by = paragraph.get_bounding_client_rect().top() - text_top() + f64::from(view.offset);
    window().scroll_by_with_x_and_y(0.0, by);
    Some(by)
}
