//! Finding things by a word or a number, with tables that are compiled once.
//!
//! The standard library's ordered map is compiled anew for each type of key and value, some 5 KB a time: thirty uses
//! were a tenth of the code that a page loads. Here words are found by [`words::WordMap`], large numbers without an
//! order by [`numbers::Firsts`], few or ordered numbers by [`sorted::SortedMap`], and a [`listed::Listed`] is a list that is
//! only gone through. No result depends on hashing:
//! what is gone through comes in the order of insertion or of the keys.

pub(crate) mod listed;
pub(crate) mod numbers;
pub(crate) mod sorted;
pub(crate) mod words;
