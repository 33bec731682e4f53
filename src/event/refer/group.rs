//! "The group", "the company": the one name that it can stand for.

use crate::event::name::{Name, NameKind};
use crate::event::token::Token;
use crate::lookup::listed::Listed;
use crate::text::lowered;

/// Groups of which a story has several, and which are known without a name.
pub(super) const OFFICES: &str = "government|army|committee|court|council|ministry|alliance|coalition";

/// Words that end the names of bodies which are called by them and by no other: no ministry is "the company".
const OWN_WORDS: Listed =
    Listed("department|ministry|council|committee|court|commission|office|party|army|union|league");

/// Words in the names of papers, which tell the news of firms.
const PAPERS: Listed =
    Listed("gazette|times|post|herald|tribune|courier|journal|telegraph|chronicle|ledger|mirror|observer");

/// Whether "the company" may be the one of this name.
pub(super) fn may_be(noun: &str, name: &str) -> bool {
    // "According to the Arden Post, the firm is for sale": not the paper.
    if name.split(' ').any(|word| PAPERS.has_in_any_case(word)) && !matches!(noun, "paper" | "newspaper" | "daily") {
        return false;
    }
    let last = lowered(name.rsplit(' ').next().unwrap_or(name));
    // "John C. Paz" is a person, known as such or not.
    let has_initial = name.split(' ').any(|word| word.len() == 2 && word.ends_with('.'));
    !has_initial && (!OWN_WORDS.has(&last) || last == noun)
}

/// The one name that "the group" before token `at` can stand for, with its article, and in canonical form.
pub(in crate::event) fn group(tokens: &[Token<'_>], at: usize, names: &[Name]) -> Option<(String, String)> {
    let mut found: Option<&Name> = None;
    // "The firm bought Arden Motors" is about another firm: the name stands before.
    for name in names.iter().filter(|name| name.kind == NameKind::Other && name.tokens.end <= at) {
        let is_attribute_of_other =
            name.tokens.len() == 1 && tokens.get(name.tokens.start).is_some_and(|token| token.text.contains('-'));
        if is_attribute_of_other {
            continue;
        }
        if found.is_some_and(|held| held.text != name.text) {
            return None;
        }
        found = found.or(Some(name));
    }
    let name = found?;
    let has_article = names.iter().filter(|other| other.text == name.text).any(|other| {
        other.tokens.start.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| token.reads("the"))
    });
    let words = if has_article { format!("the {}", name.text) } else { name.text.clone() };
    Some((words, name.text.clone()))
}

/// The one group or firm that a subject is, with its article.
pub(super) fn own_group(
    tokens: &[Token<'_>],
    ids: &[usize],
    names: &[Name],
    actor: Option<&String>,
) -> Option<(String, String)> {
    let mut all = names.iter().filter(|name| name.kind == NameKind::Other);
    // The subject itself, and no word of it: "the New Orleans firm".
    let ends = |at: usize| {
        !ids.contains(&at) || tokens.get(at).is_some_and(|next| !next.is_word() || next.breaks_noun_phrase())
    };
    let name = all
        .clone()
        .find(|name| ids.contains(&name.tokens.start) && ends(name.tokens.end) && Some(&name.text) == actor)?;
    // Any other one that the sentence goes on to may be meant as well.
    if all.any(|other| other.text != name.text && other.tokens.start >= name.tokens.start) {
        return None;
    }
    let has_article =
        name.tokens.start.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.reads("the"));
    let said = if has_article { format!("the {}", name.text) } else { name.text.clone() };
    Some((said, name.text.clone()))
}
