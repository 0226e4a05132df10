//! Captions: `WebVTT` and SRT, whose grammar is in `cues.rs`.
//!
//! ```text
//! transcript = [ title ] { turn | stage }
//! turn       = [ voice | label ":" | ">>" [ label ":" ] ] words { cue of the same speaker }
//! stage      = a cue that is all in brackets: "[APPLAUSE]"
//! ```
//!
//! The cues of one speaker that follow each other are one turn, which begins when the first is shown; the others need
//! not name the speaker again. Whether `Name:` at the beginning of a line is a speaker, `evidence.rs` tells; in a file
//! with voice tags it never is. Where nobody is named, each paragraph is a turn.
//!
//! The words flow over the ends of cues. A new paragraph begins where a sentence has ended and nobody speaks for two
//! seconds, or the paragraph is long already; and in any case where it is very long, since captions made by machines
//! may have no full stops. Roll-up captions show each line again above the next one: what a cue repeats of the one
//! before is left out.

use super::{
    Confidence, Event, FormatReader, Line, Lines,
    cues::{self, Piece, Row, Shown},
    event::Label,
    evidence::Evidence,
    lines,
    name_label::{self, Form, Heading},
    named_lines, step,
};
use crate::{
    model::{AsideKind, Format, ParagraphKind, Remark, Repair, RepairKind, pause},
    text::SourceSpan,
};

pub(super) const FORMAT: FormatReader = FormatReader {
    format: Format("captions"),
    detect,
    read: |lines, emit| Box::pin(read(lines, emit)),
    complete: named_lines::complete,
};

/// A silence that ends a paragraph, in milliseconds.
const PAUSE: u32 = 2_000;

/// A paragraph longer than this ends with its sentence, in bytes.
const LONG: usize = 600;

/// A paragraph longer than this ends with its cue, in bytes.
const VERY_LONG: usize = 1_200;

/// The most lines that a roll-up caption repeats.
const MAX_ROLLED: usize = 4;

/// A cue that is shown no longer than this only holds the lines of the one before, in milliseconds.
const INSTANT: u32 = 50;

/// A line of a cue.
struct Text<'a> {
    line: Line<'a>,
    pieces: Vec<Piece>,
    /// What is seen of it.
    seen: String,
    is_repeated: bool,
}

struct Cue<'a> {
    shown: Shown,
    texts: Vec<Text<'a>>,
}

fn detect(lines: &[Line<'_>]) -> Confidence {
    let cues = lines.iter().filter(|line| cues::times(line.text).is_some()).count();
    let is_webvtt = lines.first().is_some_and(|line| cues::header(line.text).is_some());
    Confidence(match cues {
        0 => 0,
        _ if is_webvtt => 99,
        _ if cues * 6 >= lines.len() => 98,
        _ => 0,
    })
}

async fn read<'a>(lines: &Lines<'a>, emit: &mut dyn FnMut(Event<'a>)) {
    let rows = cues::rows(lines.list());
    let mut cues: Vec<Cue<'a>> = Vec::new();
    let mut writer = Writer::new(lines, emit);
    for (line, row) in lines.list().iter().zip(rows) {
        match (row, cues.last_mut()) {
            (Row::Front(from), _) => writer.front(line.start + from, line.end()),
            (Row::Times(shown), _) => cues.push(Cue { shown, texts: Vec::new() }),
            (Row::Text, Some(cue)) => cue.texts.push(text(*line)),
            (Row::Text | Row::Sign, _) => {}
        }
    }
    pause().await;
    mark_repeated(&mut cues);
    let named = Named::find(&cues);
    writer.has_speakers = named.anybody;
    writer.next = named.anybody.then_some(Next::Nobody);
    if !named.anybody && !cues.is_empty() {
        (writer.emit)(Event::Remark(Remark::NoSpeakers));
    }
    for (at, cue) in cues.iter().enumerate() {
        step(at).await;
        writer.cue(cue, &named);
    }
    writer.finish();
}

fn text(line: Line<'_>) -> Text<'_> {
    let pieces = cues::pieces(line.text);
    let mut seen = String::new();
    for piece in &pieces {
        if let Piece::Words { span, reads, spaced } = piece {
            seen.push_str(if *spaced && !seen.is_empty() { " " } else { "" });
            seen.push_str(reads.as_deref().unwrap_or(&line.text[span.clone()]));
        }
    }
    Text { line, pieces, seen, is_repeated: false }
}

/// Marks the lines that a cue only shows again. In a roll-up file those are the last lines of the cue before; in any
/// other, a whole cue that is shown for an instant, or at the same time as the same words.
fn mark_repeated(cues: &mut [Cue<'_>]) {
    let rolled = |pair: &[Cue<'_>]| {
        let (before, after) = (&pair[0].texts, &pair[1].texts);
        let same = |count: &usize| {
            let last = &before[before.len() - count..];
            last.iter().zip(after).all(|(a, b)| a.seen == b.seen && !a.seen.is_empty())
        };
        (1..=MAX_ROLLED.min(before.len()).min(after.len())).rev().find(same).unwrap_or(0)
    };
    let counts: Vec<usize> = cues.windows(2).map(rolled).collect();
    let rolls =
        cues.iter().skip(1).zip(&counts).filter(|(cue, count)| **count > 0 && **count < cue.texts.len()).count();
    let is_roll_up = rolls > 1 && rolls * 4 >= cues.len();
    for (at, count) in counts.into_iter().enumerate() {
        let before = cues[at].shown;
        let is_whole = count == cues[at].texts.len();
        let Cue { shown, texts } = &mut cues[at + 1];
        let is_instant = shown.until.0.saturating_sub(shown.from.0) <= INSTANT || shown.from == before.from;
        if is_roll_up || is_whole && count == texts.len() && is_instant {
            texts[..count].iter_mut().for_each(|text| text.is_repeated = true);
        }
    }
}

/// Who is named in the file, and how.
struct Named {
    anybody: bool,
    evidence: Option<Evidence>,
}

impl Named {
    fn find(cues: &[Cue<'_>]) -> Self {
        let texts = || cues.iter().flat_map(|cue| cue.texts.iter().filter(|text| !text.is_repeated));
        let any = |wanted: fn(&Piece) -> bool| texts().any(|text| text.pieces.iter().any(wanted));
        if any(|piece| matches!(piece, Piece::Voice(name) if !name.is_empty())) {
            return Self { anybody: true, evidence: None };
        }
        let mut starts = Vec::new();
        for cue in cues {
            let live = cue.texts.iter().filter(|text| !text.is_repeated);
            live.enumerate().for_each(|(at, text)| starts.extend(heads(text, at == 0).map(|(_, line)| line)));
        }
        let evidence = Evidence::weigh(&starts).filter(|evidence| evidence.confidence() > 0);
        let is_heading = |line: &Line<'_>| evidence.as_ref().is_some_and(|evidence| heading(evidence, line).is_some());
        let anybody = starts.iter().any(is_heading) || any(|piece| *piece == Piece::Change);
        Self { anybody, evidence }
    }
}

/// The places in a text line where a label may stand, as lines of their own, with the piece that begins there. The
/// beginning of a cue counts as one behind an empty line.
fn heads<'t, 'a>(text: &'t Text<'a>, begins_cue: bool) -> impl Iterator<Item = (usize, Line<'a>)> + use<'t, 'a> {
    let mut breaks = if begins_cue { 2 } else { 1 };
    let mut may = true;
    text.pieces.iter().enumerate().filter_map(move |(at, piece)| match piece {
        Piece::Change => {
            (breaks, may) = (2, true);
            None
        }
        Piece::Words { span, reads: None, .. } if may => {
            may = false;
            Some((at, Line { text: &text.line.text[span.clone()], start: text.line.start + span.start, breaks }))
        }
        Piece::Words { .. } => {
            may = false;
            None
        }
        Piece::Voice(_) => None,
    })
}

fn heading<'a>(evidence: &Evidence, line: &Line<'a>) -> Option<Heading<'a>> {
    name_label::heading(line.text).filter(|heading| heading.form == Form::Colon && evidence.accepts(line, heading))
}

/// With whom the next words begin a turn.
enum Next<'a> {
    Nobody,
    Somebody(SourceSpan, Vec<Repair>, Label<'a>),
}

/// The paragraph that is being written.
struct Open {
    start: usize,
    length: usize,
    /// Until when its last words are shown.
    shown: Shown,
    ends_sentence: bool,
}

struct Writer<'l, 'a, 'e> {
    lines: &'l Lines<'a>,
    emit: &'e mut dyn FnMut(Event<'a>),
    /// Where the last thing written ends.
    end: usize,
    /// Whether lines since then were repeated ones.
    repeated: bool,
    open: Option<Open>,
    has_speakers: bool,
    next: Option<Next<'a>>,
    /// Who speaks.
    who: Option<String>,
}

impl<'l, 'a, 'e> Writer<'l, 'a, 'e> {
    fn new(lines: &'l Lines<'a>, emit: &'e mut dyn FnMut(Event<'a>)) -> Self {
        Self { lines, emit, end: 0, repeated: false, open: None, has_speakers: false, next: None, who: None }
    }

    fn front(&mut self, start: usize, end: usize) {
        self.gap(start, "\n");
        (self.emit)(Event::Paragraph(ParagraphKind::Text, SourceSpan::new(start..end)));
        self.end = end;
    }

    fn cue(&mut self, cue: &Cue<'a>, named: &Named) {
        self.repeated |= cue.texts.iter().any(|text| text.is_repeated);
        let live: Vec<&Text<'a>> = cue.texts.iter().filter(|text| !text.is_repeated).collect();
        if let Some(kind) = stage(&live) {
            self.stage(kind, &live, cue.shown);
            return;
        }
        let mut begins_cue = true;
        for (row, text) in live.iter().enumerate() {
            let labels: Vec<(usize, Heading<'a>)> = match &named.evidence {
                Some(evidence) => {
                    heads(text, row == 0).filter_map(|(at, line)| Some((at, heading(evidence, &line)?))).collect()
                }
                None => Vec::new(),
            };
            for (at, piece) in text.pieces.iter().enumerate() {
                match piece {
                    Piece::Voice(name) => self.voice(text, name.start, name.end),
                    Piece::Change => self.next = Some(Next::Nobody),
                    Piece::Words { span, reads, spaced } => {
                        let label = labels.iter().find(|(of, _)| *of == at);
                        let (mut start, end) = (text.line.start + span.start, text.line.start + span.end);
                        if let Some((_, heading)) = label {
                            let shown = start + heading.shown.start..start + heading.shown.end;
                            self.somebody(SourceSpan::new(shown), Vec::new(), heading.label.clone());
                            start += heading.words;
                        }
                        if start < end {
                            self.words(SourceSpan::new(start..end), *spaced, cue.shown, begins_cue);
                            let read = reads.clone().map(|with| Repair {
                                source: SourceSpan::new(start..end),
                                with,
                                kind: RepairKind::Markup,
                            });
                            read.map(Event::Repair).into_iter().for_each(&mut *self.emit);
                            begins_cue = false;
                        }
                    }
                }
            }
        }
    }

    /// A voice tag, whose name stands between two bytes of a line.
    fn voice(&mut self, text: &Text<'a>, start: usize, end: usize) {
        if start == end {
            if self.who.is_some() {
                self.next = Some(Next::Nobody);
            }
            return;
        }
        let name = &text.line.text[start..end];
        let at = text.line.start + start;
        let mut decoded = String::new();
        let mut repairs = Vec::new();
        let mut from = 0;
        for piece in cues::pieces(name) {
            let Piece::Words { span, reads: Some(reads), .. } = piece else { continue };
            decoded.push_str(&name[from..span.start]);
            decoded.push_str(&reads);
            from = span.end;
            let source = SourceSpan::new(at + span.start..at + span.end);
            repairs.push(Repair { source, with: reads, kind: RepairKind::Markup });
        }
        decoded.push_str(&name[from..]);
        let label = if repairs.is_empty() { name_label::label(name) } else { name_label::label(&decoded).into_owned() };
        self.somebody(SourceSpan::new(at..at + name.len()), repairs, label);
    }

    /// From the next words on, this is who speaks. Whoever speaks on needs no new turn.
    fn somebody(&mut self, heading: SourceSpan, repairs: Vec<Repair>, label: Label<'a>) {
        if self.who.as_deref() == Some(&*label.name) {
            self.next = None;
        } else {
            self.next = Some(Next::Somebody(heading, repairs, label));
        }
    }

    /// Somebody's turn begins with its heading.
    fn begin(&mut self, heading: SourceSpan, repairs: Vec<Repair>, label: Label<'a>, shown: Shown) {
        self.close();
        self.gap(heading.start().index(), "\n\n");
        repairs.into_iter().map(Event::Repair).for_each(&mut *self.emit);
        self.who = Some(label.name.clone().into_owned());
        (self.emit)(Event::Turn { heading, speaker: Some(label), at: Some(shown.from) });
        self.end = heading.end().index();
    }

    fn words(&mut self, span: SourceSpan, spaced: bool, shown: Shown, begins_cue: bool) {
        let (start, end) = (span.start().index(), span.end().index());
        let at = Some(shown.from);
        match self.next.take() {
            Some(Next::Somebody(heading, repairs, label)) => {
                self.begin(heading, repairs, label, shown);
                let between = self.lines.source().get(self.end..start).unwrap_or_default();
                self.gap(start, if between.chars().all(|c| c == ' ') { " " } else { "\n" });
            }
            Some(Next::Nobody) => {
                self.close();
                self.gap(start, "\n\n");
                self.who = None;
                (self.emit)(Event::Turn { heading: SourceSpan::new(start..start), speaker: None, at });
            }
            None if self.goes_on(shown, begins_cue) => self.gap(start, if spaced { " " } else { "" }),
            None => {
                self.close();
                self.gap(start, "\n\n");
                if !self.has_speakers {
                    (self.emit)(Event::Turn { heading: SourceSpan::new(start..start), speaker: None, at });
                }
            }
        }
        let ends_sentence = span.of(self.lines.source()).is_some_and(|words| {
            words.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']).ends_with(['.', '!', '?', '…'])
        });
        let open = self.open.get_or_insert(Open { start, length: 0, shown, ends_sentence });
        (open.shown, open.ends_sentence) = (shown, ends_sentence);
        open.length += end - start;
        self.end = end;
    }

    /// Whether the words of a cue go on with the paragraph.
    fn goes_on(&self, shown: Shown, begins_cue: bool) -> bool {
        self.open.as_ref().is_some_and(|open| {
            let pause = shown.from.0.saturating_sub(open.shown.until.0);
            let ends = open.ends_sentence && (pause >= PAUSE || open.length > LONG) || open.length > VERY_LONG;
            !(begins_cue && ends)
        })
    }

    /// A remark of the reporter. A name before it, behind which nothing was said yet, begins its turn before it.
    fn stage(&mut self, kind: AsideKind, texts: &[&Text<'a>], shown: Shown) {
        match self.next.take() {
            Some(Next::Somebody(heading, repairs, label)) => self.begin(heading, repairs, label, shown),
            next => self.next = next,
        }
        self.close();
        let mut first = None;
        for text in texts {
            for piece in &text.pieces {
                let Piece::Words { span, reads, spaced } = piece else { continue };
                let (start, end) = (text.line.start + span.start, text.line.start + span.end);
                let with = if *spaced { " " } else { "" };
                self.gap(start, if first.is_none() { "\n\n" } else { with });
                first.get_or_insert(start);
                let source = SourceSpan::new(start..end);
                let read = reads.clone().map(|with| Repair { source, with, kind: RepairKind::Markup });
                read.map(Event::Repair).into_iter().for_each(&mut *self.emit);
                self.end = end;
            }
        }
        if let Some(start) = first {
            (self.emit)(Event::Stage(kind, SourceSpan::new(start..self.end)));
        }
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            (self.emit)(Event::Paragraph(ParagraphKind::Text, SourceSpan::new(open.start..self.end)));
        }
    }

    /// Puts `with` between what was written last and `to`.
    fn gap(&mut self, to: usize, with: &'static str) {
        let gone = self.lines.source().get(self.end..to).unwrap_or_default();
        let kind = if self.repeated {
            RepairKind::Repeated
        } else if !gone.chars().all(lines::is_blank) {
            RepairKind::Markup
        } else if with == " " && gone.contains(['\n', '\r']) {
            RepairKind::LineBreak
        } else {
            RepairKind::Blank
        };
        self.repeated = false;
        let with = if self.end == 0 { "" } else { with };
        self.lines.replace(self.end, to, with, kind).map(Event::Repair).into_iter().for_each(&mut *self.emit);
    }

    fn finish(&mut self) {
        self.close();
        self.gap(self.lines.source().len(), "");
    }
}

/// Whether the lines of a cue are all one remark of the reporter.
fn stage(texts: &[&Text<'_>]) -> Option<AsideKind> {
    let is_plain = |text: &&&Text<'_>| text.pieces.iter().all(|piece| matches!(piece, Piece::Words { .. }));
    if texts.iter().filter(is_plain).count() < texts.len() {
        return None;
    }
    let seen: Vec<&str> = texts.iter().map(|text| text.seen.as_str()).collect();
    named_lines::stage(seen.join(" ").trim())
}
