//! Opening transcripts: a text, a file, an export, or what is here already.

use std::rc::Rc;

use jiff::Timestamp;

use super::{
    BlockMarks, Desk, Effect, Entry, Moment, Notice, Offer, SaveState, State, Target, Tone, View, desk::Keeping,
    entries, marks::paint, notice::import_report, state::Screen,
};
use crate::{
    exchange::{self, Decoded, Encoding, Imported},
    i18n::{Lang, Text},
    journal::{self, BackendError, Card, Opened},
    model::{Annotation, History, Named as _, Project, ProjectId, Transcript},
    reader,
    text::Digest,
};

/// The built-in sample, one in each language of the interface.
pub(super) const SAMPLE_NL: &str = include_str!("../../samples/commissiedebat.txt");
pub(super) const SAMPLE_EN: &str = include_str!("../../samples/meeting.txt");

/// With so many line ends or fewer, a plain text may have lost those that it had.
const MAX_FLAT: usize = 1;

/// A transcript on its way to the screen. Every step is an effect of its own, so that the page answers in between.
#[derive(Debug)]
pub struct Loading {
    /// Which project it is, or will be.
    pub id: ProjectId,
    waiting: Waiting,
}

/// What a transcript on its way waits for.
#[derive(Debug)]
enum Waiting {
    /// Its project to come from the store.
    Store,
    /// The source of a known project to be read. Then it is shown where the reader was.
    Stored(Box<Opened>, Option<View>),
    /// A new source to be read. Then it may have to be told how its characters were found.
    New(Option<&'static str>),
}

/// A source read, with what is shown of its project.
#[derive(Clone, Debug)]
pub struct ReadSource {
    /// What was read in it.
    pub(super) transcript: Rc<Transcript>,
    /// The SHA-256 of the source, in hexadecimal digits.
    pub(super) sha256: String,
    /// The annotations in the order of the text.
    pub(super) entries: Rc<[Rc<Entry>]>,
    /// What is painted, block by block.
    pub(super) marks: Rc<[Rc<BlockMarks>]>,
}

impl ReadSource {
    /// Reads the source of a project, whose digest may be known, in steps.
    pub async fn new(source: &Rc<str>, project: &Project, sha256: Option<String>, pace: &impl AsyncFn(f64)) -> Self {
        let sha256 = match sha256 {
            Some(sha256) => sha256,
            None => digest(source, pace).await,
        };
        let transcript = reader::read_paced(source, &project.reading(), pace).await;
        pace(1.0).await;
        Self::of(transcript.into(), project, sha256)
    }

    /// What is shown of a project whose transcript was read.
    fn of(transcript: Rc<Transcript>, project: &Project, sha256: String) -> Self {
        let entries: Rc<[_]> = entries::all(&transcript, project).into();
        let marks = paint(&transcript, &entries, &[]).into();
        Self { transcript, sha256, entries, marks }
    }
}

/// How much of a source goes into its digest at a time, in bytes.
const DIGEST_STEP: usize = 1 << 20;

async fn digest(source: &str, pace: &impl AsyncFn(f64)) -> String {
    let mut digest = Digest::default();
    for bytes in source.as_bytes().chunks(DIGEST_STEP) {
        digest.add(bytes);
        pace(0.0).await;
    }
    digest.digits()
}

/// What to open instead of the plain text of a clipboard: the text of its HTML, where the plain text has lost all its
/// lines (as of a chat or a table) and the HTML still has them. Otherwise the plain text is the more faithful source.
#[must_use]
pub fn better_than_plain(plain: &str, html: &str) -> Option<String> {
    let ends =
        |text: &str| text.trim().split(['\n', '\r', '\u{b}']).filter(|line| !line.trim().is_empty()).skip(1).count();
    (ends(plain) <= MAX_FLAT).then(|| exchange::from_html(html)).flatten().filter(|text| ends(text) > MAX_FLAT)
}

impl State {
    pub(super) fn open_sample(&mut self, moment: Moment) -> Vec<Effect> {
        let sample = if self.language == Lang::Nl { SAMPLE_NL } else { SAMPLE_EN };
        self.open_text(sample.to_owned(), moment)
    }

    /// Opens a project that is here: one that waits for room in the store as it is, any other from the store.
    pub(super) fn load(&mut self, id: ProjectId, moment: Moment) -> Vec<Effect> {
        self.merging.take_if(|(wanted, _)| *wanted != id);
        if let Some(at) = self.parked.iter().position(|desk| desk.id == id) {
            let desk = self.parked.swap_remove(at);
            self.put_on_screen(Screen::Reading(Box::new(desk)));
            self.merge_waiting();
            let save = self.save(moment.now);
            let linked = self.follow_link();
            return save.into_iter().chain([Effect::ScrollTo(0, 0)]).chain(linked).collect();
        }
        self.put_on_screen(Screen::Loading(Loading { id: id.clone(), waiting: Waiting::Store }));
        vec![Effect::Load(id)]
    }

    /// What is being opened is not wanted any more.
    pub(super) fn cancel_opening(&mut self) -> Vec<Effect> {
        if !self.is_loading() {
            return Vec::new();
        }
        self.merging = None;
        self.linked = None;
        self.screen = Screen::Start;
        vec![Effect::Go(super::Route::Start), Effect::List]
    }

    pub(super) fn open_text(&mut self, text: String, moment: Moment) -> Vec<Effect> {
        if text.trim_start().starts_with('{') && text.contains("\"griffier\"") {
            return self.open_file(text.into_bytes(), moment);
        }
        match exchange::decode(text.into_bytes()) {
            Ok(decoded) => self.open_decoded(decoded, moment),
            Err(error) => self.cannot(error),
        }
    }

    pub(super) fn open_file(&mut self, bytes: Vec<u8>, moment: Moment) -> Vec<Effect> {
        if journal::is_backup(&bytes) {
            return self.restore(bytes);
        }
        if !exchange::is_json(&bytes) {
            return match exchange::decode(bytes) {
                Ok(decoded) => self.open_decoded(decoded, moment),
                Err(error) => self.cannot(error),
            };
        }
        match exchange::import(&bytes) {
            Ok(imported) => self.open_import(imported, moment),
            Err(error) => self.cannot(error),
        }
    }

    /// Opens what a file held, and says how it was read where that was a guess or left something out.
    fn open_decoded(&mut self, decoded: Decoded, moment: Moment) -> Vec<Effect> {
        let id = ProjectId::from_random(moment.random);
        let waiting = Waiting::New(decoded.encoding.told());
        self.put_on_screen(Screen::Loading(Loading { id: id.clone(), waiting }));
        vec![Effect::Read { id, source: decoded.text.into(), project: Box::default(), sha256: None }]
    }

    fn open_import(&mut self, imported: Imported, moment: Moment) -> Vec<Effect> {
        let sha256 = crate::text::sha256(&imported.transcript.source);
        if let Some(id) = self.find(&sha256) {
            self.merging = Some((id.clone(), Box::new(imported)));
            return self.load(id, moment);
        }
        let id = ProjectId::from_random(moment.random);
        let read = ReadSource::of(Rc::new(imported.transcript.clone()), &Project::default(), sha256);
        self.merging = Some((id.clone(), Box::new(imported)));
        self.put_on_desk(id, read, None, moment)
    }

    /// Chooses the annotation that the address asked for, or says that it is not there.
    pub(super) fn follow_link(&mut self) -> Option<Effect> {
        let id = self.linked.take()?;
        let Screen::Reading(desk) = &mut self.screen else { return None };
        if desk.entry(&id).is_none() {
            let text = Text::new("error-annotation-not-here");
            // Why it is not there may have been told just now.
            match &mut self.notice {
                Some(notice) => {
                    notice.tone = Tone::Problem;
                    notice.texts.push(text);
                }
                None => self.tell(Notice::problem(text)),
            }
            return None;
        }
        desk.choose(Some(id.clone()));
        Some(Effect::Reveal(id))
    }

    /// Merges the file that waits for the transcript on the screen, if one does.
    fn merge_waiting(&mut self) {
        let replica = self.replica;
        if let Some((_, imported)) = self.merging.take()
            && let Screen::Reading(desk) = &mut self.screen
        {
            let Imported { edits, placed, source_changed, .. } = *imported;
            let merged = desk.merge(edits, replica);
            self.tell(import_report(&placed, merged, source_changed));
        }
    }

    /// Whether this transcript is listed without a card.
    fn has_no_card(&self, id: &ProjectId) -> bool {
        self.cards.iter().any(|(listed, card)| listed == id && card.is_none())
    }

    /// The transcript here whose source has this digest.
    fn find(&self, sha256: &str) -> Option<ProjectId> {
        let same = |card: &Option<Card>| card.as_ref().is_some_and(|card| card.sha256 == sha256);
        self.cards.iter().find(|(_, card)| same(card)).map(|(id, _)| id.clone())
    }

    /// Opens a new project, with what a file has for it; `told` is what else there is to be said.
    fn put_on_desk(
        &mut self,
        id: ProjectId,
        read: ReadSource,
        told: Option<&'static str>,
        moment: Moment,
    ) -> Vec<Effect> {
        let remarks = read.transcript.remarks.iter().map(|remark| Text::named("remark", remark.name()));
        let texts: Vec<Text> = remarks.chain(told.map(Text::new)).collect();
        self.notice = (!texts.is_empty()).then(|| Notice::info(texts));
        let desk = Desk::new(id, read, Project::default(), History::default());
        self.put_on_screen(Screen::Reading(Box::new(desk)));
        self.merge_waiting();
        let save = self.save(moment.now);
        let shown = [Effect::ScrollTo(0, 0), Effect::Focus(Target::Transcript)];
        save.into_iter().chain(shown).collect()
    }

    pub(super) fn loaded(
        &mut self,
        id: ProjectId,
        mut opened: Result<Option<Box<Opened>>, BackendError>,
        view: Option<View>,
    ) -> Vec<Effect> {
        if !matches!(&self.screen, Screen::Loading(loading) if loading.id == id) {
            return Vec::new();
        }
        // A file of it has the source that is missing here.
        if let (Ok(Some(opened)), Some((_, imported))) = (&mut opened, &self.merging)
            && !opened.has_source
        {
            opened.source = Rc::clone(&imported.transcript.source);
            opened.sha256 = crate::text::sha256(&opened.source);
            opened.damaged.retain(|key| !key.ends_with(":source"));
        }
        if !matches!(&opened, Ok(Some(opened)) if !opened.source.is_empty()) {
            self.merging = None;
        }
        let opened = match opened {
            Ok(Some(opened)) if !opened.source.is_empty() => opened,
            Ok(found) => {
                self.screen = Screen::Start;
                let key = if found.is_some() { "error-source-damaged" } else { "error-not-here" };
                self.tell(Notice::problem(Text::new(key)));
                return vec![Effect::List];
            }
            Err(error) => {
                self.screen = Screen::Start;
                return self.refused(&error);
            }
        };
        let (source, project) = (Rc::clone(&opened.source), Box::new(opened.project.clone()));
        let sha256 = Some(opened.sha256.clone());
        self.screen = Screen::Loading(Loading { id: id.clone(), waiting: Waiting::Stored(opened, view) });
        vec![Effect::Read { id, source, project, sha256 }]
    }

    /// The source of what is being opened has been read.
    pub(super) fn read(&mut self, id: ProjectId, read: ReadSource, moment: Moment) -> Vec<Effect> {
        match std::mem::take(&mut self.screen) {
            Screen::Loading(loading) if loading.id == id => match loading.waiting {
                Waiting::Stored(opened, view) => self.put_back_on_desk(id, *opened, read, view, moment),
                Waiting::New(told) => match self.find(&read.sha256) {
                    Some(known) => {
                        let effects = self.load(known, moment);
                        self.tell(Notice::info(vec![Text::new("already-here")]));
                        effects
                    }
                    None => self.put_on_desk(id, read, told, moment),
                },
                Waiting::Store => Vec::new(),
            },
            // It is not wanted any more.
            other => {
                self.screen = other;
                Vec::new()
            }
        }
    }

    /// Opens a project that was in the store.
    fn put_back_on_desk(
        &mut self,
        id: ProjectId,
        opened: Opened,
        read: ReadSource,
        view: Option<View>,
        moment: Moment,
    ) -> Vec<Effect> {
        let Opened { project, history, damaged, exported, has_source, .. } = opened;
        let reminder = reminder(&project, exported, moment.now);
        let in_register = self.wants_register(&id);
        let mut desk = Desk::new(id, read, project, history);
        desk.in_register = in_register;
        if has_source {
            desk.keeping = Keeping::Stored;
        }
        let mut effects = Vec::new();
        if !damaged.is_empty() {
            let text = Text::new("error-damaged-records").with("count", damaged.len());
            self.tell(Notice { offer: Some(Offer::Export), ..Notice::problem(text) });
        } else if let (None, Some(reminder)) = (&self.notice, reminder) {
            self.tell(reminder);
        }
        self.screen = Screen::Reading(Box::new(desk));
        if self.parked.is_empty() {
            self.saved = SaveState::All;
        }
        self.merge_waiting();
        effects.extend(self.save(moment.now));
        // Without its card a transcript has no name in the list, and a file of it would open another one.
        if let Screen::Reading(desk) = &self.screen
            && !desk.is_unsaved()
            && self.has_no_card(&desk.id)
        {
            let card = desk.card(moment.now);
            effects.push(Effect::Save { id: desk.id.clone(), source: None, records: Vec::new(), card });
        }
        // Whoever loads the page again goes on reading where they were; whoever follows a link wants to see what it is to.
        let goes_on = self.returns() && view.is_some();
        let View { paragraph, offset } = view.unwrap_or_default();
        effects.push(Effect::ScrollTo(paragraph, offset));
        effects.extend(self.follow_link().map(|link| match link {
            Effect::Reveal(id) if goes_on => Effect::ShowCard(id),
            link => link,
        }));
        effects
    }
}

/// With so many annotations that no file has, it is time for one.
const MANY: usize = 50;

/// After so many days without a file, too.
const DAYS: i64 = 7;

/// Reminds of exporting a project in which much was done since that was last done, a while ago.
fn reminder(project: &Project, exported: Option<Timestamp>, now: Timestamp) -> Option<Notice> {
    let in_no_file = |annotation: &Annotation| exported.is_none_or(|exported| annotation.modified > exported);
    let new: Vec<_> =
        project.annotations().map(|(.., annotation)| annotation).filter(|annotation| in_no_file(annotation)).collect();
    let since = exported.or_else(|| new.iter().map(|annotation| annotation.created).min())?;
    let days = now.duration_since(since).as_hours() / 24;
    if new.len() < MANY || days < DAYS {
        return None;
    }
    let key = if exported.is_some() { "export-reminder" } else { "export-reminder-never" };
    let text = Text::new(key).with("count", new.len()).with("days", usize::try_from(days).unwrap_or_default());
    Some(Notice { offer: Some(Offer::Export), ..Notice::info(vec![text]) })
}

impl Encoding {
    /// The message about a text that came so, where there is something to say.
    fn told(self) -> Option<&'static str> {
        match self {
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be => None,
            Self::Windows1252 => Some("read-as-windows-1252"),
            Self::Docx => Some("read-as-docx"),
            Self::Html => Some("read-as-html"),
        }
    }
}
