//! The grammar of captions: `WebVTT` (W3C) and SRT.
//!
//! ```text
//! captions = [ "WEBVTT" [ title ] { header line } ] { comment | cue }
//! comment  = ( "NOTE" | "STYLE" | "REGION" ) { line }            WebVTT, behind an empty line
//! cue      = [ id ] time "-->" time { setting } { text line }
//! text     = { words | blank | tag | entity | mark | voice }
//! tag      = "<" ( "i" | "c.x" | "00:00:01.000" | ... ) ">" | "{\an8}"
//! voice    = "<v" { "." class } " " name ">" | "</v>"
//! mark     = ">>", somebody else speaks
//! ```
//!
//! Hours may be missing, and the comma of SRT and the full stop of `WebVTT` are both read. Empty lines between the cues
//! may be missing, too: what stands before a line of times is its id if it is a number, or the only line behind an
//! empty one.

use std::{borrow::Cow, ops::Range};

use super::{Line, elapsed};
use crate::model::Elapsed;

/// The longest tag and the longest entity, in bytes: they bound what a hostile text can cost.
const MAX_TAG: usize = 200;
const MAX_ENTITY: usize = 10;

/// Tags that both formats know; others are words.
const TAGS: &[&str] = &["c", "i", "b", "u", "s", "v", "ruby", "rt", "lang", "font", "p", "span", "br"];

/// When a cue is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) from: Elapsed,
    pub(super) until: Elapsed,
}

/// What a line of a captions file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// Outside the cues: words that stand before the first, from this byte of the line.
    Front(usize),
    /// A sign of the format.
    Sign,
    /// The times of a cue.
    Times(Shown),
    /// A line of the present cue.
    Text,
}

/// A piece of a text line. Positions are bytes of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words, and whether a blank stands before them. Where they are an entity, what it stands for.
    Words { span: Range<usize>, reads: Option<Cow<'static, str>>, spaced: bool },
    /// From here on, this is said by somebody whose name stands here.
    Voice(Range<usize>),
    /// Somebody else speaks.
    Change,
}

/// The times of a cue, with what may stand behind them.
pub(super) fn times(text: &str) -> Option<Shown> {
    let (from, taken) = elapsed::time(text)?;
    let rest = text[taken..].trim_start().strip_prefix("-->")?.trim_start();
    let (until, taken) = elapsed::time(rest)?;
    let is_end = rest[taken..].is_empty() || rest[taken..].starts_with(char::is_whitespace);
    is_end.then_some(Shown { from, until })
}

/// What each line is.
pub(super) fn rows(lines: &[Line<'_>]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::with_capacity(lines.len());
    let is_webvtt = lines.first().is_some_and(|line| header(line.text).is_some());
    // A file that stops in its header, or one of these blocks, goes on behind the next empty line.
    let (mut in_cues, mut in_block) = (false, is_webvtt);
    for (at, line) in lines.iter().enumerate() {
        let begins = line.breaks != 1;
        let row = if let Some(shown) = times(line.text) {
            (in_cues, in_block) = (true, false);
            let may_be_id = |before: usize| {
                let is_number = lines[before].text.bytes().all(|byte| byte.is_ascii_digit());
                rows[before] != Row::Sign
                    && !matches!(rows[before], Row::Times(_))
                    && line.breaks == 1
                    && (is_number || is_webvtt && lines[before].breaks != 1 || before == 0)
            };
            if let Some(before) = at.checked_sub(1).filter(|before| may_be_id(*before)) {
                rows[before] = Row::Sign;
            }
            Row::Times(shown)
        } else if at == 0 && is_webvtt {
            let title = header(line.text).filter(|title| !matches!(&line.text[*title..], "" | "FILE"));
            title.map_or(Row::Sign, Row::Front)
        } else {
            in_block = if begins { is_webvtt && is_comment(line.text) } else { in_block };
            match (in_block, in_cues) {
                (true, _) => Row::Sign,
                (false, true) => Row::Text,
                (false, false) => Row::Front(0),
            }
        };
        rows.push(row);
    }
    rows
}

/// Where in the first line of a `WebVTT` file the title begins.
pub(super) fn header(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("WEBVTT")?;
    let title = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '-' || c == '–');
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| text.len() - title.len())
}

fn is_comment(text: &str) -> bool {
    ["NOTE", "STYLE", "REGION"].iter().any(|word| {
        text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    })
}

/// Cuts a text line into pieces.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut at, mut spaced) = (0, true);
    // Where words began that are not yet a piece, and where the last of them ends.
    let mut open: Option<Range<usize>> = None;
    let close = |open: &mut Option<Range<usize>>, spaced: &mut bool, pieces: &mut Vec<Piece>| {
        if let Some(span) = open.take() {
            pieces.push(Piece::Words { span, reads: None, spaced: *spaced });
            *spaced = false;
        }
    };
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let is_word_start = open.as_ref().is_none_or(|open| open.end < at);
        let special = match c {
            '<' | '{' => {
                tag(rest).map(|(taken, voice)| (taken, voice.map(|name| Piece::Voice(at + name.start..at + name.end))))
            }
            '>' | '&' if is_word_start && change(rest) > 0 => Some((change(rest), Some(Piece::Change))),
            '&' => entity(rest).map(|(reads, taken)| {
                let span = at..at + taken;
                let is_seen = !reads.is_empty() && !reads.chars().all(char::is_whitespace);
                (taken, is_seen.then_some(Piece::Words { span, reads: Some(reads), spaced: false }))
            }),
            _ => None,
        };
        if let Some((taken, piece)) = special {
            let is_blank_before = open.as_ref().is_some_and(|open| open.end < at);
            close(&mut open, &mut spaced, &mut pieces);
            let is_blank = rest.starts_with("<br") || c == '&' && entity(rest).is_some_and(|(reads, _)| reads == " ");
            spaced |= is_blank_before || is_blank || matches!(piece, Some(Piece::Change));
            match piece {
                Some(Piece::Words { span, reads, .. }) => {
                    pieces.push(Piece::Words { span, reads, spaced });
                    spaced = false;
                }
                Some(piece) => pieces.push(piece),
                None => {}
            }
            at += taken;
            continue;
        }
        at += c.len_utf8();
        if !super::lines::is_blank(c) {
            let start = open.as_ref().map_or(at - c.len_utf8(), |open| open.start);
            open = Some(start..at);
        } else if open.is_none() {
            spaced = true;
        }
    }
    close(&mut open, &mut spaced, &mut pieces);
    pieces
}

/// The tag at the beginning of `text`: how many bytes it takes and, for a voice, where the name stands.
fn tag(text: &str) -> Option<(usize, Option<Range<usize>>)> {
    let reach = text.floor_char_boundary(MAX_TAG);
    if text.starts_with("{\\") {
        return Some((text[..reach].find('}')? + 1, None));
    }
    let end = text.strip_prefix('<').and(text[..reach].find('>'))?;
    let inner = &text[1..end];
    let name = inner.trim_start_matches('/');
    let word = name.split(|c: char| c.is_whitespace() || c == '.').next().unwrap_or_default();
    let is_time = elapsed::time(name).is_some_and(|(_, taken)| taken == name.len());
    if !is_time && !TAGS.contains(&word.to_ascii_lowercase().trim_end_matches('/')) {
        return None;
    }
    let is_voice = word == "v" && !inner.starts_with('/');
    let voice = is_voice.then(|| {
        let name = inner.split_once(char::is_whitespace).map_or("", |(_, name)| name.trim());
        let start = 1 + inner.rfind(name).filter(|_| !name.is_empty()).unwrap_or(inner.len());
        start..start + name.len()
    });
    Some((end + 1, voice))
}

/// How many bytes the mark takes that somebody else speaks: `>>`, `>>>`, or the same as entities.
fn change(text: &str) -> usize {
    let (mut taken, mut count) = (0, 0);
    loop {
        let rest = &text[taken..];
        taken += match rest {
            _ if rest.starts_with('>') => 1,
            _ if rest.starts_with("&gt;") => 4,
            _ => return if count > 1 { taken } else { 0 },
        };
        count += 1;
    }
}

/// The entity at the beginning of `text`, and how many bytes it takes.
fn entity(text: &str) -> Option<(Cow<'static, str>, usize)> {
    let end = text[..text.floor_char_boundary(MAX_ENTITY)].find(';')?;
    let name = &text[1..end];
    let reads = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => " ",
        // Marks of direction, which nobody sees.
        "lrm" | "rlm" => "",
        _ => {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
            let c = char::from_u32(hex.unwrap_or_else(|| number.parse()).ok()?)?;
            let is_seen = !c.is_control() && !super::lines::is_blank(c);
            return Some((Cow::Owned(if is_seen { c.to_string() } else { " ".to_owned() }), end + 1));
        }
    };
    Some((Cow::Borrowed(reads), end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let shown = pieces(text).into_iter().map(|piece| match piece {
            Piece::Words { span, reads, spaced } => {
                let words = reads.unwrap_or_else(|| text[span].to_owned().into());
                format!("{}{words}", if spaced { "_" } else { "" })
            }
            Piece::Voice(name) => format!("[{}]", &text[name]),
            Piece::Change => "|".to_owned(),
        });
        shown.collect()
    }

    #[test]
    fn lines_are_cut_into_pieces() {
        for (text, wanted) in [
            ("Good morning", "_Good morning"),
            ("<v Ada Pell>Good <i>morn</i>ing</v>", "[Ada Pell]_Good_morning"),
            ("<v.loud.x Ada>Hm", "[Ada]_Hm"),
            ("<v>Hm", "[]_Hm"),
            ("a<00:00:01.000><c> word</c>", "_a_word"),
            ("Fish &amp; chips &lt;3&nbsp;x&lrm;y &#39;q&#x27; &foo;", "_Fish_&_chips_<3_xy_'q'_&foo;"),
            (">> PELL: Yes. &gt;&gt; No. a>>b", "|_PELL: Yes.|_No. a>>b"),
            ("{\\an8}Up <unk> here", "_Up <unk> here"),
            ("1 < 2 > 0 & <", "_1 < 2 > 0 & <"),
        ] {
            assert_eq!(shown(text), wanted, "{text}");
        }
    }

    #[test]
    fn times_of_both_formats() {
        let ms = |text: &str| times(text).map(|shown| (shown.from.0, shown.until.0));
        assert_eq!(ms("00:00:01,500 --> 00:00:02,000"), Some((1500, 2000)));
        assert_eq!(ms("00:01.500-->00:02.000 align:start position:0%"), Some((1500, 2000)));
        for text in ["00:01 -> 00:02", "--> 00:02", "00:01.0 --> soon"] {
            assert_eq!(ms(text), None, "{text}");
        }
    }
}
