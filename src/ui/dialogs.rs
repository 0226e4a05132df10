//! Panels over the page, and the question before a transcript is deleted.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::{
    i18n::use_catalog,
    shared::Send,
    view::{DIALOG_SAID_ID, DIALOG_TITLE_ID},
};
use crate::{app::Message, i18n::Text, model::ProjectId};

#[derive(Properties, PartialEq)]
pub(super) struct ModalProps {
    pub(super) title: String,
    pub(super) onclose: Callback<()>,
    /// Whether it is to be read from the top, and not to be filled in.
    #[prop_or_default]
    pub(super) is_read: bool,
    pub(super) children: Html,
}

/// A dialog that keeps the focus until it is closed; the browser gives it back to where it was.
#[component]
pub(super) fn Modal(props: &ModalProps) -> Html {
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
        <dialog ref={dialog} {oncancel} aria-labelledby={DIALOG_TITLE_ID}>
            <h2 id={DIALOG_TITLE_ID} tabindex="-1" autofocus={props.is_read}>{ &props.title }</h2>
            { props.children.clone() }
            <div id={DIALOG_SAID_ID} class="said" aria-live="polite" />
        </dialog>
    }
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
