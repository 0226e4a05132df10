//! The column at the right: the annotations, in groups.

use std::{cell::Cell, collections::BTreeSet, rc::Rc};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::{
    cards::{CardPage, Cards, pages},
    i18n::use_catalog,
    list_filter::ListFilter,
    reached::use_reached,
    shared::{Send, Shared},
    view::{self, ANNOTATIONS_ID},
};
use crate::{
    app::{Entry, Filter, GroupKey, Grouping, Message, Panel, Tally, groups},
    i18n::{Catalog, Text},
    model::{AnnotationId, Codebook, Named, SpeakerIndex, Transcript},
    platform::window,
};

/// A list of more cards is drawn a page at a time, as the browser comes to lay them out.
const MAX_AT_ONCE: usize = 300;

#[derive(Properties, PartialEq)]
pub(super) struct AnnotationListProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) codebook: Shared<Codebook>,
    pub(super) entries: Shared<[Rc<Entry>]>,
    /// How many there are of what.
    pub(super) tally: Shared<Tally>,
    /// The chosen one.
    pub(super) active: Option<Shared<Entry>>,
    pub(super) filter: Filter,
    pub(super) grouping: Grouping,
    /// Whether the register is shown instead of the transcript.
    pub(super) in_register: bool,
    /// While something is looked for, the annotations that it is in.
    pub(super) found: Option<Shared<BTreeSet<AnnotationId>>>,
    pub(super) send: Send,
}

#[component]
pub(super) fn AnnotationList(props: &AnnotationListProps) -> Html {
    let catalog = use_catalog();
    // On a narrow screen the list is a sheet: open when a mark is chosen in the text, and when the user wants it. The
    // register shows itself what is chosen.
    let asked = use_state(|| false);
    let is_chosen = props.active.is_some() && !props.in_register;
    let open = *asked || is_chosen;
    let toggle = {
        let (asked, send, active) = (asked.setter(), props.send.clone(), is_chosen);
        move |_: MouseEvent| {
            asked.set(!open);
            if active {
                send.emit(Message::Activate(None));
            }
        }
    };
    let column = use_node_ref();
    let reached = use_reached(&column);
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
            let is_shown = |entry: &Entry| is_found(entry) && filter.shows(transcript, entry);
            let groups = groups(transcript, entries, *grouping, |_| true).into_iter();
            let groups = groups.map(|group| (group.key, pages(group, is_shown).into_iter().map(Rc::new).collect()));
            groups.filter(|(_, pages): &(_, Vec<_>)| !pages.is_empty()).collect::<Vec<_>>()
        },
    );
    let count = |pages: &[Rc<CardPage>]| pages.iter().map(|page| page.entries.len()).sum::<usize>();
    let shown = groups.iter().map(|(_, pages)| count(pages)).sum::<usize>();
    // Few are all drawn at once. Of many, the first page is.
    let first = groups.first().and_then(|(_, pages)| pages.first());
    let at_once = |page: &Rc<CardPage>| shown <= MAX_AT_ONCE || first.is_some_and(|first| Rc::ptr_eq(first, page));
    use_following(props);
    let register = {
        let shown = !props.in_register;
        props.send.reform(move |_: MouseEvent| Message::ShowRegister(shown, view::read_now()))
    };
    let codebook = props.send.reform(|_: MouseEvent| Message::Show(Some(Panel::Codebook)));
    html! {
        <aside id={ANNOTATIONS_ID} ref={column} class={classes!("annotations", open.then_some("open"))}
            aria-label={catalog.text("annotations")} tabindex="-1">
            <div class="head-line">
                <h2>{ catalog.text("annotations") }</h2>
                <button class="link" onclick={codebook}>{ catalog.text("codebook") }</button>
                <button class="link" onclick={register}>{ catalog.text(if props.in_register { "register-leave" } else { "register" }) }</button>
                <button class="sheet" aria-expanded={open.to_string()} onclick={toggle}>
                    { catalog.text(if open { "list-hide" } else { "list-show" }) }
                </button>
            </div>
            <ListFilter transcript={props.transcript.clone()} codebook={props.codebook.clone()} all={props.entries.len()}
                tally={props.tally.clone()} filter={props.filter.clone()} grouping={props.grouping} {shown} send={props.send.clone()} />
            if props.entries.is_empty() {
                <div class="empty">
                    <p>{ catalog.text("no-annotations") }</p>
                    <p>{ catalog.text("no-annotations-hint") }</p>
                </div>
            } else if shown == 0 {
                <div class="empty"><p>{ catalog.text("no-annotations-shown") }</p></div>
            }
            for (key, pages) in groups.iter() {
                if let Some(heading) = heading(&catalog, props, *key) {
                    <h3 class="group-heading">{ heading }<span class="number">{ count(pages) }</span></h3>
                }
                for page in pages {
                    <Cards key={page.name.clone()} transcript={props.transcript.clone()} codebook={props.codebook.clone()}
                        page={Rc::clone(page)} is_reached={at_once(page) || reached.has(&page.name)}
                        active={props.active.clone().filter(|active| page.has(&active.0)).map(|active| (active, props.tally.clone()))}
                        send={props.send.clone()} />
                }
            }
        </aside>
    }
}

/// How long after the last scrolling the list goes along, in milliseconds: meanwhile the text needs the time.
const FOLLOW_MS: u32 = 100;

/// When the text has been scrolled, the list goes along, unless the reader is busy with it.
#[hook]
fn use_following(props: &AnnotationListProps) {
    let in_order = props.grouping == Grouping::Text && props.active.is_none();
    use_effect_with((props.entries.clone(), props.transcript.clone(), in_order), |(entries, transcript, in_order)| {
        let (entries, transcript) = (entries.clone(), transcript.clone());
        let rested: Cell<Option<Timeout>> = Cell::default();
        let scrolled = move |_: &Event| {
            let (entries, transcript) = (entries.clone(), transcript.clone());
            rested.set(Some(Timeout::new(FOLLOW_MS, move || follow(&entries, &transcript))));
        };
        let listener = in_order.then(|| EventListener::new(&window(), "scroll", scrolled));
        move || drop(listener)
    });
}

/// Brings the first annotation behind the top of the text into view.
fn follow(entries: &[Rc<Entry>], transcript: &Transcript) {
    let top = view::current().and_then(|view| transcript.paragraphs.get(view.paragraph as usize));
    let Some(top) = top else { return };
    let next = entries.partition_point(|entry| entry.start() < Some(top.text.start()));
    let next = next.min(entries.len().saturating_sub(1));
    if let Some(entry) = entries.get(next) {
        #[expect(clippy::cast_precision_loss, reason = "a place on a screen")]
        view::follow_in_list(&entry.id, next as f64 / entries.len() as f64);
    }
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
