//! The complete list of events: list view, print form, and what find-in-page reaches while the timeline shows.
//!
//! Built in slices, so that two thousand rows hold up nothing.

use web_sys::HtmlElement;

use super::card::{set_event, time_of};
use super::dom::{append, append_text, clear, make, make_text, set, set_class, toggle};
use super::plot::differ;
use crate::outline::{EventList, EventRef, ListRow, ListSection};

/// How many rows one slice makes: about two ms.
const ROWS_IN_A_SLICE: usize = 120;

/// Whether rows can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rows {
    /// All.
    Shown,
    /// None, but find-in-page reaches each by itself, so that the timeline can go to its event.
    Hidden,
}

impl Rows {
    fn put_on(self, row: &HtmlElement) {
        match self {
            Self::Shown => toggle(row, "hidden", false),
            Self::Hidden => set(row, "hidden", "until-found"),
        }
    }
}

/// The list in the page, and what of it is still to be made.
pub(crate) struct ListView {
    node: HtmlElement,
    list: EventList,
    section: usize,
    row: usize,
    open: Option<HtmlElement>,
    rows: Vec<(EventRef, HtmlElement)>,
    shows: Rows,
    chosen: Option<EventRef>,
}

impl ListView {
    /// An empty list in this node.
    pub(crate) fn new(node: HtmlElement) -> Self {
        set_class(&node, "twin", true);
        Self {
            node,
            list: EventList::default(),
            section: 0,
            row: 0,
            open: None,
            rows: Vec::new(),
            shows: Rows::Hidden,
            chosen: None,
        }
    }

    /// Begins another list; [`ListView::build`] makes its rows.
    pub(crate) fn begin(&mut self, list: EventList) {
        clear(&self.node);
        let shows = self.shows;
        *self = Self { list, ..Self::new(self.node.clone()) };
        self.show(shows);
    }

    /// Makes some more rows. Gives whether there are more to come.
    pub(crate) fn build(&mut self) -> bool {
        for _ in 0..ROWS_IN_A_SLICE {
            let Some(section) = self.list.sections.get(self.section) else { return false };
            let open = self.open.get_or_insert_with(|| {
                if let Some(heading) = heading(section) {
                    append(&self.node, &[&heading]);
                }
                let rows = make("ol", "");
                append(&self.node, &[&rows]);
                rows
            });
            match section.rows.get(self.row) {
                Some(row) => {
                    let item = item(row);
                    set_class(&item, "chosen", self.chosen == Some(row.event));
                    self.shows.put_on(&item);
                    append(open, &[&item]);
                    self.rows.push((row.event, item));
                    self.row += 1;
                }
                None => {
                    self.section += 1;
                    self.row = 0;
                    self.open = None;
                }
            }
        }
        true
    }

    /// Shows the rows or hides them.
    pub(crate) fn show(&mut self, shows: Rows) {
        if self.shows != shows {
            self.shows = shows;
            set_class(&self.node, "twin", shows == Rows::Hidden);
            self.rows.iter().for_each(|(_, row)| shows.put_on(row));
        }
    }

    /// Hides a row again that the browser has shown because find-in-page found it.
    pub(crate) fn hide_found(&self, event: EventRef) {
        if let Some(row) = self.row(event) {
            self.shows.put_on(row);
        }
    }

    /// Marks the row of the chosen event.
    pub(crate) fn choose(&mut self, event: Option<EventRef>) {
        if self.chosen == event {
            return;
        }
        for (of, row) in &self.rows {
            if self.chosen == Some(*of) || event == Some(*of) {
                set_class(row, "chosen", event == Some(*of));
            }
        }
        self.chosen = event;
    }

    /// The row of an event, where it is made.
    pub(crate) fn row(&self, event: EventRef) -> Option<&HtmlElement> {
        self.rows.iter().find(|(of, _)| *of == event).map(|(_, row)| row)
    }
}

fn heading(section: &ListSection) -> Option<HtmlElement> {
    if section.label.is_empty() && section.years.is_empty() {
        return None;
    }
    let heading = make_text("h3", "", &section.label);
    if !section.years.is_empty() {
        append_text(&heading, " ");
        append(&heading, &[&make_text("span", "years", &section.years)]);
    }
    Some(heading)
}

fn item(row: &ListRow) -> HtmlElement {
    let item = make("li", "");
    let button = make("button", "");
    set(&button, "type", "button");
    set_event(&button, row.event);
    let date = time_of(&row.date, row.datetime.as_deref(), "date");
    if row.is_disputed {
        append(&date, &[&differ()]);
    }
    append(&button, &[&date, &make_text("span", "hl", &row.headline), &make_text("span", "n", &row.articles)]);
    append(&item, &[&button]);
    item
}
