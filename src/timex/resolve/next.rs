//! The next day of a story that is told long after.

use super::super::meaning::{Part, Tense};
use super::super::model::Relation;
use super::nearest::near;
use super::place::Question;
use super::told::Mention;
use crate::calendar::{Day, Grain, Period};

/// A story goes on from a day over so many expressions.
const STORY_REACH: usize = 3;

/// And so it does, a little, from the last date of an earlier year.
const PAST_REACH: usize = 8;

/// Of the next days only.
const NEXT_DAYS: i32 = 21;

/// What comes next in it mostly comes within so many days.
const SOON_DAYS: i32 = 45;

/// News seldom tell by the day what is longer past, without its year.
const NEWS_DAYS: i32 = 60;

impl Question<'_> {
    /// "On 14 February 2017 the ground shook. … On 2 March she raised the alert", told more than a year later: the day that
    /// comes soon after the one just told, or lies in the season just told, where the one before the publication is long
    /// past too.
    pub(super) fn next_of_story(&self, part: Part, day: Period, now: Day) -> Option<(Period, Mention)> {
        let is_past =
            matches!(self.stated.tense, Some(Tense::Past | Tense::Done) | None) && self.stated.relation == Relation::At;
        let is_long_past = now.days_since(day.first_day()) > NEWS_DAYS;
        let is_day = matches!(part, Part::Day(..)) && is_past && is_long_past;
        let within = |told: &Mention, reach: usize| is_day && self.index - told.index <= reach;
        let last = self.told.last_at(Grain::Day).filter(|told| within(told, STORY_REACH));
        let past = self.told.past().filter(|told| within(told, PAST_REACH));
        [(last, SOON_DAYS), (past, NEXT_DAYS)].into_iter().find_map(|(told, soon)| {
            let told = told.filter(|told| told.period.first_year() < now.year())?;
            let next = near(told.period, part)?;
            let ahead = next.first_day().days_since(told.period.first_day());
            let is_next = match told.period.grain() {
                Grain::Day => (1..=soon).contains(&ahead),
                _ => self.index - told.index <= STORY_REACH && ahead >= 0 && next.first_day() < told.period.end_day(),
            };
            is_next.then_some((next, told))
        })
    }
}
