//! The fields of a commitment, with what the program proposes for them.

use yew::prelude::*;

use super::{
    chain::Chain,
    fields::{Choice, DateField, ListField, TextField, options, setter},
    i18n::{date, use_catalog},
    shared::{Send, Shared},
};
use crate::{
    app::{Entry, Field, Message, Proposals, proposals},
    i18n::{Catalog, Text},
    model::{
        AnnotationId, Body, Certainty, Commitment, CommitmentStatus, Named, Promiser, Proposal, Speaker, Transcript,
    },
};

#[derive(Properties, PartialEq)]
pub(super) struct CommitmentPartProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) entry: Shared<Entry>,
    pub(super) send: Send,
}

/// What the card of a commitment has that others have not: its fields, and the chain from question to promise.
#[component]
pub(super) fn CommitmentPart(props: &CommitmentPartProps) -> Html {
    let entry = &props.entry;
    let commitment = match &entry.annotation.body {
        Body::Commitment(commitment) => commitment.clone(),
        _ => Commitment::default(),
    };
    // What is proposed does not hang on the summary and the note: typing there compares nothing anew.
    let on = (props.transcript.clone(), entry.pieces.clone(), entry.mentions.clone(), commitment.clone());
    let found = use_memo(on, |(transcript, ..)| proposals(transcript, entry));
    let turn = entry.turn.map(|index| props.transcript.turn(index));
    let speaker = turn.and_then(|turn| props.transcript.speaker(turn)).cloned();
    html! {
        <>
            <CommitmentForm id={entry.id.clone()} {commitment} {speaker} proposals={(*found).clone()}
                send={props.send.clone()} />
            <Chain transcript={props.transcript.clone()} entry={entry.clone()} proposed={found.asked.clone()}
                send={props.send.clone()} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct CommitmentFormProps {
    id: AnnotationId,
    commitment: Commitment,
    /// Who speaks where it was given.
    speaker: Option<Speaker>,
    proposals: Proposals,
    send: Send,
}

#[component]
fn CommitmentForm(props: &CommitmentFormProps) -> Html {
    let catalog = use_catalog();
    let commitment = &props.commitment;
    let found = speaks(props.speaker.as_ref());
    let by = commitment.by.clone().unwrap_or_else(|| found.clone());
    let set_by = |change: fn(&mut Promiser, String)| {
        let (by, found) = (by.clone(), found.clone());
        setter(&props.send, &props.id, move |value| {
            let mut by = by.clone();
            change(&mut by, value);
            // Who speaks is who promises: that is not written down.
            Some(Field::By(if by == found { Promiser::default() } else { by }))
        })
    };
    let day = |date: Option<jiff::civil::Date>| date.map(|day| day.to_string()).unwrap_or_default();
    let read = |value: String| if value.is_empty() { Some(None) } else { value.parse().ok().map(Some) };
    let is_done = matches!(commitment.status, CommitmentStatus::Fulfilled | CommitmentStatus::Partly)
        || !commitment.fulfilled_by.is_empty()
        || commitment.fulfilled_on.is_some();
    html! {
        <>
            <TextField label={catalog.text("field-by")} value={by.name.clone()} oninput={set_by(|by, value| by.name = value)} />
            <TextField label={catalog.text("person-function")} value={by.function.clone()}
                oninput={set_by(|by, value| by.function = value)} />
            <div class="proposed">
                <ListField label={catalog.text("field-to")} hint={catalog.text("field-to-hint")}
                    values={commitment.to.clone()} separator=", " onlist={setter(&props.send, &props.id, |value| Some(Field::To(value)))} />
                { proposed_to(&catalog, props) }
            </div>
            <div class="proposed">
                <TextField label={catalog.text("field-due")} hint={catalog.text("field-due-hint")}
                    value={commitment.due.clone()} oninput={setter(&props.send, &props.id, |value| Some(Field::Due(value)))} />
                { proposed_due(&catalog, props) }
            </div>
            <div class="pair">
                <DateField label={catalog.text("field-due-date")} value={day(commitment.due_date)}
                    onday={setter(&props.send, &props.id, move |value| read(value).map(Field::DueDate))} />
                <Choice label={catalog.text("field-certainty")}
                    options={options::<Certainty>(&catalog, "certainty")} value={commitment.certainty.name()}
                    onchoice={setter(&props.send, &props.id, |value| Named::from_name(&value).map(Field::Certainty))} />
            </div>
            <TextField label={catalog.text("field-condition")} value={commitment.condition.clone()}
                oninput={setter(&props.send, &props.id, |value| Some(Field::Condition(value)))} />
            <Choice label={catalog.text("field-status")} options={options::<CommitmentStatus>(&catalog, "status")}
                value={commitment.status.name()}
                onchoice={setter(&props.send, &props.id, |value| Named::from_name(&value).map(Field::Status))} />
            if is_done {
                <div class="pair">
                    <TextField label={catalog.text("field-fulfilled-by")} value={commitment.fulfilled_by.clone()}
                        oninput={setter(&props.send, &props.id, |value| Some(Field::FulfilledBy(value)))} />
                    <DateField label={catalog.text("field-fulfilled-on")} value={day(commitment.fulfilled_on)}
                        onday={setter(&props.send, &props.id, move |value| read(value).map(Field::FulfilledOn))} />
                </div>
            }
        </>
    }
}

/// Who gives a commitment unless the user says otherwise.
fn speaks(speaker: Option<&Speaker>) -> Promiser {
    speaker.map_or_else(Promiser::default, |speaker| Promiser {
        name: speaker.title(),
        function: speaker.function.clone().unwrap_or_default(),
    })
}

fn proposed_to(catalog: &Catalog, props: &CommitmentFormProps) -> Html {
    let Some(to) = &props.proposals.to else { return Html::default() };
    let why = catalog.text(Text::named("why", to.why.name()));
    proposal(catalog, &props.send, &props.id, Proposal::To, &to.to, &why)
}

fn proposed_due(catalog: &Catalog, props: &CommitmentFormProps) -> Html {
    let Some(due) = &props.proposals.due else { return Html::default() };
    let words = match due.date {
        Some(day) => format!("{} · {}", due.words, date(catalog, day)),
        None => due.words.clone(),
    };
    let how = catalog.text(Text::named("how", due.how.name()));
    proposal(catalog, &props.send, &props.id, Proposal::Due, &words, &how)
}

/// A proposal with its reason, and yes and no.
pub(super) fn proposal(
    catalog: &Catalog,
    send: &Send,
    id: &AnnotationId,
    proposal: Proposal,
    words: &str,
    why: &str,
) -> Html {
    let accept = send.reform({
        let id = id.clone();
        move |_: MouseEvent| Message::Accept(id.clone(), proposal)
    });
    let decline = send.reform({
        let id = id.clone();
        move |_: MouseEvent| Message::Decline(id.clone(), proposal)
    });
    let named = |key: &'static str| catalog.text(Text::new(key).with("words", words));
    html! {
        <div class="proposal" role="group" aria-label={named("proposal")}>
            <span><b>{ words.to_owned() }</b>{ " " }<small>{ why.to_owned() }</small></span>
            <span class="choices">
                <button class="link" onclick={accept} aria-label={named("proposal-accept-words")}>{ catalog.text("proposal-accept") }</button>
                <button class="link" onclick={decline} aria-label={named("proposal-decline-words")}>{ catalog.text("proposal-decline") }</button>
            </span>
        </div>
    }
}
