//! Which day a weekday means, and which days the weekend.

use super::super::meaning::{Tense, Which};
use super::super::model::Relation;
use super::mode::Mode;
use super::place::{Origin, Placed, Question, from_mention, placed};
use crate::calendar::{Day, Grain, Period, Weekday};

impl Question<'_> {
    /// The day that a weekday means, for a document created at `now`.
    pub(super) fn weekday(&self, weekday: Weekday, which: Which, now: Option<Day>) -> Option<Placed> {
        let back = |from: Day| i32::from((from.weekday().iso_number() + 7 - weekday.iso_number()) % 7);
        let forth = |from: Day| i32::from((weekday.iso_number() + 7 - from.weekday().iso_number()) % 7);
        let (day, origin) = match which {
            Which::Previous | Which::Following => {
                let (from, origin) = self.day_told(now)?;
                let shift = if which == Which::Following { nonzero(forth(from)) } else { -nonzero(back(from)) };
                (from.plus_days(shift)?, origin)
            }
            Which::OfWeek(shift) => {
                let week = Period::containing(now?, Grain::Week).shifted(shift.into())?;
                (week.first_day().plus_days(i32::from(weekday.iso_number()) - 1)?, Origin::Published)
            }
            Which::Away(count) => {
                let now = now?;
                let (nearest, beyond) =
                    if count < 0 { (-nonzero(back(now)), count + 1) } else { (nonzero(forth(now)), count - 1) };
                (now.plus_days(nearest + 7 * i32::from(beyond))?, Origin::Published)
            }
            Which::Last => {
                // On a Thursday "last Wednesday" is not yesterday, which would be called so.
                let days = nonzero(back(now?));
                (now?.plus_days(-if days == 1 { 8 } else { days })?, Origin::Published)
            }
            Which::Next | Which::This => (now?.plus_days(nonzero(forth(now?)))?, Origin::Published),
            Which::Nearest => {
                // "from Monday to Friday": the end comes after the start.
                if let Some(start) = self.listed_after.filter(|start| start.period.grain() == Grain::Day) {
                    let from = start.period.first_day();
                    let next = from.plus_days(nonzero(forth(from)))?;
                    // "on Wednesday and Monday", told in the past tense, goes back, and so does "Friday and Thursday".
                    let is_past = matches!(self.stated.tense, Some(Tense::Past | Tense::Done));
                    let is_back = self.stated.relation != Relation::RangeEnd
                        && (back(from) == 1 || is_past && now.is_some_and(|now| from < now && now < next));
                    if !is_back {
                        return Some(placed(Period::day(next), start.origin));
                    }
                }
                let told = self.told.within(Grain::Day).filter(|told| self.index - told.index <= WEEKDAY_REACH);
                if let (Mode::Narrative, Some(mention)) = (self.mode, told) {
                    let told = mention.period.first_day();
                    return Some(placed(Period::day(told.plus_days(forth(told))?), from_mention(mention)));
                }
                let now = now?;
                let is_ahead = self.is_ahead() && self.stated.relation != Relation::Since;
                let shift = if is_ahead { forth(now) } else { -back(now) };
                (now.plus_days(shift)?, Origin::Published)
            }
        };
        Some(placed(Period::day(day), origin))
    }

    /// "the weekend": the one just past, on Saturday and Sunday this one, with the future tense the one to come. On
    /// Friday only the past tense tells of the last.
    pub(super) fn nearest_weekend(&self, now: Day) -> Option<Placed> {
        let is_past = match self.stated.tense {
            Some(Tense::Future) => false,
            Some(Tense::Past | Tense::Done) => now.weekday() < Weekday::Saturday,
            _ => now.weekday() < Weekday::Friday,
        };
        let week = Period::containing(now, Grain::Week).shifted(if is_past { -1 } else { 0 })?;
        Some(Placed { period: week, origin: Origin::Published, is_weekend: true })
    }
}

/// Expressions between a day told and a weekday that follows it.
const WEEKDAY_REACH: usize = 2;

const fn nonzero(days: i32) -> i32 {
    if days == 0 { 7 } else { days }
}
