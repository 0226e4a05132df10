//! What mouse and finger do in the transcript: a selection is stretched to whole words when it is done, and the edges
//! of the chosen annotation can be dragged.

use std::{cell::Cell, rc::Rc};

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::{
    selection,
    shared::{Send, Shared},
};
use crate::{
    app::{Edge, Message, PassageEdit},
    model::{AnnotationId, Transcript},
    platform::window,
    text::{Byte, ReadingSpan},
};

/// The transcript has this attribute while an edge is dragged.
const DRAGGING: &str = "data-dragging";

/// An edge on its way.
#[derive(Clone, Debug)]
struct Drag {
    id: AnnotationId,
    edge: Edge,
    /// The piece as it was.
    piece: ReadingSpan,
    /// How far below the middle of its line the edge was taken, in CSS pixels: a finger hides what it points at.
    below: f64,
}

impl Drag {
    /// The edge that was pressed, if one was.
    fn begin(event: &PointerEvent) -> Option<Self> {
        let handle = event.target()?.dyn_into::<Element>().ok()?.closest("[data-edge]").ok()??;
        let byte = |name: &str| handle.get_attribute(name)?.parse::<usize>().ok();
        let (start, end) = byte("data-start").zip(byte("data-end")).filter(|(start, end)| start < end)?;
        let line = handle.get_bounding_client_rect();
        Some(Self {
            id: handle.closest("mark").ok()??.get_attribute("data-annotation")?.parse().ok()?,
            edge: if handle.get_attribute("data-edge")? == "begin" { Edge::Begin } else { Edge::End },
            piece: ReadingSpan::new(start..end),
            below: f64::from(event.client_y()) - f64::midpoint(line.top(), line.bottom()),
        })
    }

    /// The byte of the reading text to which the pointer has brought the edge.
    fn place(&self, transcript: &Transcript, event: &PointerEvent) -> Option<Byte> {
        selection::at_point(transcript, f64::from(event.client_x()), f64::from(event.client_y()) - self.below)
    }

    /// Shows what the piece would be.
    fn show(&self, transcript: &Transcript, to: Byte) {
        let (from, to) = match self.edge {
            Edge::Begin => (to, self.piece.end()),
            Edge::End => (self.piece.start(), to),
        };
        if from < to {
            selection::select(transcript, ReadingSpan::new(from.index()..to.index()));
        }
    }
}

/// Listens to presses on the transcript.
#[hook]
pub(super) fn use_pointing(transcript: &Shared<Transcript>, send: &Send) -> Callback<PointerEvent> {
    // Kept until the next press, since dropping a listener ends it.
    let listeners = use_mut_ref(Vec::<EventListener>::new);
    use_callback((transcript.clone(), send.clone()), move |event: PointerEvent, (transcript, send)| {
        super::view::tab_is_over();
        let region = event.current_target().and_then(|region| region.dyn_into::<Element>().ok());
        *listeners.borrow_mut() = match (Drag::begin(&event), region) {
            (Some(drag), Some(region)) => {
                // The press is not the beginning of a selection.
                event.prevent_default();
                follow_drag(drag, region, transcript, send)
            }
            _ if event.pointer_type() == "mouse" && event.button() == 0 => vec![end_selection(transcript, send)],
            _ => Vec::new(),
        };
    })
}

/// When the button is let go, whole words are selected, unless Alt is held.
fn end_selection(transcript: &Shared<Transcript>, send: &Send) -> EventListener {
    let (transcript, send) = (transcript.clone(), send.clone());
    EventListener::once(&window(), "pointerup", move |event| {
        let selected = selection::selected(&transcript);
        if selected.is_some() {
            let to_the_letter = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.alt_key());
            // The browser tells of the last change in its own time.
            send.emit(Message::Selected(selected));
            send.emit(if to_the_letter { Message::ToTheLetter(true) } else { Message::WholeWords });
        }
    })
}

/// Listens until the edge is let go: shows where it is, and takes it there at the end.
fn follow_drag(drag: Drag, region: Element, transcript: &Shared<Transcript>, send: &Send) -> Vec<EventListener> {
    let _ = region.set_attribute(DRAGGING, "");
    // A listener cannot drop itself: once the edge was let go, those that are left do nothing.
    let done = Rc::new(Cell::new(false));
    let on = |name: &'static str, act: Box<dyn Fn(&PointerEvent)>| {
        let done = done.clone();
        EventListener::new(&window(), name, move |event| {
            if let (Some(event), false) = (event.dyn_ref(), done.get()) {
                act(event);
            }
        })
    };
    let finish = {
        let done = done.clone();
        move || {
            let _ = region.remove_attribute(DRAGGING);
            selection::clear();
            done.set(true);
        }
    };
    let moved = {
        let (drag, transcript) = (drag.clone(), transcript.clone());
        move |event: &PointerEvent| {
            if let Some(to) = drag.place(&transcript, event) {
                drag.show(&transcript, to);
            }
        }
    };
    let released = {
        let (transcript, send, finish) = (transcript.clone(), send.clone(), finish.clone());
        move |event: &PointerEvent| {
            let to = drag.place(&transcript, event);
            finish();
            if let Some(to) = to {
                let edit = PassageEdit::MoveEdge { piece: drag.piece, edge: drag.edge, to, exact: event.alt_key() };
                send.emit(Message::Passages(drag.id.clone(), edit));
            }
        }
    };
    let stay_put = {
        let (options, done) = (EventListenerOptions::enable_prevent_default(), done.clone());
        EventListener::new_with_options(&window(), "touchmove", options, move |event| {
            // The page is not to be scrolled by the finger that drags.
            if !done.get() {
                event.prevent_default();
            }
        })
    };
    vec![
        on("pointermove", Box::new(moved)),
        on("pointerup", Box::new(released)),
        on("pointercancel", Box::new(move |_| finish())),
        stay_put,
    ]
}
