//! What each step of zoom shows, decided from the whole story.

use std::sync::Arc;

use super::board::Rows;
use super::builder::Builder;
use super::column::ColumnPlan;
use super::eras::EraPlan;
use super::figure::Reach;
use super::forms::Form;
use super::levels::Level;
use super::overview::Bins;
use super::planning::Planning;
use super::stage::{Orientation, Stage, TextMeasure};
use super::words::CharWidths;
use crate::event::Chronology;
use crate::scale::Viewport;

/// Distance from the axis to the first bar under it.
pub(super) const FIRST_TRACK_PX: f64 = 56.0;
/// From one track to the next: a bar, a date, three lines, and some air.
pub(super) const TRACK_PITCH_PX: f64 = 90.0;
/// From the top of a bar to its words.
pub(super) const TRACK_WORDS_PX: f64 = 12.0;

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
    /// The room kept for words over a wide box: a pole through it may leave no room for the flat ones.
    pub over_box_px: f64,
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
        let mut plan = Planning::new(chronology, stage).finish(chronology, measure);
        while !plan.is_refined() {
            plan.refine();
        }
        plan
    }

    /// Whether every step of zoom is made.
    #[must_use]
    pub fn is_refined(&self) -> bool {
        self.builder.is_done()
    }

    /// Does a small piece of the work on closer steps of zoom, where some is left.
    pub fn refine(&mut self) {
        self.levels.extend(self.builder.work());
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
