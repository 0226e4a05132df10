//! A check sum on each stored value, so that a truncated or changed one is known when it is read.

use crate::text::sha256;

/// Hexadecimal digits of the SHA-256 that are kept: one wrong value in four thousand million passes.
const DIGITS: usize = 8;

/// `value` with its check sum in front.
pub(super) fn seal(value: &str) -> String {
    format!("{} {value}", sum(value))
}

/// The value, or `None` where it is not what was sealed.
pub(super) fn open(sealed: &str) -> Option<&str> {
    let (found, value) = sealed.split_once(' ')?;
    (found == sum(value)).then_some(value)
}

fn sum(value: &str) -> String {
    let mut digits = sha256(value);
    digits.truncate(DIGITS);
    digits
}
