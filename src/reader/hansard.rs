//! The reports of other houses, in four styles that do not mix:
//!
//! ```text
//! report    = { front line } { turn | stage }
//! own line  = name "(" seat ")" "(" party ")" | "The Minister for ..." "(" name ")" | "Mr Speaker"      London
//!           | "Lord" name "(" party ")" | "The Lord Bishop of" place
//!           | "Deputy" name | "Minister for ..." "(Deputy" name ")" | "An Ceann Comhairle"        Dublin
//!             and, once somebody was named so, the bare name; the words stand below. The brackets may stand on the
//!             next line
//! colon     = [ form ] name "(" seat ")" "(" party ")" ":" words                          London, older
//!           | [ form ] name "(" seat or office "," party ")" ":" words                    Ottawa
//!           | name "(" party ")" ":" | name "," office ":" | "Präsidentin" name ":"       Berlin, Vienna
//! full stop = ( "M." | "Mme" ) name [ "(" group ")" ] [ "," office ] "." words            Paris
//!           | "Plusieurs députés" [ "du groupe" name ] "." words
//! dash      = "President. –" words | name [ "(" group ")" ] [ "," function ] ". –" words  Strasbourg
//! stage     = "(" words ")" | "[English]"       on lines of their own
//! page      = "Column 12" | "Share this contribution" | "● (1005)"
//! ```
//!
//! A text is claimed only if such headings recur with what is peculiar to the style: two brackets, a seat and a party
//! in one, a president by name, an office of that house. Names before a colon without that are left to `named_lines`. Deliberately ignored:
//! divisions, questions by number, and titles, which nothing tells from a short line of speech.

use std::collections::{HashMap, HashSet};

use super::{
    Confidence, Event, FormatReader, Line, Lines,
    congressional_record::english_date,
    event::Label,
    french,
    hansard_label::{
        Heading, OFFICES, PRESIDENTS, Style, heading, is_crowd, joint, minister, on_two_lines, over_brackets,
    },
    reflow::Flow,
    step,
};
use crate::{
    model::{AsideKind, Block, Format, Language, RepairKind, Role, Transcript, pause},
    text::SourceSpan,
};

pub(super) const FORMAT: FormatReader =
    FormatReader { format: Format("hansard"), detect, read: |lines, emit| Box::pin(read(lines, emit)), complete };

/// The most lines of one remark in brackets.
const MAX_STAGE_LINES: usize = 5;

/// What looks like a heading, and where.
struct Found<'a> {
    at: usize,
    /// How many of the lines behind the first belong to it.
    taken: usize,
    heading: Heading<'a>,
}

impl<'a> Found<'a> {
    fn at(lines: &[Line<'a>], at: usize) -> Option<Self> {
        let line = lines.get(at)?;
        let over = lines.get(at + 1).and_then(|next| over_brackets(line.text, next));
        let (taken, heading) = over.map_or_else(|| Some((0, heading(line.text)?)), |heading| Some((1, heading)))?;
        Some(Self { at, taken, heading })
    }

    /// The line behind it.
    fn behind(&self) -> usize {
        self.at + self.taken + 1
    }
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
        let found: Vec<Found<'a>> = (0..lines.len()).filter_map(|at| Found::at(lines, at)).collect();
        let is_share_above = is_share_above(lines, &found);
        let mut counts: HashMap<Style, (u32, HashMap<&'a str, u32>)> = HashMap::new();
        let (mut names, mut clear) = (HashSet::new(), 0);
        for (which, Found { at, taken, heading }) in found.iter().enumerate() {
            let behind = found[which].behind();
            let is_shared = heading.style == Style::OwnLine
                && is_share(lines, if is_share_above { at.checked_sub(1) } else { Some(behind) });
            // In a list of members nobody speaks.
            let is_listed = heading.style == Style::OwnLine
                && found.get(which + 1).is_some_and(|next| next.at == behind && next.heading.is_peculiar);
            let text = &lines[*at].text[..heading.length];
            let counted = counts.entry(heading.style).or_default();
            let count = counted.1.entry(text).or_default();
            *count += 1;
            if heading.is_peculiar && !is_listed || is_shared {
                counted.0 += 1;
                // `Lord Pike (Hill)` and `Deputy Jo Pike` may stand in a list of persons, unless one recurs.
                let is_clear = heading.label.role != Role::Member || *taken > 0 || text.contains(") (") || *count > 1;
                clear += u32::from(is_clear && heading.style == Style::OwnLine);
                names.insert(heading.label.name.clone().into_owned());
                names.extend(text.split(" (").next().map(str::to_owned));
            }
        }
        let is_german = lines.iter().any(|line| line.text.starts_with("(Beifall"));
        let most = |(style, (peculiar, _)): &(Style, (u32, _))| (*peculiar, *style as u8);
        let (style, (peculiar, counts)) = counts.into_iter().max_by_key(most)?;
        let recurring = counts.values().filter(|&&n| n > 1).count();
        let all: u32 = counts.values().sum();
        let sure = match style {
            Style::OwnLine if peculiar >= 2 && clear > 0 => 94,
            Style::Colon if peculiar >= 2 || peculiar >= 1 && is_german => 94,
            Style::FullStop if peculiar >= 1 && all >= 3 || recurring >= 2 && all >= 4 => 90,
            Style::Dash if peculiar >= 1 && all >= 3 => 90,
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
            && let Some((found, next)) = next.and_then(|next| Some((over_brackets(line.text, next)?, next)))
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
                let is_member = found.label.role == Role::Member && found.label.party.is_none();
                found.is_peculiar
                    || found.label.role == Role::Chair
                    || is_member && ended()
                    || found.label.honorific.is_some() && recurs() && line.breaks > 1
                    || self.names.contains(found.label.name.as_ref())
            }
            Style::Colon => {
                let is_named = self.names.contains(found.label.name.as_ref());
                let head = &line.text[..found.length - 1];
                let is_titled = head.ends_with(')') || found.label.honorific.is_some();
                let is_known = found.label.role != Role::Guest || is_titled || is_named;
                let is_minister = minister(head).is_some();
                if is_minister && !is_named {
                    return None;
                }
                found.is_peculiar || (is_known || is_crowd(&found.label.name)) && (recurs() || ended())
            }
            Style::FullStop | Style::Dash => found.is_peculiar || ended(),
        };
        let end = line.start + found.length;
        is_one.then_some((found, end, 0))
    }
}

/// Whether the button stands above the names and not below them.
fn is_share_above(lines: &[Line<'_>], found: &[Found<'_>]) -> bool {
    let clear = || found.iter().filter(|found| found.heading.is_peculiar && found.heading.style == Style::OwnLine);
    let above = clear().filter(|found| is_share(lines, found.at.checked_sub(1))).count();
    above > clear().filter(|found| is_share(lines, Some(found.behind()))).count()
}

fn is_share(lines: &[Line<'_>], at: Option<usize>) -> bool {
    at.and_then(|at| lines.get(at)).is_some_and(|line| line.text == SHARE)
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

async fn read<'a>(lines: &Lines<'a>, emit: &mut dyn FnMut(Event<'a>)) {
    let all = lines.list();
    let layout = Layout::learn(all);
    pause().await;
    let is_german =
        |line: &Line<'_>| line.text.starts_with("(Beifall") || PRESIDENTS.split('|').any(|p| line.text.starts_with(p));
    let is_french = |line: &Line<'_>| line.text.starts_with("Le Président") || line.text.starts_with("La Présidente");
    emit(Event::Language(match layout.as_ref().map(|layout| layout.style) {
        Some(Style::FullStop) => Language::French,
        Some(Style::Dash) => of_the_chair(all),
        Some(Style::Colon) if all.iter().any(is_german) => Language::German,
        Some(Style::Colon) if all.iter().any(is_french) => Language::French,
        _ => Language::English,
    }));
    let mut flow = Flow::new(lines);
    let (mut holders, mut ministers) = (HashMap::new(), HashMap::new());
    let mut at = 0;
    while let Some(line) = all.get(at) {
        step(at).await;
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

/// The heading with the name of whoever holds the office that it gives, and with the office of whom it names.
fn held<'a>(line: &Line<'a>, mut found: Heading<'a>, ministers: &mut HashMap<String, Label<'a>>) -> Heading<'a> {
    match ministers.get(&*found.label.name) {
        Some(label) if found.label.name.starts_with("The ") => found.label = label.clone(),
        Some(_) if found.label.role == Role::Member => found.label.role = Role::Government,
        None if found.label.role == Role::Government
            && (line.text.starts_with("The ") || line.text.starts_with("Minister ")) =>
        {
            let office = line.text.split(" (").next().unwrap_or_default();
            ministers.insert(office.to_owned(), found.label.clone());
            ministers.insert(found.label.name.clone().into_owned(), found.label.clone());
        }
        _ => {}
    }
    found
}

/// The language in which the first heading of the chair stands.
fn of_the_chair(lines: &[Line<'_>]) -> Language {
    let chair = lines.iter().filter_map(|line| heading(line.text)).find(|found| found.label.role == Role::Chair);
    let first = chair.map_or(String::new(), |found| found.label.name.chars().take(3).collect());
    match &*first {
        "Prä" | "Der" | "Die" => Language::German,
        "Le " | "La " => Language::French,
        "De " | "Voo" => Language::Dutch,
        _ => Language::English,
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
        let repair = lines.replace(line.end(), next.start, joint(line.text), RepairKind::LineBreak);
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
