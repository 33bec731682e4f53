//! What the browser tests share: a driver of their own, a page to drive, and the sites that it visits.
//!
//! A test takes a [`Site`](xtask::server::Site), gets a [`Page`], and asks it questions in JavaScript; what a reader
//! does (pointer, wheel, keys) goes through WebDriver as real input. Functions here stop the test with a message when
//! the browser does not do its part.

pub mod articles;
pub mod browser;
pub mod page;
pub mod session;
pub mod sites;

pub use page::Page;
pub use session::{on_page, on_page_of};
