//! The subject of a finite verb: what stands to its left, insertions left out.

use crate::gather::Gather;
use std::ops::Range;

use super::{Clause, Link};
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, joins_adjectives};
use crate::event::verb::VerbGroup;

/// The search for one verb's subject.
pub(super) struct Search<'a, 't> {
    pub(super) tokens: &'a [Token<'t>],
    pub(super) before: &'a [Clause],
    pub(super) verb: VerbGroup,
}

/// Where the scan to the left came to rest.
pub(super) enum Edge {
    /// At the first token of the clause.
    Open(usize),
    /// At a subordinator.
    Subordinator(usize),
    /// At a relative word.
    Relative(usize),
    /// At "that", or directly, after a report verb of a clause.
    Report(usize, usize),
    /// At a conjunction.
    Conjunction(usize),
}

impl Search<'_, '_> {
    pub(super) fn token(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    pub(super) fn clause(&self) -> Clause {
        let mut verb = self.verb;
        let mut at = verb.start;
        while at > 0
            && self.tokens[at - 1].is(Tags::ADVERB)
            && !self.tokens[at - 1].is(Tags::RELATIVE.or(Tags::CONJUNCTION))
            && self.tokens[at - 1].is_word()
            && !self.tokens[at - 1].is_capital
        {
            at -= 1;
        }
        verb.start = at;
        if at > 0 && self.is_inverted(at) {
            let end = self.noun_phrase_end(verb.end);
            return Clause { verb, subject: one(verb.end..end), start: at, end, link: Link::Main, auxiliary: 0..0 };
        }
        if let Some(marker) = at.checked_sub(1).filter(|before| self.is_subject_relative(*before)) {
            return self.with_antecedent(verb, marker);
        }
        let (mut pieces, edge) = self.collect(at);
        pieces.reverse();
        let start = match edge {
            Edge::Open(start) => start,
            Edge::Subordinator(marker) | Edge::Relative(marker) | Edge::Report(marker, _) => marker,
            Edge::Conjunction(marker) => marker,
        };
        self.strip_lead(&mut pieces);
        let is_bare = pieces.iter().all(|piece| piece.is_empty());
        let link = match edge {
            Edge::Subordinator(marker) => Link::Subordinate(marker),
            Edge::Relative(marker) => Link::Relative(marker),
            Edge::Report(_, of) => Link::Complement(of),
            _ if is_bare => self.partner(start).map_or(Link::Main, Link::Joined),
            Edge::Conjunction(_) | Edge::Open(_) => Link::Main,
        };
        Clause { verb, subject: pieces, start, end: verb.end, link, auxiliary: 0..0 }
    }

    /// `"…," said the minister`: the subject follows.
    fn is_inverted(&self, at: usize) -> bool {
        let head = &self.tokens[self.verb.head];
        let before = &self.tokens[at - 1];
        let follows_speech = matches!(before.kind, Kind::Quote | Kind::Comma)
            && (before.kind == Kind::Quote
                || at >= 2 && self.tokens[at - 2].kind == Kind::Quote
                || self.tokens[at - 1].is_quoted);
        head.is(Tags::REPORT) && follows_speech
    }

    fn noun_phrase_end(&self, from: usize) -> usize {
        (from..self.tokens.len())
            .find(|at| {
                let token = &self.tokens[*at];
                matches!(token.kind, Kind::Comma | Kind::Stop | Kind::Dash | Kind::Quote | Kind::Timex(_) | Kind::Sign)
                    || token.breaks_noun_phrase() && token.lower != "of"
            })
            .unwrap_or(self.tokens.len())
    }

    fn is_subject_relative(&self, before: usize) -> bool {
        let token = &self.tokens[before];
        before > 0
            && matches!(token.lower.as_str(), "who" | "which" | "that")
            && !self.tokens[before - 1].is(Tags::REPORT)
    }

    /// "the envoy, who had been hiding": the noun phrase before the relative word is the subject.
    fn with_antecedent(&self, verb: VerbGroup, marker: usize) -> Clause {
        let end = if self.tokens[marker - 1].kind == Kind::Comma { marker - 1 } else { marker };
        let mut start = end;
        while start > 0 {
            let token = &self.tokens[start - 1];
            let is_of = token.lower == "of";
            // "a bidding war that began", "the 1979 raid that failed", against "ending a war that began".
            let is_modifier = start >= 2
                && (self.tokens[start - 2].is(Tags::DETERMINER.or(Tags::ADJECTIVE))
                    || self.tokens[start - 2].is_possessive);
            let takes_prefix = matches!(token.kind, Kind::Word | Kind::Number | Kind::Bracketed)
                && (!token.form.gerund || is_modifier)
                && (!token.breaks_noun_phrase() || is_of)
                && !self.is_verb_token(start - 1)
                || token.timex().is_some() && is_modifier
                || joins_adjectives(self.tokens, start - 1);
            if !takes_prefix {
                break;
            }
            start -= 1;
        }
        if self.tokens[marker].lower == "who" {
            start = self.person_before(start, end);
        }
        Clause {
            verb,
            subject: one(start..end),
            start: marker,
            end: verb.end,
            link: Link::Relative(marker),
            auxiliary: 0..0,
        }
    }

    /// "a nurse in the town of Lima, who fell ill": not the town, but the one before it.
    fn person_before(&self, start: usize, end: usize) -> usize {
        let phrase = self.tokens.get(start..end).unwrap_or_default();
        let is_place =
            phrase.iter().all(|token| !token.is(Tags::PERSON) && (!token.lower.ends_with('s') || token.is_capital))
                && !phrase
                    .first()
                    .is_some_and(|first| first.lower == "the" && phrase.iter().skip(1).all(|token| token.is_capital));
        let preposition = start
            .checked_sub(1)
            .filter(|at| is_place && matches!(self.tokens[*at].lower.as_str(), "in" | "at" | "near"));
        let Some(preposition) = preposition else { return start };
        let mut from = preposition;
        while from > 0
            && self.tokens[from - 1].is_word()
            && !self.tokens[from - 1].breaks_noun_phrase()
            && !self.is_verb_token(from - 1)
        {
            from -= 1;
        }
        if from < preposition { from } else { start }
    }

    fn is_verb_token(&self, at: usize) -> bool {
        self.before.iter().any(|clause| (clause.verb.start..clause.verb.end).contains(&at))
    }

    /// Goes left from the verb over its subject.
    fn collect(&self, verb_start: usize) -> (Vec<Range<usize>>, Edge) {
        let mut pieces = Vec::new();
        let mut end = verb_start;
        let mut at = verb_start;
        // A date directly before the verb: "the court on Wednesday overturned".
        let in_participle = |index: usize| {
            let from = (0..index).rev().find(|at| !self.tokens[*at].is_word()).map_or(0, |at| at + 1);
            self.tokens[from..index].iter().any(|token| token.form.either && !token.is_capital)
        };
        if let Some(before) =
            at.checked_sub(1).filter(|index| self.tokens[*index].timex().is_some() && !in_participle(*index))
        {
            let with_preposition = before > 0 && self.tokens[before - 1].is(Tags::PREPOSITION);
            at = before - usize::from(with_preposition);
            end = at;
        }
        let verb_start = at;
        // An insertion before the verb: "the firm, based in Lyon, bought".
        if let Some(open) = self.insertion_before(verb_start) {
            end = open;
            at = open;
        }
        loop {
            let Some(index) = at.checked_sub(1) else {
                pieces.push(at..end);
                return (pieces, Edge::Open(0));
            };
            let token = &self.tokens[index];
            if let Some(clause) = self.before.iter().position(|clause| clause.verb.end == at) {
                return self.at_verb(pieces, at..end, clause);
            }
            let edge = match token.kind {
                Kind::Stop | Kind::Dash => Some(Edge::Open(at)),
                Kind::Quote => {
                    let inside = self.token(at).is_some_and(|next| next.is_quoted);
                    let outside = index > 0 && self.tokens[index - 1].is_quoted;
                    (inside || outside).then_some(Edge::Open(at))
                }
                Kind::Comma => {
                    if joins_adjectives(self.tokens, index) || self.extends_over(index) {
                        None
                    } else {
                        Some(Edge::Open(at))
                    }
                }
                Kind::Timex(_) => self.timex_edge(index),
                _ => self.word_edge(index, end),
            };
            if let Some(edge) = edge {
                let from = if let Edge::Open(start) = edge { start.max(at) } else { at };
                pieces.push(from..end);
                return (pieces, edge);
            }
            at = index;
        }
    }

    /// The scan met an earlier verb: a report verb has this clause as its complement; a relative clause without
    /// commas is part of the subject.
    fn at_verb(&self, mut pieces: Vec<Range<usize>>, rest: Range<usize>, clause: usize) -> (Vec<Range<usize>>, Edge) {
        let start = rest.start;
        let earlier = &self.before[clause];
        let head = &self.tokens[earlier.verb.head];
        if head.is(Tags::REPORT) {
            pieces.push(rest);
            return (pieces, Edge::Report(start, clause));
        }
        if let Link::Relative(marker) = earlier.link {
            let inner = &earlier.subject;
            let from = inner.first().map_or(marker, |piece| piece.start.min(marker));
            pieces.push(from..marker);
            return (pieces, Edge::Open(from));
        }
        pieces.push(rest);
        (pieces, Edge::Open(start))
    }

    /// The clause that a verb without a subject joins.
    fn partner(&self, start: usize) -> Option<usize> {
        let last = self.before.len().checked_sub(1)?;
        let clause = &self.before[last];
        let opens_after_comma = |marker: usize| marker > 0 && self.tokens[marker - 1].kind == Kind::Comma;
        let comma_before = start > 0 && self.tokens[start - 1].kind == Kind::Comma;
        match clause.link {
            Link::Relative(marker) | Link::Subordinate(marker) if opens_after_comma(marker) && comma_before => Some(
                (0..last)
                    .rev()
                    .find(|at| matches!(self.before[*at].link, Link::Main | Link::Joined(_)))
                    .unwrap_or(last),
            ),
            _ => Some(last),
        }
    }

    /// Takes adverbs, prepositional phrases and dates off the front of the subject.
    fn strip_lead(&self, pieces: &mut [Range<usize>]) {
        let Some(first) = pieces.first_mut() else { return };
        while let Some(token) = self.tokens.get(first.start).filter(|_| first.start < first.end) {
            let is_lead = token.is(Tags::ADVERB.or(Tags::CONJUNCTION))
                && !token.is(Tags::PRONOUN.or(Tags::DETERMINER).or(Tags::ADJECTIVE))
                || matches!(token.kind, Kind::Comma | Kind::Timex(_) | Kind::Quote | Kind::Sign)
                    && !self.is_matched_quote(first)
                || token.is(Tags::CONJUNCTION);
            if is_lead {
                first.start += 1;
            } else if token.lower == "according"
                || token.is(Tags::PREPOSITION) && !token.is(Tags::ADJECTIVE) && !token.is(Tags::DETERMINER)
            {
                first.start = self.after_phrase(first.start, first.end);
            } else {
                break;
            }
        }
    }

    fn is_matched_quote(&self, piece: &Range<usize>) -> bool {
        let quotes = self.tokens[piece.clone()].iter().filter(|token| token.kind == Kind::Quote).count();
        self.tokens[piece.start].kind == Kind::Quote && quotes > 1
    }

    /// One past the prepositional phrase at `start`: after its date, its comma, its names, or before the last
    /// determiner.
    fn after_phrase(&self, start: usize, end: usize) -> usize {
        let inside = start + 1..end;
        if let Some(comma) = inside.clone().find(|at| matches!(self.tokens[*at].kind, Kind::Comma | Kind::Timex(_))) {
            return comma + 1;
        }
        let mut at = start + 1;
        while at < end && (self.tokens[at].is_capital || self.tokens[at].lower == "of" && at > start + 1) {
            at += 1;
        }
        if at > start + 1 && at < end {
            return at;
        }
        inside
            .rev()
            .find(|at| {
                self.tokens[*at].is(Tags::DETERMINER.or(Tags::PRONOUN))
                    && *at > start + 1
                    && !self.tokens[*at - 1].is(Tags::PREPOSITION)
            })
            .unwrap_or(end)
    }
}

fn one(piece: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(piece).gather()
}
