//! Nothing is wrong for a checker of accessibility, on any view, wide and narrow, light and dark; and whatever can be
//! pressed is large enough.

use crate::{
    material::{CLAIM, COMMITMENT},
    page::Page,
    selecting::Words,
};

const OTHER: Words = Words { turn: 5, from: "A new bearing costs", to: "fifteen years" };

/// How many annotations the large project has.
const MANY: usize = 400;

pub(crate) async fn start(page: &Page) {
    let mut faults = Vec::new();
    for lang in ["en", "nl"] {
        page.open(lang).await;
        faults.extend(page.faults(&format!("start, empty, {lang}")).await);
    }
    page.open_sample().await;
    page.wait_for_status("All changes saved").await;
    // What takes long is made to stand still: the page waits for the browser's clock.
    page.open("en").await;
    let hold = "window.later = setTimeout;
        new MutationObserver(() => { if (document.getElementById('loading')) window.setTimeout = () => 0; })
            .observe(document.body, { childList: true, subtree: true });";
    page.ask::<()>(hold, Vec::new()).await;
    page.choose_file("long.txt", format!("De voorzitter:\n{}", "Het water komt. ".repeat(200_000)).as_bytes()).await;
    page.wait_for_first(".late progress").await;
    page.ask::<()>("window.setTimeout = window.later;", Vec::new()).await;
    faults.extend(page.faults("loading").await);
    page.click_button("Cancel").await;

    for lang in ["en", "nl"] {
        page.open(lang).await;
        page.wait_for_first(".transcripts li").await;
        faults.extend(page.faults(&format!("start, {lang}")).await);
        page.click_first(".transcripts li button").await;
        page.wait_for_first("dialog[open]").await;
        faults.extend(page.faults(&format!("asking, {lang}")).await);
        page.press("Escape").await;
    }
    page.ask::<()>("location.hash = '#/t/nothing'", Vec::new()).await;
    page.wait_to_be_told("Dat verslag").await;
    faults.extend(page.faults("notice, nl").await);
    none(&faults);
}

pub(crate) async fn reading(page: &Page) {
    let mut faults = Vec::new();
    page.open_sample().await;
    faults.extend(page.faults("reading").await);
    page.select_by_script(CLAIM).await;
    page.wait_for("toolbar", "Annotate").await;
    faults.extend(page.faults("selection").await);
    page.mark(CLAIM, "1").await;
    faults.extend(page.faults("claim").await);
    page.press("Escape").await;
    page.mark(COMMITMENT, "2").await;
    faults.extend(page.faults("commitment").await);
    page.select_by_script(OTHER).await;
    page.wait_for("button", "Add words").await;
    faults.extend(page.faults("selection beside a chosen one").await);
    page.click_button("Mention").await;
    page.wait_for_first(".mention select").await;
    faults.extend(page.faults("mention").await);
    page.click_button("Filter and group").await;
    page.wait_for("combobox", "Group by").await;
    page.ask::<()>("document.querySelector('.annotations').scrollTop = 0", Vec::new()).await;
    faults.extend(page.faults("filter").await);
    page.press("Escape").await;
    page.ask::<()>("scrollTo(0, 0)", Vec::new()).await;
    page.click_button("Rename").await;
    page.wait_for("textbox", "Title").await;
    faults.extend(page.faults("title").await);
    page.press("Escape").await;
    page.press("h").await;
    page.wait_for_first(".plain").await;
    faults.extend(page.faults("marks off").await);
    page.click_first(".only").await;
    page.wait_for("button", "Show all").await;
    // At the top, where the sentence that stays in sight lies over nothing that scrolls away under it.
    page.ask::<()>("scrollTo(0, 0)", Vec::new()).await;
    faults.extend(page.faults("one speaker").await);
    none(&faults);
}

pub(crate) async fn panels(page: &Page) {
    let mut faults = Vec::new();
    page.open_sample().await;
    page.mark(CLAIM, "1").await;
    page.press("Escape").await;
    for lang in ["en", "nl"] {
        if lang == "nl" {
            page.click_button("Nederlands").await;
            page.wait_for("complementary", "Aantekeningen").await;
        }
        let mut look = async |name: &str, shown: &str| {
            page.wait_for_first(shown).await;
            faults.extend(page.faults(&format!("{name}, {lang}")).await);
            page.press("Escape").await;
        };
        page.click_first("#transcript").await;
        page.press("f").await;
        page.wait_for_first("#find").await;
        page.type_text("bridge").await;
        look("find", ".mark-all button").await;
        page.press("?").await;
        look("help", "dialog[open]").await;
        page.click_first(".head-line .link").await;
        look("codebook", "dialog[open]").await;
        page.click_first(".front-matter li .link").await;
        page.wait_for_first("dialog[open] details").await;
        page.click_first("dialog details summary").await;
        look("how it was read", "dialog[open] .repairs li").await;
        select_in(page, OTHER).await;
        page.press("w").await;
        look("turn", "dialog[open] .panel-part").await;
        page.click_first(".group .menu-place button").await;
        look("history", "[role=menu]").await;
        page.click_first(".bar > .menu-place button").await;
        look("export", "[role=menu]").await;
    }
    page.click_button("English").await;
    page.wait_for("complementary", "Annotations").await;
    page.click_button("Codebook").await;
    page.wait_for("dialog", "Codebook").await;
    page.click("textbox", "Name").await;
    page.type_text("Question").await;
    page.click_button("Add kind").await;
    page.wait_for("button", "Remove").await;
    faults.extend(page.faults("a kind of one's own").await);
    none(&faults);
}

pub(crate) async fn many(page: &Page) {
    page.open("en").await;
    let turn = "De heer Lindhoud (Duin):\nDe dijk houdt. Ik zeg u toe dat hij blijft houden.\n\n";
    page.choose_file("many.txt", turn.repeat(MANY).as_bytes()).await;
    page.transcript().await;
    page.press("f").await;
    page.wait_for("searchbox", "Find in text and annotations").await;
    page.type_text("Ik zeg u toe").await;
    page.click_button("Commitment").await;
    page.wait_until("all are marked", async || {
        let marks = "return new Set([...document.querySelectorAll('mark')].map(e => e.dataset.annotation)).size";
        (page.query::<usize>(marks).await? == MANY).then_some(())
    })
    .await;
    page.press("Escape").await;
    none(&page.faults("many annotations").await);
}

/// Selects words whatever the page's language is.
async fn select_in(page: &Page, Words { turn, from, .. }: Words) {
    let script = format!(
        "const words = [...document.querySelectorAll('[data-turn=\"{turn}\"] p')].find(e => e.textContent.includes({from:?}));
         getSelection().selectAllChildren(words)"
    );
    page.ask::<()>(&script, Vec::new()).await;
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
