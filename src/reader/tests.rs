//! The laws every reading obeys, and the whole reading of the project's own samples.

mod laws;

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::{
    model::{Block, InsetKind, ParagraphKind, RepairKind, TurnCorrection},
    text::Byte,
};

/// A line of some format, or any other.
fn line() -> impl Strategy<Value = String> {
    let known = prop::sample::select(laws::LINES);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => "\\PC{0,60}", 1 => "[a-z:().\\- ]{0,80}"]
}

fn source() -> impl Strategy<Value = String> {
    let end = prop::sample::select(laws::LINE_ENDS);
    prop::collection::vec((line(), end), 0..60)
        .prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect())
}

proptest! {
    #[test]
    fn nothing_is_lost_and_everything_is_in_order(source in source()) {
        for format in FORMATS {
            let corrections = Corrections { format: Some(format.format.0.to_owned()), ..Corrections::default() };
            laws::hold_for_the_reading(&read_with(&source, &corrections), &source);
        }
    }

    /// Whatever passage is marked, its place in the source leads back to the same words.
    #[test]
    fn every_passage_is_found_again_through_the_source(source in source(), picks in prop::collection::vec(any::<u8>(), 32)) {
        laws::hold_for_positions(&read(&source), &mut laws::Picks(&picks));
    }

    /// Whatever the user corrects, the same is true.
    #[test]
    fn corrections_break_no_law(source in source(), picks in prop::collection::vec(any::<u8>(), 0..64)) {
        let mut picks = laws::Picks(&picks);
        let corrections = laws::corrections(&source, &mut picks);
        let transcript = read_with(&source, &corrections);
        laws::hold_for_the_reading(&transcript, &source);
        laws::hold_for_positions(&transcript, &mut picks);
    }
}

/// The reading of a sample, a line for each block and paragraph.
fn outline(transcript: &Transcript) -> String {
    let mut text = format!("{} {:?}\n{:#?}\n", transcript.format.0, transcript.language, transcript.meeting);
    for inset in &transcript.insets {
        match &inset.kind {
            InsetKind::Motion(_) => writeln!(text, "{:?} in paragraphs {:?}", inset.kind, inset.paragraphs).unwrap(),
            InsetKind::ClosingList(items) => {
                writeln!(text, "ClosingList in paragraphs {:?}", inset.paragraphs).unwrap();
                for item in items {
                    writeln!(text, "  {}", transcript.words(item.words)).unwrap();
                    for part in &item.parts {
                        writeln!(text, "    {}", transcript.words(*part)).unwrap();
                    }
                }
            }
        }
    }
    for kind in RepairKind::ALL {
        writeln!(text, "{}: {}", kind.name(), transcript.repairs.count(kind)).unwrap();
    }
    for block in &transcript.blocks {
        let paragraphs = match block {
            Block::Turn(index) => {
                let turn = transcript.turn(*index);
                let in_chair = transcript.in_chair(turn);
                let in_chair = in_chair.map_or_else(String::new, |person| format!(" in the chair: {}", person.label()));
                let label = transcript.label(turn).map_or("nobody".into(), crate::model::Label::words);
                let role = transcript.role(turn).map_or("-", crate::model::Role::name);
                let at = turn.at.map_or_else(String::new, |at| format!(" at {at}"));
                writeln!(text, "\n[{}] {label} <{role}>{in_chair}{at}", index.0).unwrap();
                &turn.paragraphs
            }
            Block::Aside(aside) => {
                writeln!(text, "\n({:?})", aside.kind).unwrap();
                &aside.paragraphs
            }
        };
        for paragraph in transcript.paragraphs(paragraphs) {
            let bullet = if paragraph.kind == ParagraphKind::Text { "" } else { "* " };
            writeln!(text, "  {bullet}{}", transcript.words(paragraph.text)).unwrap();
        }
    }
    text
}

#[test]
fn the_dutch_sample() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/commissiedebat.txt"))));
}

#[test]
fn the_english_sample() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/meeting.txt"))));
}

#[test]
fn captions_with_voices() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/voices.vtt"))));
}

#[test]
fn captions_with_labels() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/labels.srt"))));
}

#[test]
fn captions_that_roll_up() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/roll-up.vtt"))));
}

#[test]
fn captions_with_marks_of_a_change() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/closed-captions.vtt"))));
}

#[test]
fn names_with_times_behind() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/times-behind.txt"))));
}

#[test]
fn names_with_times_below() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/times-below.txt"))));
}

#[test]
fn bold_names_under_yaml() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/bold-names.md"))));
}

#[test]
fn names_behind_times_in_brackets() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/bracketed-times.txt"))));
}

#[test]
fn offices_before_names() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/offices.txt"))));
}

#[test]
fn names_in_capitals() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/capitals.txt"))));
}

#[test]
fn questions_and_answers() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/questions.txt"))));
}

#[test]
fn one_line_for_each_turn() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/one-line-each.txt"))));
}

#[test]
fn names_in_french_and_german() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/quatre-langues.txt"))));
}

#[test]
fn a_dutch_summary() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/dutch-summary.txt"))));
}

#[test]
fn a_dutch_plenary_debate() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/dutch-plenary.txt"))));
}

#[test]
fn a_dutch_debate_on_one_line() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/dutch-glued.txt"))));
}

#[test]
fn the_belgian_sample() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/belgian-report.txt"))));
}

#[test]
fn the_sample_of_the_congressional_record() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/congressional-record.txt"))));
}

#[test]
fn the_sample_of_a_hearing() {
    insta::assert_snapshot!(outline(&read(include_str!("../../samples/formats/hearing.txt"))));
}

#[test]
fn the_samples_of_other_houses() {
    for (house, text) in [
        ("london", include_str!("../../samples/formats/hansard-london.txt")),
        ("london_older", include_str!("../../samples/formats/hansard-london-older.txt")),
        ("ottawa", include_str!("../../samples/formats/hansard-ottawa.txt")),
        ("berlin", include_str!("../../samples/formats/hansard-berlin.txt")),
        ("paris", include_str!("../../samples/formats/hansard-paris.txt")),
    ] {
        let transcript = read(text);
        assert_eq!(transcript.format, Format("hansard"), "{house}");
        insta::assert_snapshot!(format!("hansard_{house}"), outline(&transcript));
    }
}

#[test]
fn what_meeting_programs_write() {
    for text in [
        "[00:00:03.120] - Ada Pell\nGood morning.\n\n[00:00:08.450] - Jo Lind\nSo?\n\n[00:01:00.000] - Ada Pell\nYes.\n",
        "00:00:03 - Ada Pell\nGood morning.\n\n00:00:08 - Jo Lind\nSo?\n\n00:01:00 - Ada Pell\nYes.\n",
        "00:00:03 Ada Pell\nGood morning.\n00:00:08 Jo Lind\nSo?\n00:01:00 Ada Pell\nYes.\n",
        "[00:03] Ada Pell\nGood morning.\n\n[00:08] Jo Lind\nSo?\n\n[01:00] Ada Pell\nYes.\n",
        "00:00:03\nAda Pell: Good morning.\n\n00:00:08\nJo Lind: So?\n\n00:01:00\nAda Pell: Yes.\n",
        "Ada Pell [00:00:03] Good morning.\n\nJo Lind [00:00:08] So?\n\nAda Pell [00:01:00] Yes.\n",
        "Ada Pell (00:03): Good morning.\nJo Lind (00:08): So?\nAda Pell (01:00): Yes.\n",
        "Ada Pell\nAda Pell 0 minutes 3 seconds\n0:03\nGood morning.\nJo Lind\nJo Lind 0 minutes 8 seconds\n0:08\nSo?\n\
         Ada Pell\nAda Pell 1 minute 0 seconds\n1:00\nYes.\n",
        "00:00:03 From Ada Pell to Everyone:\n\tGood morning.\n00:00:08 From Jo Lind to Everyone:\n\tSo?\n\
         00:01:00 From Ada Pell to Jo Lind(Direct Message):\n\tYes.\n",
        "[14/03/2031, 0:00:03] Ada Pell: Good morning.\n[14/03/2031, 0:00:08] Jo Lind: So?\n\
         [14/03/2031, 0:01:00] Ada Pell: Yes.\n",
        "Ada Pell\n12:00:03 AM\nGood morning.\nJo Lind\n12:00:08 AM\nSo?\nAda Pell\n12:01:00 AM\nYes.\n",
    ] {
        let transcript = read(text);
        let turn = |turn: &crate::model::Turn| {
            let name = transcript.label(turn).map(|label| label.name.clone());
            (name, turn.at.map(|at| at.0 / 1000), transcript.words(transcript.speech(turn)))
        };
        let turns: Vec<_> = transcript.turns.iter().map(turn).collect();
        let said = |name: &str, at, words| (Some(name.to_owned()), Some(at), words);
        let wanted = [said("Ada Pell", 3, "Good morning."), said("Jo Lind", 8, "So?"), said("Ada Pell", 60, "Yes.")];
        assert_eq!(turns, wanted, "{text}");
    }
    let chat = read("14-03-2031 10:02 - Ada joined\n14-03-2031 10:02 - Ada: hi\n14-03-2031 10:03 - Ada: so\n");
    assert_eq!((chat.turns.len(), chat.reading.as_str()), (2, "14-03-2031 10:02 - Ada joined\nAda: hi\nAda: so"));
}

#[test]
fn a_minister_by_the_office_alone() {
    let text = "The Presiding Officer (Ann Hale): Order.\n\nThe First Minister (Jo Lind): I rise.\n\n\
                Ada Pell (Eastmere) (Shore): The First Minister said: no.\n\nThe First Minister: No.\n\nAda Pell: Oh.\n";
    let transcript = read(text);
    let names = transcript.turns.iter().map(|turn| transcript.label(turn).map_or("-", |label| &*label.name));
    assert!(
        names.eq(["The Presiding Officer", "Jo Lind", "Ada Pell", "Jo Lind", "Ada Pell"]),
        "{}",
        outline(&transcript)
    );
}

/// What the reports of other houses look like where they are copied, each with who speaks there, how often, and how many
/// persons they are.
#[test]
fn headings_of_other_houses() {
    for (text, persons, wanted) in [
        // The button stands above the names, and brackets below them.
        (
            "Harbour Light\n\nShare this contribution\nJane Doyle\n(Eastmere) (Shore)\n1. What steps he is taking.\n\n\
             Share this contribution\nThe Secretary of State for Ports and Piers\n(John Pike)\nSome.\n\nSmall Boats\n\n\
             Share this contribution\nThe Prime Minister\n(Ada Lind)\nI agree.\n\n\
             Share this contribution\nJane Doyle\nWhich?\n\nShare this contribution\nJohn Pike\nThese.\n\n\
             Share this contribution\nMr Deputy Speaker\n(Mr Amos Hale)\nOrder.\n\n\
             Share this contribution\nThe Prime Minister\nHear.\n",
            4,
            "Jane Doyle|John Pike|Ada Lind|Jane Doyle|John Pike|Mr Deputy Speaker|Ada Lind",
        ),
        // A lord who is a minister is so where only the name stands.
        (
            "Asked by\nLord Doyle (Shore)\nTo ask about piers.\n\nThe Minister of State, Port Office (Lord Pike of Ley) \
             (Hill)\nMy Lords, no.\n\nLord Doyle (Shore)\nWhy?\n\nLord Pike of Ley (Hill)\nTime.\n\n\
             The Earl of Westmere (CB)\nHm.\n\nThe Lord Bishop of Eastmere\nAmen.\n\n\
             The Lord Speaker (Lord Hale of Nab)\nOrder.\n",
            5,
            "Lord Doyle|Lord Pike of Ley|Lord Doyle|Lord Pike of Ley|The Earl of Westmere|The Lord Bishop of Eastmere|\
             The Lord Speaker",
        ),
        (
            "An Ceann Comhairle\nI call Deputy Doyle.\n\nDeputy Ann Doyle\nI ask the Minister.\nAnn Lind\nknows.\n\n\
             Minister for Ports (Deputy John Pike)\nNo.\n\nDeputy Ann Doyle\nWhy?\n\nDeputy John Pike\nTime.\n\n\
             The Taoiseach\nIndeed.\n\nMr. Sam Hale\nI know.\nMr. Sam Hale\nknows.\n\nMr. Sam Hale\nI do.\n",
            5,
            "An Ceann Comhairle|Ann Doyle|John Pike|Ann Doyle|John Pike|The Taoiseach|Sam Hale|Sam Hale",
        ),
        (
            "An Ceann Comhairle: I call Deputy Doyle.\n\nDeputy Ann Doyle: Two things: piers and light.\n\n\
             Minister for Ports (Deputy John Pike): No.\n\nDeputy Ann Doyle: Why?\n\nDeputy John Pike: Time.\n",
            3,
            "An Ceann Comhairle|Ann Doyle|John Pike|Ann Doyle|John Pike",
        ),
        (
            "The Chair (Mr. Amos Hale (Westmere, Hill)): Order.\n\nMs. Ann Doyle (Eastmere, Shore): Yes?\n\n\
             Mr. John Pike (Governor, Bank of Eastmere): Money.\n\nThe Chair: Thank you.\n\nMs. Ann Doyle: Why?\n\n\
             Mr. John Pike: Time.\n\nSam Lind (Harbour Master): Tide.\n",
            4,
            "The Chair|Ann Doyle|John Pike|The Chair|Ann Doyle|John Pike|Sam Lind",
        ),
        (
            "Präsident Mag. Karl Brunn: Guten Tag.\n\nAbgeordneter Jan Lind (Deich): Zwei Dinge.\n\n\
             Bundesminister für Häfen Dr. Max Feld, MSc: Danke.\n\nAbgeordnete Mag. Ada Hale, MES (NORD/\nKüste): Nein.\n\n\
             Präsident Mag. Karl Brunn: Danke.\n\nAbgeordneter Jan Lind (Deich): Bitte.\n",
            4,
            "Mag. Karl Brunn|Jan Lind|Dr. Max Feld|Mag. Ada Hale|Mag. Karl Brunn|Jan Lind",
        ),
        (
            "President. – The debate is open.\n\nAnn van Doyle (SHORE). – Mr President, two points: piers and light.\n\n\
             John Pike, Member of the Commission. – No. – Or so they say.\n\nMax Feld, im Namen der HILL-Fraktion. – Ja.\n\n\
             President. – Thank you.\n\nAnn van Doyle (SHORE). – No.\n",
            4,
            "President|Ann van Doyle|John Pike|Max Feld|President|Ann van Doyle",
        ),
        (
            "M. le président. Bonjour.\n\nM. Jean Lind. Deux choses.\n\nPlusieurs députés du groupe RIVE. Oh !\n\n\
             M. Jean Lind. Plusieurs députés du groupe ont ri. Moi aussi.\n\nM. le président. Bien.\n",
            3,
            "M. le président|Jean Lind|Plusieurs députés du groupe RIVE|Jean Lind|M. le président",
        ),
    ] {
        let transcript = read(text);
        assert_eq!(transcript.format, Format("hansard"), "{text}");
        let names = transcript.turns.iter().map(|turn| transcript.label(turn).map_or("-", |label| &*label.name));
        assert!(names.eq(wanted.split('|')), "{}", outline(&transcript));
        assert_eq!(transcript.speakers.len(), persons, "{}", outline(&transcript));
    }
}

#[test]
fn what_only_looks_like_another_house() {
    for text in [
        "Present\nLord Pike (Hill)\nLady Doyle (Shore)\nThe Earl of Westmere (CB)\n\nThe committee met. It was late.\n",
        "Lord Pike (Hill)\nChair since May\n\nLady Doyle (Shore)\nA member.\n\nDeputy Ann Lind\nPatrol.\n\nDeputy Jo Hale\nPier.\n",
        "The Earl of Westmere (1801)\nA man of the sea.\n\nThe Earl of Westmere (1801)\nHe sailed.\n\nPresident. – he said.\n",
        "Deputy Mayor Lind\nwas there.\n\nDeputy City Clerk\n\nDeputy Mayor Lind\nwas late.\n",
        "Eastmere (dpa). – It rains.\n\nNew Harbour (dpa). – It snows.\n\nOld Harbour (dpa). – It hails.\n",
        "An author (Ann Doyle)\nwrites.\n\nThe pier\n(Old Harbour)\nis wet.\n\nThe pier\n(New Harbour)\nis dry.\n",
        "The President spoke. – He was late.\n\nPlusieurs députés. Ils rient.\n\nPlusieurs députés. Ils rient.\n",
    ] {
        let transcript = read(text);
        assert!(transcript.speakers.is_empty(), "{}", outline(&transcript));
    }
}

#[test]
fn what_a_broadcaster_puts_behind_names() {
    let text = "PIKE: Good evening.\n\n(BEGIN VIDEO CLIP)\n\nADA LIND (D), PRESIDENT OF THE HARBOUR BOARD: We act.\n\n\
                PIKE (voice-over): So she said.\n\nJO DOYLE, SENIOR HARBOUR CORRESPONDENT: Yes.\n\nPIKE: Why?\n\n\
                DOYLE: Here is the thing: nobody knows.\n\nUNIDENTIFIED FEMALE: No.\n\nDOYLE: Right.\n";
    let transcript = read(text);
    let labels: Vec<String> = transcript.speakers.iter().map(crate::model::Speaker::label).collect();
    assert_eq!(labels, ["PIKE", "ADA LIND (D)", "JO DOYLE", "UNIDENTIFIED FEMALE"], "{}", outline(&transcript));
    assert_eq!(transcript.turns.len(), 8);
}

#[test]
fn a_court_transcript_in_capitals() {
    let text = "THE COURT. Be seated.\n\nMR. PIKE. Thank you, Your Honor.\nMR. LIND. I object. Mr. Pike\nsaid: no.\n\n\
                THE COURT. Overruled.\n\nMR. PIKE. I have two questions:\n\nWho?\n";
    let transcript = read(text);
    assert_eq!(transcript.format, Format("congressional-record"));
    let said: Vec<&str> = transcript.turns.iter().map(|turn| transcript.words(transcript.speech(turn))).collect();
    let expected = [
        "Be seated.",
        "Thank you, Your Honor.",
        "I object. Mr. Pike said: no.",
        "Overruled.",
        "I have two questions:\n\nWho?",
    ];
    assert_eq!(said, expected);
}

#[test]
fn without_speakers_each_paragraph_is_a_turn() {
    let transcript = read("Er was eens een dijk.\n\nDie dijk brak: het water kwam.\n");
    assert_eq!(transcript.format, Format("plain"));
    assert_eq!(transcript.remarks, [crate::model::Remark::NoSpeakers]);
    assert_eq!(transcript.turns.len(), 2);
    assert!(transcript.turns.iter().all(|turn| turn.speaker.is_none() && turn.heading.is_empty()));
    assert_eq!(read("").turns, [], "nothing at all is no turn");
}

#[test]
fn a_heading_may_take_two_lines_or_a_page() {
    let text = "De voorzitter:\nDank u.\n\nMevrouw Van der Meulen-\nten Kate (Groen-Noord):\nJa.\n\nDe heer Van\n\n\
                Tweede Kamer, vergaderjaar 2030–2031, 41 207, nr. 18 3\n\nOordt (Dijkpartij):\nNee.\n";
    let transcript = read(text);
    let labels: Vec<String> = transcript.speakers.iter().map(crate::model::Speaker::label).collect();
    assert_eq!(
        labels,
        ["De voorzitter", "Mevrouw Van der Meulen-ten Kate (Groen-Noord)", "De heer Van Oordt (Dijkpartij)"]
    );
    let said: Vec<&str> = transcript.turns.iter().map(|turn| transcript.words(transcript.speech(turn))).collect();
    assert_eq!(said, ["Dank u.", "Ja.", "Nee."]);
    assert_eq!(transcript.words(transcript.turns[2].heading), "De heer Van Oordt (Dijkpartij):");
    let given_the_floor = "De voorzitter:\nMevrouw Aalst.\nMevrouw Aalst (Dijkpartij):\nDank u.\n";
    assert_eq!(read(given_the_floor).speakers.len(), 2);
}

#[test]
fn a_soft_hyphen_at_a_line_end_joins() {
    let transcript = read("De voorzitter:\nDe Staatssecre\u{ad}\ntaris komt.\n");
    assert_eq!(transcript.words(transcript.paragraphs[0].text), "De Staatssecretaris komt.");
}

#[test]
fn a_name_before_a_colon_is_a_speaker_only_if_it_recurs() {
    let text =
        "Pike: Welcome.\n\nDoyle: Two options: repair or replace.\nCost: high.\n\nPike: So be it.\n\nDoyle: Yes.\n";
    let transcript = read(text);
    assert_eq!(transcript.format, Format("named-lines"));
    let said: Vec<_> = transcript.turns.iter().map(|turn| transcript.words(transcript.speech(turn))).collect();
    assert_eq!(said, ["Welcome.", "Two options: repair or replace.\nCost: high.", "So be it.", "Yes."]);
}

/// Ten times the text may take some ten times the time, and not a hundred, in texts of the kinds that would otherwise
/// be quadratic. Each is read at two sizes in one run, and the ratio is far from either.
#[test]
fn hostile_texts_are_read_in_linear_time() {
    fn repeat(piece: &'static str) -> Box<dyn Fn(usize) -> String> {
        Box::new(move |count| piece.repeat(count))
    }
    /// `#` stands for another number each time.
    fn number(piece: &'static str) -> Box<dyn Fn(usize) -> String> {
        let letters = |n: usize| n.to_string().bytes().map(|b| char::from(b - b'0' + b'a')).collect::<String>();
        Box::new(move |count| (0..count).map(|n| piece.replace('#', &letters(n))).collect())
    }
    let chair = |piece: &'static str| -> Box<dyn Fn(usize) -> String> {
        Box::new(move |count| format!("De voorzitter:\n{}\n\nA (B):\nc\n", piece.repeat(count)))
    };
    let makers = [
        chair("Ik heb de toezeggingen genoteerd. Dank. "),
        chair("Ik heb de toezeggingen genoteerd: de minister gaat: a; b en de c. "),
        repeat("a:\n"),
        repeat("De heer "),
        repeat("("),
        repeat("Aa-\nBb "),
        repeat("😀"),
        repeat("\r"),
        repeat("– \n"),
        repeat("De heer Aa\n"),
        number("X#x-\nYy "),
        number("Voorzitter: A#\n"),
        number("Aanwezig zijn de heer A#, Minister van B,\n"),
        number("Minister A#:\nDank.\n"),
        number("De heer A#,\n"),
        number("A#: b\n\nA#: c\n\n"),
        repeat("01.01 Aa "),
        number("01.01 Aa\n"),
        number("01.01 Minister A#: b\n01 Vraag van A aan A# (B)\n"),
        number("  Mr. DOYLE#A. b\n"),
        repeat("    [a\n"),
        repeat("  "),
        repeat("     AAAA BBBB\n"),
        number("  The SPEAKER (Mr. A#). b\n  The CHAIR. c\n"),
        number("A#\n(B) (C)\nd\n"),
        repeat("(a\n"),
        number("M. A#. b\n"),
        repeat("M. a b. "),
        repeat("Ann Lind. – b\nPresident. – c\n"),
        number("Lord A# (B)\nDeputy A# B\n"),
        repeat("Share this contribution\nMr Speaker\n(Ann Lind)\n"),
        repeat("))))(((("),
        number("Mr. A# (B, C): d\nA# (B\nC): d\n"),
        number("A# B#  0:20\nb\n"),
        number("**A#:** b\n"),
        number("[0:20] A# (B): b\n"),
        repeat("Ada Pike\n0:20\n"),
        repeat("a: b: "),
        repeat("(((:"),
        repeat("WEBVTT\n0:00:00.0 --> 0:00:01.0\n<v A>b <c>c</c> &amp; >> d\n"),
        repeat("0:00:00.0 --> 0:00:01.0\n"),
        repeat("0:00:00.0 --> 0:00:01.0\nb\nb\n"),
        number("0:00:00.0 --> 0:00:01.0\nA#: b\nc"),
        repeat("<"),
        repeat(">&gt;"),
        repeat("{\\"),
        repeat("&#1"),
        repeat("---\n"),
    ];
    for (which, make) in makers.iter().enumerate() {
        let time = |count| {
            let text = make(count);
            let start = std::time::Instant::now();
            assert!(read(&text).source.len() == text.len());
            start.elapsed().as_secs_f64()
        };
        let (small, large) = (time(4_000), time(40_000));
        assert!(large < 60.0 * small + 0.5, "text {which}: {small} s, then {large} s");
    }
}

/// Headings as other reports write them, each with what stands in it for whom.
#[test]
fn dutch_headings_in_other_hands() {
    let who = |text: &str| -> Vec<String> {
        let transcript = read(text);
        assert_eq!(transcript.format, Format("dutch-report"), "{text}");
        let label = |turn| transcript.label(turn).unwrap().words();
        transcript.turns.iter().map(label).collect()
    };
    let guests =
        "De voorzitter: Welkom.\n\nDe heer Klaas: Dank u wel.\n\nMevrouw Smit: Een vraag.\n\nDe heer Klaas: Ja.\n";
    assert_eq!(who(guests), ["De voorzitter", "De heer Klaas", "Mevrouw Smit", "De heer Klaas"]);
    let capitals =
        "De VOORZITTER:\nDank.\n\nDe heer JANSE (Duin):\nJa.\n\nDe  voorzitter:\nU.\n\nDe  heer  Poel  (Veld):\nNee.\n";
    assert_eq!(who(capitals), ["De VOORZITTER", "De heer JANSE (Duin)", "De voorzitter", "De heer Poel (Veld)"]);
    let short = "De voorzitter:\nDank.\n\nDhr. Janse (Duin):\nJa.\n\nMw. Poel (Veld):\nNee.\n\nDe griffier:\nZeven.\n";
    assert_eq!(who(short), ["De voorzitter", "Dhr. Janse (Duin)", "Mw. Poel (Veld)", "De griffier"]);
    let behind = "De voorzitter:\nDank.\n\nDe heer Janse (Duin), rapporteur:\nJa.\n\nMevrouw Poel (Veld) (via video):\nNee.\n\n\
                  Mevrouw Smit, inspreker: Dag.\n\nDe heer De Wit (inspreker): Dag.\n";
    assert_eq!(
        who(behind),
        ["De voorzitter", "De heer Janse (Duin)", "Mevrouw Poel (Veld)", "Mevrouw Smit", "De heer De Wit"]
    );
    let bare =
        "De voorzitter\nDank.\n\nDe heer Wim Janse (Duin)\nJa.\n\nMinister Ter Aalst\nNee.\n\nDe voorzitter\nDag.\n";
    assert_eq!(who(bare), ["De voorzitter", "De heer Wim Janse (Duin)", "Minister Ter Aalst", "De voorzitter"]);
    let goes_on = "De voorzitter: Dank.\n\nMevrouw Halma (Duin): en dat geldt ook morgen.\n";
    assert_eq!(who(goes_on), ["De voorzitter", "Mevrouw Halma (Duin)"]);
}

#[test]
fn speech_that_looks_like_a_heading_is_speech() {
    let text = "De voorzitter:\nDank.\n\nMevrouw Aalst (Duin):\nToen zei\nde heer Janse: \"Nooit.\"\nDe heer Janse: \"Nooit!\" Dat was \
                het.\nMevrouw Poel, ik vraag u:\nwaarom?\nDe heer Janse (Veld), en dat weet u, zegt:\nja.\n";
    assert_eq!(read(text).turns.len(), 2);
}

#[test]
fn remarks_of_the_reporter_in_other_words() {
    let text = "Voorzitter: mevrouw Poel\nAanvang: 10.00 uur\n\nDe voorzitter:\nDank.\n\nDe vergadering wordt van 23.50 uur tot 0.10 uur\n\
                geschorst.\n\nFungerend voorzitter: Janse\n\nDe voorzitter:\nVerder.\n\nSchorsing van 12.00 uur tot 13.00 uur\n\n\
                De voorzitter:\nKlaar.\n\nSluiting: 14.00 uur\n";
    let transcript = read(text);
    let kinds: Vec<String> = transcript
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Aside(aside) => Some(aside.kind.name().to_owned()),
            Block::Turn(_) => None,
        })
        .collect();
    assert_eq!(kinds, ["chair-change", "opening", "suspension", "chair-change", "suspension", "closing"]);
    let chairs: Vec<&str> =
        transcript.turns.iter().filter_map(|turn| transcript.in_chair(turn)).map(|who| who.name.as_str()).collect();
    assert_eq!(chairs, ["Poel", "Janse", "Janse"]);
    assert_eq!(transcript.meeting.end.map(jiff::civil::Time::hour), Some(14));
}

/// The paragraphs of a text in which the user lets somebody begin to speak at these words.
fn parted(text: &str, before: &str) -> Vec<String> {
    let at = Byte::at(text.find(before).unwrap());
    let turns = [(at, TurnCorrection::By("Duin".to_owned()))].into();
    let transcript = read_with(text, &Corrections { turns, ..Corrections::default() });
    laws::hold_for_the_reading(&transcript, text);
    transcript.paragraphs.iter().map(|paragraph| transcript.words(paragraph.text).to_owned()).collect()
}

#[test]
fn a_turn_by_hand_may_begin_at_a_repair() {
    let text = "WEBVTT\n\n00:01.000 --> 00:02.000\nVis &amp; zout&nbsp;brood\n";
    assert_eq!(parted(text, "brood"), ["Vis & zout", "brood"]);
    assert_eq!(parted(text, "nbsp"), ["Vis & zout", "brood"]);
    assert_eq!(parted(text, "&nbsp"), ["Vis & zout", "brood"]);
    assert_eq!(parted(text, "mp;"), ["Vis", "& zout brood"], "within a sign, before it");
}

#[test]
fn a_name_in_a_caption_may_stand_before_a_remark() {
    let text = "0:10 --> 0:17\n<v Pike>\n\n0:17 --> 0:18\n[Laughter]\n\n0:18 --> 0:20\nWhat?\n";
    let transcript = read(text);
    laws::hold_for_the_reading(&transcript, text);
    assert_eq!(transcript.reading, "Pike\n\n[Laughter]\n\nWhat?");
    let [turn] = transcript.turns.as_slice() else { panic!("one turn") };
    assert_eq!(transcript.words(turn.heading), "Pike");
    assert_eq!(transcript.words(transcript.speech(turn)), "[Laughter]\n\nWhat?");
}

#[test]
fn a_repair_within_a_remark_can_be_taken_back() {
    let text = "Anna Lind (Deich):\nJa.\n\n(Bei\0\u{b}\0fall bei der\nKüste)\n\nJan Pelz (Küste):\nNein.\n\nAnna Lind (Deich):\nDoch.\n";
    let read = |off| read_with(text, &Corrections { format: Some("hansard".into()), off, ..Corrections::default() });
    let all = read(std::collections::BTreeSet::new());
    for repair in all.repairs.list() {
        laws::hold_for_the_reading(&read([repair.source].into()), text);
    }
}

#[test]
fn signs_of_markdown_between_lines_stay_known_as_such() {
    let text = "**De voorzitter:**\nJa. **\n\nNee.\n\n**Mevrouw Aalst (Kust):**\nDank.\n\n**De voorzitter:**\nWel.\n";
    let transcript = read(text);
    assert_eq!(transcript.repairs.count(RepairKind::Markup), 7);
    laws::hold_for_the_reading(&transcript, text);
}
