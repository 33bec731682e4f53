//! Finds time expressions in text and works out which days they mean, in the terms of TIMEX3 (TimeML).
//!
//! - [`find`] reads the text once and returns what it *says*, under-specified: "Friday", "two weeks earlier".
//! - [`resolve()`] says what that *means* for a document, given its [`Anchor`], and keeps apart what was stated and
//!   what was filled in, and from what.
//!
//! Knows no articles. The words and rules of English are in `en`; another language is another folder, one variant of
//! [`Language`], and a corpus in `tests/corpus/`.

mod en;
mod entry;
#[cfg(feature = "es")]
mod es;
mod finder;
mod language;
mod lexicon;
pub mod meaning;
mod model;
mod resolve;
mod scan;
mod spelling;
mod tokens;

pub(crate) use entry::{BETWEEN_ENTRIES, opens_entry};
pub use language::Language;
pub use meaning::{Meaning, Tense};
pub use model::{Anchor, AnchorSource, Modifier, Relation, Resolution, Stated, Timex, TimexKind, Token};
pub use resolve::resolve;

/// The time expressions of an English `text`, in order, without overlaps; [`Language::find`] for other languages.
#[must_use]
pub fn find(text: &str) -> Vec<Stated> {
    Language::English.find(text)
}
