//! The next release of the page, which `scripts/offline.js` keeps beside this one.

use web_sys::Event;

use super::window;

/// The event of the window that tells that the next release waits.
pub const RELEASE_WAITS: &str = "griffier-release";

/// Has the page loaded anew, in its next release.
pub fn use_release() {
    if let Ok(event) = Event::new("griffier-use-release") {
        let _ = window().dispatch_event(&event);
    }
}
