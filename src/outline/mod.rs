//! What becomes DOM: labels, ticks, eras, counts and buttons with their positions ([`PlotOutline`]), and the list,
//! the card, the tray and the status line as words ([`list()`], [`card()`]).
//!
//! Roles, names, positions and stable keys only; `web` patches the DOM from them by key. All text is plain text:
//! whoever shows it makes text nodes of it, and [`html()`] escapes it. [`en`] holds the words.

mod articles;
mod card;
pub mod en;
mod html;
mod list;
mod plot;
mod quote;
mod status;
mod why;

pub use articles::{ArticleLine, articles};
pub use card::{Card, CardDate, CardSource, card};
pub use html::html;
pub use list::{EventList, EventRef, ListRow, ListSection, list};
pub use plot::{Align, CountPill, EraName, EventLabel, Glyph, LegendEntry, Orientation, PlotOutline, TickName, plot};
pub use quote::{Piece, Quote};
pub use status::{
    Tray, TrayItem, View, count_name, figure_name, range_words, start_words, status, status_of_list, tray,
};
