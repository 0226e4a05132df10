//! What stands over the list of annotations: which are shown, and how they are grouped.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::{
    fields::{Choice, options},
    i18n::use_catalog,
    kinds,
    shared::{Send, Shared},
};
use crate::{
    app::{Filter, Grouping, Message, Tally},
    i18n::{Catalog, Text},
    model::{CheckState, Codebook, CommitmentStatus, Kind, Named, SpeakerIndex, Transcript},
};

#[derive(Properties, PartialEq)]
pub(super) struct ListFilterProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) codebook: Shared<Codebook>,
    /// How many there are of what.
    pub(super) tally: Shared<Tally>,
    pub(super) filter: Filter,
    pub(super) grouping: Grouping,
    /// How many annotations there are.
    pub(super) all: usize,
    /// How many of them the list shows.
    pub(super) shown: usize,
    pub(super) send: Send,
}

#[component]
pub(super) fn ListFilter(props: &ListFilterProps) -> Html {
    let catalog = use_catalog();
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        move |_: MouseEvent| open.set(!*open)
    };
    let conditions = props.filter.conditions();
    let clear = {
        let kind = props.filter.kind.clone();
        props.send.reform(move |_: MouseEvent| Message::Filter(Filter { kind: kind.clone(), ..Filter::default() }))
    };
    html! {
        <>
            <div class="filters" role="group" aria-label={catalog.text("filter-label")}>
                { kind_button(&catalog, props, None) }
                for kind in kinds::all(&props.codebook) {
                    { kind_button(&catalog, props, Some(kind)) }
                }
            </div>
            <div class="filters">
                <button aria-expanded={open.to_string()} onclick={toggle}>
                    { catalog.text(Text::new("filter-more").with("count", conditions)) }
                </button>
                if conditions > 0 {
                    <button onclick={clear}>{ catalog.text("filter-clear") }</button>
                    <span role="status" class="number">
                        { catalog.text(Text::new("filter-shown").with("shown", props.shown).with("all", props.all)) }
                    </span>
                }
            </div>
            if *open {
                <div class="conditions">{ conditions_form(&catalog, props) }</div>
            }
        </>
    }
}

/// The button that shows the annotations of one kind, or of all.
fn kind_button(catalog: &Catalog, props: &ListFilterProps, kind: Option<Kind>) -> Html {
    let count = match &kind {
        None => props.all,
        Some(kind) => props.tally.kind(kind),
    };
    let label = match &kind {
        None => catalog.text("filter-all"),
        Some(Kind::Claim) => catalog.text("filter-claims"),
        Some(Kind::Commitment) => catalog.text("filter-commitments"),
        Some(own) => kinds::name(catalog, &props.codebook, own),
    };
    let is_chosen = (props.filter.kind == kind).to_string();
    let onclick = change(props, move |filter, ()| filter.kind.clone_from(&kind)).reform(|_: MouseEvent| ());
    html! { <button aria-pressed={is_chosen} {onclick}>{ label }{ " " }<span class="number">{ count }</span></button> }
}

/// Changes a condition of the filter.
fn change<T: 'static>(props: &ListFilterProps, set: impl Fn(&mut Filter, T) + 'static) -> Callback<T> {
    let filter = props.filter.clone();
    props.send.reform(move |value| {
        let mut filter = filter.clone();
        set(&mut filter, value);
        Message::Filter(filter)
    })
}

fn conditions_form(catalog: &Catalog, props: &ListFilterProps) -> Html {
    let (filter, transcript) = (&props.filter, &props.transcript);
    let with_any = |mut options: Vec<(AttrValue, String)>| {
        options.insert(0, (AttrValue::from(""), catalog.text("filter-any")));
        options
    };
    let words = |values: BTreeSet<&str>| -> Vec<(AttrValue, String)> {
        values.into_iter().map(|value| (AttrValue::from(value.to_owned()), value.to_owned())).collect()
    };
    let marked =
        || props.tally.speakers.keys().map(|SpeakerIndex(index)| (index, &transcript.speakers[*index as usize]));
    let speakers = marked().map(|(index, speaker)| (AttrValue::from(index.to_string()), speaker.label()));
    let parties = marked().filter_map(|(_, speaker)| speaker.party.as_deref()).collect();
    let tags = props.tally.tags.keys().map(String::as_str).collect();
    let some = |value: String| Some(value).filter(|value| !value.is_empty());
    let groupings = options::<Grouping>(catalog, "grouping");
    let ongroup =
        props.send.reform(|name: String| Message::Group(Grouping::from_name(&name).unwrap_or(Grouping::Text)));
    let without_date = {
        let wanted = !filter.without_date;
        change(props, move |filter, ()| filter.without_date = wanted).reform(|_: Event| ())
    };
    html! {
        <>
            <Choice label={catalog.text("grouping")} options={groupings} value={props.grouping.name()} onchoice={ongroup} />
            <div class="pair">
                <Choice label={catalog.text("field-status")} options={with_any(options::<CommitmentStatus>(catalog, "status"))}
                    value={filter.status.map_or("", Named::name)}
                    onchoice={change(props, |filter, name: String| filter.status = Named::from_name(&name))} />
                <Choice label={catalog.text("field-check")} options={with_any(options::<CheckState>(catalog, "check"))}
                    value={filter.check.map_or("", Named::name)}
                    onchoice={change(props, |filter, name: String| filter.check = Named::from_name(&name))} />
            </div>
            <Choice label={catalog.text("filter-speaker")} options={with_any(speakers.collect())}
                value={filter.speaker.map(|SpeakerIndex(index)| index.to_string()).unwrap_or_default()}
                onchoice={change(props, |filter, index: String| filter.speaker = index.parse().ok().map(SpeakerIndex))} />
            <div class="pair">
                <Choice label={catalog.text("filter-party")} options={with_any(words(parties))}
                    value={filter.party.clone().unwrap_or_default()}
                    onchoice={change(props, move |filter, party| filter.party = some(party))} />
                <Choice label={catalog.text("filter-tag")} options={with_any(words(tags))}
                    value={filter.tag.clone().unwrap_or_default()}
                    onchoice={change(props, move |filter, tag| filter.tag = some(tag))} />
            </div>
            <label class="check">
                <input type="checkbox" checked={filter.without_date} onchange={without_date} />
                { catalog.text("filter-without-date") }
            </label>
        </>
    }
}
