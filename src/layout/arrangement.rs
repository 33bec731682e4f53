//! What a frame shows, in px of the plot: the result of [`Plan::arrange`](super::Plan::arrange).

use super::Orientation;
use crate::scale::Viewport;

/// An end of a bar, in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// A straight end.
    Sharp,
    /// A hollow cap so wide.
    Cap(f64),
    /// Fades over so much.
    Fade(f64),
    /// An upright.
    Stop,
    /// An arrowhead.
    Arrow,
}

/// The shape of a mark along the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MarkShape {
    /// A day.
    Disc,
    /// A moment in a stretch.
    Box {
        /// Dashed.
        is_about: bool,
    },
    /// A stretch.
    Bar {
        /// How it begins.
        start: End,
        /// How it ends.
        end: End,
        /// Dashed.
        is_about: bool,
    },
}

/// A mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedMark {
    /// Index into `Chronology::events`.
    pub event: usize,
    /// Where it begins, along the axis.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Its middle across the axis.
    pub across: f64,
    /// Its size across the axis.
    pub thickness: f64,
    /// Its shape.
    pub shape: MarkShape,
    /// Chosen.
    pub is_chosen: bool,
    /// A box wide enough to hold the tint when chosen.
    pub is_wide: bool,
}

/// The line from a label to its mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Pole {
    /// Its points: two for an upright, four for a leader in a column.
    pub points: Vec<(f64, f64)>,
    /// Chosen.
    pub is_chosen: bool,
}

/// Which edge of a label its pole is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The words stand right of the pole.
    Start,
    /// The words stand left of it, right-aligned.
    End,
    /// Under the bar of a span, or over a wide box; without a pole.
    Under,
    /// Under the bar of a span near the end of the story, right-aligned.
    UnderEnd,
    /// No words: a button over the mark, whose name shows on hover and focus.
    MarkOnly,
}

/// A label or a button over a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLabel {
    /// Index into `Chronology::events`.
    pub event: usize,
    /// Left edge, pole included.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Width, the gap to the pole included.
    pub width: f64,
    /// Height that was reserved.
    pub height: f64,
    /// Which edge is the pole.
    pub align: Align,
    /// The date in words.
    pub date: String,
    /// The headline, whole or cut.
    pub headline: String,
    /// One of the lead events.
    pub is_lead: bool,
    /// Chosen.
    pub is_chosen: bool,
}

/// A tick and its names.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedTick {
    /// Px along the axis.
    pub along: f64,
    /// How far it reaches from the axis.
    pub length: f64,
    /// "1980", centred on the tick.
    pub name: Option<String>,
    /// "August 2021", from the tick on, one row lower.
    pub major: Option<String>,
    /// Whether it is the upright of a coarser unit.
    pub is_major: bool,
}

/// A ground behind an era.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Along the axis.
    pub from: f64,
    /// Along the axis.
    pub to: f64,
    /// So much of its beginning fades in.
    pub fade_in: f64,
    /// So much of its end fades out.
    pub fade_out: f64,
}

/// A piece of the line that an era is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ribbon {
    /// Along the axis.
    pub from: f64,
    /// Along the axis.
    pub to: f64,
    /// Top edge.
    pub top: f64,
    /// Whether the border is somewhere in it.
    pub is_dashed: bool,
}

/// An era's name where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedEra {
    /// Index into `Chronology::eras`.
    pub era: usize,
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Years, in words.
    pub years: String,
    /// The name; empty where only the years fit.
    pub label: String,
    /// Whether the years stand beside it: in a column, only where both fit on the line.
    pub has_years: bool,
    /// Whether any words fit; where none do, the ribbon alone is the button.
    pub is_named: bool,
}

/// What has no room in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedPill {
    /// Middle of the pill, px from the left; the left edge of the words in a column.
    pub x: f64,
    /// Top edge.
    pub top: f64,
    /// The events, as indices into `Chronology::events`, in order.
    pub events: Vec<usize>,
}

/// A kind of mark, for the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Glyph {
    /// Filled disc.
    Day,
    /// Hollow box.
    Within,
    /// Dashed box.
    About,
    /// Bar with sharp ends.
    Span,
    /// Bar with hollow caps.
    SpanWithCaps,
    /// Bar with fading ends.
    Vague,
    /// Bar with a stop and a fade.
    AfterOrBefore,
    /// Bar with an arrowhead.
    GoesOn,
    /// ≠.
    Disputed,
    /// "+3".
    Count,
}

/// Everything that a frame shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrangement {
    /// Which way time runs.
    pub orientation: Orientation,
    /// Width of the plot.
    pub width: f64,
    /// Height of the plot.
    pub height: f64,
    /// What is in view.
    pub viewport: Viewport,
    /// Where the axis lies: px from the top, or from the left in a column.
    pub axis: f64,
    /// How long the axis is drawn.
    pub axis_length: f64,
    /// Ticks in order.
    pub ticks: Vec<PlacedTick>,
    /// Grounds of every second era.
    pub bands: Vec<Band>,
    /// Eras' lines.
    pub ribbons: Vec<Ribbon>,
    /// Eras' names in order.
    pub eras: Vec<PlacedEra>,
    /// Poles and leaders.
    pub poles: Vec<Pole>,
    /// Marks: bars, then boxes, then discs, the chosen one last.
    pub marks: Vec<PlacedMark>,
    /// Labels and buttons in the order of time.
    pub labels: Vec<PlacedLabel>,
    /// Counts in the order of time.
    pub pills: Vec<PlacedPill>,
    /// Events before the view.
    pub earlier: usize,
    /// Events after it.
    pub later: usize,
    /// Kinds of marks in view.
    pub legend: Vec<Glyph>,
}
