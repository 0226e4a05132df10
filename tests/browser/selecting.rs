//! Selecting words of the transcript, with the mouse and with the keyboard.

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::{
    elements::{reference, whole},
    page::Page,
};

/// Functions for the scripts below. Places are counted in UTF-16 units of the region's text, without the buttons in it,
/// which the page adds in its own time.
const PLACES: &str = r"
    const textNodes = root => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        return nodes;
    };
    // The node with the character at `offset`; for an end, with the character before it.
    const nodeAt = (root, offset, isEnd) => {
        for (const node of textNodes(root)) {
            if (isEnd ? offset <= node.length : offset < node.length) return [node, offset];
            offset -= node.length;
        }
        throw new Error('no text at that place');
    };
    const turn = (region, number) => {
        const article = region.querySelector(`[data-turn='${number}']`);
        if (!article) throw new Error(`no turn ${number}`);
        return article;
    };
    const find = (article, from, to) => {
        const text = article.textContent, start = text.indexOf(from);
        const last = text.indexOf(to, start);
        if (start < 0 || last < 0) throw new Error(`«${from} … ${to}» is not in: ${text}`);
        return [start, last + to.length];
    };
    const rangeOf = (article, start, end) => {
        const range = document.createRange();
        range.setStart(...nodeAt(article, start, false));
        range.setEnd(...nodeAt(article, end, true));
        return range;
    };
    const before = (root, node, offset) => {
        const range = document.createRange();
        range.setStart(root, 0);
        range.setEnd(node, offset);
        const copy = range.cloneContents();
        copy.querySelectorAll('button').forEach(button => button.remove());
        return copy.textContent.length;
    };
";

/// A stretch of a turn: the words it begins with and the words it ends with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    /// The turn, counted from 0.
    pub(crate) turn: usize,
    /// The first words.
    pub(crate) from: &'static str,
    /// The last words.
    pub(crate) to: &'static str,
}

/// Where a stretch lies in the text of the region.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Stretch {
    start: usize,
    end: usize,
}

/// The corners of a stretch in the window.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
struct Corners {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    /// Half-way along what stands on the first line: the words may go on in the next.
    middle: f64,
}

/// The caret or the selection as the region has it.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Caret {
    anchor: usize,
    focus: usize,
}

impl Page {
    /// The region that holds the transcript.
    pub(crate) async fn transcript(&self) -> WebElement {
        self.wait_for("region", "Transcript").await
    }

    /// Drags the pointer over words of a turn, as a hand does.
    pub(crate) async fn select_by_mouse(&self, words: Words) {
        self.drag_over(words, &[]).await;
        self.assert_selected(words).await;
    }

    /// Drags the pointer over a stretch of a turn, with keys held.
    pub(crate) async fn drag_over(&self, words: Words, held: &[&str]) {
        let Corners { left, top, right, bottom, .. } = self.corners(words).await;
        self.hold(held).await;
        // A pixel inside the first and the last letter.
        self.drag((whole(left + 1.0), whole(top)), (whole(right - 1.0), whole(bottom))).await;
        self.release(held).await;
    }

    /// Selects words by a script, where the browser's own way cannot be driven.
    pub(crate) async fn select_by_script(&self, words: Words) {
        let region = self.transcript().await;
        let script = "const [region, number, from, to] = arguments, article = turn(region, number);
            const range = rangeOf(article, ...find(article, from, to));
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return true;";
        let _: bool = self.ask(&format!("{PLACES}{script}"), arguments(&region, words)).await;
        self.assert_selected(words).await;
    }

    /// Clicks in the middle of words, or of those of them that stand on their first line.
    pub(crate) async fn click_on_words(&self, words: Words) {
        let Corners { middle, top, .. } = self.corners(words).await;
        let place = (whole(middle), whole(top));
        self.drag(place, place).await;
    }

    /// Selects words with the keyboard alone: the caret to the first, the selection to the last.
    pub(crate) async fn select_by_keyboard(&self, words: Words) {
        let region = self.transcript().await;
        self.tab_to(&region).await;
        let Stretch { start, end } = self.stretch(&region, words).await;
        self.walk(&region, "", start).await;
        self.walk(&region, "Shift+", end).await;
        self.assert_selected(words).await;
    }

    /// Presses arrow keys, the large steps first, until the moving end of the selection is at `goal`.
    async fn walk(&self, region: &WebElement, held: &str, goal: usize) {
        let mut last = None;
        for _ in 0..2_000 {
            let here = self.caret(region).await.map(|caret| caret.focus);
            if here == Some(goal) {
                return;
            }
            let stuck = here.is_some() && here == last;
            self.press(&format!("{held}{}", towards(here, goal, stuck))).await;
            last = here;
        }
        panic!("the arrow keys do not lead to place {goal}; the caret is at {:?}", self.caret(region).await);
    }

    /// Where the caret is in the region's text.
    async fn caret(&self, region: &WebElement) -> Option<Caret> {
        let script = "const region = arguments[0], s = getSelection();
            if (!s.rangeCount || !region.contains(s.focusNode) || !region.contains(s.anchorNode)) return null;
            return { anchor: before(region, s.anchorNode, s.anchorOffset),
                     focus: before(region, s.focusNode, s.focusOffset) };";
        self.ask(&format!("{PLACES}{script}"), vec![reference(region)]).await
    }

    async fn stretch(&self, region: &WebElement, words: Words) -> Stretch {
        let script = "const [region, number, from, to] = arguments, article = turn(region, number);
            const range = rangeOf(article, ...find(article, from, to));
            return { start: before(region, range.startContainer, range.startOffset),
                     end: before(region, range.endContainer, range.endOffset) };";
        self.ask(&format!("{PLACES}{script}"), arguments(region, words)).await
    }

    /// Brings words into the upper half of the window and gives their corners, once the page is at rest.
    async fn corners(&self, words: Words) -> Corners {
        let region = self.transcript().await;
        let script = format!(
            "{PLACES}
            const done = arguments[arguments.length - 1], [region, number, from, to] = arguments;
            const article = turn(region, number), range = rangeOf(article, ...find(article, from, to));
            const rect = range.getBoundingClientRect(), middle = (rect.top + rect.bottom) / 2;
            if (Math.abs(middle - innerHeight * 0.35) > innerHeight / 10) scrollBy({{
                top: middle - innerHeight * 0.35, behavior: 'instant' }});
            requestAnimationFrame(() => requestAnimationFrame(() => {{
                const rects = [...range.getClientRects()].filter(r => r.width > 0);
                const first = rects[0], last = rects[rects.length - 1];
                done({{ left: first.left, top: (first.top + first.bottom) / 2, middle: (first.left + first.right) / 2,
                       right: last.right, bottom: (last.top + last.bottom) / 2 }});
            }}));"
        );
        let look = async || {
            let answer = self.driver.execute_async(script.clone(), arguments(&region, words)).await;
            answer.expect("the page shows where the words are").convert::<Corners>().expect("corners are numbers")
        };
        self.wait_until(format!("the words “{}” stand still", words.from), async || {
            let (first, second) = (look().await, look().await);
            (first == second).then_some(second)
        })
        .await
    }

    /// Fails unless exactly these words are selected.
    async fn assert_selected(&self, words: Words) {
        let region = self.transcript().await;
        let Stretch { start, end } = self.stretch(&region, words).await;
        let caret = self.caret(&region).await.unwrap_or_else(|| panic!("nothing is selected, {words:?} should be"));
        let selected = (caret.anchor.min(caret.focus), caret.anchor.max(caret.focus));
        let text: String = self.ask("return getSelection().toString()", Vec::new()).await;
        assert_eq!(selected, (start, end), "“{text}” is selected, not {words:?}");
        // Browsers tell the page in their own time; no hand is so fast that it presses a key before.
        self.wait_for("toolbar", "Annotate").await;
    }
}

fn arguments(region: &WebElement, words: Words) -> Vec<Value> {
    vec![reference(region), json!(words.turn), json!(words.from), json!(words.to)]
}

/// The key that leads from `here` to `goal`: lines, then words, then letters.
fn towards(here: Option<usize>, goal: usize, stuck: bool) -> &'static str {
    let Some(here) = here else { return "ArrowRight" };
    match (goal > here, goal.abs_diff(here)) {
        (true, _) if stuck => "ArrowRight",
        (false, _) if stuck => "ArrowLeft",
        (true, 200..) => "ArrowDown",
        (false, 200..) => "ArrowUp",
        (true, 16..) => "Control+ArrowRight",
        (false, 16..) => "Control+ArrowLeft",
        (true, _) => "ArrowRight",
        (false, _) => "ArrowLeft",
    }
}
