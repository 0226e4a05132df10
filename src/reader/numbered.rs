//! The numbers of lines, as courts print them at the beginning of each: 1 to 25, and again on the next page.
//!
//! They are left out before any format looks at the text, and so are the numbers of pages between them. A list has
//! full stops behind its numbers, or one blank only.

use std::borrow::Cow;

use super::{SAMPLE_LINES, clean::Cleaned, lines::Lines};
use crate::{
    model::{Corrections, Repair, RepairKind, Repairs},
    text::{ReadingSpan, SourceSpan},
};

/// The fewest lines that show that lines are numbered.
const MIN_LINES: usize = 8;

/// The longest number, in digits.
const MAX_DIGITS: usize = 4;

pub(super) fn without_numbers<'a>(cleaned: Cleaned<'a>, corrections: &Corrections) -> Cleaned<'a> {
    let Some(numbers) = numbers(&cleaned.text) else { return cleaned };
    let mut repairs = Repairs::default();
    for source in numbers {
        let span = cleaned.repairs.to_source(ReadingSpan::new(source.range()));
        if !corrections.off.contains(&span) {
            repairs.push(Repair { source, with: "".into(), kind: RepairKind::PageFurniture });
        }
    }
    let text = Cow::Owned(repairs.apply(&cleaned.text));
    Cleaned { text, repairs: cleaned.repairs.then(repairs), ..cleaned }
}

/// Where the numbers stand, if the lines of `text` are numbered.
fn numbers(text: &str) -> Option<Vec<SourceSpan>> {
    // Cutting a long text into lines once more only to find none numbered would cost a tenth of reading it.
    let sample = text.split(['\n', '\r']).map(str::trim_start).filter(|line| !line.is_empty()).take(SAMPLE_LINES);
    let (numbered, all) = sample.fold((0, 0), |(numbered, all), line| {
        (numbered + usize::from(line.starts_with(|c: char| c.is_ascii_digit())), all + 1)
    });
    if numbered * 2 < all {
        return None;
    }
    let lines = Lines::new(text);
    let lines = lines.list();
    let (mut found, mut last) = (Vec::new(), 0);
    for line in lines {
        let digits = line.text.bytes().take_while(u8::is_ascii_digit).count();
        let rest = &line.text[digits..];
        let is_set_off = rest.is_empty() || rest.starts_with("  ") || rest.starts_with('\t');
        let number = line.text.get(..digits).filter(|_| (1..=MAX_DIGITS).contains(&digits) && is_set_off);
        let Some(number) = number.and_then(|number| number.parse::<u32>().ok()) else { continue };
        let goes_on = number == last + 1 || number == 1;
        if goes_on || rest.is_empty() {
            found.push(SourceSpan::new(line.start..line.start + digits));
            last = if goes_on { number } else { last };
        }
    }
    (found.len() >= MIN_LINES && found.len() * 5 >= lines.len() * 4).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::{clean, read};

    #[test]
    fn numbers_of_lines_are_left_out() {
        let page = "                 12\n\n 1   THE COURT:  Good morning.  Please be\n 2   seated.\n 3\n 4   MR. DOYLE:  I am\n\
                    5   here.\n 6   THE COURT:  So you are.\n 7   MR. DOYLE:  Yes.\n 1   THE COURT:  All 12\n 2   of you?\n";
        let transcript = read(page);
        let said: Vec<&str> = transcript.turns.iter().map(|turn| transcript.words(transcript.speech(turn))).collect();
        assert_eq!(said, ["Good morning.  Please be seated.", "I am here.", "So you are.", "Yes.", "All 12 of you?"]);
        assert!(transcript.repairs.count(RepairKind::PageFurniture) > 0);
    }

    #[test]
    fn other_numbers_stay() {
        let lines =
            |numbers: std::ops::Range<u16>, rest| numbers.map(|number| number.to_string() + rest).collect::<String>();
        for text in [lines(1..20, " gulls\n"), lines(2031..2060, "  a gull came\n"), "1  one\n2  two\n".into()] {
            assert_eq!(
                without_numbers(clean::clean(&text, &Corrections::default()), &Corrections::default()).text,
                text
            );
        }
    }
}
