//! Offsets as newtypes, and spans that know which text they belong to.

use std::{fmt, hash::Hash, marker::PhantomData, ops::Range};

/// Marks a position in the text as it was pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {}

/// Marks a position in the reading text: the source after repairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {}

macro_rules! unit {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The offset as an index.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The offset at `index`.
            ///
            /// # Panics
            /// When `index` is above `u32::MAX`: no text that large is ever opened
            /// (see [`crate::reader::MAX_SOURCE_BYTES`]).
            #[must_use]
            pub fn at(index: usize) -> Self {
                Self(u32::try_from(index).expect("a text below 4 GiB"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0)
            }
        }
    };
}

unit! {
    /// An offset in UTF-8 bytes, the unit used throughout the program.
    Byte
}
unit! {
    /// An offset in Unicode code points, the unit of files.
    CodePoint
}
unit! {
    /// An offset in UTF-16 code units, the unit of the DOM.
    Utf16
}

/// A half-open range of **bytes** in the text `T`.
pub struct Span<T> {
    start: Byte,
    end: Byte,
    text: PhantomData<T>,
}

/// A range of bytes in the source.
pub type SourceSpan = Span<Source>;
/// A range of bytes in the reading text.
pub type ReadingSpan = Span<Reading>;

impl<T> Default for Span<T> {
    /// The empty span at the beginning of the text.
    fn default() -> Self {
        Self::new(0..0)
    }
}

impl<T> Span<T> {
    /// The bytes `range` of the text.
    ///
    /// # Panics
    /// When the range runs backwards or ends above 4 GiB; both are mistakes in the program. Ranges that come
    /// from outside go through [`Offsets::span`](super::Offsets::span).
    #[must_use]
    pub fn new(range: Range<usize>) -> Self {
        assert!(range.start <= range.end, "a span runs forward: {range:?}");
        Self { start: Byte::at(range.start), end: Byte::at(range.end), text: PhantomData }
    }

    /// Where the span begins.
    #[must_use]
    pub fn start(self) -> Byte {
        self.start
    }

    /// Where the span ends; the byte there no longer belongs to it.
    #[must_use]
    pub fn end(self) -> Byte {
        self.end
    }

    /// The span as a range of indices.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start.index()..self.end.index()
    }

    /// The length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.index() - self.start.index()
    }

    /// Whether no byte lies in the span.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words of the span, or `None` where the span does not fit `text`.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// The part that both spans share, if they share at least one byte.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end, text: PhantomData })
    }

    /// The span without white space at either end; empty, at its start, where there is nothing else.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let words = self.of(text).unwrap_or_default();
        let start = self.start.index() + (words.len() - words.trim_start().len());
        let len = words.trim().len();
        if len == 0 { Self::new(self.start.index()..self.start.index()) } else { Self::new(start..start + len) }
    }
}

// Derived traits would ask the marker type for the same traits; these do not.
impl<T> Clone for Span<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Span<T> {}
impl<T> PartialEq for Span<T> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}
impl<T> Eq for Span<T> {}
impl<T> PartialOrd for Span<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Span<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start, self.end).cmp(&(other.start, other.end))
    }
}
impl<T> Hash for Span<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.start, self.end).hash(state);
    }
}
impl<T> fmt::Debug for Span<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}..{:?}", self.start, self.end)
    }
}
