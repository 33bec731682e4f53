//! How well a headline reads alone: whom and what it leaves unnamed, and whether it is marked for that.

use super::Reader;
use crate::event::clause::{Clause, Link};
use crate::event::en::Tags;
use crate::event::headline::Composed;
use crate::event::model::HeadlineBasis;
use crate::event::name::NameKind;
use crate::event::refer::{self, Reading, Subject};
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::gather::Gather;
use crate::text::is_large;
use std::ops::Range;

/// A headline of so many words has nothing behind its verb.
const SHORT_WORDS: usize = 3;

impl Reader<'_, '_> {
    /// The quality of what clause `index` tells, and whether an editor should look at it.
    pub(super) fn alone(
        &self,
        index: usize,
        subject: &Subject,
        told: &Composed,
        replaced: &[(Range<usize>, String)],
    ) -> (i32, HeadlineBasis) {
        let clause = &self.clauses[index];
        let owner = Clause::subject_clause(self.clauses, index);
        let mut quality = 100;
        quality += match (&subject.actor, self.ends_in_name(owner)) {
            (Some(_), true) => 20,
            (Some(_), false) => 10,
            (None, _) => 0,
        };
        quality += if self.sentence.is_lead { 6 } else { 0 };
        quality -= match subject.reading {
            Reading::Plain | Reading::Empty => 0,
            Reading::Replaced => 5,
            // "Her paper appeared": what happened stands alone, if not whose it was.
            Reading::Pronoun if self.opens_with_owner(owner) => 20,
            // "The bank told the family of Storr that he had died": whom it means stands before.
            Reading::Pronoun if matches!(clause.link, Link::Complement(of) if self.subject(of).reading != Reading::Pronoun) => {
                25
            }
            Reading::Pronoun => 45,
        };
        // "The tremor came": which, an earlier sentence has told better.
        quality -= if subject.actor.is_none() && self.is_short_definite(owner) { 10 } else { 0 };
        quality -= if told.is_shortened { 15 } else { 0 };
        quality -= if self.is_loose_relative(index) { 50 } else { 0 };
        quality -= if matches!(clause.link, Link::Complement(_)) { 12 } else { 0 };
        quality -= if matches!(clause.link, Link::Relative(_) | Link::Subordinate(_)) { 5 } else { 0 };
        quality -= if subject.actor.is_none() && self.says_little(owner, clause, told) { 50 } else { 0 };
        let leaves_open = self.leaves_open(index, owner, subject, told, replaced);
        quality -= if leaves_open { 20 } else { 0 };
        let is_marked = told.is_shortened
            || leaves_open
            || self.is_role_only(owner, subject)
            || subject.reading == Reading::Pronoun;
        (quality, if is_marked { HeadlineBasis::Shortened } else { HeadlineBasis::Article })
    }

    /// "The White House indicated he would": a state or its seat.
    fn is_state(&self, actor: &String) -> bool {
        let is_place = |kind| matches!(kind, NameKind::Country | NameKind::Seat);
        self.names.iter().any(|name| is_place(name.kind) && name.text == *actor)
    }

    /// Whether the words kept name somebody or something only by a pronoun: "A shell fell on him", "The effect of these
    /// changes was felt".
    fn leaves_open(
        &self,
        index: usize,
        owner: usize,
        subject: &Subject,
        told: &Composed,
        replaced: &[(Range<usize>, String)],
    ) -> bool {
        let clause = &self.clauses[index];
        let inside = |at: &usize| !replaced.iter().any(|(range, _)| range.contains(at));
        let points = |at: usize| {
            self.tokens.reads_at(at, "these|this|those|such")
                && !self.tokens.is_capital_at(at)
                && self
                    .tokens
                    .get(at + 1)
                    .is_some_and(|next| next.is_word() && !next.breaks_noun_phrase() && !next.is_past_form())
        };
        let words: Vec<usize> = self.clauses[owner].subject_words();
        let opens = words.first().is_some_and(|at| {
            self.tokens.reads_at(*at, "these|those|such")
                || words.len() > 1 && self.tokens.reads_at(*at, "he|she|they|it")
        });
        // "A slump there would": where, a sentence before says.
        if subject.words.is_none() && words.last().is_some_and(|at| self.tokens.reads_at(*at, "there|here")) {
            return true;
        }
        let own = words.get(1..).unwrap_or_default().iter();
        let is_owned = |at: usize| self.tokens.reads_at(at, "his|her|their") && !self.tokens.is_capital_at(at);
        if subject.words.is_none() && opens {
            return true;
        }
        if subject.words.is_none() && own.into_iter().any(|at| points(*at) || is_owned(*at) && subject.actor.is_none())
        {
            return true;
        }
        // "The deputies agreed that she should go", "The palace said this could be done": whom or what, the report does not say.
        let complement = self.complement_of(index).and_then(|said| self.clauses.get(said));
        let said = complement.and_then(Clause::first_word).filter(|at| told.rest.contains(at));
        let is_unsaid = said.is_some_and(|at| {
            let is_other = self.tokens.reads_at(at, "he|she|they")
                && (!refer::is_doer(self.tokens, &words)
                    && subject.reading == Reading::Plain
                    && subject.actor.as_ref().is_none_or(|actor| self.is_state(actor))
                    || words.first().is_some_and(|first| self.tokens.reads_at(*first, "his|her|their")));
            is_other || self.tokens.reads_at(at, "this|these|those") && self.tokens.at(at + 1).breaks_noun_phrase()
        });
        if is_unsaid {
            return true;
        }
        // "A bullet lodged in his leg": nobody whose it could be.
        let is_named = words.iter().any(|at| self.names.iter().any(|name| name.tokens.contains(at)));
        let is_nobody = subject.reading == Reading::Plain && !is_named && !refer::is_doer(self.tokens, &words);
        let is_open = |at: usize| {
            let token = self.tokens.at(at);
            // What a report tells may mean who tells it.
            let own = at < clause.end && token.reads("him|them|us|me|it|here|there")
                || is_nobody && token.reads("his|her|him");
            !token.is_capital && own || points(at)
        };
        (told.rest.start.max(clause.verb.end)..told.rest.end).filter(inside).any(is_open)
    }

    /// "A reply came", "Hopes rose": a noun of no happening, and a verb that says only that it was there.
    fn says_little(&self, owner: usize, clause: &Clause, told: &Composed) -> bool {
        let subject = || self.clauses[owner].subject.iter().cloned().flatten();
        let is_event = subject().any(|at| self.tokens.is_at(at, Tags::EVENT_NOUN.or(Tags::LONG_NOUN)));
        let is_named = subject().any(|at| self.names.iter().any(|name| name.tokens.contains(&at)));
        // "Then, on 3 May, came the keys": what stands behind its verb is the news.
        let first = self.clauses[owner].first_word().map_or(0, |at| self.tokens.at(at).span.start);
        let is_inverted = self.tokens.at(clause.verb.head).span.start < first;
        // "A reply came, thanking her": the tail makes it no more.
        let own = told.text.split(',').next().unwrap_or_default();
        let is_short = own.split_whitespace().count() <= SHORT_WORDS;
        is_short
            && !is_inverted
            && !is_event
            && !is_named
            && self.tokens.reads_at(clause.verb.head, "came|went|rose|grew|arrived|followed|broke|continued|repeated")
    }

    /// "The tremor": an article and a noun.
    fn is_short_definite(&self, owner: usize) -> bool {
        let words: Vec<usize> = self.clauses[owner].subject_words();
        matches!(words.as_slice(), [the, noun] if self.tokens.reads_at(*the, "the") && !self.tokens.is_capital_at(*noun))
    }

    /// "Her paper": of somebody.
    fn opens_with_owner(&self, owner: usize) -> bool {
        let words: Vec<usize> = self.clauses[owner].subject_words();
        matches!(words.as_slice(), [first, _, ..] if self.tokens.reads_at(*first, "his|her"))
    }

    /// "The minister", "the company", "the former pilot": who that is, the sentence does not say.
    pub(super) fn is_role_only(&self, owner: usize, subject: &Subject) -> bool {
        let words: Vec<usize> = self.clauses[owner].subject_words();
        let said: Vec<&Token<'_>> =
            words.iter().filter_map(|at| self.tokens.get(*at)).filter(|token| token.is_word()).gather();
        let is_named = said.iter().skip(1).any(|token| token.is_capital);
        let is_role = match said.as_slice() {
            [the, .., role] if the.reads("the") && !is_named => {
                let counts = role.is(Tags::DETERMINER) || role.reads("pair|latter|former");
                let is_several = said.get(1).is_some_and(|second| second.reads("two|three|four|five|pair"));
                counts || is_several || role.is(Tags::GROUP) || refer::is_doer(self.tokens, &words)
            }
            [alone] => alone.is(Tags::DETERMINER),
            _ => false,
        };
        // "The company said it expects": the words of who says it.
        let is_group = |words: &String| {
            let noun = words.strip_prefix("The ").or_else(|| words.strip_prefix("the "));
            noun.filter(|noun| !noun.contains(is_large))
                .and_then(|noun| noun.rsplit(' ').next())
                .is_some_and(|noun| self.source.lexicon.tags(noun).any(Tags::GROUP.or(Tags::PERSON)))
        };
        subject.words.as_ref().map_or(is_role, is_group)
    }

    /// Whether the subject's head is the name itself: "Peru", and not "the Peru quake".
    fn ends_in_name(&self, owner: usize) -> bool {
        let last = self.clauses[owner]
            .subject
            .iter()
            .rev()
            .cloned()
            .find_map(|piece| piece.rev().find(|at| self.tokens.at(*at).is_word()));
        last.is_none_or(|at| {
            self.names.iter().any(|name| name.tokens.contains(&at)) || self.tokens.is_at(at, Tags::PRONOUN)
        })
    }

    /// "a stay that began": what a relative clause without a name tells is no news, unless it names a happening: "a
    /// bidding war that began".
    fn is_loose_relative(&self, index: usize) -> bool {
        let clause = &self.clauses[Clause::subject_clause(self.clauses, index)];
        let first = clause.subject.first().and_then(|piece| self.tokens.get(piece.start));
        // "a nurse, who fled": more than a mark by which to know her.
        let adds = matches!(clause.link, Link::Relative(marker) if marker > 0 && self.tokens.is_kind_at(marker - 1, Kind::Comma));
        if adds {
            return false;
        }
        let has_no_name = clause
            .subject
            .iter()
            .filter_map(|piece| self.tokens.get(piece.clone()))
            .flatten()
            .all(|token| !token.is_capital);
        let is_subject = matches!(clause.link, Link::Relative(marker) if marker + 1 >= clause.verb.start);
        let last = clause.subject.last().and_then(|piece| self.tokens.get(piece.end.checked_sub(1)?));
        is_subject
            && (first.is_some_and(|token| token.reads("a|an"))
                || has_no_name && first.is_some_and(|token| token.reads("the")))
            && !last.is_some_and(|token| token.is(Tags::EVENT_NOUN))
    }
}
