//! The page of open commitments: what is still to be done, of all transcripts in this browser.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::{
    fields::Choice,
    i18n::{date, use_catalog},
    shared::{Send, Shared},
    start::LanguageChoice,
    view::HEADING_ID,
};
use crate::{
    app::{CommitmentsFile, Message, OpenCommitment, OpenCommitments, Panel, Route},
    i18n::{Catalog, Text},
    model::Named as _,
    platform::address_of,
};

#[derive(Properties, PartialEq)]
pub(super) struct OpenCommitmentsProps {
    pub(super) page: Shared<OpenCommitments>,
    pub(super) send: Send,
}

#[component]
pub(super) fn OpenCommitmentsPage(props: &OpenCommitmentsProps) -> Html {
    let catalog = use_catalog();
    let page = &props.page;
    let help = props.send.reform(|_: MouseEvent| Message::Show(Some(Panel::Help)));
    let all = page.found.as_ref().map_or(0, |found| found.len());
    let shown: Vec<&OpenCommitment> = page.shown().collect();
    html! {
        <>
            <header class="bar">
                <a class="brand" href="#/">{ catalog.text("app-name") }</a>
                <span class="meeting" />
                <button class="icon" aria-label={catalog.text("help")} title={catalog.text("help")} onclick={help}
                    aria-keyshortcuts="?">{ "?" }</button>
                <LanguageChoice send={props.send.clone()} />
            </header>
            <main class="register open-commitments">
                <h1 id={HEADING_ID} tabindex="-1">{ catalog.text("open-title") }</h1>
                <p class="register-of">{ catalog.text("open-hint") }</p>
                if page.damaged > 0 {
                    <p class="error">{ catalog.text(Text::new("open-damaged").with("count", page.damaged)) }</p>
                }
                if page.has_failed {
                    <p class="error">{ catalog.text("open-failed") }</p>
                }
                if all == 0 && !page.has_failed && page.damaged == 0 {
                    <p class="empty">{ catalog.text("open-none") }</p>
                } else if all > 0 {
                    { filters(&catalog, props) }
                    <p class="number">{ catalog.text(Text::new("open-shown").with("count", shown.len())) }</p>
                    if !shown.is_empty() {
                        { table(&catalog, page, &shown) }
                    }
                }
            </main>
        </>
    }
}

/// Who gave them and to whom they were made, to choose from; and the files of what is shown.
fn filters(catalog: &Catalog, props: &OpenCommitmentsProps) -> Html {
    let page = &props.page;
    let (by, to) = page.people();
    let options = |people: BTreeSet<&str>| -> Vec<(AttrValue, String)> {
        let everybody = (AttrValue::from(""), catalog.text("open-everybody"));
        let people = people.into_iter().map(|name| (AttrValue::from(name.to_owned()), name.to_owned()));
        std::iter::once(everybody).chain(people).collect()
    };
    let chosen = |name: String| Some(name).filter(|name| !name.is_empty());
    let choose_by = {
        let to = page.to.clone();
        props.send.reform(move |by: String| Message::FilterCommitments(chosen(by), to.clone()))
    };
    let choose_to = {
        let by = page.by.clone();
        props.send.reform(move |to: String| Message::FilterCommitments(by.clone(), chosen(to)))
    };
    let export = |file: CommitmentsFile| {
        props.send.reform(move |_: MouseEvent| Message::ExportCommitments(file, address_of("")))
    };
    html! {
        <div class="open-filters">
            <Choice label={catalog.text("field-by")} options={options(by)} value={page.by.clone().unwrap_or_default()} onchoice={choose_by} />
            <Choice label={catalog.text("field-to")} options={options(to)} value={page.to.clone().unwrap_or_default()} onchoice={choose_to} />
            <div class="buttons">
                for file in CommitmentsFile::ALL {
                    <button onclick={export(*file)} title={catalog.text(Text::named("open-hint", file.name()))}>{ catalog.text(Text::named("open", file.name())) }</button>
                }
            </div>
        </div>
    }
}

/// What stands in the columns.
const HEADS: [&str; 6] = ["column-due", "kind-commitment", "field-by", "field-to", "field-status", "column-meeting"];

fn table(catalog: &Catalog, page: &OpenCommitments, shown: &[&OpenCommitment]) -> Html {
    html! {
        <div class="table-place">
            <table class="stacks" role="table" aria-labelledby={HEADING_ID}>
                <thead role="rowgroup">
                    <tr role="row">
                        for head in HEADS {
                            <th scope="col" role="columnheader">{ catalog.text(head) }</th>
                        }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    for one in shown {
                        { row(catalog, page, one) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn row(catalog: &Catalog, page: &OpenCommitments, one: &OpenCommitment) -> Html {
    let commitment = Route::Annotation(one.project.clone(), one.id.clone()).fragment();
    let register = Route::Register(one.project.clone()).fragment();
    let meeting = if one.meeting.is_empty() { catalog.text("transcript-untitled") } else { one.meeting.clone() };
    let label = |column: usize| catalog.text(HEADS[column]);
    html! {
        <tr role="row" key={format!("{}-{}", one.project, one.id)}>
            <td role="cell" data-label={label(0)}>
                if let Some(due) = one.due_date {
                    { date(catalog, due) }
                }
                if page.is_late(one) {
                    { " " }<strong class="late-due">{ catalog.text("open-late") }</strong>
                }
                if !one.due.is_empty() {
                    <small>{ &one.due }</small>
                }
            </td>
            <th scope="row" role="rowheader"><a href={commitment} dir="auto">{ &one.summary }</a></th>
            <td role="cell" data-label={label(2)}>
                { &one.by.name }if !one.by.function.is_empty() {<small>{ &one.by.function }</small>}
            </td>
            <td role="cell" data-label={label(3)}>{ one.to.join(", ") }</td>
            <td role="cell" data-label={label(4)}>{ catalog.text(Text::named("status", one.status.name())) }</td>
            <td role="cell" data-label={label(5)}>
                <a href={register} dir="auto">{ meeting }</a>
                if let Some(day) = one.day {
                    <small>{ date(catalog, day) }</small>
                }
            </td>
        </tr>
    }
}
