//! Seasons, quarters and halves of a year.

use super::super::meaning::{Base, Meaning, Part, Unit, YearRef};
use super::super::scan::Figure;
use super::dates::year_after_month;
use super::lex::Lex;
use super::numbers::ordinal;
use super::years::figure_year;
use super::{Found, Tokens, found};
use crate::lookup::listed::Listed;

/// "spring 2003", "the winter of 1994", "the summer", "Fall '98".
/// Not: "the fall of Kabul", "Arab Spring", "prices fall".
pub(super) fn season(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let at = if t.lex(i) == Lex::The { i + 1 } else { i };
    let (season, is_word) = match t.lex(at) {
        Lex::Season(season) => (season, false),
        Lex::WordSeason(season) => (season, true),
        _ => return None,
    };
    if let Some(year) = year_of_campaign(t, at + 1) {
        // "the spring offensive": the article belongs to the noun.
        let meaning = Meaning::Calendar { year, part: Part::Season(season) };
        return (at == i).then(|| found(at + 1, meaning, "season"));
    }
    let follows_name = at == i && t.follows_name(at);
    if follows_name {
        return None;
    }
    let (year, end) = year_of_season(t, at + 1);
    // "it will fall in the next year"
    if is_word && at == i && !t.is_capital(i) && t.lex(i + 1) == Lex::In {
        return None;
    }
    let meaning = Meaning::Calendar { year, part: Part::Season(season) };
    if year == YearRef::Missing {
        let preposition = matches!(
            t.before(i),
            Lex::In
                | Lex::During
                | Lex::By
                | Lex::Since
                | Lex::Until
                | Lex::Early
                | Lex::Late
                | Lex::Mid
                | Lex::Of
                | Lex::Over
                | Lex::Through
                | Lex::After
                | Lex::Before
                | Lex::For
        ) || t.follows_word(i, "spent");
        let is_alone = t.lex(end) != Lex::Of
            && (preposition && (!is_word || at > i) || !is_word && at > i || is_led(t, i, season));
        let is_listed = t.before(i) == Lex::And
            && i.checked_sub(2).is_some_and(|at| matches!(t.lex(at), Lex::Season(_) | Lex::WordSeason(_)))
            || opens_list(t, end);
        if !(is_alone || is_listed) || t.is_name(end) {
            return None;
        }
    }
    Some(found(end, meaning, "season"))
}

/// "by spring", "early spring", "late fall", "in spring".
/// Not: "in fall", "a late fall in prices", "in spring training".
fn is_led(t: &Tokens<'_>, i: usize, season: u8) -> bool {
    let is_noun = || t.is_one_of(i + 1, Listed("training|water|break|cleaning"));
    match t.before(i) {
        Lex::Early | Lex::Late | Lex::By | Lex::Until | Lex::Since => t.lex(i + 1) != Lex::In && !is_noun(),
        Lex::In => season == 0 && !is_noun(),
        _ => false,
    }
}

/// "of 1918"; "of 1914-15" and "of 1914/15", the season that two years share, told by its first.
fn year_of_season(t: &Tokens<'_>, i: usize) -> (YearRef, usize) {
    let of = usize::from(t.lex(i) == Lex::Of);
    if let Lex::Figure(Figure::Pair { first: first @ 1000..=2199, second }) = t.lex(i + of)
        && is_next_year(first.into(), second.into())
    {
        return (YearRef::Stated(first.into()), i + of + 1);
    }
    let (year, end) = year_after_month(t, i);
    match (year, t.rest(end)) {
        (YearRef::Stated(first), [Lex::Sign(b'-' | b'='), Lex::Figure(Figure::Whole { value, .. }), ..])
            if is_next_year(first, *value) =>
        {
            (year, end + 2)
        }
        _ => (year, end),
    }
}

/// Whether the second, in two or four digits, is the year after the first.
const fn is_next_year(first: i32, second: u32) -> bool {
    let next = (first + 1) as u32;
    second == next || second == next % 100
}

/// What armies and parties do once a season.
const CAMPAIGNS: Listed = Listed("offensive|offensives|counteroffensive|counter|campaign|campaigns");

/// The year of a season named by its campaign: "a spring offensive", "the Spring Offensive of 1918".
fn year_of_campaign(t: &Tokens<'_>, i: usize) -> Option<YearRef> {
    let is_campaign = t.is_one_of(i, CAMPAIGNS);
    is_campaign.then(|| match year_after_month(t, i + 1) {
        (year @ YearRef::Stated(_), _) => year,
        _ => YearRef::Missing,
    })
}

/// "summer" of "summer and autumn 1918", "the spring" of "the spring and early summer".
fn opens_list(t: &Tokens<'_>, end: usize) -> bool {
    let at = match t.lex(end + 1) {
        Lex::Early | Lex::Late | Lex::Mid | Lex::The => end + 2,
        _ => end + 1,
    };
    matches!(t.lex(end), Lex::And | Lex::Or) && matches!(t.lex(at), Lex::Season(_) | Lex::WordSeason(_))
}

/// "the third quarter of 2009", "fourth-quarter", "the second half of last year", "the 1988 second quarter".
/// Not: "the third quarter of the game".
pub(super) fn quarter(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let start = if t.lex(i) == Lex::The { i + 1 } else { i };
    let start =
        if t.lex(start) == Lex::Fiscal && t.lex(start + 1) != Lex::Unit(Unit::Year) { start + 1 } else { start };
    if let Some(found) = signed_quarter(t, i) {
        return Some(found);
    }
    let (year_before, at) = match figure_year(t, start) {
        // "2021's first quarter"
        Some((year, end)) if matches!(*t.rest(end), [Lex::Sign(b'\''), Lex::PluralEnding, ..]) => (Some(year), end + 2),
        Some((year, end)) => (Some(year), end),
        None => (None, start),
    };
    let (number, after) = match *t.rest(at) {
        [Lex::Last, Lex::Unit(Unit::Quarter), Lex::Of, ..] => (4, at + 1),
        [Lex::Latter, Lex::Half, ..] => (2, at + 1),
        _ => ordinal(t, at)?,
    };
    let is_adjective = t.is_hyphen(after);
    // "the third-quarter profit": the article belongs to the noun.
    if is_adjective && t.lex(i) == Lex::The {
        return None;
    }
    let after = if is_adjective { after + 1 } else { after };
    let after = if t.lex(after) == Lex::Fiscal { after + 1 } else { after };
    let part = match t.lex(after) {
        Lex::Unit(Unit::Quarter) if (1..=4).contains(&number) => Part::Quarter(number),
        Lex::Half if (1..=2).contains(&number) => Part::Half(number),
        _ => return None,
    };
    let (year, end) = match (year_before, t.rest(after + 1)) {
        (Some(year), _) => (YearRef::Stated(year), after + 1),
        // "the first half of the year"
        (None, [Lex::Of, Lex::The, Lex::Unit(Unit::Year), ..]) if !t.is_hyphen(after + 4) => {
            (YearRef::Relative { shift: 0, base: Base::Passage }, after + 4)
        }
        (None, _) => year_after_month(t, after + 1),
    };
    if t.lex(end) == Lex::Of && t.lex(end + 1) == Lex::The && t.is_one_of(end + 2, Listed("game|match|final")) {
        return None;
    }
    // The first half of a match is none of a year.
    let tells_figures = || (end..=end + 1).any(|at| t.is_one_of(at, FIGURES));
    if part == Part::Half(number) && year == YearRef::Missing && !tells_figures() {
        return None;
    }
    Some(found(end, Meaning::Calendar { year, part }, "quarter"))
}

/// What firms report of half a year: "first-half profit", "first-half pretax loss".
const FIGURES: Listed = Listed("profit|profits|net|results|earnings|loss|sales|revenue|income");

/// "Q3 2020", "H1 of 2018", "Q4".
fn signed_quarter(t: &Tokens<'_>, i: usize) -> Option<Found> {
    let (Lex::QuarterSign | Lex::HalfSign, Lex::Figure(Figure::Whole { value: number @ 1..=4, digits: 1 })) =
        (t.lex(i), t.lex(i + 1))
    else {
        return None;
    };
    let part = match t.lex(i) {
        Lex::QuarterSign => Part::Quarter(number as u8),
        _ => Part::Half(number as u8),
    };
    let (year, end) = year_after_month(t, i + 2);
    let is_whole = t.is_glued(i + 1) && !t.is_glued(i + 2) || t.lex(i + 2) != Lex::Other;
    // A bare "H1" is more often a label.
    let is_sure = matches!(part, Part::Quarter(_)) || year != YearRef::Missing;
    (t.is_capital(i)
        && t.is_glued(i + 1)
        && is_whole
        && is_sure
        && number <= if matches!(part, Part::Half(_)) { 2 } else { 4 })
    .then(|| found(end, Meaning::Calendar { year, part }, "quarter"))
}
