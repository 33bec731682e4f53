//! The order of a chronology, and the stretch of time that it covers.

use super::model::{Chronology, Event, Status};
use crate::calendar::{Day, Edtf, EdtfDate, Grain, Period};
use crate::order::InOrder;

impl Chronology {
    /// Dated events by start, then salience (highest first); undated ones by their lower bound, those without one last;
    /// eras by start. What is alike in these stays as it stood, so that a document that we wrote is read back as it was.
    pub fn put_in_order(&mut self) {
        let rank = |event: &Event| -((event.salience * 10_000.0).round() as i32);
        self.events.order_by_cached_key(|event| sort_key(day_of(event.date), rank(event)));
        self.undated.order_by_cached_key(|event| sort_key(event.after.and_then(Edtf::first_day), rank(event)));
        self.eras.order_by_cached_key(|era| sort_key(day_of(Some(era.date)), era.level.into()));
    }

    /// Makes the first view hold all that has happened, where it does not: after an event was added or dated anew.
    pub fn widen_range(&mut self) {
        let all = range(&self.events);
        let holds_all = match (self.range, all) {
            (Some(held), Some(all)) => held.contains(all),
            (_, all) => all.is_none(),
        };
        if !holds_all {
            self.range = all;
        }
    }
}

/// More than the ranks of one day differ by.
const RANKS: i64 = 1 << 16;

/// The day and the rank as one number, which compares quickly and is one type for all items; what has no day comes
/// last.
fn sort_key(day: Option<Day>, rank: i32) -> i64 {
    let day = day.map_or(i64::from(i32::MAX), |day| i64::from(day.ordinal()));
    day * RANKS + i64::from(rank)
}

/// The day that orders a date: its first, or its end where the start is open.
fn day_of(date: Option<Edtf>) -> Option<Day> {
    date.and_then(|date| date.first_day().or_else(|| date.end_day()))
}

/// What the first view shows: from the first year to the last of what has happened.
pub(super) fn range<'e>(events: impl IntoIterator<Item = &'e Event> + Clone) -> Option<Edtf> {
    let told = || {
        let happened = events.clone().into_iter().filter(|event| event.status != Status::Planned);
        happened.filter_map(|event| event.date)
    };
    let first = told().filter_map(Edtf::first_day).min()?;
    let last = told().filter_map(|date| date.end_day()?.plus_days(-1)).max()?;
    let years = last.year() - first.year();
    let grain = if years >= 2 {
        Grain::Year
    } else if last.days_since(first) > 60 {
        Grain::Month
    } else {
        Grain::Day
    };
    let (from, to) = (Period::containing(first, grain), Period::containing(last, grain));
    Some(if from == to { Edtf::Date(EdtfDate::exact(from)) } else { Edtf::between(from, to) })
}
