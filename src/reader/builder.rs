//! From events to a transcript, heeding what the user has corrected by hand.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
    rc::Rc,
};

use super::{
    Event,
    clean::Cleaned,
    event::Label,
    people::{self, Named},
};
use crate::{
    model::{
        self, Aside, AsideKind, Block, Choice, Corrections, Elapsed, Format, LabelIndex, Language, Meeting, Paragraph,
        ParagraphKind, Remark, Repair, Repairs, Transcript, Turn, TurnCorrection, TurnIndex,
    },
    text::{Byte, ReadingSpan, SourceSpan},
};

/// A paragraph in the text. One that came as a remark of the reporter knows which block it may become.
struct Piece {
    kind: ParagraphKind,
    span: SourceSpan,
    stage: Option<AsideKind>,
}

/// A finished turn, its heading still in the cleaned text.
struct TextTurn {
    begin: Begin,
    paragraphs: Range<u32>,
}

/// The beginning of a turn.
struct Begin {
    heading: SourceSpan,
    who: Option<Who>,
    in_chair: Option<Rc<str>>,
    at: Option<Elapsed>,
}

/// Who speaks, as far as it is known before all headings are.
enum Who {
    Label(LabelIndex),
    /// Somebody the user named, by the key.
    Key(String),
}

/// The block that events are added to.
enum Open {
    Turn(Begin),
    Aside(AsideKind),
}

pub(super) struct Builder<'a> {
    text: &'a str,
    cleaning: &'a Repairs,
    format: Format,
    language: Language,
    /// The corrections of turns, by their place in the cleaned text.
    corrected: BTreeMap<usize, &'a TurnCorrection>,
    /// The repairs that are not made, by their place in the source.
    off: &'a BTreeSet<SourceSpan>,
    corrections: &'a Corrections,
    repairs: Repairs,
    remarks: Vec<Remark>,
    known: HashMap<Label<'a>, LabelIndex>,
    labels: Vec<model::Label>,
    in_chair: Option<Rc<str>>,
    /// What was taken for a heading and is none: it begins the next paragraph, or is one.
    no_heading: Option<SourceSpan>,
    /// What repairs that are not made leave standing between paragraphs, unless the next paragraph holds it.
    left: Vec<SourceSpan>,
    /// The present block, and its paragraphs so far.
    open: Option<(Open, Vec<Piece>)>,
    /// Finished blocks; the spans of turns and paragraphs are still those of the cleaned text.
    blocks: Vec<Block>,
    turns: Vec<TextTurn>,
    paragraphs: Vec<(ParagraphKind, SourceSpan)>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(cleaned: &'a Cleaned<'_>, format: Format, corrections: &'a Corrections) -> Self {
        let place = |at: Byte| cleaned.repairs.to_reading(SourceSpan::new(at.index()..at.index())).start().index();
        Self {
            text: &cleaned.text,
            cleaning: &cleaned.repairs,
            format,
            language: Language::default(),
            corrected: corrections.turns.iter().map(|(at, turn)| (place(*at), turn)).collect(),
            off: &corrections.off,
            corrections,
            repairs: Repairs::default(),
            remarks: Vec::new(),
            known: HashMap::new(),
            labels: Vec::new(),
            in_chair: None,
            no_heading: None,
            left: Vec::new(),
            open: None,
            blocks: Vec::new(),
            turns: Vec::new(),
            paragraphs: Vec::new(),
        }
    }

    pub(super) fn event(&mut self, event: Event<'a>) {
        match event {
            Event::Turn { heading, speaker, at } => self.turn(heading, speaker, at),
            Event::Aside(kind) => {
                self.close();
                self.open = Some((Open::Aside(kind), Vec::new()));
            }
            Event::Paragraph(kind, span) => self.paragraph(kind, span),
            Event::Stage(stage, span) => {
                self.left.retain(|left| left.start() < span.start());
                self.settle(span.start().index());
                self.piece(Piece { kind: ParagraphKind::Stage, span, stage: Some(stage) });
            }
            Event::ChairTakenBy(name) => self.in_chair = Some(name.into()),
            Event::Repair(repair) => self.repair(repair),
            Event::Language(language) => self.language = language,
            Event::Remark(remark) => self.remarks.push(remark),
        }
    }

    fn turn(&mut self, heading: SourceSpan, speaker: Option<Label<'a>>, at: Option<Elapsed>) {
        self.left.retain(|left| left.start() < heading.start());
        match self.corrected.get(&heading.start().index()) {
            Some(TurnCorrection::None) => {
                self.settle(heading.start().index());
                self.no_heading = Some(heading).filter(|heading| !heading.is_empty());
            }
            Some(TurnCorrection::By(key)) => {
                self.close();
                self.begin(heading, Some(Who::Key(key.clone())), at);
            }
            None => {
                self.close();
                let who = speaker.map(|label| Who::Label(self.label(label)));
                self.begin(heading, who, at);
            }
        }
    }

    fn begin(&mut self, heading: SourceSpan, who: Option<Who>, at: Option<Elapsed>) {
        let who = who.filter(|who| !matches!(who, Who::Key(key) if key.is_empty()));
        self.open = Some((Open::Turn(Begin { heading, who, in_chair: self.in_chair.clone(), at }), Vec::new()));
    }

    fn paragraph(&mut self, kind: ParagraphKind, span: SourceSpan) {
        let (mut start, end) = (span.start().index(), span.end().index());
        self.left.retain(|left| left.start().index() < start);
        // Words behind what is no heading go on on its line.
        if let Some(heading) = self.no_heading {
            let between = self.text.get(heading.end().index()..start).unwrap_or("\n");
            if between.chars().all(|c| c == ' ' || c == '\t') {
                self.no_heading = None;
                start = heading.start().index();
            }
        }
        self.settle(start);
        let begins: Vec<(usize, String)> = self
            .corrected
            .range(start..end)
            .filter_map(|(at, turn)| match turn {
                TurnCorrection::By(key) => Some((self.outside(*at).max(start), key.clone())),
                TurnCorrection::None => None,
            })
            .collect();
        for (at, key) in begins {
            // A turn that has just begun here was corrected when it did.
            let has_begun = matches!(&self.open, Some((Open::Turn(begin), pieces))
                if pieces.is_empty() && begin.heading.is_empty() && begin.heading.start().index() == at);
            if has_begun || !self.text.is_char_boundary(at) {
                continue;
            }
            self.words(kind, start, at);
            self.close();
            self.begin(SourceSpan::new(at..at), Some(Who::Key(key)), None);
            start = at;
        }
        self.words(kind, start, end);
    }

    /// The place itself, or the beginning of the repair that it lies in.
    fn outside(&self, at: usize) -> usize {
        self.repairs.of_byte(Byte::at(at)).map_or(at, |repair| repair.source.start().index())
    }

    /// The words between two places, without what is blank, or reads as blank, at either end.
    fn trimmed(&self, start: usize, end: usize) -> SourceSpan {
        let mut span = SourceSpan::new(start..end).trimmed(self.text);
        let blank = |at: Byte| self.repairs.of_byte(at).filter(|repair| repair.with.trim().is_empty());
        while !span.is_empty() {
            let (start, end) = (span.start(), span.end());
            let from = blank(start).map_or(start, |repair| repair.source.end());
            let to = blank(Byte(end.0 - 1)).map_or(end, |repair| repair.source.start());
            if (from, to) == (start, end) {
                break;
            }
            span = SourceSpan::new(from.index()..to.max(from).index()).trimmed(self.text);
        }
        span
    }

    /// A paragraph of the words between two places.
    fn words(&mut self, kind: ParagraphKind, start: usize, end: usize) {
        let span = self.trimmed(start, end);
        if !span.is_empty() {
            self.piece(Piece { kind, span, stage: None });
        }
    }

    /// What waits before the byte `before` becomes paragraphs.
    fn settle(&mut self, before: usize) {
        if self.no_heading.is_none() && self.left.is_empty() {
            return;
        }
        let mut waiting: Vec<SourceSpan> = self.no_heading.take().into_iter().collect();
        let (now, later): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.left).into_iter().partition(|left| left.start().index() < before);
        self.left = later;
        waiting.extend(now);
        waiting.sort_unstable();
        for span in waiting {
            self.words(ParagraphKind::Text, span.start().index(), span.end().index());
        }
    }

    fn repair(&mut self, repair: Repair) {
        let source = self.cleaning.to_source(ReadingSpan::new(repair.source.range()));
        if self.off.contains(&source) {
            self.left.push(repair.source);
        } else {
            self.repairs.push(repair);
        }
    }

    pub(super) fn finish(mut self, source: &Rc<str>) -> Transcript {
        self.close();
        let reading = self.repairs.apply(self.text);
        let found: Vec<Named<'_>> = self
            .turns
            .iter()
            .map(|TextTurn { begin, .. }| match &begin.who {
                None => Named::Nobody,
                Some(Who::Key(key)) => Named::Key(key, begin.in_chair.as_deref()),
                Some(Who::Label(label)) => Named::Label(*label, begin.in_chair.as_deref()),
            })
            .collect();
        let people = people::find(self.labels, &found, self.corrections);
        let (mut place_heading, mut place) = (self.repairs.to_reading_in_order(), self.repairs.to_reading_in_order());
        let turns = self.turns.into_iter().zip(people.turns);
        let turns = turns
            .map(|(TextTurn { begin, paragraphs }, (label, speaker))| {
                let heading = place_heading(begin.heading);
                Turn { speaker, label, at: begin.at, heading, paragraphs }
            })
            .collect();
        let paragraphs =
            self.paragraphs.into_iter().map(|(kind, span)| Paragraph { text: place(span), kind }).collect();
        drop((place_heading, place));
        Transcript {
            turns,
            paragraphs,
            source: Rc::clone(source),
            reading,
            repairs: self.cleaning.clone().then(self.repairs),
            format: self.format,
            choice: Choice::Found,
            language: self.corrections.language.unwrap_or(self.language),
            meeting: Meeting::default(),
            labels: people.labels,
            speakers: people.speakers,
            blocks: self.blocks,
            insets: Vec::new(),
            remarks: self.remarks,
        }
    }

    fn label(&mut self, label: Label<'a>) -> LabelIndex {
        if let Some(known) = self.known.get(&label) {
            return *known;
        }
        let own = |text: &Cow<'a, str>| text.clone().into_owned();
        self.labels.push(model::Label {
            name: own(&label.name),
            honorific: label.honorific.as_ref().map(own),
            party: label.party.as_ref().map(own),
            role: label.role,
        });
        let index = LabelIndex(Byte::at(self.labels.len() - 1).0);
        self.known.insert(label, index);
        index
    }

    fn piece(&mut self, piece: Piece) {
        self.open.get_or_insert_with(|| (Open::Aside(AsideKind::Front), Vec::new())).1.push(piece);
    }

    /// Ends the present block. Remarks of the reporter behind its last words become blocks of their own.
    fn close(&mut self) {
        self.settle(usize::MAX);
        let Some((open, mut pieces)) = self.open.take() else { return };
        let words = pieces.iter().rposition(|piece| piece.stage.is_none()).map_or(0, |last| last + 1);
        let stages = pieces.split_off(words);
        let is_turn = matches!(open, Open::Turn(_));
        if is_turn || !pieces.is_empty() {
            let paragraphs = self.take(pieces);
            self.blocks.push(match open {
                Open::Turn(begin) => {
                    self.turns.push(TextTurn { begin, paragraphs });
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
