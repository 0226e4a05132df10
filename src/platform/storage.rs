//! The journal's store over `localStorage`.

use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DomException, Storage};

use super::window;
use crate::journal::{Backend, BackendError, PREFIX};

/// `localStorage`, which several browsers and settings deny on mere access.
#[derive(Clone, Debug)]
pub struct LocalStorage(Option<Storage>);

impl LocalStorage {
    /// The store of this origin, if the browser grants it.
    #[must_use]
    pub fn new() -> Self {
        Self(window().local_storage().ok().flatten())
    }

    fn granted(&self) -> Result<&Storage, BackendError> {
        self.0.as_ref().ok_or(BackendError::Denied)
    }
}

impl Default for LocalStorage {
    fn default() -> Self {
        Self::new()
    }
}

impl Backend for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, BackendError> {
        self.granted()?.get_item(key).map_err(reason)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), BackendError> {
        self.granted()?.set_item(key, value).map_err(reason)
    }

    fn remove(&self, key: &str) -> Result<(), BackendError> {
        self.granted()?.remove_item(key).map_err(reason)
    }

    fn keys(&self) -> Result<Vec<String>, BackendError> {
        let storage = self.granted()?;
        let mut keys = Vec::new();
        for index in 0..storage.length().map_err(reason)? {
            keys.extend(storage.key(index).map_err(reason)?.filter(|key| key.starts_with(PREFIX)));
        }
        Ok(keys)
    }

    fn units(&self, key: &str) -> Result<usize, BackendError> {
        // The value itself is not wanted here, which may be millions of units.
        let value = Reflect::get(self.granted()?, &key.into()).map_err(reason)?;
        Ok(value.dyn_ref::<JsString>().map(JsString::length).unwrap_or_default() as usize)
    }
}

/// Asks the browser not to clear what is stored when room gets short. It may ask the user, or say no: then everything is
/// as it was.
pub fn ask_to_keep() {
    if let Ok(asked) = window().navigator().storage().persist() {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(asked).await;
        });
    }
}

/// Browsers agree on the exception's name, not on its class.
fn reason(error: JsValue) -> BackendError {
    let name = error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => BackendError::Full,
        "SecurityError" => BackendError::Denied,
        _ => BackendError::Failed(format!("{error:?}")),
    }
}
