//! From events to a transcript.

use std::{borrow::Cow, collections::HashMap, ops::Range, rc::Rc};

use super::{Event, event::Label};
use crate::{
    model::{
        Aside, AsideKind, Block, Format, Language, Meeting, Paragraph, ParagraphKind, Remark, Repairs, Role, Speaker,
        SpeakerIndex, Transcript, Turn, TurnIndex,
    },
    text::{Byte, ReadingSpan, SourceSpan},
};

/// A paragraph in the source. One that came as a remark of the reporter knows which block it may become.
struct Piece {
    kind: ParagraphKind,
    span: SourceSpan,
    stage: Option<AsideKind>,
}

/// A finished turn, its heading still in the source.
struct SourceTurn {
    heading: SourceSpan,
    speaker: Option<SpeakerIndex>,
    in_chair: Option<Rc<str>>,
    paragraphs: Range<u32>,
}

/// The block that events are added to.
enum Open {
    Turn { heading: SourceSpan, speaker: Option<SpeakerIndex>, in_chair: Option<Rc<str>> },
    Aside(AsideKind),
}

pub(super) struct Builder<'a> {
    source: &'a str,
    format: Format,
    language: Language,
    repairs: Repairs,
    remarks: Vec<Remark>,
    labels: HashMap<Label<'a>, SpeakerIndex>,
    speakers: Vec<Speaker>,
    in_chair: Option<Rc<str>>,
    /// The present block, and its paragraphs so far.
    open: Option<(Open, Vec<Piece>)>,
    /// Finished blocks; the spans of turns and paragraphs are still those of the source.
    blocks: Vec<Block>,
    turns: Vec<SourceTurn>,
    paragraphs: Vec<(ParagraphKind, SourceSpan)>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(source: &'a str, format: Format) -> Self {
        Self {
            source,
            format,
            language: Language::default(),
            repairs: Repairs::default(),
            remarks: Vec::new(),
            labels: HashMap::new(),
            speakers: Vec::new(),
            in_chair: None,
            open: None,
            blocks: Vec::new(),
            turns: Vec::new(),
            paragraphs: Vec::new(),
        }
    }

    pub(super) fn event(&mut self, event: Event<'a>) {
        match event {
            Event::Turn { heading, speaker } => {
                self.close();
                let chairs = speaker.as_ref().is_some_and(|label| label.role == Role::Chair);
                let in_chair = self.in_chair.clone().filter(|_| chairs);
                let speaker = speaker.map(|label| self.speaker(label));
                self.open = Some((Open::Turn { heading, speaker, in_chair }, Vec::new()));
            }
            Event::Aside(kind) => {
                self.close();
                self.open = Some((Open::Aside(kind), Vec::new()));
            }
            Event::Paragraph(kind, span) => self.piece(Piece { kind, span, stage: None }),
            Event::Stage(stage, span) => {
                self.piece(Piece { kind: ParagraphKind::Stage, span, stage: Some(stage) });
            }
            Event::ChairTakenBy(name) => self.in_chair = Some(name.into()),
            Event::Repair(repair) => self.repairs.push(repair),
            Event::Language(language) => self.language = language,
            Event::Remark(remark) => self.remarks.push(remark),
        }
    }

    pub(super) fn finish(mut self) -> Transcript {
        self.close();
        let reading = self.repairs.apply(self.source);
        let repairs = &self.repairs;
        let place = |span: SourceSpan| repairs.to_reading(span);
        let turns = self.turns.into_iter().map(|turn| Turn {
            speaker: turn.speaker,
            in_chair: turn.in_chair,
            heading: if turn.heading.is_empty() { at_start(place(turn.heading)) } else { place(turn.heading) },
            paragraphs: turn.paragraphs,
        });
        let paragraphs = self.paragraphs.into_iter().map(|(kind, span)| Paragraph { text: place(span), kind });
        Transcript {
            turns: turns.collect(),
            paragraphs: paragraphs.collect(),
            source: self.source.into(),
            reading,
            repairs: self.repairs,
            format: self.format,
            language: self.language,
            meeting: Meeting::default(),
            speakers: self.speakers,
            blocks: self.blocks,
            remarks: self.remarks,
        }
    }

    fn speaker(&mut self, label: Label<'a>) -> SpeakerIndex {
        if let Some(known) = self.labels.get(&label) {
            return *known;
        }
        let own = |text: &Cow<'a, str>| text.clone().into_owned();
        self.speakers.push(Speaker {
            name: own(&label.name),
            honorific: label.honorific.as_ref().map(own),
            party: label.party.as_ref().map(own),
            role: label.role,
            function: None,
        });
        let index = SpeakerIndex(Byte::at(self.speakers.len() - 1).0);
        self.labels.insert(label, index);
        index
    }

    fn piece(&mut self, piece: Piece) {
        self.open.get_or_insert_with(|| (Open::Aside(AsideKind::Front), Vec::new())).1.push(piece);
    }

    /// Ends the present block. Remarks of the reporter behind its last words become blocks of their own.
    fn close(&mut self) {
        let Some((open, mut pieces)) = self.open.take() else { return };
        let words = pieces.iter().rposition(|piece| piece.stage.is_none()).map_or(0, |last| last + 1);
        let stages = pieces.split_off(words);
        let is_turn = matches!(open, Open::Turn { .. });
        if is_turn || !pieces.is_empty() {
            let paragraphs = self.take(pieces);
            self.blocks.push(match open {
                Open::Turn { heading, speaker, in_chair } => {
                    self.turns.push(SourceTurn { heading, speaker, in_chair, paragraphs });
                    Block::Turn(TurnIndex(Byte::at(self.turns.len() - 1).0))
                }
                Open::Aside(kind) => Block::Aside(Aside { kind, paragraphs }),
            });
        }
        for mut stage in stages {
            let kind = stage.stage.take().unwrap_or(AsideKind::Stage);
            let paragraphs = self.take(vec![stage]);
            self.blocks.push(Block::Aside(Aside { kind, paragraphs }));
        }
    }

    fn take(&mut self, pieces: Vec<Piece>) -> Range<u32> {
        let start = Byte::at(self.paragraphs.len()).0;
        self.paragraphs.extend(pieces.into_iter().map(|piece| (piece.kind, piece.span)));
        start..Byte::at(self.paragraphs.len()).0
    }
}

fn at_start(span: ReadingSpan) -> ReadingSpan {
    ReadingSpan::new(span.start().index()..span.start().index())
}
