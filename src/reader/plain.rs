//! The format for everything else: no speakers are known, and each paragraph is a turn of its own.

use super::{Confidence, Event, FormatReader, Lines, reflow::Flow, step};
use crate::{
    model::{Format, Remark},
    text::SourceSpan,
};

pub(super) const FORMAT: FormatReader = FormatReader {
    format: Format("plain"),
    detect: |_| Confidence(1),
    read: |lines, emit| Box::pin(read(lines, emit)),
    complete: |_| (),
};

async fn read<'a>(lines: &Lines<'a>, emit: &mut dyn FnMut(Event<'a>)) {
    emit(Event::Remark(Remark::NoSpeakers));
    let mut emit_as_turns = |event: Event<'a>| {
        if let Event::Paragraph(_, span) = event {
            let heading = SourceSpan::new(span.start().index()..span.start().index());
            emit(Event::Turn { heading, speaker: None, at: None });
        }
        emit(event);
    };
    let mut flow = Flow::new(lines);
    for (at, line) in lines.list().iter().enumerate() {
        step(at).await;
        flow.text(line, None, &mut emit_as_turns);
    }
    flow.finish(&mut emit_as_turns);
}
