//! A JSON value together with its place in the document, so that a message can say where.

use std::fmt;

use super::Json;

/// A value and how to get there: `events[3].mentions[0].range`.
#[derive(Clone, Copy)]
pub(super) struct Node<'d> {
    pub(super) json: &'d Json,
    parent: Option<&'d Node<'d>>,
    step: Step<'d>,
}

#[derive(Clone, Copy)]
enum Step<'d> {
    Root,
    Field(&'d str),
    Item(usize),
}

impl<'d> Node<'d> {
    pub(super) const fn root(json: &'d Json) -> Self {
        Self { json, parent: None, step: Step::Root }
    }

    /// The field of an object, unless it is missing or `null`.
    pub(super) fn field<'n>(&'n self, name: &'n str) -> Option<Node<'n>> {
        Some(Node { json: self.json.get(name)?, parent: Some(self), step: Step::Field(name) })
    }

    /// A part of the document whose items come in pieces.
    pub(super) const fn named<'n>(&'n self, name: &'n str) -> Node<'n> {
        Node { json: &Json::Null, parent: Some(self), step: Step::Field(name) }
    }

    /// An item of a list.
    pub(super) const fn item<'n>(&'n self, at: usize, json: &'n Json) -> Node<'n> {
        Node { json, parent: Some(self), step: Step::Item(at) }
    }
}

impl fmt::Display for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Field(name) => {
                let is_first = self.parent.is_none_or(|parent| matches!(parent.step, Step::Root));
                f.write_str(if is_first { "" } else { "." })?;
                f.write_str(name)
            }
            Step::Item(at) => write!(f, "[{at}]"),
        }
    }
}
