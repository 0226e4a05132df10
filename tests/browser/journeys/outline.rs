//! The outline and the map: going to parts and speakers, seeing one speaker only.

use std::collections::BTreeSet;

use serde_json::json;

use crate::{elements::whole, engine::Engine, page::Page, selecting::Words};

const SAMPLE: &str = include_str!("../../../samples/commissiedebat.txt");

pub(crate) async fn run(page: &Page) {
    page.open("en").await;
    page.open_text(SAMPLE).await;
    let turns = page.turns().await.len();

    // By keyboard to a part; it is the current one then.
    page.focus_on("button", "Second term").await;
    page.press("Enter").await;
    page.wait_until("the second term is at the top", async || {
        let current: String =
            page.query("return document.querySelector('[aria-current=true]')?.textContent ?? ''").await?;
        (current == "Second term").then_some(())
    })
    .await;

    // A mark counts for who speaks. (A key ends the way to the part.)
    page.press("Escape").await;
    page.select_by_mouse(Words { turn: 2, from: "Ik hou", to: "gretig" }).await;
    page.press("1").await;
    page.wait_for_new(&BTreeSet::new()).await;
    page.press("Escape").await;
    page.wait_until("the speaker has a mark", async || page.says("1 mark").await.then_some(())).await;

    // One speaker alone, and back with Escape.
    page.focus_on("button", "Only De heer Lindhoud (Nieuw Laagland)").await;
    page.press("Enter").await;
    let shown = "return [...document.querySelectorAll('[data-turn]')].filter(e => e.checkVisibility())
        .map(e => e.getAttribute('aria-label'))";
    page.wait_until("only his turns are shown", async || {
        let names: Vec<String> = page.query(shown).await?;
        (!names.is_empty() && names.len() < turns && names.iter().all(|name| name.contains("Lindhoud"))).then_some(())
    })
    .await;
    // The line that says so stays on top, and covers no name.
    let names_under_the_line = "const line = document.querySelector('.only-line').getBoundingClientRect();
        return [...document.querySelectorAll('[data-turn] h2')].filter(e => e.checkVisibility()).filter(e => {
            const { top, bottom } = e.getBoundingClientRect();
            return bottom > line.top && top < line.bottom;
        }).map(e => e.innerText)";
    let is_seen = async || page.query::<Vec<String>>(names_under_the_line).await?.is_empty().then_some(());
    page.wait_until("his name is not covered", is_seen).await;
    let all_again = async || {
        page.press("Escape").await;
        page.wait_until("all turns are shown", async || {
            (page.query::<Vec<String>>(shown).await?.len() == turns).then_some(())
        })
        .await;
    };
    all_again().await;

    // The same from the top of the page, where the line does not stay on top yet: his first turn is where the text begins.
    page.press("Control+Home").await;
    page.ask::<()>("scrollTo(0, 0)", Vec::new()).await;
    page.focus_on("button", "Only De heer Lindhoud (Nieuw Laagland)").await;
    page.press("Enter").await;
    let below_the_line = "const heading = [...document.querySelectorAll('[data-turn] h2')].find(e => e.checkVisibility());
        return heading.getBoundingClientRect().top - document.querySelector('.only-line').getBoundingClientRect().bottom";
    page.wait_until("his first turn is below the line", async || {
        let below: f64 = page.query(below_the_line).await?;
        (0.0..80.0).contains(&below).then_some(())
    })
    .await;
    page.wait_until("his name is not covered", is_seen).await;
    all_again().await;

    // A press on the map goes there, by mouse and by finger where there is one; the list goes along.
    let finger = if page.engine == Engine::WebKit {
        "mouse"
    } else {
        page.point_with_a_finger().await;
        "touch"
    };
    for (pointer, share) in [("mouse", 0.95), (finger, 0.02)] {
        let place: (f64, f64) = page
            .ask(
                "const rect = document.querySelector('.strip').getBoundingClientRect();
                 return [rect.left + 9, rect.top + rect.height * arguments[0]]",
                vec![json!(share)],
            )
            .await;
        let place = (whole(place.0), whole(place.1));
        page.drag_with(pointer, place, place).await;
        page.wait_until(format!("the page is at {share}"), async || {
            let at: f64 = page.query("return scrollY / (document.documentElement.scrollHeight - innerHeight)").await?;
            ((share > 0.5) == (at > 0.5)).then_some(())
        })
        .await;
    }
}
