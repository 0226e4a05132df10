//! Everything in the store in one file, and back from it.
//!
//! The file has the values as they are stored, by their keys: sealed with their check sums, histories and all. What
//! the page hands out when the program itself is broken (`scripts/guard.js`) is the same file.
//!
//! Taking a file back adds and never overwrites: a log only grows, and applying an edit twice is the same as once. So
//! two copies of a transcript become one that has what was done in both.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Backend, BackendError, Card, Journal, PREFIX, VERSION, beside, key, record::belongs, seal, split};
use crate::{
    model::{Kind, ProjectId},
    text::sha256,
};

/// What the file says it is.
const FORMAT: &str = "griffier-backup";

/// How far from its beginning a file says what it is, in bytes.
const HEAD: usize = 200;

#[derive(Serialize, Deserialize)]
struct Backup {
    format: String,
    version: u32,
    values: BTreeMap<String, String>,
}

/// What came of taking a file back, in numbers of transcripts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Not here before.
    pub added: usize,
    /// Here, with less than the file has.
    pub merged: usize,
    /// Here, with everything that the file has.
    pub known: usize,
    /// Damaged in the file: left out.
    pub damaged: usize,
}

/// Why a file was not taken back, or not all of it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RestoreError {
    /// It is no backup, or a damaged one.
    #[error("the file is no backup: {0}")]
    NotABackup(String),
    /// It was written by a later version of the program.
    #[error("the file has the layout {0}, which is not known yet")]
    Newer(u32),
    /// The store did not take all of it. What it took is whole.
    #[error("after {} transcripts: {error}", .done.added + .done.merged)]
    Store {
        /// What came of it until then.
        done: Restored,
        /// What stopped it.
        error: BackendError,
    },
}

/// Whether a file says that it is a backup.
#[must_use]
pub fn is_backup(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    head.trim_start().starts_with('{') && head.contains(&format!("\"{FORMAT}\""))
}

/// The values of one transcript, by the parts of their keys.
type Parts<'a> = BTreeMap<&'a str, &'a str>;

impl<B: Backend> Journal<B> {
    /// Everything that is stored, as a file.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn backup(&self) -> Result<String, BackendError> {
        let mut values = BTreeMap::new();
        for key in self.backend.keys()? {
            if let Some(value) = self.backend.get(&key)? {
                values.insert(key, value);
            }
        }
        let backup = Backup { format: FORMAT.to_owned(), version: self.version()?, values };
        serde_json::to_string(&backup).map_err(|error| BackendError::Failed(error.to_string()))
    }

    /// Takes a file back. A transcript that is here, under whatever identifier, gets what the file has more of it.
    ///
    /// # Errors
    /// When it is no backup, or the store does not take all of it.
    pub fn restore(&self, json: &str) -> Result<Restored, RestoreError> {
        let backup: Backup = serde_json::from_str(json).map_err(|error| RestoreError::NotABackup(error.to_string()))?;
        if backup.format != FORMAT {
            return Err(RestoreError::NotABackup(backup.format));
        }
        if backup.version > VERSION {
            return Err(RestoreError::Newer(backup.version));
        }
        let mut transcripts: BTreeMap<&str, Parts<'_>> = BTreeMap::new();
        for (key, value) in &backup.values {
            if let Some((id, part)) = split(key) {
                transcripts.entry(id).or_default().insert(part, value);
            }
        }
        let mut done = Restored::default();
        for (id, parts) in &transcripts {
            // What was being deleted stays deleted.
            if parts.contains_key("deleted") || !parts.contains_key("source") {
                continue;
            }
            let outcome = match id.parse() {
                Ok(id) => self.restore_one(&id, parts).map_err(|error| RestoreError::Store { done, error })?,
                Err(()) => Outcome::Damaged,
            };
            match outcome {
                Outcome::Added => done.added += 1,
                Outcome::Merged => done.merged += 1,
                Outcome::Known => done.known += 1,
                Outcome::Damaged => done.damaged += 1,
            }
        }
        Ok(done)
    }

    fn restore_one(&self, id: &ProjectId, parts: &Parts<'_>) -> Result<Outcome, BackendError> {
        let Some(digest) = parts.get("source").and_then(|source| Some(sha256(&seal::open(source)?))) else {
            return Ok(Outcome::Damaged);
        };
        let log = parts.iter().filter(|(part, _)| part.starts_with("log:") || part.starts_with("snapshot:"));
        if !log.clone().all(|(part, value)| is_whole(&key(id, part), value)) {
            return Ok(Outcome::Damaged);
        }
        let (target, is_new) = match self.with_source(id, &digest)? {
            Place::Here(here) => (here, false),
            Place::Free => (id.clone(), true),
            Place::Taken => return Ok(Outcome::Damaged),
        };
        // The source and the card last: by these a transcript is listed.
        let rest = ["view", "source", "card"].into_iter().filter_map(|part| parts.get_key_value(part));
        let put = log.chain(rest).map(|(part, value)| self.put(&target, part, value));
        let is_more = match put.collect::<Result<Vec<bool>, _>>() {
            Ok(put) => put.contains(&true),
            Err(error) => {
                if is_new {
                    let _ = self.delete(&target);
                }
                return Err(error);
            }
        };
        if is_new {
            self.set(&format!("{PREFIX}version"), &VERSION.to_string())?;
            return Ok(Outcome::Added);
        }
        if is_more {
            self.recount(&target)?;
        }
        Ok(if is_more { Outcome::Merged } else { Outcome::Known })
    }

    /// Puts a part of a file where it belongs; says whether there is more here now than before. What is damaged here is
    /// put aside and replaced.
    fn put(&self, id: &ProjectId, part: &str, value: &str) -> Result<bool, BackendError> {
        let is_sealed = !matches!(part, "card" | "view");
        match self.backend.get(&key(id, part))? {
            None => self.set(&key(id, part), value)?,
            Some(here) if here == value || !is_sealed => return Ok(false),
            Some(here) if !is_whole(&key(id, part), &here) => {
                self.keep_aside(&key(id, part), &here)?;
                self.set(&key(id, part), value)?;
            }
            // Two of the same moment may hold different things: both count.
            Some(_) if part.starts_with("snapshot:") => {
                let other = beside(part, value);
                if self.backend.get(&key(id, &other))?.is_some() {
                    return Ok(false);
                }
                self.set(&key(id, &other), value)?;
            }
            Some(_) => return Ok(false),
        }
        Ok(is_sealed)
    }

    /// Where a transcript with this source is to go.
    fn with_source(&self, id: &ProjectId, digest: &str) -> Result<Place, BackendError> {
        let same = |id: &ProjectId| -> Result<Option<bool>, BackendError> {
            // A source that is damaged here is mended.
            let source = self.backend.get(&key(id, "source"))?;
            Ok(source.map(|source| seal::open(&source).is_none_or(|source| sha256(&source) == digest)))
        };
        if let Some(is_same) = same(id)? {
            return Ok(if is_same { Place::Here(id.clone()) } else { Place::Taken });
        }
        for (other, card) in self.list()? {
            if card.is_some_and(|card| card.sha256 == digest) && same(&other)? == Some(true) {
                return Ok(Place::Here(other));
            }
        }
        Ok(Place::Free)
    }

    /// Brings the counts on a card to what is marked now.
    fn recount(&self, id: &ProjectId) -> Result<(), BackendError> {
        let Some(opened) = self.open(id)? else { return Ok(()) };
        let count = |kind| opened.project.annotations().filter(|(.., annotation)| annotation.kind() == kind).count();
        let card: Option<Card> = self.get_json(&key(id, "card"))?;
        let card =
            Card { claims: count(Kind::Claim), commitments: count(Kind::Commitment), ..card.unwrap_or_default() };
        self.set_json(&key(id, "card"), &card)
    }
}

/// Whether what is stored at `key` is what was written there.
fn is_whole(key: &str, sealed: &str) -> bool {
    seal::open(sealed).is_some_and(|json| key.ends_with(":source") || belongs(key, &json))
}

/// Where a transcript of a file is to go.
enum Place {
    /// To this one, which has the same source.
    Here(ProjectId),
    /// Where it was.
    Free,
    /// Another source has its identifier.
    Taken,
}

/// What came of one transcript of a file.
enum Outcome {
    Added,
    Merged,
    Known,
    Damaged,
}

#[cfg(test)]
mod tests;
