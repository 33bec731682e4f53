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

/// Pronouns that are a whole subject.
const PERSONAL: &[&str] = &["he", "she", "it", "they", "we", "i", "you"];

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
        let end = self.before_apposition(marker, end);
        let mut start = end;
        // "to find out who broke in": a question, whose answer nobody has.
        let is_question = end >= 2 && self.tokens[end - 1].form.plain && self.tokens[end - 2].lower == "to";
        while start > 0 && !is_question {
            let token = &self.tokens[start - 1];
            // "the Court for Norland, which": one name.
            let in_name = token.lower == "for"
                && self.tokens.get(start).is_some_and(|next| next.is_capital)
                && start >= 2
                && self.tokens[start - 2].is_capital;
            let is_of = token.lower == "of" || in_name;
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
            // "to eventually replace the carrier, which": the carrier.
            let is_infinitive = token.form.plain
                && !is_modifier
                && (start >= 2 && self.tokens[start - 2].lower == "to"
                    || start >= 3 && self.tokens[start - 2].is(Tags::ADVERB) && self.tokens[start - 3].lower == "to");
            if !takes_prefix || is_infinitive {
                break;
            }
            start -= 1;
        }
        if self.tokens[marker].lower == "which" {
            start = self.thing_after(start, end);
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

    /// "Juan Vega, still a force in politics, who hopes": the name before the phrase that describes it.
    fn before_apposition(&self, marker: usize, end: usize) -> usize {
        let is_comma = |at: usize| self.tokens[at].kind == Kind::Comma;
        if self.tokens[marker].lower != "who" || end == marker {
            return end;
        }
        let Some(open) = (1..end).rev().find(|at| is_comma(*at)) else { return end };
        let describes = self.tokens[open + 1..end]
            .iter()
            .find(|token| !token.is(Tags::ADVERB))
            .is_some_and(|first| matches!(first.lower.as_str(), "a" | "an" | "the") && !first.is_capital);
        let plain = !self.before.iter().any(|clause| (open..end).contains(&clause.verb.start));
        if describes && plain && self.tokens[open - 1].is_capital { open } else { end }
    }

    /// "the head of Arden Motors, which went bankrupt": not the head, but the firm.
    fn thing_after(&self, start: usize, end: usize) -> usize {
        let of = (start..end).find(|at| self.tokens[*at].lower == "of");
        let is_person = |of: usize| {
            (start..of)
                .any(|at| self.tokens[at].is(Tags::PERSON) || matches!(self.tokens[at].lower.as_str(), "head" | "boss"))
        };
        of.filter(|of| is_person(*of) && of + 1 < end).map_or(start, |of| of + 1)
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

    /// One past the date that a stretch begins with, where more follows.
    fn after_date(&self, stretch: Range<usize>) -> usize {
        let is_date = |at: usize| self.tokens.get(at).is_some_and(|token| token.timex().is_some());
        let has_preposition = self.tokens.get(stretch.start).is_some_and(|token| token.is(Tags::PREPOSITION));
        let date = stretch.start + usize::from(has_preposition);
        if is_date(date) && date + 1 < stretch.end { date + 1 } else { stretch.start }
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
                if let Some(marker) = self.content_clause(clause) {
                    // "the news that the bank had failed shook the town": the news.
                    end = marker;
                    at = marker;
                    continue;
                }
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
                    let is_pronoun = self
                        .tokens
                        .get(at..end)
                        .is_some_and(|stretch| matches!(stretch, [only] if PERSONAL.contains(&only.lower.as_str())));
                    if is_pronoun {
                        Some(Edge::Open(at))
                    } else if joins_adjectives(self.tokens, index) || self.extends_over(index) {
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

    /// The marker of a relative clause with a subject of its own, which is part of the noun phrase before it.
    fn content_clause(&self, clause: usize) -> Option<usize> {
        let inner = self.before.get(clause)?;
        let Link::Relative(marker) = inner.link else { return None };
        let is_that = self.tokens.get(marker).is_some_and(|token| token.lower == "that");
        let has_own = inner.subject.iter().any(|piece| !piece.is_empty() && piece.start > marker);
        (is_that && has_own && marker > 0).then_some(marker)
    }

    /// The scan met an earlier verb: a report verb has this clause as its complement; a relative clause without
    /// commas is part of the subject.
    fn at_verb(&self, mut pieces: Vec<Range<usize>>, rest: Range<usize>, clause: usize) -> (Vec<Range<usize>>, Edge) {
        let start = rest.start;
        let earlier = &self.before[clause];
        let head = &self.tokens[earlier.verb.head];
        if head.is(Tags::REPORT) {
            // "announced on Friday it would": the day is that of the announcement.
            let start = self.after_date(rest.clone());
            pieces.push(start..rest.end);
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
