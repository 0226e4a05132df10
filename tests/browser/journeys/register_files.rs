//! The register as files: each is read back by somebody else's reader.

use icalendar::Component as _;
use serde_json::{Value, json};

use super::register::{CLAIM, LIST};
use crate::{material::DUTCH_SAMPLE, page::Page};

/// Every file that the register goes out as is read back by somebody else's reader.
pub(crate) async fn run(page: &Page) {
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
    let (_, text) = page.export_as("Register as spreadsheet with semicolons (CSV)").await;
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.delimiter(b';').from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let same: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a row")).collect();
    assert_eq!(same, records, "the same cells, whatever stands between them");

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
