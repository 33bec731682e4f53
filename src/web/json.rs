//! JSON values between the page and the core.
//!
//! The browser has parsed them already: serde-wasm-bindgen carries them across.

use crate::gather::Gather;
use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use crate::interchange::{Json, name};

/// A value of the page as JSON. What JSON has no form for, such as a function or an object that holds itself, is null.
pub(crate) fn json_from_js(value: &JsValue) -> Json {
    serde_wasm_bindgen::from_value(value.clone()).unwrap_or(Json::Null)
}

/// A JSON value for the page.
pub(crate) fn js_from_json(json: &Json) -> JsValue {
    json.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// Where a document has its events.
const EVENTS: &str = "events";

/// How many items of a list are in a piece: a few ms.
const ITEMS_IN_A_PIECE: u32 = 250;

/// A timeline document of the page on its way across: all but the events at once, the events piece by piece.
pub(crate) struct Pieces {
    document: JsValue,
    events: Array,
    next: u32,
}

impl Pieces {
    /// Takes a document; its events wait.
    pub(crate) fn new(document: JsValue) -> Self {
        let events = Reflect::get(&document, &JsValue::from_str(EVENTS)).ok();
        let events = events.and_then(|events| events.dyn_into().ok()).unwrap_or_default();
        Self { document, events, next: 0 }
    }

    /// Everything but the events. Where they are no list, they are left in, for the reader to say so.
    pub(crate) fn head(&self) -> Json {
        let Some(object) = self.document.dyn_ref::<Object>() else { return Json::Null };
        let has_list = Reflect::get(object, &JsValue::from_str(EVENTS)).is_ok_and(|events| Array::is_array(&events));
        let keys = Object::keys(object);
        let named = keys.iter().filter_map(|key| Some((key.as_string()?, key)));
        let kept = named.filter(|(text, _)| !(has_list && text == EVENTS));
        let fields =
            kept.filter_map(|(text, key)| Some((name(&text), json_from_js(&Reflect::get(object, &key).ok()?))));
        Json::Object(fields.gather())
    }

    /// The next events; `None` where there are no more.
    pub(crate) fn next_events(&mut self) -> Option<Vec<Json>> {
        let end = self.next.saturating_add(ITEMS_IN_A_PIECE).min(self.events.length());
        if self.next >= end {
            return None;
        }
        let piece = (self.next..end).map(|place| json_from_js(&self.events.get(place))).gather();
        self.next = end;
        Some(piece)
    }

    /// The share that is across, 0 to 1.
    pub(crate) fn share(&self) -> f64 {
        f64::from(self.next) / f64::from(self.events.length().max(1))
    }

    /// The page's own document.
    pub(crate) fn into_document(self) -> JsValue {
        self.document
    }
}
