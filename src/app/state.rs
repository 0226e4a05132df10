//! The state of the application, and what each message does to it.

use std::rc::Rc;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{Desk, Effect, Keymap, Loading, Message, Notice, Offer, OpenCommitments, Route, SaveState, Target};
use crate::{
    exchange::{DecodeError, Imported},
    i18n::{Lang, Text},
    journal::{BackendError, Card, News, Usage},
    model::{AnnotationId, ProjectId, Replica, TurnIndex},
    text::SourceSpan,
};

/// What the outside world contributes to a message.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The time.
    pub now: Timestamp,
    /// The day where the user is.
    pub today: Date,
    /// Random bits, for an identifier if one is needed.
    pub random: u64,
}

/// What the user has chosen for every transcript.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the interface, `en` or `nl`; none for the browser's.
    pub language: Option<String>,
    /// Which keys do what.
    pub keymap: Keymap,
    /// Whether the user needs no first steps any more.
    pub knows_the_way: bool,
}

/// Where the reader was in a transcript.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// The paragraph at the top of the screen.
    pub paragraph: u32,
    /// How far it is scrolled past, in CSS pixels.
    pub offset: i32,
}

/// What is on the screen.
#[derive(Debug, Default)]
pub enum Screen {
    /// The start page.
    #[default]
    Start,
    /// A transcript is on its way.
    Loading(Loading),
    /// A transcript.
    Reading(Box<Desk>),
    /// What is still to be done, of all transcripts.
    Commitments(Rc<OpenCommitments>),
}

/// What is open over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The keys.
    Help,
    /// How the transcript was read.
    HowRead,
    /// The codebook.
    Codebook,
    /// The correction of a turn.
    Turn(TurnIndex),
}

/// The whole application.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
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
    /// Whether the next release of the page waits.
    pub release_waits: bool,
    /// Whether everything is saved.
    pub saved: SaveState,
    /// What is open over the page.
    pub panel: Option<Panel>,
    /// What takes the room of the store.
    pub usage: Usage,
    /// Whether the marks are hidden.
    pub marks_hidden: bool,
    /// Whether the list of what was done is open.
    pub history_listed: bool,
    /// The address as the browser shows it.
    address: Route,
    /// An annotation that the address asks for, once its transcript is there.
    pub(super) linked: Option<AnnotationId>,
    pub(super) replica: Replica,
    /// Transcripts that the user left while not all of them was in the store. They stay until it is.
    pub(super) parked: Vec<Desk>,
    /// Whether the browser comes back to the page, and a transcript is to be where the reader left it, whatever is chosen.
    is_returning: bool,
    /// Whose commitments the page of open commitments showed last: by whom, and to whom.
    pub(super) commitments_of: (Option<String>, Option<String>),
    /// A file whose transcript is here already, waiting for that to be read.
    pub(super) merging: Option<(ProjectId, Box<Imported>)>,
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
            release_waits: false,
            saved: SaveState::All,
            panel: None,
            usage: Usage::default(),
            marks_hidden: false,
            history_listed: false,
            address: Route::Start,
            linked: None,
            replica,
            parked: Vec::new(),
            is_returning: false,
            commitments_of: (None, None),
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

    /// Whether something is on its way to the screen.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        match &self.screen {
            Screen::Loading(_) => true,
            Screen::Commitments(page) => page.found.is_none(),
            Screen::Start | Screen::Reading(_) => false,
        }
    }

    /// Whether there is work that would be gone if the page were closed now.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        !self.parked.is_empty() || self.desk().is_some_and(Desk::is_unsaved)
    }

    /// What `message` changes, and what it wants done.
    pub fn update(&mut self, message: Message, moment: Moment) -> Vec<Effect> {
        // Who chooses one annotation after the other can go back through them.
        let is_step = matches!(message, Message::Activate(Some(_)));
        let mut effects = self.hear(message, moment);
        effects.extend(self.readdress(is_step));
        effects
    }

    /// The address says what is on the screen: the transcript, and the annotation chosen.
    fn readdress(&mut self, is_step: bool) -> Option<Effect> {
        let desk = self.desk()?;
        let route = match &desk.active {
            _ if desk.in_register => Route::Register(desk.id.clone()),
            Some(active) => Route::Annotation(desk.id.clone(), active.clone()),
            None => Route::Transcript(desk.id.clone()),
        };
        if route == self.address {
            return None;
        }
        let is_register = |route: &Route| matches!(route, Route::Register(_));
        let is_step = is_step || !route.is_in(&self.address) || is_register(&route) != is_register(&self.address);
        self.address = route.clone();
        Some(if is_step { Effect::Go(route) } else { Effect::Readdress(route) })
    }

    fn hear(&mut self, message: Message, moment: Moment) -> Vec<Effect> {
        match message {
            Message::Returned => {
                self.is_returning = true;
                Vec::new()
            }
            Message::Went(route) => self.went(route, moment),
            Message::Listed(Ok(cards), usage) => {
                self.usage = usage;
                self.listed(cards, moment)
            }
            Message::Listed(Err(error), _) => {
                self.listed(Vec::new(), moment);
                self.refused(&error)
            }
            Message::Deleted(_, Err(error)) | Message::Refused(error) => self.refused(&error),
            Message::OpenText(text) => self.open_text(text, moment),
            Message::OpenFile(bytes) => self.open_file(bytes, moment),
            Message::FileTooLarge(bytes) => self.cannot(DecodeError::TooLarge(bytes)),
            Message::FileFailed => self.cannot(Notice::problem(Text::new("error-file-failed"))),
            Message::OpenSample => self.open_sample(moment),
            Message::Loaded(id, opened, view) => self.loaded(id, opened, view),
            Message::Read(id, read) => self.read(id, *read, moment),
            Message::CancelOpening => self.cancel_opening(),
            Message::Packed(id, packed) => self.packed(&id, packed, moment.now),
            Message::Saved(id, written, error) => self.wrote(&id, written, error),
            Message::Elsewhere(news) => self.elsewhere(news),
            Message::Export => self.export(moment.now),
            Message::ExportRegister(file, address) => self.export_register(file, &address, moment),
            Message::BackUp => vec![Effect::BackUp],
            Message::BackedUp(file) => self.backed_up(file, moment),
            Message::Restored(restored) => self.restored(restored),
            Message::GatherNow => self.gather_now(),
            Message::Gathered(gathered) => self.gathered(gathered, moment),
            Message::FilterCommitments(by, to) => self.filter_commitments(by, to),
            Message::ExportCommitments(file, address) => self.export_commitments(file, &address, moment),
            Message::AskDelete(id) => {
                self.asking = id;
                Vec::new()
            }
            Message::Delete(id) => self.delete(id),
            Message::Deleted(id, Ok(())) => {
                self.parked.retain(|desk| desk.id != id);
                // There may be room now for what found none.
                self.save_again(moment.now)
            }
            Message::SaveAgain => self.save_again(moment.now),
            Message::NothingSelected => self.inform("nothing-selected"),
            Message::NothingChosen => self.inform("nothing-chosen"),
            Message::Show(panel) => {
                self.panel = panel;
                Vec::new()
            }
            Message::ShowPlace(place) => self.show_place(place),
            Message::CorrectHere => {
                self.panel = self.desk().and_then(Desk::turn_here).map(Panel::Turn);
                if self.panel.is_none() {
                    self.tell(Notice::info(vec![Text::new("no-turn-here")]));
                }
                Vec::new()
            }
            Message::Dismiss => self.dismiss(),
            Message::ReleaseWaits => {
                self.release_waits = true;
                Vec::new()
            }
            Message::KnowTheWay => self.know_the_way().into_iter().collect(),
            Message::UseRelease => vec![Effect::UseRelease],
            Message::ListHistory(listed) => {
                self.history_listed = listed;
                Vec::new()
            }
            Message::HideMarks(hidden) => {
                self.marks_hidden = hidden;
                vec![Effect::Announce(Text::new(if hidden { "marks-hidden" } else { "marks-shown" }))]
            }
            Message::Copied(Ok(())) => self.inform("quote-copied"),
            Message::Copied(Err(text)) => {
                self.cannot(Notice::problem(Text::new("quote-not-copied").with("text", text)))
            }
            Message::SetKey(label, key) => {
                self.settings.keymap.set(label, &key);
                vec![Effect::KeepSettings(self.settings.clone())]
            }
            Message::ResetKeys => {
                self.settings.keymap.reset();
                vec![Effect::KeepSettings(self.settings.clone())]
            }
            Message::LetterKeys(work) => {
                self.settings.keymap.letters_off = !work;
                vec![Effect::KeepSettings(self.settings.clone())]
            }
            Message::Language(language) => {
                self.language = language;
                self.settings.language = Some(language.tag().to_owned());
                vec![Effect::KeepSettings(self.settings.clone())]
            }
            at_the_desk => self.at_the_desk(at_the_desk, moment),
        }
    }

    /// Shows a place of the source in the transcript.
    fn show_place(&mut self, place: SourceSpan) -> Vec<Effect> {
        self.panel = None;
        let Screen::Reading(desk) = &mut self.screen else { return Vec::new() };
        desk.in_register = false;
        let words = desk.words_around(place);
        desk.unhide(words.start());
        vec![Effect::Focus(Target::Transcript), Effect::Show(words)]
    }

    /// Deletes a transcript; the focus goes to the one beside it in the list.
    fn delete(&mut self, id: ProjectId) -> Vec<Effect> {
        self.asking = None;
        let focus = Effect::Focus(self.beside(&id).map_or(Target::Input, Target::Listed));
        vec![Effect::Delete(id), Effect::List, focus, Effect::Announce(Text::new("transcript-deleted"))]
    }

    /// The transcript that stands behind this one in the list, or before it.
    fn beside(&self, id: &ProjectId) -> Option<ProjectId> {
        let at = self.cards.iter().position(|(known, _)| known == id)?;
        let beside = self.cards.get(at + 1).or_else(|| self.cards.get(at.checked_sub(1)?));
        beside.map(|(id, _)| id.clone())
    }

    fn went(&mut self, route: Route, moment: Moment) -> Vec<Effect> {
        self.address = route.clone();
        self.is_returning &= !matches!(route, Route::Start | Route::Commitments | Route::Nowhere);
        let (id, linked) = match route {
            Route::Start => {
                self.put_on_screen(Screen::Start);
                return vec![Effect::List];
            }
            Route::Nowhere => {
                self.put_on_screen(Screen::Start);
                self.tell(Notice::problem(Text::new("error-not-here")));
                return vec![Effect::List];
            }
            Route::Commitments => return self.open_commitments(),
            Route::Transcript(id) | Route::Register(id) => (id, None),
            Route::Annotation(id, annotation) => (id, Some(annotation)),
        };
        let in_register = matches!(self.address, Route::Register(_));
        let Screen::Reading(desk) = &mut self.screen else { return self.go_to(id, linked, moment) };
        if desk.id != id {
            return self.go_to(id, linked, moment);
        }
        // Whoever goes back to the transcript finds what was chosen in the register.
        if in_register != desk.in_register {
            return self.show_register(in_register);
        }
        if desk.active == linked {
            return Vec::new();
        }
        desk.active = None;
        self.linked = linked;
        self.follow_link().into_iter().collect()
    }

    /// Whether the transcript that is opened now is come back to; what is opened later is not.
    pub(super) fn returns(&mut self) -> bool {
        std::mem::take(&mut self.is_returning)
    }

    /// Whether the address asks for the register of this transcript.
    pub(super) fn wants_register(&self, id: &ProjectId) -> bool {
        matches!(&self.address, Route::Register(asked) if asked == id)
    }

    fn go_to(&mut self, id: ProjectId, linked: Option<AnnotationId>, moment: Moment) -> Vec<Effect> {
        self.notice = None;
        self.linked = linked;
        self.load(id, moment)
    }

    /// Shows something else. A transcript that is not wholly saved is kept.
    pub(super) fn put_on_screen(&mut self, screen: Screen) {
        self.panel = None;
        if let Screen::Reading(desk) = std::mem::replace(&mut self.screen, screen)
            && desk.is_unsaved()
        {
            self.parked.push(*desk);
        }
    }

    /// Lists what is in the store, and what waits for room there.
    fn listed(&mut self, mut cards: Vec<(ProjectId, Option<Card>)>, moment: Moment) -> Vec<Effect> {
        for desk in &self.parked {
            cards.retain(|(id, _)| *id != desk.id);
            cards.push((desk.id.clone(), Some(desk.card(moment.now))));
        }
        let changed = |card: &Option<Card>| card.as_ref().map(|card| card.changed.clone());
        cards.sort_by_key(|(_, card)| std::cmp::Reverse(changed(card)));
        self.cards = cards;
        Vec::new()
    }

    /// What another tab did is done here, too.
    fn elsewhere(&mut self, news: News) -> Vec<Effect> {
        match (news, &mut self.screen) {
            (News::Record(id, record), Screen::Reading(desk)) if desk.id == id => desk.hear(&record, self.replica),
            (News::Deleted(id), Screen::Reading(desk)) if desk.id == id => {
                desk.deleted_elsewhere(self.replica);
                return self.state_saved(SaveState::Gone);
            }
            (News::List | News::Deleted(_), Screen::Start) => return vec![Effect::List],
            (News::List | News::Deleted(_), Screen::Commitments(_)) => return self.gather_again(),
            _ => {}
        }
        Vec::new()
    }

    /// Says what is good to know, and does nothing.
    fn inform(&mut self, what: &'static str) -> Vec<Effect> {
        self.tell(Notice::info(vec![Text::new(what)]));
        Vec::new()
    }

    /// What was asked for cannot be done: says so, and does nothing.
    pub(super) fn cannot(&mut self, why: impl Into<Notice>) -> Vec<Effect> {
        self.tell(why.into());
        Vec::new()
    }

    pub(super) fn refused(&mut self, error: &BackendError) -> Vec<Effect> {
        self.cannot(Notice::problem(Text::from(error)))
    }

    /// What was shown to the user was read.
    fn dismiss(&mut self) -> Vec<Effect> {
        if self.notice.take().is_none() {
            self.release_waits = false;
        }
        Vec::new()
    }

    /// What the user should read now: what happened, or else that the next release waits.
    #[must_use]
    pub fn shown_notice(&self) -> Option<Notice> {
        let release = || Notice { offer: Some(Offer::Release), ..Notice::info(vec![Text::new("release-waits")]) };
        self.notice.clone().or_else(|| self.release_waits.then(release))
    }

    /// Puts a notice on the page, which is read out by itself.
    pub(super) fn tell(&mut self, notice: Notice) {
        self.notice = Some(notice);
    }
}
