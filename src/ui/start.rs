//! The start page: paste, choose a file, the sample, and what is in this browser already.

use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, DragEvent, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{
    dialogs::DeleteQuestion,
    i18n::{date, use_catalog},
    shared::{Send, Shared},
    view::{HEADING_ID, INPUT_ID, listed_id},
};
use crate::{
    app::{Message, Panel, Route, better_than_plain},
    i18n::{Catalog, Lang, Text},
    journal::{Card, Usage},
    model::ProjectId,
    platform,
};

/// Larger files are not even read, in bytes.
const MAX_READ: f64 = 128.0 * 1024.0 * 1024.0;

#[derive(Properties, PartialEq)]
pub(super) struct StartProps {
    pub(super) cards: Shared<[(ProjectId, Option<Card>)]>,
    /// What takes the room of the store.
    pub(super) usage: Usage,
    pub(super) asking: Option<ProjectId>,
    /// Why something is not saved.
    pub(super) unsaved: Option<String>,
    pub(super) send: Send,
}

#[component]
pub(super) fn Start(props: &StartProps) -> Html {
    let catalog = use_catalog();
    let over = use_state(|| false);
    let ondragover = {
        let over = over.setter();
        move |event: DragEvent| {
            event.prevent_default();
            over.set(true);
        }
    };
    let ondragleave = {
        let over = over.setter();
        move |_: DragEvent| over.set(false)
    };
    let ondrop = {
        let (over, send) = (over.setter(), props.send.clone());
        move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
                read(file, send.clone());
            }
        }
    };
    let help = props.send.reform(|_: MouseEvent| Message::Show(Some(Panel::Help)));
    let asked = props.asking.as_ref().map(|id| (id.clone(), title_of(&catalog, &props.cards, id)));
    html! {
        <>
            <header class="bar">
                <span class="brand">{ catalog.text("app-name") }</span>
                <span class="meeting" />
                <span role="status" class="status failed" hidden={props.unsaved.is_none()}>{ props.unsaved.clone() }</span>
                <button class="icon" aria-label={catalog.text("help")} title={catalog.text("help")} onclick={help}
                    aria-keyshortcuts="?">{ "?" }</button>
                <LanguageChoice send={props.send.clone()} />
            </header>
            <main class={classes!("start", over.then_some("over"))} {ondragover} {ondragleave} {ondrop}>
                <h1 id={HEADING_ID} tabindex="-1">{ catalog.text("app-tagline") }</h1>
                <Paste send={props.send.clone()} />
                <p class="drop" aria-hidden="true">{ catalog.text("drop-here") }</p>
                if props.cards.is_empty() {
                    { how_it_works(&catalog) }
                } else {
                    { transcripts(&catalog, props) }
                }
                <p class="privacy">
                    { catalog.text("start-privacy") }
                    if !platform::is_one_file() {
                        { " " }<a href="griffier.html" download="griffier.html">{ catalog.text("start-one-file") }</a>
                    }
                </p>
            </main>
            if let Some((id, title)) = asked {
                <DeleteQuestion {id} {title} send={props.send.clone()} />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct PasteProps {
    send: Send,
}

/// The textbox, the buttons, the file.
#[component]
fn Paste(props: &PasteProps) -> Html {
    let catalog = use_catalog();
    let area = use_node_ref();
    // A textbox makes every line end LF. What was pasted is kept as it came.
    let pasted = use_mut_ref(String::new);
    let onpaste = {
        let (area, pasted) = (area.clone(), pasted.clone());
        move |event: Event| {
            let clipboard = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            let data = |kind| clipboard.as_ref().and_then(|data| data.get_data(kind).ok()).unwrap_or_default();
            let replaced = area.cast::<HtmlTextAreaElement>().filter(|area| {
                let length = u32::try_from(area.value().encode_utf16().count()).unwrap_or(u32::MAX);
                area.selection_start() == Ok(Some(0)) && area.selection_end() == Ok(Some(length))
            });
            *pasted.borrow_mut() = replaced.map_or_else(String::new, |area| {
                let plain = data("text/plain");
                let Some(text) = better_than_plain(&plain, &data("text/html")) else { return plain };
                event.prevent_default();
                area.set_value(&text);
                text
            });
        }
    };
    let onsubmit = {
        let (area, send) = (area.clone(), props.send.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let value = area.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default();
            let raw = pasted.borrow();
            let is_raw = as_in_a_textbox(&raw) == as_in_a_textbox(&value);
            send.emit(Message::OpenText(if is_raw { raw.clone() } else { value }));
        }
    };
    let sample = props.send.reform(|_: MouseEvent| Message::OpenSample);
    let onchange = {
        let send = props.send.clone();
        move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                read(file, send.clone());
            }
            // So that choosing the same file again is noticed.
            input.set_value("");
        }
    };
    html! {
        <form class="paste" {onsubmit}>
            <label for={INPUT_ID}>{ catalog.text("transcript") }</label>
            <p id="paste-hint">{ catalog.text("transcript-hint") }</p>
            <textarea id={INPUT_ID} ref={area} rows="9" aria-describedby="paste-hint" spellcheck="false" {onpaste} />
            <div class="buttons">
                <button class="primary" type="submit">{ catalog.text("open-transcript") }</button>
                <button type="button" onclick={sample}>{ catalog.text("open-sample") }</button>
                <span class="file">
                    <input id="file" type="file" accept=".txt,.docx,.html,.htm,.vtt,.srt,.json,.md,text/plain,text/html,application/json" {onchange} />
                    <label for="file">{ catalog.text("choose-file") }</label>
                    <span>{ catalog.text("drop-hint") }</span>
                </span>
            </div>
        </form>
    }
}

/// What a textbox makes of a text: line ends become LF, and in some browsers no-break spaces become spaces, or a line end
/// at the very end goes.
fn as_in_a_textbox(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\u{a0}', " ").trim_end_matches('\n').to_owned()
}

/// Reads a file and tells the application.
fn read(file: web_sys::File, send: Send) {
    if file.size() > MAX_READ {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file size is a whole number")]
        return send.emit(Message::FileTooLarge(file.size() as usize));
    }
    wasm_bindgen_futures::spawn_local(async move {
        send.emit(platform::read(file).await.map_or(Message::FileFailed, Message::OpenFile));
    });
}

fn how_it_works(catalog: &Catalog) -> Html {
    html! {
        <section class="how" aria-labelledby="how">
            <h2 id="how">{ catalog.text("how-title") }</h2>
            <ol>
                <li>{ catalog.text("how-paste") }</li>
                <li>{ catalog.text("how-mark") }</li>
                <li>{ catalog.text("how-export") }</li>
            </ol>
        </section>
    }
}

fn transcripts(catalog: &Catalog, props: &StartProps) -> Html {
    let back_up = props.send.reform(|_: MouseEvent| Message::BackUp);
    let has_commitments = props.cards.iter().any(|(_, card)| card.as_ref().is_some_and(|card| card.commitments > 0));
    html! {
        <section class="transcripts" aria-labelledby="transcripts">
            <h2 id="transcripts">{ catalog.text("your-transcripts") }</h2>
            <ul>
                for (id, card) in props.cards.iter() {
                    <li key={id.to_string()}>{ row(catalog, id, card.as_ref(), props) }</li>
                }
            </ul>
            if has_commitments {
                <p class="all-open"><a href={Route::Commitments.fragment()}>{ catalog.text("open-link") }</a></p>
            }
            <p class="room">
                <label for="room">{ catalog.text(Text::new("room-taken").with("percent", props.usage.percent())) }</label>
                <meter id="room" min="0" max="100" high="80" value={props.usage.percent().to_string()} />
            </p>
            <p class="backup">
                <button onclick={back_up} aria-describedby="backup-hint">{ catalog.text("back-up") }</button>
                <small id="backup-hint">{ catalog.text("back-up-hint") }</small>
            </p>
        </section>
    }
}

fn row(catalog: &Catalog, id: &ProjectId, card: Option<&Card>, props: &StartProps) -> Html {
    let send = &props.send;
    let card = card.cloned().unwrap_or_default();
    let title = title(catalog, &card);
    let day = card.date.parse().ok().map(|day| date(catalog, day));
    let counts = Text::new("transcript-counts").with("claims", card.claims).with("commitments", card.commitments);
    let changed = when(catalog, &card.changed).map(|when| Text::new("transcript-changed").with("when", when));
    let room = Some(props.usage.percent_of(id)).filter(|percent| *percent > 1);
    let room = room.map(|percent| Text::new("transcript-room").with("percent", percent));
    let facts =
        [day, Some(catalog.text(counts)), changed.map(|text| catalog.text(text)), room.map(|text| catalog.text(text))];
    let ask = {
        let (send, id) = (send.clone(), id.clone());
        move |_: MouseEvent| send.emit(Message::AskDelete(Some(id.clone())))
    };
    html! {
        <>
            <a id={listed_id(id)} href={format!("#/t/{id}")}>
                <b>{ &title }</b>
                <small>{ facts.into_iter().flatten().collect::<Vec<_>>().join(" · ") }</small>
            </a>
            <button class="quiet" onclick={ask} aria-label={catalog.text(Text::new("transcript-delete").with("title", title.clone()))}>
                { catalog.text("delete-short") }
            </button>
        </>
    }
}

fn title(catalog: &Catalog, card: &Card) -> String {
    if card.title.is_empty() { catalog.text("transcript-untitled") } else { card.title.clone() }
}

fn title_of(catalog: &Catalog, cards: &[(ProjectId, Option<Card>)], id: &ProjectId) -> String {
    let card = cards.iter().find(|(known, _)| known == id).and_then(|(_, card)| card.clone());
    title(catalog, &card.unwrap_or_default())
}

/// The time of a change, in the place where the user is.
fn when(catalog: &Catalog, changed: &str) -> Option<String> {
    let time = js_sys::Date::new(&changed.into());
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        js_sys::Reflect::set(&options, &name.into(), &value.into()).ok()?;
    }
    (!time.get_time().is_nan()).then(|| time.to_locale_string(catalog.lang().tag(), &options).into())
}

#[derive(Properties, PartialEq)]
pub(super) struct LanguageChoiceProps {
    pub(super) send: Send,
}

/// The other languages of the interface, each by its own name. Once chosen, the button is that of the language before.
#[component]
pub(super) fn LanguageChoice(props: &LanguageChoiceProps) -> Html {
    let catalog = use_catalog();
    html! {
        <div class="languages" role="group" aria-label={catalog.text("language")}>
            for lang in Lang::ALL.into_iter().filter(|lang| *lang != catalog.lang()) {
                <button class="quiet" lang={lang.tag()}
                    onclick={let send = props.send.clone(); move |_| send.emit(Message::Language(lang))}>
                    { lang.own_name() }
                </button>
            }
        </div>
    }
}
