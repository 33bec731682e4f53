//! A chronology as a table: one event a line with its date, headline and sources.

use eraline::calendar::LabelLength;
use eraline::event::{Chronology, Event};

/// Wider columns are cut, so that one long date or list of sources does not squeeze the headlines.
const WIDEST_DATE: usize = 24;
const WIDEST_SOURCES: usize = 20;
/// Headlines get at least so much, however narrow the terminal.
const NARROWEST_HEADLINE: usize = 24;
/// Between columns.
const GAP: &str = "  ";

struct Row {
    date: String,
    headline: String,
    sources: String,
}

/// The table; lines are cut to `width_chars` where there is one. Undated events follow after a blank line.
pub(crate) fn table(chronology: &Chronology, width_chars: Option<usize>) -> String {
    let row = |event: &Event| Row {
        date: event.date_label(LabelLength::Short),
        headline: one_line(&event.headline),
        sources: sources(chronology, event),
    };
    let dated: Vec<Row> = chronology.events.iter().map(row).collect();
    let undated: Vec<Row> = chronology.undated.iter().map(row).collect();
    let rows = || dated.iter().chain(&undated);
    let widest = |column: fn(&Row) -> &str| rows().map(|row| column(row).chars().count()).max().unwrap_or(0);
    let mut date_chars = widest(|row| &row.date);
    let mut headline_chars = widest(|row| &row.headline);
    let mut sources_chars = widest(|row| &row.sources);
    if let Some(width) = width_chars {
        date_chars = date_chars.min(WIDEST_DATE);
        sources_chars = sources_chars.min(WIDEST_SOURCES);
        let rest = width.saturating_sub(date_chars + sources_chars + 2 * GAP.len());
        headline_chars = headline_chars.min(rest.max(NARROWEST_HEADLINE));
    }
    let mut lines = String::new();
    for (index, row) in rows().enumerate() {
        if index == dated.len() && index > 0 {
            lines.push('\n');
        }
        let line =
            [fitted(&row.date, date_chars), fitted(&row.headline, headline_chars), fitted(&row.sources, sources_chars)];
        lines.push_str(line.join(GAP).trim_end());
        lines.push('\n');
    }
    lines
}

/// The ids of the articles that tell an event, each once, in the order of its mentions.
fn sources(chronology: &Chronology, event: &Event) -> String {
    let mut ids: Vec<&str> = Vec::new();
    for mention in &event.mentions {
        let Some(article) = chronology.articles.get(mention.article) else { continue };
        if !ids.contains(&article.id.as_str()) {
            ids.push(&article.id);
        }
    }
    ids.join(" ")
}

/// Padded to `chars`, or cut with an ellipsis.
fn fitted(text: &str, chars: usize) -> String {
    if text.chars().count() <= chars {
        return format!("{text:chars$}");
    }
    let kept: String = text.chars().take(chars.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_padded_or_cut() {
        assert_eq!(fitted("1979", 6), "1979  ");
        assert_eq!(fitted("Sowjetunion", 7), "Sowjet…");
        assert_eq!(fitted("a bc", 3), "a…");
    }
}
