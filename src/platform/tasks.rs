//! Work beside the page.

use gloo_timers::future::TimeoutFuture;

/// Lets the browser do what waits: draw, hear the user.
pub async fn next_task() {
    TimeoutFuture::new(0).await;
}

/// Begins work that goes on by itself.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}
