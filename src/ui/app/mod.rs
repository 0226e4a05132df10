//! The root component: holds the state, and tells it what happens. What the state wants done is carried out in
//! [`effects`].

mod address;
mod effects;

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use self::address::Address;
use super::{
    help::Help,
    listening, loading,
    notice::NoticeBar,
    open_commitments::OpenCommitmentsPage,
    paper, reading, selection,
    shared::{Send, Shared},
    start::Start,
    view::{self, Place},
    work::Work,
};
use crate::{
    app::{Effect, KeyPress, Message, Moment, Panel, Screen, Settings, State},
    i18n::{Catalog, Lang},
    journal::{BackendError, Journal, Usage},
    model::{ProjectId, Replica},
    platform::{self, LocalStorage, document},
    text::ReadingSpan,
};

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
    /// Effects that concern what will be on the screen.
    after_drawing: Vec<Effect>,
    /// Where the focus was when something happened: what had it may be gone once that is drawn.
    focused: Option<Place>,
    scrolled: Option<Timeout>,
    /// What could not be saved is tried again then.
    save_later: Option<Timeout>,
    address: Address,
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
            after_drawing: Vec::new(),
            focused: None,
            scrolled: None,
            save_later: None,
            address: Address::new(ctx.link().callback(|()| Heard::AddressDue)),
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
        for message in [Some(listed), returned, Some(Message::Went(address::asked_for()))].into_iter().flatten() {
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
                <div id={view::SAID_ID} class="said" aria-live="polite" />
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
                let Some(route) = self.address.went() else { return false };
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
                self.address.show_now();
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
            Screen::Commitments(page) => {
                html! { <OpenCommitmentsPage page={Shared(page.clone())} send={self.send.clone()} /> }
            }
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

fn moment() -> Moment {
    Moment { now: platform::now(), today: platform::today(), random: platform::random() }
}
