//! The words of English that extraction knows, as tables. Another language is another folder.

mod agreement;
mod families;
pub(super) mod lexicon;
mod nominals;
mod places;
mod tags;
mod verbs;
mod words;

pub(super) use agreement::{agrees, past_be};
pub(super) use lexicon::Lexicon;
pub(super) use nominals::{Owner, is_light};
pub(super) use tags::{Tags, VerbForm};

/// Articles that may open a name.
const ARTICLES: [&str; 3] = ["The ", "A ", "An "];

/// The name without the article that opens it.
pub(super) fn without_article(name: &str) -> &str {
    ARTICLES.iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}
