//! The list of annotations: filtered, grouped, gone through by keyboard; and a date that does not exist.

use std::collections::BTreeSet;

use crate::{page::Page, selecting::Words};

const MARKED: [(Words, &str); 3] = [
    (Words { turn: 3, from: "Last year the bridge", to: "17 of those" }, "1"),
    (Words { turn: 5, from: "A new bearing costs", to: "fifteen years" }, "1"),
    (Words { turn: 5, from: "There are two options", to: "repair or replace" }, "2"),
];

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
    page.tab_to(&date).await;
    for digit in ["0", "3", "1", "2", "2", "0", "3", "1"] {
        page.press(digit).await;
    }
    page.wait_for_status("All changes saved").await;
    for key in ["ArrowLeft", "ArrowLeft", "0", "2", "3", "1"] {
        page.press(key).await;
    }
    page.press("Tab").await;
    page.wait_to_be_told("That day does not exist").await;
    let (_, file) = page.export().await;
    assert!(file.contains("\"dueDate\": \"2031-"), "{file}");
}

impl Page {
    /// Chooses a value in a field outside an annotation.
    async fn pick(&self, field: &str, words: &str) {
        let select = self.wait_for("combobox", field).await;
        let option = select.find(thirtyfour::By::XPath(format!(".//option[normalize-space()='{words}']"))).await;
        option.expect("it is offered").click().await.expect("it can be chosen");
    }
}
