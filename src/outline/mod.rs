//! What becomes DOM: labels, ticks, eras, counts and buttons with their positions ([`PlotOutline`]), and the list,
//! the card, the tray and the status line as words ([`list`], [`card`]).
//!
//! Roles, names, positions and stable keys only; `web` patches the DOM from them by key.

mod plot;

pub use plot::{Align, CountPill, EraName, EventLabel, Glyph, LegendEntry, Orientation, PlotOutline, TickName};
