//! Who speaks: what the headings say, and the persons behind them.

use super::Named;

/// In what role somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Chairs the meeting.
    Chair,
    /// A member of the house or council.
    Member,
    /// A minister or state secretary.
    Government,
    /// Anybody else.
    Guest,
}

impl Role {
    /// The name used in files and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::Member => "member",
            Self::Government => "government",
            Self::Guest => "guest",
        }
    }
}

impl Named for Role {
    const ALL: &'static [Self] = &[Self::Chair, Self::Member, Self::Government, Self::Guest];

    fn name(self) -> &'static str {
        Role::name(self)
    }
}

/// Whom a heading names, in its own words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// The name without form of address and party; for the chair, the heading's own words.
    pub name: String,
    /// `Mevrouw`, `De heer`, `Minister`, ...
    pub honorific: Option<String>,
    /// The party, or what else stands in brackets behind the name.
    pub party: Option<String>,
    /// In what role they speak here.
    pub role: Role,
}

impl Label {
    /// Form of address and name.
    #[must_use]
    pub fn title(&self) -> String {
        titled(self.honorific.as_deref(), &self.name)
    }

    /// Parts the words of a heading: what stands before the last bracket, and in it.
    #[must_use]
    pub fn part(words: &str) -> (&str, Option<&str>) {
        let bracket = words.trim().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
        bracket.map_or((words.trim(), None), |(name, party)| (name.trim(), Some(party.trim())))
    }

    /// The heading's words: form of address, name and party.
    #[must_use]
    pub fn words(&self) -> String {
        with_party(self.title(), self.party.as_deref())
    }
}

/// A person who speaks. Several labels can name the same one, and the chair is one of the persons where the transcript
/// tells which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// By what corrections know the person: the words of the first label, or the chair's name.
    pub key: String,
    /// The name without form of address and party.
    pub name: String,
    /// `Mevrouw`, `De heer`, `Minister`, ...
    pub honorific: Option<String>,
    /// The party, or what else stands in brackets behind the name.
    pub party: Option<String>,
    /// In what role, apart from taking the chair.
    pub role: Role,
    /// The office in full, where the report gives it (`Staatssecretaris van Justitie en Veiligheid`).
    pub function: Option<String>,
    /// Whether the user has said who this is.
    pub by_hand: bool,
}

impl Speaker {
    /// The name with its form of address, as one would address them on paper.
    #[must_use]
    pub fn title(&self) -> String {
        titled(self.honorific.as_deref(), &self.name)
    }

    /// Form of address, name and party.
    #[must_use]
    pub fn label(&self) -> String {
        with_party(self.title(), self.party.as_deref())
    }
}

fn titled(honorific: Option<&str>, name: &str) -> String {
    honorific.map_or_else(|| name.to_owned(), |honorific| format!("{honorific} {name}"))
}

pub(super) fn with_party(title: String, party: Option<&str>) -> String {
    match party {
        Some(party) => format!("{title} ({party})"),
        None => title,
    }
}
