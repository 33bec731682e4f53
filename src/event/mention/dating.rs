//! Dates that clauses take from one another, and dates that are none of the clause they stand in.

use super::{Dated, Reader};
use crate::calendar::{Bound, Edtf};
use crate::event::clause::Link;
use crate::event::en::Tags;
use crate::event::model::Extent;
use crate::event::token::{Kind, TokenAt as _};
use crate::event::verb::Tense;
use crate::event::when::{self, When};
use crate::gather::Gather;
use crate::text::lowered;
use crate::timex::{Relation, Timex};

/// Words that open a phrase about what was before or after.
const BORDERS: &str = "after|before|following|since|until|despite|amid|because";

/// "until", what ended it, and its date stand within so many words.
const UNTIL_WITHIN: usize = 7;

/// The longest time that "when" makes one moment of.
const YEAR_DAYS: i32 = 366;

impl Reader<'_, '_> {
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

    /// "It was not until 2010 that the report came out": in 2010 it did.
    pub(super) fn not_until(&self, token: usize, timex: &Timex) -> Option<When> {
        let first = when::phrase(self.tokens, token).start;
        let is_not =
            first >= 2 && self.tokens.reads_at(first - 1, "not|only") && self.tokens.is_at(first - 2, Tags::BE);
        let date = timex.date.filter(|_| is_not && timex.relation == Relation::Until)?;
        Some(When { date, extent: Extent::Within })
    }

    /// ", when the raids began" after a date, ", during which it rose": the clause takes the date before it.
    pub(super) fn add_relative_dates(&self, dated: &mut Vec<Dated>) {
        for (index, clause) in self.clauses.iter().enumerate() {
            let Link::Relative(marker) = clause.link else { continue };
            let words = [self.tokens.get(marker), self.tokens.get(marker + 1)];
            let is_temporal = words.into_iter().flatten().any(|token| token.reads("when"))
                || words[0].is_some_and(|token| token.reads("during|after|since|until|by"));
            if !is_temporal || dated.iter().any(|entry| entry.clause == index) {
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
                    .is_some();
            if after_date {
                continue;
            }
            let says_when = self.tokens.get(marker).is_some_and(|token| match token.lower.as_str() {
                "when" | "as" | "while" => true,
                "after" | "before" => self.is_within_hours(marker),
                _ => false,
            });
            let main = (0..index).rev().find(|at| matches!(self.clauses[*at].link, Link::Main | Link::Joined(_)));
            let (Some(main), true) = (main, says_when) else { continue };
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
            if let (Some(entry), None) = (own(index).filter(is_day), own(main)) {
                dated.push(Dated { clause: main, ..entry });
            }
        }
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
