//! Addresses within the page, behind the `#`.

use std::str::FromStr as _;

use crate::model::{AnnotationId, ProjectId};

/// What the address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The start page.
    #[default]
    Start,
    /// A transcript: `#/t/ID`.
    Transcript(ProjectId),
    /// A transcript at one of its annotations: `#/t/ID/a/ID`.
    Annotation(ProjectId, AnnotationId),
    /// The register of a transcript: `#/t/ID/register`.
    Register(ProjectId),
    /// What is still to be done, of all transcripts: `#/commitments`.
    Commitments,
    /// A transcript whose identifier cannot be one, or an annotation whose identifier cannot.
    Nowhere,
}

impl Route {
    /// The route of a fragment, with or without its `#`. What is not known leads to the start page.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('#');
        if path == "/commitments" {
            return Self::Commitments;
        }
        let Some(path) = path.strip_prefix("/t/") else { return Self::Start };
        if let Some(project) = path.strip_suffix("/register") {
            return ProjectId::from_str(project).map_or(Self::Nowhere, Self::Register);
        }
        let (project, annotation) = path.split_once("/a/").map_or((path, None), |(path, id)| (path, Some(id)));
        match (ProjectId::from_str(project), annotation.map(AnnotationId::from_str)) {
            (Ok(project), None) => Self::Transcript(project),
            (Ok(project), Some(Ok(annotation))) => Self::Annotation(project, annotation),
            _ => Self::Nowhere,
        }
    }

    /// Whether both are the same transcript, or neither is one.
    #[must_use]
    pub fn is_in(&self, other: &Self) -> bool {
        let transcript = |route: &Self| match route {
            Self::Transcript(id) | Self::Annotation(id, _) | Self::Register(id) => Some(id.clone()),
            Self::Start | Self::Commitments | Self::Nowhere => None,
        };
        transcript(self) == transcript(other)
    }

    /// The fragment, with its `#`.
    #[must_use]
    pub fn fragment(&self) -> String {
        match self {
            Self::Start | Self::Nowhere => "#/".into(),
            Self::Commitments => "#/commitments".into(),
            Self::Transcript(id) => format!("#/t/{id}"),
            Self::Annotation(project, id) => format!("#/t/{project}/a/{id}"),
            Self::Register(project) => format!("#/t/{project}/register"),
        }
    }
}
