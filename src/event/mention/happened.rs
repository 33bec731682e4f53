//! The report of a dated clause, and whether its date says when that happened.

use super::told::Told;
use super::{Candidate, Dated, Reader, Standing};
use crate::calendar::{Bound, Edtf, Grain};
use crate::event::clause::{Clause, Link};
use crate::event::en::Tags;
use crate::event::headline;
use crate::event::model::{Extent, HeadlineBasis, Status};
use crate::event::refer::Subject;
use crate::event::token::{Kind, TokenAt as _, infinitive};
use crate::event::verb::Tense;
use crate::event::when::{self, When};
use crate::timex::{Relation, Timex, TimexKind};

/// The longest month.
const MONTH_DAYS: i32 = 31;

impl Reader<'_, '_> {
    /// What a dated clause reports; `None` where its date is of something else, or nothing happened.
    pub(super) fn dated(&self, entry: Dated, all: &[Dated]) -> Option<Candidate> {
        let clause = self.clauses.get(entry.clause)?;
        let timex = self.timex(entry.timex)?;
        let is_second = all.iter().any(|other| other.clause == entry.clause && other.token < entry.token)
            && timex.relation != Relation::RangeEnd
            && !self
                .tokens
                .within(entry.token.saturating_sub(1)..entry.token)
                .iter()
                .any(|token| token.is(Tags::CONJUNCTION) || token.kind == Kind::Comma);
        // "in 2004 and again in 2009": each is one of a row.
        let phrase = when::phrase(self.tokens, entry.token).start;
        let before = phrase.saturating_sub(1);
        let before = before - usize::from(before > 0 && self.tokens.reads_at(before, "again"));
        let first = before.saturating_sub(1);
        let first = first - usize::from(first > 0 && self.tokens.is_kind_at(first, Kind::Comma));
        let is_in_row = self.tokens.reads_at(before, "and|or")
            && self.tokens.reads_at(phrase, "in|on")
            && self.tokens.get(first).is_some_and(|token| token.timex().is_some());
        if is_second && !is_in_row && self.counted_off(entry.token).is_none() {
            return None;
        }
        // "can make all the difference at the end of the month" is no event.
        if self.came_to_nothing(clause)
            || self.is_put_off(entry.clause)
            || self.tokens.reads_at(clause.verb.start, "can|can't|cannot")
        {
            return None;
        }
        let is_at_last = self.is_at_last(entry);
        if clause.verb.is_negated && !is_at_last || self.has_no_one(entry.clause) {
            return self.ended(entry);
        }
        let entry = match timex.date.filter(|_| is_at_last) {
            Some(date) => Dated { when: When { date, extent: Extent::Within }, ..entry },
            None => entry,
        };
        if let Some(scheduled) = self.scheduled(entry).or_else(|| self.set_for(entry)).or_else(|| self.lasted(entry)) {
            return Some(scheduled);
        }
        let told = self.tell(entry.clause, Some(entry), false);
        // "It tried three times: once in May and again in June": the whole sentence tells of each.
        let is_one = self.counted_off(entry.token).is_none();
        let mut told = told.or_else(|| self.tell_sentence(entry.clause, Some(entry)).filter(|_| is_one))?;
        let status = self.status(entry.clause, Some(entry.when.date));
        let is_plain_present = clause.verb.tense == Tense::Present && status == Status::Happened;
        let is_of_the_day = entry.when.date.days().is_some_and(|days| days <= 2);
        let is_over = self.is_before_publication(entry.when.date);
        // "today, when a theft occurs, all lock their doors": whenever it does.
        if is_plain_present && matches!(clause.link, Link::Relative(at) if self.tokens.reads_at(at, "when")) {
            return None;
        }
        if is_plain_present && clause.verb.is_copula && entry.when.date.end_day().is_some() {
            return None;
        }
        if is_plain_present && !is_of_the_day && (entry.when.extent == Extent::Within || is_over) {
            return None;
        }
        // "fell in January", told in December: not the January to come, whatever the calendar makes of it.
        let head = self.tokens.at(clause.verb.head);
        let is_told = matches!(clause.verb.tense, Tense::Past | Tense::Perfect);
        let tells_past = is_told && !clause.verb.is_copula && !head.is(Tags::PLANNING);
        if tells_past && self.is_after_publication(entry.when.date) {
            return None;
        }
        // "was the favourite in next year's vote", "is under curfew until 6 am".
        let is_due = self.tokens.at(clause.verb.end).is(Tags::ADJECTIVE.or(Tags::PLANNING));
        let is_state = clause.verb.is_copula && matches!(clause.verb.tense, Tense::Past | Tense::Present) && !is_due;
        if is_state && self.is_after_publication(entry.when.date) && entry.token > clause.verb.end + 1 {
            return None;
        }
        // "will cut jobs after a loss last year", "is expected to stand trial over a clash last October": the date is of
        // something else, and so it is in "has called on all to join a drive later this month".
        //
        // "vowed to cut waste by 2030" tells of no 2030, and "has made the right choice to travel on Thursday" of no choice
        // made then: a perfect has no such date.
        // A simple past has no "since": "had a service for those killed since 1993".
        // "is counting the days until 2028".
        let is_waiting = clause.verb.tense == Tense::Present && timex.relation == Relation::Until;
        if is_waiting && self.ends_after_publication(entry.when.date) {
            return None;
        }
        // "has been tied to a case in December": a perfect has no month of its own.
        let is_long = entry.when.date.days().is_some_and(|days| days > 7) && entry.when.extent == Extent::Within;
        let is_said = matches!(clause.link, Link::Complement(_));
        if clause.verb.tense == Tense::Perfect && is_long && is_over && !is_said {
            return None;
        }
        // "adjourned the case until 14 January": it goes on then.
        let is_put_off = self.tokens.reads_at(clause.verb.head, "adjourned|postponed|delayed|deferred|extended");
        if is_put_off && is_told && timex.relation == Relation::Until {
            return None;
        }
        let is_before = entry.token < clause.verb.start;
        let is_plain_past = clause.verb.tense == Tense::Past
            && (is_before || !clause.verb.is_copula)
            && !clause.verb.is_passive
            && (clause.verb.head == clause.verb.start || !self.tokens.is_at(clause.verb.start, Tags::HAVE));
        if is_plain_past && matches!(entry.when.date, Edtf::Interval(_, Bound::Open)) {
            return None;
        }
        let is_ordered = || self.is_of_plan(clause, entry.token);
        let by_then = timex.relation == Relation::By && self.ends_after_publication(entry.when.date);
        // "according to plans made in 2009, the party may split": nobody knows yet of a day that is over.
        let may_yet = self.tokens.reads_at(clause.verb.start, "may|might")
            && !self.tokens.reads_at(clause.verb.start + 1, "have");
        // "says she will press charges over a theft in 2003".
        let is_going = self.tokens.reads_at(clause.verb.head, "going") && self.tokens.reads_at(clause.verb.end, "to");
        let is_ahead = clause.verb.tense == Tense::Future || is_going || status == Status::Planned || may_yet;
        let is_of_other = clause.verb.tense != Tense::Past && is_over && is_ahead
            || by_then && (is_told || is_ordered())
            || timex.relation == Relation::By && is_told && self.follows_infinitive(clause, entry.token)
            || is_told
                && (self.is_unfinished(entry.when.date) || clause.verb.tense == Tense::Perfect)
                && !(clause.verb.is_copula && is_due)
                && self.follows_infinitive(clause, entry.token);
        if is_of_other {
            return None;
        }
        // "eight years after an epidemic killed many" is told in passing.
        if timex.kind == TimexKind::Duration && matches!(clause.link, Link::Subordinate(_)) {
            told.quality -= 10;
        }
        // "hopes to show them in 2022" is a plan, and no state.
        let is_plan = status == Status::Planned && head.is(Tags::PLANNING);
        if clause.verb.is_copula || head.is(Tags::STATIVE) && !is_plan {
            let is_sum = self.tokens.within(clause.verb.end..clause.end).iter();
            let is_sum = is_sum
                .into_iter()
                .find(|token| !token.is(Tags::ADVERB))
                .is_some_and(|token| token.kind == Kind::Number);
            // "sales were $3 million": a figure to compare with, and nothing that happened.
            let is_named = told.subject.actor.is_some() || !clause.verb.is_copula || status != Status::Happened;
            told.quality -= if is_sum {
                70
            } else if is_named {
                20
            } else {
                50
            };
        }
        let candidate = self.candidate(entry.clause, told, Standing::Dated, status);
        let mut candidate = Self::with_date(candidate, timex, entry.when.date);
        candidate.extent = entry.when.extent;
        if entry.when.extent == Extent::Throughout && candidate.name.is_none() {
            // "…, in what is known as the Harbour War".
            candidate.name = self.capitals_name(0..self.tokens.len());
        }
        if entry.when.date.single().is_some_and(|period| period.grain() == Grain::Day) {
            candidate.keys.insert(format!("={}", timex.value));
        }
        Some(candidate)
    }

    /// "did not open until May", "was not freed until 2010": then it did, and then they were.
    pub(super) fn is_at_last(&self, entry: Dated) -> bool {
        let verb = self.clauses[entry.clause].verb;
        let first = self.tokens.at(verb.start);
        let is_past = first.reads("did|didn't") && self.tokens.at(verb.head).form.plain
            || first.reads("was|were") && verb.is_passive && self.tokens.reads_at(verb.start + 1, "not");
        let until = self.timex(entry.timex).is_some_and(|timex| timex.relation == Relation::Until);
        verb.is_negated && is_past && until && entry.token > verb.head
    }

    /// An expression that names a date before the publication on which something was, with that date.
    pub(super) fn past_date(&self, timex: usize) -> Option<(&Timex, Edtf)> {
        let is_at = |timex: &&Timex| timex.kind == TimexKind::Date && timex.relation == Relation::At;
        let resolved = self.timex(timex).filter(is_at)?;
        Some((resolved, resolved.date.filter(|date| self.is_before_publication(*date))?))
    }

    /// Whether a date had ended when the article was published.
    pub(super) fn is_before_publication(&self, date: Edtf) -> bool {
        let published = self.source.published.and_then(Edtf::first_day);
        matches!((date.end_day(), published), (Some(end), Some(published)) if end <= published)
    }

    /// Whether a date had not ended when the article was published, though it may have begun.
    fn is_unfinished(&self, date: Edtf) -> bool {
        date.days().is_some_and(|days| days <= MONTH_DAYS) && self.ends_after_publication(date)
    }

    fn ends_after_publication(&self, date: Edtf) -> bool {
        let published = self.source.published.and_then(Edtf::end_day);
        matches!((date.end_day(), published), (Some(end), Some(published)) if end > published)
    }

    /// Whether an infinitive stands between the verb and the date at `token`: "called on all to join on Friday".
    fn follows_infinitive(&self, clause: &Clause, token: usize) -> bool {
        infinitive(self.tokens.within(clause.verb.end..token)).is_some()
    }

    /// Whether the date at `token` is of what a noun is for: "may defy orders to quit by 12 April".
    fn is_of_plan(&self, clause: &Clause, token: usize) -> bool {
        // "is due to open by 2013" is the plan itself.
        let is_due = clause.verb.is_copula && self.tokens.is_at(clause.verb.end, Tags::PLANNING);
        self.tokens.within(clause.verb.end + usize::from(is_due)..token).windows(3).any(|words| {
            matches!(words, [noun, to, verb] if to.reads("to") && verb.form.plain && headline::takes_infinitive(noun))
        })
    }

    /// Whether a date had not begun when the article was published.
    pub(super) fn is_after_publication(&self, date: Edtf) -> bool {
        let published = self.source.published.and_then(Edtf::end_day);
        matches!((date.first_day(), published), (Some(first), Some(end)) if first >= end)
    }

    /// "was to have opened in May", "would have closed", "had been planned for May": it did not.
    fn came_to_nothing(&self, clause: &Clause) -> bool {
        // "a deal that would have raised taxes and cut spending".
        if let Link::Joined(of) = clause.link
            && let Some(first) = self.clauses.get(of).filter(|first| first.verb.head < clause.verb.head)
            && clause.verb.start == clause.verb.head
            && matches!(first.verb.tense, Tense::Future | Tense::Possible)
            && self.came_to_nothing(first)
        {
            return true;
        }
        let had_been = clause.verb.is_passive && self.tokens.reads_at(clause.verb.start, "had");
        let is_set = self.tokens.reads_at(clause.verb.head, "set|fixed|slated|booked")
            && self.tokens.reads_at(clause.verb.end, "for");
        if had_been && (is_set || self.tokens.reads_at(clause.verb.head, "planned|scheduled")) {
            return true;
        }
        let end = (clause.verb.end + 2).min(clause.end.max(clause.verb.end));
        let words = self.tokens.within(clause.verb.start..end);
        words
            .windows(2)
            .any(|pair| matches!(pair, [first, second] if first.reads("to|would|could|should") && second.reads("have")))
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
            nominal: None,
        };
        let candidate = self.candidate(entry.clause, told, Standing::Support, Status::Happened);
        Some(Self::with_date(candidate, timex, date))
    }
}
