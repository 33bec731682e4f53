//! TimelineJS JSON as a chronology.

use super::super::markup::plain_from_html;
use super::super::node::Node;
use super::super::values::{UsedIds, Values};
use super::super::{ImportError, Json};
use super::date::SlideDate;
use crate::calendar::{Edtf, LabelLength, Period, edtf_label};
use crate::event::{Chronology, Era, EraBasis, Event, Extent, Media, Note};
use crate::gather::Gather;

/// TimelineJS does not weigh its slides.
const SALIENCE: f64 = 0.5;

/// Whether a value looks like a timeline of TimelineJS: it has events, and one of them a start or a headline in its
/// place.
#[must_use]
pub fn is_timelinejs(json: &Json) -> bool {
    let events = json.get("events").and_then(Json::as_array).unwrap_or_default();
    let is_slide = |event: &Json| {
        event.get("start_date").is_some_and(|date| date.get("year").is_some())
            || event.get("text").is_some_and(|text| text.get("headline").is_some())
    };
    json.get("eraline").is_none() && events.iter().any(is_slide)
}

/// Reads TimelineJS JSON, with a note for everything that could not be read as it stood. Slides without a start, which
/// TimelineJS passes over in silence, are kept without a date.
///
/// # Errors
/// Where there is no list of events.
pub fn chronology_from_timelinejs(json: &Json) -> Result<(Chronology, Vec<Note>), ImportError> {
    let root = Node::root(json);
    let mut values = Values::default();
    let mut ids = UsedIds::default();
    let mut chronology = Chronology::default();
    let events = json.get("events").map_or(Err("nothing".to_owned()), |events| match events.as_array() {
        Some(items) => Ok(items),
        None => Err(events.described()),
    });
    let events = events.map_err(|found| ImportError::NotAList { place: "events", found })?;
    chronology.title = root.field("title").and_then(|title| html_text(&mut values, &title, "headline"));
    let part = root.named("events");
    for (at, item) in events.iter().enumerate() {
        let Some(mut event) = event(&mut values, &part.item(at, item)) else { continue };
        if let Some(free) = ids.add(&event.id) {
            event.id = free;
        }
        if event.date.is_some() { &mut chronology.events } else { &mut chronology.undated }.push(event);
    }
    if let Some((part, items)) = values.list(&root, "eras") {
        chronology.eras =
            items.iter().enumerate().filter_map(|(at, item)| era(&mut values, &part.item(at, item), at)).gather();
    }
    chronology.put_in_order();
    Ok((chronology, values.notes))
}

/// A text inside `text`, which is HTML; `None` where it has no words.
fn html_text(values: &mut Values, slide: &Node<'_>, name: &str) -> Option<String> {
    let text = slide.field("text")?;
    let words = plain_from_html(&values.text(&text, name)?);
    (!words.is_empty()).then_some(words)
}

fn event(values: &mut Values, node: &Node<'_>) -> Option<Event> {
    if !values.is_object(node) {
        return None;
    }
    let text = html_text(values, node, "text");
    let headline = html_text(values, node, "headline").or_else(|| text.as_deref()?.lines().next().map(str::to_owned));
    let media = media(values, node);
    let (date, extent, time) = dates(values, node);
    let display_date = values.text(node, "display_date").map(|html| plain_from_html(&html));
    let display_date = display_date.filter(|words| !words.is_empty());
    let Some(headline) = headline else {
        values.expected(node, "no-headline", "a headline", "none, and no text either; left out");
        return None;
    };
    let day_with_time = date.zip(time).map(|(date, time)| format!("{}, {time}", edtf_label(date, LabelLength::Full)));
    let id = values.text(node, "unique_id").unwrap_or_else(|| slug(&headline));
    Some(Event {
        date,
        group: values.text(node, "group").filter(|group| !group.is_empty()),
        salience: SALIENCE,
        text,
        display_date: display_date.or(day_with_time),
        media: media.into_iter().gather(),
        ..Event::untold(id, extent, headline)
    })
}

/// The date, whether it lasted, and the time of day.
fn dates(values: &mut Values, slide: &Node<'_>) -> (Option<Edtf>, Extent, Option<String>) {
    let Some((start, time)) = period(values, slide, "start_date") else { return (None, Extent::Within, None) };
    match period(values, slide, "end_date") {
        Some((end, _)) if end.end_day() <= start.first_day() => {
            values.expected(slide, "bad-date", "an end_date after the start_date", "one before it; left out");
            (Some(Edtf::from_period(start)), Extent::Within, time)
        }
        Some((end, _)) if end != start => (Some(Edtf::between(start, end)), Extent::Throughout, None),
        _ => (Some(Edtf::from_period(start)), Extent::Within, time),
    }
}

/// A date and the time of day.
fn period(values: &mut Values, slide: &Node<'_>, name: &str) -> Option<(Period, Option<String>)> {
    let node = slide.field(name)?;
    let [year, month, day, hour, minute] =
        ["year", "month", "day", "hour", "minute"].map(|part| number(values, &node, part));
    let Ok(Some(year)) = year else {
        values.expected(&node, "bad-date", "a date with a year", &node.json.described());
        return None;
    };
    let part = |part: Result<Option<i32>, ()>| match part {
        Ok(None) => Some(None),
        Ok(Some(number)) => u8::try_from(number).ok().map(Some),
        Err(()) => Some(None),
    };
    let period = part(month).zip(part(day)).and_then(|(month, day)| SlideDate { year, month, day }.period());
    let Some(period) = period else {
        values.expected(&node, "bad-date", "a day of the calendar, years -9999 to 9999", "another");
        return None;
    };
    let time = match (hour, minute) {
        (Ok(Some(hour @ 0..=23)), Ok(minute)) => Some(format!("{hour}:{:02}", minute.unwrap_or(0).clamp(0, 59))),
        _ => None,
    };
    Some((period, time))
}

/// A whole number, which may be written as a text; an empty text is as good as none. An error has been noted.
fn number(values: &mut Values, date: &Node<'_>, name: &str) -> Result<Option<i32>, ()> {
    let Some(node) = date.field(name) else { return Ok(None) };
    let number = match node.json {
        Json::String(text) if text.trim().is_empty() => return Ok(None),
        Json::String(text) => text.trim().parse().ok(),
        other => other.as_integer().and_then(|number| i32::try_from(number).ok()),
    };
    if number.is_none() {
        values.expected(&node, "bad-value", "a whole number", &node.json.described());
    }
    number.map(Some).ok_or(())
}

/// The picture or film. Where the address is a piece of HTML, the address inside it is taken.
fn media(values: &mut Values, slide: &Node<'_>) -> Option<Media> {
    let node = slide.field("media")?;
    let written = values.text(&node, "url").filter(|url| !url.trim().is_empty())?;
    let url =
        if written.trim_start().starts_with('<') { address_in(&written) } else { Some(written.trim().to_owned()) };
    let Some(url) = url else {
        values.expected(&node, "bad-value", "an address", "a piece of HTML without one; left out");
        return None;
    };
    let mut words =
        |name| values.text(&node, name).map(|html| plain_from_html(&html)).filter(|words| !words.is_empty());
    Some(Media { url, caption: words("caption"), credit: words("credit") })
}

/// The first web address in the attributes of a piece of HTML.
fn address_in(html: &str) -> Option<String> {
    let start = ["https://", "http://"].iter().filter_map(|scheme| html.find(scheme)).min()?;
    let rest = html.get(start..)?;
    let end = rest.find(['"', '\'', '<', '>', ' ', '\n']).unwrap_or(rest.len());
    rest.get(..end).map(plain_from_html)
}

fn era(values: &mut Values, node: &Node<'_>, at: usize) -> Option<Era> {
    if !values.is_object(node) {
        return None;
    }
    let label = html_text(values, node, "headline");
    let ends = period(values, node, "start_date").zip(period(values, node, "end_date"));
    let (Some(label), Some(((start, _), (end, _)))) = (label, ends) else {
        values.expected(
            node,
            "bad-era",
            "an era with a headline, a start_date and an end_date",
            "one without; left out",
        );
        return None;
    };
    if end.end_day() <= start.first_day() {
        values.expected(node, "bad-era", "an end_date after the start_date", "one before it; left out");
        return None;
    }
    let date = if start == end { Edtf::from_period(start) } else { Edtf::between(start, end) };
    Some(Era { id: format!("era-{}", at + 1), label, date, level: 1, basis: EraBasis::Given })
}

/// Longest id made of a headline, in characters.
const LONGEST_ID: usize = 48;

/// An id as TimelineJS makes it where none is given: the headline's letters and digits.
fn slug(headline: &str) -> String {
    let mut id = String::new();
    for c in headline.chars().take(LONGEST_ID) {
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { "event".to_owned() } else { id.to_owned() }
}
