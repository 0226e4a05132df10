//! The signs and numbers of lists in a Word document, which are not among its words.
//!
//! A paragraph names a list and a level in it; the list says what stands before the words
//! ([ECMA-376 part 1](https://ecma-international.org/publications-and-standards/standards/ecma-376/), section 17.9).
//! What a sign looks like depends on its font, so each but a dash becomes the one that stands for all, `•`.

use std::collections::BTreeMap;

use super::{is_on, local, value};
use crate::exchange::markup::{Tag, Token, Tokens};

/// Levels that a list can have (section 17.9.6).
const LEVELS: usize = 9;

/// The longest pattern of a number; those of programs have a few characters.
const MAX_PATTERN: usize = 40;

/// How many styles may stand behind each other.
const MAX_BASES: usize = 12;

/// Which list a paragraph belongs to, by itself or by its style.
#[derive(Clone, Debug, Default)]
pub(super) struct Membership {
    list: Option<String>,
    level: Option<usize>,
}

impl Membership {
    /// Takes what an element among the properties of a paragraph says.
    pub(super) fn learn(&mut self, tag: &Tag<'_>) {
        match local(tag.name) {
            "numId" => self.list = value(tag, "val").map(Into::into),
            "ilvl" => self.level = number(tag).map(usize::from),
            _ => {}
        }
    }
}

/// A style, as far as words depend on it.
#[derive(Debug, Default)]
struct Style {
    base: Option<String>,
    member: Membership,
    is_hidden: Option<bool>,
}

/// A level of a list.
#[derive(Debug, Default)]
struct Level {
    start: Option<u16>,
    format: String,
    pattern: String,
}

/// What a document counts by: lists share their numbers where they have the same definition.
#[derive(Debug, Default)]
pub(super) struct Lists {
    styles: BTreeMap<String, Style>,
    /// By the definition and the level; of a list's own levels by the list.
    levels: BTreeMap<(Owner, usize), Level>,
    definitions: BTreeMap<String, String>,
    /// Definitions that are kept with a style.
    linked: BTreeMap<String, String>,
    /// Where a list begins anew, until it has.
    restarts: BTreeMap<(String, usize), u16>,
    counts: BTreeMap<String, [Option<u16>; LEVELS]>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    Definition(String),
    List(String),
}

/// A number, which in Word goes up to 32767.
fn number(tag: &Tag<'_>) -> Option<u16> {
    value(tag, "val")?.parse().ok()
}

impl Lists {
    /// Learns from the parts of the document in which styles and lists are defined.
    pub(super) fn new(styles: &str, numbering: &str) -> Self {
        let mut lists = Self::default();
        lists.learn_styles(styles);
        lists.learn_lists(numbering);
        lists
    }

    fn learn_styles(&mut self, xml: &str) {
        let mut style: Option<&mut Style> = None;
        for token in Tokens::xml(xml) {
            match (token, &mut style) {
                (Token::Open(tag), _) if local(tag.name) == "style" => {
                    style = value(&tag, "styleId").map(|id| self.styles.entry(id.into_owned()).or_default());
                }
                (Token::Open(tag), Some(style)) => match local(tag.name) {
                    "basedOn" => style.base = value(&tag, "val").map(Into::into),
                    "vanish" => style.is_hidden = Some(is_on(&tag)),
                    _ => style.member.learn(&tag),
                },
                (Token::Close(name), _) if local(name) == "style" => style = None,
                _ => {}
            }
        }
    }

    fn learn_lists(&mut self, xml: &str) {
        let (mut owner, mut at) = (None, 0);
        for token in Tokens::xml(xml) {
            let Token::Open(tag) = token else { continue };
            let name = local(tag.name);
            match (name, &owner) {
                ("abstractNum", _) => {
                    owner = value(&tag, "abstractNumId").map(|id| Owner::Definition(id.into_owned()));
                }
                ("num", _) => owner = value(&tag, "numId").map(|id| Owner::List(id.into_owned())),
                ("lvl" | "lvlOverride", Some(_)) => {
                    at = value(&tag, "ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
                }
                ("abstractNumId", Some(Owner::List(list))) => {
                    let definition = value(&tag, "val").map(Into::into);
                    definition.and_then(|definition| self.definitions.insert(list.clone(), definition));
                }
                ("startOverride", Some(Owner::List(list))) => {
                    number(&tag).and_then(|start| self.restarts.insert((list.clone(), at), start));
                }
                ("numStyleLink", Some(Owner::Definition(id))) => {
                    value(&tag, "val").and_then(|style| self.linked.insert(id.clone(), style.into_owned()));
                }
                ("start" | "numFmt" | "lvlText", Some(owner)) => {
                    let level = self.levels.entry((owner.clone(), at)).or_default();
                    let written = value(&tag, "val").unwrap_or_default();
                    match name {
                        "start" => level.start = written.parse().ok(),
                        "numFmt" => level.format = written.into_owned(),
                        _ => level.pattern = written.chars().take(MAX_PATTERN).collect(),
                    }
                }
                _ => {}
            }
        }
    }

    /// A style and those that it is based on.
    fn bases<'a>(&'a self, style: Option<&str>) -> impl Iterator<Item = &'a Style> {
        let first = style.and_then(|id| self.styles.get(id));
        std::iter::successors(first, |style| self.styles.get(style.base.as_deref()?)).take(MAX_BASES)
    }

    /// Whether a style hides the words.
    pub(super) fn hides(&self, style: Option<&str>) -> Option<bool> {
        self.bases(style).find_map(|style| style.is_hidden)
    }

    fn list_of(&self, style: Option<&str>) -> Option<String> {
        self.bases(style).find_map(|style| style.member.list.clone())
    }

    /// What stands before the words of the next paragraph that belongs to a list.
    pub(super) fn sign(&mut self, style: Option<&str>, own: &Membership) -> Option<String> {
        let list = own.list.clone().or_else(|| self.list_of(style))?;
        let at = own.level.or_else(|| self.bases(style).find_map(|style| style.member.level)).unwrap_or(0);
        let at = at.min(LEVELS - 1);
        let named = self.definitions.get(&list)?;
        let definition = match self.linked.get(named) {
            Some(style) => self.definitions.get(&self.list_of(Some(style))?)?.clone(),
            None => named.clone(),
        };
        let owners = [Owner::List(list.clone()), Owner::Definition(definition.clone())];
        let level = |at: usize| owners.iter().find_map(|owner| self.levels.get(&(owner.clone(), at)));
        let start = |at: usize| level(at).and_then(|level| level.start).unwrap_or(1);
        let counts = self.counts.entry(definition).or_default();
        let restart = self.restarts.remove(&(list.clone(), at));
        let next = counts[at].map_or_else(|| start(at), |count| count.saturating_add(1));
        counts[at] = Some(restart.unwrap_or(next));
        counts[at + 1..].fill(None);

        let level_here = level(at)?;
        if level_here.format == "bullet" {
            return Some(match level_here.pattern.trim() {
                dash @ ("-" | "–" | "—") => dash.to_owned(),
                other => (if other.is_empty() { "" } else { "•" }).to_owned(),
            });
        }
        let mut sign = String::new();
        let mut pattern = level_here.pattern.chars().peekable();
        while let Some(c) = pattern.next() {
            let shown = pattern.peek().filter(|_| c == '%').and_then(|digit| digit.to_digit(10));
            match shown {
                Some(digit @ 1..=9) => {
                    pattern.next();
                    let at = digit as usize - 1;
                    let format = level(at).map_or("", |level| &level.format);
                    sign.push_str(&written(counts[at].unwrap_or_else(|| start(at)), format));
                }
                _ => sign.push(c),
            }
        }
        Some(sign)
    }
}

/// A number as a list shows it (section 17.18.59); forms of other languages in figures.
fn written(number: u16, format: &str) -> String {
    match format {
        "none" => String::new(),
        "lowerLetter" => letters(number, 'a'),
        "upperLetter" => letters(number, 'A'),
        "lowerRoman" => roman(number).to_ascii_lowercase(),
        "upperRoman" => roman(number),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// One letter for each up to 26, then the same ones twice, and so on as far as anybody would read it.
fn letters(number: u16, first: char) -> String {
    let letter = number.checked_sub(1).filter(|before| *before < 5 * 26);
    letter.map_or_else(
        || number.to_string(),
        |before| {
            (first..)
                .nth(usize::from(before % 26))
                .map(String::from)
                .unwrap_or_default()
                .repeat(usize::from(before / 26 + 1))
        },
    )
}

fn roman(number: u16) -> String {
    const SIGNS: [(u16, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let (mut rest, mut roman) = (number, String::new());
    for (value, sign) in SIGNS {
        while rest >= value {
            roman.push_str(sign);
            rest -= value;
        }
    }
    roman
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The signs of paragraphs, given as list and level, or as a style.
    fn signs(lists: &mut Lists, paragraphs: &[&str]) -> Vec<String> {
        let sign = |paragraph: &&str| {
            let (list, level) = paragraph.split_once('.').unwrap_or((paragraph, ""));
            let is_list = list.starts_with(|c: char| c.is_ascii_digit());
            let own = Membership { list: is_list.then(|| list.into()), level: level.parse().ok() };
            lists.sign((!is_list).then_some(list), &own).unwrap_or_default()
        };
        paragraphs.iter().map(sign).collect()
    }

    fn level(at: usize, start: &str, format: &str, pattern: &str) -> String {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{pattern}\"/></w:lvl>"
        )
    }

    fn definition(id: &str, content: &str) -> String {
        format!("<w:abstractNum w:abstractNumId=\"{id}\">{content}</w:abstractNum>")
    }

    fn list(id: &str, definition: &str, content: &str) -> String {
        format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{definition}\"/>{content}</w:num>")
    }

    #[test]
    fn levels_count_within_each_other() {
        let levels = [
            level(0, "1", "decimal", "%1."),
            level(1, "3", "lowerLetter", "%1.%2)"),
            level(2, "9", "upperRoman", "(%3)"),
        ];
        let restart = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>";
        let own = format!("<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>", level(0, "1", "decimalZero", "Vraag %1"));
        let xml = [
            definition("4", &levels.concat()),
            definition("5", &levels.concat()),
            list("1", "4", ""),
            list("2", "4", restart),
            list("3", "5", &own),
        ];
        let mut lists = Lists::new("", &xml.concat());
        assert_eq!(
            signs(&mut lists, &["1", "1.0", "1.1", "1.1", "1.2", "1", "1.1", "2", "2", "1", "3", "3.7", "9", "0"]),
            ["1.", "2.", "2.c)", "2.d)", "(IX)", "3.", "3.c)", "7.", "8.", "9.", "Vraag 01", "", "", ""]
        );
    }

    #[test]
    fn bullets_are_one_sign_and_dashes_are_kept() {
        let signs_of = ["\u{f0b7}", "o", "-", "–", " ", "■"].iter().enumerate();
        let levels: String = signs_of.map(|(at, sign)| level(at, "1", "bullet", sign)).collect();
        let mut lists = Lists::new("", &[definition("0", &levels), list("1", "0", "")].concat());
        assert_eq!(signs(&mut lists, &["1.0", "1.1", "1.2", "1.3", "1.4", "1.5"]), ["•", "•", "-", "–", "", "•"]);
    }

    #[test]
    fn a_style_may_be_a_list() {
        let style = |id: &str, base: &str, content: &str| {
            format!("<w:style w:styleId=\"{id}\"><w:basedOn w:val=\"{base}\"/>{content}</w:style>")
        };
        let member = |list: &str| format!("<w:pPr><w:numPr><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>");
        let styles =
            [style("A", "", &member("1")), style("B", "A", ""), style("C", "A", &member("0")), style("D", "D", "")];
        let linked = "<w:numStyleLink w:val=\"B\"/>";
        let xml = [
            definition("0", &level(0, "1", "decimal", "%1")),
            definition("1", linked),
            list("1", "0", ""),
            list("2", "1", ""),
        ];
        let mut lists = Lists::new(&styles.concat(), &xml.concat());
        assert_eq!(signs(&mut lists, &["A", "B", "C", "D", "E", "2"]), ["1", "2", "", "", "", "3"]);
    }

    #[test]
    fn numbers_are_written_as_the_list_says() {
        let cases = [
            (1994, "upperRoman", "MCMXCIV"),
            (0, "lowerRoman", "0"),
            (4000, "upperRoman", "4000"),
            (26, "lowerLetter", "z"),
            (28, "upperLetter", "BB"),
            (0, "lowerLetter", "0"),
            (9999, "lowerLetter", "9999"),
            (3, "none", ""),
            (3, "ordinal", "3"),
        ];
        for (number, format, shown) in cases {
            assert_eq!(written(number, format), shown);
        }
    }
}
