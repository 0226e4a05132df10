//! The panel in which one looks for something.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    i18n::use_catalog,
    kinds, selection,
    shared::{Send, Shared},
    view::FIND_ID,
};
use crate::{
    app::{BlockMarks, MAX_MARKED, Message, Search},
    i18n::{Catalog, Text},
    model::{Codebook, Transcript},
    text::PatternError,
};
/// The id of the sentence that says what is wrong.
const ERROR_ID: &str = "find-error";

#[derive(Properties, PartialEq)]
pub(super) struct FindProps {
    pub(super) search: Search,
    pub(super) transcript: Shared<Transcript>,
    /// With other marks the text is drawn anew, and what was found is painted anew.
    pub(super) marks: Shared<[Rc<BlockMarks>]>,
    pub(super) codebook: Shared<Codebook>,
    pub(super) send: Send,
}

#[component]
pub(super) fn Find(props: &FindProps) -> Html {
    let catalog = use_catalog();
    let search = &props.search;
    use_effect_with(
        (props.transcript.clone(), Shared(search.places.clone()), search.current, props.marks.clone()),
        |(transcript, places, current, _)| {
            selection::paint_found(transcript, places, *current);
            selection::clear_found
        },
    );
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.select();
            }
        });
    }
    let oninput = {
        let (send, is_pattern) = (props.send.clone(), search.is_pattern);
        move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            send.emit(Message::Find(field.value(), is_pattern));
        }
    };
    let onkeydown = {
        let send = props.send.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.ctrl_key() && !event.meta_key() {
                event.prevent_default();
                event.stop_propagation();
                send.emit(Message::FindStep(!event.shift_key()));
            }
        }
    };
    let pattern = {
        let (query, wanted) = (search.query.clone(), !search.is_pattern);
        props.send.reform(move |_: Event| Message::Find(query.clone(), wanted))
    };
    let act = |message: Message| props.send.reform(move |_: MouseEvent| message.clone());
    let error = search.error.as_ref().map(|error| told(&catalog, error));
    let nothing = search.places.is_empty().then_some("true");
    let (next, previous, close) =
        (catalog.text("find-next"), catalog.text("find-previous"), catalog.text("find-close"));
    html! {
        <div class="find" role="search" aria-label={catalog.text("find")}>
            <div class="find-line">
                <input ref={field} id={FIND_ID} type="search" value={search.query.clone()} {oninput} {onkeydown}
                    aria-label={catalog.text("find-field")} placeholder={catalog.text("find-field")} autocomplete="off"
                    spellcheck="false" aria-invalid={error.as_ref().map(|_| "true")}
                    aria-describedby={error.as_ref().map(|_| ERROR_ID)} />
                <button class="icon" onclick={act(Message::FindStep(false))} aria-label={previous.clone()} title={previous}
                    aria-disabled={nothing}>{ "↑" }</button>
                <button class="icon" onclick={act(Message::FindStep(true))} aria-label={next.clone()} title={next}
                    aria-disabled={nothing}>{ "↓" }</button>
                <button class="icon" onclick={act(Message::CloseSearch)} aria-label={close.clone()} title={close}>{ "×" }</button>
            </div>
            if let Some(error) = error {
                <p id={ERROR_ID} class="error" role="alert">{ error }</p>
            }
            <div class="find-line">
                <label class="check">
                    <input type="checkbox" checked={search.is_pattern} onchange={pattern} />
                    { catalog.text("find-pattern") }
                </label>
                <span role="status" class="count">{ count(&catalog, search) }</span>
                if !search.places.is_empty() {
                    { mark_all(&catalog, props) }
                }
            </div>
        </div>
    }
}

/// How many places there are, and which is shown.
fn count(catalog: &Catalog, search: &Search) -> String {
    let Some(annotations) = search.annotations.as_ref().map(|found| found.len()) else { return String::new() };
    let text = match search.current {
        Some(current) => Text::new("find-count").with("current", current + 1).with("all", search.places.len()),
        None => Text::new("find-nothing"),
    };
    format!("{} · {}", catalog.text(text), catalog.text(Text::new("find-annotations").with("count", annotations)))
}

/// A button for each kind that marks every place as it.
fn mark_all(catalog: &Catalog, props: &FindProps) -> Html {
    if props.search.places.len() > MAX_MARKED {
        return html! { <small>{ catalog.text(Text::new("found-too-many").with("limit", MAX_MARKED)) }</small> };
    }
    let act = |message: Message| props.send.reform(move |_: MouseEvent| message.clone());
    html! {
        <span class="mark-all" role="group" aria-label={catalog.text("find-mark")}>
            <small>{ catalog.text("find-mark") }</small>
            for kind in kinds::all(&props.codebook) {
                <button data-kind={kind.to_string()} data-colour={kinds::colour(&props.codebook, &kind)}
                    onclick={act(Message::MarkFound(kind.clone()))}>
                    { kinds::name(catalog, &props.codebook, &kind) }
                </button>
            }
        </span>
    }
}

fn told(catalog: &Catalog, error: &PatternError) -> String {
    catalog.text(match error {
        PatternError::Syntax(told) => Text::new("find-bad-pattern").with("told", told.as_str()),
        PatternError::TooLarge => Text::new("find-large-pattern"),
    })
}
