//! What a pronoun stands for, where only one antecedent is possible.

use super::focus::is_doer;
use super::inside::{around, led_by};
use super::memory::{LastSubject, Person, gender_in, number_of, pronouns};
use super::{Reading, Subject, names_in, subject};
use crate::event::clause::{Clause, Link};
use crate::event::en::Tags;
use crate::event::headline;
use crate::event::name::{Gender, Name, NameKind};
use crate::event::token::{Token, TokenAt as _, said};
use crate::event::verb::Tense;
use crate::text::is_large;
use crate::text::phrase::holds;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    Person,
    Thing,
    Several,
    /// A group by its name: "it" and "they" both fit.
    Group,
}

impl Number {
    pub(super) fn fits(self, pronoun: Self) -> bool {
        self == pronoun || self == Self::Group && pronoun != Self::Person
    }
}

pub(super) fn number_of_pronoun(lower: &str) -> Option<Number> {
    match lower {
        "he" | "she" | "his" | "her" | "him" => Some(Number::Person),
        "it" | "its" => Some(Number::Thing),
        "they" | "their" | "them" => Some(Number::Several),
        _ => None,
    }
}

pub(super) fn pronoun(
    tokens: &[Token<'_>],
    first: &Token<'_>,
    all: &[Clause],
    owner: usize,
    names: &[Name],
    last: &LastSubject,
) -> Subject {
    let held = antecedent(tokens, first, all, owner, names, last);
    let named = || named_before(tokens, first, all, owner, names);
    // "When he came to power, Vega said": it may be Vega, and need not.
    let own = Gender::of_pronoun(&first.lower);
    let is_lead = owner == 0 && matches!(all[0].link, Link::Subordinate(0) | Link::Relative(0));
    let main = all.get(1).filter(|main| own.is_some() && is_lead && main.link == Link::Main);
    let is_other = |name: &Name| {
        name.kind == NameKind::Person && may_be_called(name, first) && Some(&name.text) != held.actor.as_ref()
    };
    if main.is_some_and(|main| names_in(names, &main.subject).any(is_other)) {
        return Subject { reading: Reading::Pronoun, ..Subject::default() };
    }
    if held.reading == Reading::Pronoun { named().unwrap_or(held) } else { held }
}

/// "Apart from Lind’s visit to Lima, she will …": the one person called so whom the sentence has named before, where nobody
/// else is told of.
fn named_before(
    tokens: &[Token<'_>],
    pronoun: &Token<'_>,
    all: &[Clause],
    owner: usize,
    names: &[Name],
) -> Option<Subject> {
    let own = Gender::of_pronoun(&pronoun.lower)?;
    let at = all.get(owner)?.first_word()?;
    let mut people = names.iter().filter(|name| {
        name.kind == NameKind::Person && name.tokens.start < at && Gender::may_agree(name.gender, Some(own))
    });
    let only = people.next()?;
    let is_alone = only.gender == Some(own) && people.all(|other| other.text == only.text);
    let is_same_speech = tokens.at(only.tokens.start).is_quoted == pronoun.is_quoted;
    // "Vega’s lawyer said that he", "the bouncer waited for Vega as he": either of the two.
    let is_unnamed = |at: usize| {
        let token = tokens.at(at);
        !token.is_capital && !token.is(Tags::TITLE) && is_doer(tokens, &[at])
    };
    let has_unnamed = (0..at).any(is_unnamed);
    let has_other = names.iter().any(|name| {
        name.kind == NameKind::Other
            && name.tokens.start < at
            && name.tokens.len() == 1
            && name.gender.is_none()
            && !(name.tokens.start > 0 && tokens.is_at(name.tokens.start - 1, Tags::PREPOSITION.or(Tags::DETERMINER)))
    });
    let earlier = tokens.within(0..only.tokens.start).iter().any(|token| Gender::of_pronoun(&token.lower) == Some(own));
    // "Medevev’s visit": a name that nothing tells of.
    let opener = tokens.at(0);
    let opens = opener.text.starts_with(is_large)
        && opener.tags == Tags::NONE
        && (opener.is_possessive || tokens.reads_at(1, "'s|’s"))
        && !names.iter().any(|name| name.tokens.start == 0);
    let has_other = has_other || opens;
    let is_sure = is_alone && is_same_speech && !has_unnamed && !has_other && !earlier;
    is_sure.then(|| person(&only.text))
}

/// A person by name, in the place of a pronoun.
fn person(name: &str) -> Subject {
    Subject { words: Some(name.to_owned()), actor: Some(name.to_owned()), reading: Reading::Replaced }
}

fn antecedent(
    tokens: &[Token<'_>],
    first: &Token<'_>,
    all: &[Clause],
    owner: usize,
    names: &[Name],
    last: &LastSubject,
) -> Subject {
    let empty = Subject { reading: Reading::Empty, ..Subject::default() };
    let Some(number) = number_of_pronoun(&first.lower) else { return empty };
    // "it was the band who", "it is clear that".
    let says_that = |clause: &Clause| {
        // "it took until May for the board to act".
        let behind = tokens.at(clause.verb.end);
        let takes = tokens.reads_at(clause.verb.head, "took|takes|taken|take");
        clause.verb.is_copula
            || takes && (behind.timex().is_some() || behind.reads("until"))
            || tokens.reads_at(clause.verb.head, "emerged|emerges|transpired|appeared|appears|seems|seemed")
    };
    if first.reads("it") && all.get(owner).is_some_and(says_that) {
        return empty;
    }
    // "It is hoped the troops will come": a headline can say so.
    let tells = |clause: &Clause| {
        clause.verb.is_passive && clause.verb.tense == Tense::Present && tokens.is_at(clause.verb.head, Tags::REPORT)
    };
    if first.reads("it")
        && all.get(owner).is_some_and(tells)
        && all.iter().any(|other| other.link == Link::Complement(owner))
    {
        return Subject::default();
    }
    let unsure = Subject {
        reading: if number == Number::Thing { Reading::Empty } else { Reading::Pronoun },
        ..Subject::default()
    };
    // "The firm said it had bought …": the one who says it.
    if let Some(Link::Complement(of) | Link::Subordinate(of)) = all.get(owner).map(|clause| clause.link)
        && matches!(all.get(owner).map(|clause| clause.link), Some(Link::Complement(_)))
    {
        let report = subject(tokens, all, of, names, last);
        // "His lawyer said that he": the one whose lawyer it is, and not the lawyer.
        let opener = all[of].first_word().map_or("", |at| tokens.at(at).lower.as_str());
        if number == Number::Person && matches!(opener, "his" | "her") && all[of].subject_words().len() > 1 {
            let own = Gender::of_pronoun(&first.lower);
            let owner = own.and_then(|own| last.called.get(own as usize)?.name.as_ref());
            let held =
                owner.filter(|owner| report.words.as_ref().is_some_and(|words| words.starts_with(owner.as_str())));
            return held.map_or(unsure, |owner| Subject {
                words: Some(owner.clone()),
                actor: Some(owner.clone()),
                reading: Reading::Replaced,
            });
        }
        return match report.reading {
            // "The newspaper suggested that she knew": somebody else.
            Reading::Plain if number == Number::Person && !may_be_person(tokens, &all[of], names) => unsure,
            // "Her husband said she had left".
            _ if number == Number::Person
                && !Gender::may_agree(gender_of(&report, names, last), Gender::of_pronoun(&first.lower)) =>
            {
                unsure
            }
            // "The office said it lasted an hour": what they talk about, and not the office.
            _ if number == Number::Thing
                && tokens.reads_at(all[owner].verb.head, "lasted|happened|occurred|began|ended") =>
            {
                unsure
            }
            // "Her niece said that she had died": no one says that of herself.
            _ if is_death(tokens, &all[owner]) && may_be_person(tokens, &all[of], names) => unsure,
            Reading::Plain | Reading::Replaced => {
                let own: Vec<usize> = all[of].subject_words();
                let words = report.words.clone().or_else(|| short_words(tokens, &own)).or_else(|| report.actor.clone());
                Subject { words, reading: Reading::Replaced, ..report }
            }
            _ => unsure,
        };
    }
    // "killed him when they took power": the subject of the clause around.
    if let Some((main, held)) = around(all, owner)
        .map(|main| (main, subject(tokens, all, main, names, last)))
        .filter(|(_, held)| may_mean(tokens, first, gender_of(held, names, last)))
    {
        let words: Vec<usize> = all[main].subject_words();
        // "The firm said the sum could rise before it is paid": the sum may be meant.
        let has_rival = number != Number::Person
            && (main + 1..owner).any(|at| matches!(all[at].link, Link::Complement(_)) && !all[at].subject.is_empty());
        // "has orders for the jet since it was announced": the jet may be meant, too.
        let clause = all.get(owner);
        let between = clause.and_then(|clause| tokens.get(all[main].verb.end..clause.start)).unwrap_or_default();
        let end = clause.map_or(0, |clause| clause.start);
        let other_person = |name: &Name| {
            name.kind == NameKind::Person
                && may_be_called(name, first)
                && (all[main].verb.end..end).contains(&name.tokens.start)
                && Some(&name.text) != held.actor.as_ref()
        };
        let has_rival = has_rival
            || number == Number::Person
                && (names.iter().any(other_person) || between.iter().any(|token| token.reads("him|her")))
                && clause.is_some_and(|clause| clause.verb.is_passive)
            || number == Number::Thing && between.iter().any(|token| token.reads("a|an|the|its|this"));
        // "His will was weak when he": the will is nobody.
        let is_pronoun = held.reading == Reading::Replaced && words.len() == 1;
        let opener = words.first().map_or("", |at| tokens.at(*at).lower.as_str());
        let own = if is_pronoun { number_of_pronoun(opener) } else { number_of(tokens, &words, &held, names) };
        // "The ship left Lima for Arden, where it arrived": a thing, where it is nobody and not several.
        let is_thing = own.is_none()
            && number == Number::Thing
            && matches!(opener, "a" | "an" | "the")
            && !may_be_person(tokens, &all[main], names);
        let own = own.or(is_thing.then_some(Number::Thing));
        // "The prime minister, Juan Vega, spoke as he flew home": by his name.
        let is_person = |actor: &String| names.iter().any(|name| name.kind == NameKind::Person && name.text == *actor);
        let by_name = || held.actor.clone().filter(is_person);
        let said = held.words.clone().or_else(|| short_words(tokens, &words)).or_else(by_name).filter(|_| !has_rival);
        return match (own, said) {
            (Some(own), Some(said)) if own.fits(number) => {
                Subject { words: Some(said), actor: held.actor, reading: Reading::Replaced }
            }
            _ => unsure,
        };
    }
    // In the sentence's first clause the last sentence's subject is meant.
    let is_first = owner == 0;
    // "Rihanna sang. She": a name of one word, and nobody else was named.
    let may_be_last = number != Number::Person || may_mean(tokens, first, last.gender);
    if is_first && number == Number::Person && last.may_be_person && may_be_last {
        return Subject { words: Some(last.words.clone()), actor: last.actor.clone(), reading: Reading::Replaced };
    }
    let fits = is_first && may_be_last && last.number.is_some_and(|held| held.fits(number));
    if fits && !last.has_rival && !last.words.is_empty() {
        return Subject { words: Some(last.words.clone()), actor: last.actor.clone(), reading: Reading::Replaced };
    }
    if let Some(named) = beside(tokens, first, all, owner, names, last) {
        return named;
    }
    // One person was named who is called so: it can be nobody else.
    let may_be_other = last.number == Some(Number::Group);
    let another = |name: &&Name| name.kind == NameKind::Person && may_be_called(name, first);
    let is_sure = is_first || names.iter().all(|name| !another(&name));
    let own = Gender::of_pronoun(&first.lower);
    let mut meant = last.people.iter().filter(|person| person.gender.is_none() || person.gender == own);
    let known = |person: &Person| {
        person.gender.or_else(|| last.focus_gender.filter(|_| last.focus.as_ref() == Some(&person.name)))
    };
    if let (true, false, Number::Person, Some(only), None) = (is_sure, may_be_other, number, meant.next(), meant.next())
        && may_mean(tokens, first, known(only))
        && (only.gender.is_some() || holds(&only.name, " "))
    {
        return person(&only.name);
    }
    // Nobody else has been a subject since, and nobody is named before it in its own sentence.
    // "Medevev’s visit" is of somebody, too.
    let is_owner = |name: &&Name| {
        name.kind == NameKind::Other && name.tokens.len() == 1 && tokens.at(name.tokens.start).is_possessive
    };
    let led_by = led_by(tokens, all, names, last);
    let is_named_before = names
        .iter()
        .filter(|name| (another(name) || is_owner(name)) && Some(&name.text) != led_by.as_ref())
        .any(|name| all.get(owner).is_some_and(|own| name.tokens.start < own.verb.start));
    let called = own.and_then(|own| last.called.get(own as usize)?.name.as_ref());
    if let Some(called) = called.filter(|_| !is_named_before && !first.is_quoted) {
        return person(called);
    }
    match &last.focus {
        Some(focus)
            if number == Number::Person
                && !is_named_before
                && !first.is_quoted
                && may_mean(tokens, first, last.focus_gender) =>
        {
            person(focus)
        }
        _ => unsure,
    }
}

/// Whether the articles leave it open that a person is called by a pronoun.
fn may_be_called(name: &Name, pronoun: &Token<'_>) -> bool {
    Gender::may_agree(name.gender, Gender::of_pronoun(&pronoun.lower))
}

/// What the one whom a subject names is called.
fn gender_of(held: &Subject, names: &[Name], last: &LastSubject) -> Option<Gender> {
    let actor = held.actor.as_ref()?;
    let before = || last.people.iter().find(|person| person.name == *actor)?.gender;
    gender_in(names, actor).or_else(before)
}

/// Whether a clause tells that its subject died.
fn is_death(tokens: &[Token<'_>], clause: &Clause) -> bool {
    let head = clause.verb.head;
    tokens.reads_at(head, "died|dies|drowned|perished")
        || tokens.reads_at(head, "passed") && tokens.reads_at(head + 1, "away")
        || clause.verb.is_passive && tokens.reads_at(head, "killed|murdered|executed|buried")
}

/// Whether a subject is a person by its name or its noun.
fn may_be_person(tokens: &[Token<'_>], clause: &Clause, names: &[Name]) -> bool {
    let last = clause.subject.iter().cloned().flatten().rfind(|at| tokens.get(*at).is_some_and(Token::is_word));
    let in_name = last.is_some_and(|at| {
        let name = names.iter().find(|name| name.tokens.contains(&at));
        let is_person = |name: &Name| name.kind == NameKind::Person || name.tokens.len() == 1;
        // "Police said he had left": whatever opens a sentence is written large.
        let is_many = at == 0 && (tokens.reads_at(at, "police") || tokens.at(at).lower.ends_with('s'));
        name.map_or(tokens.is_capital_at(at) && !is_many, is_person)
    });
    in_name || is_doer(tokens, &clause.subject_words())
}

/// Whether a pronoun may stand for somebody: not for one whom the articles call otherwise, and where they do not say, not
/// where the sentence speaks of another: "he is accused of hurting a maid when she arrived".
fn may_mean(tokens: &[Token<'_>], pronoun: &Token<'_>, known: Option<Gender>) -> bool {
    let Some(own) = Gender::of_pronoun(&pronoun.lower) else { return true };
    match known {
        Some(known) => known == own,
        None => pronouns(tokens) == Some(own) || pronoun.is_quoted,
    }
}

/// "Rojas retired in May, but she went on": the subject of the main clause before; "Rojas married Paz; he died": the
/// one other person named before, where Rojas is "she".
fn beside(
    tokens: &[Token<'_>],
    pronoun: &Token<'_>,
    all: &[Clause],
    owner: usize,
    names: &[Name],
    last: &LastSubject,
) -> Option<Subject> {
    let number = number_of_pronoun(&pronoun.lower)?;
    // "If the firm is convicted, it could lose": also the clause that leads to this one.
    let leads =
        |at: &usize| matches!(all[*at].link, Link::Subordinate(_)) && *at + 1 == owner && all[owner].link == Link::Main;
    let main = (0..owner).rev().find(|at| all[*at].link == Link::Main || leads(at))?;
    let opener = all[main].first_word().and_then(|at| tokens.get(at))?;
    let is_other = number == Number::Person
        && number_of_pronoun(&opener.lower) == Some(Number::Person)
        && opener.lower != pronoun.lower;
    if is_other {
        let until = all.get(owner)?.start;
        let mut people = names
            .iter()
            .filter(|name| name.kind == NameKind::Person && name.tokens.start < until && may_be_called(name, pronoun));
        let only = people.next()?;
        let is_alone = people.all(|name| name.text == only.text);
        return is_alone.then(|| person(&only.text));
    }
    let held = subject(tokens, all, main, names, last);
    if leads(&main) && held.actor.is_some() && held.actor == led_by(tokens, all, names, last) {
        return None;
    }
    let words: Vec<usize> = all[main].subject_words();
    // "If he wins, it could help": not him.
    let own = match number_of_pronoun(&opener.lower).filter(|_| held.reading == Reading::Replaced) {
        Some(own) => Some(own),
        None => number_of(tokens, &words, &held, names),
    };
    // "the firm had 300 shops, and in 1994 it bought": no other thing stands between.
    let between = tokens.within(all[main].verb.end..all[owner].start);
    let is_only_thing = number == Number::Thing
        && opener.reads("a|an|the")
        && !may_be_person(tokens, &all[main], names)
        && !between.iter().any(|token| token.reads("a|an|the|its|this|that") || token.is_capital);
    let own = own.or(is_only_thing.then_some(Number::Thing));
    let rival = number == Number::Person
        && names.iter().any(|name| {
            name.kind == NameKind::Person
                && may_be_called(name, pronoun)
                && Some(&name.text) != held.actor.as_ref()
                && name.tokens.start < all[owner].verb.start
        });
    let said = held.words.clone().or_else(|| short_words(tokens, &words))?;
    let is_called = number != Number::Person
        || Gender::may_agree(gender_of(&held, names, last), Gender::of_pronoun(&pronoun.lower));
    let fits = is_called && own.is_some_and(|own| own.fits(number)) && !rival && held.reading != Reading::Empty;
    fits.then_some(Subject { words: Some(said), actor: held.actor, reading: Reading::Replaced })
}

/// A subject in its own words, where it is a few words without signs.
pub(super) fn short_words(tokens: &[Token<'_>], words: &[usize]) -> Option<String> {
    // "Only Peru sent a probe: it": Peru.
    let limits = words.first().is_some_and(|at| tokens.reads_at(*at, "only|even"));
    let words = words.get(usize::from(limits)..)?;
    let plain = words.iter().all(|at| tokens.get(*at).is_some_and(Token::is_word));
    let told = || said(words.iter().filter_map(|at| tokens.get(*at)));
    (plain && !words.is_empty() && words.len() <= 5).then(|| headline::tidy(&told()))
}
