//! The column at the left: the parts of the meeting, who spoke how much, and how much of it is marked.

use gloo_events::EventListener;
use yew::prelude::*;

use super::{
    i18n::use_catalog,
    reached::use_reached,
    shared::{Send, Shared},
    view,
};
use crate::{
    app::{Message, Part, PartTitle, SpeakerShare, Tally, parts, speaker_shares},
    i18n::Text,
    model::{SpeakerIndex, Transcript},
    platform::window,
};

#[derive(Properties, PartialEq)]
pub(super) struct OutlineProps {
    pub(super) transcript: Shared<Transcript>,
    /// How many annotations there are of what.
    pub(super) tally: Shared<Tally>,
    /// Whose turns alone are shown.
    pub(super) only: Option<SpeakerIndex>,
    pub(super) send: Send,
}

#[component]
pub(super) fn Outline(props: &OutlineProps) -> Html {
    let catalog = use_catalog();
    let shares = use_memo(props.transcript.clone(), |transcript| speaker_shares(transcript));
    let most = shares.iter().map(|share| share.percent).max().unwrap_or(1).max(1);
    html! {
        <div class="outline">
            <Parts transcript={props.transcript.clone()} send={props.send.clone()} />
            if !shares.is_empty() {
                <nav aria-labelledby="speakers">
                    <h2 id="speakers">{ catalog.text("speakers") }</h2>
                    <ul class="speakers" onfocusin={view::show_focused}>
                        for share in shares.iter() {
                            <SpeakerRow key={share.speaker.0} transcript={props.transcript.clone()} share={*share} {most}
                                marks={props.tally.speaker(share.speaker)}
                                is_only={props.only == Some(share.speaker)} send={props.send.clone()} />
                        }
                    </ul>
                </nav>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PartsProps {
    transcript: Shared<Transcript>,
    send: Send,
}

/// The parts of the meeting; the one at the top of the screen is the current one.
#[component]
fn Parts(props: &PartsProps) -> Html {
    let catalog = use_catalog();
    let parts = use_memo(props.transcript.clone(), |transcript| parts(transcript));
    let current = use_state_eq(|| None::<usize>);
    {
        let current = current.setter();
        use_effect_with(parts.clone(), move |parts| {
            let parts = parts.clone();
            let listener = EventListener::new(&window(), "scroll", move |_| {
                let top = view::read_now().unwrap_or(0);
                current.set(parts.partition_point(|part| part.paragraph <= top).checked_sub(1));
            });
            move || drop(listener)
        });
    }
    let column = use_node_ref();
    let reached = use_reached(&column);
    if parts.len() < 2 {
        return Html::default();
    }
    html! {
        <nav ref={column} aria-labelledby="parts">
            <h2 id="parts">{ catalog.text("parts") }</h2>
            for first in (0..parts.len()).step_by(PAGE) {
                <PartsPage key={first} parts={Shared(parts.clone())} {first} is_reached={reached.has(&first.to_string())} current={current.filter(|at| (first..first + PAGE).contains(at))}
                    send={props.send.clone()} />
            }
        </nav>
    }
}

/// How many parts are drawn together: a collection of debates has thousands.
const PAGE: usize = 100;

#[derive(Properties, PartialEq)]
struct PartsPageProps {
    parts: Shared<Vec<Part>>,
    /// The first that is on this page.
    first: usize,
    /// Whether it is to be drawn.
    is_reached: bool,
    /// The one at the top of the screen, where it is on this page.
    current: Option<usize>,
    send: Send,
}

/// Parts that are drawn together, once they come near what is seen of the outline.
#[component]
fn PartsPage(props: &PartsPageProps) -> Html {
    let catalog = use_catalog();
    let is_drawn = props.is_reached || props.first == 0;
    let row = |at: usize, part: &Part| {
        let paragraph = part.paragraph;
        let onclick = props.send.reform(move |_: MouseEvent| Message::GoTo(paragraph));
        let title = match &part.title {
            PartTitle::Text(text) => catalog.text(text.clone()),
            PartTitle::Words(words) => words.clone(),
        };
        html! {
            <li key={at}>
                <button class="part" aria-current={(props.current == Some(at)).then_some("true")} {onclick}>{ title }</button>
            </li>
        }
    };
    html! {
        <ol class="parts" data-page={props.first.to_string()}>
            if is_drawn {
                for (at, part) in props.parts.iter().enumerate().skip(props.first).take(PAGE) {
                    { row(at, part) }
                }
            }
        </ol>
    }
}

#[derive(Properties, PartialEq)]
struct SpeakerRowProps {
    transcript: Shared<Transcript>,
    share: SpeakerShare,
    /// The share of the one who spoke most, in percent.
    most: usize,
    /// How many annotations mark what they say.
    marks: usize,
    /// Whether only their turns are shown.
    is_only: bool,
    send: Send,
}

#[component]
fn SpeakerRow(props: &SpeakerRowProps) -> Html {
    let catalog = use_catalog();
    let SpeakerShare { speaker: index, first, turns, percent, .. } = props.share;
    let speaker = &props.transcript.speakers[index.0 as usize];
    let detail = speaker.party.clone().or_else(|| speaker.function.clone());
    let jump = Text::new("speaker-jump").with("turns", turns);
    let share = catalog.text(Text::new("speaker-share").with("share", percent));
    let marks = catalog.text(Text::new("speaker-marks").with("count", props.marks));
    let onclick = {
        let (transcript, send) = (props.transcript.clone(), props.send.clone());
        move |_: MouseEvent| {
            let paragraph = next_turn(&transcript, index).unwrap_or(transcript.turn(first).paragraphs.start);
            send.emit(Message::GoTo(paragraph));
        }
    };
    let only = {
        let wanted = (!props.is_only).then_some(index);
        props.send.reform(move |_: MouseEvent| Message::Only(wanted, view::read_now()))
    };
    let only_label = catalog.text(Text::new("only-speaker").with("speaker", speaker.label()));
    html! {
        <li class="speaker-row">
            <button class="speaker" {onclick} aria-description={format!("{}, {share}", catalog.text(jump))}>
                <b>{ speaker.title() }</b>
                <span class="number">{ catalog.text(Text::new("percent").with("number", percent)) }</span>
                if let Some(detail) = detail {
                    <small>{ detail }</small>
                }
                if props.marks > 0 {
                    <small class="number marks">{ marks }</small>
                }
                <progress max={props.most.to_string()} value={percent.to_string()} aria-hidden="true" />
            </button>
            <button class="only" aria-pressed={props.is_only.to_string()} aria-label={only_label.clone()} title={only_label}
                onclick={only}><span aria-hidden="true" /></button>
        </li>
    }
}

/// The first paragraph of this speaker's next turn below what is at the top of the screen.
fn next_turn(transcript: &Transcript, speaker: SpeakerIndex) -> Option<u32> {
    let top = view::current()?.paragraph;
    let mut below = transcript.turns.iter().filter(|turn| turn.speaker == Some(speaker) && turn.paragraphs.start > top);
    below.next().map(|turn| turn.paragraphs.start)
}
