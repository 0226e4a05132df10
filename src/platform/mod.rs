//! The browser behind small functions. Nothing is decided here.

mod address;
mod chance;
mod clipboard;
mod files;
mod highlights;
mod markup;
mod point;
mod release;
mod storage;
mod tasks;

pub use address::{
    address_of, fragment, is_one_file, is_returning, languages, parameter, replace_fragment, set_fragment,
    set_parameter,
};
pub use chance::{elapsed, now, random, today};
pub use clipboard::copy;
pub use files::{download, read};
pub use highlights::highlight;
pub use markup::set_markup;
pub use point::text_at_point;
pub use release::{RELEASE_WAITS, use_release};
pub use storage::{LocalStorage, ask_to_keep};
pub use tasks::{next_task, spawn};

/// Keeps the browser from scrolling to where it believes the reader was: it cannot know before the text is there.
pub fn restore_scrolling_by_hand() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// The window.
///
/// # Panics
/// Outside a browser window: there is nothing that a page could do then.
#[must_use]
pub fn window() -> web_sys::Window {
    web_sys::window().expect("the page runs in a window")
}

/// The document.
///
/// # Panics
/// Outside a browser window.
#[must_use]
pub fn document() -> web_sys::Document {
    window().document().expect("a window has a document")
}

/// Whether one points with a finger. To move the focus into a field would cover half of the screen with keys then.
#[must_use]
pub fn is_touched() -> bool {
    window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|query| query.matches())
}
