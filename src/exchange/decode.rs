//! From the bytes of a chosen file to text.

use thiserror::Error;

use crate::reader::MAX_SOURCE_BYTES;

/// Why the bytes of a file are not a text that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// There is nothing in it.
    #[error("there are no words in it")]
    Empty,
    /// It is larger than [`MAX_SOURCE_BYTES`].
    #[error("it has {0} bytes, and a transcript of more than {MAX_SOURCE_BYTES} bytes is not opened")]
    TooLarge(usize),
    /// It is not UTF-8 text.
    #[error("it is not a text in UTF-8")]
    NotText,
}

/// Checks that `bytes` are a text of a size that can be opened.
///
/// # Errors
/// Says why not.
pub fn decode(bytes: Vec<u8>) -> Result<String, DecodeError> {
    if bytes.len() > MAX_SOURCE_BYTES {
        return Err(DecodeError::TooLarge(bytes.len()));
    }
    if is_binary(&bytes) {
        return Err(DecodeError::NotText);
    }
    let text = String::from_utf8(bytes).map_err(|_| DecodeError::NotText)?;
    if text.trim().is_empty() { Err(DecodeError::Empty) } else { Ok(text) }
}

/// Whether `bytes` want to be JSON: they begin as an object, or are a list from beginning to end. (Many a transcript
/// begins with a time in brackets.)
#[must_use]
pub fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
    match bytes.first() {
        Some(b'{') => true,
        Some(b'[') => serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok(),
        _ => false,
    }
}

/// Whether control characters stand in it that no text has.
fn is_binary(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| matches!(byte, 0..=8 | 0x0e..=0x1a | 0x1c..=0x1f))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_says_so() {
        assert_eq!(decode(b"Voorzitter: dank u.\x0c".to_vec()), Ok("Voorzitter: dank u.\x0c".into()));
        assert_eq!(decode(b" \r\n\t".to_vec()), Err(DecodeError::Empty));
        assert_eq!(decode(vec![0x50, 0x4b, 3, 4]), Err(DecodeError::NotText));
        assert_eq!(decode("één".encode_utf16().flat_map(u16::to_le_bytes).collect()), Err(DecodeError::NotText));
        assert_eq!(decode(vec![b'a'; MAX_SOURCE_BYTES + 1]), Err(DecodeError::TooLarge(MAX_SOURCE_BYTES + 1)));
    }
}
