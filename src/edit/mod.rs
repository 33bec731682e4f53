//! An editor's corrections: a [`Chronology`](crate::event::Chronology) and [`Edits`] in, the corrected chronology out.
//!
//! Extraction runs again whenever articles are added or corrected, so corrections are kept beside the articles and not
//! in the result. Each names its event by its id and also by what it [`Was`]: its date, its headline, and the article and
//! sentence that tell it. Where the id is gone the sentence finds the event (`find`). What finds nothing is told in a
//! note and never dropped silently.
//!
//! `event` says what happened; the file's form is `interchange`'s.

mod apply;
mod find;
mod model;
mod parts;

pub use apply::apply;
pub use model::{Change, Edit, Edits, EraTarget, NewEvent, Quote, Target, Was};
