//! From question to promise: where the chosen commitment was asked for, given, and said again, as one chain.

use yew::prelude::*;

use super::{
    commitment_form::proposal,
    fields::{EXCERPT_CHARS, excerpt, single_blanks},
    i18n::use_catalog,
    shared::{Send, Shared},
};
use crate::{
    app::{Entry, Message},
    i18n::{Catalog, Text},
    model::{MentionRole, Named as _, Proposal, Transcript},
    register::asked::Asked,
    text::ReadingSpan,
};

/// How many characters of a question are shown before it is taken over.
const QUESTION_CHARS: usize = 240;

#[derive(Properties, PartialEq)]
pub(super) struct ChainProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) entry: Shared<Entry>,
    /// Where it may have been asked for.
    pub(super) proposed: Option<Asked>,
    pub(super) send: Send,
}

#[component]
pub(super) fn Chain(props: &ChainProps) -> Html {
    let catalog = use_catalog();
    let chain = props.entry.chain(&props.transcript);
    let is_asked = chain.iter().any(|(role, _)| *role == Some(MentionRole::Asked));
    if !is_asked && props.proposed.is_none() {
        return Html::default();
    }
    let link = |role: Option<MentionRole>, span: ReadingSpan| {
        let words = excerpt(&single_blanks(props.transcript.words(span)), EXCERPT_CHARS);
        let place = props.transcript.to_source(span);
        let onclick = props.send.reform(move |_: MouseEvent| Message::ShowPlace(place));
        let label = catalog.text(Text::new("passage-show").with("words", words.clone()));
        html! {
            <li>
                <span class="hint">{ told(Some(link_name(&catalog, role)), &catalog, &props.transcript, span) }</span>
                <button class="link excerpt" aria-label={label} {onclick}>{ words }</button>
            </li>
        }
    };
    html! {
        <fieldset class="passages">
            <legend>{ catalog.text("chain") }</legend>
            if is_asked {
                <ol class="chain">
                    for (role, span) in chain {
                        { link(role, span) }
                    }
                </ol>
            }
            if let Some(asked) = &props.proposed {
                { proposed(&catalog, props, asked) }
            }
        </fieldset>
    }
}

fn proposed(catalog: &Catalog, props: &ChainProps, asked: &Asked) -> Html {
    let words = excerpt(&single_blanks(props.transcript.words(asked.words)), QUESTION_CHARS);
    let before = asked.just_before.then(|| catalog.text("asked-just-before"));
    let shared = Some(asked.shared.join(", ")).filter(|words| !words.is_empty());
    let shared = shared.map(|words| catalog.text(Text::new("match-words").with("words", words)));
    let place = told(None, catalog, &props.transcript, asked.words);
    let why = std::iter::once(place).chain(before).chain(shared).collect::<Vec<_>>().join(" · ");
    proposal(catalog, &props.send, &props.entry.id, Proposal::Asked, &format!("“{words}”"), &why)
}

/// What a link of the chain is for the commitment.
pub(super) fn link_name(catalog: &Catalog, role: Option<MentionRole>) -> String {
    match role {
        Some(role) => catalog.text(Text::named("mention", role.name())),
        None => catalog.text("chain-promise"),
    }
}

/// What some words are for the commitment, who says them, and in which turn: as far as that is known.
pub(super) fn told(name: Option<String>, catalog: &Catalog, transcript: &Transcript, span: ReadingSpan) -> String {
    let turn = transcript.turn_at(span.start());
    let speaker = turn.and_then(|turn| transcript.title(transcript.turn(turn)));
    let number = turn.map(|turn| catalog.text(Text::new("turn-number").with("number", turn.0 as usize + 1)));
    [name, speaker, number].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
