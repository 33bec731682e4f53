//! Reads articles as they come: plain text, HTML, JSON, JSON Lines, and sets aside what is not the story.
//!
//! Every form becomes neutral [`Block`]s (or plain text) in a [`Draft`]; [`Article::from_draft`] makes an [`Article`]
//! of it, so that the native HTML parser and the browser's own DOM meet in one place. Odd input never fails: it gives
//! the best article it can and [`Warning`]s.
//!
//! Inside, the text becomes a sheet of lines, and one pass after another gives lines their [`Role`]; what no pass knows
//! is the story. Every letter and digit of the text ends in exactly one [`Passage`].

mod appeal;
mod caption;
mod cues;
mod dated;
mod dateline;
mod front;
mod headings;
mod ids;
mod links;
mod model;
mod page;
mod read;
mod repeated;
mod shape;
mod sheet;
mod stamp;
mod wrap;

pub use ids::Ids;
pub use model::{
    Article, Aside, Block, BlockKind, Draft, Passage, Publication, PublishedBasis, Role, Warning, WarningCode,
};
