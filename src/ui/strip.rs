//! The map along the text: who speaks where, where the marks are, and what is on the screen.

use gloo_events::EventListener;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::{
    shared::{Send, Shared},
    view,
};
use crate::{
    app::{Message, STRIP_HEIGHT, Tally, paragraph_at, paragraph_heights, speaker_shapes},
    model::Transcript,
    platform::window,
    text::Byte,
};

#[derive(Properties, PartialEq)]
pub(super) struct StripProps {
    pub(super) transcript: Shared<Transcript>,
    /// How many annotations there are of what: where they are.
    pub(super) tally: Shared<Tally>,
    pub(super) send: Send,
}

/// For eyes and pointers: by key, the outline, the list and `n` lead to the same places.
#[component]
pub(super) fn Strip(props: &StripProps) -> Html {
    let speakers = use_memo(props.transcript.clone(), |transcript| speaker_shapes(transcript));
    let marks = use_memo(props.tally.clone(), |tally| tally.rows.shapes());
    let here = use_node_ref();
    {
        let here = here.clone();
        use_effect_with(props.transcript.clone(), move |transcript| {
            let transcript = transcript.clone();
            let look = move || show_window(&here, &transcript);
            look();
            let listeners = ["scroll", "resize"].map(|event| {
                let look = look.clone();
                EventListener::new(&window(), event, move |_| look())
            });
            move || drop(listeners)
        });
    }
    let strip = use_node_ref();
    let go = {
        let (transcript, send, strip) = (props.transcript.clone(), props.send.clone(), strip.clone());
        move |event: &PointerEvent| {
            if let Some(strip) = strip.cast::<Element>() {
                let rect = strip.get_bounding_client_rect();
                let share = (f64::from(event.client_y()) - rect.top()) / rect.height().max(1.0);
                send.emit(Message::GoTo(paragraph_at(&transcript, share)));
            }
        }
    };
    let onpointerdown = {
        let go = go.clone();
        move |event: PointerEvent| {
            // The selection stays where it is.
            event.prevent_default();
            go(&event);
        }
    };
    let onpointermove = move |event: PointerEvent| {
        if event.buttons() == 1 {
            go(&event);
        }
    };
    let bars = |class: &'static str, d: &str| html! { <path {class} d={d.to_owned()} /> };
    html! {
        <div class="strip-place" aria-hidden="true">
            <svg ref={strip} class="strip" viewBox={format!("0 0 18 {STRIP_HEIGHT}")} preserveAspectRatio="none" {onpointerdown} {onpointermove}>
                <g transform="scale(5 1)">{ bars("members", &speakers.members) }{ bars("government", &speakers.government) }</g>
                <g transform="translate(6 0) scale(5 1)">{ bars("claims", &marks.claims) }</g>
                <g transform="translate(9 0) scale(5 1)">{ bars("others", &marks.others) }</g>
                <g transform="translate(12 0) scale(6 1)">{ bars("commitments", &marks.commitments) }</g>
                <rect ref={here} class="here" x="0" y="0" width="18" height="0" />
            </svg>
        </div>
    }
}

/// Shows on the map what is on the screen.
fn show_window(here: &NodeRef, transcript: &Transcript) {
    let Some((here, (first, last))) = here.cast::<Element>().zip(view::on_screen()) else { return };
    let last = last.unwrap_or(Byte::at(transcript.paragraphs.len().saturating_sub(1)).0);
    let heights = paragraph_heights(transcript, first).zip(paragraph_heights(transcript, last));
    if let Some(((top, _), (_, bottom))) = heights {
        let _ = here.set_attribute("y", &format!("{top:.1}"));
        let _ = here.set_attribute("height", &format!("{:.1}", (bottom - top).max(6.0)));
    }
}
