//! Which of the lines that look like headings are headings, as the whole text tells.
//!
//! A text marks its headings in one way ([`Form`]); that in which the most labels recur is taken. A label that recurs
//! is a speaker, unless the headings stand behind empty lines and this label never does. A label that stands only once
//! is a speaker where it stands as the others do (behind an empty line, alone on its line, in capitals, with a time)
//! and names a person or an office: `Cost:` and `For example:` do not. A text too short for any label to recur has
//! headings where most of its paragraphs begin with one.
//!
//! Forms, mails and lists have labels that recur, too, but values behind them: what is said ends as a sentence, is
//! long, or has words such as "I" and "yes" ([`is_speech`]).

use std::collections::{HashMap, HashSet};

use super::{
    Line,
    name_label::{self, Form, Heading},
};

/// Words that stand in much of what is said and in few values; the shortest English one is looked at by itself.
const SPOKEN: &str = "you we it that what why how is are do did have yes no yeah oh uh um mm hm hi hello well so okay ok \
    sure thanks ik je jij wij het dat wat waarom hoe ja nee nou dus hoi hallo oké niet dank nous vous que est pas oui \
    non alors bonjour merci ich wir das nein nicht danke";

/// How labels begin that programs give to those who speak.
const GIVEN: &[&str] = &["speaker", "spreker", "sprecher", "orateur", "interview", "participant", "unknown"];

/// So many words are no value but speech.
const MANY_WORDS: usize = 8;

/// The fewest headings that show a habit.
const MIN_HABIT: u32 = 4;

/// A label that recurs no more often than this may be the word before a list.
const FEW: u32 = 3;

/// Where the turns of a text have more paragraphs than this, its headings may be something else.
const MAX_PARAGRAPHS: usize = 20;

/// How often something was so, of how many times.
#[derive(Clone, Copy, Default)]
struct Share {
    yes: u32,
    all: u32,
}

impl Share {
    fn add(&mut self, is: bool) {
        self.yes += u32::from(is);
        self.all += 1;
    }

    fn is_at_least(self, percent: u32) -> bool {
        self.yes * 100 >= self.all * percent
    }

    /// What nearly all headings do, if they do.
    fn habit(self) -> Option<bool> {
        let is_clear = self.all >= MIN_HABIT && (self.is_at_least(90) || self.yes * 10 <= self.all);
        is_clear.then_some(self.yes * 2 > self.all)
    }
}

/// How the headings stand whose labels recur.
#[derive(Clone, Copy, Default)]
struct Habits {
    behind_empty: Share,
    alone: Share,
    timed: Share,
    capitals: Share,
    /// Names of one word without a title.
    single: Share,
}

impl Habits {
    fn add(&mut self, line: &Line<'_>, heading: &Heading<'_>) {
        self.behind_empty.add(is_behind_empty(line));
        self.alone.add(heading.words == line.text.len());
        self.timed.add(heading.at.is_some());
        self.capitals.add(is_in_capitals(&heading.label.name));
        self.single.add(is_single(heading));
    }

    /// Whether a heading stands as the others do.
    fn agree(&self, line: &Line<'_>, heading: &Heading<'_>) -> bool {
        let agree = |share: Share, is: bool| share.habit().is_none_or(|habit| habit == is);
        // Where the others stand behind empty lines, so must this; the other way round it may.
        (is_behind_empty(line) || self.behind_empty.habit() != Some(true))
            && agree(self.alone, heading.words == line.text.len())
            && agree(self.timed, heading.at.is_some())
            && (agree(self.capitals, is_in_capitals(&heading.label.name)) || heading.is_titled)
    }
}

/// What a text says about one label.
#[derive(Clone, Copy, Default)]
struct Seen {
    count: u32,
    behind_empty: u32,
}

/// What the whole text says about its headings.
pub(super) struct Evidence {
    form: Form,
    /// The letters that mark questions and answers.
    letters: &'static str,
    /// Labels, in small letters, of the form that is taken.
    seen: HashMap<String, Seen>,
    /// The last words of the labels that recur, in small letters.
    surnames: HashSet<String>,
    /// Last words of labels that the text elsewhere writes small.
    common: HashSet<String>,
    habits: Habits,
    /// Whether most paragraphs begin with a heading.
    is_dense: bool,
    /// How many paragraphs the text has.
    paragraphs: usize,
    /// Whether the text begins with a heading of more than one word.
    begins: bool,
    /// How often what stands behind a label that recurs is speech, and not a value as in a form.
    speech: Share,
    /// How many different labels recur, and how many headings have them.
    recurring: u32,
    turns: u32,
}

impl Evidence {
    /// Weighs the lines of a text; `None` if nobody is named.
    pub(super) fn weigh(lines: &[Line<'_>]) -> Option<Self> {
        let found: Vec<(&Line<'_>, Heading<'_>)> =
            lines.iter().enumerate().filter_map(|(at, line)| Some((line, candidate(&lines[at..])?))).collect();
        let is_letter = |heading: &Heading<'_>| heading.form == Form::Letter;
        let (mut asked, mut answered) = (0, 0);
        let mut seen: HashMap<(Form, String), Seen> = HashMap::new();
        for (line, heading) in &found {
            if is_letter(heading) {
                *(if heading.label.name == "Q" { &mut asked } else { &mut answered }) += 1;
                continue;
            }
            let seen = seen.entry((heading.form, key(heading))).or_default();
            seen.count += 1;
            seen.behind_empty += u32::from(is_behind_empty(line));
        }
        // Times behind names have words below them; in a list of times they have not.
        let is_list = |form: Form| {
            let alone =
                |(line, heading): &&(&Line<'_>, Heading<'_>)| heading.form == form && heading.words == line.text.len();
            matches!(form, Form::Timed | Form::Led) && found.iter().filter(alone).count() * 3 > lines.len() * 2
        };
        // At a press briefing only the questions are; whoever answers has a name.
        let answers = asked > 1 && answered > 1;
        let has_names = found.iter().any(|(_, heading)| {
            heading.form == Form::Colon
                && heading.is_name
                && (heading.is_titled || is_in_capitals(&heading.label.name))
                && seen.get(&(heading.form, key(heading))).is_some_and(|seen| seen.count > 1)
        });
        let letters = match answers {
            true => "QA",
            false if asked > 1 && answered == 0 && has_names => "Q",
            false => "",
        };
        let weight = |form: Form| -> u32 {
            seen.iter().filter(|((f, _), s)| *f == form && s.count > 1).map(|(_, s)| s.count).sum()
        };
        let named = |form: Form| found.iter().filter(|(_, heading)| heading.form == form && heading.is_name).count();
        let forms = [Form::Colon, Form::Marked, Form::Led, Form::Timed];
        let forms = forms.into_iter().filter(|form| !is_list(*form));
        let form = forms.max_by_key(|form| (weight(*form), named(*form)))?;
        let mut evidence = Self {
            form,
            letters,
            seen: seen.into_iter().filter(|((f, _), _)| *f == form).map(|((_, key), seen)| (key, seen)).collect(),
            surnames: HashSet::new(),
            common: HashSet::new(),
            habits: Habits::default(),
            is_dense: false,
            paragraphs: 0,
            begins: false,
            speech: Share::default(),
            recurring: 0,
            turns: 0,
        };
        evidence.learn(lines, &found);
        Some(evidence).filter(|evidence| !evidence.letters.is_empty() || evidence.turns > 0 || evidence.is_dense)
    }

    fn learn(&mut self, lines: &[Line<'_>], found: &[(&Line<'_>, Heading<'_>)]) {
        let (mut candidates, mut of_persons, mut leading) = (HashSet::new(), 0, 0);
        for (line, heading) in found.iter().filter(|(_, heading)| heading.form == self.form) {
            let count = self.seen[&key(heading)].count;
            if !heading.is_name {
                // An odd name is one if it recurs, and most of the text has names.
                of_persons += u32::from(count > 1);
                leading += u32::from(count > 1 && is_behind_empty(line));
                continue;
            }
            if count > 1 {
                self.habits.add(line, heading);
                self.surnames.insert(last_word(heading));
                self.turns += 1;
            }
            if count <= FEW {
                candidates.insert(last_word(heading));
            }
            if !is_single(heading) || heading.at.is_some() {
                of_persons += 1;
                leading += u32::from(is_behind_empty(line));
            }
        }
        let recurring = self.seen.values().filter(|seen| seen.count > 1);
        self.recurring = u32::try_from(recurring.count()).unwrap_or(u32::MAX);
        let is_most = |part: u32, whole: usize| part as usize * 10 >= whole * 6;
        let paragraphs = lines.iter().filter(|line| is_behind_empty(line)).count();
        self.paragraphs = paragraphs;
        let enough = if self.form == Form::Colon { 2 } else { 1 };
        // What stands behind a time may be a point of the programme, unless it recurs.
        let of_persons = if self.form == Form::Led { self.turns } else { of_persons };
        let all = of_persons.max(self.turns);
        self.is_dense =
            of_persons >= enough && is_most(leading, paragraphs) || all >= enough && is_most(all, lines.len());
        self.begins = found.first().is_some_and(|(line, heading)| line.breaks == 0 && !is_single(heading));
        self.speech = self.said(lines, found);
        let words = lines.iter().flat_map(|line| line.text.split(|c: char| !c.is_alphanumeric()));
        let small = words.filter(|word| word.starts_with(char::is_lowercase) && candidates.contains(*word));
        self.common = small.map(str::to_owned).collect();
    }

    /// How often what stands behind the labels that recur, without a time, is speech.
    fn said(&self, lines: &[Line<'_>], found: &[(&Line<'_>, Heading<'_>)]) -> Share {
        let counts = |heading: &Heading<'_>| {
            let label = key(heading);
            let is_given = GIVEN.iter().any(|given| label.starts_with(given));
            heading.form == self.form && heading.at.is_none() && self.seen[&label].count > 1 && !is_given
        };
        let mut labels = found.iter().filter(|(_, heading)| counts(heading)).peekable();
        let (mut speech, mut open) = (Share::default(), None::<Vec<&str>>);
        for line in lines {
            if let Some((_, heading)) = labels.next_if(|(labelled, _)| labelled.start == line.start) {
                open.replace(vec![&line.text[heading.words..]]).iter().for_each(|said| speech.add(is_speech(said)));
            } else if let Some(said) = open.as_mut().filter(|said| line.breaks == 1 || said[..] == [""]) {
                said.push(line.text);
            } else {
                open.take().iter().for_each(|said| speech.add(is_speech(said)));
            }
        }
        if let Some(said) = open {
            speech.add(is_speech(&said));
        }
        speech
    }

    /// Whether nearly all that stands behind the labels is values.
    fn is_form(&self) -> bool {
        self.speech.all >= MIN_HABIT && !self.speech.is_at_least(20)
    }

    /// Whether `heading`, at the beginning of `line`, is one.
    pub(super) fn accepts(&self, line: &Line<'_>, heading: &Heading<'_>) -> bool {
        if heading.form == Form::Letter {
            return self.letters.contains(&*heading.label.name);
        }
        if heading.form != self.form {
            return false;
        }
        let seen = self.seen.get(&key(heading)).copied().unwrap_or_default();
        let is_timed = heading.form == Form::Timed;
        if !heading.is_name {
            return is_timed || seen.count > 1 && self.is_dense && self.habits.agree(line, heading);
        }
        if seen.count <= 1 {
            return self.habits.agree(line, heading) && self.is_in_place(line, heading) && self.is_somebody(heading);
        }
        // A word that the text writes small elsewhere is no name, unless everything is marked as it is.
        let is_list =
            is_single(heading) && !self.is_dense && seen.count <= FEW && self.common.contains(&last_word(heading));
        let stands_well = is_behind_empty(line) || seen.behind_empty * 2 >= seen.count;
        (is_timed || !is_list) && (stands_well || self.habits.behind_empty.habit() != Some(true))
    }

    /// Whether a label that stands only once stands where a turn can begin.
    fn is_in_place(&self, line: &Line<'_>, heading: &Heading<'_>) -> bool {
        let share = self.habits.behind_empty;
        let is_mixed = share.all >= MIN_HABIT && (share.habit() == Some(false) || heading.is_titled);
        is_behind_empty(line)
            || self.is_dense
            || heading.form == Form::Timed
            || is_mixed
            || !self.letters.is_empty() && heading.is_titled
    }

    /// Whether a label that stands only once names a person or an office.
    fn is_somebody(&self, heading: &Heading<'_>) -> bool {
        let last = last_word(heading);
        if heading.is_titled || heading.form != Form::Colon && heading.at.is_some() || self.surnames.contains(&last) {
            return true;
        }
        let singles = self.habits.single;
        !self.common.contains(&last) && (!is_single(heading) || singles.yes > 0 && singles.is_at_least(30))
    }

    /// How sure it is, in percent, that the text has headings.
    pub(super) fn confidence(&self) -> u8 {
        let singles = self.habits.single;
        // One bare word that recurs is somebody only where the text begins with a label, or most of it has them.
        let has_others = !self.letters.is_empty() || self.is_dense || self.begins;
        if self.is_form() || !has_others && self.recurring == 1 && singles.yes == singles.all {
            return 0;
        }
        let is_sparse = (self.turns as usize) * MAX_PARAGRAPHS < self.paragraphs;
        match (self.recurring, self.turns) {
            (2.., 4..) if !is_sparse => 80,
            (1.., 2..) if self.form != Form::Colon => 80,
            _ if !self.letters.is_empty() => 80,
            (1.., 3..) | (2.., _) => 40,
            _ if self.is_dense || self.begins && self.turns > 1 => 30,
            _ => 0,
        }
    }
}

/// Whether these lines are said, and not the value of a field.
fn is_speech(lines: &[&str]) -> bool {
    let Some(last) = lines.iter().rev().find(|line| !line.is_empty()) else { return false };
    let words = || lines.iter().flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
    let is_spoken = |word: &str| SPOKEN.split(' ').any(|spoken| spoken == word);
    let bare = last.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '}']);
    bare.ends_with(['.', '!', '?', '…', '-', '–', '—'])
        || last.ends_with([']', '}'])
        || !bare.ends_with([',', ';']) && words().filter(|word| !word.is_empty()).count() >= MANY_WORDS
        || words().any(|word| word == "I" || word.len() > 1 && is_spoken(&word.to_lowercase()))
}

fn is_behind_empty(line: &Line<'_>) -> bool {
    line.breaks != 1
}

fn is_in_capitals(name: &str) -> bool {
    // `McINTYRE` is in capitals, too.
    let small = name.chars().filter(|c| c.is_lowercase()).count();
    let large = name.chars().filter(|c| c.is_uppercase()).count();
    large > 1 && small * 3 <= large
}

/// Whether the label is one bare word.
fn is_single(heading: &Heading<'_>) -> bool {
    !heading.is_titled && !heading.label.name.contains(char::is_whitespace)
}

fn last_word(heading: &Heading<'_>) -> String {
    heading.label.name.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase()
}

/// What looks like a heading at the first of these lines.
pub(super) fn candidate<'a>(lines: &[Line<'a>]) -> Option<Heading<'a>> {
    let [line, rest @ ..] = lines else { return None };
    name_label::heading(line.text).or_else(|| name_label::above_time(line.text, rest.first()?.text))
}

/// The label by which headings are compared.
fn key(heading: &Heading<'_>) -> String {
    heading.label.name.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::Lines;

    /// The labels of the lines that are headings.
    fn found(text: &str) -> Vec<String> {
        let lines = Lines::new(text);
        let Some(evidence) = Evidence::weigh(lines.list()) else { return Vec::new() };
        let heading = |at: usize| candidate(&lines.list()[at..]).filter(|h| evidence.accepts(&lines.list()[at], h));
        (0..lines.list().len()).filter_map(heading).map(|heading| heading.label.name.into_owned()).collect()
    }

    #[test]
    fn ok_headings() {
        for (text, wanted) in [
            ("Speaker 1: Hi.\nSpeaker 2: Ho.\n", &["Speaker 1", "Speaker 2"][..]),
            (
                "Ada Pell: Hi.\n\nSam Doyle: Ho.\n\nJo van der Aalst: Ha.\n",
                &["Ada Pell", "Sam Doyle", "Jo van der Aalst"],
            ),
            ("Ada Pell  0:00\nHi.\nIt is late.\n", &["Ada Pell"]),
            ("PELL:\nHi.\n\nDOYLE:\nOne thing:\nMoney.\n\nPELL:\nHo.\n", &["PELL", "DOYLE", "PELL"]),
            ("MS. PIKE: Hi.\n\nQ    So?\n\nMS. PIKE: No.\n\nQ    Why?\n", &["PIKE", "Q", "PIKE", "Q"]),
            ("Pell:Hi.\nDoyle:Ho.\nPell:Ha.\nDoyle:Item one:ha.\n", &["Pell", "Doyle", "Pell", "Doyle"]),
        ] {
            assert_eq!(found(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_form_has_labels_but_no_speakers() {
        for (text, is_form) in [
            ("Pump: 4\nSluice: open\nPump: 5\nSluice: shut\n", true),
            ("Keeper: Jo Lind\nHarbour: Eastmere;\nKeeper: Ada Pell\nHarbour: West (old)\n", true),
            ("Ada: hello\nJo: I know\nAda: so\nJo: thanks\n", false),
            ("Speaker 1: dikes\nSpeaker 2: bridges\nSpeaker 1: boats\nSpeaker 2: gulls\n", false),
            ("Ada: Hm\nJo:\nThe dike is wet.\nAda: So\nJo: Right.\n", false),
        ] {
            let evidence = Evidence::weigh(Lines::new(text).list()).unwrap();
            assert_eq!((evidence.is_form(), evidence.confidence() == 0), (is_form, is_form), "{text}");
        }
        let noted = "It rains.\n\nRemember: be dry.\n\nIt snows.\n\nIt hails.\n\nRemember: be warm.\n";
        assert_eq!(Evidence::weigh(Lines::new(noted).list()).map(|evidence| evidence.confidence()), Some(0));
    }

    #[test]
    fn err_headings() {
        for text in [
            "Opening Session 10:00\nLunch Break 12:00\nClosing Session 16:00\n",
            "Article 1: Name.\nArticle 2: Seat.\nArticle 1: again.\n",
            "Budget: we spend 5.\n\nThe budget is late.\n\nBudget: we save 3.\n\nAnd so on.\n",
            "First: the dike.\n\nSecond: the bridge.\n\nWe have three points:\n",
            "Name: Ada\nCountry: Eastmere\nColour: Blue\n",
            "Clause 3: The Minister may act.\nSchedule One: Fees.\nClause 3: He shall.\nVerse 1: Oh dike.\n",
            "Actie: Bel Jo.\nConclusies: Goed.\nActie: Bel Sam.\nConclusies: Beter.\nAanbevelingen: Geen.\n",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
