//! The widget without a browser: a chronology, what is in view, what is chosen, and what the reader does.
//!
//! Takes [`Command`]s, sizes and times in ms; gives [`Effects`], and, through `layout`, what to draw. Has no DOM and no
//! clock. What things look like is left to `layout`, `scene` and `outline`; putting them on a page to `web`.

mod motion;
mod search;

use std::rc::Rc;

use crate::calendar::Edtf;
use crate::event::{Chronology, Event};
use crate::interaction::Command;
use crate::layout::{Arrangement, Focus, Orientation, OverviewArrangement, Plan, Stage, TextMeasure};
use crate::outline::{self, EventList, EventRef};
use crate::scale::{Scale, Viewport, time_from_day};

pub use motion::Motion;
pub use search::{Filter, Search, article_count, frequent_participants};

/// How much a button or key zooms.
const ZOOM_STEP: f64 = 1.6;

/// How much of the view an arrow key passes over.
const NUDGE_SHARE: f64 = 0.12;

/// How much of the view Page Up and Page Down pass over; the rest stays as a landmark.
const PAGE_SHARE: f64 = 0.8;

/// The most rows that the list has: past that, it holds what is in view.
const MOST_ROWS: usize = 2000;

/// What the reader looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The drawing.
    #[default]
    Timeline,
    /// The list.
    List,
}

/// What is open under the controls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// Nothing.
    #[default]
    Closed,
    /// The keys.
    Help,
    /// The filter.
    Filter,
}

/// Whether views change at once or by moving.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// By moving.
    #[default]
    Animated,
    /// At once: the reader asked for reduced motion.
    Immediate,
}

/// Where the cursor is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// Into the search field.
    Search,
    /// To the chosen event's label, where it has one, else to the plot.
    Chosen,
    /// To the plot.
    Plot,
}

/// What is to be done after a change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// The picture is another: ask for a frame.
    pub frame: bool,
    /// Another event is chosen, or none: write the card anew and tell the page.
    pub selection: bool,
    /// Other events are shown: write the list and the tray anew.
    pub content: bool,
    /// Where the cursor is to go.
    pub cursor: Option<Cursor>,
}

impl Effects {
    const NONE: Self = Self { frame: false, selection: false, content: false, cursor: None };
    const FRAME: Self = Self { frame: true, ..Self::NONE };
    const SELECTION: Self = Self { frame: true, selection: true, ..Self::NONE };

    /// Both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            frame: self.frame || other.frame,
            selection: self.selection || other.selection,
            content: self.content || other.content,
            cursor: other.cursor.or(self.cursor),
        }
    }
}

/// The state of one timeline.
#[derive(Debug)]
pub struct Timeline {
    story: Rc<Chronology>,
    shown: Rc<Chronology>,
    /// What the next plan is to show; `None` leaves the view as it is.
    wanted: Option<Edtf>,
    is_planned: bool,
    whole: Viewport,
    view: Viewport,
    plan: Option<(Plan, Stage)>,
    chosen: Option<EventRef>,
    mode: Mode,
    panel: Panel,
    search: Search,
    filter: Filter,
    motion: Option<Motion>,
    pace: Pace,
    /// The event whose label has the focus: arrow keys go on from it while none is chosen.
    cursor: Option<usize>,
    /// How long the axis is.
    axis_px: f64,
}

impl Default for Timeline {
    fn default() -> Self {
        Self::new(Chronology::default())
    }
}

impl Timeline {
    /// A timeline that shows all of a story.
    #[must_use]
    pub fn new(story: Chronology) -> Self {
        let story = Rc::new(story);
        // Replaced by the first plan, which knows where the story begins and ends.
        let unplanned = Viewport::new(0.0, 1.0);
        Self {
            shown: Rc::clone(&story),
            wanted: story.range,
            story,
            whole: unplanned,
            view: unplanned,
            plan: None,
            is_planned: false,
            chosen: None,
            mode: Mode::default(),
            panel: Panel::default(),
            search: Search::default(),
            filter: Filter::default(),
            motion: None,
            pace: Pace::default(),
            cursor: None,
            axis_px: 1.0,
        }
    }

    /// All that the articles tell.
    #[must_use]
    pub fn story(&self) -> &Chronology {
        &self.story
    }

    /// What the filter lets through; indices and [`EventRef`]s count in it.
    #[must_use]
    pub fn shown(&self) -> &Chronology {
        &self.shown
    }

    /// What is in view now.
    #[must_use]
    pub const fn view(&self) -> Viewport {
        self.view
    }

    /// Everything there is to see.
    #[must_use]
    pub const fn whole(&self) -> Viewport {
        self.whole
    }

    /// Whether everything is in view.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.view.is_whole(self.whole)
    }

    /// The chosen event.
    #[must_use]
    pub const fn chosen(&self) -> Option<EventRef> {
        self.chosen
    }

    /// Timeline or list.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// What is open under the controls.
    #[must_use]
    pub const fn panel(&self) -> Panel {
        self.panel
    }

    /// What the reader looks for.
    #[must_use]
    pub const fn search(&self) -> &Search {
        &self.search
    }

    /// Which events are shown.
    #[must_use]
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The event that a reference means.
    #[must_use]
    pub fn event(&self, event: EventRef) -> Option<&Event> {
        event.of(&self.shown)
    }

    /// Says whether views may move.
    pub fn set_pace(&mut self, pace: Pace) {
        self.pace = pace;
    }

    /// Places all labels anew for a stage. Dear: only when the story, the stage or the fonts have changed.
    pub fn plan(&mut self, stage: Stage, measure: &dyn TextMeasure) -> Effects {
        let plan = Plan::begun(&self.shown, &stage, measure);
        let showed_whole = !self.is_planned || self.is_whole();
        self.whole = plan.whole();
        self.axis_px = plan.axis_px();
        self.view = match self.wanted.take() {
            Some(interval) => self.view_of(interval),
            None if showed_whole => self.whole,
            None => self.view.clamped(self.whole),
        };
        self.plan = Some((plan, stage));
        self.is_planned = true;
        Effects::FRAME
    }

    /// Places more labels for closer views, as many as a frame has time for. Says whether to go on in the next frame.
    pub fn refine(&mut self) -> bool {
        self.plan.as_mut().is_some_and(|(plan, _)| plan.refine())
    }

    /// Whether labels were placed for just this stage.
    #[must_use]
    pub fn is_planned_for(&self, stage: &Stage) -> bool {
        self.plan.as_ref().is_some_and(|(_, planned)| planned == stage)
    }

    /// What is in view, placed.
    #[must_use]
    pub fn arrangement(&self) -> Option<Arrangement> {
        let (plan, _) = self.plan.as_ref()?;
        Some(plan.arrange(&self.shown, &self.view, &self.focus()))
    }

    /// The strip under the plot, placed.
    #[must_use]
    pub fn overview(&self, length_px: f64) -> Option<OverviewArrangement> {
        let (plan, _) = self.plan.as_ref()?;
        Some(plan.overview(&self.shown, &self.view, &self.focus(), length_px))
    }

    /// Which way time runs.
    #[must_use]
    pub fn orientation(&self) -> Orientation {
        self.plan.as_ref().map_or(Orientation::Horizontal, |(_, stage)| stage.orientation)
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

    /// Notes which event's label has the focus.
    pub fn set_cursor(&mut self, event: Option<usize>) {
        self.cursor = event;
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

    /// Looks for words.
    pub fn look_for(&mut self, query: &str) -> Effects {
        self.search = Search::new(query, &self.shown);
        Effects::FRAME
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

    /// Shows other events. The labels must be placed anew after it.
    pub fn set_filter(&mut self, filter: Filter) -> Effects {
        let chosen = self.chosen.and_then(|event| self.event(event)).map(|event| event.id.clone());
        self.shown = if filter.is_open() { Rc::clone(&self.story) } else { Rc::new(filter.of(&self.story)) };
        self.filter = filter;
        self.plan = None;
        self.search = Search::new(self.search.query(), &self.shown);
        let had_choice = chosen.is_some();
        self.chosen = chosen.and_then(|id| self.find(&id));
        Effects { content: true, selection: had_choice && self.chosen.is_none(), ..Effects::FRAME }
    }

    /// Changes between timeline and list.
    pub fn set_mode(&mut self, mode: Mode) -> Effects {
        self.mode = mode;
        Effects::FRAME
    }

    /// Opens a panel, or closes it where it is open.
    pub fn toggle_panel(&mut self, panel: Panel) -> Effects {
        self.panel = if self.panel == panel { Panel::Closed } else { panel };
        Effects::FRAME
    }

    /// The event of an id, among those shown.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<EventRef> {
        EventRef::with_id(id, &self.shown)
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

/// First and last moment of a date; open ends reach to the ends of the story.
fn times_of(date: Edtf, whole: Viewport) -> Option<(f64, f64)> {
    let from = date.first_day().map_or(whole.from, time_from_day);
    let to = date.end_day().map_or(whole.to, time_from_day);
    (from <= to).then_some((from, to))
}

#[cfg(test)]
mod tests;
