//! The card of the chosen event, the tray of undated ones, the legend: words from `outline`, as text nodes.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dom::{append, append_text, clear, make, make_text, set, set_class, toggle};
use super::icons;
use super::paint::{Painter, pixel_ratio};
use super::plot::differ;
use super::shell::{Shell, icon_button, text_button};
use super::theme::Theme;
use crate::calendar::Edtf;
use crate::event::Chronology;
use crate::layout::compared;
use crate::outline::en::{self, control};
use crate::outline::{Card, CardSource, EventRef, LegendEntry, Quote, card, start_words, tray};
use crate::scene;

/// How wide dates are drawn beside their names.
const DATES_PX: f64 = 180.0;

/// Shows the card of an event, or the line that stands in its place.
pub(crate) fn show_card(shell: &Shell, story: &Chronology, chosen: Option<EventRef>, theme: &Theme) {
    let focused = focused_action(shell);
    clear(&shell.card);
    let found = chosen.and_then(|event| card(story, event));
    set_class(&shell.card, "open", found.is_some());
    match found {
        Some(found) => fill_card(&shell.card, &found, shell.has_sheet(), theme),
        None => fill_placeholder(&shell.card, story),
    }
    if let Some(button) = focused.and_then(|action| button_of(&shell.card, &action)) {
        button.focus().ok();
    }
}

/// What the focused button of the card does, so that its successor can have the focus.
fn focused_action(shell: &Shell) -> Option<String> {
    let root = shell.card.get_root_node().unchecked_into::<web_sys::ShadowRoot>();
    let active = root.active_element()?;
    (shell.card.contains(Some(&active))).then(|| active.get_attribute("data-do"))?
}

fn button_of(card: &HtmlElement, action: &str) -> Option<HtmlElement> {
    let selector = ["[data-do=\"", action, "\"]"].concat();
    card.query_selector(&selector).ok()??.dyn_into().ok()
}

fn fill_placeholder(node: &HtmlElement, story: &Chronology) {
    if let Some(words) = start_words(story) {
        append(node, &[&make_text("p", "hint", en::NO_CHOICE), &text_button("btn", "next", &words, None)]);
    }
}

/// The whole card; in a sheet the first quote alone, the rest on request.
fn fill_card(node: &HtmlElement, found: &Card, is_sheet: bool, theme: &Theme) {
    let left = make("div", "told");
    append(&left, &[&date_line(found), &make_text("h3", "", &found.headline)]);
    if !found.dates.is_empty() {
        append(&left, &[&dates(found, theme)]);
    }
    if !found.participants.is_empty() {
        append(&left, &[&make_text("p", "who", &found.participants)]);
    }
    if let Some(text) = &found.text {
        append(&left, &[&make_text("p", "who", text)]);
    }
    let why = if is_sheet {
        disclosure("why", en::WHY_THIS_DATE)
    } else {
        let why = make("div", "why");
        append(&why, &[&make_text("h4", "", en::WHY_THIS_DATE)]);
        why
    };
    append(&why, &[&make_text("p", "", &found.why)]);
    append(&left, &[&why, &navigation(found)]);
    let said = make("div", "said");
    append(&said, &[&make_text("h4", "", &found.sources_heading)]);
    let first = if is_sheet { 1 } else { found.sources.len() };
    let (shown, folded) = found.sources.split_at(first.min(found.sources.len()));
    append(&said, &[&quotes(shown)]);
    if !folded.is_empty() {
        let rest = disclosure("rest", &en::more_articles(folded.len()));
        append(&rest, &[&quotes(folded)]);
        append(&said, &[&rest]);
    }
    let close = icon_button("close", control::CLOSE, icons::CLOSE);
    set(&close, "class", "btn icon close");
    append(node, &[&left, &said, &close]);
}

fn quotes(sources: &[CardSource]) -> HtmlElement {
    let quotes = make("ol", "quotes");
    for source in sources {
        append(&quotes, &[&source_item(source)]);
    }
    quotes
}

fn disclosure(class: &str, name: &str) -> HtmlElement {
    let details = make("details", class);
    append(&details, &[&make_text("summary", "", name)]);
    details
}

fn date_line(found: &Card) -> HtmlElement {
    let line = make("p", "card-date");
    append(&line, &[&time_of(&found.date, found.datetime.as_deref(), "")]);
    if !found.dates.is_empty() {
        append(&line, &[&differ()]);
    }
    for note in [Some(found.exactness.as_str()), found.status].into_iter().flatten().filter(|note| !note.is_empty()) {
        append_text(&line, " ");
        append(&line, &[&make_text("small", "", note)]);
    }
    line
}

/// The dates that sources give, each with its mark, on one scale.
fn dates(found: &Card, theme: &Theme) -> HtmlElement {
    let node = make("div", "dates");
    let names = make("ul", "");
    found.dates.iter().for_each(|date| append(&names, &[&make_text("li", "", &date.label)]));
    let canvas = make("canvas", "");
    set(&canvas, "aria-hidden", "true");
    append(&node, &[&names, &canvas]);
    let dates: Vec<Edtf> = found.dates.iter().map(|date| date.date).collect();
    let compared = scene::comparison(&compared(&dates, found.extent, DATES_PX));
    if let Some(painter) = Painter::new(canvas.unchecked_into()) {
        painter.paint(&compared, theme, pixel_ratio());
    }
    node
}

fn navigation(found: &Card) -> HtmlElement {
    let nav = make("div", "nav");
    let previous = icon_button("previous", control::PREVIOUS_EVENT, icons::BACK);
    toggle(&previous, "disabled", found.previous.is_none());
    let next = text_button("btn primary", "next", control::NEXT, None);
    append(&next, &[&super::dom::icon(icons::FORTH)]);
    set(&next, "aria-label", control::NEXT_EVENT);
    toggle(&next, "disabled", found.next.is_none());
    append(&nav, &[&previous, &next, &make_text("span", "pos", &found.position)]);
    nav
}

fn source_item(source: &CardSource) -> HtmlElement {
    let item = make("li", "");
    for quote in &source.quotes {
        append(&item, &[&quote_block(quote)]);
    }
    let line = make("span", "src");
    match &source.url {
        Some(url) => {
            let link = make_text("a", "", &source.title);
            set(&link, "href", url);
            append(&line, &[&link]);
        }
        None => append_text(&line, &source.title),
    }
    let notes = [Some(&source.published), source.attribution.as_ref(), source.says.as_ref()];
    for note in notes.into_iter().flatten().filter(|note| !note.is_empty()) {
        append_text(&line, ", ");
        append_text(&line, note);
    }
    append(&item, &[&line]);
    item
}

fn quote_block(quote: &Quote) -> HtmlElement {
    let block = make("blockquote", "");
    for piece in &quote.pieces {
        if piece.is_expression {
            append(&block, &[&make_text("mark", "", &piece.text)]);
        } else {
            append_text(&block, &piece.text);
        }
    }
    block
}

/// A date as `<time>` where HTML reads it, else as a plain span.
pub(crate) fn time_of(words: &str, datetime: Option<&str>, class: &str) -> HtmlElement {
    match datetime {
        Some(datetime) => {
            let time = make_text("time", class, words);
            set(&time, "datetime", datetime);
            time
        }
        None => make_text("span", class, words),
    }
}

/// Shows the events without a date.
pub(crate) fn show_tray(shell: &Shell, story: &Chronology, chosen: Option<EventRef>) {
    clear(&shell.tray);
    let found = tray(story);
    toggle(&shell.tray, "hidden", found.is_none());
    set_class(&shell.foot, "one", found.is_none());
    let Some(found) = found else { return };
    let items = make("ul", "");
    for entry in &found.items {
        let item = make("li", if chosen == Some(entry.event) { "chosen" } else { "" });
        let button = make("button", "");
        set(&button, "type", "button");
        set_event(&button, entry.event);
        append(&button, &[&make_text("span", "date", &entry.bounds), &make_text("span", "hl", &entry.headline)]);
        append(&item, &[&button]);
        append(&items, &[&item]);
    }
    append(&shell.tray, &[&make_text("h3", "", &found.heading), &items]);
}

/// Notes on a button which event it chooses.
pub(crate) fn set_event(button: &HtmlElement, event: EventRef) {
    match event {
        EventRef::Dated(place) => set(button, "data-event", &place.to_string()),
        EventRef::Undated(place) => set(button, "data-undated", &place.to_string()),
    }
}

/// Shows the legend of the marks in view.
pub(crate) fn show_legend(shell: &Shell, entries: &[LegendEntry]) {
    clear(&shell.legend);
    for entry in entries {
        let item = make("li", "");
        append(&item, &[&icons::glyph(entry.glyph)]);
        append_text(&item, entry.text);
        append(&shell.legend, &[&item]);
    }
    toggle(&shell.legend_box, "hidden", entries.is_empty());
}
