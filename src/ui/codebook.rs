//! The codebook: what the two kinds of annotations mean, the user's own kinds, the tags.

use yew::prelude::*;

use super::{
    dialogs::Modal,
    fields::{Choice, TextField, options, single_blanks},
    guide::guide,
    i18n::use_catalog,
    shared::{Send, Shared},
};
use crate::{
    app::{Keymap, Message, Tally, free_key, kind_problems, tags_problem},
    i18n::{Catalog, Text},
    model::{Codebook, Colour, Kind, KindEntry, KindId, Named},
};

#[derive(Properties, PartialEq)]
pub(super) struct CodebookPanelProps {
    pub(super) keymap: Keymap,
    pub(super) codebook: Shared<Codebook>,
    /// How many annotations there are of what.
    pub(super) tally: Shared<Tally>,
    pub(super) send: Send,
}

#[component]
pub(super) fn CodebookPanel(props: &CodebookPanelProps) -> Html {
    let catalog = use_catalog();
    let onclose = props.send.reform(|()| Message::Show(None));
    let close = onclose.reform(|_: MouseEvent| ());
    html! {
        <Modal title={catalog.text("codebook")} {onclose}>
            <p>{ catalog.text("codebook-intro") }</p>
            { guide(&catalog) }
            <h3>{ catalog.text("codebook-kinds") }</h3>
            for id in props.codebook.keys() {
                <KindForm key={id.to_string()} keymap={props.keymap.clone()} codebook={props.codebook.clone()} id={Some(id.clone())}
                    uses={props.tally.kind(&Kind::Own(id.clone()))} send={props.send.clone()} />
            }
            // A new one each time that one was added.
            <KindForm key={format!("new-{}", props.codebook.len())} keymap={props.keymap.clone()} codebook={props.codebook.clone()} id={None::<KindId>} uses=0
                send={props.send.clone()} />
            <h3>{ catalog.text("codebook-tags") }</h3>
            if props.tally.tags.is_empty() {
                <p class="hint">{ catalog.text("codebook-no-tags") }</p>
            }
            for (tag, count) in props.tally.tags.iter() {
                <TagForm key={tag.clone()} tag={tag.clone()} count={*count} send={props.send.clone()} />
            }
            <div class="buttons"><button class="primary" onclick={close}>{ catalog.text("close") }</button></div>
        </Modal>
    }
}

#[derive(Properties, PartialEq)]
struct KindFormProps {
    keymap: Keymap,
    codebook: Shared<Codebook>,
    /// Which kind; `None` for one to add.
    id: Option<KindId>,
    /// How many annotations have it.
    uses: usize,
    send: Send,
}

/// What is typed of a kind.
#[derive(Clone, Debug, PartialEq)]
struct Draft {
    name: String,
    key: String,
    colour: Colour,
    help: String,
}

impl Draft {
    fn of(codebook: &Codebook, id: Option<&KindId>) -> Self {
        let key = |key: Option<char>| key.map(String::from).unwrap_or_default();
        if let Some(entry) = id.and_then(|id| codebook.get(id)) {
            let (name, help) = (entry.name.clone(), entry.help.clone());
            return Self { name, key: key(entry.key), colour: entry.colour, help };
        }
        let colour = Colour::ALL[codebook.len() % Colour::ALL.len()];
        Self { name: String::new(), key: key(free_key(codebook)), colour, help: String::new() }
    }

    fn entry(&self) -> KindEntry {
        KindEntry {
            name: single_blanks(&self.name),
            key: self.key.to_lowercase().chars().next(),
            colour: self.colour,
            help: self.help.trim().to_owned(),
        }
    }
}

#[component]
fn KindForm(props: &KindFormProps) -> Html {
    let catalog = use_catalog();
    let draft = use_state(|| Draft::of(&props.codebook, props.id.as_ref()));
    // What is missing is said once it was tried without.
    let tried = use_state(|| false);
    let problems =
        kind_problems(&props.keymap, &props.codebook, props.id.as_ref(), [&draft.name, &draft.key, &draft.help]);
    let said = |problem: &Option<Text>| {
        let is_due = *tried || !draft.name.is_empty();
        problem.clone().filter(|_| is_due).map(|problem| catalog.text(problem))
    };
    let set = |change: fn(&mut Draft, String)| {
        let draft = draft.clone();
        Callback::from(move |value: String| {
            let mut changed = (*draft).clone();
            change(&mut changed, value);
            draft.set(changed);
        })
    };
    let onsubmit = {
        let (send, id, draft, tried, is_well) =
            (props.send.clone(), props.id.clone(), draft.clone(), tried.setter(), problems.is_empty());
        move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if is_well {
                let entry = draft.entry();
                send.emit(match id.clone() {
                    Some(id) => Message::PutKind(id, Some(entry)),
                    None => Message::AddKind(entry),
                });
            }
        }
    };
    let present = props.id.as_ref().and_then(|id| props.codebook.get(id));
    let is_same = present == Some(&draft.entry());
    let title = present.map_or_else(|| catalog.text("kind-new"), |entry| entry.name.clone());
    html! {
        <form class="panel-part kind-form" {onsubmit} data-colour={draft.colour.name()} aria-label={title}>
            <div class="pair">
                <TextField label={catalog.text("kind-name")} value={draft.name.clone()} error={said(&problems.name)}
                    oninput={set(|draft, value| draft.name = value)} />
                <div class="pair">
                    <TextField label={catalog.text("kind-key")} value={draft.key.clone()} error={said(&problems.key)}
                        oninput={set(|draft, value| draft.key = value)} />
                    <Choice label={catalog.text("kind-colour")} options={options::<Colour>(&catalog, "colour")}
                        value={draft.colour.name()}
                        onchoice={set(|draft, value| draft.colour = Colour::from_name(&value).unwrap_or(draft.colour))} />
                </div>
            </div>
            <TextField label={catalog.text("kind-help")} value={draft.help.clone()} lines=true error={said(&problems.help)}
                oninput={set(|draft, value| draft.help = value)} />
            <div class="buttons">
                { remove(&catalog, props) }
                <button aria-disabled={is_same.then_some("true")}>
                    { catalog.text(if props.id.is_some() { "kind-keep" } else { "kind-add" }) }
                </button>
            </div>
        </form>
    }
}

/// Takes the kind out of the codebook, where no annotation has it.
fn remove(catalog: &Catalog, props: &KindFormProps) -> Html {
    let Some(id) = props.id.clone() else { return Html::default() };
    if props.uses > 0 {
        return html! { <small>{ catalog.text(Text::new("kind-in-use").with("count", props.uses)) }</small> };
    }
    let onclick = props.send.reform(move |_: MouseEvent| Message::PutKind(id.clone(), None));
    html! { <button type="button" class="danger" {onclick}>{ catalog.text("kind-remove") }</button> }
}

#[derive(Properties, PartialEq)]
struct TagFormProps {
    tag: String,
    count: usize,
    send: Send,
}

/// A tag, to be renamed or taken away wherever it is used.
#[component]
fn TagForm(props: &TagFormProps) -> Html {
    let catalog = use_catalog();
    let name = use_state(|| props.tag.clone());
    let problem = tags_problem(&name).or_else(|| name.contains(',').then(|| Text::new("tag-comma")));
    let onsubmit = {
        let (send, tag, name) = (props.send.clone(), props.tag.clone(), name.trim().to_owned());
        let is_well = problem.is_none() && !name.is_empty();
        move |event: SubmitEvent| {
            event.prevent_default();
            if is_well {
                send.emit(Message::RenameTag(tag.clone(), name.clone()));
            }
        }
    };
    let remove = {
        let (send, tag) = (props.send.clone(), props.tag.clone());
        move |_: MouseEvent| send.emit(Message::RenameTag(tag.clone(), String::new()))
    };
    let label = catalog.text(Text::new("tag-uses").with("tag", props.tag.clone()).with("count", props.count));
    let oninput = {
        let name = name.setter();
        move |value: String| name.set(value)
    };
    html! {
        <form class="tag-form" {onsubmit}>
            <TextField {label} value={(*name).clone()} error={problem.map(|problem| catalog.text(problem))} {oninput} />
            <button aria-disabled={(name.trim() == props.tag).then_some("true")}>{ catalog.text("rename") }</button>
            <button type="button" class="danger" onclick={remove}>{ catalog.text("tag-remove") }</button>
        </form>
    }
}
