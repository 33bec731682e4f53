//! What the tests of several modules make: the chronology of a few texts.

use super::{Budget, Chronology, Extraction, Options, Progress};
use crate::article::{Article, Draft, Ids};

/// The chronology of articles, a text each.
pub(super) fn chronology(texts: &[&str]) -> Chronology {
    let mut ids = Ids::new();
    let articles = texts.iter().map(|text| Article::from_draft(Draft::from_text((*text).to_owned()), &mut ids).0);
    let mut job = Extraction::new(articles.collect(), Vec::new(), Options::default());
    while let Progress::Working { .. } = job.step(Budget::SMALL) {}
    job.finish()
}
