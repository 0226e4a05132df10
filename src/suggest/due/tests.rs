//! Some hundred and fifty phrases and their dates, and the document that lists the rules.

use std::fmt::Write as _;

use super::*;
use crate::{
    i18n::{Catalog, Lang, Text},
    model::Named as _,
};

fn found(text: &str, meeting: Option<&str>) -> String {
    let meeting = meeting.map(|day| day.parse().unwrap());
    find(text, meeting).map_or("-".into(), |due| {
        let date = due.date.map_or("-".into(), |date| date.to_string());
        format!("{date} {} {}", due.how.name(), &text[due.place])
    })
}

/// Phrases, each with its day, how that was found, and the words that say it, at a meeting on Thursday 21 December 2023.
const PHRASES: &[(&str, &str)] = &[
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
    // A day, and what is near it.
    ("op 1 april 2024", "2024-04-01 day op 1 april 2024"),
    ("per 1 januari", "2024-01-01 day per 1 januari"),
    ("uiterlijk 31 december", "2023-12-31 day uiterlijk 31 december"),
    ("vóór 21 december", "2023-12-21 day vóór 21 december"),
    ("voor 20 december", "2024-12-20 day voor 20 december"),
    ("before 2 April", "2024-04-02 day before 2 April"),
    ("no later than 15 May 2024", "2024-05-15 day 15 May 2024"),
    ("on the 1st of July", "2024-07-01 day on the 1st of July"),
    ("until April 30", "2024-04-30 day until April 30"),
    ("komende vrijdag", "2023-12-22 counted komende vrijdag"),
    ("volgende donderdag", "2023-12-28 counted volgende donderdag"),
    ("next Monday", "2023-12-25 counted next Monday"),
    ("overmorgen", "2023-12-23 counted overmorgen"),
    ("Ik kom er vanavond op terug.", "2023-12-21 counted vanavond"),
    ("tomorrow", "2023-12-22 counted tomorrow"),
    // A month.
    ("in januari", "2024-01-31 end-of-month in januari"),
    ("uiterlijk in maart 2024", "2024-03-31 end-of-month uiterlijk in maart 2024"),
    ("ultimo juni", "2024-06-30 end-of-month ultimo juni"),
    ("by the end of February", "2024-02-29 end-of-month by the end of February"),
    ("late November", "2024-11-30 end-of-month late November"),
    ("early January", "2024-01-10 beginning-of-month early January"),
    ("halverwege april", "2024-04-15 middle-of-month halverwege april"),
    ("medio december", "2024-12-15 middle-of-month medio december"),
    ("before March", "2024-02-29 before-month before March"),
    ("deze maand", "2023-12-31 end-of-month deze maand"),
    ("this month", "2023-12-31 end-of-month this month"),
    ("komende maand", "2024-01-31 end-of-month komende maand"),
    // A quarter, a half-year, a year.
    ("in het tweede kwartaal van 2024", "2024-06-30 end-of-quarter in het tweede kwartaal van 2024"),
    ("in the first quarter", "2024-03-31 end-of-quarter in the first quarter"),
    ("by the third quarter of 2025", "2025-09-30 end-of-quarter by the third quarter of 2025"),
    ("Q4", "2023-12-31 end-of-quarter Q4"),
    ("next quarter", "2024-03-31 end-of-quarter next quarter"),
    ("de tweede helft van 2024", "2024-12-31 end-of-half de tweede helft van 2024"),
    ("in the first half of 2024", "2024-06-30 end-of-half in the first half of 2024"),
    ("halverwege 2024", "2024-06-30 middle-of-year halverwege 2024"),
    ("begin volgend jaar", "2024-03-31 beginning-of-year begin volgend jaar"),
    ("eind dit jaar", "2023-12-31 end-of-year eind dit jaar"),
    ("by the end of 2024", "2024-12-31 end-of-year by the end of 2024"),
    ("before 2025", "2024-12-31 before-year before 2025"),
    ("in het nieuwe jaar", "2023-12-31 before-year in het nieuwe jaar"),
    ("later this year", "2023-12-31 end-of-year later this year"),
    ("eind volgend jaar", "2024-12-31 end-of-year eind volgend jaar"),
    // A week, and so many of anything.
    ("deze week", "2023-12-22 end-of-week deze week"),
    ("next week", "2023-12-29 end-of-week next week"),
    ("binnen een week", "2023-12-28 counted binnen een week"),
    ("over zes maanden", "2024-06-21 counted over zes maanden"),
    ("binnen 14 dagen", "2024-01-04 counted binnen 14 dagen"),
    ("binnen drie weken", "2024-01-11 counted binnen drie weken"),
    ("within three months", "2024-03-21 counted within three months"),
    ("two weeks from now", "2024-01-04 counted two weeks from now"),
    ("de komende twee jaar", "2025-12-21 counted de komende twee jaar"),
    // Seasons and feasts.
    ("in the autumn", "2024-12-20 season in the autumn"),
    ("next spring", "2024-06-20 season next spring"),
    ("komend najaar", "2024-12-20 season komend najaar"),
    ("before the summer", "2024-06-20 before-season before the summer"),
    ("before Christmas", "2023-12-24 feast before Christmas"),
    ("op Prinsjesdag", "2024-09-17 feast op Prinsjesdag"),
    // No date by itself.
    ("na het zomerreces", "- recess na het zomerreces"),
    ("direct na het reces", "- recess direct na het reces"),
    ("after the summer", "- recess after the summer"),
    ("bij de Voorjaarsnota", "- event bij de Voorjaarsnota"),
    ("voor de volgende begrotingsbehandeling", "- event voor de volgende begrotingsbehandeling"),
    ("before the next debate", "- event before the next debate"),
    ("elk half jaar", "- repeats elk half jaar"),
    ("twee keer per jaar", "- repeats twee keer per jaar"),
    ("quarterly", "- repeats quarterly"),
    ("te zijner tijd", "- vague te zijner tijd"),
    ("op korte termijn", "- vague op korte termijn"),
    ("as soon as possible", "- vague as soon as possible"),
    ("over enkele weken", "- vague over enkele weken"),
    ("within a few weeks", "- vague within a few weeks"),
    // Which of several.
    ("zo spoedig mogelijk, in elk geval in maart", "2024-03-31 end-of-month in maart"),
    ("binnenkort, voor het kerstreces", "- recess voor het kerstreces"),
    // Nothing.
    ("Dat ga ik uitzoeken.", "-"),
    ("Dat zei ik in deze vergadering, twee tellen later, op basis van dit debat.", "-"),
    ("Daar zit een mei-gevoel bij, zei hij in Maartensdijk.", "-"),
    ("in 125 gevallen, artikel 3, 31 februarikinderen", "-"),
];

#[test]
fn phrases_and_their_dates() {
    let wrong = PHRASES.iter().map(|(text, wanted)| (text, found(text, Some("2023-12-21")), wanted));
    let wrong: Vec<_> = wrong.filter(|(_, found, wanted)| found != *wanted).collect();
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

/// Every line of the table can be found, and the document has it.
#[test]
fn deadlines_are_documented() {
    let catalog = Catalog::new(Lang::En);
    let mut table = ABOVE.to_owned();
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
        let day: Date = "2031-03-12".parse().unwrap();
        let due = find(&text, Some(day)).unwrap_or_else(|| panic!("{}: {text}", rule.pattern));
        let date = due.date.map_or("–".into(), |date| date.to_string());
        let how = catalog.text(Text::named("how", rule.how.name()));
        writeln!(table, "| {} | {text} | {date} | {how} |", rule.pattern.replace('|', "\\|")).unwrap();
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/deadlines.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &table).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap();
    assert_eq!(written, table, "docs/deadlines.md is stale: UPDATE_DOCS=1 cargo test deadlines writes it");
}

/// What stands above the table of rules.
const ABOVE: &str = "# Deadlines

How phrases that say by when become dates. This table is written by a test from the rules in `src/suggest/due/rules.rs`.

- A date is proposed, with how it was found, and left to the user.
- `a|b` is one of several words; what `?` stands behind may be missing; `<day>` and the like are read.
- What names no year is the next time that lies ahead, counted from the day of the meeting. Where that day is not known,
  only what names its year has a date.
- Of several phrases the clearest counts: one with a date before one without, a longer one before a shorter.
- A recess, a debate that is still to be planned, and what is vague have no date.

| phrase | for instance | date, said on 12 March 2031 | how |
|---|---|---|---|
";
