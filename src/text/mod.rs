//! Spans, sentences and words of a `&str`; knows nothing of dates.
//!
//! Everything is borrowed by [`TextSpan`]: byte offsets on character boundaries, half-open. Only the
//! borders (`interchange`, the `tag` command) turn bytes into Unicode scalar values, by [`ScalarIndex`].

mod letter;
pub(crate) mod phrase;
mod quoted;
mod scalar;
mod sentence;
mod shorten;
mod span;
mod word;

pub use letter::lowered;
pub(crate) use letter::{is_large, is_small, large, small};
pub(crate) use quoted::quoted;
pub use scalar::{ScalarIndex, ScalarMarks};
pub use sentence::sentences;
pub use shorten::shortened;
pub use span::{ScalarSpan, TextSpan};
pub use word::{Word, words};
