//! Identifiers: short texts that fit in an address, in an attribute and in a key of the store.

use std::{fmt, rc::Rc, str::FromStr};

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident, $fits:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Rc<str>);

        impl $name {
            /// The identifier made of these random bits: 16 hexadecimal digits.
            #[must_use]
            pub fn from_random(bits: u64) -> Self {
                Self(format!("{bits:016x}").into())
            }

            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = ();

            fn from_str(text: &str) -> Result<Self, ()> {
                let fits: fn(&str) -> bool = $fits;
                if fits(text) { Ok(Self(text.into())) } else { Err(()) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

identifier! {
    /// The identifier of an annotation: 1 to 64 letters, digits, `-` or `_`. Files of others may bring any of these.
    AnnotationId,
    |text| (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

identifier! {
    /// The identifier of a project in one browser: 16 hexadecimal digits.
    ProjectId,
    |text| text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

identifier! {
    /// The identifier of a kind of the user's own: 1 to 64 letters, digits, `-` or `_`.
    KindId,
    |text| text.parse::<AnnotationId>().is_ok() && !matches!(text, "claim" | "commitment")
}
