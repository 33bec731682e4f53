//! The frame that stays: title, controls, plot, overview, card, foot. Made once for each connection to a page.

use web_sys::{HtmlCanvasElement, HtmlElement, HtmlInputElement};

use super::dom::{append, icon, make, make_button, make_text, set, set_class, toggle};
use super::icons;
use crate::outline::en::{self, control};
use crate::timeline::Mode;
use wasm_bindgen::JsCast;

/// Wide enough for title and controls in one row.
const ONE_ROW_FROM_PX: f64 = 900.0;

/// Wide enough for the card in two columns.
const COLUMNS_FROM_PX: f64 = 640.0;

/// Wide enough for the card beside the plot.
const BESIDE_FROM_PX: f64 = 1080.0;

/// Narrower, time runs down the page.
const VERTICAL_BELOW_PX: f64 = 480.0;

/// How much the card and its gap take where it stands beside the plot.
const BESIDE_PX: f64 = 376.0 + 40.0;

/// The nodes that change.
pub(crate) struct Shell {
    pub(crate) root: HtmlElement,
    pub(crate) title: HtmlElement,
    pub(crate) dek: HtmlElement,
    pub(crate) announcement: HtmlElement,
    pub(crate) tools: HtmlElement,
    pub(crate) search: HtmlInputElement,
    pub(crate) found: HtmlElement,
    pub(crate) found_text: HtmlElement,
    pub(crate) filter_button: HtmlElement,
    pub(crate) zoom_in: HtmlElement,
    pub(crate) zoom_out: HtmlElement,
    pub(crate) whole: HtmlElement,
    pub(crate) as_timeline: HtmlElement,
    pub(crate) as_list: HtmlElement,
    pub(crate) help_button: HtmlElement,
    pub(crate) panel: HtmlElement,
    pub(crate) state: HtmlElement,
    pub(crate) plot: HtmlElement,
    pub(crate) plot_canvas: HtmlCanvasElement,
    pub(crate) layer: HtmlElement,
    pub(crate) earlier: HtmlElement,
    pub(crate) later: HtmlElement,
    pub(crate) overview: HtmlElement,
    pub(crate) overview_canvas: HtmlCanvasElement,
    pub(crate) first_year: HtmlElement,
    pub(crate) last_year: HtmlElement,
    pub(crate) window: HtmlElement,
    pub(crate) start_grip: HtmlElement,
    pub(crate) end_grip: HtmlElement,
    pub(crate) list: HtmlElement,
    pub(crate) side: HtmlElement,
    pub(crate) card: HtmlElement,
    pub(crate) foot: HtmlElement,
    pub(crate) tray: HtmlElement,
    pub(crate) legend_box: HtmlElement,
    pub(crate) legend: HtmlElement,
    pub(crate) credit: HtmlElement,
    pub(crate) sources: HtmlElement,
    pub(crate) probe: HtmlElement,
}

impl Shell {
    /// Makes all nodes; the caller puts [`Shell::root`] into the page.
    pub(crate) fn new() -> Self {
        let (head, title, dek) = head();
        let (search_box, search) = search();
        let filter_button = make_button("btn filter-box", "filter");
        set(&filter_button, "aria-label", control::FILTER);
        append(&filter_button, &[&icon(icons::FILTER), &make_text("span", "", control::FILTER)]);
        let zoom_out = icon_button("zoom-out", control::ZOOM_OUT, icons::MINUS);
        let zoom_in = icon_button("zoom-in", control::ZOOM_IN, icons::PLUS);
        let whole = text_button("btn whole", "whole", control::WHOLE_STORY, None);
        let as_timeline = text_button("btn", "timeline", control::TIMELINE, None);
        let as_list = text_button("btn", "list", control::LIST, None);
        let help_button = icon_button("help", control::HELP, icons::HELP);
        set(&help_button, "class", "btn icon help-button");
        let tools = make("div", "tools");
        set(&tools, "role", "toolbar");
        set(&tools, "aria-label", control::TOOLBAR);
        let zoom = group("group zoom", &[&zoom_out, &zoom_in, &whole]);
        let modes = group("group modes", &[&as_timeline, &as_list]);
        append(&tools, &[&search_box, &filter_button, &zoom, &modes, &help_button]);
        append(&head, &[&tools]);
        let (found, found_text) = found();
        let panel = make("div", "panel");
        let state = make("div", "state");
        let (plot, plot_canvas, layer) = plot();
        let earlier = make_button("more earlier", "earlier");
        let later = make_button("more later", "later");
        append(&plot, &[&earlier, &later]);
        let overview = Overview::new();
        let list = make("div", "list");
        let main = make("div", "main");
        let stage = make("div", "stage");
        append(&stage, &[&plot, &overview.root]);
        append(&main, &[&head, &panel, &found, &state, &stage, &list]);
        let side = make("div", "side");
        let card = make("article", "card");
        set(&card, "aria-label", control::SELECTED_EVENT);
        append(&side, &[&card]);
        let foot = make("div", "foot");
        let tray = make("section", "tray");
        let legend_box = make("section", "legend-box");
        let legend = make("ul", "legend");
        append(&legend_box, &[&make_text("h3", "", en::HOW_TO_READ_THE_MARKS), &legend]);
        append(&foot, &[&tray, &legend_box]);
        let credit = make("p", "credit");
        let announcement = make("p", "unseen");
        set(&announcement, "role", "status");
        let probe = make("span", "probe");
        let sources = sources();
        let root = make("div", "el");
        set(&root, "role", "region");
        append(&root, &[&main, &side, &foot, &credit, &sources, &announcement, &probe]);
        Self {
            root,
            title,
            dek,
            announcement,
            tools,
            search,
            found,
            found_text,
            filter_button,
            zoom_in,
            zoom_out,
            whole,
            as_timeline,
            as_list,
            help_button,
            panel,
            state,
            plot,
            plot_canvas,
            layer,
            earlier,
            later,
            overview: overview.root,
            overview_canvas: overview.canvas,
            first_year: overview.first,
            last_year: overview.last,
            window: overview.window,
            start_grip: overview.start_grip,
            end_grip: overview.end_grip,
            list,
            side,
            card,
            foot,
            tray,
            legend_box,
            legend,
            credit,
            sources,
            probe,
        }
    }

    /// How wide the plot is in an element of a width.
    pub(crate) fn plot_px(width_px: f64, card_beside: bool) -> f64 {
        if is_beside(width_px, card_beside) { width_px - BESIDE_PX } else { width_px }
    }

    /// Sets the classes that depend on the width.
    pub(crate) fn fit(&self, width_px: f64, card_beside: bool, mode: Mode) {
        let beside = is_beside(width_px, card_beside);
        let is_list = mode == Mode::List;
        let plot_px = Self::plot_px(width_px, card_beside);
        set_class(&self.root, "beside", beside);
        set_class(&self.root, "vertical", width_px < VERTICAL_BELOW_PX);
        set_class(&self.root, "stack", plot_px < ONE_ROW_FROM_PX);
        set_class(&self.root, "as-list", is_list);
        // Where the card would stand far from what was chosen, it is a sheet over it.
        set_class(&self.root, "sheet", !beside && (is_list || width_px < VERTICAL_BELOW_PX));
        set_class(&self.root, "columns", !beside && width_px >= COLUMNS_FROM_PX);
        let tray_home = if beside { &self.side } else { &self.foot };
        if self.tray.parent_element().as_ref() != Some(tray_home.as_ref()) {
            if beside {
                append(&self.side, &[&self.tray]);
            } else {
                self.foot.insert_before(&self.tray, Some(&self.legend_box)).ok();
            }
        }
    }

    /// Whether the card is a sheet.
    pub(crate) fn has_sheet(&self) -> bool {
        self.root.class_list().contains("sheet")
    }

    /// Whether articles stand inside the tag.
    pub(crate) fn has_sources(&self, host: &HtmlElement) -> bool {
        host.query_selector(":scope > article").ok().flatten().is_some()
    }

    /// Opens the disclosure with the articles.
    pub(crate) fn open_sources(&self) {
        set(&self.sources, "open", "");
        self.sources.scroll_into_view();
    }

    /// Shows the parts of a story, or only the state that stands in for it.
    pub(crate) fn show_story(&self, has_story: bool) {
        for part in [&self.tools, &self.side, &self.foot, &self.credit] {
            toggle(part, "hidden", !has_story);
        }
        if !has_story {
            for part in [&self.plot, &self.overview, &self.list] {
                toggle(part, "hidden", true);
            }
        }
    }
}

fn is_beside(width_px: f64, card_beside: bool) -> bool {
    card_beside && width_px >= BESIDE_FROM_PX
}

/// The strip under the plot.
struct Overview {
    root: HtmlElement,
    canvas: HtmlCanvasElement,
    first: HtmlElement,
    last: HtmlElement,
    window: HtmlElement,
    start_grip: HtmlElement,
    end_grip: HtmlElement,
}

impl Overview {
    fn new() -> Self {
        let root = make("div", "overview");
        set(&root, "role", "group");
        set(&root, "aria-label", control::OVERVIEW);
        let canvas = canvas();
        let first = make("span", "tick");
        let last = make("span", "tick last");
        // The pointer's targets; keys move the view from the plot, so these are not in the order of tabs.
        let window = make("div", "window");
        let start_grip = make("div", "grip");
        let end_grip = make("div", "grip");
        append(&root, &[&canvas, &first, &last, &window, &start_grip, &end_grip]);
        Self { root, canvas, first, last, window, start_grip, end_grip }
    }
}

fn canvas() -> HtmlCanvasElement {
    let canvas = make("canvas", "");
    set(&canvas, "aria-hidden", "true");
    canvas.unchecked_into()
}

fn head() -> (HtmlElement, HtmlElement, HtmlElement) {
    let head = make("header", "head");
    let words = make("div", "");
    let title = make("h2", "title");
    let dek = make("p", "dek");
    append(&words, &[&title, &dek]);
    append(&head, &[&words]);
    (head, title, dek)
}

fn search() -> (HtmlElement, HtmlInputElement) {
    let label = make("label", "search");
    let input = make("input", "");
    for (name, value) in [("type", "search"), ("placeholder", control::SEARCH), ("aria-label", control::SEARCH)] {
        set(&input, name, value);
    }
    append(&label, &[&icon(icons::SEARCH), &input]);
    (label, input.unchecked_into())
}

fn found() -> (HtmlElement, HtmlElement) {
    let found = make("div", "found");
    let previous = icon_button("hit-previous", control::PREVIOUS_HIT, icons::BACK);
    let next = icon_button("hit-next", control::NEXT_HIT, icons::FORTH);
    let text = make("span", "");
    append(&found, &[&group("group", &[&previous, &next]), &text]);
    toggle(&found, "hidden", true);
    (found, text)
}

fn plot() -> (HtmlElement, HtmlCanvasElement, HtmlElement) {
    let plot = make("div", "plot");
    set(&plot, "tabindex", "0");
    set(&plot, "role", "group");
    set(&plot, "aria-label", control::TIMELINE);
    let canvas = canvas();
    let layer = make("div", "layer");
    append(&plot, &[&canvas, &layer]);
    (plot, canvas, layer)
}

/// The articles inside the tag: readable without scripts, and in a closed disclosure with them.
fn sources() -> HtmlElement {
    let details = make("details", "sources");
    append(&details, &[&make_text("summary", "", control::SOURCES), &make("slot", "")]);
    // Until it is known that articles stand inside.
    set(&details, "hidden", "");
    details
}

fn group(class: &str, buttons: &[&web_sys::Element]) -> HtmlElement {
    let group = make("span", class);
    append(&group, buttons);
    group
}

/// A button with words and, before them, a drawing.
pub(crate) fn text_button(class: &str, action: &str, name: &str, drawing: Option<&str>) -> HtmlElement {
    let button = make_button(class, action);
    if let Some(path) = drawing {
        append(&button, &[&icon(path)]);
    }
    super::dom::append_text(&button, name);
    button
}

/// A button with only a drawing, and a name for those who do not see it.
pub(crate) fn icon_button(action: &str, name: &str, path: &str) -> HtmlElement {
    let button = make_button("btn icon", action);
    set(&button, "aria-label", name);
    set(&button, "title", name);
    append(&button, &[&icon(path)]);
    button
}
