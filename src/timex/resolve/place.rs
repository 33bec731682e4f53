//! From an under-specified meaning to a period of the calendar.

use super::super::meaning::{Base, Meaning, Part, Tense, TimeOfDay, YearRef};
use super::super::model::{Relation, Stated};
use super::mode::Mode;
use super::nearest::{Direction, THAW_MONTH, WINTER, near, nearest};
use super::parts::{month_of, period_of, year_from_two_digits};
use super::shifted::COMPARISON_REACH;
use super::told::{Mention, Told};
use crate::calendar::{Day, Grain, Period};

/// Where the fields that an expression leaves open came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// None are open.
    Stated,
    /// The document creation time.
    Published,
    /// Another expression.
    Mention { index: usize, period: Period },
}

/// A meaning's place in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) period: Period,
    pub(super) origin: Origin,
    pub(super) is_weekend: bool,
}

/// All that the place of one expression depends on, but for the creation time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question<'a> {
    pub(super) stated: &'a Stated,
    /// All expressions of the document.
    pub(super) all: &'a [Stated],
    /// Its place among the expressions of the document.
    pub(super) index: usize,
    /// Year and month of the expression that ends the same list.
    pub(super) year_hint: Option<(YearRef, u8)>,
    /// The place of the expression before it in the same list.
    pub(super) listed_after: Option<Placed>,
    /// The month that ends the range that it begins.
    pub(super) range_end: Option<u8>,
    pub(super) mode: Mode,
    /// The date that the story is at, where it has just been told in the same paragraph.
    pub(super) beside: Option<Mention>,
    /// The year that the heading right above it names.
    pub(super) headed: Option<Mention>,
    pub(super) told: &'a Told,
}

pub(super) const fn placed(period: Period, origin: Origin) -> Placed {
    Placed { period, origin, is_weekend: false }
}

pub(super) const fn from_mention(mention: Mention) -> Origin {
    Origin::Mention { index: mention.index, period: mention.period }
}

impl Question<'_> {
    /// The place, for a document created at `now`.
    pub(super) fn place(&self, now: Option<Day>) -> Option<Placed> {
        match self.stated.meaning {
            Meaning::Calendar { year, part } => self.calendar(year, part, now),
            Meaning::Decade(tens) => Some(placed(Period::decade(tens)?, Origin::Stated)),
            Meaning::ShortDecade(digit) => self.short_decade(digit, now),
            Meaning::Century(hundreds) => Some(placed(Period::century(hundreds)?, Origin::Stated)),
            Meaning::Weekday { weekday, which } => self.weekday(weekday, which, now),
            Meaning::Shifted { unit, shift, base } => self.shifted(unit, shift, base, now),
            Meaning::TimeOnly => {
                let (day, origin) = self.day_told(now)?;
                Some(placed(Period::day(self.day_after(day, now).unwrap_or(day)), origin))
            }
            Meaning::Length(..) | Meaning::Set(_) | Meaning::Reference(_) => None,
        }
    }

    /// The last day told, else the day of the document.
    pub(super) fn day_told(&self, now: Option<Day>) -> Option<(Day, Origin)> {
        match self.told.within(Grain::Day) {
            Some(mention) => Some((mention.period.first_day(), from_mention(mention))),
            None => now.map(|now| (now, Origin::Published)),
        }
    }

    /// "It came out on Friday evening. At midday he stepped down": a time that is earlier than the one just told is of the
    /// day after. Not: "He had stepped down at midday".
    fn day_after(&self, day: Day, now: Option<Day>) -> Option<Day> {
        let told = self.told.within(Grain::Day).and_then(|told| self.all.get(told.index))?.time?;
        let next = day.plus_days(1).filter(|next| now.is_some_and(|now| *next <= now))?;
        let is_earlier = part_of_day(self.stated.time?)? < part_of_day(told)?;
        let is_told = self.stated.relation == Relation::At && self.stated.tense == Some(Tense::Past);
        (is_earlier && is_told && self.mode == Mode::News).then_some(next)
    }

    fn calendar(&self, year: YearRef, part: Part, now: Option<Day>) -> Option<Placed> {
        let (year, origin) = match year {
            YearRef::Stated(year) => (year, Origin::Stated),
            YearRef::Short(digits) => (self.short_year(digits, now), Origin::Stated),
            YearRef::Relative { shift, base: Base::Published } => {
                let now = now?;
                // "this winter", said in January, began the year before.
                let is_begun = shift == 0 && part == WINTER && now.ymd().1 < THAW_MONTH;
                (now.year() + shift - i32::from(is_begun), Origin::Published)
            }
            YearRef::Relative { shift, base: Base::Mention } => {
                let now = now.filter(|_| shift <= 0);
                let (period, origin) = self.base_period(Grain::Year, now)?;
                (period.first_year() + shift, origin)
            }
            YearRef::Relative { shift, base: Base::Passage } => {
                let (period, origin) = self.passage_period(Grain::Year, now)?;
                (period.first_year() + shift, origin)
            }
            YearRef::Last(base) => return self.beside(part, base, Direction::Before, now),
            YearRef::Next(base) => return self.beside(part, base, Direction::After, now),
            YearRef::Missing => return self.without_year(part, now),
        };
        if part == Part::SameMonth {
            let month = self.told.last_at(Grain::Month).map(|month| month.period.first_month());
            return Some(placed(period_of(year, month.map_or(Part::Whole, Part::Month))?, origin));
        }
        if part == Part::SameQuarter {
            let quarter = self.told.quarter_compared();
            let number = quarter.map(|quarter| Part::Quarter(quarter.period.index().rem_euclid(4) as u8 + 1));
            // "in May, down from the same period last year"
            let month = self.told.last_at(Grain::Month).filter(|month| {
                self.index - month.index <= COMPARISON_REACH && quarter.is_none_or(|told| told.index < month.index)
            });
            let part = month.map(|month| Part::Month(month.period.first_month())).or(number);
            return Some(placed(period_of(year, part.unwrap_or(Part::Whole))?, origin));
        }
        Some(placed(period_of(year, part)?, origin))
    }

    /// "'89" of a story of 1790 is 1789.
    fn short_year(&self, digits: u8, now: Option<Day>) -> i32 {
        let line = self.told.line().filter(|_| self.mode == Mode::Narrative).map(|line| line.period.first_year());
        match line.filter(|year| *year < LONG_AGO) {
            Some(year) => year - (year - i32::from(digits)).rem_euclid(100),
            None => year_from_two_digits(digits, now),
        }
    }

    /// A date without a year: from its list, from the last date told in a narrative, from the creation time in news.
    fn without_year(&self, part: Part, now: Option<Day>) -> Option<Placed> {
        if part == Part::SameQuarter {
            return self.same_quarter(now);
        }
        if let Part::DayOfMonth(day) = part {
            let month = self.told.within(Grain::Month)?;
            let (year, number, _) = month.period.first_day().ymd();
            return Some(placed(Period::ymd(year, number, day)?, from_mention(month)));
        }
        if let (Some((year, last_month)), Some(month)) = (self.year_hint, month_of(part)) {
            let (year, origin) = match year {
                YearRef::Stated(year) => (year, Origin::Stated),
                YearRef::Relative { shift, .. } => (now?.year() + shift, Origin::Published),
                _ => return None,
            };
            // "the winter and spring of 1920": named as the winter of a story is.
            let origin = match Period::year(year) {
                Some(period) if part == WINTER && month > last_month => {
                    Origin::Mention { index: self.index + 1, period }
                }
                _ => origin,
            };
            let year = if month > last_month { year - 1 } else { year };
            return Some(placed(period_of(year, part)?, origin));
        }
        // "on September 24 and October 1": one way in time for all of a list.
        if let Some(before) = self.listed_after.filter(|before| goes_on(before.period.grain(), part)) {
            let end = near(before.period, part)?;
            // "from October to March" ends in the year after.
            let is_before = self.stated.relation == Relation::RangeEnd && end.end_day() <= before.period.first_day();
            let end = if is_before { period_of(end.first_year() + 1, part)? } else { end };
            return Some(placed(end, before.origin));
        }
        // "was held on 19 January 2005; he had been arrested on 17 January": the month just told.
        let same_month = self.told.last_at(Grain::Day).filter(|told| {
            self.index - told.index <= SAME_MONTH_REACH && month_of(part) == Some(told.period.first_month())
        });
        if let (Part::Day(..), Some(told)) = (part, same_month) {
            return Some(placed(period_of(told.period.first_year(), part)?, from_mention(told)));
        }
        let told = self.told.line();
        if self.mode == Mode::Narrative
            && !(self.speaks_of_now() && now.is_some())
            && let Some(mention) = told
        {
            // "By summer they were many. Before the winter" is after that summer.
            let season = self.told.last_at(Grain::Season).filter(|season| {
                matches!(part, Part::Season(_))
                    && season.index > mention.index
                    && season.period.first_day() > mention.period.first_day()
            });
            let mention = season.unwrap_or(mention);
            let near = near(mention.period, part)?;
            let year = near.first_year() - i32::from(self.spans(mention.period, near));
            return Some(placed(period_of(year, part)?, from_mention(mention)));
        }
        let day = nearest(part, now?, self.direction())?;
        if let Some((next, told)) = self.next_of_story(part, day, now?) {
            return Some(placed(next, from_mention(told)));
        }
        Some(placed(day, Origin::Published))
    }

    /// Whether a range that begins with `start` and ends in the year after began the year before: "from October to
    /// March" of a story that is at February.
    fn spans(&self, told: Period, start: Period) -> bool {
        let (at, from) = (told.first_month(), start.first_month());
        let is_same_year = told.first_year() == start.first_year() && told.grain() <= Grain::Month;
        is_same_year && self.range_end.is_some_and(|end| at <= end && end < from)
    }

    /// The last such date before, or the first after, the day that `base` says.
    fn beside(&self, part: Part, base: Base, direction: Direction, now: Option<Day>) -> Option<Placed> {
        let (day, origin) = match base {
            Base::Published => (now?, Origin::Published),
            Base::Mention | Base::Passage => {
                let (period, origin) = self.base_period(Grain::Year, now)?;
                (period.first_day(), origin)
            }
        };
        // In March "last February" is not last month, which would be called so.
        let is_last_month = base == Base::Published
            && direction == Direction::Before
            && matches!(part, Part::Month(month) if month + 1 == day.ymd().1);
        let day = if is_last_month { day.plus_days(-DAYS_OF_MONTH)? } else { day };
        Some(placed(nearest(part, day, direction)?, origin))
    }

    /// Whether the clause looks on from the day of writing, also among dates of long ago: "will close in May", "has
    /// fallen since January". The present alone does not: histories are told in it.
    fn speaks_of_now(&self) -> bool {
        match self.stated.tense {
            Some(Tense::Future) => true,
            Some(Tense::Present | Tense::Perfect) => self.stated.relation == Relation::Since,
            Some(Tense::Past | Tense::Done | Tense::Conditional | Tense::Intended) | None => false,
        }
    }

    /// The way in time that the tense points.
    fn direction(&self) -> Direction {
        match self.stated.relation {
            Relation::Since => Direction::Begun,
            // "funded until December" looks ahead as often as back.
            Relation::Until if matches!(self.stated.tense, Some(Tense::Past | Tense::Perfect)) => Direction::Nearer,
            _ if self.stated.tense == Some(Tense::Intended) => Direction::Nearer,
            _ if self.is_ahead() => Direction::FutureOrNow,
            _ => match self.stated.tense {
                Some(Tense::Present) => Direction::Nearer,
                Some(Tense::Done) => Direction::Begun,
                Some(Tense::Past | Tense::Perfect) => Direction::Past,
                _ => Direction::PastOrNow,
            },
        }
    }

    /// The future tense, or a limit not yet reached: "by March", "open until Saturday".
    pub(super) fn is_ahead(&self) -> bool {
        match self.stated.tense {
            Some(Tense::Future | Tense::Conditional | Tense::Intended) => true,
            Some(Tense::Past | Tense::Done | Tense::Perfect) => false,
            Some(Tense::Present) | None => matches!(self.stated.relation, Relation::By | Relation::Until),
        }
    }

    /// The last date told at least as fine as `grain`, unless the story has moved on to another, coarser one; where
    /// nothing is told, the day of the document.
    pub(super) fn base_period(&self, grain: Grain, now: Option<Day>) -> Option<(Period, Origin)> {
        let fine = self.told.within(grain);
        let coarser = self.told.coarser_than(grain, fine);
        match (fine, coarser) {
            (Some(mention), Some(coarser))
                if mention.index < coarser.index && !coarser.period.contains(mention.period) =>
            {
                None
            }
            (Some(mention), _) => Some((mention.period, from_mention(mention))),
            (None, Some(_)) => None,
            (None, None) => now.map(|now| (Period::day(now), Origin::Published)),
        }
    }

    /// What the passage counts from: the last date told in a narrative, the day of the document in news.
    pub(super) fn passage_period(&self, grain: Grain, now: Option<Day>) -> Option<(Period, Origin)> {
        match (self.mode, now) {
            (_, Some(now)) if self.speaks_of_now() => Some((Period::day(now), Origin::Published)),
            (Mode::News, Some(now)) => Some((Period::day(now), Origin::Published)),
            _ => self.base_period(grain, now),
        }
    }

    /// The latest such decade, of those that had half gone by.
    fn short_decade(&self, digit: u8, now: Option<Day>) -> Option<Placed> {
        let (year, origin) = match self.told.within(Grain::Decade) {
            Some(mention) if self.mode == Mode::Narrative => (mention.period.first_year() + 20, from_mention(mention)),
            _ => (now?.year() - HALF_DECADE, Origin::Published),
        };
        let tens = year.div_euclid(10);
        let back = (tens - i32::from(digit)).rem_euclid(10);
        Some(placed(Period::decade(tens - back)?, origin))
    }
}

/// The parts of a day in order; where the evening ends and the night begins nobody can say.
const fn part_of_day(time: TimeOfDay) -> Option<u8> {
    Some(match time {
        TimeOfDay::Morning | TimeOfDay::Clock { hour: ..12, .. } => 0,
        TimeOfDay::Midday | TimeOfDay::Clock { hour: 12, .. } => 1,
        TimeOfDay::Afternoon | TimeOfDay::Clock { hour: ..17, .. } => 2,
        TimeOfDay::Evening | TimeOfDay::Night | TimeOfDay::Clock { .. } => 3,
        TimeOfDay::Daytime => return None,
    })
}

/// So many days before its end no month is over.
const DAYS_OF_MONTH: i32 = 31;

/// Before this year two digits are those of the story's own century, not of the reader's.
const LONG_AGO: i32 = 1900;

/// Expressions between two days of one month.
const SAME_MONTH_REACH: usize = 1;

/// "the '20s" of an article of 2021 are those of a hundred years before; "the '90s" of one of 1998 its own.
const HALF_DECADE: i32 = 5;

/// Finer than a year, so that a list goes on in the same. The day after "the fourth quarter ended" is of no list.
fn goes_on(grain: Grain, part: Part) -> bool {
    match grain {
        Grain::Quarter => matches!(part, Part::Quarter(_)),
        _ => grain <= Grain::Month || grain == Grain::Season,
    }
}
