//! A label as something that takes room, and when two of them are in each other's way.

use super::super::plan::Moment;

/// Room between labels side by side: as much as between a pole and its words, and more than two labels can come nearer
/// because the marks that theirs have merged into lend them a pole.
pub(super) const GAP_PX: f64 = 8.0;
/// Room between a pole and the words of another label.
pub(super) const POLE_GAP_PX: f64 = 6.0;
/// Room between labels one over the other.
pub(super) const ROW_GAP_PX: f64 = 4.0;

/// Where labels hang, in px from the top of the plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::layout) struct Rows {
    pub top: f64,
    pub pitch: f64,
    pub count: usize,
    pub axis: f64,
    /// Whether labels may close up where there are more than rows. In a story of years a few rows with air between
    /// them read better; where days are apart, what happened on one of them stands in one stack.
    pub close_up_from_px_per_day: f64,
}

impl Rows {
    /// No rows: labels stand in a column instead.
    pub(in crate::layout) const NONE: Self =
        Self { top: 0.0, pitch: 1.0, count: 0, axis: 0.0, close_up_from_px_per_day: f64::INFINITY };

    /// Words end above this, so that marks on the axis stay free.
    pub(super) fn floor(&self) -> f64 {
        self.axis - 16.0
    }

    /// Tops of the rows.
    pub(super) fn tops(&self) -> impl Iterator<Item = f64> {
        let Self { top, pitch, .. } = *self;
        (0..self.count).map(move |row| top + pitch * row as f64)
    }
}

/// Which way the words go from the pole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::layout) enum Side {
    Right,
    Left,
}

/// A label on its pole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::layout) struct Hung {
    pub y: f64,
    /// Index into the moment's forms.
    pub form: usize,
    pub side: Side,
}

/// The room that a label takes.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Block {
    /// Where its pole stands, days.
    pub(super) anchor: f64,
    pub(super) y: f64,
    pub(super) height: f64,
    /// Words reach so far left of the pole.
    pub(super) left: f64,
    /// And so far right.
    pub(super) right: f64,
}

impl Block {
    /// The room that a moment's label takes where it hangs.
    pub(super) fn of(m: &Moment, hung: Hung) -> Option<Self> {
        let form = m.forms.get(hung.form)?;
        let (left, right) = match hung.side {
            Side::Right => (0.0, form.width),
            Side::Left => (form.width, 0.0),
        };
        Some(Self { anchor: m.anchor, y: hung.y, height: form.height, left, right })
    }

    pub(super) fn bottom(&self) -> f64 {
        self.y + self.height
    }

    fn overlaps_rows_of(&self, other: &Self) -> bool {
        self.y < other.bottom() + ROW_GAP_PX && other.y < self.bottom() + ROW_GAP_PX
    }

    /// Whether its words, with the gap beside them, lie over a place on the axis.
    pub(super) fn covers(&self, anchor: f64, px_per_day: f64) -> bool {
        let distance = (anchor - self.anchor) * px_per_day;
        distance < self.right + GAP_PX && -distance < self.left + GAP_PX
    }

    /// How much closer a view must come for that to end.
    pub(super) fn covers_until(&self, anchor: f64, px_per_day: f64) -> f64 {
        let distance = (anchor - self.anchor) * px_per_day;
        if distance == 0.0 {
            f64::INFINITY
        } else if distance > 0.0 {
            (self.right + GAP_PX) / distance
        } else {
            (self.left + GAP_PX) / -distance
        }
    }

    /// The columns that its words and the gaps beside them take, px from time 0.
    pub(super) fn columns(&self, px_per_day: f64) -> (f64, f64) {
        let x = self.anchor * px_per_day;
        (x - self.left - GAP_PX, x + self.right + GAP_PX)
    }
}

/// Whether two labels cannot both be shown; `a` is not later than `b`.
pub(super) fn is_conflict(a: &Block, b: &Block, px_per_day: f64) -> bool {
    let distance = (b.anchor - a.anchor) * px_per_day;
    if a.overlaps_rows_of(b) {
        distance < a.right + b.left + GAP_PX
    } else if distance <= 0.0 {
        // One pole for both.
        false
    } else if a.y < b.y {
        b.left > 0.0 && distance < b.left + POLE_GAP_PX
    } else {
        a.right > 0.0 && distance < a.right + POLE_GAP_PX
    }
}
