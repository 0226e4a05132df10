//! Opening transcripts: a text, a file, an export, or what is here already.

use super::{
    Desk, Effect, Moment, Notice, State, Target, View,
    notice::import_report,
    state::{SaveState, Screen},
};
use crate::{
    exchange::{self, Decoded, Encoding, Imported},
    i18n::{Lang, Text},
    journal::{BackendError, Card, Opened},
    model::{History, Named as _, Project, ProjectId, Transcript},
    reader,
};

/// The built-in sample, one in each language of the interface.
const SAMPLE_NL: &str = include_str!("../../samples/commissiedebat.txt");
const SAMPLE_EN: &str = include_str!("../../samples/meeting.txt");

/// With so many line ends or fewer, a plain text may have lost those that it had.
const MAX_FLAT: usize = 1;

/// What to open instead of the plain text of a clipboard: the text of its HTML, where the plain text has lost all its
/// lines (as of a chat or a table) and the HTML still has them. Otherwise the plain text is the more faithful source.
#[must_use]
pub fn better_than_plain(plain: &str, html: &str) -> Option<String> {
    let ends =
        |text: &str| text.trim().split(['\n', '\r', '\u{b}']).filter(|line| !line.trim().is_empty()).skip(1).count();
    (ends(plain) <= MAX_FLAT).then(|| exchange::from_html(html)).flatten().filter(|text| ends(text) > MAX_FLAT)
}

impl State {
    pub(super) fn open_sample(&mut self, moment: Moment) -> Vec<Effect> {
        let sample = if self.language == Lang::Nl { SAMPLE_NL } else { SAMPLE_EN };
        self.open_text(sample.to_owned(), moment)
    }

    /// Opens a project that is here: one that waits for room in the store as it is, any other from the store.
    pub(super) fn load(&mut self, id: ProjectId, moment: Moment) -> Vec<Effect> {
        self.merging.take_if(|(wanted, _)| *wanted != id);
        if let Some(at) = self.parked.iter().position(|desk| desk.id == id) {
            let desk = self.parked.swap_remove(at);
            self.put_on_screen(Screen::Reading(Box::new(desk)));
            self.merge_waiting();
            let save = self.save(moment.now);
            let linked = self.follow_link();
            return save.into_iter().chain([Effect::ScrollTo(0, 0)]).chain(linked).collect();
        }
        self.put_on_screen(Screen::Loading(id.clone()));
        vec![Effect::Load(id)]
    }

    pub(super) fn open_text(&mut self, text: String, moment: Moment) -> Vec<Effect> {
        if text.trim_start().starts_with('{') && text.contains("\"griffier\"") {
            return self.open_file(text.into_bytes(), moment);
        }
        match exchange::decode(text.into_bytes()) {
            Ok(decoded) => self.open_decoded(&decoded, moment),
            Err(error) => self.cannot(error),
        }
    }

    pub(super) fn open_file(&mut self, bytes: Vec<u8>, moment: Moment) -> Vec<Effect> {
        if !exchange::is_json(&bytes) {
            return match exchange::decode(bytes) {
                Ok(decoded) => self.open_decoded(&decoded, moment),
                Err(error) => self.cannot(error),
            };
        }
        match exchange::import(&bytes) {
            Ok(imported) => self.open_import(imported, moment),
            Err(error) => self.cannot(error),
        }
    }

    /// Opens what a file held, and says how it was read where that was a guess or left something out.
    fn open_decoded(&mut self, decoded: &Decoded, moment: Moment) -> Vec<Effect> {
        let effects = self.open_source(&decoded.text, moment);
        if let Some(text) = decoded.encoding.told() {
            let texts = self.notice.take().map(|notice| notice.texts).unwrap_or_default();
            self.tell(Notice::info(texts.into_iter().chain([Text::new(text)]).collect()));
        }
        effects
    }

    pub(super) fn open_source(&mut self, source: &str, moment: Moment) -> Vec<Effect> {
        if let Some(id) = self.find(&crate::text::sha256(source)) {
            let notice = Notice::info(vec![Text::new("already-here")]);
            let effects = self.show(id, moment);
            self.tell(notice);
            return effects;
        }
        self.put_on_desk(ProjectId::from_random(moment.random), reader::read(source), moment)
    }

    fn open_import(&mut self, imported: Imported, moment: Moment) -> Vec<Effect> {
        if let Some(id) = self.find(&crate::text::sha256(&imported.transcript.source)) {
            self.merging = Some((id.clone(), Box::new(imported)));
            return self.show(id, moment);
        }
        let id = ProjectId::from_random(moment.random);
        let transcript = imported.transcript.clone();
        self.merging = Some((id.clone(), Box::new(imported)));
        self.put_on_desk(id, transcript, moment)
    }

    /// Chooses the annotation that the address asked for, or says that it is not there.
    pub(super) fn follow_link(&mut self) -> Option<Effect> {
        let id = self.linked.take()?;
        let Screen::Reading(desk) = &mut self.screen else { return None };
        if desk.entry(&id).is_none() {
            self.tell(Notice::problem(Text::new("error-annotation-not-here")));
            return None;
        }
        desk.choose(Some(id.clone()));
        Some(Effect::Reveal(id))
    }

    /// Merges the file that waits for the transcript on the screen, if one does.
    fn merge_waiting(&mut self) {
        let replica = self.replica;
        if let Some((_, imported)) = self.merging.take()
            && let Screen::Reading(desk) = &mut self.screen
        {
            let Imported { edits, placed, source_changed, .. } = *imported;
            let merged = desk.merge(edits, replica);
            self.tell(import_report(&placed, merged, source_changed));
        }
    }

    /// The transcript here whose source has this digest.
    fn find(&self, sha256: &str) -> Option<ProjectId> {
        let same = |card: &Option<Card>| card.as_ref().is_some_and(|card| card.sha256 == sha256);
        self.cards.iter().find(|(_, card)| same(card)).map(|(id, _)| id.clone())
    }

    fn show(&mut self, id: ProjectId, moment: Moment) -> Vec<Effect> {
        self.load(id, moment)
    }

    /// Opens a new project, with what a file has for it.
    fn put_on_desk(&mut self, id: ProjectId, transcript: Transcript, moment: Moment) -> Vec<Effect> {
        let texts: Vec<Text> = transcript.remarks.iter().map(|remark| Text::named("remark", remark.name())).collect();
        self.notice = (!texts.is_empty()).then(|| Notice::info(texts));
        let desk = Desk::new(id, transcript, Project::default(), History::default());
        self.put_on_screen(Screen::Reading(Box::new(desk)));
        self.merge_waiting();
        let save = self.save(moment.now);
        let shown = [Effect::ScrollTo(0, 0), Effect::Focus(Target::Transcript)];
        save.into_iter().chain(shown).collect()
    }

    pub(super) fn loaded(
        &mut self,
        id: ProjectId,
        opened: Result<Option<Box<Opened>>, BackendError>,
        view: Option<View>,
        moment: Moment,
    ) -> Vec<Effect> {
        if !matches!(&self.screen, Screen::Loading(wanted) if *wanted == id) {
            return Vec::new();
        }
        if !matches!(&opened, Ok(Some(opened)) if !opened.source.is_empty()) {
            self.merging = None;
        }
        let opened = match opened {
            Ok(Some(opened)) if !opened.source.is_empty() => opened,
            Ok(found) => {
                self.screen = Screen::Start;
                let key = if found.is_some() { "error-source-damaged" } else { "error-not-here" };
                self.tell(Notice::problem(Text::new(key)));
                return vec![Effect::List];
            }
            Err(error) => {
                self.screen = Screen::Start;
                return self.refused(&error);
            }
        };
        let Opened { source, project, history, damaged, .. } = *opened;
        let mut desk = Desk::new(id, reader::read_with(&source, &project.reading()), project, history);
        desk.stored = true;
        let mut effects = Vec::new();
        if !damaged.is_empty() {
            let text = Text::new("error-damaged-records").with("count", damaged.len());
            self.tell(Notice::problem(text));
        }
        self.screen = Screen::Reading(Box::new(desk));
        if self.parked.is_empty() {
            self.saved = SaveState::All;
        }
        self.merge_waiting();
        effects.extend(self.save(moment.now));
        let View { paragraph, offset } = view.unwrap_or_default();
        effects.push(Effect::ScrollTo(paragraph, offset));
        effects.extend(self.follow_link());
        effects
    }
}

impl Encoding {
    /// The message about a text that came so, where there is something to say.
    fn told(self) -> Option<&'static str> {
        match self {
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be => None,
            Self::Windows1252 => Some("read-as-windows-1252"),
            Self::Docx => Some("read-as-docx"),
            Self::Html => Some("read-as-html"),
        }
    }
}
