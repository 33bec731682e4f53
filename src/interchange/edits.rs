//! The edits file: an editor's corrections as JSON, kept beside the articles.
//!
//! `{"eraline_edits": 1, "edits": [{"edit": "retitle", "event": id, "was": {…}, "headline": …}, …]}`; `docs/edits.md` has
//! every kind. What cannot be read is noted with its place and left out; the rest is still done.

use super::document::ImportError;
use super::node::Node;
use super::values::Values;
use super::words::{EXTENT, Words};
use super::{Json, Name};
use crate::calendar::Edtf;
use crate::edit::{Change, Edit, Edits, EraTarget, NewEvent, Quote, Target, Was};
use crate::event::Extent;
use crate::gather::Gather;

/// The version that this crate reads.
const VERSION: i64 = 1;
/// The key that tells an edits file from an article and a timeline document.
const KEY: &str = "eraline_edits";

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Retitle,
    Redate,
    Hide,
    Pin,
    Split,
    Merge,
    Add,
    RenameEra,
}

const KINDS: &Words<Kind> = &[
    (Kind::Retitle, "retitle"),
    (Kind::Redate, "redate"),
    (Kind::Hide, "hide"),
    (Kind::Pin, "pin"),
    (Kind::Split, "split"),
    (Kind::Merge, "merge"),
    (Kind::Add, "add"),
    (Kind::RenameEra, "rename-era"),
];

/// Whether a value says of itself that it is an edits file.
#[must_use]
pub fn is_edits(json: &Json) -> bool {
    json.get(KEY).is_some()
}

/// Reads an edits file; what cannot be read of it stands among [`Edits::problems`].
///
/// # Errors
/// Where it is not an edits file of a known version, or `edits` is no list.
pub fn edits_from_json(json: &Json) -> Result<Edits, ImportError> {
    let Some(version) = json.get(KEY) else {
        return Err(ImportError::NotEdits { found: json.described() });
    };
    if version.as_integer() != Some(VERSION) {
        return Err(ImportError::NotEdits { found: format!("version {}", version.described()) });
    }
    let root = Node::root(json);
    let mut values = Values::default();
    let Some(part) = root.field("edits") else { return Ok(Edits::default()) };
    let Some(items) = part.json.as_array() else {
        return Err(ImportError::NotAList { place: "edits", found: part.json.described() });
    };
    let list = items.iter().enumerate().map(|(at, item)| edit(&mut values, &part.item(at, item))).gather();
    Ok(Edits { list, problems: values.notes })
}

fn edit(values: &mut Values, node: &Node<'_>) -> Option<Edit> {
    if !values.is_object(node) {
        return None;
    }
    let Some(kind) = values.word(node, "edit", KINDS) else {
        if node.field("edit").is_none() {
            values.expected(node, "bad-edit", "an edit such as \"retitle\"", "none");
        }
        return None;
    };
    match kind {
        Kind::Add => {
            let headline = needed(values, node, "headline")?;
            let date = date(values, node)?;
            let extent = values.word(node, "extent", EXTENT).unwrap_or(Extent::Within);
            Some(Edit::Add(NewEvent { headline, date, extent, text: values.text(node, "text") }))
        }
        Kind::RenameEra => {
            let label = needed(values, node, "label")?;
            let id = values.text(node, "era");
            let was = node.field("was");
            let target = EraTarget {
                id,
                label: was.as_ref().and_then(|was| values.text(was, "label")),
                date: was.as_ref().and_then(|was| values.date(was, "date")),
            };
            Some(Edit::RenameEra { target, label })
        }
        _ => Some(Edit::Change { change: change(values, node, kind)?, target: target(values, node) }),
    }
}

fn change(values: &mut Values, node: &Node<'_>, kind: Kind) -> Option<Change> {
    Some(match kind {
        Kind::Retitle => Change::Retitle(needed(values, node, "headline")?),
        Kind::Redate => Change::Redate(date(values, node)?, values.word(node, "extent", EXTENT)),
        Kind::Hide => Change::Hide,
        Kind::Pin => Change::Pin,
        Kind::Split => Change::Split {
            quotes: objects(values, node, "quotes", |values, quote| {
                Some(Quote { article: values.text(quote, "article"), text: needed(values, quote, "quote")? })
            }),
            headline: values.text(node, "headline"),
            date: date(values, node)?,
        },
        Kind::Merge => Change::Merge(objects(values, node, "with", |values, other| Some(target(values, other)))),
        Kind::Add | Kind::RenameEra => return None,
    })
}

fn target(values: &mut Values, node: &Node<'_>) -> Target {
    let id = values.text(node, "event");
    let Some(was) = node.field("was") else { return Target { id, was: Was::default() } };
    let date = values.date(&was, "date");
    let [headline, article, quote] = ["headline", "article", "quote"].map(|name| values.text(&was, name));
    Target { id, was: Was { date, headline, article, quote } }
}

/// The new date, or none; no edit where one is written that cannot be read. Only `null` makes an event undated.
fn date(values: &mut Values, node: &Node<'_>) -> Option<Option<Edtf>> {
    let date = values.date(node, "date");
    (date.is_some() || node.field("date").is_none()).then_some(date)
}

/// A text that an edit is nothing without.
fn needed(values: &mut Values, node: &Node<'_>, name: &'static str) -> Option<String> {
    let found = match node.field(name) {
        None => "none",
        Some(_) => match values.text(node, name)?.trim() {
            "" => "an empty text",
            text => return Some(text.to_owned()),
        },
    };
    values.expected(node, "bad-edit", name, found);
    None
}

fn objects<T>(
    values: &mut Values,
    node: &Node<'_>,
    name: &str,
    read: impl Fn(&mut Values, &Node<'_>) -> Option<T>,
) -> Vec<T> {
    let Some((part, items)) = values.list(node, name) else { return Vec::new() };
    let mut found = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let node = part.item(at, item);
        if values.is_object(&node) {
            found.extend(read(values, &node));
        }
    }
    found
}

/// An event as an edit names it, for those who write edits: its id, and what finds it when the id is gone.
#[must_use]
pub fn target_to_json(target: &Target) -> Json {
    let text = |text: &Option<String>| text.as_deref().map_or(Json::Null, Json::from);
    let was = &target.was;
    let fields = [
        ("date", was.date.map_or(Json::Null, |date| Json::String(date.to_string()))),
        ("headline", text(&was.headline)),
        ("article", text(&was.article)),
        ("quote", text(&was.quote)),
    ];
    let object = |fields: Vec<(&'static str, Json)>| {
        Json::Object(fields.into_iter().map(|(name, value)| (Name::Borrowed(name), value)).gather())
    };
    object(vec![("event", text(&target.id)), ("was", object(fields.into()))])
}
