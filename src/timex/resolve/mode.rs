//! Whether a passage reports news or tells history.
//!
//! News counts from the day it is published ("on Friday", "last week"), history from the date last told. Each
//! expression votes: one that names an earlier year for history, one that only makes sense today for news; the
//! passage around an expression decides for it. A heuristic, and a bounded one: a vote reaches [`REACH`] expressions.

use super::super::meaning::{Base, Meaning, Part, Tense, Vague, YearRef};
use super::super::model::{Anchor, Relation, Stated};
use super::told::{Mention, Told};
use super::{has_end, signs};

/// How a passage counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// From the document creation time.
    News,
    /// From the last date told.
    Narrative,
}

/// Expressions before and after that vote.
const REACH: usize = 8;

/// What the whole document says, where it is of one mind, counts as much as this many votes of the passage.
const WHOLE_WEIGHT: i32 = 6;

/// A text that names ever more years past is a history, whoever is quoted in it: so many years are a vote more.
const YEARS_PER_VOTE: i32 = 8;

/// An article with a date of its own reports, until more years than this say otherwise.
const NEWS_BIAS: i32 = 2;

/// And one without a date tells a story.
const UNDATED_BIAS: i32 = -2;

/// A word for today weighs as much as this many years: narratives have few of the former, news some of the latter.
const NEWS_WEIGHT: i32 = 2;

/// A year of the same paragraph counts so many times: a word for today may stand in a quotation.
const PARAGRAPH_WEIGHT: i32 = 2;

/// How each expression of a document counts.
#[derive(Debug)]
pub(super) struct Modes<'t> {
    text: &'t str,
    stated: &'t [Stated],
    modes: Vec<Mode>,
    /// For each expression its vote, and the number of its paragraph.
    votes: Vec<(i32, usize)>,
    is_history: bool,
}

impl Modes<'_> {
    /// How the expression at `index` counts, where the story is at `told`.
    ///
    /// A history goes on from paragraph to paragraph. What the news tell of the past they tell in a paragraph, and even
    /// there they leave out the year only of a date of the last months, or in the sentence that has just named it ("in March
    /// 2019, and in April"), or right after a day that opened a sentence.
    pub(super) fn at(&self, index: usize, meaning: Meaning, told: &Told) -> Mode {
        let mode = self.modes.get(index).copied().unwrap_or(Mode::News);
        let paragraph = |at| self.paragraph(at);
        let is_bare = matches!(meaning, Meaning::Calendar { year: YearRef::Missing, .. });
        let goes_on = |line: Mention| {
            paragraph(line.index) == paragraph(index)
                && (!is_bare
                    || told.is_at_opening_day() && index - line.index <= NEXT
                    || index - line.index == 1 && self.goes_on(index))
        };
        if self.is_history || told.line().is_some_and(goes_on) { mode } else { Mode::News }
    }

    /// Whether the expression at `index` follows soon on a date told before it in its paragraph.
    pub(super) fn is_beside(&self, before: usize, index: usize) -> bool {
        let (Some(told), Some(one)) = (self.stated.get(before), self.stated.get(index)) else { return false };
        told.relation == Relation::At
            && index.checked_sub(before).is_some_and(|steps| steps <= NEXT)
            && one.span.start.saturating_sub(told.span.end) <= BESIDE_BYTES
            && self.paragraph(before) == self.paragraph(index)
    }

    fn paragraph(&self, index: usize) -> Option<usize> {
        self.votes.get(index).map(|(_, paragraph)| *paragraph)
    }

    /// Whether an expression is the first of its paragraph.
    pub(super) fn opens_paragraph(&self, index: usize) -> bool {
        index.checked_sub(1).is_none_or(|before| self.paragraph(before) != self.paragraph(index))
    }

    /// Whether all of the document tells history.
    pub(super) const fn is_history(&self) -> bool {
        self.is_history
    }

    /// Whether no sentence ends between an expression and the one before it.
    fn goes_on(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.stated.get(before));
        let (Some(before), Some(one)) = (before, self.stated.get(index)) else { return false };
        let gap = self.text.get(before.span.end..one.span.start);
        let is_one = gap.is_some_and(|gap| !has_end(gap, const { signs(b".!?;\n") }));
        is_one && !(gap.is_some_and(|gap| gap.contains(',')) && self.is_inserted(before))
    }

    /// "The law, passed in 2009, comes into force on 1 July": a date behind a comma of its own sentence.
    fn is_inserted(&self, one: &Stated) -> bool {
        let before = self.text.as_bytes().get(..one.span.start).unwrap_or_default().iter().rev();
        let sign = before.into_iter().take(INSERTION_BYTES).find(|byte| matches!(byte, b',' | b'.' | b';' | b'\n'));
        sign == Some(&b',')
    }
}

/// An insertion opens at most so far before its date.
const INSERTION_BYTES: usize = 60;

/// Expressions from a day that opens a sentence to one that leaves out the same year.
const NEXT: usize = 2;

/// Two sentences.
const BESIDE_BYTES: usize = 300;

/// So many years past, and no more than one word for today to so many of them, make a history.
const HISTORY_YEARS: i32 = 6;

/// Where no word for today is among them, one is enough if all are so long ago that nobody reports of them.
pub(super) const LONG_AGO_YEARS: i32 = 30;

/// So many are enough, where the first date of all is of a year past: the news begin with what is new.
const PLAIN_YEARS: i32 = 3;

pub(super) fn modes<'t>(text: &'t str, stated: &'t [Stated], anchor: &Anchor) -> Modes<'t> {
    let now = anchor.published.and_then(|published| published.first_day());
    // What names no day of its own tells a story, unless it speaks of today: then nobody knows which.
    let (year_now, bias) = now.map_or((i32::MAX, UNDATED_BIAS), |now| (now.year(), NEWS_BIAS));
    let votes = votes(text, stated, [year_now, now.map_or(0, |now| now.ymd().1.into())]);
    let whole: i32 = votes.iter().map(|(vote, _)| vote).sum();
    let cast: i32 = votes.iter().map(|(vote, _)| vote.abs()).sum();
    let lean = WHOLE_WEIGHT * whole / cast.max(4) + (whole / YEARS_PER_VOTE).clamp(0, WHOLE_WEIGHT);
    // Where no earlier year is named nothing votes for a history.
    if now.is_some() && votes.iter().all(|(vote, _)| *vote <= 0) {
        return Modes { text, stated, modes: vec![Mode::News; stated.len()], votes, is_history: false };
    }
    let mut mode = if whole > bias { Mode::Narrative } else { Mode::News };
    let mut modes = Vec::with_capacity(votes.len());
    for (index, &(_, paragraph)) in votes.iter().enumerate() {
        let passage = index.saturating_sub(REACH)..(index + REACH + 1).min(votes.len());
        let weight = |vote: i32, of: usize| if of == paragraph && vote > 0 { PARAGRAPH_WEIGHT } else { 1 };
        let sum: i32 = votes.get(passage).unwrap_or_default().iter().map(|&(vote, of)| vote * weight(vote, of)).sum();
        // A passage without a vote goes on as the one before it; one against the whole needs a clear majority.
        mode = match sum + lean - bias {
            ..0 => Mode::News,
            0 => mode,
            1.. => Mode::Narrative,
        };
        modes.push(mode);
    }
    let years = votes.iter().filter(|(vote, _)| *vote > 0).count() as i32;
    let is_of_old =
        || stated.iter().any(tells_day) && !stated.iter().any(|one| is_since(one, year_now - LONG_AGO_YEARS));
    let is_of_past_only =
        years > 0 && whole == cast && (is_of_old() || years >= PLAIN_YEARS && opens_in_past(stated, year_now));
    if is_of_past_only {
        modes.fill(Mode::Narrative);
    }
    let is_undated_story = now.is_none() && !modes.contains(&Mode::News);
    let is_history = is_undated_story
        || years >= HISTORY_YEARS && (years - whole) * HISTORY_YEARS <= years * NEWS_WEIGHT
        || is_of_past_only;
    Modes { text, stated, modes, votes, is_history }
}

/// Whether the first date of a document says its month and a year before the last.
fn opens_in_past(stated: &[Stated], year_now: i32) -> bool {
    let first = stated.iter().find(|one| matches!(one.meaning, Meaning::Calendar { .. }));
    first.is_some_and(|one| tells_day(one) && !is_since(one, year_now - 1))
}

/// "3 April 1861" begins a story, "built in 1861" may stand in any.
fn tells_day(one: &Stated) -> bool {
    matches!(one.meaning, Meaning::Calendar { year: YearRef::Stated(_), part } if part != Part::Whole)
}

/// For each expression its vote, and the number of its paragraph.
fn votes(text: &str, stated: &[Stated], month_now: [i32; 2]) -> Vec<(i32, usize)> {
    // The first end of a line after the expression before: no line is read twice.
    let (mut number, mut end) = (0, line_end(text, 0));
    let mut votes = Vec::with_capacity(stated.len());
    for one in stated {
        number += usize::from(end < one.span.start);
        if end < one.span.end {
            end = line_end(text, one.span.end);
        }
        votes.push((vote(one, month_now), number));
    }
    votes
}

/// The first end of a line from a place on.
fn line_end(text: &str, from: usize) -> usize {
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    // The bytes of a run are compared at once, since nothing depends on which of them ends the line.
    let is_inside = |run: &&[u8; 32]| !run.iter().fold(false, |ends, byte| ends | (*byte == b'\n'));
    let passed = rest.as_chunks().0.iter().take_while(is_inside).count() * 32;
    rest.iter().skip(passed).position(|byte| *byte == b'\n').map_or(text.len(), |at| from + passed + at)
}

fn vote(stated: &Stated, [year_now, month_now]: [i32; 2]) -> i32 {
    match stated.meaning {
        // "became known in October 2022", said in that month; a day may be that of a dateline.
        Meaning::Calendar { year: YearRef::Stated(year), part: Part::Month(month) }
            if [year, month.into()] == [year_now, month_now] =>
        {
            -NEWS_WEIGHT
        }
        // "will meet on 12 March": ahead of the day of writing.
        Meaning::Calendar { year: YearRef::Missing, .. } if stated.tense == Some(Tense::Future) => -1,
        Meaning::Calendar { year: YearRef::Stated(year), .. } if year < year_now => 1,
        Meaning::Shifted { base: Base::Published, .. } | Meaning::Weekday { .. } => -NEWS_WEIGHT,
        Meaning::Reference(Vague::Present) => -1,
        _ => 0,
    }
}

/// Whether it names this year or a later one.
const fn is_since(stated: &Stated, year: i32) -> bool {
    matches!(stated.meaning, Meaning::Calendar { year: YearRef::Stated(named), .. } if named >= year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timex::find;

    fn modes_of(text: &str) -> Vec<Mode> {
        let stated = find(text);
        let modes = modes(text, &stated, &Anchor { published: "2009-12-19".parse().ok() });
        stated.iter().enumerate().map(|(at, one)| modes.at(at, one.meaning, &Told::default())).collect()
    }

    #[test]
    fn a_long_history_stays_one_where_somebody_is_quoted_in_it() {
        let mut text: String = (1941..1980).map(|year| format!("In {year} the river froze.\n")).collect();
        text.push_str("\"We leave today, tonight, tomorrow and on Friday,\" he said. They left on 4 March.\n");
        assert!(modes_of(&text).iter().all(|mode| *mode == Mode::Narrative));
    }

    /// The values of a text published on a day, or on none that is known.
    fn values(text: &str, published: &str) -> Vec<String> {
        let found = crate::timex::resolve(text, &find(text), &Anchor { published: published.parse().ok() });
        found.into_iter().map(|timex| timex.value).collect()
    }

    #[test]
    fn the_entries_of_a_list_go_on_in_the_year_of_the_one_before() {
        let list = "Dates:\n-- Jan. 5, 2006: flood\n-- May 4: visit\n- Dec. 20: trial\nThe town met on May 4 to talk.";
        let values = |text: &str| values(text, "2009-12-19");
        assert_eq!(values(list), ["2006-01-05", "2006-05-04", "2006-12-20", "2009-05-04"]);
    }

    #[test]
    fn what_follows_soon_on_a_day_long_past_is_of_its_year() {
        let values = |text: &str| values(text, "2009-12-19");
        let quarrel =
            "The quarrel goes back to the summer of 2008, when boys were trapped. They disappeared on June 23.";
        assert_eq!(values(quarrel), ["2008-SU", "2008-06-23"]);
        let new = "The quarrel goes back to the summer of 2008. The court sat on December 3.";
        assert_eq!(values(new), ["2008-SU", "2009-12-03"]);
    }

    #[test]
    fn news_without_a_date_leaves_open_what_only_its_day_would_tell() {
        let values = |text: &str| values(text, "");
        let news = "The judge said on Friday that the mill, closed in April 2014, was unsafe.\nOn Monday he will speak again.\nIn January it was sold.";
        assert_eq!(values(news), ["XXXX-WXX-5", "2014-04", "XXXX-WXX-1", "XXXX-01"]);
        let story = "The mill closed in April 2014. In June it was sold.";
        assert_eq!(values(story), ["2014-04", "2014-06"]);
    }

    #[test]
    fn news_stays_news_where_it_tells_of_one_year_past() {
        let text = "The mayor said on Friday that the bridge, built in 1921, will close next week.";
        assert!(modes_of(text).iter().all(|mode| *mode == Mode::News));
    }
}
