//! Marking costs no thought: what the program proposes is taken over with one key.

use thirtyfour::By;

use crate::{page::Page, selecting::Words};

const DEBATE: &str = "Tweede Kamer, vergaderjaar 2030–2031, 41 207, nr. 18\n\nVerslag van een commissiedebat\nVastgesteld \
                      12 maart 2031\n\nDe vaste commissie voor Water heeft op 12 maart 2031 overleg gevoerd.\n\n\
                      Voorzitter: Brasse\nAanvang 10.00 uur.\n\nDe voorzitter:\nMevrouw Aalst.\n\nMevrouw Aalst \
                      (Kust):\nKomt de brief?\n\nMinister Ter Horst:\nDie stuur ik voor de zomer. De cijfers volgen \
                      binnenkort.\n\nDe voorzitter:\nDank.\n";

pub(crate) async fn proposals(page: &Page) {
    page.open("en").await;
    page.open_text(DEBATE).await;

    // Two key presses after the selection: a commitment with who, to whom, by when.
    page.select_by_mouse(Words { turn: 2, from: "Die", to: "zomer" }).await;
    page.press("2").await;
    page.wait_until("the summary has the focus", async || {
        let focused: String = page.ask("return document.activeElement.id", vec![]).await;
        focused.starts_with("summary-").then_some(())
    })
    .await;
    let list = page.wait_for("complementary", "Annotations").await;
    for proposed in ["Proposed: Mevrouw Aalst (Kust)", "Proposed: voor de zomer · 20 June 2031"] {
        page.wait_for_in(&list, "group", proposed).await;
    }
    page.press("Control+Enter").await;
    page.wait_until("the transcript has the focus", async || {
        let focused: String = page.ask("return document.activeElement.id", vec![]).await;
        (focused == "transcript").then_some(())
    })
    .await;
    let card = list.find(By::Css("li[data-kind=commitment]")).await.expect("a card").text().await.expect("with words");
    for told in ["Minister Ter Horst → Mevrouw Aalst (Kust)", "voor de zomer · 20 June 2031"] {
        assert!(card.contains(told), "{card}");
    }

    // One that is turned down is not made again, the other can be taken over alone.
    page.select_by_mouse(Words { turn: 2, from: "cijfers", to: "binnenkort" }).await;
    page.press("2").await;
    page.click_in(&list, "button", "No, do not propose: Mevrouw Aalst (Kust)").await;
    page.wait_until("it is not proposed any more", async || {
        (!page.says("was named just before").await && !page.says("spoke last before this turn").await).then_some(())
    })
    .await;
    page.click_in(&list, "button", "Take over: binnenkort").await;
    page.wait_until("the field has it", async || {
        let due: Vec<String> =
            page.ask("return [...document.querySelectorAll('.form input')].map(e => e.value)", vec![]).await;
        due.contains(&"binnenkort".to_owned()).then_some(())
    })
    .await;

    // It is in the file.
    let (_, file) = page.export().await;
    for written in
        ["\"to\": [\n          \"Mevrouw Aalst (Kust)\"\n        ]", "\"dueDate\": \"2031-06-20\"", "\"declined\": ["]
    {
        assert!(file.contains(written), "{written}: {file}");
    }
}

pub(crate) async fn by_sentences(page: &Page) {
    page.open("en").await;
    page.open_text(DEBATE).await;
    // A click puts the caret there.
    page.click_on_words(Words { turn: 2, from: "Die stuur", to: "binnenkort" }).await;
    let selected = async || page.ask::<String>("return getSelection().toString()", vec![]).await;
    let wait_for = async |wanted: &str| {
        page.wait_until(format!("{wanted} is selected"), async || (selected().await.trim() == wanted).then_some(()))
            .await;
    };
    // The middle of the line lies in its second sentence, or its first; once more selects both.
    page.press("s").await;
    page.wait_until("a sentence is selected", async || selected().await.trim().ends_with('.').then_some(())).await;
    page.press("Home").await;
    page.press("s").await;
    wait_for("Die stuur ik voor de zomer.").await;
    page.press("s").await;
    wait_for("Die stuur ik voor de zomer. De cijfers volgen binnenkort.").await;
    page.press("1").await;
    let list = page.wait_for("complementary", "Annotations").await;
    page.wait_until("it is marked", async || list.find(By::Css("li[data-kind=claim]")).await.ok()).await;
}
