//! The rows above the axis at one scale after another: which label hangs where.
//!
//! A label hangs right or left of its pole, and the pole goes straight down to the axis. Two labels are in conflict when
//! their words overlap, or when the pole of the upper one would cross the words of the lower one:
//!
//! ```text
//! | earlier       | later            right of their poles, the later one must be the lower one
//! | words |later  | words
//! |       |words  |
//! --------------------------- axis
//! ```
//!
//! Every conflict of a pair depends only on their distance in px, and ends for good once they are far enough apart.
//! So what hangs at one scale still hangs at every closer one, and a view can be panned without any label changing.
//!
//! `label` says what is in whose way, `room` moves labels to make room for another, `stack` has the wide boxes.

mod label;
mod room;
mod stack;

use crate::gather::Gather;
use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

use super::plan::Moment;
use crate::lookup::sorted::SortedMap;
use crate::order::InOrder;
use label::{Block, GAP_PX, ROW_GAP_PX, is_conflict};
use stack::MAX_STACK;

pub(super) use label::{Hung, Rows, Side};
pub(super) use stack::{STACK_BASE_PX, STACK_PITCH_PX, half_days};

/// A label that hangs, and the room that it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    pub hung: Hung,
    block: Block,
}

/// What came of the wish to hang a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Outcome {
    /// It hangs.
    Hangs,
    /// There is no room, nor will there be before the view is so many times closer.
    NoRoomUntil(f64),
}

/// What hangs and stands above the axis. Goes from coarse to fine scales and only ever adds.
#[derive(Clone, Debug)]
pub(super) struct Board {
    moments: Arc<[Moment]>,
    /// Where the poles of the moments stand: what is looked for most, side by side.
    anchors: Arc<[f64]>,
    rows: Rows,
    /// Where the story ends: words right of a pole do not go past it.
    story_end: f64,
    /// The widest label there is.
    reach_px: f64,
    pub hung: SortedMap<usize, Held>,
    /// Boxes by level of the stack and by their start in half days: the boxes of one level never overlap.
    pub stacks: Vec<SortedMap<i64, usize>>,
}

impl Board {
    pub(super) fn new(moments: Arc<[Moment]>, rows: Rows, story_end: f64) -> Self {
        let reach_px = moments.iter().flat_map(|m| &m.forms).map(|form| form.width).fold(0.0, f64::max);
        let least_words = moments.iter().map(|m| m.over_box_px).fold(f64::INFINITY, f64::min);
        let levels = (0..MAX_STACK).take_while(|level| rows.stack_top(*level, least_words) >= rows.top).count();
        let stacks = vec![SortedMap::default(); levels];
        let anchors = moments.iter().map(|m| m.anchor).collect();
        Self { moments, anchors, rows, story_end, reach_px, hung: SortedMap::default(), stacks }
    }

    /// The same board with other labels and boxes on it.
    pub(super) fn with(&self, hung: impl Iterator<Item = (usize, Hung)>, stacks: Vec<SortedMap<i64, usize>>) -> Self {
        let hung = hung.filter_map(|(moment, hung)| Some((moment, self.held(moment, hung)?))).collect();
        let (moments, anchors) = (Arc::clone(&self.moments), Arc::clone(&self.anchors));
        Self { moments, anchors, hung, stacks, ..*self }
    }

    /// Hangs a moment in the first of its forms for which there is room.
    pub(super) fn hang(&mut self, moment: usize, px_per_day: f64) -> Outcome {
        let Some(m) = self.moments.get(moment) else { return Outcome::NoRoomUntil(f64::INFINITY) };
        if let Some(closer) = self.full_until(m, px_per_day) {
            return Outcome::NoRoomUntil(closer);
        }
        let side = self.side_of(m, px_per_day);
        let hung = |form| Hung { y: self.rows.top, form, side };
        let (whole, all, first) = (m.whole_forms, m.forms.len(), hung(0));
        let form = |form| Hung { form, ..first };
        let hangs = (0..whole).any(|at| self.insert(moment, form(at), px_per_day))
            || self.make_room(moment, first, self.rows.pitch, px_per_day)
            || (whole..all).any(|at| self.insert(moment, form(at), px_per_day))
            || self.may_close_up(px_per_day) && self.make_room(moment, first, 0.0, px_per_day);
        if hangs { Outcome::Hangs } else { Outcome::NoRoomUntil(1.0) }
    }

    fn may_close_up(&self, px_per_day: f64) -> bool {
        px_per_day >= self.rows.close_up_from_px_per_day
    }

    /// Where the labels over a pole's place leave no room whatever their order, how much closer the view must come
    /// before enough of them are out of the way: a cheap answer for most of a crowd.
    fn full_until(&self, m: &Moment, px_per_day: f64) -> Option<f64> {
        let over = || self.near(m.anchor, px_per_day).map(|(_, held)| held.block);
        let over = || over().filter(|block| block.covers(m.anchor, px_per_day));
        let closes_up = self.may_close_up(px_per_day);
        let (count, height) = over().fold((0, 0.0), |(n, sum), block| (n + 1, sum + block.height + ROW_GAP_PX));
        let least = m.forms.iter().map(|form| form.height).fold(f64::INFINITY, f64::min);
        let place = Block { anchor: m.anchor, y: 0.0, height: 0.0, left: 0.0, right: 0.0 };
        let room = self.limit(&place, px_per_day) + 1.0 - self.rows.top - least;
        let is_full = |count, height| if closes_up { height > room } else { count >= self.rows.count };
        if !is_full(count, height) {
            return None;
        }
        let mut ends: Vec<(f64, f64)> =
            over().map(|block| (block.covers_until(m.anchor, px_per_day), block.height + ROW_GAP_PX)).gather();
        ends.order_by(|a, b| a.0.total_cmp(&b.0));
        let (mut count, mut height, mut closer) = (count, height, 1.0);
        for (end, freed) in ends {
            if !is_full(count, height) {
                break;
            }
            (count, height, closer) = (count - 1, height - freed, end);
        }
        // Closing up makes room of another kind.
        let other_rule = self.rows.close_up_from_px_per_day / px_per_day;
        Some(if closes_up { closer } else { closer.min(other_rule) })
    }

    /// The side of what hangs on the same pole; else the right, unless the words would go past the end of the story.
    /// Decided when a label is first shown and kept.
    fn side_of(&self, m: &Moment, px_per_day: f64) -> Side {
        let from = self.anchors.partition_point(|anchor| *anchor < m.anchor);
        let to = self.anchors.partition_point(|anchor| *anchor <= m.anchor);
        if let Some((_, other)) = self.hung.between(from..to).next() {
            return other.hung.side;
        }
        let width = m.forms.first().map_or(0.0, |form| form.width);
        if (self.story_end - m.anchor) * px_per_day < width { Side::Left } else { Side::Right }
    }

    /// Gives a label that hangs in a shortened form a better one where there is room in its row by now.
    pub(super) fn improve(&mut self, moment: usize, px_per_day: f64) {
        let Some(hung) = self.hung.get(moment).map(|held| held.hung) else { return };
        let better = (0..hung.form).filter_map(|form| self.held(moment, Hung { form, ..hung }));
        let found = better.into_iter().find(|held| self.fits(moment, &held.block, px_per_day));
        if let Some(held) = found {
            self.hung.insert(moment, held);
        }
    }

    /// Hangs a moment between the labels there are: in a row, else directly under or over a neighbour.
    fn insert(&mut self, moment: usize, hung: Hung, px_per_day: f64) -> bool {
        let Some(Held { block, .. }) = self.held(moment, hung) else { return false };
        let rivals = self.rivals(moment, &block, px_per_day);
        let range = self.room_of(&block, px_per_day);
        let is_free = |y: &f64| {
            let block = Block { y: *y, ..block };
            range.contains(y) && rivals.iter().all(|rival| !rival.is_in_the_way(moment, &block, px_per_day))
        };
        let found = self.rows.tops().find(is_free).or_else(|| {
            let between = if self.may_close_up(px_per_day) { between(&rivals, &block) } else { Vec::new() };
            between.into_iter().find(is_free)
        });
        if let Some(y) = found {
            self.hung.insert(moment, Held { hung: Hung { y, ..hung }, block: Block { y, ..block } });
        }
        found.is_some()
    }

    /// Whether a label at a place is in nobody's way.
    fn fits(&self, moment: usize, block: &Block, px_per_day: f64) -> bool {
        self.room_of(block, px_per_day).contains(&block.y)
            && self.near(block.anchor, px_per_day).all(|(other, held)| {
                let rival = Rival { moment: *other, block: held.block };
                !rival.is_in_the_way(moment, block, px_per_day)
            })
    }

    /// Where the top of a label may be, half a px of rounding allowed.
    fn room_of(&self, block: &Block, px_per_day: f64) -> std::ops::RangeInclusive<f64> {
        self.rows.top - 0.5..=self.limit(block, px_per_day) - block.height + 0.5
    }

    /// The labels that one could be in conflict with at some height.
    fn rivals(&self, moment: usize, block: &Block, px_per_day: f64) -> Vec<Rival> {
        let near = self.near(block.anchor, px_per_day).filter(|(other, held)| {
            let distance = (held.block.anchor - block.anchor) * px_per_day;
            let reach = if *other < moment {
                held.block.right + block.left + GAP_PX + distance
            } else {
                block.right + held.block.left + GAP_PX - distance
            };
            *other != moment && reach > 0.0
        });
        near.map(|(other, held)| Rival { moment: *other, block: held.block }).gather()
    }

    /// The labels that one hung at a time could meet.
    fn near(&self, time: f64, px_per_day: f64) -> impl Iterator<Item = &(usize, Held)> {
        self.hung.between(self.within_reach(time, time, px_per_day))
    }

    /// The moments so near a stretch that a label of theirs could touch one in it.
    fn within_reach(&self, from: f64, to: f64, px_per_day: f64) -> Range<usize> {
        let reach = (2.0 * self.reach_px + GAP_PX) / px_per_day;
        let start = self.anchors.partition_point(|anchor| *anchor < from - reach);
        start..self.anchors.partition_point(|anchor| *anchor <= to + reach).max(start)
    }

    fn held(&self, moment: usize, hung: Hung) -> Option<Held> {
        Some(Held { hung, block: Block::of(self.moments.get(moment)?, hung)? })
    }

    /// The place for a chosen moment that takes the fewest labels away, and those labels.
    pub(super) fn forced(&self, moment: usize, px_per_day: f64) -> Option<(Hung, Vec<usize>)> {
        let m = self.moments.get(moment)?;
        let first = Hung { y: self.rows.top, form: 0, side: self.side_of(m, px_per_day) };
        let Held { block, .. } = self.held(moment, first)?;
        let rivals = self.rivals(moment, &block, px_per_day);
        let range = self.room_of(&block, px_per_day);
        let between = if self.may_close_up(px_per_day) { between(&rivals, &block) } else { Vec::new() };
        let places = self.rows.tops().chain(between).filter(|y| range.contains(y)).map(|y| {
            let block = Block { y, ..block };
            let taken = rivals.iter().filter(|rival| rival.is_in_the_way(moment, &block, px_per_day));
            (Hung { y, ..first }, taken.map(|rival| rival.moment).gather())
        });
        places.min_by_key(|(_, taken): &(Hung, Vec<usize>)| taken.len())
    }
}

/// Another label near by.
#[derive(Clone, Copy, Debug)]
struct Rival {
    moment: usize,
    block: Block,
}

impl Rival {
    fn is_in_the_way(&self, moment: usize, block: &Block, px_per_day: f64) -> bool {
        match self.moment.cmp(&moment) {
            Ordering::Less => is_conflict(&self.block, block, px_per_day),
            Ordering::Equal => false,
            Ordering::Greater => is_conflict(block, &self.block, px_per_day),
        }
    }
}

/// The places directly under and over neighbours, from the top.
fn between(rivals: &[Rival], block: &Block) -> Vec<f64> {
    let places = |rival: &Rival| [rival.block.bottom() + ROW_GAP_PX, rival.block.y - block.height - ROW_GAP_PX];
    let mut places: Vec<f64> = rivals.iter().flat_map(places).gather();
    places.order_by(f64::total_cmp);
    places.dedup();
    places
}
