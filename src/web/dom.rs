//! Making and changing nodes. Text goes in as text nodes only; nothing here parses markup.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

/// The name space of the few drawings in controls.
const SVG: &str = "http://www.w3.org/2000/svg";

/// What a call gave, or its exception passed on to the caller in the page: the names we make nodes with are valid, so
/// this only meets a browser that has run out of something.
pub(crate) fn must<T>(result: Result<T, JsValue>) -> T {
    result.unwrap_or_else(|error| wasm_bindgen::throw_val(error))
}

/// The page's document.
pub(crate) fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).unwrap_or_else(|| wasm_bindgen::throw_str("no document"))
}

/// A new element with its classes.
pub(crate) fn make(tag: &str, class: &str) -> HtmlElement {
    let element = must(document().create_element(tag));
    if !class.is_empty() {
        element.set_class_name(class);
    }
    element.unchecked_into()
}

/// A new element with its classes and its text.
pub(crate) fn make_text(tag: &str, class: &str, text: &str) -> HtmlElement {
    let element = make(tag, class);
    element.set_text_content(Some(text));
    element
}

/// A drawing of strokes for a control, 14 by 14, hidden from screen readers: the control has a name of its own.
pub(crate) fn icon(path: &str) -> Element {
    let drawing = must(document().create_element_ns(Some(SVG), "svg"));
    set(&drawing, "viewBox", "0 0 14 14");
    set(&drawing, "aria-hidden", "true");
    let stroke = must(document().create_element_ns(Some(SVG), "path"));
    set(&stroke, "d", path);
    append(&drawing, &[&stroke]);
    drawing
}

/// An element of a drawing with its attributes.
pub(crate) fn make_svg(tag: &str, attributes: &[(&str, &str)]) -> Element {
    let element = must(document().create_element_ns(Some(SVG), tag));
    for (name, value) in attributes {
        set(&element, name, value);
    }
    element
}

/// A button of the given classes that does what `action` names.
pub(crate) fn make_button(class: &str, action: &str) -> HtmlElement {
    let button = make("button", class);
    set(&button, "type", "button");
    set(&button, "data-do", action);
    button
}

/// Puts nodes at the end of another, in order.
pub(crate) fn append(parent: &Element, children: &[&Element]) {
    for child in children {
        must(parent.append_child(child));
    }
}

/// Puts text at the end of a node.
pub(crate) fn append_text(parent: &Element, text: &str) {
    must(parent.append_child(&document().create_text_node(text)));
}

/// Takes all nodes out.
pub(crate) fn clear(parent: &Element) {
    parent.set_text_content(None);
}

/// Sets an attribute, unless it has that value already: browsers treat each set as a change.
pub(crate) fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        must(element.set_attribute(name, value));
    }
}

/// Sets an attribute to nothing, or takes it away.
pub(crate) fn toggle(element: &Element, name: &str, on: bool) {
    if on {
        set(element, name, "");
    } else {
        must(element.remove_attribute(name));
    }
}

/// Sets the text, unless it is the same.
pub(crate) fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// Sets a length in px through the object model, which a strict content security policy allows.
pub(crate) fn set_px(element: &HtmlElement, property: &str, px: f64) {
    must(element.style().set_property(property, &px_text(px)));
}

/// Adds or takes away a class.
pub(crate) fn set_class(element: &Element, class: &str, on: bool) {
    must(element.class_list().toggle_with_force(class, on));
}

/// A length to a tenth of a px. Printing floats would cost the module 14 KB.
pub(crate) fn px_text(px: f64) -> String {
    let tenths = (px * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    format!("{sign}{}.{}px", tenths / 10, tenths % 10)
}

/// Ms since the page began.
pub(crate) fn now_ms() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}
