//! Chronologies and fonts for tests.

use super::{TextMeasure, TextStyle};
use crate::event::{Event, Extent};

/// Every character is 7 px wide.
pub(crate) struct FixedWidths;

impl TextMeasure for FixedWidths {
    fn width_px(&self, text: &str, _: TextStyle) -> f64 {
        text.chars().count() as f64 * 7.0
    }

    fn line_height_px(&self, style: TextStyle) -> f64 {
        match style {
            TextStyle::Label | TextStyle::LeadLabel => 19.0,
            TextStyle::Era => 21.0,
            _ => 16.0,
        }
    }
}

pub(crate) fn event(edtf: &str, extent: Extent, salience: f64, headline: &str) -> Event {
    Event { salience, ..Event::titled(edtf.parse().unwrap(), extent, headline) }
}
