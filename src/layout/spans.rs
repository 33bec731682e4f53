//! What the events of a story span, and which of them matter most.

use super::figure::{Edge, Figure, Reach};
use crate::event::{Chronology, Event};
use crate::gather::Gather;
use crate::order::InOrder;
use crate::scale::{Viewport, time_from_day};

/// Part of the axis left free before the first event and after the last.
const MARGIN_SHARE: f64 = 0.011;
/// A story of one day still gets a week to either side.
const MIN_STORY_DAYS: f64 = 14.0;
/// Lead events: the top fifth by salience, at most five.
const MAX_LEADS: usize = 5;
const LEAD_SHARE: usize = 5;

/// Everything there is to see, with a margin.
pub(super) fn whole_story(chronology: &Chronology, reaches: &[Option<Reach>]) -> Viewport {
    let dates = chronology.eras.iter().map(|era| era.date).chain(chronology.range);
    let edges = dates.map(|date| (date.first_day().map(time_from_day), date.end_day().map(time_from_day)));
    let events = reaches.iter().flatten().map(|reach| (Some(reach.from), Some(reach.to)));
    let (mut from, mut to) = (f64::INFINITY, f64::NEG_INFINITY);
    for (first, last) in events.chain(edges.clone()) {
        from = first.map_or(from, |first| from.min(first));
        to = last.map_or(to, |last| to.max(last));
    }
    if from > to {
        (from, to) = (0.0, 365.0);
    }
    // Eras and ranges are named by years: the last one ends where the last event does.
    let last_event = reaches.iter().flatten().map(|reach| reach.to).fold(f64::NEG_INFINITY, f64::max);
    if last_event.is_finite() && last_event > from && to - last_event < 366.0 {
        to = last_event;
    }
    if to - from < MIN_STORY_DAYS {
        (from, to) = (from - MIN_STORY_DAYS / 2.0, to + MIN_STORY_DAYS / 2.0);
    }
    let margin = (to - from) * MARGIN_SHARE;
    Viewport::new(from - margin, to + margin)
}

/// What goes on does so to the end of the story, and beyond its margin.
pub(super) fn goes_on_until(reach: Reach, whole: Viewport) -> Reach {
    let Figure::Throughout { start, end, .. } = reach.figure else { return reach };
    let from = if start == Edge::GoesOn { whole.from } else { reach.from };
    let to = if end == Edge::GoesOn { whole.to } else { reach.to };
    Reach { from: from.min(to), to: to.max(from), ..reach }
}

/// The place of each event by salience, the most salient first; ties go to the earlier.
pub(super) fn ranks(events: &[Event]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..events.len()).gather();
    let salience = |i: &usize| events.get(*i).map_or(0.0, |event| event.salience);
    order.order_by(|a, b| salience(b).total_cmp(&salience(a)).then(a.cmp(b)));
    let mut ranks = vec![0; events.len()];
    for (rank, event) in order.into_iter().enumerate() {
        if let Some(slot) = ranks.get_mut(event) {
            *slot = rank as u32;
        }
    }
    ranks
}
/// How many events lead.
pub(super) fn lead_count(events: usize) -> usize {
    (events / LEAD_SHARE).min(MAX_LEADS)
}

/// Starts and ends of all dated events, each in order.
pub(super) fn starts_and_ends(reaches: &[Option<Reach>], whole: Viewport) -> (Vec<f64>, Vec<f64>) {
    let all = reaches.iter().flatten().map(|reach| goes_on_until(*reach, whole));
    let (mut starts, mut ends): (Vec<f64>, Vec<f64>) = all.map(|reach| (reach.from, reach.to)).unzip();
    starts.order_by(f64::total_cmp);
    ends.order_by(f64::total_cmp);
    (starts, ends)
}
