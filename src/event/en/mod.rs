//! The words of English that extraction knows, as tables. Another language is another folder.

mod families;
pub(super) mod lexicon;
mod places;
mod verbs;
mod words;

pub(super) use lexicon::{Lexicon, Tags, VerbForm};
