//! The words over the plot.

/// Which way time runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// To the right.
    #[default]
    Horizontal,
    /// Down the page: a narrow column.
    Vertical,
}

/// Which edge of a label its pole is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The words stand right of the pole.
    Start,
    /// The words stand left of it, right-aligned.
    End,
    /// Under the bar of a span, without a pole.
    Under,
    /// Under the bar of a span near the end of the story, right-aligned.
    UnderEnd,
    /// No words: a button over the mark, whose name shows on hover and focus.
    MarkOnly,
}

/// An event's label or mark button. Positions in px of the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct EventLabel {
    /// Index into `Chronology::events`.
    pub event: usize,
    /// Left edge of the box.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Width; the height follows from the words.
    pub width: f64,
    /// Height that was reserved.
    pub height: f64,
    /// Which edge is the pole.
    pub align: Align,
    /// The date in the precision of the text, short form where room is short.
    pub date: String,
    /// EDTF, for `<time datetime>` where HTML allows it.
    pub datetime: String,
    /// The headline, whole or cut at a word with an ellipsis.
    pub headline: String,
    /// One of the lead events of the story.
    pub is_lead: bool,
    /// Chosen.
    pub is_chosen: bool,
    /// Sources differ on the date.
    pub is_disputed: bool,
}

/// A name under a tick.
#[derive(Clone, Debug, PartialEq)]
pub struct TickName {
    /// Along the axis, px from its start: the middle of the word, or its start where `is_major`.
    pub along: f64,
    /// Across the axis, px from the top (horizontal) or the left (vertical).
    pub across: f64,
    /// "1980", "27", "August 2021".
    pub text: String,
    /// The coarser boundary that the tick sits on.
    pub is_major: bool,
}

/// An era's button: name and years over the part in view.
#[derive(Clone, Debug, PartialEq)]
pub struct EraName {
    /// Index into `Chronology::eras`.
    pub era: usize,
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// "1979–1989".
    pub years: String,
    /// "Soviet war".
    pub label: String,
}

/// "+4": what has no room here.
#[derive(Clone, Debug, PartialEq)]
pub struct CountPill {
    /// Middle of the pill, px from the left.
    pub x: f64,
    /// Top edge.
    pub top: f64,
    /// How many events.
    pub count: usize,
    /// "4 more events, July and August 2021".
    pub name: String,
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

/// One line of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// Which mark.
    pub glyph: Glyph,
    /// "On that day".
    pub text: &'static str,
}

/// Everything over the plot that is words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlotOutline {
    /// Which way time runs.
    pub orientation: Orientation,
    /// Width of the plot, px.
    pub width: f64,
    /// Height of the plot, px.
    pub height: f64,
    /// Ticks in order.
    pub ticks: Vec<TickName>,
    /// Eras in order.
    pub eras: Vec<EraName>,
    /// Labels and mark buttons in the order of time.
    pub labels: Vec<EventLabel>,
    /// Counts in the order of time.
    pub counts: Vec<CountPill>,
    /// Events before the view.
    pub earlier: usize,
    /// Events after the view.
    pub later: usize,
    /// Marks in view.
    pub legend: Vec<LegendEntry>,
}
