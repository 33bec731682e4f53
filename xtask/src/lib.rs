//! The tasks of the project that need logic, as a library, so that the browser tests serve pages with the same server.
//!
//! `bundle` makes the files that a page loads, `page` assembles the explorer around them, `server` shows both.

pub mod bundle;
pub mod command;
pub mod functions;
pub mod glue;
pub mod links;
pub mod locals;
pub mod names;
pub mod page;
pub mod serve;
pub mod server;
pub mod sizes;
pub mod story;
pub mod test;
pub mod trunk;
pub mod unread;

/// What a task says when it cannot go on: one line for the person at the terminal.
pub type TaskError = String;
