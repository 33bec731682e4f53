//! A flat display list of marks, in px of the plot, in painting order; prints itself as SVG.
//!
//! Says what to paint in which role of the theme; decides nothing and knows no canvas.

mod model;
mod overview;
mod pen;
mod plot;
mod svg;

pub use model::{FadeAxis, Mark, Paint, Scene, Shape};
pub use overview::overview;
pub use plot::{comparison, plot};
