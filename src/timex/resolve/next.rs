//! The next day of a story that is told long after.

use super::super::meaning::{Meaning, Part, Tense, YearRef};
use super::super::model::{Relation, Stated};
use super::nearest::near;
use super::parts::period_of;
use super::place::Question;
use super::told::Mention;
use crate::calendar::{Day, Grain, Period};
use crate::text::phrase::holds;

/// A story goes on from a day over so many expressions.
const STORY_REACH: usize = 3;

/// And so it does, a little, from the last date of an earlier year.
const PAST_REACH: usize = 8;

/// Of the next days only.
const NEXT_DAYS: i32 = 21;

/// What comes next in it mostly comes within so many days.
const SOON_DAYS: i32 = 45;

/// What lies so far ahead in one year may be anywhere in it.
const DAYS_OF_YEAR: i32 = 366;

/// News seldom tell by the day what is longer past, without its year.
const NEWS_DAYS: i32 = 60;

/// A heading is at most so long.
const HEADING_BYTES: usize = 80;

/// "What happened in 2019?" on a line of its own, right above the paragraph that `one` stands in: the year.
pub(super) fn heading_year(text: &str, before: &Stated, one: &Stated) -> Option<Period> {
    let Meaning::Calendar { year: YearRef::Stated(year), part: Part::Whole } = before.meaning else { return None };
    let (rest, under) = text.get(before.span.end..one.span.start)?.split_once('\n')?;
    let line = text.get(..before.span.start)?;
    let line = line.rsplit_once('\n').map_or(line, |(_, line)| line);
    let is_heading = matches!(rest.trim(), "" | "?" | ":") && line.len() <= HEADING_BYTES && !holds(line, ". ");
    (is_heading && !under.trim_start().contains('\n')).then(|| Period::year(year)).flatten()
}

impl Question<'_> {
    /// "They were found guilty in April 2014. In July the papers were withdrawn.": a month or a day that goes on, upwards,
    /// from a date of an earlier year just told in the paragraph; what lies in the month just told; what goes on from one that
    /// went on. Not: "They were found guilty in April 2014. On 3 July they met", told in that July.
    fn next_of_paragraph(&self, part: Part, day: Period, now: Day) -> Option<(Period, Mention)> {
        let told = self.beside.filter(|told| {
            told.period.grain() <= Grain::Month && told.period.first_year() < now.year() && self.is_past()
        })?;
        let next = period_of(told.period.first_year(), part)?;
        let is_within = told.period.contains(next) && told.period != next && self.index - told.index == 1;
        let is_sure = is_within || self.told.has_gone_on() || is_long_past(day, now);
        // The days of a year are many: far from the last one news mean their own.
        let reach = match part {
            Part::Month(_) => DAYS_OF_YEAR,
            Part::Day(..) if self.told.has_gone_on() => DAYS_OF_YEAR,
            Part::Day(..) => SOON_DAYS,
            _ => return None,
        };
        let ahead = next.first_day().days_since(told.period.first_day());
        (is_sure && (0..=reach).contains(&ahead)).then_some((next, told))
    }

    /// Whether the verb tells what was on the day itself.
    fn is_past(&self) -> bool {
        match self.stated.relation {
            Relation::At => matches!(self.stated.tense, Some(Tense::Past | Tense::Done) | None),
            // "had been questioned through the night of 5 November"
            Relation::Until | Relation::During => self.stated.tense == Some(Tense::Done),
            _ => false,
        }
    }

    /// "On 14 February 2017 the ground shook. … On 2 March she raised the alert", told more than a year later: the day that
    /// comes soon after the one just told, or lies in the season just told, where the one before the publication is long
    /// past too.
    pub(super) fn next_of_story(&self, part: Part, day: Period, now: Day) -> Option<(Period, Mention)> {
        if let Some(headed) = self.headed.filter(|told| told.period.first_year() < now.year() && self.is_past()) {
            return Some((period_of(headed.period.first_year(), part)?, headed));
        }
        if let Some(next) = self.next_of_paragraph(part, day, now) {
            return Some(next);
        }
        let is_day = matches!(part, Part::Day(..)) && self.is_past() && is_long_past(day, now);
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

fn is_long_past(day: Period, now: Day) -> bool {
    now.days_since(day.first_day()) > NEWS_DAYS
}

#[cfg(test)]
mod tests {
    use crate::timex::{Anchor, find, resolve};

    #[test]
    fn a_heading_that_names_a_year_dates_the_paragraph_under_it() {
        let values = |text: &str| -> Vec<String> {
            let anchor = Anchor { published: "2024-12-06".parse().ok() };
            resolve(text, &find(text), &anchor).into_iter().map(|timex| timex.value).collect()
        };
        let asked = "They met on Monday.\n\nWhat happened in 2019?\n\nThe fire started on April 15 and spread.";
        assert_eq!(values(asked), ["2024-12-02", "2019", "2019-04-15"]);
        let farther = "What happened in 2019?\n\nNobody knows.\n\nThe fire started on April 15 and spread.";
        assert_eq!(values(farther), ["2019", "2024-04-15"]);
        let ahead = "What happened in 2019?\n\nThe judges will rule on April 15.";
        assert_eq!(values(ahead), ["2019", "2025-04-15"]);
    }
}
