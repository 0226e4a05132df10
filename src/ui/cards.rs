//! The list of annotations in pages: what many cards have to do with the browser is done for a page of them at once.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    card::Card,
    reached::use_height,
    shared::{Send, Shared},
};
use crate::{
    app::{Entry, Group, Tally},
    model::{AnnotationId, Codebook, Transcript},
};

/// About how many cards are a page at least: what comes near is drawn a page at a time.
const PAGE: usize = 16;
/// About how many pages there are at most: of a long list they are longer, since the browser looks at each of them in
/// every frame, and with another filter each of them changes.
const MAX_PAGES: usize = 200;
/// About how tall a card is, in CSS pixels.
const CARD_PX: usize = 146;

/// Cards that are drawn together.
pub(super) struct CardPage {
    /// The same for as long as it begins behind the same annotation, whatever of it is shown.
    pub(super) name: String,
    pub(super) entries: Vec<Rc<Entry>>,
}

impl CardPage {
    pub(super) fn has(&self, entry: &Rc<Entry>) -> bool {
        self.entries.iter().any(|own| Rc::ptr_eq(own, entry))
    }
}

impl PartialEq for CardPage {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |(a, b): (&Rc<Entry>, &Rc<Entry>)| Rc::ptr_eq(a, b);
        self.name == other.name
            && self.entries.len() == other.entries.len()
            && self.entries.iter().zip(&other.entries).all(is_same)
    }
}

/// What of a group is shown, in pages. Where a page ends depends on the annotation that it ends with and on nothing
/// else, so that one more or one less changes one page and leaves the others as they are.
pub(super) fn pages(group: Group, is_shown: impl Fn(&Entry) -> bool) -> Vec<CardPage> {
    let begins = |behind: &str| CardPage { name: format!("{:?} {behind}", group.key), entries: Vec::new() };
    // In few steps, since with every other length all pages are others.
    let length = group.entries.len().div_ceil(MAX_PAGES).next_power_of_two().max(PAGE);
    let mut pages = Vec::new();
    let mut page = begins("");
    for entry in group.entries {
        let next = ends_page(&entry.id, length).then(|| begins(entry.id.as_str()));
        if is_shown(&entry) {
            page.entries.push(entry);
        }
        if let Some(next) = next {
            pages.push(std::mem::replace(&mut page, next));
        }
    }
    pages.push(page);
    pages.retain(|page| !page.entries.is_empty());
    pages
}

/// Whether a page of about `length` cards ends with this annotation: one in so many does.
fn ends_page(id: &AnnotationId, length: usize) -> bool {
    let mixed = id.as_str().bytes().fold(0_usize, |mixed, byte| mixed.wrapping_mul(31).wrapping_add(byte.into()));
    mixed.is_multiple_of(length)
}

#[derive(Properties, PartialEq)]
pub(super) struct CardsProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) codebook: Shared<Codebook>,
    pub(super) page: Rc<CardPage>,
    /// Whether it is to be drawn even where nothing on it is chosen.
    pub(super) is_reached: bool,
    /// The chosen annotation, where it is on this page, and how many there are of what.
    pub(super) active: Option<(Shared<Entry>, Shared<Tally>)>,
    pub(super) send: Send,
}

/// One page of cards.
#[component]
pub(super) fn Cards(props: &CardsProps) -> Html {
    let list = use_node_ref();
    let is_drawn = props.is_reached || props.active.is_some();
    use_height(&list, is_drawn, props.page.entries.len() * CARD_PX);
    let active = props.active.as_ref();
    html! {
        <ol ref={list} class="cards" data-page={props.page.name.clone()}>
            if is_drawn {
                for entry in props.page.entries.iter() {
                    <Card key={entry.id.to_string()} transcript={props.transcript.clone()} codebook={props.codebook.clone()}
                        entry={Shared(Rc::clone(entry))} tally={active.filter(|(active, _)| Rc::ptr_eq(&active.0, entry)).map(|(_, tally)| tally.clone())} send={props.send.clone()} />
                }
            }
        </ol>
    }
}
