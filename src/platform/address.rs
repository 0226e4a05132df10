//! The address of the page, and the languages of the browser.

use wasm_bindgen::JsValue;
use web_sys::{PerformanceNavigation, Url, UrlSearchParams};

use super::window;

/// Whether the page was opened from a disk, and not from a server.
#[must_use]
pub fn is_one_file() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

/// What stands behind the `#` of the address, with it.
#[must_use]
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Puts `fragment` behind the address, as a step that the browser's Back takes back.
pub fn set_fragment(fragment: &str) {
    // A browser that refuses leaves the address as it was; the page shows the same all the same.
    let _ = window().location().set_hash(fragment);
}

/// Puts `fragment` behind the address, without such a step.
pub fn replace_fragment(fragment: &str) {
    let replace = || {
        let address = address_of(fragment);
        window().history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&address)).ok()
    };
    let _ = replace();
}

/// The address of the page with `fragment` behind it.
#[must_use]
pub fn address_of(fragment: &str) -> String {
    let address = window().location().href().unwrap_or_default();
    let page = address.split_once('#').map_or(address.as_str(), |(page, _)| page);
    format!("{page}{fragment}")
}

/// The value of `?name=` in the address.
#[must_use]
pub fn parameter(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Changes the value of `?name=` in the address, without a step for the browser's Back.
pub fn set_parameter(name: &str, value: &str) {
    let change = || {
        let url = Url::new(&window().location().href().ok()?).ok()?;
        url.search_params().set(name, value);
        window().history().ok()?.replace_state_with_url(&JsValue::NULL, "", Some(&url.href())).ok()
    };
    // Where the browser refuses, the address says what it said; the page is in the chosen language all the same.
    let _ = change();
}

/// Whether the browser loaded the page again, or went back to it, and did not come to it by a link.
#[must_use]
pub fn is_returning() -> bool {
    let navigation = window().performance().map(|performance| performance.navigation());
    let ways = [PerformanceNavigation::TYPE_RELOAD, PerformanceNavigation::TYPE_BACK_FORWARD];
    navigation.is_some_and(|navigation| ways.contains(&navigation.type_()))
}

/// The tags of the languages that the browser's user reads, the best first.
#[must_use]
pub fn languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}
