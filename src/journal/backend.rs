//! The store below the journal: a handful of operations on strings.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use thiserror::Error;

/// Why the store did not do as it was told. The text is for developers; the user reads a message of the page.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BackendError {
    /// There is no room left.
    #[error("the store is full")]
    Full,
    /// The browser does not let the page keep anything.
    #[error("the store may not be used")]
    Denied,
    /// A later version of the program wrote what is stored: this one only reads it.
    #[error("the store has the layout {0}, which is not known yet")]
    Newer(u32),
    /// Something else.
    #[error("the store failed: {0}")]
    Failed(String),
}

/// A store of strings by key. An operation that fails leaves the store as it was.
pub trait Backend {
    /// The value at `key`.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, BackendError>;

    /// Puts `value` at `key`.
    ///
    /// # Errors
    /// When the store cannot be written or is full.
    fn set(&self, key: &str, value: &str) -> Result<(), BackendError>;

    /// Takes away what is at `key`, if anything is.
    ///
    /// # Errors
    /// When the store cannot be written.
    fn remove(&self, key: &str) -> Result<(), BackendError>;

    /// Every key of this program, in no particular order.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, BackendError>;

    /// How long the value at `key` is, in UTF-16 units.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn units(&self, key: &str) -> Result<usize, BackendError> {
        Ok(self.get(key)?.map(|value| value.encode_utf16().count()).unwrap_or_default())
    }
}

/// A store in memory, for tests and for programs without a browser. It can be told to fail.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    values: RefCell<BTreeMap<String, String>>,
    /// After how many more writes and removals each further one fails, and how.
    fails: RefCell<Option<(usize, BackendError)>>,
    /// Whether it has failed since.
    refused: Cell<bool>,
}

impl Memory {
    /// Makes every write and removal fail after `operations` more have succeeded. A full store still removes.
    pub fn fail_after(&self, operations: usize, error: BackendError) {
        *self.fails.borrow_mut() = Some((operations, error));
        self.refused.set(false);
    }

    /// Makes it work again.
    pub fn heal(&self) {
        *self.fails.borrow_mut() = None;
        self.refused.set(false);
    }

    /// Whether an operation has failed since it was told to.
    #[cfg(test)]
    pub(super) fn has_failed(&self) -> bool {
        self.refused.get()
    }

    /// How many writes and removals there have been since it was told to fail.
    #[cfg(test)]
    pub(super) fn operations(&self) -> usize {
        self.fails.borrow().as_ref().map_or(0, |(left, _)| usize::MAX - left)
    }

    fn may_change(&self, removes: bool) -> Result<(), BackendError> {
        match &mut *self.fails.borrow_mut() {
            Some((0, BackendError::Full)) if removes => Ok(()),
            Some((0, error)) => {
                self.refused.set(true);
                Err(error.clone())
            }
            Some((left, _)) => {
                *left -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl Backend for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, BackendError> {
        Ok(self.values.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), BackendError> {
        self.may_change(false)?;
        self.values.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), BackendError> {
        self.may_change(true)?;
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, BackendError> {
        Ok(self.values.borrow().keys().cloned().collect())
    }
}

impl<B: Backend + ?Sized> Backend for &B {
    fn get(&self, key: &str) -> Result<Option<String>, BackendError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), BackendError> {
        (**self).set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), BackendError> {
        (**self).remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, BackendError> {
        (**self).keys()
    }
}
