//! Finding events by words, and choosing which are shown.

use crate::event::{Chronology, Event};
use crate::gather::Gather;
use crate::order::InOrder;
use crate::text::lowered;
use crate::text::phrase::holds;

/// The most participants that the filter offers: more is a list to read, not a choice.
const MOST_PARTICIPANTS: usize = 8;

/// What the reader looks for, and where it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    query: String,
    hits: Vec<usize>,
    place: Option<usize>,
}

impl Search {
    /// Looks for events that have every word of `query` in their headline, people or places.
    #[must_use]
    pub fn new(query: &str, chronology: &Chronology) -> Self {
        let query = query.trim().to_owned();
        let words: Vec<String> = query.split_whitespace().map(lowered).gather();
        let has_all = |event: &Event| {
            let text = searchable(event);
            words.iter().all(|word| holds(&text, word))
        };
        let hits = if words.is_empty() {
            Vec::new()
        } else {
            chronology.events.iter().enumerate().filter(|(_, event)| has_all(event)).map(|(place, _)| place).gather()
        };
        Self { query, hits, place: None }
    }

    /// What was looked for.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// The events found, as indices into the dated events.
    #[must_use]
    pub fn hits(&self) -> &[usize] {
        &self.hits
    }

    /// Which hit is chosen, from 1; 0 for none.
    #[must_use]
    pub fn number(&self) -> usize {
        self.place.map_or(0, |place| place + 1)
    }

    /// The search with the next hit chosen, and that hit.
    #[must_use]
    pub fn next(mut self) -> (Self, Option<usize>) {
        if !self.hits.is_empty() {
            self.place = Some(self.place.map_or(0, |place| (place + 1) % self.hits.len()));
        }
        let hit = self.place.and_then(|place| self.hits.get(place).copied());
        (self, hit)
    }

    /// The search with the hit before chosen, and that hit.
    #[must_use]
    pub fn previous(mut self) -> (Self, Option<usize>) {
        if !self.hits.is_empty() {
            let count = self.hits.len();
            self.place = Some(self.place.map_or(count - 1, |place| (place + count - 1) % count));
        }
        let hit = self.place.and_then(|place| self.hits.get(place).copied());
        (self, hit)
    }
}

fn searchable(event: &Event) -> String {
    let mut text = lowered(&event.headline);
    for name in event.participants.iter().chain(&event.places).chain(&event.tags) {
        text.push('\n');
        text.push_str(&lowered(name));
    }
    text
}

/// Which events are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those that have one of these participants; all where there are none.
    pub participants: Vec<String>,
    /// Only those that at least two articles tell.
    pub several_articles: bool,
}

impl Filter {
    /// Whether everything is shown.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether an event is shown.
    #[must_use]
    pub fn lets_through(&self, event: &Event) -> bool {
        let named =
            self.participants.is_empty() || self.participants.iter().any(|name| event.participants.contains(name));
        named && (!self.several_articles || article_count(event) >= 2)
    }

    /// The chronology with only the events that are let through.
    #[must_use]
    pub fn of(&self, chronology: &Chronology) -> Chronology {
        let mut shown = chronology.clone();
        shown.events.retain(|event| self.lets_through(event));
        shown.undated.retain(|event| self.lets_through(event));
        shown
    }

    /// The same with a participant added, or taken away where it was there.
    #[must_use]
    pub fn toggled(mut self, participant: &str) -> Self {
        match self.participants.iter().position(|name| name == participant) {
            Some(place) => drop(self.participants.remove(place)),
            None => self.participants.push(participant.to_owned()),
        }
        self
    }
}

/// How many articles tell an event.
#[must_use]
pub fn article_count(event: &Event) -> usize {
    let mut articles: Vec<usize> = event.mentions.iter().map(|mention| mention.article).gather();
    articles.order();
    articles.dedup();
    articles.len()
}

/// The participants most often named, with the number of their events, for the filter to offer.
#[must_use]
pub fn frequent_participants(chronology: &Chronology) -> Vec<(String, usize)> {
    let mut names: Vec<&str> = chronology
        .events
        .iter()
        .chain(&chronology.undated)
        .flat_map(|event| &event.participants)
        .map(String::as_str)
        .gather();
    names.order();
    let mut counted: Vec<(String, usize)> =
        names.chunk_by(|a, b| a == b).filter_map(|run| Some(((*run.first()?).to_owned(), run.len()))).gather();
    counted.order_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counted.retain(|(_, count)| *count >= 2);
    counted.truncate(MOST_PARTICIPANTS);
    counted
}
