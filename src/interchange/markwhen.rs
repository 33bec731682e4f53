//! A chronology as markwhen text: a date range, a colon and the headline, then properties and the sentences that tell
//! of it.
//!
//! To markwhen a date spans its own unit, and it knows no doubt: the date as the text has it stands in the properties
//! `edtf` and `shown`. What it would take for tags, links, boxes to tick or shares done is kept apart by an invisible
//! sign, so that text stays text.

use super::Json;
use crate::calendar::{Edtf, Grain, LabelLength, Period};
use crate::event::{Chronology, Event, Note};
use crate::text::quoted;

/// Joins words without showing: between the parts of a sign it keeps markwhen from reading it.
const WORD_JOINER: char = '\u{2060}';

/// The chronology as markwhen text, and a note for every event that has no place in it: markwhen needs a start and an
/// end, in years of four digits.
#[must_use]
pub fn markwhen_from_chronology(chronology: &Chronology) -> (String, Vec<Note>) {
    let mut text = String::new();
    if let Some(title) = &chronology.title {
        push_property("title", title, &mut text);
    }
    for era in &chronology.eras {
        if let Some(range) = range(era.date) {
            text.push_str(&format!("\n{range}: {} #era\n", inert(&era.label)));
        }
    }
    let mut notes = Vec::new();
    for event in chronology.events.iter().chain(&chronology.undated) {
        match event.date.and_then(|date| Some((date, range(date)?))) {
            Some((date, range)) => push_event(chronology, event, (date, &range), &mut text),
            None => notes.push(left_out(event)),
        }
    }
    (text, notes)
}

fn left_out(event: &Event) -> Note {
    let message = format!(
        "{}: expected a date with a start and an end, years 1 to 9999, found {}; left out",
        quoted(&event.headline),
        quoted(&event.date_label(LabelLength::Full))
    );
    Note { code: "no-range".to_owned(), article: None, range: None, message }
}

/// "2021-08", "1980/1989": EDTF of level 0.
fn range(date: Edtf) -> Option<String> {
    let (start, end) = (date.start().date()?.period, date.end().date()?.period);
    if start.first_year() < 1 {
        return None;
    }
    let grain = |period: Period| match period.grain() {
        Grain::Day | Grain::Week => Grain::Day,
        Grain::Month | Grain::Quarter | Grain::Season | Grain::Half => Grain::Month,
        Grain::Year | Grain::Decade | Grain::Century => Grain::Year,
    };
    let last_day = end.end_day().plus_days(-1)?;
    let (first, last) = (start.widened(grain(start)), Period::containing(last_day, grain(end)));
    let written = if first == last { Edtf::from_period(first) } else { Edtf::between(first, last) };
    Some(written.to_string())
}

fn push_event(chronology: &Chronology, event: &Event, (date, range): (Edtf, &str), text: &mut String) {
    text.push_str(&format!("\n{range}: {}\n", inert(&event.headline)));
    push_property("id", &event.id, text);
    if date.to_string() != range {
        push_property("edtf", &date.to_string(), text);
    }
    let shown = event.date_label(LabelLength::Full);
    push_property("shown", &shown, text);
    for paragraph in event.text.iter().flat_map(|text| text.lines()).filter(|line| !line.trim().is_empty()) {
        push_quoted(paragraph, text);
    }
    for mention in event.mentions.iter().filter(|mention| !mention.quote.trim().is_empty()) {
        let article = chronology.articles.get(mention.article);
        let name = article.map(|article| article.title.as_deref().unwrap_or(&article.id)).unwrap_or_default();
        push_quoted(&format!("“{}” {name}", mention.quote.trim()), text);
    }
}

/// A property, its value in double quotes as JSON and YAML both read them.
fn push_property(name: &str, value: &str, text: &mut String) {
    text.push_str(name);
    text.push_str(": ");
    text.push_str(&super::print::printed_in_line(&Json::from(value)));
    text.push('\n');
}

/// A line of the description, marked so that it is never taken for a date, a property or a heading.
fn push_quoted(line: &str, text: &mut String) {
    text.push_str("> ");
    text.push_str(inert(line).trim_end());
    text.push('\n');
}

/// The text on one line, with nothing in it that markwhen reads as more than words.
fn inert(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '#' | '[' | ']' | '!' | '@' => words.extend([c, WORD_JOINER]),
            '%' => words.extend([WORD_JOINER, c]),
            c if c.is_whitespace() || c.is_control() => words.push(' '),
            c => words.push(c),
        }
    }
    let words = words.trim();
    if words.starts_with('[') { format!("{WORD_JOINER}{words}") } else { words.to_owned() }
}
