//! Correcting the reading by hand: turns, speakers, repairs, the kind of text. Every correction is kept, undone, exported.

use thirtyfour::By;

use crate::{elements::reference, page::Page, selecting::Words};

const REPORT: &str = "De voorzitter:\nGoedemorgen. Het woord is aan me-\nvrouw Aalst.\n\nMevrouw Aalst (Dijkpartij):\nDank \
                      u. De vraag is:\nkomt het water?\n\nDe heer Lindhoud (Duin):\nJa, dat komt.\n\nMevrouw Aalst \
                      (Dijkpartij):\nDat is kort.\n";

pub(crate) async fn by_hand(page: &Page) {
    page.open("en").await;
    page.open_text(REPORT).await;
    assert_eq!(page.turns().await.len(), 4);

    // This is not a heading.
    correct(page, 2, "This is not a heading").await;
    wait_for_turns(page, 3).await;
    page.press("Control+z").await;
    wait_for_turns(page, 4).await;

    // A new turn starts here, and this is who speaks.
    page.select_by_mouse(Words { turn: 1, from: "De vraag", to: "is" }).await;
    page.wait_for("toolbar", "Annotate").await;
    page.press("t").await;
    let dialog = page.wait_for("dialog", "Correct turn 3").await;
    page.wait_for_in(&dialog, "textbox", "Or a name").await.send_keys("Hanna Poel").await.expect("one can type");
    page.click_in(&dialog, "button", "In this turn").await;
    wait_for_turns(page, 5).await;
    wait_for_name(page, 2, "Hanna Poel").await;

    // A speaker gets another name, everywhere.
    page.click("button", "Correct turn 2").await;
    let dialog = page.wait_for("dialog", "Correct turn 2").await;
    let field = page.wait_for_in(&dialog, "textbox", "Name").await;
    field.clear().await.expect("a field can be emptied");
    field.send_keys("Anna Aalst").await.expect("one can type");
    page.click_in(&dialog, "button", "Keep").await;
    wait_for_name(page, 1, "Anna Aalst (Dijkpartij)").await;
    wait_for_name(page, 4, "Anna Aalst (Dijkpartij)").await;

    // A repair is taken back: the hyphen and the line end are there again.
    page.click("button", "How this was read: 2 repairs").await;
    let dialog = page.wait_for("dialog", "How this was read").await;
    assert!(page.says("5 headings").await || page.says("4 headings").await, "the panel gives its reason");
    dialog.find(By::Css("details summary")).await.expect("the repairs").click().await.expect("they open");
    page.click_in(&dialog, "button", "Leave as it was").await;
    let broken =
        "return [...document.querySelectorAll('[data-paragraph]')].some(e => e.textContent.includes('me-\\nvrouw'))";
    page.wait_until("the word is broken again", async || page.query::<bool>(broken).await.filter(|is| *is)).await;
    let focused: String = page.ask("return document.activeElement.localName", vec![]).await;
    assert_eq!(focused, "select", "the focus stays in the panel, though its button is gone");

    // The list of corrections, and the way to the place of a repair.
    let list =
        dialog.find(By::Css("ul.by-hand")).await.expect("what was corrected").text().await.expect("it has words");
    assert!(list.contains("Hanna Poel") && list.contains("is Anna Aalst (Dijkpartij)"), "{list}");
    let taken_back = dialog.find(By::XPath(".//summary[contains(., 'that you took back')]")).await;
    taken_back.expect("the repair taken back").click().await.expect("it opens");
    page.click_in(&dialog, "button", "Show in the text").await;
    page.wait_until("the place is selected", async || {
        let selected: String = page.ask("return getSelection().toString()", vec![]).await;
        (selected.contains("me-") && selected.contains("vrouw")).then_some(())
    })
    .await;
    let focused: String = page.ask("return document.activeElement.id", vec![]).await;
    assert_eq!(focused, "transcript");

    // The same by keyboard: who speaks at the caret is somebody who is known, wherever he speaks.
    page.select_by_mouse(Words { turn: 3, from: "Ja", to: "dat" }).await;
    page.press("w").await;
    let dialog = page.wait_for("dialog", "Correct turn 4").await;
    page.wait_for_in(&dialog, "textbox", "Or a name").await.send_keys("anna aalst").await.expect("one can type");
    page.click_in(&dialog, "button", "Everywhere De heer Lindhoud speaks").await;
    wait_for_name(page, 3, "Anna Aalst (Dijkpartij)").await;

    // All of it is kept, and goes into a file and out of it.
    let before = (names(page).await, words(page).await);
    page.reload().await;
    page.wait_until("the corrections are kept", async || (names(page).await == before.0).then_some(())).await;
    let (name, file) = page.export().await;
    page.open("en").await;
    page.click_button("Delete Untitled transcript").await;
    page.click_button("Delete transcript").await;
    page.choose_file(&name, file.as_bytes()).await;
    page.transcript().await;
    assert_eq!((names(page).await, words(page).await), before);

    // What the file brought is undone as one act.
    page.reload().await;
    page.transcript().await;
    page.press("Control+z").await;
    wait_for_turns(page, 4).await;
}

pub(crate) async fn kind_of_text(page: &Page) {
    page.open("en").await;
    page.open_text(REPORT).await;
    page.click("button", "How this was read: 2 repairs").await;
    let dialog = page.wait_for("dialog", "How this was read").await;
    let select = page.wait_for_in(&dialog, "combobox", "Kind of text").await;
    let option = select.find(By::XPath(".//option[normalize-space()='Text without speakers']")).await;
    option.expect("the kind is offered").click().await.expect("it can be chosen");
    page.wait_until("nobody speaks any more", async || {
        let names = page.turn_names().await;
        (!names.is_empty() && names.iter().all(|name| name.starts_with("No speaker named"))).then_some(())
    })
    .await;
    page.wait_until("the choice is told", async || page.says("You chose that.").await.then_some(())).await;
    page.press("Escape").await;
    page.press("Control+z").await;
    wait_for_turns(page, 4).await;
}

async fn correct(page: &Page, turn: usize, button: &str) {
    page.click("button", &format!("Correct turn {}", turn + 1)).await;
    let dialog = page.wait_for("dialog", &format!("Correct turn {}", turn + 1)).await;
    page.click_in(&dialog, "button", button).await;
}

async fn wait_for_turns(page: &Page, wanted: usize) {
    page.wait_until(format!("there are {wanted} turns"), async || (page.turns().await.len() == wanted).then_some(()))
        .await;
}

async fn wait_for_name(page: &Page, turn: usize, wanted: &str) {
    page.wait_until(format!("turn {turn} is that of {wanted}"), async || {
        page.turn_names().await.get(turn).is_some_and(|name| name.starts_with(wanted)).then_some(())
    })
    .await;
}

async fn names(page: &Page) -> Vec<String> {
    page.turn_names().await
}

/// The words of the transcript, without its buttons.
async fn words(page: &Page) -> String {
    let script = "const copy = arguments[0].cloneNode(true);
        copy.querySelectorAll('button').forEach(button => button.remove());
        return copy.textContent";
    page.ask(script, vec![reference(&page.transcript().await)]).await
}

/// Captions and minutes: their times are shown.
pub(crate) async fn times(page: &Page) {
    for (name, text, turns, time) in [
        ("voices.vtt", include_str!("../../../samples/formats/voices.vtt"), 8, "0:00:0"),
        ("times-behind.txt", include_str!("../../../samples/formats/times-behind.txt"), 8, "0:0"),
    ] {
        page.open("en").await;
        page.choose_file(name, text.as_bytes()).await;
        page.transcript().await;
        assert!(page.turns().await.len() >= turns, "{name}");
        let shown: Vec<String> =
            page.ask("return [...document.querySelectorAll('article time')].map(e => e.textContent)", vec![]).await;
        assert_eq!(shown.len(), page.turns().await.len(), "{name}");
        assert!(shown[0].starts_with(time), "{name}: {}", shown[0]);
    }
}

/// What a web page leaves in the clipboard as one line of plain text is taken from its HTML.
pub(crate) async fn pasted_from_a_web_page(page: &Page) {
    page.open("en").await;
    let html = "<div><p><b>Mevrouw Aalst (Dijkpartij):</b></p><p>Ja.</p><p><b>De heer Lindhoud (Duin):</b></p><p>Nee.</p></div>";
    page.click("textbox", "Transcript").await;
    let plain = "Mevrouw Aalst (Dijkpartij): Ja. De heer Lindhoud (Duin): Nee.";
    page.copy(&[("text/html", html), ("text/plain", plain)]).await;
    page.press("Control+v").await;
    page.wait_until("the textbox has lines", async || {
        page.query::<bool>("return document.activeElement.value.includes('\\n')").await.filter(|there| *there)
    })
    .await;
    page.click_button("Open transcript").await;
    page.transcript().await;
    assert_eq!(page.turn_names().await.len(), 2);
}
