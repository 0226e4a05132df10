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
mod tests;
