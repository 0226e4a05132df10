//! The core without a browser, as the example program offers it: one JSON object, or one clear line.

use std::{
    path::PathBuf,
    process::{Command, Output},
};

use serde_json::Value;

/// The built example, which lies beside the folder of this test's own program.
fn headless(arguments: &[&str]) -> Output {
    let own = std::env::current_exe().expect("this test has a program");
    let folder = own.parent().and_then(|deps| deps.parent()).expect("it lies two folders deep");
    let program = folder.join("examples").join("headless").with_extension(std::env::consts::EXE_EXTENSION);
    let output = Command::new(&program).args(arguments).output();
    output.unwrap_or_else(|error| panic!("{}: {error}; `cargo build --examples` makes it", program.display()))
}

fn sample(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

#[test]
fn parse_prints_one_json_object_whose_positions_are_code_points_of_the_source() {
    let path = sample("commissiedebat.txt");
    let output = headless(&["parse", path.to_str().expect("a plain path")]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout).expect("one JSON object");
    let source: Vec<char> = std::fs::read_to_string(path).expect("the sample").chars().collect();
    let turns = found["turns"].as_array().expect("turns");
    assert_eq!(turns.len(), 35);
    let place = |value: &Value| usize::try_from(value.as_u64().expect("a position")).expect("a small number");
    for (index, turn) in turns.iter().enumerate() {
        assert_eq!(turn["index"], index);
        let said: String = source[place(&turn["start"])..place(&turn["end"])].iter().collect();
        let text = turn["text"].as_str().expect("a text");
        assert_eq!(said.split_whitespace().next(), text.split_whitespace().next());
        assert_eq!(said.split_whitespace().last(), text.split_whitespace().last());
    }
    let second = &turns[1];
    let fields = ["speaker", "honorific", "role", "party"].map(|field| second[field].as_str().unwrap_or_default());
    assert_eq!(fields, ["Van Oordt", "Mevrouw", "member", "Dijkpartij"]);
    assert!(second["text"].as_str().is_some_and(|text| text.contains("gepensioneerde machinist")));
    for repair in found["repairs"].as_array().expect("repairs") {
        let (start, end) = (place(&repair["source"]["start"]), place(&repair["source"]["end"]));
        let before: String = source[start..end].iter().collect();
        assert_eq!(repair["before"], before);
        assert_ne!(repair["before"], repair["after"]);
    }
    assert_eq!(found["meeting"]["date"], "2031-03-12");
}

#[test]
fn what_cannot_be_done_is_one_line_and_exit_code_2() {
    let icon = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/no-text.bin");
    let icon = icon.to_str().expect("a plain path");
    for arguments in [&[][..], &["parse"], &["sing", "song"], &["parse", "no-such-file.txt"], &["parse", icon]] {
        let output = headless(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        let line = String::from_utf8(output.stderr).expect("a sentence");
        assert!(line.starts_with("griffier: ") && line.trim_end().lines().count() == 1, "{line}");
    }
}
