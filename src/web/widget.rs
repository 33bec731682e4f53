//! One widget: the timeline's state, the job that reads for it, and its nodes while it is connected.
//!
//! Events of the page come in, [`Outgoing`] ones go out: they are dispatched by the caller once nothing is borrowed, so
//! that a page's handler may call the element again.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, PointerEvent, WheelEvent};

use super::articles::js_from_articles;
use super::dom::set_class;
use super::editing::Editing;
use super::job::Job;
use super::json::js_from_json;
use super::state;
use super::surface::Surface;
use crate::interaction::{
    Command, Key, KeyFocus, Modifiers, Pointer, Surface as Target, command_of_key, command_of_wheel,
};
use crate::interchange::Document;
use crate::layout::Orientation;
use crate::outline::EventRef;
use crate::timeline::{Cursor, Effects, Mode, Panel, Timeline};

/// What the page is to be told.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outgoing {
    /// A timeline is drawn.
    Ready { events: usize, articles: usize },
    /// An event is chosen, or none.
    Select { chosen: Option<[String; 3]> },
    /// Something could not be read.
    Error(String),
    /// How far reading is.
    Progress { article: usize, articles: usize, title: String, events: usize },
}

/// What stands in the element.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Shown {
    /// Nothing was given yet.
    #[default]
    Nothing,
    /// Articles are being read.
    Reading,
    /// A story.
    Story,
    /// What went wrong.
    Failed(String),
}

/// A story that is read and not shown yet.
pub(crate) struct Coming {
    pub(crate) timeline: Timeline,
    /// The document as it was given.
    pub(crate) given: Option<JsValue>,
    /// It is the story that is shown, corrected.
    pub(crate) is_revised: bool,
}

/// A widget.
#[derive(Default)]
pub(crate) struct Widget {
    pub(crate) timeline: Timeline,
    pub(crate) job: Option<Job>,
    pub(crate) job_begun_ms: f64,
    /// Told once the story is drawn.
    pub(crate) ready: Option<Outgoing>,
    /// What the job has come to: its labels are placed before it takes the place of what is shown.
    pub(crate) coming: Option<Coming>,
    /// Its labels are placed, and it is not drawn yet.
    pub(crate) draw_is_due: bool,
    pub(crate) shown: Shown,
    /// The document as it was given, with the fields that this version does not know.
    pub(crate) given: Option<JsValue>,
    pub(crate) editing: Editing,
    pub(crate) surface: Option<Surface>,
    pub(crate) outgoing: Vec<Outgoing>,
}

impl Widget {
    /// Takes what the job has come to, up to where it is.
    pub(crate) fn finish_job(&mut self) {
        let Some(job) = self.job.take() else { return };
        self.come(job.finish());
    }

    /// Goes on placing the labels of what is coming, until `is_over`, then shows it. Gives whether there is more to do
    /// before it can be drawn.
    pub(crate) fn prepare(&mut self, is_over: &dyn Fn() -> bool) -> bool {
        let Some(mut coming) = self.coming.take() else { return false };
        if let Some(surface) = &self.surface
            && surface.prepare(&mut coming.timeline, is_over)
        {
            self.coming = Some(coming);
            return true;
        }
        self.show(coming);
        self.draw_is_due = true;
        true
    }

    /// Shows another story.
    fn show(&mut self, Coming { timeline, given, is_revised }: Coming) {
        let story = timeline.story();
        let counts = (story.events.len() + story.undated.len(), story.articles.len());
        self.ready = Some(Outgoing::Ready { events: counts.0, articles: counts.1 });
        self.timeline = timeline;
        self.timeline.set_pace(Surface::pace());
        self.given = given;
        self.shown = if counts.0 == 0 { Shown::Nothing } else { Shown::Story };
        self.show_state();
        self.take(Effects { frame: true, content: true, selection: is_revised, cursor: None });
    }

    /// The timeline document of what is shown.
    pub(crate) fn document(&self) -> JsValue {
        // Articles without an event are still a document: their dates and warnings are worth knowing.
        if self.shown != Shown::Story && self.timeline.story().articles.is_empty() {
            return JsValue::NULL;
        }
        let made = || js_from_json(Document::from(self.timeline.story()).json());
        self.given.clone().unwrap_or_else(made)
    }

    /// The articles of what is shown, in words.
    pub(crate) fn articles(&self) -> JsValue {
        js_from_articles(self.timeline.story())
    }

    /// Shows what stands in for a story while there is none.
    pub(crate) fn show_state(&mut self) {
        let Some(surface) = &self.surface else { return };
        match &self.shown {
            Shown::Story => surface.show_state(&[], false),
            Shown::Nothing => state::show_empty(surface, self.timeline.story().articles.len()),
            Shown::Failed(message) => state::show_error(surface, message, surface.shell.has_sources(&surface.host)),
            Shown::Reading => {
                if let Some(job) = &self.job {
                    state::show_reading(surface, &job.standing);
                }
            }
        }
    }

    /// A frame has come.
    pub(crate) fn frame(&mut self, now_ms: f64) {
        if let Some(surface) = &mut self.surface {
            surface.frame_arrived();
        }
        self.draw(now_ms);
    }

    /// Brings the page up to date with the story.
    pub(crate) fn draw(&mut self, now_ms: f64) {
        if let Self { timeline, surface: Some(surface), shown: Shown::Story, .. } = self {
            surface.draw(timeline, now_ms);
        }
        self.outgoing.extend(self.ready.take());
    }

    /// Something happened in the page.
    pub(crate) fn hear(&mut self, event: &Event) {
        match event.type_().as_str() {
            "click" => self.click(event),
            "pointerdown" | "pointermove" | "pointerup" | "pointercancel" => self.point(event),
            "wheel" => self.wheel(event),
            "keydown" => self.key(event),
            "input" | "change" | "search" => self.change(event),
            "beforematch" => self.reveal(event),
            // Dragging the picture must not become dragging a link or a selection.
            "dragstart" => event.prevent_default(),
            "loadingdone" => self.restyle(),
            _ => {}
        }
    }

    /// The room may be another.
    pub(crate) fn resized(&mut self) {
        if let Some(surface) = &mut self.surface {
            surface.request_frame();
        }
    }

    fn restyle(&mut self) {
        if let Some(surface) = &mut self.surface {
            surface.due.style = true;
            surface.request_frame();
        }
        self.timeline.set_pace(Surface::pace());
    }

    /// Does what effects ask for.
    pub(crate) fn take(&mut self, effects: Effects) {
        if effects.selection {
            let chosen = self.timeline.chosen().and_then(|event| self.timeline.event(event));
            let chosen = chosen.map(|event| {
                let date = event.date.map(|date| date.to_string()).unwrap_or_default();
                [event.id.clone(), event.headline.clone(), date]
            });
            self.outgoing.push(Outgoing::Select { chosen });
        }
        if let Some(surface) = &mut self.surface {
            surface.take(effects);
        }
    }

    fn apply(&mut self, command: Command) {
        let effects = self.timeline.apply(command);
        self.take(effects);
    }

    fn click(&mut self, event: &Event) {
        if let Some(surface) = &mut self.surface
            && std::mem::take(&mut surface.swallow_click)
        {
            event.prevent_default();
            return;
        }
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let Some(button) =
            target.closest("[data-do], [data-event], [data-undated], [data-era], [data-count]").ok().flatten()
        else {
            return;
        };
        let number = |name: &str| button.get_attribute(name)?.parse::<usize>().ok();
        let effects = if let Some(place) = number("data-event") {
            self.timeline.choose(Some(EventRef::Dated(place)))
        } else if let Some(place) = number("data-undated") {
            self.timeline.choose(Some(EventRef::Undated(place)))
        } else if let Some(era) = number("data-era") {
            self.timeline.fit_era(era)
        } else if let Some(place) = number("data-count") {
            let events = self.surface.as_ref().and_then(|surface| surface.words.count(place)).unwrap_or_default();
            let events = events.to_vec();
            self.timeline.open_count(&events)
        } else {
            self.act(&button.get_attribute("data-do").unwrap_or_default())
        };
        self.take(effects);
    }

    /// Does what a button's name says.
    fn act(&mut self, action: &str) -> Effects {
        const COMMANDS: [(&str, Command); 8] = [
            ("zoom-in", Command::ZoomIn),
            ("zoom-out", Command::ZoomOut),
            ("whole", Command::WholeStory),
            ("earlier", Command::Earlier),
            ("later", Command::Later),
            ("close", Command::Close),
            ("help", Command::Help),
            ("previous", Command::PreviousEvent),
        ];
        if let Some((_, command)) = COMMANDS.iter().find(|(name, _)| *name == action) {
            let effects = self.timeline.apply(*command);
            // The pointer has done this: the cursor stays on the button, unless the button goes.
            let cursor = effects.cursor.filter(|cursor| *cursor == Cursor::Plot);
            return Effects { cursor, ..effects };
        }
        match action {
            "next" => Effects { cursor: None, ..self.timeline.apply(Command::NextEvent) },
            "filter" => self.timeline.toggle_panel(Panel::Filter),
            "timeline" => self.timeline.set_mode(Mode::Timeline),
            "list" => self.timeline.set_mode(Mode::List),
            "hit-next" => self.timeline.next_hit(),
            "hit-previous" => self.timeline.previous_hit(),
            "stop" => {
                self.finish_job();
                Effects::default()
            }
            "retry" => {
                if let Some(surface) = &self.surface {
                    surface.retry.call0(&JsValue::NULL).ok();
                }
                Effects::default()
            }
            "sources" => {
                if let Some(surface) = &self.surface {
                    surface.shell.open_sources();
                }
                Effects::default()
            }
            _ => Effects::default(),
        }
    }

    fn point(&mut self, event: &Event) {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        let Some(surface) = &mut self.surface else { return };
        let kind = event.type_();
        let (target, rect) = if kind == "pointerdown" {
            if event.button() != 0 {
                return;
            }
            let Some((target, node)) = surface.target_of(event.target()) else { return };
            surface.pressed_on = Some(node.clone());
            surface.swallow_click = false;
            (target, node.get_bounding_client_rect())
        } else {
            let Some(node) = &surface.pressed_on else { return };
            (Target::Plot, node.get_bounding_client_rect())
        };
        let (x, y) = (f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top());
        let is_vertical = self.timeline.orientation() == Orientation::Vertical;
        let (along, across) = if is_vertical { (y, x) } else { (x, y) };
        let pointer = Pointer { id: event.pointer_id(), along, across, at_ms: event.time_stamp() };
        let was_moving = surface.gesture.is_moving();
        let command = match kind.as_str() {
            "pointerdown" => {
                surface.gesture = surface.gesture.pressed(target, pointer);
                None
            }
            "pointermove" => {
                let (gesture, command) = surface.gesture.moved(pointer);
                surface.gesture = gesture;
                command
            }
            _ => {
                let (gesture, command) = surface.gesture.released(pointer);
                surface.gesture = gesture;
                surface.swallow_click = was_moving && kind == "pointerup";
                command.filter(|_| kind == "pointerup")
            }
        };
        let is_moving = surface.gesture.is_moving();
        if is_moving != was_moving {
            set_class(&surface.shell.plot, "moving", is_moving);
            if is_moving && let Some(node) = &surface.pressed_on {
                // From here on moves come even from outside; a press that stays a click must not be captured.
                node.set_pointer_capture(event.pointer_id()).ok();
            }
        }
        if let Some(command) = command {
            self.apply(command);
        }
    }

    fn wheel(&mut self, event: &Event) {
        let Some(wheel) = event.dyn_ref::<WheelEvent>() else { return };
        let Some(surface) = &self.surface else { return };
        let Some((Target::Plot, node)) = surface.target_of(event.target()) else { return };
        let rect = node.get_bounding_client_rect();
        let is_vertical = self.timeline.orientation() == Orientation::Vertical;
        let along = if is_vertical {
            f64::from(wheel.client_y()) - rect.top()
        } else {
            f64::from(wheel.client_x()) - rect.left()
        };
        // Lines and pages, as some mice report, in px.
        let unit = match wheel.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => 18.0,
            WheelEvent::DOM_DELTA_PAGE => 400.0,
            _ => 1.0,
        };
        let modifiers = Modifiers {
            shift: wheel.shift_key(),
            control: wheel.ctrl_key(),
            meta: wheel.meta_key(),
            alt: wheel.alt_key(),
        };
        if let Some(command) = command_of_wheel(along, wheel.delta_x() * unit, wheel.delta_y() * unit, modifiers) {
            event.prevent_default();
            self.apply(command);
        }
    }

    fn key(&mut self, event: &Event) {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        let Some(key) = Key::of_name(&pressed.key()) else { return };
        let modifiers = Modifiers {
            shift: pressed.shift_key(),
            control: pressed.ctrl_key(),
            meta: pressed.meta_key(),
            alt: pressed.alt_key(),
        };
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let focus = self.key_focus(&target);
        if let Some(command) = command_of_key(key, modifiers, focus) {
            event.prevent_default();
            let label = target.get_attribute("data-event").and_then(|place| place.parse().ok());
            self.timeline.set_cursor(label);
            self.apply(command);
        }
    }

    fn key_focus(&self, target: &Element) -> KeyFocus {
        let is = |selector: &str| target.matches(selector).unwrap_or(false);
        if is("input[type=search]") {
            KeyFocus::Typing
        } else if is("[data-event], [data-undated]") {
            KeyFocus::Event
        } else if is(".plot") {
            if self.timeline.chosen().is_some() { KeyFocus::Event } else { KeyFocus::Plot }
        } else {
            KeyFocus::Control
        }
    }

    /// Typing in the search field, ticking in the filter, or a wish of the reader's system.
    fn change(&mut self, event: &Event) {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return self.restyle();
        };
        if input.type_() == "search" {
            if input.value().trim() != self.timeline.search().query() {
                let effects = self.timeline.look_for(&input.value());
                self.take(effects);
            }
        } else if event.type_() == "change" {
            let filter = self.timeline.filter().clone();
            let is_name = input.closest("[data-filter=names]").ok().flatten().is_some();
            let filter = if is_name {
                filter.toggled(&input.value())
            } else {
                crate::timeline::Filter { several_articles: input.checked(), ..filter }
            };
            let effects = self.timeline.set_filter(filter);
            self.take(effects);
        }
    }

    /// Find-in-page has found a row of the hidden list: the timeline goes to that event.
    fn reveal(&mut self, event: &Event) {
        let button = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|row| row.query_selector("[data-event], [data-undated]").ok()?);
        let Some(button) = button else { return };
        let number = |name: &str| button.get_attribute(name)?.parse::<usize>().ok();
        let found = number("data-event").map(EventRef::Dated).or(number("data-undated").map(EventRef::Undated));
        let effects = self.timeline.choose(found);
        if let Some(surface) = &mut self.surface {
            surface.due.found = found;
        }
        self.take(effects.and(Effects { frame: true, ..Effects::default() }));
    }
}
