//! Time and chance.

use jiff::Timestamp;

use super::window;

/// The time now.
#[must_use]
pub fn now() -> Timestamp {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 stay whole and small")]
    let milliseconds = js_sys::Date::now() as i64;
    Timestamp::from_millisecond(milliseconds).unwrap_or_default()
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
