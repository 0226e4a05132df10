//! The address of the page, and the languages of the browser.

use web_sys::UrlSearchParams;

use super::window;
use crate::{app::Route, i18n::Lang};

/// What the address asks for now.
#[must_use]
pub fn current_route() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Goes to `route`, as a step that the browser's Back takes back.
pub fn go(route: &Route) {
    if current_route() != *route {
        // A browser that refuses leaves the address as it was; the page shows the transcript all the same.
        let _ = window().location().set_hash(&route.fragment());
    }
}

/// The language that `?lang=` forces.
#[must_use]
pub fn forced_language() -> Option<Lang> {
    let search = window().location().search().ok()?;
    Lang::from_tag(&UrlSearchParams::new_with_str(&search).ok()?.get("lang")?)
}

/// The first of the browser's languages that the interface has.
#[must_use]
pub fn browser_language() -> Option<Lang> {
    window().navigator().languages().iter().find_map(|tag| Lang::from_tag(&tag.as_string()?))
}
