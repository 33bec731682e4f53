//! Who a clause is about: pronouns and "the group" replaced where one antecedent is possible.

mod pronoun;

pub(super) use pronoun::object_person;
use pronoun::{Number, before_in_sentence, possessive, pronoun};

use crate::gather::Gather;
use std::ops::Range;

use super::clause::{Clause, Link};
use super::en::Tags;
use super::headline;
use super::name::{Name, NameKind};
use super::token::{Kind, Token};

/// The subject of a clause as a headline says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Subject {
    /// Words to say in its place, where its own are a pronoun.
    pub(super) words: Option<String>,
    /// The name it is, in canonical form.
    pub(super) actor: Option<String>,
    /// How it reads.
    pub(super) reading: Reading,
}

/// How a subject reads on its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Reading {
    /// A noun phrase or a name.
    #[default]
    Plain,
    /// A pronoun or a group noun that was replaced.
    Replaced,
    /// A pronoun whose antecedent is not sure.
    Pronoun,
    /// "this", "there", "it", "we": nothing that can stand alone.
    Empty,
}

/// The last subject of an article, for the pronouns that follow it.
#[derive(Clone, Debug, Default)]
pub(super) struct LastSubject {
    /// Its words.
    words: String,
    /// The name it is.
    actor: Option<String>,
    /// Whether it is a person, a thing or several.
    number: Option<Number>,
    /// Another name of the same kind stood in its sentence.
    has_rival: bool,
    /// The group or firm that it is or that stands in it, as to be said and by its name.
    group: Option<(String, String)>,
    /// The people named in the last sentence that named any.
    people: Vec<String>,
}

/// Names whose tokens lie in a range.
fn names_in<'a>(names: &'a [Name], pieces: &'a [Range<usize>]) -> impl Iterator<Item = &'a Name> {
    names.iter().filter(move |name| pieces.iter().any(|piece| piece.contains(&name.tokens.start)))
}

/// The subject of clause `index`, with its pronoun replaced where that is safe.
pub(super) fn subject(
    tokens: &[Token<'_>],
    all: &[Clause],
    index: usize,
    names: &[Name],
    last: &LastSubject,
) -> Subject {
    let owner = Clause::subject_clause(all, index);
    let Some(clause) = all.get(owner) else { return Subject::default() };
    let words: Vec<usize> = clause
        .subject
        .iter()
        .cloned()
        .flatten()
        .filter(|at| tokens.get(*at).is_some_and(|token| token.is_word() || token.kind == Kind::Number))
        .gather();
    let Some(first) = words.first().map(|at| &tokens[*at]) else {
        return Subject { reading: Reading::Empty, ..Subject::default() };
    };
    let opens_badly = first.is(Tags::SUBORDINATOR.or(Tags::PREPOSITION).or(Tags::CONJUNCTION))
        && !first.is(Tags::DETERMINER.or(Tags::PRONOUN).or(Tags::ADJECTIVE))
        || first.is(Tags::SUPERLATIVE) && !first.is(Tags::DETERMINER)
        || first.form.gerund && !first.is_capital
        || matches!(first.lower.as_str(), "if" | "most" | "not" | "only" | "even" | "just");
    if opens_badly && (words.len() > 1 || first.is(Tags::SUBORDINATOR)) {
        return Subject { reading: Reading::Empty, ..Subject::default() };
    }
    let is_that_clause = first.lower == "that"
        && words.get(1).and_then(|at| tokens.get(*at)).is_some_and(|next| next.is(Tags::DETERMINER) || next.is_capital);
    if is_that_clause {
        return Subject { reading: Reading::Empty, ..Subject::default() };
    }
    // "Peru’s (ANA) were": whose, and not what.
    if words.last().and_then(|at| tokens.get(*at)).is_some_and(|last| last.is_possessive) {
        return Subject { reading: Reading::Empty, ..Subject::default() };
    }
    let actor = actor_of(tokens, &words, names_in(names, &clause.subject));
    if words.len() == 1 && first.is(Tags::PRONOUN.or(Tags::RELATIVE)) && actor.is_none() {
        return pronoun(tokens, first, all, owner, names, last);
    }
    if matches!(first.lower.as_str(), "his" | "its" | "their") && words.len() > 1 {
        return possessive(tokens, &words, last, before_in_sentence(tokens, all, owner, names));
    }
    if words.len() <= 2 && first.lower == "the" && words.get(1).is_some_and(|at| tokens[*at].is(Tags::GROUP)) {
        let before = || last.group.clone();
        return match group(tokens, words[0], names).or_else(before) {
            Some(name) => Subject { words: Some(name.0), actor: Some(name.1), reading: Reading::Replaced },
            None => Subject { words: None, actor, reading: Reading::Plain },
        };
    }
    if matches!(first.lower.as_str(), "what" | "there" | "i" | "we" | "you" | "this" | "that" | "these" | "those")
        && words.len() <= 2
    {
        return Subject { reading: Reading::Empty, ..Subject::default() };
    }
    whose(tokens, clause, &words, names).unwrap_or(Subject { words: None, actor, reading: Reading::Plain })
}

/// "Ana Rojas, whose laboratory made it": "Ana Rojas’s laboratory".
fn whose(tokens: &[Token<'_>], clause: &Clause, words: &[usize], names: &[Name]) -> Option<Subject> {
    let Link::Relative(marker) = clause.link else { return None };
    tokens.get(marker).filter(|token| token.lower == "whose")?;
    let is_comma = marker > 0 && tokens.get(marker - 1).is_some_and(|token| token.kind == Kind::Comma);
    let owner = names.iter().find(|name| name.tokens.end == marker - usize::from(is_comma))?;
    let own: Vec<&str> = words
        .iter()
        .filter_map(|at| tokens.get(*at))
        .filter(|token| token.lower != "whose")
        .map(|token| token.text)
        .gather();
    let said = headline::tidy(&format!("{}{} {}", owner.text, ending(&owner.text), own.join(" ")));
    Some(Subject { words: Some(said), actor: Some(owner.text.clone()), reading: Reading::Replaced })
}

/// The ending that makes a name an owner.
fn ending(name: &str) -> &'static str {
    if name.ends_with('s') { "’" } else { "’s" }
}

/// The name that a noun phrase is: its head, or the country whose town or adjective it is.
fn actor_of<'a>(tokens: &[Token<'_>], words: &[usize], names: impl Iterator<Item = &'a Name>) -> Option<String> {
    let mut chosen: Option<&Name> = None;
    for name in names {
        let is_possessive =
            name.tokens.end.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_possessive);
        let after_preposition = name
            .tokens
            .start
            .checked_sub(1)
            .and_then(|at| tokens.get(at))
            .is_some_and(|token| token.is(Tags::PREPOSITION) && words.contains(&(name.tokens.start - 1)));
        if is_possessive || after_preposition {
            continue;
        }
        // "Russian ambassador Ana Rojas": the person, not the country.
        let better = chosen.is_none_or(|held| held.kind != NameKind::Person && name.kind == NameKind::Person);
        if better {
            chosen = Some(name);
        }
    }
    // "The Ghana forward" is a person, not the country.
    let head = words.last().and_then(|at| tokens.get(*at));
    let is_person_of = head.is_some_and(|token| token.is(Tags::PERSON) && !token.is_capital);
    chosen.filter(|name| !is_person_of || name.kind == NameKind::Person).map(|name| name.text.clone())
}

/// The one name that "the group" before token `at` can stand for, with its article, and in canonical form.
pub(super) fn group(tokens: &[Token<'_>], at: usize, names: &[Name]) -> Option<(String, String)> {
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
        other
            .tokens
            .start
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_some_and(|token| token.lower == "the")
    });
    let words = if has_article { format!("the {}", name.text) } else { name.text.clone() };
    Some((words, name.text.clone()))
}

/// Remembers the subject of a sentence's main clause for the next sentence.
pub(super) fn remember(text: &str, tokens: &[Token<'_>], all: &[Clause], names: &[Name], last: &mut LastSubject) {
    let mut people: Vec<String> =
        names.iter().filter(|name| name.kind == NameKind::Person).map(|name| name.text.clone()).gather();
    people.dedup();
    if people.is_empty() {
        people = std::mem::take(&mut last.people);
    }
    last.people = people;
    let forget = |last: &mut LastSubject| {
        *last = LastSubject { people: std::mem::take(&mut last.people), ..LastSubject::default() }
    };
    let Some(main) = all.iter().position(|clause| clause.link == Link::Main) else {
        forget(last);
        return;
    };
    let held = subject(tokens, all, main, names, last);
    if held.reading == Reading::Replaced {
        // The pronoun goes on with the same subject.
        return;
    }
    if held.reading != Reading::Plain {
        forget(last);
        return;
    }
    let clause = &all[main];
    let ids: Vec<usize> = clause.subject.iter().cloned().flatten().gather();
    let number = number_of(tokens, &ids, &held, names);
    let is_person = number == Some(Number::Person);
    let has_rival =
        is_person && names.iter().any(|name| name.kind == NameKind::Person && Some(&name.text) != held.actor.as_ref());
    let words = if let Some(actor) = held.actor.clone().filter(|_| is_person) {
        actor
    } else {
        headline::tidy(&headline::join(text, tokens, &ids, &[]))
    };
    let is_short = words.chars().count() <= 40;
    let group = own_group(tokens, &ids, names);
    let words = if is_short { words } else { String::new() };
    *last =
        LastSubject { words, actor: held.actor, number, has_rival, group, people: std::mem::take(&mut last.people) };
}

/// The one group or firm named in a subject, with its article.
fn own_group(tokens: &[Token<'_>], ids: &[usize], names: &[Name]) -> Option<(String, String)> {
    let mut own = names.iter().filter(|name| name.kind == NameKind::Other && ids.contains(&name.tokens.start));
    let name = own.next()?;
    if own.any(|other| other.text != name.text) {
        return None;
    }
    let has_article =
        name.tokens.start.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.lower == "the");
    let said = if has_article { format!("the {}", name.text) } else { name.text.clone() };
    Some((said, name.text.clone()))
}

/// Whether a subject is a person, a thing, a group or several.
fn number_of(tokens: &[Token<'_>], ids: &[usize], held: &Subject, names: &[Name]) -> Option<Number> {
    let inside = |name: &&Name| ids.contains(&name.tokens.start) || held.words.is_some();
    let name = names.iter().filter(inside).find(|name| Some(&name.text) == held.actor.as_ref());
    if ids.iter().any(|at| tokens.get(*at).is_some_and(|token| token.lower == "and")) {
        return Some(Number::Several);
    }
    match name.map(|name| name.kind) {
        Some(NameKind::Person) => return Some(Number::Person),
        Some(NameKind::Other) => return Some(Number::Group),
        _ => {}
    }
    let last = ids.last().and_then(|at| tokens.get(*at))?;
    let in_name = ids.last().is_some_and(|at| names.iter().any(|name| name.tokens.contains(at)));
    let is_plural = last.lower.ends_with('s') && !in_name && !last.lower.ends_with("ss");
    if last.is(Tags::PERSON) {
        return Some(Number::Person);
    }
    if is_plural {
        return Some(Number::Several);
    }
    held.actor.as_ref().map(|_| Number::Thing)
}
