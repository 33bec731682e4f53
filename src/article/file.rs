//! Files, natively: bytes and a name in, drafts or a timeline document out.

use std::fmt;

use serde_json::Value;

use super::encoding::{Encoding, decoded, is_binary};
use super::{Draft, Record, draft_from_html};

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Articles.
    Articles(Vec<Draft>),
    /// The JSON text of a timeline: a document with the key `eraline`, or the `events` of another program.
    Document(String),
}

/// A file, read, and what could not be read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it holds.
    pub input: Input,
    /// Records that are left out, and why.
    pub problems: Vec<ReadError>,
    /// How its bytes became text.
    pub encoding: Encoding,
}

/// Why a file, or a record of it, could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// Nothing but white space.
    Empty,
    /// Not text.
    Binary {
        /// What it looks like.
        found: &'static str,
    },
    /// A JSON file that is no JSON.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the parser says.
        found: String,
    },
    /// JSON, but no article.
    NotARecord {
        /// "line 3", "record 3".
        place: String,
        /// What stands there.
        found: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("expected an article, found an empty file"),
            Self::Binary { found } => {
                write!(f, "expected plain text, HTML, JSON or JSON Lines, found {found}")
            }
            Self::NotJson { line, column, found } => {
                write!(f, "line {line}, column {column}: expected JSON, found {found}")
            }
            Self::NotARecord { place, found } => {
                write!(f, "{place}: expected an article such as {{\"title\": …, \"text\": …}}, found {found}")
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// The forms that files come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Text,
    Html,
    Json,
    JsonLines,
}

/// Forms by the ending of the file's name; other endings are read by their content.
const ENDINGS: &[(&str, Form)] = &[
    ("txt", Form::Text),
    ("text", Form::Text),
    ("md", Form::Text),
    ("html", Form::Html),
    ("htm", Form::Html),
    ("xhtml", Form::Html),
    ("json", Form::Json),
    ("jsonl", Form::JsonLines),
    ("ndjson", Form::JsonLines),
];

/// First bytes of files that are no text.
const BINARY: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
];

/// Reads a file of any form, told by the ending of its name, else by its content.
///
/// # Errors
/// Where nothing of it can be read; single bad records are [`Reading::problems`].
pub fn read_file(name: &str, bytes: &[u8]) -> Result<Reading, ReadError> {
    if let Some((_, found)) = BINARY.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(ReadError::Binary { found });
    }
    if is_binary(bytes) {
        return Err(ReadError::Binary { found: "bytes that are no text" });
    }
    let (text, encoding) = decoded(bytes);
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let (mut input, problems) = match form(name, &text) {
        Form::Text => (Input::Articles(vec![Draft::from_text(text)]), Vec::new()),
        Form::Html => (Input::Articles(vec![draft_from_html(&text)]), Vec::new()),
        Form::Json => read_json(text)?,
        Form::JsonLines => read_lines(&text)?,
    };
    if let Input::Articles(drafts) = &mut input {
        for draft in drafts {
            draft.name.get_or_insert_with(|| name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned());
        }
    }
    Ok(Reading { input, problems, encoding })
}

fn form(name: &str, text: &str) -> Form {
    let start = text.trim_start();
    let begins = |tag: &str| start.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let by_ending = ENDINGS.iter().find(|(known, _)| ending.as_deref() == Some(*known)).map(|(_, form)| *form);
    match by_ending {
        Some(Form::Text) | None if begins("<!doctype html") || begins("<html") => Form::Html,
        Some(form) => form,
        None if begins("<article") || begins("<?xml") || begins("<head") || begins("<body") => Form::Html,
        None if start.starts_with('{') && is_json(start.lines().next().unwrap_or_default()) => Form::JsonLines,
        None if start.starts_with(['{', '[']) && is_json(start) => Form::Json,
        None => Form::Text,
    }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// A timeline says so, or has events and is no article.
fn is_timeline(object: &serde_json::Map<String, Value>) -> bool {
    let has = |name: &str| object.contains_key(name);
    has("eraline") || (has("events") && !has("text") && !has("html"))
}

/// One article, an array of them, or a timeline document. A file of JSON Lines under another name is read as one.
fn read_json(text: String) -> Result<(Input, Vec<ReadError>), ReadError> {
    let value: Value = match serde_json::from_str(&text) {
        Ok(value) => value,
        Err(error) => {
            let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            if text.trim().contains('\n') && first.trim_start().starts_with('{') && is_json(first) {
                return read_lines(&text);
            }
            return Err(not_json(&error, 0));
        }
    };
    match value {
        Value::Object(object) if is_timeline(&object) => Ok((Input::Document(text), Vec::new())),
        Value::Array(items) => {
            let mut read = Records::default();
            for (index, item) in items.into_iter().enumerate() {
                read.add(item, || format!("record {}", index + 1));
            }
            Ok((Input::Articles(read.drafts), read.problems))
        }
        other => {
            let mut read = Records::default();
            read.add(other, || "the file".to_owned());
            match read.problems.pop() {
                Some(problem) => Err(problem),
                None => Ok((Input::Articles(read.drafts), Vec::new())),
            }
        }
    }
}

fn read_lines(text: &str) -> Result<(Input, Vec<ReadError>), ReadError> {
    let mut read = Records::default();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Value>(line) {
            Ok(Value::Object(object)) if object.contains_key("eraline") && text.trim() == line.trim() => {
                return Ok((Input::Document(line.to_owned()), Vec::new()));
            }
            Ok(value) => read.add(value, || format!("line {}", index + 1)),
            Err(error) => read.problems.push(not_json(&error, index)),
        }
    }
    match read.problems.pop() {
        Some(only) if read.drafts.is_empty() && read.problems.is_empty() => Err(only),
        last => {
            read.problems.extend(last);
            Ok((Input::Articles(read.drafts), read.problems))
        }
    }
}

fn not_json(error: &serde_json::Error, lines_before: usize) -> ReadError {
    // The parser's message ends in its own place: " at line 1 column 5".
    let message = error.to_string();
    let found = message.rsplit_once(" at line ").map_or(message.as_str(), |(found, _)| found).to_owned();
    ReadError::NotJson { line: lines_before + error.line(), column: error.column(), found }
}

#[derive(Default)]
struct Records {
    drafts: Vec<Draft>,
    problems: Vec<ReadError>,
}

impl Records {
    fn add(&mut self, value: Value, place: impl FnOnce() -> String) {
        let found = match &value {
            Value::Object(object) if object.contains_key("text") || object.contains_key("html") => None,
            Value::Object(object) => Some(fields(object)),
            Value::Array(_) => Some("a list".to_owned()),
            other => Some(other.to_string().chars().take(60).collect()),
        };
        if let Some(found) = found {
            self.problems.push(ReadError::NotARecord { place: place(), found });
            return;
        }
        match serde_json::from_value::<Record>(value) {
            Ok(record) => self.drafts.push(record.into_draft(draft_from_html)),
            Err(error) => self.problems.push(ReadError::NotARecord { place: place(), found: error.to_string() }),
        }
    }
}

/// The most fields that a message names.
const MAX_FIELDS: usize = 6;
/// The most characters of a field's name that a message shows.
const MAX_FIELD_NAME: usize = 30;

/// "an object with id, dct, … and without text or html".
fn fields(object: &serde_json::Map<String, Value>) -> String {
    let mut names: Vec<String> =
        object.keys().take(MAX_FIELDS).map(|name| name.chars().take(MAX_FIELD_NAME).collect()).collect();
    match object.len() {
        0 => return "an empty object".to_owned(),
        1..=MAX_FIELDS => {}
        _ => names.push("…".to_owned()),
    }
    format!("an object with {} and without text or html", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn articles(name: &str, bytes: &[u8]) -> Vec<Draft> {
        match read_file(name, bytes).unwrap().input {
            Input::Articles(drafts) => drafts,
            Input::Document(_) => panic!("articles were expected"),
        }
    }

    #[test]
    fn the_ending_tells_the_form_and_the_content_where_there_is_none() {
        assert_eq!(articles("a.txt", b"{ is a sign.")[0].text, "{ is a sign.");
        assert_eq!(articles("a.html", b"<p>It sank.")[0].blocks.len(), 1);
        assert_eq!(articles("a", b"<!DOCTYPE html><p>It sank.")[0].blocks.len(), 1);
        assert_eq!(articles("a.txt", b"<html><p>It sank.")[0].blocks.len(), 1);
        assert_eq!(articles("-", br#"[{"text": "A."}, {"text": "B."}]"#).len(), 2);
        assert_eq!(articles("-", b"{\"text\": \"A.\"}\n{\"text\": \"B.\"}\n").len(), 2);
        assert_eq!(articles("a.json", b"{\"text\": \"A.\"}\n{\"text\": \"B.\"}\n").len(), 2);
        assert_eq!(articles("-", b"{curly} is how it began.")[0].text, "{curly} is how it began.");
        assert_eq!(articles("dir/a.json", b"{\"text\": \"A.\"}")[0].name.as_deref(), Some("a.json"));
    }

    #[test]
    fn a_timeline_document_is_no_article() {
        let text = "{\n \"eraline\": 1 }";
        assert_eq!(read_file("a.json", text.as_bytes()).unwrap().input, Input::Document(text.to_owned()));
        assert!(matches!(read_file("-", b"{\"eraline\": 1}").unwrap().input, Input::Document(_)));
    }

    #[test]
    fn bytes_become_text() {
        assert_eq!(articles("a.txt", b"\xef\xbb\xbfIt sank.")[0].text, "It sank.");
        assert_eq!(articles("a.txt", b"\xff\xfeI\0t\0")[0].text, "It");
        assert_eq!(articles("a.txt", b"\xfe\xff\0I\0t")[0].text, "It");
        let lossy = read_file("a.txt", b"It sank\x94.").unwrap();
        assert_eq!(lossy.encoding, Encoding::Windows1252);
    }

    #[test]
    fn what_is_no_text_is_refused_by_name() {
        let message = |bytes: &[u8]| read_file("a", bytes).unwrap_err().to_string();
        assert_eq!(message(b" \n"), "expected an article, found an empty file");
        assert_eq!(message(b"%PDF-1.7"), "expected plain text, HTML, JSON or JSON Lines, found a PDF file");
        assert_eq!(message(b"a\0b"), "expected plain text, HTML, JSON or JSON Lines, found bytes that are no text");
    }

    #[test]
    fn a_bad_record_says_where_it_stands_and_the_others_are_read() {
        let reading = read_file("a.jsonl", b"{\"text\": \"A.\"}\n\n{\"text\": \n7\n{\"text\": [1]}\n").unwrap();
        let said: Vec<_> = reading.problems.iter().map(ToString::to_string).collect();
        assert_eq!(reading.problems.len(), 3);
        assert!(said[0].starts_with("line 3, column"), "{said:?}");
        assert_eq!(said[1], "line 4: expected an article such as {\"title\": …, \"text\": …}, found 7");
        assert!(said[2].starts_with("line 5: expected an article"), "{said:?}");
        assert!(matches!(reading.input, Input::Articles(drafts) if drafts.len() == 1));
        let error = read_file("a.jsonl", b"{\"id\": 1, \"body\": \"A.\"}").unwrap_err().to_string();
        assert!(error.ends_with("found an object with id, body and without text or html"), "{error}");
        let error = read_file("a.json", b"{\n  \"text\" \"A.\"}").unwrap_err();
        assert!(error.to_string().starts_with("line 2, column"), "{error}");
    }
}
