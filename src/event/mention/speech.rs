//! How a clause is told: as fact, plan or claim, by whom, and who "the group" is.

use super::Reader;
use super::report::CLAIMING;
use crate::calendar::Edtf;
use crate::event::clause::{self, Clause, Link};
use crate::event::en::Tags;
use crate::event::headline::{self};
use crate::event::model::Status;
use crate::event::name::NameKind;
use crate::event::refer::{self, Subject};
use crate::event::token::{Kind, Token, TokenAt as _};
use crate::event::verb::Tense;
use crate::gather::Gather;
use std::ops::Range;

impl Reader<'_, '_> {
    /// Status as the verb, its marker and its date against the publication show it.
    pub(super) fn status(&self, index: usize, date: Option<Edtf>) -> Status {
        let clause = &self.clauses[index];
        // "should be finished in May" tells a plan, "should go on" an opinion.
        let says_should = clause.verb.is_passive && self.tokens.reads_at(clause.verb.start, "should");
        // "If they win, they will repeal it."
        let is_inner = matches!(clause.link, Link::Relative(_) | Link::Subordinate(_));
        let hangs_on_if = clause.verb.tense == Tense::Future && !is_inner && self.tokens.reads_at(0, "if|unless");
        if clause::is_conditional(self.tokens, clause) && !says_should || hangs_on_if {
            return Status::Conditional;
        }
        let published_end = self.source.published.and_then(Edtf::end_day);
        let is_to_come =
            matches!((date.and_then(Edtf::first_day), published_end), (Some(first), Some(end)) if first >= end);
        let head = self.tokens.at(clause.verb.head);
        // "A ruling is expected today."
        let is_expected = clause.verb.is_passive && clause.verb.tense == Tense::Present;
        let plans = head.is(Tags::PLANNING)
            && (clause.verb.tense == Tense::Present || clause.verb.is_passive)
            && (is_expected || self.tokens.reads_at(clause.verb.end, "to"));
        if is_to_come || clause.verb.tense == Tense::Future && !self.is_future_in_past(index) || plans {
            return Status::Planned;
        }
        let is_denial = |at: usize| {
            // "was denied a visa" denies nothing.
            let clause = self.clauses.get(at).filter(|clause| !clause.verb.is_passive);
            let verb = clause.and_then(|clause| self.tokens.get(clause.verb.head));
            verb.is_some_and(|verb| verb.reads("denied|denies|deny"))
        };
        if is_denial(index) || matches!(clause.link, Link::Complement(of) if is_denial(of)) {
            return Status::Denied;
        }
        if self.attribution(index).is_some() { Status::Claimed } else { Status::Happened }
    }

    /// "would go on to win" in a story told in the past is no plan.
    pub(super) fn is_future_in_past(&self, index: usize) -> bool {
        let verb = self.clauses[index].verb;
        let says_would = self.tokens.within(verb.start..verb.end).iter().any(|token| token.reads("would"));
        says_would && !matches!(self.clauses[index].link, Link::Complement(_))
    }

    /// Who says what the clause tells, where the article does not say it itself.
    pub(super) fn attribution(&self, index: usize) -> Option<String> {
        let clause = self.clauses.get(index)?;
        if let Link::Complement(of) = clause.link {
            return Some(self.subject_words(of));
        }
        if self.stands_aside(index) {
            return None;
        }
        if let Link::Joined(of) = clause.link
            && of < index
        {
            return self.attribution(of);
        }
        if let Some(trailing) = self.trailing_report(index) {
            return Some(self.subject_words(trailing));
        }
        self.according_to()
            .or_else(|| self.closing_speaker().map(|at| at.start + 1..at.end))
            .map(|range| self.words(range))
    }

    /// "Ana Paz, 71, who fell on Saturday, died, her son said": who she was, between commas, the article says itself.
    pub(super) fn stands_aside(&self, index: usize) -> bool {
        let Some(Clause { link: Link::Relative(marker), end, .. }) = self.clauses.get(index) else { return false };
        let closes = self.tokens.is_kind_at(*end, Kind::Comma);
        let is_around = |other: &Clause| {
            let opens = |piece: &Range<usize>| {
                let has_comma = (piece.start..*marker).any(|at| self.tokens.is_kind_at(at, Kind::Comma));
                piece.start < *marker && (closes && has_comma || !closes && *end == other.verb.start)
            };
            other.link == Link::Main && other.verb.start >= *end && other.subject.iter().any(opens)
        };
        self.clauses.iter().any(is_around)
    }

    /// ", say doctors" at the end of a sentence without quotation: the verb and who says it, without more of them.
    pub(super) fn closing_speaker(&self) -> Option<Range<usize>> {
        let comma = self.tokens.iter().rposition(|token| token.kind == Kind::Comma)?;
        let is_say = |token: &&Token<'_>| token.reads("say|says|said");
        self.tokens.get(comma + 1).filter(is_say)?;
        let is_part = |at: &usize| self.tokens.at(*at).is_word() && !self.tokens.at(*at).breaks_noun_phrase();
        let end = (comma + 2..self.tokens.len()).find(|at| !is_part(at)).unwrap_or(self.tokens.len());
        let has_verb = self.clauses.iter().any(|clause| clause.verb.start > comma + 1);
        // "said he meant “no disrespect”" opens what is said.
        let opens_speech = self.tokens.is_kind_at(end, Kind::Quote) || self.tokens.is_at(comma + 2, Tags::PRONOUN);
        (end > comma + 2 && !has_verb && !opens_speech).then_some(comma + 1..end)
    }

    /// ", police said" at the end of the sentence, ", police said," inside of it.
    pub(super) fn trailing_report(&self, index: usize) -> Option<usize> {
        // An aside stands beside its clause.
        let last = self.clauses.len().checked_sub(1)?;
        let near = [Some(last), index.checked_add(1), index.checked_sub(1)];
        near.into_iter().flatten().find(|at| *at <= last && *at != index && self.reports_around(*at, index))
    }

    /// Whether clause `at` says only who tells what clause `index` tells.
    fn reports_around(&self, at: usize, index: usize) -> bool {
        let clause = &self.clauses[at];
        let head = self.tokens.at(clause.verb.head);
        // "told reporters in the town", unlike "said the mayor", has somebody whom it is told.
        let tells = head.reads("told");
        let is_report = !head.is_quoted
            && (head.reads(CLAIMING) || head.reads("warned|added|predicted") || tells)
            && !clause.verb.is_passive
            && clause.link == Link::Main;
        let after = self.tokens.within(clause.verb.end..self.tokens.len());
        let comma = after.iter().position(|token| token.kind == Kind::Comma).unwrap_or(after.len());
        // ", he said, adding that": what is added is not what was said.
        let has_complement = comma > 0 && self.clauses.iter().any(|other| other.link == Link::Complement(at));
        let (reach, words) = if tells { (comma, 6) } else { (after.len(), 4) };
        let few = after.iter().take(reach).filter(|token| token.is_word()).count() <= words;
        let closes = at + 1 == self.clauses.len() && at > index && few;
        let is_inside = comma == 0 && !after.is_empty() || tells && comma < after.len();
        // "“It lied,” he said": the comma stands inside of the marks.
        let mut before = clause.start;
        while before > 0 && self.tokens.is_kind_at(before - 1, Kind::Quote) {
            before -= 1;
        }
        let after_comma = before > 0 && self.tokens.is_kind_at(before - 1, Kind::Comma);
        // ", and a captain wrote to the owners" goes on with the story.
        let is_joined = self.tokens.is_at(clause.start, Tags::CONJUNCTION);
        is_report && !has_complement && (closes || is_inside) && after_comma && !is_joined
    }

    pub(super) fn according_to(&self) -> Option<Range<usize>> {
        let at = self.tokens.iter().position(|token| token.reads("according"))?;
        self.tokens.get(at + 1).filter(|next| next.reads("to"))?;
        let start = at + 2;
        let end = (start..self.tokens.len())
            .find(|at| {
                // "today’s Arden Post": the ending of a date is a sign of its own.
                let token = self.tokens.at(*at);
                matches!(token.kind, Kind::Comma | Kind::Stop | Kind::Quote)
                    || token.kind == Kind::Sign && !token.text.starts_with(['\'', '’'])
            })
            .unwrap_or(self.tokens.len());
        let says = self.tokens.within(start..end).iter().any(Token::is_word);
        (start < end && says).then_some(start..end)
    }

    pub(super) fn words(&self, range: Range<usize>) -> String {
        let ids: Vec<usize> = range.gather();
        headline::join(&self.source.article.text, self.tokens, &ids, &[])
    }

    pub(super) fn subject_words(&self, index: usize) -> String {
        let held = self.subject(index);
        if let Some(words) = held.words {
            return words;
        }
        let owner = Clause::subject_clause(self.clauses, index);
        let is_said = |at: &usize| self.tokens.get(*at).is_some_and(|token| token.kind != Kind::Bracketed);
        let ids: Vec<usize> = self.clauses[owner].subject.iter().cloned().flatten().filter(is_said).gather();
        headline::join(&self.source.article.text, self.tokens, &ids, &[]).trim_matches([' ', ',']).to_owned()
    }

    pub(super) fn subject(&self, index: usize) -> Subject {
        refer::subject(self.tokens, self.clauses, index, self.names, &self.thread.last_subject)
    }

    /// "the group" in the predicate, where one name can be meant.
    pub(super) fn replaced(&self) -> Vec<(Range<usize>, String)> {
        let mut found: Vec<(Range<usize>, String)> =
            self.groups().into_iter().map(|(range, words, _)| (range, words)).gather();
        let tells_of_one = (0..self.clauses.len()).any(|clause| self.opens_with(clause, "he|she|his|her"));
        for (at, token) in self.tokens.iter().enumerate().filter(|_| !tells_of_one) {
            let is_said = found.iter().any(|(range, _)| range.contains(&at));
            found.extend(self.called(at, token).filter(|_| !is_said).map(|words| (at..at + 1, words)));
        }
        found
    }

    /// "The find delighted him", "The fire took her herd": the one who is called so, where the sentence speaks of nobody else.
    fn called(&self, at: usize, token: &Token<'_>) -> Option<String> {
        let is_object = token.reads("him");
        let next = self.tokens.at(at + 1);
        let is_owner = token.reads("his|her")
            && next.is_word()
            && !next.breaks_noun_phrase()
            && !next.is(Tags::ADVERB.or(Tags::DETERMINER));
        if token.is_quoted || !is_object && !is_owner || at < 2 {
            return None;
        }
        let has_other = self.names.iter().any(|name| matches!(name.kind, NameKind::Person | NameKind::Other))
            || (0..at)
                .any(|at| refer::is_doer(self.tokens, &[at]) || self.tokens.reads_at(at, "who|whose|he|she|they"));
        let name = self.thread.last_subject.person_called(&token.lower).filter(|_| !has_other)?;
        Some(if is_owner { format!("{name}{}", refer::ending(name)) } else { name.clone() })
    }

    /// Where "the group" stands for one name: its tokens, the words to say, the name.
    pub(super) fn groups(&self) -> Vec<(Range<usize>, String, String)> {
        let mut found = Vec::new();
        for at in 0..self.tokens.len().saturating_sub(1) {
            let [first, second] = [self.tokens.at(at), self.tokens.at(at + 1)];
            if first.reads("the")
                && second.reads("group|movement|militia")
                && let Some((words, name)) = refer::group(self.tokens, at, self.names)
            {
                let ending = if second.is_possessive { "’s" } else { "" };
                found.push((at..at + 2, format!("{words}{ending}"), name));
            }
        }
        let tells_of_him = (0..self.clauses.len()).any(|clause| self.opens_with(clause, "he|she|his|her"));
        for (at, token) in self.tokens.iter().enumerate().filter(|_| !tells_of_him) {
            let person = refer::object_person(token, self.names, &self.thread.last_subject);
            // "The general" of the last sentence is nobody's name, and he who "attacked them for criticising him" is named
            // already.
            let named = person.filter(|(_, name)| !name.is_empty());
            found.extend(named.map(|(words, name)| (at..at + 1, words, name)));
        }
        found
    }
}
