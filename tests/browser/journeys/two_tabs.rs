//! One transcript in two tabs: each sees what the other does, and both keep it.

use std::collections::BTreeSet;

use crate::{page::Page, selecting::Words};

pub(crate) async fn run(page: &Page) {
    page.open("en").await;
    page.open_sample().await;
    let address = page.driver.current_url().await.expect("the page has an address");
    let here = page.driver.window().await.expect("the page is in a window");
    let there = page.driver.new_tab().await.expect("a second tab opens");
    page.driver.switch_to_window(there.clone()).await.expect("the second tab can be gone to");
    page.driver.goto(address.as_str()).await.expect("the second tab opens the transcript");
    page.transcript().await;
    page.select_by_mouse(Words { turn: 5, from: "A new bearing costs", to: "fifteen years" }).await;
    page.press("1").await;
    let first = page.wait_for_new(&BTreeSet::new()).await;

    page.driver.switch_to_window(here.clone()).await.expect("the first tab can be gone back to");
    page.wait_for_ids(&BTreeSet::from([first.clone()])).await;
    page.select_by_mouse(Words { turn: 3, from: "Last year the bridge", to: "412 times" }).await;
    page.press("2").await;
    let second = page.wait_for_new(&BTreeSet::from([first.clone()])).await;
    let both = BTreeSet::from([first, second]);

    page.driver.switch_to_window(there).await.expect("the second tab can be gone to again");
    page.wait_for_ids(&both).await;
    page.reload().await;
    page.wait_for_ids(&both).await;
    page.driver.close_window().await.expect("the second tab closes");
    page.driver.switch_to_window(here).await.expect("the first tab is left");
    page.reload().await;
    page.wait_for_ids(&both).await;
    page.wait_for_status("All changes saved").await;
}
