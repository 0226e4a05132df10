//! Something that is done in the next frame of the browser.

use std::{cell::RefCell, rc::Rc};

use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;

/// What waits for the next frame; dropped, it is not done.
#[derive(Clone, Default)]
pub(super) struct NextFrame(Rc<RefCell<Option<AnimationFrame>>>);

impl NextFrame {
    /// Does `act` in the next frame, unless something waits for it already.
    pub(super) fn run(&self, act: impl FnOnce() + 'static) {
        if self.0.borrow().is_some() {
            return;
        }
        // A frame that held itself would never be dropped.
        let waiting = Rc::downgrade(&self.0);
        let frame = request_animation_frame(move |_| {
            let done = waiting.upgrade().and_then(|waiting| waiting.take());
            act();
            // What runs now cannot be dropped now.
            Timeout::new(0, move || drop(done)).forget();
        });
        self.0.replace(Some(frame));
    }
}
