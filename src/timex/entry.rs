//! Whether a date opens an entry of a chronology: "March 2016: The commission refers the case".
//!
//! One such line alone may be anything ("2001: A Space Odyssey"); that several make a list is for the caller to see.

use crate::text::TextSpan;

/// Signs between the entries of one line: "2014 · Work began · 2015 · Work stopped".
pub(crate) const BETWEEN_ENTRIES: [char; 2] = ['·', '•'];

/// What a line of a list may begin with.
const BULLETS: [char; 8] = [' ', '•', '*', '-', '–', '·', '>', '\t'];

/// Whether a date, or a range of two, stands at the start of a line, behind at most a bullet, with a colon or a dash after.
/// Not: "May 4-9, Vega" and "the May 4: Vega".
#[must_use]
pub(crate) fn opens_entry(text: &str, date: TextSpan) -> bool {
    let after = text.get(date.end..).unwrap_or_default();
    let after = after.strip_prefix(' ').unwrap_or(after);
    let is_marked =
        after.starts_with([':', '–', '—', '|']) || after.starts_with(BETWEEN_ENTRIES) || after.starts_with("- ");
    if !is_marked {
        return false;
    }
    let before = text.get(..date.start).unwrap_or_default().trim_end_matches(' ');
    let line = before.trim_end_matches(BULLETS);
    line.is_empty() || line.ends_with('\n') || before.ends_with(BETWEEN_ENTRIES)
}
