//! What a sentence leaves to the pronouns of those after it.

use super::focus::{focus, has_second, is_doer, is_one_unnamed, is_prominent};
use super::group::own_group;
use super::inside::led_by;
use super::pronoun::Number;
use super::{Reading, Subject, actor_of, names_in, subject};
use crate::event::clause::{Clause, Link};
use crate::event::en::Tags;
use crate::event::headline;
use crate::event::name::{Gender, Name, NameKind};
use crate::event::token::{Token, TokenAt as _};
use crate::gather::Gather;
use crate::order::InOrder as _;

/// A person who was named, and what the articles call that one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) gender: Option<Gender>,
}

/// The last subject of an article, for the pronouns that follow it.
#[derive(Clone, Debug, Default)]
pub(in crate::event) struct LastSubject {
    /// Its words.
    pub(super) words: String,
    /// The name it is.
    pub(super) actor: Option<String>,
    /// What that person is called.
    pub(super) gender: Option<Gender>,
    /// Whether it is a person, a thing or several.
    pub(super) number: Option<Number>,
    /// Another name of the same kind stood in its sentence.
    pub(super) has_rival: bool,
    /// A name of one word that no title tells of, and the only one of its sentence.
    pub(super) may_be_person: bool,
    /// The group or firm that it is or that stands in it, as to be said and by its name.
    pub(super) group: Option<(String, String)>,
    /// The people named in the last two sentences that named any.
    pub(super) people: Vec<Person>,
    /// Those of the last one.
    pub(super) latest_people: Vec<Person>,
    /// The person whom the story is about at this point: the last subject, and nobody else since who could be meant.
    pub(super) focus: Option<String>,
    /// What that person is called, where a pronoun or the articles said so.
    pub(super) focus_gender: Option<Gender>,
    /// The one whom the title or the lead names: a pronoun reaches back to that one from farther away.
    pub(in crate::event) hero: Option<String>,
    /// Who "he" and "she" are at this point.
    pub(super) called: [Called; 2],
}

/// The one whom a pronoun stands for, for as long as nobody else is named who is called so.
#[derive(Clone, Debug, Default)]
pub(super) struct Called {
    pub(super) name: Option<String>,
    /// Sentences since that one was named or told of.
    age: u8,
}

/// A pronoun reaches so many sentences back.
const REACH: u8 = 2;

impl Called {
    /// Notes whom a sentence names; `subject` is the person whom it is about, `is_told` says that it has the pronoun, and
    /// `has_other` that it names another who may be a person.
    fn read(
        &mut self,
        gender: Gender,
        (tokens, names): (&[Token<'_>], &[Name]),
        subject: Option<&Name>,
        is_told: bool,
        has_other: bool,
        (hero, acting): (Option<&String>, &[usize]),
    ) {
        let mut own =
            names.iter().filter(|name| name.gender == Some(gender) && !tokens.at(name.tokens.start).is_quoted);
        let first = own.next();
        let is_one = own.all(|name| first.is_some_and(|first| first.text == name.text));
        // "… to find Vega guilty," said Rojas: he of the next sentence may be Vega, of whom was spoken.
        let has_other = has_other
            || names.iter().any(|name| {
                let is_spoken_of = tokens.at(name.tokens.start).is_quoted && name.kind == NameKind::Person;
                let held = first.map(|first| &first.text).or(self.name.as_ref());
                is_spoken_of && Gender::may_agree(name.gender, Some(gender)) && held != Some(&name.text)
            });
        self.age = if is_told { 0 } else { self.age.saturating_add(1) };
        let is_far = self.age > REACH && self.name.as_ref() != hero;
        if is_far || has_other || subject.is_some_and(|subject| subject.gender.is_none()) {
            // It could be the one of whom nothing is known, too.
            self.name = None;
        }
        if let Some(first) = first {
            // A name in passing beside the one who was told of: it could be either.
            // "With Vega’s approval the firm grew" is of the firm.
            let is_owner = first.tokens.end.checked_sub(1).is_some_and(|at| tokens.at(at).is_possessive);
            // "The police spoke to forty before Vega, who said he was ill, was held": he who does it, and not "he" before.
            let says = |token: &Token<'_>| !token.is_quoted && Gender::of_pronoun(&token.lower) == Some(gender);
            let is_told_before = tokens.within(0..first.tokens.start).iter().any(says);
            let acts = acting.contains(&first.tokens.start) && !is_told_before;
            let is_sure = self.name.as_ref().map_or(!is_told_before && !is_owner, |held| *held == first.text)
                || acts
                || subject.is_some_and(|subject| subject.text == first.text)
                || hero == Some(&first.text);
            self.name = (is_one && is_sure && !has_other).then(|| first.text.clone());
            self.age = 0;
        }
    }
}

impl LastSubject {
    /// A new paragraph goes on with whom the story is about, the one whom its title names, and not with the last of several.
    pub(in crate::event) fn begin_paragraph(&mut self, protagonist: Option<&str>) {
        let is_protagonist = |name: &Option<String>| name.is_some() && name.as_deref() == protagonist;
        if is_protagonist(&self.focus) || is_protagonist(&self.actor) {
            return;
        }
        let may_be = |person: &&Person| Gender::may_agree(person.gender, self.focus_gender.or(self.gender));
        if self.people.iter().filter(may_be).count() > 1 {
            self.focus = None;
            self.has_rival = true;
        }
    }

    /// Who "he" or "she" is at this point.
    pub(in crate::event) fn person_called(&self, pronoun: &str) -> Option<&String> {
        let gender = Gender::of_pronoun(pronoun)?;
        self.called.get(gender as usize)?.name.as_ref()
    }

    /// Only who was named, taken out.
    fn people_only(&mut self) -> Self {
        let (people, latest_people) = (std::mem::take(&mut self.people), std::mem::take(&mut self.latest_people));
        Self {
            people,
            latest_people,
            focus: self.focus.take(),
            hero: self.hero.take(),
            focus_gender: self.focus_gender,
            called: std::mem::take(&mut self.called),
            ..Self::default()
        }
    }
}

/// Remembers the subject of a sentence's main clause for the next sentence.
pub(in crate::event) fn remember(
    text: &str,
    tokens: &[Token<'_>],
    all: &[Clause],
    names: &[Name],
    last: &mut LastSubject,
) {
    // "While Lind ran the bank, he climbed. … He": he is not Lind in the next sentence either.
    let named: Vec<Name>;
    let names = match led_by(tokens, all, names, last) {
        Some(other) => {
            named = names.iter().filter(|name| name.text != other).cloned().gather();
            named.as_slice()
        }
        None => names,
    };
    let may_be_person = |name: &&Name| name.kind == NameKind::Person || is_prominent(tokens, all, names, name);
    let person = |name: &Name| Person { name: name.text.clone(), gender: name.gender };
    let mut people: Vec<Person> = names.iter().filter(may_be_person).map(person).gather();
    let before = last.focus.take();
    last.focus.clone_from(&before);
    last.focus = focus(tokens, all, names, last);
    if last.focus != before {
        last.focus_gender = None;
    }
    let said = pronouns(tokens);
    let known = last.focus.as_ref().and_then(|focus| gender_in(names, focus));
    last.focus_gender = known.or(last.focus_gender).or(said);
    // "The bouncer waited for Vega. He …": the one without a name may be meant, and nobody else is sure to be.
    let has_unnamed = all.iter().any(|clause| is_one_unnamed(tokens, clause, names));
    if has_unnamed {
        last.people.clear();
        last.latest_people.clear();
    }
    if !people.is_empty() && !has_unnamed {
        people.order();
        people.dedup();
        last.people = std::mem::replace(&mut last.latest_people, people.clone());
        last.people.extend(people);
        last.people.order();
        last.people.dedup();
    }
    let forget = |last: &mut LastSubject| *last = last.people_only();
    let main = all.iter().position(|clause| clause.link == Link::Main);
    let held = main.map(|main| subject(tokens, all, main, names, last));
    let actor = held.as_ref().and_then(|held| held.actor.as_ref());
    // "The Irish Press", "The Listeners": whatever it is, nobody is called so.
    let has_article = |name: &Name| {
        let opens = |at: &usize| !tokens.is_capital_at(*at) || tokens.reads_at(*at, "the");
        (0..=name.tokens.start).rev().find(opens).is_some_and(|at| tokens.reads_at(at, "the"))
    };
    let about =
        names.iter().find(|name| name.kind == NameKind::Person && Some(&name.text) == actor && !has_article(name));
    // "Juan Vega has met Elian. He …": either; "The bomber walked in. He …": neither.
    let goes_on = held.as_ref().is_some_and(|held| held.reading == Reading::Replaced);
    let is_place = |name: &Name| name.tokens.start > 0 && tokens.reads_at(name.tokens.start - 1, "in|at|near|from");
    let is_other = |name: &Name| match name.kind {
        NameKind::Person => !is_place(name) && !has_article(name),
        NameKind::Other => is_prominent(tokens, all, names, name) && !has_article(name),
        _ => false,
    };
    // "Not one depositor lost a coin": nobody.
    let is_somebody = |clause: &Clause| {
        let words = clause.subject_words();
        is_doer(tokens, &words) && !words.first().is_some_and(|at| tokens.is_at(*at, Tags::NEGATION))
    };
    // "Vega resigned, and the chancellor was toppled. He": the chancellor, or Vega.
    let has_second = main.is_some_and(|main| has_second(tokens, all, main, names));
    let is_unnamed = main.and_then(|main| all.get(main)).is_some_and(is_somebody);
    let has_other = !goes_on
        && (names.iter().any(|name| name.gender.is_none() && is_other(name))
            || is_unnamed && about.is_none()
            || has_second);
    let hero = last.hero.clone();
    let subjects = |clause: &Clause| {
        let words = clause.subject_words();
        let own = || names_in(names, &clause.subject);
        let actor = actor_of(tokens, &words, own())?;
        own().find(|name| name.text == actor).map(|name| name.tokens.start)
    };
    let acting: Vec<usize> = all.iter().filter_map(subjects).gather();
    for gender in [Gender::He, Gender::She] {
        let says = |token: &Token<'_>| !token.is_quoted && Gender::of_pronoun(&token.lower) == Some(gender);
        let is_told = tokens.iter().any(says);
        if let Some(called) = last.called.get_mut(gender as usize) {
            called.read(gender, (tokens, names), about, is_told, has_other, (hero.as_ref(), &acting));
        }
    }
    let Some((main, held)) = main.zip(held) else {
        forget(last);
        return;
    };
    if held.reading == Reading::Replaced {
        // The pronoun goes on with the same subject, and says what that one is called.
        let opener = all[main].first_word().and_then(|at| Gender::of_pronoun(&tokens.at(at).lower));
        if held.actor == last.actor {
            last.gender = last.gender.or(opener);
        }
        for person in last.people.iter_mut().chain(&mut last.latest_people) {
            if Some(&person.name) == held.actor.as_ref() {
                person.gender = person.gender.or(opener);
            }
        }
        return;
    }
    if held.reading != Reading::Plain {
        forget(last);
        return;
    }
    let clause = &all[main];
    let ids: Vec<usize> = clause.subject_words();
    let number = number_of(tokens, &ids, &held, names);
    let is_person = number == Some(Number::Person);
    let gender = held.actor.as_ref().and_then(|actor| gender_in(names, actor));
    // Whoever is called otherwise is not meant by the same pronoun.
    let may_be_meant = |name: &Name| Gender::may_agree(gender, name.gender);
    let has_rival = is_person
        && (has_second
            || names.iter().any(|name| {
                Some(&name.text) != held.actor.as_ref() && may_be_meant(name) && is_prominent(tokens, all, names, name)
            }));
    let words = if let Some(actor) = held.actor.clone().filter(|_| is_person) {
        actor
    } else {
        headline::tidy(&headline::join(text, tokens, &ids, &[]))
    };
    let may_be_person = number == Some(Number::Thing)
        && held.actor.as_ref().is_some_and(|actor| !actor.contains(' ') && *actor == words)
        && names.iter().all(|name| {
            let is_place = matches!(name.kind, NameKind::Country | NameKind::Seat);
            is_place != (Some(&name.text) == held.actor.as_ref())
        });
    // "No pleas were entered. They had been arrested": not the pleas.
    // "Only Peru": it is more than a name.
    let is_none = ids.first().is_some_and(|at| tokens.reads_at(*at, "no|none|neither|few|only|even"));
    let is_short = words.chars().count() <= 40 && !is_none;
    // A firm of the sentences before stays the one, until another is named or spoken of.
    let is_another = names
        .iter()
        .any(|name| name.kind == NameKind::Other && last.group.as_ref().is_some_and(|(_, held)| *held != name.text))
        || (1..tokens.len()).any(|at| tokens.is_at(at, Tags::GROUP) && tokens.reads_at(at - 1, "a|an|another"));
    let held_group = last.group.take().filter(|_| !is_another);
    let group = own_group(tokens, &ids, names, held.actor.as_ref()).or(held_group);
    let words = if is_short { words } else { String::new() };
    *last =
        LastSubject { words, actor: held.actor, gender, number, has_rival, may_be_person, group, ..last.people_only() };
}

/// What the articles call the person of this name.
pub(super) fn gender_in(names: &[Name], person: &str) -> Option<Gender> {
    names.iter().find(|name| name.text == person)?.gender
}

/// What the pronouns of a sentence say of whom it is about: nothing, where they are of both genders.
pub(super) fn pronouns(tokens: &[Token<'_>]) -> Option<Gender> {
    let mut told = tokens.iter().filter(|token| !token.is_quoted).filter_map(|token| Gender::of_pronoun(&token.lower));
    let first = told.next()?;
    told.all(|other| other == first).then_some(first)
}

/// Whether a subject is a person, a thing, a group or several.
pub(super) fn number_of(tokens: &[Token<'_>], ids: &[usize], held: &Subject, names: &[Name]) -> Option<Number> {
    // "the Vega presidency" is nobody.
    let describes = |at: usize| {
        ids.contains(&at)
            && tokens.get(at).is_some_and(|next| {
                next.is_word() && !next.is_capital && !next.breaks_noun_phrase() && !next.is(Tags::PERSON)
            })
    };
    let inside = |name: &&Name| ids.contains(&name.tokens.start) && !describes(name.tokens.end);
    let name = names.iter().filter(inside).find(|name| Some(&name.text) == held.actor.as_ref());
    if ids.iter().any(|at| tokens.reads_at(*at, "and")) {
        return Some(Number::Several);
    }
    match name.map(|name| name.kind) {
        Some(NameKind::Person) => return Some(Number::Person),
        // A word alone may be a person of whom no title tells: "Rojas flew in. They left" is not Rojas.
        Some(NameKind::Other) => {
            let is_group = name.is_none_or(|name| {
                name.tokens.len() > 1 || name.tokens.start > 0 && tokens.reads_at(name.tokens.start - 1, "the")
            });
            return Some(if is_group { Number::Group } else { Number::Thing });
        }
        _ => {}
    }
    // "the price of the shares" is one.
    let of = ids.iter().position(|at| tokens.reads_at(*at, "of"));
    let ids = of.and_then(|of| ids.get(..of)).filter(|head| !head.is_empty()).unwrap_or(ids);
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
