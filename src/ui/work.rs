//! Long work beside a page that answers: it stops now and then so that the browser has its turn, tells how far it has
//! come, and is dropped where it is not wanted any more.

use std::{
    cell::Cell,
    future::pending,
    ops::Range,
    rc::{Rc, Weak},
};

use yew::Callback;

use crate::platform::{elapsed, next_task};

/// How long the page may be silent, in milliseconds.
const SLICE_MS: f64 = 50.0;

/// Work that is going on. When it is dropped, what is left of it is not done any more.
#[derive(Default)]
pub(super) struct Work {
    done: Rc<Cell<f64>>,
}

impl Work {
    /// How far it is, from 0 to 1.
    pub(super) fn progress(&self) -> f64 {
        self.done.get()
    }

    /// The pace for a part of the work: `part` says where on the whole way it begins and ends. `told` hears of progress.
    pub(super) fn pace(&self, told: &Callback<()>, part: Range<f64>) -> impl AsyncFn(f64) + use<> {
        let (progress, told, gently) = (Rc::downgrade(&self.done), told.clone(), gently());
        async move |share: f64| {
            if let Some(done) = Weak::upgrade(&progress) {
                done.set(part.start + (part.end - part.start) * share);
            }
            if gently(share).await {
                told.emit(());
            }
            if progress.strong_count() == 0 {
                // Nobody wakes it again, and what it holds is let go.
                pending::<()>().await;
            }
        }
    }
}

/// The pace for work that is done whatever happens: the browser has its turn now and then. Says whether it just had.
pub(super) fn gently() -> impl AsyncFn(f64) -> bool {
    let since = Cell::new(elapsed());
    async move |_| {
        let waits = elapsed() - since.get() > SLICE_MS;
        if waits {
            next_task().await;
            since.set(elapsed());
        }
        waits
    }
}
