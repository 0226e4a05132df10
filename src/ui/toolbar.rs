//! The toolbar beside the selection, and the caret of the keyboard.

use gloo_events::EventListener;
use web_sys::{Element, EventTarget, HtmlElement};
use yew::prelude::*;

use super::{
    frame::NextFrame,
    i18n::use_catalog,
    kinds, selection,
    shared::{Send, Shared},
};
use crate::{
    app::{Command, Keymap, Message, PassageEdit},
    i18n::Catalog,
    model::{AnnotationId, Codebook, ItemCorrection, Kind},
    platform::{document, window},
    text::ReadingSpan,
};

#[derive(Properties, PartialEq)]
pub(super) struct ToolbarProps {
    pub(super) selection: Option<ReadingSpan>,
    /// Whether the chair says the selected words.
    pub(super) in_chair: bool,
    /// The annotation chosen, to which the words can be added.
    pub(super) active: Option<AnnotationId>,
    pub(super) codebook: Shared<Codebook>,
    pub(super) keymap: Keymap,
    pub(super) send: Send,
}

/// Stands in the margin at the height of the selection's moving end, where it hides no words; on a narrow screen at
/// the lower edge.
#[component]
pub(super) fn Toolbar(props: &ToolbarProps) -> Html {
    let catalog = use_catalog();
    let (place, toolbar) = (use_node_ref(), use_node_ref());
    {
        let (place, toolbar) = (place.clone(), toolbar.clone());
        use_effect_with(props.selection, move |selection| {
            if selection.is_none() {
                return;
            }
            let column = place.cast::<Element>().map(|place| place.get_bounding_client_rect().top());
            if let (Some(column), Some(rect)) = (column, selection::focus_rect()) {
                set_style(&toolbar, &[("top", rect.top - column)]);
            }
        });
    }
    // A press on a button must not take the selection away before the click arrives.
    let keep = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="toolbar-place" ref={place}>
            if props.selection.is_some() {
                <div ref={toolbar} class="toolbar" role="toolbar" aria-label={catalog.text("annotate")} onmousedown={keep}>
                    for kind in kinds::all(&props.codebook) {
                        { mark_button(&catalog, props, kind) }
                    }
                    if let Some(id) = &props.active {
                        { act_button(&catalog, props, "add-piece", &Command::AddPiece, Message::Passages(id.clone(), PassageEdit::AddPiece)) }
                        { act_button(&catalog, props, "add-mention", &Command::AddMention, Message::Passages(id.clone(), PassageEdit::AddMention)) }
                    }
                    { act_button(&catalog, props, "whole-sentence", &Command::Sentence, Message::SelectSentence) }
                    { act_button(&catalog, props, "turn-here", &Command::BeginTurn, Message::BeginTurn) }
                    if props.in_chair {
                        <button class="act" onclick={props.send.reform(|_: MouseEvent| Message::ItemHere(ItemCorrection::Item))}>
                            { catalog.text("closing-item-here") }
                        </button>
                    }
                </div>
            }
        </div>
    }
}

/// The button that marks the selected words as this kind.
fn mark_button(catalog: &Catalog, props: &ToolbarProps, kind: Kind) -> Html {
    let key = props.keymap.key_of_kind(&props.codebook, &kind);
    let name = kinds::name(catalog, &props.codebook, &kind);
    let (data_kind, colour) = (kind.to_string(), kinds::colour(&props.codebook, &kind));
    let onclick = props.send.reform(move |_: MouseEvent| Message::Mark(kind.clone()));
    html! {
        <button key={data_kind.clone()} data-kind={data_kind} data-colour={colour} aria-keyshortcuts={key.clone()} {onclick}>
            { name }
            if let Some(key) = key {
                <kbd aria-hidden="true">{ key }</kbd>
            }
        </button>
    }
}

/// A button that does something else with the selected words; its label is also its class.
fn act_button(catalog: &Catalog, props: &ToolbarProps, label: &'static str, command: &Command, act: Message) -> Html {
    let onclick = props.send.reform(move |_: MouseEvent| act.clone());
    let (words, key) = (catalog.text(label), props.keymap.hint(command));
    html! {
        <button class={classes!("act", label)} aria-keyshortcuts={key.clone()} {onclick}>
            { words }
            if let Some(key) = key {
                <kbd aria-hidden="true">{ key }</kbd>
            }
        </button>
    }
}

/// Sets lengths in CSS pixels through the object model: the page's policy allows no style attributes.
fn set_style(element: &NodeRef, lengths: &[(&str, f64)]) {
    let Some(element) = element.cast::<HtmlElement>() else { return };
    for (property, length) in lengths {
        let _ = element.style().set_property(property, &format!("{length}px"));
    }
}

/// A caret, drawn because browsers draw none in a text that cannot be edited. It is there while the transcript has
/// the focus by keyboard and nothing is selected.
#[component]
pub(super) fn Caret() -> Html {
    let caret = use_node_ref();
    {
        let caret = caret.clone();
        use_effect_with((), move |()| {
            let look = move || {
                let by_keyboard = document().query_selector("#transcript:focus-visible").ok().flatten().is_some();
                let place = selection::caret().filter(|_| by_keyboard);
                if let Some(caret) = caret.cast::<HtmlElement>() {
                    caret.set_hidden(place.is_none());
                }
                if let Some(rect) = place {
                    let (x, y) = (window().scroll_x().unwrap_or_default(), window().scroll_y().unwrap_or_default());
                    let height = rect.bottom - rect.top;
                    set_style(&caret, &[("left", rect.left + x), ("top", rect.top + y), ("height", height)]);
                }
            };
            // Some of these come together, and to look has the browser lay out the page.
            let next = NextFrame::default();
            let listen = |to: &EventTarget, event: &'static str| {
                let (look, next) = (look.clone(), next.clone());
                EventListener::new(to, event, move |_| next.run(look.clone()))
            };
            let mut listeners = vec![listen(&window(), "resize")];
            listeners.extend(["selectionchange", "focusin", "focusout"].map(|event| listen(&document(), event)));
            move || drop(listeners)
        });
    }
    html! { <div ref={caret} class="caret" aria-hidden="true" hidden=true /> }
}
