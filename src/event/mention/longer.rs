//! A headline that goes on to the end of its sentence, or as far as there is room: what is left out is missed more often
//! than what is told too much.

use super::Reader;
use crate::event::clause::{Clause, Link};
use crate::event::en::Tags;
use crate::event::headline::{self, Composed, Cuts, Parts};
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::timex::TimexKind;

/// Words that point out of the sentence, or to who speaks.
const POINTING: &str = "this|these|those|such|here|i|me|my|we|us|our|you|your|yesterday|today|tomorrow";

/// Nouns that say little without the clause behind them.
const THIN: &str = "legislation|bill|law|laws|rule|rules|deal|plan|plans|report|letter|case|statement|resolution|agreement|order|ruling|\
     measure|measures|system|decision|document|documents|proposal|attack|accident|war|campaign|crisis|dispute|series";

/// Between a length and "after" stand at most so many words: "four years almost to the day after".
const COUNTED_WITHIN: usize = 7;

impl Reader<'_, '_> {
    /// The headline of clause `index` with what follows in its sentence, where all of it has room, else to a comma or the
    /// end of a clause; `None` where `told` holds as much.
    pub(super) fn longer(&self, index: usize, parts: &Parts<'_>, told: &Composed) -> Option<Composed> {
        if !self.owns_tail(index) {
            return None;
        }
        let from = told.rest.end.max(parts.verb.end);
        let limit = self.tail_end(index, from, parts);
        if self.is_of_date(from, parts) {
            return None;
        }
        let is_end = |at: &usize| *at == limit || self.ends_clause(from, *at);
        let whole = (from + 1..limit + 1).rev().filter(is_end).find_map(|end| {
            let quotes = self.tokens.within(parts.rest.start..end).iter().filter(|token| token.kind == Kind::Quote);
            let has_half = |clause: &Clause| (from..end).contains(&clause.start) && clause.verb.end > end;
            let is_cut_quote = quotes.count() % 2 == 1;
            if is_cut_quote
                || end != limit && self.tokens.is_at(end - 1, Tags::REPORT)
                || self.clauses.iter().any(has_half)
            {
                return None;
            }
            let parts = Parts { rest: parts.rest.start..end, cuts: Cuts::Nothing, ..parts.clone() };
            headline::compose_within(&self.source.article.text, self.tokens, &parts, headline::MAX_HEADLINE)
        });
        whole.or_else(|| self.with_inner(from, limit, parts))
    }

    /// "passed a law that would end the ban", "deepened after the mayor fled", of a longer clause: what a noun or a verb says
    /// little without, as far as it fits.
    fn with_inner(&self, from: usize, limit: usize, parts: &Parts<'_>) -> Option<Composed> {
        let at = (from..limit).find(|at| !parts.left_out.iter().any(|range| range.contains(at)))?;
        let is_bare = from == parts.verb.end && self.tokens.reads_at(at, "after|because|amid");
        let is_thin = self.tokens.reads_at(at, "that|which") && self.tokens.reads_at(from.checked_sub(1)?, THIN);
        let is_inner = |clause: &&Clause| match clause.link {
            Link::Relative(marker) => is_thin && marker == at,
            Link::Subordinate(marker) => is_bare && marker == at,
            _ => false,
        };
        let inner = self.clauses.iter().find(is_inner)?;
        let end = inner.end.min(limit);
        let parts = Parts { rest: parts.rest.start..end, floor: inner.verb.end + 1, ..parts.clone() };
        let compose =
            || headline::compose_within(&self.source.article.text, self.tokens, &parts, headline::MAX_HEADLINE);
        if inner.verb.end < end { compose() } else { None }
    }

    /// Whether a tail may end at a token: before a comma that opens a clause, or before a verb that is joined.
    fn ends_clause(&self, from: usize, at: usize) -> bool {
        let next = self.tokens.at(at + 1);
        let joins = |at: usize| {
            self.tokens.is_at(at, Tags::CONJUNCTION)
                && self.clauses.iter().any(|clause| clause.start == at || clause.start == at + 1)
        };
        let after_comma = self.tokens.is_kind_at(at, Kind::Comma)
            && (next.is(Tags::RELATIVE.or(Tags::SUBORDINATOR)) || next.form.gerund || joins(at + 1))
            && !self.is_short(from, at);
        let joins = joins(at) && !(from..at).any(|at| self.tokens.is_kind_at(at, Kind::Comma));
        after_comma || joins
    }

    /// ", however": no tail.
    fn is_short(&self, from: usize, to: usize) -> bool {
        self.tokens.within(from..to).iter().filter(|token| token.is_word() && !token.is(Tags::ADVERB)).count() < 2
    }

    /// "on 3 May, the day before …", "in 1997, when …": what tells more of the date that is left out.
    fn is_of_date(&self, from: usize, parts: &Parts<'_>) -> bool {
        let next = (from..self.tokens.len())
            .find(|at| !parts.left_out.iter().any(|range| range.contains(at)))
            .filter(|at| *at > from);
        next.is_some_and(|at| {
            let at = at + usize::from(self.tokens.is_kind_at(at, Kind::Comma));
            let is_day =
                |at: usize| self.tokens.is_at(at, Tags::TIME_NOUN.or(Tags::MONTH)) || self.tokens.reads_at(at, "same");
            // ", four years to the day after the work began".
            let is_length =
                self.tokens.at(at).timex().is_some() || self.tokens.reads_at(at, "years|months|weeks|days|hours");
            let is_counted =
                is_length && (at + 1..at + COUNTED_WITHIN).any(|at| self.tokens.reads_at(at, "after|before"));
            is_counted
                || self.tokens.reads_at(at, "when|where|local")
                || self.tokens.reads_at(at, "the|a") && is_day(at + 1)
        })
    }

    /// Where what clause `index` tells must end: before another date, another sentence, a quotation, or what points out of
    /// the sentence.
    fn tail_end(&self, index: usize, from: usize, parts: &Parts<'_>) -> usize {
        let is_open = |at: &usize| {
            let token = self.tokens.at(*at);
            let left_out = parts.left_out.iter().any(|range| range.contains(at));
            let is_date = token.timex().and_then(|timex| self.timex(timex));
            matches!(token.kind, Kind::Stop | Kind::Dash)
                || token.is_quoted
                || is_date.is_some_and(|timex| timex.kind != TimexKind::Duration) && !left_out
                || token.reads(POINTING)
                || token.is_contraction()
                || self.says_behind(*at)
                // What "when" opens directly is joined elsewhere, or is a report of its own.
                || token.reads("when") && !self.tokens.is_kind_at(at.saturating_sub(1), Kind::Comma)
                || self.clauses.iter().enumerate().any(|(other, clause)| {
                    // "bought it [in 2011 and in 2014] sold it".
                    let is_dated = at.checked_sub(1).is_some_and(|at| parts.left_out.iter().any(|range| range.contains(&at)));
                    clause.start == *at && clause.verb.start > parts.verb.end && !self.leads_on(other, index)
                        || clause.verb.start == *at && is_dated
                })
        };
        let found = (from..self.tokens.len()).find(is_open);
        let mut end = found.unwrap_or(self.tokens.len());
        let is_torn = found.is_some_and(|at| {
            let token = self.tokens.at(at);
            // "four months after his rival, Anton Verescu, was shot": the rest of a clause, where nothing opens another.
            let opens = |at: usize| self.tokens.is_at(at, Tags::CONJUNCTION);
            let is_next = opens(at) || at > 0 && opens(at - 1) || self.is_report_at(at) || self.says_behind(at);
            let is_inside = token.timex().is_some() || token.is_quoted || token.reads(POINTING);
            is_inside || !is_next && token.kind != Kind::Stop && !token.reads("when")
        });
        if is_torn {
            return (from..end.saturating_sub(1))
                .rev()
                .find(|at| self.tokens.is_kind_at(*at, Kind::Comma))
                .unwrap_or(from);
        }
        // ", and" in front of another sentence opens it.
        let opens = |token: &Token<'_>| {
            token.is(Tags::CONJUNCTION) && found.is_some()
                || matches!(token.kind, Kind::Comma | Kind::Sign | Kind::Bracketed) && token.text != "%"
        };
        while end > from && opens(self.tokens.at(end - 1)) {
            end -= 1;
        }
        if self.is_short(from, end) { from } else { end }
    }

    /// ", say doctors in Lima".
    fn says_behind(&self, at: usize) -> bool {
        at > 0 && self.tokens.is_kind_at(at - 1, Kind::Comma) && self.tokens.is_at(at, Tags::REPORT)
    }

    /// ", officials said": who told it.
    fn is_report_at(&self, at: usize) -> bool {
        self.clauses.iter().any(|clause| clause.start == at && self.tokens.is_at(clause.verb.head, Tags::REPORT))
    }

    /// Whether a clause is part of what clause `index` tells.
    fn leads_on(&self, other: usize, index: usize) -> bool {
        match self.clauses.get(other).map(|clause| clause.link) {
            Some(Link::Relative(_) | Link::Subordinate(_)) => true,
            Some(Link::Joined(of) | Link::Complement(of)) => {
                of == index || of < other && self.leads_on(of, index) && of > index
            }
            _ => false,
        }
    }

    /// Whether what follows a clause in its sentence belongs to it: of a clause inside another it may be the other's.
    fn owns_tail(&self, index: usize) -> bool {
        match self.clauses.get(Clause::subject_clause(self.clauses, index)).map(|clause| clause.link) {
            Some(Link::Complement(of)) => of < index && self.owns_tail(of),
            link => link == Some(Link::Main),
        }
    }
}
