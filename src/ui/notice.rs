//! The sentence on top of the page that the user should read.

use yew::prelude::*;

use super::{i18n::use_catalog, shared::Send};
use crate::app::{Message, Notice, Offer, Tone};

#[derive(Properties, PartialEq)]
pub(super) struct NoticeBarProps {
    pub(super) notice: Option<Notice>,
    /// Whether a transcript is on the screen, which can be exported.
    pub(super) is_reading: bool,
    pub(super) send: Send,
}

/// Always in the page, so that what comes into it is read out.
#[component]
pub(super) fn NoticeBar(props: &NoticeBarProps) -> Html {
    let catalog = use_catalog();
    let send = props.send.clone();
    let release = send.reform(|_: MouseEvent| Message::UseRelease);
    let export = send.reform(|_: MouseEvent| Message::Export);
    html! {
        <div class="notice-place" role="alert">
            if let Some(notice) = &props.notice {
                <div class={classes!("notice", (notice.tone == Tone::Problem).then_some("problem"))}>
                    <div>
                        for text in notice.texts.iter() {
                            <p>{ catalog.text(text.clone()) }</p>
                        }
                    </div>
                    if notice.offer == Some(Offer::Export) && props.is_reading {
                        <button class="offer" onclick={export}>{ catalog.text("export-now") }</button>
                    } else if notice.offer == Some(Offer::Release) {
                        <button class="offer" onclick={release}>{ catalog.text("release-use") }</button>
                    }
                    <button class="quiet" aria-label={catalog.text("dismiss")}
                        onclick={move |_| send.emit(Message::Dismiss)}>{ "×" }</button>
                </div>
            }
        </div>
    }
}
