//! Real keys: names such as `Control+Shift+ArrowRight`, and text typed letter by letter.

use serde_json::{Value, json};

use crate::page::Page;

impl Page {
    /// Presses a key, with the modifiers before it held.
    pub(crate) async fn press(&self, key: &str) {
        self.press_times(key, 1).await;
    }

    /// Presses a key several times.
    pub(crate) async fn press_times(&self, key: &str, times: usize) {
        let keys: Vec<String> = names(key).into_iter().map(value).collect();
        let (last, held) = keys.split_last().expect("a key has a name");
        let event = |kind: &str, key: &String| json!({ "type": kind, "value": key });
        let down = held.iter().map(|key| event("keyDown", key));
        let struck = (0..times).flat_map(|_| [event("keyDown", last), event("keyUp", last)]);
        let up = held.iter().rev().map(|key| event("keyUp", key));
        let actions: Vec<Value> = down.chain(struck).chain(up).collect();
        self.act(json!({ "type": "key", "id": "keyboard", "actions": actions })).await;
    }

    /// Holds keys down until they are released.
    pub(crate) async fn hold(&self, keys: &[&str]) {
        self.act(keyboard(keys, "keyDown")).await;
    }

    /// Releases keys.
    pub(crate) async fn release(&self, keys: &[&str]) {
        self.act(keyboard(keys, "keyUp")).await;
    }

    /// Waits until the focus is where one types.
    pub(crate) async fn wait_to_type(&self) {
        let script = "return document.activeElement.matches('input, textarea')";
        self.wait_until("one can type", async || self.query::<bool>(script).await.filter(|can| *can)).await;
    }

    /// Types a text, letter by letter, where the focus is; a line ends with the key Enter.
    pub(crate) async fn type_text(&self, text: &str) {
        let active = self.driver.active_element().await.expect("something has the focus");
        active.send_keys(text.replace('\n', &value("Enter"))).await.expect("the driver types");
    }
}

fn keyboard(keys: &[&str], kind: &str) -> Value {
    let actions: Vec<Value> = keys.iter().map(|key| json!({ "type": kind, "value": value(key) })).collect();
    json!({ "type": "key", "id": "keyboard", "actions": actions })
}

/// The keys of a combination. A `+` at the end is the key itself.
fn names(key: &str) -> Vec<&str> {
    key.split('+').filter(|name| !name.is_empty()).collect()
}

/// A key as the WebDriver protocol writes it.
fn value(name: &str) -> String {
    let code = match name {
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Shift" => '\u{e008}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Escape" => '\u{e00c}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "F9" => '\u{e039}',
        "Delete" => '\u{e017}',
        letter => return letter.to_owned(),
    };
    code.to_string()
}
