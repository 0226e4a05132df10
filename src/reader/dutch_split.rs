//! Cutting the lines of a Dutch report in which headings are glued to the speech.
//!
//! Some copies of a PDF are one single line: `… (AO d.d. 15/03).De voorzitter:Dit VAO gaat over …`. Here such a line is
//! cut where a line end must have been: before and behind each heading, around the reporter's remarks, and inside
//! motions, which have a grammar of their own. A text whose headings stand on lines of their own is left as it is.

use std::borrow::Cow;

use super::{
    Label, Line, SAMPLE_BYTES,
    dutch::{after_label, ends_speech, heading_before, leading_heading},
};
use crate::model::Role;

/// What begins a quotation.
const QUOTES: [char; 6] = ['«', '“', '„', '"', '\'', '‘'];

/// How many lines are looked at to see where the headings stand.
const SAMPLE_LINES: usize = 1_000;

/// How many headings inside lines it takes before they are believed.
const MIN_GLUED: usize = 2;

/// What ends the text of a motion.
pub(super) const MOTION_END: &str = "gaat over tot de orde van de dag.";

/// The words with which the parts of a motion begin.
pub(super) const MOTION_PARTS: &[&str] = &[
    "gehoord de beraadslaging",
    "constaterende",
    "overwegende",
    "van mening",
    "van oordeel",
    "gelet op",
    "gezien",
    "in herinnering",
    "voorts",
    "tevens",
    "verzoekt",
    "spreekt uit",
    "roept de",
    "draagt",
    "nodigt",
    "dringt",
    "en gaat over",
];

/// Remarks of the reporter that stand on a line of their own.
const REMARKS: &[(&str, &str)] = &[
    ("De vergadering wordt ", " geschorst."),
    ("De beraadslaging wordt ", "gesloten."),
    ("Overeenkomstig ", " wordt besloten."),
    ("De algemene beraadslaging wordt ", "gesloten."),
    ("De algemene beraadslaging wordt ", "geopend."),
];

/// How long such a remark can be, in bytes.
const MAX_REMARK: usize = 90;

/// The lines, cut where headings are glued into them.
pub(super) fn split<'l, 'a>(lines: &'l [Line<'a>]) -> Cow<'l, [Line<'a>]> {
    if !is_glued(lines) {
        return Cow::Borrowed(lines);
    }
    let mut pieces = Vec::with_capacity(lines.len() * 2);
    let mut in_front = true;
    for line in lines {
        let mut cuts = Vec::new();
        cut_at_headings(line.text, in_front, &mut cuts);
        in_front &= cuts.is_empty();
        cut_at_remarks(line.text, &mut cuts);
        cut_at_lines_of_the_report(line.text, &mut cuts);
        cut_motions(line.text, &mut cuts);
        cuts.sort_unstable();
        cuts.dedup();
        let mut from = 0;
        for to in cuts.into_iter().chain([line.text.len()]) {
            let whole = &line.text[from..to];
            let text = whole.trim();
            let lead = whole.len() - whole.trim_start().len();
            if !text.is_empty() {
                let breaks = if from == 0 { line.breaks } else { 0 };
                pieces.push(Line { text, start: line.start + from + lead, breaks });
            }
            from = to;
        }
    }
    Cow::Owned(pieces)
}

/// Whether more headings stand inside lines than at their beginnings.
fn is_glued(lines: &[Line<'_>]) -> bool {
    let (mut inside, mut at_start) = (0, 0);
    for text in lines.iter().take(SAMPLE_LINES).map(|line| &line.text[..line.text.floor_char_boundary(SAMPLE_BYTES)]) {
        let colons = text.match_indices(':').map(|(colon, _)| colon);
        let quotes = |colon: &usize| text[colon + 1..].trim_start().starts_with(QUOTES);
        for (start, _) in colons.filter(|colon| !quotes(colon)).filter_map(|colon| heading_before(text, colon, false)) {
            *(if start == 0 { &mut at_start } else { &mut inside }) += 1;
        }
    }
    inside >= MIN_GLUED && inside > at_start
}

/// `in_front` says that nobody has spoken yet.
fn cut_at_headings(text: &str, in_front: bool, cuts: &mut Vec<usize>) {
    for (colon, _) in text.match_indices(':') {
        if text[colon + 1..].trim_start().starts_with(QUOTES) && !text[..colon].ends_with("oorzitter") {
            continue;
        }
        if let Some((start, _)) = heading_before(text, colon, in_front && cuts.is_empty()) {
            if let Some(change) = change_of_chair(&text[..start]) {
                cuts.push(change);
            }
            cuts.extend([start, colon + 1]);
        }
    }
}

/// Where `Voorzitter: Brasse` stands at the end of `text`, before a heading.
fn change_of_chair(text: &str) -> Option<usize> {
    let window = text.ceil_char_boundary(text.len().saturating_sub(MAX_REMARK));
    let start = window + text[window..].rfind("Voorzitter:")?;
    (ends_speech(&text[..start]) && after_label(&text[start..], "Voorzitter:").is_some()).then_some(start)
}

fn cut_at_remarks(text: &str, cuts: &mut Vec<usize>) {
    for (begins, ends) in REMARKS {
        for (start, _) in text.match_indices(begins) {
            let window = &text[start..text.floor_char_boundary(start + MAX_REMARK)];
            if let Some(end) = window.find(ends) {
                cuts.extend([start, start + end + ends.len()]);
            }
        }
    }
}

/// Lines that frame the meeting: who chairs, who was there, when it began and ended.
fn cut_at_lines_of_the_report(text: &str, cuts: &mut Vec<usize>) {
    for begins in ["Voorzitter:", "Griffier:", "Aanwezig zijn ", "Aanvang ", "Sluiting "] {
        for (start, _) in text.match_indices(begins) {
            let before = &text[..start];
            if !(before.ends_with(char::is_alphanumeric) || ends_speech(before)) {
                continue;
            }
            let window = &text[start..text.floor_char_boundary(start + MAX_REMARK)];
            match begins {
                "Aanvang " | "Sluiting " => {
                    let end = window.find(" uur").map(|end| start + end + " uur".len());
                    let stop = end.map(|end| end + usize::from(text[end..].starts_with('.')));
                    cuts.extend(stop.into_iter().flat_map(|stop| [start, stop]));
                }
                _ => cuts.push(start),
            }
        }
    }
}

fn cut_motions(text: &str, cuts: &mut Vec<usize>) {
    for (start, _) in text.match_indices("Motie De Kamer,") {
        let Some(length) = text[start..].find(MOTION_END) else { return };
        let end = start + length + MOTION_END.len();
        cuts.extend([start, start + "Motie".len(), end]);
        // A motion of one line has no other place where its parts could begin.
        let motion = &text[start..end];
        for (at, _) in motion.match_indices([',', ';']) {
            let rest = motion[at + 1..].trim_start();
            if MOTION_PARTS.iter().any(|part| rest.starts_with(part)) {
                cuts.push(end - rest.len());
            }
        }
    }
}

/// Whether `text` begins a new part of a motion whose last line was `before`.
pub(super) fn begins_motion_part(before: &str, text: &str) -> bool {
    before.ends_with([',', ';']) && MOTION_PARTS.iter().any(|part| text.starts_with(part))
}

/// A heading at the beginning of a line on which the speech goes on: how many bytes it takes. What follows must look
/// like the beginning of a speech, unless an empty line stands before and the heading leaves no doubt; a quotation is
/// none.
pub(super) fn run_in_heading(text: &str, behind_empty_line: bool) -> Option<(Label<'_>, usize)> {
    let (label, length) = leading_heading(text)?;
    let rest = text[length..].trim_start_matches([' ', '\t']);
    let is_certain = label.role == Role::Chair || label.party.is_some();
    if !is_certain && rest.starts_with(QUOTES) {
        return None;
    }
    let begins = rest.trim_start_matches(QUOTES).trim_start_matches(['(', '-', '–', ' ']);
    // Who was interrupted goes on in the middle of a sentence.
    let begins = begins.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '…'));
    (begins || behind_empty_line && is_certain && !rest.is_empty()).then_some((label, length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::Lines;

    #[test]
    fn one_line_is_cut_where_lines_must_have_ended() {
        let text = "4 Dijken Aan de orde is het debat over dijken.De voorzitter:Goedemorgen. Mevrouw Van Oordt zei: ja. \
                    Het woord is aan haar.Mevrouw Van Oordt (Dijkpartij): Dank u. Motie De Kamer, gehoord de \
                    beraadslaging, overwegende dat dijken, zo bleek, breken; verzoekt de regering, met spoed, te \
                    dijken, en gaat over tot de orde van de dag.De voorzitter:Dank u. De vergadering wordt enkele \
                    ogenblikken geschorst.Voorzitter: BrasseDe heer Lindhoud (Nieuw Laagland):Voorzitter.";
        let lines = Lines::new(text);
        let pieces: Vec<&str> = split(lines.list()).iter().map(|line| line.text).collect();
        insta::assert_debug_snapshot!(pieces);
    }
}
