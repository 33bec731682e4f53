//! Text wrapped at a fixed width, as in mail and old archives: which line ends are only wrapping.

use crate::gather::Gather;
use crate::text::{TextSpan, is_small};

/// A wrapped line has at least so many bytes; shorter ones are headings, verse, lists.
const NARROWEST_WRAP: usize = 40;
/// And at most so many: a longer line is a paragraph.
const WIDEST_WRAP: usize = 130;
/// A text counts as wrapped where at least one line end in so many goes on in lower case.
const ONE_IN: usize = 5;
/// And there are at least so many of these.
const FEWEST: usize = 2;
/// A line shorter than this share of the widest ends its paragraph (in hundredths).
const FULL_LINE_PERCENT: usize = 60;

/// For each row, whether the next one continues it.
pub(super) fn joins(text: &str, rows: &[TextSpan]) -> Vec<bool> {
    let pairs = || rows.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)));
    let touching = pairs().filter(|(row, next)| !row.is_empty() && !next.is_empty()).count();
    let going_on = pairs().filter(|(row, next)| goes_on_in_lower_case(text, *row, *next)).count();
    let is_wrapped = going_on >= FEWEST && going_on * ONE_IN >= touching;
    if !is_wrapped {
        return vec![false; rows.len()];
    }
    let widest = rows.iter().map(|row| row.len()).filter(|len| *len <= WIDEST_WRAP).max().unwrap_or(0);
    let mut joins: Vec<bool> = pairs().map(|(row, next)| continues(text, row, next, widest)).gather();
    joins.push(false);
    joins
}

/// The text with each joining line end turned into as many spaces.
pub(super) fn joined(text: String, rows: &[TextSpan], joins: &[bool]) -> String {
    if !joins.contains(&true) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (pair, _) in rows.windows(2).zip(joins).filter(|(_, join)| **join) {
        let (Some(row), Some(next)) = (pair.first(), pair.get(1)) else { continue };
        out.push_str(text.get(done..row.end).unwrap_or_default());
        let gap = text.get(row.end..next.start).unwrap_or_default();
        out.extend(gap.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
        done = next.start;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

fn goes_on_in_lower_case(text: &str, row: TextSpan, next: TextSpan) -> bool {
    (NARROWEST_WRAP..=WIDEST_WRAP).contains(&row.len())
        && !row.of(text).ends_with(['.', '!', '?', ':'])
        && next.of(text).starts_with(is_small)
}

fn continues(text: &str, row: TextSpan, next: TextSpan, widest: usize) -> bool {
    let is_full = row.len() * 100 >= widest * FULL_LINE_PERCENT && row.len() <= WIDEST_WRAP;
    let is_rule = |span: TextSpan| !span.of(text).contains(char::is_alphanumeric);
    is_full
        && !next.is_empty()
        && !is_rule(row)
        && !is_rule(next)
        && !is_indented(text, next)
        && !opens_item(text, next)
}

/// Two spaces or a tab before a line open a paragraph in such texts.
fn is_indented(text: &str, row: TextSpan) -> bool {
    let before = text.get(..row.start).unwrap_or_default();
    before.ends_with("  ") || before.ends_with('\t')
}

fn opens_item(text: &str, row: TextSpan) -> bool {
    row.of(text).starts_with(['-', '*', '•', '#', '–', '—'])
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Sheet;

    fn lines(text: &str) -> Vec<String> {
        let sheet = Sheet::from_text(text.to_owned());
        assert_eq!(sheet.text.len(), text.len(), "offsets count in what was pasted");
        sheet.lines.iter().map(|line| line.span.of(&sheet.text).to_owned()).collect()
    }

    #[test]
    fn paragraphs_wrapped_at_a_width_become_one_line_each() {
        let text = "Ferry sinks\n\nThe ferry left the harbour on Friday with more than\nforty people on board and sank within the hour, the\ncoast guard said.\n\nDivers found the wreck a week later at a depth of\nsixty metres.\n";
        assert_eq!(lines(text).len(), 3);
        assert!(lines(text)[1].ends_with("within the hour, the coast guard said."));
    }

    #[test]
    fn one_paragraph_a_line_stays_so() {
        let text = "The ferry left the harbour on Friday.\nIt sank within the hour.\nDivers found it.";
        assert_eq!(lines(text).len(), 3);
    }

    #[test]
    fn carriage_returns_and_byte_order_marks_belong_to_no_line() {
        assert_eq!(lines("\u{feff}One.\r\nTwo.\r\n"), ["One.", "Two."]);
        assert_eq!(lines("One.\rTwo."), ["One.", "Two."]);
    }
}
