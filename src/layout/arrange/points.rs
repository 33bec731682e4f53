//! Boxes and discs: on the axis, and the wide boxes stacked over it.

use super::super::arrangement::{End, MarkShape, PlacedMark};
use super::super::board::{STACK_BASE_PX, STACK_PITCH_PX};
use super::super::figure::{Figure, Reach};
use super::super::levels::Level;
use super::super::marks::reach_edges;
use super::super::plan::{Moment, Plan};
use super::{Frame, TINTED_FROM_PX};
use crate::event::Chronology;
use crate::gather::Gather;
use crate::order::InOrder;
use crate::scale::Scale;

/// Boxes on the axis, and stacked ones.
const BOX_PX: f64 = 9.0;
pub(super) const STACKED_PX: f64 = 12.0;

impl<'a> Frame<'a> {
    pub(super) fn add_wide_boxes(&mut self, level: &Level) {
        for (moment, height) in self.stacked_in_view(level) {
            let mark = self.box_mark(moment, height + STACKED_PX / 2.0, STACKED_PX);
            self.arrangement.marks.push(mark);
        }
    }

    /// Stacked boxes in view with the top edge of each.
    pub(super) fn stacked_in_view(&self, level: &Level) -> Vec<(&'a Moment, f64)> {
        let plan = self.plan;
        let view = self.scale.viewport;
        let mut found = Vec::new();
        for (at, stack) in level.stacks.iter().enumerate() {
            let top = plan.rows.axis - STACK_BASE_PX - STACK_PITCH_PX * at as f64;
            // The boxes of one level of the stack do not overlap, so ends are in order too.
            let reach = |moment: &u32| plan.moments.get(*moment as usize).map(|m| m.reach);
            let from = stack.partition_point(|m| reach(m).is_some_and(|reach| reach.to <= view.from));
            let to = stack.partition_point(|m| reach(m).is_some_and(|reach| reach.from < view.to));
            let visible = stack.get(from..to.max(from)).unwrap_or_default();
            found.extend(visible.iter().filter_map(|m| Some((plan.moments.get(*m as usize)?, top))));
        }
        found
    }

    fn box_mark(&self, moment: &Moment, across: f64, thickness: f64) -> PlacedMark {
        let mark = box_mark(&moment.reach, moment.anchor, across, &self.scale);
        PlacedMark { event: moment.event as usize, thickness, is_chosen: self.is_chosen(moment.event), ..mark }
    }

    /// Marks on the axis: boxes first, discs over them.
    pub(super) fn add_marks(&mut self, level: &Level) {
        let stacked: Vec<u32> = self.stacked_in_view(level).iter().map(|(m, _)| m.event).gather();
        let mut marks: Vec<PlacedMark> = Vec::new();
        for index in self.drawn_in_view(level) {
            let Some(moment) = self.plan.moments.get(index as usize) else { continue };
            if !stacked.contains(&moment.event) {
                marks.push(self.box_mark(moment, self.across.axis, BOX_PX));
            }
        }
        // Many coinciding boxes of one year are one box.
        marks.dedup_by(|b, a| a.shape == b.shape && a.from == b.from && a.to == b.to && !b.is_chosen);
        if let Some(chosen) = self.chosen_mark(&marks) {
            marks.push(chosen);
        }
        // A decade must not hide the year in it: the wider lies under the narrower.
        marks.order_by(|a, b| {
            let layer = |mark: &PlacedMark| (mark.is_chosen, mark.shape == MarkShape::Disc);
            layer(a).cmp(&layer(b)).then((b.to - b.from).total_cmp(&(a.to - a.from)))
        });
        self.arrangement.marks.extend(marks);
    }

    /// Drawn moments whose mark reaches into the view.
    fn drawn_in_view(&self, level: &Level) -> Vec<u32> {
        let mut found = self.near_view(&level.drawn, |m| *m, 12.0).to_vec();
        // Boxes whose pole is out of view but which still reach in: year-long ones at the closest.
        let longest = self.plan.longest_box_px(self.px_per_day());
        if longest > 12.0 {
            let wider = self.near_view(&level.drawn, |m| *m, longest);
            if wider.len() > found.len() {
                let view = self.scale.viewport;
                let reaches = |m: &&u32| {
                    let moment = self.plan.moments.get(**m as usize);
                    moment.is_some_and(|m| m.reach.to > view.from && m.reach.from < view.to)
                };
                found.extend(wider.iter().filter(reaches).copied());
                found.order();
                found.dedup();
            }
        }
        found
    }

    /// The chosen event is drawn even where its mark had merged into another's.
    fn chosen_mark(&self, marks: &[PlacedMark]) -> Option<PlacedMark> {
        let chosen = self.chosen?;
        let is_drawn = |mark: &PlacedMark| mark.event == chosen;
        if marks.iter().any(is_drawn) || self.arrangement.marks.iter().any(is_drawn) {
            return None;
        }
        let moment = self.plan.moment_of(self.chronology, chosen)?;
        let view = self.scale.viewport;
        let is_visible = moment.reach.to > view.from && moment.reach.from < view.to;
        is_visible.then(|| self.box_mark(moment, self.across.axis, BOX_PX))
    }
}

/// The mark of a moment across so many px of the plot; `anchor` is where a day's disc stands.
pub(in crate::layout) fn box_mark(reach: &Reach, anchor: f64, across: f64, scale: &Scale) -> PlacedMark {
    let (from, to) = reach_edges(reach, anchor, scale.px_per_day());
    let origin = scale.x_from_time(0.0);
    let (from, to) = (from + origin, to + origin);
    let shape = match reach.figure {
        Figure::Day => MarkShape::Disc,
        Figure::Within { is_about } => MarkShape::Box { is_about },
        Figure::Throughout { .. } => MarkShape::Bar { start: End::Sharp, end: End::Sharp, is_about: false },
    };
    let is_wide = to - from >= TINTED_FROM_PX;
    PlacedMark { event: 0, from, to, across, thickness: BOX_PX, shape, is_chosen: false, is_wide }
}

impl Plan {
    /// Px of the longest box that is not stacked for being wide.
    pub(super) fn longest_box_px(&self, px_per_day: f64) -> f64 {
        self.longest_box_days * px_per_day
    }

    pub(super) fn moment_of(&self, chronology: &Chronology, event: usize) -> Option<&Moment> {
        chronology.events.get(event)?;
        let index = *self.moment_by_event.get(event)?;
        self.moments.get(index? as usize)
    }
}
