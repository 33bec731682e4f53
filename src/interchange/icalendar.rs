//! A chronology as a calendar file (iCalendar, RFC 5545): all-day events that a calendar can subscribe to.
//!
//! A calendar knows days. A month, a year or a span fills its days and says in the description what is known of it;
//! dates without a first or last day, and years before our era, have no place in a calendar and are noted.

use std::fmt::Write;

use crate::calendar::{Day, Edtf, LabelLength, edtf_label};
use crate::event::{Chronology, Event, Note};
use crate::text::quoted;

/// Longest line in bytes, without its line break (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// The chronology as a calendar file, and a note for every event that has no place in it. `stamp` is the day that the
/// file is made, which the format requires.
#[must_use]
pub fn icalendar_from_chronology(chronology: &Chronology, stamp: Day) -> (String, Vec<Note>) {
    let mut lines = Lines::default();
    let mut notes = Vec::new();
    lines.push("BEGIN", "VCALENDAR");
    lines.push("VERSION", "2.0");
    lines.push("PRODID", "-//Eraline//Eraline//EN");
    if let Some(title) = &chronology.title {
        lines.push_text("NAME", title);
        // The name under which older calendars know it.
        lines.push_text("X-WR-CALNAME", title);
    }
    for event in chronology.events.iter().chain(&chronology.undated) {
        match days(event) {
            Some((first, end)) => push_event(&mut lines, chronology, event, (first, end), stamp),
            None => notes.push(left_out(event)),
        }
    }
    lines.push("END", "VCALENDAR");
    (lines.text, notes)
}

/// The first day and the day after the last, where a calendar can hold both.
fn days(event: &Event) -> Option<(Day, Day)> {
    let date = event.date?;
    let (first, end) = (date.first_day()?, date.end_day()?);
    (first.year() > 0).then_some((first, end))
}

fn left_out(event: &Event) -> Note {
    let message = format!(
        "{}: expected a date with a first and a last day of our era, found {}; left out of the calendar",
        quoted(&event.headline),
        quoted(&event.date_label(LabelLength::Full))
    );
    Note { code: "no-days".to_owned(), article: None, range: None, message }
}

fn push_event(lines: &mut Lines, chronology: &Chronology, event: &Event, (first, end): (Day, Day), stamp: Day) {
    lines.push("BEGIN", "VEVENT");
    lines.push_text("UID", &format!("{}@eraline", event.id));
    lines.push("DTSTAMP", &format!("{}T000000Z", compact(stamp)));
    lines.push("DTSTART;VALUE=DATE", &compact(first));
    lines.push("DTEND;VALUE=DATE", &compact(end));
    lines.push_text("SUMMARY", &event.headline);
    lines.push_text("DESCRIPTION", &description(chronology, event));
    if !event.places.is_empty() {
        lines.push_text("LOCATION", &event.places.join(", "));
    }
    for category in event.group.iter().chain(&event.tags) {
        lines.push_text("CATEGORIES", category);
    }
    // History keeps nobody busy.
    lines.push("TRANSP", "TRANSPARENT");
    if let Some(date) = event.date {
        let status = if date.is_approximate() { "TENTATIVE" } else { "CONFIRMED" };
        lines.push("STATUS", status);
        lines.push("X-ERALINE-EDTF", &date.to_string());
    }
    lines.push("END", "VEVENT");
}

/// "20210817".
fn compact(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}{month:02}{day:02}")
}

/// The date in words, the editor's text, and what each article says.
fn description(chronology: &Chronology, event: &Event) -> String {
    let mut paragraphs = vec![event.date_label(LabelLength::Full)];
    paragraphs.extend(event.text.clone());
    for mention in event.mentions.iter().filter(|mention| !mention.quote.trim().is_empty()) {
        let mut line = format!("“{}”", mention.quote.trim());
        if let Some(article) = chronology.articles.get(mention.article) {
            let name = article.title.as_deref().or(article.publisher.as_deref()).unwrap_or(&article.id);
            let published: Option<Edtf> = article.published.date;
            let published = published.map(|date| format!(", {}", edtf_label(date, LabelLength::Full)));
            // Writing to a String cannot fail.
            let _ = write!(line, " {name}{}", published.unwrap_or_default());
        }
        paragraphs.push(line);
    }
    paragraphs.join("\n")
}

/// Content lines, folded.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// A property whose value needs no escaping.
    fn push(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut rest = line.as_str();
        let mut room = LONGEST_LINE;
        while rest.len() > room {
            let cut = (0..=room).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
            let (start, after) = rest.split_at(cut);
            self.text.push_str(start);
            self.text.push_str("\r\n ");
            // The space that marks a folded line counts.
            (rest, room) = (after, LONGEST_LINE - 1);
        }
        self.text.push_str(rest);
        self.text.push_str("\r\n");
    }

    /// A property whose value is any text.
    fn push_text(&mut self, name: &str, text: &str) {
        let mut value = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => value.extend(['\\', c]),
                '\n' => value.push_str("\\n"),
                c if c.is_control() => {}
                c => value.push(c),
            }
        }
        self.push(name, &value);
    }
}
