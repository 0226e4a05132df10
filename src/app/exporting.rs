//! The register as files: for spreadsheets, for reading, for calendars, for the House, for fact checkers.

use std::fmt::Write as _;

use jiff::{Timestamp, civil::Date};

use super::{
    Desk, Effect, Moment, Route, State,
    register::{Column, RegisterView, Row, Table, rows, short, who},
};
use crate::{
    exchange::{self, CheckedClaim, Deadline, Separator, Toezegging},
    i18n::{Catalog, Text},
    model::{AnnotationId, Body, Claim, Commitment, MentionRole, Named, ProjectId, Speaker, named},
};

named! {
    /// A file that the register can be written to.
    RegisterFile {
        /// A table for spreadsheets (CSV).
        Spreadsheet = "spreadsheet",
        /// The same with semicolons, for a Dutch Excel.
        SpreadsheetWithSemicolons = "spreadsheet-semicolons",
        /// A text to be read (Markdown).
        Markdown = "markdown",
        /// The deadlines, for calendars (iCalendar).
        Calendar = "calendar",
        /// The commitments in the shape of the House's open data (JSON).
        House = "house",
        /// The claims for fact checkers (JSON-LD, schema.org).
        Claims = "fact-check",
    }
}

impl RegisterFile {
    /// What its name ends in, and its media type.
    fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Spreadsheet => ("csv", "text/csv"),
            Self::SpreadsheetWithSemicolons => ("semicolons.csv", "text/csv"),
            Self::Markdown => ("md", "text/markdown"),
            Self::Calendar => ("ics", "text/calendar"),
            Self::House => ("toezeggingen.json", "application/json"),
            Self::Claims => ("claims.jsonld", "application/ld+json"),
        }
    }
}

impl State {
    /// Hands out the register as a file. `address` is that of the page, without its fragment.
    pub(super) fn export_register(&mut self, file: RegisterFile, address: &str, moment: Moment) -> Vec<Effect> {
        let Some(desk) = self.desk() else { return Vec::new() };
        let catalog = Catalog::new(self.language);
        let written = Written { desk, catalog: &catalog, address, now: moment.now };
        let text = match file {
            RegisterFile::Spreadsheet => written.spreadsheet(Separator::Comma),
            RegisterFile::SpreadsheetWithSemicolons => written.spreadsheet(Separator::Semicolon),
            RegisterFile::Markdown => written.markdown(),
            RegisterFile::Calendar => written.calendar(),
            RegisterFile::House => written.house(),
            RegisterFile::Claims => written.claims(),
        };
        let (ending, media_type) = file.kind();
        let name = format!("{}.{ending}", exchange::file_name(&desk.transcript, &desk.project));
        vec![Effect::Download { name, text, media_type }]
    }
}

/// What is written of a transcript, and in which language.
struct Written<'a> {
    desk: &'a Desk,
    catalog: &'a Catalog,
    address: &'a str,
    now: Timestamp,
}

impl Written<'_> {
    /// The rows of a table, in the order of the text.
    fn rows(&self, table: Table) -> Vec<Row> {
        let view = RegisterView { table, ..RegisterView::default() };
        rows(&self.desk.transcript, &self.desk.entries, view, |_| true)
    }

    fn commitments(&self) -> Vec<(Row, Commitment)> {
        let of = |row: Row| match &row.entry.annotation.body {
            Body::Commitment(commitment) => Some((row.clone(), commitment.clone())),
            _ => None,
        };
        self.rows(Table::Commitments).into_iter().filter_map(of).collect()
    }

    fn all_claims(&self) -> Vec<(Row, Claim)> {
        let of = |row: Row| match &row.entry.annotation.body {
            Body::Claim(claim) => Some((row.clone(), claim.clone())),
            _ => None,
        };
        self.rows(Table::Claims).into_iter().filter_map(of).collect()
    }

    fn text(&self, key: &'static str) -> String {
        self.catalog.text(key)
    }

    fn named(&self, prefix: &'static str, name: &str) -> String {
        self.catalog.text(Text::named(prefix, name))
    }

    /// The turn in which an annotation begins, counted from 1; empty for none.
    fn turn(row: &Row) -> String {
        row.entry.turn.map(|turn| (turn.0 + 1).to_string()).unwrap_or_default()
    }

    /// Who asked for it first, and in which turn, counted from 1; empty for nobody.
    fn asked(&self, row: &Row) -> [String; 2] {
        let transcript = &self.desk.transcript;
        let question = row.entry.chain(transcript).into_iter().find(|(role, _)| *role == Some(MentionRole::Asked));
        let turn = question.and_then(|(_, span)| transcript.turn_at(span.start()));
        let by = turn.and_then(|turn| transcript.speaker(transcript.turn(turn))).map(Speaker::label);
        [by.unwrap_or_default(), turn.map(|turn| (turn.0 + 1).to_string()).unwrap_or_default()]
    }

    fn link(&self, row: &Row) -> String {
        link(self.address, &self.desk.id, &row.entry.id)
    }

    /// Commitments and claims in one table; what one of them has not is empty.
    fn spreadsheet(&self, separator: Separator) -> String {
        let head = [
            "column-number",
            "column-kind",
            "field-summary",
            "column-words",
            "field-by",
            "person-function",
            "column-party",
            "field-to",
            "field-due",
            "field-due-date",
            "field-condition",
            "field-certainty",
            "field-status",
            "field-fulfilled-by",
            "field-fulfilled-on",
            "field-type",
            "field-check",
            "field-sources",
            "column-mentions",
            "field-note",
            "field-tags",
            "column-turn",
            "column-asked-by",
            "column-asked-turn",
            "column-link",
        ];
        let head = head.map(|key| self.text(key));
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let mut table = Vec::new();
        for row in self.rows(Table::Commitments).into_iter().chain(self.rows(Table::Claims)) {
            let annotation = &row.entry.annotation;
            let by = who(&self.desk.transcript, &row.entry);
            let party = row.entry.speaker(&self.desk.transcript).and_then(|speaker| speaker.party.clone());
            let (mut commitment, mut claim) = (<[String; 8]>::default(), <[String; 3]>::default());
            let kind = match &annotation.body {
                Body::Commitment(of) => {
                    commitment = [
                        of.to.join("; "),
                        of.due.clone(),
                        day(of.due_date),
                        of.condition.clone(),
                        self.named("certainty", of.certainty.name()),
                        self.named("status", of.status.name()),
                        of.fulfilled_by.clone(),
                        day(of.fulfilled_on),
                    ];
                    "commitment"
                }
                Body::Claim(of) => {
                    let (about, check) =
                        (self.named("type", of.claim_type.name()), self.named("check", of.check.name()));
                    claim = [about, check, of.sources.join("\n")];
                    "claim"
                }
                Body::Own(_) => continue,
            };
            let mut cells =
                vec![row.number.to_string(), self.named("kind", kind), annotation.summary.clone(), annotation.words()];
            cells.extend([by.name, by.function, party.unwrap_or_default()]);
            cells.extend(commitment);
            cells.extend(claim);
            cells.extend([
                annotation.times_mentioned().to_string(),
                annotation.note.clone(),
                annotation.tags.join(", "),
            ]);
            cells.push(Self::turn(&row));
            cells.extend(self.asked(&row));
            cells.push(self.link(&row));
            table.push(cells);
        }
        exchange::csv(separator, &head, &table)
    }

    fn markdown(&self) -> String {
        let mut text = format!("# {}\n", escaped(self.desk.title()));
        let meeting = &self.desk.transcript.meeting;
        let facts =
            meeting.committees.iter().cloned().chain(meeting.date.map(|day| self.catalog.text(Text::date(day))));
        let facts: Vec<String> = facts.map(|fact| escaped(&fact)).collect();
        if !facts.is_empty() {
            let _ = write!(text, "\n{}\n", facts.join(" · "));
        }
        for table in [Table::Commitments, Table::Claims] {
            let _ = write!(text, "\n## {}\n", self.named("register", table.name()));
            let rows = self.rows(table);
            if rows.is_empty() {
                let _ = write!(text, "\n{}\n", self.text("register-none"));
                continue;
            }
            let columns = Column::of(table);
            let heads = columns.iter().map(|column| self.catalog.text(column.label(table)));
            let _ = write!(text, "\n{}{}", line(heads), line(columns.iter().map(|_| "---".to_owned())));
            for row in rows {
                text.push_str(&line(columns.iter().map(|column| escaped(&self.cell(&row, *column)))));
            }
        }
        text
    }

    /// What stands in a column of the register, in words.
    fn cell(&self, row: &Row, column: Column) -> String {
        let annotation = &row.entry.annotation;
        let day = |day: Date| self.catalog.text(Text::date(day));
        match (column, &annotation.body) {
            (Column::Number, _) => row.number.to_string(),
            (Column::Summary, _) => short(annotation),
            (Column::Who, _) => {
                let by = who(&self.desk.transcript, &row.entry);
                if by.function.is_empty() { by.name } else { format!("{}, {}", by.name, by.function) }
            }
            (Column::To, Body::Commitment(of)) => of.to.join(", "),
            (Column::Due, Body::Commitment(of)) => {
                let spoken = Some(of.due.clone()).filter(|due| !due.is_empty());
                spoken.into_iter().chain(of.due_date.map(day)).collect::<Vec<_>>().join(" · ")
            }
            (Column::Status, Body::Commitment(of)) => self.named("status", of.status.name()),
            (Column::Certainty, Body::Commitment(of)) => self.named("certainty", of.certainty.name()),
            (Column::Type, Body::Claim(of)) => self.named("type", of.claim_type.name()),
            (Column::Status, Body::Claim(of)) => self.named("check", of.check.name()),
            (Column::Mentions, Body::Claim(of)) => of.sources.join(", "),
            (Column::Mentions, _) => annotation.times_mentioned().to_string(),
            _ => String::new(),
        }
    }

    /// The deadlines of commitments that are not done.
    fn calendar(&self) -> String {
        let deadlines: Vec<Deadline> = self
            .commitments()
            .into_iter()
            .filter(|(_, commitment)| commitment.is_open())
            .filter_map(|(row, commitment)| {
                let annotation = &row.entry.annotation;
                let by = who(&self.desk.transcript, &row.entry).name;
                let words = format!("“{}”", annotation.words());
                let said = [by.as_str(), &commitment.due, &words, self.desk.title()];
                Some(deadline(&row.entry.id, commitment.due_date?, &short(annotation), said, self.link(&row)))
            })
            .collect();
        exchange::calendar(&deadlines, self.now)
    }

    fn house(&self) -> String {
        let all = self.commitments().into_iter().map(|(row, commitment)| {
            let by = who(&self.desk.transcript, &row.entry);
            let name = row.entry.speaker(&self.desk.transcript).filter(|speaker| speaker.title() == by.name);
            let name = name.map_or_else(|| by.name.clone(), |speaker| speaker.name.clone());
            // The deadline has no field of its own.
            let day = commitment.due_date.map(|day| day.to_string());
            let due: Vec<String> =
                [Some(commitment.due.clone()).filter(|due| !due.is_empty()), day].into_iter().flatten().collect();
            let mut text = short(&row.entry.annotation);
            for (key, words) in [("field-to", commitment.to.join(", ")), ("column-due", due.join(", "))] {
                if !words.is_empty() {
                    let _ = write!(text, " ({}: {words})", self.text(key));
                }
            }
            let mut one = Toezegging::new(text, commitment.status, commitment.fulfilled_on).by(&name, &by.function);
            one.notities = Some(row.entry.annotation.note.clone()).filter(|note| !note.is_empty());
            one
        });
        exchange::toezeggingen(&all.collect::<Vec<_>>())
    }

    fn claims(&self) -> String {
        let meeting = &self.desk.transcript.meeting;
        let all = self.all_claims().into_iter().map(|(row, claim)| {
            let annotation = &row.entry.annotation;
            let by = who(&self.desk.transcript, &row.entry);
            let party = row.entry.speaker(&self.desk.transcript).and_then(|speaker| speaker.party.clone());
            CheckedClaim {
                words: annotation.words(),
                summary: annotation.summary.clone(),
                by: [by.name, by.function, party.unwrap_or_default()],
                meeting: self.desk.title().to_owned(),
                day: meeting.date,
                check: claim.check,
                verdict: self.named("check", claim.check.name()),
                checked_by: annotation.author.clone(),
                checked_on: annotation.modified.to_string().split('T').next().and_then(|day| day.parse().ok()),
                sources: claim.sources,
            }
        });
        exchange::claims(&all.collect::<Vec<_>>())
    }
}

/// The address of an annotation in this page, whose own address has no fragment.
pub(super) fn link(page: &str, project: &ProjectId, annotation: &AnnotationId) -> String {
    format!("{page}{}", Route::Annotation(project.clone(), annotation.clone()).fragment())
}

/// A deadline with what else is known, each on a line of its own: who promised it, by when in words, in which words, in
/// which meeting.
pub(super) fn deadline(id: &AnnotationId, day: Date, summary: &str, said: [&str; 4], link: String) -> Deadline {
    let lines: Vec<&str> = said.into_iter().filter(|line| !line.is_empty()).collect();
    Deadline {
        id: id.to_string(),
        day,
        summary: summary.to_owned(),
        description: lines.join("\n"),
        address: Some(link),
    }
}

/// A line of a table in Markdown.
fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

/// A text that means itself in a table in Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Field, Message, tests::Shell},
        *,
    };
    use crate::model::{CheckState, CommitmentStatus, Kind};

    const SAMPLE: &str = include_str!("../../samples/commissiedebat.txt");

    /// The sample with a commitment and a claim filled in, and one of each left as marked.
    fn worked() -> Shell {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(SAMPLE.into()));
        let marked = [
            ("Vóór de zomer krijgt de Kamer de lijst, inclusief de bedragen", Kind::Commitment),
            ("Ik neem de kosten per gemaal in die lijst op", Kind::Commitment),
            ("Sinds 2019 is de bodem in de Noordpolder gemiddeld 11 millimeter per jaar gezakt", Kind::Claim),
            ("zeven is er zeven te veel", Kind::Claim),
        ];
        let ids = marked.map(|(words, kind)| {
            shell.select(words);
            shell.send(Message::Mark(kind));
            shell.desk().active.clone().unwrap()
        });
        let fields = [
            (0, Field::Summary("=De lijst | met bedragen".into())),
            (0, Field::Due("vóór de zomer".into())),
            (0, Field::DueDate(Some("2031-06-20".parse().unwrap()))),
            (0, Field::To("Mevrouw Van Oordt (Dijkpartij)".into())),
            (1, Field::Status(CommitmentStatus::Fulfilled)),
            (1, Field::DueDate(Some("2031-05-01".parse().unwrap()))),
            (1, Field::FulfilledOn(Some("2031-04-28".parse().unwrap()))),
            (2, Field::Check(CheckState::Refuted)),
            (2, Field::Sources("https://example.org/bodem\nde evaluatie, bladzijde 23".into())),
        ];
        for (at, field) in fields {
            shell.send(Message::Edit(ids[at].clone(), field));
        }
        shell
    }

    fn exported(shell: &mut Shell, file: RegisterFile) -> (String, String) {
        shell.send(Message::ExportRegister(file, "https://example.org/".into()));
        shell.downloads.pop().expect("a file is handed out")
    }

    #[test]
    fn each_file_of_the_register() {
        let mut shell = worked();
        for file in RegisterFile::ALL {
            let (name, text) = exported(&mut shell, *file);
            let text = format!("{name}\n\n{}", text.replace("\r\n", "⏎\n"));
            insta::assert_snapshot!(file.name(), text);
        }
    }

    #[test]
    fn an_empty_register_is_a_file_too() {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(SAMPLE.into()));
        for file in RegisterFile::ALL {
            let (_, text) = exported(&mut shell, *file);
            assert!(!text.is_empty(), "{file:?}");
        }
        assert!(exported(&mut shell, RegisterFile::Markdown).1.contains("None."));
    }

    #[test]
    fn a_table_in_markdown_keeps_its_columns() {
        assert_eq!(escaped("a | b\n*c* <d>"), "a \\| b \\*c\\* \\<d\\>");
    }
}
