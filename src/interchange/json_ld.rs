//! A chronology as JSON-LD in the words of schema.org: a list of events with the articles that tell of them, for
//! search engines and other readers of pages.
//!
//! A start is given only where the text gives one: `startDate` takes a year, a month or a day, and nothing that is
//! about then or somewhere within. Such a date stands in words beside the name.

use super::{Json, Name};
use crate::calendar::{Bound, Edtf, EdtfDate, Grain, LabelLength, Qualifier};
use crate::event::{Chronology, Event, Extent, SourceArticle};
use crate::gather::Gather;

/// The chronology as one JSON-LD object, to stand in a script element of type `application/ld+json`.
#[must_use]
pub fn json_ld_from_chronology(chronology: &Chronology) -> Json {
    let events = chronology.events.iter().chain(&chronology.undated);
    let items: Vec<Json> = events
        .enumerate()
        .map(|(at, event)| {
            let position = i64::try_from(at + 1).unwrap_or(i64::MAX);
            object(vec![
                ("@type", Json::from("ListItem")),
                ("position", Json::Integer(position)),
                ("item", item(chronology, event)),
            ])
        })
        .gather();
    let mut fields = vec![("@context", Json::from("https://schema.org")), ("@type", Json::from("ItemList"))];
    push_text(&mut fields, "name", chronology.title.as_deref());
    fields.push(("numberOfItems", Json::Integer(i64::try_from(items.len()).unwrap_or(i64::MAX))));
    fields.push(("itemListElement", Json::Array(items)));
    object(fields)
}

type Fields = Vec<(&'static str, Json)>;

fn object(fields: Fields) -> Json {
    Json::Object(fields.into_iter().map(|(name, value)| (Name::Borrowed(name), value)).gather())
}

fn push_text(fields: &mut Fields, name: &'static str, text: Option<&str>) {
    if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
        fields.push((name, Json::from(text)));
    }
}

fn item(chronology: &Chronology, event: &Event) -> Json {
    let mut fields = vec![("@type", Json::from("Event")), ("@id", Json::String(format!("#{}", event.id)))];
    push_text(&mut fields, "name", Some(&event.headline));
    let (start, end) = ends(event);
    if start.is_none() {
        let label = event.date_label(LabelLength::Full);
        push_text(&mut fields, "disambiguatingDescription", Some(&label));
    }
    push_text(&mut fields, "startDate", start.as_deref());
    push_text(&mut fields, "endDate", end.as_deref());
    push_text(&mut fields, "description", event.text.as_deref());
    let places: Vec<Json> = event.places.iter().map(|name| named("Place", name)).gather();
    if !places.is_empty() {
        fields.push(("location", Json::Array(places)));
    }
    let articles = articles(chronology, event);
    if !articles.is_empty() {
        fields.push(("subjectOf", Json::Array(articles)));
    }
    object(fields)
}

fn named(kind: &str, name: &str) -> Json {
    object(vec![("@type", Json::from(kind)), ("name", Json::from(name))])
}

/// Start and end, as far as the text gives them.
fn ends(event: &Event) -> (Option<String>, Option<String>) {
    match (event.date, event.extent) {
        (Some(Edtf::Date(date)), Extent::Within) => (iso_date(date), None),
        (Some(Edtf::Date(date)), Extent::Throughout) => (iso_date(date), iso_date(date)),
        (Some(Edtf::Interval(Bound::Date(start), end)), Extent::Throughout) => {
            (iso_date(start), end.date().and_then(iso_date))
        }
        _ => (None, None),
    }
}

/// ISO 8601, which schema.org takes: a year, month or day of our era, without doubts.
fn iso_date(date: EdtfDate) -> Option<String> {
    let is_writable = date.qualifier == Qualifier::Exact
        && matches!(date.period.grain(), Grain::Year | Grain::Month | Grain::Day)
        && date.period.first_year() > 0;
    is_writable.then(|| date.to_string())
}

/// The articles that tell of the event, each once.
fn articles(chronology: &Chronology, event: &Event) -> Vec<Json> {
    let mut told = Vec::new();
    for mention in &event.mentions {
        if !told.contains(&mention.article) {
            told.push(mention.article);
        }
    }
    told.into_iter().filter_map(|at| chronology.articles.get(at)).map(article).gather()
}

fn article(article: &SourceArticle) -> Json {
    let mut fields = vec![("@type", Json::from("NewsArticle"))];
    push_text(&mut fields, "headline", article.title.as_deref());
    push_text(&mut fields, "url", article.url.as_deref());
    push_text(&mut fields, "inLanguage", article.lang.as_deref());
    let published = match article.published.date {
        Some(Edtf::Date(date)) => iso_date(date),
        _ => None,
    };
    push_text(&mut fields, "datePublished", published.as_deref());
    if let Some(publisher) = article.publisher.as_deref().filter(|name| !name.trim().is_empty()) {
        fields.push(("publisher", named("Organization", publisher)));
    }
    push_text(&mut fields, "identifier", Some(&article.id));
    object(fields)
}
