//! Pronouns whose person the same sentence names, and whose pronouns: "his lawyer", "told her".

use super::memory::{LastSubject, number_of};
use super::pronoun::{Number, number_of_pronoun, short_words};
use super::{Reading, Subject, ending, names_in, subject};
use crate::event::clause::{Clause, Link};
use crate::event::headline;
use crate::event::name::{Gender, Name, NameKind};
use crate::event::token::{Token, TokenAt as _, said};
use crate::text::phrase::holds;

/// "While Lind ran the bank, he climbed mountains": the person of the clause that leads, where the story has been about
/// another who may be called so. The two are not one.
pub(super) fn led_by(tokens: &[Token<'_>], all: &[Clause], names: &[Name], last: &LastSubject) -> Option<String> {
    let main = all.iter().position(|clause| clause.link == Link::Main).filter(|main| *main > 0)?;
    let pronoun = all[main].first_word().map(|at| tokens.at(at))?;
    let own = Gender::of_pronoun(&pronoun.lower).filter(|_| all[main].subject_words().len() == 1)?;
    let lead = all.iter().take(main).find(|clause| {
        matches!(clause.link, Link::Subordinate(marker) if marker == 0 && tokens.reads_at(marker, "while|as|whereas|although|though"))
    })?;
    let person = names_in(names, &lead.subject).find(|name| name.kind == NameKind::Person)?;
    let known = last.called.get(own as usize)?.name.as_ref();
    let other = known.or(last.hero.as_ref()).or(last.focus.as_ref())?;
    let is_other = *other != person.text && !holds(other, &person.text) && !holds(&person.text, other);
    // Nobody else in the story is called so as surely.
    (is_other && (known.is_some() || person.gender != Some(own))).then(|| person.text.clone())
}

/// The subject of the main clause before, in the same sentence.
pub(super) fn before_in_sentence(
    tokens: &[Token<'_>],
    all: &[Clause],
    owner: usize,
    names: &[Name],
) -> Option<LastSubject> {
    let main = (0..owner).rev().find(|at| all[*at].link == Link::Main)?;
    let words: Vec<usize> = all[main].subject_words();
    let held = subject(tokens, all, main, names, &LastSubject::default());
    let said = short_words(tokens, &words)?;
    let number = number_of(tokens, &words, &held, names);
    Some(LastSubject { words: said, actor: held.actor, number, ..LastSubject::default() })
}

/// The main clause before a subordinate one.
pub(super) fn around(all: &[Clause], index: usize) -> Option<usize> {
    let own = all.get(index)?;
    if !matches!(own.link, Link::Subordinate(_) | Link::Relative(_)) {
        return None;
    }
    // "the probe, which fell silent two days after it landed": what the relative clause tells of.
    let relative = index.checked_sub(1).filter(|before| {
        let before = &all[*before];
        matches!(before.link, Link::Relative(_))
            && matches!(own.link, Link::Subordinate(_))
            && before.verb.end <= own.start
            && own.start <= before.end.max(before.verb.end) + 2
    });
    relative.or_else(|| (0..index).rev().find(|at| all[*at].link == Link::Main))
}

/// "Their rule ended": whose it was, where the last subject can be meant.
pub(super) fn possessive(
    tokens: &[Token<'_>],
    words: &[usize],
    before: &LastSubject,
    own: Option<LastSubject>,
) -> Subject {
    let last = own.as_ref().unwrap_or(before);
    let unsure = Subject { reading: Reading::Pronoun, ..Subject::default() };
    let Some(number) = words.first().and_then(|at| number_of_pronoun(&tokens.at(*at).lower)) else { return unsure };
    let called = words.first().and_then(|at| Gender::of_pronoun(&tokens.at(*at).lower));
    let is_called = Gender::may_agree(last.gender, called);
    let fits = is_called && last.number.is_some_and(|held| held.fits(number)) && !last.has_rival;
    // "He gave the answer. His mother died": of the one who is "he".
    let held = called.filter(|_| own.is_none()).and_then(|called| before.called.get(called as usize)?.name.as_ref());
    let (owner, actor) = match held {
        // "A judge sat. His appeal failed": of somebody else.
        _ if fits && !last.words.is_empty() && (called.is_none() || last.actor.is_some()) => {
            (&last.words, last.actor.clone())
        }
        Some(held) => (held, None),
        None => return unsure,
    };
    let rest = said(words.iter().skip(1).filter_map(|at| tokens.get(*at)));
    let said = headline::tidy(&format!("{owner}{} {rest}", ending(owner)));
    Subject { words: Some(said), actor, reading: Reading::Replaced }
}

/// The person that "him" stands for: the last subject, where no other person is named.
pub(in crate::event) fn object_person(
    token: &Token<'_>,
    names: &[Name],
    last: &LastSubject,
) -> Option<(String, String)> {
    let is_person = last.number == Some(Number::Person)
        && !last.has_rival
        && token.reads("him")
        && last.gender != Some(Gender::She);
    let alone = names.iter().all(|name| name.kind != NameKind::Person);
    (is_person && alone && !last.words.is_empty()).then(|| (last.words.clone(), last.actor.clone().unwrap_or_default()))
}
