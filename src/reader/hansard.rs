//! The reports of other houses, in three styles that do not mix:
//!
//! ```text
//! report    = { front line } { turn | stage }
//! own line  = name "(" seat ")" "(" party ")" | "The Minister for ..." "(" name ")" | "Mr Speaker"      London
//!             and, once somebody was named so, the bare name; the words stand below
//! colon     = [ form ] name "(" seat ")" "(" party ")" ":" words                          London, older
//!           | [ form ] name "(" seat or office "," party ")" ":" words                    Ottawa
//!           | name "(" party ")" ":" | name "," office ":" | "Präsidentin" name ":"       Berlin
//! full stop = ( "M." | "Mme" ) name [ "(" group ")" ] [ "," office ] "." words            Paris
//! stage     = "(" words ")" | "[English]"       on lines of their own
//! page      = "Column 12" | "Share this contribution" | "● (1005)"
//! ```
//!
//! A text is claimed only if such headings recur with what is peculiar to the style: two brackets, a seat and a party
//! in one, a president by name. Names before a colon without that are left to `named_lines`. Deliberately ignored:
//! divisions, questions by number, and titles, which nothing tells from a short line of speech.

use std::collections::{HashMap, HashSet};

use super::{
    Confidence, Event, FormatReader, Line, Lines, congressional_record::english_date, dutch::is_name, event::Label,
    french, reflow::Flow,
};
use crate::{
    model::{AsideKind, Block, Format, Language, RepairKind, Role, Transcript},
    text::SourceSpan,
};

pub(super) const FORMAT: FormatReader = FormatReader { format: Format("hansard"), detect, read, complete };

/// The longest heading, in bytes: the office of a minister can be long.
const MAX_HEADING: usize = 180;

/// The most lines of one remark in brackets.
const MAX_STAGE_LINES: usize = 5;

/// Before a name; longer ones before their beginnings.
const FORMS: &str = "L'hon.|L’hon.|M.|Mme|Right Hon.|Rt. Hon.|Rt Hon|Hon.|Mr.|Mrs.|Ms.|Mr|Mrs|Ms|Miss|Sir|Dame";

/// The chair by its office alone.
const OFFICES: &str = "Mr Speaker|Mr. Speaker|Madam Speaker|Mr Deputy Speaker|Mr. Deputy Speaker|Madam Deputy Speaker|\
    The Speaker|The Deputy Speaker|The Acting Speaker|The Assistant Deputy Speaker|The Chair|The Chairman|\
    The Presiding Officer|The Deputy Presiding Officer|The Convener|The Deputy Convener|\
    Le Président|La Présidente|Le vice-président|La vice-présidente";

/// The chair by office and name.
const PRESIDENTS: &str = "Präsidentin|Präsident|Vizepräsidentin|Vizepräsident|Alterspräsidentin|Alterspräsident";

/// Whom the report does not know by name.
const CROWDS: &str = "Some hon. members|Some hon. Members|An hon. member|An hon. Member|Hon. Members|Voices";

/// What an office has in it that makes a member of the government of its holder.
const GOVERNS: &str = "Minister|minister|ministre|Secretary of State|secrétaire d|Chancellor|kanzler|staatssekretär|Staatssekretär|Treasury";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Style {
    OwnLine,
    Colon,
    FullStop,
}

/// What names a speaker at the beginning of a line.
struct Heading<'a> {
    style: Style,
    /// Its length, with the colon or full stop.
    length: usize,
    label: Label<'a>,
    /// Who is in the chair, where the heading of the chair tells.
    in_chair: Option<&'a str>,
    /// Whether nothing but a report of this style has such a heading.
    is_peculiar: bool,
}

/// The heading at the beginning of `text`, in any style.
fn heading(text: &str) -> Option<Heading<'_>> {
    if (text.starts_with("M. ") || text.starts_with("Mme "))
        && let Some(found) = full_stop(text)
    {
        return Some(found);
    }
    let colon = text.bytes().take(MAX_HEADING).position(|b| b == b':');
    if let Some(colon) = colon {
        let is_end = text[colon + 1..].chars().next().is_none_or(char::is_whitespace);
        let head = without_number(text[..colon].trim_end());
        let found = named(head).or_else(|| minister(head)).filter(|_| is_end)?;
        return Some(Heading { style: Style::Colon, length: colon + 1, ..found });
    }
    let found = (text.len() <= MAX_HEADING && !text.ends_with(['.', '!', '?', ';', ','])).then(|| named(text))??;
    Some(Heading { style: Style::OwnLine, length: text.len(), ..found })
}

/// A name with its brackets, or an office: the whole of `head`.
fn named(head: &str) -> Option<Heading<'_>> {
    let with = |label, in_chair, is_peculiar| {
        Some(Heading { style: Style::Colon, length: head.len(), label, in_chair, is_peculiar })
    };
    let bare = |name: &str, role| Label { name: name.to_owned().into(), honorific: None, party: None, role };
    let (outer, brackets) = brackets(head)?;
    if OFFICES.split('|').any(|office| office == outer) {
        return with(bare(outer, Role::Chair), brackets.first().map(|name| without_form(name).1), false);
    }
    if CROWDS.split('|').any(|crowd| crowd == outer) && brackets.is_empty() {
        return with(bare(outer, Role::Guest), None, false);
    }
    // `The Minister for Ports (John Pike)`
    if let Some(office) = outer.strip_prefix("The ") {
        let governs = GOVERNS.split('|').any(|word| office.contains(word));
        let (form, name) = without_form(brackets.first().copied().unwrap_or_default());
        let is_office = governs || ["Attorney", "Solicitor", "Leader of"].iter().any(|word| office.starts_with(word));
        let party = brackets.get(1).map(|party| (*party).into());
        let label = Label { name: name.into(), honorific: form.map(Into::into), party, role: Role::Government };
        return (is_office && brackets.len() < 3 && is_full_name(name)).then(|| with(label, None, true))?;
    }
    if let Some((president, name)) =
        PRESIDENTS.split('|').find_map(|office| Some((office, outer.strip_prefix(office)?.strip_prefix(' ')?)))
    {
        let label =
            Label { name: name.trim().into(), honorific: Some(president.into()), party: None, role: Role::Chair };
        return (is_name(name) && brackets.is_empty()).then(|| with(label, None, true))?;
    }
    let (whole, office) = outer.split_once(", ").map_or((outer, ""), |(name, office)| (name, office));
    let governs = |office: &str| GOVERNS.split('|').any(|word| office.contains(word));
    let (form, name) = without_form(whole);
    if !is_person(name) || !office.is_empty() && (!governs(office) || !brackets.is_empty()) {
        return None;
    }
    let (seat, party) = match brackets[..] {
        // The third says what kind of speech it is.
        [seat, party] | [seat, party, _] => (Some(seat), Some(party)),
        // Ottawa has both in one bracket.
        [one] => one.rsplit_once(", ").map_or((None, Some(one)), |(seat, party)| (Some(seat), Some(party))),
        [] => (None, None),
        _ => return None,
    };
    let role = match party {
        _ if governs(office)
            || seat.is_some_and(|seat| seat.starts_with("Minister") || seat.starts_with("Prime M")) =>
        {
            Role::Government
        }
        Some(_) => Role::Member,
        None => Role::Guest,
    };
    let label = Label { name: name.into(), honorific: form.map(Into::into), party: party.map(Into::into), role };
    with(label, None, seat.is_some())
}

/// `The First Minister`, who was named before.
fn minister(head: &str) -> Option<Heading<'_>> {
    let office = head.strip_prefix("The ").filter(|office| GOVERNS.split('|').any(|word| office.ends_with(word)))?;
    let is_office = office.split(' ').all(|word| word.starts_with(char::is_uppercase) || word == "of");
    let label = Label { name: head.into(), honorific: None, party: None, role: Role::Government };
    let heading = Heading { style: Style::Colon, length: head.len(), label, in_chair: None, is_peculiar: false };
    is_office.then_some(heading)
}

/// What stands before the brackets at the end of `head`, and in them.
fn brackets(head: &str) -> Option<(&str, Vec<&str>)> {
    let (mut outer, mut found) = (head, Vec::new());
    while let Some(rest) = outer.strip_suffix(')') {
        let (before, inner) = rest.rsplit_once('(')?;
        if inner.trim().is_empty() || found.len() == 3 {
            return None;
        }
        found.insert(0, inner.trim());
        outer = before.trim_end();
    }
    Some((outer, found))
}

/// The form of address before a name, and the name.
fn without_form(text: &str) -> (Option<&str>, &str) {
    let form = FORMS.split('|').find(|form| text.strip_prefix(form).is_some_and(|rest| rest.starts_with(' ')));
    form.map_or((None, text), |form| (Some(&text[..form.len()]), text[form.len()..].trim_start()))
}

/// What stands behind the number of a question: `3. `, `Q3. [12345] `.
fn without_number(head: &str) -> &str {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let Some((_, rest)) = head.split_once(". ").filter(|(number, _)| digits(number.trim_start_matches('Q'))) else {
        return head;
    };
    let code = rest.strip_prefix('[').and_then(|rest| rest.split_once("] ")).filter(|(code, _)| digits(code));
    code.map_or(rest, |(_, rest)| rest)
}

fn is_full_name(text: &str) -> bool {
    is_person(text) && text.contains(' ')
}

/// A name, or that of a lord: `Baroness Lind of Westmere`.
fn is_person(text: &str) -> bool {
    is_name(text) || text.split_once(" of ").is_some_and(|(name, place)| is_name(name) && is_name(place))
}

/// `M. Jean Lind (Rive), ministre des ports. – Words`, `Mme la présidente. Words`
fn full_stop(text: &str) -> Option<Heading<'_>> {
    let (title, rest) = text.split_once(' ')?;
    let from = title.len() + 1;
    // A full stop behind an initial does not end the heading.
    let ends = text.bytes().enumerate().take(MAX_HEADING).skip(from).filter(|(_, b)| *b == b'.');
    let is_word = |at: usize| text[from..at].rsplit([' ', '-']).next().is_some_and(|word| word.chars().count() > 1);
    let length = ends.map(|(at, _)| at).find(|at| is_word(*at))? + 1;
    let (head, behind) = (&text[from..length - 1], &text[length..]);
    if !behind.is_empty() && !behind.starts_with([' ', '–', '—']) {
        return None;
    }
    // The dash before the words is as much a part of the heading as the full stop.
    let words = behind.trim_start().trim_start_matches(['–', '—']);
    let (stop, length) =
        (length, if words.len() < behind.trim_start().len() { text.len() - words.len() } else { length });
    let found = |label, is_peculiar| Heading { style: Style::FullStop, length, label, in_chair: None, is_peculiar };
    if matches!(head, "le président" | "la présidente") {
        let name = &text[..stop - 1];
        return Some(found(Label { name: name.into(), honorific: None, party: None, role: Role::Chair }, true));
    }
    let (person, office) = head.split_once(", ").map_or((head, ""), |(person, office)| (person, office));
    let (name, group) = brackets(person)?;
    let is_office = ["le ", "la "].iter().any(|article| rest.starts_with(article)) && name.split(' ').count() < 4;
    let governs = |text: &str| ["ministre", "secrétaire d"].iter().any(|word| text.contains(word));
    if !is_name(name) && !(is_office && (governs(name) || name.contains("rapporteur"))) {
        return None;
    }
    let role = if governs(office) || is_office && governs(name) { Role::Government } else { Role::Member };
    let party = group.first().map(|group| (*group).into());
    Some(found(Label { name: name.into(), honorific: Some(title.into()), party, role }, false))
}

/// What the headings of a text have in common.
struct Layout<'a> {
    style: Style,
    counts: HashMap<&'a str, u32>,
    /// The names that stand in peculiar headings, or over a line of the page that follows headings.
    names: HashSet<String>,
    confidence: Confidence,
}

impl<'a> Layout<'a> {
    fn learn(lines: &[Line<'a>]) -> Option<Self> {
        let mut counts: HashMap<Style, (u32, HashMap<&'a str, u32>)> = HashMap::new();
        let mut names = HashSet::new();
        let mut is_german = false;
        for (at, line) in lines.iter().enumerate() {
            is_german |= line.text.starts_with("(Beifall");
            let next = lines.get(at + 1).map_or("", |line| line.text);
            let Some(found) = heading(line.text).or_else(|| over_brackets(line.text, next)) else { continue };
            let is_shared = next == SHARE && found.style == Style::OwnLine;
            let counted = counts.entry(found.style).or_default();
            *counted.1.entry(&line.text[..found.length]).or_default() += 1;
            if found.is_peculiar || is_shared {
                counted.0 += 1;
                names.insert(found.label.name.into_owned());
                if let Some((office, _)) =
                    line.text[..found.length].split_once(" (").filter(|_| found.style == Style::Colon)
                {
                    names.insert(office.to_owned());
                }
            }
        }
        let (style, (peculiar, counts)) = counts.into_iter().max_by_key(|(_, (peculiar, _))| *peculiar)?;
        let recurring = counts.values().filter(|&&n| n > 1).count();
        let all: u32 = counts.values().sum();
        let sure = match style {
            Style::OwnLine if peculiar >= 2 => 94,
            Style::Colon if peculiar >= 2 || peculiar >= 1 && is_german => 94,
            Style::FullStop if peculiar >= 1 && all >= 3 || recurring >= 2 && all >= 4 => 90,
            _ => 0,
        };
        Some(Self { style, counts, names, confidence: Confidence(sure) })
    }

    /// The heading that begins on `line`, where it ends, and how many of the lines behind `line` it takes.
    fn heading(
        &self,
        line: &Line<'a>,
        following: &[Line<'a>],
        before: Option<&Line<'a>>,
    ) -> Option<(Heading<'a>, usize, usize)> {
        let next = following.first();
        if self.style == Style::OwnLine
            && let Some((found, next)) = next.and_then(|next| Some((over_brackets(line.text, next.text)?, next)))
        {
            return Some((found, next.end(), 1));
        }
        if self.style == Style::Colon
            && let Some((found, end)) = next.and_then(|next| on_two_lines(line, next))
        {
            return Some((found, end, 1));
        }
        let found = heading(line.text).filter(|found| found.style == self.style)?;
        let recurs = || self.counts.get(&line.text[..found.length]).is_some_and(|&n| n > 1);
        let ended = || line.breaks > 1 || before.is_none_or(|line| line.text.ends_with(['.', '!', '?', ')', ']', '…']));
        let is_one = match self.style {
            Style::OwnLine => {
                found.is_peculiar || found.label.role == Role::Chair || self.names.contains(found.label.name.as_ref())
            }
            Style::Colon => {
                let is_named = self.names.contains(found.label.name.as_ref());
                let is_known = found.label.role != Role::Guest || found.label.honorific.is_some() || is_named;
                let is_minister = minister(&line.text[..found.length - 1]).is_some();
                if is_minister && !is_named {
                    return None;
                }
                found.is_peculiar || (is_known || is_crowd(&found.label.name)) && (recurs() || ended())
            }
            Style::FullStop => found.is_peculiar || ended(),
        };
        let end = line.start + found.length;
        is_one.then_some((found, end, 0))
    }
}

/// A heading with a long party or office: `Anna Lind (Bündnis für die` / `Küste):`. And where it ends.
fn on_two_lines<'a>(line: &Line<'a>, next: &Line<'a>) -> Option<(Heading<'a>, usize)> {
    let begins = line.text.len() < MAX_HEADING && line.text.contains(['(', ',']) && !line.text.contains(':');
    let colon = next.text.bytes().take(MAX_HEADING).position(|b| b == b':').filter(|_| begins && next.breaks == 1)?;
    let with = if line.text.ends_with('-') { "" } else { " " };
    let joined = [line.text, with, &next.text[..colon]].concat();
    let found =
        named(without_number(&joined)).filter(|found| matches!(found.label.role, Role::Member | Role::Government))?;
    let label = found.label.into_owned();
    let heading = Heading { style: Style::Colon, length: line.text.len(), label, in_chair: None, is_peculiar: false };
    Some((heading, next.start + colon + 1))
}

fn is_crowd(name: &str) -> bool {
    CROWDS.split('|').any(|crowd| crowd == name)
}

/// A name over its seat and party: `Jane Doe` / `(Eastmere) (Lab)`.
fn over_brackets<'a>(text: &'a str, next: &'a str) -> Option<Heading<'a>> {
    let (outer, found) = brackets(next)?;
    let [_, party] = found[..] else { return None };
    let (form, name) = without_form(text);
    (outer.is_empty() && is_name(name)).then(|| Heading {
        style: Style::OwnLine,
        length: text.len(),
        label: Label {
            name: name.into(),
            honorific: form.map(Into::into),
            party: Some(party.into()),
            role: Role::Member,
        },
        in_chair: None,
        is_peculiar: true,
    })
}

const SHARE: &str = "Share this contribution";

/// A line that belongs to the page: a column, a button, the time.
fn is_furniture(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let column = text.trim_matches(['[', ']']).strip_prefix("Column ").map(|rest| rest.trim_start_matches("number: "));
    let is_column = column.is_some_and(|rest| digits(rest.trim_end_matches(|c: char| c.is_ascii_uppercase())));
    let clock = text.trim_start_matches('●').trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    text == SHARE || is_column || clock.is_some_and(|clock| clock.len() == 4 && digits(clock))
}

fn detect(lines: &[Line<'_>]) -> Confidence {
    Layout::learn(lines).map_or(Confidence(0), |layout| layout.confidence)
}

fn read<'a>(lines: &Lines<'a>, emit: &mut dyn FnMut(Event<'a>)) {
    let all = lines.list();
    let layout = Layout::learn(all);
    let is_german =
        |line: &Line<'_>| line.text.starts_with("(Beifall") || PRESIDENTS.split('|').any(|p| line.text.starts_with(p));
    let is_french = |line: &Line<'_>| line.text.starts_with("Le Président") || line.text.starts_with("La Présidente");
    emit(Event::Language(match layout.as_ref().map(|layout| layout.style) {
        Some(Style::FullStop) => Language::French,
        Some(Style::Colon) if all.iter().any(is_german) => Language::German,
        Some(Style::Colon) if all.iter().any(is_french) => Language::French,
        _ => Language::English,
    }));
    let mut flow = Flow::new(lines);
    let (mut holders, mut ministers) = (HashMap::new(), HashMap::new());
    let mut at = 0;
    while let Some(line) = all.get(at) {
        let (before, following) = (at.checked_sub(1).map(|at| &all[at]), &all[at + 1..]);
        at += 1;
        if is_furniture(line.text) {
            flow.drop(line);
        } else if let Some((found, end, taken)) =
            layout.as_ref().and_then(|layout| layout.heading(line, following, before))
        {
            at += taken;
            let found = held(line, found, &mut ministers);
            chair(line, &found, &mut holders).map(Event::ChairTakenBy).into_iter().for_each(&mut *emit);
            turn(lines, (line, &following[..taken]), found, end, &mut flow, emit);
        } else if let Some(more) = stage_end(line, following) {
            flow.stage(&all[at - 1..at + more], AsideKind::Stage, emit);
            at += more;
        } else {
            flow.text(line, None, emit);
        }
    }
    flow.finish(emit);
}

/// Who is in the chair if the heading is that of an office. Each office has its own holder; who that is, only some
/// headings say.
fn chair<'a>(line: &Line<'a>, found: &Heading<'a>, holders: &mut HashMap<String, &'a str>) -> Option<&'a str> {
    let office = OFFICES.split('|').find(|office| *office == found.label.name)?;
    if let Some(name) = found.in_chair {
        holders.insert(office.to_owned(), name);
    }
    holders.get(office).copied().or_else(|| line.text.get(..office.len()))
}

/// The heading with the name of whoever holds the office that it gives.
fn held<'a>(line: &Line<'a>, found: Heading<'a>, ministers: &mut HashMap<&'a str, Label<'a>>) -> Heading<'a> {
    if found.label.role != Role::Government || !line.text.starts_with("The ") || found.length > line.text.len() {
        return found;
    }
    match line.text[..found.length].split_once(" (") {
        Some((office, _)) => {
            ministers.insert(office, found.label.clone());
            found
        }
        None => match ministers.get(&*found.label.name) {
            Some(label) => Heading { label: label.clone(), ..found },
            None => found,
        },
    }
}

fn turn<'a>(
    lines: &Lines<'a>,
    (line, taken): (&Line<'a>, &[Line<'a>]),
    found: Heading<'a>,
    end: usize,
    flow: &mut Flow<'_, 'a>,
    emit: &mut dyn FnMut(Event<'a>),
) {
    let span = SourceSpan::new(line.start..end);
    flow.other(span, line.breaks, emit);
    for next in taken {
        let with = if line.text.ends_with('-') { "" } else { " " };
        let repair = lines.replace(line.end(), next.start, with, RepairKind::LineBreak);
        repair.map(Event::Repair).into_iter().for_each(&mut *emit);
    }
    emit(Event::Turn { heading: span, speaker: Some(found.label), at: None });
    let last = taken.last().unwrap_or(line);
    let words = last.text[end - last.start..].trim_start();
    if !words.is_empty() {
        flow.rest(last.end() - words.len(), words);
    }
}

/// If a remark in brackets begins on `line`, how many of the lines behind it belong to it.
fn stage_end(line: &Line<'_>, following: &[Line<'_>]) -> Option<usize> {
    if !line.text.starts_with(['(', '[']) {
        return None;
    }
    let mut depth = 0_u32;
    let lines = std::iter::once(line).chain(following).take(MAX_STAGE_LINES);
    for (at, line) in lines.enumerate() {
        for (place, c) in line.text.char_indices() {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => continue,
            }
            if depth == 0 {
                let ends = place + 1 == line.text.len();
                return (ends && following[..at].iter().all(|line| line.breaks == 1)).then_some(at);
            }
        }
    }
    None
}

/// The first date before the first turn.
fn complete(transcript: &mut Transcript) {
    let Some(Block::Aside(front)) = transcript.blocks.first() else { return };
    let mut lines = transcript.paragraphs(&front.paragraphs).iter().map(|paragraph| transcript.words(paragraph.text));
    let date = lines.find_map(|line| english_date(line).or_else(|| french::find_date(&line.to_lowercase())));
    transcript.meeting.date = date;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ok_headings() {
        for (line, style, name, honorific, party, role) in [
            ("Mr Speaker", Style::OwnLine, "Mr Speaker", "", "", Role::Chair),
            ("Sir Amos Lind (Westmere) (Hill)", Style::OwnLine, "Amos Lind", "Sir", "Hill", Role::Member),
            ("The Minister for Ports (John Pike)", Style::OwnLine, "John Pike", "", "", Role::Government),
            ("Q3. [12345] Ann Doyle (Westmere) (Hill): What?", Style::Colon, "Ann Doyle", "", "Hill", Role::Member),
            ("Mr. John Pike (Eastmere, Shore): Ah.", Style::Colon, "John Pike", "Mr.", "Shore", Role::Member),
            ("Hon. Ann Lind (Minister of Ports, Hill): No", Style::Colon, "Ann Lind", "Hon.", "Hill", Role::Government),
            ("Ann Doyle (Westmere) (Hill) (Urgent Question): To", Style::Colon, "Ann Doyle", "", "Hill", Role::Member),
            ("M. John Pike (Eastmere, Rive): Oui.", Style::Colon, "John Pike", "M.", "Rive", Role::Member),
            ("Baroness Lind of Westmere (Hill):", Style::Colon, "Baroness Lind of Westmere", "", "Hill", Role::Member),
            ("Anna Lind (Deichpartei):", Style::Colon, "Anna Lind", "", "Deichpartei", Role::Member),
            ("Amos Hansen, Bundesminister für Häfen:", Style::Colon, "Amos Hansen", "", "", Role::Government),
            ("Vizepräsident Karl Brunn:", Style::Colon, "Karl Brunn", "Vizepräsident", "", Role::Chair),
            ("M. Jean Lind. Oui.", Style::FullStop, "Jean Lind", "M.", "", Role::Member),
            ("M. A. Lind (Rive). Oui.", Style::FullStop, "A. Lind", "M.", "Rive", Role::Member),
            ("Mme Odile Hale, ministre des ports. – Non", Style::FullStop, "Odile Hale", "Mme", "", Role::Government),
            ("Mme la présidente. Bien.", Style::FullStop, "Mme la présidente", "", "", Role::Chair),
        ] {
            let found = heading(line).map(|found| (found.style, found.label));
            let some = |text: &'static str| Some(text.into()).filter(|_| !text.is_empty());
            let label = Label { name: name.into(), honorific: some(honorific), party: some(party), role };
            assert_eq!(found, Some((style, label)), "{line}");
        }
    }

    #[test]
    fn err_headings() {
        for line in [
            "M. Lind a raison. M. Duval a tort.",
            "M. le ministre a dit ceci :",
            "The Minister said two things: no, and no",
            "The Minister for Ports (who was not there)",
            "I asked the hon. Member (Mr. Pike) twice:",
            "Erstens: Wer zahlt?",
            "Präsidentin einer Partei:",
            "the pier at Eastmere (Shore) (Hill)",
        ] {
            assert!(heading(line).is_none_or(|found| found.label.role == Role::Guest && !found.is_peculiar), "{line}");
        }
    }
}
