//! Long work in steps: opening a long text takes longer than a page may stay silent.
//!
//! Such work is an `async` function that takes its pace as an argument. Between two steps it says how far it has come,
//! as a share from 0 to 1, and goes on when the pace lets it. In the page the pace gives the browser its turn now and
//! then; work that is not wanted any more is dropped there. Everywhere else [`unhurried`] never waits.

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

/// The pace of work that nobody waits for beside.
pub async fn unhurried(_done: f64) {}

/// The result of work at a pace that never waits.
///
/// # Panics
/// When the work waits for something.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => panic!("work that is to be done at once waits for something"),
    }
}
