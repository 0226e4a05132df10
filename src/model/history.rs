//! Undo and redo.
//!
//! A step is what one act of the user changed: for each key the value before. Undoing a step puts those values
//! back by new edits, and the values that it replaces make the step for redo.
//!
//! Limitations: a step remembers whole values, so the depth is bounded ([`History::MAX_STEPS`]); undoing an act puts
//! the earlier value back even if another replica has changed it since; and after a reload the acts of all replicas
//! that wrote to the same log stand in one history, in the order of their stamps.

use super::Change;

/// Whence a record in the log came, which tells what it does to the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The user did something.
    Do,
    /// The user went on with the last act: typed another letter in the same field.
    More,
    /// The user took the last step back.
    Undo,
    /// The user did it again.
    Redo,
}

/// One act of the user, as the values that were there before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// For each key that changed, the value to put back.
    pub before: Vec<Change>,
}

/// The steps that can be taken back, and those that can be done again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl History {
    /// How many steps are remembered.
    pub const MAX_STEPS: usize = 1_000;

    /// Notes that a record of this origin has replaced the values `before`.
    pub fn note(&mut self, origin: Origin, before: Vec<Change>) {
        let step = Step { before };
        match origin {
            Origin::Do => {
                self.redo.clear();
                self.undo.push(step);
                if self.undo.len() > Self::MAX_STEPS {
                    self.undo.remove(0);
                }
            }
            // What was there before the act is remembered already.
            Origin::More if !self.undo.is_empty() => self.redo.clear(),
            Origin::More => self.note(Origin::Do, step.before),
            Origin::Undo => {
                self.undo.pop();
                self.redo.push(step);
            }
            Origin::Redo => {
                self.redo.pop();
                self.undo.push(step);
            }
        }
    }

    /// Notes that somebody else had given the key of `change` this value just before the last act that changed it.
    pub fn amend(&mut self, change: &Change) {
        let key = change.key();
        let values = self.undo.iter_mut().rev().flat_map(|step| &mut step.before);
        if let Some(before) = values.into_iter().find(|before| before.key() == key) {
            *before = change.clone();
        }
    }

    /// The history with these steps, each as the values to put back, oldest first.
    #[must_use]
    pub fn from_steps(undo: Vec<Vec<Change>>, redo: Vec<Vec<Change>>) -> Self {
        let steps = |steps: Vec<Vec<Change>>| steps.into_iter().map(|before| Step { before }).collect();
        Self { undo: steps(undo), redo: steps(redo) }
    }

    /// The steps that can be taken back, oldest first.
    #[must_use]
    pub fn undo_steps(&self) -> &[Step] {
        &self.undo
    }

    /// The steps that can be done again, the next one last.
    #[must_use]
    pub fn redo_steps(&self) -> &[Step] {
        &self.redo
    }

    /// The step that undoing would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Step> {
        self.undo.last()
    }

    /// The step that redoing would do again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Step> {
        self.redo.last()
    }
}
