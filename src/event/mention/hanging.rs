//! Dates that hang on something else than the verb of their clause: on a happening inside its phrases, on a day that
//! another happening names, on a count of happenings behind a colon.

use super::dating::years_before;
use super::{Dated, Reader};
use crate::calendar::{Edtf, Grain, Period};
use crate::event::clause::Link;
use crate::event::en::Tags;
use crate::event::token::{Kind, TokenAt as _};
use crate::event::verb::Tense;
use crate::event::when;
use crate::gather::Gather;
use crate::lookup::listed::Listed;
use crate::timex::Resolution;

/// Verbs of which a charge or an inquiry is the object when it comes up.
const OPENING: Listed =
    Listed("opened|launched|began|started|ordered|announced|brought|filed|faced|resigned|quit|died|pleaded");

/// What is so many days ago is not the news of an article.
const YEAR_DAYS: i32 = 366;

/// Days of the week, which are dated by their distance from the publication.
const WEEKDAYS: Listed = Listed("monday|tuesday|wednesday|thursday|friday|saturday|sunday");

/// Longest way from a happening to its date, over its place.
const PLACE_WORDS: usize = 4;

/// Longest way from a count to what it counts, either way.
const COUNT_WORDS: usize = 40;

impl Reader<'_, '_> {
    /// "faces charges over the crash in May 2014", "The inquiry into the fire in 2011 found no fault": a year or a month behind
    /// a happening on which another noun hangs is of the happening, where the verb has another time. So it is behind the
    /// past of what an article tells as new: "They upheld the conviction over the accident six years ago." The noun.
    pub(super) fn hangs_on(&self, token: usize, index: usize, date: Option<Edtf>) -> Option<usize> {
        let is_coarse = date.and_then(Edtf::days).is_some_and(|days| days > 1);
        let clause = self.clauses.get(index).filter(|_| is_coarse)?;
        let first = when::phrase(self.tokens, token).start;
        let is_before = first <= clause.verb.start;
        let floor = if is_before { clause.start } else { clause.verb.end };
        let mut head = first.checked_sub(1)?;
        // "near Arden": its place.
        let place =
            (head.saturating_sub(PLACE_WORDS)..head).rev().find(|at| self.tokens.reads_at(*at, "near|in|at|off"));
        if let Some(place) = place.filter(|place| (place + 1..first).all(|at| self.tokens.is_capital_at(at))) {
            head = place.checked_sub(1)?;
        }
        let is_event = self.tokens.is_at(head, Tags::EVENT_NOUN) && !self.tokens.is_capital_at(head) && head > floor;
        let start = when::noun_phrase_start(self.tokens, head, clause);
        let link = start.checked_sub(1).filter(|link| is_event && *link > floor)?;
        let noun = self.tokens.get(link.checked_sub(1)?)?;
        let is_verb = noun.form.past || noun.form.gerund || link == clause.verb.end;
        let light = Tags::DETERMINER.or(Tags::ADVERB).or(Tags::PRONOUN);
        let is_noun = noun.is_word() && !noun.breaks_noun_phrase() && !noun.is(light) && !is_verb;
        let hangs = self.tokens.reads_at(link, "over|into") && self.tokens.is_at(start, Tags::DETERMINER);
        let is_past = matches!(clause.verb.tense, Tense::Past) && !is_before;
        let is_own = is_past && (OPENING.has(&self.tokens.at(clause.verb.head).lower) || !self.is_news_before(date?));
        (hangs && is_noun && !is_own).then_some(head)
    }

    /// "Nobody was charged over the death of Ana Lind in May 2011", "The book tells of the murder in 2009": where the verb tells
    /// nothing of that time, the date is of the happening before it. The noun.
    pub(super) fn told_beside(&self, token: usize, index: usize, date: Option<Edtf>) -> Option<usize> {
        let clause = self.clauses.get(index)?;
        let is_over = date.is_some_and(|date| self.is_before_publication(date) && !self.is_lately(date));
        let is_other = !matches!(clause.verb.tense, Tense::Past | Tense::Perfect)
            && !self.tokens.reads_at(clause.verb.head, "denies|deny");
        let is_nothing = clause.verb.is_negated || self.has_no_one(index);
        let first = when::phrase(self.tokens, token).start;
        let head = when::event_noun_before(self.tokens, first, clause)?;
        (is_over && (is_other || is_nothing) && head > clause.verb.end).then_some(head)
    }

    /// Whether the sentence before this one told what is new, and `date` is long before.
    fn is_news_before(&self, date: Edtf) -> bool {
        let last = self.thread.last_date.filter(|last| self.is_lately(*last)).and_then(Edtf::first_day);
        last.zip(date.end_day()).is_some_and(|(last, date)| last.days_since(date) > YEAR_DAYS)
    }

    /// "whose son was the last to be found, in August 2011, the report": a date between the commas that close a relative
    /// clause is of that clause; so is one between those that close what opens the sentence: "When it first met, in May, it".
    pub(super) fn parted_relative(&self, token: usize) -> Option<usize> {
        let open = when::phrase(self.tokens, token).start.checked_sub(1)?;
        let is_parted = self.tokens.is_kind_at(open, Kind::Comma) && self.tokens.is_kind_at(token + 1, Kind::Comma);
        let is_inner = |link: Link| match link {
            Link::Subordinate(0) => self.tokens.reads_at(0, "when|after|before|while|as|because"),
            Link::Relative(0) => self.tokens.reads_at(0, "when"),
            Link::Relative(marker) => self.tokens.reads_at(marker, "who|which|whose|whom|that"),
            _ => false,
        };
        self.clauses.iter().position(|clause| is_parted && clause.end == open && is_inner(clause.link))
    }

    /// "on the Monday after the report appeared": the Monday that follows the other's day, where that is known, and no day
    /// at all where it is not.
    pub(super) fn move_weekdays(&self, dated: &mut Vec<Dated>) {
        let found: Vec<Dated> = dated.clone();
        dated.retain_mut(|entry| {
            let is_weekday = self.tokens.get(entry.token).is_some_and(|day| WEEKDAYS.has_in_any_case(day.text));
            let border = entry.token + 1;
            let sign = match self.tokens.get(border).map(|border| border.lower.as_str()) {
                Some("after" | "following") => 1,
                Some("before") => -1,
                _ => return true,
            };
            if !is_weekday || !self.tokens.reads_at(entry.token.saturating_sub(1), "the") {
                return true;
            }
            let inner = self.clauses.iter().position(
                |clause| matches!(clause.link, Link::Subordinate(marker) | Link::Relative(marker) if marker == border),
            );
            let own =
                inner.and_then(|inner| found.iter().find(|other| other.clause == inner).map(|other| other.when.date));
            let from = if inner.is_some() { own } else { self.date_behind(border) };
            let from = from.or_else(|| self.day_told(border));
            let day = entry.when.date.single().zip(from.and_then(Edtf::single));
            let moved = day.and_then(|(day, from)| beside(day, from, sign));
            entry.when.date = moved.map_or(entry.when.date, Edtf::from_period);
            moved.is_some()
        });
    }

    /// "Eight days after the flood", "the Monday after the report appeared": the day on which the article told it to be.
    pub(super) fn day_told(&self, border: usize) -> Option<Edtf> {
        let noun = self.tokens.get(border + 2).filter(|noun| noun.is_word() && !noun.is_capital)?;
        let next = self.tokens.at(border + 3);
        let is_verb = self.clauses.iter().any(|clause| clause.verb.start == border + 3);
        let is_whole = is_verb || !next.is_word() || next.is(Tags::PRONOUN.or(Tags::DETERMINER));
        let is_known = self.tokens.reads_at(border + 1, "the|that") && is_whole;
        self.thread.day_of(&self.source.lexicon.family(&noun.lower)).filter(|_| is_known)
    }

    /// "the report of 17 May": on which day a paper was, whatever is told of it.
    pub(super) fn dated_nouns(&self) -> Vec<(String, Edtf)> {
        let dates =
            self.tokens.iter().enumerate().filter_map(|(at, token)| Some((at, self.timex(token.timex()?)?.date?)));
        let is_day = |date: &Edtf| date.single().is_some_and(|period| period.grain() == Grain::Day);
        let of = |(at, date): (usize, Edtf)| {
            let noun = self.tokens.get(at.checked_sub(2)?)?;
            let is_of = self.tokens.reads_at(at - 1, "of") && noun.is_word() && !noun.is_capital;
            (is_of && is_day(&date)).then(|| (self.source.lexicon.family(&noun.lower), date))
        };
        dates.filter_map(of).gather()
    }

    /// "touched it twice: once in May, when it rained, and again in June": the clause before the colon, which each of the
    /// dates is of.
    pub(super) fn counted_off(&self, token: usize) -> Option<usize> {
        let opener = |token: usize| when::phrase(self.tokens, token).start.checked_sub(1);
        let is_once = |at: usize| {
            self.tokens.reads_at(at, "once|first")
                && at > 0
                && matches!(self.tokens.at(at - 1).kind, Kind::Stop | Kind::Dash)
        };
        let at = opener(token)?;
        let is_again = self.tokens.reads_at(at, "again|then|later|once|and");
        let floor = at.saturating_sub(COUNT_WORDS).max(1);
        let once = if is_once(at) { Some(at) } else { (floor..at).rev().find(|at| is_again && is_once(*at)) }?;
        let is_dated = (once + 1..self.tokens.len()).take(4).any(|at| self.tokens.at(at).timex().is_some());
        let clause =
            self.clauses.iter().rposition(|clause| clause.end < once && clause.verb.end + COUNT_WORDS > once)?;
        let counts =
            self.tokens.within(self.clauses[clause].verb.end..once).iter().any(|token| token.reads("twice|times"));
        (is_dated && counts).then_some(clause)
    }

    /// "suffered in 2016, when a file was stolen, and again in May": of the clause around the one that tells of the first
    /// date, which is `inside`.
    pub(super) fn told_again(&self, token: usize, inside: usize) -> Option<usize> {
        let again = when::phrase(self.tokens, token).start.checked_sub(1)?;
        let is_again = again > 0 && self.tokens.reads_at(again, "again") && self.tokens.reads_at(again - 1, "and|then");
        let Link::Relative(marker) = self.clauses.get(inside).filter(|_| is_again)?.link else { return None };
        let is_when = self.tokens.reads_at(marker, "when|where");
        (0..inside).rev().find(|at| is_when && matches!(self.clauses[*at].link, Link::Main | Link::Joined(_)))
    }

    /// "Last year, in May, the bridge fell": the May of that year, whichever is nearer to the publication.
    fn in_year_before(&self, dated: &mut [Dated]) {
        for at in 1..dated.len() {
            let (outer, inner) = (dated[at - 1], dated[at]);
            let start = when::phrase(self.tokens, inner.token).start;
            let is_next = outer.clause == inner.clause
                && self.tokens.is_kind_at(outer.token + 1, Kind::Comma)
                && start == outer.token + 2
                && start < inner.token
                && !self.tokens.at(inner.token + 1).is_word();
            let is_filled = self.timex(inner.timex).is_some_and(|timex| timex.resolution != Resolution::Stated);
            let dates = outer.when.date.single().zip(inner.when.date.single());
            let years = dates.filter(|(outer, _)| is_next && is_filled && outer.grain() == Grain::Year);
            let moved = years.and_then(|(outer, inner)| years_before(inner, inner.first_year() - outer.first_year()));
            dated[at].when.date = moved.map_or(inner.when.date, Edtf::from_period);
        }
    }

    /// "The year before, in 2011, the firm had bought it": the date that is stated says which year that was.
    pub(super) fn drop_restated(&self, dated: &mut Vec<Dated>) {
        self.in_year_before(dated);
        let is_stated =
            |entry: &Dated| self.timex(entry.timex).is_some_and(|timex| timex.resolution == Resolution::Stated);
        let mut spent = Vec::new();
        for pair in dated.windows(2) {
            let [first, second] = pair else { continue };
            let start = when::phrase(self.tokens, second.token).start;
            let is_next = self.tokens.is_kind_at(first.token + 1, Kind::Comma) && start == first.token + 2;
            let is_close = is_next && self.tokens.is_kind_at(second.token + 1, Kind::Comma);
            // "Last month, on June 12", "on June 12, last month": the day, which says more.
            let ends = is_close || !self.tokens.at(second.token + 1).is_word();
            let (outer, inner) = (first.when.date, second.when.date);
            if first.clause != second.clause {
                continue;
            } else if is_close && !is_stated(first) && is_stated(second) || is_next && ends && holds(outer, inner) {
                spent.push(first.token);
            } else if is_next && ends && holds(inner, outer) {
                spent.push(second.token);
            }
        }
        // "on Monday of last week, 27 March": one day, told twice.
        for (at, entry) in dated.iter().enumerate() {
            if dated.iter().take(at).any(|other| other.clause == entry.clause && other.when.date == entry.when.date) {
                spent.push(entry.token);
            }
        }
        dated.retain(|entry| !spent.contains(&entry.token));
    }

    /// "reported in early 2013, and its head quit two days later": a few days behind a month or a year are mostly in it.
    pub(super) fn add_later_dates(&self, dated: &mut Vec<Dated>) {
        for (token, timex) in self.tokens.iter().enumerate().filter_map(|(at, token)| Some((at, token.timex()?))) {
            let Some(resolved) = self.timex(timex).filter(|timex| timex.date.is_none()) else { continue };
            let text = self.tokens.at(token).text;
            let mut words = text.rsplit(' ');
            let is_later = words.next() == Some("later");
            let is_near = words.next().is_some_and(|unit| matches!(unit, "day" | "days" | "hours" | "week"));
            let Some(clause) = self.clause_of(token).filter(|_| is_later && is_near) else { continue };
            let is_told = self.clauses[clause].verb.tense == Tense::Past && resolved.value.ends_with("XX");
            let before = dated.iter().rfind(|entry| entry.token < token && entry.clause != clause).copied();
            let is_free = is_told && dated.iter().all(|entry| entry.clause != clause);
            let is_coarse = |entry: &Dated| {
                let period = entry.when.date.single();
                period.is_some_and(|period| matches!(period.grain(), Grain::Month | Grain::Year))
            };
            if let Some(before) = before.filter(|before| is_free && is_coarse(before)) {
                dated.push(Dated { clause, token, timex, ..before });
            }
        }
    }
}

/// Whether one date is part of another, and not all of it.
fn holds(outer: Edtf, inner: Edtf) -> bool {
    let is_longer = outer.days().zip(inner.days()).is_some_and(|(outer, inner)| outer > inner);
    is_longer && outer.first_day() <= inner.first_day() && inner.end_day() <= outer.end_day()
}

/// The day of the week of `day` that comes next after `from`, or last before it.
fn beside(day: Period, from: Period, sign: i32) -> Option<Period> {
    let is_day = day.grain() == Grain::Day && from.grain() == Grain::Day;
    let weekday = |period: Period| i32::from(period.first_day().weekday().iso_number());
    let ahead = (weekday(day) - weekday(from)) * sign;
    let days = if ahead > 0 { ahead } else { ahead + 7 };
    is_day.then(|| from.shifted(days * sign))?
}
