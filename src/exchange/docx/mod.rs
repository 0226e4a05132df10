//! The text of a Word document (.docx): an archive of parts in XML, one of which holds the words.
//!
//! Each paragraph is a line, as when it is copied out of Word as plain text; an empty paragraph is an empty line, a
//! row of a table is a line with tabs between its cells, and what a list counts by stands before its items. A
//! paragraph with a line break inside (Teams puts one between who speaks and what is said) is set off by empty lines:
//! otherwise nobody could tell the break from the paragraph's end. What is deleted but still recorded, what is
//! hidden, instructions of fields, and the second copy of what old programs cannot show are left out; so are notes,
//! comments, headers and footers, which are kept in other parts.
//!
//! Sections are those of
//! [ECMA-376 part 1](https://ecma-international.org/publications-and-standards/standards/ecma-376/).

mod lines;
mod lists;
mod package;

use std::{borrow::Cow, mem::take};

use lines::Lines;
use lists::{Lists, Membership};
use package::Package;

use super::{
    DecodeError,
    markup::{Tag, Token, Tokens},
};
use crate::reader::MAX_SOURCE_BYTES;

/// Elements whose content is not among the words, besides all that end in `Pr`, `PrEx` (properties) or `Change`
/// (properties as they were).
const LEFT_OUT: &[&str] = &["del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "tblGrid", "rt"];

/// How many fields within each other are told apart.
const MAX_FIELDS: usize = 32;

/// The words of a Word document.
///
/// # Errors
/// If it is another archive, if it is damaged, or if there is too much in it.
pub(super) fn text(archive: &[u8]) -> Result<String, DecodeError> {
    let package = Package::open(archive)?;
    let (name, xml) = package.document()?;
    let companion = |kind| package.companion(&name, kind).unwrap_or_default();
    Ok(words(&xml, Lists::new(&companion("styles"), &companion("numbering"))))
}

/// The words in the XML of a document. Elements are known by their names without the prefix: which prefix stands
/// for which vocabulary is up to the program that wrote the file, and no two vocabularies in it disagree on these.
fn words(xml: &str, lists: Lists) -> String {
    let mut body = Body { lists, ..Body::default() };
    // The element that is being left out, and how deep in elements of its name we are.
    let mut left_out: Option<(&str, usize)> = None;
    for token in Tokens::xml(xml) {
        // Signs of lists may be longer than what stands for them in the file.
        if body.lines.len() > MAX_SOURCE_BYTES {
            break;
        }
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
            Token::Open(tag) if body.leaves_out(local(tag.name)) => {
                left_out = (!tag.is_closed).then_some((tag.name, 1));
            }
            Token::Open(tag) => body.open(&tag),
            Token::Close(name) => body.close(local(name)),
            Token::Text(text) => body.text(&text),
        }
    }
    body.finish()
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

/// An attribute of an element, which is written with the same prefix or with none.
fn value<'a>(tag: &Tag<'a>, name: &str) -> Option<Cow<'a, str>> {
    let prefix = &tag.name[..tag.name.len() - local(tag.name).len()];
    tag.attribute(&[prefix, name].concat()).or_else(|| tag.attribute(name))
}

/// Whether a property that needs no value is on (section 17.17.4).
fn is_on(tag: &Tag<'_>) -> bool {
    !value(tag, "val").is_some_and(|value| matches!(&*value, "0" | "false" | "off"))
}

/// The character that an element stands for.
fn character(tag: &Tag<'_>) -> Option<char> {
    match local(tag.name) {
        "tab" | "ptab" => Some('\t'),
        "br" | "cr" => Some('\n'),
        "noBreakHyphen" => Some('-'),
        "softHyphen" => Some('\u{ad}'),
        "sym" => {
            // The fonts of signs have codes up to 0xFF, here or in the area for private use (section 17.3.3.30).
            let code = u32::from_str_radix(&value(tag, "char")?, 16).ok()?;
            let sign = char::from_u32(if code < 0x100 { code | 0xf000 } else { code }).map(seen)?;
            (!matches!(sign, '\u{e000}'..='\u{f8ff}')).then_some(sign)
        }
        _ => None,
    }
}

/// What a character looks like: the commonest signs of Symbol and Wingdings, and white space as a blank.
fn seen(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{c}' => ' ',
        '\u{f0b7}' | '\u{f0a7}' => '•',
        '\u{f02d}' => '–',
        '\u{f0e0}' => '→',
        '\u{f0fc}' => '✓',
        '\u{f0a8}' | '\u{f06f}' => '☐',
        '\u{f0fd}' | '\u{f078}' => '☒',
        '\u{f0fe}' => '☑',
        c => c,
    }
}

/// What is open, and the text so far.
#[derive(Default)]
struct Body {
    lists: Lists,
    lines: Lines,
    /// The paragraphs that are open, the innermost last: a text box is a part of a paragraph and has its own.
    open: Vec<Paragraph>,
    properties: Option<Properties>,
    /// The fields that are open, and whether what comes is the instruction, which may hold the results of others
    /// (section 17.16.18).
    fields: Vec<bool>,
    /// Whether the blanks at both ends count; `None` outside of text.
    in_text: Option<bool>,
    /// The words of a paragraph whose end does not count.
    begun: String,
}

/// A paragraph that is open.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    member: Membership,
    /// Whether its end is deleted or hidden, so that the next one goes on in the same line.
    goes_on: bool,
    /// Whether the words of the run that is open are hidden, if it says so.
    is_hidden: Option<bool>,
}

/// Whose properties are being listed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Properties {
    Paragraph,
    Run,
}

impl Body {
    /// Whether what is in an element is not looked at.
    fn leaves_out(&self, name: &str) -> bool {
        match name {
            "pPr" | "rPr" | "numPr" => false,
            // Among properties it is said of the end of the paragraph.
            "del" | "moveFrom" => self.properties.is_none(),
            _ => LEFT_OUT.contains(&name) || ["Pr", "PrEx", "Change"].iter().any(|end| name.ends_with(end)),
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let name = local(tag.name);
        match name {
            "pPr" | "rPr" if tag.is_closed => {}
            "pPr" => self.properties = Some(Properties::Paragraph),
            "rPr" => self.properties = self.properties.or(Some(Properties::Run)),
            "p" => {
                self.properties = None;
                self.open.push(Paragraph { text: take(&mut self.begun), ..Paragraph::default() });
                if tag.is_closed {
                    self.close(name);
                }
            }
            _ if self.properties.is_some() => self.property(tag),
            "r" => self.open.last_mut().into_iter().for_each(|paragraph| paragraph.is_hidden = None),
            "t" => self.in_text = (!tag.is_closed).then(|| tag.attribute("xml:space").as_deref() == Some("preserve")),
            "fldChar" => match value(tag, "fldCharType").as_deref() {
                Some("begin") if self.fields.len() < MAX_FIELDS => self.fields.push(true),
                Some("begin") => {}
                Some("separate") => {
                    self.fields.last_mut().into_iter().for_each(|is_instruction| *is_instruction = false);
                }
                _ => drop(self.fields.pop()),
            },
            "tr" if !tag.is_closed => self.lines.row(),
            "tc" if !tag.is_closed => self.lines.cell(),
            _ => self.write(character(tag)),
        }
    }

    /// Learns a property of the paragraph or of the run.
    fn property(&mut self, tag: &Tag<'_>) {
        let Some(paragraph) = self.open.last_mut() else { return };
        match (local(tag.name), self.properties) {
            ("pStyle", _) => paragraph.style = value(tag, "val").map(Cow::into_owned),
            ("rStyle", Some(Properties::Run)) => paragraph.is_hidden = self.lists.hides(value(tag, "val").as_deref()),
            ("vanish", Some(Properties::Run)) => paragraph.is_hidden = Some(is_on(tag)),
            ("vanish", _) => paragraph.goes_on |= is_on(tag),
            ("del" | "moveFrom", _) => paragraph.goes_on = true,
            _ => paragraph.member.learn(tag),
        }
    }

    fn close(&mut self, name: &str) {
        match (name, self.properties) {
            ("pPr", _) | ("rPr", Some(Properties::Run)) => self.properties = None,
            ("t", _) => self.in_text = None,
            ("p", _) => self.open.pop().into_iter().for_each(|paragraph| self.end(paragraph)),
            ("tr", _) => self.lines.row_end(),
            ("tc", _) => self.end_begun(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let Some(keeps_blanks) = self.in_text else { return };
        self.write(if keeps_blanks { text } else { text.trim_ascii() }.chars().map(seen));
    }

    /// Adds to the words, unless they are not to be seen.
    fn write(&mut self, characters: impl IntoIterator<Item = char>) {
        let Some(paragraph) = self.open.last_mut() else { return };
        let is_hidden = || paragraph.is_hidden.or_else(|| self.lists.hides(paragraph.style.as_deref()));
        if !self.fields.contains(&true) && is_hidden() != Some(true) {
            paragraph.text.extend(characters);
        }
    }

    fn end(&mut self, paragraph: Paragraph) {
        // No instruction goes on behind the paragraph; in a damaged file it would never end.
        self.fields.clear();
        self.properties = None;
        let Paragraph { text, style, member, goes_on, .. } = paragraph;
        if goes_on {
            self.begun = text;
            return;
        }
        let sign = if text.trim().is_empty() { None } else { self.lists.sign(style.as_deref(), &member) };
        self.lines.push(&sign.unwrap_or_default(), &text);
    }

    /// Puts down what no paragraph went on with.
    fn end_begun(&mut self) {
        let begun = take(&mut self.begun);
        if !begun.is_empty() {
            self.lines.push("", &begun);
        }
    }

    fn finish(mut self) -> String {
        while let Some(paragraph) = self.open.pop() {
            self.end(paragraph);
        }
        self.end_begun();
        self.lines.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use proptest::prelude::*;
    use rawzip::CompressionMethod;

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
        assert_eq!(words(&format!("{BEGIN}{body}</w:body></w:document>"), Lists::default()), text);
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
            "Duin\tJa.\nVeld\tNee.",
        );
        let row = |cells: &[String]| {
            let cells = cells.join("</w:tc><w:tc>");
            format!("<w:tr><w:tc>{cells}</w:tc></w:tr>")
        };
        let empty = || "<w:p/>".to_owned();
        let two = [paragraph("Ja."), empty(), paragraph("Nee."), empty()].concat();
        let table = [
            row(&[paragraph("Duin"), two, empty()]),
            row(&[empty(), empty(), paragraph("Hoi.")]),
            row(&[empty(), empty()]),
            row(&[format!("<w:tbl>{}</w:tbl><w:p/>", row(&[paragraph("a"), paragraph("b")])), paragraph("c")]),
        ];
        check(
            &format!("{}<w:tbl>{}</w:tbl>{}", paragraph("voor"), table.concat(), paragraph("na")),
            "voor\nDuin\tJa.\n\nNee.\n\t\tHoi.\na\tb\tc\nna",
        );
    }

    #[test]
    fn characters_that_are_elements() {
        check(
            "<w:p><w:r><w:t>a</w:t><w:tab/><w:t xml:space=\"preserve\"> b </w:t><w:noBreakHyphen/><w:t> c\n </w:t></w:r>\
             <w:r><w:softHyphen/><w:t>d</w:t><w:lastRenderedPageBreak/><w:sym w:char=\"F0FC\"/>\
             <w:sym w:char=\"B7\"/><w:sym w:font=\"MS Gothic\" w:char=\"2612\"/><w:sym w:char=\"F071\"/><w:sym/><w:t>\u{f0b7}</w:t></w:r></w:p>",
            "a\t b -c\u{ad}d✓•☒•",
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
    fn fields_show_their_results_only() {
        let field = |instruction: &str, result: &str| {
            let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
            [&mark("begin"), instruction, &mark("separate"), result, &mark("end")].concat()
        };
        let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
        let code = "<w:r><w:instrText> IF </w:instrText></w:r>";
        let nested = field(&[code, &field(code, &run("binnen")), code].concat(), &run("uit"));
        check(&format!("<w:p>{nested}{}</w:p>", run("komst")), "uitkomst");
        check("<w:p><w:fldSimple w:instr=\"DATE\"><w:r><w:t>2 mei</w:t></w:r></w:fldSimple></w:p>", "2 mei");
        let unended = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:t>weg</w:t></w:r></w:p>";
        check(&[unended, &paragraph("b")].concat(), "b");
    }

    #[test]
    fn an_end_that_is_deleted_or_hidden_ends_nothing() {
        let with_end = |mark: &str, text: &str| {
            format!(
                "<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
            )
        };
        let deleted = "<w:del w:id=\"1\"/>";
        check(&[with_end(deleted, "De "), with_end("<w:ins/>", "heer"), paragraph("b")].concat(), "De heer\nb");
        check(&[with_end("<w:vanish/><w:specVanish/>", "Duin: "), paragraph("ja")].concat(), "Duin: ja");
        check(&[paragraph("a"), with_end(deleted, ""), paragraph("b")].concat(), "a\nb");
        check(&with_end(deleted, "a"), "a");
        check(&[with_end("<w:vanish w:val=\"0\"/>", "a"), paragraph("b")].concat(), "a\nb");
    }

    #[test]
    fn hidden_words_are_left_out() {
        let run = |mark: &str| format!("<w:r><w:rPr>{mark}</w:rPr><w:t>x</w:t><w:tab/></w:r>");
        let styles = "<w:styles><w:style w:styleId=\"Weg\"><w:rPr><w:vanish/></w:rPr></w:style>\
            <w:style w:styleId=\"Ook\"><w:basedOn w:val=\"Weg\"/></w:style></w:styles>";
        let body = [
            "<w:p>",
            &run("<w:vanish/>"),
            &run("<w:rStyle w:val=\"Ook\"/>"),
            "<w:r><w:t>a</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Ook\"/></w:pPr>",
            &run("<w:b/>"),
            &run("<w:vanish w:val=\"false\"/>"),
            "</w:p>",
        ];
        assert_eq!(words(&body.concat(), Lists::new(styles, "")), "a\nx\t");
    }

    #[test]
    fn other_vocabularies_have_other_prefixes() {
        let strict = "<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'><body><p><pPr><pStyle val='L'/></pPr>\
            <r><t>a</t></r></p><ns0:p><ns0:r><ns0:rPr><ns0:vanish ns0:val='off'/></ns0:rPr><ns0:t>b</ns0:t></ns0:r></ns0:p></body></document>";
        let styles = "<styles><style styleId='L'><pPr><numPr><numId val='1'/></numPr></pPr></style></styles>";
        let numbering = "<numbering><abstractNum abstractNumId='0'><lvl ilvl='0'><numFmt val='bullet'/><lvlText val='o'/>\
            </lvl></abstractNum><num numId='1'><abstractNumId val='0'/></num></numbering>";
        assert_eq!(words(strict, Lists::new(styles, numbering)), "• a\nb");
    }

    #[test]
    fn the_words_are_where_the_relations_say() {
        let relations = |target: &str| {
            format!(
                "<Relationships><Relationship Type=\"http://x.example/thumbnail\" Target=\"a.png\"/><Relationship \
                Id=\"r1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"{target}\"/></Relationships>"
            )
        };
        let own =
            "<Relationships><Relationship Type=\"http://x.example/numbering\" Target=\"lijst.xml\"/></Relationships>";
        let body = format!(
            "{BEGIN}<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Één.</w:t></w:r></w:p></w:body></w:document>"
        );
        let utf16: Vec<u8> = format!("\u{feff}{body}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"%1.\"/></w:lvl>\
            </w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
        for target in ["stuk/Tekst.xml", "/stuk/tekst.xml", "./stuk/tekst.xml"] {
            let files = [
                ("_rels/.rels", relations(target).into_bytes()),
                ("word/document.xml", b"<w:document/>".to_vec()),
                ("stuk\\tekst.xml", utf16.clone()),
                ("stuk/_rels/tekst.xml.rels", own.into()),
                ("stuk/lijst.xml", numbering.into()),
            ];
            let files = files.each_ref().map(|(name, content)| (*name, &**content));
            assert_eq!(text(&archive(&files, CompressionMethod::DEFLATE)), Ok("1. Één.".into()), "{target}");
        }
        let sheet = relations("xl/workbook.xml");
        let files = [("_rels/.rels", sheet.as_bytes()), ("xl/workbook.xml", b"<?xml version='1.0'?><workbook/>")];
        assert_eq!(text(&archive(&files, CompressionMethod::STORE)), Err(DecodeError::OtherZip));
        let gone = relations("weg.xml");
        let files = [("_rels/.rels", gone.as_bytes()), ("word/document.xml", b"<p><t>a</t></p>")];
        assert_eq!(text(&archive(&files, CompressionMethod::STORE)), Ok("a".into()));
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
    }

    #[test]
    fn a_small_file_that_unpacks_to_a_large_one_is_not_unpacked() {
        let bomb =
            archive(&[("word/document.xml", &vec![b' '; package::MAX_PART_BYTES + 1])], CompressionMethod::DEFLATE);
        assert!(bomb.len() < 100_000);
        assert_eq!(decode(bomb), Err(DecodeError::TooLarge(package::MAX_PART_BYTES + 1)));
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
            let text = words(&xml, Lists::default());
            prop_assert!(text.len() <= 2 * xml.len());
        }
    }
}
