//! Dates that clauses take from one another, and dates that are none of the clause they stand in.

use super::{Dated, Reader};
use crate::calendar::{Bound, Edtf, Grain, Period};
use crate::event::clause::{Clause, Link};
use crate::event::en::Tags;
use crate::event::model::Extent;
use crate::event::token::{Kind, TokenAt as _};
use crate::event::verb::Tense;
use crate::event::when::{self, When};
use crate::gather::Gather;
use crate::text::lowered;
use crate::timex::{AnchorSource, Relation, Resolution, Timex, TimexKind};

/// Words that open a phrase about what was before or after.
const BORDERS: &str = "after|before|following|since|until|despite|amid|because";

/// "until", what ended it, and its date stand within so many words.
const UNTIL_WITHIN: usize = 7;

/// Longest way from a happening to "in which".
pub(super) const HAPPENING_WORDS: usize = 9;

/// The longest time that "when" makes one moment of.
const YEAR_DAYS: i32 = 366;

/// A date so long after another, or before it, where that is known as finely as the length is: "P9D" after a day.
fn counted(from: Edtf, length: &str, sign: i32) -> Option<Edtf> {
    let period = from.single()?;
    let (count, unit) = length.strip_prefix('P')?.split_at_checked(length.len().checked_sub(2)?)?;
    let count = sign * count.parse::<i32>().ok()?;
    let (grain, count) = match unit {
        "D" => (Grain::Day, count),
        "W" => (Grain::Day, count * 7),
        "M" => (Grain::Month, count),
        "Y" => (Grain::Year, count),
        _ => return None,
    };
    let is_fine = period.grain() <= grain;
    is_fine.then(|| period.widened(grain).shifted(count)).flatten().map(Edtf::from_period)
}

/// "two days after it was dropped in August": about that month, as far as it is known.
fn beside(from: Edtf, length: &str) -> Option<Edtf> {
    let days = length.strip_prefix('P')?.strip_suffix('D')?.parse::<u8>().ok()?;
    let is_month = from.single().is_some_and(|period| period.grain() == Grain::Month);
    (is_month && days <= FEW_DAYS).then(|| from.about())
}

/// So many days from a day of a month are mostly in it.
const FEW_DAYS: u8 = 10;

/// The same day or month, so many years before.
pub(super) fn years_before(from: Period, years: i32) -> Option<Period> {
    match from.grain() {
        Grain::Day => {
            let (year, month, day) = from.first_day().ymd();
            Period::ymd(year.checked_sub(years)?, month, day)
        }
        Grain::Month => from.shifted(years.checked_mul(-12)?),
        _ => None,
    }
}

impl Reader<'_, '_> {
    /// "By nightfall he had eleven pieces", told of 1991: no day is known, and it is not the one of publication.
    pub(super) fn is_hour_of_old(&self, timex: &Timex) -> bool {
        let mut anchor = timex;
        while let Resolution::Anchored { from: AnchorSource::Mention(before), .. } = anchor.resolution
            && let Some(before) = self.timex(before).filter(|before| before.says_hour_alone())
        {
            anchor = before;
        }
        let is_filled = matches!(anchor.resolution, Resolution::Anchored { from: AnchorSource::Published, .. });
        let is_old = |last: Edtf| last.single().is_some() && self.is_before_publication(last) && !self.is_lately(last);
        timex.says_hour_alone() && is_filled && self.thread.last_date.is_some_and(is_old)
    }

    /// "was set up after a resolution in 2000": a year or a month behind a border is the border's.
    pub(super) fn dates_border(&self, token: usize, clause: usize, date: Option<Edtf>) -> bool {
        let is_coarse = date.and_then(Edtf::days).is_some_and(|days| days > 1);
        if !is_coarse {
            return false;
        }
        let end = self.clauses[clause].verb.end;
        let first = when::phrase(self.tokens, token).start;
        let between = self.tokens.within(end..first);
        let border = between.iter().rposition(|token| {
            token.kind == Kind::Comma
                || token.is(Tags::PREPOSITION) && token.reads(BORDERS)
                || token.reads("connection|ahead")
        });
        let is_border = border.and_then(|at| between.get(at)).is_some_and(|token| token.kind != Kind::Comma);
        // "named after her next year" has no happening behind its border.
        let phrase = between.get(border.unwrap_or(0) + 1..).unwrap_or_default();
        is_border
            && phrase.iter().any(|token| token.is_word() && !token.is(Tags::PRONOUN))
            && phrase.first().is_some_and(|first| !first.reads("him|her|them"))
    }

    /// ", when the raids began" after a date, ", during which it rose": the clause takes the date before it.
    pub(super) fn add_relative_dates(&self, dated: &mut Vec<Dated>) {
        for (index, clause) in self.clauses.iter().enumerate() {
            let Link::Relative(marker) = clause.link else { continue };
            let words = [self.tokens.get(marker), self.tokens.get(marker + 1)];
            let is_temporal = words.into_iter().flatten().any(|token| token.reads("when"))
                || words[0].is_some_and(|token| token.reads("during|after|since|until|by"));
            if dated.iter().any(|entry| entry.clause == index) {
                continue;
            }
            if let Some(entry) = self.of_happening(index, marker) {
                dated.push(entry);
                continue;
            }
            if !is_temporal {
                continue;
            }
            let before =
                marker.checked_sub(1).map(|at| at - usize::from(at > 0 && self.tokens.is_kind_at(at, Kind::Comma)));
            let Some((token, timex)) = before.and_then(|at| Some((at, self.tokens.get(at)?.timex()?))) else {
                continue;
            };
            let Some(resolved) = self.source.timexes.get(timex) else { continue };
            let Some(date) = resolved.date else { continue };
            // "from 1990 to 1993, when it rose": all that time.
            let start = resolved.partner.filter(|_| resolved.relation == Relation::RangeEnd);
            let when = match start.and_then(|start| self.source.timexes.get(start)?.date) {
                Some(start) => When { date: Edtf::Interval(start.start(), date.end()), extent: Extent::Throughout },
                None => When { date, extent: Extent::Within },
            };
            dated.push(Dated { clause: index, token, timex, when });
        }
    }

    /// "The flood of May 2011, which killed 31 people", "the protest in June 2018 in which two men were hurt": what a happening
    /// did, or what was in it, was on its date.
    fn of_happening(&self, index: usize, marker: usize) -> Option<Dated> {
        let clause = self.clauses.get(index).filter(|clause| clause.verb.tense == Tense::Past)?;
        let wrought = when::WROUGHT.has(&self.tokens.at(clause.verb.head).lower) && !clause.verb.is_passive;
        let first = if self.tokens.reads_at(marker, "in|during") && self.tokens.reads_at(marker + 1, "which") {
            let verb = self.clauses.iter().map(|clause| clause.verb.end).filter(|end| *end <= marker).max();
            verb.unwrap_or(0).max(marker.saturating_sub(HAPPENING_WORDS))
        } else if wrought && self.tokens.reads_at(marker, "which|that") {
            clause.first_word()?
        } else {
            return None;
        };
        let mut dates = (first..marker).filter_map(|at| Some((at, self.tokens.at(at).timex()?)));
        let (token, timex) = dates.next().filter(|_| dates.next().is_none())?;
        let is_event = (first..marker).any(|at| self.tokens.is_at(at, Tags::EVENT_NOUN));
        let date = self.timex(timex)?.date.filter(|date| is_event && self.is_before_publication(*date))?;
        Some(Dated { clause: index, token, timex, when: When { date, extent: Extent::Within } })
    }

    /// "resigned hours after the report came out on Wednesday", "fell when a ship struck it in May": the main clause
    /// takes the date of the clause that says when.
    pub(super) fn add_dates_of_when(&self, dated: &mut Vec<Dated>) {
        for (index, clause) in self.clauses.iter().enumerate() {
            let (Link::Subordinate(marker) | Link::Relative(marker)) = clause.link else { continue };
            let after_date = marker > 0
                && self
                    .tokens
                    .at(marker - 1 - usize::from(marker > 1 && self.tokens.is_kind_at(marker - 1, Kind::Comma)))
                    .timex()
                    .and_then(|timex| self.timex(timex))
                    // "hours after" is the same day.
                    .is_some_and(|timex| !timex.value.starts_with("PTX"));
            if after_date {
                continue;
            }
            let says_when = self.tokens.get(marker).is_some_and(|token| match token.lower.as_str() {
                // "is low, as the bank said in May".
                "as" => !self.tokens.is_at(clause.verb.head, Tags::REPORT),
                "when" | "while" => true,
                "after" | "before" => self.is_within_hours(marker),
                _ => false,
            });
            let main = (0..index).rev().find(|at| matches!(self.clauses[*at].link, Link::Main | Link::Joined(_)));
            // "When the report appeared in June, the minister stepped down".
            let leads_to =
                || Some(index + 1).filter(|at| self.clauses.get(*at).is_some_and(|next| next.link == Link::Main));
            let opens = marker == 0 || matches!(self.tokens.at(marker - 1).kind, Kind::Stop | Kind::Dash);
            let main = if opens { leads_to() } else { main };
            // "had to decide what he had meant, when he was questioned in June": he meant it then.
            let is_asked = index.checked_sub(1).is_some_and(|at| self.clauses[at].is_indirect(self.tokens));
            let (Some(main), true) = (main, says_when && !is_asked) else { continue };
            // "has held out a clash when the two meet on Wednesday" tells of no Wednesday yet.
            let is_past = |at: usize| matches!(self.clauses[at].verb.tense, Tense::Past | Tense::Perfect);
            if is_past(main) != is_past(index) {
                continue;
            }
            let own = |at: usize| dated.iter().find(|entry| entry.clause == at).copied();
            // "became the first to do so when she was elected in 2016": of one moment, however roughly it is dated.
            let longest = if self.tokens.reads_at(marker, "when") { YEAR_DAYS } else { 1 };
            let is_day = |entry: &Dated| {
                entry.when.date.days().is_some_and(|days| days <= longest) && entry.when.extent == Extent::Within
            };
            // "was 88 when the council closed it in 2009": of what the council did, and a state takes no date from it.
            let is_state = self.clauses[main].verb.is_copula && !self.clauses[index].verb.is_copula;
            if let (Some(entry), None) = (own(index).filter(|entry| is_day(entry) && !is_state), own(main)) {
                dated.push(Dated { clause: main, ..entry });
            }
        }
    }

    /// "Nine days after the ferry sank on 3 May, the minister resigned", "resigned two weeks after the crash on 3 May": the
    /// main clause happened so long after the date of the other.
    pub(super) fn add_counted_dates(&self, dated: &mut Vec<Dated>) {
        for (token, timex) in self.tokens.iter().enumerate().filter_map(|(at, token)| Some((at, token.timex()?))) {
            // "four years almost to the day after".
            let is_exact = |at: &usize| self.tokens.reads_at(*at, "almost|nearly|exactly|to|the|day");
            let border = (token + 1..token + 6).find(|at| !is_exact(at)).unwrap_or(token + 1);
            let is_day = self.tokens.reads_at(border - 1, "day");
            let Some(length) = self.timex(timex).filter(|timex| timex.kind == TimexKind::Duration) else { continue };
            let sign = match self.tokens.get(border).map(|border| border.lower.as_str()) {
                Some("after") => 1,
                Some("before") => -1,
                _ => continue,
            };
            let inner = self.clauses.iter().position(
                |clause| matches!(clause.link, Link::Subordinate(marker) | Link::Relative(marker) if marker == border),
            );
            let is_main = |clause: &Clause| matches!(clause.link, Link::Main | Link::Joined(_));
            let (main, from) = match inner {
                Some(inner) => {
                    // "the probe, which fell silent two days after it was dropped, …": what the relative clause tells.
                    let relative = inner.checked_sub(1).filter(|at| {
                        let before = &self.clauses[*at];
                        matches!(before.link, Link::Relative(_)) && before.verb.end <= token
                    });
                    let before = relative.or_else(|| (0..inner).rev().find(|at| is_main(&self.clauses[*at])));
                    let after = || (inner + 1..self.clauses.len()).find(|at| is_main(&self.clauses[*at]));
                    let own = dated.iter().find(|entry| entry.clause == inner && entry.when.extent == Extent::Within);
                    (before.or_else(after), own.map(|entry| entry.when.date).or_else(|| self.day_told(border)))
                }
                None => {
                    let from = self.date_behind(border).or_else(|| self.day_told(border));
                    (self.clause_of(token).filter(|at| is_main(&self.clauses[*at])), from)
                }
            };
            let Some(main) = main else { continue };
            let is_dated = |clause: usize| dated.iter().any(|entry| entry.clause == clause);
            // "reopened on 2 May, eight weeks after the walkout began": what was before it is dated by it.
            let back = inner.filter(|inner| from.is_none() && !is_dated(*inner));
            let (clause, from, sign) = match back {
                Some(inner) => {
                    (inner, dated.iter().find(|entry| entry.clause == main).map(|entry| entry.when.date), -sign)
                }
                None if is_dated(main) => continue,
                None => (main, from, sign),
            };
            let years = when::years_of(&length.value).filter(|_| is_day);
            let to_the_day = from.and_then(Edtf::single).zip(years);
            let to_the_day = to_the_day.and_then(|(from, years)| years_before(from, -sign * years));
            // Almost to the day is in the same month.
            let is_almost = self.tokens.within(token + 1..border).iter().any(|word| word.reads("almost|nearly"));
            let grain = |day: Period| if is_almost { day.widened(Grain::Month) } else { day };
            let to_the_day = to_the_day.map(|day| Edtf::from_period(grain(day)));
            if let Some(date) =
                to_the_day.or_else(|| counted(from?, &length.value, sign)).or_else(|| beside(from?, &length.value))
            {
                dated.push(Dated { clause, token, timex, when: When { date, extent: Extent::Within } });
            }
        }
    }

    /// "It is five years this month since Arden recalled the cars": so long before the publication.
    pub(super) fn add_anniversaries(&self, dated: &mut Vec<Dated>) {
        for (index, clause) in self.clauses.iter().enumerate() {
            let (Link::Subordinate(marker) | Link::Relative(marker)) = clause.link else { continue };
            let Some(it) = index.checked_sub(1).and_then(|at| self.clauses.get(at)) else { continue };
            let is_it = it.verb.is_copula
                && it.verb.tense != Tense::Past
                && self.tokens.reads_at(it.verb.start.saturating_sub(1), "it")
                && self.tokens.reads_at(marker, "since");
            let between = it.verb.end..marker;
            let mut told = between.clone().filter_map(|at| Some((at, self.tokens.get(at)?.timex()?)));
            let Some((token, timex)) = told.next().filter(|_| is_it) else { continue };
            let Some(length) = self.timex(timex).filter(|timex| timex.kind == TimexKind::Duration) else { continue };
            let this = told.next().and_then(|(_, timex)| self.timex(timex)?.date);
            // "Next Thursday it will be ten years since".
            let own = || dated.iter().find(|entry| entry.clause + 1 == index).map(|entry| entry.when.date);
            let years = when::years_of(&length.value);
            let from =
                this.or_else(own).and_then(Edtf::single).zip(years).and_then(|(from, years)| years_before(from, years));
            let from = from.map(Edtf::from_period);
            let date = from.or_else(|| counted(self.source.published?, &length.value, -1));
            dated.retain(|entry| !between.contains(&entry.token) && entry.clause + 1 != index);
            if let Some(date) = date.filter(|_| dated.iter().all(|entry| entry.clause != index)) {
                dated.push(Dated { clause: index, token, timex, when: When { date, extent: Extent::Within } });
            }
        }
    }

    /// "quit the day after the vote on 3 May": the next day.
    pub(super) fn shift_next_days(&self, dated: &mut [Dated]) {
        for entry in dated.iter_mut() {
            let side = self.beside_day(entry.clause, entry.token);
            let day = entry.when.date.single().filter(|day| day.grain() == Grain::Day);
            if let Some(day) = side.zip(day).and_then(|(side, day)| day.shifted(side)) {
                entry.when.date = Edtf::from_period(day);
            }
        }
    }

    /// How many days a clause lies behind the day that a date in it names: 1 for "the day after", -1 for "the day before".
    pub(super) fn beside_day(&self, clause: usize, token: usize) -> Option<i32> {
        let between = self.clauses[clause].verb.end..when::phrase(self.tokens, token).start;
        between.rev().find_map(|at| {
            let is_day = at >= 2 && self.tokens.reads_at(at - 1, "day") && self.tokens.reads_at(at - 2, "the");
            match self.tokens.get(at)?.lower.as_str() {
                "after" if is_day => Some(1),
                "before" if is_day => Some(-1),
                _ => None,
            }
        })
    }

    /// The date of the phrase that a border opens: "after the crash on 3 May".
    pub(super) fn date_behind(&self, border: usize) -> Option<Edtf> {
        let is_part = |at: &usize| {
            let token = &self.tokens[*at];
            let is_verb = self.clauses.iter().any(|clause| clause.verb.start == *at);
            (token.is_word() || token.timex().is_some()) && !is_verb
        };
        let mut phrase = (border + 1..self.tokens.len()).take_while(is_part);
        phrase.find_map(|at| self.timex(self.tokens[at].timex()?)?.date)
    }

    /// "hours after", "minutes before", "shortly after".
    fn is_within_hours(&self, marker: usize) -> bool {
        let near = marker.checked_sub(1).and_then(|at| self.tokens.get(at));
        near.is_some_and(|token| {
            let words = lowered(token.text);
            let unit = words.rsplit(' ').next().unwrap_or_default();
            matches!(unit, "hours" | "hour" | "minutes" | "minute" | "seconds" | "shortly" | "moments" | "immediately")
        })
    }

    /// "lived there from 1990 until her death in 2004": all that time, though the end is dated by what it was.
    pub(super) fn join_from_until(&self, dated: &mut [Dated]) {
        for entry in dated.iter_mut().filter(|entry| entry.when.extent == Extent::Within) {
            let start = when::phrase(self.tokens, entry.token).start;
            let until = entry.token + 1;
            let is_open = self.tokens.reads_at(start, "from") && self.tokens.reads_at(until, "until");
            let end = (until + 1..self.tokens.len().min(until + UNTIL_WITHIN))
                .take_while(|at| !self.tokens.is_kind_at(*at, Kind::Comma))
                .find_map(|at| self.source.timexes.get(self.tokens.at(at).timex()?)?.date);
            let Some(end) = end.filter(|end| is_open && end.first_day() > entry.when.date.first_day()) else {
                continue;
            };
            entry.when = When { date: Edtf::Interval(entry.when.date.start(), end.end()), extent: Extent::Throughout };
        }
    }

    /// "who had been hiding since 1992, was killed in 1996": what had been going on ended then.
    pub(super) fn close_open_spans(&self, dated: &mut [Dated]) {
        let ends: Vec<(usize, Edtf)> = dated
            .iter()
            .filter(|entry| entry.when.extent == Extent::Within)
            .map(|entry| (entry.clause, entry.when.date))
            .gather();
        for entry in dated.iter_mut() {
            let Edtf::Interval(start, Bound::Open) = entry.when.date else { continue };
            let clause = &self.clauses[entry.clause];
            let is_past_perfect = self.tokens.reads_at(clause.verb.start, "had");
            let end = ends.iter().find(|(other, _)| *other != entry.clause && self.clauses[*other].link == Link::Main);
            if let (true, Some((_, end))) = (is_past_perfect, end) {
                entry.when.date = Edtf::Interval(start, end.end());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::event::fixtures::chronology;

    #[test]
    fn an_hour_of_long_ago_is_not_of_the_day_of_publication() {
        let told = |text: &str| -> Vec<String> {
            let events = chronology(&[text]).events.into_iter();
            events
                .filter(|event| event.headline.contains("rang"))
                .filter_map(|event| Some(event.date?.to_string()))
                .collect()
        };
        let find = "The finder\n\n18 March 2021\n\nAna Lind found the gold in September 1991. By nightfall she rang the museum.";
        assert_eq!(told(find), Vec::<String>::new());
        let theft =
            "The theft\n\n18 March 2021\n\nThe gold was stolen from the museum. By nightfall Ana Lind rang the police.";
        assert_eq!(told(theft), ["2021-03-18"]);
    }
}
