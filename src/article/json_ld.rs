//! What JSON-LD (schema.org) says of an article.

use crate::gather::Gather;
use serde_json::Value;

/// Types of schema.org that are an article, the narrow ones too.
const ARTICLE_TYPES: &[&str] = &[
    "AnalysisNewsArticle",
    "Article",
    "BackgroundNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "NewsArticle",
    "OpinionNewsArticle",
    "Report",
    "ReportageNewsArticle",
    "ReviewNewsArticle",
];
/// What to take of it.
const NAMES: &[&str] = &["datePublished", "headline", "url", "inLanguage"];
/// How deep lists and graphs are followed.
const DEEPEST: usize = 8;

/// Names and values of the first article that the script describes; nothing where the script is no JSON.
pub(super) fn metadata(script: &str) -> Vec<(String, String)> {
    let Ok(value) = serde_json::from_str::<Value>(script) else { return Vec::new() };
    let Some(article) = article_in(&value, DEEPEST) else { return Vec::new() };
    let mut found: Vec<(String, String)> =
        NAMES.iter().filter_map(|name| Some(((*name).to_owned(), article.get(*name)?.as_str()?.to_owned()))).gather();
    let publisher = article.get("publisher").and_then(|publisher| match publisher {
        Value::Array(list) => list.first()?.get("name")?.as_str(),
        Value::String(name) => Some(name),
        other => other.get("name")?.as_str(),
    });
    found.extend(publisher.map(|name| ("publisher".to_owned(), name.to_owned())));
    found
}

fn article_in(value: &Value, depth: usize) -> Option<&Value> {
    let deeper = depth.checked_sub(1)?;
    match value {
        Value::Array(list) => list.iter().find_map(|item| article_in(item, deeper)),
        Value::Object(object) => {
            let is_article = match object.get("@type") {
                Some(Value::String(kind)) => ARTICLE_TYPES.contains(&kind.as_str()),
                Some(Value::Array(kinds)) => {
                    kinds.iter().filter_map(Value::as_str).any(|kind| ARTICLE_TYPES.contains(&kind))
                }
                _ => false,
            };
            if is_article {
                return Some(value);
            }
            ["@graph", "mainEntity", "mainEntityOfPage"].iter().find_map(|name| article_in(object.get(*name)?, deeper))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_found_in_a_graph() {
        let script = r#"{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
            "headline": "Ferry sinks", "datePublished": "2021-08-17T10:00:00Z", "publisher": {"name": "The Harbour Post"}}]}"#;
        let found = metadata(script);
        assert!(found.contains(&("datePublished".to_owned(), "2021-08-17T10:00:00Z".to_owned())));
        assert!(found.contains(&("publisher".to_owned(), "The Harbour Post".to_owned())));
    }

    #[test]
    fn a_broken_script_says_nothing() {
        assert_eq!(metadata("{"), []);
        assert_eq!(metadata(r#"{"@type": "Recipe", "datePublished": "2020"}"#), []);
    }
}
