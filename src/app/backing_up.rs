//! Work in files: the transcript on the screen, or everything, and back.

use jiff::Timestamp;

use super::{Effect, Moment, Notice, State};
use crate::{
    exchange::{self, Exported, ImportError},
    i18n::Text,
    journal::{BackendError, RestoreError, Restored},
};

impl State {
    /// Hands out a file of the transcript on the screen.
    pub(super) fn export(&mut self, now: Timestamp) -> Vec<Effect> {
        let Some(desk) = self.desk() else { return Vec::new() };
        let Exported { name, json, unverified } = exchange::export(&desk.transcript, &desk.project, now);
        let noted = Effect::NoteExport(Some(desk.id.clone()), now);
        if unverified > 0 {
            self.tell(Notice::problem(Text::new("export-unverified").with("count", unverified)));
        }
        let download = Effect::Download { name, text: json, media_type: "application/json" };
        [download, noted].into_iter().chain(self.know_the_way()).collect()
    }

    /// Hands out the file that has everything.
    pub(super) fn backed_up(&mut self, file: Result<String, BackendError>, moment: Moment) -> Vec<Effect> {
        match file {
            Ok(text) => {
                let day = moment.now.to_string();
                let day = day.split('T').next().unwrap_or_default();
                let name = format!("griffier-{day}.backup.json");
                vec![
                    Effect::Download { name, text, media_type: "application/json" },
                    Effect::NoteExport(None, moment.now),
                ]
            }
            Err(error) => self.refused(&error),
        }
    }

    /// Says what came of taking back such a file.
    pub(super) fn restored(&mut self, restored: Result<Restored, RestoreError>) -> Vec<Effect> {
        match restored {
            Ok(done) => self.tell(Notice::info(report(done))),
            Err(RestoreError::Store { done, error }) => {
                let mut notice = Notice::problem(Text::new("restore-stopped"));
                notice.texts.extend(report(done));
                notice.texts.push((&error).into());
                self.tell(notice);
            }
            Err(RestoreError::NotABackup(_)) => return self.cannot(Notice::problem(Text::new("error-not-backup"))),
            Err(RestoreError::Newer(version)) => return self.cannot(ImportError::Newer(version.into())),
        }
        vec![Effect::List]
    }

    /// Takes back what a file has.
    pub(super) fn restore(&mut self, bytes: Vec<u8>) -> Vec<Effect> {
        match String::from_utf8(bytes) {
            Ok(json) => vec![Effect::Restore(json)],
            Err(_) => self.cannot(Notice::problem(Text::new("error-not-backup"))),
        }
    }
}

/// What came of it, in sentences.
fn report(restored: Restored) -> Vec<Text> {
    let Restored { added, merged, known, damaged } = restored;
    let rest = [(merged, "restore-merged"), (known, "restore-known"), (damaged, "restore-damaged")];
    let rest = rest.into_iter().filter(|(count, _)| *count > 0);
    let first = Text::new("restore-done").with("count", added);
    std::iter::once(first).chain(rest.map(|(count, key)| Text::new(key).with("count", count))).collect()
}

#[cfg(test)]
mod tests {
    use crate::{
        app::{Message, tests::Shell},
        i18n::Text,
        model::Kind,
    };

    #[test]
    fn everything_goes_out_and_comes_back() {
        let mut shell = Shell::new();
        shell.send(Message::OpenText("De voorzitter:\nEen, twee, drie.\n".into()));
        shell.select("twee");
        shell.send(Message::Mark(Kind::Claim));
        let id = shell.desk().id.clone();
        shell.send(Message::Went(crate::app::Route::Start));
        shell.send(Message::BackUp);
        let (name, file) = shell.downloads.pop().unwrap();
        assert!(name.ends_with(".backup.json"), "{name}");
        let mut other = Shell::new();
        other.send(Message::OpenFile(file.clone().into_bytes()));
        assert_eq!(other.state.notice.as_ref().unwrap().texts, [Text::new("restore-done").with("count", 1)]);
        let listed: Vec<_> = other.state.cards.iter().map(|(id, card)| (id, card.as_ref().unwrap().claims)).collect();
        assert_eq!(listed, [(&id, 1)]);
        other.send(Message::OpenFile(b"{\"format\":\"griffier-backup\"}".to_vec()));
        assert_eq!(other.state.notice.as_ref().unwrap().texts, [Text::new("error-not-backup")]);
    }
}
