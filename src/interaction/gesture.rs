//! Drag, fling and pinch as a state machine.

use super::Command;

/// How far a pointer moves before a press is a drag and no longer a click.
const DRAG_THRESHOLD_PX: f64 = 4.0;

/// A drag that rests this long before it is let go does not fling.
const FLING_REST_MS: f64 = 60.0;

/// Slower than this, letting go is letting go.
const MIN_FLING_PX_PER_MS: f64 = 0.15;

/// How much the newest move counts in the speed; the rest is what was before, against jitter.
const SPEED_SMOOTHING: f64 = 0.6;

/// Fingers closer than this make wild factors.
const MIN_PINCH_PX: f64 = 12.0;

/// What a pointer was pressed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// The plot.
    Plot,
    /// The window of the overview.
    Window,
    /// The grip at its start.
    WindowStart,
    /// The grip at its end.
    WindowEnd,
    /// The overview beside the window.
    Overview,
}

/// A pointer at one moment: which one, where along and across the axis, when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointer {
    /// Which pointer.
    pub id: i32,
    /// Along the axis, px from the start of the surface.
    pub along: f64,
    /// Across it.
    pub across: f64,
    /// When, ms.
    pub at_ms: f64,
}

/// What the pointers are doing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Gesture {
    /// Nothing.
    #[default]
    Idle,
    /// One is down and has hardly moved: this may still be a click.
    Pressed {
        /// What was pressed.
        surface: Surface,
        /// Where and when.
        start: Pointer,
    },
    /// One drags.
    Dragging {
        /// What is dragged.
        surface: Surface,
        /// Where it was last.
        last: Pointer,
        /// Its speed along the axis, px per ms.
        speed: f64,
    },
    /// Two pinch the plot.
    Pinching {
        /// The one that came first.
        first: Pointer,
        /// The other.
        second: Pointer,
    },
}

impl Gesture {
    /// A pointer goes down.
    #[must_use]
    pub fn pressed(self, surface: Surface, pointer: Pointer) -> Self {
        match self {
            Self::Pressed { surface: Surface::Plot, start: first }
            | Self::Dragging { surface: Surface::Plot, last: first, .. }
                if surface == Surface::Plot && first.id != pointer.id =>
            {
                Self::Pinching { first, second: pointer }
            }
            Self::Pinching { .. } => self,
            _ => Self::Pressed { surface, start: pointer },
        }
    }

    /// A pointer moves: the gesture after it, and what it did.
    #[must_use]
    pub fn moved(self, pointer: Pointer) -> (Self, Option<Command>) {
        match self {
            Self::Pressed { surface, start } if start.id == pointer.id => {
                let far = (pointer.along - start.along).hypot(pointer.across - start.across);
                if far < DRAG_THRESHOLD_PX {
                    return (self, None);
                }
                let command = drag_command(surface, pointer.along - start.along);
                (Self::Dragging { surface, last: pointer, speed: 0.0 }, command)
            }
            Self::Dragging { surface, last, speed } if last.id == pointer.id => {
                let step = pointer.along - last.along;
                let elapsed_ms = (pointer.at_ms - last.at_ms).max(1.0);
                let speed = SPEED_SMOOTHING * step / elapsed_ms + (1.0 - SPEED_SMOOTHING) * speed;
                (Self::Dragging { surface, last: pointer, speed }, drag_command(surface, step))
            }
            Self::Pinching { first, second } if first.id == pointer.id => {
                (Self::Pinching { first: pointer, second }, pinch_command((first, second), (pointer, second)))
            }
            Self::Pinching { first, second } if second.id == pointer.id => {
                (Self::Pinching { first, second: pointer }, pinch_command((first, second), (first, pointer)))
            }
            _ => (self, None),
        }
    }

    /// A pointer goes up: the gesture after it, and what it did. A press on the plot that did not move is a click and
    /// belongs to what lies under it.
    #[must_use]
    pub fn released(self, pointer: Pointer) -> (Self, Option<Command>) {
        match self {
            Self::Pressed { surface: Surface::Overview, start } if start.id == pointer.id => {
                (Self::Idle, Some(Command::CentreWindow(pointer.along)))
            }
            Self::Pressed { start, .. } if start.id == pointer.id => (Self::Idle, None),
            Self::Dragging { surface, last, speed } if last.id == pointer.id => {
                let rested = pointer.at_ms - last.at_ms > FLING_REST_MS;
                let flings = surface == Surface::Plot && !rested && speed.abs() >= MIN_FLING_PX_PER_MS;
                (Self::Idle, flings.then_some(Command::Fling(speed)))
            }
            Self::Pinching { first, second } if first.id == pointer.id || second.id == pointer.id => {
                let rest = if first.id == pointer.id { second } else { first };
                (Self::Dragging { surface: Surface::Plot, last: rest, speed: 0.0 }, None)
            }
            _ => (self, None),
        }
    }

    /// Whether letting go now is no click.
    #[must_use]
    pub const fn is_moving(self) -> bool {
        matches!(self, Self::Dragging { .. } | Self::Pinching { .. })
    }
}

fn drag_command(surface: Surface, step: f64) -> Option<Command> {
    (step != 0.0).then_some(match surface {
        Surface::Plot => Command::Pan(step),
        Surface::Window => Command::MoveWindow(step),
        Surface::WindowStart => Command::MoveWindowStart(step),
        Surface::WindowEnd => Command::MoveWindowEnd(step),
        Surface::Overview => return None,
    })
}

fn pinch_command(before: (Pointer, Pointer), after: (Pointer, Pointer)) -> Option<Command> {
    let spread =
        |pair: (Pointer, Pointer)| (pair.0.along - pair.1.along).hypot(pair.0.across - pair.1.across).max(MIN_PINCH_PX);
    let factor = spread(after) / spread(before);
    let along = f64::midpoint(after.0.along, after.1.along);
    (factor != 1.0).then_some(Command::ZoomAround { along, factor })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(id: i32, along: f64, at_ms: f64) -> Pointer {
        Pointer { id, along, across: 50.0, at_ms }
    }

    #[test]
    fn a_press_that_hardly_moves_stays_a_click() {
        let gesture = Gesture::Idle.pressed(Surface::Plot, at(1, 100.0, 0.0));
        let (gesture, command) = gesture.moved(at(1, 102.0, 10.0));
        assert_eq!(command, None);
        assert!(!gesture.is_moving());
        assert_eq!(gesture.released(at(1, 102.0, 20.0)), (Gesture::Idle, None));
    }

    #[test]
    fn a_drag_pans_by_exactly_what_the_pointer_moved() {
        let gesture = Gesture::Idle.pressed(Surface::Plot, at(1, 100.0, 0.0));
        let (gesture, first) = gesture.moved(at(1, 110.0, 10.0));
        let (gesture, second) = gesture.moved(at(1, 130.0, 20.0));
        assert_eq!((first, second), (Some(Command::Pan(10.0)), Some(Command::Pan(20.0))));
        assert!(gesture.is_moving());
    }

    #[test]
    fn letting_go_in_motion_flings_and_after_a_rest_does_not() {
        let gesture = Gesture::Idle.pressed(Surface::Plot, at(1, 0.0, 0.0));
        let (gesture, _) = gesture.moved(at(1, 10.0, 10.0));
        let (gesture, _) = gesture.moved(at(1, 30.0, 20.0));
        assert_eq!(gesture.released(at(1, 30.0, 25.0)).1, Some(Command::Fling(1.2)));
        assert_eq!(gesture.released(at(1, 30.0, 200.0)).1, None);
    }

    #[test]
    fn two_fingers_zoom_around_their_middle() {
        let gesture = Gesture::Idle.pressed(Surface::Plot, at(1, 100.0, 0.0)).pressed(Surface::Plot, at(2, 200.0, 5.0));
        let (gesture, command) = gesture.moved(at(2, 300.0, 10.0));
        assert_eq!(command, Some(Command::ZoomAround { along: 200.0, factor: 2.0 }));
        let (gesture, _) = gesture.released(at(2, 300.0, 20.0));
        assert_eq!(gesture.moved(at(1, 90.0, 30.0)).1, Some(Command::Pan(-10.0)));
    }

    #[test]
    fn another_finger_on_the_overview_does_not_pinch() {
        let gesture = Gesture::Idle.pressed(Surface::Window, at(1, 100.0, 0.0)).pressed(Surface::Plot, at(2, 9.0, 1.0));
        assert!(!matches!(gesture, Gesture::Pinching { .. }));
    }

    #[test]
    fn a_click_beside_the_window_brings_the_window() {
        let gesture = Gesture::Idle.pressed(Surface::Overview, at(1, 40.0, 0.0));
        assert_eq!(gesture.released(at(1, 40.0, 9.0)).1, Some(Command::CentreWindow(40.0)));
    }
}
