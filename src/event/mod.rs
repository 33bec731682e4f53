//! From a whole set of articles to a [`Chronology`]: mentions, events, eras.
//!
//! [`Extraction`] is a resumable job, so that a page stays responsive: `step` until it is done, then `finish`. Its
//! stages, a file each: expressions are found and resolved, missing publication dates are inferred (`publication`),
//! each sentence is cut into clauses (`token`, `verb`, `clause`) and what they report becomes candidates (`when`,
//! `refer`, `headline`, `mention`), candidates are merged (`dates`, `similar`, `merge`, `dispute`), events are made of the groups
//! (`assemble`, `rank`) and the story is cut into eras (`era`). The words of English are in `en`.

mod assemble;
mod candidate;
mod clause;
mod dates;
mod dispute;
mod en;
mod era;
#[cfg(test)]
mod fixtures;
mod headline;
mod identity;
mod job;
mod mention;
mod merge;
mod model;
mod name;
mod publication;
mod rank;
mod refer;
mod reference;
mod sequence;
mod similar;
mod token;
mod verb;
mod when;

pub use job::{Budget, Extraction, Options, Progress, Texts};
pub use model::{
    AnchorOrigin, Basis, Chronology, Conflict, DateBasis, Era, EraBasis, Event, Extent, HeadlineBasis, Media, Mention,
    MentionAnchor, Note, SourceArticle, Status,
};
