//! The figures of a meeting.

use std::rc::Rc;

use yew::prelude::*;

use super::bars::{Bar, bars, columns, legend, table_behind};
use crate::{
    app::{Entry, Promised, Spoken, Stretch, Voice, along, by_addressee, by_party, by_speaker, percent},
    i18n::{Catalog, Text},
    model::{CommitmentStatus, Named as _, Role, Transcript},
    ui::{
        i18n::{self, use_catalog},
        shared::Shared,
    },
};

/// How the status of a commitment is coloured, in the order of [`CommitmentStatus::ALL`].
const STATUS_CLASSES: [&str; CommitmentStatus::ALL.len()] = ["open", "fulfilled", "partly", "lapsed"];

#[derive(Properties, PartialEq)]
pub(super) struct FiguresProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) entries: Shared<[Rc<Entry>]>,
}

#[component]
pub(super) fn Figures(props: &FiguresProps) -> Html {
    let catalog = use_catalog();
    let marked = use_memo((props.transcript.clone(), props.entries.clone()), |(transcript, entries)| {
        (along(transcript, entries), by_addressee(entries))
    });
    html! {
        <div class="figures">
            <SpokenFigures transcript={props.transcript.clone()} />
            { figure(catalog.text("figure-along"), stretches(&catalog, &marked.0)) }
            { figure(catalog.text("figure-addressees"), addressees(&catalog, &marked.1)) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SpokenFiguresProps {
    transcript: Shared<Transcript>,
}

/// Who spoke how much: drawn once, whatever is marked meanwhile.
#[component]
fn SpokenFigures(props: &SpokenFiguresProps) -> Html {
    let catalog = use_catalog();
    let transcript = &props.transcript;
    let by_person = speakers(&catalog, &by_speaker(transcript), "voice-unnamed", "filter-speaker");
    let by_group = speakers(&catalog, &by_party(transcript), "voice-no-party", "column-party");
    html! {
        <>
            { figure(catalog.text("figure-speakers"), by_person) }
            { figure(catalog.text("figure-parties"), by_group) }
        </>
    }
}

fn figure(heading: String, content: Html) -> Html {
    html! { <section class="figure"><h2>{ heading }</h2>{ content }</section> }
}

fn voice(catalog: &Catalog, voice: &Voice, unnamed: &'static str) -> String {
    match voice {
        Voice::Named(name) => name.clone(),
        Voice::Government => catalog.text("role-government"),
        Voice::Chair => catalog.text("role-chair"),
        Voice::Unnamed => catalog.text(unnamed),
    }
}

fn speakers(catalog: &Catalog, spoken: &[Spoken], unnamed: &'static str, column: &'static str) -> Html {
    let all = spoken.iter().map(|one| one.words).sum::<usize>();
    let Some(first) = spoken.first() else {
        return html! { <p class="empty">{ catalog.text("figure-nobody") }</p> };
    };
    let name = |one: &Spoken| voice(catalog, &one.voice, unnamed);
    let share = |one: &Spoken| catalog.text(Text::new("percent").with("number", percent(one.words, all)));
    let number = |number: usize| catalog.text(Text::new("number").with("number", number));
    let drawn: Vec<Bar> = spoken
        .iter()
        .map(|one| Bar {
            label: name(one),
            segments: vec![(class(one.role), one.words)],
            told: catalog.text(Text::new("figure-spoken").with("words", one.words).with("turns", one.turns)),
        })
        .collect();
    let told = Text::new("figure-speakers-said").with("name", name(first)).with("words", first.words).with("all", all);
    let head = [column, "column-words", "column-turns", "column-share"].map(|key| catalog.text(key));
    let rows: Vec<Vec<String>> =
        spoken.iter().map(|one| vec![name(one), number(one.words), number(one.turns), share(one)]).collect();
    html! { <>{ bars(catalog, &drawn, catalog.text(told)) }{ table_behind(catalog, &head, &rows) }</> }
}

fn class(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Government) => "government",
        Some(Role::Chair) => "chair",
        Some(Role::Member | Role::Guest) | None => "members",
    }
}

fn stretches(catalog: &Catalog, stretches: &[Stretch]) -> Html {
    let sum = |of: fn(&Stretch) -> usize| stretches.iter().map(of).sum::<usize>();
    let (claims, commitments) = (sum(|one| one.claims), sum(|one| one.commitments));
    if claims + commitments == 0 {
        return html! { <p class="empty">{ catalog.text("figure-no-marks") }</p> };
    }
    let turns =
        |one: &Stretch| one.turns.map(|(first, last)| catalog.text(i18n::turns(first, last))).unwrap_or_default();
    let fullest = stretches.iter().rev().max_by_key(|one| one.claims + one.commitments);
    let told = Text::new("figure-along-said")
        .with("claims", claims)
        .with("commitments", commitments)
        .with("most", fullest.map_or(0, |one| one.claims + one.commitments))
        .with("turns", fullest.map(turns).unwrap_or_default());
    let pairs: Vec<(usize, usize)> = stretches.iter().map(|one| (one.claims, one.commitments)).collect();
    let names = ["register-claims", "register-commitments"].map(|key| catalog.text(key));
    let head = [catalog.text("column-turns"), names[0].clone(), names[1].clone()];
    let rows: Vec<Vec<String>> =
        stretches.iter().map(|one| vec![turns(one), one.claims.to_string(), one.commitments.to_string()]).collect();
    let [claims, commitments] = names;
    html! {
        <>
            { legend(&[("claims", claims), ("commitments", commitments)]) }
            { columns(&pairs, ["claims", "commitments"], catalog.text(told)) }
            <p class="ends"><span>{ catalog.text("figure-begin") }</span><span>{ catalog.text("figure-end") }</span></p>
            { table_behind(catalog, &head, &rows) }
        </>
    }
}

fn addressees(catalog: &Catalog, promised: &[Promised]) -> Html {
    let Some(first) = promised.first() else {
        return html! { <p class="empty">{ catalog.text("figure-no-commitments") }</p> };
    };
    let name = |one: &Promised| one.to.clone().unwrap_or_else(|| catalog.text("figure-to-nobody"));
    let status = |at: usize| catalog.text(Text::named("status", CommitmentStatus::ALL[at].name()));
    let counts = |one: &Promised| {
        let present = one.counts.iter().enumerate().filter(|(_, count)| **count > 0);
        present.map(|(at, count)| format!("{count} {}", status(at))).collect::<Vec<_>>().join(", ")
    };
    let drawn: Vec<Bar> = promised
        .iter()
        .map(|one| Bar {
            label: name(one),
            segments: STATUS_CLASSES.into_iter().zip(one.counts).collect(),
            told: counts(one),
        })
        .collect();
    let told = match &first.to {
        Some(to) => Text::new("figure-addressees-said").with("name", to.as_str()).with("count", first.all()),
        None => Text::new("figure-addressees-nobody").with("count", first.all()),
    };
    let head: Vec<String> =
        std::iter::once(catalog.text("field-to")).chain((0..STATUS_CLASSES.len()).map(status)).collect();
    let rows: Vec<Vec<String>> = promised
        .iter()
        .map(|one| std::iter::once(name(one)).chain(one.counts.map(|count| count.to_string())).collect())
        .collect();
    let meanings: Vec<(&'static str, String)> =
        STATUS_CLASSES.into_iter().enumerate().map(|(at, class)| (class, status(at))).collect();
    html! {
        <>
            { legend(&meanings) }
            { bars(catalog, &drawn, catalog.text(told)) }
            { table_behind(catalog, &head, &rows) }
        </>
    }
}
