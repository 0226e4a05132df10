//! The laws that every reading obeys, as checks that panic, and what texts and corrections are made of to try them on.
//! The folder `fuzz` has this file too.

use crate::{
    model::{
        Block, Corrections, InsetKind, Label, Language, Named, Person, RepairKind, Role, SpeakerCorrection, Transcript,
        TurnCorrection,
    },
    reader::{FORMATS, read_with},
    text::{Byte, Offsets, Quote, ReadingSpan, SourceSpan},
};

/// Lines that mean something to some format, and some that only look as if.
pub(super) const LINES: &[&str] = &[
    "De voorzitter:",
    " Mevrouw Van Oordt (Dijkpartij): ",
    "De heer Lindhoud (Nieuw Laagland):",
    "Minister Ter Aalst: ",
    "Voorzitter: Brasse",
    "Griffier: De Wit",
    "Aanwezig zijn twee leden der Kamer, te weten: Brasse en Van Oordt,",
    "en mevrouw Ter Aalst, Minister van Water en Kust.",
    "Aanvang 10.02 uur.",
    "De vergadering wordt van 10.41 uur tot 10.55 uur geschorst.",
    "Tweede Kamer, vergaderjaar 2030–2031, 41 207, nr. 18 3",
    "Sluiting 11.48 uur.",
    "– De Minister stuurt de Kamer een brief.",
    "(Geroffel op de bankjes)",
    "Pike (Chair): Good morning.",
    "Doyle: We have two options:",
    "01 Vraag van Ann Verdonk aan Lucas Hoste (Kust) over de dijk",
    "01.01 Ann Verdonk (Dijkpartij): Ja.",
    "01.02 Minister Lucas",
    "Hoste: Neen.",
    "L'incident est clos.",
    "De vergadering wordt geopend om 14.07 uur en voorgezeten door Ann Verdonk.",
    "12/03/2031 CRIV 56 COM 12",
    "  Mr. McDOYLE of Ohio. I rise.",
    "  The SPEAKER pro tempore (Mr. Hale). So",
    "    Senator Doyle. Thank you.",
    "     ORDER OF BUSINESS",
    "[[Page H12]]",
    "    [The statement of",
    "Mr. Doyle follows:]",
    "Jane Doyle",
    "(Eastmere) (Shore)",
    "Share this contribution",
    "The Minister of State, Port Office",
    "(Lord Pike of Ley) (Hill)",
    "Lord Pike of Ley (Hill)",
    "The Lord Bishop of Eastmere",
    "An Ceann Comhairle",
    "Deputy Jane Doyle",
    "Minister for Ports (Deputy Jo Pike): No.",
    "The Chair (Mr. Amos Hale (Westmere, Hill)): Order.",
    "Mr. Pike (Governor, Bank of Eastmere): Money.",
    "Bundesminister für Häfen Dr. Max Feld, MSc: Ja",
    "Ada Hale (NORD/",
    "President. – The debate is open.",
    "Jane Doyle, on behalf of the HILL Group. – No.",
    "Plusieurs députés du groupe RIVE. Oh !",
    "PIKE (D), PRESIDENT OF THE BOARD: So",
    "Mr. Pike (Eastmere, Shore): What?",
    "The Acting Speaker (Mr. Hale): Order.",
    "M. Jean Lind. – Oui.",
    "Mme la présidente. Bien.",
    "(Beifall bei der",
    "Küste)",
    "[00:01:02] Ada Pike: Good morning.",
    "Ada Pike   0:20",
    "Doyle: 00:00:20",
    "Ada Pike",
    "[0:20]",
    "*Doyle*: No.",
    "**Ada Pike** [00:20] Good **morning**.",
    "**Doyle:**",
    "Q. Were you there?",
    "BY MR. PIKE:",
    "Q12   Doyle: Why?",
    "[SPEAKER_00]: Hm.",
    "14-03-2031 10:02 - Doyle: Hm.",
    "[00:00:03] - Ada Pike",
    "Ada Pike [0:20] Oh: dear.",
    "Ada Pike 0 minutes 3 seconds",
    "10:02 AM",
    "00:05:00",
    " 1   THE COURT:  I see.",
    " 2   nothing -",
    "A. I was.",
    "---",
    "title: The dike",
    "## The dike",
    "THE DIKE",
    "Doyle joined the meeting",
    "WEBVTT - The dike",
    "NOTE Nobody sees this.",
    "12",
    "00:00:01.000 --> 00:00:02.500 align:start",
    "00:00:03,000 --> 00:00:03,010",
    "<v.loud Ada &amp; Co>Good <i> morn</i>ing </v>&nbsp;",
    "&gt;&gt; PIKE: Fish &amp; chips&lrm;<00:00:01.000> &#39;",
    ">> No. >> &nbsp;<c.x> Yes</c>",
    "[APPLAUSE] ",
    "<v >",
    "Wie daar woont, weet dat de Staatssecre-",
    "taris zegt: dat de in- ",
    "en uitlaat volgens Groen-",
    "Noord een NAP-",
    "norm heeft 👩‍👩‍👧 e\u{308}n\u{a0}gaat",
    "",
    " ",
    "\u{feff}",
    "Doyle\u{200e}: \u{202d}Hm.\u{202c}",
];

/// What ends a line.
pub(super) const LINE_ENDS: &[&str] = &["\n", "\n", "\n", " \n", "\r\n", "\r", "\u{c}", "\u{85}", "\n\n"];

/// Persons in no text.
const STRANGERS: &[&str] = &["", "Zoë Duin (Kust)", "Pike", ")(", " "];

/// How many corrections of a kind are made at most, and how many passages are looked at.
const MOST: usize = 8;

/// Choices, made by bytes; when there are no more, always the first.
pub(super) struct Picks<'a>(pub(super) &'a [u8]);

impl Picks<'_> {
    pub(super) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// A number below `count`, or 0.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let high = if count > 256 { self.byte() } else { 0 };
        usize::from(u16::from_be_bytes([high, self.byte()])) % count.max(1)
    }

    pub(super) fn one<'t, T>(&mut self, of: &'t [T]) -> Option<&'t T> {
        of.get(self.below(of.len()))
    }
}

/// What a user might correct in the reading of `source`: the format, letters decoded twice, repairs that were made,
/// turns anywhere, and who people are, in a circle too.
pub(super) fn corrections(source: &str, picks: &mut Picks<'_>) -> Corrections {
    let mut corrections = Corrections::default();
    let format = picks.below(FORMATS.len() + 1);
    corrections.format = format.checked_sub(1).map(|index| FORMATS[index].format.0.to_owned());
    let flags = picks.byte();
    corrections.decoding = flags & 1 != 0;
    corrections.language = if flags & 2 == 0 { None } else { picks.one(Language::ALL).copied() };

    // Some are taken back one by one, some by their kind, and again some of those that are made then.
    for _ in 0..=flags >> 2 & 1 {
        let found = read_with(source, &corrections);
        let kinds = u16::from_be_bytes([picks.byte(), picks.byte()]);
        let all = found.repairs.list().iter().filter(|repair| kinds >> repair.kind as u16 & 1 == 1);
        corrections.off.extend(all.map(|repair| repair.source));
        for _ in 0..picks.below(MOST) {
            corrections.off.extend(picks.one(found.repairs.list()).map(|repair| repair.source));
        }
    }

    let found = read_with(source, &corrections);
    let known = found.speakers.iter().map(|speaker| speaker.key.clone());
    let words = found.labels.iter().map(Label::words);
    let strangers = STRANGERS.iter().map(|name| (*name).to_owned());
    let keys: Vec<String> = known.chain(words).chain(strangers).collect();
    let key = |picks: &mut Picks<'_>| picks.one(&keys).cloned().unwrap_or_default();
    for _ in 0..picks.below(MOST) {
        let place = picks.byte();
        let of_reading = |span: Option<ReadingSpan>| span.map(|span| found.to_source(span).start());
        let at = match place & 3 {
            0 => of_reading(picks.one(&found.turns).map(|turn| turn.heading)),
            1 => of_reading(picks.one(&found.paragraphs).map(|paragraph| paragraph.text)),
            2 => picks.one(found.repairs.list()).map(|repair| repair.source.start()),
            _ => None,
        };
        let at = at.unwrap_or_else(|| Byte::at(picks.below(source.len() + 1)));
        let turn = if place & 4 == 0 { TurnCorrection::By(key(picks)) } else { TurnCorrection::None };
        corrections.turns.insert(at, turn);
    }
    for _ in 0..picks.below(MOST) {
        let (who, kind) = (key(picks), picks.byte());
        let what = if kind & 1 == 0 {
            SpeakerCorrection::Same(key(picks))
        } else {
            let (name, party, function) = (key(picks), key(picks), key(picks));
            let role = picks.one(Role::ALL).copied().unwrap_or(Role::Guest);
            SpeakerCorrection::Is(Person { name, party, role, function })
        };
        corrections.speakers.insert(who, what);
    }
    corrections
}

/// The characters that a reader sees: no blanks, no marks of the direction of writing.
fn visible(text: &str) -> String {
    let is_blank = |c: char| {
        let is_mark =
            matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}');
        c.is_whitespace() || is_mark || matches!(c, '\u{feff}' | '\0')
    };
    text.chars().filter(|c| !is_blank(*c) && *c != '\u{ad}').collect()
}

/// Nothing is lost, and everything is in order.
pub(super) fn hold_for_the_reading(transcript: &Transcript, source: &str) {
    assert_eq!(&*transcript.source, source, "the source never changes");
    assert_eq!(transcript.reading, transcript.repairs.apply(source));

    // What repairs take away is blanks, hyphens at line ends, and lines of the page.
    for repair in transcript.repairs.list() {
        let gone = visible(repair.source.of(source).expect("a span of the source"));
        match repair.kind {
            RepairKind::Hyphen | RepairKind::HyphenKept => assert!(gone.chars().count() <= 1, "{repair:?}"),
            RepairKind::LineBreak | RepairKind::Blank | RepairKind::Invisible | RepairKind::Glued => {
                assert_eq!(gone, "", "{repair:?}");
            }
            _ => {}
        }
    }

    // Block after block, headings and paragraphs follow each other and hold every visible character.
    let (mut shown, mut end) = (String::new(), Byte::at(0));
    let mut show = |span: ReadingSpan| {
        assert!(end <= span.start(), "{span:?} begins before {end:?}");
        end = span.end();
        shown.push_str(&visible(span.of(&transcript.reading).expect("a span of the reading text")));
    };
    let (mut paragraphs, mut turns) = (0, 0);
    for block in &transcript.blocks {
        let range = match block {
            Block::Turn(index) => {
                assert_eq!(index.0, turns, "turns are numbered in order");
                turns += 1;
                let turn = transcript.turn(*index);
                show(turn.heading);
                // Nothing to hold, but nothing may be out of range.
                let _ = (transcript.title(turn), transcript.role(turn), transcript.in_chair(turn));
                assert!(transcript.speech(turn).of(&transcript.reading).is_some());
                &turn.paragraphs
            }
            Block::Aside(aside) => &aside.paragraphs,
        };
        assert_eq!(range.start, paragraphs, "paragraphs follow those of the block before");
        paragraphs = range.end;
        for paragraph in transcript.paragraphs(range) {
            let span = paragraph.text;
            assert!(!span.is_empty() && span.trimmed(&transcript.reading) == span, "{span:?} begins and ends in words");
            show(span);
        }
    }
    assert_eq!((paragraphs as usize, turns as usize), (transcript.paragraphs.len(), transcript.turns.len()));
    assert_eq!(shown, visible(&transcript.reading), "every visible character is in a block");

    // What stands in a turn stands in one turn, in order.
    let mut start = 0;
    for inset in &transcript.insets {
        let range = &inset.paragraphs;
        let is_within = |turn: &std::ops::Range<u32>| turn.start <= range.start && range.end <= turn.end;
        assert!(!range.is_empty() && transcript.turns.iter().any(|turn| is_within(&turn.paragraphs)), "{inset:?}");
        assert!(start <= range.start, "{inset:?} is out of order");
        start = range.start;
        let InsetKind::ClosingList(items) = &inset.kind else { continue };
        for item in items {
            let within = |outer: &std::ops::Range<u32>| {
                let paragraphs = transcript.paragraphs(outer);
                let (first, last) = (paragraphs[0].text.start(), paragraphs[paragraphs.len() - 1].text.end());
                first <= item.words.start() && item.words.end() <= last
            };
            assert!(
                within(range) && item.words.of(&transcript.reading).is_some(),
                "{item:?} is outside its paragraphs"
            );
            for part in &item.parts {
                assert!(!part.is_empty() && part.of(&transcript.reading).is_some(), "{part:?}");
                assert_eq!(part.intersection(item.words), Some(*part), "a part is in its item");
            }
        }
    }
}

/// Passages and places are found again.
pub(super) fn hold_for_positions(transcript: &Transcript, picks: &mut Picks<'_>) {
    let (source, reading) = (&*transcript.source, transcript.reading.as_str());
    for _ in 0..MOST {
        let mut at = || reading.floor_char_boundary(picks.below(reading.len() + 1));
        let (a, b) = (at(), at());
        hold_for_a_passage(transcript, ReadingSpan::new(a.min(b)..a.max(b)).trimmed(reading));
        hold_for_a_place(reading, a);
        hold_for_a_place(source, source.floor_char_boundary(picks.below(source.len() + 1)));
    }
    // Where something was repaired is where it may go wrong.
    for repair in transcript.repairs.list().iter().take(MOST) {
        let shown = transcript.to_reading(repair.source);
        assert!(shown.of(reading).is_some(), "{repair:?} reads as {shown:?}");
        let around = shown.start().index().saturating_sub(4)..(shown.end().index() + 4).min(reading.len());
        let around = reading.floor_char_boundary(around.start)..reading.ceil_char_boundary(around.end);
        hold_for_a_passage(transcript, ReadingSpan::new(around).trimmed(reading));
    }
}

/// A passage of the reading text and its place in the source lead to each other.
fn hold_for_a_passage(transcript: &Transcript, span: ReadingSpan) {
    if span.is_empty() {
        return;
    }
    let reading = transcript.reading.as_str();
    let quote = Quote::take(reading, span).expect("a span of the reading text");
    let place: SourceSpan = transcript.to_source(span);
    assert!(place.of(&transcript.source).is_some(), "{place:?} are characters of the source");
    let back = transcript.to_reading(place);
    assert_eq!(back.of(reading), Some(quote.exact.as_str()));
    assert_eq!(back, span, "through {place:?}");
    let _ = (transcript.turn_at(span.start()), transcript.paragraphs_in(span));
}

/// A place is the same in every unit.
fn hold_for_a_place(text: &str, at: usize) {
    let (offsets, byte) = (Offsets::new(text), Byte::at(at));
    assert_eq!(offsets.code_point(byte).index(), text[..at].chars().count());
    assert_eq!(offsets.from_code_point(offsets.code_point(byte)), Some(byte));
    assert_eq!(offsets.from_utf16(offsets.utf16(byte)), Some(byte));
}
