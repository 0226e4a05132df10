//! The register: what becomes of the marks at the end of a meeting.
//!
//! - [`closing`]: the items of the closing list, as found and as the user corrects them, and what was said of them while
//!   they were read out;
//! - [`matching`]: which item a commitment may be, and why;
//! - [`asked`]: where a commitment was asked for, and why there.
//!
//! Everything here is computed anew from the transcript and the annotations, and kept nowhere.

pub mod asked;
pub mod closing;
pub mod matching;
mod said;
mod stems;

pub use said::Marked;
