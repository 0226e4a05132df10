//! Any project file or backup is taken in, or is an error.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| griffier_fuzz::file(data));
