//! Round trips, the schema, and files that are no project files.

use proptest::prelude::*;

use super::*;
use crate::{
    model::{
        Annotation, Body, Change, CheckState, Claim, ClaimType, Colour, Commitment, Edit, Kind, KindEntry, Mention,
        Passage, Project, Promiser, Proposal, Replica, Transcript,
    },
    reader,
    text::{Quote, ReadingSpan, sha256},
};

const SAMPLE: &str = include_str!("../../../samples/commissiedebat.txt");

fn now() -> Timestamp {
    "2031-03-12T12:00:00.5Z".parse().unwrap()
}

/// The sample with these passages of the reading text marked: claims, commitments and questions in turn. A commitment
/// takes the passage before as a further piece, and that and the one behind as mentions.
fn marked(passages: &[ReadingSpan]) -> (Transcript, Project) {
    let transcript = reader::read(SAMPLE);
    let mut project = Project::default();
    let question: KindId = "question".parse().unwrap();
    let entry =
        KindEntry { name: "Vraag".into(), key: Some('3'), colour: Colour::Violet, help: "Wat iemand vraagt".into() };
    let mut changes = vec![Change::Kind(question.clone(), Some(entry)), Change::Kind("gone".parse().unwrap(), None)];
    let passage = |span: ReadingSpan| Passage {
        source: transcript.to_source(span),
        quote: Quote::take(&transcript.reading, span).unwrap(),
    };
    for (number, span) in passages.iter().enumerate() {
        let body = match number % 3 {
            0 => Body::Claim(Claim {
                claim_type: ClaimType::Figure,
                check: CheckState::Mixed,
                sources: vec!["https://example.org/évaluatie".into()],
            }),
            1 => Body::Commitment(Commitment {
                by: Some(Promiser { name: "De heer Duin".into(), function: "Wethouder van Havens".into() }),
                to: vec!["de Kamer".into()],
                due_date: Some(jiff::civil::date(2031, 6, 20)),
                fulfilled_on: Some(jiff::civil::date(2031, 6, 1)),
                declined: vec![Proposal::To],
                ..Commitment::default()
            }),
            _ => Body::Own(question.clone()),
        };
        let (more, mentions) = if number % 3 == 1 {
            let mention = |role, span: &ReadingSpan| Mention { role, passage: passage(*span) };
            let listed = passages.get(number + 1).map(|span| mention(MentionRole::Listed, span));
            let repeated = mention(MentionRole::Repeat, &passages[number - 1]);
            (vec![passage(passages[number - 1])], std::iter::once(repeated).chain(listed).collect())
        } else {
            (Vec::new(), Vec::new())
        };
        let annotation = Annotation {
            passage: passage(*span),
            more,
            mentions,
            author: "Klerk".into(),
            created: now(),
            modified: now(),
            summary: format!("nummer {number} «é» 😀"),
            note: "regel\nregel".into(),
            tags: vec!["gemaal".into()],
            body,
        };
        changes.push(Change::Annotation(AnnotationId::from_random(number as u64), Some(annotation.into())));
    }
    for change in changes {
        let stamp = project.next_stamp(Replica(7));
        project.apply(&Edit { stamp, change });
    }
    (transcript, project)
}

fn span(transcript: &Transcript, words: &str) -> ReadingSpan {
    let start = transcript.reading.find(words).unwrap();
    ReadingSpan::new(start..start + words.len())
}

fn rebuilt(imported: &Imported) -> Project {
    let mut project = Project::default();
    for edit in &imported.edits {
        project.apply(edit);
    }
    project
}

#[test]
fn a_passage_across_a_repaired_hyphen_is_written_and_read() {
    let transcript = reader::read(SAMPLE);
    let (transcript, project) = marked(&[span(&transcript, "door een gepensioneerde machinist")]);
    let exported = export(&transcript, &project, now());
    assert_eq!(exported.name, "de-waterveiligheid-in-de-noordpolder-2031-03-12.griffier.json");
    let file: ProjectFile = serde_json::from_str(&exported.json).unwrap();
    let entry = &file.annotations[0];
    let slice = |text: &str, place: Place| -> String {
        text.chars().skip(place.start as usize).take((place.end - place.start) as usize).collect()
    };
    assert!(entry.passage.verified);
    assert_eq!(slice(&file.reading.text, entry.passage.reading), "door een gepensioneerde machinist");
    assert_eq!(slice(&file.source.text, entry.passage.source), "door een gepensio-\nneerde machinist");
    assert_eq!(entry.turn.as_ref().unwrap().speaker.as_deref(), Some("Van Oordt"));
    assert_eq!(file.source.sha256, sha256(SAMPLE));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn exporting_importing_and_exporting_anew_gives_the_same_bytes(
        picks in prop::collection::vec((0..12_000usize, 1..900usize), 0..20),
        deleted in any::<bool>(),
    ) {
        let reading = reader::read(SAMPLE).reading;
        let spans: Vec<ReadingSpan> = picks
            .into_iter()
            .map(|(start, len)| {
                let start = reading.floor_char_boundary(start.min(reading.len()));
                let end = reading.ceil_char_boundary((start + len).min(reading.len()));
                ReadingSpan::new(start..end).trimmed(&reading)
            })
            .filter(|span| !span.is_empty())
            .collect();
        let (transcript, mut project) = marked(&spans);
        if deleted {
            let stamp = project.next_stamp(Replica(8));
            project.apply(&Edit { stamp, change: Change::Annotation(AnnotationId::from_random(0), None) });
            let stamp = project.next_stamp(Replica(8));
            project.apply(&Edit { stamp, change: Change::Title("Dijken".into()) });
        }
        let exported = export(&transcript, &project, now());
        prop_assert_eq!(exported.unverified, 0);
        let imported = import(exported.json.as_bytes()).unwrap();
        prop_assert!(!imported.source_changed);
        prop_assert!(imported.placed.iter().all(|placed| matches!(placed, Placed::Exactly(_))));
        let again = export(&imported.transcript, &rebuilt(&imported), now());
        prop_assert_eq!(again.json, exported.json);
    }
}

#[test]
fn an_entry_whose_words_are_not_there_is_written_with_both_texts_and_kept() {
    let transcript = reader::read(SAMPLE);
    let (transcript, mut project) = marked(&[span(&transcript, "De Oude Wachter")]);
    let (id, _, annotation) = project.annotations().next().unwrap();
    let mut annotation = (**annotation).clone();
    annotation.passage.quote.exact = "De Jonge Wachter".into();
    let change = Change::Annotation(id.clone(), Some(annotation.into()));
    project.apply(&Edit { stamp: project.next_stamp(Replica(9)), change });
    let exported = export(&transcript, &project, now());
    assert_eq!(exported.unverified, 1);
    let file: ProjectFile = serde_json::from_str(&exported.json).unwrap();
    let entry = &file.annotations[0].passage;
    assert_eq!((entry.exact.as_str(), entry.found.as_deref()), ("De Jonge Wachter", Some("De Oude Wachter")));
    let imported = import(exported.json.as_bytes()).unwrap();
    assert_eq!(export(&imported.transcript, &rebuilt(&imported), now()).json, exported.json);
}

#[test]
fn what_cannot_be_placed_or_read_is_reported_entry_by_entry() {
    let transcript = reader::read(SAMPLE);
    let passages = ["De Oude Wachter", "elke zeedijk", "40 miljoen"].map(|words| span(&transcript, words));
    let (transcript, project) = marked(&passages);
    let mut json: serde_json::Value = serde_json::from_str(&export(&transcript, &project, now()).json).unwrap();
    let entries = json["annotations"].as_array_mut().unwrap();
    entries[0]["source"]["start"] = 3.into();
    entries[1]["exact"] = "elke rivierdijk".into();
    entries[2]["kind"] = "a motion!".into();
    let imported = import(json.to_string().as_bytes()).unwrap();
    let ids: Vec<AnnotationId> = (0..3).map(AnnotationId::from_random).collect();
    assert_eq!(imported.placed[..2], [Placed::Moved(ids[0].clone()), Placed::Nowhere(ids[1].clone())]);
    assert!(matches!(&imported.placed[2], Placed::Unreadable(3, reason) if reason.contains("a motion!")));
    assert_eq!(rebuilt(&imported).annotation(&ids[0]).unwrap().passage.source, transcript.to_source(passages[0]));
    assert!(rebuilt(&imported).annotation(&ids[1]).unwrap().passage.source.is_empty());
}

#[test]
fn err_files() {
    let (transcript, project) = marked(&[]);
    let good = export(&transcript, &project, now()).json;
    let error = |text: &str| import(text.as_bytes()).unwrap_err();
    assert!(matches!(error(""), ImportError::NotJson(_)));
    assert!(matches!(error("De voorzitter:"), ImportError::NotJson(_)));
    assert_eq!(error("{\"claims\": []}"), ImportError::NotGriffier);
    assert_eq!(error("[1, 2]"), ImportError::NotGriffier);
    assert_eq!(error("\"griffier\""), ImportError::NotGriffier);
    for part in [good.len() / 3, good.len() / 2, good.len() - 3] {
        assert_eq!(error(&good[..good.floor_char_boundary(part)]), ImportError::Truncated);
    }
    assert_eq!(error(&good.replacen("\"version\": 1", "\"version\": 2", 1)), ImportError::Newer(2));
    assert!(matches!(error(&good.replacen("\"version\": 1", "\"version\": 0", 1)), ImportError::Damaged(_)));
    assert!(matches!(error("{\"format\": \"griffier\", \"version\": 1}"), ImportError::Damaged(_)));
    assert!(import(&[0xff, 0xfe, 0]).is_err());
}

#[test]
fn a_text_changed_by_hand_is_noticed() {
    let (transcript, project) = marked(&[]);
    let json = export(&transcript, &project, now()).json.replacen("De Oude Wachter", "De Oude Molen", 1);
    assert!(import(json.as_bytes()).unwrap().source_changed);
}

#[test]
fn every_kind_has_fields_of_its_own() {
    for kind in [Kind::Claim, Kind::Commitment, Kind::Own("question".parse().unwrap())] {
        let fields = format!("{{\"kind\":\"{kind}\",\"created\":\"{}\",\"modified\":\"{}\"}}", now(), now());
        let fields: Fields = serde_json::from_str(&fields).unwrap();
        assert_eq!(fields.with(Passage::default(), Vec::new(), Vec::new()).body, Body::empty(kind));
    }
}

/// A file that knows nothing of pieces, mentions and kinds is read as it always was.
#[test]
fn a_file_without_pieces_and_kinds_is_read() {
    let transcript = reader::read(SAMPLE);
    let (transcript, project) = marked(&[span(&transcript, "De Oude Wachter")]);
    let mut json: serde_json::Value = serde_json::from_str(&export(&transcript, &project, now()).json).unwrap();
    json.as_object_mut().unwrap().remove("kinds");
    let imported = import(json.to_string().as_bytes()).unwrap();
    assert_eq!(imported.placed, [Placed::Exactly(AnnotationId::from_random(0))]);
}

/// The schema in the repository is the one that the types make. `UPDATE_SCHEMA=1 cargo test schema` writes it.
#[test]
fn the_schema_is_not_stale() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/griffier.schema.json");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, json_schema()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), json_schema());
}

#[test]
fn real_exports_are_valid_under_the_schema() {
    let transcript = reader::read(SAMPLE);
    let passages = ["De Oude Wachter", "elke zeedijk"].map(|words| span(&transcript, words));
    let (transcript, project) = marked(&passages);
    let schema: serde_json::Value = serde_json::from_str(&json_schema()).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let mut json: serde_json::Value = serde_json::from_str(&export(&transcript, &project, now()).json).unwrap();
    let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    json["annotations"][0]["claim"]["check"] = "perhaps".into();
    assert!(!validator.is_valid(&json), "the schema is not merely permissive");
}
