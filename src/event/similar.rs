//! How alike two reports are, and whether their dates can be one.

use std::collections::BTreeMap;

use super::candidate::{Candidate, Standing};
use super::model::Extent;
use crate::calendar::{Bound, Edtf, Grain};

/// How much each key tells: rare ones much, those of the whole story little.
#[derive(Debug, Default)]
pub(super) struct Weights {
    counts: BTreeMap<String, u32>,
    total: u32,
}

impl Weights {
    pub(super) fn add(&mut self, candidate: &Candidate) {
        self.total += 1;
        for key in &candidate.keys {
            *self.counts.entry(key.clone()).or_default() += 1;
        }
    }

    /// In how many candidates a key stands.
    pub(super) fn count(&self, key: &str) -> u32 {
        self.counts.get(key).copied().unwrap_or(0)
    }

    /// 2 for a key in every candidate, up to 16 for one in few; a name counts half as much again.
    pub(super) fn of(&self, key: &str) -> u32 {
        let count = self.count(key).max(1);
        let rarity = (self.total.max(count) / count).ilog2().min(7);
        let weight = 2 + 2 * rarity;
        if key.starts_with('=') { weight + weight / 2 } else { weight }
    }
}

/// How the dates of two reports stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Dates {
    /// The same day.
    SameDay,
    /// Within a month, or one says "about" and the other is near.
    Near,
    /// Within the same year or two.
    SameYear,
    /// They overlap over more than that.
    Coarse,
    /// One of them has none.
    Unknown,
    /// They cannot be one.
    Apart,
}

/// A lead is published up to so many days after what it reports.
const NEWS_LAG_DAYS: i32 = 7;

/// The days that a candidate's date may mean, with room where it says "about".
pub(super) fn reach(date: Edtf) -> (i32, i32) {
    let from = date.first_day().map_or(i32::MIN / 4, |day| day.ordinal());
    let to = date.end_day().map_or(i32::MAX / 4, |day| day.ordinal());
    let room = |bound: Bound| match bound {
        Bound::Date(date) if date.is_approximate() => match date.period.grain() {
            Grain::Day => NEWS_LAG_DAYS,
            Grain::Year => 366,
            _ => 31,
        },
        _ => 0,
    };
    (from - room(date.start()), to + room(date.end()))
}

/// How two candidates' dates stand to each other.
pub(super) fn dates(a: &Candidate, b: &Candidate) -> Dates {
    let (Some(first), Some(second)) = (a.date, b.date) else {
        let known = a.date.or(b.date);
        let after = a.after.or(b.after);
        // "After August 2021" cannot be what happened in 1979.
        let too_early = matches!((known.and_then(Edtf::end_day), after.and_then(Edtf::first_day)), (Some(end), Some(after)) if end <= after);
        return if too_early { Dates::Apart } else { Dates::Unknown };
    };
    let (a_from, a_to) = reach(first);
    let (b_from, b_to) = reach(second);
    let overlap = a_to.min(b_to).saturating_sub(a_from.max(b_from));
    if overlap <= 0 {
        return Dates::Apart;
    }
    let (a_len, b_len) = (a_to.saturating_sub(a_from), b_to.saturating_sub(b_from));
    if a.extent != b.extent && overlap < a_len.max(b_len) / 3 {
        // A moment inside a span is not the span.
        return Dates::Apart;
    }
    if a.extent == Extent::Throughout && b.extent == Extent::Throughout && overlap < a_len.max(b_len) / 2 {
        return Dates::Apart;
    }
    match a_len.max(b_len) {
        i32::MIN..=1 => Dates::SameDay,
        2..=40 => Dates::Near,
        41..=800 => Dates::SameYear,
        _ => Dates::Coarse,
    }
}

/// How alike two candidates are, 0 to 100: what their keys share, by weight.
pub(super) fn likeness(a: &Candidate, b: &Candidate, weights: &Weights) -> u32 {
    let mut shared = 0;
    let mut shared_words = 0;
    for key in a.keys.intersection(&b.keys) {
        let weight = weights.of(key);
        shared += weight;
        shared_words += u32::from(!key.starts_with('='));
    }
    if shared_words == 0 && a.action != b.action {
        return 0;
    }
    let sum = |candidate: &Candidate| candidate.keys.iter().map(|key| weights.of(key)).sum::<u32>().max(1);
    let (sum_a, sum_b) = (sum(a), sum(b));
    // Between what the two share of both and of the shorter: a short phrase may retell a long sentence.
    let of_both = 200 * shared / (sum_a + sum_b);
    let of_shorter = 100 * shared / sum_a.min(sum_b);
    (2 * of_both + of_shorter) / 3
}

/// Whether two candidates report one event: the likeness that it takes depends on how their dates fit.
pub(super) fn is_same(a: &Candidate, b: &Candidate, weights: &Weights) -> Option<u32> {
    if a.article == b.article && a.sentence == b.sentence {
        return None;
    }
    let dates = dates(a, b);
    let same_action = a.action == b.action;
    let rivals = matches!((&a.actor, &b.actor), (Some(one), Some(other)) if one != other);
    let needed = match (dates, same_action) {
        (Dates::Apart, _) => return None,
        (Dates::SameDay, true) => 24,
        (Dates::SameDay, false) => 42,
        (Dates::Near, true) => 24,
        (Dates::Near, false) => 42,
        (Dates::SameYear, true) => 28,
        (Dates::SameYear, false) => 48,
        (Dates::Coarse, true) => 30,
        (Dates::Coarse, false) => 40,
        (Dates::Unknown, true) => 38,
        (Dates::Unknown, false) => 60,
    };
    let needed = needed + if rivals { 14 } else { 0 };
    let both_undated = a.date.is_none() && b.date.is_none();
    if both_undated && (a.standing == Standing::Support || b.standing == Standing::Support) {
        return None;
    }
    let likeness = likeness(a, b, weights);
    (likeness >= needed).then(|| 100 + likeness - needed.min(99))
}
