//! Which way letters run.

/// Whether there are letters in the text that run from right to left: Hebrew, Arabic and their relatives.
#[must_use]
pub fn has_right_to_left(text: &str) -> bool {
    let runs_left = |letter: char| {
        matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    !text.is_ascii() && text.chars().any(runs_left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_from_right_to_left_are_known() {
        for text in ["שלום", "De minister: مرحبا.", "\u{1e900}"] {
            assert!(has_right_to_left(text), "{text}");
        }
        for text in ["", "Goedemorgen.", "“Één” – 30 €", "Добро", "你好", "😀"] {
            assert!(!has_right_to_left(text), "{text}");
        }
    }
}
