//! The page of open commitments, of all transcripts in the browser.

use std::collections::BTreeMap;

use thirtyfour::By;

use super::register::{LIST, OTHER, pictures};
use crate::{
    material::{COMMITMENT, DUTCH_SAMPLE},
    page::Page,
};

/// What is open in several transcripts stands on one page, by date; it is filtered, handed out, and leads back.
pub(crate) async fn run(page: &Page) {
    page.open("en").await;
    page.open_text(DUTCH_SAMPLE).await;
    let list = page.mark(LIST, "2").await;
    page.press("Control+Enter").await;
    let other = page.mark(OTHER, "2").await;
    page.press("Control+Enter").await;
    page.wait_for_status("All changes saved").await;
    page.open("en").await;
    page.open_sample().await;
    let english = page.mark(COMMITMENT, "2").await;
    page.press("Control+Enter").await;
    page.wait_for_status("All changes saved").await;
    page.click("link", "Griffier").await;
    page.click("link", "Open commitments of all transcripts").await;
    page.wait_for("heading", "Open commitments").await;
    let rows = "return [...document.querySelectorAll('tbody th a')].map(a => a.getAttribute('href').split('/').at(-1))";
    let wait_for = async |wanted: Vec<&String>| {
        page.wait_until(format!("the rows are {wanted:?}"), async || {
            let found: Vec<String> = page.query(rows).await?;
            (found.iter().collect::<Vec<_>>() == wanted).then_some(())
        })
        .await;
    };
    // By when each is to be kept, as the page says it; what has no date comes last.
    let days: BTreeMap<String, String> = page
        .ask(
            "return Object.fromEntries([...document.querySelectorAll('tbody tr')].map(row =>
            [row.querySelector('th a').getAttribute('href').split('/').at(-1), row.cells[0].innerText]))",
            vec![],
        )
        .await;
    assert!(days[&list].contains("20 June 2031") && days[&other].contains("20 December 2031"), "{days:?}");
    assert_eq!(days[&english], "");
    wait_for(vec![&list, &other, &english]).await;
    let main = page.driver.find(By::Css("main")).await.expect("the page is there");
    page.choose_in(&main, "Promised by", "Minister Ter Aalst").await;
    wait_for(vec![&list, &other]).await;
    page.click_button("Spreadsheet (CSV)").await;
    let (name, text) = page.download().await;
    assert_eq!(name, "open-commitments.csv");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a row")).collect();
    assert_eq!(rows.len(), 2);
    page.click_button("Deadlines as calendar (.ics)").await;
    let (_, text) = page.download().await;
    let calendar: icalendar::Calendar = text.parse().expect("iCalendar");
    assert!(!calendar.components.is_empty());
    page.choose_in(&main, "Promised by", "Everybody").await;
    wait_for(vec![&list, &other, &english]).await;
    page.press("Escape").await;
    let faults = page.faults("the open commitments").await;
    pictures(page, "open-commitments").await;
    assert_eq!(faults, Vec::<String>::new());

    // What is done is gone from there.
    page.click_first(&format!("a[href$='{list}']")).await;
    page.wait_for_first(&format!("mark.active[data-annotation='{list}']")).await;
    page.wait_to_see(&list).await;
    page.choose(&list, "Status", "fulfilled").await;
    page.wait_for_status("All changes saved").await;
    page.driver.back().await.expect("the browser goes back");
    page.wait_for("heading", "Open commitments").await;
    wait_for(vec![&other, &english]).await;
    page.reload().await;
    wait_for(vec![&other, &english]).await;

    // What is done in another tab is gone from this one by itself.
    let here = page.driver.current_url().await.expect("the page has an address").to_string();
    let (first, second) = page.open_tab().await;
    page.go_to(&second).await;
    page.driver.goto(&here).await.expect("the page opens in another tab");
    page.click_first(&format!("a[href$='{other}']")).await;
    page.choose(&other, "Status", "lapsed").await;
    page.wait_for_status("All changes saved").await;
    page.go_to(&first).await;
    wait_for(vec![&english]).await;
}
