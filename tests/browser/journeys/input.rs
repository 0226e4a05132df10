//! How a text gets in: typed letter by letter, or pasted with whatever line ends it has.

use crate::{engine::Engine, exports::Export, page::Page};

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
    // WebKit's clipboard itself makes every line end LF and every blank a common one, before any page sees them.
    let given = match page.engine {
        Engine::WebKit => text.replace("\r\n", "\n").replace('\u{a0}', " "),
        _ => text.to_owned(),
    };
    assert_eq!(Export::checked(&exported).source(), given);
}
