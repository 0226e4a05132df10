//! Whatever the user's screen and the text are like: colours of one's own, no motion, four times enlarged, text from
//! right to left, words without end, thirty speakers, nobody's name.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    looks::SIZES,
    material::{CLAIM, COMMITMENT},
    page::Page,
    selecting::Words,
};

/// How an element looks.
#[derive(Debug, Deserialize)]
struct Look {
    underline: String,
    background: String,
    outline: (String, f64),
}

pub(crate) async fn forced_colours(page: &Page) {
    page.open_sample().await;
    let claim = page.mark(CLAIM, "1").await;
    page.press("Escape").await;
    let commitment = page.mark(COMMITMENT, "2").await;
    page.prefer("forced-colors", "active").await;

    // Kinds differ by their line, the chosen one and what has the focus by a frame.
    let of = |id: &str| format!("mark[data-annotation='{id}']");
    let (first, second) = (look(page, &of(&claim)).await, look(page, &of(&commitment)).await);
    assert_ne!(first.underline, second.underline, "{first:?} {second:?}");
    assert_eq!(first.outline.0, "none", "{first:?}");
    for framed in [of(&commitment), ".card.active".to_owned(), "textarea:focus".to_owned()] {
        let look = look(page, &framed).await;
        assert!(look.outline.0 == "solid" && look.outline.1 >= 2.0, "{framed}: {look:?}");
    }
    // What is pressed is filled, what is not is not.
    let (pressed, other) =
        (look(page, ".filters [aria-pressed=true]").await, look(page, ".filters [aria-pressed=false]").await);
    assert_ne!(pressed.background, other.background, "{pressed:?} {other:?}");
    let signs: Vec<String> = page
        .ask("return ['.lens::after', '.only span'].map(s => {
            const [selector, pseudo] = s.split('::'), style = getComputedStyle(document.querySelector(selector), pseudo && '::' + pseudo);
            return style.backgroundColor === getComputedStyle(document.body).backgroundColor ? s : '';
        }).filter(s => s)", vec![])
        .await;
    assert_eq!(signs, Vec::<String>::new(), "signs that cannot be seen");
    // With marks off only the chosen one is seen.
    page.press("Escape").await;
    page.press("h").await;
    page.wait_for_first(".plain").await;
    assert_eq!(look(page, &of(&claim)).await.underline, "none");
}

pub(crate) async fn no_motion(page: &Page) {
    page.prefer("prefers-reduced-motion", "reduce").await;
    let moving = "const styles = [...document.querySelectorAll('*')].map(e => [e, getComputedStyle(e)]);
        return [...styles.filter(([e, s]) => s.transitionDuration !== '0s' || s.scrollBehavior !== 'auto').map(([e]) => e.className),
                ...document.getAnimations().map(a => a.animationName ?? 'another')]";
    page.open("en").await;
    assert_eq!(page.ask::<Vec<String>>(moving, vec![]).await, Vec::<String>::new());
    page.click_button("Open the sample").await;
    page.mark(CLAIM, "1").await;
    page.press("Escape").await;
    page.press("f").await;
    page.wait_for_first("#find").await;
    assert_eq!(page.ask::<Vec<String>>(moving, vec![]).await, Vec::<String>::new());
}

/// How many CSS pixels a window of 1280 by 1024 has, enlarged four times.
const ENLARGED: (u32, u32) = (320, 256);

/// Gives how much of the window, in percent of its height, stays covered wherever one scrolls.
const COVERED: &str = "const fixed = [...document.querySelectorAll('body *')].filter(e =>
            ['fixed', 'sticky'].includes(getComputedStyle(e).position) && e.checkVisibility());
    const rows = new Set();
    for (const e of fixed) {
        const { top, bottom, width } = e.getBoundingClientRect();
        if (width > innerWidth / 2) for (let y = Math.max(0, Math.floor(top)); y < Math.min(innerHeight, bottom); y++) rows.add(y);
    }
    return 100 * rows.size / innerHeight";

pub(crate) async fn enlarged(page: &Page) {
    page.enlarge(ENLARGED).await;
    page.open("nl").await;
    none(page, "start").await;
    page.open("en").await;
    none(page, "start").await;
    page.click_button("Open the sample").await;
    page.transcript().await;
    page.wait_for_status("All changes saved").await;
    page.click_button("Nederlands").await;
    page.wait_for("button", "Exporteren").await;
    none(page, "reading, nl").await;
    page.click_button("English").await;
    page.wait_for("button", "Export").await;
    none(page, "reading").await;
    page.ask::<()>("scrollTo(0, 2000)", Vec::new()).await;
    covered(page, "reading", 25.0).await;

    // Selected, marked, filled in, found, helped and handed out.
    page.select_by_script(CLAIM).await;
    page.wait_for("toolbar", "Annotate").await;
    none(page, "selection").await;
    covered(page, "selection", 60.0).await;
    page.click_button("Claim").await;
    let id = page.wait_for_new(&BTreeSet::new()).await;
    none(page, "claim").await;
    page.fill(&id, "Note", "Look it up.").await;
    page.click_button("Hide list").await;
    page.press("f").await;
    page.wait_for("searchbox", "Find in text and annotations").await;
    page.type_text("bridge").await;
    page.wait_for_first(".mark-all button").await;
    none(page, "find").await;
    page.press("Escape").await;
    for (name, button) in [("Help and keys", "Close"), ("Codebook", "Close")] {
        page.click_button(name).await;
        page.wait_for_first("dialog[open]").await;
        none(page, name).await;
        page.click_button(button).await;
    }
    page.click_button("History").await;
    page.wait_for_first("[role=menu]").await;
    none(page, "history").await;
    inside(page, "[role=menu]").await;
    page.press("Escape").await;
    let (_, file) = page.export().await;
    assert!(file.contains("Look it up."), "{file}");
}

/// How many letters a word without end has.
const ENDLESS: usize = 300;

/// A longer name would be taken for no name.
const LONG_NAME: usize = 100;

pub(crate) async fn texts(page: &Page) {
    let endless = "w".repeat(ENDLESS);
    let mut text = format!(
        "De voorzitter:\nGoedemorgen. Ik zeg {endless} toe.\n\nDe heer Lindhoud (Duin):\nمرحبا بكم. الجسر مغلق منذ عام 2019، \
         وسيفتح في الصيف.\n\nשלום לכולם. הגשר סגור.\n\nDe brug heet الجسر en is dicht.\n\n"
    );
    for number in 1..=30 {
        let name = letters(number);
        text.extend(["Mevrouw Spreker", &name, " (Partij", &name, "):\nDat is een punt.\n\n"]);
    }
    text.push_str("De voorzitter:\nDank.\n");
    page.open("en").await;
    page.open_text(&text).await;
    let speakers: usize = page.ask("return document.querySelectorAll('.speaker').length", vec![]).await;
    assert_eq!(speakers, 32);

    // Each paragraph runs as its letters do, and begins on its side.
    let sides = sides(page, "p", &["الجسر مغلق", "הגשר", "De brug", "Goedemorgen"]).await;
    assert_eq!(sides, ["rtl, right", "rtl, right", "ltr, left", "ltr, left"]);

    // Marked, the words are the same; the card runs as they do.
    page.select_by_script(Words { turn: 1, from: "الجسر", to: "2019" }).await;
    page.press("2").await;
    let id = page.wait_for_new(&BTreeSet::new()).await;
    assert_eq!(page.marks(&id).await.text, "الجسر مغلق منذ عام 2019");
    let direction = "return getComputedStyle(document.querySelector('.card q')).direction";
    assert_eq!(page.ask::<String>(direction, vec![]).await, "rtl");
    page.press("Escape").await;
    page.select_by_script(Words { turn: 0, from: "Ik zeg", to: "toe" }).await;
    page.press("2").await;
    page.wait_for_first(".card.active .form").await;
    fits(page).await;

    // Names too, as captions have them.
    page.open("en").await;
    let name = endless.split_at(LONG_NAME).0;
    let captions = format!(
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v מרים החוף>שלום לכולם.\n\n00:00:05.000 --> 00:00:09.000\n<v {name}>Ik \
         zeg het toe.\n\n00:00:10.000 --> 00:00:12.000\n<v Aalst>Dank.\n"
    );
    page.choose_file("captions.vtt", captions.as_bytes()).await;
    page.transcript().await;
    assert_eq!(self::sides(page, "h2", &["מרים", "Aalst"]).await, ["rtl, right", "ltr, left"]);
    page.select_by_script(Words { turn: 1, from: "Ik", to: "toe" }).await;
    page.press("2").await;
    page.wait_for_first(".card.active .form").await;
    fits(page).await;

    // A turn of nobody.
    page.open("en").await;
    page.open_text("Dit zegt niemand.\n\nEn dit ook niet.\n").await;
    let name = page.turn_name(0).await;
    assert!(name.starts_with("No speaker named"), "{name}");
    page.select_by_script(Words { turn: 0, from: "Dit", to: "niemand" }).await;
    page.press("1").await;
    page.wait_for_first("mark[aria-description^='Claim, No speaker']").await;
}

/// Which way what holds some words runs, and on which side they begin.
async fn sides(page: &Page, element: &str, words: &[&str]) -> Vec<String> {
    let script = "const [element, words] = arguments;
        return words.map(words => {
            const all = [...document.querySelectorAll('article ' + element)], range = document.createRange();
            const found = all.find(e => e.textContent.includes(words)), box = found.getBoundingClientRect();
            range.selectNodeContents(found.firstChild);
            const { left, right } = range.getBoundingClientRect();
            return `${getComputedStyle(found).direction}, ${left - box.left > box.right - right ? 'right' : 'left'}`;
        })";
    page.ask(script, vec![json!(element), json!(words)]).await
}

/// Fails unless everything is there to be read, wide and narrow.
async fn fits(page: &Page) {
    let cut = "const all = 'article h2, article p, .card q, .card .facts, .speaker b, .front-matter';
        return [...document.querySelectorAll(all)].filter(e => e.checkVisibility({ contentVisibilityAuto: true })
            && e.scrollWidth > e.clientWidth + 1).map(e => e.innerText.slice(0, 40))";
    for size in SIZES {
        page.resize(size).await;
        none(page, "endless words").await;
        let cut: Vec<String> = page.ask(cut, vec![]).await;
        assert_eq!(cut, Vec::<String>::new(), "words that are cut off at {size:?}");
    }
    page.resize(SIZES[0]).await;
}

/// A number in letters: a name has no digits.
fn letters(number: u8) -> String {
    [b'A' + number / 10, b'a' + number % 10].map(char::from).iter().collect()
}

async fn look(page: &Page, selector: &str) -> Look {
    let script = "const style = getComputedStyle(document.querySelector(arguments[0]));
        const underline = style.textDecorationLine === 'none' ? 'none' : style.textDecorationStyle;
        return { underline, background: style.backgroundColor, outline: [style.outlineStyle, parseFloat(style.outlineWidth)] }";
    page.ask(script, vec![json!(selector)]).await
}

async fn none(page: &Page, view: &str) {
    assert_eq!(page.sticking_out().await, Vec::<String>::new(), "{view}: wider than the window");
}

async fn covered(page: &Page, view: &str, most: f64) {
    let covered: f64 = page.ask(COVERED, Vec::new()).await;
    println!("{view}, enlarged four times: {covered:.0} % of the window stays covered");
    assert!(covered <= most, "{view}: {covered:.0} % of the window is covered");
}

/// Fails unless all of an element can be brought into the window.
async fn inside(page: &Page, selector: &str) {
    let script = "const { left, right, height } = document.querySelector(arguments[0]).getBoundingClientRect();
        return left >= 0 && right <= innerWidth && height <= innerHeight";
    let is_inside: bool = page.ask(script, vec![Value::from(selector)]).await;
    assert!(is_inside, "{selector} is not wholly in the window");
}
