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
    catalog.text(Text::date(date))
}
