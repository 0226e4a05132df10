//! The register: its tables are sorted and filled in, and the closing list is compared with what is marked.

use std::collections::BTreeMap;

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
    assert_eq!(faults(&toezeggingen(), &house), Vec::<String>::new(), "{text}");
    assert_eq!(house["value"][0]["Status"], "Openstaand");
    let (_, text) = page.export_as("Claims for fact checkers (JSON-LD)").await;
    let claims: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(faults(&claims_of_schema_org(), &claims), Vec::<String>::new(), "{text}");
    assert_eq!(claims["@graph"][0]["@type"], "Claim", "without a verdict there is no review");
    page.choose(&claim, "Check", "refuted").await;
    page.fill(&claim, "Sources", "https://example.org/soil").await;
    let (_, text) = page.export_as("Claims for fact checkers (JSON-LD)").await;
    let claims: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(faults(&claims_of_schema_org(), &claims), Vec::<String>::new(), "{text}");
    assert_eq!(claims["@graph"][0]["reviewRating"]["ratingValue"], 1);
    let (_, text) = page.export_as("Register as text (Markdown)").await;
    assert!(
        text.contains("| 1 | =List of pumping stations | Minister Ter Aalst, Minister van Water en Kust |"),
        "{text}"
    );
}

/// What a value has wrong by a JSON Schema.
fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let validator = jsonschema::options().should_validate_formats(true).build(schema).expect("a schema");
    validator.iter_errors(value).map(|error| format!("{} {error}", error.instance_path())).collect()
}

/// The entity `Toezegging` as the metadata of the House's `OData` service has it: these fields and no others, all of
/// which may be empty; the statuses by the XML schema of its feed.
fn toezeggingen() -> Value {
    let text = json!({ "type": ["string", "null"] });
    json!({
        "type": "object", "required": ["value"], "additionalProperties": false,
        "properties": { "value": { "type": "array", "minItems": 1, "items": {
            "type": "object", "required": ["Tekst", "Status"], "additionalProperties": false,
            "properties": {
                "Nummer": text, "Naam": text, "Functie": text, "Ministerie": text,
                "Tekst": { "type": "string", "minLength": 1 },
                "Status": { "enum": ["Openstaand", "Voldaan", "Deels Voldaan", "Vervallen"] },
                "DatumNakoming": { "type": ["string", "null"], "format": "date" },
                "Notities": text,
            },
        } } },
    })
}

/// `Claim` and `ClaimReview` with the properties that schema.org gives them, of the types it expects.
fn claims_of_schema_org() -> Value {
    let words = json!({ "type": "string", "minLength": 1 });
    let of_type = |name: &str, required: Value, properties: Value| {
        let mut schema =
            json!({ "type": "object", "required": required, "additionalProperties": false, "properties": properties });
        schema["properties"]["@type"] = json!({ "const": name });
        schema
    };
    let organization = of_type("Organization", json!(["@type", "name"]), json!({ "name": words }));
    let person = of_type(
        "Person",
        json!(["@type", "name"]),
        json!({ "name": words, "jobTitle": words, "affiliation": organization }),
    );
    let work = of_type(
        "CreativeWork",
        json!(["@type"]),
        json!({ "name": words, "datePublished": { "format": "date" }, "url": { "format": "uri" } }),
    );
    let claim = of_type(
        "Claim",
        json!(["@type", "text", "appearance"]),
        json!({ "text": words, "name": words, "author": person, "appearance": work }),
    );
    let rating = of_type(
        "Rating",
        json!(["@type", "ratingValue", "bestRating", "worstRating", "alternateName"]),
        json!({
            "ratingValue": { "type": "integer", "minimum": 1, "maximum": 5 },
            "bestRating": { "const": 5 }, "worstRating": { "const": 1 }, "alternateName": words,
        }),
    );
    let review = of_type(
        "ClaimReview",
        json!(["@type", "claimReviewed", "reviewRating", "itemReviewed", "datePublished"]),
        json!({
            "claimReviewed": words, "datePublished": { "format": "date" }, "author": person, "itemReviewed": claim,
            "reviewRating": rating, "citation": { "type": "array", "items": work },
        }),
    );
    json!({
        "type": "object", "required": ["@context", "@graph"], "additionalProperties": false,
        "properties": {
            "@context": { "const": "https://schema.org" },
            "@graph": { "type": "array", "minItems": 1, "items": { "anyOf": [claim, review] } },
        },
    })
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
    page.wait_for_first(".figures svg[role=img]").await;
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
        page.ask("return [...document.querySelectorAll('.figures svg[role=img]')].map(svg => svg.getAttribute('aria-label'))", vec![]).await;
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

/// What is open in several transcripts stands on one page, by date; it is filtered, handed out, and leads back.
pub(crate) async fn open_commitments(page: &Page) {
    page.open("en").await;
    page.open_text(DUTCH_SAMPLE).await;
    let list = page.mark(LIST, "2").await;
    page.press("Control+Enter").await;
    let other = page.mark(OTHER, "2").await;
    page.press("Control+Enter").await;
    page.wait_for_status("All changes saved").await;
    page.open("en").await;
    page.open_sample().await;
    let english = page.mark(crate::material::COMMITMENT, "2").await;
    page.fill(&english, "Due date", "2031-04-01").await;
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
    assert!(days[&english].contains("1 April 2031") && days[&list].contains("20 June 2031"), "{days:?}");
    wait_for(vec![&english, &list, &other]).await;
    let main = page.driver.find(By::Css("main")).await.expect("the page is there");
    page.choose_in(&main, "Promised by", "Minister Ter Aalst").await;
    wait_for(vec![&list, &other]).await;
    page.click_button("Spreadsheet (CSV)").await;
    let (name, text) = page.download().await;
    assert_eq!(name, "open-commitments.csv");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.records().map(|record| record.expect("a row")).count(), 2);
    page.click_button("Deadlines as calendar (.ics)").await;
    let (_, text) = page.download().await;
    let calendar: icalendar::Calendar = text.parse().expect("iCalendar");
    assert!(!calendar.components.is_empty());
    page.choose_in(&main, "Promised by", "Everybody").await;
    wait_for(vec![&english, &list, &other]).await;
    page.press("Escape").await;
    let faults = page.faults("the open commitments").await;
    pictures(page, "open-commitments").await;
    assert_eq!(faults, Vec::<String>::new());

    // What is done is gone from there.
    page.click_first("tbody tr th a").await;
    page.wait_for_first(&format!("mark.active[data-annotation='{english}']")).await;
    page.choose(&english, "Status", "fulfilled").await;
    page.wait_for_status("All changes saved").await;
    page.driver.back().await.expect("the browser goes back");
    page.wait_for("heading", "Open commitments").await;
    wait_for(vec![&list, &other]).await;
    page.reload().await;
    wait_for(vec![&list, &other]).await;
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
