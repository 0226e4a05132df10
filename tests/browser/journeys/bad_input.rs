//! What cannot be opened, what hardly can, and what pretends to be part of the page.

use std::collections::BTreeMap;

use crate::{elements::reference, page::Page};

/// Every refusal says what is wrong, and changes nothing.
pub(crate) async fn refused(page: &Page) {
    page.open_sample().await;
    let (_, exported) = page.export().await;
    page.open("en").await;
    let before = (page.transcripts().await, page.storage().await);
    for text in ["", " \n\t\n"] {
        if !text.is_empty() {
            page.paste(text).await;
        }
        page.click_button("Open transcript").await;
        page.wait_to_be_told("There are no words in it.").await;
        assert_unchanged(page, &before).await;
    }
    let half = exported.chars().take(exported.chars().count() / 2).collect::<String>();
    let newer = exported.replacen("\"version\": 1", "\"version\": 999", 1);
    let large = "De voorzitter: dat is weer een regel erbij.\n".repeat((20 << 20) / 43);
    let files: [(&str, &[u8], &str); 10] = [
        ("report.pdf", b"%PDF-1.7\n\x00\x01\x02\xff\xfe", "This is a PDF"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00", "This is not a text file"),
        ("half.docx", b"PK\x03\x04\x14\x00\x06\x00", "This document is damaged"),
        ("empty.txt", b"", "There are no words in it."),
        ("large.txt", large.as_bytes(), "more than 16 MB is not opened at once"),
        ("other.json", br#"{ "name": "something else", "version": 3 }"#, "but not a Griffier export"),
        ("wrong.griffier.json", b"{ format: griffier }", "This file is not valid JSON"),
        ("half.griffier.json", half.as_bytes(), "This file ends in the middle"),
        ("newer.griffier.json", newer.as_bytes(), "written by a newer version of Griffier (file version 999)"),
        ("list.json", b"[1, 2, 3]", "but not a Griffier export"),
    ];
    for (name, bytes, sentence) in files {
        // A fresh page: the sentence must be this file's, not the one before.
        page.open("en").await;
        page.choose_file(name, bytes).await;
        page.wait_to_be_told(sentence).await;
        assert_unchanged(page, &before).await;
    }
}

async fn assert_unchanged(page: &Page, before: &(Vec<String>, BTreeMap<String, String>)) {
    assert_eq!(page.transcripts().await, before.0, "the list of transcripts");
    assert_eq!(page.storage().await, before.1, "what is stored");
    assert!(page.find("textbox", "Transcript").await.is_some(), "the start page is still there");
}

pub(crate) async fn without_speakers(page: &Page) {
    page.open("en").await;
    page.open_text("It rained in the morning.\n\nIn the afternoon it cleared up, and we went out.\n").await;
    page.wait_to_be_told("No speakers were found in this text").await;
    let shown = async || page.says("In the afternoon it cleared up").await.then_some(());
    page.wait_until("the text is shown", shown).await;
    page.wait_for_status("All changes saved").await;
}

/// Text that looks like markup is text; nothing in it comes to life.
pub(crate) async fn markup(page: &Page) {
    let lines = [
        "Pell (Chair): <img src=x onerror=\"window.pwned=1\"> Good morning. <b>Bold</b> &amp; clear.",
        "Sorrell (Treasurer): <script>window.pwned = 2; alert(1)</script> Thank you, Chair.",
        "Pell (Chair): <svg onload=window.pwned=3> It is read.",
        "Sorrell (Treasurer): </p></article><iframe src=javascript:alert(2)></iframe> And closed.",
    ];
    page.open("en").await;
    page.open_text(&lines.join("\n\n")).await;
    for words in [
        "<img src=x onerror=\"window.pwned=1\">",
        "<script>window.pwned = 2",
        "&amp; clear",
        "<svg onload",
        "</article>",
    ] {
        let shown = format!("“{words}” is shown as it was written");
        page.wait_until(shown, async || page.says(words).await.then_some(())).await;
    }
    assert_eq!(page.turns().await, [0, 1, 2, 3], "the turns");
    let region = reference(&page.transcript().await);
    let alive: usize =
        page.ask("return arguments[0].querySelectorAll('img, script, b, svg, iframe').length", vec![region]).await;
    assert_eq!(alive, 0, "elements made of pasted text");
    assert!(page.ask::<bool>("return window.pwned === undefined", Vec::new()).await, "a pasted script ran");
    // A dialog would have kept the browser from answering all this.
    assert!(page.driver.get_alert_text().await.is_err(), "a dialog is open");
    // The title and the list of transcripts show it too.
    page.open("en").await;
    assert!(page.ask::<bool>("return window.pwned === undefined", Vec::new()).await, "a pasted script ran");
}
