//! The report of a committee or a plenary sitting of the Belgian federal parliament, Dutch and French mixed.
//!
//! ```text
//! report    = { front line } [ opening ] { title | turn | stage | chair } [ closing ]
//! turn      = ( number person | office ) ":" words { line }
//! number    = item "." place                    "01.02": the second turn under the first item of the agenda
//! person    = [ minister ] name [ "," role ] { "(" party | language ")" }
//! office    = "De voorzitter" | "Le président" | name ", voorzitter" | ... never numbered
//! title     = item words { line | "- " question }          once in each language
//! opening   = "La réunion ... est ouverte à 14 h 07 et présidée par M. X."   twice, as the closing
//! chair     = "Voorzitter: X." | "Présidence de M. X"       from here on, the chair is this person
//! stage     = "Het incident is gesloten." | "L'incident est clos." | suspensions | "(" words ")"
//! ```
//!
//! The number is what makes a heading: `Vragen aan de minister:` within a speech has none. Titles count, too: that of
//! an item bears the number of the item before or the next. Deliberately ignored: lists of votes are read as the
//! paragraphs they are.

use std::{borrow::Cow, collections::HashMap};

use super::{
    Confidence, Event, FormatReader, Line, Lines,
    dutch::{find_date, is_name},
    event::Label,
    french,
    reflow::Flow,
    step,
};
use crate::{
    model::{AsideKind, Block, Format, Language, Meeting, ParagraphKind, RepairKind, Role, Speaker, Transcript},
    text::SourceSpan,
};

pub(super) const FORMAT: FormatReader = FormatReader {
    format: Format("belgian-report"),
    detect,
    read: |lines, emit| Box::pin(read(lines, emit)),
    complete,
};

/// The longest heading, in bytes: number, office, a long double name, role, party.
const MAX_HEADING: usize = 140;

/// The longest line that opens, closes or suspends a meeting, in bytes.
const MAX_FORMULA: usize = 240;

/// The most chairs that are noted of one meeting.
const MAX_PEOPLE: usize = 200;

const OFFICES: &[&str] =
    &["De voorzitter", "De voorzitster", "De Voorzitter", "Le président", "La présidente", "Le Président"];

/// Before a name, longer ones before their beginnings.
const MINISTERS: &[&str] = &[
    "Vice-eersteminister",
    "Eerste minister",
    "Eersteminister",
    "Minister-president",
    "Minister",
    "Staatssecretaris",
    "Premier ministre",
    "Première ministre",
    "Vice-premier ministre",
    "Ministre",
    "Secrétaire d'État",
    "Secrétaire d’État",
    "Secrétaire d'Etat",
];

/// Behind `Voorzitter:` and the like stands a name, not what is said.
const CHAIR_LABELS: &[&str] = &[
    "Voorzitter:",
    "Voorzitster:",
    "Président:",
    "Présidente:",
    "Présidence:",
    "Présidence de ",
    "Voorzitterschap:",
    "Voorzitterschap van ",
];

/// What stands before the name of who presides.
const PRESIDES: &[&str] = &["présidée par ", "voorgezeten door ", "voorzitterschap van ", "présidence de "];

const FORMS_OF_ADDRESS: &[&str] =
    &["M. ", "Mme ", "Mevr. ", "mevr. ", "de heer ", "De heer ", "mevrouw ", "Mevrouw ", "Monsieur ", "Madame "];

/// How the lines begin that say when the meeting opened, closed or paused.
const MEETINGS: &[&str] = &[
    "La réunion ",
    "La séance ",
    "La commission ",
    "Le développement ",
    "La discussion ",
    "De openbare ",
    "De vergadering ",
    "De commissie",
    "De plenaire ",
    "De behandeling ",
    "De bespreking ",
];

const OPENS: &[&str] = &["est ouverte", " commence ", " débute ", " geopend ", " vangt ", " begint "];
const CLOSES: &[&str] = &["est levée", "est close", " termine", " prend fin", "gesloten", " eindigt", "opgeheven"];
const PAUSES: &[&str] = &["suspendu", "repris", "geschorst", "hervat"];

/// How the title of an item begins behind its number.
const AGENDA: &[&str] = &[
    "Vraag ",
    "Vragen ",
    "Samengevoegde ",
    "Interpellatie",
    "Actua",
    "Wets",
    "Voorstel",
    "Ontwerp",
    "Gedachtewisseling",
    "Hoorzitting",
    "Regeling ",
    "Question",
    "Débat ",
    "Projet",
    "Proposition",
    "Audition",
];

/// Small words that only one of the two languages has.
const DUTCH: &str = "het een van dat niet ik voor zijn wij is er op met die om";
const FRENCH: &str = "le la les des et que je pour nous est une du dans sur vous";

fn detect(lines: &[Line<'_>]) -> Confidence {
    let numbers: Vec<(u32, u32)> =
        lines.iter().filter(|line| heading(line.text).is_some()).filter_map(|line| number(line.text)).collect();
    // Times of day can look like numbers, but they do not count.
    let counts = numbers.windows(2).any(|pair| pair[0].0 == pair[1].0 && pair[0].1 + 1 == pair[1].1);
    let has_stage = || lines.iter().any(|line| is_formula(line.text));
    Confidence(match numbers.len() {
        2.. if counts => 97,
        1.. if has_stage() => 97,
        2.. => 60,
        _ => 0,
    })
}

/// `01.02` at the beginning of a line that goes on, and its length.
fn number(text: &str) -> Option<(u32, u32)> {
    let (number, _) = text.split_once(char::is_whitespace)?;
    let (item, place) = number.split_once('.')?;
    let read = |digits: &str| {
        let is_number = (2..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| digits.parse().ok()).flatten()
    };
    read(item).zip(read(place))
}

/// The heading at the beginning of `text`, its length with the colon, and whom it names.
fn heading(text: &str) -> Option<(usize, Label<'_>)> {
    let length = text.bytes().take(MAX_HEADING).position(|b| b == b':')? + 1;
    let head = text[..length - 1].trim_end();
    if OFFICES.contains(&head) {
        return Some((length, Label { name: head.into(), honorific: None, party: None, role: Role::Chair }));
    }
    if let Some((name, "voorzitter" | "voorzitster" | "président" | "présidente")) = head.split_once(", ") {
        let label = Label { name: name.into(), honorific: None, party: None, role: Role::Chair };
        return (name.contains(' ') && is_name(name)).then_some((length, label));
    }
    number(text)?;
    let (_, person) = head.split_once(char::is_whitespace)?;
    Some((length, person_named(person.trim_start())?))
}

/// `Minister X`, `X, ministre`, `X (Partij)`, `X (Partij) (N)`.
fn person_named(text: &str) -> Option<Label<'_>> {
    let (mut rest, mut party) = (text, None);
    while let Some((before, bracket)) = rest.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        let bracket = bracket.trim();
        if !is_language(bracket) {
            party = Some(bracket).filter(|bracket| !bracket.is_empty());
        }
        rest = before.trim_end();
    }
    let (name, role) = rest.split_once(',').map_or((rest, ""), |(name, role)| (name.trim_end(), role.trim()));
    let honorific =
        MINISTERS.iter().find(|office| name.strip_prefix(**office).is_some_and(|rest| rest.starts_with(' ')));
    let name = honorific.map_or(name, |office| name[office.len()..].trim_start());
    let role = role.to_lowercase();
    let governs = ["minist", "staatssecretaris", "secrétaire d"].iter().any(|office| role.contains(office));
    let role = match party {
        _ if honorific.is_some() || governs => Role::Government,
        Some(_) => Role::Member,
        None => Role::Guest,
    };
    let honorific = honorific.map(|office| text[..office.len()].into());
    let is_somebody = is_name(name) || matches!(name, "…" | "...");
    is_somebody.then(|| Label { name: name.into(), honorific, party: party.map(Into::into), role })
}

/// What stands in brackets behind a name when it says in which language he speaks.
fn is_language(bracket: &str) -> bool {
    let bracket = bracket.to_lowercase();
    let bare = bracket.trim_start_matches("in het ").trim_start_matches("en ");
    matches!(bare, "n" | "f" | "nl" | "fr" | "nederlands" | "frans" | "duits" | "néerlandais" | "français" | "allemand")
}

/// `Het incident is gesloten.` in both languages.
fn is_formula(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    matches!(text, "Het incident is gesloten" | "L'incident est clos" | "L’incident est clos")
}

/// A line that belongs to the page: `12/03/2031 CRIV 60 COM 12`, the session at its foot.
fn is_furniture(text: &str) -> bool {
    let has_number = ["CRIV ", "CRABV ", "CRIV\u{a0}"].iter().any(|mark| text.contains(mark)) && text.len() < 50;
    let names_session = text.len() < 160
        && (text.starts_with("CHAMBRE") && text.contains("LÉGISLATURE")
            || text.starts_with("KAMER") && text.contains("ZITTING"));
    has_number || names_session || text.len() > 2 && text.bytes().all(|b| matches!(b, b'*' | b' '))
}

fn is_page_number(text: &str) -> bool {
    text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())
}

/// What a line of the report is, if not the beginning of a turn.
enum Class<'a> {
    Opening,
    Closing,
    ChairChange(&'a str),
    Stage(AsideKind),
    /// The number of an item of the agenda.
    Title(u32),
    Item,
    Text,
}

fn classify<'a>(line: &Line<'a>, following: &[Line<'_>], item: Option<u32>) -> Class<'a> {
    let text = line.text;
    if let Some(name) = CHAIR_LABELS.iter().find_map(|label| chair_name(text.strip_prefix(label)?)) {
        return Class::ChairChange(name);
    }
    let is_bracketed = text.starts_with('(') && text.ends_with(')') && !text[1..].contains('(');
    if is_bracketed || is_formula(text) {
        return Class::Stage(AsideKind::Stage);
    }
    if text.len() <= MAX_FORMULA && MEETINGS.iter().any(|begins| text.starts_with(begins)) {
        let text = &sentence(line, following);
        let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let first = french::find_time(text);
        if says(PAUSES) && first.is_some() && line.text.ends_with('.') {
            let times = first.and_then(|(from, rest)| Some((from, french::find_time(rest)?.0)));
            return Class::Stage(AsideKind::Suspension(times));
        }
        // Who presides may be said without a time.
        let presided = PRESIDES.iter().any(|words| text.contains(words));
        if (first.is_some() && says(OPENS)) || presided && item.is_none() {
            return Class::Opening;
        }
        if first.is_some() && says(CLOSES) {
            return Class::Closing;
        }
    }
    if let Some(number) = title(line, item) {
        return Class::Title(number);
    }
    if ["- ", "– ", "• "].iter().any(|dash| text.starts_with(dash)) { Class::Item } else { Class::Text }
}

/// The sentence that begins on this line, if it ends on one of the next two.
fn sentence<'a>(line: &Line<'a>, following: &[Line<'_>]) -> Cow<'a, str> {
    let behind = &following[..following.len().min(2)];
    let Some(last) = behind.iter().position(|line| line.text.ends_with('.')).filter(|_| !line.text.ends_with('.'))
    else {
        return line.text.into();
    };
    let rest = behind[..=last].iter().map(|line| line.text);
    std::iter::once(line.text).chain(rest).collect::<Vec<_>>().join(" ").into()
}

/// The number of the item whose title begins here. Items are counted; `item` is the present one.
fn title(line: &Line<'_>, item: Option<u32>) -> Option<u32> {
    let (digits, words) = line.text.split_once(char::is_whitespace)?;
    let is_number = (2..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let number: u32 = is_number.then(|| digits.parse().ok()).flatten()?;
    let words = words.trim_start();
    let is_known = AGENDA.iter().any(|begins| words.starts_with(begins));
    let stands_alone =
        line.breaks > 1 && words.starts_with(char::is_uppercase) && !words.ends_with(['.', '!', '?', ';']);
    let is_next = item.is_none_or(|item| number == item || number == item + 1);
    (is_next && (is_known || item.is_some() && stands_alone)).then_some(number)
}

/// The name at the beginning of `text`, without form of address, up to the end of the sentence.
fn chair_name(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let text = FORMS_OF_ADDRESS.iter().find_map(|form| text.strip_prefix(form)).unwrap_or(text);
    let ends = [", ", ". ", " et ", " en "].iter().filter_map(|end| text.find(end)).min();
    let name = text[..ends.unwrap_or(text.len())].trim_end_matches(['.', ',', ' ']);
    (name.len() < MAX_HEADING && name.contains(' ') && is_name(name)).then_some(name)
}

/// The name of who presides, as the opening lines give it.
fn presiding(text: &str) -> Option<&str> {
    PRESIDES.iter().find_map(|words| text.find(words).and_then(|at| chair_name(&text[at + words.len()..])))
}

async fn read<'a>(lines: &Lines<'a>, emit: &mut dyn FnMut(Event<'a>)) {
    let mut flow = Flow::new(lines);
    let mut said = Said::default();
    let (mut in_front, mut in_title, mut in_opening, mut item) = (true, false, false, None);
    let mut after_furniture = false;
    let mut rest = lines.list();
    while let [line, following @ ..] = rest {
        rest = following;
        step(rest.len()).await;
        let before_furniture = || following.first().is_some_and(|next| is_furniture(next.text));
        if is_furniture(line.text) || is_page_number(line.text) && (after_furniture || before_furniture()) {
            flow.drop(line);
            after_furniture = true;
            continue;
        }
        after_furniture = false;
        if let Some(taken) = turn(lines, line, following, &mut flow, emit) {
            rest = &following[taken..];
            item = number(line.text).map_or(item, |(number, _)| Some(number));
            (in_front, in_title, in_opening) = (false, false, false);
            said.add(line.text);
            continue;
        }
        let class = classify(line, following, item);
        let goes_on_in_title = in_title;
        (in_front, in_title) = (in_front && matches!(class, Class::Text), false);
        match class {
            Class::Stage(kind) => {
                in_opening = false;
                flow.other(line.span(), line.breaks, emit);
                emit(Event::Stage(kind, line.span()));
            }
            Class::Opening | Class::Closing | Class::ChairChange(_) => {
                flow.close(emit);
                let kind = match class {
                    Class::Opening => AsideKind::Opening,
                    Class::Closing => AsideKind::Closing,
                    _ => AsideKind::ChairChange,
                };
                // The line in the other language belongs to the same block.
                if kind != AsideKind::Opening || !in_opening {
                    emit(Event::Aside(kind));
                }
                in_opening = matches!(class, Class::Opening);
                let name = if let Class::ChairChange(name) = class { Some(name) } else { presiding(line.text) };
                name.map(Event::ChairTakenBy).into_iter().for_each(&mut *emit);
                flow.text(line, Some(ParagraphKind::Text), emit);
            }
            Class::Title(number) => {
                flow.close(emit);
                if !goes_on_in_title || item != Some(number) {
                    emit(Event::Aside(AsideKind::Title));
                }
                (item, in_title, in_opening) = (Some(number), true, false);
                flow.text(line, Some(ParagraphKind::Text), emit);
            }
            Class::Item => {
                in_title = goes_on_in_title;
                flow.text(line, Some(ParagraphKind::Item), emit);
            }
            Class::Text => {
                in_title = goes_on_in_title;
                if !(in_front || in_title || in_opening) {
                    said.add(line.text);
                }
                if in_opening {
                    // A long opening line may be broken before the name.
                    presiding(line.text).map(Event::ChairTakenBy).into_iter().for_each(&mut *emit);
                }
                let begins = line.breaks > 1 || !line.text.starts_with(char::is_lowercase) || line.text == "van";
                let begins = in_front && begins;
                flow.text(line, begins.then_some(ParagraphKind::Text), emit);
            }
        }
    }
    flow.finish(emit);
    emit(Event::Language(said.language()));
}

/// Reads the beginning of a turn, and says how many of the lines behind `line` its heading takes: a numbered one may
/// be broken over two lines.
fn turn<'a>(
    lines: &Lines<'a>,
    line: &Line<'a>,
    following: &[Line<'a>],
    flow: &mut Flow<'_, 'a>,
    emit: &mut dyn FnMut(Event<'a>),
) -> Option<usize> {
    let (span, label, last, taken) = if let Some((length, label)) = heading(line.text) {
        (SourceSpan::new(line.start..line.start + length), label, line, 0)
    } else {
        number(line.text).filter(|_| line.text.len() < MAX_HEADING)?;
        let (next, with) = (following.first()?, if line.text.ends_with('-') { "" } else { " " });
        let start: String = next.text.chars().take(MAX_HEADING).collect();
        let joined = [line.text, with, &start].concat();
        let (length, label) = heading(&joined)?;
        let in_next = length.checked_sub(line.text.len() + with.len())?;
        (SourceSpan::new(line.start..next.start + in_next), label.into_owned(), next, 1)
    };
    flow.other(span, line.breaks, emit);
    if taken > 0 {
        let with = if line.text.ends_with('-') { "" } else { " " };
        let repair = lines.replace(line.end(), last.start, with, RepairKind::LineBreak);
        repair.map(Event::Repair).into_iter().for_each(&mut *emit);
    }
    emit(Event::Turn { heading: span, speaker: Some(label), at: None });
    let words = last.text[span.end().index() - last.start..].trim_start();
    if !words.is_empty() {
        flow.rest(last.end() - words.len(), words);
    }
    Some(taken)
}

/// How many small words of either language were said.
#[derive(Default)]
struct Said {
    dutch: usize,
    french: usize,
}

impl Said {
    fn add(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            self.dutch += usize::from(DUTCH.split(' ').any(|small| small == word));
            self.french += usize::from(FRENCH.split(' ').any(|small| small == word));
        }
    }

    /// The language in which more was said.
    fn language(&self) -> Language {
        if self.dutch >= self.french { Language::Dutch } else { Language::French }
    }
}

/// Reads the meeting out of the blocks around the turns, and what each minister is in charge of out of the titles.
fn complete(transcript: &mut Transcript) {
    let mut meeting = Meeting::default();
    let mut offices: HashMap<&str, &str> = HashMap::new();
    for block in &transcript.blocks {
        let Block::Aside(aside) = block else { continue };
        for text in transcript.paragraphs(&aside.paragraphs).iter().map(|p| transcript.words(p.text)) {
            let time = || french::find_time(text).map(|(time, _)| time);
            match aside.kind {
                AsideKind::Front => front(&mut meeting, text),
                AsideKind::Opening => {
                    meeting.start = meeting.start.or_else(time);
                    add_chair(&mut meeting, presiding(text));
                }
                AsideKind::ChairChange => {
                    let name = CHAIR_LABELS.iter().find_map(|label| chair_name(text.strip_prefix(label)?));
                    add_chair(&mut meeting, name);
                }
                AsideKind::Closing => meeting.end = meeting.end.or_else(time),
                AsideKind::Title => {
                    if let Some((name, office)) = office(text) {
                        offices.entry(name).or_insert(office);
                    }
                }
                AsideKind::Attendance | AsideKind::Suspension(_) | AsideKind::Stage => {}
            }
        }
    }
    let office = |speaker: &Speaker| offices.get(speaker.name.as_str()).map(|office| (*office).to_owned());
    let functions: Vec<Option<String>> = transcript.speakers.iter().map(office).collect();
    for (speaker, function) in transcript.speakers.iter_mut().zip(functions) {
        speaker.function = function.filter(|_| speaker.role == Role::Government);
    }
    transcript.meeting = meeting;
}

fn add_chair(meeting: &mut Meeting, name: Option<&str>) {
    if let Some(name) = name.filter(|name| !meeting.chairs.iter().any(|chair| chair == name))
        && meeting.chairs.len() < MAX_PEOPLE
    {
        meeting.chairs.push(name.to_owned());
    }
}

fn front(meeting: &mut Meeting, text: &str) {
    let small = text.to_lowercase();
    let begins = ["commissie ", "commission ", "verenigde commissies ", "commissions ", "bijzondere commissie "];
    if begins.iter().any(|begins| small.starts_with(begins)) && meeting.committees.len() < MAX_PEOPLE {
        meeting.committees.push(text.to_owned());
    }
    meeting.date = meeting.date.or_else(|| find_date(&small).or_else(|| french::find_date(&small)));
}

/// `Vraag van X aan Y (Justitie) over ...`: the minister, and what he or she is in charge of.
fn office(title: &str) -> Option<(&str, &str)> {
    let (before, rest) = title.split_once(" (")?;
    let name = [" aan ", " à "].iter().find_map(|to| before.rsplit_once(to)).map(|(_, name)| name)?;
    let (office, _) = rest.split_once(')')?;
    is_name(name).then_some((name, office))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Option<(String, Option<String>, Option<String>, Role)> {
        let (_, label) = heading(line)?;
        let label = label.into_owned();
        let own = |text: std::borrow::Cow<'static, str>| text.into_owned();
        Some((own(label.name), label.honorific.map(own), label.party.map(own), label.role))
    }

    #[test]
    fn ok_headings() {
        for (line, name, honorific, party, role) in [
            ("01.01 Ann Verdonk (Dijkpartij): Ja.", "Ann Verdonk", "", "Dijkpartij", Role::Member),
            ("12.104  Guy d'Aulne (Les Rives) (N): Ja.", "Guy d'Aulne", "", "Les Rives", Role::Member),
            ("01.02 Minister Lucas Hoste: Neen.", "Lucas Hoste", "Minister", "", Role::Government),
            ("01.02 Ministre Lucas Hoste (en français): Non.", "Lucas Hoste", "Ministre", "", Role::Government),
            ("02.01 Lucas Hoste, ministre: Non.", "Lucas Hoste", "", "", Role::Government),
            ("02.03 Ann Verdonk, rapporteur:", "Ann Verdonk", "", "", Role::Guest),
            ("02.04 Secrétaire d'État Ann Verdonk:", "Ann Verdonk", "Secrétaire d'État", "", Role::Government),
            ("Le président: Bien.", "Le président", "", "", Role::Chair),
            ("Ann Verdonk, présidente: Bien.", "Ann Verdonk", "", "", Role::Chair),
            ("De voorzitter :", "De voorzitter", "", "", Role::Chair),
        ] {
            let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            assert_eq!(parts(line), Some((name.to_owned(), some(honorific), some(party), role)), "{line}");
        }
    }

    #[test]
    fn err_headings() {
        for line in [
            "Vragen aan de minister van Justitie:",
            "Vragen aan minister Lucas Hoste:",
            "01.01 het gaat om twee zaken: de dijk en de sluis",
            "14.07 uur: de vergadering begint",
            "Voorzitter: Ann Verdonk.",
            "Bedankt, voorzitter: dat was het.",
            "Le président a dit ceci: non",
            "01 Vraag van Ann Verdonk: de dijk",
        ] {
            assert_eq!(parts(line), None, "{line}");
        }
    }

    #[test]
    fn who_presides() {
        assert_eq!(presiding("om 14.07 uur en voorgezeten door de heer Guy d'Aulne."), Some("Guy d'Aulne"));
        assert_eq!(presiding("à 14 h 07 et présidée par Mme Ann Verdonk, présidente."), Some("Ann Verdonk"));
        assert_eq!(presiding("voorgezeten door wie er is"), None);
    }
}
