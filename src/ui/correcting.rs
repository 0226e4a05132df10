//! The panel in which the user says who speaks in a turn, or that no turn begins there.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{
    dialogs::Modal,
    fields::{Choice, TextField, options, single_blanks},
    i18n::use_catalog,
    shared::{Send, Shared},
};
use crate::{
    app::{Message, TurnEdit, Who},
    i18n::Text,
    model::{Named as _, Person, Role, Speaker, SpeakerIndex, Transcript, TurnIndex},
};

#[derive(Properties, PartialEq)]
pub(super) struct TurnPanelProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) turn: TurnIndex,
    /// Whether there is something that can be as found again.
    pub(super) is_corrected: bool,
    pub(super) send: Send,
}

#[component]
pub(super) fn TurnPanel(props: &TurnPanelProps) -> Html {
    let catalog = use_catalog();
    let transcript = &props.transcript;
    let index = props.turn;
    let Some(turn) = transcript.turns.get(index.0 as usize) else { return Html::default() };
    let speaker = transcript.speaker(turn);
    let turns =
        transcript.turns.iter().filter(|other| other.speaker == turn.speaker && other.speaker.is_some()).count();
    let onclose = props.send.reform(|()| Message::Show(None));
    let close = onclose.reform(|_: MouseEvent| ());
    let say = |edit: TurnEdit| props.send.reform(move |_: MouseEvent| Message::Turn(index, edit.clone()));
    let title = Text::new("correct-title").with("number", index.0 as usize + 1);
    let heading = transcript.words(turn.heading);
    html! {
        <Modal title={catalog.text(title)} {onclose}>
            if !heading.is_empty() {
                <p>{ catalog.text(Text::new("correct-heading").with("heading", heading)) }</p>
            }
            <OtherSpeaker transcript={transcript.clone()} {index} {turns} send={props.send.clone()} />
            <PersonForm {index} speaker={speaker.cloned()} {turns} send={props.send.clone()} />
            <div class="buttons">
                if let Some(label) = transcript.other_label(turn) {
                    <button onclick={say(TurnEdit::OwnPerson)}>
                        { catalog.text(Text::new("correct-own-person").with("heading", label.words())) }
                    </button>
                }
                <button onclick={say(TurnEdit::NoTurn)}>
                    { catalog.text(if heading.is_empty() { "correct-no-turn" } else { "correct-no-heading" }) }
                </button>
                if props.is_corrected {
                    <button onclick={say(TurnEdit::AsFound)}>{ catalog.text("correct-as-found") }</button>
                }
                <button onclick={close}>{ catalog.text("close") }</button>
            </div>
        </Modal>
    }
}

#[derive(Properties, PartialEq)]
struct OtherSpeakerProps {
    transcript: Shared<Transcript>,
    index: TurnIndex,
    turns: usize,
    send: Send,
}

/// Somebody else: in this turn alone, or because two names are one person.
#[component]
fn OtherSpeaker(props: &OtherSpeakerProps) -> Html {
    let catalog = use_catalog();
    let who = use_state(|| None::<Who>);
    let transcript = &props.transcript;
    let present = transcript.speaker(transcript.turn(props.index));
    let onchange = {
        let who = who.clone();
        move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let value = select.map(|select| select.value()).unwrap_or_default();
            let known = value.parse().ok().map(|index| Who::Known(SpeakerIndex(index)));
            who.set(known.or((value == NOBODY).then_some(Who::Nobody)));
        }
    };
    let oninput = {
        let who = who.clone();
        move |name: String| who.set(Some(Who::Named(name)).filter(|who| *who != Who::Named(String::new())))
    };
    let typed = match &*who {
        Some(Who::Named(name)) => name.clone(),
        _ => String::new(),
    };
    let listed = match &*who {
        Some(Who::Known(SpeakerIndex(index))) => index.to_string(),
        Some(Who::Nobody) => NOBODY.to_owned(),
        _ => String::new(),
    };
    let wanted = match &*who {
        Some(Who::Named(name)) => Some(single_blanks(name)).filter(|name| !name.is_empty()).map(Who::Named),
        other => other.clone(),
    };
    let say = |edit: fn(Who) -> TurnEdit| {
        let (send, wanted, index) = (props.send.clone(), wanted.clone(), props.index);
        move || {
            if let Some(who) = wanted.clone() {
                send.emit(Message::Turn(index, edit(who)));
            }
        }
    };
    let onsubmit = {
        let say = say(TurnEdit::SpokenBy);
        move |event: SubmitEvent| {
            event.prevent_default();
            say();
        }
    };
    let everywhere = {
        let say = say(TurnEdit::Everywhere);
        move |_: MouseEvent| say()
    };
    html! {
        <form class="panel-part" {onsubmit}>
            <h3>{ catalog.text("correct-other") }</h3>
            <div class="pair">
                <label class="field">
                    <span>{ catalog.text("other-listed") }</span>
                    <select {onchange}>
                        <option value="" selected={listed.is_empty()}>{ catalog.text("other-choose") }</option>
                        for (at, speaker) in transcript.speakers.iter().enumerate() {
                            if present.is_none_or(|present| present.key != speaker.key) {
                                <option value={at.to_string()} selected={listed == at.to_string()}>{ speaker.label() }</option>
                            }
                        }
                        <option value={NOBODY} selected={listed == NOBODY}>{ catalog.text("speaker-unknown") }</option>
                    </select>
                </label>
                <TextField label={catalog.text("other-new")} value={typed} {oninput} />
            </div>
            <div class="buttons">
                <button type="submit" class="primary" disabled={wanted.is_none()}>{ catalog.text("other-this-turn") }</button>
                if let Some(present) = present {
                    <button type="button" onclick={everywhere} disabled={matches!(wanted, None | Some(Who::Nobody))}>
                        { catalog.text(Text::new("other-everywhere").with("name", present.title()).with("turns", props.turns)) }
                    </button>
                }
            </div>
        </form>
    }
}

/// The value for nobody known.
const NOBODY: &str = "nobody";

#[derive(Properties, PartialEq)]
struct PersonFormProps {
    index: TurnIndex,
    speaker: Option<Speaker>,
    turns: usize,
    send: Send,
}

/// Name, party, role and office of who speaks, in all of their turns.
#[component]
fn PersonForm(props: &PersonFormProps) -> Html {
    let catalog = use_catalog();
    let found = {
        let speaker = props.speaker.as_ref();
        let some = |text: Option<&String>| text.cloned().unwrap_or_default();
        Person {
            name: speaker.map(Speaker::title).unwrap_or_default(),
            party: some(speaker.and_then(|speaker| speaker.party.as_ref())),
            role: speaker.map_or(Role::Guest, |speaker| speaker.role),
            function: some(speaker.and_then(|speaker| speaker.function.as_ref())),
        }
    };
    let person = use_state(|| found.clone());
    let set = |change: fn(&mut Person, String)| {
        let person = person.clone();
        Callback::from(move |value: String| {
            let mut changed = (*person).clone();
            change(&mut changed, value);
            person.set(changed);
        })
    };
    let mut wanted = (*person).clone();
    for text in [&mut wanted.name, &mut wanted.party, &mut wanted.function] {
        *text = single_blanks(text);
    }
    let says_nothing = wanted.name.is_empty() || wanted == found;
    let onsubmit = {
        let (send, index) = (props.send.clone(), props.index);
        move |event: SubmitEvent| {
            event.prevent_default();
            if !says_nothing {
                send.emit(Message::Turn(index, TurnEdit::Is(wanted.clone())));
            }
        }
    };
    html! {
        <form class="panel-part" {onsubmit}>
            <h3>{ catalog.text(Text::new("correct-person").with("turns", props.turns.max(1))) }</h3>
            <TextField label={catalog.text("person-name")} value={person.name.clone()} oninput={set(|p, value| p.name = value)} />
            <div class="pair">
                <TextField label={catalog.text("person-party")} value={person.party.clone()} oninput={set(|p, value| p.party = value)} />
                <Choice label={catalog.text("person-role")} options={options::<Role>(&catalog, "role")} value={person.role.name()}
                    onchoice={set(|p, value| p.role = Role::from_name(&value).unwrap_or(p.role))} />
            </div>
            <TextField label={catalog.text("person-function")} value={person.function.clone()}
                oninput={set(|p, value| p.function = value)} />
            <div class="buttons">
                <button type="submit" class="primary" disabled={says_nothing}>{ catalog.text("person-keep") }</button>
            </div>
        </form>
    }
}
