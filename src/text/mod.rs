//! Positions in a text: which text, which unit, which words.
//!
//! Two texts are told apart by type, because mixing them up is the easiest mistake to make here:
//!
//! - [`Source`]: what was pasted, byte for byte;
//! - [`Reading`]: the source after repairs, the text that a person sees.
//!
//! Inside the program every position is a **byte** offset ([`Byte`]) into UTF-8. Two other units exist at the
//! borders, each a type of its own: [`CodePoint`] in files (the W3C Web Annotation Data Model counts
//! `TextPositionSelector` in code points) and [`Utf16`] in the DOM. [`Offsets`] holds the one conversion.

mod digest;
mod direction;
mod offsets;
mod quote;
mod scan;
mod search;
mod sentence;
mod span;

pub use digest::{Digest, sha256};
pub use direction::has_right_to_left;
pub use offsets::Offsets;
pub use quote::{CONTEXT_CHARS, Quote};
pub use scan::find_byte;
pub use search::{Folded, PatternError};
pub use sentence::{sentence_at, sentences};
pub use span::{Byte, CodePoint, Reading, ReadingSpan, Source, SourceSpan, Span, Utf16};
