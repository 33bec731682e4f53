//! Time to pixels and back, the part of time in view, and the calendar's ticks.
//!
//! Takes days and lengths, gives immutable values: [`Scale`] maps, [`Viewport`] says what is in view, [`ViewportPath`]
//! travels between two views, [`ticks()`] names the calendar's boundaries. Knows no events and no screen.
//!
//! Instants elsewhere are integers ([`Day`](crate::calendar::Day)); here, and only here, they become `f64` days since
//! 1970-01-01, since a pixel is seldom a whole day.

mod path;
mod ticks;
mod viewport;

pub use path::ViewportPath;
pub use ticks::{Tick, ticks};
pub use viewport::{Scale, Viewport, day_from_time, time_from_day};
