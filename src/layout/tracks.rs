//! The bars under the axis: which track each lies in, and whether it has room for words, from coarse to fine scales.

use std::sync::Arc;

use super::figure::{Edge, Figure, Reach};
use super::plan::Stretch;

/// Bars that touch are told apart by their ends; this much overlap is rounding.
const BAR_SLACK_PX: f64 = 1.0;
/// Room between words side by side.
const WORDS_GAP_PX: f64 = 10.0;
/// Words of two bars that begin farther apart never meet.
const WORDS_REACH_PX: f64 = 700.0;
/// A bar is never shorter.
const MIN_BAR_PX: f64 = 2.0;
/// The last track has room for a date and two lines.
const LAST_WORDS_PX: f64 = 56.0;
/// Nothing is known on that side: the bar fades away over this.
pub(super) const OPEN_PX: f64 = 48.0;

/// A bar in its track.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Laid {
    pub track: usize,
    /// Index into the stretch's forms; `None` for a bar without words.
    pub form: Option<usize>,
}

/// Where a bar begins and ends at a scale, in px from time 0.
pub(super) fn bar_edges(reach: &Reach, px_per_day: f64) -> (f64, f64) {
    let (mut from, mut to) = (reach.from * px_per_day, reach.to * px_per_day);
    if let Figure::Throughout { start, end, .. } = reach.figure {
        if start == Edge::Unknown {
            from -= OPEN_PX;
        }
        if end == Edge::Unknown {
            to += OPEN_PX;
        }
    }
    (from, to.max(from + MIN_BAR_PX))
}

fn words_edges(stretch: &Stretch, form: usize, px_per_day: f64) -> Option<(f64, f64)> {
    let width = stretch.forms.get(form)?.width;
    let (from, to) = bar_edges(&stretch.reach, px_per_day);
    Some(if stretch.is_end_aligned { (to - width, to) } else { (from, from + width) })
}

/// What lies under the axis. Only ever adds.
#[derive(Clone, Debug)]
pub(super) struct Tracks {
    stretches: Arc<[Stretch]>,
    /// Each track's bars as indices of stretches, in the order of time.
    tracks: Vec<Vec<usize>>,
    pub laid: Vec<Option<Laid>>,
}

impl Tracks {
    pub(super) fn new(stretches: Arc<[Stretch]>, count: usize) -> Self {
        let laid = vec![None; stretches.len()];
        Self { stretches, tracks: vec![Vec::new(); count], laid }
    }

    /// Lays a bar with words where there is room, else without; gives a bare one words where there is room by now.
    pub(super) fn lay(&mut self, stretch: usize, px_per_day: f64) {
        let Some(forms) = self.stretches.get(stretch).map(|s| s.forms.len()) else { return };
        match self.laid.get(stretch).copied().flatten() {
            Some(Laid { form: Some(0), .. }) => {}
            Some(laid) => self.improve(stretch, laid, px_per_day),
            None => {
                let with_words = |track| (0..forms).map(move |form| Laid { track, form: Some(form) });
                let mut places = (0..self.tracks.len()).flat_map(with_words);
                let _ = places.any(|laid| self.put(stretch, laid, px_per_day))
                    || (0..self.tracks.len()).any(|track| self.put(stretch, Laid { track, form: None }, px_per_day));
            }
        }
    }

    fn improve(&mut self, stretch: usize, laid: Laid, px_per_day: f64) {
        let limit = laid.form.or(self.stretches.get(stretch).map(|s| s.forms.len())).unwrap_or(0);
        let better = (0..limit).map(|form| Laid { form: Some(form), ..laid });
        let found = better.into_iter().find(|laid| self.fits(stretch, *laid, px_per_day));
        if let (Some(better), Some(slot)) = (found, self.laid.get_mut(stretch)) {
            *slot = Some(better);
        }
    }

    /// Puts a stretch into a place where there is room, or where there is once the words before it are in a narrower
    /// form. Says whether there was.
    fn put(&mut self, stretch: usize, laid: Laid, px_per_day: f64) -> bool {
        let shrunk = self.narrowed_before(stretch, laid);
        if !self.fits(stretch, laid, px_per_day) {
            let Some((neighbour, form)) = shrunk else { return false };
            let before = self.set_form(neighbour, form);
            if !self.fits(stretch, laid, px_per_day) {
                self.set_form(neighbour, before);
                return false;
            }
        }
        if let (Some(track), Some(slot)) = (self.tracks.get_mut(laid.track), self.laid.get_mut(stretch)) {
            let at = track.partition_point(|other| *other < stretch);
            track.insert(at, stretch);
            *slot = Some(laid);
        }
        true
    }

    /// The neighbour before a place, and the narrowest of its forms that has all the words.
    fn narrowed_before(&self, stretch: usize, laid: Laid) -> Option<(usize, Option<usize>)> {
        let track = self.tracks.get(laid.track)?;
        let at = track.partition_point(|other| *other < stretch);
        let neighbour = *track.get(at.checked_sub(1)?)?;
        let narrow = self.stretches.get(neighbour)?.whole_forms.checked_sub(1)?;
        let form = self.laid.get(neighbour)?.as_ref()?.form?;
        (form < narrow).then_some((neighbour, Some(narrow)))
    }

    fn set_form(&mut self, stretch: usize, form: Option<usize>) -> Option<usize> {
        let laid = self.laid.get_mut(stretch)?.as_mut()?;
        std::mem::replace(&mut laid.form, form)
    }

    /// Whether neither bar nor words meet those of a neighbour. What is in a track does not overlap, so that the
    /// nearest on each side is enough for bars; words can be longer than several bars, so all within their reach are
    /// asked.
    fn fits(&self, stretch: usize, laid: Laid, px_per_day: f64) -> bool {
        let Some(track) = self.tracks.get(laid.track) else { return false };
        let height = laid.form.and_then(|form| self.stretches.get(stretch)?.forms.get(form)).map(|form| form.height);
        if laid.track + 1 == self.tracks.len() && height.is_some_and(|height| height > LAST_WORDS_PX) {
            return false;
        }
        let at = track.partition_point(|other| *other < stretch);
        let start = |other: usize| self.stretches.get(other).map_or(0.0, |s| s.reach.from * px_per_day);
        let own = start(stretch);
        let is_near = |(place, other): &(usize, &usize)| *place < 2 || (start(**other) - own).abs() < WORDS_REACH_PX;
        let before = track.iter().take(at).rev().enumerate().take_while(is_near);
        let after = track.iter().skip(at).filter(|other| **other != stretch).enumerate().take_while(is_near);
        before.chain(after).all(|(_, other)| !self.is_conflict(stretch, laid.form, *other, px_per_day))
    }

    fn is_conflict(&self, stretch: usize, form: Option<usize>, other: usize, px_per_day: f64) -> bool {
        let (Some(a), Some(b)) = (self.stretches.get(stretch), self.stretches.get(other)) else { return false };
        let meet = |(a0, a1): (f64, f64), (b0, b1): (f64, f64), gap: f64| a0 < b1 + gap && b0 < a1 + gap;
        if meet(bar_edges(&a.reach, px_per_day), bar_edges(&b.reach, px_per_day), -BAR_SLACK_PX) {
            return true;
        }
        let other_form = self.laid.get(other).copied().flatten().and_then(|laid| laid.form);
        let (Some(form), Some(other_form)) = (form, other_form) else { return false };
        let words = |stretch, form| words_edges(stretch, form, px_per_day);
        let (Some(own), Some(others)) = (words(a, form), words(b, other_form)) else { return false };
        // Words follow the part of their bar in view, so they need all of it to themselves.
        let swept = |(from, to): (f64, f64), stretch: &Stretch| {
            let (start, end) = bar_edges(&stretch.reach, px_per_day);
            (from.min(start), to.max(end))
        };
        // Without slack: what overlaps by less than a px here overlaps by the width of a word farther in.
        meet(own, others, WORDS_GAP_PX) || meet(swept(own, a), swept(others, b), 0.0)
    }
}
