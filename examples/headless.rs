//! The same core without a browser: reads a transcript and prints what was found in it as one JSON object.
//!
//! `cargo run --release --example headless -- parse FILE`
//!
//! Every `start` and `end` is a position in the source, in Unicode code points. A turn's `start` and `end` enclose
//! what is said, without the heading. Exit code 0, or 2 with one line on standard error.

use std::{fmt::Display, process::ExitCode};

use griffier::{
    exchange::decode,
    model::{Named as _, Role, Transcript, Turn, clock},
    reader,
    text::{Byte, Offsets, SourceSpan},
};
use serde_json::{Value, json};

fn main() -> ExitCode {
    match run() {
        Ok(output) => {
            println!("{output}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("griffier: {sentence}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<Value, String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [command, file] = arguments.as_slice() else {
        return Err("say what to do: headless parse FILE".into());
    };
    if command != "parse" {
        return Err(format!("there is no command {command}; the one there is: headless parse FILE"));
    }
    let bytes = std::fs::read(file).map_err(|error| format!("{file} could not be read: {error}"))?;
    let decoded = decode(bytes).map_err(|error| format!("{file}: {error}"))?;
    Ok(describe(&reader::read(&decoded.text)))
}

fn describe(transcript: &Transcript) -> Value {
    let offsets = Offsets::new(&transcript.source);
    let point = |byte: Byte| offsets.code_point(byte).0;
    let place = |span: SourceSpan| json!({ "start": point(span.start()), "end": point(span.end()) });
    let meeting = &transcript.meeting;
    json!({
        "format": transcript.format.0,
        "language": transcript.language.tag(),
        "remarks": transcript.remarks.iter().map(|remark| remark.name()).collect::<Vec<_>>(),
        "meeting": {
            "title": meeting.title,
            "committees": meeting.committees,
            "date": meeting.date.as_ref().map(shown),
            "dossier": meeting.dossier,
            "number": meeting.number,
            "session": meeting.session,
            "chairs": meeting.chairs,
            "clerks": meeting.clerks,
            "members": meeting.members,
            "guests": meeting.guests,
            "papers": meeting.papers,
            "start": meeting.start.map(clock),
            "end": meeting.end.map(clock),
        },
        "speakers": transcript.speakers.iter().map(|speaker| json!({
            "name": speaker.name,
            "honorific": speaker.honorific,
            "role": speaker.role.name(),
            "party": speaker.party,
            "function": speaker.function,
        })).collect::<Vec<_>>(),
        "repairs": transcript.repairs.list().iter().map(|repair| json!({
            "kind": repair.kind.name(),
            "source": place(repair.source),
            "before": repair.source.of(&transcript.source),
            "after": repair.with,
        })).collect::<Vec<_>>(),
        "turns": transcript.turns.iter().enumerate().map(|(index, turn)| {
            let label = transcript.label(turn);
            let speech = transcript.to_source(transcript.speech(turn));
            json!({
                "index": index,
                "speaker": label.map(|label| &label.name),
                "honorific": label.and_then(|label| label.honorific.as_ref()),
                "role": transcript.role(turn).map(Role::name),
                "party": label.and_then(|label| label.party.as_ref()),
                "person": turn.speaker.map(|speaker| speaker.0),
                "in_chair": transcript.in_chair(turn).map(|person| &person.name),
                "at": turn.at.as_ref().map(shown),
                "heading": place(transcript.to_source(turn.heading)),
                "start": point(speech.start()),
                "end": point(speech.end()),
                "text": text(transcript, turn),
            })
        }).collect::<Vec<_>>(),
    })
}

fn text(transcript: &Transcript, turn: &Turn) -> String {
    let paragraphs = transcript.paragraphs(&turn.paragraphs);
    paragraphs.iter().map(|paragraph| transcript.words(paragraph.text)).collect::<Vec<_>>().join("\n")
}

fn shown(value: &impl Display) -> String {
    value.to_string()
}
