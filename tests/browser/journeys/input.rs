//! How a text gets in: typed letter by letter, or pasted with whatever line ends it has.

use crate::{exports::Export, page::Page};

pub(crate) async fn typed(page: &Page) {
    page.open("en").await;
    page.click("textbox", "Transcript").await;
    page.type_text("Pell (Chair): Good morning.\n\nSorrell (Treasurer): Thank you, Chair.\n\n").await;
    page.type_text("Pell (Chair): How much is it?\n\nSorrell (Treasurer): Enough.\n").await;
    page.click_button("Open transcript").await;
    assert_eq!(page.turns().await, [0, 1, 2, 3]);
    let name = page.turn_name(1).await;
    assert!(name.starts_with("Sorrell (Treasurer)"), "the second turn is named “{name}”");
}

/// A textbox would make every line end LF; the source must not suffer from it.
pub(crate) async fn kept_as_pasted(page: &Page) {
    let text = "Pell (Chair): Good morning, 👩‍👩‍👧 e\u{301}veryone.\r\n\r\nSorrell (Treasurer): Thank\u{a0}you, Chair.\r\n";
    page.open("en").await;
    page.open_text(text).await;
    page.reload().await;
    let (_, exported) = page.export().await;
    assert_eq!(Export::checked(&exported).source(), text);
}
