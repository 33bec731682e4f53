//! Puts shapes into a scene by their place along and across the axis, so that one code draws both ways of time.

use super::model::{FadeAxis, Mark, Paint, Scene, Shape};
use crate::gather::Gather;
use crate::layout::Orientation;

/// Draws into a scene.
#[derive(Debug)]
pub(super) struct Pen {
    pub scene: Scene,
    orientation: Orientation,
}

impl Pen {
    pub(super) fn new(width: f64, height: f64, orientation: Orientation) -> Self {
        Self { scene: Scene { width, height, marks: Vec::new() }, orientation }
    }

    pub(super) fn put(&mut self, shape: Shape, paint: Paint) {
        self.put_veil(shape, paint, 1.0);
    }

    pub(super) fn put_veil(&mut self, shape: Shape, paint: Paint, opacity: f64) {
        self.scene.marks.push(Mark { shape, paint, opacity });
    }

    /// A point along and across the axis.
    pub(super) fn point(&self, along: f64, across: f64) -> (f64, f64) {
        match self.orientation {
            Orientation::Horizontal => (along, across),
            Orientation::Vertical => (across, along),
        }
    }

    /// A filled box from one place along the axis to another, and from one across it to another.
    pub(super) fn rect(&self, along: (f64, f64), across: (f64, f64)) -> Shape {
        let (x, y) = self.point(along.0, across.0);
        let (right, bottom) = self.point(along.1, across.1);
        Shape::Rect { x, y, width: right - x, height: bottom - y }
    }

    pub(super) fn frame(
        &self,
        along: (f64, f64),
        across: (f64, f64),
        stroke: f64,
        radius: f64,
        dash: Option<[f64; 2]>,
    ) -> Shape {
        let (x, y) = self.point(along.0, across.0);
        let (right, bottom) = self.point(along.1, across.1);
        Shape::Frame { x, y, width: right - x, height: bottom - y, radius, stroke, dash }
    }

    pub(super) fn line(&self, from: (f64, f64), to: (f64, f64), stroke: f64, dash: Option<[f64; 2]>) -> Shape {
        Shape::Line { from: self.point(from.0, from.1), to: self.point(to.0, to.1), stroke, dash }
    }

    /// A box whose opacity changes along the axis.
    pub(super) fn fade(&self, along: (f64, f64), across: (f64, f64), stops: Vec<(f64, f64)>) -> Shape {
        let (x, y) = self.point(along.0, across.0);
        let (right, bottom) = self.point(along.1, across.1);
        let axis = match self.orientation {
            Orientation::Horizontal => FadeAxis::Horizontal,
            Orientation::Vertical => FadeAxis::Vertical,
        };
        Shape::Fade { x, y, width: right - x, height: bottom - y, axis, stops }
    }

    pub(super) fn polygon(&self, points: &[(f64, f64)]) -> Shape {
        Shape::Polygon { points: points.iter().map(|(along, across)| self.point(*along, *across)).gather() }
    }
}
