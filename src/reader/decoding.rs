//! Text that was decoded twice: UTF-8 taken for Windows-1252, so that `ë` became `Ã«`.

/// The characters that Windows-1252 has at 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252); a byte without
/// a character of its own stands for the control character of the same number.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The longest character in UTF-8, in bytes.
const MAX_BYTES: usize = 4;

/// What the beginning of `text` was before it was decoded twice: a character, and how many bytes of `text` it takes.
/// Only what European text is made of counts; `É»` is no mistake.
pub(super) fn twice_decoded(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0_u8; MAX_BYTES];
    let mut wanted = MAX_BYTES;
    let mut taken = 0;
    for (at, c) in text.chars().take(MAX_BYTES).enumerate() {
        bytes[at] = byte(c)?;
        if at == 0 {
            wanted = match bytes[0] {
                0xc2..=0xc5 => 2,
                0xe2 => 3,
                0xf0 => 4,
                _ => return None,
            };
        }
        taken += c.len_utf8();
        if at + 1 == wanted {
            break;
        }
    }
    let c = std::str::from_utf8(bytes.get(..wanted)?).ok()?.chars().next()?;
    let is_plausible =
        matches!(c, '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{203a}' | '€' | '™' | '\u{1f300}'..='\u{1faff}');
    is_plausible.then_some((c, taken))
}

/// The byte that Windows-1252 has for `c`.
fn byte(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(c)) {
        return Some(byte);
    }
    let at = UPPER.iter().position(|upper| *upper == c)?;
    Some(0x80 + u8::try_from(at).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_decoded_twice_is_known() {
        for (found, was) in
            [("Ã«n", 'ë'), ("Ã©", 'é'), ("â€“ ", '–'), ("â‚¬", '€'), ("â€œ", '“'), ("Â°", '°'), ("Å¡", 'š')]
        {
            assert_eq!(twice_decoded(found).map(|(c, _)| c), Some(was), "{found}");
        }
        assert_eq!(twice_decoded("ðŸ˜€!"), Some(('😀', 9)));
        for sound in ["ën", "É»", "â la", "Ã", "Ä", "Österreich", "a", "", "€"] {
            assert_eq!(twice_decoded(sound), None, "{sound}");
        }
    }
}
