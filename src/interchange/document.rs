//! The timeline document as a whole: what it is, and the errors at its border.

use std::fmt;

use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use super::sha256::sha256_hex;
use super::timelinejs::{chronology_from_timelinejs, is_timelinejs};
use super::{Json, print, read, write};
use crate::event::{Chronology, Note};

/// The version that this crate writes, and the newest that it reads.
const VERSION: i64 = 1;

/// A timeline document: what `eraline extract` prints and `<era-line>` takes.
///
/// It stays the JSON that it was read from: fields that this version does not know, and values that it cannot read,
/// are written back as they were.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Document {
    json: Json,
}

/// Why something is not a timeline document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The text is not JSON.
    NotJson {
        /// Where reading stopped, and why.
        message: String,
    },
    /// It is JSON, but not an object with the key `eraline`.
    NotADocument {
        /// What stands there.
        found: String,
    },
    /// It is JSON, but not an edits file of a known version.
    NotEdits {
        /// What stands there.
        found: String,
    },
    /// It is of a version that this crate does not know.
    Version {
        /// What stands at `eraline`.
        found: String,
    },
    /// A part that holds items is not a list.
    NotAList {
        /// The part's name.
        place: &'static str,
        /// What stands there.
        found: String,
    },
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { message } => write!(f, "expected JSON, found {message}"),
            Self::NotADocument { found } => {
                write!(f, "expected a timeline document, an object with \"eraline\": {VERSION}, found {found}")
            }
            Self::NotEdits { found } => {
                write!(f, "expected an edits file, an object with \"eraline_edits\": 1, found {found}")
            }
            Self::Version { found } => {
                write!(f, "eraline: expected version {VERSION} of the timeline document, found {found}")
            }
            Self::NotAList { place, found } => write!(f, "{place}: expected a list, found {found}"),
        }
    }
}

impl std::error::Error for ImportError {}

impl Document {
    /// Whether a value says of itself that it is a timeline document, rather than an article.
    #[must_use]
    pub fn is_one(json: &Json) -> bool {
        json.get("eraline").is_some()
    }

    /// Takes a JSON value as a document.
    ///
    /// # Errors
    /// Where it is not an object of a known version.
    pub fn from_json(json: Json) -> Result<Self, ImportError> {
        check_version(&json)?;
        Ok(Self { json })
    }

    /// Takes a document as it is, and a timeline of TimelineJS as a document, with a note for everything that could not
    /// be read of that.
    ///
    /// # Errors
    /// As [`Document::from_json`], where it is neither.
    pub fn import(json: Json) -> Result<(Self, Vec<Note>), ImportError> {
        if !is_timelinejs(&json) {
            return Ok((Self::from_json(json)?, Vec::new()));
        }
        let (chronology, notes) = chronology_from_timelinejs(&json)?;
        Ok((Self::from(&chronology), notes))
    }

    /// Reads JSON text.
    ///
    /// # Errors
    /// As [`Document::from_json`], or where the text is not JSON: then with the line and column.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_json_str(text: &str) -> Result<Self, ImportError> {
        Self::from_json(Json::from_json_str(text)?)
    }

    /// The document as indented JSON text with a final line break. The same document gives the same bytes.
    #[must_use]
    pub fn to_json_string(&self) -> String {
        let mut text = print::printed(&self.json);
        text.push('\n');
        text
    }

    /// The document with the digest of each article's text (`text_sha256`, in hexadecimal) in the place of the text:
    /// small enough to send, and whoever has a text can tell whether the offsets count in it.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn without_texts(mut self) -> Self {
        if let Json::Object(parts) = &mut self.json {
            let articles = parts.iter_mut().filter(|(name, _)| name == "articles");
            for article in articles.filter_map(|(_, part)| part.as_array_mut()).flatten() {
                put_digest(article);
            }
        }
        self
    }

    /// The document as a JSON value.
    #[must_use]
    pub const fn json(&self) -> &Json {
        &self.json
    }

    /// Reads the document into the order of time, with a note for everything that could not be read as it stood:
    /// an event with a bad date is kept without one, a mention of an unknown article keeps its quote.
    ///
    /// # Errors
    /// Where a part that holds items, such as `events`, is not a list.
    pub fn chronology(&self) -> Result<(Chronology, Vec<Note>), ImportError> {
        read::chronology(&self.json)
    }
}

/// Puts the digest of an article's text in its place.
#[cfg(not(target_arch = "wasm32"))]
fn put_digest(article: &mut Json) {
    const DIGEST: &str = "text_sha256";
    let Json::Object(fields) = article else { return };
    let text = fields.iter_mut().find_map(|(name, value)| match value {
        Json::String(text) if name == "text" => Some(text),
        _ => None,
    });
    let Some(text) = text else { return };
    *text = sha256_hex(text.as_bytes());
    fields.retain(|(name, _)| name != DIGEST);
    for (name, _) in fields.iter_mut().filter(|(name, _)| name == "text") {
        *name = super::Name::Borrowed(DIGEST);
    }
}

/// Whether a value is an object of a known version.
pub(super) fn check_version(json: &Json) -> Result<(), ImportError> {
    let Some(version) = json.get("eraline") else {
        let found = if matches!(json, Json::Object(_)) { "an object without it".to_owned() } else { json.described() };
        return Err(ImportError::NotADocument { found });
    };
    if version.as_integer() != Some(VERSION) {
        return Err(ImportError::Version { found: version.described() });
    }
    Ok(())
}

impl From<&Chronology> for Document {
    fn from(chronology: &Chronology) -> Self {
        Self { json: write::document(VERSION, chronology) }
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_json(Json::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

impl Json {
    /// Reads JSON text.
    ///
    /// # Errors
    /// Where the text is not JSON, with the line and column.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_json_str(text: &str) -> Result<Self, ImportError> {
        serde_json::from_str(text).map_err(|error| ImportError::NotJson { message: error.to_string() })
    }

    /// The value as indented JSON text, without a final line break.
    #[must_use]
    pub fn to_json_string(&self) -> String {
        print::printed(self)
    }

    /// The value as JSON text on one line, as JSON Lines want it.
    #[must_use]
    pub fn to_json_line(&self) -> String {
        print::printed_in_line(self)
    }
}
