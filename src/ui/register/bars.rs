//! Bars drawn as SVG, with a sentence for those who do not see them, and a table behind them.

use yew::prelude::*;

use crate::i18n::{Catalog, Text};

/// What a bar is made of: how it is coloured, and how long it is.
pub(super) type Segment = (&'static str, usize);

/// A bar.
pub(super) struct Bar {
    /// What it is of.
    pub(super) label: String,
    /// What it is made of, from the left.
    pub(super) segments: Vec<Segment>,
    /// How long it is, in words.
    pub(super) told: String,
}

/// How high the highest column is, in CSS pixels.
const HALF: f64 = 72.0;

/// More bars than this are a wall; the table has them all.
const MAX_BARS: usize = 40;

/// One bar below the other, from the left edge, each below what it is of and how long it is.
pub(super) fn bars(catalog: &Catalog, bars: &[Bar], told: String) -> Html {
    let length = |bar: &Bar| bar.segments.iter().map(|(_, length)| length).sum::<usize>();
    let longest = bars.iter().map(length).max().unwrap_or_default();
    html! {
        <>
        <div class="bar-rows" role="img" aria-label={told}>
            for bar in bars.iter().take(MAX_BARS) {
                <span dir="auto">{ &bar.label }</span>
                <span class="told">{ &bar.told }</span>
                { self::bar(bar, longest) }
            }
        </div>
        if bars.len() > MAX_BARS {
            <p class="hint">{ catalog.text(Text::new("figure-shown").with("shown", MAX_BARS).with("all", bars.len())) }</p>
        }
        </>
    }
}

fn bar(bar: &Bar, longest: usize) -> Html {
    let mut from = 0;
    let segments = bar.segments.iter().map(|(class, length)| {
        let left = from;
        from += length;
        (*class, percent(left, longest), percent(*length, longest))
    });
    let segments: Vec<_> = segments.collect();
    html! {
        <svg class="bars" width="100%" height="9">
            for (class, left, width) in segments {
                <rect {class} x={left} {width} height="9" />
            }
        </svg>
    }
}

/// Two rows of columns, one standing on the line between them and one hanging from it, each pair from left to right.
pub(super) fn columns(pairs: &[(usize, usize)], classes: [&'static str; 2], told: String) -> Html {
    let most = pairs.iter().map(|(up, down)| *up.max(down)).max().unwrap_or_default().max(1);
    #[expect(clippy::cast_precision_loss, reason = "a height on a screen")]
    let height = |count: usize| HALF * count as f64 / most as f64;
    // Each with a number above or below it, as long as that is not wider than the column.
    let number = |count: usize| (1..100).contains(&count).then_some(count);
    let middle = HALF + 14.0;
    html! {
        <svg class="bars" role="img" aria-label={told} width="100%" height={(2.0 * middle).to_string()}>
            <line x1="0" x2="100%" y1={middle.to_string()} y2={middle.to_string()} />
            for (at, (up, down)) in pairs.iter().enumerate() {
                <rect class={classes[0]} x={percent(at * 10 + 1, pairs.len() * 10)} width={percent(8, pairs.len() * 10)}
                    y={(middle - height(*up)).to_string()} height={height(*up).to_string()} />
                <rect class={classes[1]} x={percent(at * 10 + 1, pairs.len() * 10)} width={percent(8, pairs.len() * 10)}
                    y={middle.to_string()} height={height(*down).to_string()} />
                if let Some(up) = number(*up) {
                    <text text-anchor="middle" x={percent(at * 10 + 5, pairs.len() * 10)}
                        y={(middle - height(up) - 3.0).to_string()}>{ up }</text>
                }
                if let Some(down) = number(*down) {
                    <text text-anchor="middle" x={percent(at * 10 + 5, pairs.len() * 10)}
                        y={(middle + height(down) + 11.0).to_string()}>{ down }</text>
                }
            }
        </svg>
    }
}

#[expect(clippy::cast_precision_loss, reason = "a share of the width of a screen")]
fn percent(part: usize, whole: usize) -> String {
    format!("{:.2}%", 100.0 * part as f64 / whole.max(1) as f64)
}

/// What the colours mean.
pub(super) fn legend(entries: &[(&'static str, String)]) -> Html {
    html! {
        <ul class="legend">
            for (class, name) in entries {
                <li><svg class="bars" width="12" height="12" aria-hidden="true"><rect class={*class} width="12" height="12" /></svg>{ " " }{ name }</li>
            }
        </ul>
    }
}

/// The figures themselves, for whoever wants them: the first cell of each row says what the others are of.
pub(super) fn table_behind(catalog: &Catalog, head: &[String], rows: &[Vec<String>]) -> Html {
    let name = catalog.text("figure-table");
    html! {
        <details>
            <summary>{ &name }</summary>
            // Whoever works by keyboard can scroll it.
            <div class="table-place" role="group" aria-label={name.clone()} tabindex="0">
                <table>
                    <thead>
                        <tr>
                            for cell in head {
                                <th scope="col">{ cell }</th>
                            }
                        </tr>
                    </thead>
                    <tbody>
                        for row in rows {
                            <tr>
                                for (at, cell) in row.iter().enumerate() {
                                    if at == 0 {
                                        <th scope="row" dir="auto">{ cell }</th>
                                    } else {
                                        <td class="number">{ cell }</td>
                                    }
                                }
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </details>
    }
}
