//! JSON values between the page and the core.
//!
//! The browser has parsed them already; walking them by hand costs the module a twentieth of what a serde format does.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::interchange::{Json, Name};

/// How deep lists and objects may stand in each other; an object that holds itself ends there.
const MAX_DEPTH: u8 = 64;

/// A value of the page as JSON. What JSON has no form for, such as a function, is null.
pub(crate) fn json_from_js(value: &JsValue) -> Json {
    from_js(value, MAX_DEPTH)
}

fn from_js(value: &JsValue, depth: u8) -> Json {
    if let Some(text) = value.as_string() {
        return Json::String(text);
    }
    if let Some(number) = value.as_f64() {
        let is_integer = number.fract() == 0.0 && number.abs() < 9e15;
        return if is_integer { Json::Integer(number as i64) } else { Json::Float(number) };
    }
    if let Some(truth) = value.as_bool() {
        return Json::Bool(truth);
    }
    if depth == 0 {
        return Json::Null;
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return Json::Array(list.iter().map(|item| from_js(&item, depth - 1)).collect());
    }
    let Some(object) = value.dyn_ref::<Object>() else { return Json::Null };
    let field = |key: JsValue| {
        let name = Name::from(key.as_string()?);
        Some((name, from_js(&Reflect::get(object, &key).ok()?, depth - 1)))
    };
    Json::Object(Object::keys(object).iter().filter_map(field).collect())
}

/// A JSON value for the page.
pub(crate) fn js_from_json(json: &Json) -> JsValue {
    match json {
        Json::Null => JsValue::NULL,
        Json::Bool(truth) => JsValue::from_bool(*truth),
        Json::Integer(number) => JsValue::from_f64(*number as f64),
        Json::Float(number) => JsValue::from_f64(*number),
        Json::String(text) => JsValue::from_str(text),
        Json::Array(items) => items.iter().map(js_from_json).collect::<Array>().into(),
        Json::Object(fields) => {
            let object = Object::new();
            for (name, value) in fields {
                // Setting a field of a plain object of our own cannot fail.
                Reflect::set(&object, &JsValue::from_str(name), &js_from_json(value)).ok();
            }
            object.into()
        }
    }
}
