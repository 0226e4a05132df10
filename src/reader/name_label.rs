//! The label before the words of a speaker, in every form that minutes and transcripts give it.
//!
//! ```text
//! heading   = [ time ] label [ time ] ":" [ time ] words         colon     "[00:01:02] Pell (Chair): Good morning."
//!           | label blanks time | label ":" time                 timed     "Ada Pell  0:20", on a line of its own
//!           | label line end time                                          or the time on the next line
//!           | label "[" time "]" words                        the same, before the words
//!           | time ( "-" | "|" ) label | "[" time "]" label   led      "[00:20] Ada Pell", on a line of its own
//!           | time label, where the time has hours and seconds
//!           | [ time ] mark label [ ":" ] mark [ ":" ] [ time ]  marked    "**Ada Pell** [00:20]"
//!           | ( "Q" | "A" ) ( "." | blanks ) words               letter    "Q. Were you there?"
//! label     = [ "Q" number ] titled name { "(" bracket ")" } [ "," office ] | "[" label "]"
//! mark      = "**" | "__" | "*" | "_"
//! ```
//!
//! This file says what a line looks like; whether it is a heading, the whole text tells (`evidence.rs`).

use std::{borrow::Cow, ops::Range};

use super::{dutch, elapsed, event::Label, titles};
use crate::model::{Elapsed, Role};

/// The longest label, in bytes.
const MAX_LABEL: usize = 120;

/// The most words in a name.
const MAX_WORDS: usize = 8;

/// Small words that stand in names of persons and offices.
const SMALL: &[&str] = &[
    "of", "the", "for", "and", "et", "und", "en", "für", "speaker", "spreker", "voice", "pro", "tempore", "hon.",
    "hon", "member", "members",
];

/// What stands in brackets behind a name without being a party or an office.
const NO_PARTY: &[&str] = &["external", "guest", "gast", "extern", "host", "unverified", "invité", "niet geverifieerd"];

/// How brackets begin that say in what way somebody speaks.
const MANNERS: &[&str] = &[
    "spoke ",
    "speaking ",
    "interpretation ",
    "via ",
    "by ",
    "on ",
    "through ",
    "voice-over",
    "voice over",
    "voiceover",
    "off-camera",
    "on-camera",
];

/// Pronouns, which some programs put behind a name.
const PRONOUNS: &[&str] = &["he", "she", "they", "hij", "zij", "hen", "die", "ze", "il", "elle", "iel", "er", "sie"];

/// Words that stand before a colon and are nobody.
const NOBODY: &str = "\
    aan aanbeveling aanbevelingen aanwezig aanwezigen absent achtergrond actie acties action actions address adres \
    adressen afspraak afspraken afwezig afzender agenda aims amendment amendments annex annexe annexes answers \
    apologies appendix article artikel artikelen attachment attachments attendance attendees auteur author ayes \
    background beslissing beslissingen besluit besluiten betreff betreft bewoording bijlage bijlagen bridge bron \
    budget categorie category cc chapters chorus city clauses client coda comment commentaar comments company \
    conclusie conclusies conclusion conclusions contents cost costs couplet couplets date datum deadline deadlines \
    debug decision decisions definitie definities definition definitions description details doel doelen duration \
    duur education eigenaar einleitung email empfehlungen employer encl envoyé error errors etymology example \
    exhibit experience fatal fax figure findings frist from gesendet goal goals hint hints hobbies hoofdstuk http \
    https info information ingredient ingredients ingrediënten inhoud inleiding instructions introduction inzake \
    item kader keyword keywords kop kosten legend legenda lesson lessons locatie locaties location logos method \
    methods motie moties motion motions moved naam name namen names nays noes note notes notitie notities notulist \
    number nummer objective objectives objet omschrijving onderwerp onderwerpen opbrengst opmerking opmerkingen \
    outcome outcomes owner owners page pagina period phone plaats place portefeuillehouder portefeuillehouders \
    present prijs prijzen ps punt punten période re recommandation recommandations recommendation recommendations \
    refrain refrein remark remarks result resultaat resultaten results risk risks rol role résultats samenvatting \
    schluss schlussfolgerungen seconded section sections sent serves servings skills source status stemming steps \
    strophe subject subjects summaries summary taak tags taken tasks tegen tel telefoon telephone tijd time tip \
    tips titel title titles to toelichting topic topics totaal total totals trace translation uitkomst uitkomsten \
    update url vergaderdatum verse verses verzonden voor voorbeeld voorbeelden voorstel vote votes vraagstuk vragen \
    warn warning warnings wijziging www yeas yields zusammenfassung";

/// Words with which such labels begin: `Phase One:`, `Dear colleagues:`.
const NOBODY_FIRST: &str = "\
    phase step part option chapter section item point question article motion day week appendix table figure stap \
    punt optie deel fase vraag dear beste geachte ladies dames cher chers liebe étape partie schritt teil artikel \
    clause amendment amendement absatz paragraph paragraaf verse couplet strophe lesson lektion leçon hoofdstuk \
    kapitel chapitre rule regel règle schedule annex annexe anlage scene act exercise task reason scenario number \
    nummer by lees read siehe voir";

/// In which way a text marks its headings. A text has one; letters may stand beside names with a colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    Colon,
    Timed,
    Led,
    Marked,
    Letter,
}

/// What looks like a heading at the beginning of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading<'a> {
    pub(super) label: Label<'a>,
    pub(super) form: Form,
    /// Whether the label is built as names and offices are; otherwise only recurrence can tell.
    pub(super) is_name: bool,
    /// Whether there is a form of address, an office, or a bracket.
    pub(super) is_titled: bool,
    pub(super) at: Option<Elapsed>,
    /// Where in the line the label stands, with a colon that follows it at once. What else stands before the words
    /// is markup.
    pub(super) shown: Range<usize>,
    /// Where in the line the words begin; its end, if there are none.
    pub(super) words: usize,
}

/// Reads the beginning of `line`, which has no blanks at its ends, as a heading.
pub(super) fn heading(line: &str) -> Option<Heading<'_>> {
    // Most lines are running text; they are left early.
    match line.as_bytes().first()? {
        b'Q' | b'A' if line.len() > 1 && !line.as_bytes()[1].is_ascii_alphabetic() => {
            letter(line).or_else(|| timed(line)).or_else(|| colon(line))
        }
        b'*' | b'_' | b'[' | b'(' | b'0'..=b'9' => {
            marked(line).or_else(|| timed(line)).or_else(|| colon(line)).or_else(|| led(line))
        }
        _ if line.contains(':') => timed(line).or_else(|| colon(line)).or_else(|| run_in(line)),
        _ if line.ends_with(" seconds") || line.ends_with(" second") => timed(line),
        _ => None,
    }
}

fn letter(line: &str) -> Option<Heading<'_>> {
    let rest = &line[1..];
    let words = rest.trim_start_matches('.').trim_start();
    let gap = line.len() - 1 - words.len();
    let is_apart = rest.starts_with('.') && rest[1..].starts_with(char::is_whitespace)
        || rest.starts_with("  ")
        || rest.starts_with('\t');
    (is_apart && !words.is_empty()).then(|| Heading {
        label: Label::named(&line[..1]),
        form: Form::Letter,
        is_name: true,
        is_titled: true,
        at: None,
        shown: 0..1 + usize::from(rest.starts_with('.')),
        words: 1 + gap,
    })
}

/// The time at the beginning of a line, in brackets or not, and where what follows it begins.
fn leading_time(line: &str) -> (Option<Elapsed>, usize) {
    let found = elapsed::bracketed(line).or_else(|| elapsed::dated(line)).or_else(|| elapsed::time(line));
    let Some((at, taken)) = found else { return (None, 0) };
    let rest = line[taken..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|'));
    let start = line.len() - rest.len();
    if start == taken && !line.starts_with(['[', '(']) { (None, 0) } else { (Some(at), start) }
}

fn marked(line: &str) -> Option<Heading<'_>> {
    let (before, lead) = leading_time(line);
    let mark = ["**", "__", "*", "_"].into_iter().find(|mark| line[lead..].starts_with(mark))?;
    let start = lead + mark.len();
    let close = start + line.get(start..)?.find(mark).filter(|length| *length <= MAX_LABEL)?;
    let (inside, start_inside) = leading_time(&line[start..close]);
    let start = start + start_inside;
    let inner = line[start..close].trim_end();
    let bare = inner.trim_end_matches(':').trim_end();
    let (behind, end) = elapsed::at_end(bare).map_or((None, bare.len()), |(at, end)| (Some(at), end));
    let name = bare[..end].trim_end().trim_end_matches(':').trim_end();
    let end = start + name.len();

    let mut rest = line[close + mark.len()..].trim_start();
    let colon = inner.ends_with(':') || rest.starts_with(':');
    rest = rest.trim_start_matches(':').trim_start();
    let after = elapsed::bracketed(rest).or_else(|| elapsed::time(rest).filter(|(_, taken)| *taken == rest.len()));
    if let Some((_, taken)) = after {
        rest = rest[taken..].trim_start_matches(':').trim_start();
    }
    let at = before.or(inside).or(behind).or(after.map(|(at, _)| at));
    let person = person(name).filter(|_| colon || at.is_some() || rest.is_empty() && mark.len() > 1)?;
    let colon = usize::from(line[end..].starts_with(':'));
    Some(person.heading(Form::Marked, at, start..end + colon, line.len() - rest.len()))
}

/// `Ada Pell  00:00:20`, `Ada Pell: 00:00:20`, `[Ada Pell] 14:00:20`.
fn timed(line: &str) -> Option<Heading<'_>> {
    let whole = line.trim_end_matches(':');
    let found = elapsed::at_end(whole).or_else(|| elapsed::spoken_at_end(whole));
    let (at, start) = found.filter(|(_, start)| *start <= MAX_LABEL)?;
    let before =
        line[..start].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|' | ','));
    let gap = &line[before.len()..start];
    let name = before.trim_end_matches(':').trim_end();
    let (name, lead) = match name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(inner) => (inner, 1),
        None => (name, 0),
    };
    if name.contains([':', '[', ']']) {
        return None;
    }
    // Only what is set apart from the time may be an odd name.
    let is_apart = gap.contains("  ") || gap.contains('\t') || before.len() > lead + name.len();
    let person = person(name).or_else(|| odd(name).filter(|_| is_apart))?;
    let colon = usize::from(line[lead + name.len()..].starts_with(':'));
    Some(person.heading(Form::Timed, Some(at), lead..lead + name.len() + colon, line.len()))
}

/// A name on a line of its own whose next line is a time.
pub(super) fn above_time<'a>(line: &'a str, next: &str) -> Option<Heading<'a>> {
    let at = elapsed::alone(next)?;
    let person = person(line).filter(|_| line.len() <= MAX_LABEL && !line.contains(':'))?;
    Some(person.heading(Form::Timed, Some(at), 0..line.len(), line.len()))
}

/// `Ada Pell [00:20] Good morning.`
fn run_in(line: &str) -> Option<Heading<'_>> {
    let open = line.find(['[', '(']).filter(|at| *at <= MAX_LABEL)?;
    let name = line[..open].trim_end();
    let (at, taken) = elapsed::bracketed(&line[open..])?;
    let words = line[open + taken..].trim_start();
    let person = person(name).filter(|_| line[open + taken..].starts_with(' ') && !words.is_empty())?;
    Some(person.heading(Form::Timed, Some(at), 0..name.len(), line.len() - words.len()))
}

/// `[00:20] Ada Pell`, `00:20 - Ada Pell`, `00:00:20 Ada Pell`.
fn led(line: &str) -> Option<Heading<'_>> {
    let (at, start) = leading_time(line);
    let is_apart = line.starts_with('[') || line[..start].ends_with(|c: char| c.is_whitespace() || c == '|');
    // Hours and minutes alone may be those of an agenda; nobody plans in seconds.
    let has_seconds = line[..start].matches(':').count() == 2 && elapsed::alone(line).is_none();
    let is_apart = is_apart && (has_seconds || line[..start].contains(['[', '-', '–', '—', '|']));
    let person = person(&line[start..]).filter(|_| at.is_some() && is_apart && line.len() <= MAX_LABEL)?;
    Some(person.heading(Form::Led, at, start..line.len(), line.len()))
}

fn colon(line: &str) -> Option<Heading<'_>> {
    let (before, lead) = leading_time(line);
    let end = lead + colon_place(&line[lead..])?;
    let head = line[lead..end].trim_end();
    let (inside, length) = elapsed::at_end(head).map_or((None, head.len()), |(at, end)| (Some(at), end));
    let (name, skipped) = bare_name(head[..length].trim_end(), before.is_some());
    let lead = lead + skipped;
    let after = &line[end + 1..];
    let is_glued = after.starts_with(|c: char| c.is_alphabetic() || matches!(c, '"' | '“' | '‘' | '«'));
    if !(after.is_empty() || after.starts_with(char::is_whitespace) || is_glued) {
        return None;
    }
    let mut rest = after.trim_start();
    let behind = elapsed::bracketed(rest);
    if let Some((_, taken)) = behind {
        rest = rest[taken..].trim_start();
    }
    let at = before.or(inside).or(behind.map(|(at, _)| at));
    let person = person(name).or_else(|| odd(name).filter(|_| !is_glued))?;
    let end = lead + name.len();
    let colon =
        if line[end..].trim_start().starts_with(':') { line[end..].find(':').map_or(0, |at| at + 1) } else { 0 };
    Some(person.heading(Form::Colon, at, lead..end + colon, line.len() - rest.len()))
}

/// The name in what stands before a colon, and where it begins: without the number of the question (`Q12 Pell`), without
/// square brackets (`[SPEAKER_00]`), and behind the time of a written message without `From` and `to Everyone`.
fn bare_name(head: &str, is_timed: bool) -> (&str, usize) {
    if let Some(inner) = head.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return (inner, 1);
    }
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let name = match head.split_once(char::is_whitespace) {
        Some((first, name)) if first.strip_prefix('Q').is_some_and(is_number) => name.trim_start(),
        Some(("From", name)) if is_timed => name.trim_start(),
        _ => return (head, 0),
    };
    let start = head.len() - name.len();
    let name = if is_timed { name.split_once(" to ").map_or(name, |(name, _)| name.trim_end()) } else { name };
    (name, start)
}

/// The first colon outside brackets that is not inside a time.
fn colon_place(text: &str) -> Option<usize> {
    let mut depth = 0_u32;
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    for (at, byte) in bytes.iter().enumerate().take(MAX_LABEL) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            b':' if depth == 0 && !(at > 0 && is_digit(at - 1) && is_digit(at + 1)) => return Some(at),
            _ => {}
        }
    }
    None
}

/// Whom a label names.
struct Person<'a> {
    label: Label<'a>,
    is_name: bool,
    is_titled: bool,
}

impl<'a> Person<'a> {
    fn heading(self, form: Form, at: Option<Elapsed>, shown: Range<usize>, words: usize) -> Heading<'a> {
        let Self { label, is_name, is_titled } = self;
        Heading { label, form, is_name, is_titled, at, shown, words }
    }
}

/// Who is meant by a label that stands alone, such as the name in a voice tag.
pub(super) fn label(text: &str) -> Label<'_> {
    person(text).map_or_else(|| Label::named(text), |person| person.label)
}

/// Reads `text` as the label of a person or an office.
fn person<'a>(text: &'a str) -> Option<Person<'a>> {
    if is_phone(text) {
        return Some(Person { label: Label::named(text), is_name: true, is_titled: true });
    }
    let (name, bracket) = brackets(text)?;
    let (name, office) = match name.rsplit_once(", ") {
        // `ADA PELL, SENIOR HARBOUR CORRESPONDENT`
        Some((name, office)) if is_office(office) || name.contains(' ') && titles::is_function(office) => {
            (name.trim_end(), Some(office))
        }
        _ => (name, None),
    };
    // `ADA PELL (D), MODERATOR`
    let (name, bracket) = if bracket.is_none() && office.is_some() { brackets(name)? } else { (name, bracket) };
    if !is_label_name(name) || is_nobody(name) {
        return None;
    }
    let titled = titles::part(name);
    let title = titled.honorific.or(titled.is_office.then_some(name));
    let found = [title, office, bracket].into_iter().flatten().filter_map(titles::role);
    // Behind a name, anything in brackets is a party or an office, and those belong to members.
    let role = found.reduce(|a, b| if a == Role::Member { b } else { a });
    let role = role.unwrap_or(if bracket.is_some() { Role::Member } else { Role::Guest });
    let is_titled = title.is_some() || office.is_some() || bracket.is_some();
    let own = |text: &'a str| Cow::Borrowed(text);
    let is_person = |text: &&str| dutch::is_name(text) && text.contains(' ') && titles::role(text).is_none();
    let (honorific, name, party) = match bracket.filter(|text| titled.is_office && is_person(text)) {
        // `The Prime Minister (Ada Pell)`
        Some(name) => (Some(titled.name), name, None),
        None => (titled.honorific, titled.name, bracket),
    };
    Some(Person {
        label: Label { name: own(name), honorific: honorific.map(own), party: party.map(own), role },
        is_name: true,
        is_titled,
    })
}

/// Whether `text` is the number of a telephone, as messages have it instead of a name.
fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    text.starts_with('+')
        && (8..=15).contains(&digits)
        && text[1..].bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-' | b'(' | b')'))
}

/// What no rule of names allows, and a program may call somebody all the same: `ipad van ada`, `adapell7`.
fn odd(text: &str) -> Option<Person<'_>> {
    let is_short = text.len() <= MAX_LABEL / 2 && text.split_whitespace().count() <= MAX_WORDS / 2;
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_' | '@' | '\'' | '’' | '(' | ')');
    let fits = is_short && text.starts_with(char::is_alphanumeric) && text.chars().all(is_plain);
    // A capital and then small words are the beginning of a sentence.
    let is_sentence = text.starts_with(char::is_uppercase) && text.contains(' ');
    let is_word = text.contains(char::is_alphabetic) && !text.contains(". ") && !is_sentence && !is_nobody(text);
    (fits && is_word).then(|| Person { label: Label::named(text), is_name: false, is_titled: false })
}

/// Parts a name from the brackets behind it, of which the one that tells a party or an office is kept.
fn brackets(text: &str) -> Option<(&str, Option<&str>)> {
    let (mut name, mut kept) = (text, None);
    while let Some(inner) = name.strip_suffix(')') {
        let (before, bracket) = inner.rsplit_once('(')?;
        let bracket = bracket.trim();
        let lower = bracket.to_lowercase();
        let mut words = lower.split(|c: char| !c.is_alphabetic());
        let is_pronoun = lower.contains('/') && words.any(|word| PRONOUNS.contains(&word));
        if bracket.is_empty() || bracket.contains(')') {
            return None;
        }
        let is_manner = MANNERS.iter().any(|manner| lower.starts_with(manner));
        if !is_pronoun && !is_manner && !NO_PARTY.contains(&lower.as_str()) {
            // Of a constituency and a party, the party stands last.
            kept = kept.or(Some(bracket));
        }
        name = before.trim_end();
    }
    Some((name, kept))
}

/// Whether what stands behind a name and a comma is an office: `Moderator`, `Minister für Häfen`.
fn is_office(text: &str) -> bool {
    titles::part(text).is_office || matches!(titles::role(text), Some(Role::Chair | Role::Government))
}

/// Whether the words of `name` are such as stand before colons and name nobody.
fn is_nobody(name: &str) -> bool {
    let last = name.rsplit(char::is_whitespace).next().unwrap_or_default();
    let first = name.split_once(char::is_whitespace).map(|(first, _)| first.to_lowercase());
    let is_first = first.is_some_and(|first| is_among(NOBODY_FIRST, &first));
    is_first || is_among(NOBODY, &last.to_lowercase())
}

fn is_among(words: &str, word: &str) -> bool {
    words.split(' ').any(|other| other == word)
}

/// Whether `text` is built as names and offices are: capitalised words, particles, numbers behind the first word.
fn is_label_name(text: &str) -> bool {
    let is_mail = |word: &str| word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let is_number = |word: &str| word.len() <= 3 && word.chars().all(|c| c.is_ascii_digit());
    let fits = |(at, word): (usize, &str)| {
        let inner = word.trim_matches(['"', '“', '”', '\'', '‘', '’', ',']);
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '\'' | '’' | '.' | '/' | '_' | '&' | '#');
        let starts = inner.chars().all(plain)
            && (inner.starts_with(char::is_uppercase)
                || inner.chars().nth(1).is_some_and(char::is_uppercase)
                || dutch::is_name(inner)
                || dutch::is_particle(word)
                || SMALL.contains(&inner.to_lowercase().as_str())
                || at > 0 && (is_number(inner) || matches!(inner, "&" | "-" | "–"))
                || titles::part(inner).is_office);
        // A full stop ends a title or an initial; behind a longer word it ends a sentence.
        let ends = !inner.ends_with('.') || inner.chars().count() <= 6;
        starts && ends || is_mail(inner)
    };
    let is_somebody = |word: &str| word.contains(char::is_uppercase) || is_mail(word) || titles::part(word).is_office;
    !text.is_empty()
        && text.split_whitespace().count() <= MAX_WORDS
        && text.matches(',').count() <= 2
        && text.split_whitespace().enumerate().all(fits)
        && text.split_whitespace().any(is_somebody)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Form, name, honorific, party, role, seconds, what is shown, words.
    fn shown(line: &str) -> String {
        let Some(heading) = heading(line) else { return "-".into() };
        let Label { name, honorific, party, role } = &heading.label;
        let at = heading.at.map_or_else(|| "-".into(), |at| (at.0 / 1000).to_string());
        let (honorific, party) = (honorific.as_deref().unwrap_or("-"), party.as_deref().unwrap_or("-"));
        let (seen, words) = (&line[heading.shown.clone()], &line[heading.words..]);
        format!("{:?} {honorific}|{name}|{party} {} {at} <{seen}> <{words}>", heading.form, role.name())
    }

    #[test]
    fn ok_headings() {
        for (line, wanted) in [
            ("Pell (Chair): Good.", "Colon -|Pell|Chair chair - <Pell (Chair):> <Good.>"),
            ("[00:01:02] Ada Pell: Hm", "Colon -|Ada Pell|- guest 62 <Ada Pell:> <Hm>"),
            ("(00:46) Oordt (DP):", "Colon -|Oordt|DP member 46 <Oordt (DP):> <>"),
            ("00:46 - Oordt: Ja", "Colon -|Oordt|- guest 46 <Oordt:> <Ja>"),
            ("Speaker 1 (00:20):", "Timed -|Speaker 1|- guest 20 <Speaker 1> <>"),
            ("Ada Pell [00:20]: Yes", "Colon -|Ada Pell|- guest 20 <Ada Pell> <Yes>"),
            ("Ada Pell:Yes", "Colon -|Ada Pell|- guest - <Ada Pell:> <Yes>"),
            ("Pell, Ada   4:19", "Timed -|Pell, Ada|- guest 259 <Pell, Ada> <>"),
            ("Ada.Pell (SHE/HER)   4:19", "Timed -|Ada.Pell|- guest 259 <Ada.Pell (SHE/HER)> <>"),
            ("Ada Pell: 00:00:20", "Timed -|Ada Pell|- guest 20 <Ada Pell:> <>"),
            ("[Ada Pell] 14:00:20", "Timed -|Ada Pell|- guest 50420 <Ada Pell> <>"),
            ("ada_p7  0:20", "Timed -|ada_p7|- guest 20 <ada_p7> <>"),
            ("**Ada Pell** [00:20]", "Marked -|Ada Pell|- guest 20 <Ada Pell> <>"),
            ("**Ada Pell**: [36:20] Yes", "Marked -|Ada Pell|- guest 2180 <Ada Pell> <Yes>"),
            ("**Ada Pell:** Yes", "Marked -|Ada Pell|- guest - <Ada Pell:> <Yes>"),
            ("*Ada Pell*: Yes", "Marked -|Ada Pell|- guest - <Ada Pell> <Yes>"),
            ("__Mr. Pell__", "Marked Mr.|Pell|- guest - <Mr. Pell> <>"),
            ("**[00:20] Pell:** Yes", "Marked -|Pell|- guest 20 <Pell:> <Yes>"),
            ("ADA K. PELL, MODERATOR: Yes", "Colon -|ADA K. PELL|- chair - <ADA K. PELL, MODERATOR:> <Yes>"),
            ("Mayor O'Neil: Yes", "Colon Mayor|O'Neil|- guest - <Mayor O'Neil:> <Yes>"),
            ("Voorzitter Brasse:", "Colon Voorzitter|Brasse|- chair - <Voorzitter Brasse:> <>"),
            ("Minister van der Berg:", "Colon Minister|van der Berg|- government - <Minister van der Berg:> <>"),
            ("van der Berg: Ja", "Colon -|van der Berg|- guest - <van der Berg:> <Ja>"),
            ("a.pell@example.org: Ja", "Colon -|a.pell@example.org|- guest - <a.pell@example.org:> <Ja>"),
            ("Unknown speaker: Ja", "Colon -|Unknown speaker|- guest - <Unknown speaker:> <Ja>"),
            ("Ada Pell (External) (Guest): Ja", "Colon -|Ada Pell|- guest - <Ada Pell (External) (Guest):> <Ja>"),
            ("Councillor Pell: Ja", "Colon Councillor|Pell|- member - <Councillor Pell:> <Ja>"),
            ("Ada Pell (Eastmere) (DP): Ja", "Colon -|Ada Pell|DP member - <Ada Pell (Eastmere) (DP):> <Ja>"),
            ("The Chair (Ada Pell): Ja", "Colon The Chair|Ada Pell|- chair - <The Chair (Ada Pell):> <Ja>"),
            ("Jo Feld, Minister für Deiche: Ja", "Colon -|Jo Feld|- government - <Jo Feld, Minister für Deiche:> <Ja>"),
            ("Some hon. members: Ja", "Colon -|Some hon. members|- member - <Some hon. members:> <Ja>"),
            ("iPhone van Jo: Ja", "Colon -|iPhone van Jo|- guest - <iPhone van Jo:> <Ja>"),
            ("Q12   The Chair: Yes", "Colon -|The Chair|- chair - <The Chair:> <Yes>"),
            ("[SPEAKER_00]: Hi", "Colon -|SPEAKER_00|- guest - <SPEAKER_00> <Hi>"),
            ("10:02:11 From Ada Pell to Jo(Direct Message):", "Colon -|Ada Pell|- guest 36131 <Ada Pell> <>"),
            ("10:02:11  From  Ada Pell : Hi", "Colon -|Ada Pell|- guest 36131 <Ada Pell :> <Hi>"),
            ("14-03-2031 10:02 - Ada Pell: Hi", "Colon -|Ada Pell|- guest 36120 <Ada Pell:> <Hi>"),
            ("[3/14/31, 1:02:11 PM] Ada Pell: Hi", "Colon -|Ada Pell|- guest 46931 <Ada Pell:> <Hi>"),
            (
                "[14/03/2031, 10:02] +99 6 1234 5678: Hi",
                "Colon -|+99 6 1234 5678|- guest 36120 <+99 6 1234 5678:> <Hi>",
            ),
            ("Ada Pell [00:20] So: hi", "Timed -|Ada Pell|- guest 20 <Ada Pell> <So: hi>"),
            ("Ada Pell 1 minute 3 seconds", "Timed -|Ada Pell|- guest 63 <Ada Pell> <>"),
            ("[00:20.120] - Ada Pell", "Led -|Ada Pell|- guest 20 <Ada Pell> <>"),
            ("00:20 - Ada Pell", "Led -|Ada Pell|- guest 20 <Ada Pell> <>"),
            ("[00:20] Ada Pell", "Led -|Ada Pell|- guest 20 <Ada Pell> <>"),
            ("00:00:20 Ada Pell", "Led -|Ada Pell|- guest 20 <Ada Pell> <>"),
            ("ADA PELL (D), MODERATOR: Yes", "Colon -|ADA PELL|D chair - <ADA PELL (D), MODERATOR:> <Yes>"),
            ("Q. Were you there?", "Letter -|Q|- guest - <Q.> <Were you there?>"),
            ("A   I was.", "Letter -|A|- guest - <A> <I was.>"),
        ] {
            assert_eq!(shown(line), wanted, "{line}");
        }
    }

    #[test]
    fn err_headings() {
        for line in [
            "http://example.org",
            "10:20 Ada Pell",
            "BY MR. PELL:",
            "It took 3 seconds",
            "Read more (10:20) here",
            "Cost: high",
            "Next Steps: none",
            "Phase One: dig",
            "*Applause*",
            "Havennota 2030-2031: lezen",
            "The question is this: who pays?",
            "We start at 10:30",
            "At 10:30 we start: now",
            "Thank you, Ada. Pell said: yes",
            "Pell (): yes",
            "2 motions: yes",
            "**Nota bene** this is loud",
            "A man came in",
            "Queen",
            ":",
            "",
        ] {
            assert!(heading(line).is_none_or(|heading| !heading.is_name), "{line}: {}", shown(line));
        }
    }
}
