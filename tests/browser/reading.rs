//! The reading view: its turns, its marks, its list of annotations and their fields.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::json;
use thirtyfour::{By, WebElement};

use crate::{
    elements::{reference, whole},
    page::Page,
    selecting::Words,
};

/// An annotation as it is painted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Painted {
    /// The kinds of its marks, each once.
    pub(crate) kinds: BTreeSet<String>,
    /// The text of its marks, one after the other.
    pub(crate) text: String,
    /// How many marks it has.
    pub(crate) count: usize,
}

/// An entry of the list of annotations.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(crate) struct Listed {
    /// Its identifier.
    pub(crate) id: String,
    /// What it says.
    pub(crate) text: String,
}

impl Page {
    /// Opens a text from the start page.
    pub(crate) async fn open_text(&self, text: &str) {
        self.paste(text).await;
        self.click_button("Open transcript").await;
        self.transcript().await;
    }

    /// Opens the sample from the start page.
    pub(crate) async fn open_sample(&self) {
        self.open("en").await;
        self.click_button("Open the sample").await;
        self.transcript().await;
    }

    /// The numbers of the turns, in the order of the page.
    pub(crate) async fn turns(&self) -> Vec<usize> {
        let script = "return [...arguments[0].querySelectorAll('[data-turn]')].map(e => Number(e.dataset.turn))";
        self.ask(script, vec![reference(&self.transcript().await)]).await
    }

    /// What the turns are labelled with.
    pub(crate) async fn turn_names(&self) -> Vec<String> {
        let script = "return [...document.querySelectorAll('[data-turn]')].map(e => e.getAttribute('aria-label'))";
        self.query(script).await.unwrap_or_default()
    }

    /// What assistive technology calls a turn.
    pub(crate) async fn turn_name(&self, number: usize) -> String {
        let turn = self.driver.find(By::Css(format!("[data-turn='{number}']"))).await;
        let turn = turn.unwrap_or_else(|error| panic!("there is no turn {number}: {error}"));
        assert_eq!(self.role(&turn).await.expect("a turn has a role"), "article", "turn {number}");
        self.name(&turn).await.expect("a turn has a name")
    }

    /// How an annotation is painted in the transcript. The text of marks within marks counts once.
    pub(crate) async fn marks(&self, id: &str) -> Painted {
        let script = "const [region, id] = arguments, all = `mark[data-annotation='${id}']`;
            const marks = [...region.querySelectorAll(all)].filter(m => !m.parentElement.closest(all));
            return { kinds: [...new Set(marks.map(m => m.dataset.kind))], count: marks.length,
                     text: marks.map(m => m.textContent).join('') };";
        self.ask(script, vec![reference(&self.transcript().await), json!(id)]).await
    }

    /// The list of annotations, in its order.
    pub(crate) async fn annotations(&self) -> Vec<Listed> {
        let list = self.wait_for("complementary", "Annotations").await;
        let script = "return [...arguments[0].querySelectorAll('[data-annotation]')]
            .map(e => ({ id: e.dataset.annotation, text: e.innerText }))";
        self.ask(script, vec![reference(&list)]).await
    }

    /// The identifiers of the annotations listed.
    pub(crate) async fn ids(&self) -> BTreeSet<String> {
        self.annotations().await.into_iter().map(|listed| listed.id).collect()
    }

    /// Waits until the list has one annotation more than `before`, and gives it.
    pub(crate) async fn wait_for_new(&self, before: &BTreeSet<String>) -> String {
        self.wait_until("a new annotation is listed", async || {
            self.ids().await.into_iter().find(|id| !before.contains(id))
        })
        .await
    }

    /// Selects words and marks them with a key; gives the annotation.
    pub(crate) async fn mark(&self, words: Words, key: &str) -> String {
        let before = self.ids().await;
        self.select_by_script(words).await;
        self.press(key).await;
        self.wait_for_new(&before).await
    }

    /// Waits until exactly these annotations are listed and painted.
    pub(crate) async fn wait_for_ids(&self, wanted: &BTreeSet<String>) {
        self.wait_until(format!("the annotations are {wanted:?}"), async || {
            let script = "return [...document.querySelectorAll('mark')].map(m => m.dataset.annotation)";
            let painted: BTreeSet<String> = self.query::<Vec<String>>(script).await?.into_iter().collect();
            (self.ids().await == *wanted && painted == *wanted).then_some(())
        })
        .await;
    }

    /// The entry of an annotation in the list, chosen, so that its fields are there.
    pub(crate) async fn entry(&self, id: &str) -> WebElement {
        self.wait_until(format!("the fields of annotation {id} are there"), async || {
            let list = self.find("complementary", "Annotations").await?;
            let entry = list.find(By::Css(format!("[data-annotation='{id}']"))).await.ok()?;
            if self.find_in(&entry, "textbox", "Summary").await.is_some() {
                return Some(entry);
            }
            self.click_on(&entry.find(By::Css("button")).await.ok()?).await?;
            None
        })
        .await
    }

    /// Types into a field of an annotation, after what is there.
    pub(crate) async fn fill(&self, id: &str, field: &str, text: &str) {
        let entry = self.entry(id).await;
        let textbox = self.wait_for_in(&entry, "textbox", field).await;
        textbox.send_keys(text).await.unwrap_or_else(|error| panic!("one cannot type into {field}: {error}"));
    }

    /// Chooses a value in a field of an annotation.
    pub(crate) async fn choose(&self, id: &str, field: &str, words: &str) {
        let entry = self.entry(id).await;
        self.choose_in(&entry, field, words).await;
    }

    /// The same, in a field somewhere else.
    pub(crate) async fn choose_in(&self, place: &WebElement, field: &str, words: &str) {
        let select = self.wait_for_in(place, "combobox", field).await;
        let option = select.find(By::XPath(format!(".//option[normalize-space()='{words}']"))).await;
        let option = option.unwrap_or_else(|error| panic!("{field} does not offer “{words}”: {error}"));
        option.click().await.expect("an option can be chosen");
    }

    /// What stands in a field of an annotation, in the words of the screen.
    pub(crate) async fn field(&self, id: &str, role: &str, field: &str) -> String {
        let entry = self.entry(id).await;
        let element = self.wait_for_in(&entry, role, field).await;
        let script = "const e = arguments[0]; return e.selectedOptions ? e.selectedOptions[0].textContent : e.value";
        self.ask(script, vec![reference(&element)]).await
    }

    /// The upper edge of a turn in the window.
    pub(crate) async fn top_of(&self, turn: usize) -> Option<f64> {
        self.corner_of(turn).await.map(|(_, top)| top)
    }

    /// The upper left corner of a turn in the window, once the page is at rest: a wheel may go on turning for a while.
    async fn corner_at_rest(&self, turn: usize) -> Option<(f64, f64)> {
        let script = "const [turn, done] = arguments, element = document.querySelector(`[data-turn='${turn}']`);
            const look = before => requestAnimationFrame(() => requestAnimationFrame(() => {
                const { left, top } = element.getBoundingClientRect();
                if (top === before) done([left, top]); else look(top);
            }));
            look(null);";
        self.driver.execute_async(script, vec![json!(turn)]).await.ok()?.convert().ok()
    }

    /// The upper left corner of a turn in the window.
    async fn corner_of(&self, turn: usize) -> Option<(f64, f64)> {
        let rect = format!("document.querySelector('[data-turn=\"{turn}\"]').getBoundingClientRect()");
        self.query(&format!("const rect = {rect}; return [rect.left, rect.top]")).await
    }

    /// Turns the wheel until a turn is at the top of the window, below what stays there.
    pub(crate) async fn scroll_to(&self, turn: usize) -> f64 {
        const BELOW: f64 = 90.0;
        self.wait_until(format!("turn {turn} is at the top"), async || {
            let (left, top) = self.corner_at_rest(turn).await?;
            if (top - BELOW).abs() < 15.0 {
                return Some(top);
            }
            self.wheel((whole(left) + 50, 300), whole(top - BELOW)).await;
            None
        })
        .await
    }

    /// Waits until the upper edge of a turn is about here in the window, and stays there.
    pub(crate) async fn wait_for_top(&self, turn: usize, wanted: f64) {
        self.wait_until(format!("turn {turn} is at {wanted}"), async || {
            let (_, top) = self.corner_at_rest(turn).await?;
            ((top - wanted).abs() < 3.0).then_some(())
        })
        .await;
    }

    /// Waits until the words of an annotation are in sight, between what stays on top and the lower edge, and stay there.
    pub(crate) async fn wait_to_see(&self, id: &str) {
        self.wait_until(format!("annotation {id} is in sight"), async || {
            let script = "const [id, done] = arguments;
                const look = before => requestAnimationFrame(() => requestAnimationFrame(() => {
                    const mark = document.querySelector(`mark[data-annotation='${id}']`);
                    if (!mark) return done(false);
                    const { top, bottom } = mark.getBoundingClientRect();
                    if (top !== before) return look(top);
                    const bar = document.querySelector('header.bar').getBoundingClientRect().bottom;
                    done(top >= bar && bottom <= innerHeight);
                }));
                look(null);";
            let seen: bool = self.driver.execute_async(script, vec![json!(id)]).await.ok()?.convert().ok()?;
            seen.then_some(())
        })
        .await;
    }

    /// Waits until exactly these annotations are listed, in this order.
    pub(crate) async fn wait_for_list(&self, wanted: &[&String]) {
        self.wait_until(format!("the list is {wanted:?}"), async || {
            let listed: Vec<String> = self.annotations().await.into_iter().map(|entry| entry.id).collect();
            (listed.iter().collect::<Vec<_>>() == wanted).then_some(())
        })
        .await;
    }
}
