//! What the program proposes, each with its reason. A person decides.

pub mod addressee;
pub mod due;
mod words;
