//! `Chronology` ↔ the timeline document and other formats.
