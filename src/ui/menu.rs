//! A button with a menu below it.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusEvent, HtmlElement, Node};
use yew::prelude::*;

use super::{paper::elements, view::focus_in_place};

/// An item of a menu.
#[derive(Clone, PartialEq)]
pub(super) struct MenuItem {
    pub(super) label: String,
    /// What else there is to say of it.
    pub(super) hint: Option<String>,
    pub(super) onchoice: Callback<()>,
}

#[derive(Properties, PartialEq)]
pub(super) struct MenuProps {
    /// What the button and the menu are called.
    pub(super) label: String,
    /// What the button shows instead of its name.
    #[prop_or_default]
    pub(super) sign: Option<&'static str>,
    #[prop_or_default]
    pub(super) class: &'static str,
    pub(super) items: Vec<MenuItem>,
    /// Told when the menu opens and closes, for items that are only made while it is open.
    #[prop_or_default]
    pub(super) onopen: Callback<bool>,
}

/// Opened, the first item has the focus; the arrows go through the items, Escape closes.
#[component]
pub(super) fn Menu(props: &MenuProps) -> Html {
    let open = use_state(|| false);
    let (place, button, menu) = (use_node_ref(), use_node_ref(), use_node_ref());
    {
        let menu = menu.clone();
        use_effect_with(*open, move |open| {
            if *open {
                focus_item(&menu, |_, _| 0);
            }
        });
    }
    let set = {
        let (open, onopen) = (open.clone(), props.onopen.clone());
        move |opens: bool| {
            if *open != opens {
                open.set(opens);
                onopen.emit(opens);
            }
        }
    };
    let toggle = {
        let (is_open, set) = (*open, set.clone());
        Callback::from(move |_: MouseEvent| set(!is_open))
    };
    let close = {
        let (set, button) = (set.clone(), button.clone());
        move || {
            // Browsers scroll to what gets the focus, even to what is always in sight.
            if let Some(button) = button.cast::<HtmlElement>() {
                focus_in_place(&button);
            }
            set(false);
        }
    };
    let onkeydown = {
        let (is_open, menu, close) = (*open, menu.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| {
            if !is_open {
                return;
            }
            match event.key().as_str() {
                "Escape" => close(),
                "ArrowDown" => focus_item(&menu, |at, all| (at + 1) % all),
                "ArrowUp" => focus_item(&menu, |at, all| (at + all - 1) % all),
                "Home" => focus_item(&menu, |_, _| 0),
                "End" => focus_item(&menu, |_, all| all - 1),
                _ => return,
            }
            event.stop_propagation();
            event.prevent_default();
        })
    };
    let onfocusout = {
        let place = place.clone();
        Callback::from(move |event: FocusEvent| {
            let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            if !place.cast::<Node>().is_some_and(|place| place.contains(next.as_ref())) {
                set(false);
            }
        })
    };
    let item = |item: &MenuItem| {
        let (close, onchoice) = (close.clone(), item.onchoice.clone());
        let onclick = move |_: MouseEvent| {
            close();
            onchoice.emit(());
        };
        html! {
            <div class="menu-item" role="none">
                <button role="menuitem" {onclick} aria-description={item.hint.clone()}>{ &item.label }</button>
                if let Some(hint) = &item.hint {
                    <small aria-hidden="true">{ hint }</small>
                }
            </div>
        }
    };
    let name = props.sign.map(|_| props.label.clone());
    html! {
        <div class="menu-place" ref={place} {onkeydown} {onfocusout}>
            <button ref={button} class={props.class} aria-haspopup="menu" aria-expanded={open.to_string()} onclick={toggle}
                aria-label={name.clone()} title={name} aria-disabled={props.items.is_empty().then_some("true")}>
                { props.sign.map_or_else(|| props.label.clone(), str::to_owned) }
            </button>
            if *open && !props.items.is_empty() {
                <div ref={menu} class="menu" role="menu" aria-label={props.label.clone()}>
                    for entry in props.items.iter() {
                        { item(entry) }
                    }
                </div>
            }
        </div>
    }
}

/// Moves the focus to an item: `which` gives its number from that of the present one and the number of all.
fn focus_item(menu: &NodeRef, which: impl Fn(usize, usize) -> usize) {
    let Some(menu) = menu.cast::<Element>() else { return };
    let Ok(items) = menu.query_selector_all("[role=menuitem]") else { return };
    let items = elements(&items);
    let here = items.iter().position(|item| item.matches(":focus").unwrap_or(false));
    if let Some(item) = items.get(which(here.unwrap_or(0), items.len())).and_then(|item| item.dyn_ref::<HtmlElement>())
    {
        focus_in_place(item);
    }
}
