//! The list of annotations: filtered, grouped, gone through by keyboard; and a date that does not exist.

use std::collections::BTreeSet;

use thirtyfour::WebElement;

use crate::{
    engine::Engine,
    material::{CLAIM, COMMITMENT},
    page::Page,
    selecting::Words,
};

const MARKED: [(Words, &str); 3] =
    [(CLAIM, "1"), (Words { turn: 5, from: "A new bearing costs", to: "fifteen years" }, "1"), (COMMITMENT, "2")];

pub(crate) async fn run(page: &Page) {
    page.open_sample().await;
    let mut ids = BTreeSet::new();
    let mut marked = Vec::new();
    for (words, key) in MARKED {
        page.select_by_mouse(words).await;
        page.press(key).await;
        let id = page.wait_for_new(&ids).await;
        ids.insert(id.clone());
        marked.push(id);
        page.press("Escape").await;
    }
    let [first, second, promise] = [&marked[0], &marked[1], &marked[2]];
    page.wait_for_list(&[first, promise, second]).await;

    page.choose(first, "Check", "supported").await;
    page.click_button("Filter and group").await;
    page.pick("Group by", "Status").await;
    page.wait_for_list(&[promise, second, first]).await;
    page.press("Escape").await;
    page.pick("Group by", "Nothing: in the order of the text").await;

    page.click("checkbox", "Commitments without a date").await;
    page.wait_for_list(&[promise]).await;
    page.click_button("Clear").await;
    page.pick("Check", "supported").await;
    page.wait_for_list(&[first]).await;
    page.click_button("Clear").await;
    page.click_button("Commitments 1").await;
    page.wait_for_list(&[promise]).await;

    // A day that does not exist is answered, and the one before stays.
    let entry = page.entry(promise).await;
    let date = page.wait_for_in(&entry, "date", "Due date").await;
    type_day(page, &entry, &date, &["03", "12", "2031"]).await;
    page.wait_for_status("All changes saved").await;
    type_day(page, &entry, &date, &["02", "31"]).await;
    page.wait_to_be_told("That day does not exist").await;
    let (_, file) = page.export().await;
    assert!(file.contains("\"dueDate\": \"2031-"), "{file}");
}

/// Types month, day and year, each into its own part of the field, and leaves it.
async fn type_day(page: &Page, entry: &WebElement, date: &WebElement, parts: &[&str]) {
    // From the field before, so that the first part is come to first.
    page.click_in(entry, "textbox", "Due, as spoken").await;
    page.tab_to(date).await;
    for (number, part) in parts.iter().enumerate() {
        if number > 0 && page.engine == Engine::WebKit {
            // It does not leave a part by itself once that is full.
            page.press("ArrowRight").await;
        }
        for digit in part.chars() {
            page.press(&digit.to_string()).await;
        }
    }
    for _ in 0..4 {
        if page.has_focus(date).await {
            page.press("Tab").await;
        }
    }
}

impl Page {
    /// Chooses a value in a field outside an annotation.
    async fn pick(&self, field: &str, words: &str) {
        let select = self.wait_for("combobox", field).await;
        let option = select.find(thirtyfour::By::XPath(format!(".//option[normalize-space()='{words}']"))).await;
        option.expect("it is offered").click().await.expect("it can be chosen");
    }
}
