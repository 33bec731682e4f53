//! Any text in any language, with and without a document creation time: expressions lie in order, and each resolves.
//!
//!     cargo +nightly fuzz run tag

#![no_main]

use eraline::calendar::{Day, Edtf};
use eraline::timex::{Anchor, Language, resolve};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for language in Language::all() {
        let stated = language.find(text);
        let mut end = 0;
        for expression in &stated {
            assert!(expression.span.start >= end, "expressions overlap");
            assert!(!expression.span.of(text).is_empty(), "an expression is empty or cuts a character");
            end = expression.span.end;
        }
        for published in [None, Day::from_ymd(2021, 8, 17).map(Edtf::day)] {
            assert_eq!(resolve(text, &stated, &Anchor { published }).len(), stated.len());
        }
    }
});
