//! Reads articles as they come: plain text, HTML, JSON, JSON Lines, and sets aside what is not the story.
//!
//! Every form becomes neutral [`Block`]s (or plain text) in a [`Draft`]; [`Article::from_draft`] makes an [`Article`]
//! of it, so that the native HTML parser and the browser's own DOM meet in one place. Odd input never fails: it gives
//! the best article it can and [`Warning`]s.
//!
//! Inside, the text becomes a sheet of lines, and one pass after another gives lines their [`Role`]; what no pass knows
//! is the story. Every letter and digit of the text ends in exactly one [`Passage`].

mod address;
mod appeal;
mod caption;
mod cues;
mod dated;
mod dateline;
#[cfg(not(target_arch = "wasm32"))]
mod encoding;
#[cfg(not(target_arch = "wasm32"))]
mod file;
mod front;
mod header;
mod headings;
#[cfg(not(target_arch = "wasm32"))]
mod html;
mod ids;
#[cfg(not(target_arch = "wasm32"))]
mod json_ld;
mod links;
mod model;
#[cfg(not(target_arch = "wasm32"))]
mod nesting;
mod page;
mod page_reader;
mod read;
mod record;
mod repeated;
mod shape;
mod sheet;
mod stamp;
mod standing;
mod tags;
mod wrap;

pub(crate) use address::date_in_address;
pub use dated::publication_date;
#[cfg(not(target_arch = "wasm32"))]
pub use encoding::Encoding;
#[cfg(not(target_arch = "wasm32"))]
pub use file::{Input, ReadError, Reading, read_file};
#[cfg(not(target_arch = "wasm32"))]
pub use html::{draft_from_html, page_from_html};
pub use ids::Ids;
pub use model::{
    Article, Aside, Block, BlockKind, Draft, Passage, Publication, PublishedBasis, Role, Warning, WarningCode,
};
pub use page_reader::{Descend, Page, PageReader};
pub use record::Record;
pub use standing::StandingMatter;
