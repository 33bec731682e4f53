//! Cuts a sentence into clauses, verb by verb: each finite verb looks left for its subject and right for the rest.
//!
//! The cut is made at subordinators, relative pronouns, conjunctions with a verb of their own and at report verbs;
//! what stands between two commas or dashes before a verb is an insertion, and no part of the subject's core.

use std::ops::Range;

use super::en::Tags;
use super::token::{Kind, Token};
use super::verb::{Tense, VerbGroup};

/// How a clause hangs in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// A main clause.
    Main,
    /// After a subordinator, whose token this is.
    Subordinate(usize),
    /// After a relative word, whose token this is.
    Relative(usize),
    /// What a report verb says: the clause of that verb.
    Complement(usize),
    /// Joined to an earlier clause, whose subject it shares.
    Joined(usize),
}

/// A finite verb with what belongs to it.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// The verb.
    pub(super) verb: VerbGroup,
    /// Tokens of the subject, insertions left out; empty where it has none of its own.
    pub(super) subject: Vec<Range<usize>>,
    /// First token, marker included.
    pub(super) start: usize,
    /// One past the last token after the verb.
    pub(super) end: usize,
    /// How it hangs in the sentence.
    pub(super) link: Link,
    /// The auxiliary it takes over from the verb it is joined to: "was arrested and convicted"; else empty.
    pub(super) auxiliary: Range<usize>,
}

impl Clause {
    /// The clause whose subject this one takes, itself where it has one.
    pub(super) fn subject_clause(clauses: &[Self], mut index: usize) -> usize {
        while let Some(Self { link: Link::Joined(of), .. }) = clauses.get(index) {
            if *of >= index {
                break;
            }
            index = *of;
        }
        index
    }
}

/// The clauses of a sentence, in the order of their verbs.
pub(super) fn clauses(tokens: &[Token<'_>], verbs: &[VerbGroup]) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    for verb in verbs {
        let mut clause = Search { tokens, before: &found, verb: *verb }.clause();
        share_auxiliary(tokens, &found, &mut clause);
        found.push(clause);
    }
    set_ends(tokens, &mut found);
    found
}

/// The search for one verb's subject.
struct Search<'a, 't> {
    tokens: &'a [Token<'t>],
    before: &'a [Clause],
    verb: VerbGroup,
}

/// Where the scan to the left came to rest.
enum Edge {
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
    fn token(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    fn clause(&self) -> Clause {
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
                || token.timex().is_some() && is_modifier;
            if !takes_prefix {
                break;
            }
            start -= 1;
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
                    if self.extends_over(index) {
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

    /// The token where an insertion that closes directly before the verb opens.
    fn insertion_before(&self, verb_start: usize) -> Option<usize> {
        let close = verb_start.checked_sub(1)?;
        let kind = self.tokens[close].kind;
        if kind == Kind::Dash {
            return (0..close).rev().find(|at| self.tokens[*at].kind == Kind::Dash);
        }
        if kind != Kind::Comma {
            return None;
        }
        let name_only =
            |open: usize| self.tokens[open + 1..close].iter().all(|token| token.is_capital && token.is_word());
        let mut nearest = None;
        for open in (1..close).rev().filter(|at| self.tokens[*at].kind == Kind::Comma) {
            let first = &self.tokens[open + 1];
            let has_verb = self.before.iter().any(|clause| (open..close).contains(&clause.verb.start));
            if first.is(Tags::RELATIVE) || (first.is(Tags::SUBORDINATOR) && has_verb) {
                return Some(open);
            }
            if has_verb || nearest.is_none() && open + 1 < close && name_only(open) {
                // "the mayor, Ana Rojas, opened": the name is part of the subject.
                break;
            }
            // A list of names may go on to the left; any other phrase is the whole insertion.
            let may_be_listed = first.is_capital || first.is(Tags::DETERMINER.or(Tags::CONJUNCTION));
            if !may_be_listed {
                return Some(nearest.filter(|_| !first.is(Tags::PREPOSITION)).unwrap_or(open));
            }
            nearest = nearest.or((!first.is(Tags::CONJUNCTION)).then_some(open));
        }
        nearest
    }

    /// Whether the subject goes on to the left of a comma: a list, or a phrase with its apposition.
    fn extends_over(&self, comma: usize) -> bool {
        let from = (0..comma)
            .rev()
            .find(|at| {
                matches!(self.tokens[*at].kind, Kind::Comma | Kind::Stop | Kind::Dash | Kind::Quote)
                    || self.before.iter().any(|clause| clause.verb.end == *at + 1)
            })
            .map_or(0, |at| at + 1);
        let segment = self.tokens.get(from..comma).unwrap_or_default();
        let Some(first) = segment.first() else { return false };
        let opens_badly = first.is(Tags::PREPOSITION.or(Tags::SUBORDINATOR).or(Tags::RELATIVE).or(Tags::CONJUNCTION))
            && !first.is(Tags::DETERMINER)
            || first.form.gerund
            || first.form.either
            || first.timex().is_some()
            || segment.iter().all(|token| token.is(Tags::ADVERB) || token.timex().is_some());
        let has_verb = self.before.iter().any(|clause| (from..comma).contains(&clause.verb.start));
        let is_object = from > 0
            && self.before.iter().any(|clause| clause.verb.end == from)
            && !self
                .before
                .iter()
                .any(|clause| clause.verb.end == from && self.tokens[clause.verb.head].is(Tags::REPORT));
        let has_name_or_noun = segment.iter().any(|token| token.is_word() && !token.is(Tags::ADVERB));
        !opens_badly
            && !has_verb
            && !is_object
            && has_name_or_noun
            && segment.iter().all(|token| token.timex().is_none())
    }

    /// "the 1979 invasion" keeps its date inside; "On Tuesday the envoy" does not.
    fn timex_edge(&self, index: usize) -> Option<Edge> {
        let before = index.checked_sub(1).and_then(|at| self.token(at));
        let inside = before.is_some_and(|token| {
            token.is(Tags::DETERMINER.or(Tags::ADJECTIVE))
                || token.is_possessive
                || (token.is_word() && !token.breaks_noun_phrase() && !token.is(Tags::ADVERB))
        });
        if inside {
            return None;
        }
        let Some(preposition) = index.checked_sub(1).filter(|at| self.tokens[*at].is(Tags::PREPOSITION)) else {
            return Some(Edge::Open(index + 1));
        };
        let opener = preposition.checked_sub(1).and_then(|at| self.token(at));
        let leads =
            opener.is_none_or(|token| !matches!(token.kind, Kind::Word | Kind::Number) || token.breaks_noun_phrase());
        leads.then_some(Edge::Open(index + 1))
    }

    fn word_edge(&self, index: usize, end: usize) -> Option<Edge> {
        let token = &self.tokens[index];
        if index + 1 >= end {
            // Directly before the verb nothing but a conjunction ends the scan.
            return token.is(Tags::CONJUNCTION).then_some(Edge::Conjunction(index));
        }
        let lowercase_or_first = !token.is_capital || index == 0;
        if token.lower == "that" && lowercase_or_first {
            return self.that_edge(index);
        }
        if token.is(Tags::RELATIVE) && lowercase_or_first && token.lower != "that" {
            let with_preposition = index > 0 && self.tokens[index - 1].is(Tags::PREPOSITION);
            return Some(Edge::Relative(if with_preposition { index - 1 } else { index }));
        }
        if token.is(Tags::SUBORDINATOR) && lowercase_or_first && self.subordinates(index) {
            if let Some(second) = self.second_phrase(index + 1, end).filter(|_| token.is(Tags::PREPOSITION)) {
                return Some(Edge::Open(second));
            }
            return Some(Edge::Subordinator(index));
        }
        if token.is(Tags::CONJUNCTION) && lowercase_or_first && self.joins_sentences(index) {
            return Some(Edge::Conjunction(index));
        }
        None
    }

    fn that_edge(&self, index: usize) -> Option<Edge> {
        if index > 0 && self.tokens[index - 1].is(Tags::PREPOSITION.or(Tags::SUBORDINATOR)) {
            // "after that flood": a determiner.
            return None;
        }
        let clause = self.before.iter().rposition(|clause| {
            clause.verb.end <= index
                && self.tokens[clause.verb.head].is(Tags::REPORT)
                && !self.tokens[clause.verb.end..index].iter().any(|token| token.kind == Kind::Stop)
        });
        if let Some(clause) = clause {
            return Some(Edge::Report(index, clause));
        }
        let after_noun = index > 0 && self.tokens[index - 1].is_word() && !self.tokens[index - 1].breaks_noun_phrase();
        after_noun.then_some(Edge::Relative(index))
    }

    /// "after rockets hit" against "the talks after the war failed": a preposition where the words to its left would
    /// be left without a verb.
    fn subordinates(&self, index: usize) -> bool {
        let token = &self.tokens[index];
        if !token.is(Tags::PREPOSITION) {
            return true;
        }
        let Some(before) = index.checked_sub(1).map(|at| &self.tokens[at]) else {
            return true;
        };
        // "four years after the group seized power".
        if before.kind == Kind::Comma
            || before.kind == Kind::Dash
            || before.timex().is_some()
            || before.is(Tags::TIME_NOUN)
        {
            return true;
        }
        let from = (0..index)
            .rev()
            .find(|at| matches!(self.tokens[*at].kind, Kind::Comma | Kind::Stop | Kind::Dash))
            .map_or(0, |at| at + 1);
        self.before.iter().any(|clause| (from..index).contains(&clause.verb.start))
    }

    /// Where a second noun phrase begins: "after that flood | the country adopted", "after the war | Peru left".
    fn second_phrase(&self, from: usize, to: usize) -> Option<usize> {
        (from + 1..to).find(|at| {
            let (before, token) = (&self.tokens[*at - 1], &self.tokens[*at]);
            let after_noun = before.is_word()
                && !before.is_capital
                && !before.breaks_noun_phrase()
                && !before.is(Tags::DETERMINER.or(Tags::ADJECTIVE).or(Tags::ADVERB).or(Tags::PERSON).or(Tags::GROUP))
                && !before.is_possessive;
            let opens = token.is(Tags::DETERMINER.or(Tags::PRONOUN)) && !token.is(Tags::RELATIVE)
                || token.is_capital && token.is_word();
            after_noun && opens
        })
    }

    /// Whether a conjunction joins two sentences rather than two noun phrases.
    fn joins_sentences(&self, index: usize) -> bool {
        let Some(last) = self.before.last() else { return index == 0 };
        if last.verb.end > index {
            return false;
        }
        let between = self.tokens.get(last.verb.end..index).unwrap_or_default();
        let commas = between.iter().filter(|token| token.kind == Kind::Comma).count();
        let after_comma = between.last().is_some_and(|token| token.kind == Kind::Comma);
        if after_comma {
            return commas < 2 || between.iter().any(|token| token.timex().is_some() || token.is(Tags::PREPOSITION));
        }
        let is_report = self.tokens[last.verb.head].is(Tags::REPORT);
        let has_that = between.iter().any(|token| token.lower == "that");
        let names_only = between.iter().all(|token| token.is_capital || token.is(Tags::DETERMINER));
        commas == 0 && !has_that && !(is_report && names_only)
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
            } else if token.is(Tags::PREPOSITION) && !token.is(Tags::ADJECTIVE) && !token.is(Tags::DETERMINER) {
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

/// "was arrested in May and convicted in June": a participle that is joined to a passive and has no object takes over
/// its auxiliary, and with it its tense; "was hired in May and moved to Lima" and "and sold the mill" are active.
fn share_auxiliary(tokens: &[Token<'_>], before: &[Clause], clause: &mut Clause) {
    let Link::Joined(of) = clause.link else { return };
    let Some(first) = before.get(of).filter(|first| first.verb.is_passive && !first.verb.is_negated) else { return };
    let verb = clause.verb;
    let is_bare = !verb.is_passive
        && tokens.get(verb.start..verb.head).unwrap_or_default().iter().all(|token| token.is(Tags::ADVERB))
        && tokens.get(verb.head).is_some_and(|token| token.form.either && token.is(Tags::TRANSITIVE));
    let has_object = tokens.get(verb.end).is_some_and(|next| {
        next.is(Tags::DETERMINER.or(Tags::PRONOUN))
            || next.is_capital
            || next.is_possessive
            || next.kind == Kind::Number
    });
    if is_bare && !has_object {
        clause.auxiliary =
            if first.auxiliary.is_empty() { first.verb.start..first.verb.head } else { first.auxiliary.clone() };
        clause.verb.tense = first.verb.tense;
        clause.verb.is_passive = true;
    }
}

fn one(piece: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(piece).collect()
}

/// A clause runs to the next one that begins behind its verb, or to where the insertion it stands in closes.
fn set_ends(tokens: &[Token<'_>], clauses: &mut [Clause]) {
    for index in 0..clauses.len() {
        let verb = clauses[index].verb;
        let mut end = clauses[index].end.max(tokens.len());
        for later in clauses.iter().skip(index + 1).filter(|later| !is_embedded(tokens, later)) {
            let has_marker = !matches!(later.link, Link::Main | Link::Joined(_));
            let opens = if has_marker || tokens.get(later.start).is_some_and(|token| token.is(Tags::CONJUNCTION)) {
                later.start
            } else {
                with_lead(tokens, later.start, verb.end)
            };
            let limit = if later.start >= verb.end { opens } else { later.verb.start };
            end = end.min(limit.max(verb.end));
        }
        let trimmed = tokens
            .get(verb.end..end)
            .unwrap_or_default()
            .iter()
            .rposition(|token| {
                !(matches!(token.kind, Kind::Comma | Kind::Dash | Kind::Stop)
                    || token.is(Tags::CONJUNCTION)
                    || token.text == ".")
            })
            .map_or(verb.end, |last| verb.end + last + 1);
        clauses[index].end = without_lag(tokens, verb.end, trimmed);
    }
}

/// "…, four years after the group fell": the length at the end belongs to what follows.
fn without_lag(tokens: &[Token<'_>], floor: usize, end: usize) -> usize {
    let Some(last) = end.checked_sub(1).filter(|last| *last > floor) else { return end };
    let is_lag = tokens[last].timex().is_some()
        && tokens.get(end).is_some_and(|next| next.is(Tags::SUBORDINATOR))
        && !tokens[last - 1].is(Tags::PREPOSITION);
    let comma = usize::from(is_lag && tokens[last - 1].kind == Kind::Comma);
    if is_lag { last - comma } else { end }
}

/// "how the matter is handled": a clause that is the object of another.
fn is_embedded(tokens: &[Token<'_>], clause: &Clause) -> bool {
    let Link::Relative(marker) = clause.link else { return false };
    tokens
        .get(marker..=marker + 1)
        .unwrap_or_default()
        .iter()
        .any(|token| matches!(token.lower.as_str(), "how" | "why" | "what"))
}

/// Where a clause's leading phrase begins, such as "in 2020," before its subject; never before `floor`.
fn with_lead(tokens: &[Token<'_>], start: usize, floor: usize) -> usize {
    let mut at = start;
    let mut lead = at - usize::from(at > floor && tokens[at - 1].kind == Kind::Comma);
    if lead > floor && tokens[lead - 1].timex().is_some() {
        lead -= 1;
        if lead > floor && tokens[lead - 1].is(Tags::PREPOSITION) {
            lead -= 1;
        }
        let opens = lead > floor && (tokens[lead - 1].kind == Kind::Comma || tokens[lead - 1].is(Tags::CONJUNCTION));
        if opens {
            at = lead;
        }
    }
    if at > floor && tokens[at - 1].is(Tags::CONJUNCTION) {
        at -= 1;
    }
    at
}

/// Whether a clause tells what may be, not what was: in an "if" clause, or with a modal of possibility.
pub(super) fn is_conditional(tokens: &[Token<'_>], clause: &Clause) -> bool {
    let marker = if let Link::Subordinate(marker) = clause.link { tokens.get(marker) } else { None };
    clause.verb.tense == Tense::Possible
        || marker.is_some_and(|token| matches!(token.lower.as_str(), "if" | "unless" | "whether" | "once" | "lest"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::en::Lexicon;
    use crate::event::token::tokens;
    use crate::event::verb::verb_groups;
    use crate::text::TextSpan;

    /// Each clause as "subject | verb | rest".
    fn read(text: &str) -> Vec<String> {
        let lexicon = Lexicon::new();
        let mut dates = Vec::new();
        for date in ["1992", "2020", "the 1990s", "Tuesday", "2001", "1996", "1979", "May 12"] {
            dates.extend(text.find(date).map(|at| TextSpan::new(at, at + date.len())));
        }
        dates.sort();
        let dates: Vec<_> = dates.into_iter().enumerate().collect();
        let found = tokens(text, TextSpan::new(0, text.len()), &dates, &lexicon);
        let groups = verb_groups(&found);
        let all = clauses(&found, &groups);
        let words = |range: Range<usize>| found[range].iter().map(|token| token.text).collect::<Vec<_>>().join(" ");
        (0..all.len())
            .map(|index| {
                let clause = &all[index];
                let owner = &all[Clause::subject_clause(&all, index)];
                let subject: Vec<_> = owner.subject.iter().cloned().map(words).collect();
                format!(
                    "{} | {} | {}",
                    subject.join(" "),
                    words(clause.verb.start..clause.verb.end),
                    words(clause.verb.end..clause.end)
                )
            })
            .collect()
    }

    #[test]
    fn a_leading_date_and_an_inner_clause_leave_the_subject_alone() {
        assert_eq!(
            read("In 1992, after shells fired by rebels hit the bank in Lima, Peru closed its mint."),
            ["shells fired by rebels | hit | the bank in Lima", "Peru | closed | its mint"]
        );
    }

    #[test]
    fn insertions_between_commas_are_no_part_of_the_subject() {
        assert_eq!(
            read(
                "The ousted leader, Juan Vega, who had been hiding in a villa since 1992, was shot by guards in 1996."
            ),
            [
                "Juan Vega | had been hiding | in a villa since 1992",
                "The ousted leader , Juan Vega | was shot | by guards in 1996"
            ]
        );
        assert_eq!(
            read("Then, in 2001, armed men, loyal to the general, seized two ships and sailed into the bay."),
            ["armed men | seized | two ships", "armed men | sailed | into the bay"]
        );
    }

    #[test]
    fn joined_verbs_share_a_subject() {
        assert_eq!(
            read("Chile let US crews use its port in 2001, and in 2020 held joint drills with them."),
            ["Chile | let | US crews use its port in 2001", "Chile | held | joint drills with them"]
        );
    }

    #[test]
    fn relative_clauses_after_a_date_have_their_own_subject() {
        assert_eq!(
            read("The clan ruled the coast until 2001, when the raids carried out by its ally prompted a big war."),
            ["The clan | ruled | the coast until 2001", "the raids carried out by its ally | prompted | a big war"]
        );
    }

    #[test]
    fn what_a_relative_clause_tells_of_keeps_its_modifiers() {
        assert_eq!(
            read("Peru paid its share, ending a hiring freeze that began in 1992."),
            ["Peru | paid | its share , ending a hiring freeze", "a hiring freeze | began | in 1992"]
        );
        assert_eq!(
            read("Chile left after losing a war that began in 1979."),
            ["Chile | left | after losing a war", "a war | began | in 1979"]
        );
    }

    #[test]
    fn reports_have_their_complement_as_a_clause() {
        assert_eq!(
            read("The ministry said on Tuesday that the envoy met the king and praised him."),
            ["The ministry | said | on Tuesday", "the envoy | met | the king", "the envoy | praised | him"]
        );
        assert_eq!(read("Police said two men died."), ["Police | said | ", "two men | died | "]);
    }

    #[test]
    fn a_participle_without_an_object_takes_over_the_auxiliary() {
        let shared = |text: &str| {
            let found = tokens(text, TextSpan::new(0, text.len()), &[], &Lexicon::new());
            clauses(&found, &verb_groups(&found))
                .into_iter()
                .map(|clause| found[clause.auxiliary].iter().map(|token| token.text).collect::<Vec<_>>().join(" "))
                .collect::<Vec<_>>()
        };
        assert_eq!(shared("The clerk had been charged on Friday and jailed for life."), ["", "had been"]);
        assert_eq!(shared("The mill was closed on Friday and moved to Lima."), ["", ""]);
        assert_eq!(shared("The judge was elected on Friday and sentenced the clerk."), ["", ""]);
    }

    #[test]
    fn lists_of_names_are_one_subject() {
        assert_eq!(
            read("Peru, Chile, and Cuba, all members of the pact, are preparing a vote."),
            ["Peru , Chile , and Cuba | are preparing | a vote"]
        );
    }
}
