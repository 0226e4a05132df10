//! Times of a recording, as transcripts and captions write them.
//!
//! ```text
//! time      = [ hours ":" ] minutes ":" seconds [ ( "." | "," ) digits ]
//! bracketed = ( "[" | "(" ) time [ until ] ( "]" | ")" )
//! clock     = time ( "AM" | "PM" )                                    a time of the day
//! dated     = "[" date [ "," ] clock "]" | date [ "," ] clock " - "       in written messages
//! spoken    = [ number "hours" ] [ number "minutes" ] number "seconds"
//! ```

use crate::model::Elapsed;

/// The longest time in brackets, in bytes: `[00:00:00.000 --> 00:00:00.000]`.
const MAX_BRACKETED: usize = 40;

/// In milliseconds.
const HOUR: u32 = 3_600_000;

/// The time at the beginning of `text`, and how many bytes it takes.
pub(super) fn time(text: &str) -> Option<(Elapsed, usize)> {
    let digits = |from: usize| text.as_bytes()[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let number = |from: usize, count: usize| text.get(from..from + count)?.parse::<u32>().ok();
    let first = digits(0);
    if !(1..=3).contains(&first) {
        return None;
    }
    let (mut total, mut end, mut parts) = (number(0, first)?, first, 1);
    while parts < 3 && text[end..].starts_with(':') && digits(end + 1) == 2 {
        let part = number(end + 1, 2).filter(|part| *part < 60)?;
        (total, end, parts) = (total * 60 + part, end + 3, parts + 1);
    }
    // `10:30:5` is a mistake or something else.
    if parts == 1 || text[end..].starts_with(':') && digits(end + 1) > 0 {
        return None;
    }
    let fraction = if text[end..].starts_with(['.', ',']) { digits(end + 1) } else { 0 };
    let mut thousandths = 0;
    if (1..=3).contains(&fraction) {
        thousandths = number(end + 1, fraction)? * [100, 10, 1][fraction - 1];
        end += 1 + fraction;
    }
    // At most 999 hours, so the sum is below 2^32.
    Some((Elapsed(total.checked_mul(1000)?.checked_add(thousandths)?), end))
}

/// The time in brackets at the beginning of `text`, or the first of two, and how many bytes the whole takes.
pub(super) fn bracketed(text: &str) -> Option<(Elapsed, usize)> {
    let inner = text.strip_prefix(['[', '('])?;
    let (at, taken) = time(inner)?;
    let until = |c: char| c.is_ascii_digit() || matches!(c, ' ' | ':' | '.' | ',' | '-' | '–' | '>');
    let rest = inner[taken..].char_indices().find(|(_, c)| !until(*c));
    let end = rest.filter(|(at, c)| *at < MAX_BRACKETED && matches!(c, ']' | ')'))?.0;
    Some((at, 1 + taken + end + 1))
}

/// The time at the end of `text`, in brackets or behind a blank, and where it begins.
pub(super) fn at_end(text: &str) -> Option<(Elapsed, usize)> {
    if text.ends_with([']', ')']) {
        let start = text.rfind(['[', '('])?;
        return bracketed(&text[start..]).filter(|(_, taken)| start + taken == text.len()).map(|(at, _)| (at, start));
    }
    let start = text.rfind(|c: char| !(c.is_ascii_digit() || c == ':')).map_or(0, |at| at + 1);
    let (at, taken) = time(text.get(start..)?)?;
    (start + taken == text.len() && text[..start].ends_with(char::is_whitespace)).then_some((at, start))
}

/// The time that `text` is, and nothing else.
pub(super) fn alone(text: &str) -> Option<Elapsed> {
    let clock = || clock(text).filter(|(_, taken)| text[..*taken].ends_with(['M', 'm']));
    let found = clock().or_else(|| bracketed(text)).or_else(|| time(text));
    found.filter(|(_, taken)| *taken == text.len()).map(|(at, _)| at)
}

/// The time of the day at the beginning of `text`, since midnight.
fn clock(text: &str) -> Option<(Elapsed, usize)> {
    let (Elapsed(at), taken) = time(text)?;
    let has_seconds = text[..taken].matches(':').count() == 2;
    let at = at.checked_mul(if has_seconds { 1 } else { 60 }).filter(|at| *at < 24 * HOUR)?;
    let rest = text[taken..].trim_start();
    let half = rest.get(..2).filter(|_| !rest[2..].starts_with(char::is_alphanumeric)).map(str::to_lowercase);
    let (noon, taken) = match half.as_deref() {
        Some("am") => (0, text.len() - rest.len() + 2),
        Some("pm") => (12 * HOUR, text.len() - rest.len() + 2),
        _ => return Some((Elapsed(at), taken)),
    };
    Some((Elapsed(at % (12 * HOUR) + noon), taken))
}

/// The time of the day behind a date at the beginning of `text`, and how many bytes both take.
pub(super) fn dated(text: &str) -> Option<(Elapsed, usize)> {
    let inner = text.strip_prefix('[').unwrap_or(text);
    let is_dated = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'/' | b'-' | b'.');
    let date = inner.bytes().take_while(|byte| is_dated(byte)).count();
    let parts = || inner[..date].split(['/', '-', '.']);
    if date > 10 || parts().count() != 3 || parts().any(str::is_empty) {
        return None;
    }
    let rest = inner[date..].trim_start_matches([',', ' ']);
    let (at, taken) = clock(rest).filter(|_| rest.len() < inner.len() - date)?;
    let rest = &rest[taken..];
    let rest = if inner.len() < text.len() { rest.strip_prefix(']')? } else { rest };
    // A log has its words at once behind the time.
    if inner.len() == text.len() && !rest.starts_with(" - ") {
        return None;
    }
    Some((at, text.len() - rest.len()))
}

/// `1 minute 3 seconds` at the end of `text`, and where it begins.
pub(super) fn spoken_at_end(text: &str) -> Option<(Elapsed, usize)> {
    let (mut total, mut rest) = (0_u32, text);
    while let Some((before, unit)) = rest.rsplit_once(' ') {
        let scale = match unit.trim_end_matches('s') {
            "second" => HOUR / 3600,
            "minute" => HOUR / 60,
            "hour" => HOUR,
            _ => break,
        };
        let (before, number) = before.rsplit_once(' ')?;
        total = total.checked_add(number.parse::<u32>().ok()?.checked_mul(scale)?)?;
        rest = before.trim_end();
    }
    (rest.len() < text.len()).then_some((Elapsed(total), rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times() {
        for (text, seconds, taken) in [("0:23", 23, 4), ("75:12 x", 4512, 5), ("1:02:03.5", 3723, 9), ("00:46:", 46, 5)]
        {
            let (at, length) = time(text).unwrap();
            assert_eq!((at.0 / 1000, length), (seconds, taken), "{text}");
        }
        assert_eq!(time("00:00:08,490").map(|(at, _)| at), Some(Elapsed(8490)));
        for text in ["12", "1:2", "10:61", "10:30:5", "2031-02", ":20", "1234:00", "10:305"] {
            assert_eq!(time(text), None, "{text}");
        }
        assert_eq!(bracketed("[00:01.0 --> 00:05.0] a").map(|(_, taken)| taken), Some(21));
        assert_eq!(bracketed("[00:01 noise]"), None);
        assert_eq!(at_end("Doyle  1:00:20").map(|(at, start)| (at.0, start)), Some((3_620_000, 7)));
        assert_eq!(at_end("Doyle [00:20]").map(|(at, start)| (at.0, start)), Some((20_000, 6)));
        assert_eq!(at_end("Doyle:00:20"), None);
        for (text, seconds) in [("10:02 AM", 36_120), ("12:02 PM", 43_320), ("12:02:03 am", 123), ("10:02", 602)] {
            assert_eq!(alone(text), Some(Elapsed(seconds * 1000)), "{text}");
        }
        assert_eq!(alone("10:02 amused"), None);
        assert_eq!(dated("[14/03/2031, 1:02 PM] Hi"), Some((Elapsed(46_920_000), 21)));
        assert_eq!(dated("2031-03-14 10:02 - Hi"), Some((Elapsed(36_120_000), 16)));
        for text in [
            "14-03 10:02",
            "14-03-2031",
            "14-03-203110:02",
            "14-03-2031 99:02",
            "[14-03-2031 10:02",
            "2031-03-14 10:02:11 INFO",
            "1--2 10:02",
        ] {
            assert_eq!(dated(text), None, "{text}");
        }
        assert_eq!(spoken_at_end("Doyle 1 hour 3 seconds"), Some((Elapsed(3_603_000), 5)));
        assert_eq!(spoken_at_end("99999999 hours"), None);
    }
}
