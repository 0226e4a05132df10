//! Selecting by words and by sentences.

use super::Desk;
use crate::{
    model::Transcript,
    text::{Byte, ReadingSpan, sentence_at},
};

impl Desk {
    /// What `s` selects: the sentence at the caret; with words selected, the whole of their sentences; with whole
    /// sentences selected, the next one too, in the next paragraph where this one ends. `None` without a caret.
    pub(super) fn next_sentences(&self) -> Option<ReadingSpan> {
        let Some(selected) = self.selection else {
            let caret = self.caret?;
            // Behind what was just marked one reads on.
            let next = self.ends_mark(caret).then(|| self.sentence_behind(caret)).flatten();
            return next.or_else(|| self.sentence(caret));
        };
        let whole = sentences(&self.transcript, selected);
        if whole != selected {
            return Some(whole);
        }
        let more = self.sentence_behind(selected.end());
        Some(more.map_or(selected, |more| ReadingSpan::new(selected.start().index()..more.end().index())))
    }

    /// Whether marked words end at a byte of the reading text.
    fn ends_mark(&self, at: Byte) -> bool {
        let paragraph = self.transcript.paragraphs.partition_point(|paragraph| paragraph.text.end() < at);
        let paragraph = Byte::at(paragraph).0;
        let marks = self.marks.get(self.transcript.block_of(paragraph)).and_then(|marks| marks.paragraph(paragraph));
        let mut marks = marks.into_iter().flatten().flat_map(|segment| &segment.active);
        marks.any(|mark| mark.mention.is_none() && mark.passage.end() == at)
    }

    /// The sentence behind a byte of the reading text, in the next paragraph where this one ends there.
    fn sentence_behind(&self, end: Byte) -> Option<ReadingSpan> {
        let next = self.transcript.paragraphs.partition_point(|paragraph| paragraph.text.end() <= end);
        let next = self.transcript.paragraphs.get(next)?.text;
        let rest = self.transcript.reading.get(end.index()..)?;
        let behind = end.index() + rest.len() - rest.trim_start().len();
        self.sentence(Byte::at(behind.max(next.start().index())))
    }

    /// The sentence at a byte of the reading text.
    fn sentence(&self, at: Byte) -> Option<ReadingSpan> {
        let paragraph = self.transcript.paragraphs.partition_point(|paragraph| paragraph.text.end() < at);
        let paragraph = self.transcript.paragraphs.get(paragraph)?.text;
        let from = paragraph.start().index();
        let sentence = sentence_at(self.transcript.words(paragraph), at.index().saturating_sub(from));
        Some(ReadingSpan::new(from + sentence.start..from + sentence.end)).filter(|sentence| !sentence.is_empty())
    }
}

/// The sentences in which `span` begins and ends, and what lies between.
pub(super) fn sentences(transcript: &Transcript, span: ReadingSpan) -> ReadingSpan {
    let paragraphs = transcript.paragraphs_in(span);
    let (Some(first), Some(last)) = (paragraphs.clone().next(), paragraphs.last()) else { return span };
    let (first, last) = (transcript.paragraphs[first].text, transcript.paragraphs[last].text);
    let (from, to) = (first.start().index(), last.start().index());
    let begin = sentence_at(transcript.words(first), span.start().index().saturating_sub(from));
    let end = sentence_at(transcript.words(last), span.end().index().saturating_sub(to + 1));
    ReadingSpan::new(from + begin.start..(to + end.end).max(span.end().index()))
}

/// The span stretched to the ends of the words that it cuts.
pub(super) fn whole_words(text: &str, span: ReadingSpan) -> ReadingSpan {
    let (start, end) = (span.start().index(), span.end().index());
    let (before, inside, after) = (&text[..start], &text[start..end], &text[end..]);
    let cut =
        |left: &str, right: &str| left.ends_with(char::is_alphanumeric) && right.starts_with(char::is_alphanumeric);
    let lead = before.len() - before.trim_end_matches(char::is_alphanumeric).len();
    let tail = after.len() - after.trim_start_matches(char::is_alphanumeric).len();
    let from = if cut(before, inside) { start - lead } else { start };
    let to = if cut(inside, after) { end + tail } else { end };
    ReadingSpan::new(from..to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Message, tests::Shell};

    const DEBATE: &str = "De voorzitter:\nGoedemorgen.\n\nMevrouw Aalst (Kust):\nKomt de brief? Dat vraag ik. Nu.\n\nEn de \
                          cijfers?\n\nDe voorzitter:\nDank.\n";

    #[test]
    fn sentence_after_sentence() {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(DEBATE.into()));
        shell.send(Message::SelectSentence);
        assert!(shell.desk().selection.is_none() && shell.state.notice.is_some(), "there is no caret");
        let caret = shell.desk().transcript.reading.find("vraag").unwrap();
        shell.send(Message::Caret(Some(Byte::at(caret))));
        let mut selected = Vec::new();
        for _ in 0..5 {
            shell.send(Message::SelectSentence);
            let desk = shell.desk();
            selected.push(desk.transcript.words(desk.selection.unwrap()).to_owned());
        }
        assert_eq!(selected[..3], ["Dat vraag ik.", "Dat vraag ik. Nu.", "Dat vraag ik. Nu.\n\nEn de cijfers?"]);
        assert!(selected[3].ends_with("Dank.") && selected[4] == selected[3], "to the end and no further");
    }

    #[test]
    fn behind_what_was_marked_one_reads_on() {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(DEBATE.into()));
        shell.select("Dat vraag ik.");
        shell.send(Message::Mark(crate::model::Kind::Claim));
        let end = shell.desk().entries[0].pieces[0].end();
        shell.send(Message::Caret(Some(end)));
        shell.send(Message::SelectSentence);
        assert_eq!(shell.desk().transcript.words(shell.desk().selection.unwrap()), "Nu.");
    }

    #[test]
    fn words_become_whole_sentences() {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(DEBATE.into()));
        shell.select("brief? Dat");
        shell.send(Message::SelectSentence);
        let words = shell.desk().transcript.words(shell.desk().selection.unwrap());
        assert_eq!(words, "Komt de brief? Dat vraag ik.");
    }
}
