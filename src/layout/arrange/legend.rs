//! Which kinds of marks a frame shows.

use super::super::arrangement::{Arrangement, End, Glyph, MarkShape, PlacedLabel};
use crate::event::Chronology;
use crate::gather::Gather;
use crate::order::InOrder;

/// The kinds of marks among those shown, in the order of the legend.
pub(super) fn legend(arrangement: &Arrangement, chronology: &Chronology) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = arrangement.marks.iter().map(|mark| glyph(mark.shape)).gather();
    let is_disputed =
        |label: &PlacedLabel| chronology.events.get(label.event).is_some_and(|event| !event.conflicts.is_empty());
    if arrangement.labels.iter().any(is_disputed) {
        glyphs.push(Glyph::Disputed);
    }
    if !arrangement.pills.is_empty() {
        glyphs.push(Glyph::Count);
    }
    glyphs.order();
    glyphs.dedup();
    glyphs
}

fn glyph(shape: MarkShape) -> Glyph {
    match shape {
        MarkShape::Disc => Glyph::Day,
        MarkShape::Box { is_about: false } => Glyph::Within,
        MarkShape::Box { is_about: true } | MarkShape::Bar { is_about: true, .. } => Glyph::About,
        MarkShape::Bar { start, end, .. } => {
            let has = |kind: fn(&End) -> bool| kind(&start) || kind(&end);
            if has(|end| *end == End::Stop) {
                Glyph::AfterOrBefore
            } else if has(|end| *end == End::Arrow) {
                Glyph::GoesOn
            } else if has(|end| matches!(end, End::Fade(_))) {
                Glyph::Vague
            } else if has(|end| matches!(end, End::Cap(_))) {
                Glyph::SpanWithCaps
            } else {
                Glyph::Span
            }
        }
    }
}
