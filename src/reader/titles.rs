//! Forms of address and offices before and behind a name, in English, Dutch, French and German, and the roles they give.
//!
//! ```text
//! titled = { modifier | head } head name        "Deputy Mayor" "Brasse", "De heer" "Ter Aalst"
//!        | { modifier | head | other } head     an office without a name: "Deputy City Clerk", "The Court"
//! ```

use crate::model::Role;

/// Words that make a form of address or an office, in small letters and without a full stop.
const HEADS: &[&str] = &[
    // Anybody.
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "lord",
    "lady",
    "dame",
    "baroness",
    "baron",
    "hon",
    "honourable",
    "honorable",
    "rev",
    "reverend",
    "heer",
    "mevrouw",
    "mevr",
    "mw",
    "dhr",
    "meneer",
    "drs",
    "ir",
    "ing",
    "mme",
    "mmes",
    "mlle",
    "madame",
    "monsieur",
    "herr",
    "frau",
    "maître",
    // Members.
    "senator",
    "sen",
    "representative",
    "rep",
    "congressman",
    "congresswoman",
    "assemblymember",
    "assemblyman",
    "assemblywoman",
    "delegate",
    "councillor",
    "councilor",
    "councilmember",
    "councilman",
    "councilwoman",
    "cllr",
    "member",
    "alderman",
    "alderwoman",
    "trustee",
    "lid",
    "raadslid",
    "kamerlid",
    "député",
    "députée",
    "sénateur",
    "sénatrice",
    "abgeordneter",
    "abgeordnete",
    "stadtrat",
    "stadträtin",
    // Governments.
    "minister",
    "premier",
    "staatssecretaris",
    "secretary",
    "chancellor",
    "ministre",
    "bundesminister",
    "bundesministerin",
    "ministerin",
    "staatssekretär",
    "staatssekretärin",
    "bundeskanzler",
    "bundeskanzlerin",
    "minister-president",
    "ministerpräsident",
    "ministerpräsidentin",
    // Chairs.
    "chair",
    "chairman",
    "chairwoman",
    "chairperson",
    "moderator",
    "voorzitter",
    "président",
    "présidente",
    "vice-président",
    "vice-présidente",
    "präsident",
    "präsidentin",
    "vizepräsident",
    "vizepräsidentin",
    "vorsitzende",
    "vorsitzender",
    "vice-chair",
    "vice-chairman",
    "vice-chairwoman",
    "vicevoorzitter",
    // Other offices.
    "president",
    "mayor",
    "governor",
    "gov",
    "judge",
    "justice",
    "commissioner",
    "supervisor",
    "ambassador",
    "general",
    "colonel",
    "captain",
    "sergeant",
    "officer",
    "inspector",
    "superintendent",
    "sheriff",
    "clerk",
    "director",
    "vice-president",
    "wethouder",
    "burgemeester",
    "locoburgemeester",
    "gedeputeerde",
    "griffier",
    "fractievoorzitter",
    "rapporteur",
    "rapporteure",
    "bürgermeister",
    "bürgermeisterin",
    "court",
    "treasurer",
    "administrator",
];

/// Words that belong to an office if one follows.
const MODIFIERS: &[&str] = &[
    "the",
    "de",
    "het",
    "le",
    "la",
    "die",
    "right",
    "deputy",
    "vice",
    "acting",
    "assistant",
    "associate",
    "prime",
    "chief",
    "city",
    "town",
    "village",
    "county",
    "district",
    "council",
    "board",
    "assembly",
    "committee",
    "attorney",
    "lieutenant",
    "state",
    "house",
    "police",
    "fire",
    "fungerend",
    "waarnemend",
    "demissionair",
    "loco",
    "madam",
    "interim",
    "executive",
    "managing",
    "new",
];

/// Words that stand alone for somebody without a name.
const NAMELESS: &[&str] = &[
    "speaker",
    "spreker",
    "sprecher",
    "sprecherin",
    "orateur",
    "oratrice",
    "intervenant",
    "voice",
    "voices",
    "stem",
    "audience",
    "interviewer",
    "interviewee",
    "narrator",
    "reporter",
    "host",
    "guest",
    "interpreter",
    "tolk",
    "witness",
    "counsel",
    "unidentified",
    "unknown",
    "onbekend",
    "onbekende",
    "inconnu",
    "unbekannt",
    "public",
    "participant",
    "deelnemer",
    "teilnehmer",
    "caller",
    "operator",
    "man",
    "woman",
    "male",
    "female",
    "several",
    "members",
    "delegates",
    "inspreker",
    "question",
    "answer",
    "some",
    "an",
    "publiek",
    "zaal",
    "pro",
    "tempore",
];

const CHAIRS: &[&str] = &[
    "chair",
    "chairman",
    "chairwoman",
    "chairperson",
    "moderator",
    "voorzitter",
    "président",
    "présidente",
    "präsident",
    "präsidentin",
    "vizepräsident",
    "vizepräsidentin",
    "vorsitzende",
    "vorsitzender",
    "presiding",
];

const GOVERNMENT: &[&str] = &[
    "minister",
    "premier",
    "staatssecretaris",
    "ministre",
    "bundesminister",
    "bundesministerin",
    "ministerin",
    "staatssekretär",
    "staatssekretärin",
    "bundeskanzler",
    "bundeskanzlerin",
    "ministerpräsident",
    "ministerpräsidentin",
    "gedeputeerde",
    "wethouder",
    "burgemeester",
    "locoburgemeester",
];

const MEMBERS: &[&str] = &[
    "senator",
    "sen",
    "representative",
    "rep",
    "congressman",
    "congresswoman",
    "assemblymember",
    "assemblyman",
    "assemblywoman",
    "delegate",
    "councillor",
    "councilor",
    "councilmember",
    "councilman",
    "councilwoman",
    "cllr",
    "member",
    "members",
    "alderman",
    "alderwoman",
    "lid",
    "raadslid",
    "kamerlid",
    "député",
    "députée",
    "sénateur",
    "sénatrice",
    "abgeordneter",
    "abgeordnete",
    "stadtrat",
    "stadträtin",
];

/// Words that end what somebody does, behind a name or in brackets, and stand before none.
const FUNCTIONS: &[&str] = &[
    "anchor",
    "host",
    "reporter",
    "correspondent",
    "commentator",
    "contributor",
    "analyst",
    "strategist",
    "editor",
    "economist",
    "author",
    "individual",
];

/// A name parted from what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Titled<'a> {
    /// The form of address or the office before the name.
    pub(super) honorific: Option<&'a str>,
    /// The name, or the office where there is no name.
    pub(super) name: &'a str,
    /// Whether there is no name but an office.
    pub(super) is_office: bool,
}

/// Parts a name from the form of address or the office before it.
pub(super) fn part(text: &str) -> Titled<'_> {
    let mut rest = text;
    let (mut end, mut only_office, mut has_head) = (0, true, false);
    while let Some((word, after)) = next_word(rest) {
        let bare = bare(word);
        // `M. Brasse` has a form of address, `M. K. Brasse` an initial.
        let is_monsieur = matches!(word, "M." | "MM.") && next_word(after).is_some_and(|(next, _)| next.len() > 2);
        let is_head = HEADS.contains(&bare.as_str()) || is_monsieur;
        if is_head {
            (end, has_head) = (text.len() - after.len(), true);
        } else if !MODIFIERS.contains(&bare.as_str()) {
            break;
        }
        rest = after;
    }
    for word in rest.split_whitespace().map(bare) {
        let is_number = word.chars().all(|c| c.is_ascii_digit()) || word.chars().count() == 1;
        let known = |list: &[&str]| list.contains(&word.as_str());
        has_head |= known(NAMELESS) || known(HEADS);
        only_office &= is_number || known(NAMELESS) || known(HEADS) || known(MODIFIERS);
    }
    let name = text[end..].trim_start();
    // `Clerk of the Council`, `Secretary for Harbours`: what follows is the office and not a name.
    let goes_on = ["of ", "OF ", "for ", "FOR ", "für ", "des ", "du ", "de la ", "de l'", "de l’", "pro "];
    if end > 0 && goes_on.iter().any(|start| name.starts_with(start)) {
        if let Some(name) = name.strip_prefix("of State ").map(str::trim_start) {
            return Titled { honorific: Some(text[..text.len() - name.len()].trim_end()), name, is_office: false };
        }
        return Titled { honorific: None, name: text, is_office: true };
    }
    let is_office = only_office && has_head;
    let honorific = (!is_office && end > 0).then(|| text[..end].trim_end());
    Titled { honorific, name: if is_office { text } else { name }, is_office }
}

fn next_word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// Whether `word` alone is a form of address or an office.
pub(super) fn is_head(word: &str) -> bool {
    HEADS.contains(&bare(word).as_str())
}

/// Whether `text` ends in a word for what somebody does: `Governor`, `SENIOR HARBOUR CORRESPONDENT`.
pub(super) fn is_function(text: &str) -> bool {
    let last = bare(text.rsplit(char::is_whitespace).next().unwrap_or_default());
    HEADS.contains(&last.as_str()) || FUNCTIONS.contains(&last.as_str())
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The role that the words of an office or a form of address give.
pub(super) fn role(text: &str) -> Option<Role> {
    let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(bare).filter(|w| !w.is_empty()).collect();
    let is_of_public = words.iter().any(|word| word == "public");
    let mut before = "";
    let mut found = None;
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map_or("", String::as_str);
        let is_second = matches!(before, "vice" | "deputy");
        let role = match word.as_str() {
            "speaker" if matches!(before, "the" | "mr" | "madam") || matches!(next, "of" | "pro") => Some(Role::Chair),
            "president" if matches!(before, "council" | "board" | "madam") => Some(Role::Chair),
            "secretary" if next == "of" && words.get(at + 2).is_some_and(|word| word == "state") => {
                Some(Role::Government)
            }
            "secretary" if before == "state" => Some(Role::Government),
            word if GOVERNMENT.contains(&word) => Some(Role::Government),
            word if CHAIRS.contains(&word) && !is_second => Some(Role::Chair),
            word if MEMBERS.contains(&word) && !is_of_public => Some(Role::Member),
            _ => None,
        };
        // `Minister-president` governs, `Councillor Brasse, chair` chairs: the higher office counts.
        let rank = |role: Option<Role>| match role {
            Some(Role::Government) => 3,
            Some(Role::Chair) => 2,
            Some(Role::Member) => 1,
            _ => 0,
        };
        if rank(role) > rank(found) {
            found = role;
        }
        before = word;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_from_what_stands_before_them() {
        for (text, honorific, name) in [
            ("MR. BRASSE", "MR.", "BRASSE"),
            ("Deputy Mayor Brasse", "Deputy Mayor", "Brasse"),
            ("Vice President Ada Pike", "Vice President", "Ada Pike"),
            ("De heer Ter Aalst", "De heer", "Ter Aalst"),
            ("De Wit", "", "De Wit"),
            ("Hon. Ada Pike", "Hon.", "Ada Pike"),
            ("M. Lacourt", "M.", "Lacourt"),
            ("M. K. Pike", "", "M. K. Pike"),
            ("Mme la présidente Lacourt", "Mme la présidente", "Lacourt"),
            ("Frau Dr. Strand", "Frau Dr.", "Strand"),
            ("Secretary of State Pike", "Secretary of State", "Pike"),
            ("Minister van der Aalst", "Minister", "van der Aalst"),
            ("Ada Pike", "", "Ada Pike"),
        ] {
            let wanted = Titled { honorific: Some(honorific).filter(|h| !h.is_empty()), name, is_office: false };
            assert_eq!(part(text), wanted, "{text}");
        }
        for office in [
            "Clerk",
            "Deputy City Clerk",
            "THE COURT",
            "Speaker 1",
            "Unknown speaker",
            "Le président",
            "Voorzitter",
            "Clerk of the Council",
            "Vice President",
            "PRESIDENT OF THE HARBOUR BOARD",
            "VOICE",
            "The SPEAKER pro tempore",
        ] {
            assert_eq!(part(office), Titled { honorific: None, name: office, is_office: true }, "{office}");
        }
    }

    #[test]
    fn roles() {
        for (text, wanted) in [
            ("Chair", Some(Role::Chair)),
            ("Mme la présidente", Some(Role::Chair)),
            ("Voorzitter", Some(Role::Chair)),
            ("Vice Chair", None),
            ("The Speaker", Some(Role::Chair)),
            ("Speaker 1", None),
            ("Council President", Some(Role::Chair)),
            ("Vice President", None),
            ("Secretary of State", Some(Role::Government)),
            ("Minister-president", Some(Role::Government)),
            ("City Secretary", None),
            ("Councillor", Some(Role::Member)),
            ("Wethouder", Some(Role::Government)),
            ("Mayor", None),
            ("Member of the public", None),
        ] {
            assert_eq!(role(text), wanted, "{text}");
        }
    }
}
