//! A row of the register. The chosen one can be filled in, and shows its passages with the words around them.

use yew::prelude::*;

use crate::{
    app::{Column, Entry, Field, Message, Table, short, who},
    i18n::{Catalog, Text},
    model::{
        Annotation, Body, Certainty, CheckState, Claim, ClaimType, Commitment, CommitmentStatus, MentionRole, Named,
        Transcript,
    },
    text::ReadingSpan,
    ui::{
        chain::{link_name, told},
        fields::{Choice, DateField, TextField, options, setter},
        i18n::{date, use_catalog},
        shared::{Send, Shared},
    },
};

#[derive(Properties, PartialEq)]
pub(super) struct RegisterRowProps {
    pub(super) transcript: Shared<Transcript>,
    /// Its place among all of its kind.
    pub(super) number: usize,
    pub(super) entry: Shared<Entry>,
    pub(super) table: Table,
    pub(super) is_active: bool,
    pub(super) send: Send,
}

#[component]
pub(super) fn RegisterRow(props: &RegisterRowProps) -> Html {
    let catalog = use_catalog();
    let columns = Column::of(props.table);
    html! {
        <>
            <tr role="row" class={classes!(props.is_active.then_some("active"))} data-row={props.entry.id.to_string()}>
                for column in columns {
                    { cell(&catalog, props, *column) }
                }
            </tr>
            if props.is_active {
                <tr role="row" class="context"><td role="cell" colspan={columns.len().to_string()}>{ context(&catalog, props) }</td></tr>
            }
        </>
    }
}

fn cell(catalog: &Catalog, props: &RegisterRowProps, column: Column) -> Html {
    let annotation = &props.entry.annotation;
    let content = match (column, &annotation.body) {
        (Column::Number, _) => html! { <span class="number">{ props.number }</span> },
        (Column::Summary, _) => return head(catalog, props, annotation),
        (Column::Who, _) => {
            let by = who(&props.transcript, &props.entry);
            html! { <>{ by.name }if !by.function.is_empty() {<small>{ by.function }</small>}</> }
        }
        (Column::Type, Body::Claim(claim)) => claim_type(catalog, props, claim),
        (Column::Status, Body::Claim(claim)) => check(catalog, props, claim),
        (Column::Mentions, Body::Claim(claim)) => html! { { claim.sources.len() } },
        (Column::Mentions, _) => html! { { annotation.times_mentioned() } },
        (_, Body::Commitment(commitment)) => commitment_cell(catalog, props, column, commitment),
        _ => Html::default(),
    };
    html! { <td role="cell" data-label={catalog.text(column.label(props.table))}>{ content }</td> }
}

/// The cell that names the row: a button that chooses it.
fn head(catalog: &Catalog, props: &RegisterRowProps, annotation: &Annotation) -> Html {
    let onclick = {
        let (id, active) = (props.entry.id.clone(), props.is_active);
        props.send.reform(move |_: MouseEvent| Message::Activate((!active).then(|| id.clone())))
    };
    html! {
        <th scope="row" role="rowheader">
            <button class="row-head" aria-expanded={props.is_active.to_string()} dir="auto" {onclick}>{ short(annotation) }</button>
            if props.is_active {
                <TextField label={catalog.text("field-summary")} value={annotation.summary.clone()} lines=true
                    oninput={setter(&props.send, &props.entry.id, |value| Some(Field::Summary(value)))} />
            }
        </th>
    }
}

fn commitment_cell(catalog: &Catalog, props: &RegisterRowProps, column: Column, commitment: &Commitment) -> Html {
    let id = &props.entry.id;
    match column {
        Column::To => html! { { commitment.to.join(", ") } },
        Column::Due => {
            let day = commitment.due_date.map(|day| date(catalog, day));
            let read = |value: String| if value.is_empty() { Some(None) } else { value.parse().ok().map(Some) };
            html! {
                <>
                    if props.is_active {
                        <DateField label={catalog.text("field-due-date")}
                            value={commitment.due_date.map(|day| day.to_string()).unwrap_or_default()}
                            onday={setter(&props.send, id, move |value| read(value).map(Field::DueDate))} />
                    } else if let Some(day) = day {
                        { day }
                    }
                    if !commitment.due.is_empty() {
                        <small>{ &commitment.due }</small>
                    }
                </>
            }
        }
        Column::Status if props.is_active => html! {
            <Choice label={catalog.text("field-status")} options={options::<CommitmentStatus>(catalog, "status")}
                value={commitment.status.name()}
                onchoice={setter(&props.send, id, |value| Named::from_name(&value).map(Field::Status))} />
        },
        Column::Status => html! { { catalog.text(Text::named("status", commitment.status.name())) } },
        Column::Certainty if props.is_active => html! {
            <Choice label={catalog.text("field-certainty")} options={options::<Certainty>(catalog, "certainty")}
                value={commitment.certainty.name()}
                onchoice={setter(&props.send, id, |value| Named::from_name(&value).map(Field::Certainty))} />
        },
        Column::Certainty => html! { { catalog.text(Text::named("certainty", commitment.certainty.name())) } },
        _ => Html::default(),
    }
}

fn claim_type(catalog: &Catalog, props: &RegisterRowProps, claim: &Claim) -> Html {
    if !props.is_active {
        return html! { { catalog.text(Text::named("type", claim.claim_type.name())) } };
    }
    html! {
        <Choice label={catalog.text("field-type")} options={options::<ClaimType>(catalog, "type")} value={claim.claim_type.name()}
            onchoice={setter(&props.send, &props.entry.id, |value| Named::from_name(&value).map(Field::ClaimType))} />
    }
}

fn check(catalog: &Catalog, props: &RegisterRowProps, claim: &Claim) -> Html {
    if !props.is_active {
        return html! { { catalog.text(Text::named("check", claim.check.name())) } };
    }
    html! {
        <Choice label={catalog.text("field-check")} options={options::<CheckState>(catalog, "check")} value={claim.check.name()}
            onchoice={setter(&props.send, &props.entry.id, |value| Named::from_name(&value).map(Field::Check))} />
    }
}

/// The passages of an annotation, each in its paragraph, from question to promise.
fn context(catalog: &Catalog, props: &RegisterRowProps) -> Html {
    let entry = &props.entry;
    let chain = entry.chain(&props.transcript);
    let show = props.send.reform(|_: MouseEvent| Message::ShowRegister(false, None));
    let is_commitment = props.table == Table::Commitments;
    let role = |role: Option<MentionRole>| (role.is_some() || is_commitment).then(|| link_name(catalog, role));
    html! {
        <div class="in-context">
            if !chain.is_empty() {
                <ol class="chain">
                    for (of, span) in chain {
                        <li>{ passage(catalog, &props.transcript, span, role(of)) }</li>
                    }
                </ol>
            }
            if entry.pieces.is_empty() {
                <p class="nowhere">{ catalog.text("nowhere") }</p>
            } else {
                <button class="link" onclick={show}>{ catalog.text("show-in-text") }</button>
            }
        </div>
    }
}

/// Words in the paragraphs that they stand in, with who says them.
pub(super) fn passage(catalog: &Catalog, transcript: &Transcript, span: ReadingSpan, role: Option<String>) -> Html {
    let told = told(role, catalog, transcript, span);
    let paragraphs = transcript.paragraphs_in(span);
    let paragraphs = transcript.paragraphs.get(paragraphs).unwrap_or_default();
    html! {
        <figure>
            <figcaption>{ told }</figcaption>
            for paragraph in paragraphs {
                { words(transcript, paragraph.text, span) }
            }
        </figure>
    }
}

/// A paragraph in which some words are marked.
fn words(transcript: &Transcript, paragraph: ReadingSpan, span: ReadingSpan) -> Html {
    let text = transcript.words(paragraph);
    let Some(marked) = paragraph.intersection(span) else { return html! { <p dir="auto">{ text }</p> } };
    let offset = paragraph.start().index();
    let (start, end) = (marked.start().index() - offset, marked.end().index() - offset);
    html! {
        <p dir="auto" lang={transcript.language.tag()}>
            { &text[..start] }<mark class="here">{ &text[start..end] }</mark>{ &text[end..] }
        </p>
    }
}
