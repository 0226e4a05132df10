//! What the user has asked of the browser and of the screen, and what is wrong with how the page looks then.

use serde_json::json;
use thirtyfour::By;

use crate::{browser::in_firefox, engine::Engine, harness::made, npm, page::Page};

/// A wide window and that of a telephone, in CSS pixels.
pub(crate) const SIZES: [(u32, u32); 2] = [(1440, 900), (390, 844)];

/// How many times [`Page::enlarge`] enlarges.
const TIMES: u32 = 4;

/// The checker of accessibility, and its version.
const AXE: (&str, &str) = ("axe-core", "4.14.1");

/// Runs axe over the page and gives each fault in a line: rule, place, element, reason.
///
/// One finding is left out. What an open menu lies over in part is counted as too small a target, by what is still seen
/// of it. The menu is closed by whatever is pressed beside it, and then all of the target is there; how large it is, is
/// looked at without the menu.
const CHECK: &str = "const done = arguments[0];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const menu = document.querySelector('[role=menu]')?.getBoundingClientRect();
    const isUnderMenu = target => {
        const rect = menu && document.querySelector(target)?.getBoundingClientRect();
        return rect && rect.left < menu.right && rect.right > menu.left && rect.top < menu.bottom && rect.bottom > menu.top;
    };
    axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(({ violations }) => done(violations.flatMap(
        ({ id, nodes }) => nodes.filter(({ target }) => id !== 'target-size' || !isUnderMenu(target.join(' ')))
            .map(({ target, html, any, all, none }) => [id, target.join(' '), html.slice(0, 200),
                [...any, ...all, ...none].map(check => check.message).join('; ')].join(' | ')))),
        error => done([`axe does not run: ${error}`]));";

/// Gives what can be pressed and is smaller than 24 by 24 CSS pixels (WCAG 2.5.8). What belongs to a box is its label
/// too. Links to skip to a place are seen only with the focus; a field for files is its label. Marks are words in a
/// line, which the rule leaves out, and the ends of a mark can be moved with buttons that are large enough.
const SMALL: &str = "const shown = e => e.checkVisibility({ contentVisibilityAuto: true });
    const area = e => (e.matches('[type=checkbox], [type=radio]') && e.closest('label') || e).getBoundingClientRect();
    const all = 'a[href], button, input:not([type=file]), .file label, select, textarea, summary, [role=button], .strip';
    return [...document.querySelectorAll(all)].filter(e => shown(e) && !e.matches('.skip')).flatMap(e => {
        const { width, height } = area(e), isSmall = width < 23.99 || height < 23.99;
        return isSmall ? [`${e.localName}.${e.className} «${e.ariaLabel ?? e.innerText}»: ${width} x ${height}`] : [];
    })";

/// Gives the width of the page and the elements that make it so, where that is wider than the window; and what does not
/// fit beside its neighbours in the lines that stay on the screen.
const STICKING_OUT: &str = "const width = document.scrollingElement.scrollWidth;
    const tight = [...document.querySelectorAll('.bar > :not(.meeting), .head-line > *')]
        .filter(e => e.checkVisibility() && !e.querySelector('[role=menu]') && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline');
    if (tight.length) return tight.map(e => `${e.localName}.${e.className} needs ${e.scrollWidth}, has ${e.clientWidth}`);
    if (width <= innerWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth);
    return [`${width} of ${innerWidth}`, ...wide.slice(0, 12).map(e => `${e.localName}.${e.className}`)];";

impl Page {
    /// The schemes of colours that the page can be seen in. `WebKitGTK` has the one of the desktop.
    pub(crate) fn schemes(&self) -> &'static [&'static str] {
        if self.engine == Engine::WebKit { &["light"] } else { &["dark", "light"] }
    }

    /// Asks the browser for something that users can ask for: that `prefers-color-scheme` is `dark`, say.
    pub(crate) async fn prefer(&self, name: &str, value: &str) {
        match (self.engine, name) {
            (Engine::Chromium, _) => {
                let features = json!({ "features": [{ "name": name, "value": value }] });
                self.devtools("Emulation.setEmulatedMedia", features).await;
            }
            (Engine::Firefox, "prefers-color-scheme") => {
                let value = i32::from(value == "light");
                self.set_in_firefox("layout.css.prefers-color-scheme.content-override", json!(value)).await;
            }
            (Engine::Firefox, "prefers-reduced-motion") => {
                self.set_in_firefox("ui.prefersReducedMotion", json!(1)).await;
            }
            (Engine::Firefox, "forced-colors") => {
                // The user's colours instead of the page's, always.
                self.set_in_firefox("browser.display.document_color_use", json!(2)).await;
            }
            _ => {}
        }
        let script = format!("return matchMedia('({name}: {value})').matches");
        self.wait_until(format!("{name} is {value}"), async || {
            self.query::<bool>(&script).await.filter(|matches| *matches)
        })
        .await;
    }

    /// Gives the window a size that no window has, as far as the page can tell: by enlarging what is in a larger one.
    pub(crate) async fn enlarge(&self, (width, height): (u32, u32)) {
        if self.engine == Engine::Chromium {
            return self.resize((width, height)).await;
        }
        let frame: (u32, u32) =
            self.ask("return [outerWidth - innerWidth, outerHeight - innerHeight]", Vec::new()).await;
        self.resize((TIMES * width + frame.0, TIMES * height + frame.1)).await;
        let enlarge = "const service = Cc['@mozilla.org/content-pref/service;1'].getService(Ci.nsIContentPrefService2);
            service.setGlobal('browser.content.full-zoom', arguments[0], null);";
        in_firefox(&self.driver, enlarge, vec![json!(TIMES)]).await.expect("Firefox enlarges what it opens");
        self.open("").await;
        self.wait_until("the page is enlarged", async || {
            (self.query::<(u32, u32)>("return [innerWidth, innerHeight]").await? == (width, height)).then_some(())
        })
        .await;
    }

    /// What axe finds in the page as it is now.
    pub(crate) async fn axe(&self) -> Vec<String> {
        let is_there: bool = self.ask("return typeof axe === 'object'", Vec::new()).await;
        if !is_there {
            // The page's policy lets no script in from elsewhere; what the driver runs is no part of the page.
            let path = npm::install(AXE.0, AXE.1, &made("axe")).join("axe.min.js");
            let source = std::fs::read_to_string(path).expect("the package has its script");
            self.driver.execute(source, Vec::new()).await.expect("axe can be loaded");
        }
        let found = self.driver.execute_async(CHECK, Vec::new()).await.expect("axe answers");
        found.convert().expect("its answer is a list of lines")
    }

    /// What can be pressed and is too small for that.
    pub(crate) async fn too_small(&self) -> Vec<String> {
        self.ask(SMALL, Vec::new()).await
    }

    /// What is wider than the window.
    pub(crate) async fn sticking_out(&self) -> Vec<String> {
        self.ask(STICKING_OUT, Vec::new()).await
    }

    /// Everything that is wrong with a view, wide and narrow, light and dark. Leaves the window wide.
    pub(crate) async fn faults(&self, view: &str) -> Vec<String> {
        let mut faults = Vec::new();
        for size in SIZES {
            self.resize(size).await;
            let mut add = |what: &str, found: Vec<String>| {
                faults.extend(found.into_iter().map(|fault| format!("{view}, {} px, {what}: {fault}", size.0)));
            };
            for scheme in self.schemes() {
                self.prefer("prefers-color-scheme", scheme).await;
                add(scheme, self.axe().await);
            }
            add("too small", self.too_small().await);
            add("sticks out", self.sticking_out().await);
        }
        self.resize(SIZES[0]).await;
        faults
    }

    /// Presses what a selector finds first.
    pub(crate) async fn click_first(&self, selector: &str) {
        self.wait_until(format!("{selector} can be clicked on"), async || {
            self.driver.find(By::Css(selector)).await.ok()?.click().await.ok()
        })
        .await;
    }

    /// Waits until a selector finds something.
    pub(crate) async fn wait_for_first(&self, selector: &str) {
        let script = format!("return !!document.querySelector({selector:?})");
        self.wait_until(format!("there is {selector}"), async || {
            self.query::<bool>(&script).await.filter(|there| *there)
        })
        .await;
    }
}
