//! The column at the left: who spoke, and how much.

use yew::prelude::*;

use super::{i18n::use_catalog, selection, shared::Shared, view};
use crate::{
    app::{SpeakerShare, speaker_shares},
    i18n::Text,
    model::{SpeakerIndex, Transcript, TurnIndex},
    text::Byte,
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
    let SpeakerShare { speaker: index, first, turns, percent, .. } = props.share;
    let speaker = &props.transcript.speakers[index.0 as usize];
    let detail = speaker.party.clone().or_else(|| speaker.function.clone());
    let jump = Text::new("speaker-jump").with("speaker", speaker.label()).with("turns", turns);
    let share = catalog.text(Text::new("speaker-share").with("share", percent));
    let onclick = {
        let transcript = props.transcript.clone();
        move |_: MouseEvent| {
            let next = next_turn(&transcript, index).unwrap_or(first);
            view::show_turn(next);
            selection::place_caret(&transcript, transcript.speech(transcript.turn(next)).start());
        }
    };
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

/// The next turn of this speaker below what is at the top of the screen.
fn next_turn(transcript: &Transcript, speaker: SpeakerIndex) -> Option<TurnIndex> {
    let top = view::current()?.paragraph;
    let turns = transcript.turns.iter().enumerate();
    let mut below = turns.filter(|(_, turn)| turn.speaker == Some(speaker) && turn.paragraphs.start > top);
    below.next().map(|(index, _)| TurnIndex(Byte::at(index).0))
}
