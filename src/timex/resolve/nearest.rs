//! Which of the dates that an expression can mean is meant: the last, the next, or the nearer of the two.
//!
//! Takes a part of a year and a day to look from; what the verb says of the way comes in as a [`Direction`].

use super::super::meaning::Part;
use super::parts::{month_of, period_of};
use crate::calendar::{Day, Grain, Period};

/// Which way to look for a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Before,
    After,
    /// The last that has begun: "since January".
    Begun,
    /// With a verb plainly of the past.
    Past,
    PastOrNow,
    /// "is on 12 August".
    Nearer,
    FutureOrNow,
}

/// The part of a year that lies in the direction from `now`.
pub(super) fn nearest(part: Part, now: Day, direction: Direction) -> Option<Period> {
    let year = now.year();
    // Eight years on either side hold a 29th of February.
    let reach = if part == Part::Day(2, 29) { 8 } else { 1 };
    let mut candidates = (year - reach..=year + reach).filter_map(|year| period_of(year, part));
    match direction {
        Direction::Before => candidates.rev().find(|period| period.end_day() <= now),
        Direction::After => candidates.find(|period| period.first_day() > now),
        Direction::Begun => candidates.rev().find(|period| period.first_day() <= now),
        // A quarter is told of when its figures are out.
        Direction::FutureOrNow | Direction::Nearer if matches!(part, Part::Quarter(_)) => {
            past_or_soon(candidates, now, SOON_SHARE)
        }
        Direction::FutureOrNow => future_or_past(candidates, now, JUST_PAST_SHARE),
        Direction::Nearer => future_or_past(candidates, now, PRESENT_SHARE),
        Direction::PastOrNow => past_or_soon(candidates, now, SOON_SHARE),
        Direction::Past => past_or_soon(candidates, now, SOON_SHARE_OF_PAST),
    }
}

/// A date a few weeks ahead is meant rather than one of almost a year ago: this share of the way back.
const SOON_SHARE: i32 = 4;

/// The same where the verb is plainly of the past, and often one of saying: "said it would close in March".
const SOON_SHARE_OF_PAST: i32 = 6;

/// The last of the candidates, which are in order, whose `limit` has come by `now`, and the first of the others.
fn around(
    candidates: impl Iterator<Item = Period>,
    now: Day,
    limit: fn(Period) -> Day,
) -> (Option<Period>, Option<Period>) {
    let (mut past, mut next) = (None, None);
    for period in candidates {
        if limit(period) <= now {
            past = Some(period);
        } else {
            next = Some(period);
            break;
        }
    }
    (past, next)
}

/// The latest that has begun, unless the next one is much nearer.
fn past_or_soon(candidates: impl Iterator<Item = Period>, now: Day, soon_share: i32) -> Option<Period> {
    match around(candidates, now, Period::first_day) {
        (Some(past), Some(soon)) => {
            let back = now.days_since(past.end_day()).max(0);
            let ahead = soon.first_day().days_since(now);
            Some(if back > ahead * soon_share { soon } else { past })
        }
        (past, soon) => past.or(soon),
    }
}

/// The next, unless the last is `share` times nearer.
fn future_or_past(candidates: impl Iterator<Item = Period>, now: Day, share: i32) -> Option<Period> {
    match around(candidates, now, Period::end_day) {
        (Some(past), Some(next)) => {
            let back = now.days_since(past.end_day()) + 1;
            let ahead = next.first_day().days_since(now);
            Some(if back * share < ahead { past } else { next })
        }
        (past, next) => next.or(past),
    }
}

/// A date gone by is meant, even with a verb of the future, where the next is so many times farther away.
const JUST_PAST_SHARE: i32 = 12;

/// The same with a verb of the present, which tells of what is arranged and of what a report found.
const PRESENT_SHARE: i32 = 2;

/// The date of a narrative that goes on from `told`: the same year, or the next after its last months.
pub(super) fn near(told: Period, part: Part) -> Option<Period> {
    let year = told.first_year();
    let is_fine = told.grain() <= Grain::Month || matches!(told.grain(), Grain::Quarter | Grain::Season);
    let turn = match part {
        Part::Season(_) => TURN_MONTHS_OF_SEASON,
        Part::Day(..) if told.grain() == Grain::Day => TURN_MONTHS_OF_DAY,
        _ => TURN_MONTHS,
    };
    let goes_on = is_fine && month_of(part).is_some_and(|month| told.first_month() >= month + turn);
    // The winter of a story that is at February began the year before.
    let is_begun = is_fine && part == WINTER && told.first_month() < THAW_MONTH;
    period_of(year + i32::from(goes_on) - i32::from(is_begun), part).or_else(|| {
        // The 29th of February of a year that has none: the nearest that has.
        (year - 4..=year + 4)
            .filter_map(|year| period_of(year, part))
            .min_by_key(|period| (period.first_year() - year).abs())
    })
}

/// From September on, January is told of the year after; from November on, March is. A shorter way back is one.
const TURN_MONTHS: u8 = 8;

/// From October on, the spring is told of the year after.
const TURN_MONTHS_OF_SEASON: u8 = 7;

/// From one day to another the story takes the shorter way: "taken on 23 August. On 2 February" is told of the year after.
const TURN_MONTHS_OF_DAY: u8 = 6;

pub(super) const WINTER: Part = Part::Season(3);

/// From this month on, the winter told of is the next.
pub(super) const THAW_MONTH: u8 = 6;
