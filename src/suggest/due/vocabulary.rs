//! The words that patterns leave open: days, months, numbers, feasts; and whether a pattern fits.

use jiff::civil::Weekday;

use crate::suggest::words::Word;

/// What the placeholders of a pattern stood for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Found {
    pub(super) day: Option<i8>,
    pub(super) month: Option<i8>,
    pub(super) year: Option<i16>,
    pub(super) number: Option<i32>,
    pub(super) unit: Option<Unit>,
    pub(super) ordinal: Option<i8>,
    pub(super) weekday: Option<Weekday>,
    pub(super) season: Option<Season>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// What a pattern's placeholders are in `words`, and how many words it takes. `None` where it does not fit.
pub(super) fn matched(pattern: &str, words: &[Word<'_>]) -> Option<(Found, usize)> {
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
