//! The widget without a browser: a chronology, what is in view, what is chosen, and what the reader does.
//!
//! Takes [`Command`](crate::interaction::Command)s, sizes and times in ms; gives [`Effects`], and, through `layout`, what
//! to draw. Has no DOM and no clock. What things look like is left to `layout`, `scene` and `outline`; putting them on a
//! page to `web`.

mod effects;
mod motion;
mod moves;
mod placed;
mod search;

use std::rc::Rc;

use crate::calendar::Edtf;
use crate::event::{Chronology, Event};
use crate::layout::{Plan, Planning};
use crate::outline::EventRef;
use crate::scale::{Viewport, time_from_day};

pub use effects::{Cursor, Effects};
pub use motion::Motion;
pub use search::{Filter, Search, article_count, frequent_participants};

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
    plan: Option<Plan>,
    /// The next plan, in the making.
    planning: Option<Planning>,
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
            planning: None,
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

    /// The same timeline of a corrected story: in the same view, with the same event chosen.
    #[must_use]
    pub fn revised(&self, story: Chronology) -> Self {
        let mut revised = Self::new(story);
        if !self.is_whole() {
            revised.wanted = Some(self.view.edtf());
        }
        revised.mode = self.mode;
        revised.pace = self.pace;
        revised.set_filter(self.filter.clone());
        revised.look_for(self.search.query());
        let chosen = self.chosen.and_then(|event| self.event(event));
        revised.chosen = chosen.and_then(|event| revised.find(&event.id));
        revised
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

    /// Notes which event's label has the focus.
    pub fn set_cursor(&mut self, event: Option<usize>) {
        self.cursor = event;
    }

    /// Looks for words.
    pub fn look_for(&mut self, query: &str) -> Effects {
        self.search = Search::new(query, &self.shown);
        Effects::FRAME
    }

    /// Shows other events. The labels must be placed anew after it.
    pub fn set_filter(&mut self, filter: Filter) -> Effects {
        let chosen = self.chosen.and_then(|event| self.event(event)).map(|event| event.id.clone());
        self.shown = if filter.is_open() { Rc::clone(&self.story) } else { Rc::new(filter.of(&self.story)) };
        self.filter = filter;
        self.plan = None;
        self.planning = None;
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
}

/// First and last moment of a date; open ends reach to the ends of the story.
fn times_of(date: Edtf, whole: Viewport) -> Option<(f64, f64)> {
    let from = date.first_day().map_or(whole.from, time_from_day);
    let to = date.end_day().map_or(whole.to, time_from_day);
    (from <= to).then_some((from, to))
}

#[cfg(test)]
mod tests;
