//! The characters that HTML and XML write by a name or a number, such as `&eacute;` and `&#8217;`.

use std::borrow::Cow;

use super::decode::WINDOWS_1252;

/// The longest reference that is looked at, in bytes without `&`.
const MAX_LENGTH: usize = 12;

/// The names of U+00A0 to U+00FF, in order
/// ([HTML Standard, section 13.5](https://html.spec.whatwg.org/multipage/named-characters.html)).
const LATIN_1: [&str; 96] = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not", "shy",
    "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1", "ordm",
    "raquo", "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig",
    "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve",
    "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN",
    "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc",
    "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml",
    "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
];

/// The rest of what occurs in running text. The standard has two thousand more, for formulas; a transcript that uses
/// one shows its name.
const OTHERS: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '\u{2013}'),
    ("mdash", '\u{2014}'),
    ("lsquo", '\u{2018}'),
    ("rsquo", '\u{2019}'),
    ("sbquo", '\u{201a}'),
    ("ldquo", '\u{201c}'),
    ("rdquo", '\u{201d}'),
    ("bdquo", '\u{201e}'),
    ("lsaquo", '\u{2039}'),
    ("rsaquo", '\u{203a}'),
    ("hellip", '\u{2026}'),
    ("bull", '\u{2022}'),
    ("euro", '\u{20ac}'),
    ("trade", '\u{2122}'),
    ("dagger", '\u{2020}'),
    ("Dagger", '\u{2021}'),
    ("permil", '\u{2030}'),
    ("prime", '\u{2032}'),
    ("Prime", '\u{2033}'),
    ("minus", '\u{2212}'),
    ("larr", '\u{2190}'),
    ("rarr", '\u{2192}'),
    ("le", '\u{2264}'),
    ("ge", '\u{2265}'),
    ("ne", '\u{2260}'),
    ("OElig", '\u{152}'),
    ("oelig", '\u{153}'),
    ("Scaron", '\u{160}'),
    ("scaron", '\u{161}'),
    ("Yuml", '\u{178}'),
    ("fnof", '\u{192}'),
    ("circ", '\u{2c6}'),
    ("tilde", '\u{2dc}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("colon", ':'),
    ("lpar", '('),
    ("rpar", ')'),
    ("num", '#'),
    ("Tab", '\t'),
    ("NewLine", '\n'),
];

/// `text` with every reference replaced by its character; a reference that is not known stays as it is written.
pub(super) fn resolve(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('&') else { return Cow::Borrowed(text) };
    let mut resolved = text[..first].to_owned();
    for part in text[first..].split('&').skip(1) {
        if let Some((character, rest)) = reference(part) {
            resolved.push(character);
            resolved.push_str(rest);
        } else {
            resolved.push('&');
            resolved.push_str(part);
        }
    }
    Cow::Owned(resolved)
}

/// The character that a reference at the beginning of `part` stands for, and what follows. The semicolon may be
/// missing, as old pages have it, where no letter or digit follows.
fn reference(part: &str) -> Option<(char, &str)> {
    let is_part = |(at, c): &(usize, char)| c.is_ascii_alphanumeric() || (*at == 0 && *c == '#');
    let length = part.char_indices().take(MAX_LENGTH + 1).take_while(is_part).count();
    if length > MAX_LENGTH {
        return None;
    }
    let (name, rest) = part.split_at(length);
    let character = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    Some((character, rest.strip_prefix(';').unwrap_or(rest)))
}

fn named(name: &str) -> Option<char> {
    let latin = (0xa0..=u8::MAX).zip(LATIN_1).find(|(_, known)| *known == name).map(|(code, _)| char::from(code));
    latin.or_else(|| OTHERS.iter().find(|(known, _)| *known == name).map(|(_, character)| *character))
}

/// The character of a number, decimal or behind an `x` hexadecimal. Numbers from 0x80 to 0x9F mean Windows-1252, as
/// the HTML Standard says; one that is no character of a text is U+FFFD.
fn numbered(number: &str) -> Option<char> {
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return None;
    }
    let character = match u32::from_str_radix(digits, radix).unwrap_or(u32::MAX) {
        code @ 0x80..0xa0 => WINDOWS_1252.get(code as usize - 0x80).copied(),
        code => char::from_u32(code).filter(|c| !c.is_control() || c.is_ascii_whitespace()),
    };
    Some(character.unwrap_or(char::REPLACEMENT_CHARACTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_become_characters() {
        let cases = [
            ("caf&eacute; &amp; th&eacute;", "café & thé"),
            ("&nbsp;&yuml;&Agrave;", "\u{a0}ÿÀ"),
            ("&#233;&#xE9;&#x1F600;", "éé😀"),
            ("&#146;&#x80;", "’€"),
            ("&amp;lt;", "&lt;"),
            ("Jansen&ampco, Jansen &amp co", "Jansen&ampco, Jansen & co"),
            ("&bestaatniet; & &; &#; &#x; &#12a", "&bestaatniet; & &; &#; &#x; &#12a"),
            ("&#0;&#xD800;&#99999999999;&#1;", "\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
            ("&\u{e9}n", "&\u{e9}n"),
            ("geen", "geen"),
        ];
        for (written, meant) in cases {
            assert_eq!(resolve(written), meant, "{written}");
        }
    }
}
