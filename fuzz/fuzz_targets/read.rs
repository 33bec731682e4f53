//! Any bytes as a file of any form: reading refuses them or gives articles whose passages lie in order.
//!
//!     cargo +nightly fuzz run read

#![no_main]

use eraline::article::{Article, Ids, Input, read_file};
use libfuzzer_sys::fuzz_target;

/// The first byte chooses the form, the rest is the file.
const NAMES: [&str; 5] = ["a.txt", "a.html", "a.json", "a.jsonl", "a"];

fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_first() else { return };
    let name = NAMES.get(usize::from(*choice) % NAMES.len()).copied().unwrap_or_default();
    let Ok(reading) = read_file(name, bytes) else { return };
    let Input::Articles(drafts) = reading.input else { return };
    let mut ids = Ids::new();
    for draft in drafts {
        let (article, _) = Article::from_draft(draft, &mut ids);
        let mut end = 0;
        for passage in &article.passages {
            assert!(passage.span.start >= end, "passages overlap");
            assert!(!passage.span.of(&article.text).is_empty(), "a passage is empty or cuts a character");
            end = passage.span.end;
        }
    }
});
