//! Both languages have the same messages, and the program and they agree on the keys.

use std::{collections::BTreeSet, fs, path::Path};

use super::*;
use crate::{
    app::{CommitmentsFile, Grouping, RegisterFile, Table},
    model::{
        Certainty, CheckState, ClaimType, Colour, CommitmentStatus, Language, MentionRole, Named, Remark, RepairKind,
        Role,
    },
};

fn keys(lang: Lang) -> BTreeSet<&'static str> {
    if let Err((_, errors)) = FluentResource::try_new(lang.messages().to_owned()) {
        panic!("{}.ftl: {errors:?}", lang.tag());
    }
    let key = |line: &'static str| line.split_once(" =").map(|(key, _)| key);
    lang.messages().lines().filter_map(key).filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase())).collect()
}

/// The source of everything that speaks to the user.
fn program() -> String {
    fn collect(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, text);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
                let code = fs::read_to_string(path).unwrap();
                text.push_str(code.split("#[cfg(test)]").next().unwrap());
            }
        }
    }
    let mut text = String::new();
    for layer in ["app", "ui", "platform"] {
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(layer), &mut text);
    }
    text
}

/// The keys made from a name by [`Text::named`].
fn named() -> BTreeSet<String> {
    fn of<T: Named>(prefix: &str) -> Vec<String> {
        T::ALL.iter().map(|value| format!("{prefix}-{}", value.name())).collect()
    }
    let repairs = RepairKind::ALL.map(|kind| format!("repair-{}", kind.name()));
    [
        of::<crate::suggest::addressee::Why>("why"),
        of::<crate::suggest::due::How>("how"),
        of::<ClaimType>("type"),
        of::<CheckState>("check"),
        of::<Certainty>("certainty"),
        of::<CommitmentStatus>("status"),
        repairs.to_vec(),
        of::<Colour>("colour"),
        of::<Grouping>("grouping"),
        of::<MentionRole>("mention"),
        of::<Table>("register"),
        of::<CommitmentsFile>("open"),
        of::<CommitmentsFile>("open-hint"),
        of::<RegisterFile>("export"),
        of::<RegisterFile>("export-hint"),
        of::<Remark>("remark"),
        of::<Role>("role"),
        of::<Language>("language"),
        vec!["inset-motion".into(), "inset-closing-list".into()],
        crate::reader::FORMATS.iter().map(|format| format!("format-{}", format.format.0)).collect(),
    ]
    .concat()
    .into_iter()
    .collect()
}

#[test]
fn both_languages_have_the_same_messages() {
    assert_eq!(keys(Lang::En), keys(Lang::Nl));
}

#[test]
fn no_message_is_missing_and_none_is_unused() {
    let keys = keys(Lang::En);
    let program = program();
    for key in named() {
        assert!(keys.contains(key.as_str()), "missing: {key}");
    }
    for opening in ["Text::new(\"", ".text(\"", "label: \"", "legend: \""] {
        for (at, _) in program.match_indices(opening) {
            let key = program[at + opening.len()..].split('"').next().unwrap();
            assert!(keys.contains(key), "missing: {key}");
        }
    }
    for key in keys {
        assert!(named().contains(key) || program.contains(&format!("\"{key}\"")), "unused: {key}");
    }
}

/// What stands in the code as it is to be read: text between tags, and attributes that are read out.
#[test]
fn no_message_is_in_the_code() {
    // Names of keys.
    const NO_MESSAGES: [&str; 2] = ["Ctrl", "Shift"];
    // A word in small letters is a name in the code, or the key of a message.
    let is_read =
        |text: &&str| text.chars().any(|c| c.is_uppercase() || c == ' ') && text.contains(char::is_alphabetic);
    let pattern = concat!(
        r#"\{ *"([^"]*)" *\}|"#,
        r#"\b(?:aria-label|aria-description|aria-roledescription|title|placeholder|alt|label)="([^"]*)"|"#,
        r#"(?:words\(|set_text_content\(Some\()"([^"]*)""#,
    );
    let pattern = regex_lite::Regex::new(pattern).unwrap();
    let program = program();
    let found: Vec<&str> = pattern
        .captures_iter(&program)
        .filter_map(|found| (1..4).find_map(|group| found.get(group)).map(|text| text.as_str()))
        .filter(is_read)
        .filter(|text| text.chars().count() > 1 && !text.starts_with('\\') && !NO_MESSAGES.contains(text))
        .collect();
    assert!(found.is_empty(), "these belong into locales/: {found:?}");
}

#[test]
fn numbers_choose_the_plural() {
    for (lang, one, many) in [
        (Lang::En, "Everywhere Poel speaks", "In all 7 turns of Poel"),
        (Lang::Nl, "Overal waar Poel spreekt", "In alle 7 spreekbeurten van Poel"),
    ] {
        let catalog = Catalog::new(lang);
        let text = |turns: usize| catalog.text(Text::new("other-everywhere").with("turns", turns).with("name", "Poel"));
        assert_eq!((text(1).as_str(), text(7).as_str()), (one, many));
    }
    let number = |lang, number: usize| Catalog::new(lang).text(Text::new("number").with("number", number));
    assert_eq!(number(Lang::En, 9_999), "9999");
    assert_eq!((number(Lang::En, 1_234_567), number(Lang::Nl, 12_345)), ("1,234,567".into(), "12.345".into()));
    let date = |lang| Text::new("date").with("day", 1).with("month", 3).with("year", "2031").in_lang(lang);
    assert_eq!((date(Lang::En), date(Lang::Nl)), ("1 March 2031".into(), "1 maart 2031".into()));
}

#[test]
fn languages_are_known_by_their_tags() {
    assert_eq!(Lang::from_tag("nl-BE"), Some(Lang::Nl));
    assert_eq!(Lang::from_tag("EN"), Some(Lang::En));
    assert_eq!(Lang::from_tag("fy"), None);
}

impl Text {
    fn in_lang(self, lang: Lang) -> String {
        Catalog::new(lang).text(self)
    }
}
