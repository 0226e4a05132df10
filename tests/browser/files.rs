//! What goes into the page and comes out of it: the clipboard, chosen files, downloads.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::json;
use thirtyfour::By;

use crate::page::Page;

/// What the name of a file ends in while it comes in.
const UNFINISHED: [&str; 3] = [".crdownload", ".part", ".wkdownload"];

impl Page {
    /// Pastes a text into the textbox of the start page: through the clipboard, with real keys, over what is there.
    pub(crate) async fn paste(&self, text: &str) {
        self.click("textbox", "Transcript").await;
        self.copy(&[("text/plain", text)]).await;
        self.press("Control+a").await;
        self.press("Control+v").await;
        // Of the line ends at the very end WebKit shows one less.
        let length = text.replace("\r\n", "\n").trim_end_matches('\n').encode_utf16().count();
        self.wait_until("the textbox has the pasted text", async || {
            let script = "return document.activeElement.value.replace(/\\n+$/, '').length";
            self.query::<usize>(script).await.filter(|found| *found == length)
        })
        .await;
    }

    /// Puts a text, in one form or several, into the clipboard: the real keys copy, and the page says what.
    pub(crate) async fn copy(&self, forms: &[(&str, &str)]) {
        let script = "window.copied = false;
            addEventListener('copy', event => {
                for (const [form, text] of arguments[0]) event.clipboardData.setData(form, text);
                event.preventDefault();
                event.stopImmediatePropagation();
                window.copied = true;
            }, { capture: true, once: true });";
        self.ask::<()>(script, vec![json!(forms)]).await;
        self.press("Control+c").await;
        self.wait_until("the text is copied", async || self.query::<bool>("return copied").await.filter(|done| *done))
            .await;
    }

    /// The text in the clipboard: the real keys paste it, and the page does not get to see that.
    pub(crate) async fn clipboard(&self) -> String {
        let script = "window.pasted = null;
            addEventListener('paste', event => {
                window.pasted = event.clipboardData.getData('text/plain');
                event.preventDefault();
                event.stopImmediatePropagation();
            }, { capture: true, once: true });";
        self.ask::<()>(script, Vec::new()).await;
        self.press("Control+v").await;
        self.wait_until("the clipboard gives a text", async || self.query::<String>("return pasted").await).await
    }

    /// A file with these bytes, to be chosen.
    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.uploads.join(name);
        fs::write(&path, bytes).expect("the test's own folder can be written to");
        path
    }

    /// Chooses a file on the start page.
    pub(crate) async fn choose_file(&self, name: &str, bytes: &[u8]) {
        let path = self.file(name, bytes);
        let input = self.driver.find(By::Css("input[type=file]")).await.expect("the start page takes a file");
        input.send_keys(path.display().to_string()).await.expect("the browser takes the file");
    }

    /// Exports as JSON through the menu; gives the file's name and its text, and takes it out of the folder.
    pub(crate) async fn export(&self) -> (String, String) {
        self.click_button("Export").await;
        let menu = self.wait_until("the menu of exports is open", async || self.any_menu().await).await;
        let items = self.all_in(&menu, "menuitem").await;
        let first = items.first().map(|(_, name)| name.as_str()).unwrap_or_default();
        assert!(first.starts_with("JSON"), "the first export is “{first}”");
        items[0].0.click().await.expect("the export can be clicked on");
        self.download().await
    }

    /// Exports through the menu by the item with this name; gives the file's name and its text.
    pub(crate) async fn export_as(&self, item: &str) -> (String, String) {
        self.click_button("Export").await;
        self.click("menuitem", item).await;
        self.download().await
    }

    async fn any_menu(&self) -> Option<thirtyfour::WebElement> {
        self.driver.find(By::Css("[role=menu]")).await.ok()
    }

    /// Waits for a download; gives its name and its text, and takes it out of the folder.
    pub(crate) async fn download(&self) -> (String, String) {
        let path = self
            .wait_until("a file is downloaded", async || {
                let files = fs::read_dir(&self.downloads).ok()?;
                // While it comes in, a file of another name grows beside an empty one. Chromium may leave an empty
                // one of the other name behind.
                let mut whole = files.filter_map(|file| Some(file.ok()?.path())).filter(|path| is_whole(path));
                let file = whole.next()?;
                assert_eq!(whole.next(), None, "more than one file is downloaded");
                Some(file)
            })
            .await;
        let text = fs::read_to_string(&path).expect("the downloaded file is a text");
        fs::remove_file(&path).expect("the downloaded file can be removed");
        let name = path.file_name().and_then(|name| name.to_str()).expect("the downloaded file has a name");
        (name.to_owned(), text)
    }
}

/// Whether a file is there wholly: it has its own name, not one for the time being (`.org.chromium.Chromium.a1B2c3`,
/// `griffier.json.crdownload`), and something is in it.
fn is_whole(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_unfinished = name.starts_with('.') || UNFINISHED.iter().any(|end| name.ends_with(end));
    !is_unfinished && path.metadata().is_ok_and(|file| file.len() > 0)
}
