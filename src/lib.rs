#![doc = include_str!("../ARCHITECTURE.md")]

pub mod app;
pub mod exchange;
pub mod i18n;
pub mod journal;
pub mod model;
pub mod platform;
pub mod reader;
pub mod register;
pub mod suggest;
pub mod text;
pub mod ui;
pub mod wire;
