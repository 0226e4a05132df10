//! The address in the browser: what the page puts there, and where the user goes.

use gloo_timers::callback::Timeout;
use yew::Callback;

use crate::{app::Route, platform};

/// How long after the last change of the address the browser shows it, in milliseconds.
const SHOW_MS: u32 = 200;

/// What the page does with the address.
pub(super) struct Address {
    waiting: Option<Waiting>,
    /// The fragment that the page put there last, or that it was told of: of what it does itself, the browser tells too,
    /// a while later and once for each step.
    known: String,
    /// Asks for [`Address::show_now`].
    due: Callback<()>,
}

/// An address that is to be shown once no key has been pressed for a moment: browsers take long for it, and refuse it
/// when it comes too often.
struct Waiting {
    route: Route,
    /// Kept, since dropping it ends it.
    _timeout: Timeout,
}

impl Address {
    /// `due` is to have [`Address::show_now`] called.
    pub(super) fn new(due: Callback<()>) -> Self {
        Self { waiting: None, known: platform::fragment(), due }
    }

    /// Where the user went, after the browser told that the address is another one.
    pub(super) fn went(&mut self) -> Option<Route> {
        if self.is_here() {
            return None;
        }
        self.known = platform::fragment();
        // What waits belongs to where one was.
        self.waiting = None;
        Some(asked_for())
    }

    /// Goes somewhere, as a step that the browser's Back takes back.
    pub(super) fn go(&mut self, route: &Route) {
        self.show_now();
        if asked_for() != *route {
            platform::set_fragment(&route.fragment());
            self.known = platform::fragment();
        }
    }

    /// Has the browser show an address a moment later, without such a step.
    pub(super) fn show_later(&mut self, route: Route) {
        let due = self.due.clone();
        let timeout = Timeout::new(SHOW_MS, move || due.emit(()));
        self.waiting = Some(Waiting { route, _timeout: timeout });
    }

    /// Has the browser show the address that waits, unless the user went elsewhere: browsers tell of that only a while
    /// after they did it, and what is put there meanwhile would take the user back.
    pub(super) fn show_now(&mut self) {
        if let Some(Waiting { route, .. }) = self.waiting.take()
            && self.is_here()
        {
            platform::replace_fragment(&route.fragment());
            self.known = platform::fragment();
        }
    }

    /// Whether the browser still is where the page knows it to be.
    fn is_here(&self) -> bool {
        platform::fragment() == self.known
    }
}

/// What the address asks for now.
pub(super) fn asked_for() -> Route {
    Route::parse(&platform::fragment())
}
