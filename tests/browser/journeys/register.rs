//! The register: its tables are sorted and filled in, and the closing list is compared with what is marked.

use serde_json::{Value, json};
use thirtyfour::By;

use crate::{exports::Export, harness::made, looks::SIZES, material::DUTCH_SAMPLE, page::Page, selecting::Words};

/// What the chair lists first, as the minister promises it.
pub(super) const LIST: Words = Words { turn: 30, from: "Vóór de zomer krijgt", to: "inclusief de bedragen" };

/// Something that is in no list.
pub(super) const OTHER: Words = Words { turn: 21, from: "Hoe vaak het systeem", to: "van dit najaar" };

/// A claim.
pub(super) const CLAIM: Words = Words { turn: 5, from: "Sinds 2019", to: "per jaar gezakt" };

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
    page.wait_to_see(&list).await;
    page.driver.back().await.expect("the browser goes back");
    page.wait_for("region", "Register").await;
}

/// From the question to the promise: proposed, taken over, shown as a chain, and in every file.
pub(crate) async fn chain(page: &Page) {
    page.open("en").await;
    page.open_text(DUTCH_SAMPLE).await;
    let list = page.mark(LIST, "2").await;
    let chain = page.wait_for("group", "From question to promise").await;
    let question: String =
        page.ask("return document.querySelector('.card.active fieldset .proposal b').textContent", vec![]).await;
    assert!(question.ends_with("die lijst, met de bedragen, vóór de zomer?”"), "{question}");
    page.click_in(&chain, "button", &format!("Take over: {question}")).await;
    wait_for_chain(page, ".card.active", &["asks for it", "promises it"]).await;
    page.press("Control+z").await;
    page.wait_until("the question is only proposed again", async || {
        let script = "return !document.querySelector('.chain') && !!document.querySelector('.card.active .proposal')";
        self::is(page, script).await
    })
    .await;
    page.press("Control+Shift+z").await;
    wait_for_chain(page, ".card.active", &["asks for it", "promises it"]).await;

    // What else is said of it by hand: the chair lists it.
    page.select_by_mouse(Words { turn: 32, from: "De Minister stuurt de Kamer vóór", to: "1 juni" }).await;
    page.press("m").await;
    wait_for_chain(page, ".card.active", &["asks for it", "promises it", "lists it"]).await;

    // The register shows the same, in their paragraphs.
    page.press("Escape").await;
    page.click_button("Register").await;
    page.click_first(&format!("[data-row='{list}'] .row-head")).await;
    wait_for_chain(page, "tr.context", &["asks for it", "promises it", "lists it"]).await;
    let mentions: String =
        page.ask("return document.querySelector('[data-row] td:last-child').textContent", vec![]).await;
    assert_eq!(mentions, "1", "a question does not say it again");

    page.wait_for_status("All changes saved").await;
    let (_, file) = page.export().await;
    let roles: Vec<Value> = Export::checked(&file).annotation(&list)["mentions"]
        .as_array()
        .expect("there are mentions")
        .iter()
        .map(|mention| mention["role"].clone())
        .collect();
    assert_eq!(roles, ["asked", "listed"]);
    let (_, text) = page.export_as("Register as spreadsheet (CSV)").await;
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().expect("a head").clone();
    let row = reader.records().next().expect("a row").expect("a row");
    let by = head.iter().position(|name| name == "Asked by").expect("a column");
    assert!(row[by].starts_with("Mevrouw ") && row[by + 1].parse::<usize>().is_ok(), "{row:?}");
}

/// Every figure is drawn, says in words what it shows, and has its numbers in a table behind it.
pub(crate) async fn figures(page: &Page) {
    page.open("en").await;
    page.open_text(DUTCH_SAMPLE).await;
    for (words, key) in [(LIST, "2"), (OTHER, "2"), (CLAIM, "1")] {
        page.mark(words, key).await;
        page.press("Control+Enter").await;
        page.press("Escape").await;
    }
    let turns = page.turns().await.len();
    let words: usize = page.ask(SPOKEN_WORDS, vec![]).await;
    page.click_button("Register").await;
    page.click_button("Figures").await;
    page.wait_for_first(".figures [role=img]").await;
    for heading in ["Words by speaker", "Words by party"] {
        let table = table(page, heading).await;
        let sum = |at: usize| table.iter().map(|row| number(&row[at])).sum::<usize>();
        assert_eq!((sum(1), sum(2)), (words, turns), "{heading}: {table:?}");
        assert!(table.iter().map(|row| number(&row[1])).is_sorted_by(|a, b| a >= b), "{table:?}");
    }
    let along = table(page, "Claims and commitments along the meeting").await;
    let sum = |at: usize| along.iter().map(|row| number(&row[at])).sum::<usize>();
    assert_eq!((sum(1), sum(2)), (1, 2));
    let addressees = table(page, "Commitments by addressee and status").await;
    assert_eq!(addressees.iter().map(|row| number(&row[1])).sum::<usize>(), 2, "{addressees:?}");
    let told: Vec<String> =
        page.ask("return [...document.querySelectorAll('.figures [role=img]')].map(drawn => drawn.getAttribute('aria-label'))", vec![]).await;
    assert!(told.len() == 4 && told.iter().all(|told| told.len() > 40), "{told:?}");
    page.press("Escape").await;
    let faults = page.faults("the figures").await;
    pictures(page, "figures").await;
    assert_eq!(faults, Vec::<String>::new());
}

/// The words in the paragraphs of all turns, as the browser counts them.
const SPOKEN_WORDS: &str = "return [...document.querySelectorAll('#transcript .turn p')]
    .flatMap(p => p.textContent.trim().split(/\\s+/).filter(word => word)).length";

fn number(text: &str) -> usize {
    text.replace([',', '.'], "").parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

/// Opens the table behind a figure and reads it: its rows without the head.
async fn table(page: &Page, heading: &str) -> Vec<Vec<String>> {
    let script = "const figure = [...document.querySelectorAll('.figure')]
            .find(figure => figure.querySelector('h2').textContent === arguments[0]);
        figure.querySelector('summary').click();
        return [...figure.querySelectorAll('tbody tr')].map(row => [...row.cells].map(cell => cell.innerText.trim()));";
    page.ask(script, vec![json!(heading)]).await
}

async fn is(page: &Page, script: &str) -> Option<()> {
    page.query::<bool>(script).await.filter(|is| *is).map(drop)
}

/// Waits until the chain in this place has these links.
async fn wait_for_chain(page: &Page, place: &str, wanted: &[&str]) {
    page.wait_until(format!("the chain in {place} is {wanted:?}"), async || {
        let script = format!(
            "return [...document.querySelectorAll('{place} .chain > li')]
                .map(li => (li.querySelector('.hint, figcaption') ?? li).textContent.split(' · ')[0])"
        );
        let links: Vec<String> = page.query(&script).await?;
        (links == wanted).then_some(())
    })
    .await;
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

    // A debate in which nothing is marked and no list is read out.
    page.open("en").await;
    page.open_text(crate::material::DEBATE).await;
    page.click_button("Register").await;
    for (part, said) in [
        ("Commitments 0", "No commitment is marked yet"),
        ("Claims 0", "No claim is marked yet"),
        ("Closing list", "No closing list was found"),
        ("Figures", "No commitment is marked yet"),
    ] {
        page.click_button(part).await;
        page.wait_until(format!("{part} says that there is nothing"), async || page.says(said).await.then_some(()))
            .await;
        faults.extend(page.faults(part).await);
    }
    page.click_button("Commitments 0").await;
    pictures(page, "register-empty").await;
    page.click_button("Closing list").await;
    pictures(page, "no-closing-list").await;
    assert_eq!(faults, Vec::<String>::new());
}

/// Pictures of what is shown, wide and narrow, light and dark.
pub(super) async fn pictures(page: &Page, name: &str) {
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
