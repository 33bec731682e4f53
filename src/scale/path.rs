//! The way between two views that is as short as the eye allows: out, across, in.
//!
//! Van Wijk and Nuij, "Smooth and efficient zooming and panning" (2003), in one dimension.

use super::Viewport;
use crate::float;

/// How much zooming the path trades for panning; the authors' subjects preferred 1.4.
const RHO: f64 = 1.4;
/// Time for one unit of the path's length; with the limits below a step to a neighbour takes the shortest time.
const MS_PER_UNIT: f64 = 280.0;
const MIN_MS: f64 = 400.0;
const MAX_MS: f64 = 1200.0;

/// A path from one view to another; [`ViewportPath::at`] is a pure function of the progress.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ViewportPath {
    start: Viewport,
    end: Viewport,
    length: f64,
    start_angle: f64,
}

impl ViewportPath {
    /// The path between two views.
    #[must_use]
    pub fn new(start: Viewport, end: Viewport) -> Self {
        let distance = (end.middle() - start.middle()).abs();
        let (from, to) = (start.span(), end.span());
        if distance < 1e-6 * from.min(to) {
            return Self { start, end, length: float::ln(to / from).abs() / RHO, start_angle: 0.0 };
        }
        let angle = |span: f64, sign: f64| {
            let b = (to * to - from * from + sign * RHO.powi(4) * distance * distance)
                / (2.0 * span * RHO * RHO * distance);
            log_of_root_minus(b)
        };
        let (start_angle, end_angle) = (angle(from, 1.0), angle(to, -1.0));
        Self { start, end, length: (end_angle - start_angle) / RHO, start_angle }
    }

    /// Length in the authors' measure: how far the picture changes.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.length
    }

    /// How long the journey should take.
    #[must_use]
    pub fn duration_ms(&self) -> f64 {
        (self.length * MS_PER_UNIT).clamp(MIN_MS, MAX_MS)
    }

    /// The view at a progress from 0 to 1.
    #[must_use]
    pub fn at(&self, progress: f64) -> Viewport {
        if progress <= 0.0 || progress >= 1.0 {
            return if progress <= 0.0 { self.start } else { self.end };
        }
        let (from, travel) = (self.start.span(), self.end.middle() - self.start.middle());
        let way = progress * self.length;
        if travel.abs() < 1e-6 * from.min(self.end.span()) {
            let span = from * float::power(self.end.span() / from, progress);
            return around(self.start.middle() + travel * progress, span);
        }
        let (_, start_cosh) = float::sinh_cosh(self.start_angle);
        let (_, cosh) = float::sinh_cosh(self.start_angle + RHO * way);
        // The authors' `cosh a tanh b - sinh a` is `sinh (b - a) / cosh b`, which takes no large numbers from each other.
        let (sinh, _) = float::sinh_cosh(RHO * way);
        let moved = from / (RHO * RHO) * sinh / cosh;
        around(self.start.middle() + moved * travel.signum(), from * start_cosh / cosh)
    }
}

fn around(middle: f64, span: f64) -> Viewport {
    Viewport { from: middle - span / 2.0, to: middle + span / 2.0 }
}

/// `ln(sqrt(b² + 1) - b)`, in the form that does not cancel for large positive `b`.
fn log_of_root_minus(b: f64) -> f64 {
    let root = (b * b + 1.0).sqrt();
    if b > 0.0 { -float::ln(root + b) } else { float::ln(root - b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(a: Viewport, b: Viewport) -> bool {
        let size = a.span().min(b.span());
        (a.from - b.from).abs() < 1e-3 * size && (a.to - b.to).abs() < 1e-3 * size
    }

    proptest! {
        #[test]
        fn a_path_begins_and_ends_where_it_should(a in 0.0..2e4_f64, b in 0.0..2e4_f64, s in 2.0..2e4_f64, t in 2.0..2e4_f64) {
            let (start, end) = (Viewport::new(a, a + s), Viewport::new(b, b + t));
            let path = ViewportPath::new(start, end);
            prop_assert!(path.length() >= 0.0);
            prop_assert!(close(path.at(1e-9), start), "{:?}", path.at(1e-9));
            prop_assert!(close(path.at(1.0 - 1e-9), end), "{:?}", path.at(1.0 - 1e-9));
        }
    }

    #[test]
    fn a_far_journey_zooms_out_on_the_way() {
        let path = ViewportPath::new(Viewport::new(0.0, 30.0), Viewport::new(10_000.0, 10_030.0));
        assert!(path.at(0.5).span() > 3000.0);
        assert_eq!(path.duration_ms(), MAX_MS);
    }

    #[test]
    fn zooming_in_place_never_moves_the_middle() {
        let path = ViewportPath::new(Viewport::new(0.0, 1000.0), Viewport::new(450.0, 550.0));
        assert!((path.at(0.5).middle() - 500.0).abs() < 1e-9);
        assert!((path.at(0.5).span() - 1000.0 / 10_f64.sqrt()).abs() < 1e-6);
    }
}
