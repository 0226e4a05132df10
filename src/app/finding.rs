//! Searching the text and the annotations, and marking what was found.

use std::{collections::BTreeSet, rc::Rc};

use jiff::Timestamp;

use super::{Desk, Entry, selecting::whole_words};
use crate::{
    model::{Annotation, AnnotationId, Body, Change, Kind, Origin, Replica},
    text::{Byte, Folded, PatternError, ReadingSpan, SourceSpan},
};

/// How many places are marked at once at most.
pub const MAX_MARKED: usize = 2_000;

/// What is looked for, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What was typed.
    pub query: String,
    /// Whether it is a regular expression.
    pub is_pattern: bool,
    /// Why it cannot be looked for.
    pub error: Option<PatternError>,
    /// Where it stands in the text.
    pub places: Rc<[ReadingSpan]>,
    /// The place that is shown, by its number.
    pub current: Option<usize>,
    /// The annotations that it is in; `None` while nothing is looked for.
    pub annotations: Option<Rc<BTreeSet<AnnotationId>>>,
}

impl Search {
    /// The place that is shown.
    #[must_use]
    pub fn place(&self) -> Option<ReadingSpan> {
        self.places.get(self.current?).copied()
    }
}

impl Desk {
    /// The reading text folded for searching; made when it is first needed.
    fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::new(&self.transcript.reading))
    }

    /// Begins a search: for the words selected, else for what was looked for last.
    pub(super) fn open_search(&mut self) {
        let selected = self.selection.map(|span| self.transcript.words(span).to_owned());
        let selected = selected.filter(|words| !words.contains('\n'));
        let (query, is_pattern) = match selected {
            Some(words) => (words, false),
            None => self.last_search.clone(),
        };
        self.find(query, is_pattern);
    }

    /// Looks for `query`. The first place at or behind the caret is shown.
    pub(super) fn find(&mut self, query: String, is_pattern: bool) {
        let mut search = Search { query, is_pattern, ..Search::default() };
        match found_in(self.folded(), &search) {
            Ok(places) => search.places = places.into(),
            Err(error) => search.error = Some(error),
        }
        let here = self.selection.map(crate::text::Span::start).or(self.caret).unwrap_or(Byte(0));
        let next = search.places.partition_point(|place| place.start() < here);
        let last = search.places.len().checked_sub(1);
        search.current = last.map(|last| if next > last { 0 } else { next });
        search.annotations = self.found_annotations(&search).map(Rc::new);
        self.last_search = (search.query.clone(), search.is_pattern);
        self.search = Some(search);
    }

    /// Looks anew, after the text or the annotations have changed, and stays where it was.
    pub(super) fn find_again(&mut self) {
        let Some(search) = self.search.take() else { return };
        let annotations = self.found_annotations(&search).map(Rc::new);
        self.search = Some(Search { annotations, ..search });
    }

    /// Shows the next place, or the one before; the first again behind the last.
    pub(super) fn step_search(&mut self, forward: bool) {
        if let Some(search) = &mut self.search {
            let all = search.places.len();
            search.current = search.current.map(|at| if forward { (at + 1) % all } else { (at + all - 1) % all });
        }
    }

    fn found_annotations(&self, search: &Search) -> Option<BTreeSet<AnnotationId>> {
        if search.query.trim().is_empty() || search.error.is_some() {
            return None;
        }
        let is_found = |entry: &&Rc<Entry>| {
            found_in(entry.words.get_or_init(|| folded(&entry.annotation)), search)
                .is_ok_and(|places| !places.is_empty())
        };
        Some(self.entries.iter().filter(is_found).map(|entry| entry.id.clone()).collect())
    }

    /// Marks every place that was found as `kind`, as one act, but for those marked so already. Gives how many there are
    /// now, and how many there were; `None` where there are too many.
    pub(super) fn mark_found(
        &mut self,
        kind: &Kind,
        random: u64,
        now: Timestamp,
        replica: Replica,
    ) -> Option<(usize, usize)> {
        let places = self.search.as_ref().map(|search| search.places.clone()).unwrap_or_default();
        if places.len() > MAX_MARKED {
            return None;
        }
        let same = |entry: &&Rc<Entry>| entry.annotation.more.is_empty() && entry.annotation.kind() == *kind;
        let mut marked: BTreeSet<SourceSpan> =
            self.entries.iter().filter(same).map(|entry| entry.annotation.passage.source).collect();
        let mut changes = Vec::new();
        for place in places.iter() {
            let passage = self.passage(whole_words(&self.transcript.reading, *place).trimmed(&self.transcript.reading));
            let Some(passage) = passage.filter(|passage| marked.insert(passage.source)) else { continue };
            let id = AnnotationId::from_random(random.wrapping_add(changes.len() as u64));
            changes.push(Change::Annotation(id, Some(Annotation::new(kind.clone(), passage, now).into())));
        }
        let new = changes.len();
        if new > 0 {
            self.act(Origin::Do, changes, replica, None);
        }
        Some((new, places.len() - new))
    }
}

fn found_in(text: &Folded, search: &Search) -> Result<Vec<ReadingSpan>, PatternError> {
    match search.is_pattern {
        true if search.query.is_empty() => Ok(Vec::new()),
        true => text.find_pattern(&search.query),
        false => Ok(text.find(&search.query)),
    }
}

/// All the words of an annotation, folded for searching.
fn folded(annotation: &Annotation) -> Folded {
    let mut words = vec![annotation.words(), annotation.summary.clone(), annotation.note.clone()];
    words.extend(annotation.tags.iter().cloned());
    words.extend(annotation.mentions.iter().map(|mention| mention.passage.quote.exact.clone()));
    match &annotation.body {
        Body::Claim(claim) => words.extend(claim.sources.iter().cloned()),
        Body::Commitment(commitment) => {
            words.extend(commitment.by.iter().map(|by| format!("{} {}", by.name, by.function)));
            words.extend(commitment.to.iter().cloned());
            words.extend([&commitment.due, &commitment.condition, &commitment.fulfilled_by].map(String::clone));
        }
        Body::Own(_) => {}
    }
    Folded::new(&words.join("\n\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Field, Message, tests::Shell};

    const DEBATE: &str = "De voorzitter:\nHet woord is aan de minister.\n\nMinister Ter Horst:\nDe haven wordt dieper. Eén \
                          haven is genoeg, en havens zijn duur.\n\nDe voorzitter:\nDank.\n";

    fn opened() -> Shell {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(DEBATE.into()));
        shell
    }

    fn places(shell: &Shell) -> Vec<String> {
        let desk = shell.desk();
        let search = desk.search.as_ref().unwrap();
        search.places.iter().map(|place| desk.transcript.words(*place).to_owned()).collect()
    }

    #[test]
    fn one_goes_through_the_places_and_round() {
        let mut shell = opened();
        shell.send(Message::OpenSearch);
        shell.send(Message::Find("HAVEN".into(), false));
        assert_eq!(places(&shell), ["haven"; 3]);
        let current = |shell: &Shell| shell.desk().search.as_ref().unwrap().current;
        assert_eq!(current(&shell), Some(0));
        shell.send(Message::FindStep(false));
        assert_eq!(current(&shell), Some(2));
        shell.send(Message::FindStep(true));
        assert_eq!(current(&shell), Some(0));
        shell.send(Message::FindStep(true));
        shell.send(Message::CloseSearch);
        let second = shell.desk().transcript.reading.match_indices("haven").nth(1).unwrap().0;
        assert_eq!(
            shell.desk().selection.map(|span| span.start().index()),
            Some(second),
            "it is selected, to be marked"
        );
        shell.send(Message::OpenSearch);
        assert_eq!(places(&shell).len(), 3, "the words selected");
        assert_eq!(current(&shell), Some(1), "from here on");
    }

    #[test]
    fn every_occurrence_is_marked_with_one_undo() {
        let mut shell = opened();
        shell.select("haven");
        shell.send(Message::Mark(Kind::Claim));
        shell.send(Message::OpenSearch);
        shell.send(Message::Find("haven".into(), false));
        shell.send(Message::MarkFound(Kind::Claim));
        let marked = |shell: &Shell| -> Vec<String> {
            shell.desk().entries.iter().map(|entry| entry.annotation.passage.quote.exact.clone()).collect()
        };
        assert_eq!(marked(&shell), ["haven", "haven", "havens"]);
        shell.send(Message::MarkFound(Kind::Claim));
        assert_eq!(marked(&shell).len(), 3, "they are marked already");
        shell.send(Message::UndoSteps(1));
        assert_eq!(marked(&shell), ["haven"]);
    }

    #[test]
    fn annotations_are_searched_with_their_fields() {
        let mut shell = opened();
        shell.select("woord");
        shell.send(Message::Mark(Kind::Commitment));
        let id = shell.desk().active.clone().unwrap();
        shell.send(Message::Edit(id.clone(), Field::To("Mevrouw Aalst".into())));
        shell.send(Message::OpenSearch);
        let found = |shell: &Shell| shell.desk().search.as_ref().unwrap().annotations.clone().map(|found| found.len());
        shell.send(Message::Find("aalst".into(), false));
        assert_eq!((places(&shell).len(), found(&shell)), (0, Some(1)));
        shell.send(Message::Find("dieper".into(), false));
        assert_eq!(found(&shell), Some(0));
        shell.send(Message::Edit(id, Field::Note("veel dieper".into())));
        assert_eq!(found(&shell), Some(1), "what changes is looked at again");
        shell.send(Message::Find(String::new(), false));
        assert_eq!(found(&shell), None);
    }

    #[test]
    fn a_bad_pattern_is_told_and_stays() {
        let mut shell = opened();
        shell.send(Message::OpenSearch);
        shell.send(Message::Find("(haven".into(), true));
        let search = shell.desk().search.clone().unwrap();
        assert_eq!(search.query, "(haven");
        assert!(matches!(search.error, Some(PatternError::Syntax(_))) && search.places.is_empty());
        shell.send(Message::Find("(haven)s?".into(), true));
        assert_eq!(places(&shell), ["haven", "haven", "havens"]);
    }
}
