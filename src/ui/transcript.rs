//! The transcript: every block an element, every annotation painted as `mark` elements.
//!
//! Nothing is thrown away off screen (find-in-page, selections and screen readers need it all); the style sheet tells
//! the browser not to lay out what is far away. A block is drawn again only when its own marks change.

use std::{ops::Range, rc::Rc};

use wasm_bindgen::JsCast as _;
use web_sys::Element;
use yew::prelude::*;

use super::{
    i18n::use_catalog,
    kinds,
    pointing::use_pointing,
    selection::{self, Step},
    shared::{Send, Shared},
    view::{self, TRANSCRIPT_ID, paragraph_id},
};
use crate::{
    app::{BlockMarks, Mark, Message, Panel},
    i18n::{Catalog, Text},
    model::{
        AnnotationId, Aside, Block, Codebook, Inset, InsetKind, Named, ParagraphKind, Role, Segment, SpeakerIndex,
        Transcript, TurnIndex,
    },
    platform::window,
    text::ReadingSpan,
};

/// How many marks can lie over each other where the lines stand at their usual distance.
const MAX_FLAT: usize = 3;

#[derive(Properties, PartialEq)]
pub(super) struct TranscriptViewProps {
    pub(super) transcript: Shared<Transcript>,
    pub(super) codebook: Shared<Codebook>,
    pub(super) marks: Shared<[Rc<BlockMarks>]>,
    pub(super) active: Option<AnnotationId>,
    pub(super) marks_hidden: bool,
    /// Whose turns alone are shown.
    pub(super) only: Option<SpeakerIndex>,
    pub(super) send: Send,
}

#[component]
pub(super) fn TranscriptView(props: &TranscriptViewProps) -> Html {
    let catalog = use_catalog();
    let onkeydown =
        use_callback((props.transcript.clone(), props.send.clone()), |event: KeyboardEvent, (transcript, send)| {
            let Some(step) = step_of(&event) else { return };
            event.prevent_default();
            selection::step(transcript, step);
            selection::follow();
            if step.extends {
                send.emit(Message::Selected(selection::selected(transcript)));
                send.emit(Message::ToTheLetter(event.alt_key()));
            }
        });
    // Browsers scroll to the beginning of what gets the focus, and this begins at the top. Who comes back goes on at
    // the caret.
    let onfocusin = use_callback((), |event: FocusEvent, ()| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.id() == TRANSCRIPT_ID) {
            view::stay(selection::follow);
        }
    });
    let onpointerdown = use_pointing(&props.transcript, &props.send);
    let onclick = use_callback(props.send.clone(), |event: MouseEvent, send| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let correct = target.as_ref().and_then(|target| target.closest("[data-correct]").ok().flatten());
        if let Some(turn) = correct.and_then(|button| button.get_attribute("data-correct")?.parse().ok()) {
            return send.emit(Message::Show(Some(Panel::Turn(TurnIndex(turn)))));
        }
        // A click that ends a selection is not a click on a mark.
        let selects = window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
        if let (Some(id), false) = (target.and_then(|target| clicked(&target)), selects) {
            send.emit(Message::Activate(Some(id)));
        }
    });
    let is_hidden = |number: usize| match &props.transcript.blocks[number] {
        Block::Turn(index) => props.only.is_some() && props.transcript.turn(*index).speaker != props.only,
        Block::Aside(_) => props.only.is_some(),
    };
    let active_in = |marks: &BlockMarks| props.active.clone().filter(|id| marks.has(id));
    html! {
        <section id={TRANSCRIPT_ID} class={classes!("transcript", props.marks_hidden.then_some("plain"))} role="region" aria-label={catalog.text("transcript")}
            lang={props.transcript.language.tag()} tabindex="0" {onkeydown} {onfocusin} {onpointerdown} {onclick}>
            for (number, marks) in props.marks.iter().enumerate() {
                <BlockView key={number} transcript={props.transcript.clone()} codebook={props.codebook.clone()} {number} marks={Shared(Rc::clone(marks))}
                    active={active_in(marks)} hidden={is_hidden(number)} />
            }
        </section>
    }
}

/// The annotation meant by a click: the innermost there, or, where one of those there is chosen already, the next one
/// outward, and behind the outermost the innermost again.
fn clicked(target: &Element) -> Option<AnnotationId> {
    let mut marks = Vec::new();
    let mut next = target.closest("mark[data-annotation]").ok().flatten();
    while let Some(mark) = next {
        next = mark.parent_element().and_then(|parent| parent.closest("mark[data-annotation]").ok().flatten());
        marks.push(mark);
    }
    let chosen = marks.iter().position(|mark| mark.matches(".active").unwrap_or(false));
    let mark = marks.get(chosen.map_or(0, |at| at + 1)).or(marks.first())?;
    mark.get_attribute("data-annotation")?.parse().ok()
}

/// Which way a key moves the caret. Everything else stays the browser's.
fn step_of(event: &KeyboardEvent) -> Option<Step> {
    // With Alt alone browsers go back and forward.
    if event.alt_key() && !event.shift_key() || event.meta_key() {
        return None;
    }
    let far = event.ctrl_key();
    let (forward, unit) = match event.key().as_str() {
        "ArrowLeft" => (false, if far { "word" } else { "character" }),
        "ArrowRight" => (true, if far { "word" } else { "character" }),
        "ArrowUp" => (false, if far { "paragraph" } else { "line" }),
        "ArrowDown" => (true, if far { "paragraph" } else { "line" }),
        "Home" => (false, if far { "documentboundary" } else { "lineboundary" }),
        "End" => (true, if far { "documentboundary" } else { "lineboundary" }),
        "PageUp" => (false, "page"),
        "PageDown" => (true, "page"),
        _ => return None,
    };
    Some(Step { forward, unit, extends: event.shift_key() })
}

#[derive(Properties, PartialEq)]
struct BlockViewProps {
    transcript: Shared<Transcript>,
    codebook: Shared<Codebook>,
    number: usize,
    marks: Shared<BlockMarks>,
    active: Option<AnnotationId>,
    hidden: bool,
}

#[component]
fn BlockView(props: &BlockViewProps) -> Html {
    let catalog = use_catalog();
    let (transcript, marks, active) = (&props.transcript, &props.marks, props.active.as_ref());
    let painter = Painter { catalog: &catalog, transcript, codebook: &props.codebook, marks, active };
    match &props.transcript.blocks[props.number] {
        Block::Turn(index) => turn(&painter, *index, props.hidden),
        Block::Aside(aside) => self::aside(&painter, aside, props.hidden),
    }
}

fn turn(painter: &Painter<'_>, index: TurnIndex, hidden: bool) -> Html {
    let turn = painter.transcript.turn(index);
    let catalog = painter.catalog;
    let number = index.0 as usize + 1;
    let speaker = painter.transcript.speaker(turn);
    let unknown = || catalog.text("speaker-unknown");
    let in_chair = painter.transcript.in_chair(turn);
    let in_chair = in_chair.map(|person| catalog.text(Text::new("in-chair").with("name", person.name.clone())));
    let title = painter.transcript.title(turn);
    let party = speaker.and_then(|speaker| speaker.party.clone());
    let label = title.clone().map_or_else(unknown, |title| match &party {
        Some(party) if in_chair.is_none() => format!("{title} ({party})"),
        _ => title,
    });
    let spoken = catalog.text(Text::new("turn-number").with("number", number));
    let role = painter.transcript.role(turn).map(Role::name);
    html! {
        <article {hidden} class={classes!("turn", role)} data-turn={index.0.to_string()} aria-label={format!("{label}, {spoken}")}>
            <h2>
                <span class="number" aria-hidden="true">{ number }</span>
                <span class="name">{ title.unwrap_or_default() }</span>
                if let Some(in_chair) = in_chair {
                    <span class="party">{ in_chair }</span>
                } else {
                    if let Some(party) = party {
                        <span class="party">{ party }</span>
                    }
                    if let Some(function) = speaker.and_then(|speaker| speaker.function.as_deref()) {
                        <span class="party">{ short_function(function, speaker.and_then(|speaker| speaker.honorific.as_deref())) }</span>
                    }
                }
                if let Some(at) = turn.at {
                    <time class="at" datetime={format!("PT{}S", at.0 / 1000)}>{ at.to_string() }</time>
                }
                <button class="correct" tabindex="-1" data-correct={index.0.to_string()}
                    aria-label={catalog.text(Text::new("correct-turn").with("number", number))}>{ "✎" }</button>
            </h2>
            { painter.paragraphs(&turn.paragraphs) }
        </article>
    }
}

/// `Staatssecretaris van Justitie en Veiligheid` behind a name that says `Staatssecretaris` already: the ministry.
fn short_function<'a>(function: &'a str, honorific: Option<&str>) -> &'a str {
    let (office, ministry) = function.split_once(" van ").unwrap_or((function, function));
    if honorific.is_some_and(|honorific| honorific.eq_ignore_ascii_case(office)) { ministry } else { function }
}

fn aside(painter: &Painter<'_>, aside: &Aside, hidden: bool) -> Html {
    html! {
        <div {hidden} class={classes!("aside", aside.kind.name())}>{ painter.paragraphs(&aside.paragraphs) }</div>
    }
}

/// Draws the paragraphs of one block.
struct Painter<'a> {
    catalog: &'a Catalog,
    transcript: &'a Transcript,
    codebook: &'a Codebook,
    marks: &'a BlockMarks,
    active: Option<&'a AnnotationId>,
}

impl Painter<'_> {
    fn paragraphs(&self, indices: &Range<u32>) -> Html {
        html! {
            <>
                for run in self.runs(indices.clone()) {
                    { run }
                }
            </>
        }
    }

    /// The paragraphs, those of an inset together.
    fn runs(&self, indices: Range<u32>) -> Vec<Html> {
        let insets = &self.transcript.insets;
        let mut next = insets.partition_point(|inset| inset.paragraphs.start < indices.start);
        let mut runs = Vec::new();
        let mut index = indices.start;
        while index < indices.end {
            if let Some(inset) = insets.get(next).filter(|inset| inset.paragraphs.start == index) {
                runs.push(self.inset(inset));
                (index, next) = (inset.paragraphs.end.max(index + 1), next + 1);
            } else {
                runs.push(self.paragraph(index));
                index += 1;
            }
        }
        runs
    }

    fn inset(&self, inset: &Inset) -> Html {
        let title = self.catalog.text(Text::named("inset", inset.kind.name()));
        let facts = match &inset.kind {
            InsetKind::ClosingList => String::new(),
            InsetKind::Motion(motion) => {
                let number = motion.number.as_ref().map(|number| format!("nr. {number}"));
                let dossier = motion.dossier.as_ref().map(|dossier| format!("({dossier})"));
                let movers = Some(motion.movers.join(", ")).filter(|movers| !movers.is_empty());
                [number, dossier, movers].into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
        };
        // Its own first line says that it is a motion.
        let says_so = facts.is_empty() || inset.kind == InsetKind::ClosingList;
        html! {
            <div key={format!("i{}", inset.paragraphs.start)} class={classes!("inset", inset.kind.name())} role="group" aria-label={title.clone()}>
                <div class="inset-title" aria-hidden="true">
                    if says_so {
                        <b>{ title }</b>
                    } else {
                        { facts }
                    }
                </div>
                for index in inset.paragraphs.clone() {
                    { self.paragraph(index) }
                }
            </div>
        }
    }

    fn paragraph(&self, index: u32) -> Html {
        let paragraph = self.transcript.paragraphs[index as usize];
        let kind = match paragraph.kind {
            ParagraphKind::Text => None,
            ParagraphKind::Item => Some("item"),
            ParagraphKind::Stage => Some("stage"),
        };
        let segments = self.marks.paragraph(index);
        // The lines under so many marks need room.
        let is_deep = segments.is_some_and(|segments| segments.iter().any(|segment| segment.active.len() > MAX_FLAT));
        let class = classes!(kind, is_deep.then_some("deep"));
        let content = match segments {
            Some(segments) => self.nested(segments, 0),
            None => html! { { self.transcript.words(paragraph.text) } },
        };
        html! { <p key={index} id={paragraph_id(index)} data-paragraph={index.to_string()} {class}>{ content }</p> }
    }

    /// The segments, each under the marks that lie over it from `depth` on. Neighbours under the same mark share its
    /// element, so that an annotation is one element wherever no other crosses it.
    fn nested(&self, segments: &[Segment<Mark>], depth: usize) -> Html {
        let runs = segments.chunk_by(|a, b| match (a.active.get(depth), b.active.get(depth)) {
            (Some(a), Some(b)) => a.id == b.id,
            (a, b) => a.is_none() && b.is_none(),
        });
        html! {
            <>
                for run in runs {
                    { self.run(run, depth) }
                }
            </>
        }
    }

    fn run(&self, run: &[Segment<Mark>], depth: usize) -> Html {
        let range = run[0].range.start..run[run.len() - 1].range.end;
        let Some(mark) = run[0].active.get(depth) else {
            return html! { { self.transcript.words(ReadingSpan::new(range)) } };
        };
        // The letters of marks that begin at one place stand side by side.
        let begin_here = |mark: &&Mark| mark.passage.start().index() == range.start;
        let before = run[0].active[..depth].iter().filter(begin_here).count();
        let is_active = self.active == Some(&mark.id);
        let class = classes!(
            begin_here(&mark).then_some("begins"),
            (before > 0).then(|| format!("after-{}", before.min(3))),
            is_active.then_some("active"),
            (depth > 0).then(|| format!("depth-{}", depth.min(4))),
            mark.mention.map(|_| "mention"),
        );
        let edge = |name: &'static str| {
            let (start, end) = (mark.passage.start().0.to_string(), mark.passage.end().0.to_string());
            html! { <span class="edge" data-edge={name} data-start={start} data-end={end} aria-hidden="true" /> }
        };
        let has_edges = is_active && mark.mention.is_none();
        html! {
            <mark {class} data-annotation={mark.id.to_string()} data-kind={mark.kind.to_string()}
                data-colour={kinds::colour(self.codebook, &mark.kind)} data-mention={mark.mention.map(Named::name)}
                data-letter={kinds::letter(self.catalog, self.codebook, &mark.kind)}>
                if has_edges && begin_here(&mark) {
                    { edge("begin") }
                }
                { self.nested(run, depth + 1) }
                if has_edges && mark.passage.end().index() == range.end {
                    { edge("end") }
                }
            </mark>
        }
    }
}
