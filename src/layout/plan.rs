//! The dear half: what each step of zoom shows, decided from the whole story.

use std::sync::Arc;

use super::board::Rows;
use super::column::ColumnPlan;
use super::eras::EraPlan;
use super::figure::{Edge, Figure, Reach};
use super::forms::{Form, Writer};
use super::levels::{BUTTON_PX, Builder, Ground, Level};
use super::marks::mark_edges;
use super::overview::Bins;
use super::stage::{Orientation, Pointer, Stage, TextMeasure, TextStyle};
use super::words::CharWidths;
use crate::event::{Chronology, Event};
use crate::lookup::sorted::SortedMap;
use crate::order::InOrder;
use crate::scale::{Viewport, time_from_day};

/// So many events are placed before a page may paint again: a few ms.
const EVENTS_AT_ONCE: usize = 400;
/// Part of the axis left free before the first event and after the last.
const MARGIN_SHARE: f64 = 0.011;
/// A story of one day still gets a week to either side.
const MIN_STORY_DAYS: f64 = 14.0;
/// The least a view can show.
const MIN_VIEW_DAYS: f64 = 2.0;
/// Lead events: the top fifth by salience, at most five.
const MAX_LEADS: usize = 5;
const LEAD_SHARE: usize = 5;

/// Distance from the axis to the first bar under it.
pub(super) const FIRST_TRACK_PX: f64 = 56.0;
/// From one track to the next.
pub(super) const TRACK_PITCH_PX: f64 = 84.0;
/// From the top of a bar to its words.
pub(super) const TRACK_WORDS_PX: f64 = 12.0;
const TRACK_LAST_PX: f64 = 66.0;
const ROW_PITCH_PX: f64 = 78.0;
/// From the last row to the axis.
const AXIS_INSET_PX: f64 = 22.0;
/// Labels may close up from this zoom on, or where a day is so long.
const CLOSE_UP_ZOOM: f64 = 4.0;
const CLOSE_UP_PX_PER_DAY: f64 = 3.0;
/// A fourth row from this width on.
const FOUR_ROWS_FROM_PX: f64 = 1400.0;

/// An event above the axis.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    /// Index into `Chronology::events`.
    pub event: u32,
    pub reach: Reach,
    /// Where its pole stands, days.
    pub anchor: f64,
    /// 0 for the most salient.
    pub rank: u32,
    /// Best first.
    pub forms: Vec<Form>,
    /// So many of them have all the words.
    pub whole_forms: usize,
    /// In as few lines as possible, for the place over a wide box.
    pub flat: Form,
    pub is_lead: bool,
}

/// An event below the axis.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub event: u32,
    pub reach: Reach,
    pub rank: u32,
    pub is_end_aligned: bool,
    /// Best first.
    pub forms: Vec<Form>,
    /// So many of them have all the words.
    pub whole_forms: usize,
    pub is_lead: bool,
}

/// Everything that is decided once for a chronology, a size and a set of fonts.
#[derive(Clone, Debug)]
pub struct Plan {
    pub(super) stage: Stage,
    pub(super) whole: Viewport,
    pub(super) rows: Rows,
    pub(super) height: f64,
    pub(super) moments: Arc<[Moment]>,
    /// By start.
    pub(super) stretches: Arc<[Stretch]>,
    /// For each stretch the latest end of it and all before it, so that a search for those in view can stop.
    pub(super) latest_ends: Vec<f64>,
    /// From coarse to fine, as far as they are made.
    pub(super) levels: Vec<Level>,
    pub(super) builder: Builder,
    /// For each event the index of its moment.
    pub(super) moment_by_event: Vec<Option<u32>>,
    pub(super) longest_box_days: f64,
    pub(super) eras: EraPlan,
    pub(super) column: ColumnPlan,
    pub(super) tick_widths: CharWidths,
    pub(super) bins: Bins,
    /// Starts and ends of all dated events in order, for the counts beside the view.
    pub(super) starts: Vec<f64>,
    pub(super) ends: Vec<f64>,
}

impl Plan {
    /// Decides what is shown where at every step of zoom. Cost grows with events times octaves of zoom.
    #[must_use]
    pub fn new(chronology: &Chronology, stage: &Stage, measure: &dyn TextMeasure) -> Self {
        let mut plan = Self::begun(chronology, stage, measure);
        while plan.refine() {}
        plan
    }

    /// A plan that knows the whole story only; [`refine`](Self::refine) goes on from there, a step of zoom at a time, so
    /// that a page need not wait. Until then closer views show the labels of the closest step there is.
    #[must_use]
    pub fn begun(chronology: &Chronology, stage: &Stage, measure: &dyn TextMeasure) -> Self {
        let reaches: Vec<Option<Reach>> = chronology.events.iter().map(Reach::of).collect();
        let whole = whole_story(chronology, &reaches);
        let coarse = stage.width_px.max(1.0) / whole.span();
        let eras = EraPlan::new(chronology, whole, stage, measure);
        let ranks = ranks(&chronology.events);
        let leads = lead_count(chronology.events.len());
        let writer = Writer { measure, leads: leads as u32 };

        let mut moments = Vec::new();
        let mut stretches = Vec::new();
        for (index, (event, reach)) in chronology.events.iter().zip(&reaches).enumerate() {
            let (Some(reach), Some(rank)) = (*reach, ranks.get(index).copied()) else { continue };
            if reach.is_moment() {
                moments.push(writer.moment(index, event, reach, rank));
            } else {
                stretches.push(writer.stretch(index, event, goes_on_until(reach, whole), rank));
            }
        }
        place_poles(&mut moments, coarse);
        moments.order_by(|a, b| a.anchor.total_cmp(&b.anchor).then(a.rank.cmp(&b.rank)));
        stretches.order_by(|a, b| a.reach.from.total_cmp(&b.reach.from).then(a.rank.cmp(&b.rank)));
        align_at_end(&mut stretches, whole, coarse);

        let column = match stage.orientation {
            Orientation::Horizontal => ColumnPlan::default(),
            Orientation::Vertical => {
                let items = writer.column_items(chronology, &moments, &stretches, stage.width_px);
                ColumnPlan::new(items, &eras, whole, stage.height_px)
            }
        };
        let (rows, tracks, height) = match stage.orientation {
            Orientation::Horizontal => divide_height(stage, eras.header_px, stretches.len(), coarse),
            Orientation::Vertical => (Rows::NONE, 1, column.axis_px + column.tail_px),
        };
        let length = if stage.orientation == Orientation::Vertical { column.axis_px } else { stage.width_px };
        let (moments, stretches): (Arc<[Moment]>, Arc<[Stretch]>) = (moments.into(), stretches.into());
        let mut builder = Builder::new(Ground {
            moments: Arc::clone(&moments),
            stretches: Arc::clone(&stretches),
            rows,
            tracks,
            story_end: whole.to,
            px_per_day: (length / whole.span(), length / MIN_VIEW_DAYS.min(whole.span())),
            button_px: BUTTON_PX[usize::from(stage.pointer == Pointer::Coarse)],
        });
        let levels = builder.next_level().into_iter().collect();
        let (starts, ends) = starts_and_ends(&reaches, whole);
        Self {
            stage: *stage,
            whole,
            rows,
            height,
            latest_ends: latest_ends(&stretches),
            moment_by_event: moments_by_event(&moments, chronology.events.len()),
            longest_box_days: moments.iter().map(|m| m.reach.to - m.reach.from).fold(0.0, f64::max),
            bins: Bins::new(&reaches, whole),
            tick_widths: CharWidths::new(TextStyle::Tick, measure),
            moments,
            stretches,
            levels,
            builder,
            eras,
            column,
            starts,
            ends,
        }
    }

    /// Makes some more steps of zoom: one, or several of a small story. Says whether there may be more to make.
    pub fn refine(&mut self) -> bool {
        let events = (self.moments.len() + self.stretches.len()).max(1);
        for _ in 0..(EVENTS_AT_ONCE / events).max(1) {
            let Some(level) = self.builder.next_level() else { return false };
            self.levels.push(level);
        }
        true
    }

    /// The view that shows the whole story.
    #[must_use]
    pub fn whole(&self) -> Viewport {
        self.whole
    }

    /// How long the axis is, px: what a [`Scale`](crate::scale::Scale) of this plan takes.
    #[must_use]
    pub fn axis_px(&self) -> f64 {
        match self.stage.orientation {
            Orientation::Horizontal => self.stage.width_px,
            Orientation::Vertical => self.column.axis_px,
        }
    }

    /// What the plan was made for.
    #[must_use]
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Index of the level for a scale: the finest that is not finer than it.
    pub(super) fn level_at(&self, px_per_day: f64) -> Option<&Level> {
        // A view set by hand may be a rounding coarser than the whole story.
        let after = self.levels.partition_point(|level| level.px_per_day <= px_per_day * (1.0 + 1e-9));
        self.levels.get(after.saturating_sub(1))
    }
}

fn whole_story(chronology: &Chronology, reaches: &[Option<Reach>]) -> Viewport {
    let dates = chronology.eras.iter().map(|era| era.date).chain(chronology.range);
    let edges = dates.map(|date| (date.first_day().map(time_from_day), date.end_day().map(time_from_day)));
    let events = reaches.iter().flatten().map(|reach| (Some(reach.from), Some(reach.to)));
    let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
    for (first, last) in events.chain(edges.clone()) {
        from = first.map_or(from, |first| from.min(first));
        to = last.map_or(to, |last| to.max(last));
    }
    if from > to {
        (from, to) = (0.0, 365.0);
    }
    // Eras and ranges are named by years: the last one ends where the last event does.
    let last_event = reaches.iter().flatten().map(|reach| reach.to).fold(f64::NEG_INFINITY, f64::max);
    if last_event.is_finite() && last_event > from && to - last_event < 366.0 {
        to = last_event;
    }
    if to - from < MIN_STORY_DAYS {
        (from, to) = (from - MIN_STORY_DAYS / 2.0, to + MIN_STORY_DAYS / 2.0);
    }
    let margin = (to - from) * MARGIN_SHARE;
    Viewport::new(from - margin, to + margin)
}

/// What goes on does so to the end of the story, and beyond its margin.
fn goes_on_until(reach: Reach, whole: Viewport) -> Reach {
    let Figure::Throughout { start, end, .. } = reach.figure else { return reach };
    let from = if start == Edge::GoesOn { whole.from } else { reach.from };
    let to = if end == Edge::GoesOn { whole.to } else { reach.to };
    Reach { from: from.min(to), to: to.max(from), ..reach }
}

/// The place of each event by salience, the most salient first; ties go to the earlier.
fn ranks(events: &[Event]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..events.len()).collect();
    let salience = |i: &usize| events.get(*i).map_or(0.0, |event| event.salience);
    order.order_by(|a, b| salience(b).total_cmp(&salience(a)).then(a.cmp(b)));
    let mut ranks = vec![0; events.len()];
    for (rank, event) in order.into_iter().enumerate() {
        if let Some(slot) = ranks.get_mut(event) {
            *slot = rank as u32;
        }
    }
    ranks
}

fn lead_count(events: usize) -> usize {
    (events / LEAD_SHARE).min(MAX_LEADS)
}

/// A pole stands in the middle of its mark; that of a box moves aside for a more salient one that stands there too.
fn place_poles(moments: &mut [Moment], px_per_day: f64) {
    const NEAR_PX: f64 = 6.0;
    let mut order: Vec<usize> = (0..moments.len()).collect();
    order.order_by_key(|i| moments.get(*i).map(|m| m.rank));
    let mut taken = SortedMap::default();
    let key = |time: f64| (time * 4.0).round() as i64;
    for index in order {
        let Some(m) = moments.get_mut(index) else { continue };
        let (from, to) = mark_edges(m, px_per_day);
        let near = NEAR_PX / px_per_day;
        let is_free = |time: f64| taken.between(key(time - near)..key(time + near).saturating_add(1)).next().is_none();
        let length = m.reach.to - m.reach.from;
        if to - from > 2.0 * NEAR_PX && !is_free(m.anchor) {
            let aside = [m.reach.from + length * 0.95, m.reach.from + length * 0.05];
            m.anchor = aside.into_iter().find(|time| is_free(*time)).unwrap_or(m.anchor);
        }
        taken.insert(key(m.anchor), ());
    }
}

/// Words under a bar begin with it unless they would leave the plot when the whole story is in view.
fn align_at_end(stretches: &mut [Stretch], whole: Viewport, px_per_day: f64) {
    let room_after = |time: f64| (whole.to - time) * px_per_day;
    let room_before = |time: f64| (time - whole.from) * px_per_day;
    for s in stretches {
        let width = s.forms.first().map_or(0.0, |form| form.width);
        s.is_end_aligned = room_after(s.reach.from) < width && room_before(s.reach.to) > width;
    }
}

fn moments_by_event(moments: &[Moment], events: usize) -> Vec<Option<u32>> {
    let mut found = vec![None; events];
    for (index, moment) in moments.iter().enumerate() {
        if let Some(slot) = found.get_mut(moment.event as usize) {
            *slot = Some(index as u32);
        }
    }
    found
}

fn latest_ends(stretches: &[Stretch]) -> Vec<f64> {
    let mut latest = f64::NEG_INFINITY;
    stretches
        .iter()
        .map(|stretch| {
            latest = latest.max(stretch.reach.to);
            latest
        })
        .collect()
}

fn starts_and_ends(reaches: &[Option<Reach>], whole: Viewport) -> (Vec<f64>, Vec<f64>) {
    let all = reaches.iter().flatten().map(|reach| goes_on_until(*reach, whole));
    let (mut starts, mut ends): (Vec<f64>, Vec<f64>) = all.map(|reach| (reach.from, reach.to)).unzip();
    starts.order_by(f64::total_cmp);
    ends.order_by(f64::total_cmp);
    (starts, ends)
}

/// Rows above the axis, tracks below it, and the height that they take.
fn divide_height(stage: &Stage, header_px: f64, stretches: usize, coarse: f64) -> (Rows, usize, f64) {
    let tracks = if stretches == 0 { 0 } else { 2 };
    let below = match tracks {
        0 => FIRST_TRACK_PX,
        count => FIRST_TRACK_PX + TRACK_PITCH_PX * (count - 1) as f64 + TRACK_LAST_PX,
    };
    let usual = if stage.width_px >= FOUR_ROWS_FROM_PX { 4 } else { 3 };
    let count = stage.height_px.map_or(usual, |height| {
        (((height - header_px - AXIS_INSET_PX - below) / ROW_PITCH_PX).floor().max(1.0)) as usize
    });
    let used = header_px + ROW_PITCH_PX * count as f64 + AXIS_INSET_PX;
    let height = stage.height_px.unwrap_or(used + below).max(used + below);
    let axis = height - below;
    let close_up_from_px_per_day = (coarse * CLOSE_UP_ZOOM).min(CLOSE_UP_PX_PER_DAY);
    (Rows { top: header_px, pitch: ROW_PITCH_PX, count, axis, close_up_from_px_per_day }, tracks, height)
}

#[cfg(test)]
pub(crate) mod fixtures {
    //! Chronologies and fonts for tests.

    use super::*;
    use crate::event::{Extent, HeadlineBasis, Status};

    /// Every character is 7 px wide.
    pub(crate) struct FixedWidths;

    impl TextMeasure for FixedWidths {
        fn width_px(&self, text: &str, _: TextStyle) -> f64 {
            text.chars().count() as f64 * 7.0
        }

        fn line_height_px(&self, style: TextStyle) -> f64 {
            match style {
                TextStyle::Label | TextStyle::LeadLabel => 19.0,
                TextStyle::Era => 21.0,
                _ => 16.0,
            }
        }
    }

    pub(crate) fn event(edtf: &str, extent: Extent, salience: f64, headline: &str) -> Event {
        Event {
            id: headline.to_lowercase().replace(' ', "-"),
            aliases: Vec::new(),
            date: Some(edtf.parse().unwrap()),
            date_basis: crate::event::DateBasis::Found,
            after: None,
            before: None,
            extent,
            status: Status::Happened,
            headline: headline.to_owned(),
            headline_basis: HeadlineBasis::Edited,
            participants: Vec::new(),
            places: Vec::new(),
            tags: Vec::new(),
            group: None,
            salience,
            part_of: None,
            text: None,
            display_date: None,
            media: Vec::new(),
            mentions: Vec::new(),
            conflicts: Vec::new(),
        }
    }
}
