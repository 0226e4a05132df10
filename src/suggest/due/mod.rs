//! By when: phrases of Dutch and English that say it, and the dates they mean.
//!
//! A phrase is found by a table of patterns (`rules`). A date that depends on the day of the meeting is counted from
//! it; without one it stays open. What has no date by itself (a recess, a debate yet to be planned, "soon") is told
//! apart and gets none.

mod rules;
mod vocabulary;

use std::ops::Range;

use jiff::civil::Date;
use rules::RULES;
use vocabulary::matched;

use super::words::words;
use crate::model::named;

named! {
    /// How the date of a phrase was computed, or why it has none.
    How {
        /// The phrase names the day.
        Day = "day",
        /// The last day of the month it names.
        EndOfMonth = "end-of-month",
        /// The tenth of the month, for its beginning.
        BeginningOfMonth = "beginning-of-month",
        /// The fifteenth of the month, for its middle.
        MiddleOfMonth = "middle-of-month",
        /// The day before the month begins.
        BeforeMonth = "before-month",
        /// The last day of the quarter.
        EndOfQuarter = "end-of-quarter",
        /// The last day of the half-year.
        EndOfHalf = "end-of-half",
        /// The last day of March, for the beginning of a year.
        BeginningOfYear = "beginning-of-year",
        /// The last day of June, for the middle of a year.
        MiddleOfYear = "middle-of-year",
        /// The last day of the year.
        EndOfYear = "end-of-year",
        /// The day before the year begins.
        BeforeYear = "before-year",
        /// The Friday of the week.
        EndOfWeek = "end-of-week",
        /// Counted from the day of the meeting.
        Counted = "counted",
        /// The last day of the season, by the calendar.
        Season = "season",
        /// The day before the season begins, by the calendar.
        BeforeSeason = "before-season",
        /// The day before a feast or an event with a fixed day.
        Feast = "feast",
        /// Before or after a recess, whose dates the program does not know.
        Recess = "recess",
        /// At an event that is not planned here.
        Event = "event",
        /// Again and again.
        Repeats = "repeats",
        /// Soon, later, as fast as possible.
        Vague = "vague",
    }
}

/// A phrase that says by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Where it stands in the text (bytes).
    pub place: Range<usize>,
    /// The day meant; `None` where it has none by itself, or the day of the meeting is not known.
    pub date: Option<Date>,
    /// How that was found.
    pub how: How,
}

/// The phrase in `text` that says most clearly by when: one with a date before one without, a longer one before a
/// shorter. `meeting` is the day from which is counted.
#[must_use]
pub fn find(text: &str, meeting: Option<Date>) -> Option<Due> {
    let words = words(text);
    let mut best: Option<(Due, usize)> = None;
    let mut at = 0;
    while at < words.len() {
        let found = RULES.iter().filter_map(|rule| {
            let (found, taken) = matched(rule.pattern, &words[at..])?;
            let date = (rule.date)(&found, meeting.unwrap_or_default());
            // What names its year is the same on any day.
            let is_known = meeting.is_some() || found.year.is_some();
            let place = words[at].place.start..words[at + taken - 1].place.end;
            Some((Due { place, date: date.filter(|_| is_known), how: rule.how }, taken))
        });
        let Some((due, taken)) = found.max_by_key(|(_, taken)| *taken) else {
            at += 1;
            continue;
        };
        at += taken;
        let rank = |due: &Due, taken: usize| (due.how != How::Vague, due.date.is_some(), taken);
        if best.as_ref().is_none_or(|(known, length)| rank(&due, taken) > rank(known, *length)) {
            best = Some((due, taken));
        }
    }
    best.map(|(due, _)| due)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Named as _;

    fn found(text: &str, meeting: Option<&str>) -> String {
        let meeting = meeting.map(|day| day.parse().unwrap());
        find(text, meeting).map_or("-".into(), |due| {
            let date = due.date.map_or("-".into(), |date| date.to_string());
            format!("{date} {} {}", due.how.name(), &text[due.place])
        })
    }

    /// The phrases of a meeting on Thursday 21 December 2023.
    #[test]
    fn phrases_and_their_dates() {
        let phrases = [
            // A day.
            ("Dat doe ik voor 1 maart.", "2024-03-01 day voor 1 maart"),
            ("uiterlijk 12 januari 2025", "2025-01-12 day uiterlijk 12 januari 2025"),
            ("op donderdag 1 februari", "2024-02-01 day op donderdag 1 februari"),
            ("op 29 februari", "2024-02-29 day op 29 februari"),
            ("op 21 december", "2023-12-21 day op 21 december"),
            ("by the 3rd of May", "2024-05-03 day by the 3rd of May"),
            ("before March 1, 2025", "2025-03-01 day before March 1, 2025"),
            ("Dat stuur ik morgen.", "2023-12-22 counted morgen"),
            ("aanstaande dinsdag", "2023-12-26 counted aanstaande dinsdag"),
            // A month.
            ("in februari", "2024-02-29 end-of-month in februari"),
            ("in februari 2025 komt de brief", "2025-02-28 end-of-month in februari 2025"),
            ("eind december", "2023-12-31 end-of-month eind december"),
            ("begin januari", "2024-01-10 beginning-of-month begin januari"),
            ("begin december", "2024-12-10 beginning-of-month begin december"),
            ("medio maart", "2024-03-15 middle-of-month medio maart"),
            ("vóór april", "2024-03-31 before-month vóór april"),
            ("voor december", "2024-11-30 before-month voor december"),
            ("mid-February", "2024-02-15 middle-of-month mid-February"),
            ("by June 2024", "2024-05-31 before-month by June 2024"),
            ("volgende maand", "2024-01-31 end-of-month volgende maand"),
            ("next month", "2024-01-31 end-of-month next month"),
            // A quarter, a half-year.
            ("in het eerste kwartaal", "2024-03-31 end-of-quarter in het eerste kwartaal"),
            ("het vierde kwartaal", "2023-12-31 end-of-quarter het vierde kwartaal"),
            ("in het derde kwartaal van 2025", "2025-09-30 end-of-quarter in het derde kwartaal van 2025"),
            ("Q3", "2024-09-30 end-of-quarter Q3"),
            ("in Q1 2025", "2025-03-31 end-of-quarter in Q1 2025"),
            ("de eerste helft van 2024", "2024-06-30 end-of-half de eerste helft van 2024"),
            ("in het tweede halfjaar", "2023-12-31 end-of-half in het tweede halfjaar"),
            ("volgend kwartaal", "2024-03-31 end-of-quarter volgend kwartaal"),
            // A year.
            ("eind 2023", "2023-12-31 end-of-year eind 2023"),
            ("in 2025", "2025-12-31 end-of-year in 2025"),
            ("begin 2024", "2024-03-31 beginning-of-year begin 2024"),
            ("medio 2024", "2024-06-30 middle-of-year medio 2024"),
            ("voor 2026", "2025-12-31 before-year voor 2026"),
            ("nog dit jaar", "2023-12-31 end-of-year nog dit jaar"),
            ("voor het eind van het jaar", "2023-12-31 end-of-year voor het eind van het jaar"),
            ("volgend jaar", "2024-12-31 end-of-year volgend jaar"),
            ("by the end of the year", "2023-12-31 end-of-year by the end of the year"),
            ("next year", "2024-12-31 end-of-year next year"),
            // A week, and so many of anything.
            ("volgende week", "2023-12-29 end-of-week volgende week"),
            ("this week", "2023-12-22 end-of-week this week"),
            ("binnen twee weken", "2024-01-04 counted binnen twee weken"),
            ("over drie maanden", "2024-03-21 counted over drie maanden"),
            ("binnen een jaar", "2024-12-21 counted binnen een jaar"),
            ("within six weeks", "2024-02-01 counted within six weeks"),
            ("in the next 10 days", "2023-12-31 counted in the next 10 days"),
            ("binnen een half jaar", "2024-06-21 counted binnen een half jaar"),
            // Seasons and feasts.
            ("voor de zomer", "2024-06-20 before-season voor de zomer"),
            ("vóór de komende winter", "2024-12-20 before-season vóór de komende winter"),
            ("voor het najaar", "2024-09-22 before-season voor het najaar"),
            ("before next spring", "2024-03-20 before-season before next spring"),
            ("in het voorjaar", "2024-06-20 season in het voorjaar"),
            ("dit najaar", "2024-12-20 season dit najaar"),
            ("this winter", "2024-03-20 season this winter"),
            ("voor de kerst", "2023-12-24 feast voor de kerst"),
            ("met Prinsjesdag", "2024-09-17 feast met Prinsjesdag"),
            // No date by itself.
            ("voor het kerstreces", "- recess voor het kerstreces"),
            ("before the summer recess", "- recess before the summer recess"),
            ("voor de begrotingsbehandeling", "- event voor de begrotingsbehandeling"),
            ("bij het volgende commissiedebat", "- event bij het volgende commissiedebat"),
            ("at the next meeting", "- event at the next meeting"),
            ("Ik rapporteer halfjaarlijks.", "- repeats halfjaarlijks"),
            ("elk kwartaal", "- repeats elk kwartaal"),
            ("every month", "- repeats every month"),
            ("zo snel mogelijk", "- vague zo snel mogelijk"),
            ("in due course", "- vague in due course"),
            ("binnen een paar maanden", "- vague binnen een paar maanden"),
            // Which of several.
            ("zo spoedig mogelijk, in elk geval in maart", "2024-03-31 end-of-month in maart"),
            ("binnenkort, voor het kerstreces", "- recess voor het kerstreces"),
            // Nothing.
            ("Dat ga ik uitzoeken.", "-"),
            ("Dat zei ik in deze vergadering, twee tellen later, op basis van dit debat.", "-"),
            ("Daar zit een mei-gevoel bij, zei hij in Maartensdijk.", "-"),
            ("in 125 gevallen, artikel 3, 31 februarikinderen", "-"),
        ];
        let wrong = phrases.into_iter().map(|(text, wanted)| (text, found(text, Some("2023-12-21")), wanted));
        let wrong: Vec<_> = wrong.filter(|(_, found, wanted)| found != wanted).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn without_a_meeting_only_what_names_its_year_has_a_date() {
        assert_eq!(found("in februari 2025", None), "2025-02-28 end-of-month in februari 2025");
        assert_eq!(found("in februari", None), "- end-of-month in februari");
        assert_eq!(found("binnen twee weken", None), "- counted binnen twee weken");
        assert_eq!(found("eind 2023", None), "2023-12-31 end-of-year eind 2023");
    }

    #[test]
    fn the_ends_of_years_and_months() {
        assert_eq!(found("volgende maand", Some("2024-01-31")), "2024-02-29 end-of-month volgende maand");
        assert_eq!(found("over een maand", Some("2023-01-31")), "2023-02-28 counted over een maand");
        assert_eq!(found("op 29 februari", Some("2024-03-01")), "2028-02-29 day op 29 februari");
        assert_eq!(found("in december", Some("2023-12-31")), "2023-12-31 end-of-month in december");
        assert_eq!(found("dit kwartaal", Some("2023-12-31")), "2023-12-31 end-of-quarter dit kwartaal");
        assert_eq!(found("op 31 juni 2024", Some("2023-12-31")), "- day op 31 juni 2024");
    }

    /// Every line of the table can be found.
    #[test]
    fn every_rule_is_a_pattern_that_some_words_fit() {
        for rule in RULES {
            let words = rule.pattern.split(' ').map(|part| {
                let part = part.trim_end_matches('?');
                match part {
                    "<day>" => "1",
                    "<month>" => "mei",
                    "<year>" => "2031",
                    "<number>" => "twee",
                    "<unit>" => "weken",
                    "<ordinal>" => "eerste",
                    "<q>" => "q2",
                    "<weekday>" => "vrijdag",
                    "<season>" => "najaar",
                    "<recess>" => "zomerreces",
                    "<event>" => "debat",
                    words => words.split('|').next().unwrap(),
                }
            });
            let text = words.collect::<Vec<_>>().join(" ");
            assert!(find(&text, Some("2031-03-12".parse().unwrap())).is_some(), "{}: {text}", rule.pattern);
        }
    }
}
