//! What a row of objects with dates tells of one verb: "Norland joined the union in 2004, the euro in 2009 and the pact in
//! 2017". Each object behind the first has the date behind it, and the verb of all.

use super::Reader;
use super::told::Told;
use crate::event::candidate::{Candidate, Standing};
use crate::event::clause::Clause;
use crate::event::en::Tags;
use crate::event::refer::Reading;
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::event::verb::Tense;
use crate::event::when;
use crate::gather::Gather;
use std::ops::Range;

/// Longest object of a row.
const OBJECT_WORDS: usize = 8;

/// Told as well as a clause of its own, and less directly.
const QUALITY: i32 = 78;

impl Reader<'_, '_> {
    /// What clause `index` tells of the object before the date at `token`, where another object and its date stand before
    /// that.
    pub(super) fn gapped(&self, index: usize, token: usize, timex: usize) -> Option<Candidate> {
        let (resolved, date) = self.past_date(timex)?;
        let clause = self.clauses.get(index)?;
        let end = when::phrase(self.tokens, token).start;
        let floor = clause.verb.end.max(end.saturating_sub(OBJECT_WORDS));
        let joins = |at: usize| self.tokens.is_kind_at(at, Kind::Comma) || self.tokens.reads_at(at, "and");
        let before = (floor..end).rev().find(|at| self.tokens.at(*at).timex().is_some())?;
        let start = (before + 1..end).find(|at| !joins(*at)).filter(|start| *start > before + 1)?;
        self.past_date(self.tokens.at(before).timex()?)?;
        // The same shape as the first object, right behind the verb.
        let (own, first) = (self.tokens.at(start), self.tokens.at(clause.verb.end));
        let opens = |token: &Token<'_>| token.is(Tags::DETERMINER) || token.is_capital;
        let is_alike = opens(own) && opens(first) || own.is(Tags::PREPOSITION) && own.lower == first.lower;
        let is_plain = |at: usize| {
            let token = self.tokens.at(at);
            token.is_word() && (!token.breaks_noun_phrase() || at == start || token.reads("of"))
                || token.kind == Kind::Number
        };
        // "in 2004, the firm said in 2009" has a verb of its own.
        let has_verb = self.clauses.iter().any(|other| (start..token).contains(&other.verb.start));
        let told = clause.verb.tense == Tense::Past && !clause.verb.is_negated && !clause.verb.is_copula;
        // "a mill in 2004, a second in 2009": of what, stands before.
        let is_open = self.tokens.is_at(end - 1, Tags::DETERMINER.or(Tags::ADJECTIVE));
        if !told || !is_alike || is_open || has_verb || !(start..end).all(is_plain) || end != token - 1 {
            return None;
        }
        let owner = Clause::subject_clause(self.clauses, index);
        let subject = self.subject(index);
        let words = self.subject_words(owner);
        if words.is_empty() || !matches!(subject.reading, Reading::Plain | Reading::Replaced) {
            return None;
        }
        let verb = self.words(clause.verb.start..clause.verb.end);
        let headline = self.headline_of_deed(&words, &verb, start..end)?;
        let own = self.clauses.get(owner)?.subject.iter().cloned();
        let pieces: Vec<Range<usize>> = own.chain([clause.verb.start..clause.verb.end, start..end]).gather();
        let told = Told::new(headline, QUALITY, subject);
        let candidate = self.candidate_of_deed(index, &pieces, told, Standing::Dated, &verb);
        Some(Self::told_plainly(candidate, resolved, date))
    }
}
