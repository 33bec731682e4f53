//! The colours that the canvas paints with: the computed values of the element's custom properties.

use crate::gather::Gather;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};

use super::dom::{make, must};
use crate::scene::Paint;

/// A colour for each paint, as `#rrggbb`, the one form to which an opacity can be added.
pub(crate) struct Theme {
    colours: Vec<String>,
}

impl Theme {
    /// Reads the colours with a probe inside the shadow root: only a real property resolves `light-dark()` and the
    /// system colours of forced colours.
    pub(crate) fn read(probe: &HtmlElement) -> Self {
        let canvas = make("canvas", "").unchecked_into::<HtmlCanvasElement>();
        let context = context_of(&canvas);
        let colours = Paint::ALL.iter().map(|paint| colour_of(probe, context.as_ref(), *paint)).gather();
        Self { colours }
    }

    /// The colour of a paint.
    pub(crate) fn colour(&self, paint: Paint) -> &str {
        self.colours.get(paint as usize).map_or("#000000", String::as_str)
    }

    /// The colour of a paint with an opacity from 0 to 1.
    pub(crate) fn colour_with_opacity(&self, paint: Paint, opacity: f64) -> String {
        let alpha = (opacity.clamp(0.0, 1.0) * 255.0).round() as u8;
        format!("{}{alpha:02x}", self.colour(paint))
    }
}

/// The drawing context of a canvas.
pub(crate) fn context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

fn colour_of(probe: &HtmlElement, context: Option<&CanvasRenderingContext2d>, paint: Paint) -> String {
    let mut value = String::from("var(--era-line-");
    value.push_str(paint.token());
    value.push(')');
    must(probe.style().set_property("color", &value));
    let computed = web_sys::window()
        .and_then(|window| window.get_computed_style(probe).ok()?)
        .and_then(|style| style.get_property_value("color").ok())
        .unwrap_or_default();
    let Some(context) = context else { return computed };
    // A canvas gives an opaque colour back as #rrggbb, whatever it was written as; a translucent one as rgba().
    context.set_fill_style_str("#000000");
    context.set_fill_style_str(&computed);
    let read = context.fill_style().as_string().unwrap_or_default();
    if read.len() == 7 { read } else { "#000000".to_owned() }
}
