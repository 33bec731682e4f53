//! Movements of the view that outlast the reader's hand: steps of zoom, journeys to an event, the run after a drag.

use crate::float;
use crate::scale::{Viewport, ViewportPath};

/// How long a step of zoom or a button's move takes.
const STEP_MS: f64 = 280.0;

/// How long the picture runs on after a drag.
const FLING_MS: f64 = 600.0;

/// A movement of the view. Its time begins with its first frame, so that a slow first frame does not swallow it.
#[derive(Clone, Debug, PartialEq)]
pub struct Motion {
    way: Way,
    duration_ms: f64,
    begun_ms: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
enum Way {
    /// Straight from one view to another, slowing down.
    Step(Viewport, Viewport),
    /// Out, across and in again.
    Journey(ViewportPath),
    /// From a view, this many days further on, slowing down.
    Run(Viewport, f64),
}

impl Motion {
    /// A short move.
    #[must_use]
    pub const fn step(from: Viewport, to: Viewport) -> Self {
        Self { way: Way::Step(from, to), duration_ms: STEP_MS, begun_ms: None }
    }

    /// A move that may be long, along the path of least strain.
    #[must_use]
    pub fn journey(from: Viewport, to: Viewport) -> Self {
        let path = ViewportPath::new(from, to);
        Self { duration_ms: path.duration_ms(), way: Way::Journey(path), begun_ms: None }
    }

    /// The run after a drag that was let go at a speed, in days per ms.
    #[must_use]
    pub fn run(from: Viewport, days_per_ms: f64) -> Self {
        // With a speed that falls in a straight line the way is half of what full speed would make.
        Self { way: Way::Run(from, days_per_ms * FLING_MS / 2.0), duration_ms: FLING_MS, begun_ms: None }
    }

    /// The view at a moment, and whether the movement has ended.
    pub fn at(&mut self, now_ms: f64, whole: Viewport) -> (Viewport, bool) {
        let begun_ms = *self.begun_ms.get_or_insert(now_ms);
        let progress = ((now_ms - begun_ms) / self.duration_ms).clamp(0.0, 1.0);
        let eased = 1.0 - (1.0 - progress).powi(2);
        let view = match &self.way {
            Way::Step(from, to) => between(*from, *to, eased),
            Way::Journey(path) => path.at(smooth(progress)),
            Way::Run(from, days) => from.panned(days * eased, whole),
        };
        (view, progress >= 1.0)
    }

    /// Where it will end.
    #[must_use]
    pub fn end(&self, whole: Viewport) -> Viewport {
        match &self.way {
            Way::Step(_, to) => *to,
            Way::Journey(path) => path.at(1.0),
            Way::Run(from, days) => from.panned(*days, whole),
        }
    }
}

/// Slow at both ends.
fn smooth(progress: f64) -> f64 {
    progress * progress * (3.0 - 2.0 * progress)
}

/// The view part of the way from one to another, its length changing by equal factors.
fn between(from: Viewport, to: Viewport, progress: f64) -> Viewport {
    if progress >= 1.0 {
        return to;
    }
    let span = from.span() * float::power(to.span() / from.span(), progress);
    // The place that stays where it is while the span changes is the one that the two views share in proportion.
    let shrink = from.span() - to.span();
    if shrink.abs() < 1e-9 {
        let shift = (to.from - from.from) * progress;
        return Viewport { from: from.from + shift, to: from.to + shift };
    }
    let fixed = (to.from - from.from) / shrink;
    let start = from.from + fixed * (from.span() - span);
    Viewport { from: start, to: start + span }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Viewport = Viewport { from: 0.0, to: 10_000.0 };

    #[test]
    fn a_step_ends_exactly_where_it_should() {
        let (from, to) = (Viewport::new(0.0, 1000.0), Viewport::new(400.0, 600.0));
        let mut motion = Motion::step(from, to);
        assert_eq!(motion.at(5000.0, WHOLE), (from, false));
        assert_eq!(motion.at(5000.0 + STEP_MS, WHOLE), (to, true));
    }

    #[test]
    fn a_zoom_in_place_keeps_the_middle_all_the_way() {
        let mut motion = Motion::step(Viewport::new(0.0, 1000.0), Viewport::new(400.0, 600.0));
        motion.at(0.0, WHOLE);
        let (view, _) = motion.at(100.0, WHOLE);
        assert!((view.middle() - 500.0).abs() < 1e-6, "{view:?}");
        assert!(view.span() < 1000.0 && view.span() > 200.0);
    }

    #[test]
    fn a_run_goes_half_as_far_as_its_speed_would_and_stays_in_the_story() {
        let mut motion = Motion::run(Viewport::new(1000.0, 2000.0), 1.0);
        motion.at(0.0, WHOLE);
        assert_eq!(motion.at(FLING_MS, WHOLE), (Viewport::new(1300.0, 2300.0), true));
        let mut motion = Motion::run(Viewport::new(8900.0, 9900.0), 1.0);
        motion.at(0.0, WHOLE);
        assert_eq!(motion.at(FLING_MS, WHOLE).0, Viewport::new(9000.0, 10_000.0));
    }
}
