//! The label guide: what counts as a commitment, and as a claim.

use yew::prelude::*;

use crate::i18n::Catalog;

/// The guide, a part for each kind.
pub(super) fn guide(catalog: &Catalog) -> Html {
    html! {
        <>
            { part(catalog, "kind-commitment", Some("commitment"), &["guide-commitment", "guide-commitment-not", "guide-certainty"]) }
            { part(catalog, "kind-claim", Some("claim"), &["guide-claim", "guide-claim-not", "guide-words"]) }
        </>
    }
}

/// Some paragraphs under a name, which are shown when one wants them.
pub(super) fn part(catalog: &Catalog, name: &'static str, kind: Option<&'static str>, texts: &[&'static str]) -> Html {
    html! {
        <details class="guide" data-kind={kind}>
            <summary>{ catalog.text(name) }</summary>
            for text in texts {
                <p>{ catalog.text(*text) }</p>
            }
        </details>
    }
}
