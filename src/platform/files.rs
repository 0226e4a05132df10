//! Files that the user gives and gets.

use gloo_file::{Blob, File, ObjectUrl};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast as _;

use super::document;

/// How long the address of a download stays valid, in milliseconds: until the browser has taken it over.
const DOWNLOAD_MS: u32 = 60_000;

/// Hands the user a file.
pub fn download(name: &str, text: &str, media_type: &str) {
    let url = ObjectUrl::from(Blob::new_with_options(text, Some(media_type)));
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    Timeout::new(DOWNLOAD_MS, move || drop(url)).forget();
}

/// The bytes of a file; `None` where it cannot be read.
pub async fn read(file: web_sys::File) -> Option<Vec<u8>> {
    gloo_file::futures::read_as_bytes(&File::from(file)).await.ok()
}
