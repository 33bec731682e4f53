//! What stands before the story: header line, title, standfirst, byline, date.

use super::cues::after_phrase;
use super::dated::{StatedDate, stated_dates};
use super::sheet::{Line, Sheet};
use super::{Aside, BlockKind, PublishedBasis, Role, shape};
use crate::text::{TextSpan, words};

/// A front is looked for in so many lines.
const FRONT_LINES: usize = 16;
/// A title that is not the first line is looked for in so many, and only where it stands twice.
const TWICE_WITHIN: usize = 6;
/// One or two words over a title name a section of the paper.
const FEWEST_TITLE_WORDS: usize = 4;
/// A standfirst is at most so long.
const LONGEST_STANDFIRST_BYTES: usize = 300;
/// A line of dates and bylines is at most so long.
const LONGEST_HEADER_BYTES: usize = 140;

/// Words before a date in a header.
const DATE_LABELS: &[&str] = &[
    "date of publication",
    "date published",
    "date",
    "first published",
    "last modified",
    "last updated",
    "modified",
    "originally published",
    "posted",
    "publication date",
    "published",
    "publish date",
    "updated",
];
/// Words that stand with dates and bylines and say nothing else.
const HEADER_WORDS: &[&str] = &[
    "a.m",
    "am",
    "at",
    "bst",
    "by",
    "cest",
    "cet",
    "date",
    "edited",
    "edt",
    "est",
    "et",
    "first",
    "gmt",
    "hours",
    "last",
    "min",
    "mins",
    "minute",
    "minutes",
    "modified",
    "on",
    "p.m",
    "pm",
    "posted",
    "pst",
    "pdt",
    "published",
    "read",
    "reading",
    "time",
    "updated",
    "utc",
    "z",
    "ago",
    "hour",
    "days",
    "ist",
    "msk",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// A date found in the front, with how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FrontDate {
    /// The date and where it stands.
    pub(super) stated: StatedDate,
    /// A header or a dateline.
    pub(super) basis: PublishedBasis,
}

/// What the front says of the article.
#[derive(Debug, Default)]
pub(super) struct Front {
    /// Where the title stands.
    pub(super) title: Option<TextSpan>,
    /// Dates in the order of trust: published before updated, then as they stand.
    pub(super) dates: Vec<FrontDate>,
}

/// Gives the lines before the story their roles. `given_title` is one known from beside the text.
pub(super) fn mark(sheet: &mut Sheet, given_title: Option<&str>) -> Front {
    let mut front = Front::default();
    mark_headers(sheet, &mut front);
    mark_title(sheet, &mut front, given_title);
    if front.title.is_some() {
        mark_standfirst(sheet);
    }
    front
}

/// Header lines, bylines and dates, up to the story; the last lines may say a date too.
fn mark_headers(sheet: &mut Sheet, front: &mut Front) {
    let count = sheet.lines.len();
    for index in (0..count.min(FRONT_LINES)).chain(count.saturating_sub(2).max(FRONT_LINES)..count) {
        let Some(line) = sheet.lines.get(index).filter(|line| line.role.is_none()) else { continue };
        let (span, text) = (line.span, line.span.of(&sheet.text));
        if shape::is_rule(text) {
            sheet.assign(index, Role::Aside(Aside::Header));
        } else if let Some(header) = header_line(text) {
            let stated = StatedDate { span: header.date.span.shifted(span.start), ..header.date };
            front.dates.push(FrontDate { stated, basis: PublishedBasis::Header });
            match header.title.map(|title| title.shifted(span.start)) {
                Some(title) if index < FRONT_LINES && front.title.is_none() => {
                    front.title = Some(title);
                    sheet.assign(index, Role::Title);
                    sheet.cut(TextSpan::new(span.start, title.start), Role::Aside(Aside::Header));
                }
                Some(_) => {}
                None => sheet.assign(index, Role::Aside(Aside::Header)),
            }
        } else if is_byline(text) || has_header_hint(line) {
            let dates = stated_dates(text);
            let shifted = dates.iter().map(|date| StatedDate { span: date.span.shifted(span.start), ..*date });
            front.dates.extend(shifted.map(|stated| FrontDate { stated, basis: PublishedBasis::Header }));
            sheet.assign(index, Role::Aside(Aside::Header));
        }
    }
}

/// A line that gives the date, and what it may name the article.
struct HeaderLine {
    date: StatedDate,
    title: Option<TextSpan>,
}

/// " date 2021-08-17 Title", "Published: July 3, 2025", "3 July 2025 10.15 BST".
fn header_line(text: &str) -> Option<HeaderLine> {
    let after_label = DATE_LABELS.iter().filter_map(|label| after_phrase(text, label)).min_by_key(|rest| rest.len());
    let rest = after_label.unwrap_or(text).trim_start_matches([':', ' ', '\u{a0}']);
    let start = text.len() - rest.len();
    let may_be =
        text.len() <= LONGEST_HEADER_BYTES || after_label.is_some() || rest.starts_with(|c: char| c.is_ascii_digit());
    if !may_be {
        return None;
    }
    let head = rest.get(..floor_boundary(rest, LONGEST_HEADER_BYTES))?;
    let date = stated_dates(head).into_iter().next()?;
    let outside = [head.get(..date.span.start)?, rest.get(date.span.end..)?];
    let date = StatedDate { span: date.span.shifted(start), ..date };
    if outside.iter().all(|piece| says_nothing(piece)) {
        return Some(HeaderLine { date, title: None });
    }
    let [before, after] = outside;
    let title_text =
        after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '|' | ':' | '-' | '–' | '—' | '·'));
    let is_separated = title_text.len() + 1 < after.len();
    let is_iso = rest.get(..4).is_some_and(|year| year.chars().all(|c| c.is_ascii_digit()));
    let opens_title = title_text.starts_with(|c: char| !c.is_lowercase() && !matches!(c, ',' | '.'));
    let names_title = says_nothing(before) && opens_title && (after_label.is_some() || is_iso || is_separated);
    // A chronology's "2021-08-17: Troops leave." is a sentence with a date, and no header: it closes with a stop.
    let is_title = names_title && (after_label.is_some() || shape::is_title_like(title_text));
    is_title.then(|| HeaderLine { date, title: Some(TextSpan::new(text.len() - title_text.len(), text.len())) })
}

fn floor_boundary(text: &str, most: usize) -> usize {
    (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Only words of headers, clock times and signs.
fn says_nothing(piece: &str) -> bool {
    words(piece).all(|word| {
        word.text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ':' | 'h'))
            || HEADER_WORDS.iter().any(|known| word.text.eq_ignore_ascii_case(known))
    })
}

/// "By Jane Roe and John Doe", "5 min read", "Updated 2 hours ago".
fn is_byline(text: &str) -> bool {
    if text.len() > LONGEST_HEADER_BYTES {
        return false;
    }
    let by = ["by", "written by", "reporting by", "words by", "text by", "story by", "analysis by"];
    let rest = by.iter().filter_map(|label| after_phrase(text, label)).min_by_key(|rest| rest.len());
    match rest {
        Some(rest) => {
            let name = rest.trim_start_matches([' ', ':']);
            let is_name = name.starts_with(char::is_uppercase);
            let lower = name.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
            is_name && !name.ends_with(['.', '!', '?', ':', ';']) && lower * 3 <= name.split_whitespace().count()
        }
        // A bare year is a chronology's heading.
        None => says_nothing(text) && text.contains(char::is_alphabetic),
    }
}

/// The page says that it is a byline or a date.
fn has_header_hint(line: &Line) -> bool {
    line.span.len() <= LONGEST_HEADER_BYTES
        && line.attributes.iter().any(|(name, value)| name == "hint" && value == "header")
}

/// A title set off by a rule, marked as heading, given from beside, standing twice, or simply the first short line.
fn mark_title(sheet: &mut Sheet, front: &mut Front, given: Option<&str>) {
    let found = front.title.map(|_| None).unwrap_or_else(|| {
        underlined(sheet)
            .or_else(|| marked_heading(sheet))
            .or_else(|| same_as_given(sheet, given?))
            .or_else(|| first_short_line(sheet))
            .or_else(|| short_line_standing_twice(sheet))
    });
    let Some(index) = found else { return };
    let Some(line) = sheet.lines.get(index) else { return };
    let text = line.span.of(&sheet.text);
    let marker = text.len() - text.trim_start_matches(['#', ' ']).len();
    front.title = Some(TextSpan::new(line.span.start + marker, line.span.end));
    sheet.assign(index, Role::Title);
    // What stands above a title is the name of a section, a kicker, a menu.
    for above in 0..index {
        if shape::is_heading_like(sheet.line_text(above)) {
            sheet.assign(above, Role::Aside(Aside::Header));
        }
    }
}

fn front_indices(sheet: &Sheet) -> impl Iterator<Item = usize> {
    0..sheet.lines.len().min(FRONT_LINES)
}

fn underlined(sheet: &Sheet) -> Option<usize> {
    front_indices(sheet).take(TWICE_WITHIN).find(|index| {
        sheet.is_open(*index)
            && sheet.lines.get(*index).is_some_and(|line| line.kind.is_none())
            && !shape::is_rule(sheet.line_text(*index))
            && shape::is_title_like(sheet.line_text(*index).trim_end_matches('.'))
            && shape::is_underline(sheet.line_text(index + 1))
    })
}

fn marked_heading(sheet: &Sheet) -> Option<usize> {
    let is_marked = |index: &usize| {
        sheet.is_open(*index)
            && (sheet.lines.get(*index).is_some_and(|line| line.kind == Some(BlockKind::Heading(1)))
                || sheet.line_text(*index).starts_with("# "))
    };
    (0..sheet.lines.len()).find(is_marked)
}

fn same_as_given(sheet: &Sheet, given: &str) -> Option<usize> {
    front_indices(sheet).find(|index| sheet.is_open(*index) && same_words(sheet.line_text(*index), given))
}

fn same_words(a: &str, b: &str) -> bool {
    let mut left = words(a).map(|word| word.text.to_lowercase());
    let mut right = words(b).map(|word| word.text.to_lowercase());
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (a, b) if a == b => {}
            _ => return false,
        }
    }
}

/// The first short line before the story; one of a few words only where no longer one follows. There must be a story.
fn first_short_line(sheet: &Sheet) -> Option<usize> {
    let mut shorter = None;
    for index in front_indices(sheet).filter(|index| sheet.is_open(*index)) {
        let is_heading = matches!(sheet.lines.get(index).and_then(|line| line.kind), Some(BlockKind::Heading(_)));
        // A bare year is the heading of a chronology.
        if !sheet.line_text(index).contains(char::is_alphabetic) {
            continue;
        }
        if !is_heading && !shape::is_title_like(sheet.line_text(index)) {
            return shorter;
        }
        let has_story = (index + 1..sheet.lines.len()).any(|later| sheet.is_open(later));
        if has_story && sheet.lines.get(index).is_some_and(|line| line.words >= FEWEST_TITLE_WORDS) {
            return Some(index);
        }
        shorter = shorter.or(has_story.then_some(index));
    }
    shorter
}

fn short_line_standing_twice(sheet: &Sheet) -> Option<usize> {
    front_indices(sheet).take(TWICE_WITHIN).find(|index| {
        sheet.is_open(*index)
            && sheet.lines.get(*index).is_some_and(|line| line.stands_again)
            && shape::is_title_like(sheet.line_text(*index))
    })
}

/// Lines between title and story: short without a stop, or standing again further down.
fn mark_standfirst(sheet: &mut Sheet) {
    let Some(title) = sheet.lines.iter().position(|line| line.role == Some(Role::Title)) else { return };
    let story_before = (0..title).any(|index| sheet.is_open(index));
    if story_before {
        return;
    }
    for index in title + 1..sheet.lines.len().min(title + FRONT_LINES) {
        let Some(line) = sheet.lines.get(index) else { return };
        if line.role.is_some() {
            continue;
        }
        let text = line.span.of(&sheet.text);
        let is_short = line.span.len() <= LONGEST_STANDFIRST_BYTES;
        let is_line = shape::is_heading_like(text) && line.words >= FEWEST_TITLE_WORDS;
        let is_heading = matches!(line.kind, Some(BlockKind::Heading(_)));
        if is_heading || !is_short || !(is_line || line.stands_again) {
            return;
        }
        let has_story = (index + 1..sheet.lines.len()).any(|later| sheet.is_open(later));
        if !has_story {
            return;
        }
        sheet.assign(index, Role::Standfirst);
    }
}
