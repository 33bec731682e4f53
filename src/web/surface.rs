//! The page's half of a widget: nodes, canvases, colours, fonts, listeners. Exists while the element is connected.

use js_sys::Function;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, MediaQueryList, ShadowRoot};

use super::card::{show_card, show_legend, show_tray};
use super::dom::{self, append, clear, set, set_class, set_px, set_text, toggle};
use super::list::{ListView, Rows};
use super::listen::{Frames, Listeners, SizeObserver};
use super::measure::CanvasMeasure;
use super::paint::Painter;
use super::panel::show_panel;
use super::plot::PlotWords;
use super::shell::Shell;
use super::theme::Theme;
use crate::calendar::LabelLength;
use crate::interaction::{Gesture, Surface as Target};
use crate::layout::{Orientation, Pointer, Stage};
use crate::outline::en::control;
use crate::outline::{self, EventRef, LegendEntry, View, en};
use crate::scale::{Scale, day_from_time};
use crate::scene;
use crate::timeline::{Cursor, Effects, Mode, Pace, Panel, Timeline};

/// What the listeners hear on the element's nodes.
const HEARD: [&str; 12] = [
    "click",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "keydown",
    "wheel",
    "input",
    "change",
    "search",
    "beforematch",
    "dragstart",
];

/// The reader's wishes that colours and movement follow.
const MEDIA: [&str; 5] = [
    "(prefers-color-scheme: dark)",
    "(forced-colors: active)",
    "(prefers-contrast: more)",
    "(prefers-reduced-motion: reduce)",
    "(pointer: coarse)",
];

/// How long a frame goes on placing labels for closer views.
const REFINING_MS: f64 = 6.0;

/// What must be done on the next frame.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Due {
    /// The room may be another.
    pub(crate) size: bool,
    /// Colours or fonts may be others.
    pub(crate) style: bool,
    /// Another story or another filter.
    pub(crate) content: bool,
    /// Another event is chosen.
    pub(crate) selection: bool,
    /// The event whose row find-in-page has shown.
    pub(crate) found: Option<EventRef>,
    /// Where the cursor is to go.
    pub(crate) cursor: Option<Cursor>,
}

/// Nodes and what they last showed.
pub(crate) struct Surface {
    pub(crate) host: HtmlElement,
    pub(crate) shell: Shell,
    pub(crate) words: PlotWords,
    pub(crate) list: ListView,
    pub(crate) gesture: Gesture,
    pub(crate) due: Due,
    /// A drag ends in a click that means nothing.
    pub(crate) swallow_click: bool,
    /// The plot or the overview, while a pointer is down on it.
    pub(crate) pressed_on: Option<HtmlElement>,
    /// What the class does when the reader wants another try.
    pub(crate) retry: Function,
    plot_painter: Option<Painter>,
    overview_painter: Option<Painter>,
    theme: Theme,
    measure: CanvasMeasure,
    legend: Vec<LegendEntry>,
    list_is_due: bool,
    card_is_due: bool,
    frames: Option<Frames>,
    _listeners: Listeners,
    _size: Option<SizeObserver>,
}

impl Surface {
    /// Builds the nodes inside the shadow root and begins to listen.
    pub(crate) fn new(
        host: HtmlElement,
        root: &ShadowRoot,
        mut listeners: Listeners,
        frames: Option<Frames>,
        retry: Function,
        on_size: impl FnMut() + 'static,
    ) -> Self {
        let shell = Shell::new();
        root.replace_children_with_node_1(&shell.root);
        listeners.hear(&shell.root, &HEARD);
        let window = web_sys::window();
        for query in MEDIA {
            let list: Option<MediaQueryList> = window.as_ref().and_then(|window| window.match_media(query).ok()?);
            if let Some(list) = list {
                listeners.hear(&list, &["change"]);
            }
        }
        if let Some(fonts) = window.as_ref().and_then(|window| window.document()).map(|document| document.fonts()) {
            listeners.hear(&fonts, &["loadingdone"]);
        }
        let theme = Theme::read(&shell.probe);
        let measure = CanvasMeasure::new(&shell.root);
        let size = SizeObserver::new(&host, on_size);
        Self {
            host,
            words: PlotWords::new(shell.layer.clone()),
            list: ListView::new(shell.list.clone()),
            gesture: Gesture::default(),
            due: Due { size: true, content: true, selection: true, ..Due::default() },
            swallow_click: false,
            pressed_on: None,
            retry,
            plot_painter: Painter::new(shell.plot_canvas.clone()),
            overview_painter: Painter::new(shell.overview_canvas.clone()),
            theme,
            measure,
            legend: Vec::new(),
            list_is_due: false,
            card_is_due: false,
            frames,
            _listeners: listeners,
            _size: size,
            shell,
        }
    }

    /// Notes what is to be done, and asks for a frame.
    pub(crate) fn take(&mut self, effects: Effects) {
        self.due.content |= effects.content;
        self.due.selection |= effects.selection;
        self.due.cursor = effects.cursor.or(self.due.cursor);
        if effects != Effects::default() {
            self.request_frame();
        }
    }

    /// Asks for a frame, unless one is coming.
    pub(crate) fn request_frame(&mut self) {
        if let Some(frames) = &mut self.frames {
            frames.request();
        }
    }

    /// Brings the page up to date, and asks for a frame while something moves.
    pub(crate) fn draw(&mut self, timeline: &mut Timeline, now_ms: f64) {
        let due = std::mem::take(&mut self.due);
        if due.style {
            self.read_style();
        }
        let moves = timeline.advance(now_ms);
        self.fit(timeline, &due);
        if due.content {
            self.show_content(timeline);
        }
        if due.selection || due.content || std::mem::take(&mut self.card_is_due) {
            show_card(&self.shell, timeline.shown(), timeline.chosen());
            show_tray(&self.shell, timeline.shown(), timeline.chosen());
            self.list.choose(timeline.chosen());
        }
        if let Some(found) = due.found {
            self.list.hide_found(found);
        }
        self.show_plot(timeline);
        self.show_controls(timeline, moves);
        if due.selection {
            self.announce_choice(timeline);
        }
        if let Some(cursor) = due.cursor {
            self.focus(timeline, cursor);
        }
        // The first picture of a story is work enough for one frame.
        let goes_on = due.content || {
            let begun_ms = dom::now_ms();
            let is_refining = timeline.refine(&|| dom::now_ms() - begun_ms >= REFINING_MS);
            self.build_list() || is_refining
        };
        if moves || goes_on {
            self.request_frame();
        }
    }

    /// Makes some more rows of the list. Gives whether there are more to come.
    pub(crate) fn build_list(&mut self) -> bool {
        self.list_is_due = self.list_is_due && self.list.build();
        self.list_is_due
    }

    /// The frame that was asked for has come.
    pub(crate) fn frame_arrived(&mut self) {
        if let Some(frames) = &mut self.frames {
            frames.arrived();
        }
    }

    /// What a pointer is on, and the node that its places are counted from. Buttons over the plot are part of it: a
    /// drag may begin on a label.
    pub(crate) fn target_of(&self, target: Option<EventTarget>) -> Option<(Target, HtmlElement)> {
        let target: Element = target?.dyn_into().ok()?;
        let is = |selector: &str| target.closest(selector).ok().flatten().is_some();
        let shell = &self.shell;
        if is(".plot") {
            return Some((Target::Plot, shell.plot.clone()));
        }
        if !is(".overview") {
            return None;
        }
        let on = |node: &HtmlElement| target.is_same_node(Some(node));
        let part = if on(&shell.start_grip) {
            Target::WindowStart
        } else if on(&shell.end_grip) {
            Target::WindowEnd
        } else if on(&shell.window) {
            Target::Window
        } else {
            Target::Overview
        };
        Some((part, shell.overview.clone()))
    }

    /// Whether the reader asked for less motion.
    pub(crate) fn pace() -> Pace {
        if media_matches("(prefers-reduced-motion: reduce)") { Pace::Immediate } else { Pace::Animated }
    }

    fn read_style(&mut self) {
        self.theme = Theme::read(&self.shell.probe);
        let measure = CanvasMeasure::new(&self.shell.root);
        if !measure.is_like(&self.measure) {
            self.measure = measure;
            self.due.size = true;
        }
    }

    /// Places the labels anew where the room, the fonts or the events are others.
    fn fit(&mut self, timeline: &mut Timeline, due: &Due) {
        let had_sheet = self.shell.has_sheet();
        self.shell.fit(self.width_px(), self.wants_card_beside(), timeline.mode());
        self.card_is_due |= had_sheet != self.shell.has_sheet();
        let Some(stage) = self.stage() else { return };
        if due.size || self.due.size || !timeline.is_planned_for(&stage) {
            self.due.size = false;
            timeline.plan(stage, &self.measure);
        }
    }

    /// Places labels of a story that is not shown yet, until `is_over`. Changes nothing on the page, and says whether
    /// some are left.
    pub(crate) fn prepare(&self, timeline: &mut Timeline, is_over: &dyn Fn() -> bool) -> bool {
        self.stage().is_some_and(|stage| timeline.prepare(stage, &self.measure, is_over))
    }

    /// The room for the plot, where there is any.
    fn stage(&self) -> Option<Stage> {
        let plot_px = Shell::plot_px(self.width_px(), self.wants_card_beside());
        let pointer = if media_matches("(pointer: coarse)") { Pointer::Coarse } else { Pointer::Fine };
        (plot_px > 0.0).then(|| Stage { pointer, ..Stage::of_width(plot_px) })
    }

    fn width_px(&self) -> f64 {
        self.host.get_bounding_client_rect().width()
    }

    fn wants_card_beside(&self) -> bool {
        self.host.get_attribute("card").as_deref() == Some("beside")
    }

    /// Title, list, credit: what another story changes.
    fn show_content(&mut self, timeline: &Timeline) {
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
        let first = days().filter_map(crate::calendar::Edtf::first_day).min();
        let last = days().filter_map(crate::calendar::Edtf::end_day).max().and_then(|day| day.plus_days(-1));
        for (node, day) in [(&self.shell.first_year, first), (&self.shell.last_year, last)] {
            let year = day.and_then(|day| crate::calendar::Period::year(day.year()));
            let words = year
                .map(|year| crate::calendar::edtf_label(crate::calendar::Edtf::from_period(year), LabelLength::Full));
            set_text(node, words.as_deref().unwrap_or_default());
        }
    }

    /// Canvas and words of plot and overview.
    fn show_plot(&mut self, timeline: &mut Timeline) {
        let is_timeline = timeline.mode() == Mode::Timeline;
        toggle(&self.shell.plot, "hidden", !is_timeline);
        toggle(&self.shell.overview, "hidden", !is_timeline);
        toggle(&self.shell.list, "hidden", false);
        self.list.show(if is_timeline { Rows::Hidden } else { Rows::Shown });
        let Some(arrangement) = timeline.arrangement().filter(|_| is_timeline) else { return };
        let words = outline::plot(&arrangement, timeline.shown());
        set_px(&self.shell.plot, "height", words.height);
        let pixel_ratio = web_sys::window().map_or(1.0, |window| window.device_pixel_ratio());
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
    fn show_controls(&self, timeline: &Timeline, moves: bool) {
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

    fn announce_choice(&self, timeline: &Timeline) {
        let Some(event) = timeline.chosen().and_then(|chosen| timeline.event(chosen)) else { return };
        let words = [event.date_label(LabelLength::Full).as_str(), ": ", &event.headline].concat();
        set_text(&self.shell.announcement, &words);
    }

    fn focus(&self, timeline: &Timeline, cursor: Cursor) {
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
        if cursor != Cursor::Search && !timeline.search().query().is_empty() {
            return;
        }
        if timeline.search().query().is_empty() && cursor != Cursor::Search {
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

fn media_matches(query: &str) -> bool {
    web_sys::window().and_then(|window| window.match_media(query).ok()?).is_some_and(|list| list.matches())
}
