//! Where everything goes: chronology + scale + text measure → placed labels, marks, bands, counts. Positions only.
//!
//! The dear half is [`Planning`], then [`Plan::refine`]: once per chronology, size and fonts they decide, for every step
//! of zoom, which labels are shown and in which row, so that they never overlap, never flicker while panning and never
//! vanish on the way in (the conditions of Been, Daiches and Yap, "Dynamic map labeling", 2006). Both work in small
//! pieces, so that a page need not wait. The cheap half is [`Plan::arrange`]: once
//! per frame it looks up what the view shows and turns times into pixels.
//!
//! Leaves colours and painting to `scene`, words as elements to `outline`, and the meaning of clicks to `interaction`.

mod arrange;
mod arrangement;
mod board;
mod borders;
mod builder;
mod column;
mod comparison;
mod eras;
mod figure;
#[cfg(test)]
pub(crate) mod fixtures;
mod forms;
mod levels;
mod marks;
mod overview;
mod plan;
mod planning;
mod spans;
mod stage;
mod tracks;
mod words;

pub use arrangement::{
    Align, Arrangement, Band, End, Glyph, MarkShape, PlacedEra, PlacedLabel, PlacedMark, PlacedPill, PlacedTick, Pole,
    Ribbon,
};
pub use comparison::{Comparison, compared};
pub use figure::{Edge, Figure, Reach};
pub use overview::OverviewArrangement;
pub use plan::Plan;
pub use planning::Planning;
pub use stage::{Focus, Orientation, Pointer, Stage, TextMeasure, TextStyle};
