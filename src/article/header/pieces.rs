//! Lines of short pieces, one of which is a date: "Press release | 6 June 2024 | Brussels", a paper's head with its page
//! and its price, the issue that a text is from, an agency's dateline or stamp on a line of its own.

use super::super::dateline::is_place_and_date;
use super::{
    DateOf, FrontDate, Header, LONGEST_BYTES, after_date_label, front_dates, is_header_word, is_name, names_author,
    says_nothing, says_nothing_beside,
};
use crate::article::PublishedBasis;
use crate::article::cues::has_phrase;
use crate::article::dated::StatedDate;
use crate::article::shape::MONTHS;
use crate::gather::Gather;
use crate::lookup::listed::Listed;
use crate::text::{TextSpan, is_large, words};
use crate::timex::meaning::{Part, YearRef};
use crate::timex::{Meaning, find};

/// What stands between the pieces of a line.
const SEPARATORS: [char; 3] = ['|', '·', '•'];

/// A piece that is no name has at most so many words: "Press release".
const SHORT_PIECE_WORDS: usize = 3;

/// Parts of a paper, before a comma and the date.
const SECTIONS: Listed = Listed("section|supplement|magazine|pages|edition|review|weekend|news|sport|business|culture");

const WEEKDAYS: Listed =
    Listed("monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun");

/// What says from which issue a text is.
const ISSUES: [&str; 6] = ["issue dated", "issue of", "edition of", "edition dated", "paper of", "magazine of"];

/// Years of two figures from here on are of the last century.
const LAST_CENTURY: u32 = 70;

/// Reads a line of short pieces.
pub(super) fn read(text: &str) -> Option<Header> {
    if text.len() > LONGEST_BYTES {
        return None;
    }
    let dates = if text.ends_with(['.', '!', '?']) { Vec::new() } else { front_dates(text) };
    let is_line = (1..=2).contains(&dates.len());
    let spans: Vec<TextSpan> = dates.iter().map(|date| date.stated.span).gather();
    let is_header = is_line && (is_stamp(text, &dates) || are_pieces(&signed(text), &spans)? || is_issue(text, &dates));
    if is_header {
        return Some(Header { dates, title: None, is_labelled: true });
    }
    let open = if dates.is_empty() { open_days(text) } else { Vec::new() };
    if let [day] = open.as_slice() {
        let beside = [text.get(..day.start)?, text.get(day.end..)?];
        let is_alone = has_weekday(text) && beside.iter().all(|piece| says_nothing(piece));
        // "Arden (Norland), May 3", on a line of its own.
        let is_dateline = day.end == text.len() && day.start > 0 && text.contains(',') && is_place_and_date(text);
        if is_alone || is_dateline || are_pieces(&signed(text), &open)? {
            return Some(Header { dates, title: None, is_labelled: !is_alone });
        }
    }
    compact(text).map(|stated| Header {
        dates: vec![FrontDate { stated, basis: PublishedBasis::Header, of: DateOf::Publication }],
        title: None,
        is_labelled: true,
    })
}

/// "Source: Xinhua Editor: huaxia 2024-06-06 10:15:00": labels, and a time at the end.
fn is_stamp(text: &str, dates: &[FrontDate]) -> bool {
    let parts = dates.first().and_then(|first| text.split_at_checked(first.stated.span.start));
    parts.is_some_and(|(before, stamp)| {
        stamp.starts_with("20")
            && stamp.contains(':')
            && before.contains(": ")
            && says_nothing_beside(stamp, &front_dates(stamp))
    })
}

/// "(From the issue dated 3 May 2019)", "Review section, 3 May 2019", "ARDEN, MAY 3, 2019 (ANW) --".
fn is_issue(text: &str, dates: &[FrontDate]) -> bool {
    let Some(only) = dates.first().filter(|_| dates.len() == 1) else { return false };
    let Some((before, rest)) = text.split_at_checked(only.stated.span.start) else { return false };
    let closes = rest.get(only.stated.span.len()..).is_some_and(|after| after.trim_end_matches([')', ' ']).is_empty());
    let names_issue =
        ISSUES.iter().any(|issue| has_phrase(before, issue)) && words(before).count() <= 2 * SHORT_PIECE_WORDS;
    let section = before.trim_end().strip_suffix(',').and_then(|before| words(before).last());
    let is_section =
        section.is_some_and(|word| SECTIONS.has_in_any_case(word.text)) && words(before).count() <= SHORT_PIECE_WORDS;
    let dashes = text.trim_end_matches(['-', '–', '—', ' ']);
    closes && (names_issue || is_section) || dashes.len() < text.len() && is_place_and_date(dashes)
}

/// The same length, with a sign where stars, wide spaces or stops part the pieces.
fn signed(text: &str) -> String {
    text.replace('*', "|").replace("   ", "  |").replace(". ", "| ")
}

/// Beside the dates, only names and a few words between signs.
fn are_pieces(text: &str, dates: &[TextSpan]) -> Option<bool> {
    let has_signs = text.contains(SEPARATORS);
    let mut pieces = 0;
    let mut from = 0;
    for at in 0..=dates.len() {
        let to = dates.get(at).map_or(text.len(), |date| date.start);
        let mut parts = text.get(from..to)?.split(SEPARATORS).enumerate().peekable();
        while let Some((place, piece)) = parts.next() {
            let follows_date = place == 0 && at > 0;
            let leads_date = parts.peek().is_none() && at < dates.len();
            let piece = without_label(piece);
            let is_short = has_signs && piece.starts_with(is_large) && words(piece).count() <= SHORT_PIECE_WORDS;
            let fits = match (follows_date, leads_date) {
                (false, false) => is_short || is_name(piece) || tells_edition(piece) || tells_author(piece),
                (true, true) => matches!(piece, "and" | "to" | "-" | "–"),
                (_, true) => names_before_date(piece, text),
                (true, _) => piece.strip_prefix([',', '-', '–', '—']).is_some_and(are_names),
            };
            if !(says_nothing(piece) || fits) {
                return Some(false);
            }
            pieces += usize::from(!piece.is_empty());
        }
        from = dates.get(at).map_or(to, |date| date.end);
    }
    Some(has_signs || pieces > 0 && has_weekday(text))
}

/// "Arden, Sunday, April 3, 2022", "The New Post on Thursday, 14 July 2022", "From the print edition, March 25th 2023".
fn names_before_date(piece: &str, line: &str) -> bool {
    // "Friday 14 and Saturday 15 November 2014".
    if piece.strip_suffix(" and").is_some_and(says_nothing) {
        return true;
    }
    // "Jane Roe in Arden Wed May 3 2017".
    if has_weekday(line) && piece.split_once(" in ").is_some_and(|(who, place)| is_name(who) && is_name(place)) {
        return true;
    }
    let is_said = || piece.strip_suffix(" on").filter(|_| has_weekday(line));
    let names = piece.strip_suffix([',', ':', '-', '–', '—']).or_else(is_said);
    tells_edition(piece.trim_end_matches(',')) || names.is_some_and(are_names)
}

/// Names with commas between them.
fn are_names(text: &str) -> bool {
    text.split(',').map(str::trim).all(|name| is_name(name) || tells_edition(name) || says_nothing(name))
}

/// "By Jane Roe", "Live blog by Jane Roe".
fn tells_author(piece: &str) -> bool {
    let is_by = |(what, name): (&str, &str)| words(what).count() <= SHORT_PIECE_WORDS && is_name(name);
    names_author(piece) || [" by ", ": "].into_iter().any(|link| piece.split_once(link).is_some_and(is_by))
}

/// "From the print edition", "Weekend section": a few words about a paper.
fn tells_edition(piece: &str) -> bool {
    words(piece).count() <= 2 * SHORT_PIECE_WORDS
        && words(piece).last().is_some_and(|last| SECTIONS.has_in_any_case(last.text))
}

fn has_weekday(text: &str) -> bool {
    words(text).any(|word| WEEKDAYS.has_in_any_case(word.text))
}

/// Days without a year in a line that is no sentence: "Saturday, 3 September", "The Arden Post, Wednesday November 15".
fn open_days(text: &str) -> Vec<TextSpan> {
    if text.ends_with(['.', '!', '?', ':', ';']) {
        return Vec::new();
    }
    let is_day = |meaning| matches!(meaning, Meaning::Calendar { year: YearRef::Missing, part: Part::Day(..) });
    find(text).into_iter().filter(|stated| is_day(stated.meaning)).map(|stated| stated.span).gather()
}

/// "Updated: " says what a date is.
fn without_label(piece: &str) -> &str {
    let piece = piece.trim();
    after_date_label(piece).unwrap_or(piece)
}

/// "ANW 0614 GMT 13MAR17": an agency, the hour and the day, in one word.
fn compact(text: &str) -> Option<StatedDate> {
    let last = words(text).last()?;
    let (day, rest) = last.text.split_at_checked(last.text.len().checked_sub(5)?)?;
    let (month, year) = rest.split_at_checked(3)?;
    let month = MONTHS.iter().position(|name| month.eq_ignore_ascii_case(name) && month.chars().all(is_large))? + 1;
    let (day, year): (u32, u32) = (day.parse().ok()?, year.parse().ok()?);
    let century = if year < LAST_CENTURY { 2000 } else { 1900 };
    let date = format!("{}-{month:02}-{day:02}", century + year).parse().ok()?;
    let is_agency = |word: &str| word.chars().all(is_large) || word.chars().all(|c| c.is_ascii_digit());
    let others = || words(text).filter(|word| word.span != last.span);
    let is_alone = others().count() > 0 && others().all(|word| is_agency(word.text) || is_header_word(word));
    is_alone.then_some(StatedDate { span: last.span, date })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<String> {
        read(text).and_then(|header| header.dates.first().map(|date| date.stated.date.to_string()))
    }

    #[test]
    fn the_head_of_a_paper_and_what_says_its_issue_are_headers() {
        for text in [
            "Wednesday, May 3, 2017            Page 1            Price 1.20",
            "THE DAILY ARDEN  *  Wednesday May 3 2017  *  BACK PAGE",
            "Review section, 3 May 2017",
            "(From the issue dated May 3rd 2017)",
            "ARDEN PORT, MAY 3, 2017 (ANW) --",
            "ARDENNEWS 0614 GMT 03MAY17",
            "Arden, Wednesday, May 3, 2017 | WORLD",
            "The New Post on Wednesday, 3 May 2017",
            "ARDEN | From the print edition, May 3rd 2017",
            "The Arden Sentinel, Lima, Wednesday May 3, 2017",
            "Wednesday, May 3, 2017 | Print edition | Subscribe",
            "Jane Roe in Arden Wed May 3 2017 - 06:00",
            "Live feed. Wed 3 May 2017 16.40 BST · First published on Wed 3 May 2017 04.31 BST",
            "The Arden Echo, Wednesday 3 May 2017. English version: C. Roe",
            "Live blog by Jane Roe · Tuesday 2 and Wednesday 3 May 2017 · all times GMT",
        ] {
            assert_eq!(date(text).as_deref(), Some("2017-05-03"), "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_makes_a_header_beside_names() {
        for text in [
            "Arden (Norland), May 3",
            "Wednesday, 3 May",
            "The Arden Sentinel, Lima, Wednesday May 3",
            "Arden | Wednesday 3 May | WORLD",
        ] {
            assert!(read(text).is_some_and(|header| header.dates.is_empty()), "{text}");
        }
        for text in
            ["3 May", "The ferry sank on Wednesday, 3 May", "Ferry sinks on Wednesday, 3 May", "Wednesday, 3 May:"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn sentences_and_titles_with_a_date_are_none() {
        for text in [
            "Ferry sinks off Arden, 3 May 2017",
            "The ferry sank  on 3 May 2017",
            "What we know of the *ferry* of 3 May 2017",
            "The issue of 3 May 2017 was that nobody had looked at the ferry",
            "The gun was an AK 47MAR17",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
