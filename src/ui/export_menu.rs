//! The menu behind Export.

use wasm_bindgen::JsCast as _;
use web_sys::{FocusEvent, HtmlElement, Node};
use yew::prelude::*;

use super::{i18n::use_catalog, shared::Send};
use crate::app::Message;

#[derive(Properties, PartialEq)]
pub(super) struct ExportMenuProps {
    pub(super) send: Send,
}

#[component]
pub(super) fn ExportMenu(props: &ExportMenuProps) -> Html {
    let catalog = use_catalog();
    let open = use_state(|| false);
    let (button, first) = (use_node_ref(), use_node_ref());
    {
        let first = first.clone();
        use_effect_with(*open, move |open| {
            if let (true, Some(item)) = (*open, first.cast::<HtmlElement>()) {
                let _ = item.focus();
            }
        });
    }
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onkeydown = {
        let (open, button) = (open.clone(), button.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *open {
                event.stop_propagation();
                event.prevent_default();
                open.set(false);
                if let Some(button) = button.cast::<HtmlElement>() {
                    let _ = button.focus();
                }
            }
        })
    };
    let place = use_node_ref();
    let onfocusout = {
        let (open, place) = (open.clone(), place.clone());
        Callback::from(move |event: FocusEvent| {
            let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            let stays = place.cast::<Node>().is_some_and(|place| place.contains(next.as_ref()));
            if !stays {
                open.set(false);
            }
        })
    };
    let json = {
        let (open, send, button) = (open.clone(), props.send.clone(), button.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(button) = button.cast::<HtmlElement>() {
                let _ = button.focus();
            }
            open.set(false);
            send.emit(Message::Export);
        })
    };
    html! {
        <div class="menu-place" ref={place} {onkeydown} {onfocusout}>
            <button ref={button} class="primary" aria-haspopup="menu" aria-expanded={open.to_string()} onclick={toggle}>
                { catalog.text("export") }
            </button>
            if *open {
                <div class="menu" role="menu" aria-label={catalog.text("export")}>
                    <button ref={first} role="menuitem" onclick={json} aria-label={catalog.text("export-json")}>
                        { catalog.text("export-json") }
                        <small>{ catalog.text("export-json-hint") }</small>
                    </button>
                </div>
            }
        </div>
    }
}
