//! Plans a story in pieces of work so small that a page can paint between them: words at sizes first, then where all
//! goes, then what the whole story shows. Closer steps of zoom are left to [`Plan::refine`].

use crate::gather::Gather;
use std::sync::Arc;

use super::board::Rows;
use super::builder::{BUTTON_PX, Builder, Ground};
use super::column::ColumnPlan;
use super::eras::EraPlan;
use super::figure::Reach;
use super::forms::Writer;
use super::marks::mark_edges;
use super::overview::Bins;
use super::plan::{FIRST_TRACK_PX, Moment, Plan, Stretch, TRACK_PITCH_PX};
use super::spans::{goes_on_until, lead_count, ranks, starts_and_ends, whole_story};
use super::stage::{Orientation, Pointer, Stage, TextMeasure, TextStyle};
use super::words::CharWidths;
use crate::event::Chronology;
use crate::lookup::sorted::SortedMap;
use crate::order::InOrder;
use crate::scale::Viewport;

/// So many events get their words in one piece of work: less than a ms.
const EVENTS_AT_ONCE: usize = 48;
/// The least a view can show.
const MIN_VIEW_DAYS: f64 = 2.0;
const TRACK_LAST_PX: f64 = 66.0;
/// The corners under the counts, for "‹ 15 earlier", where no track leaves room for them.
const CORNER_PX: f64 = 24.0;
const ROW_PITCH_PX: f64 = 78.0;
/// From the last row to the axis.
const AXIS_INSET_PX: f64 = 22.0;
/// Labels may close up from this zoom on, or where a day is so long.
const CLOSE_UP_ZOOM: f64 = 4.0;
const CLOSE_UP_PX_PER_DAY: f64 = 3.0;
/// A fourth row from this width on.
const FOUR_ROWS_FROM_PX: f64 = 1400.0;

/// A plan in the making.
#[derive(Clone, Debug)]
pub struct Planning {
    stage: Stage,
    reaches: Vec<Option<Reach>>,
    whole: Viewport,
    ranks: Vec<u32>,
    /// The next event that gets words.
    next: usize,
    moments: Vec<Moment>,
    stretches: Vec<Stretch>,
    plan: Option<Box<Plan>>,
}

impl Planning {
    /// Begins to plan a story for a stage. All calls take the same story and the same fonts.
    #[must_use]
    pub fn new(chronology: &Chronology, stage: &Stage) -> Self {
        let reaches: Vec<Option<Reach>> = chronology.events.iter().map(Reach::of).gather();
        Self {
            stage: *stage,
            whole: whole_story(chronology, &reaches),
            ranks: ranks(&chronology.events),
            reaches,
            next: 0,
            moments: Vec::new(),
            stretches: Vec::new(),
            plan: None,
        }
    }

    /// What it plans for.
    #[must_use]
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Does the next piece of work. Says whether more is left before the whole story can be shown.
    pub fn work(&mut self, chronology: &Chronology, measure: &dyn TextMeasure) -> bool {
        if self.next < chronology.events.len() {
            self.write_some(chronology, measure);
            return true;
        }
        match &mut self.plan {
            None => {
                self.plan = Some(Box::new(self.put_together(chronology, measure)));
                true
            }
            Some(plan) => {
                plan.refine();
                plan.levels.is_empty() && !plan.is_refined()
            }
        }
    }

    /// Does what is left, and gives the plan: it knows what the whole story shows. Until closer steps of zoom are made,
    /// closer views show the labels of the closest step there is.
    #[must_use]
    pub fn finish(mut self, chronology: &Chronology, measure: &dyn TextMeasure) -> Plan {
        while self.work(chronology, measure) {}
        match self.plan.take() {
            Some(plan) => *plan,
            None => self.put_together(chronology, measure),
        }
    }

    /// Words for some more events.
    fn write_some(&mut self, chronology: &Chronology, measure: &dyn TextMeasure) {
        let writer = Writer { measure, leads: lead_count(chronology.events.len()) as u32 };
        let from = self.next;
        self.next += EVENTS_AT_ONCE;
        for (index, event) in chronology.events.iter().enumerate().skip(from).take(EVENTS_AT_ONCE) {
            let reach = self.reaches.get(index).copied().flatten();
            let (Some(reach), Some(rank)) = (reach, self.ranks.get(index).copied()) else { continue };
            if reach.is_moment() {
                self.moments.push(writer.moment(index, event, reach, rank));
            } else {
                self.stretches.push(writer.stretch(index, event, goes_on_until(reach, self.whole), rank));
            }
        }
    }

    /// Poles, rows, tracks and eras: everything but the steps of zoom.
    fn put_together(&mut self, chronology: &Chronology, measure: &dyn TextMeasure) -> Plan {
        let (stage, whole) = (&self.stage, self.whole);
        let coarse = stage.width_px.max(1.0) / whole.span();
        let eras = EraPlan::new(chronology, whole, stage, measure);
        let (mut moments, mut stretches) = (std::mem::take(&mut self.moments), std::mem::take(&mut self.stretches));
        place_poles(&mut moments, coarse);
        moments.order_by(|a, b| a.anchor.total_cmp(&b.anchor).then(a.rank.cmp(&b.rank)));
        stretches.order_by(|a, b| a.reach.from.total_cmp(&b.reach.from).then(a.rank.cmp(&b.rank)));
        align_at_end(&mut stretches, whole, coarse);

        let column = match stage.orientation {
            Orientation::Horizontal => ColumnPlan::default(),
            Orientation::Vertical => {
                let writer = Writer { measure, leads: lead_count(chronology.events.len()) as u32 };
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
        let builder = Builder::new(Ground {
            moments: Arc::clone(&moments),
            stretches: Arc::clone(&stretches),
            rows,
            tracks,
            story_end: whole.to,
            px_per_day: (length / whole.span(), length / MIN_VIEW_DAYS.min(whole.span())),
            button_px: BUTTON_PX[usize::from(stage.pointer == Pointer::Coarse)],
        });
        let (starts, ends) = starts_and_ends(&self.reaches, whole);
        Plan {
            stage: *stage,
            whole,
            rows,
            height,
            latest_ends: latest_ends(&stretches),
            moment_by_event: moments_by_event(&moments, chronology.events.len()),
            longest_box_days: moments.iter().map(|m| m.reach.to - m.reach.from).fold(0.0, f64::max),
            bins: Bins::new(&self.reaches, whole),
            tick_widths: CharWidths::new(TextStyle::Tick, measure),
            moments,
            stretches,
            levels: Vec::new(),
            builder,
            eras,
            column,
            starts,
            ends,
        }
    }
}

/// A pole stands in the middle of its mark; that of a box moves aside for a more salient one that stands there too.
fn place_poles(moments: &mut [Moment], px_per_day: f64) {
    const NEAR_PX: f64 = 6.0;
    let mut order: Vec<usize> = (0..moments.len()).gather();
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
        .gather()
}

/// Rows above the axis, tracks below it, and the height that they take.
fn divide_height(stage: &Stage, header_px: f64, stretches: usize, coarse: f64) -> (Rows, usize, f64) {
    let tracks = if stretches == 0 { 0 } else { 2 };
    let below = match tracks {
        0 => FIRST_TRACK_PX + CORNER_PX,
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
