//! The passages of the chosen annotation: its pieces with their edges, and its mentions.

use yew::prelude::*;

use super::{
    fields::{Choice, EXCERPT_CHARS, excerpt, options, single_blanks},
    i18n::use_catalog,
    shared::{Send, Shared},
    view::mention_id,
};
use crate::{
    app::{Edge, Entry, Message, PassageEdit},
    i18n::{Catalog, Text},
    model::{Mention, MentionRole, Named as _, Passage},
};

#[derive(Properties, PartialEq)]
pub(super) struct PassagesProps {
    pub(super) entry: Shared<Entry>,
    pub(super) send: Send,
}

#[component]
pub(super) fn Passages(props: &PassagesProps) -> Html {
    let catalog = use_catalog();
    let annotation = &props.entry.annotation;
    let has_several = !annotation.more.is_empty();
    html! {
        <>
            <fieldset class="passages">
                <legend>{ catalog.text(Text::new("pieces").with("count", annotation.more.len() + 1)) }</legend>
                for (at, piece) in annotation.pieces().enumerate() {
                    <div class="passage" key={at}>
                        if has_several {
                            { button(&catalog, props, piece) }
                            { remove(&catalog, props, piece, PassageEdit::RemovePiece(at)) }
                        }
                        if !piece.source.is_empty() {
                            { edges(&catalog, props, at) }
                        }
                    </div>
                }
                <p class="hint">{ catalog.text("pieces-hint") }</p>
            </fieldset>
            <fieldset class="passages">
                <legend>{ catalog.text(Text::new("mentions").with("count", annotation.times_mentioned())) }</legend>
                for (at, mention) in annotation.mentions.iter().enumerate() {
                    { self::mention(&catalog, props, at, mention) }
                }
                <p class="hint">{ catalog.text("mentions-hint") }</p>
            </fieldset>
        </>
    }
}

fn mention(catalog: &Catalog, props: &PassagesProps, at: usize, mention: &Mention) -> Html {
    let onchoice = {
        let (send, id) = (props.send.clone(), props.entry.id.clone());
        Callback::from(move |value: String| {
            if let Some(role) = MentionRole::from_name(&value) {
                send.emit(Message::Passages(id.clone(), PassageEdit::Role(at, role)));
            }
        })
    };
    html! {
        <div class="passage mention" key={at}>
            <Choice id={mention_id(&props.entry.id, at)} label={catalog.text("mention-role")}
                options={options::<MentionRole>(catalog, "mention")} value={mention.role.name()} {onchoice} />
            { button(catalog, props, &mention.passage) }
            { remove(catalog, props, &mention.passage, PassageEdit::RemoveMention(at)) }
        </div>
    }
}

fn edit(props: &PassagesProps, edit: PassageEdit) -> Callback<MouseEvent> {
    let id = props.entry.id.clone();
    props.send.reform(move |_| Message::Passages(id.clone(), edit))
}

/// The words of a passage, as a button that shows it in the text.
fn button(catalog: &Catalog, props: &PassagesProps, passage: &Passage) -> Html {
    let words = excerpt_of(passage);
    if passage.source.is_empty() {
        return html! { <span class="excerpt">{ words }{ " " }<small>{ catalog.text("nowhere") }</small></span> };
    }
    let place = passage.source;
    let onclick = props.send.reform(move |_: MouseEvent| Message::ShowPlace(place));
    let label = catalog.text(Text::new("passage-show").with("words", words.clone()));
    html! { <button class="link excerpt" aria-label={label} {onclick}>{ words }</button> }
}

fn excerpt_of(passage: &Passage) -> String {
    excerpt(&single_blanks(&passage.quote.exact), EXCERPT_CHARS)
}

fn remove(catalog: &Catalog, props: &PassagesProps, passage: &Passage, removal: PassageEdit) -> Html {
    let label = catalog.text(Text::new("passage-remove").with("words", excerpt_of(passage)));
    html! { <button class="icon" aria-label={label.clone()} title={label} onclick={edit(props, removal)}>{ "×" }</button> }
}

/// Four buttons that move the edges of a piece by a word.
fn edges(catalog: &Catalog, props: &PassagesProps, piece: usize) -> Html {
    let step = |edge, forward, key: &'static str, sign: &'static str| {
        let (label, onclick) = (catalog.text(key), edit(props, PassageEdit::StepEdge { piece, edge, forward }));
        html! { <button class="icon" aria-label={label.clone()} title={label} {onclick}>{ sign }</button> }
    };
    html! {
        <div class="edges">
            <span role="group" aria-label={catalog.text("edge-begin")}>
                { step(Edge::Begin, false, "edge-begin-back", "←") }
                <small>{ catalog.text("edge-begin") }</small>
                { step(Edge::Begin, true, "edge-begin-forward", "→") }
            </span>
            <span role="group" aria-label={catalog.text("edge-end")}>
                { step(Edge::End, false, "edge-end-back", "←") }
                <small>{ catalog.text("edge-end") }</small>
                { step(Edge::End, true, "edge-end-forward", "→") }
            </span>
        </div>
    }
}
