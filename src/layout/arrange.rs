//! The cheap half: what the view shows of a level, in px.

use super::arrangement::{
    Align, Arrangement, End, Glyph, MarkShape, PlacedLabel, PlacedMark, PlacedPill, PlacedTick, Pole,
};
use super::board::{Hung, STACK_BASE_PX, STACK_PITCH_PX, Side};
use super::column;
use super::figure::{Edge, Figure};
use super::levels::Level;
use super::marks::mark_edges;
use super::plan::{FIRST_TRACK_PX, Moment, Plan, Stretch, TRACK_PITCH_PX, TRACK_WORDS_PX};
use super::stage::{Focus, Orientation};
use super::tracks::{Laid, bar_edges};
use crate::event::Chronology;
use crate::order::InOrder;
use crate::scale::{Scale, Viewport, ticks};

/// A cap narrower than this is left out, one wider fades: a hollow cap across the screen would look like a moment.
const MIN_CAP_PX: f64 = 3.0;
const MAX_CAP_PX: f64 = 160.0;
/// Boxes on the axis, bars under it, stacked boxes.
const BOX_PX: f64 = 9.0;
const BAR_PX: f64 = 8.0;
const STACKED_PX: f64 = 12.0;
/// The chosen box takes a tint from this width on.
const TINTED_FROM_PX: f64 = 60.0;
/// Lengths of ticks: alone, named among unnamed, unnamed, of a coarser unit.
const TICK_PX: f64 = 7.0;
const NAMED_TICK_PX: f64 = 8.0;
const SMALL_TICK_PX: f64 = 4.0;
const MAJOR_TICK_PX: f64 = 42.0;
/// From the axis to a pill.
pub(super) const PILL_DROP_PX: f64 = 28.0;
const PILL_HALF_PX: f64 = 16.0;
/// Room for "‹ 15 earlier" and "2 later ›" in the lower corners.
const CORNER_PX: f64 = 104.0;
const CORNER_HEIGHT_PX: f64 = 48.0;
/// A button over a mark.
const BUTTON_PX: f64 = 24.0;
/// Least room for words over a wide box.
const MIN_WORDS_PX: f64 = 90.0;
/// Words over a wide box stand this far right of a pole that crosses it.
const CLEAR_OF_POLE_PX: f64 = 8.0;
/// Words over a wide box end this far above it.
const OVER_BOX_PX: f64 = 4.0;

impl Plan {
    /// What a view shows. Cost grows with what is in view, not with what exists.
    #[must_use]
    pub fn arrange(&self, chronology: &Chronology, viewport: &Viewport, focus: &Focus<'_>) -> Arrangement {
        let scale = Scale::new(*viewport, self.axis_px());
        let mut frame = Frame::new(self, chronology, scale, focus);
        let Some(level) = self.level_at(scale.px_per_day()) else { return frame.finish() };
        if self.stage.orientation == Orientation::Vertical {
            frame.fill_column(level);
        } else {
            frame.add_bars(level);
            frame.add_wide_boxes(level);
            frame.add_marks(level);
            frame.add_labels(level);
            frame.add_box_words(level);
            frame.add_buttons(level);
            frame.add_pills(level);
        }
        frame.finish()
    }
}

/// Where things lie across the axis.
#[derive(Clone, Copy, Debug)]
struct Across {
    axis: f64,
    first_track: f64,
}

struct Frame<'a> {
    plan: &'a Plan,
    chronology: &'a Chronology,
    scale: Scale,
    chosen: Option<usize>,
    arrangement: Arrangement,
    across: Across,
    /// Poles that cross the zone over the axis: x and the top of the pole.
    crossing: Vec<(f64, f64)>,
}

impl<'a> Frame<'a> {
    fn new(plan: &'a Plan, chronology: &'a Chronology, scale: Scale, focus: &Focus<'_>) -> Self {
        let is_column = plan.stage.orientation == Orientation::Vertical;
        let across = match plan.stage.orientation {
            Orientation::Horizontal => {
                Across { axis: plan.rows.axis, first_track: plan.rows.axis + FIRST_TRACK_PX + BAR_PX / 2.0 }
            }
            Orientation::Vertical => Across { axis: column::AXIS_PX, first_track: column::TRACK_PX },
        };
        let arrangement = Arrangement {
            orientation: plan.stage.orientation,
            width: plan.stage.width_px,
            height: plan.height,
            viewport: scale.viewport,
            axis: across.axis,
            axis_length: if is_column { plan.height } else { scale.length_px },
            ticks: placed_ticks(plan, &scale),
            bands: plan.eras.bands(&scale),
            ribbons: if is_column { plan.eras.rules(&scale) } else { plan.eras.ribbons(&scale) },
            eras: if is_column {
                plan.eras.column_names(&scale, column::WORDS_PX, plan.stage.width_px)
            } else {
                plan.eras.names(&scale)
            },
            poles: Vec::new(),
            marks: Vec::new(),
            labels: Vec::new(),
            pills: Vec::new(),
            earlier: plan.ends.partition_point(|end| *end <= scale.viewport.from),
            later: plan.starts.len() - plan.starts.partition_point(|start| *start < scale.viewport.to),
            legend: Vec::new(),
        };
        Self { plan, chronology, scale, chosen: focus.chosen, arrangement, across, crossing: Vec::new() }
    }

    fn px_per_day(&self) -> f64 {
        self.scale.px_per_day()
    }

    fn origin(&self) -> f64 {
        self.scale.x_from_time(0.0)
    }

    fn is_chosen(&self, event: u32) -> bool {
        self.chosen == Some(event as usize)
    }

    /// The entries of a list in the order of time whose moments stand within `margin_px` of the view.
    fn near_view<'l, T>(&self, list: &'l [T], moment: impl Fn(&T) -> u32, margin_px: f64) -> &'l [T] {
        let margin = margin_px / self.px_per_day();
        let anchor = |entry: &T| self.plan.moments.get(moment(entry) as usize).map_or(0.0, |m| m.anchor);
        let from = list.partition_point(|entry| anchor(entry) < self.scale.viewport.from - margin);
        let to = list.partition_point(|entry| anchor(entry) <= self.scale.viewport.to + margin);
        list.get(from..to).unwrap_or_default()
    }

    /// Marks on the axis and in the one track of a column, and the words beside them.
    fn fill_column(&mut self, level: &Level) {
        for (stretch, laid) in self.bars_in_view(level) {
            if laid.track == 0 {
                let mark = self.bar(stretch, self.across.first_track);
                self.arrangement.marks.push(mark);
            }
        }
        self.add_marks(level);
        let (labels, poles, pills) = self.plan.column.arrange(&self.scale, self.chosen);
        self.arrangement.labels = labels;
        self.arrangement.poles = poles;
        self.arrangement.pills = pills;
        if let Some(band) = self.arrangement.bands.last_mut().filter(|band| band.to >= self.scale.length_px - 0.5) {
            band.to = self.plan.height;
        }
    }

    fn add_bars(&mut self, level: &Level) {
        for (stretch, laid) in self.bars_in_view(level) {
            let track = self.across.first_track + TRACK_PITCH_PX * laid.track as f64;
            let mark = self.bar(stretch, track);
            self.arrangement.marks.push(mark);
            self.add_bar_words(stretch, laid, track - BAR_PX / 2.0);
        }
    }

    fn bars_in_view(&self, level: &Level) -> Vec<(&'a Stretch, Laid)> {
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
        let (from, to) = bar_edges(stretch, self.px_per_day());
        (from + self.origin(), to + self.origin())
    }

    fn bar(&self, stretch: &Stretch, across: f64) -> PlacedMark {
        let (from, to) = self.bar_ends(stretch);
        let (mut start, mut end, mut dashed) = (End::Sharp, End::Sharp, false);
        if let Figure::Throughout { start: first, end: last, is_about } = stretch.reach.figure {
            (start, end, dashed) = (self.end(first, to - from), self.end(last, to - from), is_about);
        }
        let (mut from, mut to) = (from, to);
        if from < -0.5 {
            // A bar that begins before the view points there.
            start = if from + fade_length(start) > 0.0 { start } else { End::Arrow };
            if start == End::Arrow {
                from = 0.0;
            }
        }
        if to > self.scale.length_px + 0.5 {
            end = if to - fade_length(end) < self.scale.length_px { end } else { End::Arrow };
            if end == End::Arrow {
                to = self.scale.length_px;
            }
        }
        PlacedMark {
            event: stretch.event as usize,
            from,
            to,
            across,
            thickness: BAR_PX,
            shape: MarkShape::Bar { start, end, is_about: dashed },
            is_chosen: self.is_chosen(stretch.event),
            is_wide: to - from >= TINTED_FROM_PX,
        }
    }

    fn end(&self, edge: Edge, length: f64) -> End {
        let px = |days: f64| days * self.px_per_day();
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
        if self.is_in_corner(left, form.width, track) {
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

    fn add_wide_boxes(&mut self, level: &Level) {
        for (moment, height) in self.stacked_in_view(level) {
            let mark = self.box_mark(moment, height + STACKED_PX / 2.0, STACKED_PX);
            self.arrangement.marks.push(mark);
        }
    }

    /// Stacked boxes in view with the top edge of each.
    fn stacked_in_view(&self, level: &Level) -> Vec<(&'a Moment, f64)> {
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
        let (from, to) = mark_edges(moment, self.px_per_day());
        let (from, to) = (from + self.origin(), to + self.origin());
        let shape = match moment.reach.figure {
            Figure::Day => MarkShape::Disc,
            Figure::Within { is_about } => MarkShape::Box { is_about },
            Figure::Throughout { .. } => MarkShape::Bar { start: End::Sharp, end: End::Sharp, is_about: false },
        };
        PlacedMark {
            event: moment.event as usize,
            from,
            to,
            across,
            thickness,
            shape,
            is_chosen: self.is_chosen(moment.event),
            is_wide: to - from >= TINTED_FROM_PX,
        }
    }

    /// Marks on the axis: boxes first, discs over them.
    fn add_marks(&mut self, level: &Level) {
        let stacked: Vec<u32> = self.stacked_in_view(level).iter().map(|(m, _)| m.event).collect();
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

    fn add_labels(&mut self, level: &Level) {
        let visible: Vec<(u32, Hung)> = self.near_view(&level.hung, |(m, _)| *m, 260.0).to_vec();
        let (forced, taken) = self.plan.forced_label(level, self.chosen, &visible);
        let kept = visible.into_iter().filter(|(moment, _)| !taken.contains(moment));
        for (index, hung) in kept.chain(forced) {
            let Some(moment) = self.plan.moments.get(index as usize) else { continue };
            self.add_label(level, index, moment, hung);
        }
        for index in taken {
            let Some(moment) = self.plan.moments.get(index as usize) else { continue };
            let x = self.scale.x_from_time(moment.anchor);
            self.push_button(moment.event, x, self.plan.rows.axis);
        }
    }

    fn add_label(&mut self, level: &Level, index: u32, moment: &Moment, hung: Hung) {
        let Some(form) = moment.forms.get(hung.form) else { return };
        let x = self.scale.x_from_time(self.plan.pole_time(level, index, moment));
        let (left, align) = match hung.side {
            Side::Right => (x, Align::Start),
            Side::Left => (x - form.width, Align::End),
        };
        if left + form.width <= 0.0 || left >= self.scale.length_px {
            return;
        }
        let is_chosen = self.is_chosen(moment.event);
        self.arrangement.labels.push(PlacedLabel {
            event: moment.event as usize,
            left,
            top: hung.y,
            width: form.width,
            height: form.height,
            align,
            date: form.date.clone(),
            headline: form.headline.clone(),
            is_lead: moment.is_lead,
            is_chosen,
        });
        let top = hung.y + 2.0;
        self.crossing.push((x, top));
        self.arrangement.poles.push(Pole { points: vec![(x, top), (x, self.plan.rows.axis)], is_chosen });
    }

    /// Words over wide boxes: at the start of the part in view, moved right where poles would cross them.
    fn add_box_words(&mut self, level: &Level) {
        for (moment, top) in self.stacked_in_view(level) {
            let (from, to) = mark_edges(moment, self.px_per_day());
            let start = (from + self.origin()).max(0.0);
            let end = (to + self.origin()).min(self.scale.length_px);
            let poles: Vec<f64> =
                self.crossing.iter().filter(|(_, pole_top)| *pole_top < top).map(|(x, _)| *x).collect();
            let placed = free_stretches(start, end, poles).into_iter().find_map(|(from, to)| {
                let forms = std::iter::once(&moment.flat).chain(&moment.forms);
                let fits = |form: &&super::plan::Form| form.width <= to - from && form.height <= moment.flat.height;
                forms.into_iter().find(fits).map(|form| (from, form))
            });
            let Some((left, form)) = placed else {
                self.push_button(moment.event, f64::midpoint(start, end), top + STACKED_PX / 2.0);
                continue;
            };
            self.arrangement.labels.push(PlacedLabel {
                event: moment.event as usize,
                left,
                top: top - OVER_BOX_PX - form.height,
                width: form.width,
                height: form.height,
                align: Align::Under,
                date: form.date.clone(),
                headline: form.headline.clone(),
                is_lead: moment.is_lead,
                is_chosen: self.is_chosen(moment.event),
            });
        }
    }

    fn add_buttons(&mut self, level: &Level) {
        for index in self.near_view(&level.buttons, |m| *m, 0.0).to_vec() {
            let Some(moment) = self.plan.moments.get(index as usize) else { continue };
            let (from, to) = mark_edges(moment, self.px_per_day());
            let middle = self.origin() + f64::midpoint(from, to);
            let is_labelled = self.arrangement.labels.iter().any(|label| label.event == moment.event as usize);
            if !is_labelled {
                self.push_button(moment.event, middle, self.plan.rows.axis);
            }
        }
    }

    fn push_button(&mut self, event: u32, x: f64, y: f64) {
        let Some(told) = self.chronology.events.get(event as usize) else { return };
        self.arrangement.labels.push(PlacedLabel {
            event: event as usize,
            left: x - BUTTON_PX / 2.0,
            top: y - BUTTON_PX / 2.0,
            width: BUTTON_PX,
            height: BUTTON_PX,
            align: Align::MarkOnly,
            date: super::plan::shown_date(told, crate::calendar::LabelLength::Full),
            headline: told.headline.clone(),
            is_lead: false,
            is_chosen: self.is_chosen(event),
        });
    }

    fn add_pills(&mut self, level: &Level) {
        let view = self.scale.viewport;
        let from = level.pills.partition_point(|pill| pill.anchor < view.from);
        let to = level.pills.partition_point(|pill| pill.anchor <= view.to);
        let labelled: Vec<usize> = self.arrangement.labels.iter().map(|label| label.event).collect();
        for pill in level.pills.get(from..to).unwrap_or_default() {
            let mut events: Vec<usize> = pill.events.iter().map(|event| *event as usize).collect();
            if self.chosen.is_some() {
                events.retain(|event| !(self.chosen == Some(*event) && labelled.contains(event)));
            }
            if events.is_empty() {
                continue;
            }
            let stem = self.scale.x_from_time(pill.anchor);
            let axis = self.plan.rows.axis;
            let x = stem.clamp(PILL_HALF_PX, (self.scale.length_px - PILL_HALF_PX).max(PILL_HALF_PX));
            if !self.is_under_a_name(stem) {
                let points = vec![(stem, axis), (stem, axis + PILL_DROP_PX)];
                self.arrangement.poles.push(Pole { points, is_chosen: false });
            }
            self.arrangement.pills.push(PlacedPill { x, top: axis + PILL_DROP_PX, events });
        }
    }

    /// Whether a stem would cross the name of a tick; the pill then stands under the name without one.
    fn is_under_a_name(&self, x: f64) -> bool {
        self.arrangement.ticks.iter().any(|tick| {
            let width = tick.name.as_deref().map_or(0.0, |name| self.plan.tick_widths.width(name));
            width > 0.0 && (tick.along - x).abs() < width / 2.0 + 2.0
        })
    }

    fn finish(mut self) -> Arrangement {
        let pills = &self.arrangement.pills;
        let half = PILL_HALF_PX + 2.0;
        for tick in &mut self.arrangement.ticks {
            let Some(name) = &tick.major else { continue };
            let (from, to) = (tick.along, tick.along + 6.0 + self.plan.tick_widths.width(name));
            if pills.iter().any(|pill| pill.x + half > from && pill.x - half < to) {
                tick.major = None;
            }
        }
        self.arrangement.labels.order_by_key(|label| label.event);
        self.arrangement.legend = legend(&self.arrangement, self.chronology);
        self.arrangement
    }
}

/// How far into a bar its end is something other than solid.
fn fade_length(end: End) -> f64 {
    match end {
        End::Cap(px) | End::Fade(px) => px,
        End::Sharp | End::Stop | End::Arrow => 0.0,
    }
}

/// The parts of a stretch between poles that are wide enough for words.
fn free_stretches(start: f64, end: f64, mut poles: Vec<f64>) -> Vec<(f64, f64)> {
    poles.order_by(f64::total_cmp);
    let mut found = Vec::new();
    let mut from = start;
    for pole in poles.into_iter().filter(|x| *x > start - CLEAR_OF_POLE_PX && *x < end).chain([f64::INFINITY]) {
        let to = end.min(pole - CLEAR_OF_POLE_PX / 2.0);
        if to - from >= MIN_WORDS_PX {
            found.push((from, to));
        }
        from = from.max(pole + CLEAR_OF_POLE_PX);
    }
    found
}

fn placed_ticks(plan: &Plan, scale: &Scale) -> Vec<PlacedTick> {
    let found = ticks(scale.viewport, scale.length_px, &|text| plan.tick_widths.width(text));
    let has_small = found.iter().any(|tick| tick.is_small);
    let length = |tick: &crate::scale::Tick| match (tick.is_major, tick.is_small) {
        (true, _) => MAJOR_TICK_PX,
        (false, true) => SMALL_TICK_PX,
        (false, false) if has_small => NAMED_TICK_PX,
        (false, false) => TICK_PX,
    };
    found
        .into_iter()
        .map(|tick| PlacedTick {
            along: tick.along,
            length: length(&tick),
            is_major: tick.is_major,
            name: tick.name,
            major: tick.major,
        })
        .collect()
}

/// The kinds of marks among those shown, in the order of the legend.
pub(super) fn legend(arrangement: &Arrangement, chronology: &Chronology) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = arrangement.marks.iter().map(|mark| glyph(mark.shape)).collect();
    let is_disputed =
        |label: &PlacedLabel| chronology.events.get(label.event).is_some_and(|event| !event.conflicts.is_empty());
    if arrangement.labels.iter().any(is_disputed) {
        glyphs.push(Glyph::Disputed);
    }
    if !arrangement.pills.is_empty() {
        glyphs.push(Glyph::Count);
    }
    glyphs.order();
    glyphs.dedup();
    glyphs
}

fn glyph(shape: MarkShape) -> Glyph {
    match shape {
        MarkShape::Disc => Glyph::Day,
        MarkShape::Box { is_about: false } => Glyph::Within,
        MarkShape::Box { is_about: true } | MarkShape::Bar { is_about: true, .. } => Glyph::About,
        MarkShape::Bar { start, end, .. } => {
            let has = |kind: fn(&End) -> bool| kind(&start) || kind(&end);
            if has(|end| *end == End::Stop) {
                Glyph::AfterOrBefore
            } else if has(|end| *end == End::Arrow) {
                Glyph::GoesOn
            } else if has(|end| matches!(end, End::Fade(_))) {
                Glyph::Vague
            } else if has(|end| matches!(end, End::Cap(_))) {
                Glyph::SpanWithCaps
            } else {
                Glyph::Span
            }
        }
    }
}

impl Plan {
    /// Px of the longest box that is not stacked for being wide.
    fn longest_box_px(&self, px_per_day: f64) -> f64 {
        self.longest_box_days * px_per_day
    }

    fn moment_of(&self, chronology: &Chronology, event: usize) -> Option<&Moment> {
        chronology.events.get(event)?;
        let index = *self.moment_by_event.get(event)?;
        self.moments.get(index? as usize)
    }

    /// Where a label's pole stands: at its own mark, or at the one that its mark merged into.
    fn pole_time(&self, level: &Level, index: u32, moment: &Moment) -> f64 {
        let Ok(at) = level.merged.binary_search_by_key(&index, |(m, _)| *m) else { return moment.anchor };
        let host = level.merged.get(at).and_then(|(_, host)| self.moments.get(*host as usize));
        host.map_or(moment.anchor, |host| host.anchor)
    }

    /// A label for a chosen moment that has none at this level, and the labels that make room for it.
    fn forced_label(
        &self,
        level: &Level,
        chosen: Option<usize>,
        visible: &[(u32, Hung)],
    ) -> (Option<(u32, Hung)>, Vec<u32>) {
        let none = (None, Vec::new());
        let Some(index) = chosen.and_then(|event| self.moment_by_event.get(event).copied().flatten()) else {
            return none;
        };
        let is_stacked = level.stacks.iter().any(|stack| stack.contains(&index));
        let Some(moment) = self.moments.get(index as usize) else { return none };
        let is_hung = level.hung.binary_search_by_key(&index, |(m, _)| *m).is_ok();
        if is_hung || is_stacked || moment.forms.is_empty() {
            return none;
        }
        let hung = visible.iter().map(|(m, hung)| (*m as usize, *hung)).collect();
        let entries = |stack: &Vec<u32>| stack.iter().filter_map(|m| self.stack_entry(*m)).collect();
        let board = self.builder.board.with(hung, level.stacks.iter().map(entries).collect());
        match board.forced(index as usize, level.px_per_day) {
            Some((hung, taken)) => (Some((index, hung)), taken.into_iter().map(|m| m as u32).collect()),
            None => none,
        }
    }

    fn stack_entry(&self, moment: u32) -> Option<(i64, usize)> {
        let m = self.moments.get(moment as usize)?;
        Some(((m.reach.from * 2.0).round() as i64, moment as usize))
    }
}
