//! The panel that says how the transcript was read: as what, why, and with which repairs. Each can be changed.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{
    dialogs::Modal,
    fields::{Choice, options},
    i18n::use_catalog,
    shared::{Send, Shared},
};
use crate::{
    app::{Message, formats},
    i18n::{Catalog, Text},
    model::{
        self, Choice as FormatChoice, Correction, CorrectionKey, Corrections, Language, Named as _, Remark, Repair,
        RepairKind, SpeakerCorrection, Transcript, TurnCorrection,
    },
    text::{Byte, SourceSpan},
};

/// How many repairs of a kind are listed at a time with their surroundings.
const PAGE: usize = 100;
/// How many characters are shown around a repair.
const AROUND: usize = 18;
/// How many characters are shown of a line.
const LINE: usize = 40;

#[derive(Properties, PartialEq)]
pub(super) struct HowReadProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) corrections: Corrections,
    pub(super) send: Send,
}

#[component]
pub(super) fn HowRead(props: &HowReadProps) -> Html {
    let catalog = use_catalog();
    let onclose = props.send.reform(|()| Message::Show(None));
    let close = onclose.reform(|_: MouseEvent| ());
    let transcript = &props.transcript;
    let repairs = &transcript.repairs;
    let kinds = RepairKind::ALL.into_iter().map(|kind| (kind, repairs.count(kind))).filter(|(_, count)| *count > 0);
    let none = repairs.list().is_empty() && props.corrections.off.is_empty();
    html! {
        <Modal title={catalog.text("how-read")} {onclose}>
            <p>{ reason(&catalog, transcript) }{ " " }{ found(&catalog, transcript) }</p>
            <div class="pair">
                { format(&catalog, props) }
                { language(&catalog, props) }
            </div>
            { decoding(&catalog, props) }
            { by_hand(&catalog, props) }
            <h3>{ catalog.text("repairs") }</h3>
            <p>{ catalog.text(if none { "repairs-none" } else { "repairs-intro" }) }</p>
            for (kind, count) in kinds {
                <RepairsOfKind key={kind.name()} transcript={transcript.clone()} {kind} {count} send={props.send.clone()} />
            }
            if !props.corrections.off.is_empty() {
                <details class="repairs">
                    <summary>
                        { catalog.text("repairs-off") }<span class="number">{ props.corrections.off.len() }</span>
                    </summary>
                    <ul lang={transcript.language.tag()}>
                        for span in props.corrections.off.iter() {
                            <li key={span.start().0}>
                                { place(transcript, *span, None) }
                                { switch(&catalog, *span, true, &props.send) }
                            </li>
                        }
                    </ul>
                </details>
            }
            <div class="buttons"><button class="primary" onclick={close}>{ catalog.text("close") }</button></div>
        </Modal>
    }
}

/// As what it was read, and why.
fn reason(catalog: &Catalog, transcript: &Transcript) -> String {
    let format = catalog.text(Text::named("format", transcript.format.0));
    let mut headings =
        transcript.turns.iter().map(|turn| transcript.words(turn.heading)).filter(|words| !words.is_empty());
    let example = headings.next();
    let text = match (transcript.choice, example) {
        (FormatChoice::ByHand(_), _) => Text::new("reason-by-hand"),
        (FormatChoice::Found, Some(example)) => {
            Text::new("reason-headings").with("count", headings.count() + 1).with("example", example.trim())
        }
        (FormatChoice::Found, None) if transcript.turns.iter().any(|turn| turn.label.is_some()) => {
            Text::new("reason-sentences")
        }
        (FormatChoice::Found, None) => Text::new("reason-none"),
    };
    catalog.text(text.with("format", format))
}

/// What was found: turns and speakers.
fn found(catalog: &Catalog, transcript: &Transcript) -> String {
    let speakers = transcript.speakers.len();
    catalog.text(Text::new("reason-found").with("turns", transcript.turns.len()).with("speakers", speakers))
}

fn format(catalog: &Catalog, props: &HowReadProps) -> Html {
    let found = match props.transcript.choice {
        FormatChoice::Found => props.transcript.format,
        FormatChoice::ByHand(found) => found,
    };
    let found = Text::new("as-found-format").with("format", catalog.text(Text::named("format", found.0)));
    let known = formats().map(|name| (AttrValue::from(name), catalog.text(Text::named("format", name))));
    let options: Vec<_> = [("".into(), catalog.text(found))].into_iter().chain(known).collect();
    let value = match props.transcript.choice {
        FormatChoice::Found => "",
        FormatChoice::ByHand(_) => props.transcript.format.0,
    };
    let onchoice = props
        .send
        .reform(|name: String| Message::Correct(Correction::Format(Some(name).filter(|name| !name.is_empty()))));
    html! { <Choice label={catalog.text("format-label")} {options} {value} {onchoice} /> }
}

fn language(catalog: &Catalog, props: &HowReadProps) -> Html {
    let found = Text::new("as-found-language")
        .with("language", catalog.text(Text::named("language", props.transcript.language.name())));
    let found = if props.corrections.language.is_some() { Text::new("as-found") } else { found };
    let mut options = options::<Language>(catalog, "language");
    options.insert(0, ("".into(), catalog.text(found)));
    let value = props.corrections.language.map_or("", model::Named::name);
    let onchoice = props.send.reform(|name: String| Message::Correct(Correction::Language(Language::from_name(&name))));
    html! { <Choice label={catalog.text("language-label")} {options} {value} {onchoice} /> }
}

/// The offer to put right what was decoded twice.
fn decoding(catalog: &Catalog, props: &HowReadProps) -> Html {
    let on = props.corrections.decoding;
    if !on && !props.transcript.remarks.contains(&Remark::DecodedTwice) {
        return Html::default();
    }
    let onchange = props.send.reform(move |_: Event| Message::Correct(Correction::Decoding(!on)));
    html! {
        <label class="check"><input type="checkbox" checked={on} {onchange} />{ catalog.text("decoding-offer") }</label>
    }
}

/// What else the user has corrected: where turns begin, and who speaks. Each can be as found again.
fn by_hand(catalog: &Catalog, props: &HowReadProps) -> Html {
    let transcript = &props.transcript;
    let words_at = |at: Byte| {
        let line = transcript.source[at.index()..].lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let end = line.char_indices().nth(LINE).map_or(line.len(), |(index, _)| index);
        line[..end].trim().to_owned()
    };
    let turns = props.corrections.turns.iter().map(|(at, turn)| {
        let text = match turn {
            TurnCorrection::None => Text::new("by-hand-no-turn"),
            TurnCorrection::By(key) if key.is_empty() => Text::new("by-hand-turn"),
            TurnCorrection::By(key) => Text::new("by-hand-turn-by").with("name", key.as_str()),
        };
        (text.with("words", words_at(*at)), CorrectionKey::Turn(*at))
    });
    let speakers = props.corrections.speakers.iter().map(|(key, speaker)| {
        let text = match speaker {
            SpeakerCorrection::Same(other) => Text::new("by-hand-same").with("other", other.as_str()),
            SpeakerCorrection::Is(person) => Text::new("by-hand-is").with("other", person.label()),
        };
        (text.with("name", key.as_str()), CorrectionKey::Speaker(key.clone()))
    });
    let all: Vec<_> = turns.chain(speakers).collect();
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ catalog.text("by-hand") }</h3>
            <ul class="by-hand">
                for (text, key) in all {
                    <li key={format!("{key:?}")}>
                        { catalog.text(text) }
                        { " " }
                        <button class="link" onclick={undoing(&props.send, Correction::as_found(&key))}>{ catalog.text("by-hand-as-found") }</button>
                    </li>
                }
            </ul>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct RepairsOfKindProps {
    transcript: Shared<Transcript>,
    kind: RepairKind,
    count: usize,
    send: Send,
}

/// The repairs of one kind, a page at a time. What is folded is not drawn.
#[component]
fn RepairsOfKind(props: &RepairsOfKindProps) -> Html {
    let catalog = use_catalog();
    let (open, pages) = (use_state(|| false), use_state(|| 1));
    let transcript = &props.transcript;
    let ontoggle = {
        let open = open.clone();
        move |_: Event| open.set(!*open)
    };
    let more = {
        let pages = pages.clone();
        move |_: MouseEvent| pages.set(*pages + 1)
    };
    let shown = transcript.repairs.list().iter().filter(|repair| repair.kind == props.kind).take(*pages * PAGE);
    html! {
        <details class="repairs" {ontoggle}>
            <summary>
                { catalog.text(Text::named("repair", props.kind.name())) }<span class="number">{ props.count }</span>
            </summary>
            if *open {
                <ul lang={transcript.language.tag()}>
                    for repair in shown {
                        <li key={repair.source.start().0}>
                            { place(transcript, repair.source, Some(repair)) }
                            { switch(&catalog, repair.source, false, &props.send) }
                        </li>
                    }
                </ul>
                if props.count > *pages * PAGE {
                    <button class="link" onclick={more}>
                        { catalog.text(Text::new("repairs-more").with("count", props.count - *pages * PAGE)) }
                    </button>
                }
            }
        </details>
    }
}

/// The buttons that make a repair or do not, and that go to its place.
fn switch(catalog: &Catalog, span: SourceSpan, make: bool, send: &Send) -> Html {
    let onclick = undoing(send, Correction::Repair(span, make));
    let show = send.reform(move |_: MouseEvent| Message::ShowPlace(span));
    html! {
        <span class="choices">
            <button class="link" {onclick}>{ catalog.text(if make { "repair-make" } else { "repair-undo" }) }</button>
            <button class="link" onclick={show}>{ catalog.text("repair-show") }</button>
        </span>
    }
}

/// What a button does in a line of a list that goes away by it: the focus goes to the line after, or before.
fn undoing(send: &Send, correction: Correction) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |event: MouseEvent| {
        let line = event.target_dyn_into::<Element>().and_then(|button| button.closest("li").ok().flatten());
        let next = line.and_then(|line| {
            let beside = line.next_element_sibling().or_else(|| line.previous_element_sibling());
            let button = |of: Element| of.query_selector("button").ok().flatten();
            let above = || line.closest("dialog").ok().flatten()?.query_selector("select").ok().flatten();
            beside.and_then(button).or_else(above)
        });
        if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
            let _ = next.focus();
        }
        send.emit(Message::Correct(correction.clone()));
    })
}

/// A place of the source, and, where it is repaired, the same place after.
fn place(transcript: &Transcript, span: SourceSpan, repair: Option<&Repair>) -> Html {
    let source = &transcript.source;
    let (before, after) = (&source[..span.start().index()], &source[span.end().index()..]);
    let from = before.char_indices().rev().nth(AROUND).map_or(0, |(index, _)| index);
    let to = after.char_indices().nth(AROUND).map_or(after.len(), |(index, _)| index);
    let (before, after) = (&before[from..], &after[..to]);
    let gone = span.of(source).unwrap_or_default();
    html! {
        <>
            <code>{ visible(before) }<del>{ visible(gone) }</del>{ visible(after) }</code>
            if let Some(repair) = repair {
                <code>{ visible(before) }<ins>{ visible(&repair.with) }</ins>{ visible(after) }</code>
            }
        </>
    }
}

/// The text with signs for what has none.
fn visible(text: &str) -> String {
    text.chars()
        .flat_map(|c| match c {
            '\n' => vec!['↵'],
            '\r' => vec!['␍'],
            ' ' => vec!['\u{a0}'],
            '\u{a0}' => vec!['⍽'],
            c if c.is_control() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}') => vec!['·'],
            c => vec![c],
        })
        .collect()
}
