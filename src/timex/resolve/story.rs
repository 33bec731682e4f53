//! Whether a story goes on from a date, by where that stands in the text.
//!
//! A date at the start of a sentence or paragraph moves the story anywhere, one inside a sentence only on. "They met in May
//! 1943, at a house bought in March 1921. In June" is June 1943.

use super::super::meaning::{Base, Meaning, Part, Unit, YearRef};
use super::super::model::{Relation, Stated};
use super::mode::Mode;
use super::place::{Origin, Placed};
use super::told::Told;
use super::{has_end, signs};
use crate::calendar::Grain;
use crate::text::phrase::holds;

/// An expression in its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step<'a> {
    pub(super) text: &'a str,
    pub(super) one: &'a Stated,
    /// Whether it is the first expression of its paragraph.
    pub(super) opens_paragraph: bool,
}

impl Step<'_> {
    /// Whether the story goes on from this date.
    pub(super) fn moves_story(self, placed: Placed, told: &Told, mode: Mode) -> bool {
        let is_calendar = matches!(self.one.meaning, Meaning::Calendar { .. });
        // A season takes its year from the story and gives it none.
        let is_season = matches!(self.one.meaning, Meaning::Calendar { year: YearRef::Missing, part: Part::Season(_) });
        if !tells_on(self.one.meaning) || is_season || mode == Mode::Narrative && placed.origin == Origin::Published {
            return false;
        }
        let ahead = || told.line().map(|line| placed.period.first_year() - line.period.first_year());
        // What lasted "from 1965 to November 1968" goes on from its start.
        let is_year = placed.period.grain() >= Grain::Year;
        if self.one.relation == Relation::RangeEnd && !is_year && ahead().is_some_and(|years| years > 1) {
            return false;
        }
        if self.leads_sentence() {
            return true;
        }
        if self.is_in_brackets() {
            return false;
        }
        // A bare year inside a sentence is often an aside ("declassified in 2005"), but seldom the first of a paragraph ("The
        // armies met in 1781 at Yorktown. In September"); "the following year" is none.
        if is_year && is_calendar {
            let is_near = || ahead().is_none_or(|years| years.abs() <= NEAR_YEARS);
            return self.opens_paragraph && is_near() && !is_inserted(self.text_before());
        }
        self.opens_paragraph || ahead().is_none_or(|years| years >= 0)
    }

    /// Whether the expression stands at the start of its sentence.
    pub(super) fn leads_sentence(self) -> bool {
        let before = self.text_before();
        let leads =
            before.len() == self.one.span.start || has_end(before, const { signs(b".!?\n\":") }) || holds(before, "”");
        leads && !is_inserted(before)
    }

    /// Whether a bracket opens shortly before the expression: "(as of December 5, 2006)".
    fn is_in_brackets(self) -> bool {
        let before = self.text_before();
        before.bytes().rev().find(|byte| matches!(byte, b'(' | b')')) == Some(b'(')
    }

    /// Whether somebody speaks in whose words it stands.
    pub(super) fn is_quoted(self) -> bool {
        let before = self.last_bytes(QUOTATION_BYTES).as_bytes();
        let start = before.iter().rposition(|byte| *byte == b'\n').unwrap_or(0);
        let line = before.get(start..).unwrap_or_default();
        let is_curved = |bytes: &&[u8]| matches!(bytes, [0xe2, 0x80, 0x9c | 0x9d]);
        let plain = line.iter().filter(|byte| **byte == b'"').count();
        (plain + line.windows("“".len()).filter(is_curved).count()) % 2 == 1
    }

    /// The last bytes before the expression.
    fn text_before(&self) -> &str {
        self.last_bytes(LEAD_BYTES)
    }

    fn last_bytes(&self, count: usize) -> &str {
        let start = self.one.span.start;
        let from = (start.saturating_sub(count)..=start).find(|at| self.text.is_char_boundary(*at)).unwrap_or(start);
        self.text.get(from..start).unwrap_or_default()
    }
}

/// "Its captain, born in 1890, had": behind a comma of its sentence and more than a preposition.
/// Not: "In France, in 1944, they".
fn is_inserted(before: &str) -> bool {
    let mut spaces = 0;
    for byte in before.bytes().rev() {
        match byte {
            b',' => return spaces > SPACES_OF_PREPOSITION,
            b'.' | b'!' | b'?' | b'\n' | b'"' | b':' => return false,
            _ => spaces += usize::from(byte == b' '),
        }
    }
    false
}

/// Bytes between the start of a sentence and a date that leads it: "By the end of 1944".
const LEAD_BYTES: usize = 32;

/// Spaces around a preposition behind a comma.
const SPACES_OF_PREPOSITION: usize = 2;

/// Bytes from the start of a quotation to a date in it; what is longer ago is taken to be closed.
const QUOTATION_BYTES: usize = 400;

/// A year that many from the last one told is a step of the story; farther ones are asides.
const NEAR_YEARS: i32 = 5;

/// What a story can go on from: a date of the calendar, "the following year", "two years later".
const fn tells_on(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Calendar { .. } => true,
        Meaning::Shifted { unit: Unit::Year, shift, base: Base::Mention } => shift > 0,
        _ => false,
    }
}
