//! Brings the nodes up to date: title and list, plot and overview, controls and what is said aloud.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::Surface;
use crate::calendar::{Edtf, LabelLength, Period, edtf_label};
use crate::layout::Orientation;
use crate::outline::en::control;
use crate::outline::{self, EventRef, View, en};
use crate::scale::{Scale, day_from_time};
use crate::scene;
use crate::timeline::{Cursor, Mode, Panel, Timeline};
use crate::web::card::show_legend;
use crate::web::dom::{append, clear, set, set_class, set_px, set_text, toggle};
use crate::web::list::Rows;
use crate::web::paint::pixel_ratio;
use crate::web::panel::show_panel;

impl Surface {
    /// Title, list, credit: what another story changes.
    pub(super) fn show_content(&mut self, timeline: &Timeline) {
        let story = timeline.shown();
        let title = self.host.get_attribute("label").or_else(|| story.title.clone());
        let title = title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| en::UNTITLED.to_owned());
        set_text(&self.shell.title, &title);
        set(&self.shell.root, "aria-label", &[control::TIMELINE, ": ", &title].concat());
        set_text(&self.shell.credit, &en::credit(timeline.story().articles.len()));
        self.words.clear();
        self.list.begin(timeline.list());
        self.list_is_due = true;
        toggle(&self.shell.sources, "hidden", !self.shell.has_sources(&self.host));
        self.show_first_and_last(timeline);
    }

    /// The years at the ends of the overview.
    fn show_first_and_last(&self, timeline: &Timeline) {
        let days = || timeline.shown().events.iter().filter_map(|event| event.date);
        let first = days().filter_map(Edtf::first_day).min();
        let last = days().filter_map(Edtf::end_day).max().and_then(|day| day.plus_days(-1));
        for (node, day) in [(&self.shell.first_year, first), (&self.shell.last_year, last)] {
            let year = day.and_then(|day| Period::year(day.year()));
            let words = year.map(|year| edtf_label(Edtf::from_period(year), LabelLength::Full));
            set_text(node, words.as_deref().unwrap_or_default());
        }
    }

    /// Canvas and words of plot and overview.
    pub(super) fn show_plot(&mut self, timeline: &mut Timeline) {
        let is_timeline = timeline.mode() == Mode::Timeline;
        toggle(&self.shell.plot, "hidden", !is_timeline);
        toggle(&self.shell.overview, "hidden", !is_timeline);
        toggle(&self.shell.list, "hidden", false);
        self.list.show(if is_timeline { Rows::Hidden } else { Rows::Shown });
        let Some(arrangement) = timeline.arrangement().filter(|_| is_timeline) else { return };
        let words = outline::plot(&arrangement, timeline.shown());
        set_px(&self.shell.plot, "height", words.height);
        let pixel_ratio = pixel_ratio();
        if let Some(painter) = &self.plot_painter {
            painter.paint(&scene::plot(&arrangement), &self.theme, pixel_ratio);
        }
        self.words.show(&words, timeline.search().hits());
        for (button, count, name) in [
            (&self.shell.earlier, words.earlier, en::earlier(words.earlier)),
            (&self.shell.later, words.later, en::later(words.later)),
        ] {
            toggle(button, "hidden", count == 0);
            set_text(button, &name);
        }
        if self.legend != words.legend {
            show_legend(&self.shell, &words.legend);
            self.legend.clone_from(&words.legend);
        }
        let is_column = timeline.orientation() == Orientation::Vertical;
        let length = if is_column { words.height } else { words.width };
        if let (Some(painter), Some(overview)) = (&self.overview_painter, timeline.overview(length)) {
            painter.paint(&scene::overview(&overview), &self.theme, pixel_ratio);
        }
        self.place_window(timeline, length, is_column);
    }

    /// Puts the pointer's targets over the window that the canvas shows.
    fn place_window(&self, timeline: &Timeline, length: f64, is_column: bool) {
        let scale = Scale::new(timeline.whole(), length);
        let (from, to) = (scale.x_from_time(timeline.view().from), scale.x_from_time(timeline.view().to));
        let (start, size) = if is_column { ("top", "height") } else { ("left", "width") };
        set_px(&self.shell.window, start, from);
        set_px(&self.shell.window, size, to - from);
        set_px(&self.shell.start_grip, start, from);
        set_px(&self.shell.end_grip, start, to);
        toggle(&self.shell.window, "hidden", timeline.is_whole());
        set_class(&self.shell.overview, "idle", timeline.is_whole());
    }

    /// Controls and the line under the title.
    pub(super) fn show_controls(&self, timeline: &Timeline, moves: bool) {
        let shell = &self.shell;
        let is_timeline = timeline.mode() == Mode::Timeline;
        let can_zoom_out = is_timeline && !timeline.is_whole();
        toggle(&shell.zoom_out, "disabled", !can_zoom_out);
        toggle(&shell.whole, "disabled", !can_zoom_out);
        toggle(&shell.zoom_in, "disabled", !is_timeline);
        for (button, on) in [(&shell.as_timeline, is_timeline), (&shell.as_list, !is_timeline)] {
            set(button, "aria-pressed", if on { "true" } else { "false" });
        }
        for (button, panel) in [(&shell.filter_button, Panel::Filter), (&shell.help_button, Panel::Help)] {
            set(button, "aria-expanded", if timeline.panel() == panel { "true" } else { "false" });
        }
        show_panel(&shell.panel, timeline);
        let search = timeline.search();
        toggle(&shell.found, "hidden", search.query().is_empty());
        let hits = en::search_hits(search.number(), search.hits().len(), search.query());
        set_text(&shell.found_text, &hits);
        let status = status_of(timeline);
        set_text(&shell.dek, &status);
        if !moves {
            let said = if search.query().is_empty() { &status } else { &hits };
            // The first status is no news: a screen reader comes to it by reading.
            if shell.announcement.has_attribute("data-said") {
                set_text(&shell.announcement, said);
            } else {
                set(&shell.announcement, "data-said", "");
            }
        }
    }

    pub(super) fn announce_choice(&self, timeline: &Timeline) {
        let Some(event) = timeline.chosen().and_then(|chosen| timeline.event(chosen)) else { return };
        let words = [event.date_label(LabelLength::Full).as_str(), ": ", &event.headline].concat();
        set_text(&self.shell.announcement, &words);
    }

    pub(super) fn focus(&self, timeline: &Timeline, cursor: Cursor) {
        let label = || match (timeline.mode(), timeline.chosen()?) {
            (Mode::Timeline, EventRef::Dated(place)) => self.words.label(place).cloned(),
            (_, event) => self.list.row(event)?.query_selector("button").ok()??.dyn_into().ok(),
        };
        let plot = || self.shell.plot.clone();
        let target: HtmlElement = match cursor {
            Cursor::Search => self.shell.search.clone().into(),
            Cursor::Chosen => label().unwrap_or_else(plot),
            Cursor::Plot => plot(),
        };
        target.focus().ok();
        if cursor != Cursor::Search && timeline.search().query().is_empty() {
            self.shell.search.set_value("");
        }
    }

    /// Shows a state in place of the story: its nodes, or the story again where there are none.
    pub(crate) fn show_state(&self, nodes: &[&web_sys::Element], is_error: bool) {
        let height = self.shell.root.offset_height();
        clear(&self.shell.state);
        append(&self.shell.state, nodes);
        let has_state = !nodes.is_empty();
        toggle(&self.shell.state, "hidden", !has_state);
        set_class(&self.shell.state, "error", is_error);
        self.shell.show_story(!has_state);
        // A state keeps the height that the story had, so that the page below does not jump.
        let kept = if has_state { f64::from(height) } else { 0.0 };
        set_px(&self.shell.root, "min-height", kept);
    }
}

/// The whole story, the part in view, or the list, in words.
fn status_of(timeline: &Timeline) -> String {
    if timeline.mode() == Mode::List {
        return outline::status_of_list(timeline.shown());
    }
    let view = timeline.view();
    let part = (!timeline.is_whole()).then(|| View {
        first: day_from_time(view.from),
        last: day_from_time(view.to - 1e-6),
        shown: timeline.count_in_view(),
    });
    outline::status(timeline.shown(), part)
}
