//! Bars under the axis, and the words that follow the part of them in view.

use super::super::arrangement::{Align, End, MarkShape, PlacedLabel, PlacedMark};
use super::super::figure::{Edge, Figure, Reach};
use super::super::levels::Level;
use super::super::plan::{Stretch, TRACK_PITCH_PX, TRACK_WORDS_PX};
use super::super::tracks::{Laid, bar_edges};
use super::{BAR_PX, Frame, TINTED_FROM_PX};
use crate::scale::Scale;

/// A cap narrower than this is left out, one wider fades: a hollow cap across the screen would look like a moment.
const MIN_CAP_PX: f64 = 3.0;
const MAX_CAP_PX: f64 = 160.0;
/// Room for "‹ 15 earlier" and "2 later ›" in the lower corners.
const CORNER_PX: f64 = 104.0;
const CORNER_HEIGHT_PX: f64 = 48.0;

/// Words of which less is in view are not shown: their bar is a button.
const LEAST_SHOWN: f64 = 0.75;

impl<'a> Frame<'a> {
    pub(super) fn add_bars(&mut self, level: &Level) {
        for (stretch, laid) in self.bars_in_view(level) {
            let track = self.across.first_track + TRACK_PITCH_PX * laid.track as f64;
            let mark = self.bar(stretch, track);
            self.arrangement.marks.push(mark);
            self.add_bar_words(stretch, laid, track - BAR_PX / 2.0);
        }
    }

    pub(super) fn bars_in_view(&self, level: &Level) -> Vec<(&'a Stretch, Laid)> {
        let plan = self.plan;
        let view = self.scale.viewport;
        // Words, and bars that fade away, reach past the dates.
        let margin = 260.0 / self.px_per_day();
        let last = level.laid.partition_point(|(index, _)| {
            plan.stretches.get(*index as usize).is_some_and(|s| s.reach.from < view.to + margin)
        });
        let mut found = Vec::new();
        for (index, laid) in level.laid.get(..last).unwrap_or_default().iter().rev() {
            let index = *index as usize;
            if plan.latest_ends.get(index).is_some_and(|end| *end < view.from - margin) {
                break;
            }
            let Some(stretch) = plan.stretches.get(index) else { continue };
            if stretch.reach.to >= view.from - margin {
                found.push((stretch, *laid));
            }
        }
        found.reverse();
        found
    }

    fn bar_ends(&self, stretch: &Stretch) -> (f64, f64) {
        let (from, to) = bar_edges(&stretch.reach, self.px_per_day());
        (from + self.origin(), to + self.origin())
    }

    pub(super) fn bar(&self, stretch: &Stretch, across: f64) -> PlacedMark {
        let mark = bar_mark(&stretch.reach, across, &self.scale);
        PlacedMark { event: stretch.event as usize, is_chosen: self.is_chosen(stretch.event), ..mark }
    }

    /// Words under a bar, at the start of its part in view.
    fn add_bar_words(&mut self, stretch: &Stretch, laid: Laid, track: f64) {
        let (from, to) = self.bar_ends(stretch);
        let event = stretch.event;
        let form = laid.form.and_then(|form| stretch.forms.get(form));
        let Some(form) = form else {
            let middle = f64::midpoint(from.max(0.0), to.min(self.scale.length_px));
            if to > 0.0 && from < self.scale.length_px {
                self.push_button(event, middle, track + BAR_PX / 2.0);
            }
            return;
        };
        let (align, left) = if stretch.is_end_aligned {
            let right = to.min(self.scale.length_px).max(to.min(from + form.width));
            (Align::UnderEnd, right - form.width)
        } else {
            (Align::Under, from.max(0.0).min((to - form.width).max(from)))
        };
        let left = self.clear_of_corners(left, form.width, (from, to));
        let shown = (left + form.width).min(self.scale.length_px) - left.max(0.0);
        if self.is_in_corner(left, form.width, track) || shown < form.width * LEAST_SHOWN {
            let middle = f64::midpoint(from.max(0.0), to.min(self.scale.length_px));
            if to > 0.0 && from < self.scale.length_px {
                self.push_button(event, middle, track + BAR_PX / 2.0);
            }
            return;
        }
        if left + form.width > 0.0 && left < self.scale.length_px {
            self.arrangement.labels.push(PlacedLabel {
                event: event as usize,
                left,
                top: track + TRACK_WORDS_PX,
                width: form.width,
                height: form.height,
                align,
                date: form.date.clone(),
                headline: form.headline.clone(),
                is_lead: stretch.is_lead,
                is_chosen: self.is_chosen(event),
            });
        }
    }

    /// Words that follow their bar keep out of the lower corners, where the counts of earlier and later events stand.
    fn clear_of_corners(&self, left: f64, width: f64, (from, to): (f64, f64)) -> f64 {
        let right_end = self.scale.length_px - CORNER_PX;
        let mut left = left;
        if self.arrangement.later > 0 && left + width > right_end && to > self.scale.length_px {
            left = (right_end - width).max(from);
        }
        if self.arrangement.earlier > 0 && left < CORNER_PX && from < 0.0 {
            left = CORNER_PX.min((to - width).max(left));
        }
        left
    }

    /// Whether words of the last track would lie over the count in a lower corner.
    fn is_in_corner(&self, left: f64, width: f64, track: f64) -> bool {
        let bottom = self.plan.height - CORNER_HEIGHT_PX;
        let is_low = track + TRACK_WORDS_PX + 2.0 * TRACK_WORDS_PX > bottom;
        let is_left = self.arrangement.earlier > 0 && left < CORNER_PX - 8.0;
        let is_right = self.arrangement.later > 0 && left + width > self.scale.length_px - CORNER_PX + 8.0;
        is_low && (is_left || is_right)
    }
}

/// A bar across so many px of the plot, as far as it is in view.
pub(in crate::layout) fn bar_mark(reach: &Reach, across: f64, scale: &Scale) -> PlacedMark {
    let (from, to) = bar_edges(reach, scale.px_per_day());
    let origin = scale.x_from_time(0.0);
    let (mut from, mut to) = (from + origin, to + origin);
    let (mut start, mut end, mut dashed) = (End::Sharp, End::Sharp, false);
    if let Figure::Throughout { start: first, end: last, is_about } = reach.figure {
        let length = to - from;
        (start, end, dashed) = (placed_end(first, length, scale), placed_end(last, length, scale), is_about);
    }
    if from < -0.5 {
        // A bar that begins before the view points there.
        start = if from + fade_length(start) > 0.0 { start } else { End::Arrow };
        if start == End::Arrow {
            from = 0.0;
        }
    }
    if to > scale.length_px + 0.5 {
        end = if to - fade_length(end) < scale.length_px { end } else { End::Arrow };
        if end == End::Arrow {
            to = scale.length_px;
        }
    }
    PlacedMark {
        event: 0,
        from,
        to,
        across,
        thickness: BAR_PX,
        shape: MarkShape::Bar { start, end, is_about: dashed },
        is_chosen: false,
        is_wide: to - from >= TINTED_FROM_PX,
    }
}

fn placed_end(edge: Edge, length: f64, scale: &Scale) -> End {
    let px = |days: f64| days * scale.px_per_day();
    match edge {
        Edge::Sharp => End::Sharp,
        Edge::Unsure(days) if px(days) < MIN_CAP_PX => End::Sharp,
        Edge::Unsure(days) if px(days) > MAX_CAP_PX => End::Fade(px(days).min(length)),
        Edge::Unsure(days) => End::Cap(px(days).min(length / 2.0)),
        Edge::Soft(days) => End::Fade(px(days).min(length)),
        Edge::Stop => End::Stop,
        Edge::Unknown => End::Fade(length),
        Edge::GoesOn => End::Arrow,
    }
}

/// How far into a bar its end is something other than solid.
fn fade_length(end: End) -> f64 {
    match end {
        End::Cap(px) | End::Fade(px) => px,
        End::Sharp | End::Stop | End::Arrow => 0.0,
    }
}
