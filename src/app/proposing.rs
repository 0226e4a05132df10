//! What the program proposes for the fields of a commitment, and what the user says to it.
//!
//! A proposal is computed anew each time it is shown, is kept nowhere, and counts for nothing until it is accepted. One
//! that was turned down is not made again.

use jiff::{Timestamp, civil::Date};

use super::{Desk, Entry, selecting::sentences};
use crate::{
    model::{Annotation, AnnotationId, Body, Mention, MentionRole, Origin, Proposal, Replica, Transcript},
    register::asked::{self, Asked},
    suggest::{
        addressee::{self, Addressee},
        due::{self, How},
    },
};

/// By when, as proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedDue {
    /// The words that say so.
    pub words: String,
    /// The day, where the words have one.
    pub date: Option<Date>,
    /// How the day was found.
    pub how: How,
}

/// What is proposed for one commitment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposals {
    /// To whom.
    pub to: Option<Addressee>,
    /// By when.
    pub due: Option<ProposedDue>,
    /// Where it was asked for.
    pub asked: Option<Asked>,
}

impl Proposals {
    /// Whether there is any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is proposed for the empty fields of an annotation.
#[must_use]
pub fn proposals(transcript: &Transcript, entry: &Entry) -> Proposals {
    let Body::Commitment(commitment) = &entry.annotation.body else { return Proposals::default() };
    let wanted = |proposal| !commitment.declined.contains(&proposal);
    let is_asked = entry.annotation.mentions.iter().any(|mention| mention.role == MentionRole::Asked);
    let has_due = !commitment.due.is_empty() || commitment.due_date.is_some();
    Proposals {
        to: (commitment.to.is_empty() && wanted(Proposal::To)).then(|| proposed_to(transcript, entry)).flatten(),
        due: (!has_due && wanted(Proposal::Due)).then(|| proposed_due(transcript, entry)).flatten(),
        asked: (!is_asked && wanted(Proposal::Asked)).then(|| asked::propose(transcript, entry.marked())).flatten(),
    }
}

fn proposed_to(transcript: &Transcript, entry: &Entry) -> Option<Addressee> {
    addressee::find(transcript, *entry.pieces.first()?)
}

/// By when, from the marked words, else from the sentences that they are part of.
fn proposed_due(transcript: &Transcript, entry: &Entry) -> Option<ProposedDue> {
    let found = |words: &str| {
        let due = due::find(words, transcript.meeting.date)?;
        Some(ProposedDue { words: words[due.place].to_owned(), date: due.date, how: due.how })
    };
    let marked = entry.pieces.iter().find_map(|piece| found(transcript.words(*piece)));
    marked.or_else(|| entry.pieces.iter().find_map(|piece| found(transcript.words(sentences(transcript, *piece)))))
}

impl Desk {
    /// Takes proposals over into the fields; says whether there were any.
    pub(super) fn accept(
        &mut self,
        id: &AnnotationId,
        accepted: &[Proposal],
        now: Timestamp,
        replica: Replica,
    ) -> bool {
        let Some(Proposals { to, due, asked }) = self.entry(id).map(|entry| proposals(&self.transcript, entry)) else {
            return false;
        };
        let question = asked.and_then(|asked| self.passage(asked.words));
        self.change_as_one_act(id, now, replica, |annotation| {
            let Body::Commitment(commitment) = &mut annotation.body else { return };
            if let (Some(to), true) = (to, accepted.contains(&Proposal::To)) {
                commitment.to = vec![to.to];
            }
            if let (Some(due), true) = (due, accepted.contains(&Proposal::Due)) {
                (commitment.due, commitment.due_date) = (due.words, due.date);
            }
            if let (Some(passage), true) = (question, accepted.contains(&Proposal::Asked)) {
                annotation.mentions.retain(|mention| mention.passage.source != passage.source);
                annotation.mentions.push(Mention { role: MentionRole::Asked, passage });
            }
        })
    }

    /// Turns a proposal down.
    pub(super) fn decline(&mut self, id: &AnnotationId, proposal: Proposal, now: Timestamp, replica: Replica) -> bool {
        self.change_as_one_act(id, now, replica, |annotation| {
            let Body::Commitment(commitment) = &mut annotation.body else { return };
            commitment.declined.push(proposal);
            commitment.declined.sort_unstable();
            commitment.declined.dedup();
        })
    }

    /// Changes an annotation as one act; says whether anything changed.
    fn change_as_one_act(
        &mut self,
        id: &AnnotationId,
        now: Timestamp,
        replica: Replica,
        change: impl FnOnce(&mut Annotation),
    ) -> bool {
        let changed = self.changed(id, now, change);
        changed.map(|changed| self.act(Origin::Do, vec![changed], replica, None)).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::{Message, tests::Shell},
        model::{Commitment, Kind},
    };

    const DEBATE: &str = "Tweede Kamer, vergaderjaar 2030–2031, 41 207, nr. 18\n\nVerslag van een commissiedebat\n\
        Vastgesteld 12 maart 2031\n\nDe vaste commissie voor Water heeft op 12 maart 2031 overleg gevoerd.\n\n\
        Voorzitter: Brasse\nAanvang 10.00 uur.\n\nDe voorzitter:\nMevrouw Aalst.\n\nMevrouw Aalst (Kust):\nKomt de \
        brief?\n\nMinister Ter Horst:\nDie stuur ik, voor de zomer. Dat zeg ik toe.\n\nDe voorzitter:\nDank.\n";

    fn marked(words: &str) -> (Shell, AnnotationId) {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(DEBATE.into()));
        shell.select(words);
        shell.send(Message::Mark(Kind::Commitment));
        let id = shell.desk().active.clone().unwrap();
        (shell, id)
    }

    fn proposed(shell: &Shell, id: &AnnotationId) -> Proposals {
        proposals(&shell.desk().transcript, shell.desk().entry(id).unwrap())
    }

    fn commitment(shell: &Shell, id: &AnnotationId) -> Commitment {
        match &shell.desk().project.annotation(id).unwrap().body {
            Body::Commitment(commitment) => commitment.clone(),
            _ => panic!("a commitment"),
        }
    }

    #[test]
    fn proposals_are_taken_over_as_one_act() {
        let (mut shell, id) = marked("Die stuur ik");
        let proposals = proposed(&shell, &id);
        assert_eq!(proposals.to.as_ref().map(|to| to.to.as_str()), Some("Mevrouw Aalst (Kust)"));
        let due = proposals.due.unwrap();
        assert_eq!(
            (due.words.as_str(), due.how),
            ("voor de zomer", How::BeforeSeason),
            "from the sentence around the words"
        );
        assert_eq!(due.date, Some(jiff::civil::date(2031, 6, 20)));
        assert_eq!(commitment(&shell, &id), Commitment::default(), "nothing counts before it is accepted");
        shell.send(Message::AcceptAll(id.clone()));
        let taken = commitment(&shell, &id);
        assert_eq!((taken.to.join("; "), taken.due), ("Mevrouw Aalst (Kust)".into(), "voor de zomer".into()));
        assert_eq!(taken.due_date, due.date);
        let left = proposed(&shell, &id);
        assert!(
            left.to.is_none() && left.due.is_none() && left.asked.is_some(),
            "the question is taken over by itself"
        );
        assert_eq!(shell.desk().active, None, "and the reading goes on");
        shell.send(Message::UndoSteps(1));
        assert_eq!(commitment(&shell, &id), Commitment::default());
    }

    #[test]
    fn what_is_turned_down_is_not_proposed_again() {
        let (mut shell, id) = marked("Die stuur ik, voor de zomer.");
        shell.send(Message::Decline(id.clone(), Proposal::To));
        shell.send(Message::Decline(id.clone(), Proposal::To));
        let mut shell = shell.reload();
        let proposals = proposed(&shell, &id);
        assert!(proposals.to.is_none() && proposals.due.is_some());
        shell.send(Message::Accept(id.clone(), Proposal::Due));
        assert_eq!(commitment(&shell, &id).due, "voor de zomer");
        assert!(commitment(&shell, &id).to.is_empty());
    }

    const QUESTIONS: &str = "De voorzitter:\nHet woord is aan mevrouw Aalst.\n\nMevrouw Aalst (Kust):\nDe dijk bij Ooster \
        is te laag. Wanneer begint het werk aan de dijk?\nDan de gemalen. Ik ontvang graag een overzicht van de kosten per \
        gemaal.\n\nDe heer Lindhoud (Duin):\nIk heb het over de haven.\nDie slibt dicht.\nDe baggeraars wachten.\nOver de brug is \
        genoeg gezegd.\nDe veerdienst vaart weer.\nWanneer gaat de haven open? Dat was het.\n\nDe voorzitter:\nDe Minister.\n\n\
        Minister Ter Horst:\nMevrouw Aalst vroeg naar de gemalen. Ik stuur haar dat overzicht met de kosten. De brug blijft \
        waar hij ligt.\n\nDe heer Lindhoud (Duin):\nKan dat voor het reces? Mij gaat het om de haast.\n\nDe voorzitter:\n\
        De Minister nog.\n\nMinister Ter Horst:\nDat lukt.\n\nDe voorzitter:\nDank.\n";

    /// The question that is proposed for a commitment of these words, and why.
    fn asked(words: &str) -> Option<(String, u32, bool, Vec<String>)> {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(QUESTIONS.into()));
        shell.select(words);
        shell.send(Message::Mark(Kind::Commitment));
        let id = shell.desk().active.clone().unwrap();
        let asked = proposed(&shell, &id).asked?;
        let said = shell.desk().transcript.words(asked.words).to_owned();
        Some((said, asked.turn.0, asked.just_before, asked.shared))
    }

    #[test]
    fn the_question_is_looked_for_in_what_the_addressee_said() {
        let (said, turn, just_before, shared) = asked("Ik stuur haar dat overzicht met de kosten").unwrap();
        assert_eq!(
            (said.as_str(), turn, just_before),
            ("Ik ontvang graag een overzicht van de kosten per gemaal.", 1, false)
        );
        assert_eq!(shared, ["kosten", "overzicht"]);
        let (said, turn, just_before, shared) = asked("Dat lukt").unwrap();
        assert_eq!(
            (said.as_str(), turn, just_before, shared.len()),
            ("Kan dat voor het reces?", 5, true, 0),
            "what was asked just before, whatever it is about"
        );
        assert_eq!(asked("De dijk bij Ooster is te laag"), None, "nobody spoke before but the chair");
    }

    #[test]
    fn a_question_is_taken_over_as_the_beginning_of_a_chain() {
        let (mut shell, id) = marked("Die stuur ik, voor de zomer.");
        shell.send(Message::Accept(id.clone(), Proposal::Asked));
        let roles = |shell: &Shell| -> Vec<(Option<MentionRole>, String)> {
            let chain = shell.desk().entry(&id).unwrap().chain(&shell.desk().transcript);
            chain.into_iter().map(|(role, span)| (role, shell.desk().transcript.words(span).to_owned())).collect()
        };
        let question = (Some(MentionRole::Asked), "Komt de brief?".to_owned());
        assert_eq!(roles(&shell), [question.clone(), (None, "Die stuur ik, voor de zomer.".to_owned())]);
        let annotation = shell.desk().project.annotation(&id).unwrap();
        assert_eq!((annotation.mentions.len(), annotation.times_mentioned()), (1, 0), "a question says nothing again");
        assert_eq!(proposed(&shell, &id).asked, None);
        let shell = shell.reload();
        assert_eq!(roles(&shell)[0], question);
        let (mut shell, id) = marked("Die stuur ik, voor de zomer.");
        shell.send(Message::Decline(id.clone(), Proposal::Asked));
        assert_eq!(proposed(&shell, &id).asked, None);
    }

    #[test]
    fn claims_have_no_proposals() {
        let mut shell = Shell::new();
        shell.send(Message::OpenText(DEBATE.into()));
        shell.select("voor de zomer");
        shell.send(Message::Mark(Kind::Claim));
        let id = shell.desk().active.clone().unwrap();
        assert!(proposed(&shell, &id).is_empty());
        let before = shell.desk().project.clone();
        shell.send(Message::AcceptAll(id));
        assert_eq!(shell.desk().project, before);
    }
}
