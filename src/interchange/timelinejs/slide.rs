//! What a slide of TimelineJS shows of an event, before it becomes JSON or a line of a sheet.

use super::super::markup::html_from_plain;
use super::date::SlideDates;
use crate::calendar::{LabelLength, edtf_label};
use crate::event::{Chronology, Event, Mention, Note};
use crate::text::quoted;

/// One slide. `headline`, `text` and the media's words are HTML, escaped.
pub(super) struct Slide<'c> {
    pub(super) event: &'c Event,
    pub(super) dates: SlideDates,
    pub(super) headline: String,
    pub(super) text: String,
}

/// The slides of the dated events, and a note for every event that has none.
pub(super) fn slides(chronology: &Chronology) -> (Vec<Slide<'_>>, Vec<Note>) {
    let mut slides = Vec::with_capacity(chronology.events.len());
    let mut notes = Vec::new();
    for event in chronology.events.iter().chain(&chronology.undated) {
        match SlideDates::of(event) {
            Some(dates) => slides.push(Slide {
                event,
                dates,
                headline: html_from_plain(&event.headline),
                text: text(chronology, event),
            }),
            None => notes.push(left_out(event)),
        }
    }
    (slides, notes)
}

fn left_out(event: &Event) -> Note {
    let message = format!(
        "{}: expected a date, found none; TimelineJS shows no event without one, left out",
        quoted(&event.headline)
    );
    Note { code: "no-date".to_owned(), article: None, range: None, message }
}

/// The editor's text, then what each article says and where.
fn text(chronology: &Chronology, event: &Event) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    if let Some(text) = &event.text {
        paragraphs.extend(text.lines().filter(|line| !line.trim().is_empty()).map(html_from_plain));
    }
    let mut told = Vec::new();
    for mention in event.mentions.iter().filter(|mention| !mention.quote.trim().is_empty()) {
        if !told.contains(&mention.article) {
            told.push(mention.article);
            paragraphs.push(source(chronology, mention));
        }
    }
    match paragraphs.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        _ => paragraphs.iter().map(|paragraph| format!("<p>{paragraph}</p>")).collect(),
    }
}

/// “The sentence.” Title, 3 July 2025
fn source(chronology: &Chronology, mention: &Mention) -> String {
    let quote = format!("“{}”", html_from_plain(mention.quote.trim()));
    let Some(article) = chronology.articles.get(mention.article) else { return quote };
    let name = article.title.as_deref().or(article.publisher.as_deref()).unwrap_or(&article.id);
    let date = article.published.date.map(|date| format!(", {}", edtf_label(date, LabelLength::Full)));
    format!("{quote} {}{}", html_from_plain(name), date.unwrap_or_default())
}
