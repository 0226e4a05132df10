//! The Dutch of parliamentary reports: headings, dates, times, page furniture.

use std::borrow::Cow;

use jiff::civil::{Date, Time};

use super::event::Label;
use crate::model::Role;

/// The longest heading: honorific, a long double name, a long party.
const MAX_HEADING: usize = 120;
/// The most words in a name.
const MAX_NAME_WORDS: usize = 8;

/// Words that may precede a name in a heading, and the role they give. Longer ones before their beginnings.
const HONORIFICS: &[(&str, Option<Role>)] = &[
    ("De heer", None),
    ("Mevrouw", None),
    ("Meneer", None),
    ("Dhr.", None),
    ("Mevr.", None),
    ("Mw.", None),
    ("Prof. dr.", None),
    ("Het lid", Some(Role::Member)),
    ("Lid", Some(Role::Member)),
    ("Kamerlid", Some(Role::Member)),
    ("Raadslid", Some(Role::Member)),
    ("Statenlid", Some(Role::Member)),
    ("Demissionair minister-president", Some(Role::Government)),
    ("Demissionair minister", Some(Role::Government)),
    ("Demissionair staatssecretaris", Some(Role::Government)),
    ("Minister-president", Some(Role::Government)),
    ("Minister-President", Some(Role::Government)),
    ("Viceminister-president", Some(Role::Government)),
    ("Vice-minister-president", Some(Role::Government)),
    ("Gevolmachtigde minister", Some(Role::Government)),
    ("Minister", Some(Role::Government)),
    ("Staatssecretaris", Some(Role::Government)),
    ("Regeringscommissaris", Some(Role::Government)),
    ("Commissaris van de Koning", Some(Role::Government)),
    ("Wethouder", Some(Role::Government)),
    ("Burgemeester", Some(Role::Government)),
    ("Gedeputeerde", Some(Role::Government)),
    ("Voorzitter", Some(Role::Chair)),
    ("Fungerend voorzitter", Some(Role::Chair)),
    ("Waarnemend voorzitter", Some(Role::Chair)),
    ("Plaatsvervangend voorzitter", Some(Role::Chair)),
];

/// Offices that speak without a name, in small letters, and the role they give.
const OFFICES: &[(&str, Role)] = &[
    ("de voorzitter", Role::Chair),
    ("de voorzitster", Role::Chair),
    ("de fungerend voorzitter", Role::Chair),
    ("de waarnemend voorzitter", Role::Chair),
    ("de tijdelijk voorzitter", Role::Chair),
    ("de tijdelijke voorzitter", Role::Chair),
    ("de plaatsvervangend voorzitter", Role::Chair),
    ("de vicevoorzitter", Role::Chair),
    ("de ondervoorzitter", Role::Chair),
    ("de griffier", Role::Guest),
    ("de secretaris", Role::Guest),
];

/// What may stand behind a name: `Mevrouw Smit, inspreker:`.
const CAPACITIES: &[&str] = &[
    "inspreker",
    "rapporteur",
    "voorzitter",
    "griffier",
    "secretaris",
    "adviseur",
    "directeur",
    "wethouder",
    "burgemeester",
    "informateur",
    "deskundige",
];

/// Words of a name that begin with a small letter.
const PARTICLES: &[&str] = &[
    "van", "de", "der", "den", "het", "'t", "’t", "ten", "ter", "te", "op", "aan", "in", "bij", "uit", "over", "voor",
    "von", "zu", "du", "des", "la", "le", "el", "al", "bin", "ibn", "d'", "d’", "'s", "’s", "tot", "thoe", "zum",
    "zur", "und", "da", "dos", "di", "del", "della", "ben", "onder", "toe",
];

/// Titles of learning and rank, which stand before a name and not in it.
const TITLES: &[&str] = &["mr.", "dr.", "drs.", "ir.", "ing.", "prof.", "jhr.", "jkvr.", "ds.", "mw."];

const MONTHS: &[&str] = &[
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// A heading on a line of its own:
///
/// ```text
/// heading   = speaker ":"
/// speaker   = office | person
/// office    = "De" [ "fungerend" | "waarnemend" | … ] "voorzitter" | "De griffier" | …
/// person    = honorific { title } name [ "," capacity ] [ "(" party ")" [ remark ] ] [ note ]
/// name      = { particle | capitalised word } [ icon ] [ note ], one of them capitalised
/// remark    = "," small words | "(" words ")"
/// note      = the digits of a footnote
/// icon      = the letter that is left of a sign beside the name on some pages
/// ```
///
/// Blanks may be doubled. What stands in brackets and begins with a small letter is no party but a capacity.
pub(super) fn heading(line: &str) -> Option<Label<'_>> {
    if line.len() > MAX_HEADING {
        return None;
    }
    speaker(line.strip_suffix(':')?.trim_end())
}

/// The words of a heading without the colon.
pub(super) fn speaker(words: &str) -> Option<Label<'_>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let words = words.trim_end_matches(is_digit).trim_end();
    if let Some(role) = office(words) {
        return Some(Label { name: single_blanks(words), honorific: None, party: None, role });
    }
    let (honorific, role, rest) = honorific(words)?;
    let (name, bracket) = match rest.split_once('(') {
        Some((name, rest)) => (name.trim_end(), Some(rest.split_once(')')?)),
        None => (rest, None),
    };
    let behind = bracket.map_or("", |(_, behind)| behind.trim());
    let is_remark = |text: &str| text.starts_with('(') && text.ends_with(')');
    let is_capacity = |text: &str| {
        let words = text.strip_prefix(',').map(str::trim);
        words.is_some_and(|words| {
            CAPACITIES.contains(&words) || words.starts_with("namens ") || words.starts_with("via ")
        })
    };
    if !(behind.is_empty() || is_remark(behind) || is_capacity(behind)) {
        return None;
    }
    let name = match name.split_once(", ") {
        Some((name, capacity)) if CAPACITIES.contains(&capacity) => name,
        Some(_) => return None,
        None => name,
    };
    let name = name.strip_suffix(" i").unwrap_or(name).trim_end_matches(is_digit);
    let name = TITLES.iter().fold(name, |name, title| name.strip_prefix(title).map_or(name, str::trim_start));
    let party = bracket.map(|(party, _)| party.trim());
    if party == Some("") || !is_name(name) {
        return None;
    }
    let party = party.filter(|party| !party.starts_with(char::is_lowercase));
    let default = if party.is_some() { Role::Member } else { Role::Guest };
    Some(Label {
        name: single_blanks(name),
        honorific: Some(honorific.into()),
        party: party.map(single_blanks),
        role: role.unwrap_or(default),
    })
}

/// `text` with one blank wherever it has several.
fn single_blanks(text: &str) -> Cow<'_, str> {
    if text.contains("  ") { text.split_whitespace().collect::<Vec<_>>().join(" ").into() } else { text.into() }
}

/// The role of somebody named by an office alone.
fn office(words: &str) -> Option<Role> {
    if !words.starts_with("De") || words.len() > 40 {
        return None;
    }
    let small = single_blanks(words).to_lowercase();
    OFFICES.iter().find(|(office, _)| *office == small).map(|(_, role)| *role)
}

/// The form of address at the beginning of `words`, the role it gives, and what follows.
pub(super) fn honorific(words: &str) -> Option<(&'static str, Option<Role>, &str)> {
    // Nearly every line is asked, and nearly none begins so.
    let first = words.bytes().next().filter(u8::is_ascii_uppercase)?;
    HONORIFICS.iter().filter(|(honorific, _)| honorific.as_bytes()[0] == first).find_map(|(honorific, role)| {
        let mut rest = words;
        for word in honorific.split(' ') {
            rest = rest.strip_prefix(word)?;
            let next = rest.trim_start();
            if next.len() == rest.len() {
                return None;
            }
            rest = next;
        }
        Some((*honorific, *role, rest))
    })
}

/// A heading at the beginning of `text`, and how many bytes it takes.
pub(super) fn leading_heading(text: &str) -> Option<(Label<'_>, usize)> {
    if !(text.starts_with("De ") || begins_as_heading(text)) {
        return None;
    }
    let colon = text.bytes().take(MAX_HEADING).position(|byte| byte == b':')?;
    Some((heading(&text[..=colon])?, colon + 1))
}

/// A heading that ends with the colon at `colon` and begins within `text`, where a turn can begin: at its beginning,
/// behind the end of a sentence, or glued to the word before; the first one, behind a title, `anywhere`. Gives where it
/// begins.
pub(super) fn heading_before(text: &str, colon: usize, anywhere: bool) -> Option<(usize, Label<'_>)> {
    let window = text.ceil_char_boundary(colon.saturating_sub(MAX_HEADING));
    let before = &text[window..=colon];
    let starts = before.char_indices().rev().filter(|(_, c)| c.is_uppercase()).map(|(at, _)| window + at);
    starts.take(MAX_NAME_WORDS * 3).find_map(|at| {
        let label = heading(&text[at..=colon])?;
        let is_glued = text[..at].ends_with(char::is_alphanumeric);
        (anywhere || is_glued || ends_speech(&text[..at])).then_some((at, label))
    })
}

/// Whether a turn can end here.
pub(super) fn ends_speech(text: &str) -> bool {
    let text = text.trim_end();
    text.is_empty() || text.ends_with(['.', '!', '?', '…', ')', ':', '»', '”', '"', '\'', '’', '-', '–', '—'])
}

/// The name behind `Voorzitter:` or `Griffier:`, without form of address and office; of several the first.
pub(super) fn after_label<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let name = text.strip_prefix(label)?.split([',', ';']).next()?.trim();
    let address = ["de heer ", "mevrouw ", "De heer ", "Mevrouw ", "mr. ", "dr. ", "drs. "];
    let name = address.iter().fold(name, |name, address| name.strip_prefix(address).unwrap_or(name)).trim();
    (is_name(name) && name.starts_with(char::is_alphabetic)).then_some(name)
}

/// Whether `word` can stand in a name with a small letter: `van`, `de`.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

/// Whether a line begins as a heading does: with a form of address or an office.
pub(super) fn begins_as_heading(line: &str) -> bool {
    honorific(line).is_some()
}

/// Whether `text` can be somebody's name: capitalised words and particles, at least one of them capitalised.
pub(super) fn is_name(text: &str) -> bool {
    let fits = |word: &str| {
        word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '/' | '\u{300}'..='\u{36f}'))
            && (word.starts_with(char::is_uppercase) || PARTICLES.contains(&word) || has_short_prefix(word))
    };
    let mut words = text.split_whitespace();
    words.clone().count() <= MAX_NAME_WORDS
        && words.clone().all(fits)
        && words.any(|word| word.contains(char::is_uppercase))
}

/// `d'Hondt`, `'t Hart` written together.
fn has_short_prefix(word: &str) -> bool {
    ["d'", "d’", "'t", "’t", "'s-", "’s-"]
        .iter()
        .any(|prefix| word.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
}

/// `12 maart 2031`, wherever it first stands in `text`.
pub(super) fn find_date(text: &str) -> Option<Date> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(3).find_map(|window| {
        let month = MONTHS.iter().position(|month| *month == window[1])? + 1;
        let year = window[2].trim_matches(|c: char| !c.is_ascii_digit());
        let year: i16 = (year.len() == 4).then(|| year.parse().ok())??;
        Date::new(year, i8::try_from(month).ok()?, window[0].parse().ok()?).ok()
    })
}

/// `11.16` or `11:16`, the first time of day in `text`, and what follows it.
pub(super) fn find_time(text: &str) -> Option<(Time, &str)> {
    text.match_indices(['.', ':']).find_map(|(at, _)| {
        let hour = text[..at].rsplit(|c: char| !c.is_ascii_digit()).next()?;
        let rest = &text[at + 1..];
        let minute = rest.get(..2)?;
        if rest[2..].starts_with(|c: char| c.is_ascii_digit()) || hour.is_empty() {
            return None;
        }
        let time = Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?;
        Some((time, &rest[2..]))
    })
}

/// What the foot of a page says about the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Furniture<'a> {
    pub(super) session: Option<&'a str>,
    pub(super) dossier: Option<&'a str>,
    pub(super) number: Option<&'a str>,
}

/// A line that belongs to the page: `Tweede Kamer, vergaderjaar 2023–2024, 28 638, nr. 246 21`, the document's
/// number in the archive, the ISSN.
pub(super) fn furniture(line: &str) -> Option<Furniture<'_>> {
    let nothing = Furniture { session: None, dossier: None, number: None };
    if matches!(line, "Deel dit" | "Deel dit fragment") || is_clock(line) {
        return Some(nothing);
    }
    if line.starts_with("kst-") && !line.contains(' ') || line.starts_with("ISSN 0921") || is_page_of_hall(line) {
        return Some(nothing);
    }
    let rest = line.strip_prefix("Tweede Kamer, ").or_else(|| line.strip_prefix("Eerste Kamer, "))?;
    let rest = rest.strip_prefix("vergaderjaar ")?;
    let (session, rest) = rest.split_once(',').unwrap_or((rest, ""));
    if !is_session(session) {
        return None;
    }
    let is_number = |word: &&str| word.len() <= 6 && word.chars().all(|c| c.is_ascii_alphanumeric());
    // `70, item 10 9`: the meeting, the item of its agenda, the page.
    if let Some((meeting, item)) = rest.split_once(", item ") {
        let mut words = meeting.split_whitespace().chain(item.split_whitespace());
        return (words.clone().count() <= 3 && words.all(|word| is_number(&word)))
            .then_some(Furniture { session: Some(session), ..nothing });
    }
    // Behind the number stands at most that of the page; anything more is somebody speaking of the document.
    let Some((dossier, numbers)) = rest.split_once(", nr. ") else {
        return rest.trim().is_empty().then_some(Furniture { session: Some(session), ..nothing });
    };
    let mut words = numbers.split_whitespace();
    let number = words.next().filter(is_number)?;
    (words.clone().count() <= 1 && words.all(|word| is_number(&word))).then_some(Furniture {
        session: Some(session),
        dossier: Some(dossier.trim()),
        number: Some(number),
    })
}

/// A time of day on a line of its own, which the page of a debate shows beside what is said.
fn is_clock(line: &str) -> bool {
    let is_number = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    line.len() == 5 && line.split_once(':').is_some_and(|(hour, minute)| is_number(hour) && is_number(minute))
}

/// The head of a page of the plenary proceedings: `TK 70`, `70-3-12`.
fn is_page_of_hall(line: &str) -> bool {
    let is_number =
        |part: &str| part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit()) && part.starts_with(|c| c > '0');
    line.strip_prefix("TK ").or(line.strip_prefix("EK ")).is_some_and(is_number)
        || line.split('-').count() == 3 && line.split('-').all(is_number)
}

/// `2030–2031`.
pub(super) fn is_session(text: &str) -> bool {
    text.split_once(['–', '-']).is_some_and(|years| {
        let is_year = |year: &str| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        is_year(years.0) && is_year(years.1)
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    fn parts(line: &str) -> Option<(Option<String>, String, Option<String>, Role)> {
        let label = heading(line)?.into_owned();
        let own = |text: std::borrow::Cow<'static, str>| text.into_owned();
        Some((label.honorific.map(own), own(label.name), label.party.map(own), label.role))
    }

    #[test]
    fn ok_headings() {
        for (line, honorific, name, party, role) in [
            ("De voorzitter:", "", "De voorzitter", "", Role::Chair),
            ("Mevrouw Van Oordt (Dijkpartij):", "Mevrouw", "Van Oordt", "Dijkpartij", Role::Member),
            ("De heer Ten Kate-d'Aulne (50PLUS/Klein):", "De heer", "Ten Kate-d'Aulne", "50PLUS/Klein", Role::Member),
            ("Het lid Aalst (Groen-Noord) :", "Het lid", "Aalst", "Groen-Noord", Role::Member),
            ("Minister Ter Aalst:", "Minister", "Ter Aalst", "", Role::Government),
            ("Minister-president Brasse:", "Minister-president", "Brasse", "", Role::Government),
            ("De heer Remco 't Zand:", "De heer", "Remco 't Zand", "", Role::Guest),
        ] {
            let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            assert_eq!(parts(line), Some((some(honorific), name.to_owned(), some(party), role)), "{line}");
        }
    }

    #[test]
    fn err_headings() {
        for line in [
            "De Kamer heeft telkens opnieuw gezegd:",
            "Mevrouw Hermans namens de Dijkpartij.",
            "Minister, u zei zojuist:",
            "De minister heeft toen gezegd:",
            "De heer Lindhoud vraagt dan ook:",
            "Mevrouw (Dijkpartij):",
            "Mevrouw Van Oordt ():",
            "Voorzitter: Brasse",
            "De heer van de:",
            ":",
        ] {
            assert_eq!(parts(line), None, "{line}");
        }
    }

    #[test]
    fn dates_and_times() {
        assert_eq!(find_date("heeft op 12 maart 2031 overleg gevoerd"), Some(date(2031, 3, 12)));
        assert_eq!(find_date("d.d. 31 februari 2031 en 9 december 2030,"), Some(date(2030, 12, 9)));
        assert_eq!(find_date("in maart 2031"), None);
        assert_eq!(find_time("Aanvang 11.16 uur.").map(|(t, _)| t), Some(time(11, 16, 0, 0)));
        assert_eq!(find_time("Aanvang: 9:05 uur").map(|(t, _)| t), Some(time(9, 5, 0, 0)));
        assert_eq!(find_time("nr. 25.61 en 1.234,5"), None);
    }

    #[test]
    fn page_furniture() {
        let line = "Tweede Kamer, vergaderjaar 2030–2031, 41 207, nr. 18 3";
        let found = Furniture { session: Some("2030–2031"), dossier: Some("41 207"), number: Some("18") };
        assert_eq!(furniture(line), Some(found));
        let hall = furniture("Tweede Kamer, vergaderjaar 2030–2031, 70, item 10 9");
        assert_eq!(hall.map(|f| (f.session, f.number)), Some((Some("2030–2031"), None)));
        assert!(furniture("70-3-12").is_some() && furniture("TK 70").is_some());
        assert_eq!(furniture("kst-41207-18").map(|f| f.number), Some(None));
        for speech in [
            "Tweede Kamer, dat weet u, is er geen geld.",
            "Tweede Kamer, vergaderjaar 2030–2031, 70, item 10 ging over dijken",
            "06-12-31",
            "Tweede Kamer, vergaderjaar 2030–2031, 41 207, nr. 1), en ik zeg toe dat",
            "Tweede Kamer, vergaderjaar 2030–2031, daar kom ik op terug.",
        ] {
            assert_eq!(furniture(speech), None, "{speech}");
        }
    }
}
