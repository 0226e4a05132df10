//! What the targets try, and how the bytes of the fuzzer become texts, corrections and files.

use std::alloc::System;

use cap::Cap;
use griffier::{exchange, journal, model, reader, text};

mod store;

pub use store::{file, store};

/// However short what it is given: more than this the program never takes, in bytes.
const MEMORY: usize = 256 << 20;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, MEMORY);

#[path = "../../src/reader/tests/laws.rs"]
mod laws;

use laws::{LINE_ENDS, LINES, Picks};
use model::Corrections;
use reader::FORMATS;

/// How many bytes choose what is corrected; the text is made of the others.
const CORRECTIONS: usize = 64;

/// The longest run of other characters between known lines, in bytes.
const RUN: usize = 32;

/// How long a text made of lines and words becomes, in bytes: long ones only cost time.
const LENGTH: usize = 8 << 10;

/// Words that formats look for, to be put together in any order.
const WORDS: &[&str] = &[
    "De heer ",
    "Mevrouw ",
    "Minister ",
    "Mr. ",
    "M. ",
    "Mme ",
    "(",
    ")",
    ": ",
    ":",
    ". ",
    ", ",
    " – ",
    "-",
    "\u{ad}",
    "[",
    "]",
    "**",
    "*",
    "<v ",
    "<",
    ">",
    "&",
    "&#",
    ";",
    ">> ",
    " --> ",
    "00:00:01.000",
    "0:20",
    "01.01 ",
    "Aalst",
    "DOYLE",
    "van ",
    "en ",
    "Kust",
    "voorzitter",
    "Chair",
    "1",
    "12",
    " ",
    "  ",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "Ã«",
    "â€“",
    "ë",
    "e\u{308}",
    "😀",
    "{\\an8}",
    "#",
    "_",
    "De Kamer,",
    "gaat over tot de orde van de dag.",
    "Motie",
    "toezegging genoteerd",
    "De minister ",
    "'",
    "\"",
    "/",
    "Q. ",
    "A. ",
];

/// A text. Bytes that begin as ASCII does are one; others choose known lines, words, and runs of other characters.
fn text_of(bytes: &[u8]) -> String {
    if bytes.first().is_none_or(|first| matches!(first, b' '..=b'~')) {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let mut picks = Picks(&bytes[1..]);
    let mut text = String::new();
    while !picks.0.is_empty() && text.len() < LENGTH {
        let choice = usize::from(picks.byte());
        match choice.checked_sub(LINES.len()) {
            None => {
                text.push_str(LINES[choice]);
                text.push_str(picks.one(LINE_ENDS).copied().unwrap_or_default());
            }
            Some(word) if word < WORDS.len() => text.push_str(WORDS[word]),
            Some(end) if end < WORDS.len() + LINE_ENDS.len() => text.push_str(LINE_ENDS[end - WORDS.len()]),
            Some(length) => {
                let (run, rest) = picks.0.split_at((length % RUN).min(picks.0.len()));
                text.push_str(&String::from_utf8_lossy(run));
                picks.0 = rest;
            }
        }
    }
    text
}

/// Any text, in the format found and in a format chosen by hand.
pub fn reader(bytes: &[u8]) {
    let text = text_of(bytes);
    laws::hold_for_the_reading(&reader::read(&text), &text);
    let name = FORMATS[bytes.len() % FORMATS.len()].format.0;
    let corrections = Corrections { format: Some(name.to_owned()), ..Corrections::default() };
    laws::hold_for_the_reading(&reader::read_with(&text, &corrections), &text);
}

/// Any text with any corrections.
pub fn positions(bytes: &[u8]) {
    let (picks, text) = bytes.split_at(bytes.len().min(CORRECTIONS));
    let (text, mut picks) = (text_of(text), Picks(picks));
    let corrections = laws::corrections(&text, &mut picks);
    let transcript = reader::read_with(&text, &corrections);
    laws::hold_for_the_reading(&transcript, &text);
    let places = text::sha256(&text);
    laws::hold_for_positions(&transcript, &mut Picks(places.as_bytes()));
}

/// Any file. The first byte can make it a web page, or the words of a Word document.
pub fn decode(bytes: &[u8]) {
    let file = match bytes.split_first() {
        Some((1, rest)) => [b"<html>", rest].concat(),
        Some((2, rest)) => document(rest),
        Some((3, rest)) => document(&[b"<w:document><w:body><w:p><w:r><w:t>", rest].concat()),
        _ => bytes.to_vec(),
    };
    if let Ok(decoded) = exchange::decode(file) {
        assert_eq!(exchange::accept(decoded.text.clone()), Ok(decoded.text.clone()), "it can be opened");
        laws::hold_for_the_reading(&reader::read(&decoded.text), &decoded.text);
    }
    let _ = exchange::is_json(bytes);
    if let Some(text) = exchange::from_html(&String::from_utf8_lossy(bytes)) {
        laws::hold_for_the_reading(&reader::read(&text), &text);
    }
}

/// A ZIP archive that holds nothing but `word/document.xml`, not packed
/// ([APPNOTE, section 4.3](https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT)).
fn document(xml: &[u8]) -> Vec<u8> {
    const NAME: &[u8] = b"word/document.xml";
    let bit = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    let crc = !xml.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), bit));
    let size = (xml.len() as u32).to_le_bytes();
    // From the version that is needed to the length of the extra field, the same in both headers.
    let common = [
        &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
        &crc.to_le_bytes(),
        &size,
        &size,
        &(NAME.len() as u16).to_le_bytes(),
        &[0, 0],
    ]
    .concat();
    let local = [b"PK\x03\x04", &*common, NAME, xml].concat();
    let central = [b"PK\x01\x02", &[20, 0][..], &common, &[0; 14], NAME].concat();
    let (size, at) = ((central.len() as u32).to_le_bytes(), (local.len() as u32).to_le_bytes());
    let end = [b"PK\x05\x06", &[0, 0, 0, 0, 1, 0, 1, 0][..], &size, &at, &[0, 0]].concat();
    [local, central, end].concat()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_made_document_is_one() {
        let file =
            super::document(b"<w:document><w:body><w:p><w:r><w:t>Pike: yes.</w:t></w:r></w:p></w:body></w:document>");
        assert_eq!(super::exchange::decode(file).map(|decoded| decoded.text), Ok("Pike: yes.".to_owned()));
    }
}
