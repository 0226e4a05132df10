//! What a person does, without a screen.

use super::*;
use crate::{
    i18n::{Lang, Text},
    journal::{Backend as _, BackendError, Journal, Memory, Opened, Packed},
    model::{Annotation, Kind, ProjectId, Replica, at_once, unhurried},
    text::ReadingSpan,
};

/// The day on which everything is done.
const TODAY: jiff::civil::Date = jiff::civil::date(2031, 4, 1);

const SAMPLE: &str = include_str!("../../samples/commissiedebat.txt");

/// The application with a store, carrying out what it wants done.
pub(super) struct Shell {
    pub(super) state: State,
    memory: Memory,
    clock: u64,
    pub(super) downloads: Vec<(String, String)>,
    /// How often it wanted to try to save again.
    later: usize,
    /// The words last shown.
    pub(super) shown: Option<ReadingSpan>,
}

impl Shell {
    pub(super) fn new() -> Self {
        Self::over(Memory::default())
    }

    fn over(memory: Memory) -> Self {
        let mut shell = Self {
            state: State::new(Lang::En, Settings::default(), Replica(1)),
            memory,
            clock: 0,
            downloads: Vec::new(),
            later: 0,
            shown: None,
        };
        shell.send(Message::Went(Route::Start));
        shell
    }

    pub(super) fn send(&mut self, message: Message) {
        self.clock += 1;
        let now = jiff::Timestamp::from_second(self.clock.cast_signed()).unwrap();
        let effects = self.state.update(message, Moment { now, today: TODAY, random: self.clock });
        for effect in effects {
            let journal = Journal::new(self.memory.clone());
            self.memory = Memory::default();
            let answer = self.carry_out(&journal, effect);
            self.memory = journal.into_backend();
            if let Some(answer) = answer {
                self.send(answer);
            }
        }
    }

    fn carry_out(&mut self, journal: &Journal<Memory>, effect: Effect) -> Option<Message> {
        match effect {
            Effect::List => Some(Message::Listed(journal.list(), journal.usage().unwrap_or_default())),
            Effect::GatherLater => Some(Message::GatherNow),
            Effect::Gather => Some(Message::Gathered(at_once(gather(journal, &unhurried)))),
            Effect::Load(id) => {
                let opened = journal.open(&id).map(|opened| opened.map(Box::<Opened>::new));
                Some(Message::Loaded(id, opened, None))
            }
            Effect::Read { id, source, project, sha256 } => {
                let read = at_once(ReadSource::new(&source, &project, sha256, &unhurried));
                Some(Message::Read(id, Box::new(read)))
            }
            Effect::Pack { id, source } => Some(Message::Packed(id, Packed::at_once(&source))),
            Effect::Save { id, source, records, card } => {
                let (written, error) = journal.save(&id, source.as_ref(), &records, &card);
                Some(Message::Saved(id, written, error))
            }
            Effect::Delete(id) => {
                let deleted = journal.delete(&id);
                Some(Message::Deleted(id, deleted))
            }
            Effect::BackUp => Some(Message::BackedUp(journal.backup())),
            Effect::Restore(json) => Some(Message::Restored(journal.restore(&json))),
            Effect::SaveLater => {
                self.later += 1;
                None
            }
            Effect::NoteExport(id, now) => {
                journal.note_export(id.as_ref(), now).unwrap();
                None
            }
            Effect::Show(words) => {
                self.shown = Some(words);
                None
            }
            Effect::Download { name, text, .. } => {
                self.downloads.push((name, text));
                None
            }
            _ => None,
        }
    }

    pub(super) fn desk(&self) -> &Desk {
        self.state.desk().expect("a transcript is open")
    }

    pub(super) fn select(&mut self, words: &str) {
        let start = self.desk().transcript.reading.find(words).expect(words);
        self.send(Message::Selected(Some(ReadingSpan::new(start..start + words.len()))));
    }

    fn quotes(&self) -> Vec<(Kind, String)> {
        let quote = |annotation: &Annotation| (annotation.kind(), annotation.passage.quote.exact.clone());
        self.desk().entries.iter().map(|entry| quote(&entry.annotation)).collect()
    }

    pub(super) fn export(&mut self) -> String {
        self.send(Message::Export);
        let json = self.downloads.pop().expect("a file").1;
        let without_time = json.lines().filter(|line| !line.contains("\"exported\""));
        without_time.collect::<Vec<_>>().join("\n")
    }

    pub(super) fn reload(self) -> Self {
        let id = self.desk().id.clone();
        let mut shell = Self::over(self.memory);
        shell.clock = self.clock;
        shell.send(Message::Went(Route::Transcript(id)));
        shell
    }
}

fn worked() -> Shell {
    let mut shell = Shell::new();
    shell.send(Message::OpenText(SAMPLE.into()));
    shell.select("Van de 214 gemalen in de Noordpolder zijn er 61 ouder dan vijftig jaar.");
    shell.send(Message::Mark(Kind::Claim));
    shell.select("door een gepensioneerde machinist");
    shell.send(Message::Mark(Kind::Commitment));
    let id = shell.desk().active.clone().unwrap();
    for text in ["M", "Ma", "Machinist"] {
        shell.send(Message::Edit(id.clone(), Field::Summary(text.into())));
    }
    shell
}

#[test]
fn a_release_waits_behind_what_happened() {
    let mut shell = Shell::new();
    shell.send(Message::ReleaseWaits);
    shell.send(Message::NothingSelected);
    let shown = |shell: &Shell| shell.state.shown_notice().map(|notice| (notice.texts[0].clone(), notice.offer));
    assert_eq!(shown(&shell), Some((Text::new("nothing-selected"), None)));
    shell.send(Message::Dismiss);
    assert_eq!(shown(&shell), Some((Text::new("release-waits"), Some(Offer::Release))));
    shell.send(Message::Dismiss);
    assert_eq!(shown(&shell), None);
}

#[test]
fn marks_and_fields_survive_a_reload() {
    let shell = worked();
    let (quotes, project) = (shell.quotes(), shell.desk().project.clone());
    assert_eq!(quotes.len(), 2);
    assert_eq!(shell.state.saved, SaveState::All);
    let shell = shell.reload();
    assert_eq!(shell.quotes(), quotes);
    assert_eq!(shell.desk().project, project);
}

#[test]
fn typing_is_one_step_of_undo_and_undo_survives_a_reload() {
    let mut shell = worked().reload();
    let summary = |shell: &Shell| shell.desk().entries.iter().map(|e| e.annotation.summary.clone()).collect::<String>();
    assert_eq!(summary(&shell), "Machinist");
    shell.send(Message::UndoSteps(1));
    assert_eq!(summary(&shell), "");
    shell.send(Message::RedoSteps(1));
    assert_eq!(summary(&shell), "Machinist");
    for left in [2, 1, 0, 0] {
        shell.send(Message::UndoSteps(1));
        assert_eq!(shell.quotes().len(), left);
    }
    let mut shell = shell.reload();
    for left in [1, 2, 2, 2] {
        shell.send(Message::RedoSteps(1));
        assert_eq!(shell.quotes().len(), left);
    }
    assert_eq!(summary(&shell), "Machinist");
}

#[test]
fn export_clear_import_export_gives_the_same_file() {
    let mut shell = worked();
    let id = shell.desk().id.clone();
    shell.send(Message::Title(id, "Dijken".into()));
    let first = shell.desk().entries[0].id.clone();
    shell.send(Message::Erase(first));
    let exported = shell.export();
    let file = format!("{exported}\n");
    let mut elsewhere = Shell::new();
    let with_time = file.replacen("\"unit\"", "\"exported\": \"2031-01-01T00:00:00Z\",\n  \"unit\"", 1);
    elsewhere.send(Message::OpenFile(with_time.into_bytes()));
    assert_eq!(elsewhere.export(), exported);
    let mut elsewhere = elsewhere.reload();
    assert_eq!(elsewhere.export(), exported);
}

#[test]
fn importing_into_what_is_here_doubles_nothing() {
    let mut shell = worked();
    shell.send(Message::Export);
    let file = shell.downloads.pop().unwrap().1.into_bytes();
    let id = shell.desk().entries[0].id.clone();
    shell.send(Message::Edit(id, Field::Note("later".into())));
    shell.select("elke zeedijk");
    shell.send(Message::Mark(Kind::Claim));
    let (quotes, project) = (shell.quotes(), shell.desk().project.clone());
    shell.send(Message::Went(Route::Start));
    shell.send(Message::OpenFile(file));
    assert_eq!(shell.quotes(), quotes);
    assert_eq!(shell.desk().project, project, "the later values stay");
    assert_eq!(shell.state.cards.len(), 1);
}

#[test]
fn opening_the_same_text_again_shows_what_is_there() {
    let mut shell = worked();
    shell.send(Message::Went(Route::Start));
    shell.send(Message::OpenText(SAMPLE.into()));
    assert_eq!(shell.quotes().len(), 2);
    shell.send(Message::Went(Route::Start));
    assert_eq!(shell.state.cards.len(), 1);
    let card = shell.state.cards[0].1.clone().unwrap();
    assert_eq!((card.claims, card.commitments, card.date.as_str()), (1, 1, "2031-03-12"));
}

#[test]
fn what_a_full_store_refuses_stays_and_is_written_later() {
    let mut shell = worked();
    shell.memory.fail_after(0, BackendError::Full);
    shell.select("elke zeedijk");
    shell.send(Message::Mark(Kind::Claim));
    assert_eq!(shell.state.saved, SaveState::Not(BackendError::Full));
    let notice = shell.state.notice.clone().unwrap();
    assert_eq!((notice.offer, &notice.texts[..]), (Some(Offer::Export), &[Text::new("not-saved-full")][..]));
    assert_eq!(shell.quotes().len(), 3);
    assert_eq!(std::mem::take(&mut shell.later), 1);
    shell.send(Message::SaveAgain);
    assert_eq!((&shell.state.saved, shell.later), (&SaveState::Not(BackendError::Full), 1), "still full");
    shell.memory.heal();
    shell.send(Message::SaveAgain);
    assert_eq!((&shell.state.saved, &shell.state.notice), (&SaveState::All, &None));
    shell.select("40 miljoen");
    shell.send(Message::Mark(Kind::Claim));
    assert_eq!(shell.state.saved, SaveState::All);
    assert_eq!(shell.reload().quotes().len(), 4);
}

#[test]
fn a_transcript_that_could_not_be_kept_is_kept_with_the_next_act() {
    let mut shell = Shell::new();
    shell.memory.fail_after(0, BackendError::Full);
    shell.send(Message::OpenText(SAMPLE.into()));
    assert_eq!(shell.state.saved, SaveState::Not(BackendError::Full));
    shell.memory.heal();
    shell.select("elke zeedijk");
    shell.send(Message::Mark(Kind::Claim));
    assert_eq!(shell.state.saved, SaveState::All);
    assert_eq!(shell.reload().quotes().len(), 1);
}

#[test]
fn what_is_not_saved_waits_while_the_user_makes_room() {
    let mut shell = worked();
    let first = shell.desk().id.clone();
    shell.memory.fail_after(0, BackendError::Full);
    shell.select("elke zeedijk");
    shell.send(Message::Mark(Kind::Claim));
    shell.send(Message::Went(Route::Start));
    assert!(shell.state.is_unsaved());
    shell.send(Message::OpenText("Pike: Hello.\n\nDoyle: Hello.\n\nPike: Bye.\n\nDoyle: Bye.\n".into()));
    let second = shell.desk().id.clone();
    shell.send(Message::Went(Route::Transcript(first.clone())));
    assert_eq!(shell.quotes().len(), 3, "as it was left");
    shell.send(Message::Went(Route::Start));
    shell.memory.heal();
    shell.send(Message::Delete(ProjectId::from_random(77)));
    assert!(!shell.state.is_unsaved(), "both found room");
    assert_eq!(shell.state.saved, SaveState::All);
    let mut shell = Shell::over(shell.memory);
    shell.send(Message::Went(Route::Transcript(first)));
    assert_eq!(shell.quotes().len(), 3);
    shell.send(Message::Went(Route::Transcript(second)));
    assert_eq!(shell.desk().transcript.turns.len(), 4);
}

#[test]
fn what_could_not_be_kept_is_in_the_list_all_the_same() {
    let mut shell = Shell::new();
    shell.memory.fail_after(0, BackendError::Denied);
    shell.send(Message::OpenText(SAMPLE.into()));
    let id = shell.desk().id.clone();
    shell.select("elke zeedijk");
    shell.send(Message::Mark(Kind::Claim));
    shell.send(Message::Went(Route::Start));
    let listed = shell.state.cards.clone();
    assert_eq!(listed.iter().map(|(id, card)| (id, card.as_ref().unwrap().claims)).collect::<Vec<_>>(), [(&id, 1)]);
    shell.send(Message::OpenText(SAMPLE.into()));
    assert_eq!((shell.desk().id.clone(), shell.quotes().len()), (id, 1), "not a second one");
}

#[test]
fn bad_input_is_answered_and_changes_nothing() {
    let mut shell = Shell::new();
    let large = vec![b'a'; exchange_limit() + 1];
    let inputs: [&[u8]; 9] = [
        b"[1, 2]",
        b"\xef\xbb\xbf{\"a\": 1}",
        b"",
        b" \n ",
        b"PK\x03\x04",
        &large,
        b"{\"a\": 1}",
        b"{\"format\": \"griffier\", ",
        b"{\"format\": \"griffier\", \"version\": 99}",
    ];
    for input in inputs {
        shell.send(Message::OpenFile(input.to_vec()));
        let notice = shell.state.notice.take().expect("a sentence");
        assert_eq!(notice.tone, Tone::Problem);
        assert!(shell.state.desk().is_none() && shell.state.cards.is_empty());
    }
    shell.send(Message::Went(Route::Transcript(ProjectId::from_random(9))));
    assert!(shell.state.notice.is_some() && shell.state.desk().is_none());
}

fn exchange_limit() -> usize {
    crate::reader::MAX_SOURCE_BYTES
}

#[test]
fn a_text_without_speakers_opens_and_says_so() {
    let mut shell = Shell::new();
    shell.send(Message::OpenText("Een alinea.\n\nNog een.".into()));
    assert_eq!(shell.desk().transcript.turns.len(), 2);
    assert!(shell.state.notice.is_some());
}

#[test]
fn deleting_asks_first() {
    let mut shell = worked();
    let id = shell.desk().id.clone();
    shell.send(Message::Went(Route::Start));
    shell.send(Message::AskDelete(Some(id.clone())));
    assert_eq!(shell.state.cards.len(), 1);
    shell.send(Message::Delete(id));
    assert!(shell.state.cards.is_empty() && shell.state.asking.is_none());
}

#[test]
fn blocks_that_did_not_change_are_not_drawn_again() {
    let mut shell = worked();
    let before = shell.desk().marks.clone();
    shell.select("elke zeedijk");
    shell.send(Message::Mark(Kind::Claim));
    let after = shell.desk().marks.clone();
    let changed = before.iter().zip(after.iter()).filter(|(a, b)| !std::rc::Rc::ptr_eq(a, b)).count();
    assert_eq!(changed, 1);
}

#[test]
fn keys_mean_what_the_table_says() {
    let shell = worked();
    let press = |key: &str, primary, shift, typing| KeyPress { key: key.into(), primary, shift, alt: false, typing };
    let message =
        |press: &KeyPress| shell.state.command_for(press).and_then(|command| shell.state.message_for(command));
    assert!(matches!(message(&press("z", true, false, false)), Some(Message::UndoSteps(1))));
    assert!(matches!(message(&press("Z", true, true, false)), Some(Message::RedoSteps(1))));
    assert!(matches!(message(&press("?", false, true, false)), Some(Message::Show(Some(Panel::Help)))));
    assert!(matches!(message(&press("1", false, false, false)), Some(Message::NothingSelected)));
    assert!(shell.state.command_for(&press("1", false, false, true)).is_none(), "not while typing");
    assert!(shell.state.command_for(&press("1", true, false, false)).is_none(), "Ctrl+1 is the browser's");
}

#[test]
fn addresses_lead_back_to_where_they_came_from() {
    for route in [Route::Start, Route::Transcript(ProjectId::from_random(0xabc))] {
        assert_eq!(Route::parse(&route.fragment()), route);
    }
    for unknown in ["", "#", "#/x"] {
        assert_eq!(Route::parse(unknown), Route::Start);
    }
    for nowhere in ["#/t/", "#/t/xyz"] {
        assert_eq!(Route::parse(nowhere), Route::Nowhere);
    }
}

const SMALL: &str = "Pike: Hello dear all.\n\nDoyle: Hello again.\n\nPike: Bye now.\n\nDoyle: Bye then.\n";

/// The exported file of a small meeting with one claim.
fn file_of_a_small_meeting() -> serde_json::Value {
    let mut shell = Shell::new();
    shell.send(Message::OpenText(SMALL.into()));
    shell.select("dear");
    shell.send(Message::Mark(Kind::Claim));
    shell.send(Message::Export);
    serde_json::from_str(&shell.downloads.pop().unwrap().1).unwrap()
}

fn import_into(shell: &mut Shell, file: &serde_json::Value) {
    shell.send(Message::Went(Route::Start));
    shell.send(Message::OpenFile(file.to_string().into_bytes()));
}

#[test]
fn a_file_whose_stamps_cannot_be_is_reported_and_spoils_nothing() {
    for stamp in ["18446744073709551615-0000000000000009", "0-0000000000000000"] {
        let mut file = file_of_a_small_meeting();
        file["annotations"][0]["stamp"] = stamp.into();
        let mut shell = Shell::new();
        import_into(&mut shell, &file);
        assert_eq!(shell.quotes(), []);
        assert_eq!(shell.state.notice.as_ref().unwrap().texts.len(), 3, "added, left out, and why");
        for words in ["Bye now", "again"] {
            shell.select(words);
            shell.send(Message::Mark(Kind::Claim));
        }
        assert_eq!(shell.reload().quotes().len(), 2);
    }
}

#[test]
fn two_entries_with_one_identifier_are_undone_together() {
    let mut file = file_of_a_small_meeting();
    let mut second = file["annotations"][0].clone();
    second["stamp"] = "9-0000000000000001".into();
    second["note"] = "second".into();
    file["annotations"].as_array_mut().unwrap().push(second);
    let mut shell = Shell::new();
    shell.send(Message::OpenText(SMALL.into()));
    import_into(&mut shell, &file);
    let notes = |shell: &Shell| shell.desk().entries.iter().map(|e| e.annotation.note.clone()).collect::<Vec<_>>();
    assert_eq!(notes(&shell), ["second"]);
    shell.send(Message::UndoSteps(1));
    assert_eq!(shell.quotes(), []);
    shell.send(Message::RedoSteps(1));
    assert_eq!(notes(&shell), ["second"]);
}

#[test]
fn a_file_is_merged_into_its_own_transcript_or_into_none() {
    let file = file_of_a_small_meeting();
    let mut shell = Shell::new();
    shell.send(Message::OpenText(SMALL.into()));
    let small = shell.desk().id.clone();
    shell.send(Message::OpenText(SAMPLE.into()));
    let sample = shell.desk().id.clone();

    // Its transcript waits in memory for room in the store.
    shell.send(Message::Went(Route::Transcript(small.clone())));
    shell.memory.fail_after(0, BackendError::Full);
    shell.select("again");
    shell.send(Message::Mark(Kind::Claim));
    import_into(&mut shell, &file);
    assert_eq!(shell.quotes().len(), 2);
    shell.memory.heal();
    shell.send(Message::Went(Route::Transcript(sample.clone())));
    assert_eq!(shell.quotes(), []);

    // The text of its transcript is damaged: the file has it.
    shell.memory.set(&format!("griffier:t:{small}:source"), "damaged").unwrap();
    shell.send(Message::Went(Route::Start));
    shell.state = State::new(Lang::En, Settings::default(), Replica(2));
    shell.send(Message::Went(Route::Transcript(small.clone())));
    assert_eq!(shell.state.notice.as_ref().unwrap().texts, [Text::new("error-source-damaged")]);
    import_into(&mut shell, &file);
    assert_eq!((&shell.desk().id, shell.quotes().len()), (&small, 1));
    let mut shell = shell.reload();
    assert_eq!(shell.quotes().len(), 1);
    shell.send(Message::Went(Route::Transcript(sample)));
    assert_eq!(shell.quotes(), []);
}

#[test]
fn what_is_deleted_while_it_waits_for_room_stays_deleted() {
    let mut shell = worked();
    let id = shell.desk().id.clone();
    shell.memory.fail_after(0, BackendError::Full);
    shell.select("elke zeedijk");
    shell.send(Message::Mark(Kind::Claim));
    shell.send(Message::Went(Route::Start));
    shell.memory.heal();
    shell.send(Message::OpenText(SMALL.into()));
    assert!(shell.state.is_unsaved() && shell.state.saved != SaveState::All, "the first still waits");
    shell.send(Message::Delete(id.clone()));
    let left: Vec<_> = shell.memory.keys().unwrap().into_iter().filter(|key| key.contains(id.as_str())).collect();
    assert_eq!(left, Vec::<String>::new());
    assert!(!shell.state.is_unsaved());
}

#[test]
fn what_was_deleted_later_is_not_brought_back_by_a_file_and_the_user_is_told() {
    let mut shell = Shell::new();
    import_into(&mut shell, &file_of_a_small_meeting());
    let id = shell.desk().entries[0].id.clone();
    shell.send(Message::Erase(id));
    import_into(&mut shell, &file_of_a_small_meeting());
    assert_eq!(shell.quotes(), []);
    let texts = &shell.state.notice.as_ref().unwrap().texts;
    assert_eq!(texts[1], crate::i18n::Text::new("import-deleted").with("count", 1));
}

#[test]
fn typing_leaves_two_records_however_long_it_is() {
    let mut shell = worked();
    let id = shell.desk().active.clone().unwrap();
    let records = |shell: &Shell| shell.memory.keys().unwrap().iter().filter(|key| key.contains(":log:")).count();
    let before = records(&shell);
    for length in 1..200 {
        shell.send(Message::Edit(id.clone(), Field::Note("a".repeat(length))));
    }
    assert_eq!(records(&shell), before + 2);
    let mut shell = shell.reload();
    let note = |shell: &Shell| shell.desk().entry(&id).unwrap().annotation.note.len();
    assert_eq!(note(&shell), 199);
    shell.send(Message::UndoSteps(1));
    assert_eq!(note(&shell), 0);
}

#[test]
fn a_selection_that_cuts_words_marks_them_whole_and_only_once() {
    let mut shell = Shell::new();
    shell.send(Message::OpenText(SMALL.into()));
    for words in ["ello dear al", "Hello dear all"] {
        shell.select(words);
        shell.send(Message::Mark(Kind::Claim));
        assert_eq!(shell.quotes(), [(Kind::Claim, "Hello dear all".into())]);
        assert_eq!(shell.desk().active.as_ref(), Some(&shell.desk().entries[0].id), "the one there is");
    }
}

/// Texts that positions go wrong in: whatever is marked in them is the same after export, import and reload.
#[test]
fn unusual_texts_make_the_round_trip() {
    for text in [
        "\u{feff}De voorzitter:\r\nDank u\u{a0}wel 👩‍👩‍👧 e\u{308}n.\r\n\r\nDe heer Aa (P):\r\nJa, de Staats-\r\nsecretaris.\r\n",
        "Voorzitter: Brasse\r\rzonder een beurt\u{85}nog een\u{2028}regel",
        "x",
        "a\u{b}b\u{c}c",
        "\u{200b}a\u{200b}\n\u{ad}b\u{ad}\nc-\u{ad}\nd",
    ] {
        let mut shell = Shell::new();
        shell.send(Message::OpenFile(text.as_bytes().to_vec()));
        let reading = shell.desk().transcript.reading.clone();
        let places: Vec<usize> = reading.char_indices().map(|(at, _)| at).chain([reading.len()]).collect();
        for (from, &start) in places.iter().enumerate().step_by(3) {
            for &end in places[from + 1..].iter().step_by(5) {
                let span = ReadingSpan::new(start..end).trimmed(&reading);
                shell.send(Message::Selected(Some(span).filter(|span| !span.is_empty())));
                shell.send(Message::Mark(Kind::Claim));
            }
        }
        let exported = shell.export();
        assert!(!exported.contains("\"verified\": false"), "{text:?}");
        let file = exported.replacen("\"unit\"", "\"exported\": \"2031-01-01T00:00:00Z\",\n  \"unit\"", 1);
        let mut elsewhere = Shell::new();
        elsewhere.send(Message::OpenFile(file.into_bytes()));
        assert_eq!(elsewhere.reload().export(), exported, "{text:?}");
    }
}

/// Tells `shell` what has changed in the store since `before`, as the browser tells another tab.
fn deliver(shell: &mut Shell, before: &Memory) {
    let (old, new) = (before.keys().unwrap(), shell.memory.keys().unwrap());
    for key in old.iter().filter(|key| !new.contains(key)).chain(&new) {
        let value = shell.memory.get(key).unwrap();
        if value != before.get(key).unwrap()
            && let Some(news) = crate::journal::news(key, value.as_deref())
        {
            shell.send(Message::Elsewhere(news));
        }
    }
}

/// Another tab with the same transcript open.
fn another_tab(shell: &Shell) -> Shell {
    let mut other = Shell::over(shell.memory.clone());
    other.state = State::new(Lang::En, Settings::default(), Replica(2));
    other.clock = 1_000;
    other.send(Message::Went(Route::Transcript(shell.desk().id.clone())));
    other
}

#[test]
fn what_another_tab_does_is_seen_and_what_comes_later_counts() {
    let mut here = worked();
    let mut there = another_tab(&here);
    let id = here.desk().entries[0].id.clone();
    let before = there.memory.clone();
    for text in ["b", "bb", "bbb"] {
        there.send(Message::Edit(id.clone(), Field::Summary(text.into())));
    }
    here.memory = there.memory.clone();
    deliver(&mut here, &before);
    assert_eq!(here.desk().entry(&id).unwrap().annotation.summary, "bbb");
    here.send(Message::Edit(id.clone(), Field::Note("later".into())));
    let here = here.reload();
    let annotation = &here.desk().entry(&id).unwrap().annotation;
    assert_eq!((annotation.summary.as_str(), annotation.note.as_str()), ("bbb", "later"));
}

#[test]
fn of_what_two_tabs_wrote_at_the_same_time_the_value_that_lost_is_one_undo_away() {
    let mut here = worked();
    let mut there = another_tab(&here);
    let id = here.desk().entries[0].id.clone();
    let (before, summary) =
        (here.memory.clone(), |shell: &Shell| shell.desk().entry(&id).unwrap().annotation.summary.clone());
    for text in ["h", "he", "her", "here"] {
        here.send(Message::Edit(id.clone(), Field::Summary(text.into())));
    }
    for text in ["t", "th"] {
        there.send(Message::Edit(id.clone(), Field::Summary(text.into())));
    }
    // What both wrote is in one store, and each hears of it.
    for (key, value) in there.memory.keys().unwrap().iter().map(|key| (key, there.memory.get(key).unwrap().unwrap())) {
        if before.get(key).unwrap().as_ref() != Some(&value) && !key.ends_with(":card") {
            here.memory.set(key, &value).unwrap();
        }
    }
    there.memory = here.memory.clone();
    deliver(&mut here, &before);
    deliver(&mut there, &before);
    let reloaded = another_tab(&here);
    assert_eq!([summary(&here), summary(&there), summary(&reloaded)], ["here", "here", "here"]);
    for (which, mut tab) in [("here", here), ("there", there), ("reloaded", reloaded)] {
        tab.send(Message::UndoSteps(1));
        assert_eq!(summary(&tab), "th", "{which}");
        tab.send(Message::RedoSteps(1));
        assert_eq!(summary(&tab), "here", "{which}");
    }
}

#[test]
fn a_project_with_much_that_is_in_no_file_is_remembered_after_a_while() {
    const DAY: u64 = 24 * 60 * 60;
    let mut shell = Shell::new();
    shell.send(Message::OpenText(SAMPLE.into()));
    shell.send(Message::Find("de ".into(), false));
    shell.send(Message::MarkFound(Kind::Claim));
    let marked = shell.desk().entries.len();
    assert!(marked >= 50, "{marked}");
    let told = |shell: &Shell| {
        let notice = shell.state.notice.as_ref();
        notice.filter(|notice| notice.offer == Some(Offer::Export)).map(|notice| notice.texts[0].clone())
    };
    let mut shell = shell.reload();
    assert_eq!(told(&shell), None, "it was done today");
    shell.clock += 8 * DAY;
    let mut shell = shell.reload();
    let reminder = Text::new("export-reminder-never").with("count", marked).with("days", 8_usize);
    assert_eq!(told(&shell), Some(reminder));
    shell.send(Message::Export);
    shell.clock += 8 * DAY;
    let mut shell = shell.reload();
    assert_eq!(told(&shell), None, "nothing is new since it was exported");
    let entries = shell.desk().entries.clone();
    for entry in &*entries {
        shell.send(Message::Edit(entry.id.clone(), Field::Tags("b".into())));
    }
    let mut shell = shell.reload();
    let reminder = Text::new("export-reminder").with("count", marked).with("days", 8_usize);
    assert_eq!(told(&shell), Some(reminder));
    let id = shell.desk().id.clone();
    shell.send(Message::Went(Route::Start));
    shell.send(Message::BackUp);
    shell.clock += 8 * DAY;
    shell.send(Message::Went(Route::Transcript(id)));
    assert_eq!(told(&shell), None, "all of it is in a backup");
}

/// A store in which everything was done that can be stored.
fn worked_in_every_way() -> Shell {
    let mut shell = worked();
    let id = shell.desk().active.clone().unwrap();
    let promiser =
        crate::model::Promiser { name: "Minister Ter Aalst".into(), function: "Minister van Water en Kust".into() };
    for field in [
        Field::To("mevrouw Van Oordt, de heer Lindhoud".into()),
        Field::Due("voor de zomer".into()),
        Field::DueDate("2031-07-01".parse().ok()),
        Field::Condition("als er geld is".into()),
        Field::By(promiser),
        Field::Certainty(crate::model::Certainty::Soft),
        Field::Status(crate::model::CommitmentStatus::Partly),
        Field::FulfilledBy("brief".into()),
        Field::FulfilledOn("2031-06-01".parse().ok()),
        Field::Tags("gemalen, dijken".into()),
        Field::Note("Let op.".into()),
    ] {
        shell.send(Message::Edit(id.clone(), field));
    }
    shell.select("elke zeedijk");
    shell.send(Message::Passages(id.clone(), PassageEdit::AddMention));
    shell.select("40 miljoen");
    shell.send(Message::Passages(id, PassageEdit::AddPiece));
    let claim = shell.desk().entries.iter().find(|entry| entry.annotation.kind() == Kind::Claim).unwrap().id.clone();
    for field in [
        Field::ClaimType(crate::model::ClaimType::Figure),
        Field::Check(crate::model::CheckState::Mixed),
        Field::Sources("https://example.org/gemalen\nHet jaarverslag".into()),
    ] {
        shell.send(Message::Edit(claim.clone(), field));
    }
    let entry = crate::model::KindEntry {
        name: "Verzoek".into(),
        key: Some('3'),
        colour: crate::model::Colour::Pink,
        help: "Een vraag om iets te doen.".into(),
    };
    shell.send(Message::AddKind(entry));
    let own = Kind::Own(shell.desk().codebook.keys().next().unwrap().clone());
    shell.select("34 centimeter");
    shell.send(Message::Mark(own));
    shell.send(Message::Turn(crate::model::TurnIndex(3), TurnEdit::SpokenBy(Who::Named("De heer Tol".into()))));
    // A long log becomes a snapshot when it is opened.
    let id = shell.desk().active.clone().unwrap();
    for letter in 'a'..='z' {
        shell.send(Message::Edit(id.clone(), Field::Summary(letter.into())));
        shell.send(Message::Edit(id.clone(), Field::Note(letter.into())));
    }
    let mut shell = shell.reload();
    let transcript = shell.desk().id.clone();
    shell.send(Message::Title(transcript, "Dijken en gemalen".into()));
    shell.send(Message::Erase(id));
    shell.send(Message::UndoSteps(1));
    shell.select("elke zeedijk");
    shell.send(Message::Mark(Kind::Claim));
    shell.send(Message::UndoSteps(1));
    shell
}

/// Stores as each version of the layout wrote them: values by their keys.
const STORES: &[&str] = &[include_str!("fixtures/store-1.json")];

#[test]
fn what_every_version_wrote_is_read() {
    let last = format!("{}/src/app/fixtures/store-{}.json", env!("CARGO_MANIFEST_DIR"), crate::journal::VERSION);
    if std::env::var_os("WRITE_STORE").is_some() {
        let memory = worked_in_every_way().memory;
        let values: std::collections::BTreeMap<_, _> =
            memory.keys().unwrap().into_iter().map(|key| (key.clone(), memory.get(&key).unwrap().unwrap())).collect();
        std::fs::write(&last, serde_json::to_string_pretty(&values).unwrap() + "\n").unwrap();
    }
    assert!(std::fs::exists(&last).unwrap(), "a new version writes its store once (WRITE_STORE=1) and keeps it");
    for store in STORES {
        let values: std::collections::BTreeMap<String, String> = serde_json::from_str(store).unwrap();
        let memory = Memory::default();
        for (key, value) in &values {
            memory.set(key, value).unwrap();
        }
        let mut shell = Shell::over(memory);
        let (id, card) = shell.state.cards[0].clone();
        assert_eq!(card.unwrap().title, "Dijken en gemalen");
        shell.send(Message::Went(Route::Transcript(id)));
        assert_eq!(shell.state.notice, None);
        // The source stands beside it already.
        let file = shell.export();
        let annotations = &file[file.find("\"annotations\"").unwrap()..];
        let counts = (shell.desk().history.undo_steps().len(), shell.desk().history.redo_steps().len());
        insta::assert_snapshot!(format!("{counts:?} steps\n{annotations}"));
    }
}

#[test]
fn what_another_tab_deletes_is_said_and_the_next_act_keeps_all_of_it() {
    let mut here = worked();
    let quotes = here.quotes();
    let id = here.desk().id.clone();
    here.memory = Memory::default();
    let deleted = crate::journal::news(&format!("griffier:t:{id}:deleted"), Some("")).unwrap();
    here.send(Message::Elsewhere(deleted));
    assert!(here.state.saved == SaveState::Gone && here.state.is_unsaved());
    here.select("elke zeedijk");
    here.send(Message::Mark(Kind::Claim));
    assert_eq!(here.state.saved, SaveState::All);
    assert_eq!(here.reload().quotes().len(), quotes.len() + 1);
}

#[test]
fn a_clipboard_is_read_as_html_only_where_its_plain_text_has_lost_the_lines() {
    let html = "<div><b>Duin</b>: ja.</div><div><b>Veld</b>: nee.</div><div><b>Duin</b>: dus.</div>";
    let lines = "Duin: ja.\nVeld: nee.\nDuin: dus.";
    assert_eq!(better_than_plain("Duin: ja. Veld: nee. Duin: dus.", html).as_deref(), Some(lines));
    assert_eq!(better_than_plain("", html).as_deref(), Some(lines));
    assert_eq!(better_than_plain("Duin: ja.\r\nVeld: nee.\r\nDuin: dus.", html), None);
    assert_eq!(better_than_plain("Duin: ja.", "<p>Duin: <b>ja</b>.</p>"), None);
    assert_eq!(better_than_plain("Duin: ja.", ""), None);
}

#[test]
fn a_file_in_another_container_opens_as_its_words_or_says_what_to_do() {
    let mut shell = Shell::new();
    shell.send(Message::OpenFile(b"<!doctype html><p>Duin: &eacute;\xe9n.</p><p>Veld: twee.</p>".to_vec()));
    assert_eq!(&*shell.desk().transcript.source, "Duin: één.\n\nVeld: twee.");
    for (bytes, key) in
        [(&b"%PDF-1.4"[..], "error-pdf"), (br"{\rtf1 a}", "error-rtf"), (b"PK\x03\x04", "error-damaged-document")]
    {
        shell.send(Message::OpenFile(bytes.to_vec()));
        assert_eq!(shell.state.notice.as_ref().unwrap().texts, [Text::new(key)]);
    }
}

#[test]
fn an_annotation_has_a_place_among_those_of_its_kind() {
    let mut shell = Shell::new();
    shell.send(Message::OpenText("De voorzitter:\nEen, twee, drie, vier.\n".into()));
    let mut places = Vec::new();
    for (words, kind) in
        [("twee", Kind::Claim), ("vier", Kind::Claim), ("Een", Kind::Commitment), ("drie", Kind::Claim)]
    {
        shell.select(words);
        shell.send(Message::Mark(kind));
        places.push(shell.desk().place_in_kind(shell.desk().active.as_ref().unwrap()));
    }
    assert_eq!(places, [1, 2, 1, 2], "in the order of the text");
}

#[test]
fn a_transcript_that_is_deleted_leaves_the_focus_to_its_neighbour() {
    let mut shell = Shell::new();
    for text in ["De voorzitter:\nEen.\n", "De voorzitter:\nTwee.\n"] {
        shell.send(Message::OpenText(text.into()));
        shell.send(Message::Went(Route::Start));
    }
    for left in [1, 0] {
        let id = shell.state.cards[left].0.clone();
        let moment = Moment { now: jiff::Timestamp::UNIX_EPOCH, today: TODAY, random: 7 };
        let effects = shell.state.update(Message::Delete(id.clone()), moment);
        let beside = shell.state.cards.first().filter(|_| left == 1).map(|(id, _)| id.clone());
        let target = beside.map_or(Target::Input, Target::Listed);
        assert!(effects.contains(&Effect::Focus(target)), "{effects:?}");
        shell.send(Message::Delete(id));
    }
}
