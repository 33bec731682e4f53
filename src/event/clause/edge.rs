//! Where the scan for a subject ends: at commas, dates, conjunctions and words that open a clause, each of which may
//! also stand inside a subject.

use super::lead::names_kind;
use super::subject::{Edge, PERSONAL, Search};
use super::{Clause, Link};
use crate::event::en::Tags;
use crate::event::token::{Kind, TokenAt as _, joins_adjectives};

/// Words that open a clause before the main one.
const LEADING: &str = "when|after|as|while|because|although|once|since|before|if";

impl Search<'_, '_> {
    /// The token where an insertion that closes directly before the verb opens.
    pub(super) fn insertion_before(&self, verb_start: usize) -> Option<usize> {
        let close = verb_start.checked_sub(1)?;
        let kind = self.tokens.at(close).kind;
        if kind == Kind::Dash {
            return (0..close).rev().find(|at| self.tokens.is_kind_at(*at, Kind::Dash));
        }
        if kind != Kind::Comma {
            return None;
        }
        let name_only = |open: usize| self.is_name_only(open, close);
        let mut nearest = None;
        // "a fast-growing, London-based maker": no end of anything.
        let is_hyphened = |at: usize| self.token(at).is_some_and(|token| token.text.contains('-'));
        let parts =
            |at: &usize| self.tokens.is_kind_at(*at, Kind::Comma) && !(is_hyphened(at - 1) && is_hyphened(at + 1));
        for open in (1..close).rev().filter(parts) {
            let first = self.tokens.at(open + 1);
            let has_verb = self.before.iter().any(|clause| (open..close).contains(&clause.verb.start));
            let is_whole = first.is(Tags::RELATIVE) || (first.is(Tags::SUBORDINATOR) && has_verb);
            // "The plan, officials said, would fail".
            let is_report = self.before.last().is_some_and(|last| {
                last.verb.end == close && last.verb.start > open && self.tokens.is_at(last.verb.head, Tags::REPORT)
            });
            if is_report
                || is_whole
                || has_verb && self.is_participial(open, close)
                || has_verb && self.verbs_are_relative(open, close)
            {
                return Some(open);
            }
            if !has_verb && nearest.is_none() && open + 1 < close && name_only(open) {
                // "the mayor, Ana Rojas, opened": the name is part of the subject; "Ana Rojas, who led our neighbour,
                // Peru, opened": it is part of the insertion.
                let outer = (1..open).rev().find(|at| self.tokens.is_kind_at(*at, Kind::Comma));
                // "Ana Rojas, of Arden, Norland, opened": the place of a place.
                let of = outer.filter(|outer| self.tokens.reads_at(outer + 1, "of"));
                if of.is_some() {
                    return of;
                }
                return outer.filter(|outer| self.verbs_are_relative(*outer, open));
            }
            if has_verb {
                break;
            }
            // ", and against Peru in 2009,": what is added to a phrase.
            if first.is(Tags::CONJUNCTION) && self.tokens.is_at(open + 2, Tags::PREPOSITION) {
                return Some(open);
            }
            // A list of names may go on to the left; any other phrase is the whole insertion.
            // "Ana Rojas, then aged 27, joined": an insertion too.
            let may_be_listed =
                first.is_capital || first.is(Tags::DETERMINER.or(Tags::CONJUNCTION)) && !first.reads("then");
            if !may_be_listed {
                // "In 1999, during her term, Ana Rojas, the mayor, rode": no insertion, since nobody stands before it.
                let is_lead = self.tokens.is_at(0, Tags::PREPOSITION)
                    && self.tokens.within(1..open).iter().all(|token| token.timex().is_some());
                return Some(nearest.filter(|_| is_lead || !first.is(Tags::PREPOSITION)).unwrap_or(open));
            }
            // "three friends, Ana Paz, Tom Lind and Ruth Barr, were": the list is all of it.
            let names = self.tokens.within(open + 1..close);
            let is_list = names.iter().any(|token| token.is(Tags::CONJUNCTION))
                && names
                    .iter()
                    .all(|token| token.is_capital || token.is(Tags::CONJUNCTION) || token.kind == Kind::Comma);
            let after_noun = !self.tokens.is_capital_at(open - 1) && self.tokens.at(open - 1).lower.ends_with('s');
            if is_list && after_noun {
                return Some(open);
            }
            nearest = nearest.or((!first.is(Tags::CONJUNCTION)).then_some(open));
        }
        nearest
    }

    /// "Knox, arrested days after the body was found, was": a participle, and clauses that hang on it.
    fn is_participial(&self, open: usize, close: usize) -> bool {
        let first = open + 1 + usize::from(self.tokens.is_at(open + 1, Tags::ADVERB));
        let word = self.tokens.at(first);
        let hangs = |clause: &Clause| matches!(clause.link, Link::Subordinate(marker) | Link::Relative(marker) if marker > first);
        (word.form.either || word.form.participle)
            && !word.is_capital
            && self.before.iter().all(|clause| clause.verb.start > first)
            && self.before.iter().filter(|clause| clause.verb.start < close).all(hangs)
    }

    /// "the mayor, Ana Rojas, opened", "a sister ship, the Saint Orra, sank": a name between two commas.
    fn is_name_only(&self, open: usize, close: usize) -> bool {
        let inside = self.tokens.within(open + 1..close);
        let name = match inside.split_first() {
            Some((first, rest)) if first.reads("the") => rest,
            _ => inside,
        };
        !name.is_empty() && name.iter().all(|token| token.is_capital || token.text == "&")
    }

    /// "Ana Rojas, the judge whose ruling freed him, died": every verb of the insertion stands after a relative word.
    fn verbs_are_relative(&self, open: usize, close: usize) -> bool {
        let first_verb = self.before.iter().map(|clause| clause.verb.start).find(|at| (open..close).contains(at));
        let after_verb = open > 0 && self.before.iter().any(|clause| clause.verb.end == open);
        let opens_plainly = self.tokens.get(open + 1).is_some_and(|first| !first.is(Tags::CONJUNCTION));
        opens_plainly
            && !after_verb
            && first_verb.is_some_and(|verb| {
                self.tokens
                    .within(open + 1..verb)
                    .iter()
                    .any(|token| token.is(Tags::RELATIVE) && !token.is(Tags::DETERMINER) || token.reads("that"))
            })
    }

    /// Whether the subject goes on to the left of a comma: a list, or a phrase with its apposition.
    pub(super) fn extends_over(&self, comma: usize) -> bool {
        // "The plan, officials said, would fail": who says it, and no part of the plan.
        let says_aside = self.tokens.is_at(self.verb.head, Tags::REPORT)
            && self.token(self.verb.end).is_some_and(|next| next.kind == Kind::Comma)
            && self.verb.start > 0
            && !self.tokens.is_kind_at(self.verb.start - 1, Kind::Comma);
        // "was found at Newark, N.J., the police said": the place is no speaker.
        let before_verb = self.verb.start.checked_sub(1).filter(|at| *at > comma);
        let closes = self.tokens.is_at(self.verb.head, Tags::REPORT)
            && !self.before.is_empty()
            && before_verb.is_some_and(|at| self.tokens.at(at).is_word());
        if says_aside || closes {
            return false;
        }
        let from = (0..comma)
            .rev()
            .find(|at| {
                matches!(self.tokens.at(*at).kind, Kind::Comma | Kind::Stop | Kind::Dash | Kind::Quote)
                    || self.before.iter().any(|clause| clause.verb.end == *at + 1)
            })
            .map_or(0, |at| at + 1);
        // "was banned from office after the leader, Juan Vega, sent": the phrase that "after" opens.
        let opener = (from + 1..comma)
            .rev()
            .find(|at| self.tokens.is_at(*at, Tags::SUBORDINATOR) && self.tokens.is_at(at + 1, Tags::DETERMINER));
        let close = (comma + 1..self.tokens.len()).find(|at| self.tokens.is_kind_at(*at, Kind::Comma));
        let is_apposed = close.is_some_and(|close| close + 1 == self.verb.start && self.is_name_only(comma, close));
        let from = opener.filter(|_| is_apposed && !self.before.is_empty()).unwrap_or(from);
        let mut segment = self.tokens.within(from..comma);
        if self.describes_place(from, segment) {
            return false;
        }
        // "when the builder, Korsvik, went bankrupt": the marker opens the clause, not the phrase.
        let is_marked = segment.first().is_some_and(|first| {
            let opens_verb = close.is_some_and(|close| close + 1 == self.verb.start);
            first.is(Tags::SUBORDINATOR.or(Tags::CONJUNCTION))
                && (!first.is(Tags::PREPOSITION.or(Tags::ADVERB)) || opens_verb && !self.before.is_empty())
        });
        let is_marked = is_marked && segment.len() > 1 && close.is_some_and(|close| self.is_name_only(comma, close));
        if is_marked {
            segment = segment.get(1..).unwrap_or_default();
        }
        // "In 1993 a sister ship, the Saint Orra, sank": the date before the phrase is no part of it.
        segment = match segment {
            [preposition, date, rest @ ..] if preposition.is(Tags::PREPOSITION) && date.timex().is_some() => rest,
            [date, rest @ ..] if date.timex().is_some() => rest,
            _ => segment,
        };
        let Some(first) = segment.first() else { return false };
        // "In Lima, Peru’s capital, Juan Vega opened", "A former lawyer, Lind closed": a name directly before the verb
        // is the whole subject.
        let is_open = self
            .tokens
            .get(comma + 1..self.verb.start)
            .is_some_and(|name| !name.is_empty() && name.iter().all(|token| token.is_capital));
        let is_name = segment.iter().all(|token| token.is_capital);
        let leads = from == 0 && !is_name
            || from > 1 && self.tokens.is_kind_at(from - 1, Kind::Comma) && {
                let outer = (0..from - 1)
                    .rev()
                    .find(|at| !self.tokens.at(*at).is_word() && self.tokens.at(*at).timex().is_none());
                self.tokens.is_at(outer.map_or(0, |at| at + 1), Tags::PREPOSITION)
            };
        if is_open && leads {
            return false;
        }
        let opens_badly = first.is(Tags::PREPOSITION.or(Tags::SUBORDINATOR).or(Tags::RELATIVE).or(Tags::CONJUNCTION))
            && !first.is(Tags::DETERMINER)
            || first.form.gerund
            || first.form.either
            || segment.iter().all(|token| token.is(Tags::ADVERB) || token.timex().is_some());
        let has_verb = self.before.iter().any(|clause| (from..comma).contains(&clause.verb.start));
        let is_object = from > 0
            && !is_marked
            && self.before.iter().any(|clause| clause.verb.end == from)
            && !self.before.iter().any(|clause| {
                // ", the ministry said" closes what was reported, also after "has recalled its envoy".
                let reports = |head: usize| self.tokens.is_at(head, Tags::REPORT);
                clause.verb.end == from && reports(clause.verb.head) && !reports(self.verb.head)
            });
        let has_name_or_noun = segment.iter().any(|token| token.is_word() && !token.is(Tags::ADVERB));
        !opens_badly
            && !has_verb
            && !is_object
            && has_name_or_noun
            && segment.iter().all(|token| token.timex().is_none())
    }

    /// "the 1979 invasion" keeps its date inside; "On Tuesday the envoy" does not.
    pub(super) fn timex_edge(&self, index: usize, end: usize) -> Option<Edge> {
        let before = index.checked_sub(1).and_then(|at| self.token(at));
        // "When the seat fell vacant in 2005 she ran": what follows is the subject of the main clause.
        let next = self.tokens.at(index + 1);
        let closes_lead = || {
            let first = self.before.first().filter(|_| self.before.len() == 1);
            let opens = first.is_some_and(|first| match first.link {
                Link::Subordinate(marker) | Link::Relative(marker) => {
                    marker <= 1 && self.tokens.reads_at(marker, LEADING)
                }
                _ => false,
            });
            opens && (next.is_capital || next.reads(PERSONAL) || next.is(Tags::DETERMINER)) && index + 1 < end
        };
        if closes_lead() {
            return Some(Edge::Open(index + 1));
        }
        // "a long, eight-month strike".
        let joins = index.checked_sub(1).is_some_and(|comma| joins_adjectives(self.tokens, comma));
        let inside = joins
            || names_kind(self.tokens, index)
            || before.is_some_and(|token| {
                token.is(Tags::DETERMINER.or(Tags::ADJECTIVE))
                    || token.is_possessive
                    || (token.is_word() && !token.breaks_noun_phrase() && !token.is(Tags::ADVERB))
            });
        if inside {
            return None;
        }
        let Some(preposition) = index.checked_sub(1).filter(|at| self.tokens.is_at(*at, Tags::PREPOSITION)) else {
            // "that between 2005 and 2007 it paid".
            let is_range = index > 2
                && self.tokens.reads_at(index - 1, "and|to|until")
                && self.tokens.at(index - 2).timex().is_some();
            let marker =
                if is_range { self.marker_before_date(index - 3, end) } else { self.marker_before_date(index, end) };
            return marker.or(Some(Edge::Open(index + 1)));
        };
        let opener = preposition.checked_sub(1).and_then(|at| self.token(at));
        let leads =
            opener.is_none_or(|token| !matches!(token.kind, Kind::Word | Kind::Number) || token.breaks_noun_phrase());
        leads.then(|| self.marker_before_date(preposition, end).unwrap_or(Edge::Open(index + 1)))
    }

    /// "heard that in May the bank had failed", "Lima, where in 2005 she founded it": what opens the clause stands before
    /// its date phrase, which begins at `phrase`.
    fn marker_before_date(&self, phrase: usize, end: usize) -> Option<Edge> {
        let marker = phrase.checked_sub(1)?;
        let token = self.tokens.at(marker);
        let opens = token.reads("that|because")
            || token.is(Tags::RELATIVE.or(Tags::SUBORDINATOR)) && !token.is(Tags::PREPOSITION);
        if opens { self.word_edge(marker, end) } else { None }
    }
}
