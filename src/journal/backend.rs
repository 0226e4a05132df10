//! The store below the journal: a handful of operations on strings.

use std::{cell::RefCell, collections::BTreeMap};

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
}

/// A store in memory, for tests and for programs without a browser. It can be told to fail.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    values: RefCell<BTreeMap<String, String>>,
    /// After how many more writes and removals each further one fails, and how.
    fails: RefCell<Option<(usize, BackendError)>>,
}

impl Memory {
    /// Makes every write and removal fail after `operations` more have succeeded. A full store still removes.
    pub fn fail_after(&self, operations: usize, error: BackendError) {
        *self.fails.borrow_mut() = Some((operations, error));
    }

    /// Makes it work again.
    pub fn heal(&self) {
        *self.fails.borrow_mut() = None;
    }

    fn may_change(&self, removes: bool) -> Result<(), BackendError> {
        match &mut *self.fails.borrow_mut() {
            Some((0, BackendError::Full)) if removes => Ok(()),
            Some((0, error)) => Err(error.clone()),
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
