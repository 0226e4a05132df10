//! The table of phrases, and how each date is computed.

use jiff::{
    Span,
    civil::{Date, Weekday},
};

use super::{
    How,
    vocabulary::{Found, Season, Unit},
};

/// One line of the table.
pub(super) struct Rule {
    /// Words in small letters: `a|b` for one of several, `?` behind what may be missing, `<day>` and the like for what
    /// is read.
    pub(super) pattern: &'static str,
    /// How the date is found.
    pub(super) how: How,
    pub(super) date: fn(&Found, Date) -> Option<Date>,
}

const fn rule(pattern: &'static str, how: How, date: fn(&Found, Date) -> Option<Date>) -> Rule {
    Rule { pattern, how, date }
}

const fn dateless(pattern: &'static str, how: How) -> Rule {
    rule(pattern, how, |_, _| None)
}

/// Every phrase that is known.
pub(super) const RULES: &[Rule] = &[
    // A day.
    rule("op|voor|vóór|uiterlijk|per? <day> <month> <year>?", How::Day, day),
    rule("op|voor|vóór|uiterlijk? <weekday> <day> <month> <year>?", How::Day, day),
    rule("by|before|on|until|no? the? <day> of? <month> <year>?", How::Day, day),
    rule("by|before|on|until? <month> <day> <year>?", How::Day, day),
    rule("vandaag|vanavond|vanmiddag|today|tonight", How::Counted, |_, today| Some(today)),
    rule("morgen|tomorrow", How::Counted, |_, today| today.tomorrow().ok()),
    rule("overmorgen", How::Counted, |_, today| later(today, 0, 2)),
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
    rule("volgende|komende maand", How::EndOfMonth, |_, today| Some(later(today, 1, 0)?.last_of_month())),
    rule("next month", How::EndOfMonth, |_, today| Some(later(today, 1, 0)?.last_of_month())),
    rule("deze maand", How::EndOfMonth, |_, today| Some(today.last_of_month())),
    rule("this month", How::EndOfMonth, |_, today| Some(today.last_of_month())),
    // A quarter, a half-year.
    rule("in|uiterlijk? in? het <ordinal> kwartaal van? <year>?", How::EndOfQuarter, end_of_quarter),
    rule("<ordinal> kwartaal van? <year>?", How::EndOfQuarter, end_of_quarter),
    rule("in|by? the? <ordinal> quarter of? <year>?", How::EndOfQuarter, end_of_quarter),
    rule("in|by? <q> van|of? <year>?", How::EndOfQuarter, end_of_quarter),
    rule("dit kwartaal", How::EndOfQuarter, this_quarter),
    rule("this quarter", How::EndOfQuarter, this_quarter),
    rule("volgend kwartaal", How::EndOfQuarter, |f, today| this_quarter(f, later(today, 3, 0)?)),
    rule("next quarter", How::EndOfQuarter, |f, today| this_quarter(f, later(today, 3, 0)?)),
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
    rule("volgende|komende week", How::EndOfWeek, |_, today| friday(later(today, 0, 7)?)),
    rule("next week", How::EndOfWeek, |_, today| friday(later(today, 0, 7)?)),
    rule("binnen|over <number> <unit>", How::Counted, counted),
    rule("binnen nu en <number> <unit>", How::Counted, counted),
    rule("de? komende <number> <unit>", How::Counted, counted),
    rule("within|in the? next? <number> <unit>", How::Counted, counted),
    rule("<number> <unit> from now", How::Counted, counted),
    rule("binnen een half jaar", How::Counted, |_, today| later(today, 6, 0)),
    rule("over een half jaar", How::Counted, |_, today| later(today, 6, 0)),
    rule("within|in half a year", How::Counted, |_, today| later(today, 6, 0)),
    // Seasons and feasts.
    rule("voor|vóór de|het|dit? komende|volgende? <season>", How::BeforeSeason, before_season),
    rule("before|by the|this|next? coming? <season>", How::BeforeSeason, before_season),
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
    if found.year.is_none() && date < today { later(date, 12, 0) } else { Some(date) }
}

fn before_month(found: &Found, today: Date) -> Option<Date> {
    let first = month(found, today)?;
    let first = if found.year.is_none() && first <= today { later(first, 12, 0)? } else { first };
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
    later(date, 0, i64::from(5 - date.weekday().to_monday_one_offset()))
}

fn counted(found: &Found, today: Date) -> Option<Date> {
    let number = found.number?;
    let (months, days) = match found.unit? {
        Unit::Day => (0, number),
        Unit::Week => (0, number.checked_mul(7)?),
        Unit::Month => (number, 0),
        Unit::Quarter => (number.checked_mul(3)?, 0),
        Unit::Year => (number.checked_mul(12)?, 0),
    };
    later(today, months.into(), days.into())
}

/// The day so many months and days later. (`2.days()` would panic on what is no span, and bring the text of every
/// error of jiff into the page.)
fn later(date: Date, months: i64, days: i64) -> Option<Date> {
    let span = Span::new().try_months(months).ok()?.try_days(days).ok()?;
    date.checked_add(span).ok()
}

/// The day before the season begins.
fn before_season(found: &Found, today: Date) -> Option<Date> {
    let before = match found.season? {
        Season::Spring => Season::Winter,
        Season::Summer => Season::Spring,
        Season::Autumn => Season::Summer,
        Season::Winter => Season::Autumn,
    };
    season_end(before, today)
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
