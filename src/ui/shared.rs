//! Values that many components share without copying.

use std::{ops::Deref, rc::Rc};

use yew::Callback;

use crate::app::Message;

/// Tells the application what happened. The same callback for every component, so that none is drawn again for it.
pub(super) type Send = Callback<Message>;

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
