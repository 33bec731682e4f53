//! The page's half of a widget: nodes, canvases, colours, fonts, listeners. Exists while the element is connected.

mod show;

use js_sys::Function;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, MediaQueryList, ShadowRoot};

use super::card::{show_card, show_tray};
use super::dom;
use super::list::ListView;
use super::listen::{Frames, Listeners, SizeObserver};
use super::measure::CanvasMeasure;
use super::paint::Painter;
use super::plot::PlotWords;
use super::shell::Shell;
use super::theme::Theme;
use crate::interaction::{Gesture, Surface as Target};
use crate::layout::{Pointer, Stage};
use crate::outline::{EventRef, LegendEntry};
use crate::timeline::{Cursor, Effects, Pace, Timeline};

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
            show_card(&self.shell, timeline.shown(), timeline.chosen(), &self.theme);
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
        self.card_is_due = true;
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
}

fn media_matches(query: &str) -> bool {
    web_sys::window().and_then(|window| window.match_media(query).ok()?).is_some_and(|list| list.matches())
}
