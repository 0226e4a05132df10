//! Any file becomes a text that is read, or an error.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| griffier_fuzz::decode(data));
