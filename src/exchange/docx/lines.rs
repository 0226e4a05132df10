//! Paragraphs put on lines of their own, and the cells of a table's row on one.

/// The text so far.
#[derive(Default)]
pub(super) struct Lines {
    text: String,
    /// Whether the last paragraph has a line end inside.
    is_broken: bool,
    /// The rows that are open, the innermost last: a cell may hold another table.
    rows: Vec<Row>,
    /// The ends of cells since the last word.
    tabs: usize,
}

struct Row {
    /// How long the text was when it began.
    from: usize,
    has_cells: bool,
}

impl Lines {
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn row(&mut self) {
        self.rows.push(Row { from: self.text.len(), has_cells: false });
    }

    pub(super) fn cell(&mut self) {
        if let Some(row) = self.rows.last_mut()
            && std::mem::replace(&mut row.has_cells, true)
        {
            self.tabs += 1;
        }
    }

    pub(super) fn row_end(&mut self) {
        if let Some(row) = self.rows.pop() {
            self.tabs = 0;
            let length = self.trimmed(row.from) + 1;
            self.text.truncate(length);
        }
    }

    /// How long the text is without the line ends behind `from`.
    fn trimmed(&self, from: usize) -> usize {
        self.text.get(from..).map_or(self.text.len(), |row| from + row.trim_end_matches('\n').len())
    }

    /// Adds a paragraph, with a sign of its list before it.
    pub(super) fn push(&mut self, sign: &str, paragraph: &str) {
        let paragraph = paragraph.trim_matches('\n');
        let row_from = self.rows.last().map(|row| row.from);
        // An empty paragraph is what every empty cell holds.
        if paragraph.is_empty() && row_from.is_some_and(|from| self.tabs > 0 || self.text.len() <= from) {
            return;
        }
        let is_broken = paragraph.contains('\n');
        if self.tabs > 0 {
            self.text.truncate(self.trimmed(row_from.unwrap_or_default()));
            self.text.extend(std::iter::repeat_n('\t', std::mem::take(&mut self.tabs)));
        } else if (is_broken || (self.is_broken && !paragraph.is_empty())) && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self.text.push_str(sign);
        if !sign.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(paragraph);
        self.text.push('\n');
        self.is_broken = is_broken;
    }

    pub(super) fn finish(self) -> String {
        self.text.trim_matches('\n').to_owned()
    }
}
