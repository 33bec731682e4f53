//! Lines of words around the plot: what is shown, what a count stands for, what has no date.

use super::en;
use super::list::EventRef;
use crate::calendar::{Day, Edtf, Grain, LabelLength, Period, edtf_label};
use crate::event::Chronology;
use crate::gather::Gather;

/// The part of the story that is in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// How many events it shows.
    pub shown: usize,
}

/// A view of so many days or more is named by its years, by its months from the second number: a view's edges fall
/// where the hand left them, and finer names would suggest that they mean something.
const DAYS_NAMED_BY_YEAR: i32 = 3 * 365;
const DAYS_NAMED_BY_MONTH: i32 = 150;

/// The line under the title: the whole story, or the part in view.
#[must_use]
pub fn status(chronology: &Chronology, view: Option<View>) -> String {
    let all = event_count(chronology);
    match view {
        Some(view) => en::part_of_story(&view_words(view), view.shown, all),
        None => en::story(all, chronology.articles.len()),
    }
}

/// The line under the title of the list.
#[must_use]
pub fn status_of_list(chronology: &Chronology) -> String {
    en::story_as_list(event_count(chronology), chronology.articles.len())
}

/// The name of the whole figure: "Timeline: Russia and Afghanistan".
#[must_use]
pub fn figure_name(chronology: &Chronology) -> String {
    match chronology.title.as_deref().map(str::trim) {
        Some(title) if !title.is_empty() => format!("{}: {title}", en::UNTITLED),
        _ => en::UNTITLED.to_owned(),
    }
}

/// "Start with 1979"; `None` where there is nothing to start with.
#[must_use]
pub fn start_words(chronology: &Chronology) -> Option<String> {
    let first = EventRef::at(0, chronology)?.of(chronology)?;
    let date = match first.date.and_then(Edtf::first_day) {
        Some(day) => edtf_label(Edtf::from_period(Period::containing(day, Grain::Year)), LabelLength::Full),
        None => first.date_label(LabelLength::Full),
    };
    Some(en::start_with(&date))
}

fn event_count(chronology: &Chronology) -> usize {
    chronology.events.len() + chronology.undated.len()
}

fn view_words(view: View) -> String {
    let days = view.last.days_since(view.first);
    let grain = match days {
        DAYS_NAMED_BY_YEAR.. => Grain::Year,
        DAYS_NAMED_BY_MONTH.. => Grain::Month,
        _ => Grain::Day,
    };
    range_words(view.first, view.last, grain)
}

/// "19 July to 6 September 2021", "July 2020 to March 2021", "2001 to 2003"; one unit alone is its name.
#[must_use]
pub fn range_words(first: Day, last: Day, grain: Grain) -> String {
    let (start, end) = (Period::containing(first, grain), Period::containing(last, grain));
    if start == end {
        return period_words(start);
    }
    en::range(&without_shared_year(start, end), &period_words(end))
}

/// "2001 to 2003", or the year alone.
pub(super) fn years_words(first: i32, last: i32) -> String {
    let day = |year| Day::from_ymd(year, 1, 1).unwrap_or(Day::EPOCH);
    range_words(day(first), day(last), Grain::Year)
}

fn period_words(period: Period) -> String {
    edtf_label(Edtf::from_period(period), LabelLength::Full)
}

/// The first of two units, whose year the second says; its month too, where both are days of one.
fn without_shared_year(start: Period, end: Period) -> String {
    let words = period_words(start);
    let is_fine = start.grain() <= Grain::Month;
    if !is_fine || start.first_year() != end.first_year() {
        return words;
    }
    if start.grain() == Grain::Day && start.first_month() == end.first_month() {
        return start.first_day().ymd().2.to_string();
    }
    words.rsplit_once(' ').map_or(words.clone(), |(without_year, _)| without_year.to_owned())
}

/// The name of a count of events that have no room: "4 more events, July and August 2021", "1 more event in 2001".
/// `events` are indices into [`Chronology::events`].
#[must_use]
pub fn count_name(chronology: &Chronology, events: &[usize]) -> String {
    let dates: Vec<Edtf> = events.iter().filter_map(|at| chronology.events.get(*at)?.date).gather();
    en::more_events(events.len(), &dates_phrase(&dates).unwrap_or_default())
}

/// When they begin, by the coarsest of their grains.
fn dates_phrase(dates: &[Edtf]) -> Option<String> {
    let starts = || dates.iter().filter_map(|date| date.start().date().or_else(|| date.end().date()));
    let coarsest = starts().map(|date| date.period.grain()).max()?;
    let grain = match coarsest {
        Grain::Day => Grain::Day,
        Grain::Month => Grain::Month,
        _ => Grain::Year,
    };
    let first = starts().map(|date| date.period.first_day()).min()?;
    let last = starts().map(|date| date.period.first_day()).max()?;
    let (start, end) = (Period::containing(first, grain), Period::containing(last, grain));
    Some(if start == end {
        en::within(&period_words(start), grain == Grain::Day)
    } else if grain == Grain::Month && start.shifted(1) == Some(end) {
        en::from_to(&en::pair(&without_shared_year(start, end), &period_words(end)))
    } else {
        en::from_to(&range_words(first, last, grain))
    })
}

/// The events without a date, under the plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tray {
    /// "2 events without a date".
    pub heading: String,
    /// The events.
    pub items: Vec<TrayItem>,
}

/// One event of the tray.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrayItem {
    /// Which event.
    pub event: EventRef,
    /// Its id.
    pub id: String,
    /// "after August 2021".
    pub bounds: String,
    /// What happened.
    pub headline: String,
}

/// The tray; `None` where every event has a date.
#[must_use]
pub fn tray(chronology: &Chronology) -> Option<Tray> {
    let items: Vec<TrayItem> = chronology
        .undated
        .iter()
        .enumerate()
        .map(|(at, event)| TrayItem {
            event: EventRef::Undated(at),
            id: event.id.clone(),
            bounds: event.date_label(LabelLength::Full),
            headline: event.headline.clone(),
        })
        .gather();
    (!items.is_empty()).then(|| Tray { heading: en::without_a_date(items.len()), items })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse::<Edtf>().unwrap().first_day().unwrap()
    }

    #[test]
    fn a_view_is_named_as_finely_as_it_is_wide() {
        for (first, last, words) in [
            ("2021-07-19", "2021-09-06", "19 July to 6 September 2021"),
            ("2021-08-03", "2021-08-17", "3 to 17 August 2021"),
            ("2020-12-19", "2021-01-06", "19 December 2020 to 6 January 2021"),
            ("2021-08-17", "2021-08-17", "17 August 2021"),
            ("2020-07-19", "2021-03-06", "July 2020 to March 2021"),
            ("2021-01-19", "2021-09-06", "January to September 2021"),
            ("2020-03-01", "2025-09-06", "2020 to 2025"),
        ] {
            assert_eq!(view_words(View { first: day(first), last: day(last), shown: 0 }), words);
        }
    }

    #[test]
    fn a_count_is_named_by_the_coarsest_of_its_dates() {
        for (dates, phrase) in [
            (&["2001"][..], " in 2001"),
            (&["2001", "2003", "2002-05-01"], ", 2001 to 2003"),
            (&["2021-07-23", "2021-08", "2021-08-17"], ", July and August 2021"),
            (&["2020-12", "2021-01-17"], ", December 2020 and January 2021"),
            (&["2021-06", "2021-08-17"], ", June to August 2021"),
            (&["2021-08-17", "2021-08-17"], " on 17 August 2021"),
            (&["2021-08-03", "2021-08-17"], ", 3 to 17 August 2021"),
            (&["../1996"], " in 1996"),
        ] {
            let dates: Vec<Edtf> = dates.iter().map(|date| date.parse().unwrap()).collect();
            assert_eq!(dates_phrase(&dates).as_deref(), Some(phrase));
        }
        assert_eq!(dates_phrase(&[]), None);
    }
}
