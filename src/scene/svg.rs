//! A scene as SVG, for files, tests and print.

use std::fmt::{self, Write};

use super::model::{FadeAxis, Mark, Paint, Scene, Shape};

impl Scene {
    /// The scene as an SVG document. `colour` gives a CSS colour for each role; it must be safe inside an attribute,
    /// as the theme's own colours are.
    #[must_use]
    pub fn to_svg(&self, colour: &dyn Fn(Paint) -> String) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = self.write_svg(&mut out, colour);
        out
    }

    fn write_svg(&self, out: &mut String, colour: &dyn Fn(Paint) -> String) -> fmt::Result {
        let (width, height) = (Px(self.width), Px(self.height));
        writeln!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">"#
        )?;
        for (index, mark) in self.marks.iter().enumerate() {
            write_mark(out, mark, &colour(mark.paint), index)?;
        }
        out.write_str("</svg>\n")
    }
}

/// A length with at most two decimals and no trailing zeros.
struct Px(f64);

impl fmt::Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Adding 0 turns -0 into 0.
        write!(f, "{}", (self.0 * 100.0).round() / 100.0 + 0.0)
    }
}

fn write_mark(out: &mut String, mark: &Mark, colour: &str, index: usize) -> fmt::Result {
    let opacity = if mark.opacity < 1.0 { format!(r#" opacity="{}""#, Px(mark.opacity)) } else { String::new() };
    match &mark.shape {
        Shape::Rect { x, y, width, height } => {
            writeln!(out, r#"<rect {} fill="{colour}"{opacity}/>"#, area(*x, *y, *width, *height))
        }
        Shape::Frame { x, y, width, height, radius, stroke, dash } => {
            let area = area(*x, *y, *width, *height);
            let (round, line) = (rounded(*radius), line(*stroke, *dash));
            writeln!(out, r#"<rect {area}{round} fill="none" stroke="{colour}" {line}{opacity}/>"#)
        }
        Shape::Disc { x, y, radius } => {
            writeln!(out, r#"<circle cx="{}" cy="{}" r="{}" fill="{colour}"{opacity}/>"#, Px(*x), Px(*y), Px(*radius))
        }
        Shape::Line { from, to, stroke, dash } => {
            let (path, line) = (path(&[*from, *to]), line(*stroke, *dash));
            writeln!(out, r#"<path d="{path}" fill="none" stroke="{colour}" {line}{opacity}/>"#)
        }
        Shape::Polyline { points, stroke } => {
            let (path, line) = (path(points), line(*stroke, None));
            writeln!(out, r#"<path d="{path}" fill="none" stroke="{colour}" {line}{opacity}/>"#)
        }
        Shape::Polygon { points } => {
            writeln!(out, r#"<path d="{}z" fill="{colour}"{opacity}/>"#, path(points))
        }
        Shape::Fade { x, y, width, height, axis, stops } => {
            let area = area(*x, *y, *width, *height);
            write_gradient(out, *axis, stops, colour, index)?;
            writeln!(out, r#"<rect {area} fill="url(#fade-{index})"{opacity}/>"#)
        }
    }
}

fn write_gradient(out: &mut String, axis: FadeAxis, stops: &[(f64, f64)], colour: &str, index: usize) -> fmt::Result {
    let end = match axis {
        FadeAxis::Horizontal => r#"x2="1" y2="0""#,
        FadeAxis::Vertical => r#"x2="0" y2="1""#,
    };
    write!(out, r#"<linearGradient id="fade-{index}" x1="0" y1="0" {end}>"#)?;
    for (offset, opacity) in stops {
        let (offset, opacity) = (Px(*offset), Px(*opacity));
        write!(out, r#"<stop offset="{offset}" stop-color="{colour}" stop-opacity="{opacity}"/>"#)?;
    }
    out.write_str("</linearGradient>\n")
}

fn area(x: f64, y: f64, width: f64, height: f64) -> String {
    format!(r#"x="{}" y="{}" width="{}" height="{}""#, Px(x), Px(y), Px(width.max(0.0)), Px(height.max(0.0)))
}

fn rounded(radius: f64) -> String {
    if radius > 0.0 { format!(r#" rx="{}""#, Px(radius)) } else { String::new() }
}

fn line(stroke: f64, dash: Option<[f64; 2]>) -> String {
    let dash = dash.map(|[on, off]| format!(r#" stroke-dasharray="{} {}""#, Px(on), Px(off)));
    format!(r#"stroke-width="{}"{}"#, Px(stroke), dash.unwrap_or_default())
}

fn path(points: &[(f64, f64)]) -> String {
    let mut out = String::new();
    for (index, (x, y)) in points.iter().enumerate() {
        let _ = write!(out, "{}{} {}", if index == 0 { 'M' } else { 'L' }, Px(*x), Px(*y));
    }
    out
}
