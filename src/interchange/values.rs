//! Single values of a document: each is read, or noted as not readable and then left out.

use super::Json;
use super::node::Node;
use super::words::Words;
use crate::calendar::Edtf;
use crate::event::Note;
use crate::float::decimal;
use crate::gather::Gather;
use crate::lookup::words::WordMap;
use crate::text::{ScalarSpan, quoted};

/// Ids and, for each, the number that its next copy gets, so that many copies stay cheap.
#[derive(Debug, Default)]
pub(super) struct UsedIds(WordMap<usize>);

impl UsedIds {
    /// Takes the id; where it is taken already, the free one with a number after it, which is taken instead.
    pub(super) fn add(&mut self, id: &str) -> Option<String> {
        let Some(next) = self.0.get(id).copied() else {
            self.0.insert(id, 2);
            return None;
        };
        let (number, free) =
            (next..).map(|number| (number, format!("{id}-{number}"))).find(|(_, free)| !self.0.contains(free))?;
        self.0.insert(id, number + 1);
        self.0.insert(&free, 2);
        Some(free)
    }
}

/// Reads values and collects the notes.
#[derive(Debug, Default)]
pub(super) struct Values {
    pub(super) notes: Vec<Note>,
    ids_made: usize,
}

impl Values {
    pub(super) fn add_note(&mut self, code: &str, message: String) {
        self.notes.push(Note { code: code.to_owned(), article: None, range: None, message });
    }

    /// Notes that something else was expected at a place.
    pub(super) fn expected(&mut self, node: &Node<'_>, code: &str, expected: &str, found: &str) {
        self.add_note(code, format!("{node}: expected {expected}, found {found}"));
    }

    fn unreadable(&mut self, node: &Node<'_>, expected: &str) {
        self.expected(node, "bad-value", expected, &node.json.described());
    }

    /// An id for an item that gives none.
    pub(super) fn next_id(&mut self) -> String {
        self.ids_made += 1;
        format!("item-{}", self.ids_made)
    }

    /// Changes an id that was used before, and notes it.
    pub(super) fn make_unique(&mut self, node: &Node<'_>, id: &mut String, used: &mut UsedIds) {
        if let Some(free) = used.add(id) {
            let found = format!("{} again; here it is {} now", quoted(id), quoted(&free));
            self.expected(node, "duplicate-id", "an id of its own", &found);
            *id = free;
        }
    }

    /// Whether the value has fields.
    pub(super) fn is_object(&mut self, node: &Node<'_>) -> bool {
        let is_object = matches!(node.json, Json::Object(_));
        if !is_object {
            self.unreadable(node, "an object");
        }
        is_object
    }

    /// A text. Numbers are taken as written: ids and groups are often numbers.
    pub(super) fn text(&mut self, parent: &Node<'_>, name: &str) -> Option<String> {
        let node = parent.field(name)?;
        let text = match node.json {
            Json::String(text) => Some(text.clone()),
            Json::Integer(number) => Some(number.to_string()),
            Json::Float(number) => decimal(*number),
            _ => None,
        };
        if text.is_none() {
            self.unreadable(&node, "a text");
        }
        text
    }

    /// A list and its place.
    pub(super) fn list<'n>(&mut self, parent: &'n Node<'n>, name: &'n str) -> Option<(Node<'n>, &'n [Json])> {
        let node = parent.field(name)?;
        if let Some(items) = node.json.as_array() {
            return Some((node, items));
        }
        self.unreadable(&node, "a list");
        None
    }

    /// A list of texts; a single text is a list of one.
    pub(super) fn texts(&mut self, parent: &Node<'_>, name: &str) -> Vec<String> {
        if let Some(Json::String(text)) = parent.json.get(name) {
            return vec![text.clone()];
        }
        let Some((node, items)) = self.list(parent, name) else { return Vec::new() };
        let mut texts = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            match item {
                Json::String(text) => texts.push(text.clone()),
                _ => self.unreadable(&node.item(at, item), "a text"),
            }
        }
        texts
    }

    /// An EDTF date; a bare number is a year.
    pub(super) fn date(&mut self, parent: &Node<'_>, name: &str) -> Option<Edtf> {
        let node = parent.field(name)?;
        let read = match (node.json, node.json.as_integer()) {
            (Json::String(text), _) => text.trim().parse(),
            (_, Some(year)) if (0..=9999).contains(&year) => format!("{year:04}").parse(),
            _ => {
                self.unreadable(&node, "an EDTF date");
                return None;
            }
        };
        match read {
            Ok(date) => Some(date),
            Err(error) => {
                self.add_note("bad-date", format!("{node}: {error}"));
                None
            }
        }
    }

    /// A number.
    pub(super) fn number(&mut self, parent: &Node<'_>, name: &str) -> Option<f64> {
        let node = parent.field(name)?;
        let number = node.json.as_f64().filter(|number| number.is_finite());
        if number.is_none() {
            self.unreadable(&node, "a number");
        }
        number
    }

    /// A whole number, 0 or more.
    pub(super) fn count(&mut self, parent: &Node<'_>, name: &str) -> Option<usize> {
        let node = parent.field(name)?;
        let count = count_of(node.json);
        if count.is_none() {
            self.unreadable(&node, "a whole number, 0 or more");
        }
        count
    }

    /// Two offsets, start and end.
    pub(super) fn range(&mut self, parent: &Node<'_>, name: &str) -> Option<ScalarSpan> {
        let node = parent.field(name)?;
        let span = match node.json.as_array() {
            Some([start, end]) => count_of(start).zip(count_of(end)),
            _ => None,
        };
        let span = span.filter(|(start, end)| start <= end).map(|(start, end)| ScalarSpan { start, end });
        if span.is_none() {
            self.unreadable(&node, "two offsets such as [812, 819]");
        }
        span
    }

    /// One of a few words.
    pub(super) fn word<T: Copy>(&mut self, parent: &Node<'_>, name: &str, words: &Words<T>) -> Option<T> {
        let node = parent.field(name)?;
        let found = node.json.as_str().and_then(|found| words.iter().find(|(_, word)| *word == found));
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(_, word)| *word).gather();
            self.unreadable(&node, &format!("one of {}", known.join(", ")));
        }
        found.map(|(value, _)| *value)
    }
}

fn count_of(json: &Json) -> Option<usize> {
    json.as_integer().and_then(|number| usize::try_from(number).ok())
}
