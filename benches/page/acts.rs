//! What single acts cost in a page that is open: marking, unmarking, undoing, filtering, jumping.

use serde_json::json;

use crate::{
    material::debate::Debate,
    opening,
    page::Page,
    report::{Report, Row, time},
    work::{Work, work_of, worst},
};

/// How often each act is done.
const TIMES: usize = 9;

/// How much work of the main thread one act may be, and one frame, in milliseconds.
const LEVEL: f64 = 50.0;

/// How much more a further annotation may cost among ten thousand than among a hundred, and still be called the same:
/// what two runs of one measurement differ by.
const SAME: f64 = 1.5;

/// How much of the text is not marked where a further annotation is made, in bytes: more than is on the screen.
const UNMARKED: usize = 40_000;

/// Where in the page it is jumped to, each far from the one before.
const PLACES: [f64; 7] = [0.5, 0.125, 0.75, 0.25, 0.875, 0.375, 0.625];

/// A further annotation among few and among many; then every act where the text is long.
pub(crate) async fn keys(page: &Page, report: &mut Report) {
    let mut marks = Vec::new();
    for annotations in [100, 10_000] {
        // Where as much is marked around it: how much is to be painted on the screen is another question.
        let debate = Debate::marked_from(UNMARKED, 1_000_000, annotations);
        opening::open_stored(page, &debate).await;
        let keys = Keys::new(page).await;
        page.press("Control+Home").await;
        let (mark, _) = keys.marking().await;
        marks.push(mark);
    }
    let ratio = marks[1].now / marks[0].now;
    let both = format!("{} beside {}", told(marks[1]), told(marks[0]));
    let row = Row::new("1 MB: a further annotation, among 10,000 beside among 100", both);
    report.add(row.ratio(format!("×{ratio:.2}")).level(format!("≤ ×{SAME}"), ratio <= SAME));

    let debate = Debate::new(10_000_000, 10_000);
    opening::open_stored(page, &debate).await;
    let keys = Keys::new(page).await;
    let (mark, undo_mark) = keys.marking().await;
    let (unmark, undo_unmark) = keys.unmarking().await;
    let all = [
        ("mark a sentence (1)", mark),
        ("undo it (Ctrl+Z)", undo_mark),
        ("unmark (Delete)", unmark),
        ("undo it (Ctrl+Z)", undo_unmark),
        ("show claims only, or all (Enter on the filter)", keys.filtering().await),
    ];
    for (name, work) in all {
        let row = Row::new(format!("10 MB, 10,000 annotations: {name}"), told(work));
        report.add(row.level(format!("≤ {}", time(LEVEL)), work.now <= LEVEL));
    }
    jumps(page, &debate, report).await;
    report.note(KEY_NOTE);
}

/// A key of a sitting, and the keys before it that bring the page where it means something.
struct Press {
    name: &'static str,
    before: &'static [&'static str],
    key: &'static str,
}

/// The keys with which one annotates.
const PRESSES: [Press; 9] = [
    Press { name: "move the caret (→)", before: &["Escape"], key: "ArrowRight" },
    Press { name: "select a sentence (s)", before: &["Escape", "ArrowRight"], key: "s" },
    Press { name: "mark a claim (1)", before: &["Escape", "ArrowRight", "s"], key: "1" },
    Press { name: "mark a commitment (2)", before: &["Escape", "ArrowRight", "s"], key: "2" },
    Press {
        name: "take over what is proposed (Ctrl+Enter)",
        before: &["Escape", "ArrowRight", "s", "2"],
        key: "Control+Enter",
    },
    Press { name: "type a letter of the summary", before: &["Escape", "ArrowRight", "s", "1"], key: "x" },
    Press { name: "back to the text (Escape)", before: &["Escape", "ArrowRight", "s", "1"], key: "Escape" },
    Press { name: "undo (Ctrl+Z)", before: &["Escape", "ArrowRight", "s", "1", "Escape"], key: "Control+z" },
    Press { name: "the next annotation (n)", before: &["Escape"], key: "n" },
];

/// A long day of debate as it is worked on: what each key takes.
pub(crate) async fn day(page: &Page, report: &mut Report) {
    let debate = Debate::new(DAY.0, DAY.1);
    opening::open_stored(page, &debate).await;
    let keys = Keys::new(page).await;
    for press in PRESSES {
        let mut work = Vec::new();
        for _ in 0..TIMES {
            for key in press.before {
                page.press(key).await;
            }
            work.push(keys.press(press.key).await);
        }
        let worst = worst(&work.iter().map(|work| work.now).collect::<Vec<_>>());
        let middle = Work::middle(&work);
        let work = format!("0.5 MB, {} annotations: {}", grouped(DAY.1), press.name);
        let row = Row::new(work, format!("{} (the worst of nine: {})", told(middle), time(worst)));
        report.add(row.level(format!("≤ {}", time(LEVEL)), middle.now <= LEVEL));
    }
    report.note(KEY_NOTE);
}

/// How long a day of debate is, in bytes, and how much is marked in it.
const DAY: (usize, usize) = (500_000, 2_000);

/// Work as it stands in the table.
fn told(work: Work) -> String {
    format!("{} + {} later", time(work.now), time(work.later))
}

const KEY_NOTE: &str = "A key: all work of the main thread from the key press until the page is at rest, less that of \
                        a key that does nothing; the middle of nine. Later: what is done within 350 ms after that, by \
                        timers of the page (the address) and of the browser (where there are form fields, Chromium \
                        looks through all elements of the page).";

/// A page in which keys are pressed.
struct Keys<'a> {
    page: &'a Page,
    /// The work of a key that does nothing.
    idle: Work,
}

impl<'a> Keys<'a> {
    async fn new(page: &'a Page) -> Self {
        let mut idle = Vec::new();
        // The first annotation is chosen and left, so that the caret is in the text.
        page.press("n").await;
        page.press("Escape").await;
        for _ in 0..TIMES {
            idle.push(work_of(page, async || page.press("F9").await).await);
        }
        Self { page, idle: Work::middle(&idle) }
    }

    /// Marks one sentence after the other, and takes each mark back.
    async fn marking(&self) -> (Work, Work) {
        let (mut mark, mut undo) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            for key in ["Escape", "ArrowRight", "s"] {
                self.page.press(key).await;
            }
            mark.push(self.changing("1", 1).await);
            self.page.press("Escape").await;
            undo.push(self.changing("Control+z", -1).await);
        }
        (Work::middle(&mark), Work::middle(&undo))
    }

    /// Deletes one annotation after the other, and brings each back.
    async fn unmarking(&self) -> (Work, Work) {
        let (mut unmark, mut undo) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            self.page.press("n").await;
            unmark.push(self.changing("Delete", -1).await);
            undo.push(self.changing("Control+z", 1).await);
        }
        (Work::middle(&unmark), Work::middle(&undo))
    }

    /// The work of a key, without that of a key that does nothing.
    async fn press(&self, key: &str) -> Work {
        work_of(self.page, async || self.page.press(key).await).await.less(self.idle)
    }

    /// The work of a key after which so many more annotations are painted on the screen.
    async fn changing(&self, key: &str, by: i64) -> Work {
        let before = self.shown().await;
        let work = self.press(key).await;
        let after = self.shown().await;
        assert_eq!(after - before, by, "{key} is to change what is painted");
        work
    }

    async fn shown(&self) -> i64 {
        self.page.ask("return bench.shown().length", Vec::new()).await
    }

    /// Shows claims only, then all, then claims only.
    async fn filtering(&self) -> Work {
        let mut work = Vec::new();
        for turn in 0..TIMES {
            let wanted = (turn + 1) % 2;
            let script =
                "const button = document.querySelectorAll('aside [role=group] button[aria-pressed]')[arguments[0]];
                button.focus(); bench.filter = button;";
            let _: () = self.page.ask(script, vec![json!(wanted)]).await;
            work.push(self.press("Enter").await);
            let is_chosen: bool = self.page.ask("return bench.filter.ariaPressed === 'true'", Vec::new()).await;
            assert!(is_chosen, "the filter is to be another");
        }
        Work::middle(&work)
    }
}

/// Goes to places all over the text.
async fn jumps(page: &Page, debate: &Debate, report: &mut Report) {
    let marked = opening::marked(debate);
    let jump = async |to: Option<f64>| -> (f64, Work) {
        let mut frames = None;
        let work = work_of(page, async || {
            frames = page.ask_later("return bench.jump(...given)", vec![json!(to), json!(marked)]).await;
        })
        .await;
        (frames.expect("marks are painted where it is jumped to"), work)
    };
    // Looking for marks is work as well.
    let (_, looking) = jump(None).await;
    let (mut frames, mut work) = (Vec::new(), Vec::new());
    for place in PLACES {
        let (count, busy) = jump(Some(place)).await;
        frames.push(count);
        work.push(busy.less(looking));
    }
    // When the marks are seen in a frame, the frame before painted them.
    let (frames, work) = (worst(&frames) - 1.0, Work::middle(&work));
    let row =
        Row::new("10 MB, 10,000 annotations: jump, until marks are painted", format!("frame {frames}, {}", told(work)));
    report.add(row.level(format!("frame 2, {}", time(2.0 * LEVEL)), frames <= 2.0 && work.now <= 2.0 * LEVEL));
    report.note("A jump: the latest of seven, and the middle one's work of the main thread.");
}

/// A number with its thousands apart.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let head = digits.len().saturating_sub(3);
    if head == 0 { digits } else { format!("{},{}", &digits[..head], &digits[head..]) }
}
