//! Any text as a timeline: importing refuses it or gives a chronology that is written, read back alike and shown.
//!
//!     cargo +nightly fuzz run timeline

#![no_main]

use eraline::interchange::{Document, Json};
use eraline::outline::{EventRef, card, html, list};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok((document, _)) = Json::from_json_str(text).and_then(Document::import) else { return };
    let Ok((chronology, _)) = document.chronology() else { return };
    let again = Document::from(&chronology).chronology();
    assert_eq!(again, Ok((chronology.clone(), Vec::new())), "what is written is read back alike");
    for place in 0..chronology.events.len() + chronology.undated.len() {
        let event = EventRef::at(place, &chronology).expect("a place of the story");
        assert!(card(&chronology, event).is_some_and(|card| !card.why.is_empty()), "a card without words");
    }
    assert!(html(&list(&chronology)).starts_with("<div"));
});
