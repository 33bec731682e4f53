//! What opens under the controls: the keys, or the filter.

use web_sys::HtmlElement;

use super::dom::{append, append_text, clear, make, make_text, set, toggle};
use crate::outline::en::control;
use crate::timeline::{Panel, Timeline, frequent_participants};

/// Shows the open panel. Its nodes are made when it opens and stay, so that a box keeps the focus when it is ticked.
pub(crate) fn show_panel(node: &HtmlElement, timeline: &Timeline) {
    let name = match timeline.panel() {
        Panel::Closed => "",
        Panel::Help => "help",
        Panel::Filter => "filter",
    };
    toggle(node, "hidden", name.is_empty());
    if node.get_attribute("data-shows").as_deref() == Some(name) {
        return;
    }
    set(node, "data-shows", name);
    clear(node);
    match timeline.panel() {
        Panel::Closed => {}
        Panel::Help => fill_help(node),
        Panel::Filter => fill_filter(node, timeline),
    }
}

fn fill_help(node: &HtmlElement) {
    let help = make("div", "help");
    let keys = make("dl", "");
    for (names, what) in control::KEY_HELP {
        let row = make("div", "");
        let term = make("dt", "");
        for name in names {
            append(&term, &[&make_text("kbd", "", name)]);
        }
        append(&row, &[&term, &make_text("dd", "", what)]);
        append(&keys, &[&row]);
    }
    append(&help, &[&make_text("h3", "", control::KEYS), &keys, &make_text("p", "dek", control::WHEEL_HELP)]);
    append(node, &[&help]);
}

fn fill_filter(node: &HtmlElement, timeline: &Timeline) {
    let filter = timeline.filter();
    let sources = fieldset(control::FILTER_BY_SOURCES);
    append(&sources, &[&choice("several", control::SEVERAL_ARTICLES, None, filter.several_articles)]);
    append(node, &[&sources]);
    let names = frequent_participants(timeline.story());
    if names.is_empty() {
        return;
    }
    let people = fieldset(control::FILTER_BY_NAMES);
    for (name, count) in &names {
        append(&people, &[&choice(name, name, Some(*count), filter.participants.contains(name))]);
    }
    set(&people, "data-filter", "names");
    append(node, &[&people]);
}

fn fieldset(name: &str) -> HtmlElement {
    let fieldset = make("fieldset", "");
    append(&fieldset, &[&make_text("legend", "", name)]);
    fieldset
}

fn choice(value: &str, name: &str, count: Option<usize>, on: bool) -> HtmlElement {
    let label = make("label", "");
    let input = make("input", "");
    set(&input, "type", "checkbox");
    set(&input, "value", value);
    toggle(&input, "checked", on);
    append(&label, &[&input]);
    append_text(&label, name);
    if let Some(count) = count {
        append(&label, &[&make_text("span", "", &count.to_string())]);
    }
    label
}
