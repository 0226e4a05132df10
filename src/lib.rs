#![doc = include_str!("../ARCHITECTURE.md")]

pub mod exchange;
pub mod journal;
pub mod model;
pub mod reader;
pub mod text;
pub mod wire;
