//! The cheap half: what the view shows of a level, in px.
//!
//! [`Frame`] collects it: bars and their words (`bars`), boxes and discs (`points`), labels (`labels`), and here what
//! is left, buttons, counts and ticks.

mod bars;
mod labels;
mod legend;
mod points;

pub(in crate::layout) use bars::bar_mark;
pub(in crate::layout) use points::box_mark;

use super::arrangement::{Align, Arrangement, PlacedLabel, PlacedPill, PlacedTick, Pole};
use super::column;
use super::forms::shown_date;
use super::levels::Level;
use super::marks::mark_edges;
use super::plan::{FIRST_TRACK_PX, Plan};
use super::stage::{Focus, Orientation};
use crate::calendar::LabelLength;
use crate::event::Chronology;
use crate::float;
use crate::gather::Gather;
use crate::order::InOrder;
use crate::scale::{Scale, Viewport, ticks};

/// Thickness of a bar.
const BAR_PX: f64 = 8.0;
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
/// A button over a mark.
const BUTTON_PX: f64 = 24.0;

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
            date: shown_date(told, LabelLength::Full),
            headline: told.headline.clone(),
            is_lead: false,
            is_chosen: self.is_chosen(event),
        });
    }

    fn add_pills(&mut self, level: &Level) {
        let view = self.scale.viewport;
        let from = level.pills.partition_point(|pill| pill.anchor < view.from);
        let to = level.pills.partition_point(|pill| pill.anchor <= view.to);
        let labelled: Vec<usize> = self.arrangement.labels.iter().map(|label| label.event).gather();
        for pill in level.pills.get(from..to).unwrap_or_default() {
            let mut events: Vec<usize> = pill.events.iter().map(|event| *event as usize).gather();
            if self.chosen.is_some() {
                events.retain(|event| !(self.chosen == Some(*event) && labelled.contains(event)));
            }
            if events.is_empty() {
                continue;
            }
            let stem = self.scale.x_from_time(pill.anchor);
            let axis = self.plan.rows.axis;
            let x = float::clamped(stem, PILL_HALF_PX, (self.scale.length_px - PILL_HALF_PX).max(PILL_HALF_PX));
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
        self.arrangement.legend = legend::legend(&self.arrangement, self.chronology);
        self.arrangement
    }
}

fn placed_ticks(plan: &Plan, scale: &Scale) -> Vec<PlacedTick> {
    // Where nothing is dated the axis is of no time.
    if plan.starts.is_empty() && plan.eras.places.is_empty() {
        return Vec::new();
    }
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
        .gather()
}
