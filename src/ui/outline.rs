//! The column at the left: who spoke, and how much.

use yew::prelude::*;

use super::{i18n::use_catalog, shared::Shared, view};
use crate::{
    app::{SpeakerShare, speaker_shares},
    i18n::Text,
    model::{Role, Transcript},
};

#[derive(Properties, PartialEq)]
pub(super) struct OutlineProps {
    pub(super) transcript: Shared<Transcript>,
}

#[component]
pub(super) fn Outline(props: &OutlineProps) -> Html {
    let catalog = use_catalog();
    let shares = use_memo(props.transcript.clone(), |transcript| speaker_shares(transcript));
    let most = shares.iter().map(|share| share.percent).max().unwrap_or(1).max(1);
    html! {
        <nav class="outline" aria-labelledby="speakers">
            <h2 id="speakers">{ catalog.text("speakers") }</h2>
            <ul>
                for share in shares.iter() {
                    <SpeakerRow key={share.speaker.0} transcript={props.transcript.clone()} share={*share} {most} />
                }
            </ul>
        </nav>
    }
}

#[derive(Properties, PartialEq)]
struct SpeakerRowProps {
    transcript: Shared<Transcript>,
    share: SpeakerShare,
    /// The share of the one who spoke most, in percent.
    most: usize,
}

#[component]
fn SpeakerRow(props: &SpeakerRowProps) -> Html {
    let catalog = use_catalog();
    let SpeakerShare { speaker, first, turns, percent, .. } = props.share;
    let speaker = &props.transcript.speakers[speaker.0 as usize];
    let detail = match speaker.role {
        Role::Chair if !props.transcript.meeting.chairs.is_empty() => Some(props.transcript.meeting.chairs.join(", ")),
        _ => speaker.party.clone().or_else(|| speaker.function.clone()),
    };
    let jump = Text::new("speaker-jump").with("speaker", speaker.label()).with("turns", turns);
    let share = catalog.text(Text::new("speaker-share").with("share", percent));
    let onclick = Callback::from(move |_: MouseEvent| view::show_turn(first));
    html! {
        <li>
            <button class="speaker" {onclick} aria-label={format!("{}, {share}", catalog.text(jump))}>
                <b>{ speaker.title() }</b>
                <span class="number">{ format!("{percent} %") }</span>
                <small>{ detail.unwrap_or_default() }</small>
                <progress max={props.most.to_string()} value={percent.to_string()} aria-hidden="true" />
            </button>
        </li>
    }
}
