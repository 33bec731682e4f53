//! Puts the words over the plot: labels, ticks, eras and counts, patched by key so that a node, its focus and its place
//! in a screen reader live as long as what they stand for.

use web_sys::{Element, HtmlElement, Node};

use super::dom::{append, append_text, clear, make, make_text, set, set_class, set_px, set_text};
use crate::lookup::sorted::SortedMap;
use crate::outline::{Align, CountPill, EraName, EventLabel, Orientation, PlotOutline, TickName, en};

/// The nodes of the words, and what they show.
pub(crate) struct PlotWords {
    layer: HtmlElement,
    /// One for eras, ticks, labels and counts each: the order of tabs and of reading.
    parts: [HtmlElement; 4],
    labels: SortedMap<usize, LabelNode>,
    eras: SortedMap<usize, (HtmlElement, EraName)>,
    ticks: Vec<(HtmlElement, TickName)>,
    counts: Vec<(HtmlElement, CountPill)>,
    orientation: Orientation,
    /// The event whose label is in the order of tabs.
    tab_stop: Option<usize>,
}

struct LabelNode {
    button: HtmlElement,
    shown: EventLabel,
    is_hit: bool,
}

impl PlotWords {
    /// Nothing yet, in this layer.
    pub(crate) fn new(layer: HtmlElement) -> Self {
        let parts = ["eras", "ticks", "labels", "counts"].map(|class| make("div", class));
        for part in &parts {
            append(&layer, &[part]);
        }
        let (labels, eras) = (SortedMap::default(), SortedMap::default());
        let orientation = Orientation::Horizontal;
        Self { layer, parts, labels, eras, ticks: Vec::new(), counts: Vec::new(), orientation, tab_stop: None }
    }

    /// Takes everything out: another story is shown.
    pub(crate) fn clear(&mut self) {
        clear(&self.layer);
        *self = Self::new(self.layer.clone());
    }

    /// Shows what the outline says.
    pub(crate) fn show(&mut self, outline: &PlotOutline, hits: &[usize]) {
        if self.orientation != outline.orientation {
            self.clear();
            self.orientation = outline.orientation;
        }
        self.show_eras(&outline.eras);
        self.show_ticks(&outline.ticks);
        self.show_labels(&outline.labels, hits);
        self.show_counts(&outline.counts);
    }

    /// The label of an event, where it has one now.
    pub(crate) fn label(&self, event: usize) -> Option<&HtmlElement> {
        self.labels.get(event).map(|label| &label.button)
    }

    /// The events that a count stands for.
    pub(crate) fn count(&self, place: usize) -> Option<&[usize]> {
        self.counts.get(place).map(|(_, count)| count.events.as_slice())
    }

    /// Brings labels up to date in the order of time, which is also the order of tabs and of reading.
    fn show_labels(&mut self, labels: &[EventLabel], hits: &[usize]) {
        self.labels.retain(|event, node| {
            let stays = labels.iter().any(|label| label.placed.event == event);
            if !stays {
                node.button.remove();
            }
            stays
        });
        let stop = labels.iter().find(|label| label.placed.is_chosen).map(|label| label.placed.event);
        let stop = stop.or(self.tab_stop.filter(|event| self.labels.contains(*event)));
        self.tab_stop = stop.or_else(|| labels.first().map(|label| label.placed.event));
        let [_, _, labels_part, _] = &self.parts;
        let mut previous: Option<Node> = None;
        for label in labels {
            let is_hit = hits.binary_search(&label.placed.event).is_ok();
            if !self.labels.contains(label.placed.event) {
                self.labels.insert(label.placed.event, LabelNode::new(label));
            }
            let Some(node) = self.labels.get_mut(label.placed.event) else { continue };
            node.show(label, is_hit);
            set(&node.button, "tabindex", if self.tab_stop == Some(label.placed.event) { "0" } else { "-1" });
            place_after(labels_part, &node.button, previous.as_ref());
            previous = Some(node.button.clone().into());
        }
    }

    fn show_eras(&mut self, eras: &[EraName]) {
        self.eras.retain(|era, (button, _)| {
            let stays = eras.iter().any(|name| name.era == era);
            if !stays {
                button.remove();
            }
            stays
        });
        let [part, ..] = &self.parts;
        let mut previous: Option<Node> = None;
        for name in eras {
            if !self.eras.contains(name.era) {
                // Nothing compares equal to this, so that the first showing sets everything.
                let unlike = EraName { left: f64::NAN, ..name.clone() };
                self.eras.insert(name.era, (new_era(name), unlike));
            }
            let Some((button, shown)) = self.eras.get_mut(name.era) else { continue };
            place_after(part, button, previous.as_ref());
            previous = Some(button.clone().into());
            if shown != name {
                for (property, px) in [("left", name.left), ("top", name.top), ("width", name.width)] {
                    set_px(button, property, px);
                }
                if shown.label != name.label
                    && let Some(label) = button.last_element_child()
                {
                    set_text(&label, &name.label);
                }
                // What the eye does not find is said to the ear, and to a pointer that waits.
                let is_whole = name.label == name.full_label && name.has_years;
                let full = [name.years.as_str(), " ", &name.full_label].concat();
                set(button, "title", if is_whole { "" } else { &full });
                if is_whole {
                    button.remove_attribute("aria-label").ok();
                } else {
                    set(button, "aria-label", &full);
                }
                set_class(button, "unnamed", !name.is_named);
                set_class(button, "yearless", !name.has_years);
                *shown = name.clone();
            }
        }
    }

    fn show_ticks(&mut self, ticks: &[TickName]) {
        resize(&mut self.ticks, ticks.len(), |tick| tick.0.remove());
        for (place, name) in ticks.iter().enumerate() {
            if let Some((node, shown)) = self.ticks.get_mut(place) {
                if shown != name {
                    show_tick(node, name, self.orientation);
                    *shown = name.clone();
                }
            } else {
                let node = make("span", "tick");
                set(&node, "aria-hidden", "true");
                show_tick(&node, name, self.orientation);
                append(&self.parts[1], &[&node]);
                self.ticks.push((node, name.clone()));
            }
        }
    }

    fn show_counts(&mut self, counts: &[CountPill]) {
        resize(&mut self.counts, counts.len(), |count| count.0.remove());
        for (place, count) in counts.iter().enumerate() {
            if self.counts.get(place).is_some_and(|(_, shown)| shown == count) {
                continue;
            }
            if place >= self.counts.len() {
                let button = make("button", "count");
                set(&button, "type", "button");
                set(&button, "data-count", &place.to_string());
                append(&self.parts[3], &[&button]);
                self.counts.push((button, count.clone()));
            }
            if let Some((button, shown)) = self.counts.get_mut(place) {
                let words = match self.orientation {
                    Orientation::Horizontal => en::count_mark(count.count),
                    Orientation::Vertical => en::count_words(count.count),
                };
                set_text(button, &words);
                set(button, "aria-label", &count.name);
                set(button, "title", &count.name);
                set_px(button, "left", count.x);
                set_px(button, "top", count.top);
                *shown = count.clone();
            }
        }
    }
}

impl LabelNode {
    fn new(label: &EventLabel) -> Self {
        let button = make("button", "label");
        set(&button, "type", "button");
        set(&button, "data-event", &label.placed.event.to_string());
        fill_label(&button, label);
        // Nothing compares equal to this, so that the first showing sets everything.
        let mut shown = label.clone();
        shown.placed.left = f64::NAN;
        Self { button, shown, is_hit: false }
    }

    fn show(&mut self, label: &EventLabel, is_hit: bool) {
        if self.is_hit != is_hit {
            set_class(&self.button, "hit", is_hit);
            self.is_hit = is_hit;
        }
        if self.shown == *label {
            return;
        }
        if (&self.shown.placed.date, &self.shown.placed.headline, self.shown.placed.align)
            != (&label.placed.date, &label.placed.headline, label.placed.align)
        {
            clear(&self.button);
            fill_label(&self.button, label);
        }
        for (class, on) in [
            ("lead", label.placed.is_lead),
            ("chosen", label.placed.is_chosen),
            ("end", matches!(label.placed.align, Align::End | Align::UnderEnd)),
            ("under", matches!(label.placed.align, Align::Under | Align::UnderEnd)),
            ("mark", label.placed.align == Align::MarkOnly),
        ] {
            set_class(&self.button, class, on);
        }
        if label.placed.is_chosen {
            set(&self.button, "aria-current", "true");
        } else {
            self.button.remove_attribute("aria-current").ok();
        }
        for (property, px) in [("left", label.placed.left), ("top", label.placed.top), ("width", label.placed.width)] {
            set_px(&self.button, property, px);
        }
        if label.placed.align == Align::MarkOnly {
            set_px(&self.button, "height", label.placed.height);
            // Its words are hidden until the pointer or the focus comes, and hidden words give no name.
            set(&self.button, "aria-label", &[label.placed.date.as_str(), ": ", &label.placed.headline].concat());
        } else {
            self.button.style().remove_property("height").ok();
            self.button.remove_attribute("aria-label").ok();
        }
        self.shown = label.clone();
    }
}

/// Date and headline; over a bare mark, in a box of their own that shows on hover and focus.
fn fill_label(button: &HtmlElement, label: &EventLabel) {
    let date = make_text("time", "date", &label.placed.date);
    set(&date, "datetime", &label.datetime);
    if label.is_disputed {
        append(&date, &[&differ()]);
    }
    let headline = make_text("span", "hl", &label.placed.headline);
    if label.placed.align == Align::MarkOnly {
        let words = make("span", "words");
        append(&words, &[&date, &headline]);
        append(button, &[&words]);
    } else {
        append(button, &[&date, &headline]);
    }
    set_class(button, "lead", label.placed.is_lead);
}

/// The sign beside a date on which sources differ, with words for those who do not see it.
pub(crate) fn differ() -> HtmlElement {
    let sign = make_text("span", "neq", "≠");
    set(&sign, "title", en::SOURCES_DIFFER);
    set(&sign, "role", "img");
    set(&sign, "aria-label", en::SOURCES_DIFFER);
    sign
}

fn new_era(name: &EraName) -> HtmlElement {
    let button = make("button", "era");
    set(&button, "type", "button");
    set(&button, "data-era", &name.era.to_string());
    let label = make_text("b", "", &name.label);
    append(&button, &[&make_text("time", "", &name.years)]);
    // A space keeps the two apart where the button is read as one line.
    append_text(&button, " ");
    append(&button, &[&label]);
    button
}

fn show_tick(node: &HtmlElement, name: &TickName, orientation: Orientation) {
    set_text(node, &name.text);
    set_class(node, "major", name.is_major);
    let (along, across) = match orientation {
        Orientation::Vertical => ("top", "left"),
        Orientation::Horizontal => ("left", "top"),
    };
    set_px(node, along, name.along);
    set_px(node, across, name.across);
}

/// Puts `node` directly after `previous`, or first, and leaves it where it is when it stands there.
fn place_after(parent: &HtmlElement, node: &Element, previous: Option<&Node>) {
    let wanted = previous.map_or_else(|| parent.first_child(), Node::next_sibling);
    if wanted.as_ref() == Some(node.as_ref()) {
        return;
    }
    parent.insert_before(node, wanted.as_ref()).ok();
}

fn resize<T>(nodes: &mut Vec<T>, length: usize, remove: impl Fn(&T)) {
    while nodes.len() > length {
        if let Some(node) = nodes.pop() {
            remove(&node);
        }
    }
}
