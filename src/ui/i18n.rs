//! The messages, for every component.

use jiff::civil::Date;
use yew::prelude::*;

use crate::{
    i18n::{Catalog, Lang, Text},
    model::TurnIndex,
};

/// The messages in the language of the interface.
#[hook]
pub(super) fn use_catalog() -> Catalog {
    use_context::<Catalog>().unwrap_or_else(|| Catalog::new(Lang::default()))
}

/// A day as the language writes it.
pub(super) fn date(catalog: &Catalog, date: Date) -> String {
    catalog.text(Text::date(date))
}

/// The turns from one to another, counted from 1, or the one turn that both are.
pub(super) fn turns(first: TurnIndex, last: TurnIndex) -> Text {
    let number = |turn: TurnIndex| turn.0 as usize + 1;
    match last > first {
        true => Text::new("turn-range").with("first", number(first)).with("last", number(last)),
        false => Text::new("turn-number").with("number", number(first)),
    }
}
