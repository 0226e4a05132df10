//! The table: printed, and written to a file as it is.

use std::fmt::Write as _;

use crate::recogito::VERSION;

const HEAD: [&str; 7] = ["work", "Griffier", "Recogito, spans", "Recogito, CSS highlights", "ratio", "level", ""];

/// A line of the table. What does not apply is empty.
#[derive(Default)]
pub(crate) struct Row {
    work: String,
    griffier: String,
    peers: [String; 2],
    ratio: String,
    level: String,
    met: Option<bool>,
}

impl Row {
    pub(crate) fn new(work: impl Into<String>, griffier: impl Into<String>) -> Self {
        Self { work: work.into(), griffier: griffier.into(), ..Self::default() }
    }

    /// What Recogito takes for the same, in milliseconds.
    pub(crate) fn beside(mut self, spans: f64, css: f64) -> Self {
        self.peers = [time(spans), time(css)];
        self
    }

    /// How the figure compares.
    pub(crate) fn ratio(mut self, ratio: impl Into<String>) -> Self {
        self.ratio = ratio.into();
        self
    }

    /// What is to be reached, and whether it is.
    pub(crate) fn level(mut self, level: impl Into<String>, met: bool) -> Self {
        (self.level, self.met) = (level.into(), Some(met));
        self
    }

    fn cells(&self) -> [&str; 7] {
        let met = match self.met {
            Some(true) => "met",
            Some(false) => "not met",
            None => "",
        };
        let [spans, css] = &self.peers;
        [&self.work, &self.griffier, spans, css, &self.ratio, &self.level, met]
    }
}

/// Everything that was measured.
#[derive(Default)]
pub(crate) struct Report {
    /// Where.
    pub(crate) machine: String,
    rows: Vec<Row>,
    notes: Vec<String>,
}

impl Report {
    /// Adds a line, and says it at once.
    pub(crate) fn add(&mut self, row: Row) {
        eprintln!("griffier: {}", row.cells().join(" | "));
        self.rows.push(row);
    }

    /// Adds a remark below the table, once.
    pub(crate) fn note(&mut self, note: impl Into<String>) {
        let note = note.into();
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// All of it, as Markdown whose columns are straight.
    pub(crate) fn text(&self) -> String {
        let rows: Vec<[&str; 7]> = std::iter::once(HEAD).chain(self.rows.iter().map(Row::cells)).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
        let widths: [usize; 7] = std::array::from_fn(width);
        let mut text = format!(
            "# How fast the page is, beside Recogito's text annotator {VERSION}\n\nWritten by `make bench`; \
             `benches/page/main.rs` says how it is measured.\n\n{}.\n\n",
            self.machine
        );
        for (number, row) in rows.iter().enumerate() {
            let cells = row.iter().zip(widths).map(|(cell, width)| format!(" {cell:width$} "));
            let _ = writeln!(text, "|{}|", cells.collect::<Vec<_>>().join("|"));
            if number == 0 {
                let _ = writeln!(text, "|{}|", widths.map(|width| "-".repeat(width + 2)).join("|"));
            }
        }
        for note in &self.notes {
            let _ = write!(text, "\n- {note}");
        }
        if !self.notes.is_empty() {
            text.push('\n');
        }
        text
    }
}

/// A time, from milliseconds.
pub(crate) fn time(milliseconds: f64) -> String {
    match milliseconds {
        ..10.0 => format!("{milliseconds:.1} ms"),
        ..1_000.0 => format!("{milliseconds:.0} ms"),
        ..10_000.0 => format!("{:.2} s", milliseconds / 1_000.0),
        _ => format!("{:.1} s", milliseconds / 1_000.0),
    }
}

/// A number of bytes.
pub(crate) fn megabytes(bytes: f64) -> String {
    format!("{:.1} MB", bytes / 1e6)
}
