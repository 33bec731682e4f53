//! Where everything goes: chronology + scale + text measure → placed labels, marks, bands, counts. Positions only.

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
