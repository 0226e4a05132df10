//! The text of a Word document (.docx): a ZIP archive with the words in one XML file.
//!
//! Each paragraph is a line, as when it is copied out of Word as plain text; an empty paragraph is an empty line, a
//! cell of a table begins on a line of its own. A paragraph with a line break inside (Teams puts one between who
//! speaks and what is said) is set off by empty lines: otherwise nobody could tell the break from the paragraph's
//! end. What is deleted but still recorded, instructions of fields, and the second copy of what old programs cannot
//! show are left out; so are notes, comments, headers and the numbers of lists, which are kept in other files.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive};

use super::{
    DecodeError,
    decode::characters,
    markup::{Token, Tokens},
};
use crate::reader::MAX_SOURCE_BYTES;

/// Elements whose content is not among the words, besides all that end in `Pr` or `PrEx` (properties).
const LEFT_OUT: &[&str] = &["del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "tblGrid"];

/// The words of a Word document.
///
/// # Errors
/// If it is another archive, if it is damaged, or if there is too much in it.
pub(super) fn text(archive: &[u8]) -> Result<String, DecodeError> {
    let (xml, _) = characters(document(archive)?).map_err(|error| match error {
        DecodeError::NotText => DecodeError::Damaged,
        other => other,
    })?;
    Ok(words(&xml))
}

/// The file of the archive that holds the words, unpacked.
fn document(bytes: &[u8]) -> Result<Vec<u8>, DecodeError> {
    let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
    let mut entries = archive.entries();
    let entry = loop {
        let entry = entries.next_entry().map_err(damaged)?.ok_or(DecodeError::OtherZip)?;
        if is_document(entry.file_path().as_ref()) {
            break entry;
        }
    };
    let packed = archive.get_entry(entry.wayfinder()).map_err(damaged)?;
    let content = match entry.compression_method() {
        CompressionMethod::STORE => packed.data().to_vec(),
        CompressionMethod::DEFLATE => inflate(packed.data())?,
        _ => return Err(DecodeError::Damaged),
    };
    if crc32(&content) == entry.crc32() { Ok(content) } else { Err(DecodeError::Damaged) }
}

fn damaged(_: rawzip::Error) -> DecodeError {
    DecodeError::Damaged
}

/// Whether a file of the archive holds the words: `word/document.xml`, or with a number, as Word on the web has it.
fn is_document(path: &[u8]) -> bool {
    let name = path.strip_prefix(b"word/document").and_then(|rest| rest.strip_suffix(b".xml"));
    name.is_some_and(|number| number.iter().all(u8::is_ascii_digit))
}

fn inflate(packed: &[u8]) -> Result<Vec<u8>, DecodeError> {
    decompress_to_vec_with_limit(packed, MAX_SOURCE_BYTES).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => DecodeError::TooLarge(MAX_SOURCE_BYTES + 1),
        _ => DecodeError::Damaged,
    })
}

/// The check sum that ZIP keeps of each file, bit by bit: `rawzip` has a faster one, with a table of 16 KB.
fn crc32(bytes: &[u8]) -> u32 {
    let bit = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), bit))
}

/// The words in the XML of a document. Elements are known by their names without the prefix: which prefix stands
/// for which vocabulary is up to the program that wrote the file, and no two vocabularies in it disagree on these.
fn words(xml: &str) -> String {
    let mut lines = Lines::default();
    // The paragraphs that are open, the innermost last: a text box is a part of a paragraph and has its own.
    let mut open: Vec<String> = Vec::new();
    // The element that is being left out, and how deep in elements of its name we are.
    let mut left_out: Option<(&str, usize)> = None;
    // Whether the blanks at both ends count; `None` outside of text.
    let mut in_text: Option<bool> = None;
    for token in Tokens::new(xml) {
        if let Some((name, depth)) = &mut left_out {
            match token {
                Token::Open(tag) if tag.name == *name && !tag.is_closed => *depth += 1,
                Token::Close(closed) if closed == *name => *depth -= 1,
                _ => {}
            }
            left_out.take_if(|(_, depth)| *depth == 0);
            continue;
        }
        match token {
            Token::Open(tag) if is_left_out(local(tag.name)) => {
                left_out = (!tag.is_closed).then_some((tag.name, 1));
            }
            Token::Open(tag) => match local(tag.name) {
                "p" if tag.is_closed => lines.push(""),
                "p" => open.push(String::new()),
                "t" if !tag.is_closed => in_text = Some(tag.attribute("xml:space").as_deref() == Some("preserve")),
                name => open.last_mut().into_iter().for_each(|line| line.extend(character(name))),
            },
            Token::Close(name) => match local(name) {
                "p" => open.pop().into_iter().for_each(|line| lines.push(&line)),
                "t" => in_text = None,
                _ => {}
            },
            Token::Text(text) => {
                if let (Some(keeps_blanks), Some(line)) = (in_text, open.last_mut()) {
                    let text = if keeps_blanks { &text } else { text.trim_ascii() };
                    line.extend(text.chars().map(|c| if c.is_ascii_whitespace() { ' ' } else { c }));
                }
            }
        }
    }
    open.iter().rev().for_each(|line| lines.push(line));
    lines.finish()
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

fn is_left_out(name: &str) -> bool {
    LEFT_OUT.contains(&name) || name.ends_with("Pr") || name.ends_with("PrEx")
}

/// The character that an element stands for.
fn character(name: &str) -> Option<char> {
    match name {
        "tab" | "ptab" => Some('\t'),
        "br" | "cr" => Some('\n'),
        "noBreakHyphen" => Some('-'),
        "softHyphen" => Some('\u{ad}'),
        _ => None,
    }
}

/// Paragraphs, each put on a line of its own.
#[derive(Default)]
struct Lines {
    text: String,
    /// Whether the last paragraph has a line end inside.
    is_broken: bool,
}

impl Lines {
    fn push(&mut self, paragraph: &str) {
        let paragraph = paragraph.trim_matches('\n');
        let is_broken = paragraph.contains('\n');
        if (is_broken || (self.is_broken && !paragraph.is_empty())) && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self.text.push_str(paragraph);
        self.text.push('\n');
        self.is_broken = is_broken;
    }

    fn finish(self) -> String {
        self.text.trim_matches('\n').to_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use proptest::prelude::*;

    use super::*;
    use crate::exchange::{Decoded, Encoding, decode};

    const BEGIN: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;

    /// An archive with these files.
    fn archive(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut archive = rawzip::ZipArchiveWriter::new(&mut bytes);
        for (name, content) in files {
            let (mut entry, config) = archive.new_file(name).compression_method(method).start().unwrap();
            let mut writer = config.wrap(Vec::new());
            writer.write_all(content).unwrap();
            let (content, descriptor) = writer.finish().unwrap();
            let deflated = method == CompressionMethod::DEFLATE;
            let packed = if deflated { miniz_oxide::deflate::compress_to_vec(&content, 6) } else { content };
            entry.write_all(&packed).unwrap();
            entry.finish(descriptor).unwrap();
        }
        archive.finish().unwrap();
        bytes
    }

    fn docx(body: &str) -> Vec<u8> {
        let xml = format!("{BEGIN}{body}<w:sectPr><w:pgSz w:w=\"11906\"/></w:sectPr></w:body></w:document>");
        let types: &[u8] = b"<Types/>";
        let files = [("[Content_Types].xml", types), ("word/document.xml", xml.as_bytes())];
        archive(&files, CompressionMethod::DEFLATE)
    }

    #[track_caller]
    fn check(body: &str, text: &str) {
        assert_eq!(words(&format!("{BEGIN}{body}</w:body></w:document>")), text);
    }

    fn paragraph(text: &str) -> String {
        format!(
            "<w:p w:rsidR=\"00A1\"><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>"
        )
    }

    #[test]
    fn a_document_is_its_paragraphs() {
        let body =
            [paragraph("Voorzitter: Welkom."), paragraph("Mevrouw Duinkerk: Dank u &amp; goedemiddag.")].concat();
        let decoded = decode(docx(&body)).unwrap();
        let text = "Voorzitter: Welkom.\nMevrouw Duinkerk: Dank u & goedemiddag.".to_owned();
        assert_eq!(decoded, Decoded { text, encoding: Encoding::Docx });
    }

    #[test]
    fn a_paragraph_with_a_break_inside_is_set_off() {
        let teams = |head: &str, said: &str| {
            format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{head}</w:t></w:r><w:r><w:br/><w:t>{said}</w:t></w:r></w:p>")
        };
        let body = [
            paragraph("Overleg"),
            teams("Fenna Duin   0:03", "Dag."),
            teams("Jip Veld   0:09", "Hoi."),
            paragraph("x"),
        ];
        check(&body.concat(), "Overleg\n\nFenna Duin   0:03\nDag.\n\nJip Veld   0:09\nHoi.\n\nx");
        check(&[teams("a", "b"), "<w:p/>".into(), teams("c", "d")].concat(), "a\nb\n\nc\nd");
        check(
            "<w:p><w:r><w:br w:type=\"page\"/><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t><w:cr/></w:r></w:p>",
            "a\nb",
        );
    }

    #[test]
    fn empty_paragraphs_and_cells_are_lines() {
        check(&[paragraph("a"), "<w:p/><w:p></w:p>".into(), paragraph("b"), "<w:p/>".into()].concat(), "a\n\n\nb");
        let cell = |text: &str| format!("<w:tc><w:tcPr><w:tcW w:w=\"1\"/></w:tcPr>{}</w:tc>", paragraph(text));
        let row = |a: &str, b: &str| format!("<w:tr>{}{}</w:tr>", cell(a), cell(b));
        check(
            &format!("<w:tbl><w:tblGrid/>{}{}</w:tbl>", row("Duin", "Ja."), row("Veld", "Nee.")),
            "Duin\nJa.\nVeld\nNee.",
        );
    }

    #[test]
    fn characters_that_are_elements() {
        check(
            "<w:p><w:r><w:t>a</w:t><w:tab/><w:t xml:space=\"preserve\"> b </w:t><w:noBreakHyphen/><w:t> c\n </w:t></w:r>\
             <w:r><w:softHyphen/><w:t>d</w:t><w:lastRenderedPageBreak/><w:sym w:char=\"F0B7\"/></w:r></w:p>",
            "a\t b -c\u{ad}d",
        );
    }

    #[test]
    fn what_is_not_said_is_left_out() {
        check(
            "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins>\
             <w:del><w:r><w:delText>oud</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom>\
             <w:r><w:instrText> PAGE </w:instrText></w:r><w:del><w:del/><w:del></w:del><w:r><w:t>x</w:t></w:r></w:del>\
             <w:r><w:t>er</w:t></w:r></w:p>",
            "nieuwer",
        );
        let text_box = paragraph("kader");
        check(
            &format!(
                "<w:p><w:r><w:t>voor</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{text_box}</mc:Choice>\
                 <mc:Fallback>{text_box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>na</w:t></w:r></w:p>"
            ),
            "kader\nvoorna",
        );
    }

    #[test]
    fn other_archives_and_damaged_ones_say_so() {
        let sheet = archive(&[("xl/workbook.xml", b"<x/>"), ("word/document.xml.txt", b"")], CompressionMethod::STORE);
        assert_eq!(decode(sheet), Err(DecodeError::OtherZip));
        assert_eq!(decode(archive(&[], CompressionMethod::STORE)), Err(DecodeError::OtherZip));
        let sound = docx(&paragraph("Goedemiddag."));
        assert_eq!(decode(sound[..sound.len() - 30].to_vec()), Err(DecodeError::Damaged));
        let at = sound.windows(17).position(|name| name == b"word/document.xml").unwrap() + 40;
        let mut flipped = sound;
        flipped[at] ^= 0x10;
        assert_eq!(decode(flipped), Err(DecodeError::Damaged));
        let stored = |content: &[u8]| archive(&[("word/document2.xml", content)], CompressionMethod::STORE);
        assert_eq!(decode(stored(b"<p><t>Dag.</t></p>")).unwrap().text, "Dag.");
        assert_eq!(decode(stored(b"<p><t>\x01</t></p>")), Err(DecodeError::Damaged));
        assert_eq!(decode(stored(b"")), Err(DecodeError::Empty));
        assert_eq!(decode(docx("<w:p/>")), Err(DecodeError::Empty));
        assert_eq!(
            decode(archive(&[("word/document.xml", b"<p/>")], CompressionMethod::ZSTD)),
            Err(DecodeError::Damaged)
        );
        assert_eq!(inflate(b""), Err(DecodeError::Damaged));
    }

    #[test]
    fn a_small_file_that_unpacks_to_a_large_one_is_not_unpacked() {
        let bomb = archive(&[("word/document.xml", &vec![b' '; 2 * MAX_SOURCE_BYTES])], CompressionMethod::DEFLATE);
        assert!(bomb.len() < 100_000);
        assert_eq!(decode(bomb), Err(DecodeError::TooLarge(MAX_SOURCE_BYTES + 1)));
    }

    proptest! {
        #[test]
        fn no_damage_makes_it_fail_badly(at in any::<prop::sample::Index>(), byte in any::<u8>(), end in any::<prop::sample::Index>()) {
            let mut bytes = docx(&paragraph("Goedemiddag, <w:br/> allemaal."));
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = text(&bytes);
            bytes.truncate(end.index(bytes.len()));
            let _ = text(&bytes);
        }

        #[test]
        fn no_xml_makes_it_fail(xml in "(</?(w:)?(p|t|br|del|Fallback|rPr|tab)/?>|a| |\n|<!\\[CDATA\\[|\\]\\]>|\\PC){0,60}") {
            let text = words(&xml);
            prop_assert!(text.len() <= 2 * xml.len());
        }
    }
}
