//! Where one era ends and the next begins, as exactly as the text says it.

use crate::calendar::{Bound, Grain};
use crate::scale::{Scale, time_from_day};

/// A border known only by year or month shows as such once it is this wide.
const SOFT_BORDER_PX: f64 = 48.0;

/// A border between eras: where it is drawn, and the stretch it is somewhere in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Border {
    pub(super) at: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

impl Border {
    pub(super) fn sharp(at: f64) -> Self {
        Self { at, from: at, to: at }
    }
}

/// A border as it shows at a scale: narrow ones are sharp.
pub(super) fn soft(border: Border, scale: &Scale) -> Border {
    let is_soft = (border.to - border.from) * scale.px_per_day() >= SOFT_BORDER_PX;
    if is_soft { border } else { Border::sharp(border.at) }
}

/// The border at a start or an end, the other being open; `fallback` where neither is known.
pub(super) fn border(start: Bound, fallback: f64, end: Bound) -> Border {
    let Some(date) = start.date().or(end.date()) else { return Border::sharp(fallback) };
    let (from, to) = (time_from_day(date.period.first_day()), time_from_day(date.period.end_day()));
    let at = if start.date().is_some() { from } else { to };
    if date.period.grain() == Grain::Day { Border::sharp(at) } else { Border { at, from, to } }
}
