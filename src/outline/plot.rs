//! The words over the plot.

use super::{count_name, en};
use crate::event::Chronology;
use crate::gather::Gather;
pub use crate::layout::{Align, Glyph, Orientation};
use crate::layout::{Arrangement, PlacedLabel, PlacedPill};

/// An event's label or mark button: where it stands, and what only its words need.
#[derive(Clone, Debug, PartialEq)]
pub struct EventLabel {
    /// Place and words.
    pub placed: PlacedLabel,
    /// EDTF, for `<time datetime>` where HTML allows it.
    pub datetime: String,
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
    /// "Soviet war"; empty where there is room for the years only, cut at a word in a column.
    pub label: String,
    /// All of the name.
    pub full_label: String,
    /// Whether the years are shown.
    pub has_years: bool,
    /// Whether any words fit; where none do, the ribbon alone is the button and the words are its name.
    pub is_named: bool,
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

/// From the axis to the names of ticks, and to those of coarser units.
const TICK_NAME_PX: f64 = 8.0;
const MAJOR_NAME_PX: f64 = 27.0;
/// A coarser unit's name stands right of its upright.
const MAJOR_INSET_PX: f64 = 6.0;

/// The words over an arrangement.
#[must_use]
pub fn plot(arrangement: &Arrangement, chronology: &Chronology) -> PlotOutline {
    PlotOutline {
        orientation: arrangement.orientation,
        width: arrangement.width,
        height: arrangement.height,
        ticks: tick_names(arrangement),
        eras: era_names(arrangement, chronology),
        labels: event_labels(arrangement, chronology),
        counts: arrangement.pills.iter().map(|pill| count_pill(pill, chronology)).gather(),
        earlier: arrangement.earlier,
        later: arrangement.later,
        legend: arrangement.legend.iter().map(|glyph| LegendEntry { glyph: *glyph, text: en::legend(*glyph) }).gather(),
    }
}

fn tick_names(arrangement: &Arrangement) -> Vec<TickName> {
    let is_column = arrangement.orientation == Orientation::Vertical;
    let across = |distance: f64| if is_column { 0.0 } else { arrangement.axis + distance };
    let mut names = Vec::new();
    for tick in &arrangement.ticks {
        if let Some(text) = &tick.name {
            let (along, across) = (tick.along, across(TICK_NAME_PX));
            names.push(TickName { along, across, text: text.clone(), is_major: false });
        }
        if let Some(text) = &tick.major {
            let along = if is_column { tick.along } else { tick.along + MAJOR_INSET_PX };
            names.push(TickName { along, across: across(MAJOR_NAME_PX), text: text.clone(), is_major: true });
        }
    }
    names
}

fn era_names(arrangement: &Arrangement, chronology: &Chronology) -> Vec<EraName> {
    let whole = |era: usize| chronology.eras.get(era).map(|era| era.label.clone()).unwrap_or_default();
    let named = arrangement.eras.iter().map(|era| EraName {
        era: era.era,
        left: era.left,
        top: era.top,
        width: era.width,
        years: era.years.clone(),
        full_label: whole(era.era),
        label: if era.is_named { era.label.clone() } else { whole(era.era) },
        has_years: era.has_years,
        is_named: era.is_named,
    });
    named.gather()
}

fn event_labels(arrangement: &Arrangement, chronology: &Chronology) -> Vec<EventLabel> {
    let labels = arrangement.labels.iter().filter_map(|placed| {
        let event = chronology.events.get(placed.event)?;
        Some(EventLabel {
            placed: placed.clone(),
            datetime: event.date.map(|date| date.to_string()).unwrap_or_default(),
            is_disputed: !event.conflicts.is_empty(),
        })
    });
    labels.gather()
}

fn count_pill(pill: &PlacedPill, chronology: &Chronology) -> CountPill {
    CountPill {
        x: pill.x,
        top: pill.top,
        count: pill.events.len(),
        name: count_name(chronology, &pill.events),
        events: pill.events.clone(),
    }
}
