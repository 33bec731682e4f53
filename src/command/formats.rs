//! The forms in which `eraline extract` prints a timeline.

use std::io::{self, IsTerminal};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::ValueEnum;

use eraline::calendar::Day;
use eraline::event::Note;
use eraline::interchange::{
    icalendar_from_chronology, json_ld_from_chronology, markwhen_from_chronology, timelinejs_from_chronology,
    timelinejs_sheet,
};
use eraline::outline;

use super::problems::note;
use super::story::Story;
use super::table::table;

/// How to print a timeline.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    /// The timeline document, which <era-line> takes.
    Json,
    /// One event a line: date, headline, ids of the articles that tell it.
    Table,
    /// The list of events as HTML, to stand inside <era-line> where scripts are off.
    Html,
    /// The JSON of TimelineJS.
    Timelinejs,
    /// The spreadsheet of TimelineJS, as comma-separated values.
    Csv,
    /// Markwhen text.
    Markwhen,
    /// A calendar file (iCalendar).
    Ics,
    /// JSON-LD in the words of schema.org.
    JsonLd,
}

/// The story in this form; only the timeline document holds texts to leave out. What has no place in the form is said on
/// standard error.
pub(crate) fn printed(story: Story, format: Format, without_texts: bool) -> String {
    let chronology = &story.chronology;
    let (text, left_out) = match format {
        Format::Json => {
            let document = story.into_document();
            let document = if without_texts { document.without_texts() } else { document };
            return document.to_json_string();
        }
        Format::Table => (table(chronology, terminal_width()), Vec::new()),
        Format::Html => (outline::html(&outline::list(chronology)), Vec::new()),
        Format::Timelinejs => {
            let (json, notes) = timelinejs_from_chronology(chronology);
            (with_line_break(json.to_json_string()), notes)
        }
        Format::Csv => timelinejs_sheet(chronology),
        Format::Markwhen => markwhen_from_chronology(chronology),
        Format::Ics => icalendar_from_chronology(chronology, today()),
        Format::JsonLd => (with_line_break(json_ld_from_chronology(chronology).to_json_string()), Vec::new()),
    };
    left_out.iter().for_each(|Note { message, .. }| note("the timeline", message));
    text
}

fn with_line_break(mut text: String) -> String {
    text.push('\n');
    text
}

fn terminal_width() -> Option<usize> {
    let (width, _) = terminal_size::terminal_size_of(io::stdout())?;
    io::stdout().is_terminal().then_some(width.0.into())
}

/// Today by the machine's clock, in coordinated universal time: a calendar file says when it was made.
fn today() -> Day {
    const SECONDS_OF_A_DAY: u64 = 86_400;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let days = i32::try_from(seconds / SECONDS_OF_A_DAY).unwrap_or(0);
    Day::EPOCH.plus_days(days).unwrap_or(Day::EPOCH)
}
