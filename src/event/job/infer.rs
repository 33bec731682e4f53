//! Publication dates inferred from the set: an article that leads with what others date was published then.

use super::{Extraction, Stage};
use crate::article::{Article, Publication, PublishedBasis};
use crate::calendar::{Day, Edtf, Grain, Period};
use crate::event::candidate::{Candidate, Standing};
use crate::event::model::Extent;
use crate::event::publication::{self, MonthDay, OpenDays};
use crate::event::similar;
use crate::gather::Gather;
use crate::timex::{Anchor, resolve};

/// Candidates weighed in one piece of work.
const WEIGH_BATCH: usize = 24;

/// The likeness that a report needs to the lead of an article whose dateline has its day.
const LIKE_LEAD: u32 = 12;

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
        self.days = (0..DAYS_OF_YEAR).map(|_| Vec::new()).gather();
        for (at, told) in self
            .candidates
            .iter()
            .enumerate()
            .filter(|(_, told)| told.standing.stands_alone() && told.extent == Extent::Within)
        {
            let slot = day_told(told).and_then(|day| self.days.get_mut(slot(publication::day_of_year(day))));
            slot.into_iter().for_each(|slot| slot.push(at));
        }
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
        if !is_open(source) {
            return;
        }
        let open = self.open_days(article).unwrap_or_default();
        let date = open.beside_day(self.days_told_elsewhere(article, &open));
        let date = date.or_else(|| self.date_from_set(article, source, &open)).or_else(|| self.year_from_set(&open));
        self.inferred.extend(date.map(|date| (article, date)));
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

    /// What an article tells, by itself: at this stage the candidates stand in the order of the articles.
    fn told_by(&self, article: usize) -> impl Iterator<Item = &Candidate> {
        let from = self.candidates.partition_point(|candidate| candidate.article < article);
        self.candidates.iter().skip(from).take_while(move |candidate| candidate.article == article)
    }

    /// Days without a year are of the year in which the weekday fits, or of that of the other articles, where those were
    /// published close together.
    fn year_from_set(&self, open: &OpenDays) -> Option<Edtf> {
        let (first, last) = self.published?;
        open.by_weekday_of_set(first, last).or_else(|| open.beside(first, last))
    }

    fn open_days(&self, article: usize) -> Option<OpenDays> {
        let source = self.articles.get(article).filter(|source| source.published.date.is_none())?;
        Some(OpenDays::of(source, &self.readings.get(article)?.stated))
    }

    /// The days about that of the dateline on which something happened, by other articles, that this one leads with.
    fn days_told_elsewhere(&self, article: usize, open: &OpenDays) -> impl Iterator<Item = Day> {
        let lead = self.told_by(article).min_by_key(|own| (own.standing != Standing::Lead, own.sentence));
        // Before the first of a month is one of the four days that may end the one before.
        let slots = (0..=4).filter_map(|back| Some((slot(open.day()?) + DAYS_OF_YEAR - back) % DAYS_OF_YEAR));
        let told = slots.filter_map(|slot| self.days.get(slot)).flatten().filter_map(|at| self.candidates.get(*at));
        let alike = told.filter(move |other| {
            other.article != article
                && lead.is_some_and(|lead| similar::likeness(lead, other, &self.weights) >= LIKE_LEAD)
        });
        alike.filter_map(day_told)
    }

    fn date_from_set(&self, article: usize, source: &Article, open: &OpenDays) -> Option<Edtf> {
        let mut best: Option<(u32, Edtf)> = None;
        for lead in self.told_by(article).filter(|candidate| candidate.standing == Standing::Lead) {
            let mut undated = lead.clone();
            undated.date = None;
            for other in
                self.candidates.iter().filter(|other| other.article != article && other.extent == Extent::Within)
            {
                let Some(date) = other.date.filter(|date| date.days().is_some_and(|days| days <= 31)) else { continue };
                let interval = publication::from_event(date, source.published.date);
                let Some(interval) = interval.and_then(|interval| open.within(interval)) else { continue };
                let Some(score) = similar::is_same(&undated, other, &self.weights) else { continue };
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

/// Twelve months of 31 days.
const DAYS_OF_YEAR: usize = 12 * 31;

/// The place of a day among those.
fn slot((month, day): MonthDay) -> usize {
    (usize::from(month) * 31 + usize::from(day)).wrapping_sub(32)
}

/// The day on which something happened, where it is known to the day.
fn day_told(candidate: &Candidate) -> Option<Day> {
    let period = candidate.date?.single().filter(|period| period.grain() == Grain::Day)?;
    Some(period.first_day())
}

/// Whether an article's date is unknown, or known to no better than some months.
fn is_open(article: &Article) -> bool {
    article.published.date.is_none_or(|date| date.days().is_none_or(|days| days > 100))
}
