//! Panels over the page: the keys, the repairs, the question before a transcript is deleted.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::{
    i18n::use_catalog,
    shared::{Send, Shared},
};
use crate::{
    app::{Message, SHORTCUTS, Shortcut},
    i18n::Text,
    model::{ProjectId, Repair, RepairKind, Transcript},
};

/// How many repairs of a kind are listed with their surroundings.
const MAX_LISTED: usize = 100;
/// How many characters are shown around a repair.
const AROUND: usize = 18;

#[derive(Properties, PartialEq)]
struct ModalProps {
    title: String,
    onclose: Callback<()>,
    children: Html,
}

/// A dialog that keeps the focus until it is closed; the browser gives it back to where it was.
#[component]
fn Modal(props: &ModalProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let dialog = dialog.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                let _ = dialog.show_modal();
            }
            // Closing, not just going away, is what gives the focus back.
            move || {
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        });
    }
    let oncancel = {
        let onclose = props.onclose.clone();
        move |event: Event| {
            event.prevent_default();
            onclose.emit(());
        }
    };
    html! {
        <dialog ref={dialog} {oncancel} aria-labelledby="dialog-title">
            <h2 id="dialog-title">{ &props.title }</h2>
            { props.children.clone() }
        </dialog>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct HelpProps {
    pub(super) send: Send,
}

#[component]
pub(super) fn Help(props: &HelpProps) -> Html {
    let catalog = use_catalog();
    let onclose = props.send.reform(|()| Message::Help(false));
    let close = onclose.reform(|_: MouseEvent| ());
    html! {
        <Modal title={catalog.text("help")} {onclose}>
            <p>{ catalog.text("help-intro") }</p>
            <dl class="keys">
                for shortcut in SHORTCUTS {
                    <div>
                        <dt>{ keys(shortcut) }</dt>
                        <dd>{ catalog.text(shortcut.label) }</dd>
                    </div>
                }
            </dl>
            <div class="buttons"><button class="primary" onclick={close}>{ catalog.text("close") }</button></div>
        </Modal>
    }
}

fn keys(shortcut: &Shortcut) -> Html {
    let mut name = shortcut.key.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    html! {
        <>
            if shortcut.primary {
                <kbd>{ "Ctrl" }</kbd>
            }
            if shortcut.shift == Some(true) {
                <kbd>{ "Shift" }</kbd>
            }
            <kbd>{ name }</kbd>
        </>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct RepairListProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) send: Send,
}

#[component]
pub(super) fn RepairList(props: &RepairListProps) -> Html {
    let catalog = use_catalog();
    let onclose = props.send.reform(|()| Message::Repairs(false));
    let close = onclose.reform(|_: MouseEvent| ());
    let transcript = &props.transcript;
    let repairs = &transcript.repairs;
    let kinds = RepairKind::ALL.into_iter().map(|kind| (kind, repairs.count(kind))).filter(|(_, count)| *count > 0);
    html! {
        <Modal title={catalog.text("repairs")} {onclose}>
            <p>{ catalog.text(if repairs.list().is_empty() { "repairs-none" } else { "repairs-intro" }) }</p>
            for (kind, count) in kinds {
                <details class="repairs">
                    <summary>
                        { catalog.text(Text::named("repair", kind.name())) }<span class="number">{ count }</span>
                    </summary>
                    <ul lang={transcript.language.tag()}>
                        for repair in repairs.list().iter().filter(|repair| repair.kind == kind).take(MAX_LISTED) {
                            <li>{ example(transcript, repair) }</li>
                        }
                    </ul>
                    if count > MAX_LISTED {
                        <p>{ catalog.text(Text::new("repairs-more").with("count", count - MAX_LISTED)) }</p>
                    }
                </details>
            }
            <div class="buttons"><button class="primary" onclick={close}>{ catalog.text("close") }</button></div>
        </Modal>
    }
}

/// The place before and after.
fn example(transcript: &Transcript, repair: &Repair) -> Html {
    let source = &transcript.source;
    let (before, after) = (&source[..repair.source.start().index()], &source[repair.source.end().index()..]);
    let from = before.char_indices().rev().nth(AROUND).map_or(0, |(index, _)| index);
    let to = after.char_indices().nth(AROUND).map_or(after.len(), |(index, _)| index);
    let (before, after) = (&before[from..], &after[..to]);
    let gone = repair.source.of(source).unwrap_or_default();
    html! {
        <>
            <code>{ visible(before) }<del>{ visible(gone) }</del>{ visible(after) }</code>
            <code>{ visible(before) }<ins>{ visible(&repair.with) }</ins>{ visible(after) }</code>
        </>
    }
}

/// The text with signs for what has none.
fn visible(text: &str) -> String {
    text.chars()
        .flat_map(|c| match c {
            '\n' => vec!['↵'],
            '\r' => vec!['␍'],
            ' ' => vec!['\u{a0}'],
            '\u{a0}' => vec!['⍽'],
            c if c.is_control() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}') => vec!['·'],
            c => vec![c],
        })
        .collect()
}

#[derive(Properties, PartialEq)]
pub(super) struct DeleteQuestionProps {
    pub(super) id: ProjectId,
    pub(super) title: String,
    pub(super) send: Send,
}

#[component]
pub(super) fn DeleteQuestion(props: &DeleteQuestionProps) -> Html {
    let catalog = use_catalog();
    let onclose = props.send.reform(|()| Message::AskDelete(None));
    let cancel = onclose.reform(|_: MouseEvent| ());
    let delete = {
        let (send, id) = (props.send.clone(), props.id.clone());
        move |_: MouseEvent| send.emit(Message::Delete(id.clone()))
    };
    html! {
        <Modal title={catalog.text("delete-question")} {onclose}>
            <p>{ catalog.text(Text::new("delete-consequence").with("title", props.title.clone())) }</p>
            <div class="buttons">
                <button onclick={cancel}>{ catalog.text("cancel") }</button>
                <button class="danger" onclick={delete}>{ catalog.text("delete-confirm") }</button>
            </div>
        </Modal>
    }
}
