//! What is still to be done, of all transcripts in this browser: the page of open commitments.

use std::{
    collections::{BTreeSet, HashSet},
    rc::Rc,
};

use jiff::civil::Date;

use super::{
    Desk, Effect, Entry, Moment, Screen, State, Target, entries,
    exporting::{deadline, link},
    short, who,
};
use crate::{
    exchange::{self, Deadline, Separator},
    i18n::{Catalog, Text},
    journal::{Backend, BackendError, Card, Journal},
    model::{AnnotationId, Body, Certainty, CommitmentStatus, Named, ProjectId, Promiser, Transcript, named},
    reader,
};

named! {
    /// A file that the open commitments can be written to.
    CommitmentsFile {
        /// A table for spreadsheets (CSV).
        Spreadsheet = "spreadsheet",
        /// The same with semicolons, for a Dutch Excel.
        SpreadsheetWithSemicolons = "spreadsheet-semicolons",
        /// The days by which they are to be kept, for calendars (iCalendar).
        Calendar = "calendar",
    }
}

/// A commitment of which something is still to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCommitment {
    /// Its transcript.
    pub project: ProjectId,
    /// Which of the transcript's annotations it is.
    pub id: AnnotationId,
    /// What the transcript is called; empty where it has no title.
    pub meeting: String,
    /// The day of the meeting.
    pub day: Option<Date>,
    /// What it says in short: the user's summary, or else its words.
    pub summary: String,
    /// Its words.
    pub words: String,
    /// Who gave it.
    pub by: Promiser,
    /// To whom.
    pub to: Vec<String>,
    /// By when, as spoken.
    pub due: String,
    /// By when, as a date.
    pub due_date: Option<Date>,
    /// How definite it is.
    pub certainty: Certainty,
    /// What became of it so far.
    pub status: CommitmentStatus,
}

/// The open commitments of the transcripts in a store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// They, in no order.
    pub commitments: Vec<OpenCommitment>,
    /// Transcripts of which not everything could be read: opening them says more.
    pub damaged: Vec<ProjectId>,
}

/// What the page of open commitments shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenCommitments {
    /// What there is, those to be kept first coming first, those without a date last; `None` while it is looked for.
    pub found: Option<Rc<[OpenCommitment]>>,
    /// How many transcripts could not be read wholly.
    pub damaged: usize,
    /// Only those that this person gave.
    pub by: Option<String>,
    /// Only those made to this person or group.
    pub to: Option<String>,
    /// The day on which they were looked for, where the user is: what was to be kept before it is late.
    pub today: Option<Date>,
    /// Whether the store could not be read.
    pub has_failed: bool,
    /// Whether the transcripts are being looked through.
    is_gathering: bool,
    /// Whether something has changed since that began.
    is_stale: bool,
}

impl OpenCommitments {
    /// Whether one is shown.
    #[must_use]
    pub fn shows(&self, commitment: &OpenCommitment) -> bool {
        self.by.as_ref().is_none_or(|by| commitment.by.name == *by)
            && self.to.as_ref().is_none_or(|to| commitment.to.contains(to))
    }

    /// Those that are shown.
    pub fn shown(&self) -> impl Iterator<Item = &OpenCommitment> {
        self.found.iter().flat_map(|found| found.iter()).filter(|commitment| self.shows(commitment))
    }

    /// Who gave any, and to whom any were made, each once.
    #[must_use]
    pub fn people(&self) -> (BTreeSet<&str>, BTreeSet<&str>) {
        let all = || self.found.iter().flat_map(|found| found.iter());
        let by = all().map(|one| one.by.name.as_str()).filter(|name| !name.is_empty());
        (by.collect(), all().flat_map(|one| one.to.iter().map(String::as_str)).collect())
    }

    /// Whether one should have been kept by now.
    #[must_use]
    pub fn is_late(&self, commitment: &OpenCommitment) -> bool {
        commitment.due_date.zip(self.today).is_some_and(|(due, today)| due < today)
    }
}

/// Looks through all transcripts of a store, and leaves them as they are.
///
/// # Errors
/// When the store cannot be read.
pub async fn gather<B: Backend>(journal: &Journal<B>, pace: &impl AsyncFn(f64)) -> Result<Gathered, BackendError> {
    let listed = journal.list()?;
    // A card that is missing says nothing of what is marked.
    let has_any = |card: &Option<Card>| card.as_ref().is_none_or(|card| card.commitments > 0);
    let listed: Vec<_> = listed.into_iter().filter(|(_, card)| has_any(card)).map(|(id, _)| id).collect();
    let mut gathered = Gathered::default();
    for (at, id) in listed.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a share of the work")]
        let of_all = |share: f64| (at as f64 + share) / listed.len() as f64;
        let opening = async |share: f64| pace(of_all(0.4 * share)).await;
        let Some(opened) = journal.look_paced(id, &opening).await? else { continue };
        if !opened.damaged.is_empty() {
            gathered.damaged.push(id.clone());
        }
        let is_open = |body: &Body| matches!(body, Body::Commitment(commitment) if commitment.is_open());
        if opened.source.is_empty() || !opened.project.annotations().any(|(.., annotation)| is_open(&annotation.body)) {
            continue;
        }
        let reading = async |share: f64| pace(of_all(0.4 + 0.6 * share)).await;
        let transcript = reader::read_paced(&opened.source, &opened.project.reading(), &reading).await;
        let title = opened.project.shown_title(&transcript.meeting).unwrap_or_default();
        let entries = entries::all(&transcript, &opened.project);
        gathered.commitments.extend(of_transcript(id, title, &transcript, &entries));
    }
    Ok(gathered)
}

/// The open commitments of a transcript.
fn of_transcript(
    project: &ProjectId,
    title: &str,
    transcript: &Transcript,
    entries: &[Rc<Entry>],
) -> Vec<OpenCommitment> {
    let one = |entry: &Rc<Entry>| {
        let Body::Commitment(commitment) = &entry.annotation.body else { return None };
        commitment.is_open().then(|| OpenCommitment {
            project: project.clone(),
            id: entry.id.clone(),
            meeting: title.to_owned(),
            day: transcript.meeting.date,
            summary: short(&entry.annotation),
            words: entry.annotation.words(),
            by: who(transcript, entry),
            to: commitment.to.clone(),
            due: commitment.due.clone(),
            due_date: commitment.due_date,
            certainty: commitment.certainty,
            status: commitment.status,
        })
    };
    entries.iter().filter_map(one).collect()
}

impl State {
    /// Goes to the page of open commitments.
    pub(super) fn open_commitments(&mut self) -> Vec<Effect> {
        self.notice = None;
        let (by, to) = self.commitments_of.clone();
        let page = OpenCommitments { by, to, is_gathering: true, ..OpenCommitments::default() };
        self.put_on_screen(Screen::Commitments(page.into()));
        vec![Effect::Gather]
    }

    fn commitments_page(&mut self) -> Option<&mut OpenCommitments> {
        match &mut self.screen {
            Screen::Commitments(page) => Some(Rc::make_mut(page)),
            _ => None,
        }
    }

    /// Something has changed in the store: the page is brought up to date, one gathering after the other.
    pub(super) fn gather_again(&mut self) -> Vec<Effect> {
        let Some(page) = self.commitments_page() else { return Vec::new() };
        let is_gathering = std::mem::replace(&mut page.is_gathering, true);
        page.is_stale |= is_gathering;
        if is_gathering { Vec::new() } else { vec![Effect::GatherLater] }
    }

    pub(super) fn gather_now(&mut self) -> Vec<Effect> {
        self.commitments_page().map(|_| Effect::Gather).into_iter().collect()
    }

    /// What the store has was looked through.
    pub(super) fn gathered(&mut self, gathered: Result<Gathered, BackendError>, moment: Moment) -> Vec<Effect> {
        // Work that found no room in the store is not there.
        let in_memory = self.parked.iter().flat_map(Desk::open_commitments).collect::<Vec<_>>();
        let in_memory_of: HashSet<ProjectId> = self.parked.iter().map(|desk| desk.id.clone()).collect();
        let Some(page) = self.commitments_page() else { return Vec::new() };
        let is_first = page.found.is_none();
        let error = gathered.as_ref().err().cloned();
        // Where the store cannot be read, what was known stays.
        let known = || page.found.iter().flat_map(|found| found.iter()).cloned().collect();
        let Gathered { mut commitments, damaged } =
            gathered.unwrap_or_else(|_| Gathered { commitments: known(), damaged: Vec::new() });
        commitments.retain(|one| !in_memory_of.contains(&one.project));
        commitments.extend(in_memory);
        commitments.sort_by(|a, b| {
            let key = |one: &OpenCommitment| (one.due_date.is_none(), one.due_date, one.day, one.project.clone());
            key(a).cmp(&key(b))
        });
        page.found = Some(commitments.into());
        (page.damaged, page.has_failed, page.today) = (damaged.len(), error.is_some(), Some(moment.today));
        (page.is_gathering, page.is_stale) = (page.is_stale, false);
        let again = page.is_gathering.then_some(Effect::GatherLater);
        if let Some(error) = error {
            self.refused(&error);
        }
        let shown = is_first.then_some([Effect::ScrollTo(0, 0), Effect::Focus(Target::Heading)]);
        shown.into_iter().flatten().chain(again).collect()
    }

    /// Shows only those that somebody gave, or that were made to somebody.
    pub(super) fn filter_commitments(&mut self, by: Option<String>, to: Option<String>) -> Vec<Effect> {
        self.commitments_of = (by.clone(), to.clone());
        let Some(page) = self.commitments_page() else { return Vec::new() };
        (page.by, page.to) = (by, to);
        let shown = Text::new("open-shown").with("count", page.shown().count());
        vec![Effect::Announce(shown)]
    }

    /// Hands out the open commitments that are shown. `address` is that of the page, without its fragment.
    pub(super) fn export_commitments(&self, file: CommitmentsFile, address: &str, moment: Moment) -> Vec<Effect> {
        let Screen::Commitments(page) = &self.screen else { return Vec::new() };
        let catalog = Catalog::new(self.language);
        let (text, ending, media_type) = match file {
            CommitmentsFile::Spreadsheet => (page.table(Separator::Comma, &catalog, address), "csv", "text/csv"),
            CommitmentsFile::SpreadsheetWithSemicolons => {
                (page.table(Separator::Semicolon, &catalog, address), "semicolons.csv", "text/csv")
            }
            CommitmentsFile::Calendar => (page.calendar(address, moment), "ics", "text/calendar"),
        };
        vec![Effect::Download { name: format!("{}.{ending}", catalog.text("open-file")), text, media_type }]
    }
}

impl OpenCommitments {
    /// Those that are shown, as a table.
    fn table(&self, separator: Separator, catalog: &Catalog, address: &str) -> String {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let head = [
            "field-due-date",
            "field-due",
            "field-summary",
            "column-words",
            "field-by",
            "person-function",
            "field-to",
            "field-certainty",
            "field-status",
            "column-meeting",
            "column-meeting-date",
            "column-link",
        ];
        let row = |one: &OpenCommitment| {
            vec![
                day(one.due_date),
                one.due.clone(),
                one.summary.clone(),
                one.words.clone(),
                one.by.name.clone(),
                one.by.function.clone(),
                one.to.join("; "),
                catalog.text(Text::named("certainty", one.certainty.name())),
                catalog.text(Text::named("status", one.status.name())),
                one.meeting.clone(),
                day(one.day),
                link(address, &one.project, &one.id),
            ]
        };
        let rows: Vec<Vec<String>> = self.shown().map(row).collect();
        exchange::csv(separator, &head.map(|key| catalog.text(key)), &rows)
    }

    /// The days by which those that are shown are to be kept.
    fn calendar(&self, address: &str, moment: Moment) -> String {
        let of = |one: &OpenCommitment| {
            let words = format!("“{}”", one.words);
            let said = [one.by.name.as_str(), &one.due, &words, &one.meeting];
            Some(deadline(&one.id, one.due_date?, &one.summary, said, link(address, &one.project, &one.id)))
        };
        let deadlines: Vec<Deadline> = self.shown().filter_map(of).collect();
        exchange::calendar(&deadlines, moment.now)
    }
}

impl Desk {
    /// What is still to be done of this transcript.
    fn open_commitments(&self) -> Vec<OpenCommitment> {
        of_transcript(&self.id, self.title(), &self.transcript, &self.entries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{Field, Message, Route, tests::Shell},
        journal::News,
        model::Kind,
    };

    const FIRST: &str = "De voorzitter:\nGoedemorgen.\n\nMinister Ter Horst:\nDie brief stuur ik. De cijfers volgen. De \
                         nota is er al.\n\nDe voorzitter:\nDank.\n";
    const SECOND: &str =
        "De voorzitter:\nWelkom.\n\nMinister Lindhoud:\nIk bel de gemeente.\n\nDe voorzitter:\nDank.\n";

    /// Opens a text and marks a commitment with a date by which it is to be kept.
    fn promise(shell: &mut Shell, text: &str, words: &str, to: &str, due: Option<&str>) -> AnnotationId {
        shell.send(Message::Went(Route::Start));
        shell.send(Message::OpenText(text.into()));
        shell.select(words);
        shell.send(Message::Mark(Kind::Commitment));
        let id = shell.desk().active.clone().unwrap();
        shell.send(Message::Edit(id.clone(), Field::To(to.into())));
        shell.send(Message::Edit(id.clone(), Field::DueDate(due.map(|day| day.parse().unwrap()))));
        id
    }

    fn page(shell: &Shell) -> &OpenCommitments {
        match &shell.state.screen {
            Screen::Commitments(page) => page,
            _ => panic!("the page of open commitments"),
        }
    }

    fn told(shell: &Shell) -> Vec<String> {
        page(shell).shown().map(|one| format!("{}: {}", one.by.name, one.summary)).collect()
    }

    fn promised() -> Shell {
        let mut shell = Shell::new();
        promise(&mut shell, FIRST, "Die brief stuur ik", "Aalst", Some("2031-06-20"));
        promise(&mut shell, FIRST, "De cijfers volgen", "Aalst, de Kamer", None);
        let done = promise(&mut shell, FIRST, "De nota is er al", "", Some("2031-01-01"));
        shell.send(Message::Edit(done, Field::Status(CommitmentStatus::Fulfilled)));
        let partly = promise(&mut shell, SECOND, "Ik bel de gemeente", "de Kamer", Some("2031-02-01"));
        shell.send(Message::Edit(partly, Field::Status(CommitmentStatus::Partly)));
        shell.send(Message::Went(Route::Commitments));
        shell
    }

    #[test]
    fn what_is_open_is_gathered_from_all_transcripts_by_date() {
        let mut shell = promised();
        let all = [
            "Minister Lindhoud: Ik bel de gemeente",
            "Minister Ter Horst: Die brief stuur ik",
            "Minister Ter Horst: De cijfers volgen",
        ];
        assert_eq!(told(&shell), all, "what is done is left out, what has no date comes last");
        let (by, to) = page(&shell).people();
        assert_eq!(by.into_iter().collect::<Vec<_>>(), ["Minister Lindhoud", "Minister Ter Horst"]);
        assert_eq!(to.into_iter().collect::<Vec<_>>(), ["Aalst", "de Kamer"]);
        shell.send(Message::FilterCommitments(None, Some("de Kamer".into())));
        assert_eq!(told(&shell), [all[0], all[2]]);
        shell.send(Message::FilterCommitments(Some("Minister Ter Horst".into()), Some("de Kamer".into())));
        assert_eq!(told(&shell), [all[2]]);
        shell.send(Message::ExportCommitments(CommitmentsFile::Spreadsheet, "https://example.org/".into()));
        let (name, text) = shell.downloads.pop().unwrap();
        assert_eq!(name, "open-commitments.csv");
        assert!(text.contains("De cijfers volgen") && !text.contains("gemeente"), "what is shown, and no more: {text}");
        shell.send(Message::FilterCommitments(Some("Minister Ter Horst".into()), None));
        shell.send(Message::ExportCommitments(CommitmentsFile::Calendar, "https://example.org/".into()));
        let (name, text) = shell.downloads.pop().unwrap();
        assert_eq!((name.as_str(), text.matches("BEGIN:VEVENT").count()), ("open-commitments.ics", 1), "{text}");
        assert!(text.contains("DTSTART;VALUE=DATE:20310620"), "{text}");
        // From there to a commitment and back.
        let one = page(&shell).shown().next().unwrap().clone();
        shell.send(Message::Went(Route::Annotation(one.project.clone(), one.id.clone())));
        assert_eq!(shell.desk().active, Some(one.id.clone()));
        shell.send(Message::Edit(one.id, Field::Status(CommitmentStatus::Lapsed)));
        shell.send(Message::Went(Route::Commitments));
        assert_eq!(told(&shell), [all[2]], "of the same person as before");
        shell.send(Message::FilterCommitments(None, None));
        assert_eq!(told(&shell), [all[0], all[2]]);
    }

    #[test]
    fn what_is_late_is_what_was_to_be_kept_before_today() {
        let shell = promised();
        let mut page = page(&shell).clone();
        let late = |page: &OpenCommitments| page.shown().map(|one| page.is_late(one)).collect::<Vec<_>>();
        assert_eq!(late(&page), [true, false, false]);
        page.today = Some("2031-02-01".parse().unwrap());
        assert_eq!(late(&page), [false, false, false], "on the day itself it is not late");
    }

    #[test]
    fn where_the_store_cannot_be_read_what_was_known_stays() {
        let mut shell = promised();
        let before = told(&shell);
        shell.send(Message::Gathered(Err(BackendError::Failed("broken".into()))));
        assert_eq!(told(&shell), before);
        assert!(page(&shell).has_failed && shell.state.notice.is_some());
        shell.send(Message::GatherNow);
        assert!(!page(&shell).has_failed);
    }

    #[test]
    fn changes_elsewhere_are_gathered_one_after_the_other() {
        let mut shell = promised();
        let moment = Moment { now: jiff::Timestamp::UNIX_EPOCH, today: jiff::civil::date(2031, 4, 1), random: 0 };
        let mut hear = |message| shell.state.update(message, moment);
        assert_eq!(hear(Message::Elsewhere(News::List)), [Effect::GatherLater]);
        assert_eq!(hear(Message::Elsewhere(News::List)), [], "one is under way");
        assert_eq!(hear(Message::GatherNow), [Effect::Gather]);
        assert_eq!(hear(Message::Gathered(Ok(Gathered::default()))), [Effect::GatherLater]);
        assert_eq!(hear(Message::Gathered(Ok(Gathered::default()))), []);
        assert_eq!(hear(Message::Went(Route::Start)), [Effect::List]);
        assert_eq!(hear(Message::GatherNow), [], "it is not wanted any more");
    }

    #[test]
    fn without_any_the_page_is_there_and_empty() {
        let mut shell = Shell::new();
        shell.send(Message::Went(Route::Commitments));
        assert_eq!(page(&shell).found.as_ref().map(|found| found.len()), Some(0));
        shell.send(Message::CancelOpening);
        assert!(matches!(shell.state.screen, Screen::Commitments(_)), "nothing is on its way any more");
    }
}
