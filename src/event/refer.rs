//! Who a clause is about: pronouns and "the group" replaced where one antecedent is possible.
//!
//! `memory` keeps what a sentence leaves to the next, `pronoun` reads "she" and "their", `group` "the company", `whose` a
//! clause with "whose", `focus` whom the story is about.

mod focus;
mod group;
mod inside;
mod memory;
mod pronoun;
mod whose;

pub(super) use focus::{is_doer, is_one_unnamed};
pub(super) use group::group;
use group::{OFFICES, may_be};
pub(super) use inside::object_person;
use inside::{before_in_sentence, possessive};
pub(super) use memory::{LastSubject, remember};
use pronoun::pronoun;
pub(super) use whose::ending;
pub(super) use whose::owner_before;
use whose::whose;

use crate::gather::Gather;
use std::ops::Range;

use super::clause::{Clause, FIRST_WORDS, Link, PERSONAL};
use super::en::{Tags, agrees};
use super::headline;
use super::name::{Name, NameKind};
use super::token::{Kind, Token, TokenAt as _, said};

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
    let Some(first) = words.first().map(|at| tokens.at(*at)) else {
        return Subject { reading: Reading::Empty, ..Subject::default() };
    };
    let is_whose = matches!(clause.link, Link::Relative(marker) if tokens.reads_at(marker, "whose"));
    // "About 200 people".
    let counts = words.get(1).is_some_and(|at| tokens.is_kind_at(*at, Kind::Number));
    let opens_badly = !counts && first.is(Tags::SUBORDINATOR.or(Tags::PREPOSITION).or(Tags::CONJUNCTION))
        || first.is(Tags::SUPERLATIVE) && !first.is(Tags::DETERMINER)
        || first.form.gerund && !first.is_capital
        || first.reads(
            "aged|if|most|perhaps|maybe|probably|possibly|not|even|just|him|them|us|me|particularly|especially|notably",
        )
        || first.reads("only") && !first.is_capital;
    let second = words.get(1).and_then(|at| tokens.get(*at));
    // "having sold", "how inclined the party is", "in his years as president": the words before were cut off.
    let is_torn = match second {
        None => (first.form.gerund || first.is_past_form() || first.is(Tags::PERSON) && !is_whose) && !first.is_capital,
        Some(second) => {
            let is_order = words.first() == Some(&0) && first.form.plain && !first.reads(NOUN_TOO);
            // "claims Vega": a verb that was not known for one.
            let says = first.form.third && first.is(Tags::REPORT) && !first.is_capital;
            says && (second.is(Tags::DETERMINER.or(Tags::PRONOUN)) || second.is_capital)
                || first.form.either && second.is(Tags::DETERMINER)
                || is_order && second.is(Tags::PREPOSITION.or(Tags::DETERMINER).or(Tags::PRONOUN))
        }
    };
    // "That she’s gone", "grants them | limited", of a verb that was not known for one.
    let is_object = |at: &usize| tokens.reads_at(*at, "them|him|us|me") && !tokens.reads_at(at - 1, "of");
    let is_first_person = words.len() > 1 && first.reads("i|we|you|my|our|your")
        || words.iter().any(|at| tokens.at(*at).is_contraction())
        || words.iter().skip(1).any(is_object);
    // "country’s war": the rest of the phrase stands before.
    let is_torn = is_torn
        || is_first_person
        // "an ally of the king since the war": a phrase too many.
        || words.iter().skip(1).any(|at| {
            let opens_date = tokens.at(at + 1).timex().is_some();
            tokens.is_at(*at, Tags::SUBORDINATOR) && tokens.at(*at).reads(SUBORDINATING) && !opens_date
        })
        // "elections always favour the party": a verb that was not known for one; "a man nobody liked was": a clause.
        || words.iter().skip(1).any(|at| tokens.reads_at(*at, "always|never|often|also|already|aside|notwithstanding|nobody"))
        // "to avoid the loss": the object of an infinitive.
        || !matches!(clause.link, Link::Relative(marker) if marker > words[0])
            && words[0] > 1
            && tokens.reads_at(words[0] - 2, "to")
            && tokens.get(words[0] - 1).is_some_and(|verb| verb.form.plain && !verb.is(Tags::REPORT.or(Tags::NOUN)))
        // "which follows surfers": a verb that was not known for one.
        || first.form.third && words[0] > 0 && tokens.reads_at(words[0] - 1, "which|who")
        // "a ballad Spector had written": the same.
        || first.reads("a|an")
            && words.windows(2).last().is_some_and(|pair| {
                let noun = tokens.at(pair[0]);
                tokens.is_capital_at(pair[1])
                    && !noun.is_capital
                    && noun.is_word()
                    && !noun.breaks_noun_phrase()
                    && !noun.is(Tags::PERSON.or(Tags::TITLE).or(Tags::ADJECTIVE).or(Tags::DETERMINER).or(Tags::GROUP))
                    && pair[0] + 1 == pair[1]
            })
        // "double the amount Norland paid": a clause without a relative word.
        || words.windows(2).any(|pair| {
            tokens.reads_at(pair[0], "amount|number|sum|time|day|way|reason|thing") && tokens.is_capital_at(pair[1])
        })
        // "the leader, both of whom left".
        || words.iter().any(|at| tokens.reads_at(*at, "whom|which"))
        || first.is_possessive && !first.is_capital
        || !agrees(tokens, &clause.subject, clause.verb.start)
        || words.first().is_some_and(|at| is_place_of_phrase(tokens, *at));
    // "papers which it said showed": who says it is no subject.
    let is_said = first.reads(PERSONAL) && second.is_some_and(|second| second.is(Tags::REPORT));
    // "signalled he": a verb that was not known for one.
    let is_torn = is_torn
        || is_said
        || words.len() > 1
            && words.last().is_some_and(|at| tokens.at(*at).reads(PERSONAL))
            && !words.iter().any(|at| tokens.is_at(*at, Tags::CONJUNCTION));
    // "an engineer of the alarm firm, Arden, had seen it": a name in apposition to what stands before.
    let is_comma = |at: Option<usize>| at.is_some_and(|at| tokens.is_kind_at(at, Kind::Comma));
    let ends = words.first().zip(words.last());
    // "The man whose print it was, Ruy Guez, was tried": who the first words of the sentence are.
    let names_first = words.len() > 1
        && all.iter().any(|other| {
            other.end + 1 == words[0]
                && matches!(other.link, Link::Relative(marker) if marker <= FIRST_WORDS && tokens.reads_at(marker, "who|whose"))
        });
    let is_apposition = clause.link == Link::Main
        && !names_first
        && ends.is_some_and(|(from, to)| {
            let is_enclosed = is_comma(from.checked_sub(1)) && is_comma(Some(to + 1)) && to + 2 == clause.verb.start;
            is_enclosed && tokens.is_capital_at(*from) && words.len() == to + 1 - from
        });
    let is_torn = is_torn || is_apposition;
    if is_torn || opens_badly && (words.len() > 1 || first.is(Tags::SUBORDINATOR)) {
        return Subject { reading: Reading::Empty, ..Subject::default() };
    }
    let is_that_clause = first.reads("that") && words.iter().skip(1).any(|at| tokens.at(*at).reads(PERSONAL))
        || first.reads("that")
            && words
                .get(1)
                .and_then(|at| tokens.get(*at))
                .is_some_and(|next| next.is(Tags::DETERMINER.or(Tags::PRONOUN)) || next.is_capital);
    if is_that_clause {
        return Subject { reading: Reading::Empty, ..Subject::default() };
    }
    // "Peru’s (ANA) were": whose, and not what.
    if words.last().and_then(|at| tokens.get(*at)).is_some_and(|last| last.is_possessive) {
        return Subject { reading: Reading::Empty, ..Subject::default() };
    }
    let actor = actor_of(tokens, &words, names_in(names, &clause.subject));
    // "She and Ana Rojas", "He, Storr and the company": one of them is not named, unless it is known who that is.
    let is_list = words.iter().skip(1).any(|at| tokens.reads_at(*at, "and"))
        && (second.is_some_and(|second| second.is(Tags::CONJUNCTION))
            || words.first().is_some_and(|at| tokens.is_kind_at(at + 1, Kind::Comma)));
    if first.reads("he|she|they") && is_list {
        let held = pronoun(tokens, first, all, owner, names, last);
        let range = words.first().zip(words.last()).and_then(|(from, to)| tokens.get(from + 1..=*to));
        let rest = range.unwrap_or_default();
        let one = held.words.filter(|_| !first.reads("they") && rest.len() <= LISTED_WORDS);
        return match one {
            Some(one) => Subject {
                words: Some(headline::tidy(&format!("{one} {}", said(rest.iter())))),
                actor: held.actor,
                reading: Reading::Replaced,
            },
            None => Subject { words: None, actor, reading: Reading::Pronoun },
        };
    }
    // "All happened", "Both left".
    if words.len() == 1 && first.reads("all|both|neither|either") {
        return Subject { reading: Reading::Empty, ..Subject::default() };
    }
    if words.len() == 1 && first.is(Tags::PRONOUN.or(Tags::RELATIVE)) && actor.is_none() {
        return pronoun(tokens, first, all, owner, names, last);
    }
    // "Her mother, Ana Lind, told": the name says who.
    let apposed = names_in(names, &clause.subject).find(|name| {
        name.kind == NameKind::Person
            && name.tokens.start > 0
            && tokens.is_kind_at(name.tokens.start - 1, Kind::Comma)
            && words.last().is_some_and(|last| name.tokens.end == last + 1)
    });
    if let Some(name) = apposed.filter(|_| first.reads("his|her|their")) {
        let said = Some(name.text.clone());
        return Subject { words: said.clone(), actor: said, reading: Reading::Replaced };
    }
    if let Some(subject) = behind_apposition(tokens, clause, &words, names) {
        return subject;
    }
    if first.reads("his|her|its|their") && words.len() > 1 {
        return possessive(tokens, &words, last, before_in_sentence(tokens, all, owner, names));
    }
    if words.len() <= 2
        && first.reads("the")
        && words.get(1).is_some_and(|at| tokens.is_at(*at, Tags::GROUP) && !tokens.at(*at).reads(OFFICES))
    {
        let noun = words.get(1).map_or("", |at| tokens.at(*at).lower.as_str());
        let before = || last.group.clone().filter(|(_, name)| may_be(noun, name));
        let here = group(tokens, words[0], names).filter(|(_, name)| may_be(noun, name));
        return match here.or_else(before) {
            Some(name) => Subject { words: Some(name.0), actor: Some(name.1), reading: Reading::Replaced },
            None => Subject { words: None, actor, reading: Reading::Plain },
        };
    }
    if first.reads("what|there|i|we|you|this|that|these|those") && words.len() <= 2 {
        return Subject { reading: Reading::Empty, ..Subject::default() };
    }
    // "…, Tom Ruiz and Ana Lind, a nurse, were": the rest of the list was cut off.
    let is_one_person = actor.is_some()
        && names_in(names, &clause.subject).all(|name| name.kind == NameKind::Person)
        && !words.iter().any(|at| tokens.is_at(*at, Tags::CONJUNCTION) || tokens.at(*at).lower.ends_with('s'));
    let is_many = tokens.reads_at(clause.verb.start, "were|are");
    if is_one_person && is_many {
        return Subject { reading: Reading::Empty, ..Subject::default() };
    }
    let reading = if is_whose { Reading::Empty } else { Reading::Plain };
    whose(tokens, clause, &words, names).unwrap_or(Subject { words: None, actor, reading })
}

/// "Born in Lima, the daughter of a nurse, Ana Lind trained in Rome", "Founded by Juan Vega, a lawyer, the bank grew": what
/// stands before the last comma is of what leads to the subject.
fn behind_apposition(tokens: &[Token<'_>], clause: &Clause, words: &[usize], names: &[Name]) -> Option<Subject> {
    let (first, end) = (*words.first()?, words.last()? + 1);
    let comma = (first..end).rev().find(|at| tokens.is_kind_at(*at, Kind::Comma))?;
    let own = comma + 1..end;
    let person = names_in(names, &clause.subject)
        .last()
        .filter(|name| name.kind == NameKind::Person && own.contains(&name.tokens.start) && name.tokens.end == end);
    let is_all = |name: &Name| (comma + 1..name.tokens.start).all(|at| tokens.is_at(at, Tags::TITLE));
    let is_named = person.is_some_and(is_all) && tokens.is_at(first, Tags::DETERMINER);
    let is_definite = tokens.reads_at(first, "a|an") && tokens.reads_at(own.start, "the");
    let is_list = (first..end).any(|at| tokens.is_at(at, Tags::CONJUNCTION));
    let is_led = first > 0 && tokens.is_kind_at(first - 1, Kind::Comma);
    // "A sister ship, the Orra, sank" has a comma behind it.
    let is_open = end == clause.verb.start;
    let fits = is_open && !is_list && (is_named || is_definite && is_led);
    fits.then(|| Subject {
        words: Some(headline::tidy(&said(tokens.within(own).iter()))),
        actor: person.map(|name| name.text.clone()),
        reading: Reading::Replaced,
    })
}

/// "the offices in Lima, | Norland, and Arden, killed": a place that a comma parts from its town inside a phrase, and no
/// subject; after "In Lima," one may begin.
fn is_place_of_phrase(tokens: &[Token<'_>], at: usize) -> bool {
    let is_capital = |at: usize| tokens.at(at).is_capital;
    let Some(comma) = at.checked_sub(1).filter(|comma| tokens.is_kind_at(*comma, Kind::Comma)) else { return false };
    let town = (0..comma).rev().find(|at| !is_capital(*at));
    let preposition = town.filter(|town| town + 1 < comma && tokens.is_at(*town, Tags::PREPOSITION));
    is_capital(at) && preposition.is_some_and(|preposition| preposition > 0 && tokens.at(preposition - 1).is_word())
}

/// The most words that are told behind the first of a list.
const LISTED_WORDS: usize = 7;

/// Nouns that look like an order at the start of a sentence: "Work on the dam began".
const NOUN_TOO: &str = "work|trade|support|control|demand|search|fire|use|damage|trust|access|debate|help|aid";

/// Words that open a clause, and stand in no subject.
const SUBORDINATING: &str = "since|when|while|because|although|though|if|until|unless|whereas";

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
        // "the former head of the Italian carmaker Arden".
        let is_inside = name.kind != NameKind::Person
            && words.iter().any(|at| {
                *at < name.tokens.start && tokens.is_at(*at, Tags::PREPOSITION) && !tokens.is_capital_at(*at)
            });
        if is_possessive || after_preposition || is_inside {
            continue;
        }
        // "Russian ambassador Ana Rojas": the person, not the country.
        // "American carmaker Arden Motors": the firm, for the same reason.
        let ends = words.last().is_some_and(|last| name.tokens.end == last + 1) && name.kind == NameKind::Other;
        let better = chosen.is_none_or(|held| {
            held.kind != NameKind::Person && name.kind == NameKind::Person || held.kind == NameKind::Country && ends
        });
        if better {
            chosen = Some(name);
        }
    }
    // "The Ghana forward", "A British surveyor" is a person, not the country.
    let head = words.last().and_then(|at| tokens.get(*at));
    let is_person_of =
        head.is_some_and(|token| !token.is_capital && !token.lower.ends_with('s')) && is_doer(tokens, words);
    chosen.filter(|name| !is_person_of || name.kind == NameKind::Person).map(|name| name.text.clone())
}
