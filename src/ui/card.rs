//! The card of an annotation, with its fields where it is the chosen one.

use yew::prelude::*;

use super::{
    commitment_form::CommitmentPart,
    fields::{Choice, ListField, TextField, options, setter},
    i18n::{date, turns, use_catalog},
    kinds,
    passages::Passages,
    shared::{Send, Shared},
    view::summary_id,
};
use crate::{
    app::{Entry, Field, Message, Tally, tags_problem, who},
    i18n::{Catalog, Text},
    model::{Body, CheckState, Claim, ClaimType, Codebook, Named, Transcript},
};

/// How many tags are offered.
const MAX_TAGS_OFFERED: usize = 12;

#[derive(Properties, PartialEq)]
pub(super) struct CardProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) codebook: Shared<Codebook>,
    pub(super) entry: Shared<Entry>,
    /// For the chosen one, and for no other, how many there are of what: which tags are in use.
    pub(super) tally: Option<Shared<Tally>>,
    pub(super) send: Send,
}

impl CardProps {
    /// Whether it is the chosen one.
    fn is_active(&self) -> bool {
        self.tally.is_some()
    }
}

#[component]
pub(super) fn Card(props: &CardProps) -> Html {
    let catalog = use_catalog();
    let (entry, annotation) = (&props.entry, &props.entry.annotation);
    let kind = annotation.kind();
    let onclick = {
        let (send, id, active) = (props.send.clone(), entry.id.clone(), props.is_active());
        move |_: MouseEvent| send.emit(Message::Activate((!active).then(|| id.clone())))
    };
    let has_summary = !annotation.summary.is_empty();
    html! {
        <li data-annotation={entry.id.to_string()} data-kind={kind.to_string()}
            data-colour={kinds::colour(&props.codebook, &kind)} class={classes!("card", props.is_active().then_some("active"))}>
            <button class="head" aria-expanded={props.is_active().to_string()} {onclick}>
                <span class="kind" data-letter={kinds::letter(&catalog, &props.codebook, &kind)}>
                    { kinds::name(&catalog, &props.codebook, &kind) }
                </span>
                if has_summary {
                    <span class="summary" dir="auto">{ &annotation.summary }</span>
                }
                <q lang={props.transcript.language.tag()} dir="auto">{ annotation.words() }</q>
                if entry.pieces.is_empty() {
                    <span class="nowhere">{ catalog.text("nowhere") }</span>
                }
                <span class="facts">{ facts(&catalog, props) }</span>
            </button>
            if props.is_active() {
                { form(&catalog, props) }
            }
        </li>
    }
}

/// Who says it and where, and how it stands: the small print of a card.
fn facts(catalog: &Catalog, props: &CardProps) -> Html {
    let transcript = &props.transcript;
    let speaker = Some(who(transcript, &props.entry).name).filter(|name| !name.is_empty());
    let number = props.entry.turn.map(|first| turns(first, props.entry.last_turn.unwrap_or(first)));
    let to = match &props.entry.annotation.body {
        Body::Commitment(commitment) if !commitment.to.is_empty() => format!(" → {}", commitment.to.join(", ")),
        _ => String::new(),
    };
    let (state, due) = match &props.entry.annotation.body {
        Body::Own(_) => (None, None),
        Body::Claim(claim) => (Some(Text::named("check", claim.check.name())), None),
        Body::Commitment(commitment) => {
            let on = commitment.due_date.map(|day| date(catalog, day));
            let due: Vec<String> =
                Some(commitment.due.clone()).into_iter().filter(|due| !due.is_empty()).chain(on).collect();
            (Some(Text::named("status", commitment.status.name())), Some(due.join(" · ")).filter(|due| !due.is_empty()))
        }
    };
    html! {
        <>
            if let Some(speaker) = speaker {
                <span>{ speaker }{ to }</span>
            }
            if let Some(number) = number {
                <span>{ catalog.text(number) }</span>
            }
            if let Some(due) = due {
                <span class="chip">{ due }</span>
            }
            if let Some(state) = state {
                <span class="chip">{ catalog.text(state) }</span>
            }
            for tag in &props.entry.annotation.tags {
                <span class="tag">{ "#" }{ tag }</span>
            }
        </>
    }
}

fn form(catalog: &Catalog, props: &CardProps) -> Html {
    let (id, annotation) = (&props.entry.id, &props.entry.annotation);
    let set = |make: fn(String) -> Field| setter(&props.send, &props.entry.id, move |value| Some(make(value)));
    let erase = {
        let (send, id) = (props.send.clone(), id.clone());
        move |_: MouseEvent| send.emit(Message::Erase(id.clone()))
    };
    let reveal = {
        let (send, id) = (props.send.clone(), id.clone());
        move |_: MouseEvent| send.emit(Message::Reveal(id.clone()))
    };
    let copy = {
        let (send, id) = (props.send.clone(), id.clone());
        move |_: MouseEvent| send.emit(Message::CopyQuote(id.clone()))
    };
    let transcript = &props.transcript;
    html! {
        <div class="form">
            <TextField label={catalog.text("field-summary")} value={annotation.summary.clone()} id={summary_id(id)}
                lines=true oninput={set(Field::Summary)} />
            { match &annotation.body {
                Body::Claim(claim) => claim_fields(catalog, props, claim),
                Body::Commitment(_) => html! {
                    <CommitmentPart transcript={transcript.clone()} entry={props.entry.clone()} send={props.send.clone()} />
                },
                Body::Own(_) => Html::default(),
            } }
            <Passages entry={props.entry.clone()} send={props.send.clone()} />
            <TextField label={catalog.text("field-note")} value={annotation.note.clone()} lines=true
                oninput={set(Field::Note)} />
            <ListField label={catalog.text("field-tags")} hint={catalog.text("field-tags-hint")}
                values={annotation.tags.clone()} separator=", "
                check={Callback::from(|tags: String| tags_problem(&tags))} onlist={set(Field::Tags)} />
            { more_tags(catalog, props) }
            <div class="buttons">
                <button onclick={reveal}>{ catalog.text("show-in-text") }</button>
                <button onclick={copy}>{ catalog.text("copy-quote") }</button>
                <button class="danger" onclick={erase}>{ catalog.text("delete-annotation") }</button>
            </div>
        </div>
    }
}

/// Tags that other annotations have, to be given to this one too.
fn more_tags(catalog: &Catalog, props: &CardProps) -> Html {
    let present = &props.entry.annotation.tags;
    let others = props.tally.iter().flat_map(|tally| tally.tags.keys()).filter(|tag| !present.contains(tag));
    let others: Vec<&String> = others.take(MAX_TAGS_OFFERED).collect();
    if others.is_empty() {
        return Html::default();
    }
    let add = |tag: &String| {
        let with = present.iter().chain([tag]).map(String::as_str).collect::<Vec<_>>().join(", ");
        let id = props.entry.id.clone();
        props.send.reform(move |_: MouseEvent| Message::Edit(id.clone(), Field::Tags(with.clone())))
    };
    html! {
        <div class="more-tags" role="group" aria-label={catalog.text("tags-in-use")}>
            for tag in others {
                <button class="chip" onclick={add(tag)}>{ "+ " }{ tag }</button>
            }
        </div>
    }
}

fn claim_fields(catalog: &Catalog, props: &CardProps, claim: &Claim) -> Html {
    html! {
        <>
            <div class="pair">
                <Choice label={catalog.text("field-type")} options={options::<ClaimType>(catalog, "type")}
                    value={claim.claim_type.name()}
                    onchoice={setter(&props.send, &props.entry.id, |value| Named::from_name(&value).map(Field::ClaimType))} />
                <Choice label={catalog.text("field-check")} options={options::<CheckState>(catalog, "check")}
                    value={claim.check.name()}
                    onchoice={setter(&props.send, &props.entry.id, |value| Named::from_name(&value).map(Field::Check))} />
            </div>
            <ListField label={catalog.text("field-sources")} hint={catalog.text("field-sources-hint")}
                values={claim.sources.clone()} separator="\n" onlist={setter(&props.send, &props.entry.id, |value| Some(Field::Sources(value)))} />
        </>
    }
}
