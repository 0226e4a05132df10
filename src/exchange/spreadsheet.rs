//! Tables as CSV, for spreadsheets: nothing in them is run as a formula, even where a spreadsheet splits rows at the
//! other separator.

use csv::{Terminator, WriterBuilder};

/// What spreadsheets know UTF-8 by.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// With what a cell begins that a spreadsheet may run (OWASP, "CSV Injection").
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// What stands between the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// As RFC 4180 has it.
    Comma,
    /// What Excel splits rows at where numbers have a comma, as in Dutch: there it shows rows with commas as one cell.
    Semicolon,
}

/// A table as CSV (RFC 4180 but for another separator), in UTF-8 with a byte order mark, lines ended by CR LF. A cell
/// that a spreadsheet could take for a formula has an apostrophe before it.
#[must_use]
pub fn csv(separator: Separator, head: &[String], rows: &[Vec<String>]) -> String {
    let delimiter = match separator {
        Separator::Comma => b',',
        Separator::Semicolon => b';',
    };
    let mut builder = WriterBuilder::new();
    let mut writer = builder.delimiter(delimiter).terminator(Terminator::CRLF).flexible(true).from_writer(Vec::new());
    for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        // Memory can be written to, and rows may be of any length.
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{}", String::from_utf8_lossy(&bytes))
}

fn harmless(cell: &str) -> String {
    let mut safe = String::with_capacity(cell.len() + 1);
    let mut before = None;
    for (at, letter) in cell.char_indices() {
        let may_run = match before {
            None => FORMULA_STARTS.contains(&letter),
            Some(',' | ';' | '\n' | '\r') => could_run(&cell[at..]),
            Some(_) => false,
        };
        if may_run {
            safe.push('\'');
        }
        safe.push(letter);
        // Where rows are split elsewhere, quotation marks may be taken for those around a cell.
        if letter != '"' {
            before = Some(letter);
        }
    }
    safe
}

/// Whether a spreadsheet could run this if it took it for a cell. Behind a comma a dash often ends a price: `€ 5,-`.
fn could_run(rest: &str) -> bool {
    let mut letters = rest.chars();
    match letters.next() {
        Some('-') => letters.next().is_some_and(|next| next.is_alphanumeric() || next == '('),
        Some(first) => ['=', '+', '@'].contains(&first),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a reader of CSV makes of it.
    fn read(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        let text = text.strip_prefix(BYTE_ORDER_MARK).expect("a byte order mark");
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn what_could_be_run_is_a_text() {
        let rows = [vec!["=1+1".to_owned(), "a \"b\", c".into()], vec!["line\nline".into(), "@SUM(A1)".into()]];
        let head = ["A".to_owned(), "B".into()];
        let text = csv(Separator::Comma, &head, &rows);
        assert_eq!(text, "\u{feff}A,B\r\n'=1+1,\"a \"\"b\"\", c\"\r\n\"line\nline\",'@SUM(A1)\r\n");
        let text = csv(Separator::Semicolon, &head, &rows);
        assert_eq!(text, "\u{feff}A;B\r\n'=1+1;\"a \"\"b\"\", c\"\r\n\"line\nline\";'@SUM(A1)\r\n");
    }

    #[test]
    fn what_could_be_run_elsewhere_is_a_text_and_a_price_stays_one() {
        assert_eq!(harmless("a;=1+1,+2\n@B"), "a;'=1+1,'+2\n'@B");
        assert_eq!(harmless("a,-SUM(A1)"), "a,'-SUM(A1)");
        assert_eq!(harmless(",\"="), ",\"'=");
        assert_eq!(harmless("€ 5,-; € 7,-"), "€ 5,-; € 7,-");
    }

    proptest! {
        #[test]
        fn every_cell_comes_back(rows in prop::collection::vec(prop::collection::vec("\\PC{0,12}|[=+@-].{0,5}|[;,=a\"]{0,4}", 2), 1..5)) {
            let head = vec!["x".to_owned(), "y".to_owned()];
            for (separator, delimiter) in [(Separator::Comma, b','), (Separator::Semicolon, b';')] {
                let found = read(&csv(separator, &head, &rows), delimiter);
                let wanted = std::iter::once(&head).chain(&rows);
                for (found, wanted) in found.iter().zip(wanted) {
                    let wanted: Vec<String> = wanted.iter().map(|cell| harmless(cell)).collect();
                    prop_assert_eq!(found, &wanted);
                    prop_assert!(found.iter().all(|cell| !cell.starts_with(FORMULA_STARTS)));
                }
                prop_assert_eq!(found.len(), rows.len() + 1);
                let other = if delimiter == b',' { b';' } else { b',' };
                let split = read(&csv(separator, &head, &rows), other);
                prop_assert!(split.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '@'])));
            }
        }
    }
}
