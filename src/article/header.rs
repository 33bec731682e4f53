//! Lines that say when and by whom: " date 2021-08-17 Title", "By Jane Roe", "3 July 2025 10.15 BST", "5 min read".

mod pieces;

use super::PublishedBasis;
use super::cues::{after_phrase, has_phrase};
use super::dated::{StatedDate, stated_dates};
use super::shape;
use super::sheet::Line;
use crate::lookup::listed::Listed;
use crate::text::{TextSpan, Word, is_large, is_small, words};

/// A line of dates and bylines is at most so long.
const LONGEST_BYTES: usize = 140;

/// Words before a date in a header.
const DATE_LABELS: Listed = Listed(
    "date of publication|date published|date|first published|issued on|last modified|last updated|modified|\
     originally published|posted|publication date|publish date|published|updated",
);
/// Words before the day of a change, which is not the day of publication.
const UPDATE_LABELS: &[&str] = &["updated", "modified", "edited"];
/// Words before a name.
const BYLINE_LABELS: &[&str] = &["by", "written by", "reporting by", "words by", "text by", "story by", "analysis by"];
/// Words before a colon and a name, in any case.
const NAME_LABELS: Listed = Listed(
    "author|contact|editor|illustrations|media contact|photographs|photography|photos|pictures|press contact|reporter|\
     text|words|writer",
);
/// Words that stand with dates and bylines and say nothing else.
const HEADER_WORDS: Listed = Listed(
    "a.m|ago|all|am|at|bst|by|cest|cet|date|days|edited|edt|est|et|first|fri|friday|gmt|hour|hours|issued|ist|last|min|\
     mins|minute|minutes|modified|mon|monday|msk|on|p.m|page|pages|pdt|pm|posted|price|pst|published|read|reading|sat|saturday|\
     sun|sunday|thu|thursday|time|times|tue|tuesday|updated|utc|wed|wednesday|z",
);

/// A date in the front, with how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FrontDate {
    /// The date and where it stands.
    pub(super) stated: StatedDate,
    /// A header or a dateline.
    pub(super) basis: PublishedBasis,
    /// Whether it is the day of publication or of a change.
    pub(super) of: DateOf,
}

/// What happened on a date in the front.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DateOf {
    Publication,
    Update,
}

impl FrontDate {
    /// The same, seen from a text that begins `offset` bytes earlier.
    pub(super) const fn shifted(self, offset: usize) -> Self {
        let StatedDate { span, date } = self.stated;
        Self { stated: StatedDate { span: span.shifted(offset), date }, ..self }
    }
}

/// What a header line says; spans count in the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// The complete dates in it.
    pub(super) dates: Vec<FrontDate>,
    /// The title behind the date.
    pub(super) title: Option<TextSpan>,
    /// Whether a word such as "Published" or "By" says what it is.
    pub(super) is_labelled: bool,
}

impl Header {
    /// A date and nothing else, which may also be the heading of a chronology.
    pub(super) const fn is_bare_date(&self) -> bool {
        !self.is_labelled && self.title.is_none()
    }
}

/// Reads a line as a header, if it is one.
pub(super) fn read(line: &Line, text: &str) -> Option<Header> {
    let is_hinted = line.attributes.iter().any(|(name, value)| name == "hint" && value == "header");
    // "[The Arden Post, 3 July 2025]", below the story.
    let inner =
        [('[', ']'), ('(', ')')].into_iter().find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    let Some(inner) = inner else { return read_text(text, is_hinted) };
    let mut found = read_text(inner, is_hinted).filter(|found| found.title.is_none())?;
    found.dates.iter_mut().for_each(|date| *date = date.shifted(1));
    Some(found)
}

fn read_text(text: &str, is_hinted: bool) -> Option<Header> {
    let text = unglued(text);
    let dated = dated(text).or_else(|| of_publisher(text)).or_else(|| posted(text)).or_else(|| pieces::read(text));
    dated.or_else(|| {
        let tells_who = || names_author(text) || is_count_of_issues(words(text));
        let is_byline = text.len() <= LONGEST_BYTES && (is_hinted || tells_who() || tells_time(text));
        is_byline.then(|| Header { dates: front_dates(text), title: None, is_labelled: true })
    })
}

/// "June 6, 20244:53 PM ET", as the two lines of some pages are copied: up to the year.
fn unglued(text: &str) -> &str {
    let is_glued = |at: &usize| {
        let digits = |from: usize, to: usize| {
            text.get(at + from..at + to).is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let colon = |from: usize| text.get(at + from..).is_some_and(|rest| rest.starts_with(':'));
        text.get(..*at).is_some_and(|before| before.ends_with(' '))
            && text.get(*at..).is_some_and(|rest| rest.starts_with("20"))
            && (digits(0, 5) && colon(5) || digits(0, 6) && colon(6))
    };
    let year = (1..text.len().min(LONGEST_BYTES)).find(is_glued);
    year.and_then(|at| text.get(..at + 4)).unwrap_or(text)
}

fn front_dates(text: &str) -> Vec<FrontDate> {
    let mut done = 0;
    let mut found = Vec::new();
    for stated in stated_dates(text) {
        let before = text.get(done..stated.span.start).unwrap_or_default();
        let is_update = UPDATE_LABELS.iter().any(|label| has_phrase(before, label));
        let of = if is_update { DateOf::Update } else { DateOf::Publication };
        found.push(FrontDate { stated, basis: PublishedBasis::Header, of });
        done = stated.span.end;
    }
    found
}

/// What follows the longest label of a date that a text opens with.
fn after_date_label(text: &str) -> Option<&str> {
    DATE_LABELS.iter().filter_map(|label| after_phrase(text, label)).min_by_key(|rest| rest.len())
}

/// A line of dates, or one that begins with a date and goes on with the title.
fn dated(text: &str) -> Option<Header> {
    let after_label = after_date_label(text);
    let rest = after_label.unwrap_or(text).trim_start_matches([':', ' ', '\u{a0}']);
    let may_be = text.len() <= LONGEST_BYTES || after_label.is_some() || rest.starts_with(|c: char| c.is_ascii_digit());
    if !may_be {
        return None;
    }
    let head = text.get(..floor_boundary(text, LONGEST_BYTES))?;
    let dates = front_dates(head);
    let first = dates.first()?;
    if says_nothing_beside(text, &dates) {
        // A clock time or a weekday beside the date belongs to a header, never to a chronology.
        let has_more = text.contains(':') || words_beside(text, &dates).next().is_some();
        return Some(Header { dates, title: None, is_labelled: has_more });
    }
    let before = text.get(text.len() - rest.len()..first.stated.span.start)?;
    let after = text.get(first.stated.span.end..)?;
    let title = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '|' | ':' | '-' | '–' | '—' | '·'));
    let is_separated = title.len() + 1 < after.len();
    let is_iso = rest.get(..4).is_some_and(|year| year.chars().all(|c| c.is_ascii_digit()));
    let opens_title = title.starts_with(|c: char| !is_small(c) && !matches!(c, ',' | '.'));
    let names_title = says_nothing(before) && opens_title && (after_label.is_some() || is_iso || is_separated);
    // A chronology's "2021-08-17: Troops leave." is a sentence with a date: it closes with a stop.
    if !names_title || (after_label.is_none() && !shape::is_title_like(title)) {
        return None;
    }
    let span = TextSpan::new(text.len() - title.len(), text.len());
    Some(Header { dates: vec![*first], title: Some(span), is_labelled: after_label.is_some() })
}

/// "Posted by Big Trev on Tuesday, May 17, 2016 in Rambling": who put it there and when, and no sentence.
fn posted(text: &str) -> Option<Header> {
    let rest = POSTED.iter().find_map(|label| after_phrase(text, label))?;
    let says_who = words(rest).next().is_some_and(|word| matches!(word.text, "by" | "on" | "in"));
    let dates = front_dates(text.get(..floor_boundary(text, LONGEST_BYTES))?);
    let is_line = text.len() <= LONGEST_BYTES && !text.trim_end().ends_with(['.', '!', '?']) && dates.len() == 1;
    (says_who && is_line).then_some(Header { dates, title: None, is_labelled: true })
}

/// What a line of the front says of the text first.
const POSTED: &[&str] = &["posted", "published", "filed", "submitted", "written"];

/// The name of a publisher or a place before a date has at most so many words.
const NAME_WORDS: usize = 5;

/// "The Arden Post, 3 December 2024": a name, a sign and a date.
fn of_publisher(text: &str) -> Option<Header> {
    let dates = front_dates(text.get(..floor_boundary(text, LONGEST_BYTES))?);
    let [only] = dates.as_slice() else { return None };
    let before = text.get(..only.stated.span.start)?.trim_end();
    let name = before.trim_end_matches([',', '|', '·', '-', '–', '—']);
    let closes = text.get(only.stated.span.end..)?.trim().is_empty();
    if closes && names_issue(name) {
        return Some(Header { dates: dates.clone(), title: None, is_labelled: true });
    }
    let is_separated = name.len() < before.len();
    let is_publisher = closes && (is_name(name) && is_separated || is_wire(name));
    is_publisher.then(|| Header { dates: dates.clone(), title: None, is_labelled: true })
}

/// A few words with capitals: "The Arden Post".
pub(super) fn is_name(text: &str) -> bool {
    (1..=NAME_WORDS).contains(&words(text).count())
        && words(text).all(|word| word.text.starts_with(is_large) || is_small_in_name(word.text))
        && text.starts_with(is_large)
}

/// "of" in "Bank of Norland", "de l’Ouest" in "L’Écho de l’Ouest".
fn is_small_in_name(word: &str) -> bool {
    const SMALL: Listed = Listed("and|de|del|della|den|der|des|di|die|du|el|et|for|la|le|of|the|und|van|von|y");
    let elided = ["l'", "l’", "d'", "d’"].into_iter().find_map(|start| word.strip_prefix(start));
    SMALL.has(word) || elided.is_some_and(|name| name.starts_with(is_large))
}

/// "ANW 1644 Fri" before a date: an agency and the time at which it sent the text.
fn is_wire(text: &str) -> bool {
    let is_agency = |word: &Word<'_>| (2..=5).contains(&word.text.len()) && word.text.chars().all(is_large);
    words(text).any(|word| is_agency(&word)) && words(text).all(|word| is_agency(&word) || is_header_word(word))
}

/// "The Friday letter. Issue 312." before its date.
fn names_issue(name: &str) -> bool {
    let last = words(name).count().saturating_sub(2);
    is_count_of_issues(words(name).skip(last))
}

/// "Vol. 12, No. 123"
fn is_count_of_issues<'t>(mut words: impl Iterator<Item = Word<'t>>) -> bool {
    let is_number = |word: Word<'_>| word.text.starts_with(|c: char| c.is_ascii_digit());
    let mut count = 0;
    while let Some(word) = words.next() {
        if !ISSUE_WORDS.has_in_any_case(word.text) || !words.next().is_some_and(is_number) {
            return false;
        }
        count += 1;
    }
    count > 0
}

/// Words that count the issues of a periodical.
const ISSUE_WORDS: Listed = Listed("edition|issue|no|number|vol|volume");

fn floor_boundary(text: &str, most: usize) -> usize {
    (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The words that are no part of a date.
fn words_beside<'t>(text: &'t str, dates: &[FrontDate]) -> impl Iterator<Item = Word<'t>> {
    words(text).filter(|word| !dates.iter().any(|date| date.stated.span.overlaps(word.span)))
}

fn says_nothing_beside(text: &str, dates: &[FrontDate]) -> bool {
    words_beside(text, dates).all(is_header_word)
}

/// Only words of headers, clock times and signs.
fn says_nothing(piece: &str) -> bool {
    words(piece).all(is_header_word)
}

fn is_header_word(word: Word<'_>) -> bool {
    // "60p" is the price of a paper, "5:00am" a time.
    let figures = ["am", "pm", "p", "c"].iter().find_map(|end| word.text.strip_suffix(end)).unwrap_or(word.text);
    !figures.is_empty() && figures.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ':' | 'h'))
        || HEADER_WORDS.has_in_any_case(word.text)
}

/// "5 min read", "Updated 2 hours ago". A bare year is a chronology's heading.
fn tells_time(text: &str) -> bool {
    says_nothing(text) && text.contains(char::is_alphabetic)
}

/// "By Jane Roe and John Doe, in Oslo": a label, and names more than other words.
fn names_author(text: &str) -> bool {
    let labelled = text.split_once(':').filter(|(label, _)| NAME_LABELS.has_in_any_case(label)).map(|(_, name)| name);
    let rest = BYLINE_LABELS.iter().filter_map(|label| after_phrase(text, label)).min_by_key(|rest| rest.len());
    let Some(name) = rest.or(labelled).map(|rest| rest.trim_start_matches([' ', ':'])) else { return false };
    let lower = name.split_whitespace().filter(|word| word.starts_with(is_small)).count();
    name.starts_with(is_large)
        && !name.ends_with(['.', '!', '?', ':', ';'])
        && lower * 3 <= name.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Sheet;
    use super::*;

    fn header(text: &str) -> Option<Header> {
        let sheet = Sheet::from_text(text.to_owned());
        read(sheet.lines.first()?, sheet.line_text(0))
    }

    fn dates(text: &str) -> Vec<(String, DateOf)> {
        header(text).map_or(Vec::new(), |header| {
            header.dates.iter().map(|date| (date.stated.date.to_string(), date.of)).collect()
        })
    }

    #[test]
    fn lines_of_dates_are_headers() {
        let published = |date: &str| vec![(date.to_owned(), DateOf::Publication)];
        assert_eq!(dates("Published On 3 Jul 2025"), published("2025-07-03"));
        assert_eq!(dates("July 3, 2025 10:15 AM EDT"), published("2025-07-03"));
        assert_eq!(dates("By Jane Roe, July 3, 2025"), published("2025-07-03"));
        assert_eq!(dates("The Arden Post, 3 July 2025"), published("2025-07-03"));
        assert_eq!(dates("Your letter from the harbour. Issue 31. 3 July 2025"), published("2025-07-03"));
        assert_eq!(
            dates("Posted by Big Tom on Thursday, July 3, 2025 in Harbour \u{2014} 64 comments"),
            published("2025-07-03")
        );
        assert_eq!(dates("Published by a small press on 3 July 2025, it sold well."), []);
        assert_eq!(dates("The pier was closed for good. 3 July 2025"), []);
        assert_eq!(dates("Arden News Agency | July 3, 2025"), published("2025-07-03"));
        assert_eq!(dates("Thursday, July 3, 2025     60p"), published("2025-07-03"));
        assert_eq!(dates("ANW 1644 Thu 3 Jul 2025"), published("2025-07-03"));
        assert_eq!(dates("EU talks 3 July 2025"), []);
        for line in [
            "July 3, 2025 | 5:00am",
            "Press release | 3 July 2025 | Brussels",
            "News | Arden | 03 July 2025 | Jane Roe",
            "Arden Post · 3 July 2025 · 4 min read",
            "Issued on: 3 July 2025 - 10:15",
            "July 3, 20254:53 PM ET",
            "Source: Xinhua Editor: huaxia 2025-07-03 10:15:00",
        ] {
            assert_eq!(dates(line), published("2025-07-03"), "{line}");
        }
        assert_eq!(dates("Xinhua | Updated: 2025-07-03 10:15"), [("2025-07-03".to_owned(), DateOf::Update)]);
        assert_eq!(dates("Why the ferry sank off the coast | what we knew on 3 July 2025"), []);
        assert_eq!(dates("The mayor says: talks begin on 3 July 2025"), []);
        assert_eq!(dates("Last modified on Fri 4 Jul 2025 09.00 BST"), [("2025-07-04".to_owned(), DateOf::Update)]);
        assert_eq!(
            dates("Updated 3 July 2025 | First published 1 July 2025"),
            [("2025-07-03".to_owned(), DateOf::Update), ("2025-07-01".to_owned(), DateOf::Publication)]
        );
    }

    #[test]
    fn a_title_may_follow_the_date() {
        let title = |text: &str| header(text).and_then(|header| header.title).map(|span| span.of(text).to_owned());
        assert_eq!(title("date 2021-08-17 Ferry sinks off Bergen.").as_deref(), Some("Ferry sinks off Bergen."));
        assert_eq!(title("2021-08-17 Ferry sinks off Bergen").as_deref(), Some("Ferry sinks off Bergen"));
        assert_eq!(title("Dec 3, 2020 | Ferry sinks").as_deref(), Some("Ferry sinks"));
        assert_eq!(title("Published 2021-08-17"), None);
    }

    #[test]
    fn a_bare_date_may_be_a_chronologys_heading() {
        assert!(header("3 May 2019").is_some_and(|header| header.is_bare_date()));
        assert!(header("Fri 3 May 2019 18.14 BST").is_some_and(|header| !header.is_bare_date()));
    }

    #[test]
    fn bylines_and_reading_times_are_headers() {
        assert!(header("By Jane Roe and John Doe").is_some_and(|header| header.is_labelled));
        assert!(header("Words: Jane Roe    Photographs: John Doe").is_some());
        assert!(header("Contact: Jane Roe, press@arden.example").is_some());
        assert!(header("Vol. 12, No. 123").is_some());
        assert!(header("5 min read").is_some());
        assert!(header("Updated 2 hours ago").is_some());
    }

    #[test]
    fn sentences_with_dates_are_not() {
        for text in [
            "September 11, 2001 was a Tuesday, and the sky was clear.",
            "2021-08-17: Troops leave the town.",
            "On 3 July 2025, Norway raised the ferry.",
            "By Friday the ferry had sunk",
            "1996",
            "Ferry sinks off Bergen, 3 July 2025",
            "The ferry sank in Bergen on 3 July 2025",
            "Date palms grew along the harbour.",
            "Contact lost with the ferry",
            "Words: how a town lost its name",
        ] {
            assert_eq!(header(text), None, "{text}");
        }
    }
}
