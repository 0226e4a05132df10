//! The words of an annotation with where they come from, ready for a memo.

use super::i18n::date;
use crate::{
    app::{Desk, Entry},
    i18n::{Catalog, Text},
};

/// The words in quotation marks, who said them where and when, and a link.
pub(super) fn memo(catalog: &Catalog, desk: &Desk, entry: &Entry, link: &str) -> String {
    let (transcript, meeting) = (&desk.transcript, &desk.transcript.meeting);
    let words = entry.annotation.words();
    let speaker = entry.speaker(transcript).map(|speaker| match &speaker.function {
        Some(function) => format!("{}, {function}", speaker.title()),
        None => speaker.label(),
    });
    let turn = entry.turn.map(|turn| catalog.text(Text::new("turn-number").with("number", turn.0 as usize + 1)));
    let document = meeting.document();
    let title = Some(desk.title().to_owned()).filter(|title| !title.is_empty());
    let day = meeting.date.map(|day| date(catalog, day));
    let from: Vec<String> = [speaker, title, day, document, turn].into_iter().flatten().collect();
    format!("“{words}”\n— {}\n{link}\n", from.join(", "))
}
