//! What happens in the page, as what it means: events of pointer, wheel, keys and fields become commands.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, PointerEvent, WheelEvent};

use super::Widget;
use crate::interaction::{
    Command, Key, KeyFocus, Modifiers, Pointer, Surface as Target, command_of_key, command_of_wheel,
};
use crate::layout::Orientation;
use crate::outline::EventRef;
use crate::timeline::{Cursor, Effects, Filter, Mode, Panel};
use crate::web::dom::set_class;

impl Widget {
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
                Filter { several_articles: input.checked(), ..filter }
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
