//! Articles as records: the JSON that newsrooms keep, one object an article.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize};

use super::Draft;

/// An article as JSON has it. Every field may be missing; fields that it does not know are ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Record {
    /// Id, unique in the set. Numbers are read as their digits.
    #[serde(deserialize_with = "word", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The article as plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The article as HTML; read where there is no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub html: Option<String>,
    /// Publication date: EDTF, or the start of an ISO 8601 timestamp. A bare year may be a number.
    #[serde(deserialize_with = "word", skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Language (BCP 47).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Name of the file that it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl Record {
    /// The draft of the record; `draft_from_html` reads the HTML, each border with its own parser.
    #[must_use]
    pub fn into_draft(self, draft_from_html: impl FnOnce(&str) -> Draft) -> Draft {
        let is_blank = |text: &String| text.trim().is_empty();
        let draft = match (self.text.filter(|text| !is_blank(text)), self.html) {
            (Some(text), _) => Draft::from_text(text),
            (None, Some(html)) => draft_from_html(&html),
            (None, None) => Draft::default(),
        };
        Draft {
            id: self.id.or(draft.id),
            name: self.name.or(draft.name),
            title: self.title.or(draft.title),
            published: self.published.or(draft.published),
            publisher: self.publisher.or(draft.publisher),
            url: self.url.or(draft.url),
            lang: self.lang.or(draft.lang),
            ..draft
        }
    }
}

/// A text, or a whole number as its digits.
fn word<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    struct Word;

    impl<'de> Visitor<'de> for Word {
        type Value = Option<String>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text or a number")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Some(text.to_owned()))
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
            Ok(Some(number.to_string()))
        }

        fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
            Ok(Some(number.to_string()))
        }

        // Browsers know one kind of number.
        fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
            Ok(Some(number.to_string()))
        }

        fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }
    }

    deserializer.deserialize_any(Word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_years_may_be_numbers_and_fields_may_be_null() {
        let record: Record =
            serde_json::from_str(r#"{"id": 7, "published": 2021, "title": null, "text": "A.", "extra": []}"#).unwrap();
        assert_eq!(record.id.as_deref(), Some("7"));
        assert_eq!(record.published.as_deref(), Some("2021"));
        assert_eq!(record.title, None);
    }

    #[test]
    fn html_is_read_where_there_is_no_text() {
        let record = Record { text: Some(" ".to_owned()), html: Some("<p>A.".to_owned()), ..Record::default() };
        let draft = record.into_draft(|html| Draft { text: html.to_owned(), ..Draft::default() });
        assert_eq!(draft.text, "<p>A.");
    }
}
