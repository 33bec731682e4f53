//! Every English word of the widget, but for the dates, whose words are in [`crate::calendar`].
//!
//! Another language is another file with the same names. Names stand for whole sentences wherever grammar could
//! differ; nothing is put together from fragments elsewhere.

pub mod why;

use super::plot::Glyph;
use crate::article::PublishedBasis;
use crate::event::Status;
use crate::gather::Gather;

/// Names of the controls and the keys, as the widget shows them.
pub mod control {
    #![expect(missing_docs, reason = "the texts say what they name")]

    pub const TOOLBAR: &str = "Timeline";
    pub const SEARCH: &str = "Search events";
    pub const FILTER: &str = "Filter";
    pub const ZOOM_IN: &str = "Zoom in";
    pub const ZOOM_OUT: &str = "Zoom out";
    pub const WHOLE_STORY: &str = "Whole story";
    pub const TIMELINE: &str = "Timeline";
    pub const LIST: &str = "List";
    pub const HELP: &str = "Help";
    pub const CLOSE: &str = "Close";
    pub const NEXT: &str = "Next";
    pub const NEXT_EVENT: &str = "Next event";
    pub const PREVIOUS_EVENT: &str = "Previous event";
    pub const PREVIOUS_HIT: &str = "Previous hit";
    pub const NEXT_HIT: &str = "Next hit";
    pub const OVERVIEW: &str = "Overview";
    pub const SELECTED_EVENT: &str = "Selected event";
    pub const SOURCES: &str = "Sources";
    pub const STOP_HERE: &str = "Stop here";
    pub const TRY_AGAIN: &str = "Try again";
    pub const READ_THE_ARTICLES: &str = "Read the articles";
    pub const KEYS: &str = "Keys";
    pub const FILTER_BY_SOURCES: &str = "Told by";
    pub const SEVERAL_ARTICLES: &str = "Two articles or more";
    pub const FILTER_BY_NAMES: &str = "Naming";

    /// What the keys do, for the help.
    pub const KEY_HELP: [(&[&str], &str); 6] = [
        (&["←", "→"], "Previous, next event"),
        (&["+", "−"], "Zoom in, out"),
        (&["Home"], "Whole story"),
        (&["Page Up", "Page Down"], "Earlier, later"),
        (&["/"], SEARCH),
        (&["Esc"], "Close the card"),
    ];
    pub const WHEEL_HELP: &str = "Ctrl or ⌘ with the wheel zooms; without it the page scrolls.";
}

/// Heading of the card's explanation.
pub const WHY_THIS_DATE: &str = "Why this date";
/// Heading of the events without a date in the list.
pub const WITHOUT_A_DATE: &str = "Without a date";
/// Heading of the legend.
pub const HOW_TO_READ_THE_MARKS: &str = "How to read the marks";
/// Beside a date that articles do not agree on.
pub const SOURCES_DIFFER: &str = "sources differ";
/// Heading where nothing is there to show.
pub const NOTHING_TO_SHOW: &str = "No events to show yet";
/// What to do where nothing is there to show.
pub const HOW_TO_BEGIN: &str =
    "Put an article between the tags, or point the element at the page’s own text, and its dated events appear here.";
/// Heading of an error.
pub const COULD_NOT_BE_READ: &str = "The timeline could not be read";
/// Where an article has no publication date.
pub const NO_DATE_GIVEN: &str = "no date given";
/// Name of a timeline without a title.
pub const UNTITLED: &str = "Timeline";
/// Name of an article without a title, publisher, address and id.
pub const UNTITLED_ARTICLE: &str = "An article";

/// "three", "12": words up to ten, as newspapers write.
#[must_use]
pub fn number(count: usize) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(count).map_or_else(|| grouped(count), |word| (*word).to_owned())
}

/// "second", "third", … "another" past the tenth.
#[must_use]
pub fn ordinal(place: usize) -> &'static str {
    const WORDS: [&str; 11] =
        ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    WORDS.get(place).copied().unwrap_or("further")
}

/// "12,400".
#[must_use]
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// "1 event", "26 events": in figures.
#[must_use]
pub fn events(count: usize) -> String {
    counted(grouped(count), "event", count)
}

/// "1 article", "3 articles": in figures, for columns.
#[must_use]
pub fn articles(count: usize) -> String {
    counted(grouped(count), "article", count)
}

/// "one article", "five articles": in words, for sentences.
fn articles_in_words(count: usize) -> String {
    counted(number(count), "article", count)
}

fn counted(number: String, noun: &str, count: usize) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// "2,570 characters".
#[must_use]
pub fn characters(count: usize) -> String {
    counted(grouped(count), "character", count)
}

/// "2 more articles", a link to the rest of a card's sources.
#[must_use]
pub fn more_articles(count: usize) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} more article{plural}", grouped(count))
}

/// The line under the title.
#[must_use]
pub fn story(event_count: usize, article_count: usize) -> String {
    match (event_count, article_count) {
        (0, 0) => format!("{NOTHING_TO_SHOW}."),
        (0, _) => format!("No events found in {}.", articles_in_words(article_count)),
        (_, 0) => format!("{}. Choose one to read more.", events(event_count)),
        _ => {
            format!("{} in {}. Choose one to see who says so.", events(event_count), articles_in_words(article_count))
        }
    }
}

/// The line under the title of the list.
#[must_use]
pub fn story_as_list(event_count: usize, article_count: usize) -> String {
    match article_count {
        0 => format!("{}, as a list", events(event_count)),
        _ => format!("{} in {}, as a list", events(event_count), articles_in_words(article_count)),
    }
}

/// "19 July to 6 September 2021: 7 of 26 events".
#[must_use]
pub fn part_of_story(range: &str, shown: usize, all: usize) -> String {
    format!("{range}: {} of {}", grouped(shown), events(all))
}

/// The line at the foot.
#[must_use]
pub fn credit(article_count: usize) -> String {
    let exactness = "Dates are shown as exactly as the articles give them, and no more.";
    match article_count {
        0 => format!("Drawn by Eraline. {exactness}"),
        _ => format!("Read from {} by Eraline. {exactness}", articles_in_words(article_count)),
    }
}

/// "2 events without a date".
#[must_use]
pub fn without_a_date(count: usize) -> String {
    format!("{} without a date", events(count))
}

/// "18 of 26".
#[must_use]
pub fn position(place: usize, all: usize) -> String {
    format!("{} of {}", grouped(place), grouped(all))
}

/// Where the card will be.
pub const NO_CHOICE: &str = "Each event shows the sentences that tell it and why it has its date.";

/// "Start with 1979", the button where the card will be.
#[must_use]
pub fn start_with(date: &str) -> String {
    format!("Start with {date}")
}

/// "‹ 15 earlier".
#[must_use]
pub fn earlier(count: usize) -> String {
    format!("‹ {} earlier", grouped(count))
}

/// "2 later ›".
#[must_use]
pub fn later(count: usize) -> String {
    format!("{} later ›", grouped(count))
}

/// "+4 more", where a count is a line of words.
#[must_use]
pub fn count_words(count: usize) -> String {
    format!("+{} more", grouped(count))
}

/// "+4".
#[must_use]
pub fn count_mark(count: usize) -> String {
    format!("+{}", grouped(count))
}

/// "4 more events, July and August 2021", "1 more event in 2001"; `date` is a phrase as [`within`] or [`from_to`]
/// makes them.
#[must_use]
pub fn more_events(count: usize, date: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} more event{plural}{date}", grouped(count))
}

/// " in 2001", " on 17 August 2021", to follow a count.
#[must_use]
pub fn within(date: &str, is_day: bool) -> String {
    let preposition = if is_day { "on" } else { "in" };
    format!(" {preposition} {date}")
}

/// ", 2001 to 2003", to follow a count.
#[must_use]
pub fn from_to(range: &str) -> String {
    format!(", {range}")
}

/// "19 July to 6 September 2021".
#[must_use]
pub fn range(first: &str, last: &str) -> String {
    format!("{first} to {last}")
}

/// "July and August 2021": two units that follow each other.
#[must_use]
pub fn pair(first: &str, last: &str) -> String {
    format!("{first} and {last}")
}

/// "2 of 3 events with “Kabul”".
#[must_use]
pub fn search_hits(place: usize, count: usize, query: &str) -> String {
    match (place, count) {
        (_, 0) => format!("No events with “{query}”"),
        (0, _) => format!("{} with “{query}”", events(count)),
        _ => format!("{} of {} with “{query}”", grouped(place), events(count)),
    }
}

/// "Reading article 3 of 5".
#[must_use]
pub fn reading(place: usize, count: usize) -> String {
    format!("Reading article {} of {}", grouped(place), grouped(count))
}

/// "17 events so far; you can start looking now."
#[must_use]
pub fn so_far(event_count: usize) -> String {
    match event_count {
        0 => "No events so far.".to_owned(),
        _ => format!("{} so far; you can start looking now.", events(event_count)),
    }
}

/// "Three articles say so", over the sources of a card.
#[must_use]
pub fn sources_heading(article_count: usize) -> String {
    match article_count {
        0 => "No article is named".to_owned(),
        1 => "One article says so".to_owned(),
        _ => format!("{} say so", capitalised(&articles_in_words(article_count))),
    }
}

/// "to place “Friday”": what a publication date would settle.
#[must_use]
pub fn to_place(expressions: &[&str]) -> String {
    let quoted: Vec<String> = expressions.iter().map(|expression| format!("“{expression}”")).gather();
    format!("to place {}", quoted.join(", "))
}

/// The sentence with a capital at its start. Sentences here begin with English words: ASCII is enough.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut sentence = text.to_owned();
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

/// What a mark means.
#[must_use]
pub const fn legend(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Day => "On that day",
        Glyph::Within => "Some time in that year or month",
        Glyph::About => "About that time",
        Glyph::Span => "All of that time",
        Glyph::SpanWithCaps => "All of that time; ends known by year or month",
        Glyph::Vague => "Vague ends",
        Glyph::AfterOrBefore => "After or before that time",
        Glyph::GoesOn => "Goes on beyond the view",
        Glyph::Disputed => "Sources differ",
        Glyph::Count => "More events here",
    }
}

/// What to say of an event that is not told as fact.
#[must_use]
pub const fn status(status: Status) -> Option<&'static str> {
    match status {
        Status::Happened => None,
        Status::Planned => Some("planned at the time of writing"),
        Status::Claimed => Some("claimed, not confirmed"),
        Status::Denied => Some("said not to have happened"),
        Status::Conditional => Some("depends on a condition"),
    }
}

/// How a publication date is known, where the article stands beside it.
#[must_use]
pub const fn published_how(basis: PublishedBasis) -> &'static str {
    match basis {
        PublishedBasis::Given => "given with the article",
        PublishedBasis::Metadata => "stated by the page",
        PublishedBasis::Header => "stated in the first line",
        PublishedBasis::Dateline => "stated in the dateline",
        PublishedBasis::Inferred => "inferred from the text",
        PublishedBasis::Unknown => NO_DATE_GIVEN,
    }
}

/// How a publication date was inferred, with the words that say so.
#[must_use]
pub fn inferred_from(evidence: &str) -> String {
    format!("inferred from “{evidence}”")
}

/// A publication date in the list of sources: "3 July 2025, inferred".
#[must_use]
pub fn published(date: &str, basis: PublishedBasis) -> String {
    match basis {
        PublishedBasis::Inferred => format!("{date}, inferred"),
        _ => date.to_owned(),
    }
}
