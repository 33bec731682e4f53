//! When an article without a date was published, from what it tells itself.
//!
//! Evidence, best first: a caption's stated day, a weekday that fits it, a stated past year with "four years ago", a day
//! without a year (`open`), the date in the address. The answer has the precision of the evidence and is silent where
//! there is none.

mod open;

pub(super) use open::{MonthDay, OpenDays, day_of_year};

use crate::article::{Article, Publication, PublishedBasis, Role, date_in_address};
use crate::calendar::{Bound, Day, Edtf, EdtfDate, Grain, Period};
use crate::text::{TextSpan, words};
use crate::timex::{Anchor, Resolution, Stated, Timex, TimexKind, resolve};

/// News with a picture of a day is published on that day or in the six that follow: a weekday names one of them.
const NEWS_DAYS: i32 = 6;

/// Most obituaries are published within so many days.
const OBITUARY_DAYS: i32 = 42;

/// A line of birth and death is at most so long.
const LONGEST_LIFE_BYTES: usize = 240;

/// The publication date that an article's own text allows, where none is given.
pub(super) fn inferred(article: &Article, stated: &[Stated]) -> Option<Publication> {
    let told = resolve(&article.text, stated, &Anchor::default());
    let days = OpenDays::of(article, stated);
    caption_day(article, &told)
        .or_else(|| after_death(article, &told))
        .or_else(|| Some(within_year(counted_year(article, &told)?, &days)))
        .or_else(|| Some(worked_out(days.by_weekday(&told, stated)?, days.evidence())))
        .or_else(|| address_day(article, &told, stated))
}

const fn worked_out(date: Edtf, evidence: Option<TextSpan>) -> Publication {
    Publication { date: Some(date), basis: PublishedBasis::Inferred, evidence }
}

/// Days without a year tell more of a year that was counted.
fn within_year(counted: Publication, days: &OpenDays) -> Publication {
    let year = counted.date.and_then(Edtf::first_day).map(Day::year);
    match year.and_then(|year| days.in_year(year)) {
        Some(date) => worked_out(date, counted.evidence),
        None => counted,
    }
}

/// The date in the address of the article, where nothing is told of later.
fn address_day(article: &Article, told: &[Timex], stated: &[Stated]) -> Option<Publication> {
    let date = date_in_address(article.url.as_deref()?)?;
    let past =
        told.iter().zip(stated).filter(|(timex, stated)| open::is_stated_date(timex) && !open::is_to_come(stated));
    let latest = past.filter_map(|(timex, _)| timex.date?.first_day()).max();
    latest.is_none_or(|latest| date.end_day().is_some_and(|end| latest < end)).then_some(worked_out(date, None))
}

/// A day that a caption states, at or after every past day that the story states.
fn caption_day(article: &Article, told: &[Timex]) -> Option<Publication> {
    let mut best: Option<(Day, TextSpan)> = None;
    for passage in article.passages.iter().filter(|passage| passage.role == Role::Caption) {
        for stated in resolved_in(article, passage.span) {
            let Some(day) = exact_day(&stated) else { continue };
            if best.is_none_or(|(held, _)| held < day) {
                best = Some((day, stated.span.shifted(passage.span.start)));
            }
        }
    }
    let (day, span) = best?;
    let is_latest = told
        .iter()
        .filter(|timex| timex.resolution == Resolution::Stated && timex.kind == TimexKind::Date)
        .filter_map(|timex| timex.date?.first_day())
        .all(|first| first <= day);
    let last = day.plus_days(NEWS_DAYS)?;
    let date = Edtf::between(Period::day(day), Period::day(last));
    is_latest.then_some(worked_out(date, Some(span)))
}

/// "Born 4 May 1931; died 2 June 2009", alone on its line: a life is told within so many days of its end.
fn after_death(article: &Article, told: &[Timex]) -> Option<Publication> {
    let is_life = |text: &str| {
        let has = |wanted: &str| words(text).any(|word| word.text.eq_ignore_ascii_case(wanted));
        text.len() <= LONGEST_LIFE_BYTES && has("born") && has("died")
    };
    let line = article.passages.iter().rfind(|passage| is_life(passage.span.of(&article.text)))?;
    let dates = resolved_in(article, line.span);
    let (death, span) = dates.iter().rev().find_map(|timex| Some((exact_day(timex)?, timex.span)))?;
    let date = Edtf::between(Period::day(death), Period::day(death.plus_days(OBITUARY_DAYS)?));
    let stated = told.iter().filter(|timex| timex.resolution == Resolution::Stated && timex.kind == TimexKind::Date);
    let is_latest = stated.filter_map(|timex| timex.date?.first_day()).all(|first| first <= death);
    is_latest.then_some(worked_out(date, Some(span.shifted(line.span.start))))
}

fn resolved_in(article: &Article, span: TextSpan) -> Vec<Timex> {
    let text = span.of(&article.text);
    let stated = article.language().find(text);
    resolve(text, &stated, &Anchor::default())
}

fn exact_day(timex: &Timex) -> Option<Day> {
    let period = timex.date?.single().filter(|period| period.grain() == Grain::Day)?;
    (timex.resolution == Resolution::Stated).then(|| period.first_day())
}

/// "nearly four years since its takeover in 2021", "in August four years ago" with a stated year: about the year that
/// the two make.
fn counted_year(article: &Article, told: &[Timex]) -> Option<Publication> {
    let mut years: Vec<(i32, TextSpan)> = Vec::new();
    for pair in told.windows(2) {
        let [length, year] = pair else { continue };
        let count = super::when::years_of(&length.value).filter(|_| length.kind == TimexKind::Duration);
        let stated = year.date.and_then(Edtf::single).filter(|period| period.grain() == Grain::Year);
        let (Some(count), Some(stated)) = (count, stated) else { continue };
        let between = article.text.get(length.span.end..year.span.start).unwrap_or_default();
        let links_since = between.len() < 60 && words(between).any(|word| word.text == "since");
        if links_since && year.resolution == Resolution::Stated {
            years.push((stated.index().checked_add(count)?, TextSpan::new(length.span.start, year.span.end)));
        }
    }
    let (year, span) = *years.first()?;
    let agree = years.iter().all(|(other, _)| *other == year);
    let latest = told
        .iter()
        .filter(|timex| timex.resolution == Resolution::Stated)
        .filter_map(|timex| Some(timex.date?.first_day()?.year()))
        .max()?;
    let period = Period::year(year)?;
    let date = Edtf::Date(EdtfDate::about(period));
    (agree && latest <= year).then_some(worked_out(date, Some(span)))
}

/// The interval in which an article was published that reports what happened on `event`, where its own evidence does
/// not contradict; `None` where the event's date is too coarse to help.
pub(super) fn from_event(event: Edtf, own: Option<Edtf>) -> Option<Edtf> {
    let first = event.first_day()?;
    let is_fine = event.days().is_some_and(|days| days <= 31);
    let last = first.plus_days(NEWS_DAYS)?.max(event.end_day()?.plus_days(-1)?);
    let date = Edtf::Interval(
        Bound::Date(EdtfDate::exact(Period::day(first))),
        Bound::Date(EdtfDate::exact(Period::day(last))),
    );
    // "about 2025" allows the year before and the year after.
    let fits = own.is_none_or(|own| match (own.first_day(), own.end_day()) {
        (Some(from), Some(to)) => {
            let slack = if own.is_approximate() { 366 } else { 0 };
            from.ordinal() - slack <= first.ordinal() && first.ordinal() < to.ordinal() + slack
        }
        _ => true,
    });
    (is_fine && fits).then_some(date)
}
