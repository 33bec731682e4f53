//! What an expression says before anything is filled in.
//!
//! A language's rules give a [`Meaning`]; `resolve` turns it into a date. Nothing here knows a word.

use crate::calendar::{Grain, Weekday};

/// A unit that lengths and shifts are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say all")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    /// Saturday and Sunday, named by their week.
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The calendar grain of the unit; `None` for hours and less, and for millennia.
    #[must_use]
    pub const fn grain(self) -> Option<Grain> {
        Some(match self {
            Self::Day => Grain::Day,
            Self::Weekend | Self::Week => Grain::Week,
            Self::Month => Grain::Month,
            Self::Quarter => Grain::Quarter,
            Self::Half => Grain::Half,
            Self::Year => Grain::Year,
            Self::Decade => Grain::Decade,
            Self::Century => Grain::Century,
            Self::Second | Self::Minute | Self::Hour | Self::Millennium => return None,
        })
    }
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Amount {
    /// A whole number.
    Count(u32),
    /// Tenths: 25 is "two and a half".
    Tenths(u32),
    /// "several", "a few", a bare plural.
    Vague,
}

/// What a relative expression counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Base {
    /// The document creation time: "last year", "two years ago".
    Published,
    /// The last date told: "a decade later", "that year".
    Mention,
    /// Whichever of the two the passage counts from: "the end of the month".
    Passage,
}

/// The year of a calendar date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearRef {
    /// Written out; astronomical, so 44 BCE is -43.
    Stated(i32),
    /// Its last two digits.
    Short(u8),
    /// Not said: "in August".
    Missing,
    /// So many years from the base: "August four years ago", "October of that year".
    Relative {
        /// Years, negative for the past.
        shift: i32,
        /// Counted from.
        base: Base,
    },
    /// The last one before: "last August", "the previous April".
    Last(Base),
    /// The first one after: "next March", "the following spring".
    Next(Base),
}

/// The part of the year that a calendar date names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// All of it.
    Whole,
    /// 1 or 2.
    Half(u8),
    /// 1 to 4.
    Quarter(u8),
    /// A quarter not numbered: "the year-ago quarter".
    SameQuarter,
    /// A month not named: "the same month a year ago".
    SameMonth,
    /// 0 spring to 3 winter.
    Season(u8),
    /// 1 to 12.
    Month(u8),
    /// Month and day.
    Day(u8, u8),
    /// A day of a month not named: "the 15th".
    DayOfMonth(u8),
    /// A week of a month, 1 to 5, 0 for the last: "the first week of May".
    WeekOf(u8, u8),
    /// The week that holds a day: "the week of 14 November".
    WeekOfDay(u8, u8),
    /// A weekday of a month, 1 to 5, 0 for the last: "the last Monday of May".
    NthWeekday(u8, Weekday, u8),
    /// The day after such a weekday: "Election Day" is the day after the first Monday of November.
    AfterNthWeekday(u8, Weekday, u8),
    /// So many days from Easter Sunday of the Western churches.
    Easter(i16),
}

/// Which weekday is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    /// Bare: tense and nearness decide.
    Nearest,
    /// "Friday last week": so many weeks from the present one.
    OfWeek(i8),
    /// "two Fridays ago", "a week from Friday": the so-manieth such day back or on.
    Away(i8),
    /// "last Friday".
    Last,
    /// "this Friday", "this coming Friday".
    This,
    /// "next Friday".
    Next,
    /// "the previous Friday", from the last date told.
    Previous,
    /// "the following Friday", from the last date told.
    Following,
}

/// A reference without a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Vague {
    /// `PAST_REF`.
    Past,
    /// `PRESENT_REF`.
    Present,
    /// `FUTURE_REF`.
    Future,
}

/// What repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Repeated {
    /// A unit so many at a time: "every two years", "a year" as a rate.
    Length(Amount, Unit),
    /// Every unit of the calendar: "daily", "annually".
    Unit(Unit),
    /// "Mondays".
    Weekday(Weekday),
    /// "each July", "every summer", "every July 4".
    Part(Part),
    /// "weekends".
    Weekend,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeOfDay {
    /// Hour 0 to 24 and, where written, the minute.
    Clock {
        /// Hour, 0 to 24.
        hour: u8,
        /// Minute, where written.
        minute: Option<u8>,
        /// Said to be Greenwich time.
        zulu: bool,
    },
    /// `MO`.
    Morning,
    /// `MI`.
    Midday,
    /// `AF`.
    Afternoon,
    /// `EV`.
    Evening,
    /// `NI`.
    Night,
    /// `DT`.
    Daytime,
}

/// What an expression says, under-specified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// A calendar date of which some fields may be missing.
    Calendar {
        /// Its year.
        year: YearRef,
        /// Which part of it.
        part: Part,
    },
    /// A decade by its first three digits: 198.
    Decade(i32),
    /// A decade by its third digit alone: "the '80s".
    ShortDecade(u8),
    /// A century by its first two digits: 19 is the twentieth.
    Century(i32),
    /// A day of the week.
    Weekday {
        /// Which day.
        weekday: Weekday,
        /// Of which week.
        which: Which,
    },
    /// A unit counted from a base: "last year", "two weeks earlier", "today", "that day".
    Shifted {
        /// The unit, which is also the grain of the answer.
        unit: Unit,
        /// How many, negative for the past.
        shift: i32,
        /// Counted from.
        base: Base,
    },
    /// A length of time.
    Length(Amount, Unit),
    /// A repetition.
    Set(Repeated),
    /// A reference without a date.
    Reference(Vague),
    /// A time of day with no day named.
    TimeOnly,
}

impl Meaning {
    /// Whether the tense of the clause can tell which date is meant: not of "two years", "yesterday" or "a day later".
    #[must_use]
    pub const fn turns_on_tense(self) -> bool {
        match self {
            Self::Length(..) | Self::Set(_) | Self::Reference(_) => false,
            Self::Shifted { unit, base, .. } => {
                matches!(base, Base::Passage) || matches!(unit, Unit::Quarter | Unit::Weekend)
            }
            _ => true,
        }
    }

    /// Whether it names one day of the calendar or one counted from another, so that a time of day can go with it.
    #[must_use]
    pub const fn names_day(self) -> bool {
        matches!(
            self,
            Self::Calendar { part: Part::Day(..) | Part::Easter(_), .. }
                | Self::Weekday { .. }
                | Self::Shifted { unit: Unit::Day, .. }
        )
    }
}

/// The tense of the nearest verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tense {
    /// "said", "was".
    Past,
    /// The same with the verb right beside the date: "was in May", "died on 3 May".
    Done,
    /// "is", "says".
    Present,
    /// "has fallen": past, told from now.
    Perfect,
    /// "would", "should": ahead in news, an aside in a story long past.
    Conditional,
    /// "will", "is due".
    Future,
    /// "to take place": ahead, but for what "was to take place" last month.
    Intended,
}
