//! The subject of a finite verb: what stands to its left, insertions left out.

use crate::gather::Gather;
use std::ops::Range;

use super::{Clause, Link};
use crate::event::en::Tags;
use crate::event::token::{Kind, Token, TokenAt as _, joins_adjectives};
use crate::event::verb::{VerbGroup, contact_opener, is_contact};

/// The search for one verb's subject.
pub(super) struct Search<'a, 't> {
    pub(super) tokens: &'a [Token<'t>],
    pub(super) before: &'a [Clause],
    pub(super) verb: VerbGroup,
}

/// Participles of claims, behind which a clause stands.
const ARGUING: &str = "arguing|saying|claiming|alleging|insisting|suggesting|adding|warning|believing|stating|complaining|hoping|fearing|\
     knowing|asking|showing|announcing|declaring|meaning|demanding|conceding|noting|predicting";

/// What opens a sentence, before its "who", has at most so many words.
pub(in crate::event) const FIRST_WORDS: usize = 5;

/// What a court or an inquiry finds somebody.
pub(in crate::event) const VERDICTS: &str = "guilty|innocent|liable|negligent|responsible|unfit|fit|dead|bankrupt";

/// Pronouns that are a whole subject.
pub(in crate::event) const PERSONAL: &str = "he|she|it|they|we|i|you";

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
        // "he then helped".
        let is_then =
            |at: usize| at > 1 && self.tokens.reads_at(at - 1, "then") && self.tokens.reads_at(at - 2, PERSONAL);
        while at > 0
            && self.tokens.is_at(at - 1, Tags::ADVERB)
            && (!self.tokens.is_at(at - 1, Tags::RELATIVE.or(Tags::CONJUNCTION).or(Tags::PRONOUN)) || is_then(at))
            && self.tokens.at(at - 1).is_word()
            && !self.tokens.is_capital_at(at - 1)
        {
            at -= 1;
        }
        verb.start = at;
        let end = self.noun_phrase_end(verb.end);
        // `quoting “a report,” said Peru had left`: what follows has a verb of its own.
        let has_own = self.token(end).is_some_and(|next| next.is(Tags::BE.or(Tags::HAVE).or(Tags::MODAL)));
        if at > 0 && self.is_inverted(at) && !has_own {
            return Clause { verb, subject: one(verb.end..end), start: at, end, link: Link::Main, auxiliary: 0..0 };
        }
        if let Some(marker) = at.checked_sub(1).filter(|before| self.is_subject_relative(*before)) {
            return self.with_antecedent(verb, marker);
        }
        // "a judge who in 2011 freed them".
        if let Some(marker) = self.relative_before_date(at) {
            return self.with_antecedent(verb, marker);
        }
        // "The treaty they signed in 2014 was ratified".
        // "After the king agreed to give up his guest he fled" is no guest he fled.
        let is_led = at > 0
            && self.tokens.at(at - 1).reads(PERSONAL)
            && self.tokens.is_at(0, Tags::SUBORDINATOR)
            && self.before.iter().all(|clause| clause.link != Link::Main)
            && !self.tokens.within(0..at).iter().any(|token| token.kind == Kind::Comma);
        if is_contact(self.tokens, at) && !is_led {
            let link = Link::Relative(at - 1);
            return Clause { verb, subject: one(at - 1..at), start: at - 1, end: verb.end, link, auxiliary: 0..0 };
        }
        // "a report the city’s parliament published in 2014".
        if let Some(opener) = contact_opener(self.tokens, self.verb.head).filter(|_| !is_led && !verb.is_passive) {
            let link = Link::Relative(opener);
            return Clause { verb, subject: one(opener..at), start: opener, end: verb.end, link, auxiliary: 0..0 };
        }
        // "a tenth of what had been promised": an object of the clause around it.
        if let Some(marker) = at.checked_sub(1).filter(|before| *before > 0 && self.tokens.reads_at(*before, "what")) {
            let link = Link::Relative(marker);
            return Clause { verb, subject: one(marker..at), start: marker, end: verb.end, link, auxiliary: 0..0 };
        }
        // "the bank, which, he said, had failed": the relative word stands before the insertion.
        let relative = self
            .insertion_before(at)
            .and_then(|open| open.checked_sub(1))
            .filter(|before| self.is_subject_relative(*before) && !self.tokens.reads_at(*before, "that"));
        if let Some(marker) = relative {
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
        self.name_before_verb(&mut pieces);
        let is_bare = pieces.iter().all(|piece| piece.is_empty());
        let link = match edge {
            Edge::Subordinator(marker) => Link::Subordinate(marker),
            Edge::Relative(marker) => Link::Relative(marker),
            // "said that it had been reported and that he was ill": said both.
            Edge::Report(start, of) => {
                let is_second =
                    start > 0 && self.tokens.reads_at(start, "that") && self.tokens.is_at(start - 1, Tags::CONJUNCTION);
                match self.before.get(of).map(|report| report.link).filter(|_| is_second) {
                    Some(Link::Complement(outer)) => Link::Complement(outer),
                    _ => Link::Complement(of),
                }
            }
            _ if is_bare => self.partner(start).map_or(Link::Main, Link::Joined),
            // "said the gap was small and staff would work": both are said.
            Edge::Conjunction(marker) => self.said_before(marker).map_or(Link::Main, Link::Complement),
            Edge::Open(_) => Link::Main,
        };
        Clause { verb, subject: pieces, start, end: verb.end, link, auxiliary: 0..0 }
    }

    /// "The man whose print it was, Ruy Guez, was tried": the name, without its comma. "Spector, 69, married" is no 69.
    fn name_before_verb(&self, pieces: &mut [Range<usize>]) {
        let [piece] = pieces else { return };
        let comma = piece.start.checked_sub(1).filter(|at| *at > 1 && self.tokens.is_kind_at(*at, Kind::Comma));
        let Some(comma) = comma else { return };
        let last = piece.end - usize::from(self.tokens.is_kind_at(piece.end.saturating_sub(1), Kind::Comma));
        let is_name = last > piece.start && (piece.start..last).all(|at| self.tokens.is_capital_at(at));
        let is_age = last == piece.start + 1 && self.tokens.is_kind_at(piece.start, Kind::Number);
        if is_name {
            piece.end = last;
        } else if is_age && self.tokens.is_capital_at(comma - 1) {
            *piece = self.phrase_before(comma)..comma;
        }
    }

    /// The "who" or "which" from which only a date parts the verb at `at`.
    fn relative_before_date(&self, at: usize) -> Option<usize> {
        let date = at.checked_sub(1).filter(|date| self.tokens.at(*date).timex().is_some())?;
        let preposition = date.checked_sub(1).filter(|before| self.tokens.is_at(*before, Tags::PREPOSITION));
        let marker = preposition.unwrap_or(date).checked_sub(1)?;
        (self.tokens.reads_at(marker, "who|which|that") && self.is_subject_relative(marker)).then_some(marker)
    }

    /// The report that the clause directly before a conjunction is the complement of, where no comma parts them.
    fn said_before(&self, conjunction: usize) -> Option<usize> {
        let last = self.before.last()?;
        let is_direct = conjunction > 0 && !self.tokens.is_kind_at(conjunction - 1, Kind::Comma);
        match last.link {
            Link::Complement(of) if is_direct => Some(of),
            _ => None,
        }
    }

    /// `"…," said the minister`: the subject follows.
    fn is_inverted(&self, at: usize) -> bool {
        let head = self.tokens.at(self.verb.head);
        let before = self.tokens.at(at - 1);
        let follows_speech = matches!(before.kind, Kind::Quote | Kind::Comma)
            && (before.kind == Kind::Quote
                || at >= 2 && self.tokens.is_kind_at(at - 2, Kind::Quote)
                || self.tokens.at(at - 1).is_quoted);
        head.is(Tags::REPORT) && follows_speech
    }

    fn noun_phrase_end(&self, from: usize) -> usize {
        (from..self.tokens.len())
            .find(|at| {
                let token = self.tokens.at(*at);
                matches!(token.kind, Kind::Comma | Kind::Stop | Kind::Dash | Kind::Quote | Kind::Timex(_) | Kind::Sign)
                    || token.breaks_noun_phrase() && !token.reads("of")
            })
            .unwrap_or(self.tokens.len())
    }

    /// One past the date that a stretch begins with, where more follows.
    fn after_date(&self, stretch: Range<usize>) -> usize {
        let is_date = |at: usize| self.tokens.at(at).timex().is_some();
        let has_preposition = self.tokens.is_at(stretch.start, Tags::PREPOSITION);
        let date = stretch.start + usize::from(has_preposition);
        if is_date(date) && date + 1 < stretch.end { date + 1 } else { stretch.start }
    }

    pub(super) fn is_verb_token(&self, at: usize) -> bool {
        self.before.iter().any(|clause| (clause.verb.start..clause.verb.end).contains(&at))
    }

    /// Goes left from the verb over its subject.
    fn collect(&self, verb_start: usize) -> (Vec<Range<usize>>, Edge) {
        let mut pieces = Vec::new();
        let mut end = verb_start;
        let mut at = verb_start;
        // A date directly before the verb: "the court on Wednesday overturned".
        let in_participle = |index: usize| {
            let from = (0..index).rev().find(|at| !self.tokens.at(*at).is_word()).map_or(0, |at| at + 1);
            (from..index).any(|at| {
                let token = self.tokens.at(at);
                token.form.either && !token.is_capital && !self.is_verb_token(at)
            })
        };
        if let Some(before) = at.checked_sub(1).filter(|index| {
            // "the most recent stretched": the date is the subject's head.
            let describes = index.checked_sub(1).is_some_and(|at| self.tokens.is_at(at, Tags::SUPERLATIVE));
            self.tokens.at(*index).timex().is_some() && !describes && !in_participle(*index)
        }) {
            let with_preposition = before > 0 && self.tokens.is_at(before - 1, Tags::PREPOSITION);
            at = before - usize::from(with_preposition);
            end = at;
        }
        let verb_start = at;
        // An insertion before the verb: "the firm, based in Lyon, bought".
        if let Some(open) = self.insertion_before(verb_start) {
            let open = self.opening_of(open);
            end = open;
            at = open;
        }
        // "his save yesterday, getting up from the sand, was".
        if at < verb_start && at > 1 && self.tokens.at(at - 1).timex().is_some() && self.tokens.at(at - 2).is_word() {
            let with_preposition = self.tokens.is_at(at - 2, Tags::PREPOSITION);
            end = at - 1 - usize::from(with_preposition);
            at = end;
        }
        loop {
            let Some(index) = at.checked_sub(1) else {
                pieces.push(at..end);
                return (pieces, Edge::Open(0));
            };
            let token = self.tokens.at(index);
            if let Some(clause) = self.before.iter().position(|clause| clause.verb.end == at) {
                // "when the papers reported he would go": what they reported.
                if let Some(comma) = self.aside(clause).filter(|_| at == end) {
                    // "Vega, who lived in Lima until 1989, when the war began, said": Vega.
                    end = comma;
                    at = comma;
                    continue;
                }
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
                    let outside = index > 0 && self.tokens.at(index - 1).is_quoted;
                    (inside || outside).then_some(Edge::Open(at))
                }
                Kind::Comma => {
                    let is_pronoun = self
                        .tokens
                        .get(at..end)
                        .is_some_and(|stretch| matches!(stretch, [only] if only.reads(PERSONAL)));
                    // "Storr, 59, the head of the council, was": Storr, whatever describes him.
                    let is_age = index > 2
                        && self.tokens.is_kind_at(index - 1, Kind::Number)
                        && self.tokens.is_kind_at(index - 2, Kind::Comma)
                        && self.tokens.is_capital_at(index - 3);
                    if is_age && self.tokens.is_kind_at(end, Kind::Comma) {
                        end = index - 2;
                        at = end;
                        continue;
                    }
                    if is_pronoun {
                        Some(Edge::Open(at))
                    } else if joins_adjectives(self.tokens, index) || self.extends_over(index) {
                        None
                    } else {
                        Some(Edge::Open(at))
                    }
                }
                Kind::Timex(_) => self.timex_edge(index, end),
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
        let head = self.tokens.at(earlier.verb.head);
        // "who found it, in 2006, has been": an object.
        let is_object = rest.len() == 1
            && self.tokens.reads_at(start, "it|him|her|them|us|me|you")
            && self.tokens.is_kind_at(rest.end, Kind::Comma)
            && matches!(earlier.link, Link::Relative(_));
        // "The judge who announced the result, Tom Lind, was charged": the result is what was announced.
        // "The dog that found the body, a spaniel, was": the same, with the insertion taken out.
        let is_closed = self.tokens.is_kind_at(rest.end - 1, Kind::Comma)
            || self.tokens.is_kind_at(rest.end, Kind::Comma)
                && self
                    .before
                    .iter()
                    .all(|clause| matches!(clause.link, Link::Relative(marker) if marker <= FIRST_WORDS));
        let is_named = matches!(earlier.link, Link::Relative(_))
            && !head.reads("said|says|told|tells")
            && is_closed
            && self.tokens.is_at(start, Tags::DETERMINER);
        if head.is(Tags::REPORT) && self.may_tell(earlier) && !is_object && !is_named {
            // "announced on Friday it would": the day is that of the announcement.
            let start = self.after_date(rest.clone());
            let start = if head.reads("told") { self.after_addressee(start..rest.end) } else { start };
            pieces.push(start..rest.end);
            return (pieces, Edge::Report(start, clause));
        }
        // "filed a brief arguing the agency cannot": what the brief argues.
        let argues = (rest.start..rest.end.saturating_sub(1)).rev().find(|at| {
            let next = self.tokens.at(at + 1);
            let opens = next.is(Tags::DETERMINER.or(Tags::PRONOUN)) || next.is_capital;
            self.tokens.at(*at).form.gerund && opens && self.tokens.at(*at).reads(ARGUING)
        });
        if let Some(gerund) = argues.filter(|gerund| *gerund > rest.start) {
            pieces.push(gerund + 1..rest.end);
            return (pieces, Edge::Relative(gerund));
        }
        if let Some(contact) = self.contact_clause(rest.clone(), clause) {
            pieces.push(contact..rest.end);
            return (pieces, Edge::Relative(contact));
        }
        // "men who stormed a bank and took the money will": of the men.
        let relative = &self.before[Clause::subject_clause(self.before, clause)];
        if let Link::Relative(marker) = relative.link {
            let inner = &relative.subject;
            let from = inner.first().map_or(marker, |piece| piece.start.min(marker));
            // "The owners of the mine that closed in 1998 were fined": all of them.
            let of = from.checked_sub(1).filter(|of| *of > 0 && self.tokens.reads_at(*of, "of"));
            let from = of.map_or(from, |of| self.phrase_before(of));
            pieces.push(from..marker);
            return (pieces, Edge::Open(from));
        }
        pieces.push(rest);
        (pieces, Edge::Open(start))
    }
}

pub(super) fn one(piece: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(piece).gather()
}
