//! What a headline spares before it is cut: who somebody is beside the name, and where something was said or agreed before
//! what that was.

use super::Reader;
use crate::event::clause::Clause;
use crate::event::en::Tags;
use crate::event::headline::{self, Composed, Cuts, Parts};
use crate::event::name::NameKind;
use crate::event::refer;
use crate::event::token::{Kind, TokenAt as _};
use crate::event::when;
use crate::gather::Gather;
use std::ops::Range;

/// A place stands with a subject in at most so many words: "prosecutors in The Hague".
const PLACE_WORDS: usize = 4;

impl Reader<'_, '_> {
    /// The headline of clause `index` without what can be spared inside of it, where that leaves room for more than what
    /// stands before `reach`.
    pub(super) fn spared(&self, index: usize, parts: &Parts<'_>, reach: usize) -> Option<Composed> {
        let core = headline::core(self.tokens, parts);
        if reach >= core {
            return None;
        }
        let mut left_out: Vec<Range<usize>> = parts.left_out.iter().cloned().gather();
        let text = &self.source.article.text;
        let mut last = None;
        for spare in self.spare(index, core, parts) {
            left_out.push(spare);
            let spared = Parts { left_out: &left_out, ..parts.clone() };
            let whole = Parts { rest: parts.rest.start..core, cuts: Cuts::Nothing, ..spared.clone() };
            let told = headline::compose_within(text, self.tokens, &whole, headline::MAX_HEADLINE);
            if told.is_some() {
                return told;
            }
            last = headline::compose_within(text, self.tokens, &spared, headline::MAX_HEADLINE);
        }
        last.filter(|last| last.rest.end > reach + 1)
    }

    /// What can be spared before `core`, what is missed least first.
    fn spare(&self, index: usize, core: usize, parts: &Parts<'_>) -> Vec<Range<usize>> {
        let verb = parts.verb.end;
        let mut found = self.before_complement(verb, core).into_iter().gather();
        let inside = |at: usize| (verb..core).contains(&at);
        let owner = self.clauses.get(Clause::subject_clause(self.clauses, index));
        let pieces = owner.filter(|_| parts.subject_words.is_none()).map_or(&[][..], |owner| owner.subject.as_slice());
        // "found [American student] Ana Paz guilty": what was found is missed more.
        if let Some(complement) = headline::complement(self.tokens, &parts.verb) {
            let named = self.names.iter().filter(|name| (verb..complement).contains(&name.tokens.start));
            found.extend(named.filter_map(|name| self.trade(name.tokens.start, verb)));
        }
        let in_subject = |at: usize| pieces.iter().any(|piece| piece.contains(&at));
        let people = || self.names.iter().filter(|name| name.kind == NameKind::Person);
        found.extend(people().filter(|name| inside(name.tokens.start)).filter_map(|name| self.role(name.tokens.start)));
        found.extend(
            people().filter(|name| in_subject(name.tokens.start)).filter_map(|name| self.role(name.tokens.start)),
        );
        found.extend(pieces.iter().filter_map(|piece| self.place_of(piece)));
        found
    }

    /// "the British supermodel |Naomi Campbell": what somebody is, before the name that ends its phrase.
    fn role(&self, name: usize) -> Option<Range<usize>> {
        let last = name.checked_sub(1)?;
        let start = when::noun_phrase_start(self.tokens, last, self.clauses.first()?);
        let words: Vec<usize> = (start..name).gather();
        let is_plain = words.iter().all(|at| self.tokens.at(*at).is_word());
        // "their daughter Lena": whose, is missed.
        let opens = self.tokens.is_at(start, Tags::DETERMINER) && !self.tokens.reads_at(start, "his|her|its|their");
        (opens && is_plain && words.len() > 1 && refer::is_doer(self.tokens, &words)).then_some(start..name)
    }

    /// "American student |Ana Paz": the same without an article.
    fn trade(&self, name: usize, floor: usize) -> Option<Range<usize>> {
        let last = name.checked_sub(1).filter(|last| *last >= floor && refer::is_doer(self.tokens, &[*last]))?;
        let start = when::noun_phrase_start(self.tokens, last, self.clauses.first()?).max(floor);
        let is_plain = (start..name).all(|at| self.tokens.at(at).is_word() && !self.tokens.is_at(at, Tags::DETERMINER));
        is_plain.then_some(start..name)
    }

    /// "agreed [in a restaurant in Lima] to raise the rent", "was asked [by reporters] whether he would".
    fn before_complement(&self, verb: usize, core: usize) -> Option<Range<usize>> {
        let head = self.tokens.at(verb.checked_sub(1)?);
        let opens = |at: &usize| {
            self.tokens.reads_at(*at, "that|whether|why|how")
                || self.tokens.reads_at(*at, "to")
                    && (self.tokens.at(at + 1).form.plain || headline::opens_infinitive(self.tokens, *at))
        };
        let complement = (verb + 1..core).find(opens)?;
        let is_phrase = self.tokens.is_at(verb, Tags::PREPOSITION)
            && !self.tokens.reads_at(verb, "of|for|to|on|up|out|off|over|with")
            && (verb..complement).all(|at| self.tokens.at(at).is_word() || self.tokens.at(at).timex().is_some());
        let takes = headline::takes_infinitive(head) || head.is(Tags::REPORT) || head.reads("asked|agreed|voted");
        (is_phrase && takes).then_some(verb..complement)
    }

    /// "prosecutors [in The Hague]", where a name before it says more than a trade.
    fn place_of(&self, piece: &Range<usize>) -> Option<Range<usize>> {
        let at = (piece.start + 1..piece.end).find(|at| self.tokens.reads_at(*at, "in|at|from|near"))?;
        let words = self.tokens.within(at + 1..piece.end);
        let is_place = !words.is_empty()
            && words.len() <= PLACE_WORDS
            && words.iter().all(|token| token.is_word() && (token.is_capital || token.reads("the|of")));
        let is_known = (piece.start + 1..at).any(|at| self.tokens.is_capital_at(at))
            || self.names.iter().any(|name| name.tokens.start == piece.start);
        (is_place && is_known && !self.tokens.is_kind_at(at - 1, Kind::Comma)).then_some(at..piece.end)
    }
}
