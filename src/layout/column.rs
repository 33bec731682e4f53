//! The narrow form: time runs down the page, words stand beside it in one column.
//!
//! ```text
//!  1980 -o--         the axis, one track of bars, then words
//!        | |\___ 1979
//!        | |     Troops march in
//!  1985 -|
//! ```
//!
//! Words keep the order of their marks, so no leaders cross. They stand beside their marks where they can, and slide
//! down, or up from the end of their era, where they must. What an era has no room for is one line at its end, "+3
//! more". Who is shown depends on the scale alone and not on what part of the story is in view.

use crate::gather::Gather;
use std::ops::Range;

use super::arrangement::{Align, PlacedLabel, PlacedPill, Pole};
use super::eras::EraPlan;
use super::figure::Reach;
use super::forms::Form;
use crate::float;
use crate::order::InOrder;
use crate::scale::{Scale, Viewport};

/// From the left: the axis, the middle of the track of bars, the words.
pub(super) const AXIS_PX: f64 = 54.0;
pub(super) const TRACK_PX: f64 = 68.0;
pub(super) const WORDS_PX: f64 = 88.0;
/// Kept free at the right for the overview, which stands there when the view is zoomed.
pub(super) const STRIP_PX: f64 = 24.0;
/// Leaders run flat to here, slant to there, and end before the words.
const LEADER_PX: [f64; 3] = [74.0, 79.0, 84.0];
/// A leader meets its label in the middle of the line with the date.
const DATE_MIDDLE_PX: f64 = 8.0;
/// The name of an era and the room around it.
const HEADER_PX: f64 = 32.0;
/// Below this an era has no room for its name.
const MIN_ZONE_PX: f64 = 30.0;
const GAP_PX: f64 = 8.0;
/// The line "+3 more".
const MORE_PX: f64 = 22.0;
/// Length of the axis: so much for each event, within limits.
const PX_PER_EVENT: f64 = 44.0;
const LENGTH_PX: (f64, f64) = (480.0, 1600.0);
/// The last era may go on below the end of the axis, for so many labels.
const TAIL_LABELS: usize = 3;
/// An era with more events than this is laid out in parts.
const MAX_ITEMS: usize = 400;

/// An event's words in the column.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub event: u32,
    pub reach: Reach,
    /// Where its leader begins: at its pole, or in the middle of its bar.
    pub time: f64,
    pub rank: u32,
    pub form: Form,
    pub is_lead: bool,
}

/// An era, or what is before the first.
#[derive(Clone, Debug)]
struct Zone {
    from: f64,
    to: f64,
    /// Events from here on belong to it.
    first_day: f64,
    has_name: bool,
    items: Range<usize>,
}

/// The column, measured.
#[derive(Clone, Debug, Default)]
pub(super) struct ColumnPlan {
    /// By zone, then by where their leaders begin.
    items: Vec<Item>,
    zones: Vec<Zone>,
    pub axis_px: f64,
    /// What the last era needs below the end of the axis.
    pub tail_px: f64,
}

/// What a zone shows, in px from the top of the plot.
struct Flow {
    /// Items with the top of their words.
    shown: Vec<(usize, f64)>,
    rest: Vec<usize>,
    end: f64,
}

impl ColumnPlan {
    pub(super) fn new(mut items: Vec<Item>, eras: &EraPlan, whole: Viewport, height_px: Option<f64>) -> Self {
        let mut zones: Vec<Zone> = Vec::new();
        let mut starts = eras.outer_starts().peekable();
        let zone = |(from, first_day), has_name| Zone { from, to: whole.to, first_day, has_name, items: 0..0 };
        if starts.peek().is_none_or(|(from, _)| *from > whole.from) {
            zones.push(zone((whole.from, whole.from), false));
        }
        zones.extend(starts.map(|start| zone(start, true)));
        for index in 1..zones.len() {
            let next = zones.get(index).map_or(whole.to, |zone| zone.from);
            if let Some(zone) = zones.get_mut(index - 1) {
                zone.to = next;
            }
        }
        let zone_of = |item: &Item| zones.partition_point(|zone| zone.first_day <= item.reach.from).saturating_sub(1);
        let marked = |item: &Item| {
            let zone = zones.get(zone_of(item));
            zone.map_or(item.time, |zone| float::clamped(item.time, zone.from, zone.to.max(zone.from)))
        };
        items.order_by(|a, b| {
            let by_zone = zone_of(a).cmp(&zone_of(b));
            by_zone.then(marked(a).total_cmp(&marked(b))).then(a.rank.cmp(&b.rank))
        });
        let ends: Vec<usize> =
            (0..zones.len()).map(|zone| items.partition_point(|item| zone_of(item) <= zone)).gather();
        let mut start = 0;
        for (zone, end) in zones.iter_mut().zip(ends) {
            zone.items = start..end;
            start = end;
        }
        let length = (items.len() as f64 * PX_PER_EVENT).clamp(LENGTH_PX.0, LENGTH_PX.1);
        let mut plan = Self { items, zones, axis_px: length, tail_px: 0.0 };
        plan.tail_px = plan.needed_tail(whole);
        if let Some(height) = height_px {
            plan.axis_px = (height - plan.tail_px).max(LENGTH_PX.0);
        }
        plan
    }

    /// What the most salient events of the last era need beyond its own length.
    fn needed_tail(&self, whole: Viewport) -> f64 {
        let Some(zone) = self.zones.last() else { return 0.0 };
        let mut items: Vec<&Item> = self.items.get(zone.items.clone()).unwrap_or_default().iter().gather();
        items.order_by_key(|item| item.rank);
        let words: f64 = items.iter().take(TAIL_LABELS).map(|item| item.form.height + GAP_PX).sum();
        let more = if items.len() > TAIL_LABELS { MORE_PX } else { 0.0 };
        let length = (zone.to - zone.from) * self.axis_px / whole.span();
        (zone.header_px() + words + more + GAP_PX - length).max(0.0)
    }

    /// Words, leaders and counts of the zones in view.
    pub(super) fn arrange(
        &self,
        scale: &Scale,
        chosen: Option<usize>,
    ) -> (Vec<PlacedLabel>, Vec<Pole>, Vec<PlacedPill>) {
        let (mut labels, mut poles, mut pills) = (Vec::new(), Vec::new(), Vec::new());
        let mut carried: Vec<usize> = Vec::new();
        for zone in &self.zones {
            let is_in_view = zone.from < scale.viewport.to && zone.to > scale.viewport.from;
            if !is_in_view {
                continue;
            }
            let flow = self.flow(zone, scale, chosen);
            for (index, top) in &flow.shown {
                self.add_label(*index, *top, zone, scale, chosen, &mut labels, &mut poles);
            }
            carried.extend(flow.rest.iter().filter_map(|index| self.items.get(*index)).map(|item| item.event as usize));
            let has_room = !flow.shown.is_empty() || self.room(zone, scale) >= MORE_PX;
            if has_room && !carried.is_empty() {
                carried.order();
                pills.push(PlacedPill { x: WORDS_PX, top: flow.end, events: std::mem::take(&mut carried) });
            }
        }
        if let Some(last) = pills.last_mut() {
            last.events.extend(carried);
        }
        (labels, poles, pills)
    }

    #[expect(clippy::too_many_arguments, reason = "two lists to fill, and what a label is made of")]
    fn add_label(
        &self,
        index: usize,
        top: f64,
        zone: &Zone,
        scale: &Scale,
        chosen: Option<usize>,
        labels: &mut Vec<PlacedLabel>,
        poles: &mut Vec<Pole>,
    ) {
        let Some(item) = self.items.get(index) else { return };
        let is_named_above = zone.has_name && scale.x_from_time(zone.from) <= 0.0;
        let free_from = if is_named_above { MIN_ZONE_PX } else { 0.0 };
        if top < free_from || top >= scale.length_px + self.tail_px {
            return;
        }
        let is_chosen = chosen == Some(item.event as usize);
        let from = if item.reach.is_moment() { AXIS_PX } else { TRACK_PX };
        let (mark, date) = (self.mark_y(item, zone, scale), top + DATE_MIDDLE_PX);
        let [flat, slant, end] = LEADER_PX;
        poles.push(Pole { points: vec![(from, mark), (flat, mark), (slant, date), (end, date)], is_chosen });
        labels.push(PlacedLabel {
            event: item.event as usize,
            left: WORDS_PX,
            top,
            width: item.form.width,
            height: item.form.height,
            align: Align::Start,
            date: item.form.date.clone(),
            headline: item.form.headline.clone(),
            is_lead: item.is_lead,
            is_chosen,
        });
    }

    /// Where an item's leader begins.
    fn mark_y(&self, item: &Item, zone: &Zone, scale: &Scale) -> f64 {
        scale.x_from_time(float::clamped(item.time, zone.from, zone.to))
    }

    fn room(&self, zone: &Zone, scale: &Scale) -> f64 {
        let is_last = self.zones.last().is_some_and(|last| zone.from >= last.from);
        let tail = if is_last { self.tail_px } else { 0.0 };
        (zone.to - zone.from) * scale.px_per_day() + tail - zone.header_px()
    }

    /// The most salient items for which a zone has room, in order, each as near its mark as the others let it.
    fn flow(&self, zone: &Zone, scale: &Scale, chosen: Option<usize>) -> Flow {
        let room = self.room(zone, scale);
        let indices = self.indices(zone, scale);
        let mut ranked: Vec<usize> = indices.clone().gather();
        let rank = |index: &usize| {
            let item = self.items.get(*index);
            item.map_or((false, u32::MAX), |item| (chosen != Some(item.event as usize), item.rank))
        };
        ranked.order_by_key(rank);
        let heights: f64 =
            ranked.iter().filter_map(|index| self.items.get(*index)).map(|i| i.form.height + GAP_PX).sum();
        // One gap fewer than labels.
        let mut left = GAP_PX + if heights <= room + GAP_PX { room } else { room - MORE_PX };
        let (mut shown, mut rest) = (Vec::new(), Vec::new());
        for index in ranked {
            let height = self.items.get(index).map_or(0.0, |item| item.form.height + GAP_PX);
            if height <= left {
                left -= height;
                shown.push(index);
            } else {
                rest.push(index);
            }
        }
        shown.order();
        let top = scale.x_from_time(zone.from) + zone.header_px();
        let bottom = top + room - if rest.is_empty() { 0.0 } else { MORE_PX };
        let shown = self.spread(&shown, zone, scale, top, bottom);
        let end = shown.last().and_then(|(index, y)| Some(y + self.items.get(*index)?.form.height));
        Flow { shown, rest, end: end.unwrap_or(top) }
    }

    /// The items of a zone; of a zone with very many only those around the view, in steps that do not follow it closely.
    fn indices(&self, zone: &Zone, scale: &Scale) -> Range<usize> {
        if zone.items.len() <= MAX_ITEMS {
            return zone.items.clone();
        }
        let step = float::exp2(float::log2(scale.viewport.span()).ceil());
        let from = ((scale.viewport.from / step).floor() - 1.0) * step;
        let to = ((scale.viewport.to / step).ceil() + 1.0) * step;
        let items = self.items.get(zone.items.clone()).unwrap_or_default();
        let start = items.partition_point(|item| item.time < from);
        let end = items.partition_point(|item| item.time <= to);
        zone.items.start + start..zone.items.start + end.max(start)
    }

    /// Tops of words: beside their marks, then down to make room, then up from the end of the zone.
    fn spread(&self, shown: &[usize], zone: &Zone, scale: &Scale, top: f64, bottom: f64) -> Vec<(usize, f64)> {
        let mut placed: Vec<(usize, f64)> = Vec::with_capacity(shown.len());
        let mut free_from = top;
        for index in shown {
            let Some(item) = self.items.get(*index) else { continue };
            let y = (self.mark_y(item, zone, scale) - DATE_MIDDLE_PX).max(free_from);
            free_from = y + item.form.height + GAP_PX;
            placed.push((*index, y));
        }
        let mut free_to = bottom + GAP_PX;
        for (index, y) in placed.iter_mut().rev() {
            let height = self.items.get(*index).map_or(0.0, |item| item.form.height);
            *y = y.min(free_to - GAP_PX - height).max(top);
            free_to = *y;
        }
        placed
    }
}

impl Zone {
    fn header_px(&self) -> f64 {
        if self.has_name { HEADER_PX } else { GAP_PX }
    }
}
