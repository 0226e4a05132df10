//! A long debate as a user has it: its text, and annotations all over it, in this browser's store or in a file.

use std::{collections::BTreeMap, rc::Rc};

use griffier::{
    exchange,
    journal::{Backend as _, Card, Journal, Memory, Packed, Record},
    model::{
        Annotation, AnnotationId, Change, Edit, Kind, Origin, Passage, Project, ProjectId, Replica, Stamp, Transcript,
    },
    reader,
    text::{Quote, ReadingSpan, sha256},
};
use jiff::Timestamp;

use super::text;

/// How long an annotation is, in bytes: a sentence.
const SENTENCE: usize = 80;

/// How long every fifth one is: where annotations stand close, it lies over its neighbours.
const LONG: usize = 270;

/// A text, and what is marked in it.
pub(crate) struct Debate {
    pub(crate) text: String,
    pub(crate) transcript: Transcript,
    /// What each annotation marks, in the order of the text.
    pub(crate) spans: Vec<ReadingSpan>,
}

impl Debate {
    /// A debate of `length` bytes with so many annotations, spread evenly over its paragraphs.
    pub(crate) fn new(length: usize, annotations: usize) -> Self {
        Self::marked_from(0, length, annotations)
    }

    /// The same, with nothing marked in its first `from` bytes.
    pub(crate) fn marked_from(from: usize, length: usize, annotations: usize) -> Self {
        let text = text::repeated(length);
        let transcript = reader::read(&text);
        let spans = spread(&transcript, from, annotations);
        Self { text, transcript, spans }
    }

    /// One act of the user for each annotation.
    pub(crate) fn records(&self) -> Vec<Record> {
        let record = |(number, span): (usize, &ReadingSpan)| {
            let stamp = Stamp { clock: number as u64 + 1, replica: Replica(1) };
            let id = AnnotationId::from_random(number as u64 + 1);
            let annotation = Rc::new(annotation(&self.transcript, number, *span));
            let edits = vec![Edit { stamp, change: Change::Annotation(id, Some(annotation)) }];
            Record { stamp, origin: Origin::Do, edits, replaces: None }
        };
        self.spans.iter().enumerate().map(record).collect()
    }

    /// The state with every annotation in it.
    pub(crate) fn project(&self) -> Project {
        let mut project = Project::default();
        for edit in self.records().iter().flat_map(|record| &record.edits) {
            project.apply(edit);
        }
        project
    }

    /// What the list of transcripts shows of it.
    pub(crate) fn card(&self) -> Card {
        let claims = self.spans.len().div_ceil(2);
        Card {
            title: "A long debate".into(),
            claims,
            commitments: self.spans.len() - claims,
            changed: Timestamp::UNIX_EPOCH.to_string(),
            sha256: sha256(&self.text),
            ..Card::default()
        }
    }

    /// A store that holds it as it was worked on: a log of many acts.
    pub(crate) fn logged(&self) -> Memory {
        let journal = Journal::new(Memory::default());
        let source = Packed::at_once(&self.text);
        let (_, error) = journal.save(&id(), Some(&source), &self.records(), &self.card());
        assert_eq!(error, None, "a store in memory takes everything");
        journal.into_backend()
    }

    /// What a browser's store holds of it once its log was folded into a snapshot: values by key.
    pub(crate) fn store(&self) -> BTreeMap<String, String> {
        let journal = Journal::new(self.logged());
        journal.open(&id()).expect("a store in memory can be read").expect("the debate is in it");
        let memory = journal.into_backend();
        let keys = memory.keys().expect("a store in memory can be read");
        let value = |key: &str| memory.get(key).expect("a store in memory can be read").expect("each key has a value");
        keys.into_iter().map(|key| (key.clone(), value(&key))).collect()
    }

    /// Its project file.
    pub(crate) fn file(&self) -> String {
        exchange::export(&self.transcript, &self.project(), Timestamp::UNIX_EPOCH).json
    }
}

/// The identifier of the one debate in a store.
pub(crate) fn id() -> ProjectId {
    ProjectId::from_random(1)
}

/// Spans that begin at equal distances in the text of the paragraphs from byte `first` on, the headings left out.
fn spread(transcript: &Transcript, first: usize, annotations: usize) -> Vec<ReadingSpan> {
    // Where each paragraph would begin if nothing stood between them.
    let mut starts = Vec::with_capacity(transcript.paragraphs.len());
    let mut total = 0;
    for paragraph in &transcript.paragraphs {
        starts.push(total);
        total += paragraph.text.len();
    }
    let place = |at: usize| {
        let paragraph = starts.partition_point(|start| *start <= at) - 1;
        let place = transcript.paragraphs[paragraph].text.start().index() + at - starts[paragraph];
        transcript.reading.floor_char_boundary(place)
    };
    let span = |number: usize| {
        let from = first + number * (total - first) / annotations;
        let length = if number % 5 == 4 { LONG } else { SENTENCE };
        let last = (from + length).min(total) - 1;
        ReadingSpan::new(place(from)..place(last)).trimmed(&transcript.reading)
    };
    (0..annotations).map(span).collect()
}

/// Claims and commitments in turn, with a summary and a tag.
fn annotation(transcript: &Transcript, number: usize, span: ReadingSpan) -> Annotation {
    let quote = Quote::take(&transcript.reading, span).expect("a place in the text");
    let passage = Passage { source: transcript.to_source(span), quote };
    let kind = if number.is_multiple_of(2) { Kind::Claim } else { Kind::Commitment };
    let mut annotation = Annotation::new(kind, passage, Timestamp::UNIX_EPOCH);
    annotation.summary = format!("What annotation {number} says");
    annotation.tags = vec![format!("tag {}", number % 7)];
    annotation
}
