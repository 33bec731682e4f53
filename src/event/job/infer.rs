//! Publication dates inferred from the set: an article that leads with what others date was published then.

use super::{Extraction, Stage};
use crate::article::{Article, Publication, PublishedBasis};
use crate::calendar::{Day, Edtf, Grain, Period};
use crate::event::candidate::Standing;
use crate::event::model::Extent;
use crate::event::publication;
use crate::event::similar::{self, Weights};
use crate::gather::Gather;
use crate::timex::{Anchor, resolve};

/// Candidates weighed in one piece of work.
const WEIGH_BATCH: usize = 24;

/// The likeness that a report needs to the lead of an article whose dateline has its day.
const LIKE_LEAD: u32 = 12;

/// The likeness that two reports of a day need, one of which has no year.
const LIKE_DAY: u32 = 10;

impl Extraction {
    pub(super) fn weigh(&mut self, from: usize) {
        if from == 0 && !self.articles.iter().any(is_open) {
            self.has_inferred = true;
            self.stage = Stage::Merge;
            return;
        }
        let end = (from + WEIGH_BATCH).min(self.candidates.len());
        for candidate in self.candidates.get(from..end).unwrap_or_default() {
            self.weights.add(candidate);
        }
        if end < self.candidates.len() {
            self.stage = Stage::Weigh(end);
            return;
        }
        let days = self.articles.iter().filter_map(|article| article.published.date?.single());
        let days = days.filter(|period| period.grain() == Grain::Day).map(Period::first_day);
        self.published = days.fold(None, |held: Option<(Day, Day)>, day| {
            let (first, last) = held.unwrap_or((day, day));
            Some((first.min(day), last.max(day)))
        });
        self.stage = Stage::Infer(0);
    }

    /// An article without a date that leads with what others date was published then; its expressions are resolved
    /// again and its sentences read again.
    pub(super) fn infer(&mut self, article: usize) {
        let Some(source) = self.articles.get(article) else {
            self.read_again();
            return;
        };
        self.stage = Stage::Infer(article + 1);
        if is_open(source)
            && let Some(date) = self
                .day_of_dateline(article)
                .or_else(|| self.date_from_set(article, source, &self.weights))
                .or_else(|| self.year_from_set(article))
        {
            self.inferred.push((article, date));
        }
    }

    fn read_again(&mut self) {
        self.has_inferred = true;
        let inferred = std::mem::take(&mut self.inferred);
        for (article, date) in &inferred {
            if let (Some(source), Some(reading)) = (self.articles.get_mut(*article), self.readings.get_mut(*article)) {
                let evidence = source.published.evidence;
                source.published = Publication { date: Some(*date), basis: PublishedBasis::Inferred, evidence };
                reading.timexes = resolve(&source.text, &reading.stated, &Anchor { published: Some(*date) });
            }
        }
        // In the order of the articles, as they were gone through.
        let again: Vec<usize> = inferred.into_iter().map(|(article, _)| article).gather();
        self.candidates.retain(|candidate| again.binary_search(&candidate.article).is_err());
        self.references.forget(&again);
        self.order = again;
        self.current = None;
        self.stage = Stage::Read(0);
    }

    /// The day of a dateline in the year in which other articles tell of it.
    fn day_of_dateline(&self, article: usize) -> Option<Edtf> {
        self.open_days(article)?.beside_day(self.days_told_elsewhere(article))
    }

    /// Days without a year are of the year in which others tell the same of such a day, in which the weekday fits, or of
    /// that of the other articles, where those were published close together.
    fn year_from_set(&self, article: usize) -> Option<Edtf> {
        let (first, last) = self.published?;
        let open = self.open_days(article)?;
        let told = || open.in_year(self.year_told_elsewhere(article)?);
        told().or_else(|| open.by_weekday_of_set(first, last)).or_else(|| open.beside(first, last))
    }

    /// The one year in which other articles tell what this one tells of a day without a year.
    fn year_told_elsewhere(&self, article: usize) -> Option<i32> {
        let stated = &self.readings.get(article)?.stated;
        let mut found = None;
        for own in self.candidates.iter().filter(|own| own.article == article && own.standing.stands_alone()) {
            let Some(day) = own.expression.and_then(|at| publication::month_day_at(stated, at)) else { continue };
            let others = self.candidates.iter().filter(|other| other.article != article);
            for other in others.filter(|other| other.standing.stands_alone()) {
                let Some(period) = other.date.and_then(Edtf::single) else { continue };
                let (year, month, of_month) = period.first_day().ymd();
                let is_same = period.grain() == Grain::Day && (month, of_month) == day;
                if !is_same || similar::likeness(own, other, &self.weights) < LIKE_DAY {
                    continue;
                }
                if found.is_some_and(|held| held != year) {
                    return None;
                }
                found = Some(year);
            }
        }
        found
    }

    fn open_days(&self, article: usize) -> Option<publication::OpenDays> {
        let source = self.articles.get(article).filter(|source| source.published.date.is_none())?;
        Some(publication::OpenDays::of(source, &self.readings.get(article)?.stated))
    }

    /// The days on which something happened, by other articles, that this one leads with or has in its title.
    fn days_told_elsewhere(&self, article: usize) -> impl Iterator<Item = Day> {
        let own = self.candidates.iter().filter(move |own| own.article == article);
        let lead = own.min_by_key(|own| (own.standing != Standing::Lead, own.sentence));
        let others = self.candidates.iter().filter(move |other| other.article != article);
        let told = others.filter(|other| other.extent == Extent::Within && other.standing.stands_alone());
        let alike = told
            .filter(move |other| lead.is_some_and(|lead| similar::likeness(lead, other, &self.weights) >= LIKE_LEAD));
        let days = alike.filter_map(|other| other.date?.single());
        days.filter(|period| period.grain() == Grain::Day).map(Period::first_day)
    }

    fn date_from_set(&self, article: usize, source: &Article, weights: &Weights) -> Option<Edtf> {
        let open = self.open_days(article).unwrap_or_default();
        let mut best: Option<(u32, Edtf)> = None;
        for lead in self
            .candidates
            .iter()
            .filter(|candidate| candidate.article == article && candidate.standing == Standing::Lead)
        {
            let mut undated = lead.clone();
            undated.date = None;
            for other in
                self.candidates.iter().filter(|other| other.article != article && other.extent == Extent::Within)
            {
                let Some(date) = other.date.filter(|date| date.days().is_some_and(|days| days <= 31)) else { continue };
                let Some(score) = similar::is_same(&undated, other, weights) else { continue };
                let interval = publication::from_event(date, source.published.date);
                let Some(interval) = interval.and_then(|interval| open.within(interval)) else { continue };
                if best
                    .is_none_or(|(held, kept)| (score, std::cmp::Reverse(interval)) > (held, std::cmp::Reverse(kept)))
                {
                    best = Some((score, interval));
                }
            }
        }
        best.map(|(_, date)| date)
    }
}

/// Whether an article's date is unknown, or known to no better than some months.
fn is_open(article: &Article) -> bool {
    article.published.date.is_none_or(|date| date.days().is_none_or(|days| days > 100))
}
