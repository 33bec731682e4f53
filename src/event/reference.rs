//! How much the articles make of each date: what they come back to, and what the story's own people are named with.
//!
//! Every sentence that gives a day, a month or a year refers to it. A reference counts once for each article, more where
//! the sentence names those whom most articles name or was written long after, less where it only says when somebody
//! spoke; and an article's own publication day counts a little, for news is told the day after. The weights were set on
//! the dates that editors chose for ten news timelines (`examples/count_dates.rs`), among values that differ little from
//! their neighbours.

use super::en::Tags;
use super::name::Name;
use super::token::Token;
use crate::article::Article;
use crate::calendar::{Edtf, Period};
use crate::gather::Gather;
use crate::lookup::words::WordMap;
use crate::order::InOrder;
use crate::timex::Timex;

/// What one article's reference is worth, in tenths of an article.
const REFERENCE: u32 = 10;
/// The same where the sentence names one of those that the story is about.
const CENTRAL: u32 = 15;
/// What is left, in tenths, where the sentence is about somebody speaking.
const SPEAKING: u32 = 6;
/// What an article published on a day is worth for it.
const PUBLISHED: u32 = 3;
/// How many names a story is about, more where several are named by as many articles.
const CENTRAL_NAMES: usize = 3;

/// Days in which all papers have the news of a day, whatever becomes of it.
const FRESH_DAYS: i32 = 3;
/// Days after which only what mattered is still told.
const LATE_DAYS: i32 = 30;
/// What a reference counts in tenths: fresh, later, and late.
const LAGS: [u32; 3] = [8, 10, 12];

/// Who comes back to a day after a month says more of it than who reports it the next morning.
fn weight_of_lag(reference: &Reference, articles: &[Article]) -> u32 {
    let published = articles.get(reference.article).and_then(|article| article.published.date?.first_day());
    let lag = published.map_or(LATE_DAYS, |day| day.days_since(reference.period.first_day()));
    let [fresh, later, late] = LAGS;
    if lag <= FRESH_DAYS {
        fresh
    } else if lag <= LATE_DAYS {
        later
    } else {
        late
    }
}

/// One sentence that gives a date.
#[derive(Debug)]
struct Reference {
    period: Period,
    article: usize,
    names: Vec<usize>,
    is_speaking: bool,
}

/// A name's number, and the article that had it last.
#[derive(Clone, Copy, Debug, Default)]
struct Naming {
    number: usize,
    last: Option<usize>,
}

/// The references of a set of articles.
#[derive(Debug, Default)]
pub(super) struct References {
    found: Vec<Reference>,
    names: WordMap<Naming>,
    /// Articles for each name, by its number.
    articles: Vec<u32>,
}

impl References {
    /// Notes the dates and the names of one sentence.
    pub(super) fn read(&mut self, article: usize, tokens: &[Token<'_>], names: &[Name], timexes: &[Timex]) {
        let mut numbers: Vec<usize> = Vec::new();
        for name in names {
            numbers.push(self.number(&name.text, article));
        }
        let is_speaking = tokens.iter().any(|token| token.is(Tags::DECLARING));
        for timex in tokens.iter().filter_map(|token| timexes.get(token.timex()?)) {
            let Some(period) = timex.date.and_then(Edtf::single) else { continue };
            self.found.push(Reference { period, article, names: numbers.clone(), is_speaking });
        }
    }

    fn number(&mut self, name: &str, article: usize) -> usize {
        let next = self.articles.len();
        let Some(naming) = self.names.value_mut(name) else { return next };
        if naming.last.is_none() {
            naming.number = next;
            self.articles.push(0);
        }
        if naming.last != Some(article) {
            naming.last = Some(article);
            if let Some(count) = self.articles.get_mut(naming.number) {
                *count += 1;
            }
        }
        naming.number
    }

    /// Drops what these articles refer to, before they are read again; `again` is in order.
    pub(super) fn forget(&mut self, again: &[usize]) {
        self.found.retain(|reference| again.binary_search(&reference.article).is_err());
    }

    /// How much the articles make of each date, in tenths of an article, in the order of the dates.
    pub(super) fn worth(&mut self, articles: &[Article]) -> Vec<(Period, u32)> {
        let central = self.central();
        let worth = |reference: &Reference| {
            let is_central = reference.names.iter().any(|name| central.binary_search(name).is_ok());
            let plain = if is_central { CENTRAL } else { REFERENCE };
            let plain = plain * weight_of_lag(reference, articles) / 10;
            if reference.is_speaking { plain * SPEAKING / 10 } else { plain }
        };
        let mut each: Vec<(Period, usize, u32)> =
            self.found.iter().map(|reference| (reference.period, reference.article, worth(reference))).gather();
        for (at, article) in articles.iter().enumerate() {
            if let Some(day) = article.published.date.and_then(Edtf::single) {
                // Counted beside what the article says of the day.
                each.push((day, articles.len() + at, PUBLISHED));
            }
        }
        each.order_by_key(|(period, article, worth)| (*period, *article, std::cmp::Reverse(*worth)));
        each.dedup_by_key(|(period, article, _)| (*period, *article));
        let mut sums: Vec<(Period, u32)> = Vec::new();
        for (period, _, worth) in each {
            match sums.last_mut().filter(|(held, _)| *held == period) {
                Some((_, sum)) => *sum += worth,
                None => sums.push((period, worth)),
            }
        }
        sums
    }

    /// The numbers of the names that most articles have; all of those that share the last place, so that the order of
    /// the articles does not matter.
    fn central(&self) -> Vec<usize> {
        let mut counts = self.articles.clone();
        counts.order_by_key(|count| std::cmp::Reverse(*count));
        let least = counts.get(CENTRAL_NAMES - 1).copied().unwrap_or(0);
        (0..self.articles.len())
            .filter(|number| self.articles.get(*number).is_some_and(|count| *count >= least))
            .gather()
    }
}
