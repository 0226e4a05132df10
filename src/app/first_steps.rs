//! What somebody who is here for the first time may do next, until it was done once.

use super::{
    Command, Effect, Screen, State,
    opening::{SAMPLE_EN, SAMPLE_NL},
};
use crate::{
    i18n::Text,
    model::Kind,
    text::{ReadingSpan, SourceSpan},
};

/// Of each sample, words that can be checked and words that promise something: who is shown one need not read for it.
const EXAMPLES: [(&str, [&str; 2]); 2] = [
    (
        SAMPLE_NL,
        [
            "Sinds 2019 is de bodem in de Noordpolder gemiddeld 11 millimeter per jaar gezakt",
            "Ik stuur de Kamer vóór de zomer een lijst met per gemaal de staat en het jaar van vervanging",
        ],
    ),
    (
        SAMPLE_EN,
        [
            "Last year the bridge opened 412 times and jammed on 17 of those",
            "I will send the committee a written report on the bearing by 28 February",
        ],
    ),
];

impl State {
    /// In a sample, words with which the next step can be taken.
    #[must_use]
    pub fn step_example(&self) -> Option<SourceSpan> {
        let at = match self.step_name()? {
            "step-select" | "step-claim" => 0,
            "step-commitment" => 1,
            _ => return None,
        };
        let transcript = &self.desk()?.transcript;
        let (_, examples) = EXAMPLES.iter().find(|(sample, _)| *sample == &*transcript.source)?;
        let start = transcript.reading.find(examples[at])?;
        Some(transcript.to_source(ReadingSpan::new(start..start + examples[at].len())))
    }

    /// The next thing to try. It is over for good with the first export, or when the user does not want it.
    /// Who has no keyboard at hand (`by_touch`) is told of no keys.
    #[must_use]
    pub fn next_step(&self, by_touch: bool) -> Option<Text> {
        let keymap = &self.settings.keymap;
        let key = |command: &Command| keymap.hint(command).unwrap_or_default();
        let step = Text::new(self.step_name()?)
            .with("keys", if by_touch || keymap.letters_off { "none" } else { "some" })
            .with("sentence", key(&Command::Sentence))
            .with("claim", key(&Command::Mark(Kind::Claim)))
            .with("commitment", key(&Command::Mark(Kind::Commitment)));
        Some(step)
    }

    fn step_name(&self) -> Option<&'static str> {
        let Screen::Reading(desk) = &self.screen else { return None };
        if self.settings.knows_the_way {
            return None;
        }
        let has = |kind: Kind| desk.count(&kind) > 0;
        Some(match (has(Kind::Claim), has(Kind::Commitment)) {
            (false, false) if desk.selection.is_none() => "step-select",
            (false, false) => "step-mark",
            (true, false) => "step-commitment",
            (false, true) => "step-claim",
            (true, true) => "step-export",
        })
    }

    /// The user knows the way now.
    pub(super) fn know_the_way(&mut self) -> Option<Effect> {
        let before = std::mem::replace(&mut self.settings.knows_the_way, true);
        (!before).then(|| Effect::KeepSettings(self.settings.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Message, tests::Shell};
    use crate::{i18n::Lang, model::Kind};

    #[test]
    fn each_sample_has_an_example_for_each_kind() {
        for lang in Lang::ALL {
            let mut shell = Shell::new();
            shell.send(Message::Language(lang));
            shell.send(Message::OpenSample);
            let claim = shell.state.step_example().expect("words that can be checked");
            shell.send(Message::ShowPlace(claim));
            assert_eq!(
                shell.desk().transcript.to_reading(claim),
                shell.shown.expect("they are shown"),
                "to the letter"
            );
            shell.send(Message::Selected(shell.shown));
            assert_eq!(shell.state.step_example(), None, "now say what they are");
            shell.send(Message::Mark(Kind::Claim));
            let commitment = shell.state.step_example().expect("words that promise something");
            assert!(claim < commitment);
        }
        let mut shell = Shell::new();
        shell.send(Message::OpenText("Ada: Another one.".into()));
        assert_eq!(shell.state.step_example(), None, "other texts are not known");
    }

    #[test]
    fn each_step_leads_to_the_next_and_the_export_ends_them() {
        let mut shell = Shell::new();
        let step = |shell: &Shell| shell.state.step_name();
        assert_eq!(step(&shell), None, "nothing is open");
        shell.send(Message::OpenSample);
        assert_eq!(step(&shell), Some("step-select"));
        shell.select("a");
        assert_eq!(step(&shell), Some("step-mark"));
        shell.send(Message::Mark(Kind::Commitment));
        assert_eq!(step(&shell), Some("step-claim"));
        shell.select("e");
        shell.send(Message::Mark(Kind::Claim));
        assert_eq!(step(&shell), Some("step-export"));
        shell.send(Message::UndoSteps(2));
        assert_eq!(step(&shell), Some("step-select"), "nothing is marked any more");
        shell.export();
        assert_eq!(step(&shell), None);
        assert!(shell.state.settings.knows_the_way, "it is remembered");
        shell.send(Message::OpenText("Ada: Another one.".into()));
        assert_eq!(step(&shell), None);
    }
}
