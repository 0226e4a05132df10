//! HTML and XML cut into tags and text, without ever failing.
//!
//! Own code, since what can be had is strict, and the HTML of clipboards is not, or carries the whole table of 2231
//! named characters. It follows the section on tokenization of the HTML Standard as far as words can tell the
//! difference, and reads the XML that programs write as well. Three laws hold: every byte is looked at a bounded
//! number of times, what is not understood is passed over up to the next `>`, and what never ends goes on to the end
//! of the text.

use std::borrow::Cow;

use super::entities;

/// Elements in which `<` is a character like any other, up to their own end tag.
const RAW: &[&str] = &["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"];

/// A piece of a marked-up text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Characters between tags, with references resolved.
    Text(Cow<'a, str>),
    /// A start tag.
    Open(Tag<'a>),
    /// The name of an end tag, as it is written.
    Close(&'a str),
}

/// A start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name, as it is written.
    pub(super) name: &'a str,
    /// Whether it ends with `/>`.
    pub(super) is_closed: bool,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, empty where it has none.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let (found, after) = cut(rest, |c| c.is_ascii_whitespace() || matches!(c, '=' | '/'));
            if found.is_empty() {
                return None;
            }
            let (value, after) = value(after);
            if found.eq_ignore_ascii_case(name) {
                return Some(entities::resolve(value));
            }
            rest = after;
        }
    }
}

/// Cuts `text` before the first character that `ends`, except that the very first character never does.
fn cut(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    let length = text.char_indices().skip(1).find(|(_, c)| ends(*c)).map_or(text.len(), |(at, _)| at);
    text.split_at(length)
}

/// The value that stands behind the name of an attribute, and what follows it.
fn value(after: &str) -> (&str, &str) {
    let Some(written) = after.trim_ascii_start().strip_prefix('=') else { return ("", after) };
    let written = written.trim_ascii_start();
    for quote in ['"', '\''] {
        if let Some(quoted) = written.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    written.split_at(written.find(|c: char| c.is_ascii_whitespace()).unwrap_or(written.len()))
}

/// The pieces of a marked-up text, in order.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// The raw element that has just been opened.
    raw: Option<&'a str>,
    is_xml: bool,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text, raw: None, is_xml: false }
    }

    /// The same for XML, in which no element is raw.
    pub(super) fn xml(text: &'a str) -> Self {
        Self { is_xml: true, ..Self::new(text) }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Takes what stands before `end`, and `end` with it.
    fn take_to(&mut self, end: &str) -> &'a str {
        let (taken, rest) = self.rest.split_once(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn skip(&mut self, opening: &str) -> bool {
        let rest = self.rest.strip_prefix(opening);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// The markup that begins here; `None` for a comment and for what says nothing.
    fn markup(&mut self) -> Option<Token<'a>> {
        if self.skip("<!--") {
            // Both are whole comments.
            if !self.skip(">") && !self.skip("->") {
                self.take_to("-->");
            }
            None
        } else if self.skip("<![CDATA[") {
            Some(Token::Text(Cow::Borrowed(self.take_to("]]>"))))
        } else if self.skip("<!") || self.skip("<?") {
            self.take_to(">");
            None
        } else if self.skip("</") {
            let (name, _) = cut(self.take_to(">"), |c| c.is_ascii_whitespace() || c == '/');
            name.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(Token::Close(name))
        } else {
            self.take("<".len());
            self.tag()
        }
    }

    /// The start tag whose name begins here; `None` if the text ends in it.
    fn tag(&mut self) -> Option<Token<'a>> {
        let (name, rest) = cut(self.rest, |c| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        self.rest = rest;
        let attributes = self.take(attributes_length(rest));
        self.skip(">").then(|| {
            let is_closed = attributes.ends_with('/');
            self.raw =
                (!self.is_xml && !is_closed && RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name))).then_some(name);
            Token::Open(Tag { name, is_closed, attributes })
        })
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while !self.rest.is_empty() {
            if let Some(name) = self.raw.take() {
                return Some(Token::Text(Cow::Borrowed(self.take(raw_length(self.rest, name)))));
            }
            let text = self.take(text_length(self.rest));
            if !text.is_empty() {
                return Some(Token::Text(entities::resolve(text)));
            }
            if let Some(token) = self.markup() {
                return Some(token);
            }
        }
        None
    }
}

/// How far text goes: a `<` begins markup only before a letter, `/`, `!` or `?`.
fn text_length(rest: &str) -> usize {
    let begins = |at: &usize| {
        rest.as_bytes().get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?'))
    };
    rest.match_indices('<').map(|(at, _)| at).find(begins).unwrap_or(rest.len())
}

/// How far the content of a raw element goes: to its own end tag.
fn raw_length(rest: &str, name: &str) -> usize {
    let ends = |at: &usize| rest.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
    rest.match_indices("</").map(|(at, _)| at).find(ends).unwrap_or(rest.len())
}

/// How far the attributes of a tag go: to the `>` that stands in no quoted value.
fn attributes_length(rest: &str) -> usize {
    let (mut quote, mut before_value) = (None, false);
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) => quote = quote.filter(|_| byte != open),
            (None, b'>') => return at,
            (None, b'"' | b'\'') if before_value => (quote, before_value) = (Some(byte), false),
            _ => before_value = byte == b'=' || (before_value && byte.is_ascii_whitespace()),
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Text as it is, tags in brackets.
    fn shown(text: &str) -> String {
        let show = |token| match token {
            Token::Text(text) => text.into_owned(),
            Token::Open(tag) => format!("[{}{}]", tag.name, if tag.is_closed { "/" } else { "" }),
            Token::Close(name) => format!("[/{name}]"),
        };
        Tokens::new(text).map(show).collect()
    }

    #[test]
    fn tags_text_and_what_says_nothing() {
        let cases = [
            ("a<b>c</b>d<br/>e<BR />", "a[b]c[/b]d[br/]e[BR/]"),
            ("1 < 2 <3 && x<", "1 < 2 <3 && x<"),
            ("a<!-- <b> -- > -->b<!-->c<!--->d<!DOCTYPE html>e<?xml version='1'?>f", "abcdef"),
            (
                "<!--[if !mso]><!-->ja<!--<![endif]--><![if !supportLists]>1.<![endif]><!--[if mso]>nee<![endif]-->",
                "ja1.",
            ),
            ("<p title=\"a>b\" data-x='>' y = \">\">c</p\n>", "[p]c[/p]"),
            (
                "<script>if (a</b) '<p>'</SCRIPT>na<title>x<p></title>",
                "[script]if (a</b) '<p>'[/SCRIPT]na[title]x<p>[/title]",
            ),
            ("<w:t xml:space=\"preserve\">a &lt; b</w:t>", "[w:t]a < b[/w:t]"),
            ("<![CDATA[a <b> &amp;]]>c", "a <b> &amp;c"),
            ("a</>b</ p>c</1>d", "abcd"),
            ("a<p class='b", "a"),
            ("a<!-- b", "a"),
            ("a<script>b", "a[script]b"),
        ];
        for (text, pieces) in cases {
            assert_eq!(shown(text), pieces, "{text}");
        }
    }

    #[test]
    fn attributes_are_found_however_they_are_written() {
        let text = "<a HREF=x/y hidden  class = 'é &amp; b' data-href=\"z\" style=\"color: red\" =a/ empty=>";
        let Some(Token::Open(tag)) = Tokens::new(text).next() else { panic!("no tag") };
        let values = ["href", "hidden", "class", "style", "empty", "z", "ref"].map(|name| tag.attribute(name));
        let expected = [Some("x/y"), Some(""), Some("é & b"), Some("color: red"), Some(""), None, None];
        assert_eq!(values.each_ref().map(Option::as_deref), expected);
    }

    proptest! {
        #[test]
        fn nothing_fails_and_text_without_markup_is_itself(
            soup in "(<|>|/|!|-|\\[|\\]|&|#|;|=|\"|'|p|script|CDATA| |é|\\PC){0,60}", text in "[^<&]{0,40}",
        ) {
            for token in Tokens::new(&soup) {
                if let Token::Open(tag) = token {
                    prop_assert_eq!(tag.attribute("\u{0}"), None);
                }
            }
            prop_assert_eq!(shown(&text), text);
        }
    }
}
