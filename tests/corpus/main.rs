//! Real transcripts, which are not part of the project: read from the folder that `GRIFFIER_CORPUS` names, or from
//! `../shared/transcripts`. Where that is missing, the tests say so and pass.

mod dutch;
mod meetings;
mod parliaments;
mod register;

use std::path::PathBuf;

use griffier::{model::Transcript, reader};

fn text(path: &str) -> Option<String> {
    let default = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/transcripts");
    let folder = std::env::var_os("GRIFFIER_CORPUS").map_or_else(default, PathBuf::from);
    if !folder.is_dir() {
        println!("skipped: there is no folder {}", folder.display());
        return None;
    }
    Some(std::fs::read_to_string(folder.join(path)).expect("a file of the corpus"))
}

fn read(path: &str) -> Option<Transcript> {
    text(path).map(|text| reader::read(&text))
}
