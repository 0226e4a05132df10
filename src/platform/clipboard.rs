//! Copying a text.

use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::window;

/// Puts `text` into the clipboard and says whether that worked; the text itself where the browser did not take it. A
/// page that did not come over a safe connection has no clipboard.
pub fn copy(text: String, done: impl FnOnce(Result<(), String>) + 'static) {
    if !window().is_secure_context() {
        return done(Err(text));
    }
    let written = window().navigator().clipboard().write_text(&text);
    spawn_local(async move {
        let copied = JsFuture::from(written).await;
        done(copied.map(|_| ()).map_err(|_| text));
    });
}
