//! The closing list beside the commitments: what is listed and marked, what is marked and not listed, what is listed and
//! not marked.

use std::{collections::BTreeMap, rc::Rc};

use yew::prelude::*;

use crate::{
    app::{Entry, Message, Reconciliation, Unlisted, reconcile, short, who},
    i18n::{Catalog, Text},
    model::{AnnotationId, Correction, ItemCorrection, Proposal, Transcript},
    register::{
        closing::Item,
        matching::{Match, Reason},
    },
    text::SourceSpan,
    ui::{
        fields::Choice,
        i18n::{date, use_catalog},
        shared::{Send, Shared},
    },
};

#[derive(Properties, PartialEq)]
pub(super) struct ClosingListProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) entries: Shared<[Rc<Entry>]>,
    pub(super) corrections: BTreeMap<SourceSpan, ItemCorrection>,
    pub(super) send: Send,
}

#[component]
pub(super) fn ClosingList(props: &ClosingListProps) -> Html {
    let catalog = use_catalog();
    let found = use_memo(
        (props.transcript.clone(), props.entries.clone(), props.corrections.clone()),
        |(transcript, entries, corrections)| {
            reconcile(transcript, entries, corrections.iter().map(|(span, correction)| (*span, correction)))
        },
    );
    let column = |key: &'static str, count: usize, content: Html| {
        html! {
            <section class="column" aria-labelledby={key}>
                <h2 id={key}>{ catalog.text(key) }{ " " }<span class="number">{ count }</span></h2>
                { content }
            </section>
        }
    };
    html! {
        <>
            if found.items.is_empty() {
                <p class="empty">{ catalog.text("closing-none") }</p>
            }
            <div class="columns">
                { column("closing-confirmed", found.confirmed.len(), confirmed(&catalog, props, &found)) }
                { column("closing-unlisted", found.unlisted.len(), unlisted(&catalog, props, &found)) }
                { column("closing-unmarked", found.unmarked.len(), unmarked(&catalog, props, &found)) }
            </div>
        </>
    }
}

/// Items that are marked, and what they are.
fn confirmed(catalog: &Catalog, props: &ClosingListProps, found: &Rc<Reconciliation>) -> Html {
    html! {
        <ul>
            for (at, entries) in &found.confirmed {
                <li key={*at} data-item={found.items[*at].label()}>
                    { item(catalog, props, &found.items[*at]) }
                    <ul class="marks">
                        for entry in entries {
                            <li>{ commitment(props, entry) }{ choice(props, found, entry, Some(*at)) }</li>
                        }
                    </ul>
                </li>
            }
        </ul>
    }
}

/// Commitments that are in no list, with the item that each may be.
fn unlisted(catalog: &Catalog, props: &ClosingListProps, found: &Rc<Reconciliation>) -> Html {
    html! {
        <ul>
            for Unlisted { entry, proposed } in &found.unlisted {
                <li key={entry.id.to_string()} data-unlisted={entry.id.to_string()}>
                    { commitment(props, entry) }
                    <small>{ who(&props.transcript, entry).name }</small>
                    if let Some(proposed) = proposed {
                        { proposal(catalog, props, found, entry, proposed) }
                    }
                    { choice(props, found, entry, None) }
                </li>
            }
        </ul>
    }
}

/// Items that nobody has marked.
fn unmarked(catalog: &Catalog, props: &ClosingListProps, found: &Reconciliation) -> Html {
    let mark = |item: &Item| {
        let words = item.words;
        props.send.reform(move |_: MouseEvent| Message::MarkItem(words))
    };
    html! {
        <ul>
            for at in &found.unmarked {
                <li key={*at} data-item={found.items[*at].label()}>
                    { item(catalog, props, &found.items[*at]) }
                    <div class="buttons">
                        <button onclick={mark(&found.items[*at])}>{ catalog.text("closing-mark") }</button>
                        { corrections(catalog, props, found, *at) }
                    </div>
                </li>
            }
        </ul>
    }
}

/// An item with its number, its day, and what was said of it afterwards.
fn item(catalog: &Catalog, props: &ClosingListProps, item: &Item) -> Html {
    let transcript = &props.transcript;
    let show = {
        let place = transcript.to_source(item.words);
        props.send.reform(move |_: MouseEvent| Message::ShowPlace(place))
    };
    let day = item.due.as_ref().and_then(|due| due.date).map(|day| date(catalog, day));
    html! {
        <>
            <button class="item" onclick={show} title={catalog.text("show-in-text")}>
                <b>{ item.label() }</b>{ " " }<span dir="auto">{ transcript.words(item.words) }</span>
            </button>
            if let Some(day) = day {
                <span class="chip">{ day }</span>
            }
            for amendment in &item.amendments {
                <p class="amendment">
                    { catalog.text("closing-amended") }{ " " }
                    if let Some(day) = amendment.due.date { <b>{ date(catalog, day) }</b> }
                    { " " }<q dir="auto">{ transcript.words(amendment.words) }</q>
                    if let Some(speaker) = transcript.title(transcript.turn(amendment.turn)) {
                        { " " }<small>{ speaker }</small>
                    }
                </p>
            }
        </>
    }
}

/// A commitment, as a button that chooses it.
fn commitment(props: &ClosingListProps, entry: &Rc<Entry>) -> Html {
    let id = entry.id.clone();
    let onclick = props.send.reform(move |_: MouseEvent| Message::Activate(Some(id.clone())));
    html! { <button class="item" dir="auto" {onclick}>{ short(&entry.annotation) }</button> }
}

/// The item that a commitment may be, why, and yes and no.
fn proposal(
    catalog: &Catalog,
    props: &ClosingListProps,
    found: &Reconciliation,
    entry: &Rc<Entry>,
    proposed: &Match,
) -> Html {
    let item = &found.items[proposed.item];
    let reasons = proposed.reasons.iter().map(|reason| match reason {
        Reason::Words(words) => catalog.text(Text::new("match-words").with("words", words.join(", "))),
        Reason::Due => catalog.text("match-due"),
        Reason::Person(name) => catalog.text(Text::new("match-person").with("name", name.as_str())),
    });
    let why = reasons.collect::<Vec<_>>().join(" · ");
    let accept = {
        let (id, words) = (entry.id.clone(), item.words);
        props.send.reform(move |_: MouseEvent| Message::ListAs(id.clone(), Some(words)))
    };
    let decline = {
        let id = entry.id.clone();
        props.send.reform(move |_: MouseEvent| Message::Decline(id.clone(), Proposal::Listed))
    };
    let label = catalog.text(Text::new("match-item").with("number", item.label()));
    html! {
        <div class="proposal" role="group" aria-label={label.clone()}>
            <span><b>{ label }</b>{ " " }<small>{ why }</small></span>
            <span class="choices">
                <button class="link" onclick={accept}>{ catalog.text("proposal-accept") }</button>
                <button class="link" onclick={decline}>{ catalog.text("proposal-decline") }</button>
            </span>
        </div>
    }
}

fn choice(props: &ClosingListProps, found: &Rc<Reconciliation>, entry: &Rc<Entry>, present: Option<usize>) -> Html {
    html! { <ItemChoice found={Shared(found.clone())} id={entry.id.clone()} {present} send={props.send.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct ItemChoiceProps {
    found: Shared<Reconciliation>,
    id: AnnotationId,
    /// The item it is, by its place among all.
    present: Option<usize>,
    send: Send,
}

/// Which item a commitment is, as the user says. The items are listed on request: a thousand commitments with all items
/// each would take seconds to draw.
#[component]
fn ItemChoice(props: &ItemChoiceProps) -> Html {
    let catalog = use_catalog();
    let open = use_state(|| false);
    if props.found.items.is_empty() {
        return Html::default();
    }
    if !*open {
        let onclick = move |_: MouseEvent| open.set(true);
        return html! { <button class="link" {onclick}>{ catalog.text("match-choose") }</button> };
    }
    let none = (AttrValue::from(""), catalog.text("match-none"));
    let items = props.found.items.iter().enumerate();
    let options = std::iter::once(none)
        .chain(items.map(|(at, item)| (AttrValue::from(at.to_string()), item.label())))
        .collect::<Vec<_>>();
    let (id, found) = (props.id.clone(), props.found.clone());
    let onchoice = props.send.reform(move |value: String| {
        let item = value.parse::<usize>().ok().and_then(|at| found.items.get(at)).map(|item| item.words);
        Message::ListAs(id.clone(), item)
    });
    html! {
        <Choice label={catalog.text("match-item-name")} {options}
            value={props.present.map(|at| at.to_string()).unwrap_or_default()} {onchoice} />
    }
}

/// How the split of the list is corrected.
fn corrections(catalog: &Catalog, props: &ClosingListProps, found: &Reconciliation, at: usize) -> Html {
    let item = &found.items[at];
    let source = props.transcript.to_source(item.words);
    let say = |correction: ItemCorrection| {
        props.send.reform(move |_: MouseEvent| Message::Correct(Correction::Item(source, Some(correction))))
    };
    let before = at.checked_sub(1).map(|before| found.items[before].words);
    let join = before.map(|before| {
        let words = item.words;
        props.send.reform(move |_: MouseEvent| Message::JoinItems(before, words))
    });
    html! {
        <>
            if item.part > 0 {
                <button class="link" onclick={say(ItemCorrection::Item)}>{ catalog.text("closing-own-item") }</button>
            } else if at > 0 {
                <button class="link" onclick={say(ItemCorrection::Part)}>{ catalog.text("closing-part") }</button>
            }
            if let Some(join) = join {
                <button class="link" onclick={join}>{ catalog.text("closing-join") }</button>
            }
            <button class="link" onclick={say(ItemCorrection::None)}>{ catalog.text("closing-no-item") }</button>
        </>
    }
}
