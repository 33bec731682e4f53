//! What the element is given: records, a document, files, its own content, the page's article.

use std::collections::VecDeque;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::editing::is_edits;
use super::job::Waiting;
use super::json::json_from_js;
use super::page::{Inside, inside, message_of, named_article};

/// Something to show or to read.
pub(crate) enum Input {
    /// A timeline document, and what is wrong with what came beside it.
    Document { document: JsValue, problems: Vec<String> },
    /// Articles, and what is wrong with those that are not among them.
    Articles { waiting: VecDeque<Waiting>, problems: Vec<String> },
}

/// A value that is a document, a record or a list of records. A document stays the page's own value: a large one is
/// carried across in pieces.
pub(crate) fn of_value(value: &JsValue) -> Result<Input, String> {
    if is_document(value) {
        return Ok(Input::Document { document: value.clone(), problems: Vec::new() });
    }
    let records = records_of(value)?;
    Ok(Input::Articles { waiting: records.into_iter().map(Waiting::Record).collect(), problems: Vec::new() })
}

fn is_document(value: &JsValue) -> bool {
    value.is_object() && Reflect::has(value, &JsValue::from_str("eraline")).unwrap_or(false)
}

/// The records of a value, still the page's own, once each is seen to have a text.
fn records_of(value: &JsValue) -> Result<Vec<JsValue>, String> {
    let records = match value.dyn_ref::<Array>() {
        Some(records) => records.to_vec(),
        None if value.is_object() => vec![value.clone()],
        None => {
            let found = json_from_js(value).described();
            return Err(["expected articles or a timeline document, found ", &found].concat());
        }
    };
    let has = |record: &JsValue, name: &str| {
        record.is_object() && Reflect::get(record, &JsValue::from_str(name)).is_ok_and(|field| field.is_string())
    };
    for (place, record) in records.iter().enumerate() {
        if !has(record, "text") && !has(record, "html") {
            let found = if record.is_object() { "neither".to_owned() } else { json_from_js(record).described() };
            let number = (place + 1).to_string();
            return Err(
                ["article ", &number, ": expected an object with \"text\" or \"html\", found ", &found].concat()
            );
        }
    }
    Ok(records)
}

/// Files as `{ name, type, text }`, told apart by name, then by content.
pub(crate) fn of_files(files: &Array, mut problems: Vec<String>) -> Result<Input, String> {
    let mut waiting = VecDeque::new();
    for file in files.iter() {
        let text = |name: &str| Reflect::get(&file, &JsValue::from_str(name)).ok()?.as_string();
        let name = text("name").unwrap_or_default();
        match read_file(&name, &text("text").unwrap_or_default()) {
            Ok(Input::Document { document, .. }) if files.length() == 1 => {
                return Ok(Input::Document { document, problems });
            }
            Ok(Input::Document { .. }) => {
                problems.push([&name, ": expected articles, found a timeline document; give it alone"].concat());
            }
            Ok(Input::Articles { waiting: records, .. }) => waiting.extend(records),
            Err(message) => problems.push([&name, ": ", &message].concat()),
        }
    }
    if waiting.is_empty() && !problems.is_empty() {
        return Err(problems.join("\n"));
    }
    Ok(Input::Articles { waiting, problems })
}

fn read_file(address: &str, text: &str) -> Result<Input, String> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let start = text.trim_start_matches('\u{feff}').trim_start();
    match ending.as_str() {
        "json" => parsed(text).and_then(|value| of_value(&value)),
        "jsonl" | "ndjson" => lines(text),
        "html" | "htm" | "xhtml" => Ok(one(record(name, "html", text))),
        "txt" | "text" | "md" => Ok(one(record(name, "text", text))),
        _ if start.starts_with(['{', '[']) => parsed(text).and_then(|value| of_value(&value)),
        _ if start.starts_with('<') => Ok(one(record(name, "html", text))),
        _ => Ok(one(record(name, "text", text))),
    }
}

fn one(record: JsValue) -> Input {
    Input::Articles { waiting: VecDeque::from([Waiting::Record(record)]), problems: Vec::new() }
}

fn record(name: &str, field: &'static str, text: &str) -> JsValue {
    let record = Object::new();
    for (name, value) in [("name", name), (field, text)] {
        // Setting a field of a plain object of our own cannot fail.
        Reflect::set(&record, &JsValue::from_str(name), &JsValue::from_str(value)).ok();
    }
    record.into()
}

fn parsed(text: &str) -> Result<JsValue, String> {
    let value = js_sys::JSON::parse(text.trim_start_matches('\u{feff}'));
    value.map_err(|error| ["expected JSON, found ", &message_of(&error)].concat())
}

/// JSON Lines: a record on each line.
fn lines(text: &str) -> Result<Input, String> {
    let mut waiting = VecDeque::new();
    for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let records = parsed(line).and_then(|value| records_of(&value)).map_err(|message| {
            let number = (place + 1).to_string();
            ["line ", &number, ": ", &message].concat()
        })?;
        waiting.extend(records.into_iter().map(Waiting::Record));
    }
    Ok(Input::Articles { waiting, problems: Vec::new() })
}

/// What stands inside the element, or what `for` names; and an editor's corrections, where a script inside holds them.
pub(crate) fn of_page(host: &HtmlElement) -> Result<(Input, Option<JsValue>), String> {
    let (mut waiting, mut problems) = (VecDeque::new(), Vec::new());
    let (mut document, mut edits) = (None, None);
    for found in inside(host) {
        match found {
            Inside::Article(draft) => waiting.push_back(Waiting::Draft(Box::new(draft))),
            Inside::NotJson(message) => problems.push(["the script inside: expected JSON, found ", &message].concat()),
            Inside::Json(value) if is_edits(&value) => edits = Some(value),
            Inside::Json(value) if is_document(&value) => document = document.or(Some(value)),
            Inside::Json(value) => match records_of(&value) {
                Ok(records) => waiting.extend(records.into_iter().map(Waiting::Record)),
                Err(message) => problems.push(["the script inside: ", &message].concat()),
            },
        }
    }
    if let Some(selector) = host.get_attribute("for") {
        let selector = if selector.starts_with(['#', '.', '[']) { selector } else { ["#", &selector].concat() };
        let draft = named_article(&selector)
            .ok_or_else(|| ["for: expected an element of this page, found none for ", &selector].concat())?;
        let waiting = VecDeque::from([Waiting::Draft(Box::new(draft))]);
        return Ok((Input::Articles { waiting, problems: Vec::new() }, edits));
    }
    if let Some(document) = document {
        return Ok((Input::Document { document, problems }, edits));
    }
    if waiting.is_empty() && !problems.is_empty() {
        return Err(problems.join("\n"));
    }
    Ok((Input::Articles { waiting, problems }, edits))
}
