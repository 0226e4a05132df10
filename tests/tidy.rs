//! The borders and habits of the code, held by a test.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Which layer may use which, as `ARCHITECTURE.md` draws it. What is not listed may not be used.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("model", &["text"]),
    ("reader", &["model", "text"]),
    ("suggest", &["model", "text"]),
    ("register", &["suggest", "model", "text"]),
    ("wire", &["model", "text"]),
    ("journal", &["wire", "model", "text"]),
    ("exchange", &["reader", "wire", "model", "text"]),
    ("i18n", &[]),
    ("app", &["i18n", "exchange", "journal", "register", "suggest", "reader", "model", "text"]),
    ("platform", &["journal"]),
    ("ui", &["platform", "app", "i18n", "journal", "register", "model", "text"]),
];

/// The layers that may know a browser.
const BROWSER: &[&str] = &["platform", "ui"];

/// What only those may name.
const BROWSER_CRATES: &[&str] = &["web_sys", "js_sys", "wasm_bindgen", "gloo_", "yew"];

/// The longest file, in lines, its tests left out.
const MAX_LINES: usize = 500;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files below `folder` that end in `ending`, with their text.
fn files(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            let text = fs::read_to_string(&path).expect("a text");
            found.push((path, text));
        }
    }
    found
}

fn rust_files(folder: &str) -> Vec<(PathBuf, String)> {
    files(&root().join(folder), "rs")
}

/// The program without its tests.
fn code(path: &Path, text: &str) -> String {
    if path.ends_with("tests.rs") {
        return String::new();
    }
    text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

/// The code without comments: a comment may speak of what the code may not use.
fn statements(code: &str) -> String {
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The modules of the crate that the code names: `crate::a::...`, and each `a` of `crate::{a, b::{c, d}}`.
fn used_modules(statements: &str) -> Vec<String> {
    let mut used = Vec::new();
    for part in statements.split("crate::").skip(1) {
        let Some(list) = part.strip_prefix('{') else {
            used.push(part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
            continue;
        };
        let (mut depth, mut item) = (0, String::new());
        for c in list.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => used.push(std::mem::take(&mut item)),
                _ if depth == 0 => item.push(c),
                _ => {}
            }
        }
        used.push(item);
    }
    let name = |item: String| item.trim().split("::").next().unwrap_or_default().to_owned();
    used.into_iter().map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn uses_are_found_in_every_form() {
    let code = "use crate::text::Span;\nuse crate::{\n    model::{A, B},\n    reader, journal::Card as C,\n};\n crate::app::x();";
    assert_eq!(used_modules(code), ["text", "model", "reader", "journal", "app"]);
}

#[test]
fn layers_point_one_way() {
    for (layer, allowed) in LAYERS {
        for (path, text) in rust_files(&format!("src/{layer}")) {
            let statements = statements(&code(&path, &text));
            for used in used_modules(&statements) {
                let is_layer = LAYERS.iter().any(|(other, _)| *other == used);
                let may = used == *layer || allowed.contains(&used.as_str());
                assert!(!is_layer || may, "{} uses {used}", path.display());
            }
            if !BROWSER.contains(layer) {
                for name in BROWSER_CRATES {
                    assert!(!statements.contains(name), "{} names {name}", path.display());
                }
            }
        }
    }
}

#[test]
fn every_module_is_a_known_layer() {
    let library = fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs");
    let modules = library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    for module in modules {
        assert!(LAYERS.iter().any(|(layer, _)| *layer == module), "{module} has no place among the layers");
    }
}

#[test]
fn the_model_is_not_serialised() {
    for (path, text) in rust_files("src/model") {
        assert!(!statements(&text).contains("Serialize"), "{}", path.display());
    }
}

#[test]
fn every_file_says_its_subject_and_is_of_a_readable_length() {
    for folder in ["src", "tests", "benches", "examples"] {
        for (path, text) in rust_files(folder) {
            let says = text.starts_with("//! ") || text.starts_with("#![doc");
            assert!(says, "{} does not begin with its subject", path.display());
            let lines = code(&path, &text).lines().count();
            assert!(lines <= MAX_LINES, "{} has {lines} lines", path.display());
        }
    }
}

#[test]
fn every_format_is_documented() {
    let document = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    for format in griffier::reader::FORMATS {
        assert!(document.contains(&format!("`{}`", format.format.0)), "{} is not documented", format.format.0);
    }
}

#[test]
fn the_invariants_of_the_architecture_name_every_layer() {
    let document = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    for (layer, _) in LAYERS {
        assert!(document.contains(&format!("`{layer}`")), "{layer} is not in ARCHITECTURE.md");
    }
}

#[test]
fn the_versions_of_the_tools_agree() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
    let version = lock.split("name = \"wasm-bindgen\"\nversion = \"").nth(1).and_then(|rest| rest.split('"').next());
    let version = version.expect("wasm-bindgen is in Cargo.lock");
    let script = fs::read_to_string(root().join("scripts/tools.sh")).expect("scripts/tools.sh");
    assert!(script.contains(&format!("WASM_BINDGEN_VERSION={version}\n")), "scripts/tools.sh installs another");
    let trunk = fs::read_to_string(root().join("Trunk.toml")).expect("Trunk.toml");
    assert!(trunk.contains(&format!("wasm_bindgen = \"{version}\"")), "Trunk.toml asks for another");
}

/// `:has()` looks through all of an element with every change in it: of the page, where the transcript is, only step by
/// step.
#[test]
fn no_style_looks_through_the_whole_transcript() {
    let styles = files(&root().join("styles"), "css");
    assert!(!styles.is_empty());
    for (path, text) in styles {
        for (at, found) in text.match_indices(":has(") {
            let (before, after) = (&text[..at], &text[at + found.len()..]);
            let sought = after.split_once(')').map_or(after, |(sought, _)| sought);
            let parts: Vec<&str> = sought.split_whitespace().collect();
            let is_step = |step: &[&str]| step.len() == 2 && step[0] == ">" && step[1] != ">";
            let is_small = before.ends_with(".menu-item");
            assert!(is_small || parts.chunks(2).all(is_step), "{}: {sought}", path.display());
        }
    }
}

#[test]
fn nothing_is_left_to_be_done_in_the_code() {
    let marks = ["to", "do!("].concat();
    for (path, text) in rust_files("src") {
        assert!(!text.contains(&marks) && !text.contains(&["TO", "DO"].concat()), "{}", path.display());
    }
}
