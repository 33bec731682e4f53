//! Dated reports that are no clause of their own: noun phrases and spans by their length.

use super::told::Told;
use super::{Dated, Reader};
use crate::calendar::Edtf;
use crate::event::candidate::{Candidate, Standing};
use crate::event::clause::Clause;
use crate::event::en::Tags;
use crate::event::headline::{self};
use crate::event::model::{AnchorOrigin, Basis, Extent, Status};
use crate::event::name::Name;
use crate::event::refer::{self, Reading, Subject};
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::event::verb::Tense;
use crate::event::when;
use crate::gather::Gather;
use crate::timex::{Timex, TimexKind};
use std::ops::Range;

/// Nouns of what may come and may not.
const HOPES: &str = "hope|hopes|fear|fears|threat|threats|risk|prospect|prospects|possibility|chance|chances|talk|danger|idea|warning|warnings";

impl Reader<'_, '_> {
    /// A noun phrase with a date: "the takeover in 2021".
    pub(super) fn phrase(&self, clause: usize, token: usize, timex: usize, head: usize) -> Option<Candidate> {
        let resolved = self.timex(timex)?;
        let date = resolved.date?;
        let mut start = when::noun_phrase_start(self.tokens, head, self.clauses.get(clause)?);
        let mut end = when::phrase(self.tokens, token).start.max(head + 1);
        let mut replaced = self.replaced();
        // "Paz’s May 2010 arrest": of Paz.
        let owner = token.checked_sub(1).filter(|owner| self.tokens.at(*owner).is_possessive && start == token + 1);
        if let Some(owner) = owner {
            start = when::noun_phrase_start(self.tokens, owner, self.clauses.get(clause)?);
            replaced.push((token..token + 1, String::new()));
        }
        // "the 2008 collapse of Arden Steel", "Sunday’s election in Norland": the date stands before.
        if token < head && self.tokens.reads_at(head + 1, "of|in|at|near|by|with|between") {
            let is_name =
                |at: &usize| self.tokens.is_capital_at(*at) || *at == head + 2 && self.tokens.reads_at(*at, "the");
            let last = (head + 2..self.tokens.len()).find(|at| !is_name(at)).unwrap_or(self.tokens.len());
            // "of the Arden bridge".
            let is_noun = |at: &usize| {
                let token = self.tokens.at(*at);
                let is_verb = self.clauses.iter().any(|clause| clause.verb.start == *at);
                token.is_word()
                    && !token.breaks_noun_phrase()
                    && !token.is(Tags::ADVERB.or(Tags::DETERMINER))
                    && !is_verb
            };
            let whole = (last..self.tokens.len()).find(|at| !is_noun(at)).unwrap_or(self.tokens.len());
            end = if self.tokens.is_capital_at(last - 1) { whole } else { end };
        }
        // "Last week’s announcement that the cars would be recalled brought": what was announced.
        if token < head && self.tokens.reads_at(head + 1, "that") {
            end = self.clauses.iter().map(|clause| clause.verb.start).filter(|at| *at > head).nth(1)?;
        }
        // "the summit of 8 to 10 July".
        if end > head + 2 && self.tokens.at(end - 1).timex().is_some() && self.tokens.reads_at(end - 2, "of|on|from") {
            end -= 2;
        }
        while end > head + 1 && self.tokens.is_at(end - 1, Tags::ADVERB) {
            end -= 1;
        }
        let first = self.tokens.get(start)?;
        let mut actor = None;
        // "My daughter’s wedding": whose, who speaks knows.
        if first.reads("my|our|your") {
            return None;
        }
        let is_of_group = first.reads("its|their");
        if let Some((words, name)) = refer::group(self.tokens, start, self.names).filter(|_| is_of_group) {
            replaced.push((start..start + 1, format!("{words}’s")));
            actor = Some(name);
        }
        // "a meeting of its board": whose board, where one name can be meant.
        let inner = (head + 1..end).find(|at| self.tokens.reads_at(*at, "its|their"));
        let whose = inner.and_then(|at| Some((at, refer::group(self.tokens, at, self.names)?.0)));
        let is_open = inner.is_some() && whose.is_none();
        let owner = |words: String| if words.ends_with('s') { format!("{words}’") } else { format!("{words}’s") };
        replaced.extend(whose.map(|(at, words)| (at..at + 1, owner(words))));
        // "Last week’s announcement": the ending is of the date.
        while start > token && start < head && self.tokens.reads_at(start, "s") {
            start += 1;
        }
        // "Ana Lind’s victory in the 14 June election": its day is left to the date.
        let is_of_contest = end == head + 1 && token > head + 1 && self.tokens.is_at(token + 1, Tags::EVENT_NOUN);
        if is_of_contest && self.tokens.reads_at(end, "in") && token <= end + 2 {
            replaced.push((end + 1..token + 1, String::from("the")));
            end = token + 2;
        }
        // "Ruth Lind, whose warning of 2009 went unread".
        if let Some(whose) = start.checked_sub(1).filter(|at| self.tokens.reads_at(*at, "whose")) {
            let last = whose - usize::from(whose > 0 && self.tokens.is_kind_at(whose - 1, Kind::Comma));
            let owner = self.names.iter().find(|name| name.tokens.end == last)?;
            replaced.push((whose..start, format!("{}’s", owner.text)));
            actor = Some(owner.text.clone());
            start = whose;
        }
        let own: Vec<&Name> = self.names.iter().filter(|name| (start..end).contains(&name.tokens.start)).gather();
        actor = actor.or_else(|| {
            own.iter().find(|name| self.tokens.at(name.tokens.end - 1).is_possessive).map(|name| name.text.clone())
        });
        // "hopes of a summit on Friday" tell of no summit.
        let of = start.checked_sub(1).and_then(|at| self.tokens.get(at)).is_some_and(|token| token.reads("of"));
        let before = start.checked_sub(2).and_then(|at| self.tokens.get(at)).filter(|_| of);
        if before.is_some_and(|noun| noun.reads(HOPES)) {
            return None;
        }
        // "his appointment last week of an expert", "The death in May of Ana Lind": of what, stands behind the date.
        if self.tokens.reads_at(token + 1, "of") {
            let is_part = |at: &usize| {
                let token = self.tokens.at(*at);
                let is_verb = self.clauses.iter().any(|clause| clause.verb.start == *at);
                token.is_word() && !token.breaks_noun_phrase() && !token.form.third && !is_verb
            };
            let last = (token + 2..self.tokens.len()).take_while(is_part).last()?;
            if !self.tokens.reads_at(token + 2, "the") && !self.tokens.is_capital_at(token + 2) || end > token {
                return None;
            }
            replaced.push((end..token + 1, String::new()));
            end = last + 1;
        }
        // "since her death in 2009": whose, where that is sure.
        let is_owned = first.reads("his|her") || is_of_group && actor.is_none();
        if actor.is_none() && is_owned && !is_of_group {
            actor = self.source.protagonist();
        }
        let is_bare = actor.is_none() && own.is_empty();
        // "after the quake of May 2012" tells too little to stand alone, and may date what others tell.
        let is_told_of = end > head + 3 && self.tokens.reads_at(head + 1, "of") && !is_open;
        // "There was a second strike in 1999" says that there was one.
        let is_there = self.clauses.get(clause).is_some_and(|own| {
            own.verb.is_copula
                && start == own.verb.end
                && own.first_word().is_some_and(|first| self.tokens.reads_at(first, "there"))
                && matches!(own.verb.tense, Tense::Past)
        });
        let is_support = !is_there
            && (is_bare && end - start < 3 || is_owned || actor.is_none() && first.reads("a|an") && !is_told_of);
        // "A meeting of the safety committee", "The $140-million settlement", "the announcement that all would close": a sum or what was said is enough to know it.
        let says_more = is_told_of && first.reads("a|an")
            || self
                .tokens
                .within(start..end)
                .iter()
                .any(|token| token.reads("that") || token.text.starts_with(['$', '£', '€']));
        // "its agreement in May to host the games": what was agreed.
        let to = token + 1;
        let mut whole = start..end;
        if end <= token && self.tokens.reads_at(to, "to") && headline::takes_infinitive(self.tokens.at(head)) {
            let is_end = |at: &usize| {
                !matches!(self.tokens.at(*at).kind, Kind::Word | Kind::Number | Kind::Bracketed)
                    || self.clauses.iter().any(|clause| clause.verb.start == *at)
            };
            whole.end = (to..self.tokens.len()).find(is_end).unwrap_or(self.tokens.len());
            replaced.push((end..to, String::new()));
        }
        let headline = headline::compose_phrase(&self.source.article.text, self.tokens, whole, &replaced)?;
        let subject = Subject { words: None, actor, reading: Reading::Plain };
        let quality = match (is_support, is_bare && !says_more) {
            (true, _) => 20,
            (false, true) if is_there => 56,
            (false, true) => 50,
            (false, false) => 70,
        };
        let told = Told { nominal: self.nominal_phrase(start..end, head), ..Told::new(headline, quality, subject) };
        let action = self.source.lexicon.family(&self.tokens.at(head).lower);
        let pieces: Vec<Range<usize>> = std::iter::once(start..end).gather();
        let standing = if is_support { Standing::Support } else { Standing::Phrase };
        let status = if self.is_after_publication(date) { Status::Planned } else { Status::Happened };
        let candidate = self.assemble(clause, &pieces, told, standing, status, action);
        Some(Self::told_plainly(candidate, resolved, date))
    }

    /// What a phrase tells in passing is the article's own word, whoever speaks in the clause around it.
    pub(super) fn told_plainly(candidate: Candidate, timex: &Timex, date: Edtf) -> Candidate {
        Candidate { attribution: None, ..Self::with_date(candidate, timex, date) }
    }

    /// "launched a decade-long war" after a start: a span from it, so long.
    pub(super) fn spans_of_length(&self, dated: &[Dated]) -> Vec<Candidate> {
        let mut found = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            let Some(length) = token.timex().and_then(|index| self.timex(index)) else { continue };
            let Some(years) = Some(length)
                .filter(|timex| timex.kind == TimexKind::Duration)
                .and_then(|timex| when::years_of(&timex.value))
            else {
                continue;
            };
            let noun = (at + 1..at + 4).find(|at| self.tokens.is_at(*at, Tags::LONG_NOUN));
            let Some((noun, clause)) = noun.zip(self.clause_of(at)) else { continue };
            let starts = self.tokens.is_at(self.clauses[clause].verb.head, Tags::STARTING);
            let end = self.clauses[clause].verb.end;
            // "began in court over his part in the decade-long war": not the war.
            let hangs = (end..at).any(|at| self.tokens.reads_at(at, "during|of|over|about|after|before|for"));
            if !starts || hangs || at < end {
                continue;
            }
            found.extend(self.span_of_length(clause, at, noun, years, length, dated));
        }
        found
    }

    pub(super) fn span_of_length(
        &self,
        clause: usize,
        at: usize,
        noun: usize,
        years: i32,
        length: &Timex,
        dated: &[Dated],
    ) -> Option<Candidate> {
        let owner = Clause::subject_clause(self.clauses, clause);
        let own = dated.iter().find(|entry| Clause::subject_clause(self.clauses, entry.clause) == owner);
        let goes_back = || self.refers_back(owner).then_some(self.thread.last_date).flatten();
        let start = own.map(|entry| entry.when.date).or_else(goes_back)?;
        let date = when::span_from(start, years)?;
        let told = self.tell(clause, own.copied(), false).or_else(|| {
            let from = when::noun_phrase_start(self.tokens, noun, &self.clauses[clause]).min(at);
            let from = from - usize::from(from > 0 && self.tokens.is_at(from - 1, Tags::DETERMINER));
            let end = self.clauses[clause].end;
            let headline =
                headline::compose_phrase(&self.source.article.text, self.tokens, from..end, &self.replaced())?;
            Some(Told::new(headline, 80, Subject::default()))
        })?;
        let action = self.source.lexicon.family(&self.tokens.at(noun).lower);
        let mut candidate = self.candidate(clause, told, Standing::Dated, Status::Happened);
        candidate.action = action;
        candidate.date = Some(date);
        candidate.extent = Extent::Throughout;
        candidate.expression = Some(length.span);
        candidate.timex = Some(length.value.clone());
        candidate.basis = Basis::Anchored;
        candidate.anchor = Some(Candidate::anchored(start, AnchorOrigin::Mention));
        candidate.rule = String::from("length-from-start");
        Some(candidate)
    }

    /// "This", "it", "the invasion": the subject is what the sentence before told.
    pub(super) fn refers_back(&self, clause: usize) -> bool {
        let words: Vec<&Token<'_>> = self.clauses[clause]
            .subject
            .iter()
            .filter_map(|piece| self.tokens.get(piece.clone()))
            .flatten()
            .filter(|token| token.is_word())
            .gather();
        match words.as_slice() {
            [one] => one.reads("this|that|it|which"),
            [first, .., last] => first.reads("the|this|that") && last.is(Tags::EVENT_NOUN) && words.len() <= 3,
            [] => false,
        }
    }
}
