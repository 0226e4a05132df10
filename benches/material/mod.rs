//! Debates of any length with any number of annotations, for all benchmarks.

pub(crate) mod debate;
pub(crate) mod text;
