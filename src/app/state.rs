//! The state of the application, and what each message does to it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Command, Desk, Effect, KindFilter, Message, Notice, Route, Target, notice::import_report};
use crate::{
    exchange::{self, DecodeError, Imported},
    i18n::{Lang, Text},
    journal::{BackendError, Card, Opened},
    model::{AnnotationId, History, Kind, Origin, Project, ProjectId, Replica},
    reader,
};

/// The built-in sample, one in each language of the interface.
const SAMPLE_NL: &str = include_str!("../../samples/commissiedebat.txt");
const SAMPLE_EN: &str = include_str!("../../samples/meeting.txt");

/// What the outside world contributes to a message.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The time.
    pub now: Timestamp,
    /// Random bits, for an identifier if one is needed.
    pub random: u64,
}

/// What the user has chosen for every transcript.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the interface, `en` or `nl`; none for the browser's.
    pub language: Option<String>,
}

/// Where the reader was in a transcript.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// The paragraph at the top of the screen.
    pub paragraph: u32,
    /// How far it is scrolled past, in CSS pixels.
    pub offset: i32,
}

/// Whether everything is in the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// It is.
    #[default]
    All,
    /// It is not, for this reason.
    Not(BackendError),
}

/// What is on the screen.
#[derive(Debug, Default)]
pub enum Screen {
    /// The start page.
    #[default]
    Start,
    /// A project is being read from the store.
    Loading(ProjectId),
    /// A transcript.
    Reading(Box<Desk>),
}

/// The whole application.
#[derive(Debug)]
pub struct State {
    /// The language of the interface.
    pub language: Lang,
    /// What the user has chosen.
    pub settings: Settings,
    /// What is on the screen.
    pub screen: Screen,
    /// The transcripts in this browser.
    pub cards: Vec<(ProjectId, Option<Card>)>,
    /// A transcript that the user may want deleted.
    pub asking: Option<ProjectId>,
    /// What the user should read.
    pub notice: Option<Notice>,
    /// Whether everything is saved.
    pub saved: SaveState,
    /// Whether the list of shortcuts is shown.
    pub help: bool,
    /// Whether the list of repairs is shown.
    pub repairs: bool,
    replica: Replica,
    /// A file whose transcript is here already, waiting for that to be read.
    merging: Option<Box<Imported>>,
}

impl State {
    /// The application as it starts.
    #[must_use]
    pub fn new(language: Lang, settings: Settings, replica: Replica) -> Self {
        Self {
            language,
            settings,
            screen: Screen::Start,
            cards: Vec::new(),
            asking: None,
            notice: None,
            saved: SaveState::All,
            help: false,
            repairs: false,
            replica,
            merging: None,
        }
    }

    /// The open transcript.
    #[must_use]
    pub fn desk(&self) -> Option<&Desk> {
        match &self.screen {
            Screen::Reading(desk) => Some(desk),
            _ => None,
        }
    }

    /// The message for a command of the keyboard, where it means something now.
    #[must_use]
    pub fn message_for(&self, command: Command) -> Option<Message> {
        if command == Command::Help {
            return Some(Message::Help(!self.help));
        }
        let desk = self.desk();
        let active = || desk.and_then(|desk| desk.active.clone());
        match command {
            Command::Help => None,
            Command::Leave if self.help => Some(Message::Help(false)),
            Command::Leave if self.repairs => Some(Message::Repairs(false)),
            Command::Leave if self.asking.is_some() => Some(Message::AskDelete(None)),
            Command::Leave if desk?.selection.is_some() => Some(Message::Deselect),
            Command::Leave => active().map(|_| Message::Leave),
            _ if self.help || self.repairs || desk.is_none() => None,
            Command::Mark(kind) => desk?.selection.map(|_| Message::Mark(kind)),
            Command::Next => Some(Message::Step(true)),
            Command::Previous => Some(Message::Step(false)),
            Command::Edit => active().map(Message::Fill),
            Command::Erase => active().map(Message::Erase),
            Command::Undo => Some(Message::Undo),
            Command::Redo => Some(Message::Redo),
        }
    }

    /// What `message` changes, and what it wants done.
    pub fn update(&mut self, message: Message, moment: Moment) -> Vec<Effect> {
        match message {
            Message::Went(route) => self.went(route),
            Message::Listed(Ok(cards)) => self.listed(cards),
            Message::Listed(Err(error)) | Message::Deleted(Err(error)) => self.refused(&error),
            Message::OpenText(text) => self.open_text(text, moment),
            Message::OpenFile(bytes) => self.open_file(bytes, moment),
            Message::FileTooLarge(bytes) => self.tell(DecodeError::TooLarge(bytes).into()),
            Message::FileFailed => self.tell(Notice::problem(Text::new("error-file-failed"))),
            Message::OpenSample => {
                let sample = if self.language == Lang::Nl { SAMPLE_NL } else { SAMPLE_EN };
                self.open_text(sample.to_owned(), moment)
            }
            Message::Loaded(id, opened, view) => self.loaded(id, opened, view, moment),
            Message::Saved(written, error) => self.wrote(written, error),
            Message::AskDelete(id) => {
                self.asking = id;
                Vec::new()
            }
            Message::Delete(id) => {
                self.asking = None;
                vec![Effect::Delete(id), Effect::List, Effect::Announce(Text::new("transcript-deleted"))]
            }
            Message::Deleted(Ok(())) => Vec::new(),
            Message::Help(shown) => {
                self.help = shown;
                Vec::new()
            }
            Message::Repairs(shown) => {
                self.repairs = shown;
                Vec::new()
            }
            Message::Dismiss => {
                self.notice = None;
                Vec::new()
            }
            Message::Language(language) => {
                self.language = language;
                self.settings.language = Some(language.tag().to_owned());
                vec![Effect::KeepSettings(self.settings.clone())]
            }
            at_the_desk => self.at_the_desk(at_the_desk, moment),
        }
    }

    fn at_the_desk(&mut self, message: Message, moment: Moment) -> Vec<Effect> {
        let replica = self.replica;
        let Screen::Reading(desk) = &mut self.screen else { return Vec::new() };
        match message {
            Message::Selected(selection) => {
                desk.selection = selection;
                Vec::new()
            }
            Message::Deselect => {
                let selection = desk.selection.take();
                selection.map(|span| Effect::PlaceCaret(span.end())).into_iter().collect()
            }
            Message::Activate(active) => {
                desk.active.clone_from(&active);
                active.map(Effect::Reveal).into_iter().collect()
            }
            Message::Leave => {
                desk.active = None;
                vec![Effect::Focus(Target::Transcript)]
            }
            Message::Fill(id) => vec![Effect::Focus(Target::Summary(id))],
            Message::Reveal(id) => vec![Effect::Reveal(id)],
            Message::Step(forward) => step(desk, forward),
            Message::Filter(filter) => {
                desk.filter = filter;
                Vec::new()
            }
            Message::Export => {
                let exported = exchange::export(&desk.transcript, &desk.project, moment.now);
                let mut effects =
                    vec![Effect::Download { name: exported.name, text: exported.json, media_type: "application/json" }];
                if exported.unverified > 0 {
                    let text = Text::new("export-unverified").with("count", exported.unverified);
                    effects.extend(self.tell(Notice::problem(text)));
                }
                effects
            }
            change => {
                let effects = changed(desk, change, moment, replica);
                let save = self.save(moment.now);
                save.into_iter().chain(effects).collect()
            }
        }
    }

    fn went(&mut self, route: Route) -> Vec<Effect> {
        match route {
            Route::Start => {
                self.screen = Screen::Start;
                vec![Effect::List]
            }
            Route::Transcript(id) if self.desk().is_some_and(|desk| desk.id == id) => Vec::new(),
            Route::Transcript(id) => {
                self.notice = None;
                self.screen = Screen::Loading(id.clone());
                vec![Effect::Load(id)]
            }
        }
    }

    fn listed(&mut self, mut cards: Vec<(ProjectId, Option<Card>)>) -> Vec<Effect> {
        let changed = |card: &Option<Card>| card.as_ref().map(|card| card.changed.clone());
        cards.sort_by_key(|(_, card)| std::cmp::Reverse(changed(card)));
        self.cards = cards;
        Vec::new()
    }

    fn open_text(&mut self, text: String, moment: Moment) -> Vec<Effect> {
        if text.trim_start().starts_with('{') && text.contains("\"griffier\"") {
            return self.open_file(text.into_bytes(), moment);
        }
        match exchange::decode(text.into_bytes()) {
            Ok(source) => self.open_source(&source, moment),
            Err(error) => self.tell(error.into()),
        }
    }

    fn open_file(&mut self, bytes: Vec<u8>, moment: Moment) -> Vec<Effect> {
        let is_json = bytes.trim_ascii_start().first() == Some(&b'{');
        if !is_json {
            return match exchange::decode(bytes) {
                Ok(source) => self.open_source(&source, moment),
                Err(error) => self.tell(error.into()),
            };
        }
        match exchange::import(&bytes) {
            Ok(imported) => self.open_import(imported, moment),
            Err(error) => self.tell(error.into()),
        }
    }

    fn open_source(&mut self, source: &str, moment: Moment) -> Vec<Effect> {
        if let Some(id) = self.find(&crate::text::sha256(source)) {
            let notice = Notice::info(vec![Text::new("already-here")]);
            let mut effects = self.show(id);
            effects.extend(self.tell(notice));
            return effects;
        }
        self.put_on_desk(reader::read(source), moment)
    }

    fn open_import(&mut self, imported: Imported, moment: Moment) -> Vec<Effect> {
        if let Some(id) = self.find(&crate::text::sha256(&imported.transcript.source)) {
            self.merging = Some(Box::new(imported));
            return self.show(id);
        }
        let Imported { transcript, edits, placed, source_changed } = imported;
        let mut effects = self.put_on_desk(transcript, moment);
        let replica = self.replica;
        if let Screen::Reading(desk) = &mut self.screen {
            let added = desk.merge(edits, replica);
            effects = self.save(moment.now).into_iter().chain(effects.into_iter().skip(1)).collect();
            effects.extend(self.tell(import_report(&placed, added, source_changed)));
        }
        effects
    }

    /// The transcript here whose source has this digest.
    fn find(&self, sha256: &str) -> Option<ProjectId> {
        let same = |card: &Option<Card>| card.as_ref().is_some_and(|card| card.sha256 == sha256);
        self.cards.iter().find(|(_, card)| same(card)).map(|(id, _)| id.clone())
    }

    fn show(&mut self, id: ProjectId) -> Vec<Effect> {
        self.screen = Screen::Loading(id.clone());
        vec![Effect::Load(id.clone()), Effect::Go(Route::Transcript(id))]
    }

    /// Opens a new project. The first effect saves it.
    fn put_on_desk(&mut self, transcript: crate::model::Transcript, moment: Moment) -> Vec<Effect> {
        let id = ProjectId::from_random(moment.random);
        let texts: Vec<Text> = transcript.remarks.iter().map(|remark| Text::named("remark", remark.name())).collect();
        self.notice = (!texts.is_empty()).then(|| Notice::info(texts));
        let desk = Desk::new(id.clone(), transcript, Project::default(), History::default());
        self.screen = Screen::Reading(Box::new(desk));
        let save = self.save(moment.now);
        let shown = [Effect::Go(Route::Transcript(id)), Effect::ScrollTo(0, 0), Effect::Focus(Target::Transcript)];
        save.into_iter().chain(shown).collect()
    }

    fn loaded(
        &mut self,
        id: ProjectId,
        opened: Result<Option<Box<Opened>>, BackendError>,
        view: Option<View>,
        moment: Moment,
    ) -> Vec<Effect> {
        if !matches!(&self.screen, Screen::Loading(wanted) if *wanted == id) {
            return Vec::new();
        }
        let opened = match opened {
            Ok(Some(opened)) if !opened.source.is_empty() => opened,
            Ok(found) => {
                self.screen = Screen::Start;
                let key = if found.is_some() { "error-source-damaged" } else { "error-not-here" };
                return vec![Effect::List].into_iter().chain(self.tell(Notice::problem(Text::new(key)))).collect();
            }
            Err(error) => {
                self.screen = Screen::Start;
                return self.refused(&error);
            }
        };
        let Opened { source, project, history, damaged, .. } = *opened;
        let mut desk = Desk::new(id, reader::read(&source), project, history);
        desk.stored = true;
        let mut effects = Vec::new();
        if !damaged.is_empty() {
            let text = Text::new("error-damaged-records").with("count", damaged.len());
            effects.extend(self.tell(Notice::problem(text)));
        }
        let merging = self.merging.take();
        let report = merging.map(|imported| {
            let added = desk.merge(imported.edits, self.replica);
            import_report(&imported.placed, added, imported.source_changed)
        });
        self.screen = Screen::Reading(Box::new(desk));
        self.saved = SaveState::All;
        if let Some(report) = report {
            effects.extend(self.save(moment.now));
            effects.extend(self.tell(report));
        }
        let View { paragraph, offset } = view.unwrap_or_default();
        effects.push(Effect::ScrollTo(paragraph, offset));
        effects
    }

    fn wrote(&mut self, written: usize, error: Option<BackendError>) -> Vec<Effect> {
        if let Screen::Reading(desk) = &mut self.screen {
            desk.stored |= error.is_none() || written > 0;
            desk.saved(written);
        }
        let was = std::mem::take(&mut self.saved);
        match error {
            None => Vec::new(),
            Some(error) => {
                let news = SaveState::Not(error.clone()) != was;
                let told = news.then(|| Effect::Announce(Text::from(&error)));
                self.saved = SaveState::Not(error);
                told.into_iter().collect()
            }
        }
    }

    /// Writes what is not yet written of the open project.
    fn save(&mut self, now: Timestamp) -> Option<Effect> {
        let desk = self.desk()?;
        let source = (!desk.stored).then(|| desk.transcript.source.clone());
        if source.is_none() && desk.unsaved.is_empty() {
            return None;
        }
        Some(Effect::Save { id: desk.id.clone(), source, records: desk.unsaved.clone(), card: desk.card(now) })
    }

    fn refused(&mut self, error: &BackendError) -> Vec<Effect> {
        self.tell(Notice::problem(Text::from(error)))
    }

    fn tell(&mut self, notice: Notice) -> Vec<Effect> {
        let effects = notice.texts.iter().cloned().map(Effect::Announce).collect();
        self.notice = Some(notice);
        effects
    }
}

/// A message that changes the project.
fn changed(desk: &mut Desk, message: Message, moment: Moment, replica: Replica) -> Vec<Effect> {
    match message {
        Message::Mark(kind) => {
            let end = desk.selection.map(crate::text::Span::end);
            let id = AnnotationId::from_random(moment.random);
            if desk.mark(kind, id.clone(), moment.now, replica).is_none() {
                return Vec::new();
            }
            if desk.filter != KindFilter::Only(kind) {
                desk.filter = KindFilter::All;
            }
            let key = if kind == Kind::Claim { "claim-marked" } else { "commitment-marked" };
            let told = Effect::Announce(Text::new(key).with("count", desk.count(kind)));
            end.map(Effect::PlaceCaret).into_iter().chain([Effect::Reveal(id), told]).collect()
        }
        Message::Edit(id, field) => {
            desk.edit(&id, field, moment.now, replica);
            Vec::new()
        }
        Message::Erase(id) => {
            desk.erase(&id, replica);
            vec![Effect::Focus(Target::Transcript), Effect::Announce(Text::new("annotation-deleted"))]
        }
        Message::Title(title) => {
            desk.retitle(title, replica);
            Vec::new()
        }
        Message::Undo | Message::Redo => {
            let (origin, key) = match message {
                Message::Undo => (Origin::Undo, "undone"),
                _ => (Origin::Redo, "redone"),
            };
            let done = desk.travel(origin, replica);
            if done { vec![Effect::Announce(Text::new(key))] } else { Vec::new() }
        }
        _ => Vec::new(),
    }
}

/// Chooses the next annotation in the text, or the one before, around the chosen one.
fn step(desk: &mut Desk, forward: bool) -> Vec<Effect> {
    let shown = |kind: Kind| desk.filter == KindFilter::All || desk.filter == KindFilter::Only(kind);
    let ids: Vec<AnnotationId> =
        desk.entries.iter().filter(|entry| shown(entry.annotation.kind())).map(|entry| entry.id.clone()).collect();
    let active = desk.active.as_ref().and_then(|active| ids.iter().position(|id| id == active));
    let next = match (active, forward) {
        (None, true) => 0,
        (None, false) => ids.len().wrapping_sub(1),
        (Some(at), true) => (at + 1) % ids.len(),
        (Some(at), false) => (at + ids.len() - 1) % ids.len(),
    };
    let Some(id) = ids.get(next).cloned() else { return Vec::new() };
    desk.active = Some(id.clone());
    vec![Effect::Reveal(id)]
}
