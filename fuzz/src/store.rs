//! What is stored, damaged in any way, and files that come from anywhere.

use jiff::Timestamp;

use crate::{
    exchange,
    journal::{Backend as _, Card, Journal, Memory, Opened, Packed, Record},
    laws::Picks,
    model::{
        Annotation, AnnotationId, Change, Colour, Edit, History, Kind, KindEntry, Origin, Passage, Project, ProjectId,
        Replica, Transcript,
    },
    reader,
    text::Quote,
};

const SOURCE: &str = include_str!("../../samples/meeting.txt");

/// How many things are done in the project before anything is damaged.
const ACTS: usize = 6;

/// A store in which something was done, act by act.
struct Base {
    values: Vec<(String, String)>,
    /// Each act, and the key under which it is stored.
    acts: Vec<(String, Record)>,
    /// A project file of it.
    file: Vec<u8>,
}

thread_local! {
    static BASE: Base = Base::new();
}

impl Base {
    fn new() -> Self {
        let (memory, id) = (Memory::default(), id());
        let journal = Journal::new(&memory);
        journal.save(&id, Some(&Packed::at_once(SOURCE)), &[], &Card::default());
        let transcript = reader::read(SOURCE);
        let (mut project, mut acts) = (Project::default(), Vec::new());
        for number in 0..ACTS {
            let stamp = project.next_stamp(Replica(1));
            let edits = vec![Edit { stamp, change: change(&transcript, number) }];
            let record = Record { stamp, origin: Origin::Do, edits, replaces: None };
            let before = memory.keys().expect("a store in memory");
            assert_eq!(journal.save(&id, None, std::slice::from_ref(&record), &Card::default()), (1, None));
            let key = memory.keys().expect("a store in memory").into_iter();
            let key = key.filter(|key| key.contains(":log:")).find(|key| !before.contains(key));
            record.apply(&mut project, &mut History::default());
            acts.push((key.expect("each act has a key"), record));
        }
        let values = memory.keys().expect("a store in memory").into_iter();
        let values = values.map(|key| (key.clone(), memory.get(&key).unwrap_or_default().unwrap_or_default()));
        let file = exchange::export(&transcript, &project, Timestamp::UNIX_EPOCH).json.into_bytes();
        Self { values: values.collect(), acts, file }
    }

    /// The store as it was before anything was damaged.
    fn memory(&self) -> Memory {
        let memory = Memory::default();
        for (key, value) in &self.values {
            memory.set(key, value).expect("a store in memory");
        }
        memory
    }
}

fn id() -> ProjectId {
    ProjectId::from_random(1)
}

/// What is in a store that has the project.
fn opened(journal: &Journal<&Memory>) -> Opened {
    journal.open(&id()).expect("a store in memory").expect("a project")
}

fn change(transcript: &Transcript, number: usize) -> Change {
    let id = AnnotationId::from_random(number as u64);
    match number {
        0 => Change::Title("A title".into()),
        1 => Change::Kind(
            crate::model::KindId::from_random(7),
            Some(KindEntry { name: "Promise".into(), key: None, colour: Colour::Pink, help: String::new() }),
        ),
        _ => {
            let paragraph = transcript.paragraphs[number].text;
            let source = transcript.to_source(paragraph);
            let exact = transcript.words(paragraph).to_owned();
            let quote = Quote { exact, prefix: String::new(), suffix: String::new() };
            let kind = if number % 2 == 0 { Kind::Claim } else { Kind::Commitment };
            let annotation = Annotation::new(kind, Passage { source, quote }, Timestamp::UNIX_EPOCH);
            Change::Annotation(id, Some(annotation.into()))
        }
    }
}

/// A store in which values are changed, cut off, taken away, put where they do not belong, or added. What was left alone
/// is there; and nothing else is.
pub fn store(bytes: &[u8]) {
    BASE.with(|base| store_of(base, bytes));
}

fn store_of(base: &Base, bytes: &[u8]) {
    let mut picks = Picks(bytes);
    let memory = base.memory();
    while !picks.0.is_empty() {
        damage(&memory, &base.values, &mut picks);
    }
    let is_whole = |key: &str| {
        let here = memory.get(key).expect("a store in memory");
        base.values.iter().any(|(known, value)| known == key && here.as_ref() == Some(value))
    };
    let mut expected = Project::default();
    for (_, record) in base.acts.iter().filter(|(key, _)| is_whole(key)) {
        record.apply(&mut expected, &mut History::default());
    }
    let journal = Journal::new(&memory);
    let (_, _) = (journal.usage(), journal.backup());
    for _ in 0..2 {
        if let Ok(Some(opened)) = journal.open(&id()) {
            assert_eq!(opened.project, expected, "what was left alone, and nothing else");
        }
        let _ = journal.list();
    }
    // Taking the whole back mends whatever was damaged.
    if journal.may_write().is_ok() && memory.get(&format!("griffier:t:{}:deleted", id())) == Ok(None) {
        mend(&journal, base);
    }
}

fn mend(journal: &Journal<&Memory>, base: &Base) {
    let whole = base.memory();
    let whole = Journal::new(&whole);
    let backup = whole.backup().expect("a store in memory");
    if journal.restore(&backup).is_ok_and(|restored| restored.damaged == 0) {
        let (all, mended) = (opened(&whole), opened(journal));
        assert_eq!((mended.project, mended.source), (all.project, all.source));
    }
}

fn damage(memory: &Memory, values: &[(String, String)], picks: &mut Picks<'_>) {
    let what = picks.byte();
    let (key, value) = &values[usize::from(picks.byte()) % values.len()];
    let (other, _) = &values[usize::from(picks.byte()) % values.len()];
    let at = usize::from(picks.byte()) << 8 | usize::from(picks.byte());
    let at = value.floor_char_boundary(at % value.len().max(1));
    let rest = || String::from_utf8_lossy(&picks.0[..picks.0.len().min(200)]).into_owned();
    let _ = match what % 6 {
        0 => memory.remove(key),
        1 => memory.set(key, &value[..at]),
        2 => memory.set(key, &rest()),
        3 => memory.set(key, &format!("{}{}{}", &value[..at], rest(), &value[at..])),
        // A whole value where it does not belong.
        4 => memory.set(other, value),
        _ => memory.set(&format!("griffier:t:{}:{}", id(), rest()), value),
    };
    if matches!(what % 6, 2 | 3 | 5) {
        picks.0 = &picks.0[picks.0.len().min(200)..];
    }
}

/// Any file: a project file or a backup with some bytes changed, or whatever it is.
pub fn file(bytes: &[u8]) {
    BASE.with(|base| file_of(base, bytes));
}

fn file_of(base: &Base, bytes: &[u8]) {
    let mut file = bytes.to_vec();
    if let Some((0..=127, changes)) = bytes.split_first() {
        file.clone_from(&base.file);
        for change in changes.chunks(4) {
            let at = change.iter().take(2).fold(0, |at, byte| at << 8 | usize::from(*byte)) % file.len();
            let to = file.len().min(at + usize::from(change.get(2).copied().unwrap_or_default() % 16));
            file.splice(at..to, change.get(3).copied());
        }
    }
    if let Ok(imported) = exchange::import(&file) {
        let source = &imported.transcript.source;
        for edit in &imported.edits {
            let Change::Annotation(_, Some(annotation)) = &edit.change else { continue };
            for passage in annotation.pieces().filter(|passage| !passage.source.is_empty()) {
                assert!(passage.source.of(source).is_some(), "a passage stands in the source");
            }
        }
    }
    let memory = base.memory();
    let journal = Journal::new(&memory);
    let before = opened(&journal);
    let _ = journal.restore(&String::from_utf8_lossy(&file));
    assert_eq!(before.source, opened(&journal).source, "the text here is never another");
}
