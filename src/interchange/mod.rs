//! [`Chronology`](crate::event::Chronology) ↔ the timeline document and other formats.
//!
//! - [`Json`]: a JSON value, the one thing that crosses from the browser; it needs no JSON parser.
//! - [`Document`]: the timeline document, version 1. It is kept as the JSON that it was, so that fields this version
//!   does not know survive; [`Document::chronology`] reads it and says what it could not read.
//! - [`edits_from_json`]: an editor's corrections, kept beside the articles.
//! - [`Import`]: the same reading in pieces, for large documents in a page.
//! - TimelineJS: JSON in ([`chronology_from_timelinejs`]) and out ([`timelinejs_from_chronology`]), and its sheet.
//! - [`markwhen_from_chronology`], [`icalendar_from_chronology`] and [`json_ld_from_chronology`]: out only.
//!
//! Reading JSON text is native only: in a page the browser has parsed it already.

mod document;
mod edits;
mod icalendar;
mod json;
mod json_ld;
mod markup;
mod markwhen;
mod node;
mod print;
mod read;
#[cfg(not(target_arch = "wasm32"))]
mod sha256;
mod timelinejs;
mod values;
mod words;
mod write;

pub use document::{Document, ImportError};
pub use edits::{edits_from_json, is_edits, target_to_json};
pub use icalendar::icalendar_from_chronology;
pub use json::{Json, Name, name};
pub use json_ld::json_ld_from_chronology;
pub use markwhen::markwhen_from_chronology;
pub use read::Import;
pub use timelinejs::{chronology_from_timelinejs, is_timelinejs, timelinejs_from_chronology, timelinejs_sheet};
