//! Tables as CSV (RFC 4180), for spreadsheets: nothing in them is run as a formula.

use csv::{Terminator, WriterBuilder};

/// What spreadsheets know UTF-8 by.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// With what a cell begins that a spreadsheet may run (OWASP, "CSV Injection").
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A table as CSV, in UTF-8 with a byte order mark, lines ended by CR LF. A cell that a spreadsheet could take for a
/// formula has an apostrophe before it.
#[must_use]
pub fn csv(head: &[String], rows: &[Vec<String>]) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(Vec::new());
    for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        // Memory can be written to, and rows may be of any length.
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{}", String::from_utf8_lossy(&bytes))
}

fn harmless(cell: &str) -> String {
    let apostrophe = if cell.starts_with(FORMULA_STARTS) { "'" } else { "" };
    format!("{apostrophe}{cell}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a reader of CSV makes of it.
    fn read(text: &str) -> Vec<Vec<String>> {
        let text = text.strip_prefix(BYTE_ORDER_MARK).expect("a byte order mark");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn what_could_be_run_is_a_text() {
        let rows = [vec!["=1+1".to_owned(), "a \"b\", c".into()], vec!["line\nline".into(), "@SUM(A1)".into()]];
        let text = csv(&["A".into(), "B".into()], &rows);
        assert_eq!(text, "\u{feff}A,B\r\n'=1+1,\"a \"\"b\"\", c\"\r\n\"line\nline\",'@SUM(A1)\r\n");
    }

    proptest! {
        #[test]
        fn every_cell_comes_back(rows in prop::collection::vec(prop::collection::vec("\\PC{0,12}|[=+@-].{0,5}", 2), 1..5)) {
            let head = vec!["x".to_owned(), "y".to_owned()];
            let found = read(&csv(&head, &rows));
            let wanted = std::iter::once(&head).chain(&rows);
            for (found, wanted) in found.iter().zip(wanted) {
                let wanted: Vec<String> = wanted.iter().map(|cell| harmless(cell)).collect();
                prop_assert_eq!(found, &wanted);
                prop_assert!(found.iter().all(|cell| !cell.starts_with(FORMULA_STARTS)));
            }
            prop_assert_eq!(found.len(), rows.len() + 1);
        }
    }
}
