//! What the commands of the keyboard mean where they are given.

use super::{Command, Edge, KeyPress, Message, Panel, PassageEdit, State};
use crate::model::Codebook;

impl State {
    /// What a key does, if anything.
    #[must_use]
    pub fn command_for(&self, press: &KeyPress) -> Option<Command> {
        let none = Codebook::new();
        self.settings.keymap.command_for(press, self.desk().map_or(&none, |desk| &desk.codebook))
    }

    /// The message for a command of the keyboard, where it means something now.
    #[must_use]
    pub fn message_for(&self, command: Command) -> Option<Message> {
        if command == Command::Help {
            let is_shown = self.panel == Some(Panel::Help);
            return Some(Message::Show((!is_shown).then_some(Panel::Help)));
        }
        let desk = self.desk();
        let active = || desk.and_then(|desk| desk.active.clone());
        match command {
            Command::Help => None,
            Command::Leave if self.panel.is_some() => Some(Message::Show(None)),
            Command::Leave if self.is_loading() => Some(Message::CancelOpening),
            Command::Leave if self.asking.is_some() => Some(Message::AskDelete(None)),
            Command::Leave if desk?.search.is_some() => Some(Message::CloseSearch),
            Command::Leave if desk?.selection.is_some() => Some(Message::Deselect),
            Command::Leave if active().is_none() && desk?.only.is_some() => Some(Message::Only(None, None)),
            Command::Leave => active().map(|_| Message::Leave),
            _ if self.panel.is_some() || desk.is_none() => None,
            Command::Mark(_) | Command::BeginTurn if desk?.selection.is_none() => Some(Message::NothingSelected),
            Command::Mark(kind) => Some(Message::Mark(kind)),
            Command::BeginTurn => Some(Message::BeginTurn),
            Command::AddPiece | Command::AddMention if active().is_none() => Some(Message::NothingChosen),
            Command::AddPiece | Command::AddMention if desk?.selection.is_none() => Some(Message::NothingSelected),
            Command::AddPiece => active().map(|id| Message::Passages(id, PassageEdit::AddPiece)),
            Command::AddMention => active().map(|id| Message::Passages(id, PassageEdit::AddMention)),
            Command::NextPassage => active().map(Message::NextPassage),
            Command::StepEdge(edge, forward) => {
                let entry = desk?.entry(&active()?)?;
                let piece = if edge == Edge::Begin { 0 } else { entry.annotation.more.len() };
                Some(Message::Passages(entry.id.clone(), PassageEdit::StepEdge { piece, edge, forward }))
            }
            Command::Sentence => Some(Message::SelectSentence),
            Command::Correct => Some(Message::CorrectHere),
            Command::Next => Some(Message::Step(true)),
            Command::Previous => Some(Message::Step(false)),
            Command::Edit => active().or_else(|| desk?.annotation_here()).map(Message::Fill),
            Command::Find => Some(Message::OpenSearch),
            Command::CopyQuote => active().map(Message::CopyQuote),
            Command::HideMarks => Some(Message::HideMarks(!self.marks_hidden)),
            Command::AcceptAll => active().map(Message::AcceptAll),
            Command::Erase => active().map(Message::Erase),
            Command::Undo => Some(Message::UndoSteps(1)),
            Command::Redo => Some(Message::RedoSteps(1)),
        }
    }
}
