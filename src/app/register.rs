//! The register on the desk: which of its tables is shown, the rows of the tables, and how the marks and the closing list
//! fit together.

use std::{cmp::Ordering, collections::BTreeMap, rc::Rc};

use jiff::{Timestamp, civil::Date};

use super::{Desk, Effect, Entry, Screen, State, Target, reading::ABOVE};
use crate::{
    model::{
        Annotation, AnnotationId, Body, Change, Commitment, Correction, ItemCorrection, Kind, Mention, MentionRole,
        Named, Origin, Promiser, Proposal, Replica, Role, Speaker, Transcript, named,
    },
    register::{
        Marked,
        closing::{self, Item},
        matching::{self, Match},
    },
    text::{ReadingSpan, SourceSpan},
};

named! {
    /// A part of the register.
    Table {
        /// The commitments, one in each row.
        Commitments = "commitments",
        /// The claims, one in each row.
        Claims = "claims",
        /// The closing list beside the commitments.
        ClosingList = "closing-list",
        /// Who spoke how much, where the marks are, to whom what was promised.
        Figures = "figures",
    }
}

named! {
    /// What the rows of a table can be sorted by.
    Column {
        /// Where it stands in the text.
        Number = "number",
        /// What it says in short.
        Summary = "summary",
        /// Who said it.
        Who = "who",
        /// To whom.
        To = "to",
        /// By when.
        Due = "due",
        /// What became of it, or how far it has been checked.
        Status = "status",
        /// How definite it is.
        Certainty = "certainty",
        /// What it is about.
        Type = "type",
        /// How many other passages say it, or how many sources there are.
        Mentions = "mentions",
    }
}

impl Column {
    /// The key of the message that says what a column of a table is called.
    #[must_use]
    pub fn label(self, table: Table) -> &'static str {
        match (self, table) {
            (Self::Number, _) => "column-number",
            (Self::Summary, Table::Claims) => "column-claim",
            (Self::Summary, _) => "field-summary",
            (Self::Who, Table::Claims) => "filter-speaker",
            (Self::Who, _) => "field-by",
            (Self::To, _) => "field-to",
            (Self::Due, _) => "column-due",
            (Self::Status, Table::Claims) => "field-check",
            (Self::Status, _) => "field-status",
            (Self::Certainty, _) => "field-certainty",
            (Self::Type, _) => "field-type",
            (Self::Mentions, Table::Claims) => "field-sources",
            (Self::Mentions, _) => "column-mentions",
        }
    }

    /// The columns of a table, from left to right.
    #[must_use]
    pub fn of(table: Table) -> &'static [Self] {
        match table {
            Table::Commitments | Table::ClosingList | Table::Figures => &[
                Self::Number,
                Self::Summary,
                Self::Who,
                Self::To,
                Self::Due,
                Self::Status,
                Self::Certainty,
                Self::Mentions,
            ],
            Table::Claims => &[Self::Number, Self::Summary, Self::Who, Self::Type, Self::Status, Self::Mentions],
        }
    }
}

/// How the register is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegisterView {
    /// The part that is shown.
    pub table: Table,
    /// What the rows are sorted by.
    pub column: Column,
    /// Whether the last come first.
    pub descending: bool,
}

impl Default for RegisterView {
    fn default() -> Self {
        Self { table: Table::Commitments, column: Column::Number, descending: false }
    }
}

/// A row of a table: an annotation, and its place among those of its kind, counted from 1 in the order of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number.
    pub number: usize,
    /// The annotation.
    pub entry: Rc<Entry>,
}

/// The rows of a table, those that `is_shown` wants.
#[must_use]
pub fn rows(
    transcript: &Transcript,
    entries: &[Rc<Entry>],
    view: RegisterView,
    is_shown: impl Fn(&Entry) -> bool,
) -> Vec<Row> {
    let kind = if view.table == Table::Claims { Kind::Claim } else { Kind::Commitment };
    let of_kind = entries.iter().filter(|entry| entry.annotation.kind() == kind);
    let numbered = of_kind.enumerate().map(|(at, entry)| Row { number: at + 1, entry: Rc::clone(entry) });
    let mut rows: Vec<Row> = numbered.filter(|row| is_shown(&row.entry)).collect();
    // What has nothing in the column comes last, whichever way they are sorted.
    rows.sort_by(|a, b| {
        let (left, right) = (key(transcript, a, view.column), key(transcript, b, view.column));
        match (left, right) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
            (Some(left), Some(right)) if view.descending => right.cmp(&left),
            (Some(left), Some(right)) => left.cmp(&right),
        }
    });
    rows
}

/// What a row is sorted by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum SortKey {
    Number(usize),
    Words(String),
    Day(jiff::civil::Date),
}

fn key(transcript: &Transcript, row: &Row, column: Column) -> Option<SortKey> {
    let annotation = &row.entry.annotation;
    let words = |words: String| Some(SortKey::Words(words.to_lowercase())).filter(|_| !words.is_empty());
    let place = |at: Option<usize>| at.map(SortKey::Number);
    match (column, &annotation.body) {
        (Column::Number, _) => Some(SortKey::Number(row.number)),
        (Column::Summary, _) => words(short(annotation)),
        (Column::Who, _) => words(who(transcript, &row.entry).name),
        (Column::To, Body::Commitment(commitment)) => words(commitment.to.join(", ")),
        (Column::Due, Body::Commitment(commitment)) => commitment.due_date.map(SortKey::Day),
        (Column::Status, Body::Commitment(commitment)) => place(index_of(commitment.status)),
        (Column::Status, Body::Claim(claim)) => place(index_of(claim.check)),
        (Column::Certainty, Body::Commitment(commitment)) => place(index_of(commitment.certainty)),
        (Column::Type, Body::Claim(claim)) => place(index_of(claim.claim_type)),
        (Column::Mentions, Body::Claim(claim)) => Some(SortKey::Number(claim.sources.len())),
        (Column::Mentions, _) => Some(SortKey::Number(annotation.times_mentioned())),
        _ => None,
    }
}

/// Where a value stands among all.
fn index_of<T: Named + PartialEq>(value: T) -> Option<usize> {
    T::ALL.iter().position(|other| *other == value)
}

/// What an annotation says: the user's summary, or else its words.
#[must_use]
pub fn short(annotation: &Annotation) -> String {
    if annotation.summary.is_empty() { annotation.words() } else { annotation.summary.clone() }
}

/// Who says it: as the user says, or else the speaker of its turn.
#[must_use]
pub fn who(transcript: &Transcript, entry: &Entry) -> Promiser {
    let by_hand = match &entry.annotation.body {
        Body::Commitment(commitment) => commitment.by.clone(),
        _ => None,
    };
    let speaks = || {
        entry.speaker(transcript).map_or_else(Promiser::default, |speaker| Promiser {
            name: speaker.title(),
            function: speaker.function.clone().unwrap_or_default(),
        })
    };
    by_hand.unwrap_or_else(speaks)
}

/// A commitment that is in no list.
#[derive(Clone, Debug, PartialEq)]
pub struct Unlisted {
    /// The commitment.
    pub entry: Rc<Entry>,
    /// The item that it may be, unless the user has turned that down.
    pub proposed: Option<Match>,
}

/// How the marks and the closing list fit together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reconciliation {
    /// The items, each followed by its parts.
    pub items: Vec<Item>,
    /// Items that are listed and marked, by their places among all, and the commitments that they are.
    pub confirmed: BTreeMap<usize, Vec<Rc<Entry>>>,
    /// Commitments that are marked and not listed, in the order of the text.
    pub unlisted: Vec<Unlisted>,
    /// Items that are listed and not marked, by their places among all.
    pub unmarked: Vec<usize>,
}

/// Compares the commitments with the closing list.
#[must_use]
pub fn reconcile<'a>(
    transcript: &Transcript,
    entries: &[Rc<Entry>],
    corrections: impl Iterator<Item = (SourceSpan, &'a ItemCorrection)>,
) -> Reconciliation {
    let items = closing::items(transcript, corrections);
    let is_commitment = |entry: &&Rc<Entry>| entry.annotation.kind() == Kind::Commitment;
    let mut confirmed: BTreeMap<usize, Vec<Rc<Entry>>> = BTreeMap::new();
    let mut others = Vec::new();
    for entry in entries.iter().filter(is_commitment) {
        let listed = matching::listed(&items, entry.marked());
        for at in &listed {
            confirmed.entry(*at).or_default().push(Rc::clone(entry));
        }
        if listed.is_empty() {
            others.push(entry);
        }
    }
    let marks: Vec<Marked<'_>> = others.iter().map(|entry| entry.marked()).collect();
    let proposed = matching::propose(transcript, &items, &marks);
    let unlisted = others.into_iter().zip(proposed).map(|(entry, proposed)| {
        let is_declined = matches!(&entry.annotation.body, Body::Commitment(commitment) if commitment.declined.contains(&Proposal::Listed));
        Unlisted { entry: Rc::clone(entry), proposed: proposed.filter(|_| !is_declined) }
    });
    // An item that has parts stands in them: it is marked when they are.
    let has_parts = |at: usize| items.get(at + 1).is_some_and(|next| next.number == items[at].number);
    let parts_marked = |at: usize| {
        let parts = (at + 1..items.len()).take_while(|part| items[*part].number == items[at].number);
        parts.clone().count() > 0 && parts.into_iter().all(|part| confirmed.contains_key(&part))
    };
    let is_marked = |at: usize| confirmed.contains_key(&at) || items[at].part == 0 && has_parts(at) && parts_marked(at);
    let unmarked = (0..items.len()).filter(|at| !is_marked(*at)).collect();
    Reconciliation { unlisted: unlisted.collect(), unmarked, confirmed, items }
}

/// Who promises what an item says: the member of the government with whose office or name it begins, where that is one.
#[must_use]
fn promiser(transcript: &Transcript, item: ReadingSpan) -> Option<Promiser> {
    let words = transcript.words(item).to_lowercase();
    let begins =
        |start: &str| words.starts_with(start) || words.strip_prefix("de ").is_some_and(|rest| rest.starts_with(start));
    let is_named = |speaker: &&Speaker| {
        let honorific = speaker.honorific.as_deref().filter(|_| speaker.role == Role::Government);
        [Some(speaker.title().to_lowercase()), honorific.map(str::to_lowercase)]
            .iter()
            .flatten()
            .any(|name| begins(name))
    };
    let mut named = transcript.speakers.iter().filter(|speaker| speaker.role != Role::Chair).filter(is_named);
    let speaker = named.next().filter(|_| named.next().is_none())?;
    Some(Promiser { name: speaker.title(), function: speaker.function.clone().unwrap_or_default() })
}

impl State {
    /// Shows the register instead of the transcript, or the transcript again, where it was left or at what is chosen.
    pub(super) fn show_register(&mut self, shown: bool) -> Vec<Effect> {
        let Screen::Reading(desk) = &mut self.screen else { return Vec::new() };
        desk.in_register = shown;
        (desk.selection, desk.caret, desk.search) = (None, None, None);
        if shown {
            return vec![Effect::ScrollTo(0, 0), Effect::Focus(Target::Register)];
        }
        let place = desk.left_at.take().unwrap_or_default();
        let back = Effect::ScrollTo(place, if place == 0 { 0 } else { ABOVE });
        let chosen = desk.active.clone().map(Effect::Reveal);
        [Effect::Focus(Target::Transcript), back].into_iter().chain(chosen).collect()
    }
}

impl Desk {
    /// Whether the selected words are the chair's, who reads out the closing list.
    #[must_use]
    pub fn selects_chair(&self) -> bool {
        let turn = self.selection.and_then(|selection| self.transcript.turn_at(selection.start()));
        turn.is_some_and(|turn| self.transcript.role(self.transcript.turn(turn)) == Some(Role::Chair))
    }

    /// Makes an item of the closing list a mention of a commitment, instead of any other item; `None` for no item.
    pub(super) fn list_as(
        &mut self,
        id: &AnnotationId,
        item: Option<ReadingSpan>,
        now: Timestamp,
        replica: Replica,
    ) -> bool {
        let listed = item.and_then(|item| self.passage(item));
        let changed = self.changed(id, now, |annotation| {
            annotation.mentions.retain(|mention| mention.role != MentionRole::Listed);
            annotation.mentions.extend(listed.map(|passage| Mention { role: MentionRole::Listed, passage }));
        });
        changed.map(|changed| self.act(Origin::Do, vec![changed], replica, None)).is_some()
    }

    /// Marks an item of the closing list as a commitment of whoever it says promised it; `None` where it is marked.
    pub(super) fn mark_item(
        &mut self,
        item: ReadingSpan,
        id: AnnotationId,
        now: Timestamp,
        replica: Replica,
    ) -> Option<AnnotationId> {
        let mut annotation = Annotation::new(Kind::Commitment, self.passage(item)?, now);
        let by = promiser(&self.transcript, item);
        let (due, due_date) = self.item_due(item).unwrap_or_default();
        annotation.body = Body::Commitment(Commitment { by, due, due_date, ..Commitment::default() });
        self.act(Origin::Do, vec![Change::Annotation(id.clone(), Some(annotation.into()))], replica, None);
        Some(id)
    }

    /// By when an item of the closing list is to be kept: as it was put last, in words and as a day.
    fn item_due(&self, words: ReadingSpan) -> Option<(String, Option<Date>)> {
        let corrections = self.corrections().items;
        let items = closing::items(&self.transcript, corrections.iter().map(|(span, item)| (*span, item)));
        let item = items.iter().find(|item| item.words == words)?;
        let whole = items.iter().find(|whole| whole.number == item.number && whole.part == 0);
        let amended = item.amendments.last().or_else(|| whole?.amendments.last());
        let (said, due) = match amended {
            Some(amendment) => (amendment.words, &amendment.due),
            None => (item.words, item.due.as_ref()?),
        };
        // A part has the day of its item, and not its words.
        let words = self.transcript.words(said).get(due.place.clone()).filter(|_| item.part == 0 || amended.is_some());
        Some((words.unwrap_or_default().to_owned(), due.date))
    }

    /// The corrections that make one item of an item and the one before it.
    pub(super) fn join_items(&self, first: ReadingSpan, second: ReadingSpan) -> Vec<Correction> {
        let source = |span: ReadingSpan| self.transcript.to_source(span);
        let both = ReadingSpan::new(first.start().index()..second.end().index().max(first.end().index()));
        let none = |span| Correction::Item(source(span), Some(ItemCorrection::None));
        let mut corrections = vec![none(first), none(second)];
        corrections.retain(|correction| *correction != none(both));
        corrections.push(Correction::Item(source(both), Some(ItemCorrection::Item)));
        corrections
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Field, Message, tests::Shell},
        *,
    };
    use crate::model::CommitmentStatus;

    const SAMPLE: &str = include_str!("../../samples/commissiedebat.txt");

    /// The sample, with three commitments marked.
    fn marked() -> (Shell, Vec<AnnotationId>) {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(SAMPLE.into()));
        let words = [
            "Ik neem de kosten per gemaal in die lijst op",
            "Hoe vaak het systeem",
            "Vóór de zomer krijgt de Kamer de lijst",
        ];
        let ids = words.map(|words| {
            shell.select(words);
            shell.send(Message::Mark(Kind::Commitment));
            shell.desk().active.clone().unwrap()
        });
        (shell, ids.into())
    }

    fn reconciled(shell: &Shell) -> Reconciliation {
        let desk = shell.desk();
        let corrections = desk.corrections().items;
        reconcile(&desk.transcript, &desk.entries, corrections.iter().map(|(span, correction)| (*span, correction)))
    }

    /// The labels of the items in the three columns; of commitments, their identifiers.
    fn columns(shell: &Shell) -> (Vec<String>, Vec<AnnotationId>, Vec<String>) {
        let found = reconciled(shell);
        let label = |at: &usize| found.items[*at].label();
        let unlisted = found.unlisted.iter().map(|unlisted| unlisted.entry.id.clone()).collect();
        (found.confirmed.keys().map(label).collect(), unlisted, found.unmarked.iter().map(label).collect())
    }

    #[test]
    fn a_match_counts_when_the_user_says_so_and_one_item_can_be_several() {
        let (mut shell, ids) = marked();
        assert_eq!(columns(&shell), (vec![], ids.clone(), vec!["1".into(), "2".into(), "3".into()]));
        let found = reconciled(&shell);
        let proposed: Vec<Option<usize>> =
            found.unlisted.iter().map(|unlisted| unlisted.proposed.as_ref().map(|found| found.item)).collect();
        assert_eq!(proposed, [Some(0), None, Some(0)]);
        let first = found.items[0].words;
        for id in [&ids[0], &ids[2]] {
            shell.send(Message::ListAs(id.clone(), Some(first)));
        }
        assert_eq!(columns(&shell), (vec!["1".into()], vec![ids[1].clone()], vec!["2".into(), "3".into()]));
        assert_eq!(reconciled(&shell).confirmed[&0].len(), 2);
        // Said again it changes nothing; another item takes its place; none takes it away.
        shell.send(Message::ListAs(ids[0].clone(), Some(first)));
        shell.send(Message::ListAs(ids[0].clone(), Some(found.items[1].words)));
        assert_eq!(reconciled(&shell).confirmed[&1][0].id, ids[0]);
        assert_eq!(shell.desk().entry(&ids[0]).unwrap().annotation.mentions.len(), 1);
        shell.send(Message::ListAs(ids[0].clone(), None));
        shell.send(Message::Decline(ids[0].clone(), Proposal::Listed));
        let found = reconciled(&shell);
        assert_eq!(found.unlisted.iter().map(|unlisted| &unlisted.entry.id).collect::<Vec<_>>(), [&ids[0], &ids[1]]);
        assert_eq!(found.unlisted[0].proposed, None, "what was turned down is not proposed again");
        // Every act is one step of undo, and a reload brings all of it back.
        let before = columns(&shell);
        let mut shell = shell.reload();
        assert_eq!(columns(&shell), before);
        shell.send(Message::UndoSteps(2));
        assert_eq!(reconciled(&shell).confirmed[&1][0].id, ids[0]);
    }

    #[test]
    fn an_item_is_marked_from_the_list_and_the_split_is_corrected() {
        let (mut shell, _) = marked();
        let items = reconciled(&shell).items;
        shell.send(Message::MarkItem(items[1].words));
        let id = shell.desk().active.clone().unwrap();
        let by = who(&shell.desk().transcript, shell.desk().entry(&id).unwrap());
        assert_eq!((by.name.as_str(), by.function.as_str()), ("Minister Ter Aalst", "Minister van Water en Kust"));
        assert_eq!(columns(&shell).0, ["2"], "what stands in the list is listed");
        shell.send(Message::JoinItems(items[1].words, items[2].words));
        assert_eq!(columns(&shell).0, ["2"], "the joined item is still that commitment");
        assert_eq!(columns(&shell).2, ["1"]);
        shell.send(Message::UndoSteps(1));
        let source = shell.desk().transcript.to_source(items[2].words);
        shell.send(Message::Correct(Correction::Item(source, Some(ItemCorrection::Part))));
        assert_eq!(columns(&shell).2, ["1", "2a"]);
        // The end of the last item.
        let end = items[2].words.end().index();
        shell.send(Message::Selected(Some(ReadingSpan::new(end - "kan beginnen.".len()..end))));
        shell.send(Message::ItemHere(ItemCorrection::Part));
        assert_eq!(columns(&shell).2, ["1", "2a", "2b"]);
        let shell = shell.reload();
        assert_eq!(columns(&shell).2, ["1", "2a", "2b"]);
    }

    #[test]
    fn rows_are_sorted_and_what_has_nothing_comes_last() {
        let (mut shell, ids) = marked();
        shell.send(Message::Edit(ids[1].clone(), Field::DueDate(Some("2031-12-20".parse().unwrap()))));
        shell.send(Message::Edit(ids[2].clone(), Field::DueDate(Some("2031-06-20".parse().unwrap()))));
        shell.send(Message::Edit(ids[0].clone(), Field::Status(CommitmentStatus::Lapsed)));
        shell.send(Message::Edit(ids[0].clone(), Field::Summary("Zonder dag".into())));
        let sorted = |shell: &Shell, column, descending| -> Vec<usize> {
            let desk = shell.desk();
            let view = RegisterView { table: Table::Commitments, column, descending };
            rows(&desk.transcript, &desk.entries, view, |_| true).iter().map(|row| row.number).collect()
        };
        assert_eq!(sorted(&shell, Column::Number, false), [1, 2, 3]);
        assert_eq!(sorted(&shell, Column::Number, true), [3, 2, 1]);
        assert_eq!(sorted(&shell, Column::Due, false), [3, 2, 1]);
        assert_eq!(sorted(&shell, Column::Due, true), [2, 3, 1]);
        assert_eq!(sorted(&shell, Column::Status, true), [1, 2, 3]);
        assert_eq!(sorted(&shell, Column::Summary, false), [2, 3, 1]);
    }

    #[test]
    fn the_address_says_that_the_register_is_open() {
        let (mut shell, ids) = marked();
        let id = shell.desk().id.clone();
        shell.send(Message::ShowRegister(true, Some(7)));
        assert!(shell.desk().in_register);
        shell.send(Message::Went(super::super::Route::Transcript(id.clone())));
        assert!(!shell.desk().in_register);
        shell.send(Message::Went(super::super::Route::Register(id.clone())));
        assert!(shell.desk().in_register);
        let place = shell.desk().transcript.to_source(shell.desk().entry(&ids[0]).unwrap().pieces[0]);
        shell.send(Message::ShowPlace(place));
        assert!(!shell.desk().in_register, "a place is shown in the transcript");
    }
}
