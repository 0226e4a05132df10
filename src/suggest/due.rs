//! By when: phrases of Dutch and English that say it, and the dates they mean.
//!
//! A phrase is found by a table of patterns ([`RULES`]). A date that depends on the day of the meeting is counted from
//! it; without one it stays open. What has no date by itself (a recess, a debate yet to be planned, "soon") is told
//! apart and gets none.

use std::ops::Range;

use jiff::{
    ToSpan as _,
    civil::{Date, Weekday},
};

use super::words::{Word, words};
use crate::model::{Named, named};

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

/// What the placeholders of a pattern stood for.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    day: Option<i8>,
    month: Option<i8>,
    year: Option<i16>,
    number: Option<i32>,
    unit: Option<Unit>,
    ordinal: Option<i8>,
    weekday: Option<Weekday>,
    season: Option<Season>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// One line of the table.
pub struct Rule {
    /// Words in small letters: `a|b` for one of several, `?` behind what may be missing, `<day>` and the like for what
    /// is read.
    pub pattern: &'static str,
    /// How the date is found.
    pub how: How,
    date: fn(&Found, Date) -> Option<Date>,
}

const fn rule(pattern: &'static str, how: How, date: fn(&Found, Date) -> Option<Date>) -> Rule {
    Rule { pattern, how, date }
}

const fn dateless(pattern: &'static str, how: How) -> Rule {
    rule(pattern, how, |_, _| None)
}

/// Every phrase that is known.
pub const RULES: &[Rule] = &[
    // A day.
    rule("op|voor|vóór|uiterlijk|per? <day> <month> <year>?", How::Day, day),
    rule("op|voor|vóór|uiterlijk? <weekday> <day> <month> <year>?", How::Day, day),
    rule("by|before|on|until|no? the? <day> of? <month> <year>?", How::Day, day),
    rule("by|before|on|until? <month> <day> <year>?", How::Day, day),
    rule("vandaag|vanavond|vanmiddag|today|tonight", How::Counted, |_, today| Some(today)),
    rule("morgen|tomorrow", How::Counted, |_, today| today.tomorrow().ok()),
    rule("overmorgen", How::Counted, |_, today| today.checked_add(2.days()).ok()),
    rule("komende|aanstaande|volgende|next|this|coming <weekday>", How::Counted, |found, today| {
        today.nth_weekday(1, found.weekday?).ok()
    }),
    // A month.
    rule("uiterlijk? in|eind|einde|ultimo <month> <year>?", How::EndOfMonth, end_of_month),
    rule("uiterlijk <month> <year>?", How::EndOfMonth, end_of_month),
    rule("<month> <year>", How::EndOfMonth, end_of_month),
    rule("by? the? end of <month> <year>?", How::EndOfMonth, end_of_month),
    rule("in|late|during <month> <year>?", How::EndOfMonth, end_of_month),
    rule("begin <month> <year>?", How::BeginningOfMonth, |found, today| in_month(found, today, 10)),
    rule("early <month> <year>?", How::BeginningOfMonth, |found, today| in_month(found, today, 10)),
    rule("medio|half|halverwege <month> <year>?", How::MiddleOfMonth, |found, today| in_month(found, today, 15)),
    rule("mid <month> <year>?", How::MiddleOfMonth, |found, today| in_month(found, today, 15)),
    rule("voor|vóór <month> <year>?", How::BeforeMonth, before_month),
    rule("by|before <month> <year>?", How::BeforeMonth, before_month),
    rule("volgende|komende maand", How::EndOfMonth, |_, today| {
        Some(today.checked_add(1.month()).ok()?.last_of_month())
    }),
    rule("next month", How::EndOfMonth, |_, today| Some(today.checked_add(1.month()).ok()?.last_of_month())),
    rule("deze maand", How::EndOfMonth, |_, today| Some(today.last_of_month())),
    rule("this month", How::EndOfMonth, |_, today| Some(today.last_of_month())),
    // A quarter, a half-year.
    rule("in|uiterlijk? in? het <ordinal> kwartaal van? <year>?", How::EndOfQuarter, end_of_quarter),
    rule("<ordinal> kwartaal van? <year>?", How::EndOfQuarter, end_of_quarter),
    rule("in|by? the? <ordinal> quarter of? <year>?", How::EndOfQuarter, end_of_quarter),
    rule("in|by? <q> van|of? <year>?", How::EndOfQuarter, end_of_quarter),
    rule("dit kwartaal", How::EndOfQuarter, this_quarter),
    rule("this quarter", How::EndOfQuarter, this_quarter),
    rule("volgend kwartaal", How::EndOfQuarter, |f, today| this_quarter(f, today.checked_add(3.months()).ok()?)),
    rule("next quarter", How::EndOfQuarter, |f, today| this_quarter(f, today.checked_add(3.months()).ok()?)),
    rule("in? de? <ordinal> helft van? <year>?", How::EndOfHalf, end_of_half),
    rule("in? het? <ordinal> halfjaar van? <year>?", How::EndOfHalf, end_of_half),
    rule("in? the? <ordinal> half of <year>?", How::EndOfHalf, end_of_half),
    // A year.
    rule("in|eind|einde <year>", How::EndOfYear, end_of_year),
    rule("by|in? the? end of <year>", How::EndOfYear, end_of_year),
    rule("voor|tegen? het eind|einde van <year>", How::EndOfYear, end_of_year),
    rule("begin <year>", How::BeginningOfYear, |found, _| Date::new(found.year?, 3, 31).ok()),
    rule("early <year>", How::BeginningOfYear, |found, _| Date::new(found.year?, 3, 31).ok()),
    rule("begin volgend jaar", How::BeginningOfYear, |_, today| Date::new(today.year() + 1, 3, 31).ok()),
    rule("early next year", How::BeginningOfYear, |_, today| Date::new(today.year() + 1, 3, 31).ok()),
    rule("medio|midden|halverwege <year>", How::MiddleOfYear, |found, _| Date::new(found.year?, 6, 30).ok()),
    rule("mid <year>", How::MiddleOfYear, |found, _| Date::new(found.year?, 6, 30).ok()),
    rule("voor|vóór <year>", How::BeforeYear, |found, _| Date::new(found.year? - 1, 12, 31).ok()),
    rule("by|before <year>", How::BeforeYear, |found, _| Date::new(found.year? - 1, 12, 31).ok()),
    rule("nog? dit jaar", How::EndOfYear, end_of_year),
    rule("dit kalenderjaar", How::EndOfYear, end_of_year),
    rule("eind|einde dit|van jaar", How::EndOfYear, end_of_year),
    rule("voor|tegen|vóór|aan? het eind|einde van het|dit jaar", How::EndOfYear, end_of_year),
    rule("by|before? the end of the|this year", How::EndOfYear, end_of_year),
    rule("later? this year", How::EndOfYear, end_of_year),
    rule("by|before the? year|year's end", How::EndOfYear, end_of_year),
    rule("in|eind? volgend|komend jaar", How::EndOfYear, |_, today| Date::new(today.year() + 1, 12, 31).ok()),
    rule("by? the? end? of? next year", How::EndOfYear, |_, today| Date::new(today.year() + 1, 12, 31).ok()),
    rule("in|voor? de|het? nieuwe jaar", How::BeforeYear, |_, today| Date::new(today.year(), 12, 31).ok()),
    // A week, and so many of anything.
    rule("deze week", How::EndOfWeek, |_, today| friday(today)),
    rule("this week", How::EndOfWeek, |_, today| friday(today)),
    rule("volgende|komende week", How::EndOfWeek, |_, today| friday(today.checked_add(1.week()).ok()?)),
    rule("next week", How::EndOfWeek, |_, today| friday(today.checked_add(1.week()).ok()?)),
    rule("binnen|over <number> <unit>", How::Counted, counted),
    rule("binnen nu en <number> <unit>", How::Counted, counted),
    rule("de? komende <number> <unit>", How::Counted, counted),
    rule("within|in the? next? <number> <unit>", How::Counted, counted),
    rule("<number> <unit> from now", How::Counted, counted),
    rule("binnen een half jaar", How::Counted, |_, today| today.checked_add(6.months()).ok()),
    rule("over een half jaar", How::Counted, |_, today| today.checked_add(6.months()).ok()),
    rule("within|in half a year", How::Counted, |_, today| today.checked_add(6.months()).ok()),
    // Seasons and feasts.
    rule("voor|vóór de zomer", How::Season, |_, today| season_end(Season::Spring, today)),
    rule("before the summer", How::Season, |_, today| season_end(Season::Spring, today)),
    rule("in|dit? het|de? <season>", How::Season, |found, today| season_end(found.season?, today)),
    rule("komend|komende|deze|dit|this|next|coming <season>", How::Season, |found, today| {
        season_end(found.season?, today)
    }),
    rule("in the? <season>", How::Season, |found, today| season_end(found.season?, today)),
    rule("voor|vóór de? kerst|kerstmis|kerstdagen", How::Feast, |_, today| yearly(12, 24, today)),
    rule("before|by christmas", How::Feast, |_, today| yearly(12, 24, today)),
    rule("voor|vóór|met|op prinsjesdag", How::Feast, prinsjesdag),
    // What has no date by itself.
    dateless("voor|vóór|na|in|direct|meteen? voor|vóór|na|in? het|de <recess>", How::Recess),
    dateless("before|after|during the? summer|christmas|winter|spring|easter|autumn? recess", How::Recess),
    dateless("na de zomer|kerst", How::Recess),
    dateless("after the summer|holidays", How::Recess),
    dateless("voor|vóór|bij|tijdens|met de|het|een? volgende|eerstvolgende|komende? <event>", How::Event),
    dateless("before|at|with the|a|our? next|coming? <event>", How::Event),
    dateless("halfjaarlijks|jaarlijks|maandelijks|wekelijks|driemaandelijks|tweejaarlijks|periodiek", How::Repeats),
    dateless("halfjaarlijkse|jaarlijkse|maandelijkse|periodieke|kwartaalrapportage|kwartaalrapportages", How::Repeats),
    dateless("elk|elke|ieder|iedere|per half? jaar|kwartaal|maand|week|halfjaar", How::Repeats),
    dateless("twee|drie|vier|een keer|maal per jaar", How::Repeats),
    dateless("yearly|annually|monthly|weekly|quarterly|biannually|periodically|regularly", How::Repeats),
    dateless("every|each half? year|quarter|month|week", How::Repeats),
    dateless("zo snel|spoedig mogelijk", How::Vague),
    dateless("zo gauw|snel dat|het kan", How::Vague),
    dateless("op de? korte|afzienbare termijn", How::Vague),
    dateless("binnen afzienbare tijd", How::Vague),
    dateless("binnenkort|spoedig|gauw", How::Vague),
    dateless("binnen|over een? paar|enkele dagen|weken|maanden", How::Vague),
    dateless("te zijner tijd", How::Vague),
    dateless("as soon|quickly as possible", How::Vague),
    dateless("soon|shortly", How::Vague),
    dateless("in|within a few days|weeks|months", How::Vague),
    dateless("in due course|time", How::Vague),
];

fn day(found: &Found, today: Date) -> Option<Date> {
    let (month, day) = (found.month?, found.day?);
    match found.year {
        Some(year) => Date::new(year, month, day).ok(),
        // 29 February is in few years.
        None => (0..8).filter_map(|add| Date::new(today.year() + add, month, day).ok()).find(|date| *date >= today),
    }
}

/// The month named: of its year, or the next whose end is not over.
fn month(found: &Found, today: Date) -> Option<Date> {
    let first = |year: i16| Date::new(year, found.month?, 1).ok();
    match found.year {
        Some(year) => first(year),
        None => first(today.year()).filter(|first| first.last_of_month() >= today).or_else(|| first(today.year() + 1)),
    }
}

fn end_of_month(found: &Found, today: Date) -> Option<Date> {
    Some(month(found, today)?.last_of_month())
}

fn in_month(found: &Found, today: Date, day: i8) -> Option<Date> {
    let first = month(found, today)?;
    let date = first.with().day(day).build().ok()?;
    // Said later in that month, next year's is meant.
    if found.year.is_none() && date < today { date.checked_add(1.year()).ok() } else { Some(date) }
}

fn before_month(found: &Found, today: Date) -> Option<Date> {
    let first = month(found, today)?;
    let first = if found.year.is_none() && first <= today { first.checked_add(1.year()).ok()? } else { first };
    first.yesterday().ok()
}

/// The last day of a part of the year that ends with `month`.
fn part(month: i8, year: Option<i16>, today: Date) -> Option<Date> {
    let end = |year| Date::new(year, month, 1).ok().map(Date::last_of_month);
    match year {
        Some(year) => end(year),
        None => end(today.year()).filter(|end| *end >= today).or_else(|| end(today.year() + 1)),
    }
}

fn end_of_quarter(found: &Found, today: Date) -> Option<Date> {
    part(found.ordinal.filter(|quarter| *quarter <= 4)? * 3, found.year, today)
}

fn this_quarter(_: &Found, today: Date) -> Option<Date> {
    Date::new(today.year(), (today.month() + 2) / 3 * 3, 1).ok().map(Date::last_of_month)
}

fn end_of_half(found: &Found, today: Date) -> Option<Date> {
    part(found.ordinal.filter(|half| *half <= 2)? * 6, found.year, today)
}

fn end_of_year(found: &Found, today: Date) -> Option<Date> {
    Date::new(found.year.unwrap_or(today.year()), 12, 31).ok()
}

/// The Friday of the week in which `date` lies, which begins on Monday.
fn friday(date: Date) -> Option<Date> {
    date.checked_add(i64::from(5 - date.weekday().to_monday_one_offset()).days()).ok()
}

fn counted(found: &Found, today: Date) -> Option<Date> {
    let number = found.number?;
    let span = match found.unit? {
        Unit::Day => number.days(),
        Unit::Week => number.weeks(),
        Unit::Month => number.months(),
        Unit::Quarter => (number.checked_mul(3)?).months(),
        Unit::Year => number.years(),
    };
    today.checked_add(span).ok()
}

/// The last day of the season, by the calendar, in which or before which something is said.
fn season_end(season: Season, today: Date) -> Option<Date> {
    match season {
        Season::Spring => yearly(6, 20, today),
        Season::Summer => yearly(9, 22, today),
        Season::Autumn => yearly(12, 20, today),
        Season::Winter => yearly(3, 20, today),
    }
}

/// The next such day.
fn yearly(month: i8, day: i8, today: Date) -> Option<Date> {
    self::day(&Found { month: Some(month), day: Some(day), ..Found::default() }, today)
}

/// The third Tuesday of September (Grondwet, article 65).
fn prinsjesdag(_: &Found, today: Date) -> Option<Date> {
    let of = |year| Date::new(year, 9, 1).ok()?.nth_weekday_of_month(3, Weekday::Tuesday).ok();
    of(today.year()).filter(|date| *date >= today).or_else(|| of(today.year() + 1))
}

/// What a pattern's placeholders are in `words`, and how many words it takes. `None` where it does not fit.
fn matched(pattern: &str, words: &[Word<'_>]) -> Option<(Found, usize)> {
    let (mut found, mut at) = (Found::default(), 0);
    for part in pattern.split(' ') {
        let (part, may_miss) = part.strip_suffix('?').map_or((part, false), |part| (part, true));
        let fits = words.get(at).is_some_and(|word| match part.strip_prefix('<') {
            Some(name) => found.read(name.trim_end_matches('>'), word.text()),
            None => part.split('|').any(|one| one == word.text()),
        });
        match (fits, may_miss) {
            (true, _) => at += 1,
            (false, true) => {}
            (false, false) => return None,
        }
    }
    (at > 0).then_some((found, at))
}

const MONTHS: [[&str; 2]; 12] = [
    ["januari", "january"],
    ["februari", "february"],
    ["maart", "march"],
    ["april", "april"],
    ["mei", "may"],
    ["juni", "june"],
    ["juli", "july"],
    ["augustus", "august"],
    ["september", "september"],
    ["oktober", "october"],
    ["november", "november"],
    ["december", "december"],
];

const WEEKDAYS: [[&str; 2]; 7] = [
    ["maandag", "monday"],
    ["dinsdag", "tuesday"],
    ["woensdag", "wednesday"],
    ["donderdag", "thursday"],
    ["vrijdag", "friday"],
    ["zaterdag", "saturday"],
    ["zondag", "sunday"],
];

const NUMBERS: [[&str; 3]; 12] = [
    ["een", "één", "one"],
    ["twee", "twee", "two"],
    ["drie", "drie", "three"],
    ["vier", "vier", "four"],
    ["vijf", "vijf", "five"],
    ["zes", "zes", "six"],
    ["zeven", "zeven", "seven"],
    ["acht", "acht", "eight"],
    ["negen", "negen", "nine"],
    ["tien", "tien", "ten"],
    ["elf", "elf", "eleven"],
    ["twaalf", "twaalf", "twelve"],
];

const ORDINALS: [[&str; 3]; 4] =
    [["eerste", "1e", "first"], ["tweede", "2e", "second"], ["derde", "3e", "third"], ["vierde", "4e", "fourth"]];

/// Recesses of the House.
const RECESSES: &[&str] =
    &["reces", "zomerreces", "kerstreces", "meireces", "voorjaarsreces", "herfstreces", "krokusreces"];

/// What a promise can wait for.
const EVENTS: &[&str] = &[
    "begrotingsbehandeling",
    "begroting",
    "voorjaarsnota",
    "najaarsnota",
    "miljoenennota",
    "debat",
    "commissiedebat",
    "plenaire",
    "tweeminutendebat",
    "stemmingen",
    "stemming",
    "algemeen",
    "overleg",
    "wetgevingsoverleg",
    "notaoverleg",
    "voortgangsrapportage",
    "voortgangsbrief",
    "verzamelbrief",
    "jaarverslag",
    "jaarrapportage",
    "wetsbehandeling",
    "raadsvergadering",
    "vergadering",
    "budget",
    "debate",
    "meeting",
    "hearing",
    "session",
    "vote",
];

impl Found {
    /// Reads `word` as the placeholder `name`; says whether it is one.
    fn read(&mut self, name: &str, word: &str) -> bool {
        fn place<const N: usize>(table: &[[&str; N]], word: &str) -> Option<i8> {
            table.iter().position(|names| names.contains(&word)).and_then(|at| i8::try_from(at).ok())
        }
        fn put<T>(place: &mut Option<T>, value: Option<T>) -> bool {
            let is_some = value.is_some();
            *place = value.or(place.take());
            is_some
        }
        match name {
            "day" => {
                let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
                let rest = &word[digits.len()..];
                let is_day = matches!(rest, "" | "e" | "de" | "ste" | "st" | "nd" | "rd" | "th");
                let day = digits.parse().ok().filter(|day| is_day && (1..=31).contains(day));
                put(&mut self.day, day)
            }
            "month" => put(&mut self.month, place(&MONTHS, word).map(|month| month + 1)),
            "year" => {
                let year = word.parse().ok().filter(|year| word.len() == 4 && (1900..2200).contains(year));
                put(&mut self.year, year)
            }
            "number" => {
                let digits = word.parse().ok().filter(|number| (1..1_000).contains(number));
                let spelt = place(&NUMBERS, word).map(|at| i32::from(at) + 1);
                put(&mut self.number, digits.or(spelt).or((word == "a").then_some(1)))
            }
            "unit" => put(
                &mut self.unit,
                Some(match word {
                    "dag" | "dagen" | "day" | "days" => Unit::Day,
                    "week" | "weken" | "weeks" => Unit::Week,
                    "maand" | "maanden" | "month" | "months" => Unit::Month,
                    "kwartaal" | "kwartalen" | "quarter" | "quarters" => Unit::Quarter,
                    "jaar" | "jaren" | "year" | "years" => Unit::Year,
                    _ => return false,
                }),
            ),
            "ordinal" => put(&mut self.ordinal, place(&ORDINALS, word).map(|at| at + 1)),
            "q" => {
                let quarter = word.strip_prefix('q').or(word.strip_prefix('k')).and_then(|digits| digits.parse().ok());
                put(&mut self.ordinal, quarter.filter(|quarter| (1..=4).contains(quarter)))
            }
            "weekday" => {
                let day = place(&WEEKDAYS, word).and_then(|at| Weekday::from_monday_zero_offset(at).ok());
                put(&mut self.weekday, day)
            }
            "season" => put(
                &mut self.season,
                Some(match word {
                    "voorjaar" | "lente" | "spring" => Season::Spring,
                    "zomer" | "summer" => Season::Summer,
                    "najaar" | "herfst" | "autumn" | "fall" => Season::Autumn,
                    "winter" => Season::Winter,
                    _ => return false,
                }),
            ),
            "recess" => RECESSES.contains(&word),
            "event" => EVENTS.contains(&word) || word.ends_with("debat") || word.ends_with("overleg"),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ("voor de zomer", "2024-06-20 season voor de zomer"),
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
