//! What is shown while something is read: how far that is, and the way out. Both come into sight when it takes long; the
//! style sheet sees to it, so that nothing has to be drawn at that moment.

use yew::prelude::*;

use super::{shared::Send, view::LOADING_ID, work::Work};
use crate::{app::Message, i18n::Catalog};

/// `said` is the key of the message that says what is read.
pub(super) fn page(catalog: &Catalog, said: &'static str, work: Option<&Work>, send: &Send) -> Html {
    let done = work.map_or(0.0, Work::progress);
    let cancel = send.reform(|_: MouseEvent| Message::CancelOpening);
    html! {
        <main class="loading">
            <h1 id={LOADING_ID} tabindex="-1">{ catalog.text(said) }</h1>
            <div class="late">
                <progress aria-labelledby={LOADING_ID} value={format!("{done:.2}")} max="1" />
                <p><button onclick={cancel}>{ catalog.text("loading-cancel") }</button></p>
            </div>
        </main>
    }
}
