//! The overview strip as a display list.

use super::model::{Paint, Scene};
use super::pen::Pen;
use crate::layout::{Orientation, OverviewArrangement};

/// The strip's height, and in a column its width.
const STRIP_PX: f64 = 44.0;
const STRIP_COLUMN_PX: f64 = 16.0;
/// The base line lies so far from the top; in a column the columns grow from the left.
const BASE_PX: f64 = 26.0;
/// The highest and the lowest column.
const HIGHEST_PX: f64 = 22.0;
const LOWEST_PX: f64 = 3.0;
const COLUMN_GAP_PX: f64 = 2.0;
const VEIL: f64 = 0.72;
const GRIP_PX: (f64, f64) = (6.0, 14.0);
const HAIR_PX: f64 = 1.0;
const WINDOW_PX: f64 = 1.5;
const HIT_PX: f64 = 2.0;

/// What to paint for the strip, in painting order.
#[must_use]
pub fn overview(arrangement: &OverviewArrangement) -> Scene {
    match arrangement.orientation {
        Orientation::Horizontal => strip(arrangement),
        Orientation::Vertical => column(arrangement),
    }
}

fn strip(a: &OverviewArrangement) -> Scene {
    let mut pen = Pen::new(a.length, STRIP_PX, Orientation::Horizontal);
    for border in &a.borders {
        pen.put(pen.line((*border, 2.0), (*border, BASE_PX), HAIR_PX, Some([1.0, 2.0])), Paint::Edge);
    }
    for (from, to, share) in &a.columns {
        let height = LOWEST_PX + (HIGHEST_PX - LOWEST_PX) * share;
        let along = (from + COLUMN_GAP_PX / 2.0, (to - COLUMN_GAP_PX / 2.0).max(from + 1.5));
        pen.put(pen.rect(along, (BASE_PX - height, BASE_PX)), Paint::Bar);
    }
    let base = BASE_PX + HAIR_PX / 2.0;
    pen.put(pen.line((0.0, base), (a.length, base), HAIR_PX, None), Paint::Edge);
    let (from, to) = (a.window.0.max(0.0), a.window.1.min(a.length));
    if !a.is_whole {
        pen.put_veil(pen.rect((0.0, from), (0.0, BASE_PX)), Paint::Paper, VEIL);
        pen.put_veil(pen.rect((to, a.length), (0.0, BASE_PX)), Paint::Paper, VEIL);
        pen.put(pen.frame((from, to), (0.75, BASE_PX - 0.75), WINDOW_PX, 0.0, None), Paint::Ink);
    }
    for grip in [from, to] {
        let along = (grip - GRIP_PX.0 / 2.0, grip + GRIP_PX.0 / 2.0);
        pen.put(pen.rect(along, (6.0, 6.0 + GRIP_PX.1)), Paint::Ink);
    }
    for hit in &a.hits {
        pen.put(pen.line((*hit, 0.0), (*hit, BASE_PX), HIT_PX, None), Paint::Focus);
    }
    if let Some(x) = a.chosen {
        pen.put(pen.polygon(&[(x - 5.0, 34.0), (x + 5.0, 34.0), (x, 27.0)]), Paint::Accent);
    }
    pen.scene
}

fn column(a: &OverviewArrangement) -> Scene {
    let mut pen = Pen::new(STRIP_COLUMN_PX, a.length, Orientation::Vertical);
    let base = 2.5;
    pen.put(pen.line((0.0, base), (a.length, base), HAIR_PX, None), Paint::Edge);
    for (from, to, share) in &a.columns {
        let gap = (COLUMN_GAP_PX / 2.0).min((to - from) / 4.0);
        pen.put(pen.rect((from + gap, to - gap), (3.0, 3.0 + 2.0 + 7.0 * share)), Paint::Bar);
    }
    let (from, to) = (a.window.0.max(0.0), a.window.1.min(a.length));
    if !a.is_whole {
        pen.put(pen.frame((from, to), (0.75, STRIP_COLUMN_PX - 0.75), WINDOW_PX, 0.0, None), Paint::Ink);
        for grip in [from, to] {
            pen.put(pen.rect((grip - 2.5, grip + 2.5), (1.5, STRIP_COLUMN_PX - 1.5)), Paint::Ink);
        }
    }
    for hit in &a.hits {
        pen.put(pen.line((*hit, 0.0), (*hit, STRIP_COLUMN_PX), HIT_PX, None), Paint::Focus);
    }
    if let Some(y) = a.chosen {
        pen.put(pen.polygon(&[(y - 4.0, STRIP_COLUMN_PX), (y + 4.0, STRIP_COLUMN_PX), (y, 11.0)]), Paint::Accent);
    }
    pen.scene
}
