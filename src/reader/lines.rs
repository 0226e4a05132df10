//! The source cut into lines that have words, with what lies between them.

use std::borrow::Cow;

use crate::{
    model::{Repair, RepairKind},
    text::{SourceSpan, find_byte},
};

/// A line with at least one visible character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The words, without blanks at either end.
    pub text: &'a str,
    /// Where they begin in the source (bytes).
    pub start: usize,
    /// How many line ends lie between this line and the one before it (0 only for the first).
    pub breaks: u32,
}

impl Line<'_> {
    /// Where the words end in the source (bytes).
    #[must_use]
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The words as a span of the source.
    #[must_use]
    pub fn span(&self) -> SourceSpan {
        SourceSpan::new(self.start..self.end())
    }
}

/// All lines of a source that have words.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    source: &'a str,
    list: Vec<Line<'a>>,
}

impl<'a> Lines<'a> {
    /// Cuts `source` at every line end that Unicode knows: LF, CR LF, CR, VT, FF, U+0085, U+2028 and U+2029
    /// (Unicode Standard, section 5.8).
    #[must_use]
    pub fn new(source: &'a str) -> Self {
        let mut list = Vec::with_capacity(source.len() / 64);
        let (mut from, mut breaks) = (0, 0);
        loop {
            let (to, width) = line_end(source, from);
            let text = source[from..to].trim_matches(is_blank);
            if !text.is_empty() {
                let lead = source[from..to].len() - source[from..to].trim_start_matches(is_blank).len();
                list.push(Line { text, start: from + lead, breaks });
                breaks = 0;
            }
            if width == 0 {
                return Self { source, list };
            }
            breaks += 1;
            from = to + width;
        }
    }

    /// The text that was cut.
    #[must_use]
    pub fn source(&self) -> &'a str {
        self.source
    }

    /// How far the words of a line are indented, in columns; a tab counts as four.
    #[must_use]
    pub fn indent(&self, line: &Line<'_>) -> usize {
        let blanks = self.source[..line.start].bytes().rev().take_while(|b| matches!(b, b' ' | b'\t'));
        blanks.map(|b| if b == b'\t' { 4 } else { 1 }).sum()
    }

    /// The lines in order.
    #[must_use]
    pub fn list(&self) -> &[Line<'a>] {
        &self.list
    }

    /// The repair, if one is needed, that leaves one line end (or one empty line) and no blanks between `from` and
    /// `to` (bytes).
    #[must_use]
    pub fn tidy_gap(&self, from: usize, to: usize, breaks: u32) -> Option<Repair> {
        let with = if breaks > 1 { "\n\n" } else { "\n" };
        let edge = from == 0 || to == self.source.len();
        self.replace(from, to, if edge { "" } else { with }, RepairKind::Blank)
    }

    /// The repair that puts `with` between `from` and `to` (bytes), unless it stands there already.
    #[must_use]
    pub fn replace(&self, from: usize, to: usize, with: &'static str, kind: RepairKind) -> Option<Repair> {
        (self.source.get(from..to) != Some(with)).then(|| Repair {
            source: SourceSpan::new(from..to),
            with: Cow::Borrowed(with),
            kind,
        })
    }
}

/// White space, and what is as good as white space at the edge of a line: byte-order mark, zero-width characters, marks
/// of the direction of writing.
/// A soft hyphen is not among them: at the end of a line it says that the word goes on.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_direction_mark(c) || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\0')
}

/// Marks of the direction of writing.
pub(super) fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Where the line that begins at `from` ends, and how many bytes its line end takes (0 at the end of the text).
fn line_end(source: &str, from: usize) -> (usize, usize) {
    let bytes = source.as_bytes();
    let may_end = |byte: u8| matches!(byte, 0x0a..=0x0d | 0xc2 | 0xe2);
    let mut next = from;
    while let Some(index) = find_byte(bytes, next, may_end) {
        next = index + 1;
        let width = match bytes[index] {
            b'\n' | 0x0b | 0x0c => 1,
            b'\r' => 1 + usize::from(bytes.get(index + 1) == Some(&b'\n')),
            0xc2 if bytes.get(index + 1) == Some(&0x85) => 2,
            0xe2 if bytes.get(index + 1) == Some(&0x80) && matches!(bytes.get(index + 2), Some(0xa8 | 0xa9)) => 3,
            _ => continue,
        };
        return (index, width);
    }
    (source.len(), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_cuts() {
        let source = "\u{feff}een \r\n\u{a0}twee\rdrie\u{85}vier\u{2028}\u{2029}vijf\u{c}zes\n\n";
        let lines = Lines::new(source);
        let shown: Vec<_> = lines.list().iter().map(|line| (line.text, line.breaks)).collect();
        assert_eq!(shown, [("een", 0), ("twee", 1), ("drie", 1), ("vier", 1), ("vijf", 2), ("zes", 1)]);
        for line in lines.list() {
            assert_eq!(&source[line.start..line.end()], line.text);
        }
    }
}
