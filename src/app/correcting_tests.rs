//! Correcting the reading by hand, without a screen.

use super::{tests::Shell, *};
use crate::i18n::Text;
use crate::{
    model::{Correction, Kind, Person, RepairKind, Role, TurnIndex},
    reader,
    text::ReadingSpan,
};

const SAMPLE: &str = include_str!("../../samples/commissiedebat.txt");

fn opened() -> Shell {
    let mut shell = Shell::new();
    shell.send(Message::OpenText(SAMPLE.into()));
    shell
}

fn label(shell: &Shell, turn: u32) -> String {
    let transcript = &shell.desk().transcript;
    transcript.speaker(transcript.turn(TurnIndex(turn))).map(crate::model::Speaker::label).unwrap_or_default()
}

/// The turn in which `words` are said.
fn turn_of(shell: &Shell, words: &str) -> TurnIndex {
    let transcript = &shell.desk().transcript;
    let start = transcript.reading.find(words).expect(words);
    let span: ReadingSpan = ReadingSpan::new(start..start + 1);
    transcript.turn_at(span.start()).expect("a turn")
}

fn turn_shown(shell: &Shell) -> Option<TurnIndex> {
    match shell.state.panel {
        Some(Panel::Turn(turn)) => Some(turn),
        _ => None,
    }
}

#[test]
fn what_was_taken_for_a_heading_becomes_text_and_back() {
    let mut shell = opened();
    let (turns, before) = (shell.desk().transcript.turns.len(), shell.desk().transcript.clone());
    let heading = before.words(before.turn(TurnIndex(3)).heading).to_owned();
    shell.send(Message::Turn(TurnIndex(3), TurnEdit::NoTurn));
    let transcript = shell.desk().transcript.clone();
    assert_eq!(transcript.turns.len(), turns - 1);
    let paragraphs = transcript.paragraphs(&transcript.turn(TurnIndex(2)).paragraphs);
    assert!(paragraphs.iter().any(|paragraph| transcript.words(paragraph.text) == heading), "its words are text now");
    let mut shell = shell.reload();
    assert_eq!(*shell.desk().transcript, *transcript, "it is kept");
    shell.send(Message::UndoSteps(1));
    assert_eq!(*shell.desk().transcript, *before);
}

#[test]
fn a_turn_begins_where_the_user_says_and_is_taken_back() {
    let mut shell = opened();
    let before = shell.desk().transcript.clone();
    let words = "door een gepensioneerde machinist";
    let inside = turn_of(&shell, words);
    shell.select(words);
    shell.send(Message::BeginTurn);
    let begun = turn_shown(&shell).expect("it can be said at once who speaks");
    assert_eq!(begun.0, inside.0 + 1);
    assert_eq!(shell.desk().transcript.turns.len(), before.turns.len() + 1);
    let speech = |shell: &Shell| {
        let transcript = &shell.desk().transcript;
        transcript.words(transcript.speech(transcript.turn(begun))).to_owned()
    };
    assert!(speech(&shell).starts_with(words));
    assert_eq!(label(&shell, begun.0), "");
    let who = label(&shell, 1);
    let key = shell.desk().transcript.speaker(shell.desk().transcript.turn(TurnIndex(1))).unwrap().key.clone();
    shell.send(Message::Turn(begun, TurnEdit::SpokenBy(Who::Named(key))));
    assert_eq!(label(&shell, begun.0), who, "somebody who is known");
    shell.send(Message::Turn(begun, TurnEdit::SpokenBy(Who::Named("Hanna Poel (Dijkpartij)".into()))));
    assert_eq!(label(&shell, begun.0), "Hanna Poel (Dijkpartij)", "somebody new");
    shell.send(Message::Turn(begun, TurnEdit::NoTurn));
    assert_eq!(shell.desk().transcript.turns, before.turns);
}

#[test]
fn a_person_gets_another_name_and_two_names_become_one_person() {
    let mut shell = opened();
    let persons = shell.desk().transcript.speakers.len();
    let member = (0..35).map(TurnIndex).find(|turn| {
        let transcript = &shell.desk().transcript;
        transcript.role(transcript.turn(*turn)) == Some(Role::Member)
    });
    let member = member.unwrap();
    let person =
        Person { name: "Hanna Poel".into(), party: "Duinpartij".into(), role: Role::Guest, function: String::new() };
    shell.send(Message::Turn(member, TurnEdit::Is(person)));
    assert_eq!(label(&shell, member.0), "Hanna Poel (Duinpartij)");
    let transcript = &shell.desk().transcript;
    assert_eq!(transcript.role(transcript.turn(member)), Some(Role::Guest));
    assert_eq!(transcript.title(transcript.turn(member)).as_deref(), Some("Hanna Poel"));

    let other = transcript.speakers.iter().find(|other| other.name != "Hanna Poel").unwrap().key.clone();
    shell.send(Message::Turn(member, TurnEdit::Everywhere(Who::Named(other))));
    assert_eq!(shell.desk().transcript.speakers.len(), persons - 1);
    shell.send(Message::Turn(member, TurnEdit::AsFound));
    assert_eq!(shell.desk().transcript.speakers.len(), persons);
    shell.send(Message::UndoSteps(1));
    shell.send(Message::UndoSteps(1));
    shell.send(Message::UndoSteps(1));
    assert_eq!(*shell.desk().transcript, reader::read(SAMPLE));
}

#[test]
fn two_who_were_taken_for_one_are_two() {
    let mut shell = Shell::new();
    let turns = ["De heer Duin (Kust)", "Mevrouw Poel (Dijk)", "De heer Jan Duin (Kust)"]
        .map(|name| format!("{name}:\nJa.\n\n"));
    shell.send(Message::OpenText(turns.concat().repeat(2)));
    let found = shell.desk().transcript.clone();
    assert_eq!((label(&shell, 0), label(&shell, 2)), (label(&shell, 3), label(&shell, 0)), "one person");
    shell.send(Message::Turn(TurnIndex(0), TurnEdit::OwnPerson));
    let names = || [0, 2, 3, 5].map(|turn| label(&shell, turn));
    assert_eq!(names(), ["De heer Duin (Kust)", "De heer Jan Duin (Kust)"].repeat(2)[..]);
    shell.send(Message::Turn(TurnIndex(2), TurnEdit::OwnPerson));
    assert_eq!(shell.desk().transcript.speakers.len(), 3, "who is known by this name is not made another");
    shell.send(Message::Turn(TurnIndex(3), TurnEdit::AsFound));
    assert_eq!(shell.desk().transcript.speakers, found.speakers);
}

#[test]
fn names_are_understood_as_one_writes_them() {
    let turns = ["De heer Duin (Kust)", "Mevrouw Poel (Dijk)", "Mevrouw Van Oordt (Kust)"]
        .map(|name| format!("{name}:\nJa.\n\n"));
    let opened = || {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(turns.concat().repeat(2)));
        shell
    };
    let everywhere = |name: &str| {
        let mut shell = opened();
        shell.send(Message::Turn(TurnIndex(0), TurnEdit::Everywhere(Who::Named(name.into()))));
        let speakers = shell.desk().transcript.speakers.len();
        ([0, 3].map(|turn| label(&shell, turn)), speakers)
    };
    for name in ["Mevrouw Poel (Dijk)", "mevrouw poel", "Poel"] {
        assert_eq!(everywhere(name), (["Mevrouw Poel (Dijk)", "Mevrouw Poel (Dijk)"].map(str::to_owned), 2), "{name}");
    }
    assert_eq!(everywhere("Ada Brasse").0, ["Ada Brasse (Kust)", "Ada Brasse (Kust)"], "somebody new, of that party");
    assert_eq!(everywhere("De heer Brasse (Dijk)").0[1], "De heer Brasse (Dijk)");

    let mut shell = opened();
    shell.send(Message::Turn(TurnIndex(0), TurnEdit::SpokenBy(Who::Named("poel".into()))));
    assert_eq!([0, 3].map(|turn| label(&shell, turn)), ["Mevrouw Poel (Dijk)", "De heer Duin (Kust)"], "in this turn");
    assert!(shell.desk().is_corrected(TurnIndex(0)) && !shell.desk().is_corrected(TurnIndex(3)));
    shell.send(Message::Turn(TurnIndex(0), TurnEdit::SpokenBy(Who::Nobody)));
    assert_eq!(label(&shell, 0), "");
    shell.send(Message::Turn(TurnIndex(0), TurnEdit::AsFound));
    assert!(!shell.desk().is_corrected(TurnIndex(0)));

    let twice =
        Person { name: "Mevrouw Poel".into(), party: "Dijk".into(), role: Role::Member, function: String::new() };
    shell.send(Message::Turn(TurnIndex(0), TurnEdit::Is(twice)));
    assert_eq!(shell.desk().transcript.speakers.len(), 2, "of the same name and party there is one");
    let transcript = &shell.desk().transcript;
    assert_eq!(
        transcript.title(transcript.turn(TurnIndex(0))).as_deref(),
        Some("Mevrouw Poel"),
        "who it is stands above"
    );
}

#[test]
fn a_turn_is_begun_once_and_a_heading_comes_back() {
    let mut shell = opened();
    let before = shell.desk().transcript.clone();
    let heading = before.words(before.turn(TurnIndex(3)).heading).to_owned();
    let speech = before.words(before.speech(before.turn(TurnIndex(3)))).to_owned();
    shell.select(&speech[..speech.find(' ').unwrap()]);
    shell.send(Message::BeginTurn);
    assert_eq!(turn_shown(&shell), Some(TurnIndex(3)), "one begins here already");
    assert_eq!(shell.desk().transcript, before);
    shell.send(Message::Turn(TurnIndex(3), TurnEdit::NoTurn));
    let all = shell.desk().transcript.reading.matches(&*heading).count();
    assert!(all > 0);
    let transcript = shell.desk().transcript.clone();
    let lost = transcript.paragraphs.iter().find(|paragraph| transcript.words(paragraph.text) == heading).unwrap();
    shell.send(Message::Selected(Some(lost.text)));
    shell.send(Message::BeginTurn);
    assert_eq!(*shell.desk().transcript, *before, "with its speaker");
    assert!(shell.desk().corrections().is_empty());
}

#[test]
fn places_are_shown() {
    let mut shell = opened();
    let transcript = shell.desk().transcript.clone();
    let hyphen = transcript.repairs.list().iter().rfind(|repair| repair.kind == RepairKind::Hyphen);
    let place = hyphen.unwrap().source;
    shell.send(Message::ShowPlace(place));
    let shown = transcript.words(shell.shown.unwrap());
    assert!(shown.starts_with(char::is_alphabetic) && !transcript.source.contains(shown), "the joined word: {shown}");
    shell.send(Message::CorrectHere);
    assert!(turn_shown(&shell).is_none() && shell.state.notice.is_some(), "there is no caret");
    shell.send(Message::Caret(Some(transcript.turn(TurnIndex(2)).heading.end())));
    shell.send(Message::CorrectHere);
    assert_eq!(turn_shown(&shell), Some(TurnIndex(2)));
}

#[test]
fn a_repair_is_taken_back_and_annotations_stay() {
    let mut shell = opened();
    let transcript = shell.desk().transcript.clone();
    let hyphen = transcript.repairs.list().iter().find(|repair| repair.kind == RepairKind::Hyphen).unwrap().source;
    let around = transcript.to_reading(hyphen);
    let before = transcript.reading[..around.start().index()].rfind(' ').unwrap() + 1;
    let after = around.end().index() + transcript.reading[around.end().index()..].find(' ').unwrap();
    let word = transcript.reading[before..after].to_owned();
    shell.send(Message::Selected(Some(ReadingSpan::new(before..after))));
    shell.send(Message::Mark(Kind::Claim));
    let source = shell.desk().entries[0].annotation.passage.source;
    shell.send(Message::Correct(Correction::Repair(hyphen, false)));
    let entry = shell.desk().entries[0].clone();
    assert_eq!(entry.annotation.passage.source, source, "the annotation stays where it is");
    assert_eq!(entry.annotation.passage.quote.exact, hyphenated(&transcript, &word, hyphen));
    assert!(shell.export().contains("\"verified\": true"));
    let corrections = shell.desk().corrections();
    assert_eq!(corrections.off.len(), 1);
    shell.send(Message::UndoSteps(1));
    assert_eq!(shell.desk().entries[0].annotation.passage.quote.exact, word);
    assert_eq!(*shell.desk().transcript, *transcript);
}

/// The word as it stands in the source, with the hyphen and the line end.
fn hyphenated(transcript: &crate::model::Transcript, word: &str, hyphen: crate::text::SourceSpan) -> String {
    let at = transcript.to_reading(hyphen).start().index();
    let start = transcript.reading[..at].len() - transcript.reading[..at].rfind(' ').map_or(at, |space| at - space - 1);
    let (left, right) = word.split_at(at - start);
    format!("{left}{}{right}", hyphen.of(&transcript.source).unwrap())
}

#[test]
fn format_and_language_are_chosen_by_hand() {
    let mut shell = opened();
    shell.send(Message::Correct(Correction::Format(Some("plain".into()))));
    assert_eq!(shell.desk().transcript.format.0, "plain");
    assert!(shell.desk().transcript.speakers.is_empty());
    shell.send(Message::Correct(Correction::Language(Some(crate::model::Language::German))));
    let mut shell = shell.reload();
    assert_eq!((shell.desk().transcript.format.0, shell.desk().transcript.language.tag()), ("plain", "de"));
    shell.send(Message::UndoSteps(1));
    shell.send(Message::UndoSteps(1));
    assert_eq!(*shell.desk().transcript, reader::read(SAMPLE));
}

#[test]
fn text_decoded_twice_is_put_right_only_on_request() {
    let mut shell = Shell::new();
    shell.send(Message::OpenText("De voorzitter:\nOver tweeÃ«n.\n\nDe heer LindhÃ¶ud (Duin):\nÃ‰Ã©n.\n".into()));
    let notice = shell.state.notice.clone().expect("it is offered");
    assert!(notice.texts.contains(&Text::named("remark", "decoded-twice")));
    assert!(shell.desk().transcript.reading.contains("tweeÃ«n"));
    shell.send(Message::Correct(Correction::Decoding(true)));
    assert!(shell.desk().transcript.reading.contains("tweeën"));
    assert_eq!(label(&shell, 1), "De heer Lindhöud (Duin)");
    assert_eq!(shell.desk().transcript.repairs.count(RepairKind::Decoding), 4);
}

#[test]
fn corrections_travel_in_the_file() {
    let mut shell = opened();
    shell.send(Message::Turn(TurnIndex(3), TurnEdit::NoTurn));
    shell.select("door een gepensioneerde machinist");
    shell.send(Message::BeginTurn);
    let person =
        Person { name: "Hanna Poel".into(), party: String::new(), role: Role::Guest, function: "Dijkgraaf".into() };
    shell.send(Message::Turn(TurnIndex(1), TurnEdit::Is(person)));
    shell.send(Message::Correct(Correction::Language(Some(crate::model::Language::French))));
    let (file, transcript) = (shell.export(), shell.desk().transcript.clone());
    let mut other = Shell::new();
    other.send(Message::OpenFile(file.clone().into_bytes()));
    assert_eq!(*other.desk().transcript, *transcript);
    assert_eq!(other.export(), file);
}
