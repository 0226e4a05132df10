//! How a value is stored: with a check sum, so that a truncated or changed one is known when it is read, and packed
//! where it is long.
//!
//! A short value stands as it is behind the first digits of its SHA-256: `1f0c2a77 {"stamp":…}`. A long one is cut into
//! pieces, each packed (DEFLATE, RFC 1951) and written fifteen bits to a character, since the store counts UTF-16 units
//! and not bytes: `z`, the first digits of the SHA-256 of all that follows, the SHA-256 of the whole value, its length in
//! bytes and the pieces, with blanks between. What is packed is a fifth as long, and is what is checked on reading.

use std::borrow::Cow;

use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec_with_limit};

use crate::{
    model::{at_once, unhurried},
    text::Digest,
};

/// Hexadecimal digits of the SHA-256 that are kept for checking: one wrong value in four thousand million passes.
const DIGITS: usize = 8;

/// The longest value that is not packed, in bytes.
const MAX_PLAIN: usize = 2_000;

/// How long the pieces are that a long value is packed in, in bytes. Between two the page may answer.
const PIECE: usize = 256 << 10;

/// How hard to pack, from 1 to 10.
const LEVEL: u8 = 6;

/// The first of the characters that stand for fifteen bits. All of them are single UTF-16 units, and none is part of
/// a surrogate pair.
const FIRST: u32 = 0x4000;

/// `value` as it is stored.
pub(super) fn seal(value: &str) -> String {
    at_once(seal_paced(value, &unhurried))
}

/// `value` as it is stored.
pub(super) async fn seal_paced(value: &str, pace: &impl AsyncFn(f64)) -> String {
    if value.len() <= MAX_PLAIN {
        return format!("{} {value}", sum(value));
    }
    let (mut digest, mut packed) = (Digest::default(), String::new());
    for piece in value.as_bytes().chunks(PIECE) {
        digest.add(piece);
        packed.push(' ');
        write_bits(&compress_to_vec(piece, LEVEL), &mut packed);
        pace(share(digest.len(), value.len())).await;
    }
    let packed = format!("{} {}{packed}", digest.digits(), value.len());
    format!("z {} {packed}", sum_paced(&packed, pace).await)
}

/// The value, or `None` where it is not what was sealed.
pub(super) fn open(sealed: &str) -> Option<Cow<'_, str>> {
    at_once(open_paced(sealed, &unhurried))
}

/// The value, or `None` where it is not what was sealed.
pub(super) async fn open_paced<'a>(sealed: &'a str, pace: &impl AsyncFn(f64)) -> Option<Cow<'a, str>> {
    let Some(packed) = sealed.strip_prefix("z ") else {
        let (found, value) = sealed.split_once(' ')?;
        return (found == sum(value)).then_some(Cow::Borrowed(value));
    };
    let (found, packed) = packed.split_once(' ')?;
    (found == sum_paced(packed, pace).await).then_some(())?;
    let mut parts = packed.split(' ').skip(1);
    let length = parts.next()?.parse::<usize>().ok()?;
    let mut value = Vec::new();
    for piece in parts {
        // A damaged length must not make room for gigabytes: room is made for what is there.
        if value.is_empty() {
            value.reserve_exact(length.min(packed.len().saturating_mul(MAX_GROWTH)));
        }
        value.extend(decompress_to_vec_with_limit(&read_bits(piece)?, PIECE).ok()?);
        pace(share(value.len(), length)).await;
    }
    (value.len() == length).then_some(())?;
    String::from_utf8(value).ok().map(Cow::Owned)
}

/// How many times longer than its stored form (in bytes of UTF-8) a value is at most (RFC 1951 packs 1,032 to one).
const MAX_GROWTH: usize = 1_032;

/// The SHA-256 of what a packed value holds, in hexadecimal digits, as the value states it.
pub(super) fn stated_digest(sealed: &str) -> Option<&str> {
    sealed.strip_prefix("z ")?.split(' ').nth(1)
}

fn share(done: usize, all: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a share to be shown")]
    let share = done as f64 / all.max(1) as f64;
    share
}

fn sum(value: &str) -> String {
    at_once(sum_paced(value, &unhurried))
}

async fn sum_paced(value: &str, pace: &impl AsyncFn(f64)) -> String {
    let mut digest = Digest::default();
    for piece in value.as_bytes().chunks(PIECE) {
        digest.add(piece);
        pace(0.0).await;
    }
    let mut digits = digest.digits();
    digits.truncate(DIGITS);
    digits
}

/// Writes bytes fifteen bits to a character, the last character filled up with zeros.
fn write_bits(bytes: &[u8], text: &mut String) {
    text.reserve(bytes.len() * 8 / 15 * 3 + 3);
    let (mut bits, mut count) = (0_u32, 0);
    let mut put = |bits: u32| text.extend(char::from_u32(FIRST + (bits & 0x7fff)));
    for byte in bytes {
        (bits, count) = (bits << 8 | u32::from(*byte), count + 8);
        if count >= 15 {
            count -= 15;
            put(bits >> count);
        }
    }
    if count > 0 {
        put(bits << (15 - count));
    }
}

/// The bytes, with up to one byte of zeros behind them; `None` where a character is none of ours.
fn read_bits(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 15 / 8 + 1);
    let (mut bits, mut count) = (0_u32, 0);
    for c in text.chars() {
        let value = u32::from(c).checked_sub(FIRST).filter(|value| *value <= 0x7fff)?;
        (bits, count) = (bits << 15 | value, count + 15);
        while count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::sha256;

    const SAMPLE: &str = include_str!("../../samples/commissiedebat.txt");

    /// A text that is not its own repetition: the sample's words, each time in another order.
    fn varied(length: usize) -> String {
        let words: Vec<&str> = SAMPLE.split_inclusive(' ').collect();
        let mut state = 1_usize;
        let mut text = String::new();
        while text.len() < length {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(words[(state >> 33) % words.len()]);
        }
        text
    }

    #[test]
    fn a_long_value_is_packed_and_a_short_one_can_be_read_by_eye() {
        assert!(seal("{\"a\":1}").ends_with(" {\"a\":1}"));
        let long = varied(700_000);
        let sealed = seal(&long);
        assert_eq!(open(&sealed).as_deref(), Some(long.as_str()));
        assert_eq!(stated_digest(&sealed), Some(sha256(&long).as_str()));
        let units = sealed.encode_utf16().count();
        assert!(units < long.len() / 3, "{units} UTF-16 units for {} bytes", long.len());
    }

    #[test]
    fn what_was_changed_or_cut_off_is_known() {
        for value in ["a value", &varied(5_000)] {
            let sealed: Vec<char> = seal(value).chars().collect();
            // The bits of the last character may all be filling.
            for at in (0..sealed.len() - 1).step_by(sealed.len() / 40 + 1) {
                let cut: String = sealed[..at].iter().collect();
                assert_eq!(open(&cut), None, "cut off at {at}");
                let mut changed = sealed.clone();
                changed[at] = if changed[at] == 'x' { 'y' } else { 'x' };
                assert_eq!(open(&changed.iter().collect::<String>()), None, "changed at {at}");
            }
        }
    }

    proptest! {
        #[test]
        fn every_value_comes_back(value in "\\PC{0,40}", times in 1..400_usize) {
            let value = value.repeat(times);
            let sealed = seal(&value);
            let opened = open(&sealed);
            prop_assert_eq!(opened.as_deref(), Some(value.as_str()));
        }

        #[test]
        fn every_byte_comes_back(bytes in prop::collection::vec(any::<u8>(), 0..50)) {
            let mut text = String::new();
            write_bits(&bytes, &mut text);
            let read = read_bits(&text).unwrap();
            prop_assert!(read.len() <= bytes.len() + 1);
            prop_assert_eq!(&read[..bytes.len()], &bytes[..]);
        }

        #[test]
        fn no_stored_value_is_too_odd_to_be_looked_at(value in "(z [0-9a-f]{0,64} [0-9]{0,20} )?\\PC{0,60}") {
            let _ = open(&value);
        }
    }
}
