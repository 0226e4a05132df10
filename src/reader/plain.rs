//! The format for everything else: no speakers are known, and each paragraph is a turn of its own.

use super::{Confidence, Event, FormatReader, Lines, reflow::Flow};
use crate::{
    model::{Format, Remark},
    text::SourceSpan,
};

pub(super) const FORMAT: FormatReader =
    FormatReader { format: Format("plain"), detect: |_| Confidence(1), read, complete: |_| () };

fn read<'a>(lines: &Lines<'a>, emit: &mut dyn FnMut(Event<'a>)) {
    emit(Event::Remark(Remark::NoSpeakers));
    let mut emit_as_turns = |event: Event<'a>| {
        if let Event::Paragraph(_, span) = event {
            let heading = SourceSpan::new(span.start().index()..span.start().index());
            emit(Event::Turn { heading, speaker: None, at: None });
        }
        emit(event);
    };
    let mut flow = Flow::new(lines);
    for line in lines.list() {
        flow.text(line, None, &mut emit_as_turns);
    }
    flow.finish(&mut emit_as_turns);
}
