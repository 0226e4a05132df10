//! Labelled form fields. What a field cannot take is answered beside it, and stays there to be put right.

use std::cell::Cell;

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{i18n::use_catalog, shared::Send};
use crate::{
    app::{Field, Message},
    i18n::{Catalog, Text},
    model::{AnnotationId, Named},
};

/// How many characters of a passage its button shows.
pub(super) const EXCERPT_CHARS: usize = 60;

thread_local! {
    static FIELDS: Cell<u32> = const { Cell::new(0) };
}

/// An identifier for an element, the same for as long as the component is there.
#[hook]
fn use_id() -> AttrValue {
    let number = use_memo((), |()| {
        let number = FIELDS.get() + 1;
        FIELDS.set(number);
        number
    });
    format!("field-{number}").into()
}

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
    /// What is wrong with the text.
    #[prop_or_default]
    pub(super) error: Option<String>,
    pub(super) oninput: Callback<String>,
}

/// A text, told letter by letter.
#[component]
pub(super) fn TextField(props: &TextFieldProps) -> Html {
    let oninput = props.oninput.reform(|event: InputEvent| text_of(&event));
    let (id, value, hint) = (props.id.clone(), props.value.clone(), props.hint.clone());
    let error = use_id();
    let (invalid, described) = described(&error, props.error.is_some());
    html! {
        <div class="field">
            <label>
                <span>{ &props.label }</span>
                if props.lines {
                    <textarea {id} {value} placeholder={hint} rows="2" {oninput} aria-invalid={invalid}
                        aria-describedby={described} />
                } else {
                    <input type="text" {id} {value} placeholder={hint} {oninput} autocomplete="off"
                        aria-invalid={invalid} aria-describedby={described} />
                }
            </label>
            { wrong(error, props.error.clone()) }
        </div>
    }
}

/// How a field says that something is wrong with it, and where it is said what.
fn described(error: &AttrValue, is_wrong: bool) -> (Option<&'static str>, Option<AttrValue>) {
    (is_wrong.then_some("true"), is_wrong.then(|| error.clone()))
}

/// What is wrong with a field.
fn wrong(id: AttrValue, error: Option<String>) -> Html {
    html! {
        if let Some(error) = error {
            <p class="error" role="alert" {id}>{ error }</p>
        }
    }
}

fn text_of(event: &InputEvent) -> String {
    let target = event.target();
    let input = target.as_ref().and_then(|target| target.dyn_ref::<HtmlInputElement>()).map(HtmlInputElement::value);
    let area = || target.as_ref()?.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    input.or_else(area).unwrap_or_default()
}

/// The beginning of some words, where they are more than so many characters.
pub(super) fn excerpt(words: &str, max_chars: usize) -> String {
    match words.char_indices().nth(max_chars) {
        Some((end, _)) => format!("{} …", words[..end].trim_end()),
        None => words.to_owned(),
    }
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
pub(super) struct ListFieldProps {
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) values: Vec<String>,
    pub(super) separator: &'static str,
    /// What is wrong with a text, if anything is.
    #[prop_or_default]
    pub(super) check: Option<Callback<String, Option<Text>>>,
    pub(super) onlist: Callback<String>,
}

/// Several values in one field. What is typed stays as typed (a comma at the end, say) for as long as it means the
/// values that are kept, or cannot be kept.
#[component]
pub(super) fn ListField(props: &ListFieldProps) -> Html {
    let catalog = use_catalog();
    let typed = use_state(|| props.values.join(props.separator));
    let separator = props.separator.trim_matches(' ');
    let error = props.check.as_ref().and_then(|check| check.emit((*typed).clone()));
    let meant: Vec<&str> = typed.split(separator).map(str::trim).filter(|value| !value.is_empty()).collect();
    let as_typed = error.is_some() || meant == props.values;
    let value = if as_typed { (*typed).clone() } else { props.values.join(props.separator) };
    let oninput = {
        let (typed, onlist, check) = (typed.setter(), props.onlist.clone(), props.check.clone());
        move |text: String| {
            typed.set(text.clone());
            if check.as_ref().is_none_or(|check| check.emit(text.clone()).is_none()) {
                onlist.emit(text);
            }
        }
    };
    html! {
        <TextField label={props.label.clone()} hint={props.hint.clone()} {value} lines={separator == "\n"}
            error={error.map(|error| catalog.text(error))} {oninput} />
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ChoiceProps {
    pub(super) label: String,
    /// Values with the words for them.
    pub(super) options: Vec<(AttrValue, String)>,
    pub(super) value: AttrValue,
    #[prop_or_default]
    pub(super) id: Option<AttrValue>,
    pub(super) onchoice: Callback<String>,
}

/// One of several values.
#[component]
pub(super) fn Choice(props: &ChoiceProps) -> Html {
    let onchange = props.onchoice.reform(|event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        select.map(|select| select.value()).unwrap_or_default()
    });
    let select = use_node_ref();
    {
        let select = select.clone();
        // Set where it is another one only: when an option is chosen in this way, Chromium searches the whole page.
        use_effect_with((props.value.clone(), props.options.clone()), move |(value, _)| {
            if let Some(select) = select.cast::<HtmlSelectElement>().filter(|select| select.value() != *value) {
                select.set_value(value);
            }
        });
    }
    html! {
        <label class="field">
            <span>{ &props.label }</span>
            <select ref={select} id={props.id.clone()} {onchange}>
                for (value, words) in props.options.iter() {
                    <option value={value.clone()}>{ words }</option>
                }
            </select>
        </label>
    }
}

/// The values of `T` with the words for them.
pub(super) fn options<T: Named>(catalog: &Catalog, prefix: &'static str) -> Vec<(AttrValue, String)> {
    T::ALL.iter().map(|value| (value.name().into(), catalog.text(Text::named(prefix, value.name())))).collect()
}

#[derive(Properties, PartialEq)]
pub(super) struct DateFieldProps {
    pub(super) label: String,
    /// The day as `2031-03-12`, or nothing.
    pub(super) value: String,
    pub(super) onday: Callback<String>,
}

/// A day. One that does not exist is answered, and changes nothing.
#[component]
pub(super) fn DateField(props: &DateFieldProps) -> Html {
    let catalog = use_catalog();
    let is_wrong = use_state(|| false);
    let look = {
        let (is_wrong, kept, onday) = (is_wrong.setter(), props.value.clone(), props.onday.clone());
        move |input: HtmlInputElement, is_changed: bool| {
            let (bad, day) = (input.validity().bad_input(), input.value());
            let is_other = !bad && day != kept;
            // Who leaves the field after a bad day still reads why the one before is in it again.
            if bad || is_other || is_changed {
                is_wrong.set(bad);
            }
            if is_other {
                onday.emit(day);
            }
        }
    };
    let input = |event: &Event| event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let onchange = {
        let look = look.clone();
        move |event: Event| input(&event).into_iter().for_each(|input| look(input, true))
    };
    // Between two days that do not exist nothing changes for the browser, and WebKit tells of a change only after this.
    let onblur = move |event: FocusEvent| input(&event).into_iter().for_each(|input| look(input, false));
    let error = use_id();
    let (invalid, described) = described(&error, *is_wrong);
    html! {
        <div class="field">
            <label>
                <span>{ &props.label }</span>
                <input type="date" value={props.value.clone()} {onchange} {onblur} aria-invalid={invalid}
                    aria-describedby={described} />
            </label>
            { wrong(error, is_wrong.then(|| catalog.text("error-no-such-day"))) }
        </div>
    }
}
