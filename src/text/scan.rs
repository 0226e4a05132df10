//! Looking for rare bytes in much text.

/// How many bytes are looked at together. The compiler makes one test of them.
const CHUNK: usize = 32;

/// The index of the first byte at or behind `from` for which `is_wanted` says so. Worth it where few bytes are wanted
/// and the test is a handful of comparisons.
#[must_use]
pub fn find_byte(bytes: &[u8], from: usize, is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let mut at = from;
    while let Some(chunk) = bytes.get(at..at + CHUNK) {
        // Without a way out in the middle.
        if chunk.iter().fold(false, |found, byte| found | is_wanted(*byte)) {
            break;
        }
        at += CHUNK;
    }
    bytes.get(at..)?.iter().position(|byte| is_wanted(*byte)).map(|index| at + index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_one_is_found() {
        for length in 0..100 {
            for wanted in 0..length {
                let mut bytes = vec![b'a'; length];
                bytes[wanted] = b'b';
                for from in 0..=length {
                    let found = find_byte(&bytes, from, |byte| byte == b'b');
                    assert_eq!(found, (from <= wanted).then_some(wanted), "{length} {wanted} {from}");
                }
            }
        }
        assert_eq!(find_byte(b"abc", 7, |byte| byte == b'a'), None);
    }
}
