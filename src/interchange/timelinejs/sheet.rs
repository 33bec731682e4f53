//! The spreadsheet that TimelineJS reads, as comma-separated values (RFC 4180).

use super::super::markup::html_from_plain;
use super::date::SlideDate;
use super::slide::{Slide, slides};
use crate::event::{Chronology, Note};

/// The columns by the headings that TimelineJS looks for.
const COLUMNS: [&str; 18] = [
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Type",
    "Group",
    "Background",
];

type Row = [String; COLUMNS.len()];

/// The chronology as a sheet, and a note for every event that TimelineJS has no place for.
#[must_use]
pub fn timelinejs_sheet(chronology: &Chronology) -> (String, Vec<Note>) {
    let (slides, notes) = slides(chronology);
    let mut sheet = String::new();
    push_row(&COLUMNS.map(str::to_owned), &mut sheet);
    if let Some(title) = &chronology.title {
        push_row(&row(None, None, [("Headline", html_from_plain(title)), ("Type", "title".to_owned())]), &mut sheet);
    }
    for slide in &slides {
        push_row(&row_of_slide(slide), &mut sheet);
    }
    for era in chronology.eras.iter().filter(|era| era.level == 1) {
        let (Some(start), Some(end)) = (era.date.start().date(), era.date.end().date()) else { continue };
        let (start, end) = (SlideDate::first_of(start.period), SlideDate::last_of(end.period));
        let words = [("Headline", html_from_plain(&era.label)), ("Type", "era".to_owned())];
        push_row(&row(Some(start), Some(end), words), &mut sheet);
    }
    (sheet, notes)
}

fn row_of_slide(slide: &Slide<'_>) -> Row {
    let media = slide.event.media.first();
    let words = |words: Option<&String>| words.map(|words| html_from_plain(words)).unwrap_or_default();
    row(
        Some(slide.dates.start),
        slide.dates.end,
        [
            ("Display Date", words(slide.dates.display.as_ref())),
            ("Headline", slide.headline.clone()),
            ("Text", slide.text.clone()),
            ("Media", media.map(|media| media.url.clone()).unwrap_or_default()),
            ("Media Credit", words(media.and_then(|media| media.credit.as_ref()))),
            ("Media Caption", words(media.and_then(|media| media.caption.as_ref()))),
            ("Group", slide.event.group.clone().unwrap_or_default()),
        ],
    )
}

/// A row with its dates and the cells of these columns; words are guarded, dates are numbers of ours.
fn row<const N: usize>(start: Option<SlideDate>, end: Option<SlideDate>, words: [(&str, String); N]) -> Row {
    let part = |part: Option<u8>| part.map(|part| part.to_string()).unwrap_or_default();
    let parts = |date: Option<SlideDate>| {
        date.map_or_else(Default::default, |date| [date.year.to_string(), part(date.month), part(date.day)])
    };
    let mut row = Row::default();
    for (cell, number) in row.iter_mut().zip(parts(start)) {
        *cell = number;
    }
    for (cell, number) in row.iter_mut().skip(4).zip(parts(end)) {
        *cell = number;
    }
    for (cell, name) in row.iter_mut().zip(COLUMNS) {
        if let Some((_, text)) = words.iter().find(|(column, _)| *column == name) {
            *cell = guarded(text);
        }
    }
    row
}

/// A spreadsheet takes a cell that begins with one of these as a formula; a space before it makes it text.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!(" {text}") } else { text.to_owned() }
}

fn push_row(row: &Row, sheet: &mut String) {
    for (at, cell) in row.iter().enumerate() {
        sheet.push_str(if at > 0 { "," } else { "" });
        if cell.contains([',', '"', '\n', '\r']) || cell.starts_with(' ') {
            sheet.push('"');
            sheet.push_str(&cell.replace('"', "\"\""));
            sheet.push('"');
        } else {
            sheet.push_str(cell);
        }
    }
    sheet.push_str("\r\n");
}
