//! Whom the story is about at a point, so that "he" of a later sentence can be told for a name.

use super::memory::{LastSubject, gender_in};
use super::{actor_of, names_in, subject};
use crate::event::clause::{Clause, Link};
use crate::event::en::Tags;
use crate::event::name::{Gender, Name, NameKind};
use crate::event::token::{Token, TokenAt as _};
use crate::text::phrase::holds;

/// Whether a person is somebody whom "he" of the next sentence may mean as well as its subject: the subject of a clause
/// or the object of a verb, and not one whom a phrase names in passing.
pub(super) fn is_prominent(tokens: &[Token<'_>], all: &[Clause], names: &[Name], name: &Name) -> bool {
    let is_subject = |clause: &Clause| {
        let words: Vec<usize> = clause.subject_words();
        actor_of(tokens, &words, names_in(names, &clause.subject)).as_ref() == Some(&name.text)
    };
    let is_object = |clause: &Clause| {
        let between = tokens.within(clause.verb.end..name.tokens.start);
        clause.verb.end <= name.tokens.start
            && between.len() < OBJECT_WITHIN
            && !between.iter().any(|token| token.is(Tags::PREPOSITION) || token.reads("to"))
    };
    // A single word may be a person of whom no title tells.
    // The first word of a longer name is no person either: "Venice" of "the Venice Biennale".
    let is_alone = name.tokens.len() == 1 && !holds(&name.text, " ");
    let may_be_person = name.kind == NameKind::Person || name.kind == NameKind::Other && is_alone;
    // In a list of very many names nobody can be told from the others.
    let is_crowd = names.len() > CROWD;
    may_be_person && (is_crowd || all.iter().any(|clause| is_subject(clause) || is_object(clause)))
}

/// More names than one sentence can be read for.
const CROWD: usize = 24;

/// An object's name stands within so many words behind its verb.
const OBJECT_WITHIN: usize = 5;

/// "The bomber walked in": a subject that may be a person, and has no name.
pub(in crate::event) fn is_one_unnamed(tokens: &[Token<'_>], clause: &Clause, names: &[Name]) -> bool {
    let words = clause.subject_words();
    let first = words.first().and_then(|at| tokens.get(*at));
    let is_one = first.is_some_and(|first| first.reads("a|an|the|another|one"));
    is_one && is_doer(tokens, &words) && names_in(names, &clause.subject).next().is_none()
}

/// Whether a main clause behind clause `main` tells of somebody without a name.
pub(super) fn has_second(tokens: &[Token<'_>], all: &[Clause], main: usize, names: &[Name]) -> bool {
    let tells = |clause: &Clause| clause.link == Link::Main && is_one_unnamed(tokens, clause, names);
    all.iter().skip(main + 1).any(tells)
}

/// Whether the head of a phrase tells of a person.
pub(in crate::event) fn is_doer(tokens: &[Token<'_>], words: &[usize]) -> bool {
    let of = words.iter().position(|at| tokens.is_at(*at, Tags::PREPOSITION)).unwrap_or(words.len());
    let head = words.get(..of).and_then(<[usize]>::last).and_then(|at| tokens.get(*at));
    head.is_some_and(|head| {
        head.is(Tags::PERSON)
            || head.reads(PEOPLE)
            || DOERS.iter().any(|ending| head.lower.ends_with(ending))
                && !head.lower.ends_with("ment")
                && !head.reads(NO_DOERS)
    })
}

/// Nouns with such an ending that are no people.
const NO_DOERS: &str = "newspaper|paper|letter|order|number|report|computer|power|tower|river|summer|winter|border|harbour|matter|manufacturer|carmaker|maker|committee";

/// Endings of nouns that mostly tell what somebody does.
const DOERS: &[&str] = &["er", "or", "ist", "man", "woman", "ian", "ant", "ent", "ee"];

/// People without such an ending.
const PEOPLE: &str = "boy|girl|victim|nurse|guard|thief|child|youth|guerrilla|source|aide|rebel|monk|refugee|official";

/// Whom the story is about after a sentence.
pub(super) fn focus(tokens: &[Token<'_>], all: &[Clause], names: &[Name], last: &LastSubject) -> Option<String> {
    let main = all.iter().position(|clause| clause.link == Link::Main);
    let held = main.map(|main| subject(tokens, all, main, names, last)).unwrap_or_default();
    if main.is_some_and(|main| has_second(tokens, all, main, names)) {
        return None;
    }
    // "Ana Rojas and Paul Ashe" are two.
    let words = main.and_then(|main| all.get(main)).map(Clause::subject_words).unwrap_or_default();
    if words.iter().any(|at| tokens.reads_at(*at, "and")) {
        return None;
    }
    let is_person = |text: &String| names.iter().any(|name| name.kind == NameKind::Person && name.text == *text);
    let own = held.actor.filter(|actor| is_person(actor) || last.focus.as_ref() == Some(actor));
    let who = own.or_else(|| {
        // A sentence about something else, in which nobody else is named.
        let other = last.focus_gender;
        let is_called = |name: &Name| Gender::may_agree(other, name.gender);
        let same =
            |name: &Name| name.kind != NameKind::Person || Some(&name.text) == last.focus.as_ref() || !is_called(name);
        let plain = all.iter().any(|clause| is_one_unnamed(tokens, clause, names));
        last.focus.clone().filter(|_| names.iter().all(same) && !plain)
    })?;
    // Whoever is called otherwise is not meant by the same pronoun.
    let gender = gender_in(names, &who).or(last.focus_gender.filter(|_| last.focus.as_ref() == Some(&who)));
    let may_be_meant = |name: &Name| Gender::may_agree(gender, name.gender);
    let rival =
        names.iter().any(|name| name.text != who && may_be_meant(name) && is_prominent(tokens, all, names, name));
    // "Now, she complains, Spector is in a cell": she is somebody else.
    let named = names.iter().find(|name| name.text == who).map_or(0, |name| name.tokens.start);
    let is_other = (0..named).any(|at| tokens.reads_at(at, "he|she") && !tokens.at(at).is_quoted);
    (!rival && !is_other).then_some(who)
}
