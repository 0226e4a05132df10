//! Finding things the way assistive technology names them, by role and accessible name, and using them.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use thirtyfour::{By, WebElement, error::WebDriverResult};

use crate::{
    browser::{get, post},
    engine::Engine,
    page::Page,
};

/// Where to look for a role. The browser itself then says which role and which name an element has.
fn candidates(role: &str) -> &'static str {
    match role {
        "alert" => "[role=alert]",
        "article" => "article, [role=article]",
        "button" => "button, summary, [role=button], input[type=button], input[type=submit]",
        "combobox" => "select, input, [role=combobox]",
        "complementary" => "aside, [role=complementary]",
        "date" => "input[type=date]",
        "dialog" => "dialog, [role=dialog], [role=alertdialog]",
        "group" => "fieldset, [role=group]",
        "link" => "a, [role=link]",
        "menu" => "menu, [role=menu]",
        "menuitem" => "[role=menuitem]",
        "region" => "section, [role=region]",
        "textbox" => "textarea, input, [role=textbox]",
        "toolbar" => "[role=toolbar]",
        _ => "*",
    }
}

impl Page {
    /// The element with this role and exactly this name, if it is there now.
    pub(crate) async fn find(&self, role: &str, name: &str) -> Option<WebElement> {
        let found = self.driver.find_all(By::Css(candidates(role))).await.ok()?;
        self.first_named(found, role, name).await
    }

    /// The same, within another element.
    pub(crate) async fn find_in(&self, place: &WebElement, role: &str, name: &str) -> Option<WebElement> {
        let found = place.find_all(By::Css(candidates(role))).await.ok()?;
        self.first_named(found, role, name).await
    }

    /// Every element with this role, with its name, in the order of the page.
    pub(crate) async fn all_in(&self, place: &WebElement, role: &str) -> Vec<(WebElement, String)> {
        let mut named = Vec::new();
        for element in place.find_all(By::Css(candidates(role))).await.unwrap_or_default() {
            if self.role(&element).await.is_ok_and(|found| found == role) {
                let name = self.name(&element).await.unwrap_or_default();
                named.push((element, name));
            }
        }
        named
    }

    async fn first_named(&self, elements: Vec<WebElement>, role: &str, name: &str) -> Option<WebElement> {
        for element in elements {
            // The name decides more often; an element that is gone by now is passed over.
            let is_named = self.name(&element).await.is_ok_and(|found| self.is_name(found.trim(), role, name));
            if is_named && self.role(&element).await.is_ok_and(|found| self.is_role(&found, role)) {
                return Some(element);
            }
        }
        None
    }

    /// Whether this is the name. In WebKit that of a field within its label goes on with what stands in the field.
    fn is_name(&self, found: &str, role: &str, name: &str) -> bool {
        let is_field = self.engine == Engine::WebKit && ["combobox", "date", "textbox", "searchbox"].contains(&role);
        let rest = found.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || is_field && rest.starts_with(char::is_whitespace))
    }

    /// Whether this is the role. WebKit on Linux calls a list to choose from a button; there is no role for a date, and
    /// each browser has its own.
    fn is_role(&self, found: &str, role: &str) -> bool {
        found == role || role == "date" || self.engine == Engine::WebKit && role == "combobox" && found == "button"
    }

    /// The role that assistive technology is told.
    pub(crate) async fn role(&self, element: &WebElement) -> WebDriverResult<String> {
        self.computed(element, "computedrole").await
    }

    /// The name that assistive technology is told.
    pub(crate) async fn name(&self, element: &WebElement) -> WebDriverResult<String> {
        self.computed(element, "computedlabel").await
    }

    async fn computed(&self, element: &WebElement, what: &str) -> WebDriverResult<String> {
        let value = get(&self.driver, format!("element/{}/{what}", element.element_id())).await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Waits for the element with this role and name.
    pub(crate) async fn wait_for(&self, role: &str, name: &str) -> WebElement {
        self.wait_until(format!("there is a {role} named “{name}”"), async || self.find(role, name).await).await
    }

    /// The same, within another element.
    pub(crate) async fn wait_for_in(&self, place: &WebElement, role: &str, name: &str) -> WebElement {
        let what = format!("there is a {role} named “{name}” in its place");
        self.wait_until(what, async || self.find_in(place, role, name).await).await
    }

    /// Presses the button with this name.
    pub(crate) async fn click_button(&self, name: &str) {
        self.click("button", name).await;
    }

    /// Clicks on what has this role and name, once it can be clicked on.
    pub(crate) async fn click(&self, role: &str, name: &str) {
        self.wait_until(format!("a {role} named “{name}” can be clicked on"), async || {
            self.click_on(&self.find(role, name).await?).await
        })
        .await;
    }

    /// The same, within another element.
    pub(crate) async fn click_in(&self, place: &WebElement, role: &str, name: &str) {
        self.wait_until(format!("a {role} named “{name}” can be clicked on in its place"), async || {
            self.click_on(&self.find_in(place, role, name).await?).await
        })
        .await;
    }

    /// Clicks on an element. Where that does not work yet, brings it to the middle of the window and points at it, for
    /// another try: at the edge something may lie over it, and some buttons can be seen only then.
    pub(crate) async fn click_on(&self, element: &WebElement) -> Option<()> {
        if element.click().await.is_ok() {
            return Some(());
        }
        self.bring(element).await;
        let to = json!({ "type": "pointerMove", "origin": reference(element), "x": 0, "y": 0, "duration": 0 });
        let mouse = json!({ "pointerType": "mouse" });
        let device = json!({ "type": "pointer", "id": "mouse", "parameters": mouse, "actions": [to] });
        post(&self.driver, "actions", json!({ "actions": [device] })).await.ok()?;
        None
    }

    /// Brings an element to the middle of what it is scrolled in.
    pub(crate) async fn bring(&self, element: &WebElement) {
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        // It may be gone by now; whoever wants it looks again.
        let _ = self.driver.execute(script, vec![reference(element)]).await;
    }

    /// Whether this element has the focus.
    pub(crate) async fn has_focus(&self, element: &WebElement) -> bool {
        self.ask("return document.activeElement === arguments[0]", vec![reference(element)]).await
    }

    /// Moves the focus to what has this role and name with the Tab key.
    pub(crate) async fn focus_on(&self, role: &str, name: &str) {
        self.tab_to(&self.wait_for(role, name).await).await;
    }

    /// Moves the focus to an element with the Tab key: forward, or back with Shift where it lies before. (From the last
    /// element on a page the key may lead out of it, to the browser's own controls.)
    pub(crate) async fn tab_to(&self, element: &WebElement) {
        let script = "const lies = document.activeElement.compareDocumentPosition(arguments[0]);
            return lies & Node.DOCUMENT_POSITION_PRECEDING ? 'Shift+Tab' : 'Tab'";
        for _ in 0..200 {
            if self.has_focus(element).await {
                return;
            }
            let key: String = self.ask(script, vec![reference(element)]).await;
            self.press(&key).await;
        }
        panic!("200 times Tab do not lead to {element:?}");
    }

    /// Moves the real mouse: presses at the first place, lets go at the last.
    pub(crate) async fn drag(&self, from: (i64, i64), to: (i64, i64)) {
        self.drag_with("mouse", from, to).await;
    }

    /// Moves a pointer, `mouse` or `touch`: presses at the first place, lets go at the last.
    pub(crate) async fn drag_with(&self, pointer: &str, (from_x, from_y): (i64, i64), (to_x, to_y): (i64, i64)) {
        let to = |x: i64, y: i64| json!({ "type": "pointerMove", "x": x, "y": y, "duration": 0 });
        let steps = [
            to(from_x, from_y),
            json!({ "type": "pointerDown", "button": 0 }),
            // On the way, as a hand does: a browser begins a selection when the pointer has moved.
            to(i64::midpoint(from_x, to_x), i64::midpoint(from_y, to_y)),
            to(to_x, to_y),
            json!({ "type": "pointerUp", "button": 0 }),
        ];
        let device = json!({
            "type": "pointer", "id": pointer, "parameters": { "pointerType": pointer }, "actions": steps,
        });
        self.act(device).await;
    }

    /// Touches the middle of what has this role and name, once it is there, with a finger.
    pub(crate) async fn tap(&self, role: &str, name: &str) {
        let element = self.wait_for(role, name).await;
        let script = "const [element, done] = arguments;
            element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            requestAnimationFrame(() => requestAnimationFrame(() => {
                const rect = element.getBoundingClientRect();
                done([(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2]);
            }));";
        let place = self.driver.execute_async(script, vec![reference(&element)]).await.expect("it is on the screen");
        let (x, y) = place.convert::<(f64, f64)>().expect("at a place");
        self.drag_with("touch", (whole(x), whole(y)), (whole(x), whole(y))).await;
    }

    /// Makes the window that of a telephone, to be touched. Only Chromium has one that is quite so narrow.
    pub(crate) async fn hold_a_telephone(&self) {
        self.resize((390, 844)).await;
        if self.engine == Engine::Chromium {
            let screen = json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
            self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        }
        self.point_with_a_finger().await;
        self.wait_until("one points with a finger", async || {
            self.query::<bool>("return matchMedia('(pointer: coarse)').matches").await.filter(|is| *is)
        })
        .await;
    }

    /// Gives the window another size, as near to this one as the browser goes.
    pub(crate) async fn resize(&self, (width, height): (u32, u32)) {
        if self.engine == Engine::Chromium {
            let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        } else {
            self.driver.set_window_rect(0, 0, width, height).await.expect("the window takes a size");
        }
    }

    /// Gives the browser a finger to point with.
    pub(crate) async fn point_with_a_finger(&self) {
        match self.engine {
            Engine::Chromium => self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await,
            Engine::Firefox => {
                for setting in ["ui.primaryPointerCapabilities", "ui.allPointerCapabilities"] {
                    self.set_in_firefox(setting, json!(1)).await;
                }
            }
            Engine::WebKit => panic!("WebKitGTK's driver has no finger"),
        }
    }

    /// Turns the real wheel over a place of the window.
    pub(crate) async fn wheel(&self, (x, y): (i64, i64), by: i64) {
        static TURNS: AtomicUsize = AtomicUsize::new(0);
        // A new wheel each time: WebKit's driver takes what a wheel turned before off what it turns now.
        let id = format!("wheel-{}", TURNS.fetch_add(1, Ordering::Relaxed));
        let step = json!({ "type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": by, "duration": 0 });
        self.act(json!({ "type": "wheel", "id": id, "actions": [step] })).await;
    }

    /// Has an input device act.
    pub(crate) async fn act(&self, device: Value) {
        let done = post(&self.driver, "actions", json!({ "actions": [device] })).await;
        done.expect("the driver moves the pointer and presses keys");
    }
}

/// An element as an argument of a script.
pub(crate) fn reference(element: &WebElement) -> Value {
    element.to_json().expect("a reference to an element is JSON")
}

/// A place in the window as the driver takes it.
#[expect(clippy::cast_possible_truncation, reason = "a window is small")]
pub(crate) fn whole(pixels: f64) -> i64 {
    pixels.round() as i64
}
