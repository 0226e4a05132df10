//! Values that many components share without copying.

use std::{ops::Deref, rc::Rc};

use yew::Callback;

use crate::app::Message;

/// Tells the application what happened. The same callback for every component, so that none is drawn again for it.
pub(super) type Send = Callback<Message>;

/// What was last said to those who cannot see it.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Said(pub(super) String);

impl Said {
    /// Says something else. A blank at the end tells two equal sentences apart, so that both are read out.
    pub(super) fn say(&mut self, text: String) {
        let is_same = self.0 == text;
        self.0 = text;
        if is_same {
            self.0.push('\u{a0}');
        }
    }
}

/// A shared value that is the same only if it is the very same, so that comparing properties costs nothing.
#[derive(Debug)]
pub(super) struct Shared<T: ?Sized>(pub(super) Rc<T>);

impl<T: ?Sized> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
