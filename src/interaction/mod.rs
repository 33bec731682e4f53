//! What the reader's hand means: pointer, wheel, pinch and key, with the state of a gesture, become [`Command`]s.
//!
//! Takes positions in px of the surface and times in ms; knows no DOM, no clock and no dates. What a command does to
//! the view is decided in `timeline`.
//!
//! A plain wheel is never ours: it scrolls the page, as on a map with cooperative gestures.

mod gesture;
mod keymap;

pub use gesture::{Gesture, Pointer, Surface};
pub use keymap::{Key, KeyFocus, Modifiers, command_of_key};

/// What the reader wants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Command {
    /// Move the picture along the axis by so many px; positive shows what is earlier.
    Pan(f64),
    /// Let the picture run on with this speed, px per ms.
    Fling(f64),
    /// Zoom around a place of the axis, px from its start; a factor over 1 shows less time.
    ZoomAround {
        /// The place that stays where it is.
        along: f64,
        /// How much less time there is to see.
        factor: f64,
    },
    /// One step of zoom around the middle.
    ZoomIn,
    /// One step back.
    ZoomOut,
    /// Everything.
    WholeStory,
    /// Most of a view earlier.
    Earlier,
    /// Most of a view later.
    Later,
    /// A small step earlier.
    NudgeEarlier,
    /// A small step later.
    NudgeLater,
    /// Choose the event before the chosen one.
    PreviousEvent,
    /// Choose the event after the chosen one.
    NextEvent,
    /// Put the cursor into the search field.
    Search,
    /// Close what is open: help, search, the card.
    Close,
    /// Show or hide the help.
    Help,
    /// Move the overview's window, px of the overview.
    MoveWindow(f64),
    /// Move the start of the overview's window, px of the overview.
    MoveWindowStart(f64),
    /// Move the end of the overview's window, px of the overview.
    MoveWindowEnd(f64),
    /// Put the middle of the window at this place of the overview, px from its start.
    CentreWindow(f64),
}

/// How much one px of a wheel zooms: 100 px, a notch of a mouse, is a factor of 1.28.
const ZOOM_PER_WHEEL_PX: f64 = 0.0025;

/// The most that one turn of the wheel zooms: some devices send hundreds of px at once.
const MAX_WHEEL_PX: f64 = 240.0;

/// What a turn of the wheel means; `None` leaves it to the page.
///
/// A trackpad's pinch comes as a wheel with Ctrl held down.
#[must_use]
pub fn command_of_wheel(along: f64, delta_x: f64, delta_y: f64, modifiers: Modifiers) -> Option<Command> {
    if modifiers.control || modifiers.meta {
        let turn = delta_y.clamp(-MAX_WHEEL_PX, MAX_WHEEL_PX);
        return (turn != 0.0)
            .then(|| Command::ZoomAround { along, factor: crate::float::exp(-turn * ZOOM_PER_WHEEL_PX) });
    }
    let sideways = if modifiers.shift && delta_x == 0.0 { delta_y } else { delta_x };
    (sideways.abs() > delta_y.abs() || (modifiers.shift && sideways != 0.0)).then_some(Command::Pan(-sideways))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Modifiers = Modifiers { shift: false, control: false, meta: false, alt: false };

    #[test]
    fn a_plain_wheel_belongs_to_the_page() {
        assert_eq!(command_of_wheel(10.0, 0.0, 100.0, NONE), None);
        assert_eq!(command_of_wheel(10.0, 4.0, 100.0, NONE), None);
    }

    #[test]
    fn a_sideways_wheel_pans_against_its_direction() {
        assert_eq!(command_of_wheel(10.0, 40.0, 3.0, NONE), Some(Command::Pan(-40.0)));
        let shift = Modifiers { shift: true, ..NONE };
        assert_eq!(command_of_wheel(10.0, 0.0, 40.0, shift), Some(Command::Pan(-40.0)));
    }

    #[test]
    fn a_wheel_with_control_zooms_around_the_pointer() {
        let control = Modifiers { control: true, ..NONE };
        let Some(Command::ZoomAround { along, factor }) = command_of_wheel(10.0, 0.0, -100.0, control) else {
            panic!("expected a zoom");
        };
        assert_eq!(along, 10.0);
        assert!((factor - 1.284).abs() < 0.001);
    }

    #[test]
    fn one_turn_of_a_fast_wheel_is_bounded() {
        let control = Modifiers { control: true, ..NONE };
        assert_eq!(command_of_wheel(0.0, 0.0, 9000.0, control), command_of_wheel(0.0, 0.0, MAX_WHEEL_PX, control));
    }
}
