//! The journeys, a file for each subject.

pub(crate) mod bad_input;
pub(crate) mod codebook;
pub(crate) mod correcting;
pub(crate) mod finding;
pub(crate) mod first_use;
pub(crate) mod hands;
pub(crate) mod input;
pub(crate) mod keeping;
pub(crate) mod keys;
pub(crate) mod languages;
pub(crate) mod links;
pub(crate) mod list;
pub(crate) mod long_text;
pub(crate) mod main_job;
pub(crate) mod marking;
pub(crate) mod offline;
pub(crate) mod outline;
pub(crate) mod overlaps;
pub(crate) mod passages;
pub(crate) mod policy;
pub(crate) mod screenshots;
pub(crate) mod side_by_side;
pub(crate) mod storage;
pub(crate) mod two_tabs;
