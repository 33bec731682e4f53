//! The dates that sources give for one event, one under the other on one scale.

use super::arrange::{bar_mark, box_mark};
use super::arrangement::PlacedMark;
use super::figure::Reach;
use crate::calendar::Edtf;
use crate::event::{Event, Extent};
use crate::scale::{Scale, Viewport};

/// From one date to the next.
pub(super) const ROW_PX: f64 = 20.0;
/// What is left free beside the dates, as part of what they span.
const MARGIN_SHARE: f64 = 0.06;
/// Two days apart are told apart.
const MIN_DAYS: f64 = 4.0;

/// Dates of one event, placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Width, px.
    pub width: f64,
    /// Height, px.
    pub height: f64,
    /// One mark for each date, in their order.
    pub marks: Vec<PlacedMark>,
}

/// Places dates of one event in a width, to scale.
#[must_use]
pub fn compared(dates: &[Edtf], extent: Extent, width_px: f64) -> Comparison {
    let reaches: Vec<Option<Reach>> = dates.iter().map(|date| Reach::of(&Event::titled(*date, extent, ""))).collect();
    let known = || reaches.iter().flatten();
    let from = known().map(|reach| reach.from).fold(f64::INFINITY, f64::min);
    let to = known().map(|reach| reach.to).fold(f64::NEG_INFINITY, f64::max);
    let margin = ((to - from) * MARGIN_SHARE).max((MIN_DAYS - (to - from)) / 2.0);
    let scale = Scale::new(Viewport::new(from - margin, to + margin), width_px);
    let mark = |(row, reach): (usize, &Option<Reach>)| {
        let (reach, across) = (reach.as_ref()?, ROW_PX * (row as f64 + 0.5));
        Some(if reach.is_moment() {
            box_mark(reach, reach.middle(), across, &scale)
        } else {
            bar_mark(reach, across, &scale)
        })
    };
    let marks = reaches.iter().enumerate().filter_map(mark).collect();
    Comparison { width: width_px, height: ROW_PX * dates.len() as f64, marks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{End, MarkShape};

    #[test]
    fn dates_of_one_event_stand_one_under_the_other_on_one_scale() {
        let dates = ["1979/1989", "198X"].map(|date| date.parse().unwrap());
        let found = compared(&dates, Extent::Throughout, 220.0);
        assert_eq!((found.height, found.marks.len()), (40.0, 2));
        let [war, decade] = &found.marks[..] else { panic!("both are placed") };
        assert_eq!((war.across, decade.across), (10.0, 30.0));
        assert!(war.from < decade.from && war.to == decade.to, "the decade begins a year later: {war:?} {decade:?}");
        assert!(matches!(war.shape, MarkShape::Bar { start: End::Cap(_), .. }), "its first year is not known closer");
        assert!(matches!(decade.shape, MarkShape::Bar { start: End::Fade(_), .. }));
    }

    #[test]
    fn days_apart_are_told_apart() {
        let dates = ["2025-07-03", "2025-07-04"].map(|date| date.parse().unwrap());
        let found = compared(&dates, Extent::Within, 220.0);
        let [third, fourth] = &found.marks[..] else { panic!("both are placed") };
        assert_eq!((third.shape, fourth.shape), (MarkShape::Disc, MarkShape::Disc));
        assert_eq!(fourth.from - third.from, 55.0, "four days are 220 px");
    }
}
