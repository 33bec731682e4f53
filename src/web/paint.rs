//! Paints a [`Scene`] on a canvas. Decides nothing: the list says what, where and in which role.

use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::dom::set_px;
use super::theme::{Theme, context_of};
use crate::scene::{FadeAxis, Mark, Paint, Scene, Shape};

/// A canvas and the colours set on its context, which are dear to pass from wasm and therefore only passed on change.
pub(crate) struct Painter {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

/// The paint that the context's fill and stroke have now.
#[derive(Default)]
struct Brush {
    fill: Option<Paint>,
    stroke: Option<Paint>,
    opacity: Option<f64>,
    width: Option<f64>,
    dash: Option<Option<[f64; 2]>>,
}

/// Pixels of the screen for one of the page.
pub(crate) fn pixel_ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio())
}

impl Painter {
    /// A painter for a canvas; `None` where the browser has no 2D canvas.
    pub(crate) fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let context = context_of(&canvas)?;
        Some(Self { canvas, context })
    }

    /// Paints the whole list anew.
    pub(crate) fn paint(&self, scene: &Scene, theme: &Theme, pixel_ratio: f64) {
        self.resize(scene, pixel_ratio);
        let mut brush = Brush::default();
        for mark in &scene.marks {
            self.mark(mark, theme, &mut brush);
        }
    }

    /// Fits the canvas to the scene and wipes it.
    fn resize(&self, scene: &Scene, pixel_ratio: f64) {
        let width = (scene.width * pixel_ratio).round().max(0.0) as u32;
        let height = (scene.height * pixel_ratio).round().max(0.0) as u32;
        if (self.canvas.width(), self.canvas.height()) == (width, height) {
            self.context.reset_transform().ok();
            self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        } else {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
            set_px(&self.canvas, "width", scene.width);
            set_px(&self.canvas, "height", scene.height);
        }
        self.context.set_transform(pixel_ratio, 0.0, 0.0, pixel_ratio, 0.0, 0.0).ok();
    }

    fn mark(&self, mark: &Mark, theme: &Theme, brush: &mut Brush) {
        let context = &self.context;
        if brush.opacity != Some(mark.opacity) {
            context.set_global_alpha(mark.opacity);
            brush.opacity = Some(mark.opacity);
        }
        match &mark.shape {
            Shape::Rect { x, y, width, height } => {
                self.fill_with(mark.paint, theme, brush);
                context.fill_rect(*x, *y, *width, *height);
            }
            Shape::Disc { x, y, radius } => {
                self.fill_with(mark.paint, theme, brush);
                context.begin_path();
                context.arc(*x, *y, *radius, 0.0, std::f64::consts::TAU).ok();
                context.fill();
            }
            Shape::Polygon { points } => {
                self.fill_with(mark.paint, theme, brush);
                self.trace(points);
                context.close_path();
                context.fill();
            }
            Shape::Frame { x, y, width, height, radius, stroke, dash } => {
                self.stroke_with(mark.paint, theme, *stroke, *dash, brush);
                if *radius > 0.0 {
                    context.begin_path();
                    context.round_rect_with_f64(*x, *y, *width, *height, *radius).ok();
                    context.stroke();
                } else {
                    context.stroke_rect(*x, *y, *width, *height);
                }
            }
            Shape::Line { from, to, stroke, dash } => {
                self.stroke_with(mark.paint, theme, *stroke, *dash, brush);
                self.trace(&[*from, *to]);
                context.stroke();
            }
            Shape::Polyline { points, stroke } => {
                self.stroke_with(mark.paint, theme, *stroke, None, brush);
                self.trace(points);
                context.stroke();
            }
            Shape::Fade { x, y, width, height, axis, stops } => {
                brush.fill = None;
                let (end_x, end_y) = match axis {
                    FadeAxis::Horizontal => (x + width, *y),
                    FadeAxis::Vertical => (*x, y + height),
                };
                let gradient = context.create_linear_gradient(*x, *y, end_x, end_y);
                for (offset, opacity) in stops {
                    let colour = theme.colour_with_opacity(mark.paint, *opacity);
                    gradient.add_color_stop(offset.clamp(0.0, 1.0) as f32, &colour).ok();
                }
                context.set_fill_style_canvas_gradient(&gradient);
                context.fill_rect(*x, *y, *width, *height);
            }
        }
    }

    fn trace(&self, points: &[(f64, f64)]) {
        self.context.begin_path();
        for (place, (x, y)) in points.iter().enumerate() {
            if place == 0 {
                self.context.move_to(*x, *y);
            } else {
                self.context.line_to(*x, *y);
            }
        }
    }

    fn fill_with(&self, paint: Paint, theme: &Theme, brush: &mut Brush) {
        if brush.fill != Some(paint) {
            self.context.set_fill_style_str(theme.colour(paint));
            brush.fill = Some(paint);
        }
    }

    fn stroke_with(&self, paint: Paint, theme: &Theme, width: f64, dash: Option<[f64; 2]>, brush: &mut Brush) {
        if brush.stroke != Some(paint) {
            self.context.set_stroke_style_str(theme.colour(paint));
            brush.stroke = Some(paint);
        }
        if brush.width != Some(width) {
            self.context.set_line_width(width);
            brush.width = Some(width);
        }
        if brush.dash != Some(dash) {
            let lengths = js_sys::Array::new();
            for length in dash.iter().flatten() {
                lengths.push(&(*length).into());
            }
            self.context.set_line_dash(&lengths).ok();
            brush.dash = Some(dash);
        }
    }
}
