//! From a whole set of articles to a [`Chronology`]: mentions, events, eras.
//!
//! Extraction is to be a resumable job, so that a page stays responsive: `step` until it is done, then `finish`.

mod model;

pub use model::{
    AnchorOrigin, Basis, Chronology, Conflict, Era, EraBasis, Event, Extent, HeadlineBasis, Media, Mention,
    MentionAnchor, Note, SourceArticle, Status,
};
