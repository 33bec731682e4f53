//! Dated reports that are no clause of their own: noun phrases, inserted participles, spans by their length.

use super::told::Told;
use super::{Dated, Reader};
use crate::calendar::Edtf;
use crate::event::candidate::{Candidate, Standing};
use crate::event::clause::{Clause, Link};
use crate::event::en::{Tags, past_be};
use crate::event::headline::{self};
use crate::event::model::{AnchorOrigin, Basis, Extent, HeadlineBasis, Status};
use crate::event::name::Name;
use crate::event::refer::{self, Reading, Subject};
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::event::verb::Tense;
use crate::event::when;
use crate::gather::Gather;
use crate::text::small;
use crate::timex::{Relation, Timex, TimexKind};
use std::ops::Range;

/// What happens to bodies, and to no report of theirs.
const FOUNDED: &str = "formed|founded|established|born|based|elected|appointed";

/// By whom or for what is told in at most so many words.
const AGENT_WORDS: usize = 9;

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
