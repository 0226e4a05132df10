//! The column at the right: the annotations, and the fields of the chosen one.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    commitment_form::CommitmentForm,
    fields::{Choice, TextField, setter},
    i18n::{date, use_catalog},
    kinds,
    shared::{Send, Shared},
    view::{ANNOTATIONS_ID, summary_id},
};
use crate::{
    app::{Entry, Field, KindFilter, Message, proposals},
    i18n::{Catalog, Text},
    model::{AnnotationId, Body, Claim, Codebook, Kind, Named, Transcript},
};

#[derive(Properties, PartialEq)]
pub(super) struct AnnotationListProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) codebook: Shared<Codebook>,
    pub(super) entries: Shared<[Rc<Entry>]>,
    pub(super) active: Option<AnnotationId>,
    pub(super) filter: KindFilter,
    pub(super) send: Send,
}

#[component]
pub(super) fn AnnotationList(props: &AnnotationListProps) -> Html {
    let catalog = use_catalog();
    // On a narrow screen the list is a sheet: open when a mark is chosen, and when the user wants it.
    let asked = use_state(|| false);
    let open = *asked || props.active.is_some();
    let toggle = {
        let (asked, send, active) = (asked.setter(), props.send.clone(), props.active.is_some());
        move |_: MouseEvent| {
            asked.set(!open);
            if active {
                send.emit(Message::Activate(None));
            }
        }
    };
    let count = |kind| props.entries.iter().filter(|entry| entry.annotation.kind() == kind).count();
    let filters = [
        (KindFilter::All, "filter-all", props.entries.len()),
        (KindFilter::Only(Kind::Commitment), "filter-commitments", count(Kind::Commitment)),
        (KindFilter::Only(Kind::Claim), "filter-claims", count(Kind::Claim)),
    ];
    let filters = filters.map(|(filter, label, count)| (filter, catalog.text(label), count)).into_iter();
    let own = props.codebook.iter().map(|(id, entry)| {
        let kind = Kind::Own(id.clone());
        (KindFilter::Only(kind.clone()), entry.name.clone(), count(kind))
    });
    let shown = |entry: &&Rc<Entry>| props.filter.shows(&entry.annotation.kind());
    let shown: Vec<_> = props.entries.iter().filter(shown).collect();
    html! {
        <aside id={ANNOTATIONS_ID} class={classes!("annotations", open.then_some("open"))}
            aria-label={catalog.text("annotations")} tabindex="-1">
            <div class="head-line">
                <h2>{ catalog.text("annotations") }</h2>
                <button class="sheet" aria-expanded={open.to_string()} onclick={toggle}>
                    { catalog.text(if open { "list-hide" } else { "list-show" }) }
                </button>
            </div>
            <div class="filters" role="group" aria-label={catalog.text("filter-label")}>
                for (filter, label, count) in filters.chain(own) {
                    <button aria-pressed={(props.filter == filter).to_string()}
                        onclick={props.send.reform(move |_: MouseEvent| Message::Filter(filter.clone()))}>
                        { label }<span class="number">{ count }</span>
                    </button>
                }
            </div>
            if props.entries.is_empty() {
                <div class="empty">
                    <p>{ catalog.text("no-annotations") }</p>
                    <p>{ catalog.text("no-annotations-hint") }</p>
                </div>
            } else if shown.is_empty() {
                <div class="empty"><p>{ catalog.text("no-annotations-shown") }</p></div>
            }
            <ol>
                for entry in shown {
                    <EntryView key={entry.id.to_string()} transcript={props.transcript.clone()} codebook={props.codebook.clone()}
                        entry={Shared(Rc::clone(entry))} is_active={props.active.as_ref() == Some(&entry.id)}
                        send={props.send.clone()} />
                }
            </ol>
        </aside>
    }
}

#[derive(Properties, PartialEq)]
struct EntryViewProps {
    transcript: Shared<Transcript>,
    codebook: Shared<Codebook>,
    entry: Shared<Entry>,
    is_active: bool,
    send: Send,
}

#[component]
fn EntryView(props: &EntryViewProps) -> Html {
    let catalog = use_catalog();
    let (entry, annotation) = (&props.entry, &props.entry.annotation);
    let kind = annotation.kind();
    let onclick = {
        let (send, id, active) = (props.send.clone(), entry.id.clone(), props.is_active);
        move |_: MouseEvent| send.emit(Message::Activate((!active).then(|| id.clone())))
    };
    let has_summary = !annotation.summary.is_empty();
    html! {
        <li data-annotation={entry.id.to_string()} data-kind={kind.to_string()}
            data-colour={kinds::colour(&props.codebook, &kind)} class={classes!("card", props.is_active.then_some("active"))}>
            <button class="head" aria-expanded={props.is_active.to_string()} {onclick}>
                <span class="kind" data-letter={kinds::letter(&catalog, &props.codebook, &kind)}>
                    { kinds::name(&catalog, &props.codebook, &kind) }
                </span>
                if has_summary {
                    <span class="summary">{ &annotation.summary }</span>
                }
                <q lang={props.transcript.language.tag()}>{ annotation.words() }</q>
                if entry.pieces.is_empty() {
                    <span class="nowhere">{ catalog.text("nowhere") }</span>
                }
                <span class="facts">{ facts(&catalog, props) }</span>
            </button>
            if props.is_active {
                { form(&catalog, props) }
            }
        </li>
    }
}

/// Who says it and where, and how it stands: the small print of a card.
fn facts(catalog: &Catalog, props: &EntryViewProps) -> Html {
    let transcript = &props.transcript;
    let turn = props.entry.turn.map(|index| (index, transcript.turn(index)));
    let speaker = turn.and_then(|(_, turn)| transcript.speaker(turn)).map(crate::model::Speaker::title);
    let number = turn.map(|(index, _)| {
        let first = index.0 as usize + 1;
        let last = props.entry.last_turn.map_or(first, |index| index.0 as usize + 1);
        match last > first {
            true => Text::new("turn-range").with("first", first).with("last", last),
            false => Text::new("turn-number").with("number", first),
        }
    });
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
        </>
    }
}

fn form(catalog: &Catalog, props: &EntryViewProps) -> Html {
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
    let transcript = &props.transcript;
    let speaker = props.entry.turn.and_then(|index| transcript.speaker(transcript.turn(index))).cloned();
    html! {
        <div class="form">
            <TextField label={catalog.text("field-summary")} value={annotation.summary.clone()} id={summary_id(id)}
                lines=true oninput={set(Field::Summary)} />
            { match &annotation.body {
                Body::Claim(claim) => claim_fields(catalog, props, claim),
                Body::Commitment(commitment) => html! {
                    <CommitmentForm id={id.clone()} commitment={commitment.clone()} speaker={speaker}
                        proposals={proposals(transcript, &props.entry)} send={props.send.clone()} />
                },
                Body::Own(_) => Html::default(),
            } }
            <TextField label={catalog.text("field-note")} value={annotation.note.clone()} lines=true
                oninput={set(Field::Note)} />
            <ListField label={catalog.text("field-tags")} hint={catalog.text("field-tags-hint")}
                values={annotation.tags.clone()} separator=", " onlist={set(Field::Tags)} />
            <div class="buttons">
                <button onclick={reveal}>{ catalog.text("show-in-text") }</button>
                <button class="danger" onclick={erase}>{ catalog.text("delete-annotation") }</button>
            </div>
        </div>
    }
}

fn claim_fields(catalog: &Catalog, props: &EntryViewProps, claim: &Claim) -> Html {
    html! {
        <>
            <div class="pair">
                <Choice label={catalog.text("field-type")} options={options(catalog, "type", claim.claim_type)}
                    value={claim.claim_type.name()}
                    onchoice={setter(&props.send, &props.entry.id, |value| Named::from_name(&value).map(Field::ClaimType))} />
                <Choice label={catalog.text("field-check")} options={options(catalog, "check", claim.check)}
                    value={claim.check.name()}
                    onchoice={setter(&props.send, &props.entry.id, |value| Named::from_name(&value).map(Field::Check))} />
            </div>
            <ListField label={catalog.text("field-sources")} hint={catalog.text("field-sources-hint")}
                values={claim.sources.clone()} separator="\n" onlist={setter(&props.send, &props.entry.id, |value| Some(Field::Sources(value)))} />
        </>
    }
}

/// The values of `T` with the words for them.
pub(super) fn options<T: Named>(catalog: &Catalog, prefix: &'static str, _: T) -> Vec<(&'static str, String)> {
    T::ALL.iter().map(|value| (value.name(), catalog.text(Text::named(prefix, value.name())))).collect()
}

#[derive(Properties, PartialEq)]
pub(super) struct ListFieldProps {
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) values: Vec<String>,
    pub(super) separator: &'static str,
    pub(super) onlist: Callback<String>,
}

/// Several values in one field. What is typed stays as typed (a comma at the end, say) for as long as it means the
/// values that are kept.
#[component]
pub(super) fn ListField(props: &ListFieldProps) -> Html {
    let typed = use_state(|| props.values.join(props.separator));
    let separator = props.separator.trim_matches(' ');
    let meant: Vec<&str> = typed.split(separator).map(str::trim).filter(|value| !value.is_empty()).collect();
    let value = if meant == props.values { (*typed).clone() } else { props.values.join(props.separator) };
    let oninput = {
        let (typed, onlist) = (typed.setter(), props.onlist.clone());
        move |text: String| {
            typed.set(text.clone());
            onlist.emit(text);
        }
    };
    html! {
        <TextField label={props.label.clone()} hint={props.hint.clone()} {value} lines={separator == "\n"} {oninput} />
    }
}
