//! The dates told so far, by grain.

use crate::calendar::{Grain, Period};

/// A date told and the expression that told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) period: Period,
    pub(super) index: usize,
}

/// The last date told at each grain, and at any.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told {
    by_grain: [Option<Mention>; 9],
    line: Option<Mention>,
    /// Where the line was before a date that a clause only looks on to.
    before_limit: Option<Mention>,
    /// Whether the line is at a day that opened a sentence.
    is_at_opening_day: bool,
    /// Whether that line has gone on from a date to one without a year.
    has_gone_on: bool,
    quarter: Option<Mention>,
    is_summed_up: bool,
    /// The last day, month or season told of a year before that of the document.
    past: Option<Mention>,
}

impl Told {
    pub(super) fn remember(&mut self, period: Period, index: usize) {
        if let Some(slot) = self.by_grain.get_mut(period.grain() as usize) {
            *slot = Some(Mention { period, index });
        }
    }

    /// Notes a date of a year before that of the document.
    pub(super) fn look_back(&mut self, period: Period, index: usize) {
        if period.grain() <= Grain::Season {
            self.past = Some(Mention { period, index });
        }
    }

    /// The last day, month or season told of a year before that of the document.
    pub(super) const fn past(&self) -> Option<Mention> {
        self.past
    }

    /// The last date told that is coarser than `grain`; decades and centuries are scenery, not steps of a story, and neither
    /// is an aside about what was before `fine`: "On 17 May it printed papers of 2013."
    pub(super) fn coarser_than(&self, grain: Grain, fine: Option<Mention>) -> Option<Mention> {
        let is_aside = |held: &Mention| {
            fine.is_some_and(|fine| held.period.end_day() <= fine.period.first_day())
                && self.line.is_some_and(|line| line.index != held.index)
        };
        self.by_grain
            .iter()
            .take(Grain::Decade as usize)
            .skip(grain as usize + 1)
            .flatten()
            .filter(|held| !is_aside(held))
            .max_by_key(|mention| mention.index)
            .copied()
    }

    /// Whether the story has gone on from a date to a later and coarser one.
    pub(super) fn has_passed(&self, mention: Mention) -> bool {
        let later = |held: &Mention| held.index > mention.index && held.period.first_day() >= mention.period.end_day();
        self.by_grain.iter().skip(mention.period.grain() as usize + 1).flatten().any(later)
    }

    /// The last date told at exactly `grain`.
    pub(super) fn last_at(&self, grain: Grain) -> Option<Mention> {
        self.by_grain.get(grain as usize).copied().flatten()
    }

    /// Notes a quarter whose figures are told.
    pub(super) fn report(&mut self, quarter: Period, index: usize) {
        self.quarter = Some(Mention { period: quarter, index });
        self.is_summed_up = false;
    }

    /// Notes that figures of more than a quarter are told: "for the nine months".
    pub(super) const fn sum_up(&mut self) {
        self.is_summed_up = true;
    }

    /// The quarter last reported.
    pub(super) const fn quarter(&self) -> Option<Mention> {
        self.quarter
    }

    /// The quarter that a comparison with the year before means; none after a sum of several.
    pub(super) fn quarter_compared(&self) -> Option<Mention> {
        self.quarter.filter(|_| !self.is_summed_up)
    }

    /// Notes whether the date just gone on to has its year from the story.
    pub(super) const fn note_link(&mut self, has_gone_on: bool) {
        self.has_gone_on = has_gone_on;
    }

    /// Whether the date that the story is at has its year from the one before.
    pub(super) const fn has_gone_on(&self) -> bool {
        self.has_gone_on
    }

    /// Notes a calendar date: a story goes on from these, not from what it only counts back to.
    pub(super) fn go_on(&mut self, period: Period, index: usize, leads_sentence: impl FnOnce() -> bool) {
        if period.grain() <= Grain::Year {
            self.before_limit = None;
            self.line = Some(Mention { period, index });
            self.is_at_opening_day = period.grain() == Grain::Day && leads_sentence();
        }
    }

    /// The same for a date that a clause only looks on to: "which lasted until the fall of the town in February 1945". The
    /// next paragraph does not go on from it.
    pub(super) fn look_on(&mut self, period: Period, index: usize) {
        let before = self.line;
        self.go_on(period, index, || false);
        self.before_limit = before;
    }

    /// A paragraph begins.
    pub(super) const fn come_back(&mut self) {
        if let Some(line) = self.before_limit.take() {
            self.line = Some(line);
        }
    }

    /// Whether the story is at a day that opened a sentence: "On 3 March 2019 he was held."
    pub(super) const fn is_at_opening_day(&self) -> bool {
        self.is_at_opening_day
    }

    /// The calendar date that the story goes on from.
    pub(super) const fn line(&self) -> Option<Mention> {
        self.line
    }

    /// The last date told that is at least as fine as `grain`.
    pub(super) fn within(&self, grain: Grain) -> Option<Mention> {
        self.by_grain.iter().take(grain as usize + 1).flatten().max_by_key(|mention| mention.index).copied()
    }
}
