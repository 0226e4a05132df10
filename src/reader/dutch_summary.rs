//! The older summary of a Dutch committee meeting, in reported speech and without headings.
//!
//! ```text
//! summary = { front line } { turn } [ officers ]
//! turn    = person words { paragraph }
//! person  = honorific name "(" party ")"             at the beginning of a paragraph: `De heer Brasse (Actie 31) wijst …`
//!         | "De" ( "minister" | "staatssecretaris" ) verb of saying     in the answers, where no member is speaking
//! ```
//!
//! A turn goes on until the next such paragraph. It has no heading of its own: its first words are the sentence itself.

use super::{Confidence, Event, FormatReader, Label, Line, Lines, dutch, dutch_meeting::complete, reflow::Flow, step};
use crate::{
    model::{AsideKind, Format, Language, ParagraphKind, Role},
    text::SourceSpan,
};

pub(super) const FORMAT: FormatReader =
    FormatReader { format: Format("dutch-summary"), detect, read: |lines, emit| Box::pin(read(lines, emit)), complete };

/// How many paragraphs must begin with a member before a text is taken for a summary.
const MIN_MEMBERS: usize = 2;

/// With what a member of the government is reported. A verb more is a turn more, a verb too many is a false one.
const SAYS: &[&str] = &[
    "antwoordt",
    "beaamt",
    "beantwoordt",
    "bedankt",
    "begint",
    "belooft",
    "benadrukt",
    "bestrijdt",
    "bevestigt",
    "constateert",
    "dankt",
    "deelt",
    "erkent",
    "geeft",
    "gaat",
    "hecht",
    "herinnert",
    "kan",
    "legt",
    "licht",
    "meent",
    "meldt",
    "merkt",
    "onderschrijft",
    "onderstreept",
    "ontkent",
    "reageert",
    "schetst",
    "spreekt",
    "stelt",
    "verklaart",
    "vertelt",
    "verwijst",
    "vindt",
    "voegt",
    "wijst",
    "zegt",
    "zet",
    "ziet",
];

fn detect(lines: &[Line<'_>]) -> Confidence {
    let members = lines.iter().filter(|line| member(line.text).is_some()).take(MIN_MEMBERS).count();
    Confidence(if members == MIN_MEMBERS { 70 } else { 0 })
}

/// `De heer Brasse (Actie 31) wijst erop dat …`: somebody with a party, and a verb.
fn member(text: &str) -> Option<Label<'_>> {
    let (honorific, role, rest) = dutch::honorific(text)?;
    let (name, rest) = rest.split_once(" (")?;
    let (party, rest) = rest.split_once(')')?;
    let says = rest.strip_prefix(' ')?.starts_with(char::is_lowercase);
    (says && party.len() <= 40 && dutch::is_name(name)).then(|| Label {
        name: name.into(),
        honorific: Some(honorific.into()),
        party: Some(party.into()),
        role: role.unwrap_or(Role::Member),
    })
}

/// `De minister antwoordt dat …`.
fn minister(text: &str) -> Option<Label<'_>> {
    let office = ["De minister-president", "De minister", "De staatssecretaris"]
        .into_iter()
        .find(|office| text.strip_prefix(office).is_some_and(|rest| rest.starts_with(' ')))?;
    let rest = &text[office.len()..];
    let verb = rest.split_whitespace().next()?;
    SAYS.contains(&verb).then(|| Label {
        name: text[..office.len()].into(),
        honorific: None,
        party: None,
        role: Role::Government,
    })
}

/// The title over the answers.
fn is_answers(text: &str) -> bool {
    ["Antwoord van ", "Antwoorden van ", "Het antwoord van "].iter().any(|start| text.starts_with(start))
        && text.len() < 90
}

/// The titles of the parts.
fn is_title(text: &str) -> bool {
    is_answers(text)
        || matches!(
            text,
            "Vragen en opmerkingen uit de commissie"
                | "Vragen en opmerkingen vanuit de commissie"
                | "Nadere gedachtewisseling"
        )
}

async fn read<'a>(lines: &Lines<'a>, emit: &mut dyn FnMut(Event<'a>)) {
    emit(Event::Language(Language::Dutch));
    let mut flow = Flow::new(lines);
    let (mut in_answers, mut in_text, mut last) = (false, false, "");
    for (at, line) in lines.list().iter().enumerate() {
        step(at).await;
        let text = line.text;
        if dutch::furniture(text).is_some() {
            flow.drop(line);
            continue;
        }
        let can_begin = line.breaks != 1 || last.ends_with(['.', '!', '?', '»', '”', '"']) || is_title(last);
        let speaker = member(text).or_else(|| minister(text).filter(|_| in_answers)).filter(|_| can_begin);
        if is_title(text) {
            in_answers = is_answers(text) || in_answers && text == "Nadere gedachtewisseling";
            in_text = true;
            flow.other(line.span(), line.breaks, emit);
            emit(Event::Aside(AsideKind::Title));
            emit(Event::Paragraph(ParagraphKind::Text, line.span()));
        } else if let Some(label) = speaker {
            in_text = true;
            flow.close(emit);
            emit(Event::Turn { heading: SourceSpan::new(line.start..line.start), speaker: Some(label), at: None });
            flow.text(line, Some(ParagraphKind::Text), emit);
        } else if !in_text && dutch::after_label(text, "Voorzitter:").is_some() {
            flow.close(emit);
            emit(Event::Aside(AsideKind::ChairChange));
            flow.text(line, Some(ParagraphKind::Text), emit);
        } else if text.starts_with("De voorzitter van de ") && last.ends_with('.') {
            // The signatures at the end.
            flow.close(emit);
            emit(Event::Aside(AsideKind::Closing));
            flow.text(line, Some(ParagraphKind::Text), emit);
        } else {
            let item = ["– ", "• ", "- "].iter().any(|bullet| text.starts_with(bullet));
            flow.text(line, item.then_some(ParagraphKind::Item), emit);
        }
        last = text;
    }
    flow.finish(emit);
}
