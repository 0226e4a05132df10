//! From the bytes of a chosen file to text, whatever it is written in: told by what is in it, never by its name.

use thiserror::Error;

use super::{docx, html};
use crate::reader::MAX_SOURCE_BYTES;

/// How a ZIP archive begins, with files in it or without.
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

/// How a compound file begins: Word up to 2003, and any protected document since
/// ([MS-CFB, section 2.2](https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb)).
const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What 0x80 to 0x9F are in Windows-1252
/// ([Encoding Standard, index windows-1252](https://encoding.spec.whatwg.org/index-windows-1252.txt)). The five that
/// Microsoft leaves open are the control characters of the same number there.
pub(super) const WINDOWS_1252: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}', '\u{2030}',
    '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}', '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}',
    '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}',
    '\u{17e}', '\u{178}',
];

/// What a text was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the lower byte first.
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
    /// Windows-1252: taken for what is none of the others, so it may be wrong.
    Windows1252,
    /// A Word document (.docx).
    Docx,
    /// A web page, or a part of one.
    Html,
}

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, no longer than [`MAX_SOURCE_BYTES`]. In UTF-8 it is the file, byte for byte.
    pub text: String,
    /// What it was written in.
    pub encoding: Encoding,
}

/// Why the bytes of a file are not a text that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// There is nothing in it.
    #[error("there are no words in it")]
    Empty,
    /// It is larger than [`MAX_SOURCE_BYTES`].
    #[error("it has {0} bytes, and a transcript of more than {MAX_SOURCE_BYTES} bytes is not opened")]
    TooLarge(usize),
    /// It is not text, nor anything else that is known.
    #[error("it is not a text")]
    NotText,
    /// It is a PDF.
    #[error("it is a PDF; open it, select all, copy, and save the text")]
    Pdf,
    /// It is a document of Word up to 2003 (.doc), or one that is protected by a password.
    #[error("it is an old or a protected Word document; save it as .docx or as text")]
    OldWord,
    /// It is a document in the Rich Text Format (.rtf).
    #[error("it is an RTF document; save it as .docx or as text")]
    Rtf,
    /// It is a ZIP archive, but no Word document.
    #[error("it is a ZIP archive that is no Word document")]
    OtherZip,
    /// It is a Word document or a ZIP archive, but a part is missing or wrong.
    #[error("it is a damaged Word document or ZIP archive")]
    Damaged,
}

/// The text that `bytes` hold: a plain text in UTF-8, UTF-16 or Windows-1252, a web page, or a Word document.
///
/// # Errors
/// Says why there is none that can be opened.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, DecodeError> {
    if let Some(error) = refused(&bytes) {
        return Err(error);
    }
    if ZIP.iter().any(|begin| bytes.starts_with(begin)) {
        return Ok(Decoded { text: accept(docx::text(&bytes)?)?, encoding: Encoding::Docx });
    }
    let (text, encoding) = characters(bytes, MAX_SOURCE_BYTES)?;
    if html::is_html(&text) {
        let text = html::from_html(&text).ok_or(DecodeError::Empty)?;
        return Ok(Decoded { text: accept(text)?, encoding: Encoding::Html });
    }
    Ok(Decoded { text: accept(text)?, encoding })
}

/// Checks that a text can be opened, and gives it back as it is: nothing in it is taken for another format.
///
/// # Errors
/// Says why it cannot.
pub fn accept(text: String) -> Result<String, DecodeError> {
    if text.len() > MAX_SOURCE_BYTES {
        Err(DecodeError::TooLarge(text.len()))
    } else if is_binary(&text) {
        Err(DecodeError::NotText)
    } else if text.trim().is_empty() {
        Err(DecodeError::Empty)
    } else {
        Ok(text)
    }
}

/// Whether `bytes` want to be JSON: they begin as an object, or are a list from beginning to end. (Many a transcript
/// begins with a time in brackets, and RTF with a brace.)
#[must_use]
pub fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
    match bytes.first() {
        Some(b'{') => !bytes.starts_with(br"{\rtf"),
        Some(b'[') => serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok(),
        _ => false,
    }
}

/// What is known by its first bytes and cannot be opened.
fn refused(bytes: &[u8]) -> Option<DecodeError> {
    let begin = bytes.trim_ascii_start();
    match () {
        () if begin.starts_with(b"%PDF-") => Some(DecodeError::Pdf),
        () if begin.starts_with(br"{\rtf") => Some(DecodeError::Rtf),
        () if bytes.starts_with(COMPOUND_FILE) => Some(DecodeError::OldWord),
        () => None,
    }
}

/// The characters of a plain text, and what they were written in.
///
/// # Errors
/// If they are more than `most` bytes in UTF-8, or if control characters stand in it that no text has.
pub(super) fn characters(bytes: Vec<u8>, most: usize) -> Result<(String, Encoding), DecodeError> {
    // No encoding takes more than twice the bytes of UTF-8.
    if bytes.len() > 2 * most {
        return Err(DecodeError::TooLarge(bytes.len()));
    }
    let (text, encoding) = match byte_order(&bytes) {
        Some(order) => (utf16(&bytes, order), order),
        None => match String::from_utf8(bytes) {
            Ok(text) => (text, Encoding::Utf8),
            Err(error) => not_utf8(error.as_bytes()),
        },
    };
    if text.len() > most {
        return Err(DecodeError::TooLarge(text.len()));
    }
    if is_binary(&text) { Err(DecodeError::NotText) } else { Ok((text, encoding)) }
}

/// The order of bytes in UTF-16: by its mark, or else by the bytes that are 0 in most Latin letters, half of all
/// bytes and always the same half.
fn byte_order(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let zeros = |half: usize| bytes.iter().skip(half).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let is_most = |many: usize, few: usize| many > 0 && many >= bytes.len() / 4 && few <= many / 16;
    match () {
        () if is_most(second, first) => Some(Encoding::Utf16Le),
        () if is_most(first, second) => Some(Encoding::Utf16Be),
        () => None,
    }
}

/// Reads UTF-16 as the Encoding Standard does: without the mark, and what is broken as U+FFFD.
fn utf16(bytes: &[u8], order: Encoding) -> String {
    let (pairs, rest) = bytes.as_chunks();
    let unit = if order == Encoding::Utf16Be { u16::from_be_bytes } else { u16::from_le_bytes };
    let units = pairs.iter().map(|pair| unit(*pair));
    let characters = char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER));
    let text: String = characters.chain(rest.iter().map(|_| char::REPLACEMENT_CHARACTER)).collect();
    text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
}

/// UTF-8 with a few broken places, as a cut in the middle of a character leaves it, or else Windows-1252, in which
/// what looks like a character of UTF-8 hardly ever occurs.
fn not_utf8(bytes: &[u8]) -> (String, Encoding) {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if sound > broken {
        return (String::from_utf8_lossy(bytes).into_owned(), Encoding::Utf8);
    }
    let character = |byte: u8| match byte {
        0x80..0xa0 => WINDOWS_1252[usize::from(byte) - 0x80],
        _ => char::from(byte),
    };
    (bytes.iter().copied().map(character).collect(), Encoding::Windows1252)
}

/// Whether control characters stand in it that no text has.
fn is_binary(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "Mevrouw Duin: één “café” kost € 3.\r\nDe heer Veld: goed.";

    #[track_caller]
    fn check(bytes: Vec<u8>, text: &str, encoding: Encoding) {
        assert_eq!(decode(bytes), Ok(Decoded { text: text.into(), encoding }));
    }

    #[test]
    fn utf_8_is_kept_byte_for_byte() {
        check(b"Voorzitter: dank u.\x0c".to_vec(), "Voorzitter: dank u.\x0c", Encoding::Utf8);
        check(format!("\u{feff}{TEXT}").into(), &format!("\u{feff}{TEXT}"), Encoding::Utf8);
    }

    #[test]
    fn utf_16_is_known_by_its_mark_or_by_its_zeros() {
        let units = || TEXT.encode_utf16();
        let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
        check(little.clone(), TEXT, Encoding::Utf16Le);
        check(big.clone(), TEXT, Encoding::Utf16Be);
        check([&[0xff, 0xfe], &*little].concat(), TEXT, Encoding::Utf16Le);
        check([&[0xfe, 0xff], &*big, &[0]].concat(), &format!("{TEXT}\u{fffd}"), Encoding::Utf16Be);
        check(vec![0xff, 0xfe, b'a', 0, 0, 0xd8, b'b', 0], "a\u{fffd}b", Encoding::Utf16Le);
        assert_eq!(decode(vec![0xff, 0xfe, 0, 0, b'a', 0, 0, 0]), Err(DecodeError::NotText));
    }

    #[test]
    fn what_is_not_utf_8_is_windows_1252() {
        check(b"\x93E\xe9n caf\xe9\x94 \x96 \x80 3".to_vec(), "“Eén café” – € 3", Encoding::Windows1252);
        let cut = &TEXT.as_bytes()[..=TEXT.find('€').unwrap()];
        check(cut.to_vec(), "Mevrouw Duin: één “café” kost \u{fffd}", Encoding::Utf8);
    }

    #[test]
    fn pages_become_their_words() {
        check("<!doctype html><p>Duin:&nbsp;ja</p>".into(), "Duin:\u{a0}ja", Encoding::Html);
        check(b"<html><meta charset=iso-8859-1><body>\xe9\xe9n</body></html>".to_vec(), "één", Encoding::Html);
        assert_eq!(decode("<html><body><img src=x></body></html>".into()), Err(DecodeError::Empty));
        assert_eq!(accept("<p>Duin</p>".into()), Ok("<p>Duin</p>".into()));
    }

    #[test]
    fn what_is_no_text_says_so() {
        assert_eq!(decode(b" \r\n\t".to_vec()), Err(DecodeError::Empty));
        assert_eq!(decode(Vec::new()), Err(DecodeError::Empty));
        assert_eq!(decode(vec![0x50, 0x4b, 3, 4]), Err(DecodeError::Damaged));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()), Err(DecodeError::NotText));
        assert_eq!(decode(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3".to_vec()), Err(DecodeError::Pdf));
        assert_eq!(decode([COMPOUND_FILE, &[0; 40]].concat()), Err(DecodeError::OldWord));
        assert_eq!(decode(br"{\rtf1\ansi Dag.}".to_vec()), Err(DecodeError::Rtf));
        assert!(!is_json(br"{\rtf1\ansi Dag.}") && is_json(b"{}") && !is_json(b"[12:00] Duin"));
        assert_eq!(decode(vec![b'a'; MAX_SOURCE_BYTES + 1]), Err(DecodeError::TooLarge(MAX_SOURCE_BYTES + 1)));
        // Each of these bytes takes two in UTF-8.
        assert_eq!(decode(vec![0xe9; MAX_SOURCE_BYTES]), Err(DecodeError::TooLarge(2 * MAX_SOURCE_BYTES)));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_fail_badly(
            begin in prop::sample::select(vec![&b""[..], b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"PK\x05\x06", b"<html>", b"%PDF-"]),
            bytes in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            if let Ok(decoded) = decode([begin, &*bytes].concat()) {
                prop_assert_eq!(accept(decoded.text.clone()), Ok(decoded.text));
            }
        }

        #[test]
        fn every_text_survives_every_form_of_utf(text in "[^\u{feff}<%{\0-\u{1f}][^\0-\u{1f}]{1,40}") {
            prop_assume!(!text.trim().is_empty());
            let with_mark = format!("\u{feff}{text}");
            let forms = [
                (with_mark.encode_utf16().flat_map(u16::to_le_bytes).collect(), Encoding::Utf16Le),
                (with_mark.encode_utf16().flat_map(u16::to_be_bytes).collect(), Encoding::Utf16Be),
                (text.clone().into_bytes(), Encoding::Utf8),
            ];
            for (bytes, encoding) in forms {
                prop_assert_eq!(decode(bytes), Ok(Decoded { text: text.clone(), encoding }));
            }
        }
    }
}
