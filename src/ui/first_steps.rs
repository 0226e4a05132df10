//! Below the text: what somebody who is here for the first time may do next.

use yew::prelude::*;

use super::{i18n::use_catalog, shared::Send};
use crate::{app::Message, i18n::Text, text::SourceSpan};

#[derive(Properties, PartialEq)]
pub(super) struct FirstStepsProps {
    pub(super) step: Option<Text>,
    /// Words with which it can be taken.
    pub(super) example: Option<SourceSpan>,
    pub(super) send: Send,
}

/// Always in the page, so that what comes into it is read out.
#[component]
pub(super) fn FirstSteps(props: &FirstStepsProps) -> Html {
    let catalog = use_catalog();
    let enough = props.send.reform(|_: MouseEvent| Message::KnowTheWay);
    let show = |example: SourceSpan| props.send.reform(move |_: MouseEvent| Message::ShowPlace(example));
    html! {
        <div class="steps-place" aria-live="polite">
            if let Some(step) = props.step.clone() {
                <div class="step">
                    <p>{ catalog.text(step) }</p>
                    if let Some(example) = props.example {
                        <button class="link" onclick={show(example)}>{ catalog.text("step-example") }</button>
                    }
                    <button class="link" onclick={enough}>{ catalog.text("steps-enough") }</button>
                </div>
            }
        </div>
    }
}
