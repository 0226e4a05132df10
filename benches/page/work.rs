//! How much work the page's main thread does, as the browser itself counts it.

use serde::Deserialize;
use serde_json::json;

use crate::page::Page;

/// How long is waited for what is done later, in milliseconds: what waits in the page and in the browser waits less.
const LATER_MS: u64 = 350;

/// Work of the main thread in milliseconds: scripts, styles, layout, painting.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Work {
    /// Until the page is at rest.
    pub(crate) now: f64,
    /// What is done after that, by timers of the page and of the browser.
    pub(crate) later: f64,
}

impl Work {
    /// Without what `other` is.
    pub(crate) fn less(self, other: Self) -> Self {
        Self { now: (self.now - other.now).max(0.0), later: (self.later - other.later).max(0.0) }
    }

    /// The middle of either.
    pub(crate) fn middle(works: &[Self]) -> Self {
        let middle = |part: fn(&Self) -> f64| median(&mut works.iter().map(part).collect::<Vec<_>>());
        Self { now: middle(|work| work.now), later: middle(|work| work.later) }
    }
}

/// The work of `act`.
pub(crate) async fn work_of(page: &Page, act: impl AsyncFnOnce()) -> Work {
    rest(page).await;
    let begun = busy(page).await;
    act().await;
    rest(page).await;
    let rested = busy(page).await;
    let script = format!("await new Promise(resolve => setTimeout(resolve, {LATER_MS})); await bench.rest()");
    let _: () = page.ask_later(&script, Vec::new()).await;
    let ended = busy(page).await;
    Work { now: (rested - begun) * 1_000.0, later: (ended - rested) * 1_000.0 }
}

/// For how many seconds the main thread has been busy since the page was loaded.
async fn busy(page: &Page) -> f64 {
    #[derive(Deserialize)]
    struct Metric {
        name: String,
        value: f64,
    }
    let answer = page.devtools_answer("Performance.getMetrics", json!({})).await;
    let metrics: Vec<Metric> = serde_json::from_value(answer["metrics"].clone()).expect("the browser counts its work");
    let task = metrics.iter().find(|metric| metric.name == "TaskDuration");
    task.expect("the browser counts the work of its main thread").value
}

/// Waits until the page has nothing left to do.
async fn rest(page: &Page) {
    let _: () = page.ask_later("await bench.rest()", Vec::new()).await;
}

/// The middle one.
pub(crate) fn median(figures: &mut [f64]) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// The largest one.
pub(crate) fn worst(figures: &[f64]) -> f64 {
    figures.iter().copied().fold(0.0, f64::max)
}
