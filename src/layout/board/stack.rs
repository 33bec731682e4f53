//! Boxes that have grown wide: they stack up from the axis, their words over them, and labels hang above the stack.

use super::super::plan::Moment;
use super::label::{Block, Hung, POLE_GAP_PX, ROW_GAP_PX, Rows};
use super::room::MAX_MOVED;
use super::{Board, Held};
use crate::gather::Gather;

/// No more boxes than this stand one over the other.
pub(super) const MAX_STACK: usize = 8;
/// A box over which more labels would have to move up stays on the axis.
const MAX_CLEARED: usize = 2 * MAX_MOVED;
/// The lowest stacked box stands this far over the axis (to its top edge).
pub(in crate::layout) const STACK_BASE_PX: f64 = 30.0;
/// From one stacked box to the next: a box, a date and two lines.
pub(in crate::layout) const STACK_PITCH_PX: f64 = 76.0;
/// The words over a stacked box keep this distance from it and from labels above them.
const STACK_WORDS_GAP_PX: f64 = 6.0;

impl Rows {
    /// Top of the words over a box of a level of the stack.
    pub(super) fn stack_top(&self, level: usize, words_px: f64) -> f64 {
        self.axis - STACK_BASE_PX - STACK_PITCH_PX * level as f64 - words_px - STACK_WORDS_GAP_PX
    }
}

/// What the boxes of a level of the stack are kept by.
pub(in crate::layout) fn half_days(time: f64) -> i64 {
    (time * 2.0).round() as i64
}

impl Board {
    /// Stacks a box that has grown wide; its label, if it hangs, comes down. Says whether there was room.
    pub(in crate::layout) fn stack(&mut self, moment: usize, px_per_day: f64) -> bool {
        let Some(m) = self.moments.get(moment) else { return false };
        let (from, to) = (m.reach.from, m.reach.to);
        // Levels above the first free one leave even less room for labels.
        let Some(level) = (0..self.stacks.len()).find(|level| self.stacked_over(*level, from, to).next().is_none())
        else {
            return false;
        };
        let before = self.hung.remove(moment);
        if let Some(stack) = self.stacks.get_mut(level) {
            stack.insert(half_days(from), moment);
        }
        if self.clear_stack(from, to, px_per_day) {
            return true;
        }
        if let Some(stack) = self.stacks.get_mut(level) {
            stack.remove(half_days(from));
        }
        if let Some(held) = before {
            self.hung.insert(moment, held);
        }
        false
    }

    /// Moves labels up out of the stack over a stretch. Says whether that could be done; else nothing has moved.
    fn clear_stack(&mut self, from: f64, to: f64, px_per_day: f64) -> bool {
        let near = self.hung.between(self.within_reach(from, to, px_per_day));
        let low: Vec<(usize, Hung)> = near
            .filter(|(_, held)| held.block.bottom() > self.limit(&held.block, px_per_day))
            .map(|(moment, held)| (*moment, held.hung))
            .gather();
        if low.is_empty() {
            return true;
        }
        if low.len() > MAX_CLEARED || low.iter().any(|(moment, _)| !self.may_move_up(*moment, px_per_day)) {
            return false;
        }
        // Making room moves neighbours of neighbours, so more than those in the stretch must be put back on failure.
        let around = MAX_MOVED as f64 * self.reach_px / px_per_day;
        let far = self.within_reach(from - around, to + around, px_per_day);
        let before: Vec<(usize, Held)> = self.hung.between(far).copied().gather();
        for (moment, hung) in low {
            self.hung.remove(moment);
            let moves = self.insert(moment, hung, px_per_day)
                || self.make_room(moment, hung, self.rows.pitch, px_per_day)
                || self.make_room(moment, hung, 0.0, px_per_day);
            if !moves {
                self.hung.extend(before);
                return false;
            }
        }
        true
    }

    /// Whether what hangs over a label's pole could all hang above the stack: a cheap answer for most of a crowd.
    fn may_move_up(&self, moment: usize, px_per_day: f64) -> bool {
        let Some(Held { block, .. }) = self.hung.get(moment) else { return true };
        let over = self.near(block.anchor, px_per_day).map(|(_, held)| held.block);
        let over = over.filter(|other| other.covers(block.anchor, px_per_day));
        let height: f64 = over.map(|other| other.height + ROW_GAP_PX).sum();
        self.rows.top + height - ROW_GAP_PX <= self.limit(block, px_per_day) + 1.0
    }

    /// The lowest that words may reach at a label's place: the floor, or the stack under it.
    pub(super) fn limit(&self, label: &Block, px_per_day: f64) -> f64 {
        let from = label.anchor - (label.left + POLE_GAP_PX) / px_per_day;
        let to = label.anchor + (label.right + POLE_GAP_PX) / px_per_day;
        // The words over one box are lower than the next level of the stack is high, so the highest level decides.
        let top = (0..self.stacks.len()).rev().find_map(|level| {
            let highest = self.stacked_over(level, from, to).map(|m| m.over_box_px).reduce(f64::max)?;
            Some(self.rows.stack_top(level, highest))
        });
        top.map_or(self.rows.floor(), |top| top.min(self.rows.floor()))
    }

    /// The boxes of a level of the stack that lie over a stretch, the last first.
    fn stacked_over(&self, level: usize, from: f64, to: f64) -> impl Iterator<Item = &Moment> {
        let before = self.stacks.get(level).map(|stack| stack.between(i64::MIN..half_days(to)).rev());
        let moments = before.into_iter().flatten().filter_map(|(_, moment)| self.moments.get(*moment));
        moments.take_while(move |m| m.reach.to > from)
    }
}
