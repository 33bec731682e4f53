//! What the layout is made for: the room, the pointer, the fonts, what the reader has chosen.

/// Narrower elements run time down the page.
const VERTICAL_BELOW_PX: f64 = 480.0;

/// Which way time runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// To the right.
    #[default]
    Horizontal,
    /// Down the page: a narrow column.
    Vertical,
}

/// What the reader points with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse or pen.
    #[default]
    Fine,
    /// A finger.
    Coarse,
}

/// The room there is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stage {
    /// Width of the plot.
    pub width_px: f64,
    /// Which way time runs.
    pub orientation: Orientation,
    /// What the reader points with.
    pub pointer: Pointer,
    /// Height of the plot where the host fixes it; else it follows from the labels.
    pub height_px: Option<f64>,
}

impl Stage {
    /// A plot of a width, running down the page where it is narrow.
    #[must_use]
    pub fn of_width(width_px: f64) -> Self {
        let orientation = if width_px < VERTICAL_BELOW_PX { Orientation::Vertical } else { Orientation::Horizontal };
        Self { width_px, orientation, pointer: Pointer::Fine, height_px: None }
    }
}

/// What the reader has chosen or searched for, as indices into `Chronology::events`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Focus<'a> {
    /// The event whose card is open.
    pub chosen: Option<usize>,
    /// Search hits, in ascending order.
    pub hits: &'a [usize],
}

/// The styles that text widths depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextStyle {
    /// A label's headline.
    Label,
    /// A lead event's headline.
    LeadLabel,
    /// A date over a headline.
    Date,
    /// A tick.
    Tick,
    /// An era's name.
    Era,
    /// An era's years.
    EraYears,
    /// A count.
    Count,
}

/// Measures text: the browser does it with its fonts, tests with fixed widths.
pub trait TextMeasure {
    /// Width of one line in px.
    fn width_px(&self, text: &str, style: TextStyle) -> f64;
    /// Height of a line in px.
    fn line_height_px(&self, style: TextStyle) -> f64;
}
