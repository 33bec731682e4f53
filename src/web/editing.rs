//! An editor's corrections in the page: they are made on every story that is shown, and taken back again.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::json::json_from_js;
use super::widget::{Coming, Outgoing, Shown, Widget};
use crate::edit::{Edits, apply};
use crate::event::Chronology;
use crate::interchange::edits_from_json;
use crate::timeline::Timeline;

/// A story as it was told, and the document that it came from, if it did.
pub(super) type Told = (Chronology, Option<JsValue>);

/// The corrections, and the story without them.
#[derive(Default)]
pub(crate) struct Editing {
    /// The file as the page gave it.
    given: Option<JsValue>,
    edits: Edits,
    /// The story before it was corrected.
    told: Option<Told>,
}

/// Whether a value says of itself that it is an edits file.
pub(super) fn is_edits(value: &JsValue) -> bool {
    value.is_object() && Reflect::has(value, &JsValue::from_str("eraline_edits")).unwrap_or(false)
}

impl Widget {
    /// The edits file, or null.
    pub(crate) fn edits(&self) -> JsValue {
        self.editing.given.clone().unwrap_or(JsValue::NULL)
    }

    /// Takes an edits file in place of the one before, null for none. Gives whether a story is to be shown anew.
    pub(crate) fn set_edits(&mut self, value: &JsValue) -> Result<bool, String> {
        let is_none = value.is_null() || value.is_undefined();
        let edits = if is_none {
            Edits::default()
        } else {
            edits_from_json(&json_from_js(value)).map_err(|error| error.to_string())?
        };
        self.editing.edits = edits;
        self.editing.given = (!is_none).then(|| value.clone());
        // What is being read will be corrected when it is there.
        if self.shown != Shown::Story && self.editing.told.is_none() || self.job.is_some() {
            return Ok(false);
        }
        let told = self.editing.told.take().unwrap_or_else(|| (self.timeline.story().clone(), self.given.clone()));
        let (story, given) = self.corrected(told);
        self.coming = Some(Coming { timeline: self.timeline.revised(story), given, is_revised: true });
        Ok(true)
    }

    /// Makes the corrections on a story that was read.
    pub(super) fn corrected(&mut self, told: Told) -> Told {
        if self.editing.edits.list.is_empty() {
            self.editing.told = None;
            return told;
        }
        let mut story = told.0.clone();
        self.editing.told = Some(told);
        let notes = apply(&mut story, &self.editing.edits);
        self.outgoing.extend(notes.into_iter().map(|note| Outgoing::Error(note.message)));
        (story, None)
    }

    /// A story that was read is to be shown.
    pub(super) fn come(&mut self, told: Told) {
        let (story, given) = self.corrected(told);
        self.coming = Some(Coming { timeline: Timeline::new(story), given, is_revised: false });
    }
}
