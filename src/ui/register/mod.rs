//! The register: tables of commitments and claims, the closing list beside them, and figures.

mod bars;
mod closing_list;
mod figures;
mod row;
mod table;

use std::{collections::BTreeMap, rc::Rc};

use yew::prelude::*;

use super::{
    i18n::{date, use_catalog},
    shared::{Send, Shared},
};
use crate::{
    app::{Entry, Filter, Message, RegisterView, Table, Tally},
    i18n::Text,
    model::{ItemCorrection, Kind, Named, Transcript},
    text::SourceSpan,
};
use closing_list::ClosingList;
use figures::Figures;
use table::RegisterTable;

/// The element that has the register.
pub(super) const REGISTER_ID: &str = "register";

#[derive(Properties, PartialEq)]
pub(super) struct RegisterProps {
    pub(super) title: String,
    pub(super) transcript: Shared<Transcript>,
    pub(super) entries: Shared<[Rc<Entry>]>,
    /// How many there are of what.
    pub(super) tally: Shared<Tally>,
    /// The chosen one.
    pub(super) active: Option<Shared<Entry>>,
    pub(super) filter: Filter,
    pub(super) view: RegisterView,
    /// How the user corrects the closing list.
    pub(super) corrections: BTreeMap<SourceSpan, ItemCorrection>,
    pub(super) send: Send,
}

#[component]
pub(super) fn Register(props: &RegisterProps) -> Html {
    let catalog = use_catalog();
    let tab = |table: Table| {
        let view = RegisterView { table, ..RegisterView::default() };
        let onclick = props.send.reform(move |_: MouseEvent| Message::Register(view));
        let number = match table {
            Table::Commitments => Some(props.tally.kind(&Kind::Commitment)),
            Table::Claims => Some(props.tally.kind(&Kind::Claim)),
            Table::ClosingList | Table::Figures => None,
        };
        html! {
            <button aria-pressed={(props.view.table == table).to_string()} {onclick}>
                { catalog.text(Text::named("register", table.name())) }
                if let Some(number) = number {
                    { " " }<span class="number">{ number }</span>
                }
            </button>
        }
    };
    let meeting = &props.transcript.meeting;
    let committees = meeting.committees.iter().filter(|committee| **committee != props.title).cloned();
    let document = meeting.document();
    let day = meeting.date.map(|day| date(&catalog, day));
    let of: Vec<String> = std::iter::once(props.title.clone()).chain(committees).chain(day).chain(document).collect();
    html! {
        <section id={REGISTER_ID} class="register" tabindex="-1" aria-labelledby="register-title">
            <h1 id="register-title">{ catalog.text("register") }</h1>
            <p class="register-of" dir="auto">{ of.join(" · ") }</p>
            <div class="filters" role="group" aria-label={catalog.text("register-parts")}>
                for table in Table::ALL {
                    { tab(*table) }
                }
            </div>
            { match props.view.table {
                Table::ClosingList => html! {
                    <ClosingList transcript={props.transcript.clone()} entries={props.entries.clone()}
                        corrections={props.corrections.clone()} send={props.send.clone()} />
                },
                Table::Figures => html! {
                    <Figures transcript={props.transcript.clone()} entries={props.entries.clone()} />
                },
                Table::Commitments | Table::Claims => html! {
                    <RegisterTable transcript={props.transcript.clone()} entries={props.entries.clone()} active={props.active.clone()}
                        filter={props.filter.clone()} view={props.view} send={props.send.clone()} />
                },
            } }
        </section>
    }
}
