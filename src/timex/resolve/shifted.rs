//! Expressions counted from a date: "two years later", "a year earlier", "the same quarter".

use super::super::finder::COUNTED;
use super::super::meaning::{Base, Unit};
use super::super::model::Relation;
use super::containing;
use super::mode::Mode;
use super::place::{Origin, Placed, Question, from_mention, placed};
use super::told::Mention;
use crate::calendar::{Day, Grain, Period};

impl Question<'_> {
    pub(super) fn shifted(&self, unit: Unit, shift: i32, base: Base, now: Option<Day>) -> Option<Placed> {
        let grain = unit.grain()?;
        if unit == Unit::Weekend && base == Base::Passage {
            return self.nearest_weekend(now?);
        }
        if let Some(quarter) = self.quarter_of_comparison(unit, shift) {
            return Some(quarter);
        }
        let (period, origin) = match base {
            Base::Published => (containing(now?, unit)?, Origin::Published),
            // "The new one opens in November. Sales fell from a year earlier": than now.
            Base::Mention
                if self.is_comparison(unit, shift)
                    && let (Some(now), Some(told)) = (now, self.told.within(grain))
                    && self.is_yet_to_come(told, now) =>
            {
                (containing(now, unit)?, Origin::Published)
            }
            Base::Mention => {
                // "Yesterday he said that it had gone on since 2005. The same day": what was told between is older.
                if let Some(told) = self.told.within(grain).filter(|told| shift == 0 && !self.told.has_passed(*told)) {
                    return Some(placed(told.period.widened(grain), from_mention(told)));
                }
                // "the next day" goes on from something told; the day of the document is none.
                let now = now.filter(|_| shift <= 0);
                let (period, origin) = self.base_period(grain, now)?;
                // "A week earlier" than a day is a day, and so is "a week later"; "nearly a week later", "the week before" and
                // "two weeks later" are weeks.
                let is_plain_week = unit == Unit::Week && shift.abs() == 1 && self.stated.modifier.is_none();
                if is_plain_week && self.stated.rule == COUNTED && period.grain() == Grain::Day {
                    return Some(placed(period.shifted(shift * 7)?, origin));
                }
                (period.widened(grain), origin)
            }
            Base::Passage => {
                let (period, origin) = self.passage_period(grain, now)?;
                (period.widened(grain), origin)
            }
        };
        Some(Placed { period: period.shifted(shift)?, origin, is_weekend: unit == Unit::Weekend })
    }

    /// "the quarter": the one just told of, else the last that is over.
    pub(super) fn same_quarter(&self, now: Option<Day>) -> Option<Placed> {
        let told = self.told.quarter().filter(|quarter| self.index - quarter.index <= QUARTER_REACH);
        // "by the end of the quarter" is ahead.
        let present = now.map(|now| Period::containing(now, Grain::Quarter));
        match (told, now) {
            _ if let (Relation::By, Some(present)) = (self.stated.relation, present) => {
                Some(placed(present, Origin::Published))
            }
            (Some(quarter), _) => Some(placed(quarter.period, from_mention(quarter))),
            (None, Some(now)) => Some(placed(Period::containing(now, Grain::Quarter).shifted(-1)?, Origin::Published)),
            (None, None) => None,
        }
    }

    /// "a year earlier"
    pub(super) fn is_comparison(&self, unit: Unit, shift: i32) -> bool {
        self.stated.rule == COUNTED && unit == Unit::Year && shift == -1
    }

    /// Whether a date told is yet to come.
    pub(super) fn is_yet_to_come(&self, told: Mention, now: Day) -> bool {
        self.mode == Mode::News && told.period.first_day() > now
    }

    /// "a year earlier" soon after a quarter is that quarter of the year before.
    pub(super) fn quarter_of_comparison(&self, unit: Unit, shift: i32) -> Option<Placed> {
        let quarter = self.told.quarter_compared().filter(|_| self.is_comparison(unit, shift))?;
        let is_recent = self.index - quarter.index <= COMPARISON_REACH;
        let period = quarter.period.shifted(-4).filter(|_| is_recent)?;
        Some(placed(period, from_mention(quarter)))
    }
}

/// Expressions between a quarter and what is compared with it.
pub(super) const COMPARISON_REACH: usize = 4;

/// Expressions from a quarter reported to "the quarter": an article reports on one.
const QUARTER_REACH: usize = 12;
