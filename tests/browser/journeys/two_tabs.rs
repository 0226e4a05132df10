//! One transcript in two tabs: each sees what the other does, and both keep it.

use std::collections::BTreeSet;

use crate::{page::Page, selecting::Words};

/// Both write the same field while neither hears of the other: they come to one value, and the other one can be had.
pub(crate) async fn at_once(page: &Page) {
    // There before the page's own scripts, so that it hears first.
    let holder = "window.held = [];
        addEventListener('storage', event => {
            if (window.holds) { held.push(event); event.stopImmediatePropagation(); }
        });";
    page.diary.run_first(holder);
    page.open("en").await;
    page.open_sample().await;
    page.select_by_mouse(Words { turn: 5, from: "A new bearing costs", to: "fifteen years" }).await;
    page.press("1").await;
    let id = page.wait_for_new(&BTreeSet::new()).await;
    page.wait_for_status("All changes saved").await;
    let address = page.driver.current_url().await.expect("the page has an address");
    let (here, there) = page.open_tab().await;
    page.go_to(&there).await;
    page.driver.goto(address.as_str()).await.expect("the second tab opens the transcript");
    page.wait_for_ids(&BTreeSet::from([id.clone()])).await;

    let release = "window.holds = false;
        for (const { key, newValue } of held) dispatchEvent(new StorageEvent('storage', { key, newValue }));";
    let tabs = [(here, "From here"), (there, "And from there")];
    for (tab, _) in &tabs {
        page.go_to(tab).await;
        page.ask::<()>("window.holds = true", Vec::new()).await;
    }
    for (tab, words) in &tabs {
        page.go_to(tab).await;
        page.fill(&id, "Summary", words).await;
        page.wait_for_status("All changes saved").await;
        assert_eq!(page.field(&id, "textbox", "Summary").await, *words);
    }
    let mut shown = BTreeSet::new();
    for (tab, _) in &tabs {
        page.go_to(tab).await;
        page.ask::<()>(release, Vec::new()).await;
        shown.insert(page.field(&id, "textbox", "Summary").await);
    }
    assert_eq!(shown.len(), 1, "both tabs show the same: {shown:?}");
    let shown = shown.pop_first().expect("one value");
    let other = tabs.iter().map(|(_, words)| *words).find(|words| *words != shown).expect("one of them did not win");

    // In the second tab, and by what it writes in the first one, too.
    page.click_button("Undo").await;
    for (tab, _) in &tabs {
        page.go_to(tab).await;
        page.wait_until(format!("a tab shows “{other}”"), async || {
            (page.field(&id, "textbox", "Summary").await == other).then_some(())
        })
        .await;
    }
    page.click_button("Redo").await;
    assert_eq!(page.field(&id, "textbox", "Summary").await, shown);
    page.reload().await;
    page.wait_for_ids(&BTreeSet::from([id.clone()])).await;
    assert_eq!(page.field(&id, "textbox", "Summary").await, shown);
}

pub(crate) async fn run(page: &Page) {
    page.open("en").await;
    page.open_sample().await;
    let address = page.driver.current_url().await.expect("the page has an address");
    let (here, there) = page.open_tab().await;
    page.go_to(&there).await;
    page.driver.goto(address.as_str()).await.expect("the second tab opens the transcript");
    page.transcript().await;
    page.select_by_mouse(Words { turn: 5, from: "A new bearing costs", to: "fifteen years" }).await;
    page.press("1").await;
    let first = page.wait_for_new(&BTreeSet::new()).await;

    page.go_to(&here).await;
    page.wait_for_ids(&BTreeSet::from([first.clone()])).await;
    page.select_by_mouse(Words { turn: 3, from: "Last year the bridge", to: "412 times" }).await;
    page.press("2").await;
    let second = page.wait_for_new(&BTreeSet::from([first.clone()])).await;
    let both = BTreeSet::from([first, second]);

    page.go_to(&there).await;
    page.wait_for_ids(&both).await;
    page.reload().await;
    page.wait_for_ids(&both).await;
    page.driver.close_window().await.expect("the second tab closes");
    page.go_to(&here).await;
    page.reload().await;
    page.wait_for_ids(&both).await;
    page.wait_for_status("All changes saved").await;
}
