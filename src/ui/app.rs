//! The root component: holds the state, carries out what it wants done.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::{
    help::Help,
    listening, loading,
    notice::NoticeBar,
    open_commitments, paper, quote, reading, selection,
    shared::{Send, Shared},
    start::Start,
    view::{self, Place},
    work::{Work, gently},
};
use crate::{
    app::{Effect, KeyPress, Message, Moment, Panel, ReadSource, Route, Screen, Settings, State, View, gather},
    i18n::{Catalog, Lang},
    journal::{BackendError, Journal, Packed, Usage},
    model::{ProjectId, Replica},
    platform::{self, LocalStorage, document},
    text::{Byte, ReadingSpan},
};

/// How long after the last change of the address the browser shows it, in milliseconds.
const ADDRESS_MS: u32 = 200;

/// How long after work could not be saved it is tried again, in milliseconds.
const SAVE_AGAIN_MS: u32 = 3_000;

/// How long after a change in the store the open commitments are gathered anew, in milliseconds.
const GATHER_MS: u32 = 1_000;

/// How long after the last scrolling the place is noted, in milliseconds.
const SCROLL_MS: u32 = 250;

/// What the component hears.
pub(super) enum Heard {
    /// Something happened to the application.
    Message(Message),
    /// A key was pressed.
    Key(KeyboardEvent),
    /// The browser went to another address.
    Went,
    /// The browser's selection changed.
    Selection,
    /// The page was scrolled.
    Scrolled,
    /// The page has not been scrolled for a moment.
    Rested,
    /// A transcript that is being opened has come further.
    Progress,
    /// The address is to be shown now.
    AddressDue,
}

/// The application on the screen.
pub(super) struct App {
    state: State,
    catalog: Catalog,
    cards: Rc<[(ProjectId, Option<crate::journal::Card>)]>,
    journal: Journal<LocalStorage>,
    send: Send,
    /// What is being done to open a transcript.
    work: Option<Work>,
    /// What is being done to look through all transcripts.
    gathering: Option<Work>,
    gather_later: Option<Timeout>,
    tell_progress: Callback<()>,
    show_address: Callback<()>,
    /// Effects that concern what will be on the screen.
    after_drawing: Vec<Effect>,
    /// Where the focus was when something happened: what had it may be gone once that is drawn.
    focused: Option<Place>,
    scrolled: Option<Timeout>,
    /// What could not be saved is tried again then.
    save_later: Option<Timeout>,
    /// An address that is to be shown once no key has been pressed for a moment: browsers take long for it, and refuse
    /// it when it comes too often.
    address: Option<(Route, Timeout)>,
    /// Where the page itself went last: the browser is going to tell of it.
    going: Option<Route>,
    /// The open transcript; shared with the listener that notes the place when the page goes away.
    open: Rc<RefCell<Option<ProjectId>>>,
    /// Whether closing the page would lose work; shared with the listener that asks before.
    unsaved: Rc<Cell<bool>>,
    /// Whether the browser was asked to keep what is stored.
    asked_to_keep: bool,
    /// The title in the browser's tab.
    title: String,
    /// Kept, since dropping a listener ends it.
    listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Heard;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let journal = Journal::new(LocalStorage::new());
        let settings: Settings = journal.settings().ok().flatten().unwrap_or_default();
        let chosen = settings.language.as_deref().and_then(Lang::from_tag);
        let forced = platform::parameter("lang").as_deref().and_then(Lang::from_tag);
        let preferred = || platform::languages().iter().find_map(|tag| Lang::from_tag(tag));
        let language = forced.or(chosen).or_else(preferred).unwrap_or_default();
        let mut app = Self {
            state: State::new(language, settings, Replica(platform::random())),
            catalog: Catalog::new(language),
            cards: Rc::new([]),
            journal,
            send: ctx.link().callback(Heard::Message),
            work: None,
            gathering: None,
            gather_later: None,
            tell_progress: ctx.link().callback(|()| Heard::Progress),
            show_address: ctx.link().callback(|()| Heard::AddressDue),
            after_drawing: Vec::new(),
            focused: None,
            scrolled: None,
            save_later: None,
            address: None,
            going: None,
            open: Rc::default(),
            unsaved: Rc::default(),
            asked_to_keep: false,
            title: String::new(),
            listeners: listening::listeners(ctx),
        };
        app.listeners.push(listening::ask_before_leaving(app.unsaved.clone()));
        app.listeners.push(listening::note_the_place_when_leaving(app.journal.clone(), app.open.clone()));
        platform::restore_scrolling_by_hand();
        // The list is read first: a transcript that is opened again is known by it.
        // How much room is taken is asked for by the page that shows it.
        let listed = Message::Listed(app.journal.list(), Usage::default());
        let returned = platform::is_returning().then_some(Message::Returned);
        for message in [Some(listed), returned, Some(Message::Went(current_route()))].into_iter().flatten() {
            app.hear(message);
        }
        if let Err(error @ BackendError::Newer(_)) = app.journal.may_write() {
            app.hear(Message::Refused(error));
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, heard: Heard) -> bool {
        let place = view::focused();
        let draws = self.heard(ctx, heard);
        if draws {
            // Drawing may be under way: where the focus was before it began is what counts.
            self.focused = self.focused.or(place);
        }
        draws
    }

    fn view(&self, _: &Context<Self>) -> Html {
        html! {
            <ContextProvider<Catalog> context={self.catalog.clone()}>
                <NoticeBar notice={self.state.shown_notice()} is_reading={self.state.desk().is_some()} send={self.send.clone()} />
                { self.screen() }
                if self.state.panel == Some(Panel::Help) {
                    <Help keymap={self.state.settings.keymap.clone()} codebook={self.state.desk().map(|desk| Shared(desk.codebook.clone()))}
                        send={self.send.clone()} />
                }
                <div class="said" aria-live="polite" />
            </ContextProvider<Catalog>>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first {
            self.state_language();
        }
        self.set_title();
        let effects = std::mem::take(&mut self.after_drawing);
        // Only where nothing else is to be selected: to select has the browser lay out the page.
        let lost = paper::take_lost_selection().filter(|_| !effects.iter().any(Effect::selects));
        if let (Some((anchor, focus)), Some(desk)) = (lost, self.state.desk()) {
            selection::select_from(&desk.transcript, anchor, focus);
        }
        for effect in effects {
            self.show(effect);
        }
        if let Some(place) = self.focused.take() {
            view::keep_focus(place);
        }
    }
}

impl App {
    /// Does what is to be done; says whether the page has to be drawn.
    fn heard(&mut self, ctx: &Context<Self>, heard: Heard) -> bool {
        match heard {
            Heard::Message(message) => self.hear(message),
            Heard::Key(event) => return self.press(&event),
            Heard::Went => {
                let route = current_route();
                if self.going.take().is_some_and(|going| going == route) {
                    return false;
                }
                // What waits belongs to where one was.
                self.address = None;
                self.hear(Message::Went(route));
            }
            Heard::Selection => return self.selected(),
            Heard::Scrolled => {
                let link = ctx.link().clone();
                self.scrolled = Some(Timeout::new(SCROLL_MS, move || link.send_message(Heard::Rested)));
                return false;
            }
            Heard::Progress => return self.state.is_loading(),
            Heard::AddressDue => {
                self.show_address();
                return false;
            }
            Heard::Rested => {
                listening::note_the_place(&self.journal, &self.open);
                return false;
            }
        }
        true
    }

    fn screen(&self) -> Html {
        match &self.state.screen {
            Screen::Start => {
                html! {
                    <Start cards={Shared(self.cards.clone())} usage={self.state.usage.clone()} asking={self.state.asking.clone()} unsaved={self.unsaved_text()}
                        send={self.send.clone()} />
                }
            }
            Screen::Loading(_) => loading::page(&self.catalog, "loading", self.work.as_ref(), &self.send),
            Screen::Commitments(_) if self.state.is_loading() => {
                loading::page(&self.catalog, "gathering", self.gathering.as_ref(), &self.send)
            }
            Screen::Commitments(page) => open_commitments::page(page, &self.send),
            Screen::Reading(desk) => reading::page(&self.catalog, desk, &self.state, &self.send),
        }
    }

    /// Why transcripts that the user has left are not saved, if any are not.
    fn unsaved_text(&self) -> Option<String> {
        let fails = self.state.saved.is_failed() && self.state.is_unsaved();
        fails.then(|| self.catalog.text(self.state.saved.text()))
    }

    /// The page says in which language it is.
    fn state_language(&self) {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", self.catalog.lang().tag());
        }
    }

    /// The tab says what is open.
    fn set_title(&mut self) {
        let name = self.catalog.text("app-name");
        let open = match &self.state.screen {
            Screen::Commitments(_) => Some(self.catalog.text("open-title")),
            _ => self.state.desk().map(|desk| desk.title().to_owned()).filter(|title| !title.is_empty()),
        };
        let title = open.map_or_else(|| name.clone(), |open| format!("{open} · {name}"));
        if title != self.title {
            document().set_title(&title);
            self.title = title;
        }
    }

    /// Lets the application hear a message, and what comes of it.
    fn hear(&mut self, message: Message) {
        let mut messages = VecDeque::from([message]);
        while let Some(message) = messages.pop_front() {
            let listed = matches!(message, Message::Listed(..));
            for effect in self.state.update(message, moment()) {
                messages.extend(self.carry_out(effect));
            }
            if listed {
                self.cards = self.state.cards.clone().into();
            }
        }
        if !matches!(self.state.screen, Screen::Loading(_)) {
            self.work = None;
        }
        if !matches!(self.state.screen, Screen::Commitments(_)) {
            (self.gathering, self.gather_later) = (None, None);
        }
        self.unsaved.set(self.state.is_unsaved());
        *self.open.borrow_mut() = self.state.desk().map(|desk| desk.id.clone());
        if self.catalog.lang() != self.state.language {
            if platform::parameter("lang").is_some() {
                platform::set_parameter("lang", self.state.language.tag());
            }
            self.catalog = Catalog::new(self.state.language);
            self.state_language();
        }
    }

    /// Carries out an effect, now or after drawing, and gives the answer.
    fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::List => Some(self.listed()),
            Effect::GatherLater => {
                let send = self.send.clone();
                self.gather_later = Some(Timeout::new(GATHER_MS, move || send.emit(Message::GatherNow)));
                None
            }
            Effect::Gather => {
                let (journal, send) = (self.journal.clone(), self.send.clone());
                let pace = self.gathering.insert(Work::default()).pace(&self.tell_progress, 0.0..1.0);
                platform::spawn(async move { send.emit(Message::Gathered(gather(&journal, &pace).await)) });
                None
            }
            Effect::Load(id) => {
                let (journal, send) = (self.journal.clone(), self.send.clone());
                self.work = None;
                let pace = self.pace(0.0..0.4);
                platform::spawn(async move {
                    let opened = journal.open_paced(&id, &pace).await.map(|opened| opened.map(Box::new));
                    let view = journal.view(&id).ok().flatten();
                    send.emit(Message::Loaded(id, opened, view));
                });
                None
            }
            Effect::Read { id, source, project, sha256 } => {
                let send = self.send.clone();
                let pace = self.pace(0.4..1.0);
                platform::spawn(async move {
                    let read = ReadSource::new(&source, &project, sha256, &pace).await;
                    send.emit(Message::Read(id, Box::new(read)));
                });
                None
            }
            Effect::Pack { id, source } => {
                let send = self.send.clone();
                // Whatever else is done meanwhile: it is to be kept.
                let pace = gently();
                let pace = async move |share| {
                    pace(share).await;
                };
                platform::spawn(async move { send.emit(Message::Packed(id, Packed::new(&source, &pace).await)) });
                None
            }
            Effect::Save { id, source, records, card } => {
                let (written, error) = self.journal.save(&id, source.as_ref(), &records, &card);
                // With the first work of the user, and not before: a browser may ask them.
                if written > 0 && !std::mem::replace(&mut self.asked_to_keep, true) {
                    platform::ask_to_keep();
                }
                Some(Message::Saved(id, written, error))
            }
            Effect::SaveLater => {
                let send = self.send.clone();
                self.save_later = Some(Timeout::new(SAVE_AGAIN_MS, move || send.emit(Message::SaveAgain)));
                None
            }
            Effect::NoteExport(id, now) => {
                // At worst one is reminded too early.
                let _ = self.journal.note_export(id.as_ref(), now);
                None
            }
            Effect::UseRelease => {
                platform::use_release();
                None
            }
            Effect::Delete(id) => {
                let deleted = self.journal.delete(&id);
                Some(Message::Deleted(id, deleted))
            }
            Effect::BackUp => Some(Message::BackedUp(self.journal.backup())),
            Effect::Restore(json) => Some(Message::Restored(self.journal.restore(&json))),
            Effect::KeepSettings(settings) => {
                // A setting that cannot be kept holds until the page is closed; no work is lost by it.
                let _ = self.journal.set_settings(&settings);
                None
            }
            Effect::Go(route) => {
                self.show_address();
                if current_route() != route {
                    platform::set_fragment(&route.fragment());
                    self.going = Some(route);
                }
                None
            }
            Effect::Readdress(route) => {
                let send = self.show_address.clone();
                self.address = Some((route, Timeout::new(ADDRESS_MS, move || send.emit(()))));
                None
            }
            Effect::CopyQuote(id) => {
                quote::copy(&self.catalog, &self.state, &id, &self.send);
                None
            }
            Effect::Download { name, text, media_type } => {
                platform::download(&name, &text, media_type);
                None
            }
            on_screen => {
                self.after_drawing.push(on_screen);
                None
            }
        }
    }

    /// What the store has.
    fn listed(&self) -> Message {
        Message::Listed(self.journal.list(), self.journal.usage().unwrap_or_default())
    }

    /// Has the browser show the address that waits for that.
    fn show_address(&mut self) {
        if let Some((route, _)) = self.address.take() {
            platform::replace_fragment(&route.fragment());
        }
    }

    /// The pace for a part of the work of opening, which goes on or begins now.
    fn pace(&mut self, part: std::ops::Range<f64>) -> impl AsyncFn(f64) + use<> {
        self.work.get_or_insert_default().pace(&self.tell_progress, part)
    }

    /// Carries out an effect that concerns what is on the screen.
    fn show(&self, effect: Effect) {
        match (effect, self.state.desk().map(|desk| &*desk.transcript)) {
            (Effect::Announce(text), _) => view::say(self.catalog.text(text)),
            (Effect::Reveal(id), Some(transcript)) => {
                let start = self.state.desk().and_then(|desk| desk.entry(&id)?.start());
                let paragraph =
                    start.map(|start| transcript.paragraphs.partition_point(|text| text.text.end() <= start));
                view::reveal(&id, paragraph.map(|paragraph| Byte::at(paragraph).0));
            }
            (Effect::ShowCard(id), _) => view::reveal(&id, None),
            (Effect::ScrollTo(paragraph, offset), _) => view::scroll_to(View { paragraph, offset }),
            (Effect::Focus(target), _) => view::focus(&target),
            (Effect::Begin(target), _) if !platform::is_touched() => view::focus(&target),
            (Effect::Show(words), Some(transcript)) => selection::show(transcript, words),
            (Effect::Select(words), Some(transcript)) => selection::select(transcript, words),
            (Effect::ShowFound(words), Some(transcript)) => selection::show_found(transcript, words),
            (Effect::Follow, _) => selection::follow(),
            // Browsers for which a field has the selection as well as the focus would take both from it.
            (Effect::PlaceCaret(_), _) if view::is_typing() && !selection::is_in_transcript() => {}
            (Effect::PlaceCaret(at), Some(transcript)) => selection::place_caret(transcript, at),
            _ => {}
        }
    }

    fn press(&mut self, event: &KeyboardEvent) -> bool {
        if event.key() == "Tab" {
            view::tab_pressed();
            return false;
        }
        view::tab_is_over();
        let press = KeyPress {
            key: event.key(),
            primary: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            alt: event.alt_key(),
            // In a list of choices letters choose, and nothing else is typed.
            typing: listening::is_typing(event)
                && !(listening::is_choosing(event) && (event.ctrl_key() || event.meta_key())),
        };
        let on_control = listening::is_control(event) && press.key == "Enter";
        let Some(command) = self.state.command_for(&press).filter(|_| !on_control) else { return false };
        // The browser tells of a new selection in its own time, and the key may be faster.
        let selected = !press.typing && self.selected();
        let Some(message) = self.state.message_for(command) else { return selected };
        event.prevent_default();
        self.hear(message);
        true
    }

    fn selected(&mut self) -> bool {
        let Some(desk) = self.state.desk() else { return false };
        let caret = selection::focus(&desk.transcript);
        if caret != desk.caret {
            self.hear(Message::Caret(caret));
        }
        let Some(desk) = self.state.desk() else { return false };
        let selection: Option<ReadingSpan> = selection::selected(&desk.transcript);
        if selection == desk.selection {
            return false;
        }
        self.hear(Message::Selected(selection));
        true
    }
}

/// What the address asks for now.
fn current_route() -> Route {
    Route::parse(&platform::fragment())
}

fn moment() -> Moment {
    Moment { now: platform::now(), today: platform::today(), random: platform::random() }
}
