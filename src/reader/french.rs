//! The French of parliamentary reports: dates and times.

use jiff::civil::{Date, Time};

use super::dutch;

const MONTHS: &str = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre";

/// `1er avril 2031`, wherever it first stands in `text`, which is in small letters.
pub(super) fn find_date(text: &str) -> Option<Date> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(3).find_map(|window| {
        let day = window[0].strip_suffix("er").unwrap_or(window[0]).parse().ok()?;
        let month = MONTHS.split(' ').position(|month| month == window[1])? + 1;
        let year = window[2].trim_matches(|c: char| !c.is_ascii_digit());
        let year: i16 = (year.len() == 4).then(|| year.parse().ok())??;
        Date::new(year, i8::try_from(month).ok()?, day).ok()
    })
}

/// `14.07 uur`, `14 h 07`, `14 heures`: the first time of day in `text`, and what follows it.
pub(super) fn find_time(text: &str) -> Option<(Time, &str)> {
    let in_words = || {
        text.match_indices(['h', 'H']).find_map(|(at, _)| {
            let hour = text[..at].trim_end().rsplit(|c: char| !c.is_ascii_digit()).next()?;
            let rest = text[at + 1..].strip_prefix("eures").or_else(|| text[at + 1..].strip_prefix("eure"));
            let rest = rest.unwrap_or(&text[at + 1..]).trim_start();
            let minute = rest.get(..2).filter(|minute| minute.bytes().all(|b| b.is_ascii_digit())).unwrap_or_default();
            let time = Time::new(hour.parse().ok()?, minute.parse().unwrap_or(0), 0, 0).ok()?;
            Some((time, &rest[minute.len()..]))
        })
    };
    dutch::find_time(text).or_else(in_words)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn dates_and_times() {
        assert_eq!(find_date("mardi 1er avril 2031"), Some(date(2031, 4, 1)));
        assert_eq!(find_date("en avril 2031"), None);
        for (text, expected) in [
            ("est ouverte à 14 h 07 et", time(14, 7, 0, 0)),
            ("wordt geopend om 14.07 uur", time(14, 7, 0, 0)),
            ("levée à 15 heures.", time(15, 0, 0, 0)),
            ("ouverte à 14.18 heures et", time(14, 18, 0, 0)),
        ] {
            assert_eq!(find_time(text).map(|(time, _)| time), Some(expected), "{text}");
        }
    }
}
