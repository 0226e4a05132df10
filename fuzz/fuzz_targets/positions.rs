//! Whatever is corrected in any text, the laws of reading hold, and passages are found again.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| griffier_fuzz::positions(data));
