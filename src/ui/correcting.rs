//! The panel in which the user says who speaks in a turn, or that no turn begins there.

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{
    dialogs::Modal,
    fields::{Choice, TextField},
    i18n::use_catalog,
    shared::{Send, Shared},
};
use crate::{
    app::{Message, TurnEdit},
    i18n::Text,
    model::{Named as _, Person, Role, Speaker, SpeakerCorrection, Transcript, TurnIndex},
};

#[derive(Properties, PartialEq)]
pub(super) struct TurnPanelProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) turn: TurnIndex,
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
    let onclose = props.send.reform(|()| Message::Correcting(None));
    let close = onclose.reform(|_: MouseEvent| ());
    let say = |edit: TurnEdit| props.send.reform(move |_: MouseEvent| Message::Turn(index, edit.clone()));
    let title = Text::new("correct-title").with("number", index.0 as usize + 1);
    let heading = transcript.words(turn.heading);
    html! {
        <Modal title={catalog.text(title)} {onclose}>
            if !heading.is_empty() {
                <p>{ catalog.text(Text::new("correct-heading").with("heading", heading)) }</p>
            }
            <PersonForm {index} speaker={speaker.cloned()} {turns} send={props.send.clone()} />
            <OtherSpeaker transcript={transcript.clone()} {index} send={props.send.clone()} />
            <div class="buttons">
                <button onclick={say(TurnEdit::NoTurn)}>
                    { catalog.text(if heading.is_empty() { "correct-no-turn" } else { "correct-no-heading" }) }
                </button>
                if let Some(label) = transcript.other_label(turn) {
                    <button onclick={say(TurnEdit::OwnPerson)}>
                        { catalog.text(Text::new("correct-own-person").with("heading", label.words())) }
                    </button>
                }
                <button onclick={say(TurnEdit::AsFound)}>{ catalog.text("correct-as-found") }</button>
                <button class="primary" onclick={close}>{ catalog.text("close") }</button>
            </div>
        </Modal>
    }
}

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
    let person = use_state(|| {
        let speaker = props.speaker.as_ref();
        let some = |text: Option<&String>| text.cloned().unwrap_or_default();
        Person {
            name: speaker.map(Speaker::title).unwrap_or_default(),
            party: some(speaker.and_then(|speaker| speaker.party.as_ref())),
            role: speaker.map_or(Role::Guest, |speaker| speaker.role),
            function: some(speaker.and_then(|speaker| speaker.function.as_ref())),
        }
    });
    let set = |change: fn(&mut Person, String)| {
        let person = person.clone();
        Callback::from(move |value: String| {
            let mut changed = (*person).clone();
            change(&mut changed, value);
            person.set(changed);
        })
    };
    let onsubmit = {
        let (send, person, index) = (props.send.clone(), person.clone(), props.index);
        move |event: SubmitEvent| {
            event.prevent_default();
            let mut person = (*person).clone();
            for text in [&mut person.name, &mut person.party, &mut person.function] {
                *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            }
            if !person.name.is_empty() {
                send.emit(Message::Turn(index, TurnEdit::Speaker(SpeakerCorrection::Is(person))));
            }
        }
    };
    let roles =
        Role::ALL.iter().map(|role| (role.name(), catalog.text(Text::named("role", role.name())))).collect::<Vec<_>>();
    html! {
        <form class="panel-part" {onsubmit}>
            <h3>{ catalog.text(Text::new("correct-person").with("turns", props.turns.max(1))) }</h3>
            <TextField label={catalog.text("person-name")} value={person.name.clone()} oninput={set(|p, value| p.name = value)} />
            <div class="pair">
                <TextField label={catalog.text("person-party")} value={person.party.clone()} oninput={set(|p, value| p.party = value)} />
                <Choice label={catalog.text("person-role")} options={roles} value={person.role.name()}
                    onchoice={set(|p, value| p.role = Role::from_name(&value).unwrap_or(p.role))} />
            </div>
            <TextField label={catalog.text("person-function")} value={person.function.clone()}
                oninput={set(|p, value| p.function = value)} />
            <div class="buttons"><button type="submit">{ catalog.text("person-keep") }</button></div>
        </form>
    }
}

#[derive(Properties, PartialEq)]
struct OtherSpeakerProps {
    transcript: Shared<Transcript>,
    index: TurnIndex,
    send: Send,
}

/// Somebody else: in this turn alone, or because two names are one person.
#[component]
fn OtherSpeaker(props: &OtherSpeakerProps) -> Html {
    let catalog = use_catalog();
    let (select, name) = (use_node_ref(), use_node_ref());
    let transcript = &props.transcript;
    let present = transcript.turn(props.index).speaker;
    let chosen = {
        let (select, name) = (select.clone(), name.clone());
        move || {
            let typed = name.cast::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
            let typed = typed.trim().to_owned();
            let listed = select.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            Some(if typed.is_empty() { listed } else { typed }).filter(|key| !key.is_empty())
        }
    };
    let this_turn = {
        let (send, index, chosen) = (props.send.clone(), props.index, chosen.clone());
        move |_: MouseEvent| send.emit(Message::Turn(index, TurnEdit::SpokenBy(chosen().unwrap_or_default())))
    };
    let same = {
        let (send, index) = (props.send.clone(), props.index);
        move |_: MouseEvent| {
            if let Some(key) = chosen() {
                send.emit(Message::Turn(index, TurnEdit::Speaker(SpeakerCorrection::Same(key))));
            }
        }
    };
    let onchange = {
        let name = name.clone();
        move |event: Event| {
            let chosen = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            if let (Some(field), Some(_)) = (name.cast::<HtmlInputElement>(), chosen) {
                field.set_value("");
            }
        }
    };
    html! {
        <div class="panel-part">
            <h3>{ catalog.text("correct-other") }</h3>
            <div class="pair">
                <label class="field">
                    <span>{ catalog.text("other-listed") }</span>
                    <select ref={select} {onchange}>
                        <option value="" selected=true>{ catalog.text("speaker-unknown") }</option>
                        for (at, speaker) in transcript.speakers.iter().enumerate() {
                            if present.is_none_or(|present| present.0 as usize != at) {
                                <option value={speaker.key.clone()}>{ speaker.label() }</option>
                            }
                        }
                    </select>
                </label>
                <label class="field">
                    <span>{ catalog.text("other-new") }</span>
                    <input ref={name} type="text" autocomplete="off" />
                </label>
            </div>
            <div class="buttons">
                <button onclick={this_turn}>{ catalog.text("other-this-turn") }</button>
                <button onclick={same}>{ catalog.text("other-same") }</button>
            </div>
        </div>
    }
}
