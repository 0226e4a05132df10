//! The SHA-256 of a text, as files state it.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The SHA-256 (FIPS 180-4) of the UTF-8 bytes of `text`, in 64 lower-case hexadecimal digits.
#[must_use]
pub fn sha256(text: &str) -> String {
    let mut digest = Digest::default();
    digest.add(text.as_bytes());
    digest.digits()
}

/// A SHA-256 in the making, piece by piece.
#[derive(Clone, Debug, Default)]
pub struct Digest {
    state: Sha256,
    length: usize,
}

impl Digest {
    /// Adds the next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.state.update(bytes);
        self.length += bytes.len();
    }

    /// How many bytes were added.
    #[must_use]
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether none was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The digest, in 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn digits(self) -> String {
        let mut digits = String::with_capacity(64);
        for byte in self.state.finalize() {
            // Writing to a String cannot fail.
            let _ = write!(digits, "{byte:02x}");
        }
        digits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standards_example() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256("abc"), expected);
        let mut digest = Digest::default();
        digest.add(b"a");
        digest.add(b"bc");
        assert_eq!((digest.len(), digest.digits()), (3, expected.to_owned()));
    }
}
