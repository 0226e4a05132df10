//! Time and chance.

use jiff::{Timestamp, civil::Date};

use super::window;

/// The time now.
#[must_use]
pub fn now() -> Timestamp {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 stay whole and small")]
    let milliseconds = js_sys::Date::now() as i64;
    Timestamp::from_millisecond(milliseconds).unwrap_or_default()
}

/// The day where the user is.
#[must_use]
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let part = |number: u32| i8::try_from(number).unwrap_or_default();
    let year = i16::try_from(now.get_full_year()).unwrap_or_default();
    Date::new(year, part(now.get_month() + 1), part(now.get_date())).unwrap_or_default()
}

/// Milliseconds since some moment, for measuring how long something takes.
#[must_use]
pub fn elapsed() -> f64 {
    js_sys::Date::now()
}

/// 64 random bits.
#[must_use]
pub fn random() -> u64 {
    let mut bytes = [0; 8];
    if let Ok(crypto) = window().crypto()
        && crypto.get_random_values_with_u8_array(&mut bytes).is_ok()
    {
        return u64::from_le_bytes(bytes);
    }
    // No browser that runs the page lacks it; identifiers then at least differ from one another.
    js_sys::Math::random().to_bits()
}
