//! Reads articles as they come: plain text, HTML, JSON, JSON Lines, and sets aside what is not the story.
//!
//! Every form becomes neutral [`Block`]s in a [`Draft`]; [`Article::from_draft`] makes an [`Article`] of it, so that
//! the native HTML parser and the browser's own DOM meet in one place. Odd input never fails: it gives the best
//! article it can and [`Warning`]s.

mod model;

pub use model::{
    Article, Aside, Block, BlockKind, Draft, Passage, Publication, PublishedBasis, Role, Warning, WarningCode,
};
