//! Annotations within others and across others.

use std::collections::BTreeSet;

use crate::{page::Page, selecting::Words};

const OUTER: Words = Words { turn: 5, from: "The bridge dates from 1958", to: "is the original one" };
const INNER: Words = Words { turn: 5, from: "main bearing", to: "main bearing" };
const CROSSING: Words = Words { turn: 5, from: "original one", to: "that bearing ten more years" };

pub(crate) async fn run(page: &Page) {
    page.open_sample().await;
    let outer = mark(page, OUTER, "1").await;
    let inner = mark(page, INNER, "2").await;
    let crossing = mark(page, CROSSING, "1").await;
    assert_words(page, [&outer, &inner, &crossing]).await;

    page.press("Escape").await;
    page.click_on_words(INNER).await;
    assert_chosen(page, &inner).await;
    page.click_on_words(Words { from: "dates from", to: "dates from", ..OUTER }).await;
    assert_chosen(page, &outer).await;

    page.reload().await;
    page.wait_for_ids(&[outer.clone(), inner.clone(), crossing.clone()].into()).await;
    assert_words(page, [&outer, &inner, &crossing]).await;

    // Without the outer one the others stay whole.
    let entry = page.entry(&outer).await;
    page.click_in(&entry, "button", "Delete").await;
    page.wait_for_ids(&[inner.clone(), crossing.clone()].into()).await;
    assert_eq!(page.marks(&inner).await.text, "main bearing");
    assert!(page.marks(&crossing).await.text.starts_with("original one."));
}

async fn mark(page: &Page, words: Words, key: &str) -> String {
    let before: BTreeSet<String> = page.ids().await;
    page.select_by_mouse(words).await;
    page.wait_for("toolbar", "Annotate").await;
    page.press(key).await;
    page.wait_for_new(&before).await
}

async fn assert_words(page: &Page, [outer, inner, crossing]: [&str; 3]) {
    let words = [
        (outer, "claim", "The bridge dates from 1958, and the main bearing is the original one"),
        (inner, "commitment", "main bearing"),
        (crossing, "claim", "original one. Our 2026 inspection gave that bearing ten more years"),
    ];
    for (id, kind, text) in words {
        let painted = page.marks(id).await;
        assert_eq!((painted.kinds, painted.text.as_str()), ([kind.to_owned()].into(), text));
    }
}

/// The fields of this annotation, and of no other, are open.
async fn assert_chosen(page: &Page, id: &str) {
    let script =
        "return [...document.querySelectorAll('[role=complementary] [data-annotation], aside [data-annotation]')]
        .filter(e => e.querySelector('textarea, input')).map(e => e.dataset.annotation)";
    page.wait_until(format!("annotation {id} is chosen"), async || {
        (page.query::<Vec<String>>(script).await? == [id]).then_some(())
    })
    .await;
}
