//! Datelines: "KABUL, Aug. 17 (Agency) — ", and an agency's name at the end of a paragraph.

use super::Aside;
use super::PublishedBasis;
use super::Role;
use super::dated::stated_dates;
use super::header::{DateOf, FrontDate};
use super::sheet::Sheet;
use crate::gather::Gather;
use crate::text::{TextSpan, is_large};

/// A dateline opens one of the first so many paragraphs of the story.
const WITHIN_STORY_LINES: usize = 8;
/// And is at most so long.
const LONGEST_BYTES: usize = 100;
/// Words that may stand in a dateline in lower case.
const SMALL_WORDS: &[&str] = &["of", "the", "and", "de", "la", "el", "al", "on", "in"];

/// Cuts datelines out of the story's first paragraphs and gives the dates they state in full.
pub(super) fn mark(sheet: &mut Sheet) -> Vec<FrontDate> {
    let mut found = Vec::new();
    let story: Vec<usize> =
        (0..sheet.lines.len()).filter(|index| sheet.is_open(*index)).take(WITHIN_STORY_LINES).gather();
    for index in story {
        let Some(line) = sheet.lines.get(index) else { continue };
        let text = line.span.of(&sheet.text);
        let Some(dateline) = dateline(text) else { continue };
        let start = line.span.start;
        found.extend(stated_dates(dateline.of(text)).into_iter().map(|stated| {
            FrontDate { stated, basis: PublishedBasis::Dateline, of: DateOf::Publication }.shifted(start)
        }));
        sheet.cut(dateline.shifted(start), Role::Aside(Aside::Header));
    }
    found
}

/// From the start of a paragraph to its dash, where that is a place, a date, an agency.
pub(super) fn dateline(text: &str) -> Option<TextSpan> {
    let (head_end, rest_start) = dash(text)?;
    let head = text.get(..head_end)?.trim_end();
    let rest = text.get(rest_start..)?.trim_start();
    // "THE STORY SO FAR: The dam" is no place: a colon closes what has a date or an agency.
    let is_colon = text.get(head_end..rest_start) == Some(":");
    // And "June 4, 2016: Vega visits" is an entry of a chronology.
    let is_date_alone = || stated_dates(head).iter().any(|date| date.span.len() == head.len());
    if is_colon && !head.ends_with(')') && (stated_dates(head).is_empty() || is_date_alone()) {
        return None;
    }
    let opens_sentence = rest.starts_with(|c: char| is_large(c) || c.is_ascii_digit() || matches!(c, '"' | '“' | '‘'));
    let tells_something = rest.split_whitespace().nth(3).is_some();
    (opens_sentence && tells_something && is_place_and_date(head)).then(|| TextSpan::new(0, rest_start))
}

/// End of what stands before the first dash, and where the text goes on after it.
fn dash(text: &str) -> Option<(usize, usize)> {
    let mut after_space = false;
    for (at, c) in text.char_indices().take_while(|(at, _)| *at <= LONGEST_BYTES) {
        let width = match c {
            '—' | '–' => c.len_utf8(),
            '-' if text.get(at..at + 2) == Some("--") => 2,
            ':' if text.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_whitespace)) => 1,
            '-' | '_'
                if after_space && text.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_whitespace)) =>
            {
                1
            }
            _ => {
                after_space = c.is_whitespace() || c == ')';
                continue;
            }
        };
        return Some((at, at + width));
    }
    None
}

pub(super) fn is_place_and_date(head: &str) -> bool {
    // "(Agency)", "/Agency/"
    let bracketed = head.strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    let (places, agency) = match bracketed.or_else(|| head.strip_suffix('/')?.rsplit_once(" /")) {
        Some((places, agency)) => (places.trim(), Some(agency)),
        None => (head, None),
    };
    if agency.is_some_and(|agency| agency.is_empty() || agency.split_whitespace().count() > 4) {
        return false;
    }
    if places.is_empty() {
        return agency.is_some();
    }
    let first = places.split(',').next().unwrap_or_default().trim();
    let letters = || first.chars().filter(|c| c.is_alphabetic());
    let is_upper = letters().count() >= 2 && letters().all(is_large);
    let is_named = places.split_whitespace().all(|word| {
        word.starts_with(|c: char| is_large(c) || c.is_ascii_digit() || c == '(') || SMALL_WORDS.contains(&word)
    });
    let has_sign = agency.is_some() || places.contains(',');
    is_named && places.split_whitespace().count() <= 9 && (is_upper || has_sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        dateline(text).map(|span| span.of(text))
    }

    #[test]
    fn datelines_are_place_date_and_agency() {
        for (text, expected) in [
            ("OSLO, Aug. 17 (Agency) — The ferry sank on Friday.", "OSLO, Aug. 17 (Agency) —"),
            ("OSLO — The ferry sank on Friday.", "OSLO —"),
            ("OSLO, July 3, 2025 /Agency/ -- The ferry sank on Friday.", "OSLO, July 3, 2025 /Agency/ --"),
            ("OSLO (Agency) - The ferry sank on Friday.", "OSLO (Agency) -"),
            ("(Agency) -- The ferry sank on Friday.", "(Agency) --"),
            ("Oslo, Norway – The ferry sank on Friday.", "Oslo, Norway –"),
            ("UNITED NATIONS, July 3, 2025 — “We left,” he said.", "UNITED NATIONS, July 3, 2025 —"),
            ("OSLO/BERGEN, July 3, 2025 (Agency): The ferry sank on Friday.", "OSLO/BERGEN, July 3, 2025 (Agency):"),
        ] {
            assert_eq!(found(text), Some(expected));
        }
    }

    #[test]
    fn a_dash_in_a_sentence_makes_no_dateline() {
        for text in [
            "NATO — the alliance that Finland joined — met on Friday.",
            "The minister — Norway’s first — resigned on Friday.",
            "Then Finland joined — Sweden had to wait for a year.",
            "July 3, 2025: The ferry sank off Bergen.",
            "THE STORY SO FAR: The ferry sank on Friday, July 3, 2025.",
            "COVID-19 closed the port in 2020, the mayor said.",
            "Oslo – The",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
