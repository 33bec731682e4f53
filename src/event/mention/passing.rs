//! Dates of which no headline tells: "a memo written in October 2013", "the settlement of 2015". What stands around such
//! a date may be told elsewhere, and is then one more source of it.

use super::Reader;
use super::made::key;
use super::told::Told;
use crate::event::candidate::{Candidate, Standing};
use crate::event::en::Tags;
use crate::event::model::{HeadlineBasis, Status};
use crate::event::refer::Subject;
use crate::event::token::{Kind, TokenAt as _};
use crate::event::verb::Tense;
use crate::event::when::phrase;
use crate::gather::Gather;
use std::ops::Range;

impl Reader<'_, '_> {
    /// Adds what is told in passing: each past date that none of `found` has, with the words around it.
    pub(super) fn add_passing(&self, found: &mut Vec<Candidate>) {
        for (at, index) in self.tokens.iter().enumerate().filter_map(|(at, token)| Some((at, token.timex()?))) {
            let is_told = |span| found.iter().any(|candidate| candidate.expression == Some(span));
            if self.timex(index).is_some_and(|timex| !is_told(timex.span)) {
                found.extend(self.passing(at, index));
            }
        }
    }

    fn passing(&self, at: usize, index: usize) -> Option<Candidate> {
        let timex = self.timex(index)?;
        let date = timex.date.filter(|date| !self.is_after_publication(*date))?;
        let clause = self.clause_of(at)?;
        // "…, she said on Tuesday": when it was said.
        let verb = self.clauses.get(clause)?.verb;
        // The ferry is to run from 5.30 a.m.: on no day that is known.
        if timex.says_hour_alone() && verb.tense != Tense::Past {
            return None;
        }
        if self.tokens.is_at(verb.head, Tags::REPORT) && phrase(self.tokens, at).start.abs_diff(verb.head) <= 1 {
            return None;
        }
        let around = self.around(at);
        let names_deed = |at: &usize| self.tokens.is_at(*at, Tags::EVENT_NOUN) || self.tokens.at(*at).form.participle;
        let is_content = |at: &usize| key(self.tokens, *at, self.source.lexicon).is_some();
        let before = || around.start..at;
        let head = before().rfind(names_deed).or_else(|| around.clone().find(names_deed));
        let head = head.or_else(|| before().rfind(is_content)).or_else(|| around.clone().find(is_content))?;
        let headline = self.words(around.clone());
        let told = Told { basis: HeadlineBasis::Shortened, ..Told::new(headline, 0, Subject::default()) };
        let action = self.source.lexicon.family(&self.tokens.at(head).lower);
        let pieces: Vec<Range<usize>> = std::iter::once(around).gather();
        let candidate = self.assemble(clause, &pieces, told, Standing::Passing, Status::Happened, action);
        Some(Self::told_plainly(candidate, timex, date))
    }

    /// The words around a date, up to where the sentence breaks off or a verb begins.
    fn around(&self, at: usize) -> Range<usize> {
        let breaks =
            |at: &usize| matches!(self.tokens.at(*at).kind, Kind::Comma | Kind::Stop | Kind::Dash | Kind::Quote);
        let is_verb = |at: &usize| self.clauses.iter().any(|clause| clause.verb.start == *at);
        let start = (0..at).rfind(breaks).map_or(0, |before| before + 1);
        let end = (at + 1..self.tokens.len()).find(|at| breaks(at) || is_verb(at));
        start..end.unwrap_or(self.tokens.len())
    }
}
