//! Commitments in the shape of the House's open data: the entity `Toezegging` of the Tweede Kamer's `OData` service.
//!
//! It has no field for a deadline, which the House keeps in the text, and refers to persons and groups by identifiers
//! that are not known here: to whom something was promised stands in the text, too.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::CommitmentStatus;

/// A commitment as the House records it. Every field but the text may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Toezegging {
    /// The House's number; given by the House.
    pub nummer: Option<String>,
    /// The name of who promised.
    pub naam: Option<String>,
    /// The office.
    pub functie: Option<String>,
    /// The ministry.
    pub ministerie: Option<String>,
    /// What was promised, with its deadline.
    pub tekst: String,
    /// What became of it, in the House's words.
    pub status: &'static str,
    /// When it was fulfilled.
    pub datum_nakoming: Option<String>,
    /// Anything else.
    pub notities: Option<String>,
}

impl Toezegging {
    /// A commitment with its text and what became of it.
    #[must_use]
    pub fn new(tekst: String, status: CommitmentStatus, fulfilled: Option<Date>) -> Self {
        Self {
            nummer: None,
            naam: None,
            functie: None,
            ministerie: None,
            tekst,
            status: in_the_words_of_the_house(status),
            datum_nakoming: fulfilled.map(|day| day.to_string()),
            notities: None,
        }
    }

    /// The same, of somebody in an office. The ministry is what stands behind `Minister van`.
    #[must_use]
    pub fn by(mut self, name: &str, function: &str) -> Self {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        self.naam = some(name);
        self.functie = some(function);
        self.ministerie =
            function.split_once(" van ").or_else(|| function.split_once(" voor ")).and_then(|(_, of)| some(of));
        self
    }
}

/// `Openstaand`, `Voldaan`, `Deels Voldaan`, `Vervallen`: as the XML schema of the House's feed has them.
fn in_the_words_of_the_house(status: CommitmentStatus) -> &'static str {
    match status {
        CommitmentStatus::Open => "Openstaand",
        CommitmentStatus::Fulfilled => "Voldaan",
        CommitmentStatus::Partly => "Deels Voldaan",
        CommitmentStatus::Lapsed => "Vervallen",
    }
}

/// The commitments as the service gives them: a list under `value`.
#[must_use]
pub fn toezeggingen(all: &[Toezegging]) -> String {
    serde_json::to_string_pretty(&serde_json::json!({ "value": all })).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_as_the_house_records_it() {
        let one = Toezegging::new(
            "De minister stuurt de lijst.".into(),
            CommitmentStatus::Partly,
            Some("2031-06-20".parse().unwrap()),
        )
        .by("Ter Aalst", "Minister van Water en Kust");
        let value: serde_json::Value = serde_json::from_str(&toezeggingen(&[one])).unwrap();
        let one = &value["value"][0];
        assert_eq!(
            (one["Naam"].as_str(), one["Functie"].as_str()),
            (Some("Ter Aalst"), Some("Minister van Water en Kust"))
        );
        assert_eq!(
            (one["Ministerie"].as_str(), one["Status"].as_str()),
            (Some("Water en Kust"), Some("Deels Voldaan"))
        );
        assert_eq!((one["DatumNakoming"].as_str(), one["Nummer"].is_null()), (Some("2031-06-20"), true));
    }
}
