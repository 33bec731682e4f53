//! Two clauses that one headline tells: verbs with one subject, and a clause with the "when" that says how it came.

use super::Reader;
use crate::event::candidate::{Candidate, Standing};
use crate::event::clause::Link;
use crate::event::en::Tags;
use crate::event::headline::{self, Composed, Parts};
use crate::event::token::{Kind, TokenAt as _};
use crate::event::verb::{CONTENT, Tense};
use crate::gather::Gather;
use crate::text::phrase::holds;
use crate::timex::TimexKind;
use std::ops::Range;

impl Reader<'_, '_> {
    /// "seized two planes and crashed into a tower": the verb joined to this one, where both fit.
    pub(super) fn with_joined(&self, index: usize, parts: &Parts<'_>) -> Option<Composed> {
        let clause = &self.clauses[index];
        let (_, joined) = self.clauses.iter().enumerate().find(|(_, other)| other.link == Link::Joined(index))?;
        let between = self.tokens.get(clause.end..joined.verb.start)?;
        let directly = between.iter().all(|token| token.is(Tags::CONJUNCTION.or(Tags::ADVERB)));
        let has_date = self.has_date(joined.start..joined.end);
        // "declared a truce and said": what was said is missing.
        let is_quote = self.tokens.is_kind_at(joined.verb.end, Kind::Quote);
        let says_nothing =
            is_quote || self.tokens.is_at(joined.verb.head, Tags::REPORT) && joined.end <= joined.verb.end;
        if says_nothing || !directly || between.is_empty() || has_date || joined.verb.tense != clause.verb.tense {
            return None;
        }
        let floor = (joined.verb.end + 1).min(joined.end);
        let both = Parts { rest: clause.verb.end..joined.end, floor, ..parts.clone() };
        headline::compose(&self.source.article.text, self.tokens, &both)
    }

    fn has_date(&self, range: Range<usize>) -> bool {
        let is_date = |index: usize| self.timex(index).is_some_and(|timex| timex.kind != TimexKind::Duration);
        self.tokens.within(range).iter().filter_map(|token| token.timex()).any(is_date)
    }

    /// "Three men died when a crane fell on a barge": one happening, told in both clauses.
    pub(super) fn with_when(&self, index: usize, parts: &Parts<'_>) -> Option<Composed> {
        let when = self.clauses.get(self.when_of(index)?)?;
        let both = Parts { rest: parts.verb.end..when.end, floor: (when.verb.end + 1).min(when.end), ..parts.clone() };
        headline::compose(&self.source.article.text, self.tokens, &both)
    }

    /// "was among the leaders who signed the pact": a relative clause without which one does not know what "the leaders"
    /// are.
    pub(super) fn with_relative(&self, index: usize, parts: &Parts<'_>) -> Option<Composed> {
        let end = self.clauses.get(index)?.end;
        let marks = self.tokens.reads_at(end, "who|which|that");
        let relative = self.clauses.iter().skip(index + 1).find(|other| other.link == Link::Relative(end) && marks)?;
        let phrase = (parts.rest.start..end).rev().find(|at| {
            self.tokens.is_at(*at, Tags::DETERMINER)
                || self.tokens.at(*at).breaks_noun_phrase()
                || self.tokens.is_capital_at(*at)
        })?;
        let is_definite = self.tokens.reads_at(phrase, "the|those");
        let both = Parts {
            rest: parts.rest.start..relative.end,
            floor: (relative.verb.end + 1).min(relative.end),
            ..parts.clone()
        };
        is_definite.then(|| headline::compose(&self.source.article.text, self.tokens, &both))?
    }

    /// "After the court ruled [in May] that Vega had lied", "… were searched over claims that he had lied": a clause inside
    /// another with what its last word leads to.
    pub(super) fn with_content(&self, index: usize, parts: &Parts<'_>) -> Option<Composed> {
        let clause = self.clauses.get(index).filter(|clause| clause.link != Link::Main)?;
        let marker = clause.end;
        let is_free = |at: &usize| !parts.left_out.iter().any(|range| range.contains(at));
        let last = (clause.verb.head..marker).rev().find(is_free)?;
        let leads = last == clause.verb.head && !clause.verb.is_passive || self.tokens.reads_at(last, CONTENT);
        let inner = self.clauses.iter().find(|other| other.link == Link::Relative(marker))?;
        let both = Parts { rest: parts.rest.start..inner.end, floor: inner.verb.end, ..parts.clone() };
        let is_told = leads && self.tokens.reads_at(marker, "that");
        is_told.then(|| headline::compose(&self.source.article.text, self.tokens, &both))?
    }

    /// The clause with "when" directly behind this one, where only one of the two has a date.
    fn when_of(&self, index: usize) -> Option<usize> {
        let clause = self.clauses.get(index)?;
        let is_when = |link: Link| {
            let (Link::Relative(marker) | Link::Subordinate(marker)) = link else { return false };
            // After a comma the story goes on: ", when police fired".
            marker == clause.end && self.tokens.reads_at(marker, "when")
        };
        let at = (index + 1..self.clauses.len()).find(|at| is_when(self.clauses[*at].link))?;
        let when = &self.clauses[at];
        let is_past = when.verb.tense == Tense::Past && clause.verb.tense == Tense::Past;
        let both_dated = self.has_date(clause.start..clause.end) && self.has_date(when.start..when.end);
        let is_told = is_past && !when.verb.is_negated && !when.verb.is_copula && !when.verb.is_progressive;
        (is_told && !both_dated && !self.clauses.iter().any(|other| other.link == Link::Joined(at))).then_some(at)
    }

    /// A clause with "when" that the headline of its main clause tells already is no report of its own, and what it
    /// names belongs to the main one.
    pub(super) fn fold_when(&self, found: &mut Vec<Candidate>) {
        let mut folded = Vec::new();
        for at in 0..found.len() {
            let main = &found[at];
            let Some(when) = self.when_of(main.clause).filter(|_| holds(&main.headline, " when ")) else {
                continue;
            };
            let inner = found.iter().position(|other| {
                other.clause == when
                    && (other.date.is_none() || other.date == main.date)
                    && matches!(other.standing, Standing::Dated | Standing::Support)
            });
            let Some(inner) = inner else { continue };
            let told = found[inner].clone();
            let main = &mut found[at];
            for (own, more) in [(&mut main.keys, &told.keys), (&mut main.actions, &told.actions)] {
                own.extend(more.iter().cloned());
            }
            let more = told.participants.into_iter().filter(|name| !main.participants.contains(name)).gather();
            main.participants.extend(more);
            folded.push(inner);
        }
        let mut at = 0;
        found.retain(|_| {
            at += 1;
            !folded.contains(&(at - 1))
        });
    }
}
