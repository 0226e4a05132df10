//! The messages, for every component.

use jiff::civil::Date;
use yew::prelude::*;

use crate::i18n::{Catalog, Lang, Text};

/// The messages in the language of the interface.
#[hook]
pub(super) fn use_catalog() -> Catalog {
    use_context::<Catalog>().unwrap_or_else(|| Catalog::new(Lang::default()))
}

/// A day as the language writes it.
pub(super) fn date(catalog: &Catalog, date: Date) -> String {
    let number = |n: i8| usize::try_from(n).unwrap_or_default();
    let text = Text::new("date").with("day", number(date.day())).with("month", number(date.month()));
    catalog.text(text.with("year", date.year().to_string()))
}
