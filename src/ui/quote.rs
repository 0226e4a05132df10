//! The words of an annotation with where they come from, ready for a memo.

use super::{i18n::date, shared::Send};
use crate::{
    app::{Desk, Entry, Message, Route, State},
    i18n::{Catalog, Text},
    model::AnnotationId,
    platform,
};

/// Copies the words of an annotation, with where they come from.
pub(super) fn copy(catalog: &Catalog, state: &State, id: &AnnotationId, send: &Send) {
    let Some((desk, entry)) = state.desk().and_then(|desk| Some((desk, desk.entry(id)?))) else { return };
    let link = platform::address_of(&Route::Annotation(desk.id.clone(), id.clone()).fragment());
    let send = send.clone();
    platform::copy(memo(catalog, desk, entry, &link), move |copied| send.emit(Message::Copied(copied)));
}

/// The words in quotation marks, who said them where and when, and a link.
fn memo(catalog: &Catalog, desk: &Desk, entry: &Entry, link: &str) -> String {
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
