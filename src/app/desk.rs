//! A transcript on the desk: the project that is open, and what the reader is doing with it.

use std::{cell::OnceCell, collections::HashMap, rc::Rc};

use jiff::Timestamp;

use super::{BlockMarks, Field, Filter, Grouping, Search, correcting::concerns_reading, marks::paint};
use crate::{
    journal::{Card, Record},
    model::{
        Annotation, AnnotationId, Body, Change, Codebook, Edit, History, Kind, Origin, Passage, Project, ProjectId,
        Promiser, Replica, SpeakerIndex, Stamp, Transcript, Turn, TurnIndex,
    },
    text::{Byte, Folded, ReadingSpan, sha256},
};

/// An annotation as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Which.
    pub id: AnnotationId,
    /// What it says.
    pub annotation: Rc<Annotation>,
    /// Where its pieces stand, in the order of the text; those whose words were not found left out.
    pub pieces: Vec<ReadingSpan>,
    /// Where its mentions stand; empty for one whose words were not found.
    pub mentions: Vec<ReadingSpan>,
    /// The turn in which it begins.
    pub turn: Option<TurnIndex>,
    /// The turn in which it ends.
    pub last_turn: Option<TurnIndex>,
    /// All its words, folded for searching; made when they are first needed.
    pub(super) words: OnceCell<Folded>,
}

impl Entry {
    /// The first byte of the reading text that it marks; `None` where its words were not found.
    #[must_use]
    pub fn start(&self) -> Option<Byte> {
        self.pieces.first().map(|piece| piece.start())
    }
}

/// What became of the annotations of a file that was merged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Merged {
    /// Not here before.
    pub(super) added: usize,
    /// Here, and later in the file.
    pub(super) updated: usize,
    /// Here, and not later in the file.
    pub(super) known: usize,
    /// Deleted here later than they were changed in the file.
    pub(super) deleted: usize,
}

/// What an act was, for joining the typing in one field into one step of undo.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Typing {
    id: AnnotationId,
    field: std::mem::Discriminant<Field>,
    /// The record of the last letter but the first, which the next one makes superfluous.
    last: Option<Stamp>,
}

/// The open project.
#[derive(Debug)]
pub struct Desk {
    /// Which project.
    pub id: ProjectId,
    /// The transcript.
    pub transcript: Rc<Transcript>,
    /// Its state.
    pub project: Project,
    /// What can be undone and redone.
    pub history: History,
    /// The words selected.
    pub selection: Option<ReadingSpan>,
    /// Whether the words are selected to the letter; otherwise whole words are meant.
    pub(super) exact: bool,
    /// Where the caret is, or the moving end of the selection.
    pub caret: Option<Byte>,
    /// The annotation chosen.
    pub active: Option<AnnotationId>,
    /// What the list shows.
    pub filter: Filter,
    /// What the list is grouped by.
    pub grouping: Grouping,
    /// The annotations in the order of the text.
    pub entries: Rc<[Rc<Entry>]>,
    /// The kinds of the user's own.
    pub codebook: Rc<Codebook>,
    /// Whose turns alone are shown.
    pub only: Option<SpeakerIndex>,
    /// What is looked for.
    pub search: Option<Search>,
    /// What was looked for last, and whether it was a pattern.
    pub(super) last_search: (String, bool),
    /// The reading text, folded for searching; made when it is first needed.
    pub(super) folded: OnceCell<Folded>,
    /// What is painted, block by block.
    pub marks: Rc<[Rc<BlockMarks>]>,
    /// Whether the source is in the store.
    pub(super) stored: bool,
    /// Records that are not yet in the store, oldest first.
    pub(super) unsaved: Vec<Record>,
    sha256: String,
    typing: Option<Typing>,
}

impl Desk {
    pub(super) fn new(id: ProjectId, transcript: Transcript, project: Project, history: History) -> Self {
        let sha256 = sha256(&transcript.source);
        let mut desk = Self {
            id,
            transcript: Rc::new(transcript),
            project,
            history,
            selection: None,
            exact: false,
            caret: None,
            active: None,
            filter: Filter::default(),
            grouping: Grouping::Text,
            entries: Rc::new([]),
            codebook: Rc::default(),
            only: None,
            search: None,
            last_search: (String::new(), false),
            folded: OnceCell::new(),
            marks: Rc::new([]),
            stored: false,
            unsaved: Vec::new(),
            sha256,
            typing: None,
        };
        desk.refresh();
        desk
    }

    /// The user's title, or what the transcript gives.
    #[must_use]
    pub fn title(&self) -> &str {
        self.project.shown_title(&self.transcript.meeting).unwrap_or_default()
    }

    /// How many annotations of `kind` there are.
    #[must_use]
    pub fn count(&self, kind: &Kind) -> usize {
        self.entries.iter().filter(|entry| entry.annotation.kind() == *kind).count()
    }

    /// The entry of an annotation.
    #[must_use]
    pub fn entry(&self, id: &AnnotationId) -> Option<&Rc<Entry>> {
        self.entries.iter().find(|entry| entry.id == *id)
    }

    /// What the list of transcripts shows.
    pub(super) fn card(&self, now: Timestamp) -> Card {
        Card {
            title: self.title().to_owned(),
            date: self.transcript.meeting.date.map(|date| date.to_string()).unwrap_or_default(),
            claims: self.count(&Kind::Claim),
            commitments: self.count(&Kind::Commitment),
            changed: now.to_string(),
            sha256: self.sha256.clone(),
        }
    }

    /// Chooses an annotation, and shows all where the filter would hide it.
    pub(super) fn choose(&mut self, active: Option<AnnotationId>) {
        let entry = active.as_ref().and_then(|id| self.entry(id));
        if entry.is_some_and(|entry| !self.filter.shows(&self.transcript, entry)) {
            self.filter = Filter::default();
        }
        if let Some(start) = active.as_ref().and_then(|id| self.entry(id)?.start()) {
            self.unhide(start);
        }
        self.active = active;
    }

    /// Shows every turn again, where only those of somebody are shown who does not speak at `at`.
    pub(super) fn unhide(&mut self, at: Byte) {
        let speaker = self.transcript.turn_at(at).and_then(|turn| self.transcript.turn(turn).speaker);
        self.only = self.only.filter(|only| speaker == Some(*only));
    }

    /// The paragraph from `here` on that is shown, or the last before.
    pub(super) fn shown_from(&self, here: u32) -> u32 {
        let mut shown = self.transcript.turns.iter().filter(|turn| self.only.is_none() || turn.speaker == self.only);
        let behind = |turn: &&Turn| turn.paragraphs.end > here && !turn.paragraphs.is_empty();
        let turn = shown.clone().find(behind).or_else(|| shown.next_back());
        turn.map_or(here, |turn| here.max(turn.paragraphs.start).min(turn.paragraphs.end.saturating_sub(1)))
    }

    /// Marks the selected words and gives the annotation that marks them: the one that did so already in the
    /// same way, or a new one with the identifier `id`. `None` where nothing is selected.
    pub(super) fn mark(
        &mut self,
        kind: Kind,
        id: AnnotationId,
        now: Timestamp,
        replica: Replica,
    ) -> Option<AnnotationId> {
        let span = self.words_selected()?;
        self.selection = None;
        let source = self.transcript.to_source(span);
        let same = |entry: &&Rc<Entry>| {
            entry.annotation.more.is_empty()
                && entry.annotation.passage.source == source
                && entry.annotation.kind() == kind
        };
        if let Some(entry) = self.entries.iter().find(same) {
            return Some(entry.id.clone());
        }
        let annotation = Annotation::new(kind, self.passage(span)?, now);
        self.act(Origin::Do, vec![Change::Annotation(id.clone(), Some(annotation.into()))], replica, None);
        Some(id)
    }

    /// Changes a field. Typing on in the same field is the same step of undo.
    pub(super) fn edit(&mut self, id: &AnnotationId, field: Field, now: Timestamp, replica: Replica) {
        let field_typed = std::mem::discriminant(&field);
        let Some(changed) = self.changed(id, now, |annotation| set(annotation, field)) else { return };
        let going_on = self.typing.take().filter(|typing| typing.id == *id && typing.field == field_typed);
        let origin = if going_on.is_some() { Origin::More } else { Origin::Do };
        let replaces = going_on.and_then(|typing| typing.last);
        let stamp = self.act(origin, vec![changed], replica, replaces);
        let last = (origin == Origin::More).then_some(stamp);
        self.typing = Some(Typing { id: id.clone(), field: field_typed, last });
    }

    /// The change that `change` makes to an annotation at `now`; `None` where it makes none.
    pub(super) fn changed(
        &self,
        id: &AnnotationId,
        now: Timestamp,
        change: impl FnOnce(&mut Annotation),
    ) -> Option<Change> {
        let present = self.project.annotation(id)?;
        let mut annotation = Annotation::clone(present);
        change(&mut annotation);
        if annotation == **present {
            return None;
        }
        annotation.modified = now;
        Some(Change::Annotation(id.clone(), Some(annotation.into())))
    }

    /// Deletes an annotation; the next one, or else the one before, is chosen if it was.
    pub(super) fn erase(&mut self, id: &AnnotationId, replica: Replica) {
        let Some(position) = self.entries.iter().position(|entry| entry.id == *id) else { return };
        let neighbour = self.entries.get(position + 1).or(position.checked_sub(1).map(|before| &self.entries[before]));
        let neighbour = neighbour.map(|entry| entry.id.clone());
        self.act(Origin::Do, vec![Change::Annotation(id.clone(), None)], replica, None);
        if self.active.as_ref() == Some(id) {
            self.active = neighbour;
        }
    }

    pub(super) fn retitle(&mut self, title: String, replica: Replica) {
        if self.project.title().0 != title {
            self.act(Origin::Do, vec![Change::Title(title)], replica, None);
        }
    }

    /// Takes the last act back, or does the last one taken back again; gives whether there was one.
    pub(super) fn travel(&mut self, origin: Origin, replica: Replica) -> bool {
        let step = if origin == Origin::Undo { self.history.next_undo() } else { self.history.next_redo() };
        let Some(step) = step.cloned() else { return false };
        let touched = step.before.iter().rev().find_map(|change| match change {
            Change::Annotation(id, Some(_)) => Some(id.clone()),
            _ => None,
        });
        self.act(origin, step.before, replica, None);
        self.active = touched.or(self.active.take()).filter(|id| self.project.annotation(id).is_some());
        true
    }

    /// Puts the edits of a file into the project as one act.
    pub(super) fn merge(&mut self, edits: Vec<Edit>, replica: Replica) -> Merged {
        let mut merged = Merged::default();
        let mut news = Vec::new();
        for edit in edits {
            let alive = match &edit.change {
                Change::Annotation(id, _) => self.project.annotation(id).is_some(),
                _ => true,
            };
            let known = self.project.stamp(&edit.change.key());
            let is_newer = known.is_none_or(|stamp| stamp < edit.stamp);
            if matches!(edit.change, Change::Annotation(_, Some(_))) {
                *match (is_newer, alive) {
                    (true, false) => &mut merged.added,
                    (true, true) => &mut merged.updated,
                    (false, true) => &mut merged.known,
                    (false, false) => &mut merged.deleted,
                } += 1;
            }
            news.extend(is_newer.then_some(edit));
        }
        if !news.is_empty() {
            let stamp = self.project.next_stamp(replica);
            self.record(Record { stamp, origin: Origin::Do, edits: news, replaces: None });
        }
        merged
    }

    /// Puts in what another tab did, and wrote.
    pub(super) fn hear(&mut self, record: &Record) {
        // It is not this tab's to undo.
        record.apply(&mut self.project, &mut History::default());
        if record.edits.iter().any(|edit| concerns_reading(&edit.change)) {
            self.reread();
        }
        self.active = self.active.take().filter(|id| self.project.annotation(id).is_some());
        self.refresh();
    }

    /// Another tab deleted the project: with the next act all of it is written again.
    pub(super) fn deleted_elsewhere(&mut self, replica: Replica) {
        self.stored = false;
        let edits = self.project.as_edits();
        let stamp = self.project.next_stamp(replica);
        self.project.saw(stamp);
        self.unsaved = vec![Record { stamp, origin: Origin::Do, edits, replaces: None }];
        self.typing = None;
    }

    /// Whether something of it is not yet in the store.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        !self.stored || !self.unsaved.is_empty()
    }

    /// The first `written` of the records not yet saved are saved now.
    pub(super) fn saved(&mut self, written: usize) {
        self.unsaved.drain(..written.min(self.unsaved.len()));
    }

    pub(super) fn act(
        &mut self,
        origin: Origin,
        changes: Vec<Change>,
        replica: Replica,
        replaces: Option<Stamp>,
    ) -> Stamp {
        let first = self.project.next_stamp(replica);
        let stamp = |at: usize| Stamp { clock: first.clock.saturating_add(at as u64), replica };
        let edits = changes.into_iter().enumerate().map(|(at, change)| Edit { stamp: stamp(at), change }).collect();
        self.record(Record { stamp: first, origin, edits, replaces });
        first
    }

    fn record(&mut self, mut record: Record) {
        record.apply(&mut self.project, &mut self.history);
        if record.edits.iter().any(|edit| concerns_reading(&edit.change)) {
            self.reread();
        }
        if let Some(stamp) = record.replaces
            && let Some(at) = self.unsaved.iter().position(|earlier| earlier.stamp == stamp)
        {
            record.replaces = self.unsaved.remove(at).replaces;
        }
        self.unsaved.push(record);
        self.typing = None;
        self.refresh();
    }

    /// Makes the list and the marks anew. An entry and a block that are what they were keep their `Rc`.
    fn refresh(&mut self) {
        let transcript = &self.transcript;
        let mut entries: Vec<Rc<Entry>> = self
            .project
            .annotations()
            .map(|(id, _, annotation)| {
                let place = |passage: &Passage| -> ReadingSpan {
                    let reading = transcript.to_reading(passage.source);
                    let fits = !passage.source.is_empty() && reading.of(&transcript.reading).is_some();
                    if fits { reading } else { ReadingSpan::default() }
                };
                let pieces: Vec<_> = annotation.pieces().map(place).filter(|piece| !piece.is_empty()).collect();
                let mentions = annotation.mentions.iter().map(|mention| place(&mention.passage)).collect();
                let turn_at = |at: Option<Byte>| at.and_then(|at| transcript.turn_at(at));
                let turn = turn_at(pieces.first().map(|piece| piece.start()));
                let last_turn = turn_at(pieces.last().map(|piece| piece.end()));
                Rc::new(Entry {
                    id: id.clone(),
                    annotation: Rc::clone(annotation),
                    pieces,
                    mentions,
                    turn,
                    last_turn,
                    words: OnceCell::new(),
                })
            })
            .collect();
        entries.sort_by(|a, b| (&a.pieces, &a.id).cmp(&(&b.pieces, &b.id)));
        let known: HashMap<&AnnotationId, &Rc<Entry>> = self.entries.iter().map(|old| (&old.id, old)).collect();
        for entry in &mut entries {
            if let Some(&old) = known.get(&entry.id)
                && Rc::ptr_eq(&old.annotation, &entry.annotation)
            {
                *entry = Rc::clone(old);
            }
        }
        self.marks = paint(transcript, &entries, &self.marks).into();
        let codebook = self.project.codebook();
        if *self.codebook != codebook {
            self.codebook = codebook.into();
        }
        self.entries = entries.into();
        self.find_again();
    }
}

fn set(annotation: &mut Annotation, field: Field) {
    let list = |text: &str, separator: char| -> Vec<String> {
        text.split(separator).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    };
    match (field, &mut annotation.body) {
        (Field::Summary(text), _) => annotation.summary = text,
        (Field::Note(text), _) => annotation.note = text,
        (Field::Tags(text), _) => annotation.tags = list(&text, ','),
        (Field::Condition(text), Body::Commitment(commitment)) => commitment.condition = text,
        (Field::By(by), Body::Commitment(commitment)) => {
            commitment.by = Some(by).filter(|by| *by != Promiser::default());
        }
        (Field::FulfilledBy(text), Body::Commitment(commitment)) => commitment.fulfilled_by = text,
        (Field::FulfilledOn(date), Body::Commitment(commitment)) => commitment.fulfilled_on = date,
        (Field::Due(text), Body::Commitment(commitment)) => commitment.due = text,
        (Field::DueDate(date), Body::Commitment(commitment)) => commitment.due_date = date,
        (Field::To(text), Body::Commitment(commitment)) => commitment.to = list(&text, ','),
        (Field::Certainty(certainty), Body::Commitment(commitment)) => commitment.certainty = certainty,
        (Field::Status(status), Body::Commitment(commitment)) => commitment.status = status,
        (Field::ClaimType(claim_type), Body::Claim(claim)) => claim.claim_type = claim_type,
        (Field::Check(check), Body::Claim(claim)) => claim.check = check,
        (Field::Sources(text), Body::Claim(claim)) => claim.sources = list(&text, '\n'),
        // A field of the other kind: the form does not offer it.
        _ => {}
    }
}
