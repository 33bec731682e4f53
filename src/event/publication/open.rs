//! Days without a year, which date an article as soon as the year is known: "Sept. 14" of a dateline, "on 4 May".
//!
//! The year comes from a weekday that fits, from what is told before and due after, from a length counted from a stated
//! year, or from the other articles of the set. A dateline's day is then the day of publication. Days of the story give
//! an interval: a day without a year is the last one of its name before the publication.

use crate::article::{Article, Aside, Role};
use crate::calendar::{Bound, Day, Edtf, EdtfDate, Period, Weekday};
use crate::gather::Gather;
use crate::text::TextSpan;
use crate::timex::meaning::{Part, Tense, Which, YearRef};
use crate::timex::{Meaning, Resolution, Stated, Timex, TimexKind};

/// A year is looked for in so many after the latest that the story tells of: a weekday fits again after five or six.
const YEARS_AFTER: i32 = 4;
/// A day due within so many of a dateline's bounds its year as well.
const DUE_DAYS: i32 = 550;
/// An interval is at most so long: a story of longer ago would name its year.
const LONGEST_DAYS: i32 = 300;
/// Articles of one set were published within so many days where they tell of one thing.
const SET_DAYS: i32 = 40;
/// A weekday comes back to its day of the year after five or six, or eleven.
const SET_YEARS: usize = 9;
/// And one without a year so near to the others.
const NEAR_SET_DAYS: i32 = 30;

/// A month and a day.
pub(in crate::event) type MonthDay = (u8, u8);

/// What an article says of days without a year.
#[derive(Debug, Default)]
pub(in crate::event) struct OpenDays {
    /// The day of a header or dateline, where it stands, and the weekday beside it.
    header: Option<(MonthDay, TextSpan, Option<Weekday>)>,
    /// Whether that is the dateline of an agency, which sends its news on the day.
    is_wire: bool,
    /// Days on which something happened, and days on which something is due.
    past: Vec<MonthDay>,
    due: Vec<MonthDay>,
    /// The first weekday that the story names.
    weekday: Option<Weekday>,
    /// Days with their weekday beside them: "June 23, a Saturday".
    weekdays: Vec<(MonthDay, Weekday)>,
}

impl OpenDays {
    pub(in crate::event) fn of(article: &Article, stated: &[Stated]) -> Self {
        let mut found = Self::default();
        for passage in article.passages.iter().filter(|passage| passage.role == Role::Aside(Aside::Header)) {
            let text = passage.span.of(&article.text);
            let beside = article.language().find(text);
            let day = beside.iter().find_map(|one| Some((month_day(one)?, one.span.shifted(passage.span.start))));
            if let Some((day, span)) = day.filter(|_| found.header.is_none()) {
                let beside =
                    text.split([' ', ',']).find_map(|word| article.language().find(word).first().and_then(weekday));
                found.header = Some((day, span, beside));
                found.is_wire = text.contains(['(', '/']);
            }
        }
        let beside = |one: &Stated| {
            let after = article.text.get(one.span.end..)?.strip_prefix(", a ")?;
            article.language().find(after.split([' ', ',', '.']).next()?).first().and_then(weekday)
        };
        found.weekdays = stated.iter().filter_map(|one| month_day(one).zip(beside(one))).gather();
        for one in stated {
            found.weekday = found.weekday.or_else(|| weekday(one).filter(|_| !is_to_come(one)));
            if let Some(day) = month_day(one) {
                if is_to_come(one) { found.due.push(day) } else { found.past.push(day) }
            }
        }
        found
    }

    /// The words of a header that say the day.
    pub(in crate::event) fn evidence(&self) -> Option<TextSpan> {
        self.header.map(|(_, span, _)| span)
    }

    /// When the article was published, if its days are of this year.
    pub(in crate::event) fn in_year(&self, year: i32) -> Option<Edtf> {
        if let Some(((month, day), _, _)) = self.header {
            return Some(Edtf::from_period(Period::ymd(year, month, day)?));
        }
        let days = |list: &[MonthDay], year: i32| -> Vec<Day> {
            list.iter().filter_map(|(month, day)| Day::from_ymd(year, *month, *day)).gather()
        };
        let past = days(&self.past, year);
        let latest = *past.iter().max()?;
        let next_year = days(&self.past, year + 1);
        let due = days(&self.due, year).into_iter().filter(|day| *day > latest).min();
        let last = due.or_else(|| next_year.into_iter().min())?.min(latest.plus_days(LONGEST_DAYS)?).plus_days(-1)?;
        Some(Edtf::Interval(exact(latest), exact(last.max(latest))))
    }

    /// The day of the header in the year in which its weekday fits; after all that is told as past and before all that is
    /// due. The first weekday of a story is often, and not always, that of its dateline: it helps where something due
    /// bounds the year as well.
    pub(super) fn by_weekday(&self, told: &[Timex], stated: &[Stated]) -> Option<Edtf> {
        let ((month, day), _, own) = self.header?;
        let dates = || told.iter().zip(stated).filter(|(timex, _)| is_stated_date(timex));
        let past =
            dates().filter(|(_, stated)| !is_to_come(stated)).filter_map(|(timex, _)| timex.date?.first_day()).max()?;
        let due = dates().filter(|(_, stated)| is_to_come(stated)).filter_map(|(timex, _)| timex.date?.end_day()).min();
        let years = past.year()..=past.year() + YEARS_AFTER;
        let days: Vec<Day> = years.filter_map(|year| Day::from_ymd(year, month, day)).gather();
        let fits = |day: &&Day| past <= **day && due.is_none_or(|due| **day < due);
        let is_near = |day: &&Day| due.is_some_and(|due| due.days_since(**day) <= DUE_DAYS);
        let found = match (own, self.weekday) {
            (Some(own), _) => days.iter().filter(fits).find(|day| day.weekday() == own),
            (None, told) => days.iter().filter(fits).filter(is_near).find(|day| Some(day.weekday()) == told),
        };
        found.map(|day| Edtf::from_period(Period::day(*day)))
    }

    /// The day of the header, where an interval has it; without a header the interval.
    pub(in crate::event) fn within(&self, interval: Edtf) -> Option<Edtf> {
        let Some(((month, day), _, _)) = self.header else { return Some(interval) };
        let (first, end) = (interval.first_day()?, interval.end_day()?);
        let days = (first.year()..=end.year()).filter_map(|year| Day::from_ymd(year, month, day));
        let own = days.into_iter().find(|day| first <= *day && *day < end)?;
        Some(Edtf::from_period(Period::day(own)))
    }

    /// The day of the header in the one year of those that the set was published in which its weekday fits, or that of the
    /// news in an agency's first lines.
    pub(in crate::event) fn by_weekday_of_set(&self, first: Day, last: Day) -> Option<Edtf> {
        let ((month, day), _, own) = self.header?;
        let weekday = own.or(self.weekday.filter(|_| self.is_wire && self.weekdays.is_empty()));
        let mut known = self.weekdays.clone();
        known.extend(weekday.map(|weekday| ((month, day), weekday)));
        let years = first.year() - 1..=last.year() + 1;
        let fits = |year: &i32| {
            known.iter().all(|((month, day), weekday)| {
                Day::from_ymd(*year, *month, *day).is_some_and(|day| day.weekday() == *weekday)
            })
        };
        let mut fitting = years.clone().filter(fits);
        let only = fitting.next().filter(|_| !known.is_empty() && years.count() <= SET_YEARS)?;
        fitting.next().is_none().then(|| Some(Edtf::from_period(Period::ymd(only, month, day)?))).flatten()
    }

    /// The day of the header.
    pub(in crate::event) fn day(&self) -> Option<MonthDay> {
        self.header.map(|(day, _, _)| day)
    }

    /// The day of the header in the year in which others tell of that day or of the one before, if it is one year.
    pub(in crate::event) fn beside_day(&self, told: impl Iterator<Item = Day>) -> Option<Edtf> {
        let ((month, day), _, own) = self.header?;
        let mut found: Option<Day> = None;
        for day_told in told {
            let published = (0..=1).filter_map(|lag| day_told.plus_days(lag)).find(|day_told| {
                day_of_year(*day_told) == (month, day) && own.is_none_or(|own| day_told.weekday() == own)
            });
            let Some(published) = published else { continue };
            if found.is_some_and(|held| held != published) {
                return None;
            }
            found = Some(published);
        }
        found.map(|day| Edtf::from_period(Period::day(day)))
    }

    /// The date in the year that brings it nearest to the other articles of the set, the first and the last of which were
    /// published on these days, where these lie close together.
    pub(in crate::event) fn beside(&self, first: Day, last: Day) -> Option<Edtf> {
        let reach = last.days_since(first);
        let middle = first.plus_days(reach / 2).filter(|_| reach <= SET_DAYS)?;
        let away = |date: &Edtf| date.first_day().map_or(i32::MAX, |day| day.days_since(middle).abs());
        let years = middle.year() - 1..=middle.year() + 1;
        let nearest = years.filter_map(|year| self.in_year(year)).min_by_key(away)?;
        (away(&nearest) <= NEAR_SET_DAYS + reach / 2).then_some(nearest)
    }
}

fn exact(day: Day) -> Bound {
    Bound::Date(EdtfDate::exact(Period::day(day)))
}

pub(super) fn is_stated_date(timex: &Timex) -> bool {
    timex.resolution == Resolution::Stated && timex.kind == TimexKind::Date
}

pub(super) fn is_to_come(stated: &Stated) -> bool {
    matches!(stated.tense, Some(Tense::Future | Tense::Conditional | Tense::Intended))
}

/// A day without its year.
pub(in crate::event) fn day_of_year(day: Day) -> MonthDay {
    let (_, month, of_month) = day.ymd();
    (month, of_month)
}

fn month_day(stated: &Stated) -> Option<MonthDay> {
    match stated.meaning {
        Meaning::Calendar { year: YearRef::Missing, part: Part::Day(month, day) } => Some((month, day)),
        _ => None,
    }
}

fn weekday(stated: &Stated) -> Option<Weekday> {
    match stated.meaning {
        Meaning::Weekday { weekday, which: Which::Nearest } => Some(weekday),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::event::fixtures::chronology;

    /// When the first of these articles was published, as far as that is worked out.
    fn published(texts: &[&str]) -> Option<String> {
        Some(chronology(texts).articles.first()?.published.date?.to_string())
    }

    #[test]
    fn a_dateline_without_a_year_is_of_the_year_in_which_its_weekday_fits() {
        let told = "A fire killed seven people early on Saturday. The owner was fined in March 2022.";
        assert_eq!(published(&[&format!("OSLO, Saturday, Sept. 16 (ANP) — {told}")]).as_deref(), Some("2023-09-16"));
        let due = format!("OSLO, Sept. 14 (ANP) — {told} The trial will begin in February 2025.");
        assert_eq!(published(&[&due]).as_deref(), Some("2024-09-14"));
        // The fire may have been some days before, and without a year nothing says from when on.
        assert_eq!(published(&[&format!("OSLO, Sept. 14 (ANP) — {told}")]), None);
        assert_eq!(published(&["OSLO, Saturday, Sept. 14 (ANP) — A fire killed seven people."]), None);
    }

    #[test]
    fn days_without_a_year_bound_the_publication_when_the_year_is_known() {
        let text = "A judge blocked the sale on Monday. The island was put up for sale on 4 May, and residents sued on 2 June. \
                    It is nearly four years since its school closed in 2021. A hearing will be held on 30 June.";
        assert_eq!(published(&[text]).as_deref(), Some("2025-06-02/2025-06-29"));
    }

    #[test]
    fn the_other_articles_of_a_set_give_the_year() {
        let open = "City buries victims\n\nThousands lined the streets on Wednesday. The fire was on 14 September.";
        let one = "date 2024-09-15 Fire kills seven\n\nA fire killed seven people in Arden.";
        let other = "date 2019-01-15 Mill sold\n\nThe mill in Arden was sold.";
        assert_eq!(published(&[open, one]).as_deref(), Some("2024-09-14/2025-07-10"));
        assert_eq!(published(&[open, one, other]), None, "the set is of many years");
        assert_eq!(published(&[open]), None);
    }

    #[test]
    fn a_dateline_is_of_the_year_in_which_others_tell_of_its_day() {
        let wire =
            "Ferry sinks off Arden\n\nARDEN, May 19 (ANP) \u{2014} The ferry Solveig sank off Arden on Thursday.";
        let other = |day: &str| format!("The ferry\n\n3 May 2024\n\nThe ferry Solveig sank off Arden on {day}.");
        assert_eq!(published(&[wire, &other("19 May 2022")]).as_deref(), Some("2022-05-19"));
        assert_eq!(published(&[wire, &other("19 May 2011")]).as_deref(), Some("2011-05-19"));
        // Nobody tells of that day: the year in which its weekday fits, if the set is of few years.
        let known = "Ferry sinks\n\nArden (Norland), May 30\n\nThe ferry Vega left on May 28, a Saturday, and sank.";
        let early_known = "The port\n\n3 May 2021\n\nThe port of Arden was closed.";
        assert_eq!(published(&[known, early_known]).as_deref(), Some("2022-05-30"));
        let early = "The ferry\n\n3 May 2021\n\nThe ferry Solveig was bought in March 2021.";
        assert_eq!(published(&[wire, early]).as_deref(), Some("2022-05-19"));
        let old = "The ferry\n\n3 May 2001\n\nThe ferry Solveig was launched.";
        assert_eq!(published(&[wire, early, old]), None);
    }
}
