//! How the kinds of annotations are called and told apart on the screen.

use crate::{
    i18n::Catalog,
    model::{Codebook, Kind, Named as _},
};

/// The kinds that something can be marked as.
pub(super) fn all(codebook: &Codebook) -> impl Iterator<Item = Kind> {
    Kind::BUILT_IN.into_iter().chain(codebook.keys().cloned().map(Kind::Own))
}

/// What a kind is called.
pub(super) fn name(catalog: &Catalog, codebook: &Codebook, kind: &Kind) -> String {
    match kind {
        Kind::Claim => catalog.text("kind-claim"),
        Kind::Commitment => catalog.text("kind-commitment"),
        // Where the codebook does not know it (any more), its identifier still tells it from others.
        Kind::Own(id) => codebook.get(id).map_or_else(|| id.to_string(), |entry| entry.name.clone()),
    }
}

/// One or two letters that stand for a kind where there is no room for its name.
pub(super) fn letter(catalog: &Catalog, codebook: &Codebook, kind: &Kind) -> String {
    match kind {
        Kind::Claim => catalog.text("kind-letter-claim"),
        Kind::Commitment => catalog.text("kind-letter-commitment"),
        Kind::Own(_) => name(catalog, codebook, kind).chars().take(2).collect(),
    }
}

/// The colour of a kind of the user's own, as the style sheet knows it.
pub(super) fn colour(codebook: &Codebook, kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Claim | Kind::Commitment => None,
        Kind::Own(id) => Some(codebook.get(id).map_or("grey", |entry| entry.colour.name())),
    }
}
