//! Reports without a date phrase: the news of a lead, and what others may date.

use super::told::Told;
use super::{Dated, Reader};
use crate::calendar::{Edtf, Grain};
use crate::event::candidate::{Candidate, Standing};
use crate::event::clause::{self, Clause, Link};
use crate::event::en::Tags;
use crate::event::headline::{self};
use crate::event::model::{AnchorOrigin, Basis, Status};
use crate::event::refer::{Reading, Subject};
use crate::event::token::{TokenAt as _, tokens};
use crate::event::verb::Tense;
use crate::gather::Gather;
use crate::lookup::listed::Listed;
use crate::timex::{Timex, TimexKind};
use std::ops::Range;

/// A lead repeats what was said up to so many days before.
const REPORT_LAG_DAYS: i32 = 7;

/// Nouns for what a lead tells that somebody has decided or made known.
const DECIDED: Listed = Listed(
    "ruling|verdict|decision|judgment|judgement|sentence|announcement|move|vote|order|appointment|disclosure|deal|\
     agreement|resignation|settlement|closure",
);

impl Reader<'_, '_> {
    /// The news of a lead, and past clauses without a date that may tell of an event another sentence dates.
    pub(super) fn add_undated(&self, dated: &[Dated], found: &mut Vec<Candidate>) {
        let mut lead_told = false;
        for (index, clause) in self.clauses.iter().enumerate() {
            if dated.iter().any(|entry| entry.clause == index) || clause.verb.is_negated {
                continue;
            }
            let head = self.tokens.at(clause.verb.head);
            let is_news = matches!(clause.verb.tense, Tense::Past | Tense::Perfect)
                && !clause.verb.is_copula
                && !head.is(Tags::STATIVE)
                && !clause::is_conditional(self.tokens, clause)
                && !head.is_quoted;
            if !is_news {
                continue;
            }
            if let Some(fresh) = self.fresh(index) {
                found.push(fresh);
                continue;
            }
            // "For 150 years a light burned": what went on is no news.
            let lasts = self.tokens.reads_at(0, "for")
                && self.tokens.get(1).and_then(|second| self.timex(second.timex()?)).is_some();
            let is_lead = self.sentence.is_lead
                && !lasts
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
    pub(super) fn add_happenings(&self, found: &mut Vec<Candidate>) {
        for (head, token) in self.tokens.iter().enumerate() {
            let owner = self.names.iter().find(|name| {
                name.tokens.end <= head
                    && self.tokens.at(name.tokens.end - 1).is_possessive
                    && head - name.tokens.end <= 2
            });
            let Some(owner) = owner.filter(|_| token.is(Tags::EVENT_NOUN) && !token.is_capital) else { continue };
            let of = self.tokens.reads_at(head + 1, "of|from|in");
            let end = self
                .names
                .iter()
                .find(|name| of && name.tokens.start > head && name.tokens.start <= head + 3)
                .map(|name| name.tokens.end);
            let (Some(end), Some(clause)) = (end, self.clause_of(head)) else { continue };
            let headline = headline::tidy(&self.words(owner.tokens.start..end));
            let subject = Subject { words: None, actor: Some(owner.text.clone()), reading: Reading::Plain };
            let nominal = self.nominal_phrase(owner.tokens.start..end, head);
            let told = Told { nominal, ..Told::new(headline, 20, subject) };
            let pieces: Vec<Range<usize>> = std::iter::once(owner.tokens.start..end).gather();
            let action = self.source.lexicon.family(&token.lower);
            let mut candidate = self.assemble(clause, &pieces, told, Standing::Support, Status::Happened, action);
            candidate.attribution = None;
            candidate.rule = String::from("retold");
            found.push(candidate);
        }
    }

    pub(super) fn lead(&self, index: usize) -> Option<Candidate> {
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
            let about = || self.reported_on(index).or(self.source.published).map(published_about);
            candidate.date = self.decided_on().or_else(about);
            candidate.anchor = self.source.published.map(|date| Candidate::anchored(date, AnchorOrigin::Published));
        }
        Some(candidate)
    }

    /// ", police said on Monday": news is of the day on which it was told, where the sentence has that.
    fn reported_on(&self, index: usize) -> Option<Edtf> {
        let report = self.clauses.get(self.trailing_report(index)?)?;
        let days = self.tokens.get(report.start..report.end.max(report.verb.end))?.iter();
        let found = days.filter_map(|token| self.timex(token.timex()?)?.date);
        let is_day = |date: &Edtf| date.single().is_some_and(|period| period.grain() == Grain::Day);
        // A report long before the publication is no news.
        found.into_iter().find(is_day).filter(|day| self.is_lately(*day))
    }

    /// "A court has cut her sentence. The ruling on Thursday came …": the sentence behind the lead says when its news was.
    fn decided_on(&self) -> Option<Edtf> {
        let following = self.sentence.following?;
        let is_inside = |timex: &Timex| following.start <= timex.span.start && timex.span.end <= following.end;
        let (index, timex) = self.source.timexes.iter().enumerate().find(|(_, timex)| is_inside(timex))?;
        let found = tokens(&self.source.article.text, following, &[(index, timex.span)], self.source.lexicon);
        let at = found.iter().position(|token| token.timex().is_some())?;
        let noun = match at {
            // "Thursday’s ruling", "The ruling Thursday", "The ruling on Thursday"
            0 => 2,
            2 => 1,
            3 if found.reads_at(2, "on") => 1,
            _ => return None,
        };
        let is_news = (noun > at || found.reads_at(0, "the")) && DECIDED.has(&found.get(noun)?.lower);
        timex.date.filter(|date| is_news && self.is_lately(*date))
    }

    /// Whether a date is a day of the week before the publication.
    pub(super) fn is_lately(&self, day: Edtf) -> bool {
        let is_day = day.single().is_some_and(|period| period.grain() == Grain::Day);
        let lag = || Some(self.source.published?.first_day()?.days_since(day.first_day()?));
        is_day && lag().is_some_and(|lag| (0..=REPORT_LAG_DAYS).contains(&lag))
    }

    /// "has just resigned": news of the day on which the article was published; "had just left" is not.
    fn fresh(&self, index: usize) -> Option<Candidate> {
        let verb = self.clauses.get(index)?.verb;
        let published = self.source.published?;
        let is_day = published.single().is_some_and(|period| period.grain() == Grain::Day);
        let is_past_perfect = self.tokens.get(verb.start..verb.end)?.iter().any(|token| token.reads("had"));
        let is_just = (verb.start..verb.head).any(|at| self.tokens.reads_at(at, "just"));
        // "a talk on the subject of the cliff, which has just been shown": which of the two is, nobody knows.
        let clause = self.clauses.get(index)?;
        let is_of = clause.first_word().is_some_and(|at| {
            matches!(clause.link, Link::Relative(_)) && at > 0 && self.tokens.is_at(at - 1, Tags::PREPOSITION)
        });
        if !is_day || is_past_perfect || !is_just || verb.is_progressive || is_of {
            return None;
        }
        let told = self.tell(index, None, false).filter(|told| told.subject.reading != Reading::Pronoun)?;
        let mut candidate = self.candidate(index, told, Standing::Dated, Status::Happened);
        candidate.status = self.status(index, None);
        candidate.basis = Basis::Published;
        candidate.date = Some(published_about(published));
        candidate.anchor = Some(Candidate::anchored(published, AnchorOrigin::Published));
        candidate.rule = String::from("just");
        Some(candidate)
    }

    pub(super) fn support(&self, index: usize) -> Option<Candidate> {
        let told = self.tell(index, None, false)?;
        if told.subject.reading == Reading::Pronoun {
            return None;
        }
        let status = self.status(index, None);
        let mut candidate = self.candidate(index, told, Standing::Support, status);
        candidate.rule = String::from("retold");
        (status == Status::Happened).then_some(candidate)
    }
}

/// News of a lead happened about when it was published.
pub(super) fn published_about(date: Edtf) -> Edtf {
    match date.single() {
        Some(period) if period.grain() == Grain::Day => date.about(),
        _ => date,
    }
}
