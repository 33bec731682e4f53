//! The custom element: the only code that knows a browser.
//!
//! Words are DOM, marks are canvas. This module takes events of the page to `timeline`, and puts what `outline`, `scene`
//! and `interchange` say onto the page; it decides nothing that they could decide.

mod articles;
mod card;
mod dom;
mod editing;
mod element;
mod icons;
mod input;
mod job;
mod json;
mod list;
mod listen;
mod measure;
mod page;
mod paint;
mod panel;
mod plot;
mod shell;
mod state;
mod surface;
mod theme;
mod widget;

pub use element::TimelineElement;
