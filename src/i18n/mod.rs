//! Messages. Every sentence that a person reads stands in `locales/`, one file for each language, in the syntax of
//! Project Fluent (<https://projectfluent.org>), and is known to the program by its key.

use std::{borrow::Cow, fmt, rc::Rc};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

const EN: &str = include_str!("../../locales/en.ftl");
const NL: &str = include_str!("../../locales/nl.ftl");

/// Stands for a value; no message has it in its words.
const PLACE: &str = "\u{fffc}";

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::En, Self::Nl];

    /// The BCP 47 tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
        }
    }

    /// The language's own name.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Nl => "Nederlands",
        }
    }

    /// The language of a tag such as `nl-BE`, if the interface has it.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|lang| lang.tag() == primary)
    }

    fn messages(self) -> &'static str {
        match self {
            Self::En => EN,
            Self::Nl => NL,
        }
    }
}

/// A value in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A number, which also chooses the plural form.
    Number(usize),
    /// A text.
    Text(String),
    /// Another message.
    Message(Box<Text>),
}

impl From<Text> for Arg {
    fn from(text: Text) -> Self {
        Self::Message(Box::new(text))
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A message that is not yet in any language: its key and its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    key: Cow<'static, str>,
    args: Vec<(&'static str, Arg)>,
}

impl Text {
    /// The message with this key.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// The message for one of several names, `KEY-NAME`.
    #[must_use]
    pub fn named(key: &'static str, name: &str) -> Self {
        Self { key: format!("{key}-{name}").into(), args: Vec::new() }
    }

    /// A day as the language writes it.
    #[must_use]
    pub fn date(day: jiff::civil::Date) -> Self {
        let number = |n: i8| usize::try_from(n).unwrap_or_default();
        let text = Self::new("date").with("day", number(day.day())).with("month", number(day.month()));
        text.with("year", day.year().to_string())
    }

    /// The message with a value in it.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<&'static str> for Text {
    fn from(key: &'static str) -> Self {
        Self::new(key)
    }
}

/// The messages of one language.
#[derive(Clone)]
pub struct Catalog {
    lang: Lang,
    bundle: Rc<FluentBundle<FluentResource>>,
}

impl Catalog {
    /// The messages of `lang`.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        // What cannot be parsed is left out, and a test fails; a person still gets the rest.
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(lang.messages().to_owned());
        let mut bundle = FluentBundle::new(lang.tag().parse().into_iter().collect());
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::En => |value, _| grouped(value, ','),
            Lang::Nl => |value, _| grouped(value, '.'),
        }));
        let _ = bundle.add_resource(resource);
        Self { lang, bundle: Rc::new(bundle) }
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message with this key, cut where its value `name` goes. For messages whose words do not depend on the value.
    #[must_use]
    pub fn split(&self, key: &'static str, name: &'static str) -> Split {
        let whole = self.text(Text::new(key).with(name, PLACE));
        let (before, after) = whole.split_once(PLACE).unwrap_or((&whole, ""));
        Split { before: before.to_owned(), after: after.to_owned() }
    }

    /// The message in this language. One that is missing is shown as its key.
    #[must_use]
    pub fn text(&self, text: impl Into<Text>) -> String {
        let text = text.into();
        let Some(pattern) = self.bundle.get_message(&text.key).and_then(|message| message.value()) else {
            return text.key.into_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in text.args {
            match value {
                Arg::Number(number) => args.set(name, FluentValue::from(number)),
                Arg::Text(text) => args.set(name, FluentValue::from(text)),
                Arg::Message(text) => args.set(name, FluentValue::from(self.text(*text))),
            }
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

/// A whole number of five digits or more, with a sign between every three of them.
fn grouped(value: &FluentValue<'_>, sign: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string().into_owned();
    if digits.len() < 5 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let mut text = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(sign);
        }
        text.push(digit);
    }
    Some(text)
}

/// A message cut at its one value, to be put together many times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    before: String,
    after: String,
}

impl Split {
    /// The message around `value`.
    #[must_use]
    pub fn around(&self, value: &str) -> String {
        format!("{}{value}{}", self.before, self.after)
    }
}

impl PartialEq for Catalog {
    fn eq(&self, other: &Self) -> bool {
        self.lang == other.lang
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Catalog").field(&self.lang).finish()
    }
}

#[cfg(test)]
mod tests;
