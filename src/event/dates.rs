//! What the date of a report may mean, and how the dates of two stand to each other.

use super::candidate::Candidate;
use super::model::{Extent, Status};
use crate::calendar::{Bound, Edtf, Grain};

/// How the dates of two reports stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Dates {
    /// The same day.
    SameDay,
    /// Within a month, or one says "about" and the other is near.
    Near,
    /// Within the same year or two.
    SameYear,
    /// They overlap over more than that.
    Coarse,
    /// One of them has none.
    Unknown,
    /// They cannot be one.
    Apart,
}

/// A lead is published up to so many days after what it reports.
const NEWS_LAG_DAYS: i32 = 7;

/// The days that a candidate's date may mean, with room where it says "about".
pub(super) fn reach(date: Edtf) -> (i32, i32) {
    let from = date.first_day().map_or(i32::MIN / 4, |day| day.ordinal());
    let to = date.end_day().map_or(i32::MAX / 4, |day| day.ordinal());
    let room = |bound: Bound| match bound {
        Bound::Date(date) if date.is_approximate() => match date.period.grain() {
            Grain::Day => NEWS_LAG_DAYS,
            Grain::Year => 366,
            _ => 31,
        },
        _ => 0,
    };
    (from - room(date.start()), to + room(date.end()))
}

/// The same as the candidate's article could know it: what goes on ends for it on the day of publication.
pub(super) fn reach_told(candidate: &Candidate, date: Edtf) -> (i32, i32) {
    let (from, to) = reach(date);
    let published = candidate.published.and_then(Edtf::end_day).filter(|_| date.end() == Bound::Open);
    (from, published.map_or(to, |day| day.ordinal().max(from.saturating_add(1))))
}

/// Whether `told` was published before `other` happened, so that it cannot tell of it as past.
fn is_too_early(told: &Candidate, other: &Candidate) -> bool {
    let published = told.published.and_then(Edtf::end_day);
    let is_past = told.status != Status::Planned;
    is_past && matches!((published, other.date.and_then(Edtf::first_day)), (Some(end), Some(first)) if end <= first)
}

/// How two candidates' dates stand to each other.
pub(super) fn dates(a: &Candidate, b: &Candidate) -> Dates {
    if is_too_early(a, b) || is_too_early(b, a) {
        return Dates::Apart;
    }
    let (Some(first), Some(second)) = (a.date, b.date) else {
        let known = a.date.or(b.date);
        let after = a.after.or(b.after);
        // "After August 2021" cannot be what happened in 1979.
        let too_early = matches!((known.and_then(Edtf::end_day), after.and_then(Edtf::first_day)), (Some(end), Some(after)) if end <= after);
        return if too_early { Dates::Apart } else { Dates::Unknown };
    };
    let (a_from, a_to) = reach_told(a, first);
    let (b_from, b_to) = reach_told(b, second);
    let overlap = a_to.min(b_to).saturating_sub(a_from.max(b_from));
    if overlap <= 0 {
        return Dates::Apart;
    }
    let (a_len, b_len) = (a_to.saturating_sub(a_from), b_to.saturating_sub(b_from));
    if a.extent != b.extent && overlap < a_len.max(b_len) / 3 {
        // A moment inside a span is not the span.
        return Dates::Apart;
    }
    if a.extent == Extent::Throughout && b.extent == Extent::Throughout && overlap < a_len.max(b_len) / 2 {
        return Dates::Apart;
    }
    match a_len.max(b_len) {
        i32::MIN..=1 => Dates::SameDay,
        2..=40 => Dates::Near,
        41..=800 => Dates::SameYear,
        _ => Dates::Coarse,
    }
}

/// Whether two spans cover nearly the same years.
pub(super) fn is_same_span(a: &Candidate, b: &Candidate) -> bool {
    let days = |candidate: &Candidate| {
        let date = candidate.date.filter(|_| candidate.extent == Extent::Throughout)?;
        date.first_day()?;
        Some(reach_told(candidate, date))
    };
    let (Some((a_from, a_to)), Some((b_from, b_to))) = (days(a), days(b)) else { return false };
    let (both, either) = (a_to.min(b_to) - a_from.max(b_from), a_to.max(b_to) - a_from.min(b_from));
    both * 4 >= either * 3
}
