//! The Dutch of parliamentary reports: headings, dates, times, page furniture.

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
    ("Het lid", Some(Role::Member)),
    ("Minister-president", Some(Role::Government)),
    ("Minister-President", Some(Role::Government)),
    ("Viceminister-president", Some(Role::Government)),
    ("Gevolmachtigde minister", Some(Role::Government)),
    ("Minister", Some(Role::Government)),
    ("Staatssecretaris", Some(Role::Government)),
    ("Regeringscommissaris", Some(Role::Government)),
    ("Wethouder", Some(Role::Government)),
    ("Burgemeester", Some(Role::Government)),
    ("Gedeputeerde", Some(Role::Government)),
    ("Raadslid", Some(Role::Member)),
    ("Statenlid", Some(Role::Member)),
];

const PARTICLES: &[&str] = &[
    "van", "de", "der", "den", "het", "'t", "’t", "ten", "ter", "te", "op", "aan", "in", "bij", "uit", "over", "voor",
    "von", "zu", "du", "des", "la", "le", "el", "al", "bin", "ibn", "d'", "d’", "'s", "’s",
];

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
/// heading   = ( chair | person ) ":"
/// chair     = "De" [ "fungerend" | "waarnemend" | "tijdelijk" ] "voorzitter"
/// person    = honorific name [ "(" party ")" ] [ note ]
/// name      = { particle | capitalised word } [ icon ] [ note ], one of them capitalised
/// note      = the digits of a footnote
/// icon      = the letter that is left of a sign beside the name on some pages
/// ```
pub(super) fn heading(line: &str) -> Option<Label<'_>> {
    if line.len() > MAX_HEADING {
        return None;
    }
    let is_digit = |c: char| c.is_ascii_digit();
    let words = line.strip_suffix(':')?.trim_end().trim_end_matches(is_digit);
    if is_chair(words) {
        return Some(Label { name: words.into(), honorific: None, party: None, role: Role::Chair });
    }
    let (honorific, role, rest) = honorific(words)?;
    let (name, party) = match rest.strip_suffix(')') {
        Some(rest) => rest.split_once('(').map(|(name, party)| (name.trim_end(), Some(party.trim())))?,
        None => (rest, None),
    };
    let name = name.strip_suffix(" i").unwrap_or(name).trim_end_matches(is_digit);
    if party == Some("") {
        return None;
    }
    let default = if party.is_some() { Role::Member } else { Role::Guest };
    is_name(name).then(|| Label {
        name: name.into(),
        honorific: Some(honorific.into()),
        party: party.map(Into::into),
        role: role.unwrap_or(default),
    })
}

/// The form of address at the beginning of `words`, the role it gives, and what follows.
pub(super) fn honorific(words: &str) -> Option<(&str, Option<Role>, &str)> {
    HONORIFICS.iter().find_map(|(honorific, role)| {
        let rest = words.strip_prefix(honorific)?.strip_prefix(char::is_whitespace)?;
        Some((&words[..honorific.len()], *role, rest.trim_start()))
    })
}

/// A heading at the beginning of `text`, and how many bytes it takes.
pub(super) fn leading_heading(text: &str) -> Option<(Label<'_>, usize)> {
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

/// The name behind `Voorzitter:` or `Griffier:`.
pub(super) fn after_label<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    text.strip_prefix(label)
        .map(str::trim)
        .filter(|name| is_name(name) && name.starts_with(|c: char| c.is_alphabetic()))
}

/// Whether `name` is no name but the chair's office.
pub(super) fn is_chair(name: &str) -> bool {
    matches!(
        name,
        "De voorzitter"
            | "De Voorzitter"
            | "De fungerend voorzitter"
            | "De waarnemend voorzitter"
            | "De tijdelijk voorzitter"
            | "De tijdelijke voorzitter"
    )
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
        word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '/'))
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
