//! Reading an exported file as a stranger would: every position counted in code points, every quote compared.

use serde_json::Value;

/// An exported file.
pub(crate) struct Export(Value);

impl Export {
    /// Parses one and holds it to its promises.
    pub(crate) fn checked(text: &str) -> Self {
        let export = Self(serde_json::from_str(text).expect("an export is JSON"));
        assert_eq!(export.0["format"], "griffier");
        assert_eq!(export.0["unit"], "codepoint");
        for entry in export.annotations() {
            export.check(entry);
        }
        export
    }

    /// The text that was pasted.
    pub(crate) fn source(&self) -> &str {
        self.0["source"]["text"].as_str().expect("an export has its source")
    }

    /// The number of turns.
    pub(crate) fn turns(&self) -> usize {
        self.0["turns"].as_array().expect("an export has turns").len()
    }

    /// The annotations.
    pub(crate) fn annotations(&self) -> &[Value] {
        self.0["annotations"].as_array().expect("an export has annotations")
    }

    /// One annotation.
    pub(crate) fn annotation(&self, id: &str) -> &Value {
        let found = self.annotations().iter().find(|entry| entry["id"] == id);
        found.unwrap_or_else(|| panic!("annotation {id} is not in the export"))
    }

    /// The words of an annotation in the text that was pasted.
    pub(crate) fn source_words(&self, id: &str) -> String {
        slice(self.source(), &self.annotation(id)["source"])
    }

    fn check(&self, entry: &Value) {
        let exact = entry["exact"].as_str().expect("an annotation has words");
        assert_eq!(entry["verified"], true, "{entry}");
        let reading = self.0["reading"]["text"].as_str().expect("an export has its reading text");
        assert_eq!(slice(reading, &entry["reading"]), exact, "the words at the position in the reading text");
        let source = slice(self.source(), &entry["source"]);
        assert_eq!(letters(&source), letters(exact), "the letters at the position in the source");
        let (prefix, suffix) = (entry["prefix"].as_str(), entry["suffix"].as_str());
        let around = [prefix.unwrap_or_default(), exact, suffix.unwrap_or_default()].concat();
        assert!(reading.contains(&around), "the words with their surroundings: {around}");
    }
}

/// The code points of `text` at a place.
fn slice(text: &str, place: &Value) -> String {
    let at = |name: &str| {
        let number = place[name].as_u64().and_then(|number| usize::try_from(number).ok());
        number.unwrap_or_else(|| panic!("{place} has no `{name}`"))
    };
    let (start, end) = (at("start"), at("end"));
    assert!(start < end && end <= text.chars().count(), "{place} lies in the text");
    text.chars().skip(start).take(end - start).collect()
}

/// What no repair changes.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The file without the line that says when it was written.
pub(crate) fn without_time(export: &str) -> String {
    let lines: Vec<&str> = export.lines().filter(|line| !line.trim_start().starts_with("\"exported\":")).collect();
    assert_eq!(
        lines.len() + 1,
        export.lines().count(),
        "an export says once, on a line of its own, when it was written"
    );
    lines.join("\n")
}
