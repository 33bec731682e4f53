//! "Ana Rojas, whose laboratory made it": the owner, and what is owned.

use super::{LastSubject, Reading, Subject};
use crate::event::clause::{Clause, Link};
use crate::event::en::Tags;
use crate::event::headline;
use crate::event::name::{Name, NameKind};
use crate::event::token::{Kind, Token, TokenAt as _, said};

/// "Ana Rojas, whose laboratory made it": "Ana Rojas’s laboratory".
pub(super) fn whose(tokens: &[Token<'_>], clause: &Clause, words: &[usize], names: &[Name]) -> Option<Subject> {
    let Link::Relative(marker) = clause.link else { return None };
    tokens.get(marker).filter(|token| token.reads("whose"))?;
    let is_comma = marker > 0 && tokens.is_kind_at(marker - 1, Kind::Comma);
    let end = marker - usize::from(is_comma);
    let owner = names.iter().find(|name| name.tokens.end == end);
    // "the toys, whose sales hit a record": the toys’ sales.
    let (owner, actor) = match owner {
        Some(owner) => (owner.text.clone(), Some(owner.text.clone())),
        None => (plain_phrase(tokens, end)?, None),
    };
    let own = said(words.iter().filter_map(|at| tokens.get(*at)).filter(|token| !token.reads("whose")));
    let said = headline::tidy(&format!("{owner}{} {own}", ending(&owner)));
    Some(Subject { words: Some(said), actor, reading: Reading::Replaced })
}

/// Whose "his" or "her" at `at` is: the one person named before it, else the person whom the story is about.
pub(in crate::event) fn owner_before(at: usize, names: &[Name], last: &LastSubject) -> Option<String> {
    let mut people = names.iter().filter(|name| name.kind == NameKind::Person && name.tokens.start < at);
    match (people.next(), people.next()) {
        (Some(only), None) => Some(only.text.clone()),
        (None, None) => last.focus.clone(),
        _ => None,
    }
}

/// Longest phrase, in words, that can be an owner: "the old toys’ sales".
const OWNER_WORDS: usize = 5;

/// The few plain words that end before `end`, from their determiner: "the old toys".
fn plain_phrase(tokens: &[Token<'_>], end: usize) -> Option<String> {
    let from = (0..end)
        .rev()
        .take(OWNER_WORDS)
        .find(|at| tokens.is_at(*at, Tags::DETERMINER) || tokens.at(*at).breaks_noun_phrase())?;
    let words = tokens.get(from..end)?;
    let is_whole = words.first()?.is(Tags::DETERMINER)
        && from.checked_sub(1).and_then(|at| tokens.get(at)).is_none_or(|before| !before.reads("of"));
    is_whole.then(|| said(words.iter()))
}

/// The ending that makes a name an owner.
pub(in crate::event) fn ending(name: &str) -> &'static str {
    if name.ends_with('s') { "’" } else { "’s" }
}
