//! A chronology as a timeline document, fields in the order of the specification.

use super::words::{
    ANCHOR_ORIGIN, BASIS, DATE_BASIS, ERA_BASIS, EXTENT, HEADLINE_BASIS, PUBLISHED_BASIS, STATUS, Words, word_of,
};
use super::{Json, Name};
use crate::calendar::Edtf;
use crate::event::{Chronology, Conflict, DateBasis, Era, Event, Media, Mention, Note, SourceArticle};
use crate::gather::Gather;
use crate::text::{ScalarIndex, ScalarSpan};

/// The document's JSON.
pub(super) fn document(version: i64, chronology: &Chronology) -> Json {
    let articles = &chronology.articles;
    let event = |one: &Event| event(one, articles);
    object([
        ("eraline", Json::Integer(version)),
        ("title", text(chronology.title.as_deref())),
        ("lang", text(chronology.lang.as_deref())),
        ("range", date(chronology.range)),
        ("articles", list(articles, article)),
        ("events", list(&chronology.events, event)),
        ("eras", list(&chronology.eras, era)),
        ("undated", list(&chronology.undated, event)),
        ("warnings", list(&chronology.notes, note)),
    ])
}

fn object<const N: usize>(mut fields: [(&'static str, Json); N]) -> Json {
    object_of(&mut fields)
}

/// Moves the fields into an object: one function for objects of all sizes.
fn object_of(fields: &mut [(&'static str, Json)]) -> Json {
    let moved = fields.iter_mut().map(|(name, value)| (Name::Borrowed(*name), std::mem::replace(value, Json::Null)));
    Json::Object(moved.gather())
}

fn list<T>(items: &[T], json: impl Fn(&T) -> Json) -> Json {
    Json::Array(items.iter().map(json).gather())
}

fn text(text: Option<&str>) -> Json {
    text.map_or(Json::Null, Json::from)
}

fn texts(texts: &[String]) -> Json {
    list(texts, |text| Json::from(text.as_str()))
}

fn date(date: Option<Edtf>) -> Json {
    date.map_or(Json::Null, |date| Json::String(date.to_string()))
}

fn word<T: Copy + PartialEq>(words: &Words<T>, value: T) -> Json {
    Json::from(word_of(words, value))
}

fn range(span: Option<ScalarSpan>) -> Json {
    let number = |count| i64::try_from(count).map_or(Json::Null, Json::Integer);
    span.map_or(Json::Null, |span| Json::Array(vec![number(span.start), number(span.end)]))
}

fn push(json: &mut Json, name: &'static str, value: Json) {
    if let Json::Object(fields) = json {
        fields.push((Name::Borrowed(name), value));
    }
}

fn article(article: &SourceArticle) -> Json {
    let mut json = object([
        ("id", Json::from(article.id.as_str())),
        ("title", text(article.title.as_deref())),
        ("publisher", text(article.publisher.as_deref())),
        ("url", text(article.url.as_deref())),
        ("lang", text(article.lang.as_deref())),
        ("published", date(article.published.date)),
        ("published_basis", word(PUBLISHED_BASIS, article.published.basis)),
    ]);
    if let Some(body) = &article.text {
        // The evidence counts in the text, and says nothing without it.
        let evidence = article.published.evidence.map(|span| ScalarIndex::new(body).scalars_from_bytes(span));
        push(&mut json, "published_evidence", range(evidence));
        push(&mut json, "text", Json::from(body.as_str()));
    }
    json
}

fn event(event: &Event, articles: &[SourceArticle]) -> Json {
    let mut json = object([("id", Json::from(event.id.as_str())), ("aliases", texts(&event.aliases))]);
    if event.date.is_some() {
        push(&mut json, "date", date(event.date));
    }
    if event.date_basis != DateBasis::Found {
        push(&mut json, "date_basis", word(DATE_BASIS, event.date_basis));
    }
    if event.date.is_none() || event.after.is_some() || event.before.is_some() {
        push(&mut json, "after", date(event.after));
        push(&mut json, "before", date(event.before));
    }
    let mention = |one: &Mention| mention(one, articles);
    let rest = [
        ("extent", word(EXTENT, event.extent)),
        ("status", word(STATUS, event.status)),
        ("headline", Json::from(event.headline.as_str())),
        ("headline_basis", word(HEADLINE_BASIS, event.headline_basis)),
        ("participants", texts(&event.participants)),
        ("places", texts(&event.places)),
        ("tags", texts(&event.tags)),
        ("group", text(event.group.as_deref())),
        ("salience", Json::Float(four_decimals(event.salience))),
        ("part_of", text(event.part_of.as_deref())),
        ("text", text(event.text.as_deref())),
        ("display_date", text(event.display_date.as_deref())),
        ("media", list(&event.media, media)),
        ("mentions", list(&event.mentions, mention)),
        ("conflicts", list(&event.conflicts, conflict)),
    ];
    for (name, value) in rest {
        push(&mut json, name, value);
    }
    json
}

/// More digits would say more than salience means, and differ between machines.
fn four_decimals(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

fn media(media: &Media) -> Json {
    object([
        ("url", Json::from(media.url.as_str())),
        ("caption", text(media.caption.as_deref())),
        ("credit", text(media.credit.as_deref())),
    ])
}

fn mention(mention: &Mention, articles: &[SourceArticle]) -> Json {
    let anchor = mention.anchor.map_or(Json::Null, |anchor| {
        object([("date", date(Some(anchor.date))), ("from", word(ANCHOR_ORIGIN, anchor.from))])
    });
    object([
        ("article", text(articles.get(mention.article).map(|article| article.id.as_str()))),
        ("range", range(mention.range)),
        ("quote", Json::from(mention.quote.as_str())),
        ("expression", text(mention.expression.as_deref())),
        ("expression_range", range(mention.expression_range)),
        ("timex", text(mention.timex.as_deref())),
        ("date", date(mention.date)),
        ("basis", word(BASIS, mention.basis)),
        ("anchor", anchor),
        ("attribution", text(mention.attribution.as_deref())),
        ("rule", Json::from(mention.rule.as_str())),
    ])
}

fn conflict(conflict: &Conflict) -> Json {
    let mention = i64::try_from(conflict.mention).map_or(Json::Null, Json::Integer);
    object([("date", date(Some(conflict.date))), ("mention", mention)])
}

fn era(era: &Era) -> Json {
    object([
        ("id", Json::from(era.id.as_str())),
        ("label", Json::from(era.label.as_str())),
        ("date", date(Some(era.date))),
        ("level", Json::Integer(era.level.into())),
        ("basis", word(ERA_BASIS, era.basis)),
    ])
}

fn note(note: &Note) -> Json {
    object([
        ("code", Json::from(note.code.as_str())),
        ("article", text(note.article.as_deref())),
        ("range", range(note.range)),
        ("message", Json::from(note.message.as_str())),
    ])
}
