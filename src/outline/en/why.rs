//! The English of "Why this date", and of how exact a date is.

use crate::calendar::Grain;
use crate::gather::Gather;

/// What "that …" a date names.
#[must_use]
pub const fn unit(grain: Option<Grain>) -> &'static str {
    match grain {
        Some(Grain::Day) => "day",
        Some(Grain::Week) => "week",
        Some(Grain::Month) => "month",
        Some(Grain::Quarter) => "quarter",
        Some(Grain::Season) => "season",
        Some(Grain::Half) => "half-year",
        Some(Grain::Year) => "year",
        Some(Grain::Decade) => "decade",
        Some(Grain::Century) => "century",
        None => "time",
    }
}

/// "month given, day not": of a moment; `None` where the day is given and nothing is left to say.
#[must_use]
pub const fn exactness(grain: Grain) -> Option<&'static str> {
    match grain {
        Grain::Day => None,
        Grain::Week => Some("week given, day not"),
        Grain::Month => Some("month given, day not"),
        Grain::Quarter => Some("quarter given, month not"),
        Grain::Season => Some("season given, month not"),
        Grain::Half => Some("half-year given, month not"),
        Grain::Year => Some("year given, month not"),
        Grain::Decade => Some("decade given, year not"),
        Grain::Century => Some("century given, year not"),
    }
}

/// What a date of this grain leaves open.
#[must_use]
pub const fn finer_unit(grain: Grain) -> Option<&'static str> {
    match grain {
        Grain::Day => None,
        Grain::Week | Grain::Month => Some("day"),
        Grain::Quarter | Grain::Season | Grain::Half | Grain::Year => Some("month"),
        Grain::Decade | Grain::Century => Some("year"),
    }
}

/// Of a date that the text gives as about then.
pub const ABOUT: &str = "about that time";
/// Of a date that the text doubts.
pub const POSSIBLY: &str = "possibly then";
/// Of an event without a date.
pub const NOT_DATED: &str = "no date given";
/// Of a moment in an interval.
pub const SOME_TIME_IN_BETWEEN: &str = "some time in between";
/// Of an interval whose ends are vague, such as the late 1990s.
pub const VAGUE_ENDS: &str = "vague ends";
/// Of a moment after a date.
pub const START_ONLY: &str = "only the earliest time given";
/// Of a moment before a date.
pub const END_ONLY: &str = "only the latest time given";
/// Of a state that has a start and no end.
pub const NO_END: &str = "no end given";
/// Of a state that has an end and no start.
pub const NO_START: &str = "no start given";
/// Of a span that fills a unit: the 1980s throughout.
pub const ALL_OF_IT: &str = "all of that time";

/// "ends known by year", of a span.
#[must_use]
pub fn ends_known_by(start: Grain, end: Grain) -> String {
    if start == end {
        format!("ends known by {}", unit(Some(start)))
    } else {
        format!("start known by {}, end by {}", unit(Some(start)), unit(Some(end)))
    }
}

/// The date is the editor's.
pub const BY_HAND: &str = "The date was given by hand, without a source.";

/// The date is not the one that the articles gave.
pub const EDITED: &str = "An editor set this date.";

/// Words that a date may have or not without being another.
#[must_use]
pub fn is_small_word(word: &str) -> bool {
    const SMALL: [&str; 6] = ["in", "on", "the", "of", "at", "during"];
    SMALL.iter().any(|small| small.eq_ignore_ascii_case(word))
}

/// A date that stands in the text as it is shown.
#[must_use]
pub fn says(article_count: usize, expression: &str) -> String {
    format!("{} says “{expression}”.", the_article(article_count))
}

/// The article whose words explain a date, of so many that tell of the event.
const fn the_article(article_count: usize) -> &'static str {
    if article_count > 1 { "One article" } else { "The article" }
}

/// A date that stands in the text in other words.
#[must_use]
pub fn stands_for(expression: &str, date: &str) -> String {
    format!("“{expression}” stands for {date}.")
}

/// A date that the sentence gives together with the expression.
#[must_use]
pub fn sentence_gives(article_count: usize, expression: &str, date: &str) -> String {
    format!("{} says “{expression}”, and its sentence gives {date}.", the_article(article_count))
}

/// A moment before or after the expression.
#[must_use]
pub fn sentence_places(date: &str) -> String {
    format!("The sentence places it {date}.")
}

/// A state that goes on from or up to the expression.
#[must_use]
pub fn sentence_lasts(date: &str) -> String {
    format!("The sentence says that it lasted {date}.")
}

/// Where the date of publication is what is counted from.
#[must_use]
pub fn counted_from(expression: &str, anchor: &str, date: &str) -> String {
    format!("“{expression}”, counted from {anchor}, is {date}.")
}

/// The same where the publication is known only as one of several days.
#[must_use]
pub fn counted_from_publication(expression: &str, published: &str, date: &str) -> String {
    format!("“{expression}”, counted from the article’s own date, {published}, is {date}.")
}

/// Where another expression of the article is what is counted from.
#[must_use]
pub fn counted_from_mention(expression: &str, anchor: &str, date: &str) -> String {
    format!("“{expression}”, counted from {anchor} in the same article, is {date}.")
}

/// Where an editor gave what is counted from.
#[must_use]
pub fn counted_from_given(expression: &str, anchor: &str, date: &str) -> String {
    format!("“{expression}”, counted from {anchor}, which was given by hand, is {date}.")
}

/// Where other articles settle an expression.
#[must_use]
pub fn inferred(expression: &str, date: &str) -> String {
    format!("“{expression}” is {date}, going by the other articles.")
}

/// Where other articles give the date alone.
#[must_use]
pub fn inferred_alone(date: &str) -> String {
    format!("The other articles give the date, {date}.")
}

/// Where a lead reports news without a date phrase.
#[must_use]
pub fn reported(published: &str) -> String {
    format!("The article of {published} reports it as news, without naming a date.")
}

/// The same where the article has no date.
pub const REPORTED_UNDATED: &str = "The article reports it as news, and its own date is not known.";
/// No article dates the event.
pub const NO_ARTICLE_SAYS: &str = "No article says when.";

/// An expression that needs the publication date.
#[must_use]
pub fn needs_publication_date(expression: &str) -> String {
    format!("“{expression}” can be placed once the article’s publication date is known.")
}

/// A vague expression.
#[must_use]
pub fn names_no_date(expression: &str) -> String {
    format!("“{expression}” names no date.")
}

/// The bounds of an event without a date.
#[must_use]
pub fn falls(bounds: &str) -> String {
    format!("It falls {bounds}.")
}

/// "No article names the day."
#[must_use]
pub fn nobody_names(article_count: usize, finer_unit: &str) -> String {
    match article_count {
        1 => format!("The article does not name the {finer_unit}."),
        _ => format!("No article names the {finer_unit}."),
    }
}

/// What further articles do, in clauses that [`joined`] puts together. `who` is "a second article", "two more
/// articles".
#[must_use]
pub fn names_that(who: &Articles, unit: &str) -> String {
    format!("{who} {} that {unit}", who.verb("names", "name"))
}

/// Whether an article was said to report the event before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    /// This is the first.
    First,
    /// Another did.
    Again,
}

/// Further articles that report it as news.
#[must_use]
pub fn reports_it(who: &Articles, published: Option<&str>, report: Report) -> String {
    let verb = who.verb("reports", "report");
    let how = match report {
        Report::First => "it as news",
        Report::Again => "it too",
    };
    match published {
        Some(published) => format!("{who}, of {published}, {verb} {how}"),
        None => format!("{who} {verb} {how}"),
    }
}

/// Further articles that do not say when.
#[must_use]
pub fn tells_without_date(who: &Articles) -> String {
    format!("{who} {} of it without a date", who.verb("tells", "tell"))
}

/// A further article with a date of another precision.
#[must_use]
pub fn says_only(who: &Articles, date: &str) -> String {
    format!("{who} {} {date}", who.verb("says", "say"))
}

/// The clauses as one sentence.
#[must_use]
pub fn joined(clauses: &[String]) -> String {
    super::capitalised(&clauses.join("; ")) + "."
}

/// A date's label inside a sentence: "late 1990s" is "the late 1990s" there.
#[must_use]
pub fn in_sentence(label: &str) -> String {
    let takes_article = |word: &str| {
        let is_decade = word.strip_suffix('s').is_some_and(|years| years.ends_with(|c: char| c.is_ascii_digit()));
        is_decade || ["early", "late", "week", "first", "second", "third", "fourth"].contains(&word)
    };
    let starts = std::iter::once(0).chain(label.match_indices(' ').map(|(at, _)| at + 1));
    for at in starts {
        let (before, rest) = label.split_at(at);
        if takes_article(rest.split(' ').next().unwrap_or_default()) {
            return format!("{before}the {rest}");
        }
    }
    label.to_owned()
}

/// Articles that contradict the date shown, each date with the number of articles.
#[must_use]
pub fn differ(dates: &[(usize, String)]) -> String {
    let clauses: Vec<String> = dates
        .iter()
        .map(|(count, date)| match count {
            1 => format!("one article says {date}"),
            _ => format!("{} articles say {date}", super::number(*count)),
        })
        .gather();
    format!("Sources differ: {}.", clauses.join("; "))
}

/// "a second article", "a third", "two more articles": who else says something.
#[derive(Debug)]
pub struct Articles {
    /// How many articles were told of before.
    pub before: usize,
    /// How many these are.
    pub count: usize,
    /// Whether the noun was said already in this sentence.
    pub is_noun_known: bool,
}

impl Articles {
    const fn verb(&self, one: &'static str, many: &'static str) -> &'static str {
        if self.count == 1 { one } else { many }
    }
}

impl std::fmt::Display for Articles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let noun = match (self.is_noun_known, self.count) {
            (true, _) => "",
            (false, 1) => " article",
            (false, _) => " articles",
        };
        if self.count == 1 {
            let ordinal = super::ordinal(self.before + 1);
            // "an eighth" is the one that begins with a vowel.
            let a = if ordinal.starts_with('e') { "an" } else { "a" };
            write!(f, "{a} {ordinal}{noun}")
        } else {
            write!(f, "{} more{noun}", super::number(self.count))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decades_and_parts_of_a_year_take_an_article_in_a_sentence() {
        for (label, words) in [
            ("1980s", "the 1980s"),
            ("late 1990s", "the late 1990s"),
            ("mid-1990s", "the mid-1990s"),
            ("until 1990s", "until the 1990s"),
            ("about 1980s", "about the 1980s"),
            ("second half of 2009", "the second half of 2009"),
            ("1979–1989", "1979–1989"),
            ("17 August 2021", "17 August 2021"),
        ] {
            assert_eq!(in_sentence(label), words);
        }
    }
}
