//! Headings inside the story, and what is left over at its end.

use super::sheet::Sheet;
use super::{Aside, BlockKind, Role, shape};
use crate::gather::Gather;

/// So many short lines in a row are a list, which is part of the story.
const LIST_LINES: usize = 3;
/// So many short lines at the very end are titles of other articles.
const LEFTOVER_LINES: usize = 2;
/// And have at least so many words: "Injured: 74" is the end of a list.
const LEFTOVER_WORDS: usize = 3;

/// Gives short lines before a paragraph the role of headings; a run of them is a list, or the page's leftovers.
pub(super) fn mark(sheet: &mut Sheet) {
    let open: Vec<usize> = (0..sheet.lines.len()).filter(|index| sheet.is_open(*index)).gather();
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut run = Vec::new();
    for index in &open {
        if is_page_heading(sheet, *index) {
            sheet.assign(*index, Role::Heading);
        } else if is_candidate(sheet, *index) {
            run.push(*index);
            continue;
        }
        runs.push(std::mem::take(&mut run));
    }
    for run in runs.iter().filter(|run| (1..LIST_LINES).contains(&run.len())) {
        run.iter().for_each(|index| sheet.assign(*index, Role::Heading));
    }
    let has_story = run.len() < open.len();
    let are_titles = run.iter().all(|index| sheet.lines.get(*index).is_some_and(|line| line.words >= LEFTOVER_WORDS));
    if has_story && are_titles && run.len() >= LEFTOVER_LINES {
        run.iter().for_each(|index| sheet.assign(*index, Role::Aside(Aside::Links)));
    }
}

fn is_page_heading(sheet: &Sheet, index: usize) -> bool {
    let kind = sheet.lines.get(index).and_then(|line| line.kind);
    matches!(kind, Some(BlockKind::Heading(_))) || sheet.line_text(index).starts_with("##")
}

fn is_candidate(sheet: &Sheet, index: usize) -> bool {
    let kind = sheet.lines.get(index).and_then(|line| line.kind);
    matches!(kind, None | Some(BlockKind::Paragraph)) && shape::is_heading_like(sheet.line_text(index))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(text: &str) -> Vec<Option<Role>> {
        let mut sheet = Sheet::from_text(text.to_owned());
        mark(&mut sheet);
        sheet.lines.iter().map(|line| line.role).collect()
    }

    #[test]
    fn a_short_line_before_a_paragraph_is_a_heading() {
        let text = "The ferry sank.\nWhat did the crew say?\nThe crew said nothing.\nNorway\nNorway sent a ship.";
        assert_eq!(roles(text), [None, Some(Role::Heading), None, Some(Role::Heading), None]);
    }

    #[test]
    fn a_run_of_short_lines_is_a_list() {
        let text = "The ships were lost:\nThe Anna in Oslo\nThe Berta in Bergen\nThe Clara in Narvik\nNone was found.";
        assert_eq!(roles(text), [None; 5]);
    }

    #[test]
    fn short_lines_at_the_end_are_leftovers() {
        let links = Some(Role::Aside(Aside::Links));
        assert_eq!(roles("The ferry sank.\nDead: 4\nInjured: 74"), [None; 3]);
        assert_eq!(roles("The ferry sank.\nStorm hits Bergen\nPort to close"), [None, links, links]);
    }
}
