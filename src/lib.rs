//! Reads news articles as plain text and shows what happened when.
//!
//! The crate is a pipeline of named types; each module uses only those above it in this list, which
//! `tests/layering.rs` checks. `ARCHITECTURE.md`, at the top of the project, tells why.

mod float;
mod gather;
mod lookup;
mod order;

pub mod text;

pub mod calendar;

pub mod timex;

pub mod article;

pub mod event;

pub mod edit;

pub mod interchange;

pub mod scale;

pub mod layout;

pub mod scene;

pub mod outline;

pub mod interaction;

pub mod timeline;

#[cfg(target_arch = "wasm32")]
pub mod web;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
