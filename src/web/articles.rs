//! The articles of a timeline as a page may list them, in words: what it asks for without taking the whole document.

use crate::gather::Gather;
use wasm_bindgen::JsValue;

use super::json::js_from_json;
use crate::article::{PublishedBasis, WarningCode};
use crate::event::{Chronology, Note, SourceArticle};
use crate::interchange::{Json, name};
use crate::outline::{self, ArticleLine};

/// Warnings that call for an answer. A missing date has words of its own, and what was set aside needs none.
const PROBLEMS: &[WarningCode] = &[WarningCode::BadDate, WarningCode::Empty, WarningCode::Unreadable];

/// An array with an object for each article, as `docs/element.md` describes it.
pub(crate) fn js_from_articles(story: &Chronology) -> JsValue {
    let problems: Vec<&Note> =
        story.notes.iter().filter(|note| PROBLEMS.iter().any(|code| code.as_str() == note.code)).gather();
    let lines = story.articles.iter().zip(outline::articles(story));
    js_from_json(&Json::Array(lines.map(|(article, line)| entry(article, line, &problems)).gather()))
}

fn entry(article: &SourceArticle, line: ArticleLine, problems: &[&Note]) -> Json {
    let is_stated = !matches!(article.published.basis, PublishedBasis::Inferred | PublishedBasis::Unknown);
    let its_problems = problems.iter().filter(|note| note.article.as_ref() == Some(&article.id));
    let texts = |texts: Vec<String>| Json::Array(texts.into_iter().map(Json::String).gather());
    let fields = [
        ("id", Json::String(article.id.clone())),
        ("title", Json::String(line.title)),
        ("characters", Json::String(line.characters)),
        ("date", line.date.map_or(Json::Null, Json::String)),
        ("how", Json::String(line.how)),
        ("stated", Json::Bool(is_stated)),
        ("events", Json::String(line.events)),
        ("unplaced", texts(line.unplaced)),
        ("problems", texts(its_problems.map(|note| note.message.clone()).gather())),
    ];
    Json::Object(fields.into_iter().map(|(key, value)| (name(key), value)).gather())
}
