//! A transcript as read: the meeting, the speakers, and the blocks of text in order. It never changes.

use std::{fmt, ops::Range, rc::Rc};

use jiff::civil::{Date, Time};

use super::{Label, Named, Repairs, Role, Speaker};
use crate::text::{Byte, ReadingSpan, SourceSpan};

/// An input format, known by its name in files and messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format(pub &'static str);

/// The language in which a transcript is written, as far as the reader has to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Dutch.
    Dutch,
    /// English.
    English,
    /// French.
    French,
    /// German.
    German,
    /// Not known.
    #[default]
    Unknown,
}

impl Language {
    /// The BCP 47 tag, or the empty string, which in HTML says that the language is unknown.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
            Self::French => "fr",
            Self::German => "de",
            Self::Unknown => "",
        }
    }
}

impl Named for Language {
    const ALL: &'static [Self] = &[Self::Dutch, Self::English, Self::French, Self::German, Self::Unknown];

    /// The BCP 47 tag, `und` for none.
    fn name(self) -> &'static str {
        if self == Self::Unknown { "und" } else { self.tag() }
    }
}

/// A time since the beginning of a recording, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Elapsed(pub u32);

impl fmt::Display for Elapsed {
    /// Hours, minutes and seconds, `1:02:03`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0 / 1000;
        write!(f, "{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    }
}

/// What the report says about the meeting. All of it may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meeting {
    /// What it was about, where a title line says so.
    pub title: Option<String>,
    /// The committees that met.
    pub committees: Vec<String>,
    /// The day.
    pub date: Option<Date>,
    /// The dossier number (`28 638`).
    pub dossier: Option<String>,
    /// The number of the document within the dossier (`246`).
    pub number: Option<String>,
    /// The session year (`2023–2024`).
    pub session: Option<String>,
    /// Who chaired, in order of first appearance.
    pub chairs: Vec<String>,
    /// The clerks.
    pub clerks: Vec<String>,
    /// Members present.
    pub members: Vec<String>,
    /// Members of the government, and others who came, with their function, as the report names them.
    pub guests: Vec<String>,
    /// The papers discussed, each as the report describes it.
    pub papers: Vec<String>,
    /// When it began.
    pub start: Option<Time>,
    /// When it ended.
    pub end: Option<Time>,
}

impl Meeting {
    /// The dossier with the number of the document: `28 638, nr. 246`.
    #[must_use]
    pub fn document(&self) -> Option<String> {
        match (&self.dossier, &self.number) {
            (Some(dossier), Some(number)) => Some(format!("{dossier}, nr. {number}")),
            (dossier, _) => dossier.clone(),
        }
    }
}

/// A time of day as hours and minutes, `09:05`.
#[must_use]
pub fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Which speaker: an index into [`Transcript::speakers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpeakerIndex(pub u32);

/// What the headings say: an index into [`Transcript::labels`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelIndex(pub u32);

/// Which turn: an index into [`Transcript::turns`], counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TurnIndex(pub u32);

/// What one person says without being interrupted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Who speaks; `None` where the transcript names nobody.
    pub speaker: Option<SpeakerIndex>,
    /// What the heading says of who speaks.
    pub label: Option<LabelIndex>,
    /// When it begins, in a recording.
    pub at: Option<Elapsed>,
    /// The heading in the reading text; empty where there is none.
    pub heading: ReadingSpan,
    /// Indices into [`Transcript::paragraphs`].
    pub paragraphs: Range<u32>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Words spoken, or the running text of a front matter.
    Text,
    /// An item of a list.
    Item,
    /// A remark of the reporter (`(Geroffel op de bankjes)`).
    Stage,
}

/// A run of text without a break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands; without white space at its ends.
    pub text: ReadingSpan,
    /// What it is.
    pub kind: ParagraphKind,
}

/// What a block that is not a turn is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AsideKind {
    /// What comes before the meeting: committee, date, papers, signatures.
    Front,
    /// Who was there.
    Attendance,
    /// The meeting begins.
    Opening,
    /// Somebody takes the chair, or is the clerk.
    ChairChange,
    /// The meeting is suspended, from and until when the report tells.
    Suspension(Option<(Time, Time)>),
    /// Another remark of the reporter.
    Stage,
    /// The title of an item of the agenda, or of a part.
    Title,
    /// The meeting ends.
    Closing,
}

impl AsideKind {
    /// The name used in files and in the page.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Attendance => "attendance",
            Self::Opening => "opening",
            Self::ChairChange => "chair-change",
            Self::Suspension(_) => "suspension",
            Self::Stage => "stage",
            Self::Title => "title",
            Self::Closing => "closing",
        }
    }
}

/// A block that is not a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// What it is.
    pub kind: AsideKind,
    /// Indices into [`Transcript::paragraphs`].
    pub paragraphs: Range<u32>,
}

/// A block of the transcript, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A turn.
    Turn(TurnIndex),
    /// Anything else.
    Aside(Aside),
}

/// A motion: a text that members put before the house.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Motion {
    /// Who put it forward, by the names that the chair gives.
    pub movers: Vec<String>,
    /// Its number.
    pub number: Option<String>,
    /// The dossier it belongs to.
    pub dossier: Option<String>,
}

/// An item of a closing list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// Its words.
    pub words: ReadingSpan,
    /// Its parts, where it has some: each something that was promised for itself.
    pub parts: Vec<ReadingSpan>,
}

/// A part of a turn that is a thing of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InsetKind {
    /// A motion, read out.
    Motion(Motion),
    /// The commitments given in the meeting, read out by the chair at its end.
    ClosingList(Vec<ListItem>),
}

impl InsetKind {
    /// The name used in files and in the page.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Motion(_) => "motion",
            Self::ClosingList(_) => "closing-list",
        }
    }
}

/// Where in a turn a thing of its own stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inset {
    /// What it is.
    pub kind: InsetKind,
    /// Indices into [`Transcript::paragraphs`], all of one turn.
    pub paragraphs: Range<u32>,
}

/// Something about the reading that the user should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Nobody is named: each paragraph became a turn of its own.
    NoSpeakers,
    /// It is a report of the House in which nobody speaks: an opening, a list of papers.
    NoSpeech,
    /// The text seems to have been decoded twice (`tweeÃ«n`), which can be put right.
    DecodedTwice,
}

impl Named for Remark {
    const ALL: &'static [Self] = &[Self::NoSpeakers, Self::NoSpeech, Self::DecodedTwice];

    fn name(self) -> &'static str {
        match self {
            Self::NoSpeakers => "no-speakers",
            Self::NoSpeech => "no-speech",
            Self::DecodedTwice => "decoded-twice",
        }
    }
}

/// How the format of a transcript was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The reader was surest of it.
    Found,
    /// The user chose it, against this one.
    ByHand(Format),
}

/// A source, and everything that was read in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transcript {
    /// What was pasted, byte for byte.
    pub source: Rc<str>,
    /// The source after repairs.
    pub reading: String,
    /// Where and why the two differ.
    pub repairs: Repairs,
    /// In which format it was read.
    pub format: Format,
    /// How that was settled.
    pub choice: Choice,
    /// In which language it is, where the text tells.
    pub language: Language,
    /// The meeting.
    pub meeting: Meeting,
    /// What the headings say, each different one once, in order of first appearance.
    pub labels: Vec<Label>,
    /// The persons who speak, in order of first appearance.
    pub speakers: Vec<Speaker>,
    /// The turns in order.
    pub turns: Vec<Turn>,
    /// The blocks in order; every turn is one of them.
    pub blocks: Vec<Block>,
    /// The paragraphs in order.
    pub paragraphs: Vec<Paragraph>,
    /// The motions and the closing list, in order.
    pub insets: Vec<Inset>,
    /// What the user should know about the reading.
    pub remarks: Vec<Remark>,
}

impl Transcript {
    /// The turn at `index`.
    #[must_use]
    pub fn turn(&self, index: TurnIndex) -> &Turn {
        &self.turns[index.0 as usize]
    }

    /// Who speaks in `turn`.
    #[must_use]
    pub fn speaker(&self, turn: &Turn) -> Option<&Speaker> {
        turn.speaker.map(|SpeakerIndex(index)| &self.speakers[index as usize])
    }

    /// What the heading of `turn` says.
    #[must_use]
    pub fn label(&self, turn: &Turn) -> Option<&Label> {
        turn.label.map(|LabelIndex(index)| &self.labels[index as usize])
    }

    /// What the heading of `turn` says, where the person is known by another name. (Who is in the chair is known by
    /// their own.)
    #[must_use]
    pub fn other_label(&self, turn: &Turn) -> Option<&Label> {
        let speaker = self.speaker(turn)?;
        self.label(turn).filter(|label| label.role != Role::Chair && label.words() != speaker.key)
    }

    /// In what role somebody speaks in `turn`.
    #[must_use]
    pub fn role(&self, turn: &Turn) -> Option<Role> {
        let label = self.label(turn)?;
        let person = self.speaker(turn).filter(|_| label.role != Role::Chair);
        Some(person.map_or(label.role, |speaker| speaker.role))
    }

    /// Form of address and name over `turn`: the heading's, or, of a person the user has described, theirs.
    #[must_use]
    pub fn title(&self, turn: &Turn) -> Option<String> {
        match (self.label(turn), self.speaker(turn)) {
            (Some(label), Some(speaker)) if !speaker.by_hand || label.role == Role::Chair => Some(label.title()),
            (_, speaker) => speaker.map(Speaker::title),
        }
    }

    /// For a turn of the chair, the person in it, where the report tells.
    #[must_use]
    pub fn in_chair(&self, turn: &Turn) -> Option<&Speaker> {
        let label = self.label(turn).filter(|label| label.role == Role::Chair)?;
        self.speaker(turn).filter(|speaker| speaker.name != label.name)
    }

    /// The paragraphs at `indices`.
    #[must_use]
    pub fn paragraphs(&self, indices: &Range<u32>) -> &[Paragraph] {
        &self.paragraphs[indices.start as usize..indices.end as usize]
    }

    /// The paragraphs of a block, as indices into [`Transcript::paragraphs`].
    #[must_use]
    pub fn paragraphs_of<'a>(&'a self, block: &'a Block) -> &'a Range<u32> {
        match block {
            Block::Turn(index) => &self.turn(*index).paragraphs,
            Block::Aside(aside) => &aside.paragraphs,
        }
    }

    /// The block that holds a paragraph, as an index into [`Transcript::blocks`].
    #[must_use]
    pub fn block_of(&self, paragraph: u32) -> usize {
        self.blocks.partition_point(|block| self.paragraphs_of(block).end <= paragraph)
    }

    /// The words of a span of the reading text; empty for a span that was made for another text.
    #[must_use]
    pub fn words(&self, span: ReadingSpan) -> &str {
        span.of(&self.reading).unwrap_or_default()
    }

    /// What is said in `turn`, from its first word to its last; empty at the heading's end where nothing is said.
    #[must_use]
    pub fn speech(&self, turn: &Turn) -> ReadingSpan {
        match self.paragraphs(&turn.paragraphs) {
            [] => ReadingSpan::new(turn.heading.end().index()..turn.heading.end().index()),
            [first, .., last] => ReadingSpan::new(first.text.start().index()..last.text.end().index()),
            [only] => only.text,
        }
    }

    /// The turn in which `at` (a byte of the reading text) lies: the last whose words begin at or before it.
    /// `None` before the first turn and in a block that is not a turn.
    #[must_use]
    pub fn turn_at(&self, at: Byte) -> Option<TurnIndex> {
        let next = self.turns.partition_point(|turn| turn.heading.start() <= at);
        let turn = next.checked_sub(1)?;
        (at <= self.speech(&self.turns[turn]).end()).then(|| TurnIndex(Byte::at(turn).0))
    }

    /// Which paragraphs share a byte with `span`.
    #[must_use]
    pub fn paragraphs_in(&self, span: ReadingSpan) -> Range<usize> {
        let first = self.paragraphs.partition_point(|paragraph| paragraph.text.end() <= span.start());
        let last = self.paragraphs.partition_point(|paragraph| paragraph.text.start() < span.end());
        first..last.max(first)
    }

    /// Whether a span begins in a closing list.
    #[must_use]
    pub fn is_listed(&self, span: ReadingSpan) -> bool {
        let first = Byte::at(self.paragraphs_in(span).start).0;
        let mut lists = self.insets.iter().filter(|inset| matches!(inset.kind, InsetKind::ClosingList(_)));
        lists.any(|list| list.paragraphs.contains(&first))
    }

    /// The bytes of the source behind `span` of the reading text.
    #[must_use]
    pub fn to_source(&self, span: ReadingSpan) -> SourceSpan {
        self.repairs.to_source(span)
    }

    /// The bytes of the reading text that show `span` of the source.
    #[must_use]
    pub fn to_reading(&self, span: SourceSpan) -> ReadingSpan {
        self.repairs.to_reading(span)
    }
}
