//! Long work in steps: opening a long text takes longer than a page may stay silent.
//!
//! Such work is an `async` function that takes its pace as an argument. Between two steps it says how far it has come,
//! as a share from 0 to 1, and goes on when the pace lets it. In the page the pace gives the browser its turn now and
//! then; work that is not wanted any more is dropped there. Everywhere else [`unhurried`] never waits.

use std::{
    future::poll_fn,
    pin::{Pin, pin},
    task::{Context, Poll, Waker},
};

/// The pace of work that nobody waits for beside.
pub async fn unhurried(_done: f64) {}

/// Work that stops now and then by itself, at each [`pause`]: for what is too far from the pace to be given it.
pub type Work<'w> = Pin<Box<dyn Future<Output = ()> + 'w>>;

/// A place in [`Work`] where others may have a turn.
pub async fn pause() {
    let mut had_theirs = false;
    poll_fn(|_| if std::mem::replace(&mut had_theirs, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}

/// Does the work, with `between` at each place where it stops.
pub async fn in_steps(mut work: Work<'_>, mut between: impl AsyncFnMut()) {
    while poll_fn(|context| Poll::Ready(work.as_mut().poll(context))).await.is_pending() {
        between().await;
    }
}

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
