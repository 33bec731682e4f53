//! Which marks are drawn at a scale: those that would coincide become one, the most salient one's.

use std::sync::Arc;

use super::figure::{Figure, Reach};
use super::plan::Moment;
use crate::lookup::sorted::SortedMap;

/// Marks whose edges lie within this of each other merge.
const MERGE_PX: f64 = 6.0;
/// Diameter of a disc.
pub(super) const DISC_PX: f64 = 10.0;
/// A box stacks and carries its own words once they fit over it, at the earliest and at the latest when so wide.
const WIDE_PX: (f64, f64) = (160.0, 380.0);
/// A box is never narrower.
const MIN_BOX_PX: f64 = 6.0;
/// A dashed one needs more to look dashed.
const MIN_ABOUT_PX: f64 = 10.0;

/// Where a moment's mark begins and ends at a scale, in px from time 0.
pub(super) fn mark_edges(moment: &Moment, px_per_day: f64) -> (f64, f64) {
    reach_edges(&moment.reach, moment.anchor, px_per_day)
}

/// The same for a date that is no moment of the story; `anchor` is its middle.
pub(super) fn reach_edges(reach: &Reach, anchor: f64, px_per_day: f64) -> (f64, f64) {
    let least = match reach.figure {
        Figure::Day => {
            let x = anchor * px_per_day;
            return (x - DISC_PX / 2.0, x + DISC_PX / 2.0);
        }
        Figure::Within { is_about: true } => MIN_ABOUT_PX,
        _ => MIN_BOX_PX,
    };
    let (from, to) = (reach.from * px_per_day, reach.to * px_per_day);
    if to - from >= least {
        return (from, to);
    }
    let middle = f64::midpoint(from, to);
    (middle - least / 2.0, middle + least / 2.0)
}

/// Whether a moment is a box that carries its own words at a scale.
pub(super) fn is_wide(moment: &Moment, px_per_day: f64) -> bool {
    px_per_day >= wide_from_px_per_day(moment)
}

/// The scale from which on a moment is a box that carries its own words.
pub(super) fn wide_from_px_per_day(moment: &Moment) -> f64 {
    match moment.reach.figure {
        Figure::Day => f64::INFINITY,
        _ => moment.flat.width.clamp(WIDE_PX.0, WIDE_PX.1) / (moment.reach.to - moment.reach.from),
    }
}

fn coincide(a: &Moment, b: &Moment, px_per_day: f64) -> bool {
    if is_wide(a, px_per_day) && is_wide(b, px_per_day) {
        return false;
    }
    let ((a0, a1), (b0, b1)) = (mark_edges(a, px_per_day), mark_edges(b, px_per_day));
    (a0 - b0).abs() < MERGE_PX && (a1 - b1).abs() < MERGE_PX
}

/// Marks from coarse to fine: what is drawn at one scale is drawn at every closer one.
#[derive(Clone, Debug)]
pub(super) struct Marks {
    moments: Arc<[Moment]>,
    /// Drawn marks, as indices of moments in the order of time.
    pub drawn: SortedMap<usize, ()>,
    /// The others, most salient first.
    hidden: Vec<usize>,
}

impl Marks {
    /// `ranked` holds all moments, the most salient first.
    pub(super) fn new(moments: Arc<[Moment]>, ranked: &[usize]) -> Self {
        Self { moments, drawn: SortedMap::default(), hidden: ranked.to_vec() }
    }

    /// Draws what a closer scale makes room for, and gives the hidden ones, each with the mark it merged into.
    pub(super) fn refine(&mut self, px_per_day: f64) -> Vec<(usize, usize)> {
        let mut merged = Vec::new();
        let hidden = std::mem::take(&mut self.hidden);
        for moment in hidden {
            match self.drawn_at(moment, px_per_day) {
                Some(host) => {
                    merged.push((host, moment));
                    self.hidden.push(moment);
                }
                None => {
                    self.drawn.insert(moment, ());
                }
            }
        }
        merged
    }

    /// The drawn mark that a moment's would coincide with, the nearest one.
    fn drawn_at(&self, moment: usize, px_per_day: f64) -> Option<usize> {
        let m = self.moments.get(moment)?;
        let is_near = |other: &usize| {
            self.moments.get(*other).is_some_and(|o| (o.anchor - m.anchor).abs() * px_per_day < 2.0 * MERGE_PX)
        };
        let drawn = |range| self.drawn.between(range).map(|(other, ())| *other);
        let before = drawn(0..moment).rev().take_while(is_near);
        let after = drawn(moment..usize::MAX).take_while(is_near);
        before
            .chain(after)
            .filter(|other| self.moments.get(*other).is_some_and(|o| coincide(o, m, px_per_day)))
            .min_by(|a, b| self.distance(*a, m).total_cmp(&self.distance(*b, m)))
    }

    fn distance(&self, other: usize, m: &Moment) -> f64 {
        self.moments.get(other).map_or(f64::INFINITY, |o| (o.anchor - m.anchor).abs())
    }
}
