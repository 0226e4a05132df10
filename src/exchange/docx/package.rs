//! The parts of an Office document: files in a ZIP archive that point to each other.
//!
//! Which part holds the words is not told by its name but by a relationship
//! ([ECMA-376 part 2](https://ecma-international.org/publications-and-standards/standards/ecma-376/), section 9.3, and
//! part 1, section 11.3.10); the names that Word gives are what is tried where no relationship says anything.

use std::borrow::Cow;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipSliceArchive};

use super::{local, value};
use crate::{
    exchange::{
        DecodeError,
        decode::characters,
        markup::{Token, Tokens},
    },
    reader::MAX_SOURCE_BYTES,
};

/// The largest part that is unpacked: the tags around the words take many times the room of the words.
pub(super) const MAX_PART_BYTES: usize = 4 * MAX_SOURCE_BYTES;

/// An archive whose parts can be read.
pub(super) struct Package<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        ZipArchive::from_slice(bytes).map(|archive| Self { archive }).map_err(damaged)
    }

    /// The name of the part that holds the words, and its text.
    pub(super) fn document(&self) -> Result<(String, String), DecodeError> {
        let by_relation = match self.related("", "officeDocument") {
            Some(name) => self.part(|part| part == name.as_str())?,
            None => None,
        };
        let Some((name, xml)) = by_relation else {
            return self.part(is_document)?.ok_or(DecodeError::OtherZip);
        };
        // The other programs of the Office have their main part in the same place.
        let root = Tokens::xml(&xml).find_map(|token| match token {
            Token::Open(tag) => Some(local(tag.name) == "document"),
            _ => None,
        });
        if root == Some(false) { Err(DecodeError::OtherZip) } else { Ok((name, xml)) }
    }

    /// The text of the part to which `source` stands in a relation that ends in `kind`; nothing where it is missing or
    /// damaged, since the words can be read without.
    pub(super) fn companion(&self, source: &str, kind: &str) -> Option<String> {
        let name = self.related(source, kind)?;
        self.part(|part| part == name.as_str()).ok()?.map(|(_, xml)| xml)
    }

    /// The name of that part. Targets are relative to the folder of the source.
    fn related(&self, source: &str, kind: &str) -> Option<String> {
        let (folder, file) = source.rsplit_once('/').map_or(("", source), |(folder, file)| (folder, file));
        let relations = plain_name(&format!("{folder}/_rels/{file}.rels"));
        let (_, xml) = self.part(|part| part == relations.as_str()).ok()??;
        let target = Tokens::xml(&xml).find_map(|token| match token {
            Token::Open(tag) if local(tag.name) == "Relationship" => {
                // Of two vocabularies, the transitional and the strict one, only the end is the same.
                let is_it = tag.attribute("Type").is_some_and(|found| found.rsplit('/').next() == Some(kind));
                value(&tag, "Target").filter(|_| is_it).map(Cow::into_owned)
            }
            _ => None,
        })?;
        let target = target.strip_prefix("./").unwrap_or(&target);
        Some(plain_name(&if target.starts_with('/') { target.to_owned() } else { format!("{folder}/{target}") }))
    }

    /// The name and the text of the first part whose name `is_it`.
    fn part(&self, is_it: impl Fn(&str) -> bool) -> Result<Option<(String, String)>, DecodeError> {
        let mut entries = self.archive.entries();
        while let Some(entry) = entries.next_entry().map_err(damaged)? {
            let name = plain_name(&String::from_utf8_lossy(entry.file_path().as_ref()));
            if !is_it(&name) {
                continue;
            }
            let packed = self.archive.get_entry(entry.wayfinder()).map_err(damaged)?;
            let content = match entry.compression_method() {
                CompressionMethod::STORE => packed.data().to_vec(),
                CompressionMethod::DEFLATE => inflate(packed.data())?,
                _ => return Err(DecodeError::Damaged),
            };
            if crc32(&content) != entry.crc32() {
                return Err(DecodeError::Damaged);
            }
            let (xml, _) = characters(content, MAX_PART_BYTES).map_err(|error| match error {
                DecodeError::NotText => DecodeError::Damaged,
                other => other,
            })?;
            return Ok(Some((name, xml)));
        }
        Ok(None)
    }
}

fn damaged(_: rawzip::Error) -> DecodeError {
    DecodeError::Damaged
}

/// A name as it is compared: without regard to case (ECMA-376 part 2, section 6.3.5), nor to how a program that
/// knows only the paths of Windows has written it.
fn plain_name(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// Whether a part is called as Word calls the one with the words: `word/document.xml`, or with a number, as Word on
/// the web has it.
fn is_document(name: &str) -> bool {
    let number = name.strip_prefix("word/document").and_then(|rest| rest.strip_suffix(".xml"));
    number.is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
}

fn inflate(packed: &[u8]) -> Result<Vec<u8>, DecodeError> {
    decompress_to_vec_with_limit(packed, MAX_PART_BYTES).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => DecodeError::TooLarge(MAX_PART_BYTES + 1),
        _ => DecodeError::Damaged,
    })
}

/// The check sum that ZIP keeps of each file, half a byte at a time: `rawzip` has a faster one, with a table of 16 KB.
fn crc32(bytes: &[u8]) -> u32 {
    const STEPS: [u32; 16] = steps();
    let half = |crc: u32, byte: u8| (crc >> 4) ^ STEPS[((crc ^ u32::from(byte)) & 15) as usize];
    !bytes.iter().fold(!0, |crc, byte| half(half(crc, *byte), byte >> 4))
}

/// What four bits do to the check sum.
const fn steps() -> [u32; 16] {
    let mut steps = [0; 16];
    let mut bits = 0_u32;
    while bits < 16 {
        let mut crc = bits;
        let mut bit = 0;
        while bit < 4 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
            bit += 1;
        }
        steps[bits as usize] = crc;
        bits += 1;
    }
    steps
}
