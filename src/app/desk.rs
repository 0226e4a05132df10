//! A transcript on the desk: the project that is open, and what the reader is doing with it.

use std::{
    cell::OnceCell,
    collections::{BTreeSet, HashMap},
    rc::Rc,
};

use jiff::Timestamp;

use super::{
    BlockMarks, Entry, Field, Filter, Grouping, ReadSource, RegisterView, Search, Tally,
    correcting::concerns_reading,
    entries,
    marks::{paint, paint_block},
};
use crate::{
    journal::{Card, Packed, Record},
    model::{
        Annotation, AnnotationId, Body, Change, Codebook, Edit, History, Kind, Origin, Project, ProjectId, Promiser,
        Replica, SpeakerIndex, Stamp, Transcript, Turn,
    },
    text::{Byte, Folded, ReadingSpan},
};

/// With more annotations changed at once the list is rather made anew.
const MAX_SOME: usize = 200;

/// What an act was, for joining the typing in one field into one step of undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typing {
    id: AnnotationId,
    field: std::mem::Discriminant<Field>,
    /// The record of the last letter but the first, which the next one makes superfluous.
    last: Option<Stamp>,
}

/// How far the source of a project is on its way to the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Keeping {
    /// It is still to be packed.
    Not,
    /// It is being packed.
    Packing,
    /// It is packed, and waits for room.
    Packed(Packed),
    /// It is there.
    Stored,
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
    /// How many there are of what.
    pub tally: Rc<Tally>,
    /// The kinds of the user's own.
    pub codebook: Rc<Codebook>,
    /// Whether the register is shown instead of the transcript.
    pub in_register: bool,
    /// How the register is shown.
    pub register: RegisterView,
    /// Where the transcript was read when the register was opened: a paragraph.
    pub(super) left_at: Option<u32>,
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
    pub(super) keeping: Keeping,
    /// Records that are not yet in the store, oldest first.
    pub(super) unsaved: Vec<Record>,
    sha256: String,
    pub(super) typing: Option<Typing>,
}

impl Desk {
    pub(super) fn new(id: ProjectId, read: ReadSource, project: Project, history: History) -> Self {
        let ReadSource { transcript, sha256, entries, marks } = read;
        let tally = Rc::new(Tally::of(&transcript, &entries));
        let codebook = project.codebook();
        Self {
            id,
            transcript,
            project,
            history,
            selection: None,
            exact: false,
            caret: None,
            active: None,
            filter: Filter::default(),
            grouping: Grouping::Text,
            entries,
            tally,
            codebook: Rc::new(codebook),
            in_register: false,
            register: RegisterView::default(),
            left_at: None,
            only: None,
            search: None,
            last_search: (String::new(), false),
            folded: OnceCell::new(),
            marks,
            keeping: Keeping::Not,
            unsaved: Vec::new(),
            sha256,
            typing: None,
        }
    }

    /// The user's title, or what the transcript gives.
    #[must_use]
    pub fn title(&self) -> &str {
        self.project.shown_title(&self.transcript.meeting).unwrap_or_default()
    }

    /// How many annotations of `kind` there are.
    #[must_use]
    pub fn count(&self, kind: &Kind) -> usize {
        self.tally.kind(kind)
    }

    /// The place of an annotation among those of its kind, in the order of the text, counted from 1.
    #[must_use]
    pub fn place_in_kind(&self, id: &AnnotationId) -> usize {
        let Some(entry) = self.entry(id) else { return 0 };
        let kind = entry.annotation.kind();
        let until = self.entries.iter().take_while(|other| other.id != *id);
        until.filter(|other| other.annotation.kind() == kind).count() + 1
    }

    /// The entry of an annotation.
    #[must_use]
    pub fn entry(&self, id: &AnnotationId) -> Option<&Rc<Entry>> {
        find(&self.entries, &self.transcript, &self.project, id)
    }

    /// The entry of the annotation chosen.
    #[must_use]
    pub fn active_entry(&self) -> Option<&Rc<Entry>> {
        self.entry(self.active.as_ref()?)
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
        let here = self.entries.partition_point(|entry| entry.start() < Some(span.start()));
        let here = self.entries[here..].iter().take_while(|entry| entry.start() == Some(span.start()));
        if let Some(entry) = here.into_iter().find(same) {
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

    /// Another tab deleted the project: with the next act all of it is written again.
    pub(super) fn deleted_elsewhere(&mut self, replica: Replica) {
        self.keeping = Keeping::Not;
        let edits = self.project.as_edits();
        let stamp = self.project.next_stamp(replica);
        self.project.saw(stamp);
        self.unsaved = vec![Record { stamp, origin: Origin::Do, edits, replaces: None }];
        self.typing = None;
    }

    /// Whether something of it is not yet in the store.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.keeping != Keeping::Stored || !self.unsaved.is_empty()
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

    pub(super) fn record(&mut self, mut record: Record) {
        record.apply(&mut self.project, &mut self.history);
        self.take_in(&record.edits);
        if let Some(stamp) = record.replaces
            && let Some(at) = self.unsaved.iter().position(|earlier| earlier.stamp == stamp)
        {
            record.replaces = self.unsaved.remove(at).replaces;
        }
        self.unsaved.push(record);
        self.typing = None;
    }

    /// Shows what edits have changed in the project.
    pub(super) fn take_in(&mut self, edits: &[Edit]) {
        if edits.iter().any(|edit| concerns_reading(&edit.change)) {
            self.reread();
            return self.refresh();
        }
        if edits.iter().any(|edit| matches!(edit.change, Change::Kind(..))) {
            self.codebook = self.project.codebook().into();
        }
        let changed = edits.iter().filter_map(|edit| match &edit.change {
            Change::Annotation(id, _) => Some(id.clone()),
            _ => None,
        });
        self.refresh_some(&changed.collect());
    }

    /// Makes the list and the marks anew. An entry and a block that are what they were keep their `Rc`.
    fn refresh(&mut self) {
        let mut entries = entries::all(&self.transcript, &self.project);
        let known: HashMap<&AnnotationId, &Rc<Entry>> = self.entries.iter().map(|old| (&old.id, old)).collect();
        for entry in &mut entries {
            if let Some(&old) = known.get(&entry.id)
                && Rc::ptr_eq(&old.annotation, &entry.annotation)
            {
                *entry = Rc::clone(old);
            }
        }
        self.marks = paint(&self.transcript, &entries, &self.marks).into();
        self.tally = Tally::of(&self.transcript, &entries).into();
        self.entries = entries.into();
        self.find_again();
    }

    /// Brings the list and the marks up to date where only these annotations have changed: what that costs does not
    /// grow with the number of the others.
    fn refresh_some(&mut self, changed: &BTreeSet<AnnotationId>) {
        if changed.len() > MAX_SOME {
            return self.refresh();
        }
        let mut list = self.entries.to_vec();
        let mut tally = Tally::clone(&self.tally);
        let mut blocks = BTreeSet::new();
        for id in changed {
            let old = list.iter().position(|entry| entry.id == *id).map(|at| list.remove(at));
            let new =
                self.project.annotation(id).map(|annotation| Rc::new(Entry::of(&self.transcript, id, annotation)));
            for entry in old.iter().chain(&new) {
                blocks.extend(entry.blocks(&self.transcript));
            }
            if let Some(old) = old {
                tally.remove(&self.transcript, &old);
            }
            if let Some(new) = new {
                tally.add(&self.transcript, &new);
                list.insert(list.partition_point(|entry| entry.place() < new.place()), new);
            }
        }
        let mut marks = self.marks.to_vec();
        for block in blocks {
            let mut over: BTreeSet<&AnnotationId> = self.marks[block].ids().collect();
            over.extend(changed);
            let over = over.into_iter().filter_map(|id| find(&list, &self.transcript, &self.project, id));
            marks[block] = Rc::new(paint_block(&self.transcript, block, over));
        }
        (self.marks, self.entries) = (marks.into(), list.into());
        // What shows it is drawn anew only where it has changed.
        if tally != *self.tally {
            self.tally = tally.into();
        }
        self.find_again();
    }
}

/// The entry of an annotation in a list that is in the order of the text: found by its place there.
fn find<'a>(
    list: &'a [Rc<Entry>],
    transcript: &Transcript,
    project: &Project,
    id: &AnnotationId,
) -> Option<&'a Rc<Entry>> {
    let entry = Entry::of(transcript, id, project.annotation(id)?);
    let at = list.binary_search_by(|other| other.place().cmp(&entry.place())).ok()?;
    Some(&list[at])
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
