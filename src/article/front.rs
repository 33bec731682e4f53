//! What stands before the story: header line, title, standfirst, byline, date.

use super::header::{FrontDate, Header};
use super::sheet::Sheet;
use super::{Aside, BlockKind, Role, cues, header, shape};
use crate::gather::Gather;
use crate::text::{TextSpan, is_small, lowered, words};

/// A front is looked for in so many lines.
const FRONT_LINES: usize = 16;
/// A title that is not the first line is looked for in so many, and only where it stands twice.
const TWICE_WITHIN: usize = 6;
/// One or two words over a title name a section of the paper.
const FEWEST_TITLE_WORDS: usize = 4;
/// A standfirst is at most so long.
const LONGEST_STANDFIRST_BYTES: usize = 300;

/// The last lines may hold a date or a byline.
const LAST_LINES: usize = 2;
/// So many lines of nothing but a date are headings.
const CHRONOLOGY_DATES: usize = 3;

/// What the front says of the article.
#[derive(Debug, Default)]
pub(super) struct Front {
    /// Where the title stands.
    pub(super) title: Option<TextSpan>,
    /// Dates as they stand.
    pub(super) dates: Vec<FrontDate>,
}

/// Gives the lines before the story their roles. `given_title` is one known from beside the text.
pub(super) fn mark(sheet: &mut Sheet, given_title: Option<&str>) -> Front {
    let mut front = Front::default();
    mark_rules(sheet);
    mark_headers(sheet, &mut front);
    mark_title(sheet, &mut front, given_title);
    if front.title.is_some() {
        mark_standfirst(sheet);
    }
    front
}

/// Lines of signs only part what they stand between and say nothing.
fn mark_rules(sheet: &mut Sheet) {
    for index in 0..sheet.lines.len() {
        if shape::is_rule(sheet.line_text(index)) {
            sheet.assign(index, Role::Aside(Aside::Header));
        }
    }
}

/// Header lines, bylines and dates, up to the story; the last lines may say a date too.
fn mark_headers(sheet: &mut Sheet, front: &mut Front) {
    let count = sheet.lines.len();
    let headers: Vec<(usize, Header)> = (0..count.min(FRONT_LINES))
        .chain(count.saturating_sub(LAST_LINES).max(FRONT_LINES)..count)
        .filter_map(|index| {
            let line = sheet.lines.get(index).filter(|line| line.role.is_none())?;
            Some((index, header::read(line, sheet.line_text(index))?))
        })
        .gather();
    // Several lines that are nothing but a date are the headings of a chronology.
    let bare_dates = headers.iter().filter(|(_, header)| header.is_bare_date()).count();
    let has_heading = marked_heading(sheet).is_some();
    let mut story_begins = (0..count).find(|index| sheet.is_open(*index) && is_sentence(sheet.line_text(*index)));
    for (index, header) in headers {
        let in_story = story_begins.is_some_and(|story| story < index);
        // The paper's name may stand between the byline and the date.
        let above = index.checked_sub(1).map(|above| {
            let is_name = sheet.is_open(above) && header::is_name(sheet.line_text(above));
            above.saturating_sub(usize::from(is_name))
        });
        let beside_header = [above, Some(index + 1)]
            .into_iter()
            .flatten()
            .any(|near| sheet.lines.get(near).is_some_and(|line| line.role == Some(Role::Aside(Aside::Header))));
        if let Some(above) = above.filter(|above| beside_header && above + 1 < index) {
            sheet.assign(above + 1, Role::Aside(Aside::Header));
        }
        let is_chronology = bare_dates >= CHRONOLOGY_DATES || (in_story && !beside_header);
        if (header.is_bare_date() && is_chronology)
            || (header.title.is_some()
                && (has_heading || front.title.is_some() || !may_hold_title(sheet, index, &header)))
        {
            continue;
        }
        let Some(start) = sheet.lines.get(index).map(|line| line.span.start) else { continue };
        front.dates.extend(header.dates.iter().map(|date| date.shifted(start)));
        match header.title.map(|title| title.shifted(start)) {
            Some(title) => {
                front.title = Some(title);
                sheet.assign(index, Role::Title);
                sheet.cut(TextSpan::new(start, title.start), Role::Aside(Aside::Header));
            }
            None => sheet.assign(index, Role::Aside(Aside::Header)),
        }
        if story_begins == Some(index) {
            story_begins = (index..count).find(|index| sheet.is_open(*index) && is_sentence(sheet.line_text(*index)));
        }
    }
}

/// Only a first line holds a date and the title, and not where a chronology begins with it.
fn may_hold_title(sheet: &Sheet, index: usize, header: &Header) -> bool {
    let is_first = !(0..index).any(|above| sheet.is_open(above));
    is_first && (header.is_labelled || !shape::is_dated_item(sheet.line_text(index + 1)))
}

fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '”', '"', '’']) && !shape::is_heading_like(text)
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
    // "# Title", "Subject: Title"
    let subject = cues::after_phrase(text, "subject").filter(|rest| rest.starts_with(':'));
    let marker = text.len() - subject.unwrap_or(text).trim_start_matches(['#', ':', ' ']).len();
    front.title = Some(TextSpan::new(line.span.start + marker, line.span.end));
    sheet.assign(index, Role::Title);
    // What stands above a title is the name of a section, a kicker, a menu.
    for above in 0..index {
        if shape::is_heading_like(sheet.line_text(above)) || shape::is_menu(sheet.line_text(above)) {
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
            && sheet.touches_next(*index)
    })
}

fn marked_heading(sheet: &Sheet) -> Option<usize> {
    let is_marked = |index: &usize| {
        sheet.is_open(*index)
            && !shape::is_rule(sheet.line_text(*index))
            && (sheet.lines.get(*index).is_some_and(|line| line.kind == Some(BlockKind::Heading(1)))
                || sheet.line_text(*index).starts_with("# "))
    };
    (0..sheet.lines.len()).find(is_marked)
}

fn same_as_given(sheet: &Sheet, given: &str) -> Option<usize> {
    front_indices(sheet).find(|index| sheet.is_open(*index) && same_words(sheet.line_text(*index), given))
}

fn same_words(a: &str, b: &str) -> bool {
    let mut left = words(a).map(|word| lowered(word.text));
    let mut right = words(b).map(|word| lowered(word.text));
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
        // A bare year is the heading of a chronology, and signs alone are none; the title comes behind a menu.
        if !sheet.line_text(index).contains(char::is_alphabetic) || shape::is_menu(sheet.line_text(index)) {
            continue;
        }
        if !is_heading && !shape::is_title_like(sheet.line_text(index)) {
            return shorter;
        }
        let has_story = (index + 1..sheet.lines.len()).any(|later| sheet.is_open(later));
        if has_story && sheet.lines.get(index).is_some_and(|line| line.words >= FEWEST_TITLE_WORDS) {
            return Some(index);
        }
        if has_story && names_subject(sheet, index) {
            return Some(index);
        }
        shorter = shorter.or(has_story.then_some(index));
    }
    shorter
}

/// Whether a line is the name that the story begins with: the title of a portrait or an obituary.
fn names_subject(sheet: &Sheet, index: usize) -> bool {
    let name = sheet.line_text(index);
    let is_name = words(name).count() > 1 && header::is_name(name) && name.contains(is_small);
    let story = (index + 1..sheet.lines.len()).find(|at| sheet.is_open(*at) && is_sentence(sheet.line_text(*at)));
    is_name && story.is_some_and(|story| cues::has_phrase(sheet.line_text(story), &lowered(name)))
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
