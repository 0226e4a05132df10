//! A store, whatever has become of its values, is opened.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| griffier_fuzz::store(data));
