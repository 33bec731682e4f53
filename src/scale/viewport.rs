//! What is in view, and the linear map that it makes.

use crate::calendar::{Day, Edtf, MAX_YEAR, MIN_YEAR, Period};
use crate::float::clamped;

/// The least that can be in view: below two days there is nothing more to tell apart.
const MIN_SPAN_DAYS: f64 = 2.0;
/// Part of the view left free at each side when something is fitted into it.
const FIT_MARGIN: f64 = 0.08;

/// The time at which a day begins, in days since 1970-01-01.
#[must_use]
pub fn time_from_day(day: Day) -> f64 {
    f64::from(day.ordinal())
}

/// The day that holds a time, or the nearest one that the calendar supports.
#[must_use]
pub fn day_from_time(time: f64) -> Day {
    Day::from_ordinal(time.floor() as i32)
        .or_else(|| Day::from_ymd(if time < 0.0 { MIN_YEAR } else { MAX_YEAR }, 1, 1))
        .unwrap_or(Day::EPOCH)
}

/// The stretch of time in view, in days since 1970-01-01. `to` is after `from`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Where the view begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

impl Viewport {
    /// The view between two times, at least two days long.
    #[must_use]
    pub fn new(from: f64, to: f64) -> Self {
        let middle = f64::midpoint(from, to);
        let half = ((to - from) / 2.0).max(MIN_SPAN_DAYS / 2.0);
        Self { from: middle - half, to: middle + half }
    }

    /// Days in view.
    #[must_use]
    pub fn span(self) -> f64 {
        self.to - self.from
    }

    /// The time in the middle.
    #[must_use]
    pub fn middle(self) -> f64 {
        f64::midpoint(self.from, self.to)
    }

    /// The same length, `days` later (earlier, where negative), kept inside the whole story.
    #[must_use]
    pub fn panned(self, days: f64, whole: Self) -> Self {
        Self { from: self.from + days, to: self.to + days }.clamped(whole)
    }

    /// `factor` times closer (farther, below 1); `time` stays where it is on the screen, as far as the whole allows.
    #[must_use]
    pub fn zoomed_at(self, time: f64, factor: f64, whole: Self) -> Self {
        if !factor.is_finite() || factor <= 0.0 {
            return self;
        }
        let span = clamped(self.span() / factor, MIN_SPAN_DAYS.min(whole.span()), whole.span());
        let share = (time - self.from) / self.span();
        let from = time - share * span;
        Self { from, to: from + span }.clamped(whole)
    }

    /// The view that holds the times from `from` to `to` with some room beside them.
    #[must_use]
    pub fn fitted(from: f64, to: f64, whole: Self) -> Self {
        let margin = (to - from).max(MIN_SPAN_DAYS) * FIT_MARGIN;
        Self::new(from - margin, to + margin).clamped(whole)
    }

    /// The nearest view that does not leave the whole story.
    #[must_use]
    pub fn clamped(self, whole: Self) -> Self {
        let span = clamped(self.span(), MIN_SPAN_DAYS.min(whole.span()), whole.span());
        let middle =
            clamped(self.middle(), whole.from + span / 2.0, (whole.to - span / 2.0).max(whole.from + span / 2.0));
        Self { from: middle - span / 2.0, to: middle + span / 2.0 }
    }

    /// Whether it shows all of the story.
    #[must_use]
    pub fn is_whole(self, whole: Self) -> bool {
        self.span() >= whole.span() * (1.0 - 1e-9)
    }

    /// The days in view as an interval, for links and status lines.
    #[must_use]
    pub fn edtf(self) -> Edtf {
        let last = day_from_time(self.to - 1e-6);
        Edtf::between(Period::day(day_from_time(self.from)), Period::day(last))
    }

    /// The view of exactly the days that a date can mean; open ends reach to the ends of the story.
    #[must_use]
    pub fn from_edtf(date: Edtf, whole: Self) -> Self {
        let from = date.first_day().map_or(whole.from, time_from_day);
        let to = date.end_day().map_or(whole.to, time_from_day);
        Self::new(from, to).clamped(whole)
    }
}

/// The map between time and pixels along the axis that a view makes. Immutable.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// What is in view.
    pub viewport: Viewport,
    /// How long the axis is.
    pub length_px: f64,
}

impl Scale {
    /// The map of a view onto an axis.
    #[must_use]
    pub fn new(viewport: Viewport, length_px: f64) -> Self {
        Self { viewport, length_px: length_px.max(1.0) }
    }

    /// Pixels a day.
    #[must_use]
    pub fn px_per_day(&self) -> f64 {
        self.length_px / self.viewport.span()
    }

    /// Where a time stands, in px from the start of the axis.
    #[must_use]
    pub fn x_from_time(&self, time: f64) -> f64 {
        (time - self.viewport.from) * self.px_per_day()
    }

    /// What time stands at a place.
    #[must_use]
    pub fn time_from_x(&self, x: f64) -> f64 {
        self.viewport.from + x / self.px_per_day()
    }

    /// The view `factor` times closer around the time at `x`.
    #[must_use]
    pub fn zoomed_at(&self, x: f64, factor: f64, whole: Viewport) -> Viewport {
        self.viewport.zoomed_at(self.time_from_x(x), factor, whole)
    }

    /// The view after the content was dragged by `px`: to the right shows earlier times.
    #[must_use]
    pub fn dragged(&self, px: f64, whole: Viewport) -> Viewport {
        self.viewport.panned(-px / self.px_per_day(), whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WHOLE: Viewport = Viewport { from: 3000.0, to: 20_000.0 };

    proptest! {
        #[test]
        fn a_place_and_its_time_are_inverse(from in -1e6..1e6_f64, span in 2.0..1e6_f64, x in -500.0..3000.0_f64) {
            let scale = Scale::new(Viewport::new(from, from + span), 1136.0);
            prop_assert!((scale.x_from_time(scale.time_from_x(x)) - x).abs() < 1e-6);
        }

        #[test]
        fn no_move_leaves_the_story(pan in -1e5..1e5_f64, time in 3000.0..20_000.0_f64, factor in 0.01..1000.0_f64) {
            let view = WHOLE.zoomed_at(time, factor, WHOLE).panned(pan, WHOLE);
            prop_assert!(view.from >= WHOLE.from - 1e-6 && view.to <= WHOLE.to + 1e-6);
            prop_assert!(view.span() >= MIN_SPAN_DAYS - 1e-6);
        }

        #[test]
        fn the_time_under_the_pointer_stays_there(time in 9000.0..12_000.0_f64, factor in 1.0..50.0_f64) {
            let before = Scale::new(WHOLE, 1000.0);
            let after = Scale::new(WHOLE.zoomed_at(time, factor, WHOLE), 1000.0);
            prop_assert!((before.x_from_time(time) - after.x_from_time(time)).abs() < 1e-6);
        }
    }

    #[test]
    fn dragging_to_the_right_shows_earlier_times() {
        let view = Viewport::new(10_000.0, 11_000.0);
        let dragged = Scale::new(view, 1000.0).dragged(100.0, WHOLE);
        assert_eq!(dragged, Viewport::new(9900.0, 10_900.0));
    }

    #[test]
    fn a_view_is_written_as_its_days() {
        let view = Viewport::from_edtf("2021-07-19/2021-09-06".parse().unwrap(), WHOLE);
        assert_eq!(view.edtf().to_string(), "2021-07-19/2021-09-06");
    }

    #[test]
    fn nonsense_factors_change_nothing() {
        assert_eq!(WHOLE.zoomed_at(5000.0, f64::NAN, WHOLE), WHOLE);
        assert_eq!(WHOLE.zoomed_at(5000.0, 0.0, WHOLE), WHOLE);
    }
}
