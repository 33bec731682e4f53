//! TimelineJS (version 3): its JSON in and out, and the columns of its spreadsheet out.
//!
//! TimelineJS knows a start, an end and a text to show instead; a date without a month is a year to it. What it cannot
//! say, such as "about 1989", goes into that text. Its text fields are HTML: ours are escaped on the way out, and
//! theirs reduced to words on the way in.

mod date;
mod read;
mod sheet;
mod slide;
mod write;

pub use read::{chronology_from_timelinejs, is_timelinejs};
pub use sheet::timelinejs_sheet;
pub use write::timelinejs_from_chronology;
