//! What a date looks like: its extent in time and the kind of its ends, from EDTF and from "within" or "throughout".

use crate::calendar::{Bound, Edtf, EdtfDate, Grain};
use crate::event::{Event, Extent};
use crate::scale::time_from_day;

/// The outer part of a vague bar that fades, at each end.
const VAGUE_SHARE: f64 = 0.28;

/// An end of a bar, in days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Edge {
    /// Known to the day.
    Sharp,
    /// Known by month or year: somewhere in so many days.
    Unsure(f64),
    /// Vague: fades over so many days.
    Soft(f64),
    /// The day that "after" or "before" counts from.
    Stop,
    /// Nothing is known on this side.
    Unknown,
    /// Still going on.
    GoesOn,
}

/// The kind of mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// A day: a disc on the axis.
    Day,
    /// A moment somewhere in a stretch: a hollow box on the axis.
    Within {
        /// Whether the date is only "about" then.
        is_about: bool,
    },
    /// Something that lasted: a bar under the axis.
    Throughout {
        /// How it begins.
        start: Edge,
        /// How it ends.
        end: Edge,
        /// Whether all of it is only "about" then.
        is_about: bool,
    },
}

/// A figure and its place in time, in days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// First day it can mean. Equals `to` where an open side has no length of its own.
    pub from: f64,
    /// End of the last.
    pub to: f64,
    /// The kind of mark.
    pub figure: Figure,
}

impl Reach {
    /// The figure of a dated event; `None` for an undated one.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        let date = event.date?;
        match (event.extent, date) {
            (_, Edtf::Interval(start, end)) if start.date().is_none() || end.date().is_none() => {
                open(start, end, event.extent)
            }
            // "In the 1990s" has ends as vague as its middle: a hollow box of ten years would say more than the text.
            (_, Edtf::Date(single)) if single.period.grain() >= Grain::Decade => Some(lasting_unit(date, single)),
            (Extent::Within, _) => Some(moment(date)),
            (Extent::Throughout, Edtf::Date(single)) => Some(lasting_unit(date, single)),
            (Extent::Throughout, Edtf::Interval(start, end)) => {
                let (start, end) = (start.date()?, end.date()?);
                lasting(date, start, end, names_decade(event, start, end))
            }
        }
    }

    /// Whether it hangs above the axis.
    #[must_use]
    pub fn is_moment(&self) -> bool {
        !matches!(self.figure, Figure::Throughout { .. })
    }

    /// The time in the middle.
    #[must_use]
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.from, self.to)
    }
}

fn span(date: Edtf) -> (f64, f64) {
    let from = date.first_day().map_or(0.0, time_from_day);
    (from, date.end_day().map_or(from, time_from_day))
}

fn moment(date: Edtf) -> Reach {
    let (from, to) = span(date);
    let is_about = date.is_approximate();
    let is_day = matches!(date, Edtf::Date(single) if single.period.grain() == Grain::Day);
    let figure = if is_day && !is_about { Figure::Day } else { Figure::Within { is_about } };
    Reach { from, to, figure }
}

/// A single unit lived through: a year with sharp ends, a decade or century with vague ones.
fn lasting_unit(date: Edtf, single: EdtfDate) -> Reach {
    let (from, to) = span(date);
    if single.period.grain() == Grain::Day {
        return moment(date);
    }
    let is_vague = single.period.grain() >= Grain::Decade;
    let edge = if is_vague { Edge::Soft((to - from) * VAGUE_SHARE) } else { Edge::Sharp };
    let is_about = single.is_approximate() && !is_vague;
    Reach { from, to, figure: Figure::Throughout { start: edge, end: edge, is_about } }
}

fn lasting(date: Edtf, start: EdtfDate, end: EdtfDate, names_decade: bool) -> Option<Reach> {
    let (from, to) = span(date);
    let both_about = start.is_approximate() && end.is_approximate();
    let figure = if names_decade || (both_about && is_part_of_decade(start, end)) {
        let edge = Edge::Soft((to - from) * VAGUE_SHARE);
        Figure::Throughout { start: edge, end: edge, is_about: false }
    } else if both_about {
        Figure::Throughout { start: Edge::Sharp, end: Edge::Sharp, is_about: true }
    } else {
        Figure::Throughout { start: edge_of(start), end: edge_of(end), is_about: false }
    };
    (to > from).then_some(Reach { from, to, figure })
}

fn edge_of(date: EdtfDate) -> Edge {
    let days = f64::from(date.period.end_day().days_since(date.period.first_day()));
    match (date.is_approximate(), date.period.grain()) {
        (true, _) => Edge::Soft(days),
        (false, Grain::Day) => Edge::Sharp,
        (false, _) => Edge::Unsure(days),
    }
}

/// "early", "mid-" and "late 1990s" as TIMEX3 START, MID and END are written in EDTF.
fn is_part_of_decade(start: EdtfDate, end: EdtfDate) -> bool {
    let are_years = start.period.grain() == Grain::Year && end.period.grain() == Grain::Year;
    let (first, last) = (start.period.index(), end.period.index());
    are_years && [(0, 3), (4, 6), (7, 9)].contains(&(first.rem_euclid(10), last - first.div_euclid(10) * 10))
}

/// Whether the text names a decade ("in the 1980s", TIMEX3 `198`) rather than a range of years.
fn names_decade(event: &Event, start: EdtfDate, end: EdtfDate) -> bool {
    let is_decade = |value: &str| value.len() == 3 && value.bytes().all(|b| b.is_ascii_digit());
    let (first, last) = (start.period.index(), end.period.index());
    start.period.grain() == Grain::Year
        && end.period.grain() == Grain::Year
        && first.rem_euclid(10) == 0
        && last == first + 9
        && event.mentions.iter().any(|mention| mention.timex.as_deref().is_some_and(is_decade))
}

fn open(start: Bound, end: Bound, extent: Extent) -> Option<Reach> {
    let known = start.date().or(end.date())?;
    let (first, last) = (time_from_day(known.period.first_day()), time_from_day(known.period.end_day()));
    let (start_edge, end_edge) = match (start.date().is_some(), extent) {
        (true, Extent::Throughout) if end == Bound::Open => (edge_of(known), Edge::GoesOn),
        (true, _) => (Edge::Stop, Edge::Unknown),
        (false, Extent::Throughout) if start == Bound::Open => (Edge::GoesOn, edge_of(known)),
        (false, _) => (Edge::Unknown, Edge::Stop),
    };
    // "After 2001" begins when 2001 is over, "since 1992" some time in 1992.
    let (from, to) = match (start_edge, end_edge) {
        (Edge::Stop, _) => (last, last),
        (_, Edge::Stop) => (first, first),
        _ => (first, last),
    };
    let figure = Figure::Throughout { start: start_edge, end: end_edge, is_about: false };
    Some(Reach { from, to, figure })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixtures::event;

    fn figure(edtf: &str, extent: Extent) -> Figure {
        Reach::of(&event(edtf, extent, 0.5, "Something happens")).unwrap().figure
    }

    fn bar(start: Edge, end: Edge) -> Figure {
        Figure::Throughout { start, end, is_about: false }
    }

    #[test]
    fn a_moment_in_a_year_never_looks_like_a_year_that_lasted() {
        assert_eq!(figure("1992", Extent::Within), Figure::Within { is_about: false });
        assert_eq!(figure("1992", Extent::Throughout), bar(Edge::Sharp, Edge::Sharp));
        assert_eq!(figure("1989~", Extent::Within), Figure::Within { is_about: true });
        assert_eq!(figure("2021-08-17", Extent::Within), Figure::Day);
        assert_eq!(figure("2025-07-03~", Extent::Within), Figure::Within { is_about: true });
    }

    #[test]
    fn ends_are_as_sharp_as_the_text() {
        assert_eq!(figure("1979/1989", Extent::Throughout), bar(Edge::Unsure(365.0), Edge::Unsure(365.0)));
        assert_eq!(figure("2021-08/2025-07-03", Extent::Throughout), bar(Edge::Unsure(31.0), Edge::Sharp));
        assert_eq!(figure("1979/1989~", Extent::Throughout), bar(Edge::Unsure(365.0), Edge::Soft(365.0)));
    }

    #[test]
    fn vague_stretches_fade_and_approximate_ones_are_dashed() {
        let days = 3653.0 * VAGUE_SHARE;
        assert_eq!(figure("198X", Extent::Throughout), bar(Edge::Soft(days), Edge::Soft(days)));
        assert_eq!(figure("198X", Extent::Within), bar(Edge::Soft(days), Edge::Soft(days)));
        let days = 1095.0 * VAGUE_SHARE;
        assert_eq!(figure("1997~/1999~", Extent::Throughout), bar(Edge::Soft(days), Edge::Soft(days)));
        let dashed = Figure::Throughout { start: Edge::Sharp, end: Edge::Sharp, is_about: true };
        assert_eq!(figure("2024~/2025~", Extent::Throughout), dashed);
    }

    #[test]
    fn open_ends_stop_or_go_on() {
        assert_eq!(figure("1992/..", Extent::Throughout), bar(Edge::Unsure(366.0), Edge::GoesOn));
        assert_eq!(figure("2001-09-11/..", Extent::Within), bar(Edge::Stop, Edge::Unknown));
        assert_eq!(figure("../1996", Extent::Within), bar(Edge::Unknown, Edge::Stop));
    }
}
