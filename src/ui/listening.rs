//! What the root component listens to: keys, the address, other tabs, the end of the page.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent, StorageEvent};
use yew::prelude::*;

use super::{
    app::{App, Heard},
    view,
};
use crate::{
    app::Message,
    journal::{self, Journal},
    model::ProjectId,
    platform::{LocalStorage, RELEASE_WAITS, document, window},
};

pub(super) fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let heard = |make: fn() -> Heard| {
        let link = ctx.link().clone();
        move |_: &Event| link.send_message(make())
    };
    let link = ctx.link().clone();
    let key = move |event: &Event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            link.send_message(Heard::Key(event.clone()));
        }
    };
    let link = ctx.link().clone();
    let stored = move |event: &Event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        let value = event.new_value();
        if let Some(news) = event.key().and_then(|key| journal::news(&key, value.as_deref())) {
            link.send_message(Heard::Message(Message::Elsewhere(news)));
        }
        // There may be room now for what found none.
        if value.is_none() {
            link.send_message(Heard::Message(Message::SaveAgain));
        }
    };
    vec![
        EventListener::new(&window(), "storage", stored),
        EventListener::new(&window(), RELEASE_WAITS, heard(|| Heard::Message(Message::ReleaseWaits))),
        EventListener::new_with_options(&window(), "keydown", EventListenerOptions::enable_prevent_default(), key),
        EventListener::new(&window(), "hashchange", heard(|| Heard::Went)),
        EventListener::new(&document(), "selectionchange", heard(|| Heard::Selection)),
        EventListener::new(&window(), "scroll", heard(|| Heard::Scrolled)),
    ]
}

/// Notes where in the open transcript the reader is.
pub(super) fn note_the_place(journal: &Journal<LocalStorage>, open: &RefCell<Option<ProjectId>>) {
    if let (Some(id), Some(view)) = (&*open.borrow(), view::current()) {
        // Where the reader was is a comfort, not work: it may be lost.
        let _ = journal.set_view(id, &view);
    }
}

/// A message would come too late here: what is to be written is written at once.
pub(super) fn note_the_place_when_leaving(
    journal: Journal<LocalStorage>,
    open: Rc<RefCell<Option<ProjectId>>>,
) -> EventListener {
    EventListener::new(&window(), "pagehide", move |_| note_the_place(&journal, &open))
}

/// Lets the browser ask before the page goes away with work that is not saved.
pub(super) fn ask_before_leaving(unsaved: Rc<Cell<bool>>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, move |event| {
        if unsaved.get() {
            event.prevent_default();
        }
    })
}

fn target(event: &KeyboardEvent) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into::<Element>().ok())
}

/// Whether the focus is where one types.
pub(super) fn is_typing(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|target| view::is_field(&target))
}

/// Whether the focus is on a list of choices.
pub(super) fn is_choosing(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|target| target.matches("select").unwrap_or(false))
}

/// Whether the focus is on something that Enter works on.
pub(super) fn is_control(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|target| target.matches("button, a, summary").unwrap_or(false))
}
