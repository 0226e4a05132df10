//! Deadlines as a calendar (iCalendar, RFC 5545).

use ics::{
    Event, ICalendar, escape_text,
    parameters::Value,
    properties::{Description, DtStart, Summary, Transp, URL},
};
use jiff::{Timestamp, civil::Date};

/// A day on which something is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The same for the same deadline, in every file.
    pub id: String,
    /// The day.
    pub day: Date,
    /// What is due.
    pub summary: String,
    /// Everything else there is to say of it.
    pub description: String,
    /// Where more of it is.
    pub address: Option<String>,
}

/// A calendar of deadlines, each an event of a whole day that leaves the day free. `now` is when it is written.
#[must_use]
pub fn calendar(deadlines: &[Deadline], now: Timestamp) -> String {
    let mut calendar = ICalendar::new("2.0", "-//Griffier//Register//EN");
    let written = now.strftime("%Y%m%dT%H%M%SZ").to_string();
    for deadline in deadlines {
        let mut event = Event::new(format!("{}@griffier", deadline.id), written.clone());
        let mut day = DtStart::new(deadline.day.strftime("%Y%m%d").to_string());
        day.add(Value::DATE);
        event.push(day);
        event.push(Summary::new(escape_text(&deadline.summary)));
        event.push(Description::new(escape_text(&deadline.description)));
        event.push(Transp::transparent());
        if let Some(address) = &deadline.address {
            event.push(URL::new(address));
        }
        calendar.add_event(event);
    }
    calendar.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_a_whole_day() {
        let deadline = Deadline {
            id: "1a2b".into(),
            day: "2031-06-20".parse().unwrap(),
            summary: "De lijst; met, de bedragen".into(),
            description:
                "Minister Ter Aalst\nVóór de zomer krijgt de Kamer de lijst, inclusief de bedragen en alles daaromheen."
                    .into(),
            address: Some("https://example.org/#/t/1".into()),
        };
        let text = calendar(&[deadline], "2031-03-12T10:15:00Z".parse().unwrap());
        insta::assert_snapshot!(text.replace("\r\n", "⏎\n"));
        // Lines are no longer than RFC 5545 has them.
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    }

    #[test]
    fn an_empty_calendar_is_one() {
        let text = calendar(&[], "2031-03-12T10:15:00Z".parse().unwrap());
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    }
}
