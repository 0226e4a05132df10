//! Keeping projects over a small key-value store: a log of edits, folded into snapshots.
//!
//! # Keys
//! Every key begins with `griffier:`. `ID` is that of a project, `STAMP` a stamp that sorts as text.
//!
//! | key | value |
//! |---|---|
//! | `griffier:version` | the version of this layout, [`VERSION`] |
//! | `griffier:settings` | the user's settings |
//! | `griffier:t:ID:source` | the source, sealed |
//! | `griffier:t:ID:log:STAMP` | one act of the user: a [`Record`], sealed |
//! | `griffier:t:ID:snapshot:STAMP` | a state with its history, and the records folded into it, sealed |
//! | `griffier:t:ID:card` | what the list of transcripts shows; written anew with each act |
//! | `griffier:t:ID:view` | where the reader was |
//! | `griffier:t:ID:exported` | when it was last exported |
//! | `griffier:t:ID:deleted` | the project is being deleted |
//! | `griffier:t:ID:aside:…` | a value that is not what was written there |
//! | `griffier:backed-up` | when everything was last handed out as a file |
//!
//! # Why a crash loses nothing
//! A record is acknowledged when its key is written, and never changed. A snapshot is written under a new key
//! first; only then are the records and snapshots that it holds removed. In between both are there, and applying
//! an edit twice is the same as once. A deletion writes its mark first and removes it last.
//!
//! A sealed value has a check sum, and is packed where it is long: an ordinary debate takes a fifth of its length.

mod backend;
mod backup;
mod record;
mod room;
mod seal;

use std::{collections::BTreeSet, rc::Rc, str::FromStr};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use backend::{Backend, BackendError, Memory};
pub use backup::{RestoreError, Restored, is_backup};
pub use record::{Opened, Record};
pub use room::{ROOM, Usage};

use crate::{
    model::{ProjectId, Stamp, at_once, unhurried},
    text::sha256,
};

/// The version of the layout of keys and values.
pub const VERSION: u32 = 1;

/// What every key begins with.
pub const PREFIX: &str = "griffier:";

/// After how many records a log is folded.
const FOLD_AT: usize = 64;

/// How often a project is read anew whose log another tab folds meanwhile.
const READ_AGAIN: usize = 3;

/// What the list of transcripts shows of one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The title.
    pub title: String,
    /// The day of the meeting, `2031-03-12`; empty where it is not known.
    pub date: String,
    /// How many claims are marked.
    pub claims: usize,
    /// How many commitments are marked.
    pub commitments: usize,
    /// When it was last changed (RFC 3339).
    pub changed: String,
    /// The SHA-256 of the source, in hexadecimal digits.
    pub sha256: String,
}

/// A source as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed(Rc<str>);

impl Packed {
    /// Packs a source, which of a long one takes some time.
    pub async fn new(source: &str, pace: &impl AsyncFn(f64)) -> Self {
        Self(seal::seal_paced(source, pace).await.into())
    }

    /// Packs a source.
    #[must_use]
    pub fn at_once(source: &str) -> Self {
        at_once(Self::new(source, &unhurried))
    }
}

/// A project as read, the keys of its log and snapshots, and what is damaged there.
type ReadParts = (Opened, Vec<String>, Vec<(String, String)>);

/// The projects in a store.
#[derive(Clone, Debug)]
pub struct Journal<B> {
    backend: B,
    /// How many records are left in the log before opening folds them into a snapshot.
    fold_at: usize,
}

impl<B: Backend> Journal<B> {
    /// The projects in `backend`.
    #[must_use]
    pub fn new(backend: B) -> Self {
        Self { backend, fold_at: FOLD_AT }
    }

    /// The store.
    #[must_use]
    pub fn into_backend(self) -> B {
        self.backend
    }

    /// The projects, each with its card, where that can be read. Ends what a crash has left of deletions.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn list(&self) -> Result<Vec<(ProjectId, Option<Card>)>, BackendError> {
        let keys = self.backend.keys()?;
        for id in keys.iter().filter_map(|key| project_of(key, "deleted")) {
            self.delete(&id)?;
        }
        // One whose source is gone is listed as well: whoever opens it is told.
        let ids = keys.iter().filter_map(|key| project_of(key, "source").or_else(|| project_of(key, "card")));
        let alive = ids.collect::<BTreeSet<_>>().into_iter().filter(|id| !keys.contains(&key(id, "deleted")));
        alive.map(|id| Ok((id.clone(), self.get_json(&key(&id, "card"))?))).collect()
    }

    /// Writes what is not yet written of a project: its source, if that is given, then its records, oldest first,
    /// then its card. Gives how many records are kept now, and what stopped the others. Of a project whose source
    /// found no room nothing is left behind.
    pub fn save(
        &self,
        id: &ProjectId,
        source: Option<&Packed>,
        records: &[Record],
        card: &Card,
    ) -> (usize, Option<BackendError>) {
        if let Some(source) = source
            && let Err(error) = self.create(id, source)
        {
            return (0, Some(error));
        }
        for (written, record) in records.iter().enumerate() {
            if let Err(error) = self.append(id, record) {
                return (written, Some(error));
            }
        }
        // A card that is not written is written with the next act; it is no reason to alarm anybody.
        let _ = self.set_json(&key(id, "card"), card);
        (records.len(), None)
    }

    fn create(&self, id: &ProjectId, source: &Packed) -> Result<(), BackendError> {
        self.set(&format!("{PREFIX}version"), &VERSION.to_string())?;
        let key = key(id, "source");
        // A damaged one is mended with the same source, and still not thrown away.
        if let Some(damaged) = self.backend.get(&key)?.filter(|here| **here != *source.0) {
            self.keep_aside(&key, &damaged)?;
        }
        self.set(&key, &source.0)
    }

    /// Reads a project, and folds a long log into a snapshot. `None` where there is no such project.
    ///
    /// # Errors
    /// When the store cannot be read. A failure to fold is no error: nothing is lost by not folding.
    pub fn open(&self, id: &ProjectId) -> Result<Option<Opened>, BackendError> {
        at_once(self.open_paced(id, &unhurried))
    }

    /// Reads a project as [`Journal::open`] does, in steps: that of a long one takes some time.
    ///
    /// # Errors
    /// As there.
    pub async fn open_paced(&self, id: &ProjectId, pace: &impl AsyncFn(f64)) -> Result<Option<Opened>, BackendError> {
        let Some((opened, parts, damaged)) = self.read_paced(id, pace).await? else { return Ok(None) };
        for (key, value) in damaged {
            // Meanwhile another tab may have put it right.
            if !matches!(self.backend.get(&key), Ok(Some(there)) if there == value) {
                continue;
            }
            // Where there is no room to keep it aside, it is reported again the next time.
            if self.keep_aside(&key, &value).is_ok() {
                let _ = self.remove(&key);
            }
        }
        if opened.records > self.fold_at {
            let _ = self.fold(id, &opened, &parts);
        }
        Ok(Some(opened))
    }

    /// Reads a project as [`Journal::open_paced`] does, and leaves everything in the store as it is.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn look_paced(&self, id: &ProjectId, pace: &impl AsyncFn(f64)) -> Result<Option<Opened>, BackendError> {
        Ok(self.read_paced(id, pace).await?.map(|(opened, ..)| opened))
    }

    /// What is stored of a project, the keys of what its log is made of, and what is damaged there, key and value.
    async fn read_paced(&self, id: &ProjectId, pace: &impl AsyncFn(f64)) -> Result<Option<ReadParts>, BackendError> {
        let mut read = self.read_once(id, pace).await?;
        // Another tab has folded the log under one's hands: what is gone from it is in the snapshot.
        for _ in 0..READ_AGAIN {
            if read.as_ref().is_none_or(|(.., is_whole)| *is_whole) {
                break;
            }
            read = self.read_once(id, pace).await?;
        }
        Ok(read.map(|(parts, _)| parts))
    }

    /// The same, and whether everything was there that was listed.
    async fn read_once(
        &self,
        id: &ProjectId,
        pace: &impl AsyncFn(f64),
    ) -> Result<Option<(ReadParts, bool)>, BackendError> {
        let source = match self.backend.get(&key(id, "source"))? {
            Some(source) => source,
            None if self.backend.get(&key(id, "card"))?.is_some() => String::new(),
            None => return Ok(None),
        };
        pace(0.0).await;
        let mut opened = Opened::default();
        opened.exported = self.exported(id);
        match seal::open_paced(&source, pace).await {
            Some(value) => {
                opened.sha256 = seal::stated_digest(&source).map_or_else(|| sha256(&value), str::to_owned);
                opened.source = Rc::from(value);
                opened.has_source = true;
            }
            None => opened.damaged.push(key(id, "source")),
        }
        drop(source);
        pace(1.0).await;
        let (mut parts, mut damaged, mut is_whole) = (Vec::new(), Vec::new(), true);
        let mut keys = self.backend.keys()?;
        keys.sort_unstable();
        for part in ["snapshot:", "log:"] {
            let prefix = key(id, part);
            for key in keys.iter().filter(|key| key.starts_with(&prefix)) {
                let Some(value) = self.backend.get(key)? else {
                    is_whole = false;
                    continue;
                };
                match seal::open_paced(&value, pace).await {
                    Some(json) if opened.add(part, key, &json, pace).await => parts.push(key.clone()),
                    _ => {
                        opened.damaged.push(key.clone());
                        damaged.push((key.clone(), value));
                    }
                }
                pace(1.0).await;
            }
        }
        Ok(Some(((opened, parts, damaged), is_whole)))
    }

    /// Writes one act of the user. When this returns, the act is kept.
    fn append(&self, id: &ProjectId, record: &Record) -> Result<(), BackendError> {
        let log = |stamp| key(id, &format!("log:{}", sortable(stamp)));
        self.set(&log(record.stamp), &seal::seal(&record.to_json()))?;
        if let Some(stamp) = record.replaces {
            // Left behind, it would do no harm.
            let _ = self.remove(&log(stamp));
        }
        Ok(())
    }

    /// Keeps a value that is not what was written in another place.
    fn keep_aside(&self, from: &str, value: &str) -> Result<(), BackendError> {
        let Some((project, part)) = split(from) else { return Ok(()) };
        let place = format!("{PREFIX}t:{project}:aside:{part}");
        let is_free = self.backend.get(&place)?.is_none_or(|there| there == value);
        self.set(&if is_free { place } else { beside(&place, value) }, value)
    }

    /// When a project, or everything, was last handed out as a file.
    fn exported(&self, id: &ProjectId) -> Option<Timestamp> {
        let keys = [export_key(Some(id)), export_key(None)];
        keys.iter().filter_map(|key| self.backend.get(key).ok()??.parse().ok()).max()
    }

    /// Notes that a project was handed out as a file, or everything where none is named.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn note_export(&self, id: Option<&ProjectId>, now: Timestamp) -> Result<(), BackendError> {
        self.set(&export_key(id), &now.to_string())
    }

    /// Where the reader was, as the page wrote it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn view<T: for<'de> Deserialize<'de>>(&self, id: &ProjectId) -> Result<Option<T>, BackendError> {
        self.get_json(&key(id, "view"))
    }

    /// Notes where the reader is.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn set_view<T: Serialize>(&self, id: &ProjectId, view: &T) -> Result<(), BackendError> {
        self.set_json(&key(id, "view"), view)
    }

    /// The user's settings.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn settings<T: for<'de> Deserialize<'de>>(&self) -> Result<Option<T>, BackendError> {
        self.get_json(&format!("{PREFIX}settings"))
    }

    /// Keeps the user's settings.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn set_settings<T: Serialize>(&self, settings: &T) -> Result<(), BackendError> {
        self.set_json(&format!("{PREFIX}settings"), settings)
    }

    /// Removes a project.
    ///
    /// # Errors
    /// When the store cannot be written; the next [`Journal::list`] then ends what was begun.
    pub fn delete(&self, id: &ProjectId) -> Result<(), BackendError> {
        // A full store may refuse even the mark; removing is then still better than not.
        let _ = self.set(&key(id, "deleted"), "");
        let mark = key(id, "deleted");
        for key in self.backend.keys()?.iter().filter(|found| found.starts_with(&key(id, "")) && **found != mark) {
            self.remove(key)?;
        }
        self.remove(&mark)
    }

    fn fold(&self, id: &ProjectId, opened: &Opened, parts: &[String]) -> Result<(), BackendError> {
        let snapshot = key(id, &format!("snapshot:{}", sortable(opened.last)));
        self.set(&snapshot, &seal::seal(&opened.to_snapshot(parts)))?;
        parts.iter().filter(|key| **key != snapshot).try_for_each(|key| self.remove(key))
    }

    /// Whether this version of the program may write here.
    ///
    /// # Errors
    /// [`BackendError::Newer`] where a later version wrote what is stored; when the store cannot be read.
    pub fn may_write(&self) -> Result<(), BackendError> {
        let version = self.version()?;
        if version > VERSION { Err(BackendError::Newer(version)) } else { Ok(()) }
    }

    /// The version of the layout of what is stored; of an empty store, this one's.
    fn version(&self) -> Result<u32, BackendError> {
        let version = self.backend.get(&format!("{PREFIX}version"))?;
        Ok(version.and_then(|version| version.parse().ok()).unwrap_or(VERSION))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), BackendError> {
        self.may_write()?;
        self.backend.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), BackendError> {
        self.may_write()?;
        self.backend.remove(key)
    }

    fn get_json<T: for<'de> Deserialize<'de>>(&self, key: &str) -> Result<Option<T>, BackendError> {
        Ok(self.backend.get(key)?.and_then(|json| serde_json::from_str(&json).ok()))
    }

    fn set_json<T: Serialize>(&self, key: &str, value: &T) -> Result<(), BackendError> {
        let json = serde_json::to_string(value).map_err(|error| BackendError::Failed(error.to_string()))?;
        self.set(key, &json)
    }
}

/// What a change of the store by another tab means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Somebody did something in this project.
    Record(ProjectId, Record),
    /// This project was deleted.
    Deleted(ProjectId),
    /// The list of transcripts may be another.
    List,
}

/// What it means that another tab put `value` at `key`, or took away what was there. `None` for what is no news.
#[must_use]
pub fn news(key: &str, value: Option<&str>) -> Option<News> {
    if let (Some(id), Some(_)) = (project_of(key, "deleted"), value) {
        return Some(News::Deleted(id));
    }
    if project_of(key, "card").is_some() {
        return Some(News::List);
    }
    let (id, part) = split(key)?;
    part.starts_with("log:").then_some(())?;
    Some(News::Record(id.parse().ok()?, Record::from_json(&seal::open(value?)?)?))
}

fn key(id: &ProjectId, part: &str) -> String {
    format!("{PREFIX}t:{id}:{part}")
}

/// Where it stands when a project was last exported, or everything was handed out.
fn export_key(id: Option<&ProjectId>) -> String {
    id.map_or_else(|| format!("{PREFIX}backed-up"), |id| key(id, "exported"))
}

/// The name for `value` where another value has `name`.
fn beside(name: &str, value: &str) -> String {
    format!("{name}+{}", &sha256(value)[..8])
}

/// The project that a key belongs to, and which part of it is there.
fn split(key: &str) -> Option<(&str, &str)> {
    key.strip_prefix(PREFIX)?.strip_prefix("t:")?.split_once(':')
}

/// The project whose `part` has this key.
fn project_of(key: &str, part: &str) -> Option<ProjectId> {
    let (id, found) = split(key)?;
    (found == part).then(|| ProjectId::from_str(id).ok())?
}

/// The stamp as text that sorts like the stamp.
fn sortable(stamp: Stamp) -> String {
    format!("{:016x}-{:016x}", stamp.clock, stamp.replica.0)
}

#[cfg(test)]
mod schedules;
#[cfg(test)]
mod tests;
