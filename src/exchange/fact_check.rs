//! Claims for fact checkers: `Claim` of schema.org, and `ClaimReview` where somebody gave a verdict.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::model::CheckState;

/// A claim, and what was found of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedClaim {
    /// The claim in the words of who made it.
    pub words: String,
    /// The claim in short; empty for its words.
    pub summary: String,
    /// Who made it: the name, the office, the party; each may be empty.
    pub by: [String; 3],
    /// The meeting it was made in.
    pub meeting: String,
    /// The day of the meeting.
    pub day: Option<Date>,
    /// How far it has been checked.
    pub check: CheckState,
    /// The verdict in words.
    pub verdict: String,
    /// Who checked it; empty where nobody said.
    pub checked_by: String,
    /// When, as a day.
    pub checked_on: Option<Date>,
    /// What was found: addresses and descriptions.
    pub sources: Vec<String>,
}

/// How good a verdict is, from 1 to 5; `None` where there is no verdict on whether it is true.
fn rating(check: CheckState) -> Option<u8> {
    match check {
        CheckState::Supported => Some(5),
        CheckState::Mixed => Some(3),
        CheckState::Refuted => Some(1),
        CheckState::Unchecked | CheckState::Checking | CheckState::Unverifiable => None,
    }
}

/// The claims as JSON-LD.
#[must_use]
pub fn claims(all: &[CheckedClaim]) -> String {
    let graph: Vec<Value> =
        all.iter().map(|claim| rating(claim.check).map_or_else(|| of(claim), |stars| review(claim, stars))).collect();
    serde_json::to_string_pretty(&json!({ "@context": "https://schema.org", "@graph": graph })).unwrap_or_default()
}

fn of(claim: &CheckedClaim) -> Value {
    let [name, function, party] = &claim.by;
    let mut person = object("Person");
    put(&mut person, "name", name);
    put(&mut person, "jobTitle", function);
    if !party.is_empty() {
        person.insert("affiliation".into(), json!({ "@type": "Organization", "name": party }));
    }
    let mut appearance = object("CreativeWork");
    put(&mut appearance, "name", &claim.meeting);
    put(&mut appearance, "datePublished", &claim.day.map(|day| day.to_string()).unwrap_or_default());
    let mut found = object("Claim");
    put(&mut found, "text", &claim.words);
    put(&mut found, "name", &claim.summary);
    if !name.is_empty() {
        found.insert("author".into(), person.into());
    }
    found.insert("appearance".into(), appearance.into());
    found.into()
}

fn review(claim: &CheckedClaim, stars: u8) -> Value {
    let mut found = object("ClaimReview");
    put(&mut found, "claimReviewed", if claim.summary.is_empty() { &claim.words } else { &claim.summary });
    put(&mut found, "datePublished", &claim.checked_on.map(|day| day.to_string()).unwrap_or_default());
    if !claim.checked_by.is_empty() {
        found.insert("author".into(), json!({ "@type": "Person", "name": claim.checked_by }));
    }
    found.insert("itemReviewed".into(), of(claim));
    let rating = json!({
        "@type": "Rating", "ratingValue": stars, "bestRating": 5, "worstRating": 1, "alternateName": claim.verdict,
    });
    found.insert("reviewRating".into(), rating);
    if !claim.sources.is_empty() {
        let citation = claim.sources.iter().map(|source| {
            let key = if source.starts_with("http") { "url" } else { "name" };
            json!({ "@type": "CreativeWork", key: source })
        });
        found.insert("citation".into(), citation.collect());
    }
    found.into()
}

fn object(kind: &str) -> Map<String, Value> {
    Map::from_iter([("@type".to_owned(), Value::from(kind))])
}

/// Adds what is not empty.
fn put(object: &mut Map<String, Value>, key: &str, value: &str) {
    if !value.is_empty() {
        object.insert(key.to_owned(), value.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_verdict_makes_a_review() {
        let claim = |check| CheckedClaim {
            words: "De bodem zakt 11 millimeter per jaar".into(),
            summary: String::new(),
            by: ["De heer Lindhoud".into(), String::new(), "Nieuw Laagland".into()],
            meeting: "De waterveiligheid".into(),
            day: Some("2031-03-12".parse().unwrap()),
            check,
            verdict: "weerlegd".into(),
            checked_by: "Aalst".into(),
            checked_on: Some("2031-04-01".parse().unwrap()),
            sources: vec!["https://example.org/cijfers".into(), "bladzijde 23".into()],
        };
        insta::assert_snapshot!(claims(&[claim(CheckState::Unchecked), claim(CheckState::Refuted)]));
    }
}
