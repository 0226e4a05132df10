//! The one conversion between bytes, code points and UTF-16 code units.

use super::{Byte, CodePoint, Span, Utf16};

/// Bytes between two entries of the table: each look-up scans at most this many.
const STRIDE: usize = 1024;

/// A text with a table that makes conversions cheap anywhere in it.
///
/// Building it reads the text once; a look-up is a binary search and a scan of at most about a kilobyte.
#[derive(Clone, Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    /// For each sampled byte: (byte, code points before it, UTF-16 units before it).
    table: Vec<(u32, u32, u32)>,
}

impl<'a> Offsets<'a> {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut table = vec![(0, 0, 0)];
        let (mut byte, mut chars, mut units) = (0, 0, 0);
        while byte < text.len() {
            let next = text.ceil_char_boundary((byte + STRIDE).min(text.len()));
            let piece = &text[byte..next];
            chars += count_chars(piece);
            units += count_utf16(piece);
            byte = next;
            table.push((Byte::at(byte).0, Byte::at(chars).0, Byte::at(units).0));
        }
        Self { text, table }
    }

    /// The code points before `byte`; a byte inside a character counts as its start.
    #[must_use]
    pub fn code_point(&self, byte: Byte) -> CodePoint {
        let (piece, row) = self.before(byte);
        CodePoint(row.1 + Byte::at(count_chars(piece)).0)
    }

    /// The UTF-16 code units before `byte`; a byte inside a character counts as its start.
    #[must_use]
    pub fn utf16(&self, byte: Byte) -> Utf16 {
        let (piece, row) = self.before(byte);
        Utf16(row.2 + Byte::at(count_utf16(piece)).0)
    }

    /// The byte at which code point `at` begins, or `None` beyond the end of the text.
    #[must_use]
    pub fn from_code_point(&self, at: CodePoint) -> Option<Byte> {
        self.find(at.0, |row| row.1, |_| 1)
    }

    /// The byte at which UTF-16 unit `at` begins, or `None` beyond the end of the text. A unit in the middle
    /// of a surrogate pair counts as the start of its character.
    #[must_use]
    pub fn from_utf16(&self, at: Utf16) -> Option<Byte> {
        self.find(at.0, |row| row.2, char::len_utf16)
    }

    /// The span between two code points that come from outside: `None` unless they run forward and fit.
    #[must_use]
    pub fn span<T>(&self, start: CodePoint, end: CodePoint) -> Option<Span<T>> {
        let (start, end) = (self.from_code_point(start)?, self.from_code_point(end)?);
        (start <= end).then(|| Span::new(start.index()..end.index()))
    }

    /// The text between the last row of the table at or before `byte`, and `byte`.
    fn before(&self, byte: Byte) -> (&str, (u32, u32, u32)) {
        let byte = self.text.floor_char_boundary(byte.index());
        let row = self.table[self.table.partition_point(|row| row.0 as usize <= byte) - 1];
        (&self.text[row.0 as usize..byte], row)
    }

    fn find(&self, at: u32, column: impl Fn(&(u32, u32, u32)) -> u32, width: impl Fn(char) -> usize) -> Option<Byte> {
        let row = self.table[self.table.partition_point(|row| column(row) <= at) - 1];
        let mut left = (at - column(&row)) as usize;
        let start = row.0 as usize;
        for (index, c) in self.text[start..].char_indices() {
            if left < width(c) {
                return Some(Byte::at(start + index));
            }
            left -= width(c);
        }
        (left == 0).then(|| Byte::at(self.text.len()))
    }
}

fn count_chars(text: &str) -> usize {
    text.chars().count()
}

fn count_utf16(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The texts that conversions get wrong: astral characters, joiners, both forms of `ë`, line ends, blanks.
    fn awkward() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("👩‍👩‍👧".to_owned()),
            Just("😀".to_owned()),
            Just("ë".to_owned()),
            Just("e\u{308}".to_owned()),
            Just("\r\n".to_owned()),
            Just("\u{a0}".to_owned()),
            Just("\u{ad}".to_owned()),
            Just("«CO₂» – zegt".to_owned()),
            "[a-z ]{0,40}",
        ];
        prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn every_unit_agrees_with_counting(text in awkward()) {
            let offsets = Offsets::new(&text);
            let (mut chars, mut units) = (0, 0);
            for (byte, c) in text.char_indices().chain([(text.len(), '\0')]) {
                prop_assert_eq!(offsets.code_point(Byte::at(byte)), CodePoint(chars));
                prop_assert_eq!(offsets.utf16(Byte::at(byte)), Utf16(units));
                prop_assert_eq!(offsets.from_code_point(CodePoint(chars)), Some(Byte::at(byte)));
                prop_assert_eq!(offsets.from_utf16(Utf16(units)), Some(Byte::at(byte)));
                chars += 1;
                units += u32::try_from(c.len_utf16()).unwrap();
            }
            prop_assert_eq!(offsets.from_code_point(CodePoint(chars)), None);
        }
    }

    #[test]
    fn the_same_word_is_at_three_offsets() {
        let text = "Zoë 😀 zegt";
        let offsets = Offsets::new(text);
        let byte = Byte::at(text.find("zegt").unwrap());
        assert_eq!((byte, offsets.code_point(byte), offsets.utf16(byte)), (Byte(10), CodePoint(6), Utf16(7)));
        assert_eq!(offsets.from_utf16(Utf16(5)), Some(Byte(5)), "the second half of a pair is its character");
    }

    #[test]
    fn a_span_from_outside_must_run_forward_and_fit() {
        let offsets = Offsets::new("één");
        assert_eq!(offsets.span::<super::super::Source>(CodePoint(1), CodePoint(3)), Some(Span::new(2..5)));
        assert_eq!(offsets.span::<super::super::Source>(CodePoint(2), CodePoint(1)), None);
        assert_eq!(offsets.span::<super::super::Source>(CodePoint(0), CodePoint(9)), None);
    }
}
