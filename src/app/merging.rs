//! What comes from elsewhere into the transcript on the desk: a file, and what another tab does.

use super::Desk;
use crate::{
    journal::Record,
    model::{Change, Edit, History, Origin, Replica},
};

/// What became of the annotations of a file that was merged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Merged {
    /// Not here before.
    pub(super) added: usize,
    /// Here, and later in the file.
    pub(super) updated: usize,
    /// Here, and not later in the file.
    pub(super) known: usize,
    /// Deleted here later than they were changed in the file.
    pub(super) deleted: usize,
}

impl Desk {
    /// Puts the edits of a file into the project as one act.
    pub(super) fn merge(&mut self, edits: Vec<Edit>, replica: Replica) -> Merged {
        let mut merged = Merged::default();
        let mut news = Vec::new();
        for edit in edits {
            let alive = match &edit.change {
                Change::Annotation(id, _) => self.project.annotation(id).is_some(),
                _ => true,
            };
            let known = self.project.stamp(&edit.change.key());
            let is_newer = known.is_none_or(|stamp| stamp < edit.stamp);
            if matches!(edit.change, Change::Annotation(_, Some(_))) {
                *match (is_newer, alive) {
                    (true, false) => &mut merged.added,
                    (true, true) => &mut merged.updated,
                    (false, true) => &mut merged.known,
                    (false, false) => &mut merged.deleted,
                } += 1;
            }
            news.extend(is_newer.then_some(edit));
        }
        if !news.is_empty() {
            let stamp = self.project.next_stamp(replica);
            self.record(Record { stamp, origin: Origin::Do, edits: news, replaces: None });
        }
        merged
    }

    /// Puts in what another tab did, and wrote. That is not this tab's to undo; but where both wrote the same, undoing
    /// brings up the value that lost.
    pub(super) fn hear(&mut self, record: &Record, replica: Replica) {
        let mut lost = Vec::new();
        for edit in record.edits.iter().filter(|edit| edit.stamp.replica != replica) {
            let own = self.project.stamp(&edit.change.key()).filter(|stamp| stamp.replica == replica);
            match own {
                Some(own) if own < edit.stamp => {
                    lost.extend(Some(self.project.present(&edit.change)).filter(|present| *present != edit.change));
                }
                Some(_) => self.history.amend(&edit.change),
                None => {}
            }
        }
        record.apply(&mut self.project, &mut History::default());
        if !lost.is_empty() {
            self.history.note(Origin::Do, lost);
            self.typing = None;
        }
        self.take_in(&record.edits);
        self.active = self.active.take().filter(|id| self.project.annotation(id).is_some());
    }
}
