//! A chronology as TimelineJS JSON.

use super::super::markup::html_from_plain;
use super::super::{Json, Name};
use super::date::SlideDate;
use super::slide::{Slide, slides};
use crate::event::{Chronology, Era, Note};
use crate::gather::Gather;

/// The chronology as TimelineJS takes it, and a note for every event that TimelineJS has no place for.
#[must_use]
pub fn timelinejs_from_chronology(chronology: &Chronology) -> (Json, Vec<Note>) {
    let (slides, notes) = slides(chronology);
    let mut fields = Vec::new();
    if let Some(title) = &chronology.title {
        fields.push(("title", object(vec![("text", headline(&html_from_plain(title)))])));
    }
    fields.push(("events", Json::Array(slides.iter().map(slide).gather())));
    let eras: Vec<Json> = chronology.eras.iter().filter(|era| era.level == 1).filter_map(era).gather();
    if !eras.is_empty() {
        fields.push(("eras", Json::Array(eras)));
    }
    (object(fields), notes)
}

fn object(fields: Vec<(&'static str, Json)>) -> Json {
    Json::Object(fields.into_iter().map(|(name, value)| (Name::Borrowed(name), value)).gather())
}

fn headline(html: &str) -> Json {
    object(vec![("headline", Json::from(html))])
}

fn slide(slide: &Slide<'_>) -> Json {
    let event = slide.event;
    let mut fields = vec![("start_date", date(slide.dates.start))];
    if let Some(end) = slide.dates.end {
        fields.push(("end_date", date(end)));
    }
    if let Some(display) = &slide.dates.display {
        fields.push(("display_date", Json::from(html_from_plain(display))));
    }
    let mut text = vec![("headline", Json::from(slide.headline.as_str()))];
    if !slide.text.is_empty() {
        text.push(("text", Json::from(slide.text.as_str())));
    }
    fields.push(("text", object(text)));
    if let Some(media) = event.media.first() {
        let mut parts = vec![("url", Json::from(media.url.as_str()))];
        for (name, words) in [("caption", &media.caption), ("credit", &media.credit)] {
            if let Some(words) = words {
                parts.push((name, Json::from(html_from_plain(words))));
            }
        }
        fields.push(("media", object(parts)));
    }
    if let Some(group) = &event.group {
        fields.push(("group", Json::from(group.as_str())));
    }
    fields.push(("unique_id", Json::from(event.id.as_str())));
    object(fields)
}

fn date(date: SlideDate) -> Json {
    let mut fields = vec![("year", Json::Integer(date.year.into()))];
    for (name, part) in [("month", date.month), ("day", date.day)] {
        if let Some(part) = part {
            fields.push((name, Json::Integer(part.into())));
        }
    }
    object(fields)
}

/// `None` for an era with an open end, which TimelineJS does not have.
fn era(era: &Era) -> Option<Json> {
    let (start, end) = (era.date.start().date()?, era.date.end().date()?);
    Some(object(vec![
        ("start_date", date(SlideDate::first_of(start.period))),
        ("end_date", date(SlideDate::last_of(end.period))),
        ("text", headline(&html_from_plain(&era.label))),
    ]))
}
