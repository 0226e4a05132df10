//! Addresses within the page, behind the `#`.

use std::str::FromStr as _;

use crate::model::ProjectId;

/// What the address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The start page.
    #[default]
    Start,
    /// A transcript: `#/t/ID`.
    Transcript(ProjectId),
    /// A transcript whose identifier cannot be one.
    Nowhere,
}

impl Route {
    /// The route of a fragment, with or without its `#`. What is not known leads to the start page.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('#');
        match path.strip_prefix("/t/") {
            Some(id) => ProjectId::from_str(id).map_or(Self::Nowhere, Self::Transcript),
            None => Self::Start,
        }
    }

    /// The fragment, with its `#`.
    #[must_use]
    pub fn fragment(&self) -> String {
        match self {
            Self::Start | Self::Nowhere => "#/".into(),
            Self::Transcript(id) => format!("#/t/{id}"),
        }
    }
}
