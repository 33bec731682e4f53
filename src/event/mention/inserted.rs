//! What a participle tells that hangs on a noun or opens the sentence: "the firm, founded in 1922,", "a truce signed in May".

use super::Reader;
use super::told::Told;
use crate::event::candidate::{Candidate, Standing};
use crate::event::clause::{Clause, Link};
use crate::event::en::{Tags, past_be};
use crate::event::headline;
use crate::event::model::{HeadlineBasis, Status};
use crate::event::refer::{Reading, Subject};
use crate::event::token::{Kind, TokenAt as _};
use crate::event::when;
use crate::gather::Gather;
use crate::text::small;
use crate::timex::{Relation, Timex};
use std::ops::Range;

/// What happens to bodies, and to no report of theirs.
const FOUNDED: &str = "formed|founded|established|born|based|elected|appointed";

/// By whom or for what is told in at most so many words.
const AGENT_WORDS: usize = 9;

impl Reader<'_, '_> {
    /// "the firm, founded in 1922, …": the noun phrase before the insertion, and the participle.
    pub(super) fn inserted(&self, clause: usize, token: usize, timex: usize, participle: usize) -> Option<Candidate> {
        let resolved = self.timex(timex)?;
        let date = resolved.date?;
        if participle == 0 {
            return self.opening_participle(clause, token, resolved);
        }
        // "bound for another comet, called Wirtanen": its name, and nothing that was done; "Paz, asked on Friday, said": what she
        // said is told.
        if self.tokens.reads_at(participle, "called|known|dubbed|nicknamed|entitled|titled|asked|quoted") {
            return None;
        }
        // "the firm, founded in 1922,", "a truce signed in May".
        let is_comma = |back: usize| {
            participle
                .checked_sub(back)
                .and_then(|at| self.tokens.get(at))
                .is_some_and(|token| token.kind == Kind::Comma)
        };
        // ", built in 1931 and widened in 1967,": the noun stands before the first of the two.
        let is_joined = self.tokens.is_at(participle - 1, Tags::CONJUNCTION);
        let opening = (1..participle)
            .rev()
            .find(|at| is_joined && self.tokens.is_kind_at(*at, Kind::Comma))
            .map(|at| participle - at);
        // "Barr, first elected in 2003,".
        let back = opening.unwrap_or(if is_comma(1) || !is_comma(2) { 1 } else { 2 });
        let after_comma = is_comma(back);
        // "A painting stolen in 1994 and found in 2009 was": the noun stands before the first of the two.
        if is_joined && !after_comma {
            return None;
        }
        let comma = if after_comma { participle - back } else { participle };
        // "Spector, 69, credited with": not the age.
        let is_age = after_comma
            && comma > 2
            && self.tokens.is_kind_at(comma - 1, Kind::Number)
            && self.tokens.is_kind_at(comma - 2, Kind::Comma)
            && self.tokens.is_capital_at(comma - 3);
        let comma = if is_age { comma - 2 } else { comma };
        let end = self.with_coordinated(when::phrase(self.tokens, token)).start;
        let own = self.clauses.get(clause)?.subject.iter().find(|piece| piece.end == comma);
        // "The head of the mines, appointed in 2010, …": of the subject, all of it, and not "The report by the Arden
        // Commission, formed in 2010, …".
        let is_founded = self.tokens.reads_at(participle, FOUNDED)
            && comma > 0
            && self.tokens.is_capital_at(comma - 1)
            && own.is_some_and(|piece| (piece.start..comma).any(|at| self.tokens.reads_at(at, "by|from|at")));
        // "Three men named in the report, published in 2010, were": the report.
        let is_paper = self.tokens.reads_at(participle, "published|released|printed|issued")
            && comma > 0
            && self.tokens.reads_at(comma - 1, "report|book|study|memo|letter|article|paper|memoir|survey|review");
        let whole = own.filter(|piece| {
            let all = self.tokens.get((*piece).clone());
            !is_founded && !is_paper && all.is_some_and(|all| all.iter().all(|token| token.kind != Kind::Comma))
        });
        let start = match whole {
            Some(piece) => piece.start,
            None => self.told_of(comma, self.clauses.get(clause)?)?,
        };
        // "an article for the Arden Post, reprinted here": not the paper; "However, cited by the police,": nobody; a letter
        // is not dated on its day.
        let is_new = self.tokens.reads_at(start, "a|an") && !self.tokens.is_capital_at(comma - 1)
            || (start..comma).any(|at| self.tokens.reads_at(at, "from|over|near|across"));
        let hangs =
            own.is_none() && !is_new && start > 0 && self.tokens.reads_at(start - 1, "for|by|to|against|about|on|with");
        if hangs || self.tokens.is_at(start, Tags::ADVERB) {
            return None;
        }
        let said = if own.is_some() { self.subject(clause) } else { Subject::default() };
        if said.reading == Reading::Pronoun || self.tokens.get(start)?.is(Tags::PRONOUN) {
            return None;
        }
        let mut told =
            headline::compose_phrase(&self.source.article.text, self.tokens, participle..end, &self.replaced())?;
        told = told.chars().next().map(small).into_iter().chain(told.chars().skip(1)).collect();
        told.push_str(&self.agent_behind(token));
        let subject = said.words.clone().unwrap_or_else(|| self.words(start..comma));
        let be = past_be(self.tokens.get(start..comma)?);
        let headline = headline::tidy(&format!("{subject} {be} {told}"));
        if headline.chars().count() > headline::MAX_HEADLINE {
            return None;
        }
        // "Its town hall was finished": whose, a sentence before says.
        let is_open = said.words.is_none() && self.tokens.reads_at(start, "its|his|her|their");
        let basis = if is_open { HeadlineBasis::Shortened } else { HeadlineBasis::Article };
        let nominal = self.nominal_of_participle(start..comma, participle);
        let told = Told { nominal, basis, ..Told::new(headline, if is_open { 65 } else { 85 }, said) };
        let pieces = [start..comma, participle..end];
        let action = self.source.lexicon.family(&self.tokens.at(participle).lower);
        // "the talks, scheduled for May," are to come.
        let is_plan = self.tokens.is_at(participle, Tags::PLANNING) && !self.is_before_publication(date);
        // "the treaty agreed on Tuesday will bind all": on the last one.
        let is_over = self.is_before_publication(date) || Some(date) == self.source.published;
        if !after_comma && !is_over {
            return None;
        }
        let is_plan = is_plan && after_comma;
        // ", accused of robbing the bank in May,": as somebody says.
        let is_charge = self.tokens.reads_at(participle, "accused|suspected|charged|indicted")
            && self.tokens.within(participle..token).iter().any(|token| token.form.gerund);
        let status = match (is_plan, is_charge) {
            (true, _) => Status::Planned,
            (false, true) => Status::Claimed,
            (false, false) => Status::Happened,
        };
        let candidate = self.assemble(clause, &pieces, told, Standing::Dated, status, action);
        let mut candidate = Self::told_plainly(candidate, resolved, date);
        // "held since May", "held until June": for all that time.
        if matches!(resolved.relation, Relation::Since | Relation::Until) {
            let when = when::when(resolved, None, self.tokens, self.clauses.get(clause)?)?;
            (candidate.date, candidate.extent) = (Some(when.date), when.extent);
        }
        Some(candidate)
    }

    /// Where the noun phrase begins of which a participle behind the comma tells: "a video from the island of Ibiza,
    /// recorded in 2017". A date is none.
    fn told_of(&self, comma: usize, clause: &Clause) -> Option<usize> {
        let last = comma.checked_sub(1).filter(|last| self.tokens.at(*last).timex().is_none())?;
        let mut start = when::noun_phrase_start(self.tokens, last, clause);
        let outer = |start: usize, prepositions: &'static str| {
            let noun = start.checked_sub(2).filter(|noun| *noun >= clause.verb.end)?;
            let word = self.tokens.at(noun);
            let is_thing = word.is_word()
                && !word.breaks_noun_phrase()
                && !word.is(Tags::EVENT_NOUN.or(Tags::PERSON).or(Tags::GROUP).or(Tags::ADVERB));
            let from = when::noun_phrase_start(self.tokens, noun, clause);
            (is_thing && from < noun && self.tokens.reads_at(start - 1, prepositions)).then_some(from)
        };
        if self.tokens.is_capital_at(start) {
            start = outer(start, "of").unwrap_or(start);
        }
        if self.tokens.is_capital_at(start) || self.tokens.reads_at(start, "the") {
            let whole = outer(start, "from|in|on|at|over|near|across|off");
            start = whole.filter(|from| self.tokens.reads_at(*from, "a|an")).unwrap_or(start);
        }
        Some(start)
    }

    /// "A shell fired on Friday by rebels hit the port", "The man arrested in May for the theft": by whom or for what, behind
    /// the date, with a space before it.
    fn agent_behind(&self, date: usize) -> String {
        let by = date + 1;
        let is_end = |at: &usize| {
            self.tokens.at(*at).breaks_noun_phrase() && !self.tokens.at(*at).is_capital
                || self.clauses.iter().any(|clause| clause.verb.start == *at)
        };
        let first = by + 1 + usize::from(self.tokens.at(by + 1).timex().is_some());
        let end = (first..self.tokens.len()).find(is_end);
        let is_whole = |end: &usize| !self.tokens.reads_at(*end, "like|such|who|that|whose|of|to");
        // "sentenced in 2017 to seven years", against "appointed in 2010 to lead".
        let is_to = self.tokens.reads_at(by, "to") && !self.tokens.at(by + 1).form.plain;
        let is_phrase = |end: &usize| (is_to || self.tokens.reads_at(by, "by|for|with|over")) && *end > by + 1;
        // "A suit brought last year by users who lost their files is due": all of them are not meant.
        let main = || {
            let around = self.clauses.iter().find(|clause| clause.link == Link::Main && clause.verb.start > date);
            around.map(|clause| clause.verb.start)
        };
        let is_told = |end: &usize| (by..*end).all(|at| self.tokens.at(at).is_word()) && *end < by + AGENT_WORDS;
        let is_open = end.is_some_and(|end| self.tokens.reads_at(end, "who|that"));
        let end = if is_open { main().filter(is_told) } else { end };
        // "by the [then foreign secretary]".
        let is_torn = |end: &usize| self.tokens.is_at(end - 1, Tags::DETERMINER);
        let agent = end.filter(is_phrase).filter(is_whole).filter(|end| !is_torn(end));
        agent.map_or_else(String::new, |end| format!(" {}", self.words(by..end)))
    }

    /// "Born in Lima in 1928, Rojas studied law": the participle, and the subject that follows.
    fn opening_participle(&self, clause: usize, token: usize, resolved: &Timex) -> Option<Candidate> {
        let end = when::phrase(self.tokens, token).start;
        let owner = Clause::subject_clause(self.clauses, clause);
        let all = self.clauses.get(owner)?;
        let subject = self.subject(clause);
        // "Asked about all this on Thursday": about what, stands before.
        if self.tokens.within(0..end).iter().any(|token| token.reads("this|that|these|those|it|him|them")) {
            return None;
        }
        let told = headline::compose_phrase(&self.source.article.text, self.tokens, 0..end, &self.replaced())?;
        let mut told: String = told.chars().next().map(small).into_iter().chain(told.chars().skip(1)).collect();
        told.push_str(&self.agent_behind(token));
        let pieces: Vec<Range<usize>> = all.subject.iter().cloned().chain(std::iter::once(0..end)).gather();
        let words = self.subject_words(clause);
        let be = past_be(self.tokens.get(all.subject.last().cloned()?)?);
        let headline = headline::tidy(&format!("{words} {be} {told}"));
        let fits = headline.chars().count() <= headline::MAX_HEADLINE;
        if !fits || words.is_empty() || matches!(subject.reading, Reading::Pronoun | Reading::Empty) {
            return None;
        }
        let action = self.source.lexicon.family(&self.tokens.first()?.lower);
        let told = Told::new(headline, 90, subject);
        let candidate = self.assemble(clause, &pieces, told, Standing::Dated, Status::Happened, action);
        Some(Self::told_plainly(candidate, resolved, resolved.date?))
    }
}
