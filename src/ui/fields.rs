//! Labelled form fields.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::shared::Send;
use crate::{
    app::{Field, Message},
    model::AnnotationId,
};

#[derive(Properties, PartialEq)]
pub(super) struct TextFieldProps {
    pub(super) label: String,
    pub(super) value: AttrValue,
    #[prop_or_default]
    pub(super) hint: Option<String>,
    #[prop_or_default]
    pub(super) id: Option<AttrValue>,
    /// Whether the text may have several lines.
    #[prop_or_default]
    pub(super) lines: bool,
    pub(super) oninput: Callback<String>,
}

/// A text, told letter by letter.
#[component]
pub(super) fn TextField(props: &TextFieldProps) -> Html {
    let oninput = props.oninput.reform(|event: InputEvent| text_of(&event));
    let (id, value, hint) = (props.id.clone(), props.value.clone(), props.hint.clone());
    html! {
        <label class="field">
            <span>{ &props.label }</span>
            if props.lines {
                <textarea {id} {value} placeholder={hint} rows="2" {oninput} />
            } else {
                <input type="text" {id} {value} placeholder={hint} {oninput} autocomplete="off" />
            }
        </label>
    }
}

fn text_of(event: &InputEvent) -> String {
    let target = event.target();
    let input = target.as_ref().and_then(|target| target.dyn_ref::<HtmlInputElement>()).map(HtmlInputElement::value);
    let area = || target.as_ref()?.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    input.or_else(area).unwrap_or_default()
}

/// The words of `text` with one blank between them and none around.
pub(super) fn single_blanks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tells the application that a field of this annotation changed.
pub(super) fn setter(
    send: &Send,
    id: &AnnotationId,
    make: impl Fn(String) -> Option<Field> + 'static,
) -> Callback<String> {
    let (send, id) = (send.clone(), id.clone());
    Callback::from(move |value| {
        if let Some(field) = make(value) {
            send.emit(Message::Edit(id.clone(), field));
        }
    })
}

#[derive(Properties, PartialEq)]
pub(super) struct ChoiceProps {
    pub(super) label: String,
    /// Values with the words for them.
    pub(super) options: Vec<(&'static str, String)>,
    pub(super) value: &'static str,
    pub(super) onchoice: Callback<String>,
}

/// One of several values.
#[component]
pub(super) fn Choice(props: &ChoiceProps) -> Html {
    let onchange = props.onchoice.reform(|event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        select.map(|select| select.value()).unwrap_or_default()
    });
    html! {
        <label class="field">
            <span>{ &props.label }</span>
            <select {onchange}>
                for (value, words) in props.options.iter() {
                    <option value={*value} selected={*value == props.value}>{ words }</option>
                }
            </select>
        </label>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct DateFieldProps {
    pub(super) label: String,
    /// The day as `2031-03-12`, or nothing.
    pub(super) value: String,
    pub(super) onday: Callback<String>,
}

/// A day.
#[component]
pub(super) fn DateField(props: &DateFieldProps) -> Html {
    let onchange = props.onday.reform(|event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        input.map(|input| input.value()).unwrap_or_default()
    });
    html! {
        <label class="field">
            <span>{ &props.label }</span>
            <input type="date" value={props.value.clone()} {onchange} />
        </label>
    }
}
