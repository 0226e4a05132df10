//! Files in and out: one file per format.

mod decode;

pub use decode::{DecodeError, decode};
