//! From one sentence to what it reports: each dated clause, dated noun phrases, the news of a lead.

use std::collections::BTreeSet;
use std::ops::Range;

use super::candidate::{Candidate, Standing};
use super::clause::{self, Clause, Link, clauses};
use super::en::{Lexicon, Tags};
use super::headline::{self, Composed, Parts};
use super::model::{AnchorOrigin, Basis, Extent, HeadlineBasis, Status};
use super::name::{Name, NameKind, Survey, names};
use super::refer::{self, LastSubject, Reading, Subject};
use super::token::{Kind, Token, tokens};
use super::verb::{Tense, verb_groups};
use super::when::{self, Part, When};
use crate::article::Article;
use crate::calendar::{Bound, Edtf, Grain};
use crate::text::TextSpan;
use crate::timex::{AnchorSource, Relation, Resolution, Timex, TimexKind};

/// What stays the same over an article's sentences.
#[derive(Debug)]
pub(super) struct Source<'a> {
    /// The article.
    pub(super) article: &'a Article,
    /// Its index in the set.
    pub(super) index: usize,
    /// Its publication date, given or inferred.
    pub(super) published: Option<Edtf>,
    /// Its time expressions, resolved, in order.
    pub(super) timexes: &'a [Timex],
    /// Word tables.
    pub(super) lexicon: &'a Lexicon,
    /// People of the article.
    pub(super) survey: &'a Survey,
    /// Names seen in the whole set.
    pub(super) capitals: &'a Survey,
    /// Keys of its title.
    pub(super) title_keys: &'a BTreeSet<String>,
}

/// What one sentence leaves to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Thread {
    last_subject: LastSubject,
    /// The date of the last sentence that had one.
    last_date: Option<Edtf>,
    /// The latest date told as past so far.
    latest: Option<Edtf>,
}

impl Thread {
    /// The latest date told as past.
    pub(super) const fn latest(&self) -> Option<Edtf> {
        self.latest
    }
}

/// A sentence to read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    /// Where it stands.
    pub(super) span: TextSpan,
    /// Its number in the article.
    pub(super) number: usize,
    /// It opens the article.
    pub(super) is_lead: bool,
}

/// What a sentence reports.
pub(super) fn read(source: &Source<'_>, sentence: Sentence, thread: &mut Thread) -> Vec<Candidate> {
    let spans: Vec<(usize, TextSpan)> = source
        .timexes
        .iter()
        .enumerate()
        .skip(source.timexes.partition_point(|timex| timex.span.start < sentence.span.start))
        .take_while(|(_, timex)| timex.span.end <= sentence.span.end)
        .map(|(index, timex)| (index, timex.span))
        .collect();
    let text = &source.article.text;
    let found = tokens(text, sentence.span, &spans, source.lexicon);
    if found.last().is_some_and(|token| token.text == "?") {
        return Vec::new();
    }
    let verbs = verb_groups(&found);
    let all = clauses(&found, &verbs);
    let named = names(&found, source.lexicon, source.survey, source.capitals);
    let reader = Reader { source, sentence, tokens: &found, clauses: &all, names: &named, thread };
    let candidates = reader.candidates();
    refer::remember(text, &found, &all, &named, &mut thread.last_subject);
    for candidate in &candidates {
        let Some(date) = candidate.date.filter(|_| candidate.status != Status::Planned) else { continue };
        thread.last_date = Some(date);
        if candidate.standing != Standing::Lead && is_later(date, thread.latest) {
            thread.latest = Some(date);
        }
    }
    candidates
}

fn is_later(date: Edtf, than: Option<Edtf>) -> bool {
    date.end_day().is_some() && than.is_none_or(|held| held.end_day() < date.end_day())
}

struct Reader<'a, 't> {
    source: &'a Source<'a>,
    sentence: Sentence,
    tokens: &'a [Token<'t>],
    clauses: &'a [Clause],
    names: &'a [Name],
    thread: &'a Thread,
}

/// A clause with the expression that dates it.
#[derive(Clone, Copy, Debug)]
struct Dated {
    clause: usize,
    token: usize,
    timex: usize,
    when: When,
}

impl Reader<'_, '_> {
    fn candidates(&self) -> Vec<Candidate> {
        let mut found = Vec::new();
        let mut dated: Vec<Dated> = Vec::new();
        for (token, timex) in self.tokens.iter().enumerate().filter_map(|(at, token)| Some((at, token.timex()?))) {
            let Some(clause) = self.clause_of(token) else { continue };
            let Some(resolved) = self.source.timexes.get(timex) else { continue };
            if resolved.date.is_none() {
                continue;
            }
            let has_other = dated.iter().any(|other| other.clause == clause);
            match when::part(self.tokens, token, &self.clauses[clause], has_other) {
                Part::None => {}
                Part::OfNoun(head) => found.extend(self.phrase(clause, token, timex, head)),
                Part::Participle(participle) => found.extend(self.inserted(clause, token, timex, participle)),
                Part::Adverbial => {
                    let partner = resolved.partner.and_then(|at| self.source.timexes.get(at));
                    if let Some(when) = when::when(resolved, partner, self.tokens, &self.clauses[clause]) {
                        dated.push(Dated { clause, token, timex, when });
                    }
                }
            }
        }
        self.add_relative_dates(&mut dated);
        self.close_open_spans(&mut dated);
        let spans = self.spans_of_length(&dated);
        for entry in &dated {
            // "launched a decade-long war in 1979": the span is the event.
            let is_span = spans.iter().any(|span| span.clause == entry.clause);
            found.extend(self.dated(*entry, &dated).filter(|_| !is_span));
        }
        found.extend(spans);
        self.add_undated(&dated, &mut found);
        found
    }

    /// The clause that a date belongs to: the innermost that holds it, else the main clause that follows, else the
    /// one before.
    fn clause_of(&self, token: usize) -> Option<usize> {
        let inside = self
            .clauses
            .iter()
            .enumerate()
            .filter(|(_, clause)| clause.start <= token && token < clause.end)
            .max_by_key(|(_, clause)| clause.start)
            .map(|(index, _)| index);
        let follows = || {
            self.clauses.iter().position(|clause| {
                clause.verb.start > token && !matches!(clause.link, Link::Subordinate(_) | Link::Relative(_))
            })
        };
        let precedes = || self.clauses.iter().rposition(|clause| clause.end <= token);
        inside.or_else(follows).or_else(precedes)
    }

    /// ", when the raids began" after a date, ", during which it rose": the clause takes the date before it.
    fn add_relative_dates(&self, dated: &mut Vec<Dated>) {
        for (index, clause) in self.clauses.iter().enumerate() {
            let Link::Relative(marker) = clause.link else { continue };
            let words = [self.tokens.get(marker), self.tokens.get(marker + 1)];
            let is_temporal = words.into_iter().flatten().any(|token| token.lower == "when")
                || words[0].is_some_and(|token| token.is(Tags::PREPOSITION));
            if !is_temporal || dated.iter().any(|entry| entry.clause == index) {
                continue;
            }
            let before =
                marker.checked_sub(1).map(|at| at - usize::from(at > 0 && self.tokens[at].kind == Kind::Comma));
            let Some((token, timex)) = before.and_then(|at| Some((at, self.tokens.get(at)?.timex()?))) else {
                continue;
            };
            let Some(date) = self.source.timexes.get(timex).and_then(|timex| timex.date) else { continue };
            let when = When { date, extent: Extent::Within };
            dated.push(Dated { clause: index, token, timex, when });
        }
    }

    /// "who had been hiding since 1992, was killed in 1996": what had been going on ended then.
    fn close_open_spans(&self, dated: &mut [Dated]) {
        let ends: Vec<(usize, Edtf)> = dated
            .iter()
            .filter(|entry| entry.when.extent == Extent::Within)
            .map(|entry| (entry.clause, entry.when.date))
            .collect();
        for entry in dated.iter_mut() {
            let Edtf::Interval(start, Bound::Open) = entry.when.date else { continue };
            let clause = &self.clauses[entry.clause];
            let is_past_perfect = self.tokens.get(clause.verb.start).is_some_and(|token| token.lower == "had");
            let end = ends.iter().find(|(other, _)| *other != entry.clause && self.clauses[*other].link == Link::Main);
            if let (true, Some((_, end))) = (is_past_perfect, end) {
                entry.when.date = Edtf::Interval(start, end.end());
            }
        }
    }

    fn timex(&self, index: usize) -> Option<&Timex> {
        self.source.timexes.get(index)
    }

    fn dated(&self, entry: Dated, all: &[Dated]) -> Option<Candidate> {
        let clause = self.clauses.get(entry.clause)?;
        let timex = self.timex(entry.timex)?;
        let is_second = all.iter().any(|other| other.clause == entry.clause && other.token < entry.token)
            && timex.relation != Relation::RangeEnd
            && !self
                .tokens
                .get(entry.token.saturating_sub(1)..entry.token)
                .unwrap_or_default()
                .iter()
                .any(|token| token.is(Tags::CONJUNCTION) || token.kind == Kind::Comma);
        if is_second {
            return None;
        }
        if clause.verb.is_negated || self.has_no_one(entry.clause) {
            return self.ended(entry);
        }
        let mut told = self.tell(entry.clause, Some(entry), false)?;
        let status = self.status(entry.clause, Some(entry.when.date));
        let is_plain_present = clause.verb.tense == Tense::Present && status == Status::Happened;
        let is_of_the_day = entry.when.date.days().is_some_and(|days| days <= 2);
        if is_plain_present && !is_of_the_day && entry.when.extent == Extent::Within {
            return None;
        }
        if clause.verb.is_copula || self.tokens[clause.verb.head].is(Tags::STATIVE) {
            told.quality -= 20;
        }
        let (basis, anchor) = self.basis(timex);
        let mut candidate = self.candidate(entry.clause, told, Standing::Dated, status);
        candidate.date = Some(entry.when.date);
        candidate.extent = entry.when.extent;
        if entry.when.extent == Extent::Throughout && candidate.name.is_none() {
            // "…, in what is known as the Harbour War".
            candidate.name = self.capitals_name(0..self.tokens.len());
        }
        if entry.when.date.single().is_some_and(|period| period.grain() == Grain::Day) {
            candidate.keys.insert(format!("={}", timex.value));
        }
        candidate.expression = Some(timex.span);
        candidate.timex = Some(timex.value.clone());
        candidate.basis = basis;
        candidate.anchor = anchor;
        candidate.rule = timex.rule.to_owned();
        Some(candidate)
    }

    /// "Until Thursday no state had recognised it": on that day one did. It dates what other sentences tell.
    fn ended(&self, entry: Dated) -> Option<Candidate> {
        let timex = self.timex(entry.timex).filter(|timex| timex.relation == Relation::Until)?;
        let date = timex.date.filter(|date| date.days().is_some_and(|days| days <= 31))?;
        let subject = Subject::default();
        let told = Told {
            headline: String::new(),
            short: String::new(),
            basis: HeadlineBasis::Shortened,
            quality: -100,
            subject,
        };
        let (basis, anchor) = self.basis(timex);
        let mut candidate = self.candidate(entry.clause, told, Standing::Support, Status::Happened);
        candidate.date = Some(date);
        candidate.expression = Some(timex.span);
        candidate.timex = Some(timex.value.clone());
        candidate.basis = basis;
        candidate.anchor = anchor;
        candidate.rule = timex.rule.to_owned();
        Some(candidate)
    }

    fn basis(&self, timex: &Timex) -> (Basis, Option<super::model::MentionAnchor>) {
        match timex.resolution {
            Resolution::Stated | Resolution::Unresolved => (Basis::Stated, None),
            Resolution::Anchored { anchor, from } => {
                let from = match from {
                    AnchorSource::Published => AnchorOrigin::Published,
                    AnchorSource::Mention(_) => AnchorOrigin::Mention,
                };
                (Basis::Anchored, Some(Candidate::anchored(anchor, from)))
            }
        }
    }

    /// Status as the verb, its marker and its date against the publication show it.
    fn status(&self, index: usize, date: Option<Edtf>) -> Status {
        let clause = &self.clauses[index];
        if clause::is_conditional(self.tokens, clause) {
            return Status::Conditional;
        }
        let published_end = self.source.published.and_then(Edtf::end_day);
        let is_to_come =
            matches!((date.and_then(Edtf::first_day), published_end), (Some(first), Some(end)) if first >= end);
        let head = &self.tokens[clause.verb.head];
        let plans = head.is(Tags::PLANNING)
            && (clause.verb.tense == Tense::Present || clause.verb.is_passive)
            && self.tokens.get(clause.verb.end).is_some_and(|next| next.lower == "to");
        if is_to_come || clause.verb.tense == Tense::Future && !self.is_future_in_past(index) || plans {
            return Status::Planned;
        }
        if matches!(head.lower.as_str(), "denied" | "denies" | "deny") {
            return Status::Denied;
        }
        if self.attribution(index).is_some() { Status::Claimed } else { Status::Happened }
    }

    /// "would go on to win" in a story told in the past is no plan.
    fn is_future_in_past(&self, index: usize) -> bool {
        let verb = self.clauses[index].verb;
        let says_would =
            self.tokens.get(verb.start..verb.end).unwrap_or_default().iter().any(|token| token.lower == "would");
        says_would && !matches!(self.clauses[index].link, Link::Complement(_))
    }

    /// Who says what the clause tells, where the article does not say it itself.
    fn attribution(&self, index: usize) -> Option<String> {
        let clause = self.clauses.get(index)?;
        if let Link::Complement(of) = clause.link {
            return Some(self.subject_words(of));
        }
        if let Link::Joined(of) = clause.link
            && of < index
        {
            return self.attribution(of);
        }
        if let Some(trailing) = self.trailing_report(index) {
            return Some(self.subject_words(trailing));
        }
        self.according_to().map(|range| self.words(range))
    }

    /// ", police said" at the end of the sentence.
    fn trailing_report(&self, index: usize) -> Option<usize> {
        let last = self.clauses.len().checked_sub(1)?;
        let clause = &self.clauses[last];
        let is_report = self.tokens[clause.verb.head].is(Tags::REPORT) && clause.link == Link::Main && last > index;
        let has_complement = self.clauses.iter().any(|other| other.link == Link::Complement(last));
        let after = self.tokens.get(clause.verb.end..).unwrap_or_default();
        let closes = after.iter().filter(|token| token.is_word() && token.timex().is_none()).count() <= 4;
        let after_comma = clause.start > 0 && self.tokens[clause.start - 1].kind == Kind::Comma;
        (is_report && !has_complement && closes && after_comma).then_some(last)
    }

    fn according_to(&self) -> Option<Range<usize>> {
        let at = self.tokens.iter().position(|token| token.lower == "according")?;
        self.tokens.get(at + 1).filter(|next| next.lower == "to")?;
        let start = at + 2;
        let end = (start..self.tokens.len())
            .find(|at| matches!(self.tokens[*at].kind, Kind::Comma | Kind::Stop | Kind::Sign | Kind::Quote))
            .unwrap_or(self.tokens.len());
        (start < end).then_some(start..end)
    }

    fn words(&self, range: Range<usize>) -> String {
        let ids: Vec<usize> = range.collect();
        headline::join(&self.source.article.text, self.tokens, &ids, &[])
    }

    fn subject_words(&self, index: usize) -> String {
        let held = self.subject(index);
        if let Some(words) = held.words {
            return words;
        }
        let owner = Clause::subject_clause(self.clauses, index);
        let ids: Vec<usize> = self.clauses[owner].subject.iter().cloned().flatten().collect();
        headline::join(&self.source.article.text, self.tokens, &ids, &[]).trim_matches([' ', ',']).to_owned()
    }

    fn subject(&self, index: usize) -> Subject {
        refer::subject(self.tokens, self.clauses, index, self.names, &self.thread.last_subject)
    }

    /// "the group" in the predicate, where one name can be meant.
    fn replaced(&self) -> Vec<(Range<usize>, String)> {
        self.groups().into_iter().map(|(range, words, _)| (range, words)).collect()
    }

    /// Where "the group" stands for one name: its tokens, the words to say, the name.
    fn groups(&self) -> Vec<(Range<usize>, String, String)> {
        let mut found = Vec::new();
        for at in 0..self.tokens.len().saturating_sub(1) {
            let [first, second] = [&self.tokens[at], &self.tokens[at + 1]];
            if first.lower == "the"
                && matches!(second.lower.as_str(), "group" | "movement" | "militia")
                && let Some((words, name)) = refer::group(self.tokens, at, self.names)
            {
                let ending = if second.is_possessive { "’s" } else { "" };
                found.push((at..at + 2, format!("{words}{ending}"), name));
            }
        }
        for (at, token) in self.tokens.iter().enumerate() {
            let person = refer::object_person(token, self.names, &self.thread.last_subject);
            found.extend(person.map(|(words, name)| (at..at + 1, words, name)));
        }
        found
    }
}

/// A headline with what was said about its making.
#[derive(Clone, Debug)]
struct Told {
    headline: String,
    short: String,
    basis: HeadlineBasis,
    quality: i32,
    subject: Subject,
}

impl Reader<'_, '_> {
    /// The headline of a clause; `None` where none can stand alone.
    fn tell(&self, index: usize, date: Option<Dated>, is_lead: bool) -> Option<Told> {
        let clause = self.clauses.get(index)?;
        let subject = self.subject(index);
        let head = &self.tokens[clause.verb.head];
        let is_report_only = self.trailing_report(0) == Some(index)
            || head.is(Tags::REPORT) && self.complement_of(index).is_none() && clause.end <= clause.verb.end + 1;
        if self.has_no_one(index)
            || is_report_only
            || self.is_indirect(index)
            || subject.reading == Reading::Empty
            || head.is_quoted && self.attribution(index).is_none() && !is_lead
        {
            return None;
        }
        let mut left_out = self.dates_left_out(date);
        let replaced = self.replaced();
        let owner = Clause::subject_clause(self.clauses, index);
        let own_subject = &self.clauses[owner].subject;
        let told = match clause.link {
            Link::Complement(of) => self.tell_report(of, index, &mut left_out, &replaced)?,
            _ => {
                let complement = self.complement_of(index);
                if let Some(complement) = complement {
                    self.tell_report(index, complement, &mut left_out, &replaced)?
                } else {
                    let parts = Parts {
                        subject_words: subject.words.clone(),
                        subject: own_subject,
                        verb: clause.verb.start..clause.verb.end,
                        rest: clause.verb.end..clause.end,
                        left_out: &left_out,
                        replaced: &replaced,
                        floor: clause.verb.end,
                        suffix: self.suffix(index),
                    };
                    self.with_joined(index, &parts)
                        .or_else(|| headline::compose(&self.source.article.text, self.tokens, &parts))?
                }
            }
        };
        let mut quality = 100;
        quality += match (&subject.actor, self.ends_in_name(owner)) {
            (Some(_), true) => 20,
            (Some(_), false) => 10,
            (None, _) => 0,
        };
        quality += if self.sentence.is_lead { 6 } else { 0 };
        quality -= match subject.reading {
            Reading::Plain | Reading::Empty => 0,
            Reading::Replaced => 5,
            Reading::Pronoun => 45,
        };
        quality -= if told.is_shortened { 15 } else { 0 };
        quality -= if self.is_loose_relative(index) { 50 } else { 0 };
        quality -= if matches!(clause.link, Link::Complement(_)) { 12 } else { 0 };
        quality -= if matches!(clause.link, Link::Relative(_) | Link::Subordinate(_)) { 5 } else { 0 };
        let has_object_pronoun =
            self.tokens.get(clause.verb.end..clause.end).unwrap_or_default().iter().enumerate().any(|(at, token)| {
                let replaced = replaced.iter().any(|(range, _)| range.contains(&(clause.verb.end + at)));
                matches!(token.lower.as_str(), "him" | "them" | "us" | "me") && !token.is_capital && !replaced
            });
        quality -= if has_object_pronoun { 20 } else { 0 };
        let is_marked = told.is_shortened || subject.reading == Reading::Pronoun || has_object_pronoun;
        let basis = if is_marked { HeadlineBasis::Shortened } else { HeadlineBasis::Article };
        let short = self.short(index, &left_out, &replaced, &subject).unwrap_or_else(|| told.text.clone());
        Some(Told { headline: told.text, short, basis, quality, subject })
    }

    /// Whether the subject's head is the name itself: "Peru", and not "the Peru quake".
    fn ends_in_name(&self, owner: usize) -> bool {
        let last = self.clauses[owner]
            .subject
            .iter()
            .rev()
            .cloned()
            .find_map(|piece| piece.rev().find(|at| self.tokens[*at].is_word()));
        last.is_none_or(|at| {
            self.names.iter().any(|name| name.tokens.contains(&at)) || self.tokens[at].is(Tags::PRONOUN)
        })
    }

    /// "what the club spent", "how it was done": part of what another clause tells.
    fn is_indirect(&self, index: usize) -> bool {
        let Link::Relative(marker) = self.clauses[index].link else { return false };
        self.tokens
            .get(marker..=marker + 1)
            .unwrap_or_default()
            .iter()
            .any(|token| matches!(token.lower.as_str(), "how" | "why" | "what"))
    }

    /// "a stay that began": what a relative clause without a name tells is no news.
    fn is_loose_relative(&self, index: usize) -> bool {
        let clause = &self.clauses[index];
        let first = clause.subject.first().and_then(|piece| self.tokens.get(piece.start));
        let is_subject = matches!(clause.link, Link::Relative(marker) if marker + 1 >= clause.verb.start);
        is_subject && first.is_some_and(|token| matches!(token.lower.as_str(), "a" | "an"))
    }

    /// "No one has recognised it": the subject denies.
    fn has_no_one(&self, index: usize) -> bool {
        let owner = Clause::subject_clause(self.clauses, index);
        let first = self.clauses[owner].subject.iter().find_map(|piece| self.tokens.get(piece.clone())?.first());
        first.is_some_and(|token| token.is(Tags::NEGATION))
    }

    /// The clause in the few words of an era's name.
    fn short(
        &self,
        index: usize,
        left_out: &[Range<usize>],
        replaced: &[(Range<usize>, String)],
        subject: &Subject,
    ) -> Option<String> {
        let clause = &self.clauses[index];
        let owner = Clause::subject_clause(self.clauses, index);
        let parts = Parts {
            subject_words: subject.words.clone(),
            subject: &self.clauses[owner].subject,
            verb: clause.verb.start..clause.verb.end,
            rest: clause.verb.end..clause.end,
            left_out,
            replaced,
            floor: clause.verb.end,
            suffix: String::new(),
        };
        headline::compose_within(&self.source.article.text, self.tokens, &parts, headline::MAX_NAME)
            .map(|told| told.text)
    }

    /// ", police said" or ", according to the bank": a claim keeps who makes it.
    fn suffix(&self, index: usize) -> String {
        if let Some(trailing) = self.trailing_report(index) {
            let clause = &self.clauses[trailing];
            let verb = self.words(clause.verb.start..clause.verb.end);
            return format!(", {} {verb}", self.subject_words(trailing));
        }
        self.according_to().map_or_else(String::new, |range| format!(", according to {}", self.words(range)))
    }

    /// "seized two planes and crashed into a tower": the verb joined to this one, where both fit.
    fn with_joined(&self, index: usize, parts: &Parts<'_>) -> Option<Composed> {
        let clause = &self.clauses[index];
        let (_, joined) = self.clauses.iter().enumerate().find(|(_, other)| other.link == Link::Joined(index))?;
        let between = self.tokens.get(clause.end..joined.verb.start)?;
        let directly = between.iter().all(|token| token.is(Tags::CONJUNCTION.or(Tags::ADVERB)));
        let has_date =
            self.tokens.get(joined.start..joined.end)?.iter().any(|token| {
                token.timex().and_then(|timex| self.timex(timex)).is_some_and(|timex| timex.date.is_some())
            });
        if !directly || between.is_empty() || has_date || joined.verb.tense != clause.verb.tense {
            return None;
        }
        let both = Parts {
            subject_words: parts.subject_words.clone(),
            subject: parts.subject,
            verb: parts.verb.clone(),
            rest: clause.verb.end..joined.end,
            left_out: parts.left_out,
            replaced: parts.replaced,
            floor: (joined.verb.end + 1).min(joined.end),
            suffix: parts.suffix.clone(),
        };
        headline::compose(&self.source.article.text, self.tokens, &both)
    }

    /// The first complement of a report verb.
    fn complement_of(&self, index: usize) -> Option<usize> {
        self.clauses.iter().position(|clause| clause.link == Link::Complement(index))
    }

    /// "The ministry said the envoy met the king": the report and what it says, without where it was said.
    fn tell_report(
        &self,
        report: usize,
        complement: usize,
        left_out: &mut Vec<Range<usize>>,
        replaced: &[(Range<usize>, String)],
    ) -> Option<Composed> {
        let outer = self.clauses.get(report)?;
        let inner = self.clauses.get(complement)?;
        let says = self.tokens.get(outer.verb.head)?;
        let subject = self.subject(report);
        if subject.reading == Reading::Empty {
            return None;
        }
        let takes_object = matches!(says.lower.as_str(), "told" | "warned" | "asked" | "convinced" | "tell" | "warn");
        let inner_start = inner.start.max(outer.verb.end);
        if !takes_object && inner_start > outer.verb.end {
            left_out.push(outer.verb.end..inner_start);
        }
        let owner = Clause::subject_clause(self.clauses, report);
        let parts = Parts {
            subject_words: subject.words.clone(),
            subject: &self.clauses.get(owner)?.subject,
            verb: outer.verb.start..outer.verb.end,
            rest: outer.verb.end..inner.end.max(inner.verb.end),
            left_out,
            replaced,
            floor: inner.verb.end,
            suffix: String::new(),
        };
        headline::compose(&self.source.article.text, self.tokens, &parts).or_else(|| {
            // Too long with who says it: what is said stands alone, marked.
            let own = self.clauses.get(Clause::subject_clause(self.clauses, complement))?;
            let subject = self.subject(complement);
            let parts = Parts {
                subject_words: subject.words,
                subject: &own.subject,
                verb: inner.verb.start..inner.verb.end,
                rest: inner.verb.end..inner.end,
                left_out,
                replaced,
                floor: inner.verb.end,
                suffix: String::new(),
            };
            let told = headline::compose(&self.source.article.text, self.tokens, &parts)?;
            Some(Composed { is_shortened: true, ..told })
        })
    }

    /// The date phrase of an event, both ends of a range, and vague words about time.
    fn dates_left_out(&self, date: Option<Dated>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            let Some(timex) = token.timex().and_then(|index| Some((index, self.timex(index)?))) else { continue };
            let is_date = date.is_some_and(|date| {
                date.timex == timex.0 || self.timex(date.timex).is_some_and(|own| own.partner == Some(timex.0))
            });
            let is_vague = timex.1.kind == TimexKind::Date && timex.1.date.is_none() && timex.1.value.ends_with("_REF");
            let unresolved = timex.1.kind == TimexKind::Date && timex.1.date.is_none();
            let near_lead = date.is_none() && unresolved;
            if is_date || is_vague || near_lead {
                found.push(when::phrase(self.tokens, at));
            }
            // "between 2007 and 2010": all of it.
            let partner = timex.1.partner.filter(|_| is_date && timex.1.relation == Relation::RangeStart);
            let end = partner.and_then(|partner| self.tokens.iter().position(|token| token.timex() == Some(partner)));
            found.extend(end.filter(|end| *end > at).map(|end| at..end + 1));
        }
        found
    }

    fn candidate(&self, clause: usize, told: Told, standing: Standing, status: Status) -> Candidate {
        let all = &self.clauses[clause];
        let owner = Clause::subject_clause(self.clauses, clause);
        let own = &self.clauses[owner].subject;
        // What stands between subject and verb is no headline, and yet tells what the clause is about.
        let mut pieces: Vec<Range<usize>> = match own.first() {
            Some(first) if owner == clause && first.start < all.verb.start => {
                std::iter::once(first.start..all.verb.start).collect()
            }
            _ => own.clone(),
        };
        // ", taking over from the old guard" is another matter.
        let tail = (all.verb.end + 1..all.end)
            .find(|at| self.tokens[*at - 1].kind == Kind::Comma && self.tokens[*at].form.gerund);
        pieces.push(all.verb.start..tail.unwrap_or(all.end));
        if let Some(complement) = self.complement_of(clause) {
            let last = self
                .clauses
                .iter()
                .enumerate()
                .filter(|(at, _)| *at == complement || Clause::subject_clause(self.clauses, *at) == complement);
            let end = last.map(|(_, inner)| inner.end).max().unwrap_or(all.end);
            pieces.push(self.clauses[complement].start..end);
        }
        let is_measure = self.tokens.get(all.verb.end..all.end).unwrap_or_default().iter().any(|token| {
            matches!(token.lower.as_str(), "percent" | "percentage" | "cent" | "points") || token.text.ends_with('%')
        });
        // "Shares fell 24 percent" is no downfall.
        let action = if is_measure { String::from("percent") } else { self.action(all) };
        let mut candidate = self.assemble(clause, &pieces, told, standing, status, action);
        candidate.keys.insert(candidate.action.clone());
        if is_measure {
            candidate.actions.clear();
        }
        candidate
    }

    /// The family of the main verb; "took Kabul" and "took control" are a seizure.
    fn action(&self, clause: &Clause) -> String {
        let lexicon = self.source.lexicon;
        let head = &self.tokens[clause.verb.head].lower;
        let takes = lexicon.stem(head) == "take" && !clause.verb.is_passive;
        let object = self.tokens.get(clause.verb.end);
        let is_seizure = object.is_some_and(|next| {
            matches!(next.lower.as_str(), "control" | "power") || next.lower == "over" || self.is_place(clause.verb.end)
        });
        if takes && is_seizure { lexicon.family("seize") } else { lexicon.family(head) }
    }

    fn is_place(&self, at: usize) -> bool {
        self.names.iter().any(|name| name.tokens.start == at && matches!(name.kind, NameKind::Seat | NameKind::Country))
    }

    fn assemble(
        &self,
        clause: usize,
        pieces: &[Range<usize>],
        told: Told,
        standing: Standing,
        status: Status,
        action: String,
    ) -> Candidate {
        let own: Vec<&Name> =
            self.names.iter().filter(|name| pieces.iter().any(|piece| piece.contains(&name.tokens.start))).collect();
        let mut participants: Vec<String> = Vec::new();
        let mut places = Vec::new();
        if let Some(actor) = &told.subject.actor {
            participants.push(actor.clone());
        }
        let mut keys = BTreeSet::new();
        for name in &own {
            keys.insert(format!("={}", name.text));
            let after_preposition =
                name.tokens.start.checked_sub(1).and_then(|at| self.tokens.get(at)).is_some_and(|token| {
                    matches!(token.lower.as_str(), "in" | "at" | "near" | "from" | "to" | "into" | "of" | "around")
                });
            let written = self.words(name.tokens.clone()).trim_end_matches("’s").trim_end_matches("'s").to_owned();
            let is_place = name.kind == NameKind::Seat || name.kind == NameKind::Country && after_preposition;
            if name.kind == NameKind::Seat {
                keys.insert(format!("={written}"));
            }
            if is_place && after_preposition && !places.contains(&written) {
                places.push(written);
            }
            if !participants.contains(&name.text) {
                participants.push(name.text.clone());
            }
        }
        for (_, _, name) in
            self.groups().into_iter().filter(|(range, ..)| pieces.iter().any(|piece| piece.contains(&range.start)))
        {
            keys.insert(format!("={name}"));
            if !participants.contains(&name) {
                participants.push(name);
            }
        }
        for day in pieces.iter().cloned().flatten().filter_map(|at| self.timex(self.tokens.get(at)?.timex()?)) {
            // A day is as good as a name: "the 9/11 attacks".
            if day.date.and_then(Edtf::single).is_some_and(|period| period.grain() == Grain::Day) {
                keys.insert(format!("={}", day.value));
            }
        }
        for piece in pieces {
            self.add_keys(piece.clone(), &own, &mut keys);
        }
        if let Some(actor) = &told.subject.actor {
            keys.insert(format!("={actor}"));
        }
        let quality = told.quality + 4 * i32::try_from(participants.len().min(4)).unwrap_or(0);
        Candidate {
            article: self.source.index,
            sentence: self.sentence.number,
            clause,
            span: self.sentence.span,
            expression: None,
            timex: None,
            date: None,
            after: None,
            published: self.source.published,
            extent: Extent::Within,
            status,
            standing,
            basis: Basis::Stated,
            anchor: None,
            attribution: self.attribution(clause),
            rule: String::new(),
            headline: told.headline,
            short: told.short,
            name: self.name_of(pieces),
            headline_basis: told.basis,
            quality,
            participants,
            places,
            actions: keys.iter().filter(|key| self.source.lexicon.is_family(key)).cloned().collect(),
            keys,
            action,
            actor: told.subject.actor,
        }
    }

    /// A happening named in capitals: "the Soviet-Afghan War", "the Harbour Accord"; else a subject that is one: "the
    /// 9/11 attacks".
    fn name_of(&self, pieces: &[Range<usize>]) -> Option<String> {
        let is_event =
            |at: usize| self.tokens.get(at).is_some_and(|token| token.is(Tags::EVENT_NOUN.or(Tags::LONG_NOUN)));
        let in_capitals = pieces.iter().cloned().find_map(|piece| self.capitals_name(piece));
        in_capitals.or_else(|| {
            let first = pieces.first()?;
            let head = first.clone().find(|at| {
                is_event(*at) && !self.tokens.get(at + 1).is_some_and(|next| is_event(at + 1) || next.is_possessive)
            })?;
            let plain = (first.start..head)
                .all(|at| !self.tokens[at].breaks_noun_phrase() || self.tokens[at].timex().is_some());
            let named = head > first.start + 1
                && self.tokens.get(first.start..head)?.iter().any(|token| token.is_capital || token.timex().is_some());
            (plain && named).then(|| headline::tidy(&self.words(first.start..head + 1)))
        })
    }

    fn capitals_name(&self, mut piece: Range<usize>) -> Option<String> {
        piece.find_map(|at| {
            let end = (at..self.tokens.len()).find(|at| !self.tokens[*at].is_capital || !self.tokens[*at].is_word())?;
            let last = self.tokens.get(end.checked_sub(1)?)?;
            let is_event = last.is(Tags::EVENT_NOUN.or(Tags::LONG_NOUN)) && !last.is_possessive;
            (end > at + 1 && is_event && !self.tokens[at].is(Tags::DETERMINER)).then(|| self.words(at..end))
        })
    }

    fn add_keys(&self, range: Range<usize>, names: &[&Name], keys: &mut BTreeSet<String>) {
        for at in range {
            let Some(token) = self.tokens.get(at) else { continue };
            let in_name = names.iter().any(|name| name.tokens.contains(&at));
            if in_name || !token.is_word() {
                continue;
            }
            keys.extend(key(token, self.source.lexicon));
        }
    }
}

/// The key of a content word; `None` for a word of grammar.
pub(super) fn key(token: &Token<'_>, lexicon: &Lexicon) -> Option<String> {
    let grammar = Tags::DETERMINER
        .or(Tags::PRONOUN)
        .or(Tags::PREPOSITION)
        .or(Tags::SUBORDINATOR)
        .or(Tags::RELATIVE)
        .or(Tags::CONJUNCTION)
        .or(Tags::BE)
        .or(Tags::HAVE)
        .or(Tags::DO)
        .or(Tags::MODAL)
        .or(Tags::ADVERB)
        .or(Tags::MONTH)
        .or(Tags::TIME_NOUN);
    let is_content = token.is_word() && !token.is(grammar) && token.lower.chars().count() > 2;
    is_content.then(|| lexicon.family(&token.lower))
}

impl Reader<'_, '_> {
    /// A noun phrase with a date: "the takeover in 2021".
    fn phrase(&self, clause: usize, token: usize, timex: usize, head: usize) -> Option<Candidate> {
        let resolved = self.timex(timex)?;
        let date = resolved.date?;
        let start = when::noun_phrase_start(self.tokens, head, self.clauses.get(clause)?);
        let end = when::phrase(self.tokens, token).start.max(head + 1);
        let mut replaced = self.replaced();
        let first = self.tokens.get(start)?;
        let mut actor = None;
        if matches!(first.lower.as_str(), "its" | "their") {
            let (words, name) = refer::group(self.tokens, start, self.names)?;
            replaced.push((start..start + 1, format!("{words}’s")));
            actor = Some(name);
        }
        let own: Vec<&Name> = self.names.iter().filter(|name| (start..end).contains(&name.tokens.start)).collect();
        actor = actor.or_else(|| {
            own.iter().find(|name| self.tokens[name.tokens.end - 1].is_possessive).map(|name| name.text.clone())
        });
        let is_bare = actor.is_none() && own.is_empty();
        if is_bare && end - start < 3 {
            return None;
        }
        let headline = headline::compose_phrase(&self.source.article.text, self.tokens, start..end, &replaced)?;
        let subject = Subject { words: None, actor, reading: Reading::Plain };
        let told = Told {
            short: headline.clone(),
            headline,
            basis: HeadlineBasis::Article,
            quality: if is_bare { 55 } else { 70 },
            subject,
        };
        let action = self.source.lexicon.family(&self.tokens[head].lower);
        let (basis, anchor) = self.basis(resolved);
        let pieces: Vec<Range<usize>> = std::iter::once(start..end).collect();
        let mut candidate = self.assemble(clause, &pieces, told, Standing::Phrase, Status::Happened, action);
        candidate.attribution = None;
        candidate.date = Some(date);
        candidate.expression = Some(resolved.span);
        candidate.timex = Some(resolved.value.clone());
        candidate.basis = basis;
        candidate.anchor = anchor;
        candidate.rule = resolved.rule.to_owned();
        Some(candidate)
    }

    /// "the firm, founded in 1922, …": the noun phrase before the insertion, and the participle.
    fn inserted(&self, clause: usize, token: usize, timex: usize, participle: usize) -> Option<Candidate> {
        let resolved = self.timex(timex)?;
        let date = resolved.date?;
        let comma = participle.checked_sub(1)?;
        let start = when::noun_phrase_start(self.tokens, comma.checked_sub(1)?, self.clauses.get(clause)?);
        let end = when::phrase(self.tokens, token).start;
        let own = self.clauses.get(clause)?.subject.iter().any(|piece| piece.end == comma);
        let said = if own { self.subject(clause) } else { Subject::default() };
        if said.reading == Reading::Pronoun || self.tokens.get(start)?.is(Tags::PRONOUN) {
            return None;
        }
        let mut told =
            headline::compose_phrase(&self.source.article.text, self.tokens, participle..end, &self.replaced())?;
        told = told.chars().next().map(|first| first.to_lowercase().chain(told.chars().skip(1)).collect())?;
        let subject = said.words.clone().unwrap_or_else(|| self.words(start..comma));
        let headline = headline::tidy(&format!("{subject} {told}"));
        if headline.chars().count() > headline::MAX_HEADLINE {
            return None;
        }
        let told =
            Told { short: headline.clone(), headline, basis: HeadlineBasis::Article, quality: 85, subject: said };
        let pieces = [start..comma, participle..end];
        let action = self.source.lexicon.family(&self.tokens[participle].lower);
        let (basis, anchor) = self.basis(resolved);
        let mut candidate = self.assemble(clause, &pieces, told, Standing::Dated, Status::Happened, action);
        candidate.attribution = None;
        candidate.date = Some(date);
        candidate.expression = Some(resolved.span);
        candidate.timex = Some(resolved.value.clone());
        candidate.basis = basis;
        candidate.anchor = anchor;
        candidate.rule = resolved.rule.to_owned();
        Some(candidate)
    }

    /// "launched a decade-long war" after a start: a span from it, so long.
    fn spans_of_length(&self, dated: &[Dated]) -> Vec<Candidate> {
        let mut found = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            let Some(length) = token.timex().and_then(|index| self.timex(index)) else { continue };
            let Some(years) = Some(length)
                .filter(|timex| timex.kind == TimexKind::Duration)
                .and_then(|timex| when::years_of(&timex.value))
            else {
                continue;
            };
            let noun = (at + 1..at + 4).find(|at| self.tokens.get(*at).is_some_and(|token| token.is(Tags::LONG_NOUN)));
            let Some((noun, clause)) = noun.zip(self.clause_of(at)) else { continue };
            let starts = self.tokens.get(self.clauses[clause].verb.head).is_some_and(|verb| verb.is(Tags::STARTING));
            if !starts || at < self.clauses[clause].verb.end {
                continue;
            }
            found.extend(self.span_of_length(clause, at, noun, years, length, dated));
        }
        found
    }

    fn span_of_length(
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
            let from = from - usize::from(from > 0 && self.tokens[from - 1].is(Tags::DETERMINER));
            let end = self.clauses[clause].end;
            let headline =
                headline::compose_phrase(&self.source.article.text, self.tokens, from..end, &self.replaced())?;
            Some(Told {
                short: headline.clone(),
                headline,
                basis: HeadlineBasis::Article,
                quality: 80,
                subject: Subject::default(),
            })
        })?;
        let action = self.source.lexicon.family(&self.tokens[noun].lower);
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
    fn refers_back(&self, clause: usize) -> bool {
        let words: Vec<&Token<'_>> = self.clauses[clause]
            .subject
            .iter()
            .filter_map(|piece| self.tokens.get(piece.clone()))
            .flatten()
            .filter(|token| token.is_word())
            .collect();
        match words.as_slice() {
            [one] => matches!(one.lower.as_str(), "this" | "that" | "it" | "which"),
            [first, .., last] => {
                matches!(first.lower.as_str(), "the" | "this" | "that") && last.is(Tags::EVENT_NOUN) && words.len() <= 3
            }
            [] => false,
        }
    }

    /// The news of a lead, and past clauses without a date that may tell of an event another sentence dates.
    fn add_undated(&self, dated: &[Dated], found: &mut Vec<Candidate>) {
        let mut lead_told = false;
        for (index, clause) in self.clauses.iter().enumerate() {
            if dated.iter().any(|entry| entry.clause == index) || clause.verb.is_negated {
                continue;
            }
            let head = &self.tokens[clause.verb.head];
            let is_news = matches!(clause.verb.tense, Tense::Past | Tense::Perfect)
                && !clause.verb.is_copula
                && !head.is(Tags::STATIVE)
                && !clause::is_conditional(self.tokens, clause)
                && !head.is_quoted;
            if !is_news {
                continue;
            }
            let is_lead = self.sentence.is_lead
                && !clause.verb.is_progressive
                && clause.link == Link::Main
                && !lead_told
                && !dated
                    .iter()
                    .any(|entry| Clause::subject_clause(self.clauses, entry.clause) == index && entry.clause != index);
            if is_lead {
                found.extend(self.lead(index));
                lead_told = true;
            } else if !matches!(clause.link, Link::Complement(_)) && dated.is_empty()
                || matches!(clause.link, Link::Main | Link::Subordinate(_))
            {
                found.extend(self.support(index));
            }
        }
        self.add_happenings(found);
    }

    /// "the Taliban’s takeover of Afghanistan": a happening spoken of without a date.
    fn add_happenings(&self, found: &mut Vec<Candidate>) {
        for (head, token) in self.tokens.iter().enumerate() {
            let owner = self.names.iter().find(|name| {
                name.tokens.end <= head && self.tokens[name.tokens.end - 1].is_possessive && head - name.tokens.end <= 2
            });
            let Some(owner) = owner.filter(|_| token.is(Tags::EVENT_NOUN) && !token.is_capital) else { continue };
            let of = self.tokens.get(head + 1).is_some_and(|next| matches!(next.lower.as_str(), "of" | "from" | "in"));
            let end = self
                .names
                .iter()
                .find(|name| of && name.tokens.start > head && name.tokens.start <= head + 3)
                .map(|name| name.tokens.end);
            let (Some(end), Some(clause)) = (end, self.clause_of(head)) else { continue };
            let headline = headline::tidy(&self.words(owner.tokens.start..end));
            let subject = Subject { words: None, actor: Some(owner.text.clone()), reading: Reading::Plain };
            let told = Told { short: headline.clone(), headline, basis: HeadlineBasis::Article, quality: 20, subject };
            let pieces: Vec<Range<usize>> = std::iter::once(owner.tokens.start..end).collect();
            let action = self.source.lexicon.family(&token.lower);
            let mut candidate = self.assemble(clause, &pieces, told, Standing::Support, Status::Happened, action);
            candidate.attribution = None;
            candidate.rule = String::from("retold");
            found.push(candidate);
        }
    }

    fn lead(&self, index: usize) -> Option<Candidate> {
        let told = self.tell(index, None, true)?;
        if told.subject.reading == Reading::Pronoun {
            return None;
        }
        let clause = &self.clauses[index];
        let weekday = self
            .tokens
            .iter()
            .enumerate()
            .filter(|(at, _)| (clause.start..clause.end).contains(at))
            .filter_map(|(_, token)| self.timex(token.timex()?))
            .find(|timex| timex.kind == TimexKind::Date && timex.date.is_none() && !timex.value.ends_with("_REF"));
        let mut candidate = self.candidate(index, told, Standing::Lead, Status::Happened);
        candidate.status = self.status(index, None);
        candidate.quality += 10;
        candidate.keys.extend(self.source.title_keys.iter().cloned());
        candidate.rule = String::from("lead");
        if let Some(timex) = weekday {
            candidate.expression = Some(timex.span);
            candidate.timex = Some(timex.value.clone());
            candidate.basis = Basis::Anchored;
            candidate.rule = timex.rule.to_owned();
        } else {
            candidate.basis = Basis::Published;
            candidate.date = self.source.published.map(published_about);
            candidate.anchor = self.source.published.map(|date| Candidate::anchored(date, AnchorOrigin::Published));
        }
        Some(candidate)
    }

    fn support(&self, index: usize) -> Option<Candidate> {
        let told = self.tell(index, None, false)?;
        if told.subject.reading == Reading::Pronoun {
            return None;
        }
        let status = self.status(index, None);
        let mut candidate = self.candidate(index, told, Standing::Support, status);
        candidate.rule = String::from("retold");
        (status == Status::Happened && candidate.participants.len() >= 2).then_some(candidate)
    }
}

/// News of a lead happened about when it was published.
fn published_about(date: Edtf) -> Edtf {
    match date.single() {
        Some(period) if period.grain() == Grain::Day => date.about(),
        _ => date,
    }
}
