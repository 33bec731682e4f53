//! What the reader does: moves the view, chooses events, goes from hit to hit.

use super::motion::Motion;
use super::{Cursor, Effects, Pace, Panel, Search, Timeline, times_of};
use crate::calendar::Edtf;
use crate::event::Event;
use crate::interaction::Command;
use crate::outline::EventRef;
use crate::scale::{Scale, Viewport};

/// How much a button or key zooms.
pub(super) const ZOOM_STEP: f64 = 1.6;

/// How much of the view an arrow key passes over.
const NUDGE_SHARE: f64 = 0.12;

/// How much of the view Page Up and Page Down pass over; the rest stays as a landmark.
const PAGE_SHARE: f64 = 0.8;

impl Timeline {
    /// Moves on to a moment. Gives whether there is more to come.
    pub fn advance(&mut self, now_ms: f64) -> bool {
        let Some(motion) = &mut self.motion else { return false };
        let (view, is_over) = motion.at(now_ms, self.whole);
        self.view = view;
        if is_over {
            self.motion = None;
        }
        !is_over
    }

    /// Does what the reader wants.
    pub fn apply(&mut self, command: Command) -> Effects {
        let scale = self.scale();
        let overview = Scale::new(self.whole, scale.length_px);
        let days = |px: f64| px / overview.px_per_day();
        match command {
            Command::Pan(px) => self.jump(scale.dragged(px, self.whole)),
            Command::Fling(px_per_ms) => self.run(-px_per_ms / scale.px_per_day()),
            Command::ZoomAround { along, factor } => self.jump(scale.zoomed_at(along, factor, self.whole)),
            Command::ZoomIn => self.zoom(ZOOM_STEP),
            Command::ZoomOut => self.zoom(1.0 / ZOOM_STEP),
            Command::WholeStory => self.step(self.whole),
            Command::Earlier => self.page(-PAGE_SHARE),
            Command::Later => self.page(PAGE_SHARE),
            Command::NudgeEarlier => self.page(-NUDGE_SHARE),
            Command::NudgeLater => self.page(NUDGE_SHARE),
            Command::PreviousEvent => self.choose_neighbour(Side::Before),
            Command::NextEvent => self.choose_neighbour(Side::After),
            Command::Search => Effects { cursor: Some(Cursor::Search), ..Effects::NONE },
            Command::Help => self.toggle_panel(Panel::Help),
            Command::Close => self.close(),
            Command::MoveWindow(px) => self.jump(self.view.panned(days(px), self.whole)),
            Command::MoveWindowStart(px) => self.jump(self.with_ends(days(px), 0.0)),
            Command::MoveWindowEnd(px) => self.jump(self.with_ends(0.0, days(px))),
            Command::CentreWindow(along) => {
                let middle = overview.time_from_x(along);
                self.step(self.view.panned(middle - self.view.middle(), self.whole))
            }
        }
    }

    /// Chooses an event, or none, and brings it into view where it is not.
    pub fn choose(&mut self, event: Option<EventRef>) -> Effects {
        let event = event.filter(|event| self.event(*event).is_some());
        if event == self.chosen {
            return Effects::NONE;
        }
        self.chosen = event;
        let Some((from, to)) =
            event.and_then(|event| self.event(event)).and_then(|event| times_of(event.date?, self.whole))
        else {
            return Effects::SELECTION;
        };
        let view = self.target();
        let is_seen = (view.from..view.to).contains(&f64::midpoint(from, to)) || (from <= view.from && view.to <= to);
        if !is_seen {
            let span = view.span().max((to - from) * 1.5);
            let middle = f64::midpoint(from, to);
            let target = Viewport::new(middle - span / 2.0, middle + span / 2.0).clamped(self.whole);
            self.travel(target);
        }
        Effects::SELECTION
    }

    /// Fits an era into the view.
    pub fn fit_era(&mut self, era: usize) -> Effects {
        match self.shown.eras.get(era).and_then(|era| times_of(era.date, self.whole)) {
            Some((from, to)) => self.step(Viewport::fitted(from, to, self.whole)),
            None => Effects::NONE,
        }
    }

    /// Zooms to events that had no room; where that shows no more than before, chooses the first of them.
    pub fn open_count(&mut self, events: &[usize]) -> Effects {
        let times = |place: &usize| times_of(self.shown.events.get(*place)?.date?, self.whole);
        let bounds = events.iter().filter_map(times).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        let Some((from, to)) = bounds else { return Effects::NONE };
        let target = Viewport::fitted(from, to, self.whole);
        if target.span() < self.view.span() * 0.9 {
            return self.step(target);
        }
        self.choose(events.first().map(|place| EventRef::Dated(*place)))
    }

    /// Shows the days of an interval.
    pub fn show(&mut self, interval: Edtf) -> Effects {
        if !self.is_planned {
            self.wanted = Some(interval);
            return Effects::FRAME;
        }
        self.jump(Viewport::from_edtf(interval, self.whole))
    }

    /// Chooses the next hit of the search.
    pub fn next_hit(&mut self) -> Effects {
        let (search, hit) = std::mem::take(&mut self.search).next();
        self.search = search;
        self.choose(hit.map(EventRef::Dated)).and(Effects::FRAME)
    }

    /// Chooses the hit before.
    pub fn previous_hit(&mut self) -> Effects {
        let (search, hit) = std::mem::take(&mut self.search).previous();
        self.search = search;
        self.choose(hit.map(EventRef::Dated)).and(Effects::FRAME)
    }

    fn scale(&self) -> Scale {
        Scale::new(self.view, self.axis_px)
    }

    fn close(&mut self) -> Effects {
        if self.panel != Panel::Closed {
            self.panel = Panel::Closed;
            return Effects { cursor: Some(Cursor::Plot), ..Effects::FRAME };
        }
        if !self.search.query().is_empty() {
            self.search = Search::default();
            return Effects { cursor: Some(Cursor::Plot), ..Effects::FRAME };
        }
        let had_card = self.chosen.is_some();
        self.choose(None).and(Effects { cursor: had_card.then_some(Cursor::Plot), ..Effects::NONE })
    }

    fn choose_neighbour(&mut self, side: Side) -> Effects {
        let count = self.shown.events.len() + self.shown.undated.len();
        let place = self.chosen.map(|event| event.place(&self.shown)).or(self.cursor);
        let next = match (place, side) {
            (None, Side::After) => self.first_in_view().unwrap_or(0),
            (None, Side::Before) => count.saturating_sub(1),
            (Some(place), Side::After) => (place + 1).min(count.saturating_sub(1)),
            (Some(place), Side::Before) => place.saturating_sub(1),
        };
        let effects = self.choose(EventRef::at(next, &self.shown));
        Effects { cursor: effects.selection.then_some(Cursor::Chosen), ..effects }
    }

    fn first_in_view(&self) -> Option<usize> {
        let starts_in_view = |event: &Event| {
            event.date.and_then(|date| times_of(date, self.whole)).is_some_and(|(from, _)| from >= self.view.from)
        };
        self.shown.events.iter().position(starts_in_view)
    }

    fn with_ends(&self, start_days: f64, end_days: f64) -> Viewport {
        let from = (self.view.from + start_days).min(self.view.to);
        let to = (self.view.to + end_days).max(self.view.from);
        Viewport::new(from.min(to), to.max(from)).clamped(self.whole)
    }

    fn zoom(&mut self, factor: f64) -> Effects {
        let target = self.target();
        let middle =
            self.chosen_time().filter(|time| (target.from..target.to).contains(time)).unwrap_or(target.middle());
        self.step(target.zoomed_at(middle, factor, self.whole))
    }

    /// The middle of the chosen event: zooming by button keeps what the reader looks at.
    fn chosen_time(&self) -> Option<f64> {
        let (from, to) = times_of(self.event(self.chosen?)?.date?, self.whole)?;
        Some(f64::midpoint(from, to))
    }

    fn page(&mut self, share: f64) -> Effects {
        let target = self.target();
        self.step(target.panned(target.span() * share, self.whole))
    }

    /// Where the view is going, so that keys pressed in a row add up.
    fn target(&self) -> Viewport {
        self.motion.as_ref().map_or(self.view, |motion| motion.end(self.whole))
    }

    fn jump(&mut self, view: Viewport) -> Effects {
        self.motion = None;
        if view == self.view {
            return Effects::NONE;
        }
        self.view = view;
        Effects::FRAME
    }

    fn step(&mut self, view: Viewport) -> Effects {
        self.move_by(view, Motion::step(self.view, view))
    }

    fn travel(&mut self, view: Viewport) -> Effects {
        self.move_by(view, Motion::journey(self.view, view))
    }

    fn run(&mut self, days_per_ms: f64) -> Effects {
        if self.pace == Pace::Immediate {
            return Effects::NONE;
        }
        self.motion = Some(Motion::run(self.view, days_per_ms));
        Effects::FRAME
    }

    fn move_by(&mut self, view: Viewport, motion: Motion) -> Effects {
        if self.pace == Pace::Immediate {
            return self.jump(view);
        }
        self.motion = Some(motion);
        Effects::FRAME
    }
}

/// Before or after, in the order of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Before,
    After,
}
