//! A table of the register: its head, which sorts, and its rows.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::row::RegisterRow;
use crate::{
    app::{Column, Entry, Filter, Message, RegisterView, Table, rows},
    i18n::{Catalog, Text},
    model::{Kind, Transcript},
    ui::{
        i18n::use_catalog,
        paper::elements,
        shared::{Send, Shared},
    },
};

#[derive(Properties, PartialEq)]
pub(super) struct RegisterTableProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) entries: Shared<[Rc<Entry>]>,
    pub(super) active: Option<Shared<Entry>>,
    pub(super) filter: Filter,
    pub(super) view: RegisterView,
    pub(super) send: Send,
}

#[component]
pub(super) fn RegisterTable(props: &RegisterTableProps) -> Html {
    let catalog = use_catalog();
    let view = props.view;
    let found = use_memo(
        (props.transcript.clone(), props.entries.clone(), props.filter.clone(), view),
        |(transcript, entries, filter, view)| {
            // The table itself says of which kind.
            let filter = Filter { kind: None, ..filter.clone() };
            rows(transcript, entries, *view, |entry| filter.shows(transcript, entry))
        },
    );
    let kind = if view.table == Table::Claims { Kind::Claim } else { Kind::Commitment };
    let all = props.entries.iter().filter(|entry| entry.annotation.kind() == kind).count();
    if all == 0 {
        let empty = if kind == Kind::Claim { "register-no-claims" } else { "register-no-commitments" };
        return html! { <p class="empty">{ catalog.text(empty) }</p> };
    }
    let columns = Column::of(view.table);
    html! {
        <>
            if found.len() < all {
                <p role="status" class="number">
                    { catalog.text(Text::new("filter-shown").with("shown", found.len()).with("all", all)) }
                </p>
            }
            <div class="table-place">
                // On a narrow screen its parts are no table to the browser: their roles say what they are.
                <table class="stacks" role="table" onkeydown={Callback::from(walk)} aria-labelledby="register-title">
                    <thead role="rowgroup">
                        <tr role="row">
                            for column in columns {
                                { head(&catalog, props, *column) }
                            }
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        for row in found.iter() {
                            <RegisterRow key={row.entry.id.to_string()} transcript={props.transcript.clone()} number={row.number}
                                entry={Shared(row.entry.clone())} table={view.table}
                                is_active={props.active.as_ref().is_some_and(|active| active.id == row.entry.id)}
                                send={props.send.clone()} />
                        }
                    </tbody>
                </table>
            </div>
        </>
    }
}

/// The head of a column: a button that sorts by it, and then the other way round.
fn head(catalog: &Catalog, props: &RegisterTableProps, column: Column) -> Html {
    let view = props.view;
    let is_sorted = view.column == column;
    let sorted = match (is_sorted, view.descending) {
        (false, _) => None,
        (true, false) => Some("ascending"),
        (true, true) => Some("descending"),
    };
    let next = RegisterView { column, descending: is_sorted && !view.descending, ..view };
    let onclick = props.send.reform(move |_: MouseEvent| Message::Register(next));
    let sign = match sorted {
        None => "",
        Some("ascending") => " ▲",
        Some(_) => " ▼",
    };
    html! {
        <th scope="col" role="columnheader" aria-sort={sorted}>
            <button {onclick}>{ catalog.text(column.label(props.view.table)) }<span aria-hidden="true">{ sign }</span></button>
        </th>
    }
}

/// With the arrows from row to row.
fn walk(event: KeyboardEvent) {
    let forward = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    let Some(here) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if !here.matches(".row-head").unwrap_or(false) {
        return;
    }
    let Ok(Some(table)) = here.closest("table") else { return };
    let Ok(heads) = table.query_selector_all(".row-head") else { return };
    let heads = elements(&heads);
    let Some(at) = heads.iter().position(|head| *head == here) else { return };
    let next = if forward { at + 1 } else { at.wrapping_sub(1) };
    if let Some(next) = heads.get(next).and_then(|head| head.dyn_ref::<HtmlElement>()) {
        event.prevent_default();
        let _ = next.focus();
    }
}
