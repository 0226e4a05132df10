//! The column at the right: the annotations, and the fields of the chosen one.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use gloo_events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{
    commitment_form::CommitmentForm,
    fields::{Choice, ListField, TextField, options, setter},
    i18n::{date, use_catalog},
    kinds,
    list_filter::ListFilter,
    near::use_was_near,
    passages::Passages,
    shared::{Send, Shared},
    view::{self, ANNOTATIONS_ID, summary_id},
};
use crate::{
    app::{Entry, Field, Filter, GroupKey, Grouping, Message, Panel, groups, proposals, tags_problem},
    i18n::{Catalog, Text},
    model::{AnnotationId, Body, CheckState, Claim, ClaimType, Codebook, Kind, Named, SpeakerIndex, Transcript},
    platform::window,
};

/// How many tags are offered.
const MAX_TAGS_OFFERED: usize = 12;

#[derive(Properties, PartialEq)]
pub(super) struct AnnotationListProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) codebook: Shared<Codebook>,
    pub(super) entries: Shared<[Rc<Entry>]>,
    /// How many there are of each kind.
    pub(super) kinds: Shared<BTreeMap<Kind, usize>>,
    /// The chosen one.
    pub(super) active: Option<Shared<Entry>>,
    pub(super) filter: Filter,
    pub(super) grouping: Grouping,
    /// While something is looked for, the annotations that it is in.
    pub(super) found: Option<Shared<BTreeSet<AnnotationId>>>,
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
    let groups = use_memo(
        (
            props.transcript.clone(),
            props.entries.clone(),
            (props.filter.clone(), props.grouping),
            // The chosen one is shown whatever is looked for.
            props.found.clone().map(|found| (found, props.active.as_ref().map(|active| active.id.clone()))),
        ),
        |(transcript, entries, (filter, grouping), found)| {
            let is_found = |entry: &Entry| {
                found
                    .as_ref()
                    .is_none_or(|(found, active)| found.contains(&entry.id) || active.as_ref() == Some(&entry.id))
            };
            groups(transcript, entries, *grouping, |entry| is_found(entry) && filter.shows(transcript, entry))
        },
    );
    let shown = groups.iter().map(|group| group.entries.len()).sum::<usize>();
    let tags = use_memo(props.entries.clone(), |entries| tags_of(entries));
    use_following(props);
    let codebook = props.send.reform(|_: MouseEvent| Message::Show(Some(Panel::Codebook)));
    html! {
        <aside id={ANNOTATIONS_ID} class={classes!("annotations", open.then_some("open"))}
            aria-label={catalog.text("annotations")} tabindex="-1">
            <div class="head-line">
                <h2>{ catalog.text("annotations") }</h2>
                <button class="link" onclick={codebook}>{ catalog.text("codebook") }</button>
                <button class="sheet" aria-expanded={open.to_string()} onclick={toggle}>
                    { catalog.text(if open { "list-hide" } else { "list-show" }) }
                </button>
            </div>
            <ListFilter transcript={props.transcript.clone()} codebook={props.codebook.clone()} entries={props.entries.clone()}
                kinds={props.kinds.clone()} filter={props.filter.clone()} grouping={props.grouping} {shown} send={props.send.clone()} />
            if props.entries.is_empty() {
                <div class="empty">
                    <p>{ catalog.text("no-annotations") }</p>
                    <p>{ catalog.text("no-annotations-hint") }</p>
                </div>
            } else if shown == 0 {
                <div class="empty"><p>{ catalog.text("no-annotations-shown") }</p></div>
            }
            for group in groups.iter() {
                if let Some(heading) = heading(&catalog, props, group.key) {
                    <h3 class="group-heading">{ heading }<span class="number">{ group.entries.len() }</span></h3>
                }
                for page in pages(&group.entries) {
                    <Page key={format!("{:?} {}", group.key, page[0].id)} transcript={props.transcript.clone()} codebook={props.codebook.clone()}
                        entries={Same(page.to_vec())} is_whole={page.len() == group.entries.len()}
                        active={props.active.clone().filter(|active| page.iter().any(|entry| Rc::ptr_eq(entry, &active.0))).map(|active| (active, Shared(tags.clone())))}
                        send={props.send.clone()} />
                }
            }
        </aside>
    }
}

/// A list of more cards is drawn a page at a time, when it comes near what is seen of it.
const MAX_AT_ONCE: usize = 300;
/// About how many cards are a page then.
const PAGE: usize = 50;
/// About how tall a card is, in CSS pixels.
const CARD_PX: usize = 146;

/// The entries in pages; all on one where they are not many. Where a page ends depends on the entry that it ends with and
/// on nothing else, so that one more or one less changes one page and leaves the others as they are.
fn pages(entries: &[Rc<Entry>]) -> impl Iterator<Item = &[Rc<Entry>]> {
    let are_many = entries.len() > MAX_AT_ONCE;
    entries.chunk_by(move |entry, _| !(are_many && ends_page(&entry.id)))
}

/// Whether a page ends with this annotation: one in [`PAGE`] does.
fn ends_page(id: &AnnotationId) -> bool {
    let mixed = id.as_str().bytes().fold(0_usize, |mixed, byte| mixed.wrapping_mul(31).wrapping_add(byte.into()));
    mixed.is_multiple_of(PAGE)
}

/// Entries that are the same only if each is the very same.
#[derive(Clone)]
struct Same(Vec<Rc<Entry>>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(|(a, b)| Rc::ptr_eq(a, b))
    }
}

#[derive(Properties, PartialEq)]
struct PageProps {
    transcript: Shared<Transcript>,
    codebook: Shared<Codebook>,
    entries: Same,
    /// Whether there is no other page.
    is_whole: bool,
    /// The chosen annotation, where it is on this page, and the tags in use.
    active: Option<(Shared<Entry>, Shared<BTreeSet<String>>)>,
    send: Send,
}

/// Cards that are drawn together.
#[component]
fn Page(props: &PageProps) -> Html {
    let list = use_node_ref();
    let was_near = use_was_near(&list);
    let is_drawn = props.is_whole || was_near || props.active.is_some();
    let height = props.entries.0.len() * CARD_PX;
    {
        let list = list.clone();
        use_effect_with((height, is_drawn), move |(height, is_drawn)| {
            if let Some(list) = list.cast::<HtmlElement>() {
                let _ = list.style().set_property("contain-intrinsic-block-size", &format!("auto {height}px"));
                let height = if *is_drawn { String::new() } else { format!("{height}px") };
                let _ = list.style().set_property("min-height", &height);
            }
        });
    }
    let active = props.active.as_ref();
    html! {
        <ol ref={list} class="cards">
            if is_drawn {
                for entry in props.entries.0.iter() {
                    <EntryView key={entry.id.to_string()} transcript={props.transcript.clone()} codebook={props.codebook.clone()}
                        entry={Shared(Rc::clone(entry))} tags={active.filter(|(active, _)| Rc::ptr_eq(&active.0, entry)).map(|(_, tags)| tags.clone())} send={props.send.clone()} />
                }
            }
        </ol>
    }
}

/// While the text is scrolled, the list goes along, unless the reader is busy with it.
#[hook]
fn use_following(props: &AnnotationListProps) {
    let in_order = props.grouping == Grouping::Text && props.active.is_none();
    use_effect_with((props.entries.clone(), props.transcript.clone(), in_order), |(entries, transcript, in_order)| {
        let (entries, transcript) = (entries.clone(), transcript.clone());
        let follow = move |_: &Event| {
            let top = view::current().and_then(|view| transcript.paragraphs.get(view.paragraph as usize));
            if let Some(top) = top {
                let next = entries.partition_point(|entry| entry.start() < Some(top.text.start()));
                let next = next.min(entries.len().saturating_sub(1));
                if let Some(entry) = entries.get(next) {
                    #[expect(clippy::cast_precision_loss, reason = "a place on a screen")]
                    view::follow_in_list(&entry.id, next as f64 / entries.len() as f64);
                }
            }
        };
        let listener = in_order.then(|| EventListener::new(&window(), "scroll", follow));
        move || drop(listener)
    });
}

/// What the annotations of a group have in common; `None` where all are in one.
fn heading(catalog: &Catalog, props: &AnnotationListProps, key: GroupKey) -> Option<String> {
    let transcript = &props.transcript;
    Some(match key {
        GroupKey::All => return None,
        GroupKey::Turn(index) => {
            let number = catalog.text(Text::new("turn-number").with("number", index.0 as usize + 1));
            match transcript.title(transcript.turn(index)) {
                Some(title) => format!("{number} · {title}"),
                None => number,
            }
        }
        GroupKey::Speaker(SpeakerIndex(index)) => transcript.speakers[index as usize].label(),
        GroupKey::Status(status) => catalog.text(Text::named("status", status.name())),
        GroupKey::Check(check) => catalog.text(Text::named("check", check.name())),
        GroupKey::None => catalog.text("group-none"),
    })
}

#[derive(Properties, PartialEq)]
struct EntryViewProps {
    transcript: Shared<Transcript>,
    codebook: Shared<Codebook>,
    entry: Shared<Entry>,
    /// For the chosen one, and for no other, the tags in use.
    tags: Option<Shared<BTreeSet<String>>>,
    send: Send,
}

impl EntryViewProps {
    /// Whether it is the chosen one.
    fn is_active(&self) -> bool {
        self.tags.is_some()
    }
}

#[component]
fn EntryView(props: &EntryViewProps) -> Html {
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
                    <span class="summary">{ &annotation.summary }</span>
                }
                <q lang={props.transcript.language.tag()}>{ annotation.words() }</q>
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
            for tag in &props.entry.annotation.tags {
                <span class="tag">{ "#" }{ tag }</span>
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
    let copy = {
        let (send, id) = (props.send.clone(), id.clone());
        move |_: MouseEvent| send.emit(Message::CopyQuote(id.clone()))
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

fn tags_of(entries: &[Rc<Entry>]) -> BTreeSet<String> {
    entries.iter().flat_map(|entry| entry.annotation.tags.iter().cloned()).collect()
}

/// Tags that other annotations have, to be given to this one too.
fn more_tags(catalog: &Catalog, props: &EntryViewProps) -> Html {
    let present = &props.entry.annotation.tags;
    let others = props.tags.iter().flat_map(|tags| tags.iter()).filter(|tag| !present.contains(tag));
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

fn claim_fields(catalog: &Catalog, props: &EntryViewProps, claim: &Claim) -> Html {
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
