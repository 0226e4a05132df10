//! The characters of a source, put right before any format looks at them.
//!
//! Left out is what nobody sees and what would part a word from itself: the zero-width space, the word joiner, the
//! byte-order mark, the soft hyphen within a line. (At the end of a line a soft hyphen says that the word goes on. The
//! zero-width joiners stay: they hold emoji and some scripts together.) Blanks of a fixed width, and those that forbid
//! a line end, become spaces. Where the user wants it, text that was decoded twice is put right.

use std::{borrow::Cow, cell::LazyCell};

use super::{SAMPLE_LINES, decoding::twice_decoded, dutch, lines::is_direction_mark};
use crate::{
    model::{Corrections, Repair, RepairKind, Repairs},
    text::{SourceSpan, find_byte},
};

/// A source with its characters put right.
pub(super) struct Cleaned<'a> {
    /// The text.
    pub(super) text: Cow<'a, str>,
    /// What was put right.
    pub(super) repairs: Repairs,
    /// Whether some of it seems to have been decoded twice.
    pub(super) is_decoded_twice: bool,
}

pub(super) fn clean<'a>(source: &'a str, corrections: &Corrections) -> Cleaned<'a> {
    let bytes = source.as_bytes();
    let (mut repairs, mut is_decoded_twice) = (Repairs::default(), false);
    let runs_both_ways = LazyCell::new(|| source.chars().any(is_of_the_other_direction));
    let is_emphasised = has_emphasised_headings(source);
    let mut from = 0;
    // Every character that may need a repair begins with one of these bytes, and few others do.
    let may_need = |byte: u8| matches!(byte, 0xc2 | 0xc3 | 0xe2 | 0xef) || is_emphasised & matches!(byte, b'*' | b'#');
    while let Some(start) = find_byte(bytes, from, may_need) {
        if let b'*' | b'#' = bytes[start] {
            let sign = sign_of_emphasis(source, start);
            from = start + sign.unwrap_or(1);
            let span = SourceSpan::new(start..from);
            if sign.is_some() && !corrections.off.contains(&span) {
                repairs.push(Repair { source: span, with: "".into(), kind: RepairKind::Markup });
            }
            continue;
        }
        let (found, taken) = repair(&source[start..], corrections.decoding, &mut is_decoded_twice, &runs_both_ways);
        from = start + taken;
        if let Some((with, kind)) = found {
            let span = SourceSpan::new(start..from);
            if !corrections.off.contains(&span) {
                repairs.push(Repair { source: span, with, kind });
            }
        }
    }
    let text = if repairs.list().is_empty() { Cow::Borrowed(source) } else { Cow::Owned(repairs.apply(source)) };
    Cleaned { text, repairs, is_decoded_twice }
}

/// The repair, if any, of the character at the beginning of `rest`, and how many bytes it takes.
fn repair(
    rest: &str,
    decode: bool,
    is_decoded_twice: &mut bool,
    runs_both_ways: &LazyCell<bool, impl FnOnce() -> bool>,
) -> (Option<(Cow<'static, str>, RepairKind)>, usize) {
    let Some(c) = rest.chars().next() else { return (None, 0) };
    let length = c.len_utf8();
    let with = match c {
        '\u{a0}' | '\u{2007}' | '\u{202f}' => " ",
        '\u{200b}' | '\u{2060}' | '\u{feff}' => "",
        // They mean something only beside a script that runs the other way.
        c if is_direction_mark(c) && !**runs_both_ways => "",
        '\u{ad}' if !ends_line(&rest[length..]) => "",
        'Â' | 'Ã' | 'Ä' | 'Å' | 'â' | 'ð' if decode || !*is_decoded_twice => {
            let Some((c, taken)) = twice_decoded(rest) else { return (None, length) };
            *is_decoded_twice = true;
            let with = decode.then(|| (Cow::Owned(c.to_string()), RepairKind::Decoding));
            return if decode { (with, taken) } else { (None, length) };
        }
        _ => return (None, length),
    };
    (Some((Cow::Borrowed(with), RepairKind::Invisible)), length)
}

/// Whether headings of a Dutch report stand in Markdown, bold or as titles: `**De heer Brasse (Actie 31):**`. The
/// formats of the reports know nothing of that; those for meetings do, and keep it.
fn has_emphasised_headings(source: &str) -> bool {
    let is_heading = |line: &&str| {
        if !line.contains(['*', '#']) {
            return false;
        }
        let line = line.trim();
        let bare = line.trim_start_matches(['#', '*', ' ']).replace("**", "");
        bare.len() < line.len()
            && (dutch::leading_heading(&bare).is_some() || dutch::speaker(bare.trim_end()).is_some())
    };
    source.lines().take(SAMPLE_LINES).filter(is_heading).take(2).count() == 2
}

/// How many bytes the sign of emphasis at `at` takes: two asterisks, or the number signs that begin a title.
fn sign_of_emphasis(source: &str, at: usize) -> Option<usize> {
    let rest = &source[at..];
    if rest.starts_with("**") {
        return Some(2);
    }
    let signs = rest.len() - rest.trim_start_matches('#').len();
    let begins_line = source[..at].ends_with(['\n', '\r']) || at == 0;
    (begins_line && signs > 0 && rest[signs..].starts_with(' ')).then_some(signs + 1)
}

/// Hebrew, Arabic and their neighbours.
fn is_of_the_other_direction(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Whether nothing but blanks stands before the end of the line.
fn ends_line(rest: &str) -> bool {
    let next = rest.chars().find(|c| !matches!(c, ' ' | '\t'));
    next.is_none_or(|c| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(source: &str) -> String {
        clean(source, &Corrections::default()).text.into_owned()
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        assert_eq!(
            cleaned("\u{feff}De\u{a0}heer Lind\u{200b}houd zegt: Staats\u{ad}secre\u{ad} \ntaris"),
            "De heer Lindhoud zegt: Staatssecre\u{ad} \ntaris"
        );
        assert_eq!(cleaned("De voorzitter\u{200e}:"), "De voorzitter:");
        assert_eq!(cleaned("\u{200f}שלום\u{200e}:"), "\u{200f}שלום\u{200e}:");
        assert_eq!(cleaned("“één” 👩‍👩‍👧 – café»"), "“één” 👩‍👩‍👧 – café»", "sound text stays");
    }

    #[test]
    fn a_dutch_report_in_markdown_loses_its_signs() {
        let bold = "**De voorzitter:**\nDank **zeer**.\n\n### De heer Poel (Duin):\nJa, 2 * 3.\n";
        assert_eq!(cleaned(bold), "De voorzitter:\nDank zeer.\n\nDe heer Poel (Duin):\nJa, 2 * 3.\n");
        let meeting = "**Ada Pike** [0:20]\nYes.\n\n**Doyle** [0:30]\nNo.\n";
        assert_eq!(cleaned(meeting), meeting);
    }

    #[test]
    fn what_was_decoded_twice_is_put_right_on_request_only() {
        let source = "tweeÃ«n â€“ Ã©Ã©n";
        let found = clean(source, &Corrections::default());
        assert_eq!((found.text.as_ref(), found.is_decoded_twice), (source, true));
        let corrections = Corrections { decoding: true, ..Corrections::default() };
        assert_eq!(clean(source, &corrections).text, "tweeën – één");
    }
}
