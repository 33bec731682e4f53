//! The strip under the plot: how many events, when, and what part of it is in view.

use super::figure::Reach;
use super::plan::Plan;
use super::stage::{Focus, Orientation};
use crate::calendar::{Grain, Period};
use crate::event::Chronology;
use crate::gather::Gather;
use crate::scale::{Scale, Viewport, day_from_time, time_from_day};

/// Fewer bins say too little, more are too thin to see.
const MAX_BINS: usize = 120;

/// Events per year, or per coarser or finer unit, whatever gives at most [`MAX_BINS`].
#[derive(Clone, Debug, Default)]
pub(super) struct Bins {
    /// Start, end, events that lie in it.
    bins: Vec<(f64, f64, u32)>,
    most: u32,
}

impl Bins {
    pub(super) fn new(reaches: &[Option<Reach>], whole: Viewport) -> Self {
        let mut edges = edges(whole);
        let mut counts = vec![0_i64; edges.len() + 1];
        // A running sum of starts and ends: linear however long the events last.
        for reach in reaches.iter().flatten() {
            let first = edges.partition_point(|edge| *edge <= reach.from).saturating_sub(1);
            let last = edges.partition_point(|edge| *edge < reach.to).saturating_sub(1).max(first);
            if let Some(count) = counts.get_mut(first) {
                *count += 1;
            }
            if let Some(count) = counts.get_mut(last + 1) {
                *count -= 1;
            }
        }
        let mut running = 0;
        let mut bins = Vec::new();
        edges.push(edges.last().copied().unwrap_or(0.0));
        for (pair, count) in edges.windows(2).zip(counts) {
            running += count;
            if let [from, to] = pair
                && to > from
            {
                bins.push((*from, *to, running.max(0) as u32));
            }
        }
        let most = bins.iter().map(|(_, _, count)| *count).max().unwrap_or(0);
        Self { bins, most }
    }
}

/// The boundaries of the finest unit that cuts the story into few enough bins.
fn edges(whole: Viewport) -> Vec<f64> {
    let grains = [(Grain::Day, 1), (Grain::Week, 1), (Grain::Month, 1), (Grain::Quarter, 1), (Grain::Year, 1)];
    let coarser = [2, 5, 10, 20, 50, 100, 200, 500, 1000].map(|years| (Grain::Year, years));
    for (grain, count) in grains.into_iter().chain(coarser) {
        let first = Period::containing(day_from_time(whole.from), grain).index().div_euclid(count) * count;
        let last = Period::containing(day_from_time(whole.to), grain).index();
        let bins = (last - first) / count + 1;
        if usize::try_from(bins).is_ok_and(|bins| bins <= MAX_BINS) {
            let indices = (0..=bins).map(|i| first + i * count);
            return indices
                .filter_map(|index| Period::checked(grain, index))
                .map(|period| time_from_day(period.first_day()))
                .gather();
        }
    }
    Vec::new()
}

/// The strip, in px of its own box. Lengths run along the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewArrangement {
    /// Which way time runs.
    pub orientation: Orientation,
    /// Length of the strip.
    pub length: f64,
    /// Columns: from, to, height as part of the highest.
    pub columns: Vec<(f64, f64, f64)>,
    /// Where eras meet.
    pub borders: Vec<f64>,
    /// What is in view: from and to.
    pub window: (f64, f64),
    /// Whether all is in view.
    pub is_whole: bool,
    /// Where the chosen event is.
    pub chosen: Option<f64>,
    /// Where search hits are.
    pub hits: Vec<f64>,
    /// First and last year, for the ends.
    pub years: (i32, i32),
}

impl Plan {
    /// The strip at a length for a view. Cost: at most 120 columns, and the hits.
    #[must_use]
    pub fn overview(
        &self,
        chronology: &Chronology,
        viewport: &Viewport,
        focus: &Focus<'_>,
        length: f64,
    ) -> OverviewArrangement {
        let scale = Scale::new(self.whole, length);
        let most = f64::from(self.bins.most.max(1));
        let columns = self.bins.bins.iter().filter(|(_, _, count)| *count > 0).map(|(from, to, count)| {
            (scale.x_from_time(*from).max(0.0), scale.x_from_time(*to).min(length), f64::from(*count) / most)
        });
        let borders = self.eras.places.iter().map(|place| place.start_time()).filter(|from| *from > self.whole.from);
        let middle = |event: usize| {
            let reach = Reach::of(chronology.events.get(event)?)?;
            Some(scale.x_from_time(reach.middle()))
        };
        let first = self.starts.first().copied().unwrap_or(self.whole.from);
        let last = self.ends.last().copied().unwrap_or(self.whole.to);
        OverviewArrangement {
            orientation: self.stage.orientation,
            length,
            columns: columns.gather(),
            borders: borders.map(|time| scale.x_from_time(time)).gather(),
            window: (scale.x_from_time(viewport.from), scale.x_from_time(viewport.to)),
            is_whole: viewport.is_whole(self.whole),
            chosen: focus.chosen.and_then(middle),
            hits: focus.hits.iter().filter_map(|event| middle(*event)).gather(),
            years: (day_from_time(first).year(), day_from_time(last - 1.0).year()),
        }
    }
}
