//! The motions in a Dutch report, found in the repaired text.
//!
//! ```text
//! motion       = [ "Motie" ] "De Kamer," { part } "… gaat over tot de orde van de dag."
//! notice       = "Deze motie is voorgesteld door " ( "het lid " name | "de leden " names ) "." … "nr. 253 (29538)."
//! ```

use std::ops::Range;

use super::dutch_split::MOTION_END;
use crate::model::{Inset, InsetKind, Motion, Transcript, Turn};

/// The motions of a transcript, in order.
pub(super) fn find(transcript: &Transcript) -> Vec<Inset> {
    let mut insets = Vec::new();
    for (index, turn) in transcript.turns.iter().enumerate() {
        for paragraphs in motions(transcript, turn) {
            let notice = transcript.turns.get(index + 1).map(|next| notice(transcript, next)).unwrap_or_default();
            insets.push(Inset { kind: InsetKind::Motion(notice), paragraphs });
        }
    }
    insets
}

fn words(transcript: &Transcript, index: u32) -> &str {
    transcript.words(transcript.paragraphs[index as usize].text)
}

/// The motions within a turn, as ranges of paragraphs.
fn motions(transcript: &Transcript, turn: &Turn) -> Vec<Range<u32>> {
    let mut found = Vec::new();
    let mut open = None;
    for index in turn.paragraphs.clone() {
        let text = words(transcript, index);
        if text == "De Kamer," || text.starts_with("De Kamer, gehoord") {
            let is_titled = index > turn.paragraphs.start && is_motion_title(words(transcript, index - 1));
            open = Some(index - u32::from(is_titled));
        }
        if let Some(start) = open.filter(|_| text.ends_with(MOTION_END)) {
            found.push(start..index + 1);
            open = None;
        }
    }
    found
}

/// `Motie`, `Gewijzigde motie`.
fn is_motion_title(text: &str) -> bool {
    matches!(text, "Motie" | "Gewijzigde motie" | "Nader gewijzigde motie" | "Motie (gewijzigd)")
}

/// What the chair says of a motion that was just read.
fn notice(transcript: &Transcript, turn: &Turn) -> Motion {
    let speech = transcript.words(transcript.speech(turn));
    let mut motion = Motion::default();
    let Some((_, rest)) = speech.split_once(" motie is voorgesteld door ") else { return motion };
    // `c.s.` ends no sentence.
    let rest = rest.replace(" c.s.", "");
    let names = rest.split(['.', '\n']).next().unwrap_or_default();
    let names = names.trim_start_matches("het lid ").trim_start_matches("de leden ");
    motion.movers = names.split(", ").flat_map(|part| part.split(" en ")).map(|name| name.trim().to_owned()).collect();
    if let Some((_, rest)) = rest.split_once("nr. ") {
        let number: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        // `nr. 21, was nr. 18 (41207)`: the brackets may stand a little further on.
        let behind = rest[number.len()..].split('\n').next().unwrap_or_default();
        let bracket = behind.split_once('(').filter(|(between, _)| between.len() < 30);
        motion.dossier = bracket.and_then(|(_, rest)| rest.split_once(')')).map(|(dossier, _)| dossier.to_owned());
        motion.number = Some(number).filter(|number| !number.is_empty());
    }
    motion
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::read;

    #[test]
    fn a_motion_and_its_notice() {
        let text = "De voorzitter:\nHet woord is aan u.\n\nMevrouw Van Oordt (Dijkpartij):\nIk heb één motie.\n\nMotie\nDe Kamer,\n\
            gehoord de beraadslaging,\nverzoekt de regering de dijken te sluiten,\nen gaat over tot de orde van de dag.\n\n\
            De voorzitter:\nDeze motie is voorgesteld door de leden Van Oordt, Lindhoud en Ten Kate-Smit. Naar mij blijkt, wordt \
            de indiening ervan voldoende ondersteund.\nZij krijgt nr. 21 (41207).\n";
        let transcript = read(text);
        let [Inset { kind: InsetKind::Motion(motion), paragraphs }] = transcript.insets.as_slice() else { panic!() };
        assert_eq!(words(&transcript, paragraphs.start), "Motie");
        assert!(words(&transcript, paragraphs.end - 1).ends_with(MOTION_END));
        assert_eq!(motion.movers, ["Van Oordt", "Lindhoud", "Ten Kate-Smit"]);
        assert_eq!((motion.number.as_deref(), motion.dossier.as_deref()), (Some("21"), Some("41207")));
    }

    #[test]
    fn a_changed_motion_and_its_notice() {
        let text = "De voorzitter:\nGaat uw gang.\n\nDe heer Smit (Dijkpartij):\nDank.\n\nGewijzigde motie\nDe Kamer,\n\
            verzoekt de regering te dijken,\nen gaat over tot de orde van de dag.\n\nDe voorzitter:\n\
            Deze motie is voorgesteld door de leden Smit, Van der Lee c.s. en Poel.\nZij krijgt nr. 21, was nr. 18 (41207).\n";
        let transcript = read(text);
        let [Inset { kind: InsetKind::Motion(motion), paragraphs }] = transcript.insets.as_slice() else { panic!() };
        assert_eq!(words(&transcript, paragraphs.start), "Gewijzigde motie");
        assert_eq!(motion.movers, ["Smit", "Van der Lee", "Poel"]);
        assert_eq!((motion.number.as_deref(), motion.dossier.as_deref()), (Some("21"), Some("41207")));
    }
}
