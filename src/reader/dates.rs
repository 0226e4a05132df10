//! Dates, with the months of the four languages that are read.

use jiff::civil::Date;

/// The months in Dutch, English, French and German.
const MONTHS: [[&str; 4]; 12] = [
    ["januari", "january", "janvier", "januar"],
    ["februari", "february", "février", "februar"],
    ["maart", "march", "mars", "märz"],
    ["april", "april", "avril", "april"],
    ["mei", "may", "mai", "mai"],
    ["juni", "june", "juin", "juni"],
    ["juli", "july", "juillet", "juli"],
    ["augustus", "august", "août", "august"],
    ["september", "september", "septembre", "september"],
    ["oktober", "october", "octobre", "oktober"],
    ["november", "november", "novembre", "november"],
    ["december", "december", "décembre", "dezember"],
];

/// The first date in `text`: `4 februari 2031`, `February 4, 2031`, `1er mars 2031`, `12. März 2031`, `2031-02-04`.
pub(super) fn find(text: &str) -> Option<Date> {
    let mut before = ["", ""];
    for word in text.split_whitespace() {
        let [first, second] = before;
        let spelt = || year(word).and_then(|year| date(year, second, first).or_else(|| date(year, first, second)));
        if let Some(date) = spelt().or_else(|| iso(word)) {
            return Some(date);
        }
        before = [second, word];
    }
    None
}

/// Whether `text` is a date and hardly anything else: a weekday, a time.
pub(super) fn is_only(text: &str) -> bool {
    let is_month = |word: &str| MONTHS.iter().any(|names| names.contains(&word.to_lowercase().as_str()));
    let others = text.split_whitespace().filter(|word| !word.contains(|c: char| c.is_ascii_digit()) && !is_month(word));
    find(text).is_some() && others.count() < 2
}

fn year(word: &str) -> Option<i16> {
    let year = word.trim_matches(|c: char| !c.is_alphanumeric());
    (year.len() == 4).then(|| year.parse().ok())?
}

fn date(year: i16, month: &str, day: &str) -> Option<Date> {
    let month = month.trim_matches(',').to_lowercase();
    let month = MONTHS.iter().position(|names| names.contains(&month.as_str()))? + 1;
    let day = day.trim_end_matches(|c: char| !c.is_ascii_digit());
    Date::new(year, i8::try_from(month).ok()?, day.parse().ok()?).ok()
}

fn iso(word: &str) -> Option<Date> {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit()).get(..10)?;
    let mut parts = word.split('-').map(|part| part.bytes().all(|b| b.is_ascii_digit()).then_some(part));
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    #[test]
    fn dates_of_four_languages() {
        for text in [
            "op 4 februari 2031.",
            "Held on February 4, 2031, 5:26PM",
            "Compte rendu du 4 février 2031",
            "am 4. Februar 2031 in der Halle",
            "date: 2031-02-04",
            "4 FEBRUARY 2031",
        ] {
            assert_eq!(find(text), Some(day(2031, 2, 4)), "{text}");
        }
        assert!(is_only("Tuesday, February 4, 2031, 5:26PM") && !is_only("Harbour Committee, 4 February 2031"));
        assert_eq!(find("le 1er mars 2031"), Some(day(2031, 3, 1)));
        for text in ["in February 2031", "31 february 2031", "case 21-5726-2031", "2031-13-01"] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
