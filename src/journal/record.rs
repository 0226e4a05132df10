//! The values of the log: records and snapshots, as JSON.
//!
//! A record is one object. A snapshot is a line with an object, then a line for each edit, so that a long one can be
//! read in steps.

use std::{
    collections::{BTreeSet, HashSet},
    rc::Rc,
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::sortable;
use crate::{
    model::{
        Annotation, AnnotationId, Change, Edit, History, KindId, Mention, MentionRole, Origin, Passage, Project,
        Replica, Stamp,
    },
    text::{Byte, Quote, SourceSpan},
    wire::{AsText, ByName, CorrectionFields, Fields, KindFields},
};

/// One act of the user: the edits it made, and what it does to the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The stamp of the act; those of its edits can be others, when they come from a file.
    pub stamp: Stamp,
    /// Whether it was done, gone on with, undone or redone.
    pub origin: Origin,
    /// The edits.
    pub edits: Vec<Edit>,
    /// An earlier record whose edits this one makes superfluous: it is removed once this one is written. (Typing
    /// makes a record for each letter, and only the last one counts.)
    pub replaces: Option<Stamp>,
}

/// How many edits of a snapshot are read between two moments in which the page may answer.
const LINES_STEP: usize = 200;

/// What was read of a project.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// The source; empty where it was damaged.
    pub source: Rc<str>,
    /// Whether it is stored.
    pub has_source: bool,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: String,
    /// The state.
    pub project: Project,
    /// What can be undone and redone.
    pub history: History,
    /// Keys whose values are not what was written there. The values are put aside, but for that of the source.
    pub damaged: Vec<String>,
    /// When it, or everything, was last handed out as a file.
    pub exported: Option<Timestamp>,
    /// How many records the log holds.
    pub(super) records: usize,
    /// The latest stamp seen.
    pub(super) last: Stamp,
    /// Keys of records that a snapshot holds already.
    folded: BTreeSet<String>,
    /// The snapshot whose history is taken.
    snapshot: Stamp,
    /// Who did what was read last.
    replica: Option<Replica>,
}

#[derive(Serialize, Deserialize)]
struct StoredRecord {
    stamp: AsText<Stamp>,
    origin: StoredOrigin,
    edits: Vec<StoredEdit>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum StoredOrigin {
    Do,
    More,
    Undo,
    Redo,
}

#[derive(Serialize, Deserialize)]
struct StoredEdit(AsText<Stamp>, StoredChange);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum StoredChange {
    Annotation { id: AsText<AnnotationId>, value: Option<Box<StoredAnnotation>> },
    Title(String),
    Correction(CorrectionFields),
    Kind { id: AsText<KindId>, value: Option<KindFields> },
}

/// Positions are bytes of the source, which is kept beside the log and never changes.
#[derive(Serialize, Deserialize)]
struct StoredPassage {
    start: usize,
    end: usize,
    exact: String,
    prefix: String,
    suffix: String,
}

#[derive(Serialize, Deserialize)]
struct StoredAnnotation {
    passage: StoredPassage,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    more: Vec<StoredPassage>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<(ByName<MentionRole>, StoredPassage)>,
    fields: Fields,
}

#[derive(Serialize, Deserialize)]
struct StoredSnapshot {
    stamp: AsText<Stamp>,
    /// Keys of the records folded into it, so that a record that a crash has left is not counted twice.
    folded: BTreeSet<String>,
    undo: Vec<Vec<StoredChange>>,
    redo: Vec<Vec<StoredChange>>,
}

impl Record {
    pub(super) fn to_json(&self) -> String {
        let origin = match self.origin {
            Origin::Do => StoredOrigin::Do,
            Origin::More => StoredOrigin::More,
            Origin::Undo => StoredOrigin::Undo,
            Origin::Redo => StoredOrigin::Redo,
        };
        json(&StoredRecord { stamp: AsText(self.stamp), origin, edits: self.edits.iter().map(store_edit).collect() })
    }

    pub(super) fn from_json(json: &str) -> Option<Self> {
        let stored: StoredRecord = serde_json::from_str(json).ok()?;
        let origin = match stored.origin {
            StoredOrigin::Do => Origin::Do,
            StoredOrigin::More => Origin::More,
            StoredOrigin::Undo => Origin::Undo,
            StoredOrigin::Redo => Origin::Redo,
        };
        let edits = stored.edits.into_iter().map(read_edit).collect::<Option<_>>()?;
        Some(Self { stamp: stored.stamp.0, origin, edits, replaces: None })
    }

    /// Puts the record's edits into `project`, and the values they replace into `history`.
    pub fn apply(&self, project: &mut Project, history: &mut History) {
        project.saw(self.stamp);
        let mut before = Vec::new();
        let mut keys = HashSet::new();
        for edit in &self.edits {
            let present = project.present(&edit.change);
            // Of two edits of the same key, what was there before the first is what undo puts back.
            if project.apply(edit) && keys.insert(edit.change.key()) {
                before.push(present);
            }
        }
        if !before.is_empty() {
            history.note(self.origin, before);
        }
    }
}

/// Whether the value of a key of the log is one that belongs there. A snapshot is not read to its end.
pub(super) fn belongs(key: &str, json: &str) -> bool {
    let stamp = if key.contains(":log:") {
        Record::from_json(json).map(|record| record.stamp)
    } else {
        let head = json.lines().next().and_then(|head| serde_json::from_str::<StoredSnapshot>(head).ok());
        head.map(|head| head.stamp.0)
    };
    stamp.is_some_and(|stamp| is_of(stamp, key))
}

/// Whether this is the key of a record or a snapshot with this stamp. Of a snapshot it may have an addition.
fn is_of(stamp: Stamp, key: &str) -> bool {
    key.contains(&sortable(stamp))
}

impl Opened {
    /// Adds the value of a key of the kind `part`; says whether it could be read, and belongs there.
    pub(super) async fn add(&mut self, part: &str, key: &str, json: &str, pace: &impl AsyncFn(f64)) -> bool {
        match part {
            "log:" => {
                let record = Record::from_json(json).filter(|record| is_of(record.stamp, key));
                record.map(|record| self.add_record(key, &record)).is_some()
            }
            _ => self.add_snapshot(key, json, pace).await.is_some(),
        }
    }

    fn add_record(&mut self, key: &str, record: &Record) {
        self.records += 1;
        self.last = self.last.max(record.stamp);
        let before = self.replica.replace(record.stamp.replica);
        if self.folded.contains(key) {
            record.apply(&mut self.project, &mut History::default());
        } else if record.origin == Origin::More && before.is_some_and(|before| before != record.stamp.replica) {
            // It goes on with what this replica did before, and not with what stands before it here.
            let begun = Record { origin: Origin::Do, ..record.clone() };
            begun.apply(&mut self.project, &mut self.history);
        } else {
            record.apply(&mut self.project, &mut self.history);
        }
    }

    /// Nothing is added of a snapshot that cannot be read to its end.
    async fn add_snapshot(&mut self, key: &str, json: &str, pace: &impl AsyncFn(f64)) -> Option<()> {
        let steps = |steps: Vec<Vec<StoredChange>>| -> Option<Vec<Vec<Change>>> {
            steps.into_iter().map(|step| step.into_iter().map(read_change).collect()).collect()
        };
        let mut lines = json.lines();
        let stored: StoredSnapshot = serde_json::from_str(lines.next()?).ok()?;
        is_of(stored.stamp.0, key).then_some(())?;
        let (undo, redo) = (steps(stored.undo)?, steps(stored.redo)?);
        let mut edits = Vec::new();
        for (number, line) in lines.enumerate() {
            edits.push(read_edit(serde_json::from_str(line).ok()?)?);
            if number % LINES_STEP == 0 {
                pace(1.0).await;
            }
        }
        for edit in &edits {
            self.project.apply(edit);
        }
        if stored.stamp.0 >= self.snapshot {
            self.snapshot = stored.stamp.0;
            self.history = History::from_steps(undo, redo);
        }
        self.last = self.last.max(stored.stamp.0);
        self.project.saw(stored.stamp.0);
        self.folded.extend(stored.folded);
        Some(())
    }

    pub(super) fn to_snapshot(&self, parts: &[String]) -> String {
        let steps = |steps: &[crate::model::Step]| -> Vec<Vec<StoredChange>> {
            steps.iter().map(|step| step.before.iter().map(store_change).collect()).collect()
        };
        let head = json(&StoredSnapshot {
            stamp: AsText(self.last),
            folded: parts.iter().cloned().collect(),
            undo: steps(self.history.undo_steps()),
            redo: steps(self.history.redo_steps()),
        });
        let edits = self.project.as_edits();
        let lines = edits.iter().map(|edit| json(&store_edit(edit)));
        [head].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain data with string keys is always JSON")
}

fn store_edit(edit: &Edit) -> StoredEdit {
    StoredEdit(AsText(edit.stamp), store_change(&edit.change))
}

fn store_change(change: &Change) -> StoredChange {
    match change {
        Change::Title(title) => StoredChange::Title(title.clone()),
        Change::Correction(correction) => StoredChange::Correction(CorrectionFields::of(correction, |byte| byte.0)),
        Change::Annotation(id, value) => StoredChange::Annotation {
            id: AsText(id.clone()),
            value: value.as_deref().map(|annotation| Box::new(store_annotation(annotation))),
        },
        Change::Kind(id, value) => {
            StoredChange::Kind { id: AsText(id.clone()), value: value.as_ref().map(KindFields::of) }
        }
    }
}

fn store_annotation(annotation: &Annotation) -> StoredAnnotation {
    let mention = |mention: &Mention| (ByName(mention.role), store_passage(&mention.passage));
    StoredAnnotation {
        passage: store_passage(&annotation.passage),
        more: annotation.more.iter().map(store_passage).collect(),
        mentions: annotation.mentions.iter().map(mention).collect(),
        fields: Fields::of(annotation),
    }
}

fn store_passage(passage: &Passage) -> StoredPassage {
    let Quote { exact, prefix, suffix } = passage.quote.clone();
    StoredPassage { start: passage.source.start().index(), end: passage.source.end().index(), exact, prefix, suffix }
}

fn read_edit(stored: StoredEdit) -> Option<Edit> {
    Some(Edit { stamp: stored.0.0, change: read_change(stored.1)? })
}

fn read_change(stored: StoredChange) -> Option<Change> {
    Some(match stored {
        StoredChange::Title(title) => Change::Title(title),
        StoredChange::Correction(fields) => Change::Correction(fields.read(|byte| Some(Byte(byte)))?),
        StoredChange::Annotation { id, value: None } => Change::Annotation(id.0, None),
        StoredChange::Annotation { id, value: Some(value) } => {
            Change::Annotation(id.0, Some(read_annotation(*value)?.into()))
        }
        StoredChange::Kind { id, value } => Change::Kind(id.0, value.map(KindFields::read)),
    })
}

fn read_annotation(stored: StoredAnnotation) -> Option<Annotation> {
    let passage = read_passage(stored.passage)?;
    let more = stored.more.into_iter().map(read_passage).collect::<Option<_>>()?;
    let mention =
        |(role, passage): (ByName<MentionRole>, _)| Some(Mention { role: role.0, passage: read_passage(passage)? });
    let mentions = stored.mentions.into_iter().map(mention).collect::<Option<_>>()?;
    Some(stored.fields.with(passage, more, mentions))
}

fn read_passage(stored: StoredPassage) -> Option<Passage> {
    let fits = stored.start <= stored.end && u32::try_from(stored.end).is_ok();
    let source = fits.then(|| SourceSpan::new(stored.start..stored.end))?;
    Some(Passage { source, quote: Quote { exact: stored.exact, prefix: stored.prefix, suffix: stored.suffix } })
}
