//! What names a speaker at the beginning of a line, in the reports of other houses. Which of it is a heading, the whole
//! text tells (`hansard.rs`, where the grammar stands).

use super::{Line, dutch::is_name, event::Label, titles};
use crate::model::Role;

/// The longest heading, in bytes: the office of a minister can be long.
pub(super) const MAX_HEADING: usize = 180;

/// Before a name; longer ones before their beginnings.
const FORMS: &str = "L'hon.|L’hon.|M.|Mme|Right Hon.|Rt. Hon.|Rt Hon|Hon.|Mr.|Mrs.|Ms.|Mr|Mrs|Ms|Miss|Sir|Dame|\
    Deputy|Senator|Abgeordneter|Abgeordnete";

/// Those of them that only members have.
const OF_MEMBERS: &str = "Deputy|Senator|Abgeordneter|Abgeordnete";

/// How the names of lords begin; they stand in no other house.
const PEERS: &str = "Lord|Lady|Baroness|Baron|Viscount|Viscountess|Earl|The Earl|The Countess|The Marquess|The Duke|\
    The Duchess|The Viscount";

/// Lords without a party, by their office alone.
const BISHOPS: &str = "The Lord Bishop of|The Archbishop of|The Lord Archbishop of";

/// The chair by its office alone.
pub(super) const OFFICES: &str = "Mr Speaker|Mr. Speaker|Madam Speaker|Mr Deputy Speaker|Mr. Deputy Speaker|\
    Madam Deputy Speaker|The Speaker|The Deputy Speaker|The Acting Speaker|The Assistant Deputy Speaker|The Chair|\
    The Chairman|The Presiding Officer|The Deputy Presiding Officer|The Convener|The Deputy Convener|\
    The Lord Speaker|The Senior Deputy Speaker|The Deputy Chairman of Committees|\
    An Ceann Comhairle|An Leas-Cheann Comhairle|An Cathaoirleach|An Leas-Chathaoirleach|\
    Le Président|La Présidente|Le vice-président|La vice-présidente";

/// The chair by office and name.
pub(super) const PRESIDENTS: &str =
    "Präsidentin|Präsident|Vizepräsidentin|Vizepräsident|Alterspräsidentin|Alterspräsident";

/// The chair in Strasbourg, in the languages of the chair.
const OF_EUROPE: &str = "President|Präsident|Präsidentin|Der Präsident|Die Präsidentin|Le Président|La Présidente|\
    Voorzitter|De Voorzitter";

/// For whom somebody speaks there: what stands before the group, and behind it.
const ON_BEHALF: &[(&str, &str)] = &[
    ("on behalf of the ", " Group"),
    ("on behalf of the ", " group"),
    ("au nom du groupe ", ""),
    ("im Namen der ", "-Fraktion"),
    ("namens de ", "-Fractie"),
];

/// Ministers with their names behind the office.
const GERMAN_MINISTERS: &str = "Bundeskanzler|Bundeskanzlerin|Vizekanzler|Vizekanzlerin|Bundesminister|Bundesministerin|\
    Staatssekretär|Staatssekretärin";

/// Ministers who are never named otherwise.
const IRISH_MINISTERS: &str = "The Taoiseach|The Tánaiste";

/// Whom the report does not know by name.
const CROWDS: &str = "Some hon. members|Some hon. Members|An hon. member|An hon. Member|Hon. Members|Voices";

/// The same in Paris.
const FRENCH_CROWDS: &str = "Plusieurs députés|Plusieurs sénateurs|Un député|Une députée|Un sénateur|Une sénatrice";

/// What an office has in it that makes a member of the government of its holder.
const GOVERNS: &str = "Minister|minister|ministre|Secretary of State|secrétaire d|Chancellor|kanzler|staatssekretär|\
    Staatssekretär|Treasury|Taoiseach|Tánaiste";

/// How offices begin whose holders belong to the government without such a word.
const GOVERNS_FIRST: &str = "Attorney|Solicitor|Advocate|Leader of|Lord Privy Seal";

fn is_among(list: &str, text: &str) -> bool {
    list.split('|').any(|one| one == text)
}

fn governs(office: &str) -> bool {
    GOVERNS.split('|').any(|word| office.contains(word))
}

/// What stands behind one of these beginnings and a blank, and which it is.
fn begins<'a>(list: &str, text: &'a str) -> Option<(&'a str, &'a str)> {
    let rest = list.split('|').find_map(|one| text.strip_prefix(one)?.strip_prefix(' '))?;
    Some((text[..text.len() - rest.len()].trim_end(), rest.trim_start()))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Style {
    OwnLine,
    Colon,
    FullStop,
    Dash,
}

/// What names a speaker at the beginning of a line.
pub(super) struct Heading<'a> {
    pub(super) style: Style,
    /// Its length, with the colon or full stop.
    pub(super) length: usize,
    pub(super) label: Label<'a>,
    /// Who is in the chair, where the heading of the chair tells.
    pub(super) in_chair: Option<&'a str>,
    /// Whether nothing but a report of this style has such a heading.
    pub(super) is_peculiar: bool,
}

/// The heading at the beginning of `text`, in any style.
pub(super) fn heading(text: &str) -> Option<Heading<'_>> {
    if let Some(found) = full_stop(text).or_else(|| crowd(text)).or_else(|| dash(text)) {
        return Some(found);
    }
    let colon = text.bytes().take(MAX_HEADING).position(|b| b == b':');
    if let Some(colon) = colon {
        let is_end = text[colon + 1..].chars().next().is_none_or(char::is_whitespace);
        let head = without_number(text[..colon].trim_end());
        let found = whole(head, Style::Colon).or_else(|| minister(head)).filter(|_| is_end)?;
        return Some(Heading { length: colon + 1, ..found });
    }
    let fits = text.len() <= MAX_HEADING && !text.ends_with(['.', '!', '?', ';', ',']);
    fits.then(|| whole(text, Style::OwnLine))?
}

/// A name with its brackets, or an office: the whole of `head`.
fn whole(head: &str, style: Style) -> Option<Heading<'_>> {
    let (outer, brackets) = brackets(head)?;
    Some(Heading { length: head.len(), ..named(outer, &brackets, style)? })
}

/// A name or an office, and what stands in brackets behind it.
fn named<'a>(outer: &'a str, brackets: &[&'a str], style: Style) -> Option<Heading<'a>> {
    let with = |label, in_chair, is_peculiar| Some(Heading { style, length: 0, label, in_chair, is_peculiar });
    let bare = |role| Label { name: outer.into(), honorific: None, party: None, role };
    if is_among(OFFICES, outer) {
        let is_peculiar = outer.starts_with("An ") || brackets.first().is_some_and(|name| name.ends_with(')'));
        return with(bare(Role::Chair), brackets.first().map(|name| in_chair(name)), is_peculiar);
    }
    if brackets.is_empty() && is_among(CROWDS, outer) {
        return with(bare(Role::Guest), None, false);
    }
    if brackets.is_empty() && is_among(IRISH_MINISTERS, outer) {
        return with(bare(Role::Government), None, true);
    }
    if brackets.is_empty() && begins(BISHOPS, outer).is_some_and(|(_, place)| is_name(place)) {
        return with(bare(Role::Member), None, false);
    }
    if let Some(found) = office_holder(outer, brackets) {
        return with(found.0, None, found.1);
    }
    if let Some((president, name)) = begins(PRESIDENTS, outer) {
        let label = Label { name: name.into(), honorific: Some(president.into()), party: None, role: Role::Chair };
        return (is_name(name) && brackets.is_empty()).then(|| with(label, None, true))?;
    }
    if let Some(label) = german_minister(outer).filter(|_| brackets.is_empty()) {
        return with(label, None, false);
    }
    member(outer, brackets, style).and_then(|(label, is_peculiar)| with(label, None, is_peculiar))
}

/// Who is in the chair: `Mr. Hale`, `Mr. Amos Hale (Eastmere, Shore)`.
fn in_chair(text: &str) -> &str {
    without_form(brackets(text).map_or(text, |(name, _)| name)).1
}

/// `The Minister for Ports (John Pike)`, `Minister for Ports (Deputy John Pike)`, and whether it is peculiar.
fn office_holder<'a>(outer: &str, brackets: &[&'a str]) -> Option<(Label<'a>, bool)> {
    let (form, name) = without_form(brackets.first()?);
    let office = outer.strip_prefix("The ");
    let is_office = match office {
        Some(office) => governs(office) || GOVERNS_FIRST.split('|').any(|word| office.starts_with(word)),
        // Without the article it may be anybody's minutes, unless the name tells the house.
        None => form.is_some_and(|form| is_among(OF_MEMBERS, form)) && outer.starts_with("Minister "),
    };
    let party = brackets.get(1).map(|party| (*party).into());
    let label = Label { name: name.into(), honorific: form.map(Into::into), party, role: Role::Government };
    (is_office && brackets.len() < 3 && is_full_name(name)).then_some((label, true))
}

/// `Bundeskanzler Karl Brunn, MSc`, `Bundesminister für Häfen Karl Brunn`.
fn german_minister(outer: &str) -> Option<Label<'_>> {
    let whole = without_degrees(outer);
    let (_, rest) = begins(GERMAN_MINISTERS, whole)?;
    // Where the office goes on, the name is what stands from the first academic title on, or the last two words.
    let name = if rest.starts_with("für ") || rest.starts_with("im ") {
        let title =
            rest.match_indices(' ').find(|(at, _)| rest[at + 1..].split(' ').next().is_some_and(|w| w.ends_with('.')));
        let last_two = || rest.rmatch_indices(' ').nth(1);
        &rest[title.or_else(last_two)?.0 + 1..]
    } else {
        rest
    };
    let office = &whole[..whole.len() - name.len()];
    let label =
        Label { name: name.into(), honorific: Some(office.trim_end().into()), party: None, role: Role::Government };
    is_full_name(name).then_some(label)
}

/// A name, with or without an office, a seat and a party; and whether only such a report has it.
fn member<'a>(outer: &'a str, brackets: &[&'a str], style: Style) -> Option<(Label<'a>, bool)> {
    let (whole, office) = without_degrees(outer).split_once(", ").unwrap_or((without_degrees(outer), ""));
    let (form, name) = without_form(whole);
    if !is_person(name) || !office.is_empty() && (!governs(office) || !brackets.is_empty()) {
        return None;
    }
    let (seat, party) = match *brackets {
        // The third says what kind of speech it is.
        [seat, party] | [seat, party, _] => (Some(seat), Some(party)),
        // Ottawa has both in one bracket.
        [one] => seat_and_party(one),
        [] => (None, None),
        _ => return None,
    };
    let is_of_house = form.is_some_and(|form| is_among(OF_MEMBERS, form));
    let role = match (seat, party) {
        _ if governs(office)
            || seat
                .is_some_and(|seat| seat.starts_with("Prime M") || seat.contains("Minister") && !is_function(seat)) =>
        {
            Role::Government
        }
        (_, Some(_)) => Role::Member,
        (Some(office), None) => titles::role(office).unwrap_or(Role::Guest),
        _ if is_of_house => Role::Member,
        _ => Role::Guest,
    };
    // `Deputy Mayor Lind` is the mayor's deputy.
    let (is_deputy, titled) = (form == Some("Deputy"), titles::part(name));
    if is_deputy && (titled.honorific.is_some() || titled.is_office) {
        return None;
    }
    let is_deputy = is_deputy && name.contains(' ');
    let is_party = |text: &str| !text.contains(|c: char| c.is_ascii_digit());
    let is_peer = party.is_some_and(is_party) && begins(PEERS, name).is_some();
    let is_peculiar = seat.is_some() && party.is_some() || is_peer || is_deputy && style == Style::OwnLine;
    let label = Label { name: name.into(), honorific: form.map(Into::into), party: party.map(Into::into), role };
    Some((label, is_peculiar))
}

/// What one bracket says: `Eastmere, Shore`, `Shore`, `Minister of Ports, Shore`, `Minister of Ports`, `Governor, Bank
/// of Eastmere`. An office is no party, and what an officer belongs to neither.
fn seat_and_party(bracket: &str) -> (Option<&str>, Option<&str>) {
    if is_function(bracket) {
        return (None, None);
    }
    match bracket.rsplit_once(", ") {
        Some((seat, party)) => (Some(seat), Some(party)),
        None if matches!(titles::role(bracket), Some(Role::Chair | Role::Government)) => (Some(bracket), None),
        None => (None, Some(bracket)),
    }
}

/// Whether this is the function of somebody whom the house has asked: `Governor, Bank of Eastmere`.
fn is_function(text: &str) -> bool {
    let (office, whose) = text.rsplit_once(", ").unwrap_or((text, ""));
    let is_officer = || titles::is_function(office) && titles::role(office).is_none() && !governs(office);
    whose.contains(" of ") || office.contains("Deputy Minister") || is_officer()
}

/// `The First Minister`, who was named before.
pub(super) fn minister(head: &str) -> Option<Heading<'_>> {
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
        let mut depth = 1_u32;
        let open = rest.bytes().rposition(|b| {
            depth = if b == b')' { depth + 1 } else { depth - u32::from(b == b'(') };
            depth == 0
        })?;
        let inner = rest[open + 1..].trim();
        if inner.is_empty() || found.len() == 3 {
            return None;
        }
        found.insert(0, inner);
        outer = rest[..open].trim_end();
    }
    Some((outer, found))
}

/// The form of address before a name, and the name.
fn without_form(text: &str) -> (Option<&str>, &str) {
    begins(FORMS, text).map_or((None, text), |(form, name)| (Some(form), name))
}

/// A name without what stands behind it in Vienna: `, MSc`, `, BA MA`.
fn without_degrees(text: &str) -> &str {
    let is_degree = |word: &str| word.chars().count() <= 6 && word.chars().filter(|c| c.is_uppercase()).count() > 1;
    text.split_once(", ").filter(|(_, behind)| behind.split(' ').all(is_degree)).map_or(text, |(name, _)| name)
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

/// `President. – Words`, `Ada Lind (SHORE). – Words`, `Ada Lind, on behalf of the Shore Group. – Words`
fn dash(text: &str) -> Option<Heading<'_>> {
    let mut stops = text.match_indices(". ").map(|(at, _)| at).take_while(|at| *at < MAX_HEADING);
    let stop = stops.find(|at| text[at + 2..].starts_with(['–', '—', '−']))?;
    let (head, words) = (&text[..stop], text[stop + 2..].trim_start_matches(['–', '—', '−']));
    let found = |label, is_peculiar| {
        let length = text.len() - words.len();
        Some(Heading { style: Style::Dash, length, label, in_chair: None, is_peculiar })
    };
    if is_among(OF_EUROPE, head) {
        return found(Label { name: head.into(), honorific: None, party: None, role: Role::Chair }, true);
    }
    let (person, function) = head.split_once(", ").unwrap_or((head, ""));
    let (name, group) = brackets(person)?;
    let behalf = || ON_BEHALF.iter().find_map(|(before, behind)| function.strip_prefix(before)?.strip_suffix(behind));
    let party = group.first().copied().or_else(behalf);
    let role = match party {
        Some(_) => Role::Member,
        None if governs(function) || function.ends_with("Commission") => Role::Government,
        None => Role::Guest,
    };
    let label = Label { name: name.into(), honorific: None, party: party.map(Into::into), role };
    (is_full_name(name) && group.len() < 2 && !function.contains(". ")).then(|| found(label, false))?
}

/// `M. Jean Lind (Rive), ministre des ports. – Words`, `Mme la présidente. Words`
fn full_stop(text: &str) -> Option<Heading<'_>> {
    let (title, rest) = text.split_once(' ').filter(|(title, _)| matches!(*title, "M." | "Mme"))?;
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

/// `Plusieurs députés. Words`, `Plusieurs députés du groupe RIVE. Words`
fn crowd(text: &str) -> Option<Heading<'_>> {
    let rest = FRENCH_CROWDS.split('|').find_map(|crowd| text.strip_prefix(crowd))?;
    let (group, words) = rest.split_once('.')?;
    let named = group.strip_prefix(" du groupe ").or_else(|| group.strip_prefix(" des groupes "));
    let is_group = |name: &str| name.split(' ').all(|word| word == "et" || word.starts_with(char::is_uppercase));
    let length = text.len() - words.len();
    let label = Label { name: text[..length - 1].into(), honorific: None, party: None, role: Role::Guest };
    let heading = Heading { style: Style::FullStop, length, label, in_chair: None, is_peculiar: false };
    (group.is_empty() || named.is_some_and(is_group)).then_some(heading)
}

/// A name or an office over what is in its brackets: `Jane Doe` / `(Eastmere) (Lab)`, `The Minister for Ports` /
/// `(John Pike)`.
pub(super) fn over_brackets<'a>(text: &'a str, next: &Line<'a>) -> Option<Heading<'a>> {
    let is_short = text.len() <= MAX_HEADING && next.text.len() <= MAX_HEADING && next.text.starts_with('(');
    let (outer, found) = brackets(next.text).filter(|_| is_short && next.breaks == 1)?;
    let heading = named(text, &found, Style::OwnLine).filter(|_| outer.is_empty() && !found.is_empty())?;
    let is_one = heading.is_peculiar || heading.in_chair.is_some_and(is_full_name);
    is_one.then_some(Heading { length: text.len(), ..heading })
}

/// A heading with a long party or office: `Anna Lind (Bündnis für die` / `Küste):`. And where it ends.
pub(super) fn on_two_lines<'a>(line: &Line<'a>, next: &Line<'a>) -> Option<(Heading<'a>, usize)> {
    let begins = line.text.len() < MAX_HEADING && line.text.contains(['(', ',']) && !line.text.contains(':');
    let colon = next.text.bytes().take(MAX_HEADING).position(|b| b == b':').filter(|_| begins && next.breaks == 1)?;
    let joined = [line.text, joint(line.text), &next.text[..colon]].concat();
    let found = whole(without_number(&joined), Style::Colon)?;
    let label = matches!(found.label.role, Role::Member | Role::Government).then(|| found.label.into_owned())?;
    let heading = Heading { style: Style::Colon, length: line.text.len(), label, in_chair: None, is_peculiar: false };
    Some((heading, next.start + colon + 1))
}

/// What stands between this line of a heading and the next: `Bündnis 90/` goes on without a blank.
pub(super) fn joint(line: &str) -> &'static str {
    if line.ends_with(['-', '/']) { "" } else { " " }
}

/// Whether this is whom the report does not know by name.
pub(super) fn is_crowd(name: &str) -> bool {
    is_among(CROWDS, name)
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
            ("Plusieurs députés. Oh !", Style::FullStop, "Plusieurs députés", "", "", Role::Guest),
            ("Lord Pike (Hill)", Style::OwnLine, "Lord Pike", "", "Hill", Role::Member),
            ("The Earl of Westmere (Hill)", Style::OwnLine, "The Earl of Westmere", "", "Hill", Role::Member),
            ("The Lord Bishop of Eastmere", Style::OwnLine, "The Lord Bishop of Eastmere", "", "", Role::Member),
            (
                "The Minister of State, Port Office (Lord Lind of Ley) (Hill)",
                Style::OwnLine,
                "Lord Lind of Ley",
                "",
                "Hill",
                Role::Government,
            ),
            ("Deputy Ann Doyle", Style::OwnLine, "Ann Doyle", "Deputy", "", Role::Member),
            ("Minister for Ports (Deputy John Pike): No", Style::Colon, "John Pike", "Deputy", "", Role::Government),
            ("The Taoiseach: No", Style::Colon, "The Taoiseach", "", "", Role::Government),
            ("The Chair (Mr. Amos Hale (Westmere, Hill)): Yes", Style::Colon, "The Chair", "", "", Role::Chair),
            ("Ms. Ann Doyle (Governor, Bank of Eastmere): Yes", Style::Colon, "Ann Doyle", "Ms.", "", Role::Guest),
            ("Mr. John Pike (Chief Economist, Harbour Union): Yes", Style::Colon, "John Pike", "Mr.", "", Role::Guest),
            (
                "Hon. Ann Lind (Deputy Prime Minister, Hill): No",
                Style::Colon,
                "Ann Lind",
                "Hon.",
                "Hill",
                Role::Government,
            ),
            (
                "Abgeordnete Mag. Anna Lind, MES (Deich): Ja",
                Style::Colon,
                "Mag. Anna Lind",
                "Abgeordnete",
                "Deich",
                Role::Member,
            ),
            ("Bundeskanzler Karl Brunn, BA MSc: Ja", Style::Colon, "Karl Brunn", "Bundeskanzler", "", Role::Government),
            (
                "Bundesminister für Häfen Dr. Karl Brunn: Ja",
                Style::Colon,
                "Dr. Karl Brunn",
                "Bundesminister für Häfen",
                "",
                Role::Government,
            ),
            (
                "Bundesministerin für Häfen Anna Lind: Ja",
                Style::Colon,
                "Anna Lind",
                "Bundesministerin für Häfen",
                "",
                Role::Government,
            ),
            ("Ann Doyle (Rep.): Yes", Style::Colon, "Ann Doyle", "", "Rep.", Role::Member),
            ("Ann Doyle (Chair): Yes", Style::Colon, "Ann Doyle", "", "", Role::Chair),
            ("President. – Yes", Style::Dash, "President", "", "", Role::Chair),
            ("Ann Doyle (SHORE). – Yes", Style::Dash, "Ann Doyle", "", "SHORE", Role::Member),
            ("Jo van Lind, on behalf of the HILL Group. – Yes", Style::Dash, "Jo van Lind", "", "HILL", Role::Member),
            ("Ann Doyle, Vice-President of the Commission. – Yes", Style::Dash, "Ann Doyle", "", "", Role::Government),
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
            "Plusieurs députés du groupe ont voté. Bien.",
            "Deputy Mayor Lind",
            "Deputy City Clerk",
            "Deputy Ann Doyle said no",
            "Lind (2031). – The pier.",
            "Nobody spoke. – Then the bell rang.",
            "Paul and Una. They sailed.",
            "Lord of the Piers",
            "A bishop of Eastmere (Hill)",
        ] {
            assert!(heading(line).is_none_or(|found| found.label.role == Role::Guest && !found.is_peculiar), "{line}");
        }
    }
}
