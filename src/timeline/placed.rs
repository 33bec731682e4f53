//! What the timeline shows, placed: the plan of its labels, the picture of the view, the list.

use super::{Effects, Timeline, times_of};
use crate::calendar::Edtf;
use crate::event::{Chronology, Event};
use crate::layout::{Arrangement, Focus, Orientation, OverviewArrangement, Plan, Planning, Stage, TextMeasure};
use crate::outline::{self, EventList, EventRef};
use crate::scale::{Viewport, time_from_day};

/// The most rows that the list has: past that, it holds what is in view.
const MOST_ROWS: usize = 2000;

impl Timeline {
    /// Places all labels anew for a stage. Dear: only when the story, the stage or the fonts have changed.
    pub fn plan(&mut self, stage: Stage, measure: &dyn TextMeasure) -> Effects {
        self.planning = None;
        let plan = Planning::new(&self.shown, &stage).finish(&self.shown, measure);
        self.take_plan(plan);
        Effects::FRAME
    }

    /// Places all labels anew for a stage, until `is_over` says that the time is up. Says whether some are left for the
    /// next call; until all are placed, the timeline stays as it was.
    pub fn prepare(&mut self, stage: Stage, measure: &dyn TextMeasure, is_over: &dyn Fn() -> bool) -> bool {
        if self.is_planned_for(&stage) {
            return false;
        }
        let begun = self.planning.take().filter(|planning| *planning.stage() == stage);
        let mut planning = begun.unwrap_or_else(|| Planning::new(&self.shown, &stage));
        while planning.work(&self.shown, measure) {
            if is_over() {
                self.planning = Some(planning);
                return true;
            }
        }
        self.take_plan(planning.finish(&self.shown, measure));
        false
    }

    fn take_plan(&mut self, plan: Plan) {
        let showed_whole = !self.is_planned || self.is_whole();
        self.whole = plan.whole();
        self.axis_px = plan.axis_px();
        self.view = match self.wanted.take() {
            Some(interval) => self.view_of(interval),
            None if showed_whole => self.whole,
            None => self.view.clamped(self.whole),
        };
        self.plan = Some(plan);
        self.is_planned = true;
    }

    /// Places more labels for closer views until `is_over` says that the time is up. Says whether some are left for the
    /// next frame.
    pub fn refine(&mut self, is_over: &dyn Fn() -> bool) -> bool {
        let Some(plan) = &mut self.plan else { return false };
        while !plan.is_refined() {
            plan.refine();
            if is_over() {
                break;
            }
        }
        !plan.is_refined()
    }

    /// Whether labels were placed for just this stage.
    #[must_use]
    pub fn is_planned_for(&self, stage: &Stage) -> bool {
        self.plan.as_ref().is_some_and(|plan| plan.stage() == stage)
    }

    /// What is in view, placed.
    #[must_use]
    pub fn arrangement(&self) -> Option<Arrangement> {
        let plan = self.plan.as_ref()?;
        Some(plan.arrange(&self.shown, &self.view, &self.focus()))
    }

    /// The strip under the plot, placed.
    #[must_use]
    pub fn overview(&self, length_px: f64) -> Option<OverviewArrangement> {
        let plan = self.plan.as_ref()?;
        Some(plan.overview(&self.shown, &self.view, &self.focus(), length_px))
    }

    /// Which way time runs.
    #[must_use]
    pub fn orientation(&self) -> Orientation {
        self.plan.as_ref().map_or(Orientation::Horizontal, |plan| plan.stage().orientation)
    }

    /// How many dated events have some of their time in view.
    #[must_use]
    pub fn count_in_view(&self) -> usize {
        let times = self.shown.events.iter().filter_map(|event| times_of(event.date?, self.whole));
        times.filter(|times| self.is_in_view(*times)).count()
    }

    /// The list of events: all, or of a very large story those in view.
    #[must_use]
    pub fn list(&self) -> EventList {
        if self.shown.events.len() <= MOST_ROWS {
            return outline::list(&self.shown);
        }
        let times = |event: &Event| times_of(event.date?, self.whole);
        let in_view = |event: &Event| times(event).is_some_and(|times| self.is_in_view(times));
        let (places, events): (Vec<usize>, Vec<Event>) = (self.shown.events.iter().enumerate())
            .filter(|(_, event)| in_view(event))
            .take(MOST_ROWS)
            .map(|(place, event)| (place, event.clone()))
            .unzip();
        let (eras, undated) = (self.shown.eras.clone(), self.shown.undated.clone());
        let part = Chronology { events, eras, undated, ..Chronology::default() };
        let mut list = outline::list(&part);
        for row in list.sections.iter_mut().flat_map(|section| &mut section.rows) {
            if let EventRef::Dated(place) = &mut row.event {
                *place = places.get(*place).copied().unwrap_or_default();
            }
        }
        list
    }

    /// The view of an interval; where that leaves no event out, the whole story with its margins.
    fn view_of(&self, interval: Edtf) -> Viewport {
        let view = Viewport::from_edtf(interval, self.whole);
        // An open end reaches past every view and leaves nothing out.
        let holds = |date: Edtf| {
            date.first_day().is_none_or(|day| view.from <= time_from_day(day))
                && date.end_day().is_none_or(|day| time_from_day(day) <= view.to)
        };
        let mut dates = self.shown.events.iter().filter_map(|event| event.date);
        if dates.all(holds) { self.whole } else { view }
    }

    fn is_in_view(&self, (from, to): (f64, f64)) -> bool {
        from < self.view.to && to > self.view.from
    }

    fn focus(&self) -> Focus<'_> {
        let chosen = match self.chosen {
            Some(EventRef::Dated(place)) => Some(place),
            _ => None,
        };
        Focus { chosen, hits: self.search.hits() }
    }
}
