//! What stands in for a story: nothing yet, reading, or an error in words.

use super::dom::{append, make, make_text, set, set_px};
use super::icons;
use super::job::Standing;
use super::shell::text_button;
use super::surface::Surface;
use crate::outline::en::{self, control};

/// Nothing to show: what to do about it, or that the articles told of no event.
pub(crate) fn show_empty(surface: &Surface, articles: usize) {
    let heading = make_text("h3", "", en::NOTHING_TO_SHOW);
    let words = if articles == 0 { en::HOW_TO_BEGIN.to_owned() } else { en::story(0, articles) };
    surface.show_state(&[&heading, &make_text("p", "", &words), &icons::ghost()], false);
}

/// How far reading is, and the button that ends it.
pub(crate) fn show_reading(surface: &Surface, standing: &Standing) {
    let heading = make_text("h3", "", &en::reading(standing.article, standing.articles));
    let words = [standing.title.as_str(), en::so_far(standing.events).as_str()].join(". ");
    let percent = (standing.share * 100.0).round();
    let progress = make("div", "progress");
    let number = (percent as u32).to_string();
    for (name, value) in [("role", "progressbar"), ("aria-valuemin", "0"), ("aria-valuemax", "100")] {
        set(&progress, name, value);
    }
    set(&progress, "aria-valuenow", &number);
    set(&progress, "aria-label", &en::reading(standing.article, standing.articles));
    let bar = make("i", "");
    append(&progress, &[&bar]);
    let row = make("div", "row");
    let stop = text_button("btn", "stop", control::STOP_HERE, None);
    append(&row, &[&make_text("span", "", &[&number, " %"].concat()), &stop]);
    surface.show_state(&[&heading, &make_text("p", "", &words), &progress, &row], false);
    set_px(&bar, "width", f64::from(progress.client_width()) * standing.share);
}

/// What went wrong, and the ways on.
pub(crate) fn show_error(surface: &Surface, message: &str, has_sources: bool) {
    let heading = make_text("h3", "", en::COULD_NOT_BE_READ);
    let acts = make("div", "acts");
    if has_sources {
        append(&acts, &[&text_button("btn primary", "sources", control::READ_THE_ARTICLES, None)]);
    }
    append(&acts, &[&text_button("btn", "retry", control::TRY_AGAIN, None)]);
    surface.show_state(&[&heading, &make_text("p", "", message), &acts], true);
    set(&surface.shell.state, "role", "alert");
}
