//! The reading page: the bar on top, who spoke, the transcript, the annotations.

use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{
    annotations::AnnotationList,
    codebook::CodebookPanel,
    correcting::TurnPanel,
    fields::single_blanks,
    find::Find,
    first_steps::FirstSteps,
    how_read::HowRead,
    i18n::{date, use_catalog},
    menu::{Menu, MenuItem},
    outline::Outline,
    register::Register,
    shared::{Send, Shared},
    start::LanguageChoice,
    strip::Strip,
    toolbar::{Caret, Toolbar},
    transcript::TranscriptView,
};
use crate::{
    app::{Command, Desk, Message, Panel, RegisterFile, State},
    i18n::{Catalog, Text},
    model::{Named, ProjectId, SpeakerIndex, Transcript, clock},
    platform::{address_of, is_touched},
};

/// How many acts the list of what was done shows.
const MAX_STEPS: usize = 12;

/// The page for what is on the desk.
pub(super) fn page(catalog: &Catalog, desk: &Desk, state: &State, send: &Send) -> Html {
    let transcript = Shared(desk.transcript.clone());
    html! {
        <>
            if desk.in_register {
                <a class="skip" href="#register" onclick={skip_to("register")}>{ catalog.text("skip-to-register") }</a>
            } else {
                <a class="skip" href="#transcript" onclick={skip_to("transcript")}>{ catalog.text("skip-to-transcript") }</a>
            }
            <a class="skip" href="#annotations" onclick={skip_to("annotations")}>{ catalog.text("skip-to-annotations") }</a>
            { bar(catalog, desk, state, send) }
            if desk.in_register {
                <main class="reading tables">
                    <Register title={desk.title().to_owned()} transcript={transcript.clone()} entries={Shared(desk.entries.clone())}
                        tally={Shared(desk.tally.clone())} active={desk.active_entry().cloned().map(Shared)} filter={desk.filter.clone()}
                        view={desk.register} corrections={desk.corrections().items} send={send.clone()} />
                    { annotations(desk, send) }
                </main>
            } else {
                { transcript_page(catalog, desk, state, send) }
            }
            <Caret />
            { panel(desk, state, send) }
        </>
    }
}

/// The transcript, with who speaks at its left and the annotations at its right.
fn transcript_page(catalog: &Catalog, desk: &Desk, state: &State, send: &Send) -> Html {
    let keymap = &state.settings.keymap;
    let transcript = Shared(desk.transcript.clone());
    let codebook = Shared(desk.codebook.clone());
    html! {
            <main class={classes!("reading", transcript.speakers.is_empty().then_some("nobody"), desk.selection.is_some().then_some("selecting"), desk.search.is_some().then_some("finding"))}>
                <Outline transcript={transcript.clone()} tally={Shared(desk.tally.clone())} only={desk.only} send={send.clone()} />
                <div class="text">
                    if let Some(search) = desk.search.clone() {
                        <Find {search} transcript={transcript.clone()} marks={Shared(desk.marks.clone())} codebook={codebook.clone()}
                            send={send.clone()} />
                    }
                    <FrontMatter key={desk.id.to_string()} id={desk.id.clone()} transcript={transcript.clone()}
                        title={desk.title().to_owned()} send={send.clone()} />
                    { only(catalog, desk, send) }
                    <TranscriptView transcript={transcript.clone()} codebook={codebook.clone()} marks={Shared(desk.marks.clone())}
                        active={desk.active_entry().cloned().map(Shared)} marks_hidden={state.marks_hidden} only={desk.only} send={send.clone()} />
                    <Strip transcript={transcript.clone()} tally={Shared(desk.tally.clone())} send={send.clone()} />
                    <FirstSteps step={state.next_step(is_touched())} example={state.step_example()} send={send.clone()} />
                    <Toolbar selection={desk.selection} in_chair={desk.selects_chair()} active={desk.active.clone()} codebook={codebook.clone()} keymap={keymap.clone()} send={send.clone()} />
                </div>
                { annotations(desk, send) }
            </main>
    }
}

fn annotations(desk: &Desk, send: &Send) -> Html {
    html! {
        <AnnotationList transcript={Shared(desk.transcript.clone())} codebook={Shared(desk.codebook.clone())} entries={Shared(desk.entries.clone())}
            tally={Shared(desk.tally.clone())} active={desk.active_entry().cloned().map(Shared)} filter={desk.filter.clone()}
            grouping={desk.grouping} in_register={desk.in_register} found={desk.found_ids().cloned().map(Shared)} send={send.clone()} />
    }
}

/// Says that only somebody's turns are shown, where that is so.
fn only(catalog: &Catalog, desk: &Desk, send: &Send) -> Html {
    let Some(SpeakerIndex(index)) = desk.only else { return Html::default() };
    let turns = desk.transcript.turns.iter().filter(|turn| turn.speaker == desk.only).count();
    let text = Text::new("only-line")
        .with("speaker", desk.transcript.speakers[index as usize].label())
        .with("turns", turns)
        .with("all", desk.transcript.turns.len());
    let onclick = send.reform(|_: MouseEvent| Message::Only(None, super::view::read_now()));
    html! {
        <p id={super::view::ONLY_LINE_ID} class="only-line">{ catalog.text(text) }<button class="link" {onclick}>{ catalog.text("show-all") }</button></p>
    }
}

/// What is open over the page.
fn panel(desk: &Desk, state: &State, send: &Send) -> Html {
    let transcript = Shared(desk.transcript.clone());
    let send = send.clone();
    match state.panel {
        Some(Panel::HowRead) => html! { <HowRead {transcript} corrections={desk.corrections()} {send} /> },
        Some(Panel::Codebook) => html! {
            <CodebookPanel keymap={state.settings.keymap.clone()} codebook={Shared(desk.codebook.clone())}
                tally={Shared(desk.tally.clone())} {send} />
        },
        Some(Panel::Turn(turn)) => {
            html! { <TurnPanel {transcript} {turn} is_corrected={desk.is_corrected(turn)} {send} /> }
        }
        // The keys are shown on every page.
        Some(Panel::Help) | None => Html::default(),
    }
}

/// Moves the focus without touching the address, which says what is open.
fn skip_to(id: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        super::view::skip_to(id);
    })
}

/// Says of a button that there is nothing to do. It is not disabled, which would take the focus from it.
fn nothing<T>(to_do: Option<T>) -> Option<&'static str> {
    to_do.is_none().then_some("true")
}

fn bar(catalog: &Catalog, desk: &Desk, state: &State, send: &Send) -> Html {
    let saved = &state.saved;
    let (status, failed) = (saved.text(), saved.is_failed());
    let (undo, redo) =
        (send.reform(|_: MouseEvent| Message::UndoSteps(1)), send.reform(|_: MouseEvent| Message::RedoSteps(1)));
    let steps_told = if state.history_listed { MAX_STEPS } else { 1 };
    let (done, undone) = (desk.done(steps_told), desk.undone(steps_told));
    let list_history = send.reform(Message::ListHistory);
    let what = |key: &'static str, steps: &[Text]| match steps.first() {
        Some(step) => catalog.text(Text::new(key).with("what", step.clone())),
        None => catalog.text("nothing-to-do"),
    };
    let (undoes, redoes) = (what("undo-what", &done), what("redo-what", &undone));
    let help = send.reform(|_: MouseEvent| Message::Show(Some(Panel::Help)));
    let find = send.reform(|_: MouseEvent| Message::OpenSearch);
    let hidden = state.marks_hidden;
    let hide = send.reform(move |_: MouseEvent| Message::HideMarks(!hidden));
    let hint = |command: &Command| state.settings.keymap.hint(command);
    html! {
        <header class="bar full">
            <a class="brand" href="#/" title={catalog.text("home")}>{ catalog.text("app-name") }</a>
            <span class="meeting">{ desk.title() }</span>
            <span role="status" class={classes!("status", failed.then_some("failed"))}>{ catalog.text(status) }</span>
            <div class="group">
                <button class="icon" aria-label={catalog.text("undo")} title={undoes.clone()} aria-description={undoes} onclick={undo}
                    aria-keyshortcuts="Control+Z" aria-disabled={nothing(desk.history.next_undo())}>{ "↶" }</button>
                <button class="icon" aria-label={catalog.text("redo")} title={redoes.clone()} aria-description={redoes} onclick={redo}
                    aria-keyshortcuts="Control+Shift+Z Control+Y" aria-disabled={nothing(desk.history.next_redo())}>{ "↷" }</button>
                <Menu label={catalog.text("history")} sign="▾" class="icon" items={steps(catalog, send, done, undone)} onopen={list_history} />
                <button class="icon" aria-label={catalog.text("find")} title={catalog.text("find")} onclick={find}
                    aria-keyshortcuts={hint(&Command::Find)}><span class="lens" aria-hidden="true" /></button>
                <button class="icon hide-marks" aria-label={catalog.text("hide-marks")} title={catalog.text("hide-marks")} onclick={hide}
                    aria-pressed={state.marks_hidden.to_string()} aria-keyshortcuts={hint(&Command::HideMarks)}><span>{ "a" }</span></button>
                <button class="icon" aria-label={catalog.text("help")} title={catalog.text("help")} onclick={help}
                    aria-keyshortcuts={hint(&Command::Help)}>{ "?" }</button>
            </div>
            <LanguageChoice send={send.clone()} />
            <Menu label={catalog.text("export")} class="primary" items={exports(catalog, send)} />
        </header>
    }
}

/// The ways to take the work out of the page.
fn exports(catalog: &Catalog, send: &Send) -> Vec<MenuItem> {
    let onchoice = send.reform(|()| Message::Export);
    let json = MenuItem { label: catalog.text("export-json"), hint: Some(catalog.text("export-json-hint")), onchoice };
    let register = RegisterFile::ALL.iter().map(|file| MenuItem {
        label: catalog.text(Text::named("export", file.name())),
        hint: Some(catalog.text(Text::named("export-hint", file.name()))),
        onchoice: send.reform(move |()| Message::ExportRegister(*file, address_of(""))),
    });
    std::iter::once(json).chain(register).collect()
}

/// What can be taken back, with all that was done after it; then what can be done again, with all before it.
fn steps(catalog: &Catalog, send: &Send, done: Vec<Text>, undone: Vec<Text>) -> Vec<MenuItem> {
    let item = |key: &'static str, step: Text, onchoice: Callback<()>| {
        let label = catalog.text(Text::new(key).with("what", step));
        MenuItem { label, hint: None, onchoice }
    };
    let undo = done
        .into_iter()
        .enumerate()
        .map(|(at, step)| item("undo-what", step, send.reform(move |()| Message::UndoSteps(at + 1))));
    let redo = undone
        .into_iter()
        .enumerate()
        .map(|(at, step)| item("redo-what", step, send.reform(move |()| Message::RedoSteps(at + 1))));
    undo.chain(redo).collect()
}

#[derive(Properties, PartialEq)]
struct FrontMatterProps {
    id: ProjectId,
    transcript: Shared<Transcript>,
    title: String,
    send: Send,
}

/// What the transcript is: committee, title, date, times, chair, clerk, repairs.
#[component]
fn FrontMatter(props: &FrontMatterProps) -> Html {
    let catalog = use_catalog();
    let meeting = &props.transcript.meeting;
    let document = meeting.document();
    let committees = meeting.committees.iter().filter(|committee| **committee != props.title).cloned();
    let kicker: Vec<String> = committees.chain(document).collect();
    let named = |key: &'static str, name: &str| catalog.text(Text::new(key).with("name", name));
    let at = |key: &'static str, time: jiff::civil::Time| catalog.text(Text::new(key).with("time", clock(time)));
    let facts: Vec<String> = [
        meeting.date.map(|day| date(&catalog, day)),
        meeting.start.map(|time| at("meeting-start", time)),
        meeting.end.map(|time| at("meeting-end", time)),
        meeting.chairs.first().map(|name| named("meeting-chair", name)),
        meeting.clerks.first().map(|name| named("meeting-clerk", name)),
        Some(catalog.text(Text::new("meeting-turns").with("count", props.transcript.turns.len()))),
    ]
    .into_iter()
    .flatten()
    .collect();
    let how_read = Text::new("how-read-link").with("count", props.transcript.repairs.list().len());
    let onclick = props.send.reform(|_: MouseEvent| Message::Show(Some(Panel::HowRead)));
    html! {
        <div class="front-matter">
            <p>{ kicker.join(" · ") }</p>
            <TitleField id={props.id.clone()} title={props.title.clone()} send={props.send.clone()} />
            <ul>
                for fact in facts {
                    <li>{ fact }</li>
                }
                <li>{ catalog.text(Text::named("format", props.transcript.format.0)) }</li>
                <li><button class="link" {onclick}>{ catalog.text(how_read) }</button></li>
            </ul>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct TitleFieldProps {
    id: ProjectId,
    title: String,
    send: Send,
}

/// The title as a heading, and a button to change it.
#[component]
fn TitleField(props: &TitleFieldProps) -> Html {
    let catalog = use_catalog();
    let draft = use_state(|| None::<String>);
    let (field, button) = (use_node_ref(), use_node_ref());
    // The focus goes into the field, and back to the button when the field is gone.
    let was_editing = use_mut_ref(|| false);
    {
        let (field, button) = (field.clone(), button.clone());
        use_effect_with(draft.is_some(), move |editing| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                field.select();
                let _ = field.focus();
            } else if let (true, Some(button)) = (*was_editing.borrow(), button.cast::<HtmlElement>()) {
                let _ = button.focus();
            }
            *was_editing.borrow_mut() = *editing;
        });
    }
    let begin = {
        let (draft, title) = (draft.setter(), props.title.clone());
        Callback::from(move |_: MouseEvent| draft.set(Some(title.clone())))
    };
    let oninput = {
        let (draft, field) = (draft.setter(), field.clone());
        Callback::from(move |_: InputEvent| draft.set(field.cast::<HtmlTextAreaElement>().map(|field| field.value())))
    };
    let keep = {
        let (draft, field, send, id) = (draft.setter(), field.clone(), props.send.clone(), props.id.clone());
        Callback::from(move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                send.emit(Message::Title(id.clone(), single_blanks(&field.value())));
            }
            draft.set(None);
        })
    };
    let onkeydown = {
        let (draft, keep) = (draft.setter(), keep.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                keep.emit(());
            }
            "Escape" => {
                event.stop_propagation();
                draft.set(None);
            }
            _ => {}
        })
    };
    let onblur = keep.reform(|_: FocusEvent| ());
    let shown = if props.title.is_empty() { catalog.text("transcript-untitled") } else { props.title.clone() };
    html! {
        <div class="title">
            if let Some(value) = (*draft).clone() {
                <h1><textarea ref={field} rows="1" aria-label={catalog.text("title-label")} {value} {oninput} {onkeydown} {onblur} /></h1>
            } else {
                <h1 dir="auto">{ shown }</h1>
                <button ref={button} class="link" onclick={begin}>{ catalog.text("rename") }</button>
            }
        </div>
    }
}
