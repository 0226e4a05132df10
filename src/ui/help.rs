//! The help: how one works here, what counts, where everything is kept; then the keys, and what the user wants them
//! to be.

use yew::prelude::*;

use super::{
    dialogs::Modal,
    fields::TextField,
    guide::{guide, part},
    i18n::use_catalog,
    shared::{Send, Shared},
};
use crate::{
    app::{Keymap, Message, SHORTCUTS, Shortcut},
    model::Codebook,
};

/// The keys of the caret, which are those of every text field, and the messages that say what they do.
const CARET: [(&str, &str); 4] = [
    ("← → ↑ ↓", "caret-move"),
    ("Ctrl + ← →", "caret-words"),
    ("Shift + …", "caret-select"),
    ("Alt + Shift + …", "caret-exact"),
];

/// What one does, from the first step to the last.
const HOW_ONE_WORKS: &[&str] = &["help-open", "help-select", "help-mark", "help-list", "help-register", "help-export"];

#[derive(Properties, PartialEq)]
pub(super) struct HelpProps {
    pub(super) keymap: Keymap,
    pub(super) codebook: Option<Shared<Codebook>>,
    pub(super) send: Send,
}

#[component]
pub(super) fn Help(props: &HelpProps) -> Html {
    let catalog = use_catalog();
    // Fields that were typed into are made anew when all keys are set back.
    let made = use_state(|| 0_u32);
    let onclose = props.send.reform(|()| Message::Show(None));
    let close = onclose.reform(|_: MouseEvent| ());
    let works = !props.keymap.letters_off;
    let letters = props.send.reform(move |_: Event| Message::LetterKeys(!works));
    let reset = {
        let (send, made) = (props.send.clone(), made.clone());
        move |_: MouseEvent| {
            send.emit(Message::ResetKeys);
            made.set(*made + 1);
        }
    };
    html! {
        <Modal is_read=true title={catalog.text("help")} {onclose}>
            { part(&catalog, "help-steps", None, HOW_ONE_WORKS) }
            { guide(&catalog) }
            { part(&catalog, "help-kept", None, &["help-stored", "help-tabs", "help-full", "help-offline", "help-together"]) }
            { part(&catalog, "help-files", None, &["help-reads", "help-repairs"]) }
            <h3>{ catalog.text("keys") }</h3>
            <p>{ catalog.text("help-intro") }</p>
            <dl class="keys">
                for (keys, label) in CARET {
                    <div>
                        <dt><kbd>{ keys }</kbd></dt>
                        <dd>{ catalog.text(label) }</dd>
                    </div>
                }
                for shortcut in SHORTCUTS.iter().filter(|shortcut| !shortcut.is_changeable()) {
                    <div>
                        <dt>{ keys(shortcut) }</dt>
                        <dd>{ catalog.text(shortcut.label) }</dd>
                    </div>
                }
            </dl>
            <h3>{ catalog.text("help-changeable") }</h3>
            <p class="hint">{ catalog.text("help-changeable-hint") }</p>
            <label class="check">
                <input type="checkbox" checked={works} onchange={letters} />
                { catalog.text("help-letters") }
            </label>
            <div class="key-fields">
                for shortcut in SHORTCUTS.iter().filter(|shortcut| shortcut.is_changeable()) {
                    <KeyField key={format!("{} {}", shortcut.label, *made)} {shortcut} keymap={props.keymap.clone()}
                        codebook={props.codebook.clone()} send={props.send.clone()} />
                }
            </div>
            <div class="buttons">
                if props.keymap.is_changed() {
                    <button onclick={reset}>{ catalog.text("help-reset") }</button>
                }
                <button class="primary" onclick={close}>{ catalog.text("close") }</button>
            </div>
        </Modal>
    }
}

#[derive(Properties)]
struct KeyFieldProps {
    shortcut: &'static Shortcut,
    keymap: Keymap,
    codebook: Option<Shared<Codebook>>,
    send: Send,
}

impl PartialEq for KeyFieldProps {
    fn eq(&self, other: &Self) -> bool {
        self.shortcut.label == other.shortcut.label
            && (&self.keymap, &self.codebook, &self.send) == (&other.keymap, &other.codebook, &other.send)
    }
}

/// The key of a shortcut, in a field for one letter: so it can be changed by whoever can type, on glass too.
#[component]
fn KeyField(props: &KeyFieldProps) -> Html {
    let catalog = use_catalog();
    let shortcut = props.shortcut;
    let typed = use_state(|| props.keymap.key(shortcut).to_owned());
    let check = {
        let (keymap, codebook) = (props.keymap.clone(), props.codebook.clone());
        move |key: &str| {
            let none = Codebook::new();
            keymap.problem(codebook.as_ref().map_or(&none, |codebook| &**codebook), shortcut.label, key)
        }
    };
    let error = check(&typed).map(|problem| catalog.text(problem));
    let oninput = {
        let (typed, send, before) = (typed.setter(), props.send.clone(), (*typed).clone());
        move |text: String| {
            // What is typed beside a letter replaces it.
            let other = text.chars().rev().find(|letter| !before.contains(*letter));
            let key = other.or(text.chars().next()).map(String::from).unwrap_or_default();
            if check(&key).is_none() {
                send.emit(Message::SetKey(shortcut.label, key.clone()));
            }
            typed.set(key);
        }
    };
    html! { <TextField label={catalog.text(shortcut.label)} value={(*typed).clone()} {error} {oninput} /> }
}

fn keys(shortcut: &Shortcut) -> Html {
    let mut name = shortcut.key.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    html! {
        <>
            if shortcut.primary {
                <kbd>{ "Ctrl" }</kbd>
            }
            if shortcut.shift == Some(true) {
                <kbd>{ "Shift" }</kbd>
            }
            <kbd>{ name }</kbd>
        </>
    }
}
