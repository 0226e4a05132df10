//! How much work the page's main thread does, as the browser itself counts it.

use serde::Deserialize;
use serde_json::json;

use crate::page::Page;

/// The work of `act` in milliseconds: scripts, styles, layout, painting, until the page is at rest again.
pub(crate) async fn work_of(page: &Page, act: impl AsyncFnOnce()) -> f64 {
    rest(page).await;
    let begun = busy(page).await;
    act().await;
    rest(page).await;
    (busy(page).await - begun) * 1_000.0
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
