//! Writing HTML: elements, attributes and words, escaped. The browser makes elements of a text many times faster than
//! one call after the other could.

use std::fmt::{self, Display, Write as _};

/// HTML in the making. What is written is escaped for the place where it stands (HTML, 13.3).
#[derive(Default)]
pub(super) struct Html(String);

impl Html {
    /// Opens an element, whose attributes come next.
    pub(super) fn open(&mut self, element: &'static str) -> Tag<'_> {
        self.0.push('<');
        self.0.push_str(element);
        Tag(self)
    }

    /// Ends an element.
    pub(super) fn close(&mut self, element: &'static str) {
        self.0.push_str("</");
        self.0.push_str(element);
        self.0.push('>');
    }

    /// Writes words.
    pub(super) fn words(&mut self, words: &str) {
        let _ = Escaped(&mut self.0).write_str(words);
    }

    /// What was written.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The beginning of an element. It ends when it is dropped.
pub(super) struct Tag<'a>(&'a mut Html);

impl Tag<'_> {
    /// Gives it an attribute.
    pub(super) fn with(self, name: &'static str, value: impl Display) -> Self {
        let text = &mut self.0.0;
        text.push(' ');
        text.push_str(name);
        text.push_str("=\"");
        let _ = write!(Escaped(text), "{value}");
        text.push('"');
        self
    }

    /// Gives it an attribute, if there is a value for it.
    pub(super) fn with_some(self, name: &'static str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }
}

impl Drop for Tag<'_> {
    fn drop(&mut self) {
        self.0.0.push('>');
    }
}

/// Writes text so that it means itself. Writing to a `String` cannot fail.
struct Escaped<'a>(&'a mut String);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            let instead = match byte {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                // As it stands it would become a line feed; two units of the DOM would then be one.
                b'\r' => "&#13;",
                // As it stands it would be left out.
                0 => "\u{fffd}",
                _ => continue,
            };
            self.0.push_str(&text[from..at]);
            self.0.push_str(instead);
            from = at + 1;
        }
        self.0.push_str(&text[from..]);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_means_itself() {
        let mut html = Html::default();
        html.open("p").with("data-x", "a \"b\" <c>").with_some("id", None::<u8>);
        html.words("1 < 2 & 3 > 2\r\n\"é\"\0");
        html.close("p");
        let expected =
            "<p data-x=\"a &quot;b&quot; &lt;c&gt;\">1 &lt; 2 &amp; 3 &gt; 2&#13;\n&quot;é&quot;\u{fffd}</p>";
        assert_eq!(html.as_str(), expected);
    }
}
