//! Finds time expressions in text and works out which days they mean, in the terms of TIMEX3 (TimeML).
//!
//! - [`find`] reads the text once and returns what it *says*, under-specified: "Friday", "two weeks earlier".
//! - [`resolve`] says what that *means* for a document, given its [`Anchor`], and keeps apart what was stated and
//!   what was filled in, and from what.
//!
//! Knows no articles. The words and rules of English are in `en`; another language is another folder.

mod model;

pub use model::{Anchor, AnchorSource, Modifier, Relation, Resolution, Stated, Timex, TimexKind};

/// The time expressions of `text`, in order, without overlaps.
#[must_use]
pub fn find(_text: &str) -> Vec<Stated> {
    Vec::new()
}

/// What the expressions of one document mean, one [`Timex`] for each [`Stated`], in the same order.
#[must_use]
pub fn resolve(_text: &str, _stated: &[Stated], _anchor: &Anchor) -> Vec<Timex> {
    Vec::new()
}
