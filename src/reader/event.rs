//! What a format tells the builder: a stream of events with positions in the cleaned text.

use std::borrow::Cow;

use crate::{
    model::{AsideKind, Elapsed, Language, ParagraphKind, Remark, Repair, Role},
    text::SourceSpan,
};

/// Who a heading names, in the words of the heading. They are borrowed from the text, unless the heading is broken
/// over two lines.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label<'a> {
    /// The name without form of address and party.
    pub name: Cow<'a, str>,
    /// `Mevrouw`, `Minister`, ...
    pub honorific: Option<Cow<'a, str>>,
    /// What stands in brackets behind the name.
    pub party: Option<Cow<'a, str>>,
    /// In what role.
    pub role: Role,
}

impl<'a> Label<'a> {
    /// Somebody of whom only the name is known.
    #[must_use]
    pub fn named(name: &'a str) -> Self {
        Self { name: name.into(), honorific: None, party: None, role: Role::Guest }
    }

    /// The same, borrowed from nothing.
    #[must_use]
    pub fn into_owned(self) -> Label<'static> {
        let own = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        Label { name: own(self.name), honorific: self.honorific.map(own), party: self.party.map(own), role: self.role }
    }
}

/// One thing found in the text. Positions are bytes of the text that the format was given, and never run backwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// A turn begins.
    Turn {
        /// The heading; empty where there is none.
        heading: SourceSpan,
        /// Who speaks, where the heading tells.
        speaker: Option<Label<'a>>,
        /// When, in a recording.
        at: Option<Elapsed>,
    },
    /// A block begins that is not a turn.
    Aside(AsideKind),
    /// A paragraph of the present block.
    Paragraph(ParagraphKind, SourceSpan),
    /// A remark of the reporter on a line of its own. Between two paragraphs of a turn it belongs to the turn;
    /// after the last it is a block.
    Stage(AsideKind, SourceSpan),
    /// From here on, "the chair" is this person.
    ChairTakenBy(&'a str),
    /// A place that reads differently. It may lie within a paragraph or between two.
    Repair(Repair),
    /// The language of the transcript.
    Language(Language),
    /// Something the user should know.
    Remark(Remark),
}
