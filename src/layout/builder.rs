//! Makes the steps of zoom, from the whole story to two days, a few steps an octave: in pieces of work so small that a
//! page can paint between them.

use crate::gather::Gather;
use std::sync::Arc;

use super::board::{Board, Outcome, Rows};
use super::levels::{Level, level};
use super::marks::{Marks, is_wide, wide_from_px_per_day};
use super::plan::{Moment, Stretch};
use super::tracks::Tracks;
use crate::float;
use crate::order::InOrder;

/// Room that a button over a mark needs, for a mouse and for a finger.
pub(super) const BUTTON_PX: [f64; 2] = [16.0, 24.0];
/// So many events are tried in one piece of work: well under a ms.
const EVENTS_AT_ONCE: usize = 64;
/// With more moments than this, one that found no room is tried again only once the crowd around it can have thinned.
const EAGER_UP_TO: usize = 300;
/// And at the earliest when the view is so many times closer.
const PATIENCE: f64 = 2.0;

/// A box among many events that could not be stacked when it became wide is tried again up to so many times the scale.
const WIDE_UP_TO: f64 = 4.0;

/// Finer steps show labels earlier, and cost time and memory: many events make do with whole octaves.
fn steps_per_octave(events: usize) -> f64 {
    match events {
        0..=300 => 4.0,
        301..=3_000 => 2.0,
        _ => 1.0,
    }
}

/// What levels are made from.
#[derive(Clone, Debug)]
pub(super) struct Ground {
    pub moments: Arc<[Moment]>,
    pub stretches: Arc<[Stretch]>,
    pub rows: Rows,
    pub tracks: usize,
    pub story_end: f64,
    /// Px a day where the whole story is in view, and where the least is.
    pub px_per_day: (f64, f64),
    pub button_px: f64,
}

/// A moment that has no final place yet, and the scale at which it is tried again.
#[derive(Clone, Debug)]
struct Waiting {
    moment: usize,
    from_px_per_day: f64,
}

/// What is next at the step of zoom that is being made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    /// Which marks are drawn.
    Marks,
    /// Words for those that wait, from this one on.
    Moments(usize),
    /// Better words for those that have some, from this one on.
    Words(usize),
    /// Bars and their words, from this one on.
    Stretches(usize),
    /// What it all comes to.
    Level,
}

/// Makes the levels, from coarse to fine, a piece at a time.
#[derive(Clone, Debug)]
pub(super) struct Builder {
    ground: Ground,
    marks: Marks,
    pub board: Board,
    tracks: Tracks,
    /// Those that wait, the most salient first, and those of them that go on waiting after this step.
    waiting: Vec<Waiting>,
    still_waiting: Vec<Waiting>,
    ranked_stretches: Vec<usize>,
    merged: Vec<(usize, usize)>,
    piece: Piece,
    step: i32,
    steps: i32,
    per_octave: f64,
}

impl Builder {
    pub(super) fn new(ground: Ground) -> Self {
        let (moments, stretches) = (&ground.moments, &ground.stretches);
        let mut ranked: Vec<usize> = (0..moments.len()).gather();
        ranked.order_by_key(|i| moments.get(*i).map(|m| m.rank));
        let mut ranked_stretches: Vec<usize> = (0..stretches.len()).gather();
        ranked_stretches.order_by_key(|i| stretches.get(*i).map(|s| s.rank));
        let per_octave = steps_per_octave(moments.len() + stretches.len());
        let (coarse, fine) = ground.px_per_day;
        Self {
            marks: Marks::new(Arc::clone(moments), &ranked),
            board: Board::new(Arc::clone(moments), ground.rows, ground.story_end),
            tracks: Tracks::new(Arc::clone(stretches), ground.tracks),
            waiting: ranked.into_iter().map(|moment| Waiting { moment, from_px_per_day: 0.0 }).gather(),
            still_waiting: Vec::new(),
            ranked_stretches,
            merged: Vec::new(),
            piece: Piece::Marks,
            step: 0,
            steps: (float::log2(fine / coarse).max(0.0) * per_octave).ceil() as i32 + 1,
            per_octave,
            ground,
        }
    }

    /// Whether the least that a view can show is reached, so that there is nothing more to make.
    pub(super) fn is_done(&self) -> bool {
        self.step >= self.steps
    }

    /// Does the next piece of work, and gives the level that it completes, if it does.
    pub(super) fn work(&mut self) -> Option<Level> {
        if self.is_done() {
            return None;
        }
        let (coarse, _) = self.ground.px_per_day;
        let px_per_day = coarse * float::exp2(f64::from(self.step) / self.per_octave);
        match self.piece {
            Piece::Marks => {
                self.merged = self.marks.refine(px_per_day);
                self.merged.order_by_key(|(_, moment)| *moment);
                self.piece = Piece::Moments(0);
            }
            Piece::Moments(from) => self.hang_some(from, px_per_day),
            Piece::Words(from) => self.improve_some(from, px_per_day),
            Piece::Stretches(from) => {
                let some = self.ranked_stretches.iter().skip(from).take(EVENTS_AT_ONCE);
                some.for_each(|stretch| self.tracks.lay(*stretch, px_per_day));
                let to = from + EVENTS_AT_ONCE;
                self.piece = if to < self.ranked_stretches.len() { Piece::Stretches(to) } else { Piece::Level };
            }
            Piece::Level => {
                self.piece = Piece::Marks;
                self.step += 1;
                let merged = std::mem::take(&mut self.merged);
                return Some(level(&self.ground, px_per_day, &self.marks, &self.board, &self.tracks, &merged));
            }
        }
        None
    }

    /// Words for some of those that wait.
    fn hang_some(&mut self, from: usize, px_per_day: f64) {
        let to = (from + EVENTS_AT_ONCE).min(self.waiting.len());
        for at in from..to {
            let Some(waiting) = self.waiting.get(at).cloned() else { continue };
            let next = if px_per_day < waiting.from_px_per_day {
                Some(waiting)
            } else {
                self.settle(waiting.moment, px_per_day)
            };
            self.still_waiting.extend(next);
        }
        self.piece = Piece::Moments(to);
        if to == self.waiting.len() {
            self.waiting = std::mem::take(&mut self.still_waiting);
            self.piece = Piece::Words(0);
        }
    }

    /// Gives a moment words where there is room: on a pole, or over its box once that is wide. Gives it back where its
    /// place is not final: it has none yet, or its label may still move to its box.
    fn settle(&mut self, moment: usize, px_per_day: f64) -> Option<Waiting> {
        let m = self.ground.moments.get(moment)?;
        if is_wide(m, px_per_day) && self.board.stack(moment, px_per_day) {
            return None;
        }
        let outcome =
            if self.board.hung.contains(moment) { Outcome::Hangs } else { self.board.hang(moment, px_per_day) };
        let is_eager = self.ground.moments.len() <= EAGER_UP_TO;
        let patience = if is_eager { 1.0 } else { PATIENCE };
        let wide_from = wide_from_px_per_day(m);
        let wide_from = match px_per_day / wide_from {
            share if share < 1.0 => wide_from,
            // The wider the box, the more labels stand over it: where there was no room so far there will be none.
            share if share > WIDE_UP_TO && !is_eager => f64::INFINITY,
            _ => px_per_day * patience,
        };
        let again_from = match outcome {
            Outcome::Hangs => wide_from,
            Outcome::NoRoomUntil(_) if is_eager => px_per_day,
            Outcome::NoRoomUntil(closer) => (px_per_day * closer.max(patience)).min(wide_from),
        };
        // Rounding must not put it off to the step after.
        again_from.is_finite().then_some(Waiting { moment, from_px_per_day: again_from * (1.0 - 1e-9) })
    }

    /// Better words for some of those that hang in a shortened form.
    fn improve_some(&mut self, from: usize, px_per_day: f64) {
        let range = from..self.ground.moments.len();
        let short = self.board.hung.between(range).filter(|(_, held)| held.hung.form > 0);
        let short: Vec<usize> = short.map(|(moment, _)| *moment).take(EVENTS_AT_ONCE).gather();
        for moment in &short {
            self.board.improve(*moment, px_per_day);
        }
        self.piece = match short.last() {
            Some(last) if short.len() == EVENTS_AT_ONCE => Piece::Words(last + 1),
            _ => Piece::Stretches(0),
        };
    }
}
