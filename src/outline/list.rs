//! The complete list of events: the list view, the print form and the screen reader's twin of the plot.
//!
//! Sections follow the eras of the first level and keep the order of time, so that reading the list down and stepping
//! from card to card are the same walk.

use super::en;
use crate::calendar::{Day, Edtf, EdtfDate, Grain, LabelLength, Qualifier, edtf_label};
use crate::event::{Chronology, Era, Event};
use crate::gather::Gather;
use crate::lookup::words::WordMap;

/// An event by its place: the dated ones first, then those without a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventRef {
    /// Index into [`Chronology::events`].
    Dated(usize),
    /// Index into [`Chronology::undated`].
    Undated(usize),
}

impl EventRef {
    /// The event; `None` where the chronology has none there.
    #[must_use]
    pub fn of(self, chronology: &Chronology) -> Option<&Event> {
        match self {
            Self::Dated(at) => chronology.events.get(at),
            Self::Undated(at) => chronology.undated.get(at),
        }
    }

    /// The place in the whole story, counted from 0.
    #[must_use]
    pub const fn place(self, chronology: &Chronology) -> usize {
        match self {
            Self::Dated(at) => at,
            Self::Undated(at) => chronology.events.len() + at,
        }
    }

    /// The event at a place of the whole story, counted from 0.
    #[must_use]
    pub fn at(place: usize, chronology: &Chronology) -> Option<Self> {
        let event = match place.checked_sub(chronology.events.len()) {
            None => Self::Dated(place),
            Some(at) => Self::Undated(at),
        };
        event.of(chronology).map(|_| event)
    }

    /// The event with this id, or with this former id.
    #[must_use]
    pub fn with_id(id: &str, chronology: &Chronology) -> Option<Self> {
        let all = || chronology.events.iter().chain(&chronology.undated);
        let place = all()
            .position(|event| event.id == id)
            .or_else(|| all().position(|event| event.aliases.iter().any(|alias| alias == id)))?;
        Self::at(place, chronology)
    }

    /// The one before it in the story.
    #[must_use]
    pub fn previous(self, chronology: &Chronology) -> Option<Self> {
        Self::at(self.place(chronology).checked_sub(1)?, chronology)
    }

    /// The one after it in the story.
    #[must_use]
    pub fn next(self, chronology: &Chronology) -> Option<Self> {
        Self::at(self.place(chronology) + 1, chronology)
    }
}

/// The list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EventList {
    /// Eras with their events, in the order of time; the events without a date last.
    pub sections: Vec<ListSection>,
}

/// Events under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct ListSection {
    /// Index into [`Chronology::eras`]; `None` for events outside the eras and for those without a date.
    pub era: Option<usize>,
    /// "Soviet war", "Without a date"; empty for events outside the eras.
    pub label: String,
    /// "1979–1989"; empty where the label says all, or where the whole list is one section.
    pub years: String,
    /// The events.
    pub rows: Vec<ListRow>,
}

/// One event of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// Which event.
    pub event: EventRef,
    /// Its id.
    pub id: String,
    /// "August 2021".
    pub date: String,
    /// For `<time datetime>`, where HTML allows the date.
    pub datetime: Option<String>,
    /// What happened.
    pub headline: String,
    /// "3 articles"; empty where no article is named.
    pub articles: String,
    /// Sources differ on the date.
    pub is_disputed: bool,
}

/// Longest date that is written in full in the list, in characters; longer ones shorten the months' names.
const FULL_DATE_LENGTH: usize = 24;

impl ListRow {
    /// The row of one event; `None` where the chronology has none there.
    #[must_use]
    pub fn of(chronology: &Chronology, event: EventRef) -> Option<Self> {
        let found = event.of(chronology)?;
        let mut date = found.date_label(LabelLength::Full);
        if date.chars().count() > FULL_DATE_LENGTH {
            date = found.date_label(LabelLength::Short);
        }
        Some(Self {
            event,
            id: found.id.clone(),
            date,
            datetime: found.date.and_then(html_datetime),
            headline: found.headline.clone(),
            articles: match article_count(found) {
                0 => String::new(),
                count => en::articles(count),
            },
            is_disputed: !found.conflicts.is_empty(),
        })
    }
}

/// How many articles tell of the event.
pub(super) fn article_count(event: &Event) -> usize {
    articles_of(event).len()
}

/// The articles that tell of the event, in the order of their best mention. They are few, so that looking through
/// them is quicker, and much smaller, than a set.
pub(super) fn articles_of(event: &Event) -> Vec<usize> {
    let mut articles = Vec::new();
    for mention in &event.mentions {
        if !articles.contains(&mention.article) {
            articles.push(mention.article);
        }
    }
    articles
}

/// The date as HTML's `datetime` takes it: an exact year, month or day of our era. Anything else would claim more or
/// less than the text says.
pub(super) fn html_datetime(date: Edtf) -> Option<String> {
    let Edtf::Date(EdtfDate { period, qualifier: Qualifier::Exact }) = date else { return None };
    let is_writable = matches!(period.grain(), Grain::Year | Grain::Month | Grain::Day) && period.first_year() > 0;
    is_writable.then(|| date.to_string())
}

/// All events, by eras.
#[must_use]
pub fn list(chronology: &Chronology) -> EventList {
    let mut sections: Vec<ListSection> = Vec::new();
    let mut eras = EraWalk::new(chronology);
    for (at, event) in chronology.events.iter().enumerate() {
        let era = eras.era_of(event);
        let Some(row) = ListRow::of(chronology, EventRef::Dated(at)) else { continue };
        match sections.last_mut() {
            Some(section) if section.era == era => section.rows.push(row),
            _ => sections.push(section(chronology, era, row)),
        }
    }
    name_sections_without_era(&mut sections, chronology);
    let rows: Vec<ListRow> =
        (0..chronology.undated.len()).filter_map(|at| ListRow::of(chronology, EventRef::Undated(at))).gather();
    if !rows.is_empty() {
        sections.push(ListSection { era: None, label: en::WITHOUT_A_DATE.to_owned(), years: String::new(), rows });
    }
    EventList { sections }
}

fn section(chronology: &Chronology, era: Option<usize>, row: ListRow) -> ListSection {
    let named = era.and_then(|at| chronology.eras.get(at));
    ListSection {
        era,
        label: named.map(|era| era.label.clone()).unwrap_or_default(),
        years: named.map(|era| edtf_label(era.date, LabelLength::Full)).unwrap_or_default(),
        rows: vec![row],
    }
}

/// Events between eras stand under their years, so that they do not seem to belong to the era above.
fn name_sections_without_era(sections: &mut [ListSection], chronology: &Chronology) {
    if sections.len() < 2 {
        return;
    }
    for section in sections.iter_mut().filter(|section| section.era.is_none()) {
        let days = section.rows.iter().filter_map(|row| sort_day(row.event.of(chronology)?.date?));
        let years: Vec<i32> = days.map(Day::year).gather();
        let (Some(first), Some(last)) = (years.iter().min(), years.iter().max()) else { continue };
        section.years = super::status::years_words(*first, *last);
    }
}

/// The day that orders an event: its first, or its last where the start is open.
fn sort_day(date: Edtf) -> Option<Day> {
    date.first_day().or_else(|| date.end_day()?.plus_days(-1))
}

/// Walks the events in the order of time and tells each one's era of the first level.
struct EraWalk<'c> {
    chronology: &'c Chronology,
    /// Places of the events that others may be a part of, by id.
    spans: WordMap<usize>,
    /// Eras of the first level, with their index; a chronology has them in the order of their start.
    eras: Vec<(usize, &'c Era)>,
    /// How many of them have begun.
    begun: usize,
    /// The era that the section being written belongs to.
    current: Option<usize>,
}

impl<'c> EraWalk<'c> {
    fn new(chronology: &'c Chronology) -> Self {
        let eras = chronology.eras.iter().enumerate().filter(|(_, era)| era.level == 1).gather();
        let mut spans = WordMap::default();
        if chronology.events.iter().any(|event| event.part_of.is_some()) {
            for (at, event) in chronology.events.iter().enumerate() {
                spans.insert(&event.id, at);
            }
        }
        Self { chronology, spans, eras, begun: 0, current: None }
    }

    fn era_of(&mut self, event: &Event) -> Option<usize> {
        let day = event.date.and_then(sort_day)?;
        while self.eras.get(self.begun).is_some_and(|(_, era)| era.date.first_day().is_none_or(|first| first <= day)) {
            self.begun += 1;
        }
        let (at, era) = self.begun.checked_sub(1).and_then(|last| self.eras.get(last))?;
        let has_ended = era.date.end_day().is_some_and(|end| end <= day);
        let begun = (!has_ended).then_some(*at);
        if !self.stays_with_its_span(event) {
            self.current = begun;
        }
        self.current
    }

    /// What ends a span ends its era: a withdrawal in the year in which the next era begins still belongs to the war.
    fn stays_with_its_span(&self, event: &Event) -> bool {
        let Some(era) = self.current.and_then(|at| self.chronology.eras.get(at)) else { return false };
        let Some(id) = event.part_of.as_deref() else { return false };
        let span = self.spans.get(id).and_then(|at| self.chronology.events.get(*at)?.date);
        let (Some(span), Some(date)) = (span, event.date) else { return false };
        era.date.contains(span) && era.date.contains(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_dates_that_html_can_write_become_a_datetime() {
        for (edtf, datetime) in [
            ("1979", Some("1979")),
            ("2021-08", Some("2021-08")),
            ("2021-08-17", Some("2021-08-17")),
            ("1989~", None),
            ("198X", None),
            ("2003-21", None),
            ("1979/1989", None),
            ("-0043-03-15", None),
        ] {
            assert_eq!(html_datetime(edtf.parse().unwrap()).as_deref(), datetime, "{edtf}");
        }
    }
}
