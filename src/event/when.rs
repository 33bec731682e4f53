//! What a date in a clause says of the clause: which words are the date phrase, whether the clause happened then,
//! within the date or throughout it.
//!
//! `phrase` finds the words of the date, `part` what it does in its clause, `noun` the happening and `other` what else it
//! may be of.

mod insertion;
mod noun;
mod other;
mod part;
mod phrase;

pub(super) use noun::{event_noun_before, noun_phrase_start};
pub(super) use part::{Part, WROUGHT, part};
pub(super) use phrase::phrase;

use super::clause::Clause;
use super::en::Tags;
use super::model::Extent;
use super::token::Token;
use crate::calendar::{Bound, Edtf, EdtfDate, Grain, Period};
use crate::timex::{Relation, Timex, TimexKind};

/// How a clause lies in time, and its date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct When {
    /// The date.
    pub(super) date: Edtf,
    /// Moment or span.
    pub(super) extent: Extent,
}

/// When a clause with this expression happened; `None` where the expression only bounds it from one side without
/// saying that it lasted.
pub(super) fn when(timex: &Timex, partner: Option<&Timex>, tokens: &[Token<'_>], clause: &Clause) -> Option<When> {
    if !matches!(timex.kind, TimexKind::Date | TimexKind::Time) {
        return None;
    }
    let date = timex.date?;
    let throughout = |date| Some(When { date, extent: Extent::Throughout });
    match timex.relation {
        // "shortly after midnight on Sunday": the hour bounds it, the day is that day.
        Relation::After | Relation::Before if timex.kind == TimexKind::Time => {
            Some(When { date, extent: Extent::Within })
        }
        Relation::RangeEnd | Relation::After | Relation::Before => None,
        Relation::RangeStart => {
            let end = partner?.date?;
            throughout(Edtf::Interval(date.start(), end.end()))
        }
        Relation::Since => throughout(Edtf::Interval(date.start(), Bound::Open)),
        Relation::Until => throughout(Edtf::Interval(Bound::Open, date.end())),
        // "by noon": the hour bounds it, the day is that day.
        Relation::By if timex.kind == TimexKind::Time => Some(When { date, extent: Extent::Within }),
        Relation::By => Some(When { date: Edtf::Interval(Bound::Open, date.end()), extent: Extent::Within }),
        Relation::During => {
            let is_long = date.days().is_some_and(|days| days > 31);
            if is_long { throughout(lasting(date)) } else { Some(When { date, extent: Extent::Within }) }
        }
        Relation::At => {
            let head = tokens.get(clause.verb.head);
            let is_long = date.days().is_some_and(|days| days > 366);
            let is_year = date.days().is_some_and(|days| days > 300);
            let goes_on = clause.verb.is_progressive || clause.verb.is_copula;
            let lasts = head.is_some_and(|token| token.is(Tags::DURATIVE) || token.is(Tags::STATIVE))
                && !clause.verb.is_passive;
            if is_long && (goes_on || lasts) || is_year && goes_on {
                throughout(lasting(date))
            } else {
                Some(When { date, extent: Extent::Within })
            }
        }
    }
}

/// A decade that was lived through is written by its years.
fn lasting(date: Edtf) -> Edtf {
    match date {
        Edtf::Date(EdtfDate { period, .. }) if matches!(period.grain(), Grain::Decade | Grain::Century) => {
            let last = period.end_day().plus_days(-1).unwrap_or(period.first_day());
            Edtf::between(Period::containing(period.first_day(), Grain::Year), Period::containing(last, Grain::Year))
        }
        other => other,
    }
}

/// Whole years of a TIMEX3 length such as `P10Y` or `P1DE`.
pub(super) fn years_of(value: &str) -> Option<i32> {
    let body = value.strip_prefix('P')?;
    if let Some(count) = body.strip_suffix("DE") {
        return count.parse::<i32>().ok()?.checked_mul(10);
    }
    body.strip_suffix('Y')?.parse().ok()
}

/// From a start over so many years; the end is only about then.
pub(super) fn span_from(start: Edtf, years: i32) -> Option<Edtf> {
    let first = start.start().date()?;
    let first_year = Period::year(first.period.first_year())?;
    let last = first_year.shifted(years)?;
    Some(Edtf::Interval(Bound::Date(first), Bound::Date(EdtfDate::about(last))))
}
