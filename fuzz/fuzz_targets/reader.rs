//! Any text is read by any format, and the laws of reading hold.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| griffier_fuzz::reader(data));
