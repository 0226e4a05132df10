//! The SHA-256 of a text, as files state it.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The SHA-256 (FIPS 180-4) of the UTF-8 bytes of `text`, in 64 lower-case hexadecimal digits.
#[must_use]
pub fn sha256(text: &str) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing to a String cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    #[test]
    fn agrees_with_the_standards_example() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(super::sha256("abc"), expected);
    }
}
