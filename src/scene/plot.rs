//! The plot as a display list: grounds, ribbons, ticks, poles, axis, bars, boxes, discs, the chosen one.

use super::model::{Paint, Scene, Shape};
use super::pen::Pen;
use crate::layout::{Arrangement, Band, Comparison, End, MarkShape, Orientation, PlacedMark, Ribbon};

const HAIR_PX: f64 = 1.0;
const AXIS_PX: f64 = 1.5;
const CHOSEN_PX: f64 = 2.0;
/// Height of an era's ribbon, in a row and in a column.
const RIBBON_PX: f64 = 4.0;
const RIBBON_COLUMN_PX: f64 = 3.0;
const RIBBON_DASH: [f64; 2] = [4.0, 4.0];
const ABOUT_DASH: [f64; 2] = [3.0, 2.0];
const DISC_RADIUS_PX: f64 = 5.0;
/// Paper around a disc, so that it stands off what it lies on.
const DISC_RING_PX: f64 = 1.0;
/// The outline of the chosen mark stands so far off it.
const HALO_PX: f64 = 4.0;
const HALO_RADIUS_PX: f64 = 2.0;
const STOP_PX: f64 = 12.0;
const ARROW_LENGTH_PX: f64 = 10.0;
const ARROW_WIDTH_PX: f64 = 16.0;

/// What to paint for an arrangement, in painting order.
#[must_use]
pub fn plot(arrangement: &Arrangement) -> Scene {
    let mut pen = Pen::new(arrangement.width, arrangement.height, arrangement.orientation);
    let across = across_extent(arrangement);
    for band in &arrangement.bands {
        draw_band(&mut pen, band, across);
    }
    for ribbon in &arrangement.ribbons {
        draw_ribbon(&mut pen, ribbon, arrangement);
    }
    draw_ticks(&mut pen, arrangement);
    draw_poles(&mut pen, arrangement);
    let axis = pen.line((0.0, arrangement.axis), (arrangement.axis_length, arrangement.axis), AXIS_PX, None);
    pen.put(axis, Paint::Ink);
    // Bars together, then boxes, then discs: fewer changes of paint, and discs lie over boxes.
    for layer in [is_bar as fn(&MarkShape) -> bool, is_box, is_disc] {
        for mark in arrangement.marks.iter().filter(|mark| layer(&mark.shape) && !mark.is_chosen) {
            draw_mark(&mut pen, mark);
        }
    }
    for mark in arrangement.marks.iter().filter(|mark| mark.is_chosen) {
        draw_mark(&mut pen, mark);
        draw_halo(&mut pen, mark);
    }
    pen.scene
}

/// What to paint for dates of one event beside each other.
#[must_use]
pub fn comparison(comparison: &Comparison) -> Scene {
    let mut pen = Pen::new(comparison.width, comparison.height, Orientation::Horizontal);
    comparison.marks.iter().for_each(|mark| draw_mark(&mut pen, mark));
    pen.scene
}

fn is_bar(shape: &MarkShape) -> bool {
    matches!(shape, MarkShape::Bar { .. })
}

fn is_box(shape: &MarkShape) -> bool {
    matches!(shape, MarkShape::Box { .. })
}

fn is_disc(shape: &MarkShape) -> bool {
    matches!(shape, MarkShape::Disc)
}

fn across_extent(arrangement: &Arrangement) -> (f64, f64) {
    match arrangement.orientation {
        Orientation::Horizontal => (0.0, arrangement.height),
        Orientation::Vertical => (0.0, arrangement.width),
    }
}

fn draw_band(pen: &mut Pen, band: &Band, across: (f64, f64)) {
    let length = band.to - band.from;
    if length <= 0.0 {
        return;
    }
    let (solid_from, solid_to) = (band.from + band.fade_in, band.to - band.fade_out);
    if band.fade_in > 0.0 {
        pen.put(pen.fade((band.from, solid_from), across, vec![(0.0, 0.0), (1.0, 1.0)]), Paint::Band);
    }
    if solid_to > solid_from {
        pen.put(pen.rect((solid_from, solid_to), across), Paint::Band);
    }
    if band.fade_out > 0.0 {
        pen.put(pen.fade((solid_to, band.to), across, vec![(0.0, 1.0), (1.0, 0.0)]), Paint::Band);
    }
}

fn draw_ribbon(pen: &mut Pen, ribbon: &Ribbon, arrangement: &Arrangement) {
    if arrangement.orientation == Orientation::Vertical {
        // In a column an era is a rule across, at its beginning.
        let rule = pen.rect((ribbon.from, ribbon.from + RIBBON_COLUMN_PX), (0.0, arrangement.width));
        pen.put(rule, Paint::Ink);
        return;
    }
    let middle = ribbon.top + RIBBON_PX / 2.0;
    if ribbon.is_dashed {
        let dashed = pen.line((ribbon.from + 4.0, middle), (ribbon.to, middle), RIBBON_PX, Some(RIBBON_DASH));
        pen.put(dashed, Paint::Ink);
    } else {
        pen.put(pen.rect((ribbon.from, ribbon.to), (ribbon.top, ribbon.top + RIBBON_PX)), Paint::Ink);
    }
}

fn draw_ticks(pen: &mut Pen, arrangement: &Arrangement) {
    let axis = arrangement.axis;
    let is_column = arrangement.orientation == Orientation::Vertical;
    for tick in &arrangement.ticks {
        // In a column the names stand left of the axis, and the ticks between them and it.
        let (from, to) = if is_column { (axis - 12.0, axis - 12.0 + tick.length) } else { (axis, axis + tick.length) };
        let paint = if tick.is_major { Paint::Ink } else { Paint::Edge };
        pen.put(pen.line((tick.along, from), (tick.along, to), HAIR_PX, None), paint);
    }
}

fn draw_poles(pen: &mut Pen, arrangement: &Arrangement) {
    for chosen in [false, true] {
        for pole in arrangement.poles.iter().filter(|pole| pole.is_chosen == chosen) {
            let (paint, stroke) = if chosen { (Paint::Accent, CHOSEN_PX) } else { (Paint::Edge, HAIR_PX) };
            match pole.points.as_slice() {
                [from, to] => pen.put(Shape::Line { from: *from, to: *to, stroke, dash: None }, paint),
                points => pen.put(Shape::Polyline { points: points.to_vec(), stroke }, paint),
            }
        }
    }
}

fn draw_mark(pen: &mut Pen, mark: &PlacedMark) {
    match mark.shape {
        MarkShape::Disc => draw_disc(pen, mark),
        MarkShape::Box { is_about } => draw_box(pen, mark, is_about),
        MarkShape::Bar { is_about: true, .. } => draw_dashed_bar(pen, mark),
        MarkShape::Bar { start, end, .. } => draw_bar(pen, mark, start, end),
    }
}

fn draw_disc(pen: &mut Pen, mark: &PlacedMark) {
    let (x, y) = pen.point(f64::midpoint(mark.from, mark.to), mark.across);
    let paint = if mark.is_chosen { Paint::Accent } else { Paint::Mark };
    pen.put(Shape::Disc { x, y, radius: DISC_RADIUS_PX + DISC_RING_PX }, Paint::Paper);
    pen.put(Shape::Disc { x, y, radius: DISC_RADIUS_PX }, paint);
}

fn draw_box(pen: &mut Pen, mark: &PlacedMark, is_about: bool) {
    let (along, across) = extents(mark);
    let (ground, line, stroke) = match (mark.is_chosen, mark.is_wide) {
        (true, true) => (Paint::AccentTint, Paint::Accent, CHOSEN_PX),
        (true, false) => (Paint::Paper, Paint::Accent, AXIS_PX),
        (false, _) => (Paint::Paper, Paint::Mark, AXIS_PX),
    };
    pen.put(pen.rect(along, across), ground);
    pen.put(pen.frame(along, across, stroke, 0.0, is_about.then_some(ABOUT_DASH)), line);
}

fn draw_dashed_bar(pen: &mut Pen, mark: &PlacedMark) {
    let (along, across) = extents(mark);
    let paint = if mark.is_chosen { Paint::Accent } else { Paint::Bar };
    pen.put(pen.rect(along, across), Paint::Paper);
    pen.put(pen.frame(along, across, AXIS_PX, 0.0, Some(ABOUT_DASH)), paint);
}

/// A bar and its ends. The solid part takes in what the ends leave; an end that fades all along leaves nothing.
fn draw_bar(pen: &mut Pen, mark: &PlacedMark, start: End, end: End) {
    let paint = if mark.is_chosen { Paint::Accent } else { Paint::Bar };
    let (along, across) = extents(mark);
    let (from, to) = (along.0 + taken(start), along.1 - taken(end));
    if let End::Fade(px) = start {
        let stops = vec![(0.0, 0.0), (1.0, 1.0)];
        pen.put(pen.fade((along.0, along.0 + px), across, stops), paint);
    }
    if to > from {
        pen.put(pen.rect((from - lap(start), to + lap(end)), across), paint);
    }
    if let End::Fade(px) = end {
        let stops = vec![(0.0, 1.0), (1.0, 0.0)];
        pen.put(pen.fade((along.1 - px, along.1), across, stops), paint);
    }
    draw_end(pen, mark, start, paint, (along.0, 1.0));
    draw_end(pen, mark, end, paint, (along.1, -1.0));
}

/// So far the solid part reaches into a fading end: two edges on one pixel would show as a seam.
fn lap(end: End) -> f64 {
    if matches!(end, End::Fade(_)) { 0.5 } else { 0.0 }
}

/// How much of a bar's length is its end.
fn taken(end: End) -> f64 {
    match end {
        End::Cap(px) | End::Fade(px) => px,
        End::Arrow => ARROW_LENGTH_PX,
        End::Sharp | End::Stop => 0.0,
    }
}

/// A cap, stop or arrowhead at a place; `inward` is 1 or -1, the way into the bar.
fn draw_end(pen: &mut Pen, mark: &PlacedMark, end: End, paint: Paint, (at, inward): (f64, f64)) {
    let half = mark.thickness / 2.0;
    match end {
        End::Cap(px) => {
            let inner = at + inward * px;
            let along = (at.min(inner) + 0.75, at.max(inner) + 0.75 * inward.max(0.0));
            let across = (mark.across - half + 0.75, mark.across + half - 0.75);
            pen.put(pen.rect(along, across), Paint::Paper);
            pen.put(pen.frame(along, across, AXIS_PX, 0.0, None), paint);
        }
        End::Stop => {
            let stop = pen.line((at, mark.across - STOP_PX / 2.0), (at, mark.across + STOP_PX / 2.0), CHOSEN_PX, None);
            pen.put(stop, paint);
        }
        End::Arrow => {
            let base = at + inward * ARROW_LENGTH_PX;
            let head = pen.polygon(&[
                (base, mark.across - ARROW_WIDTH_PX / 2.0),
                (at, mark.across),
                (base, mark.across + ARROW_WIDTH_PX / 2.0),
            ]);
            pen.put(head, paint);
        }
        End::Sharp | End::Fade(_) => {}
    }
}

/// The outline around the chosen mark; a wide box has its stroke and tint instead.
fn draw_halo(pen: &mut Pen, mark: &PlacedMark) {
    if mark.is_wide && is_box(&mark.shape) {
        return;
    }
    let (along, across) = extents(mark);
    let along = (along.0 - HALO_PX, along.1 + HALO_PX);
    let across = (across.0 - HALO_PX, across.1 + HALO_PX);
    pen.put(pen.frame(along, across, CHOSEN_PX, HALO_RADIUS_PX, None), Paint::Accent);
}

fn extents(mark: &PlacedMark) -> ((f64, f64), (f64, f64)) {
    let half = mark.thickness / 2.0;
    ((mark.from, mark.to), (mark.across - half, mark.across + half))
}
