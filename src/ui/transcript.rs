//! The region of the transcript: what keys and pointers do in it. What is in it is drawn by `paper`.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::Element;
use yew::prelude::*;

use super::{
    i18n::use_catalog,
    paper::{self, Sheet},
    pointing::use_pointing,
    selection::{self, Step},
    shared::{Send, Shared},
    view::{self, TRANSCRIPT_ID},
};
use crate::{
    app::{BlockMarks, Entry, Message, Panel},
    model::{AnnotationId, Codebook, SpeakerIndex, Transcript, TurnIndex},
    platform::window,
};

#[derive(Properties, PartialEq)]
pub(super) struct TranscriptViewProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) codebook: Shared<Codebook>,
    pub(super) marks: Shared<[Rc<BlockMarks>]>,
    /// The chosen annotation.
    pub(super) active: Option<Shared<Entry>>,
    pub(super) marks_hidden: bool,
    /// Whose turns alone are shown.
    pub(super) only: Option<SpeakerIndex>,
    pub(super) send: Send,
}

#[component]
pub(super) fn TranscriptView(props: &TranscriptViewProps) -> Html {
    let catalog = use_catalog();
    let onkeydown =
        use_callback((props.transcript.clone(), props.send.clone()), |event: KeyboardEvent, (transcript, send)| {
            let Some(step) = step_of(&event) else { return };
            event.prevent_default();
            selection::step(transcript, step);
            selection::follow();
            if step.extends {
                send.emit(Message::Selected(selection::selected(transcript)));
                send.emit(Message::ToTheLetter(event.alt_key()));
            }
        });
    // Browsers scroll to the beginning of what gets the focus, and this begins at the top. Who comes back goes on at
    // the caret.
    let onfocusin = use_callback((), |event: FocusEvent, ()| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.id() == TRANSCRIPT_ID) {
            view::stay(selection::follow);
        }
    });
    let onpointerdown = use_pointing(&props.transcript, &props.send);
    let onclick = use_callback(props.send.clone(), |event: MouseEvent, send| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let correct =
            target.as_ref().and_then(|target| target.closest("button.correct").ok()??.closest("article").ok()?);
        if let Some(turn) = correct.and_then(|turn| turn.get_attribute("data-turn")?.parse().ok()) {
            return send.emit(Message::Show(Some(Panel::Turn(TurnIndex(turn)))));
        }
        // A click that ends a selection is not a click on a mark.
        let selects = window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
        if let (Some(id), false) = (target.and_then(|target| clicked(&target)), selects) {
            send.emit(Message::Activate(Some(id)));
        }
    });
    let region = use_node_ref();
    let sheet = Sheet {
        catalog: catalog.clone(),
        transcript: props.transcript.clone(),
        codebook: props.codebook.clone(),
        marks: props.marks.clone(),
        active: props.active.clone(),
        only: props.only,
        marks_hidden: props.marks_hidden,
    };
    // Drawn while the others are: what they do once the page is drawn (painting what was found, scrolling) finds it
    // there. Only the first time the region itself has to come before.
    if let Some(region) = region.cast::<Element>() {
        paper::show(&region, sheet.clone());
    }
    {
        let region = region.clone();
        use_effect_with((), move |()| {
            if let Some(region) = region.cast::<Element>() {
                paper::show(&region, sheet);
            }
            paper::clear
        });
    }
    // It is busy until `paper` has drawn all of it; the style sheet shows the bar for as long.
    html! {
        <>
            <section ref={region} id={TRANSCRIPT_ID} class={classes!("transcript", props.marks_hidden.then_some("plain"))} role="region"
                aria-label={catalog.text("transcript")} aria-busy="true" lang={props.transcript.language.tag()} tabindex="0"
                {onkeydown} {onfocusin} {onpointerdown} {onclick} />
            <progress class="drawing" aria-label={catalog.text("loading")} />
        </>
    }
}

/// The annotation meant by a click: the innermost there, or, where one of those there is chosen already, the next one
/// outward, and behind the outermost the innermost again.
fn clicked(target: &Element) -> Option<AnnotationId> {
    let mut marks = Vec::new();
    let mut next = target.closest("mark[data-annotation]").ok().flatten();
    while let Some(mark) = next {
        next = mark.parent_element().and_then(|parent| parent.closest("mark[data-annotation]").ok().flatten());
        marks.push(mark);
    }
    let chosen = marks.iter().position(|mark| mark.matches(".active").unwrap_or(false));
    let mark = marks.get(chosen.map_or(0, |at| at + 1)).or(marks.first())?;
    mark.get_attribute("data-annotation")?.parse().ok()
}

/// Which way a key moves the caret. Everything else stays the browser's.
fn step_of(event: &KeyboardEvent) -> Option<Step> {
    // With Alt alone browsers go back and forward.
    if event.alt_key() && !event.shift_key() || event.meta_key() {
        return None;
    }
    let far = event.ctrl_key();
    let (forward, unit) = match event.key().as_str() {
        "ArrowLeft" => (false, if far { "word" } else { "character" }),
        "ArrowRight" => (true, if far { "word" } else { "character" }),
        "ArrowUp" => (false, if far { "paragraph" } else { "line" }),
        "ArrowDown" => (true, if far { "paragraph" } else { "line" }),
        "Home" => (false, if far { "documentboundary" } else { "lineboundary" }),
        "End" => (true, if far { "documentboundary" } else { "lineboundary" }),
        "PageUp" => (false, "page"),
        "PageDown" => (true, "page"),
        _ => return None,
    };
    Some(Step { forward, unit, extends: event.shift_key() })
}
