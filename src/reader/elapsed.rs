//! Times of a recording, as transcripts and captions write them.
//!
//! ```text
//! time      = [ hours ":" ] minutes ":" seconds [ ( "." | "," ) digits ]
//! bracketed = ( "[" | "(" ) time [ until ] ( "]" | ")" )
//! ```

use crate::model::Elapsed;

/// The longest time in brackets, in bytes: `[00:00:00.000 --> 00:00:00.000]`.
const MAX_BRACKETED: usize = 40;

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
    }
}
