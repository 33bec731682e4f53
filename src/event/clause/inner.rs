//! Clauses inside a subject or before it, over which the scan for the subject goes on.

use std::ops::Range;

use super::Link;
use super::subject::Search;
use crate::event::en::Tags;
use crate::event::token::{Kind, TokenAt as _};
use crate::event::verb::{contact_opener, is_contact};

/// Words from a participle to its "by": "brought last year by".
const AGENT_WITHIN: usize = 4;

impl Search<'_, '_> {
    /// ", who lived there until 1989, when it closed,": the insertion opens where the outer of the two does.
    pub(super) fn opening_of(&self, open: usize) -> usize {
        let outer = self.before.iter().rev().find_map(|clause| {
            let Link::Relative(marker) = clause.link else { return None };
            let comma = marker.checked_sub(1).filter(|at| self.tokens.is_kind_at(*at, Kind::Comma))?;
            let inside = self.tokens.get(clause.verb.end..open)?;
            let is_one = inside.iter().all(|token| token.kind != Kind::Comma);
            let is_dated = inside.last().is_some_and(|last| last.timex().is_some());
            // ", who had made mice that glowed, the one proof that seemed sure,": what the first ends with has its own.
            let has_own = self.tokens.reads_at(open + 1, "the|a|an") && self.tokens.reads_at(marker, "who|which|whose");
            (is_one && (is_dated || has_own) && comma > 0).then_some(comma)
        });
        outer.unwrap_or(open)
    }

    /// The comma before a relative clause with a subject of its own, which the next comma has closed.
    pub(super) fn aside(&self, clause: usize) -> Option<usize> {
        let inner = self.before.get(clause)?;
        let Link::Relative(marker) = inner.link else { return None };
        let has_own = inner.subject.iter().any(|piece| !piece.is_empty() && piece.start > marker);
        let comma = marker.checked_sub(1).filter(|at| self.tokens.is_kind_at(*at, Kind::Comma))?;
        let is_when = self.tokens.reads_at(marker, "when|where");
        (has_own && is_when && comma > 0).then_some(comma)
    }

    /// The marker of a relative clause with a subject of its own, which is part of the noun phrase before it.
    pub(super) fn content_clause(&self, clause: usize) -> Option<usize> {
        let inner = self.before.get(clause)?;
        // "a decision on whether an inquiry will be held will be made": the decision.
        if let Link::Subordinate(marker) = inner.link
            && self.tokens.reads_at(marker, "whether")
            && marker > 1
            && self.tokens.is_at(marker - 1, Tags::PREPOSITION)
        {
            return Some(marker - 1);
        }
        let Link::Relative(marker) = inner.link else { return None };
        // "A suit brought last year by users who lost it is due": the suit.
        let by = inner.subject.first().and_then(|piece| piece.start.checked_sub(1));
        let is_agent = by.is_some_and(|by| {
            let near = (by.saturating_sub(AGENT_WITHIN).max(1)..by).rev();
            let is_part = |at: &usize| self.tokens.at(*at).is_word() || self.tokens.at(*at).timex().is_some();
            let is_participle = |at: &usize| {
                let (noun, word) = (self.tokens.at(at - 1), self.tokens.at(*at));
                let is_noun = noun.is_word() && !noun.breaks_noun_phrase() && !noun.is(Tags::PRONOUN);
                (word.form.either || word.form.participle) && is_noun && !self.is_verb_token(*at)
            };
            self.tokens.reads_at(by, "by") && near.into_iter().take_while(is_part).any(|at| is_participle(&at))
        });
        if is_agent && self.tokens.reads_at(marker, "who|that") {
            return Some(marker);
        }
        // "The treaty they signed was ratified".
        if is_contact(self.tokens, inner.verb.start) && marker + 1 == inner.verb.start {
            return Some(marker);
        }
        if contact_opener(self.tokens, inner.verb.head) == Some(marker) {
            return Some(marker);
        }
        // "the speed with which the news came confirmed it": the speed.
        // "people who fled when the dam burst have yet to return": the people.
        let is_nested = self.tokens.reads_at(marker, "when")
            && matches!(clause.checked_sub(1).and_then(|at| self.before.get(at)), Some(outer)
                if matches!(outer.link, Link::Relative(relative) if self.tokens.reads_at(relative, "who|which|that")));
        let is_inner = is_nested
            || [marker, marker + 1].iter().any(|at| self.tokens.reads_at(*at, "that|which|whom|whose|where|why|how"));
        let has_own = inner.subject.iter().any(|piece| !piece.is_empty() && piece.start > marker);
        let is_that = self.tokens.reads_at(marker, "that");
        let is_close = marker > 0 && (is_that || self.tokens.at(marker - 1).is_word());
        (is_inner && has_own && is_close).then_some(marker)
    }

    /// "told police he had", "told a court on Monday the town had": behind whom it was told.
    pub(super) fn after_addressee(&self, rest: Range<usize>) -> usize {
        let opens = |at: &usize| {
            let [before, token] = [self.tokens.at(at - 1), self.tokens.at(*at)];
            let is_opener = token.is(Tags::DETERMINER.or(Tags::PRONOUN));
            let closes = before.is_word() && !before.breaks_noun_phrase() || before.timex().is_some();
            is_opener && closes && !before.is(Tags::DETERMINER.or(Tags::ADJECTIVE))
        };
        (rest.start + 1..rest.end).find(opens).unwrap_or(rest.start)
    }

    /// "murdering a woman he met", "the weapons their countries have": a relative clause without a relative word, which
    /// begins with its subject directly behind the noun it tells of.
    pub(super) fn contact_clause(&self, rest: Range<usize>, clause: usize) -> Option<usize> {
        if matches!(self.before[clause].link, Link::Subordinate(_)) {
            return None;
        }
        (rest.start + 1..rest.end).rev().find(|at| {
            let [before, token] = [self.tokens.at(at - 1), self.tokens.at(*at)];
            let opens = token.is(Tags::DETERMINER.or(Tags::PRONOUN)) && !token.is(Tags::RELATIVE)
                || token.is_capital && !before.is_capital;
            let describes = Tags::DETERMINER
                .or(Tags::ADJECTIVE)
                .or(Tags::PERSON)
                .or(Tags::TITLE)
                .or(Tags::ADVERB)
                .or(Tags::PRONOUN);
            let after_noun = before.is_word()
                && !before.breaks_noun_phrase()
                && !before.is_capital
                && !before.is(describes)
                && !before.is_possessive
                && !before.form.gerund
                && !before.is_past_form();
            // What is told of a noun would stand behind the verb, and a passive has no such place.
            let has_place = !self.verb.is_passive || before.is(Tags::TIME_NOUN);
            opens && after_noun && has_place
        })
    }
}
