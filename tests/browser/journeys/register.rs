//! The register: its tables are sorted and filled in, and the closing list is compared with what is marked.

use icalendar::Component as _;
use serde_json::{Value, json};
use thirtyfour::By;

use crate::{exports::Export, harness::made, looks::SIZES, material::DUTCH_SAMPLE, page::Page, selecting::Words};

/// What the chair lists first, as the minister promises it.
const LIST: Words = Words { turn: 30, from: "Vóór de zomer krijgt", to: "inclusief de bedragen" };

/// Something that is in no list.
const OTHER: Words = Words { turn: 21, from: "Hoe vaak het systeem", to: "van dit najaar" };

/// A claim.
const CLAIM: Words = Words { turn: 5, from: "Sinds 2019", to: "per jaar gezakt" };

pub(crate) async fn run(page: &Page) {
    page.open("en").await;
    page.open_text(DUTCH_SAMPLE).await;
    let list = page.mark(LIST, "2").await;
    page.press("Escape").await;
    let other = page.mark(OTHER, "2").await;
    page.press("Escape").await;
    let claim = page.mark(CLAIM, "1").await;
    page.press("Escape").await;

    // The tables.
    page.click_button("Register").await;
    page.wait_for("region", "Register").await;
    wait_for_rows(page, &[&other, &list]).await;
    page.click_button("Claims 1").await;
    wait_for_rows(page, &[&claim]).await;
    page.click_button("Commitments 2").await;
    wait_for_rows(page, &[&other, &list]).await;
    page.click_button("No.").await;
    wait_for_rows(page, &[&list, &other]).await;
    let sorted = "return document.querySelector('[aria-sort]').getAttribute('aria-sort')";
    assert_eq!(page.ask::<String>(sorted, vec![]).await, "descending");
    page.click_button("No.").await;

    // A row is chosen and filled in by keyboard.
    page.focus_on("button", "No.").await;
    while !page.query::<bool>("return document.activeElement.matches('.row-head')").await.unwrap_or(false) {
        page.press("Tab").await;
    }
    page.press("ArrowUp").await;
    page.press("ArrowDown").await;
    page.press("Enter").await;
    page.wait_for_first("tr.context mark.here").await;
    let shown: String = page.ask("return document.querySelector('tr.context mark').textContent", vec![]).await;
    assert_eq!(shown, "Vóór de zomer krijgt de Kamer de lijst, inclusief de bedragen");
    let row = format!("[data-row='{list}']");
    let cell = page.driver.find(By::Css(&row)).await.expect("the row is there");
    page.choose_in(&cell, "Status", "fulfilled").await;
    page.wait_until("the card beside the table says the same", async || {
        (page.field(&list, "combobox", "Status").await == "fulfilled").then_some(())
    })
    .await;

    // The closing list.
    page.click_button("Closing list").await;
    wait_for_columns(page, &[&[], &[&other, &list], &["1", "2", "3"]]).await;
    let proposal = page.wait_for("group", "Item 1?").await;
    page.click_in(&proposal, "button", "Take over").await;
    wait_for_columns(page, &[&["1"], &[&other], &["2", "3"]]).await;
    let amended: String = page.ask("return document.querySelector('.amendment').innerText", vec![]).await;
    assert!(amended.contains("20 June 2031"), "{amended}");
    page.press("Control+z").await;
    wait_for_columns(page, &[&[], &[&other, &list], &["1", "2", "3"]]).await;
    page.press("Control+Shift+z").await;
    wait_for_columns(page, &[&["1"], &[&other], &["2", "3"]]).await;
    // What is listed and not marked is marked from there, as a promise of the minister.
    let unmarked = page.wait_for("region", "Listed, not marked 2").await;
    page.click_in(&unmarked, "button", "Mark as commitment").await;
    wait_for_columns(page, &[&["1", "2"], &[&other], &["3"]]).await;
    let who = page.ask::<String>("return document.querySelector('.card.active input').value", vec![]).await;
    assert_eq!(who, "Minister Ter Aalst");
    // The split is corrected.
    let unmarked = page.wait_for("region", "Listed, not marked 1").await;
    page.click_in(&unmarked, "button", "Not an item").await;
    wait_for_columns(page, &[&["1", "2"], &[&other], &[]]).await;

    // It is in the address, and in the file.
    page.wait_for_status("All changes saved").await;
    page.reload().await;
    page.wait_for("region", "Register").await;
    let (_, file) = page.export().await;
    let export = Export::checked(&file);
    assert_eq!(export.annotation(&list)["mentions"][0]["role"], json!("listed"));

    // Back in the transcript, what was chosen is there.
    page.click_first(&format!("{row} .row-head")).await;
    page.click_button("Show in the text").await;
    page.transcript().await;
    page.wait_for_first(&format!("mark.active[data-annotation='{list}']")).await;
    page.driver.back().await.expect("the browser goes back");
    page.wait_for("region", "Register").await;
}

/// Every file that the register goes out as is read back by somebody else's reader.
pub(crate) async fn files(page: &Page) {
    page.open("en").await;
    page.open_text(DUTCH_SAMPLE).await;
    let list = page.mark(LIST, "2").await;
    page.fill(&list, "Summary", "=List of pumping stations").await;
    page.press("Control+Enter").await;
    let claim = page.mark(CLAIM, "1").await;
    page.press("Escape").await;
    assert_ne!(list, claim);

    let (name, text) = page.export_as("Register as spreadsheet (CSV)").await;
    assert_eq!(name, "de-waterveiligheid-in-de-noordpolder-2031-03-12.csv");
    let text = text.strip_prefix('\u{feff}').expect("spreadsheets know UTF-8 by its mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    let records: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a row")).collect();
    assert_eq!(records.len(), 2);
    let cell = |row: usize, column: &str| {
        let at = head.iter().position(|name| name == column).unwrap_or_else(|| panic!("{column}: {head:?}"));
        records[row][at].to_owned()
    };
    assert_eq!(cell(0, "Summary"), "'=List of pumping stations", "nothing is run");
    assert_eq!((cell(0, "Promised by"), cell(0, "Due date")), ("Minister Ter Aalst".into(), "2031-06-20".into()));
    assert_eq!(cell(1, "Words"), "Sinds 2019 is de bodem in de Noordpolder gemiddeld 11 millimeter per jaar gezakt");

    let (name, text) = page.export_as("Deadlines as calendar (.ics)").await;
    assert_eq!(name, "de-waterveiligheid-in-de-noordpolder-2031-03-12.ics");
    let calendar: icalendar::Calendar = text.parse().expect("iCalendar");
    let [icalendar::CalendarComponent::Event(event)] = calendar.components.as_slice() else { panic!("{text}") };
    assert_eq!(event.get_summary(), Some("=List of pumping stations"));
    let day = event.get_start().map(|start| format!("{start:?}"));
    assert!(day.as_ref().is_some_and(|day| day.contains("2031-06-20")), "{day:?}");

    let (_, text) = page.export_as("Commitments as the House has them (JSON)").await;
    let house: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(house["value"][0]["Status"], "Openstaand");
    let (_, text) = page.export_as("Claims for fact checkers (JSON-LD)").await;
    let claims: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(claims["@graph"][0]["@type"], "Claim", "without a verdict there is no review");
    let (_, text) = page.export_as("Register as text (Markdown)").await;
    assert!(
        text.contains("| 1 | =List of pumping stations | Minister Ter Aalst, Minister van Water en Kust |"),
        "{text}"
    );
}

/// Pictures of the register, wide and narrow, light and dark, and what is wrong with them.
pub(crate) async fn looks(page: &Page) {
    page.open("en").await;
    page.open_text(DUTCH_SAMPLE).await;
    page.mark(LIST, "2").await;
    page.press("Escape").await;
    page.click_button("Register").await;
    page.click_first(".row-head").await;
    let mut faults = page.faults("the table").await;
    pictures(page, "register").await;
    page.click_button("Closing list").await;
    page.wait_for_first(".columns").await;
    page.press("Escape").await;
    faults.extend(page.faults("the closing list").await);
    pictures(page, "closing-list").await;
    assert_eq!(faults, Vec::<String>::new());
}

async fn pictures(page: &Page, name: &str) {
    for size in SIZES {
        page.resize(size).await;
        for scheme in page.schemes() {
            page.prefer("prefers-color-scheme", scheme).await;
            let file = format!("{}-{name}-{}-{scheme}.png", page.engine, size.0);
            page.picture(&made("screenshots").join(file)).await;
        }
    }
    page.resize(SIZES[0]).await;
}

async fn wait_for_rows(page: &Page, wanted: &[&String]) {
    page.wait_until(format!("the rows are {wanted:?}"), async || {
        let rows = "return [...document.querySelectorAll('[data-row]')].map(row => row.dataset.row)";
        let rows: Vec<String> = page.query(rows).await?;
        (rows.iter().collect::<Vec<_>>() == wanted).then_some(())
    })
    .await;
}

/// Waits until these are in the three columns: items by their numbers, commitments by their identifiers.
async fn wait_for_columns(page: &Page, wanted: &[&[&str]]) {
    page.wait_until(format!("the columns are {wanted:?}"), async || {
        let columns = "return [...document.querySelectorAll('.column')].map(column =>
            [...column.querySelectorAll('[data-item], [data-unlisted]')].map(e => e.dataset.item ?? e.dataset.unlisted))";
        let columns: Vec<Vec<String>> = page.query(columns).await?;
        (columns == wanted).then_some(())
    })
    .await;
}
