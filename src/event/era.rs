//! Eras: the story cut at its turning points, and named in its own words.
//!
//! A turning point is a year (a month or a day in a short story) at which spans begin or end and weighty events
//! happen. Points too near to a weightier one are left out, so that every era is long enough to be seen.

use super::assemble::Assembled;
use super::en;
use super::headline::{MAX_NAME, capitalised};
use super::identity;
use super::model::{Era, EraBasis, Extent, Status};
use crate::calendar::{Day, Edtf, Grain, Period};
use crate::gather::Gather;
use crate::lookup::sorted::SortedMap;
use crate::order::InOrder;

/// Eras at the first level are at most so many.
const MAX_ERAS: usize = 7;
/// At most an era for so many events, on the whole.
const EVENTS_EACH: usize = 3;
/// Fewer dated events than this need no eras.
const MIN_EVENTS: usize = 5;
/// No era is shorter than this part of the story.
const SHORTEST_PART: i32 = 11;
/// A cut weighs at least this part, in hundredths, of the weightiest.
const LEAST_WEIGHT: u32 = 22;

/// Stories at least so many units long are cut at that unit, the coarsest first.
const LADDER: &[(Grain, i32)] = &[(Grain::Year, 6), (Grain::Month, 6), (Grain::Day, 6)];

/// The eras of a story told by these events, which are in the order of time.
pub(super) fn eras(events: &[Assembled]) -> Vec<Era> {
    let told: Vec<&Assembled> = events
        .iter()
        .filter(|entry| entry.event.status != Status::Planned && entry.event.status != Status::Conditional)
        .gather();
    if told.len() < MIN_EVENTS {
        return Vec::new();
    }
    let Some((first, last)) = bounds(&told) else { return Vec::new() };
    let Some(grain) = LADDER
        .iter()
        .find(|(grain, least)| index(last, *grain) - index(first, *grain) >= *least)
        .map(|(grain, _)| *grain)
    else {
        return Vec::new();
    };
    let weights = weights(&told, grain);
    let most = (told.len() / EVENTS_EACH).clamp(3, MAX_ERAS);
    let borders = borders(&weights, index(first, grain), index(last, grain), most);
    if borders.len() < 4 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for pair in borders.windows(2) {
        let [from, to] = pair else { continue };
        found.extend(era(&told, grain, *from, *to));
    }
    found
}

fn index(day: Day, grain: Grain) -> i32 {
    Period::containing(day, grain).index()
}

/// First and last day of what is told with two ends.
fn bounds(told: &[&Assembled]) -> Option<(Day, Day)> {
    let closed = || {
        told.iter().filter_map(|entry| entry.event.date).filter(|date| date.days().is_some_and(|days| days <= 3700 * 2))
    };
    let first = closed().filter_map(Edtf::first_day).min()?;
    let last = closed().filter_map(|date| date.end_day()?.plus_days(-1)).max()?;
    Some((first, last))
}

/// How much turns at each unit: what happens in it, and twice what begins or ends there.
fn weights(told: &[&Assembled], grain: Grain) -> SortedMap<i32, u32> {
    let mut found = SortedMap::default();
    let mut add = |day: Option<Day>, weight: u32| {
        if let Some(day) = day {
            let at = index(day, grain);
            found.insert(at, found.get(at).map_or(weight, |held| held + weight));
        }
    };
    for entry in told {
        let Some(date) = entry.event.date else { continue };
        let first = date.first_day();
        let last = date.end_day().and_then(|day| day.plus_days(-1));
        let same = first.zip(last).is_some_and(|(first, last)| index(first, grain) == index(last, grain));
        match entry.event.extent {
            Extent::Within if same => add(first, entry.weight),
            Extent::Within => {}
            Extent::Throughout
                if date.days().is_some_and(|days| days > 366)
                    && !date.start().date().is_some_and(|start| start.is_approximate()) =>
            {
                add(first, entry.weight);
                add(last, entry.weight);
            }
            Extent::Throughout => {}
        }
    }
    found
}

/// The units at which eras meet, the story's first and last among them.
fn borders(weights: &SortedMap<i32, u32>, first: i32, last: i32, most: usize) -> Vec<i32> {
    let gap = ((last - first) / SHORTEST_PART).max(1);
    let heaviest = weights.iter().map(|(_, weight)| *weight).max().unwrap_or(0);
    let mut order: Vec<(u32, i32)> = weights.iter().map(|(at, weight)| (*weight, *at)).gather();
    order.order_by_key(|(weight, at)| (std::cmp::Reverse(*weight), *at));
    let mut chosen = vec![first, last];
    for (weight, at) in order {
        let near = chosen.iter().any(|other| (other - at).abs() < gap);
        if near || weight * 100 < heaviest * LEAST_WEIGHT || chosen.len() > most {
            continue;
        }
        chosen.push(at);
    }
    chosen.order();
    chosen
}

fn era(told: &[&Assembled], grain: Grain, from: i32, to: i32) -> Option<Era> {
    let (first, last) = (Period::checked(grain, from)?, Period::checked(grain, to)?);
    let date = Edtf::between(first, last);
    let (label, basis) = stated_name(told, first, last)
        .or_else(|| lasting_name(told, first, last))
        .or_else(|| opening_name(told, first, last))?;
    Some(Era { id: identity::id('r', &[&label, &date.to_string()]), label, date, level: 1, basis })
}

/// How much of the time of an era and an event together both share, in hundredths; an open end is the era's own.
fn shared_part(entry: &Assembled, first: Period, last: Period) -> i32 {
    let (from, to) = (first.first_day().ordinal(), last.end_day().ordinal());
    let Some(date) = entry.event.date else { return 0 };
    let (start, end) = (date.first_day().map_or(from, Day::ordinal), date.end_day().map_or(to, Day::ordinal));
    let either = end.max(to).saturating_sub(start.min(from)).max(1);
    100 * end.min(to).saturating_sub(start.max(from)).max(0) / either
}

/// A span whose time is this part of the era's fills it.
const FILLS: i32 = 80;

/// What goes on for this part of it may name it: a civil war of the 1990s, from 1989 to 1996.
const GOES_ON: i32 = 55;

/// The name of a span that fills the era.
fn stated_name(told: &[&Assembled], first: Period, last: Period) -> Option<(String, EraBasis)> {
    told.iter()
        .filter(|entry| entry.event.extent == Extent::Throughout && has_two_ends(entry))
        .filter(|entry| shared_part(entry, first, last) >= FILLS)
        .max_by_key(|entry| entry.weight)
        .map(|entry| (label(entry), EraBasis::Stated))
}

fn has_two_ends(entry: &Assembled) -> bool {
    entry.event.date.is_some_and(|date| date.first_day().is_some() && date.end_day().is_some())
}

/// The noun for what went on over most of the era: a war, a rule, a strike.
fn lasting_name(told: &[&Assembled], first: Period, last: Period) -> Option<(String, EraBasis)> {
    told.iter()
        .filter(|entry| entry.nominal.as_ref().is_some_and(|nominal| nominal.lasts))
        .filter(|entry| shared_part(entry, first, last) >= GOES_ON)
        .max_by_key(|entry| (shared_part(entry, first, last), entry.weight))
        .map(|entry| (label(entry), EraBasis::Derived))
}

/// What opens the era, as a noun phrase where an event of nearly the same weight has one.
fn opening_name(told: &[&Assembled], first: Period, last: Period) -> Option<(String, EraBasis)> {
    let starts_in = |from: Period, to: Period| {
        told.iter().filter(move |entry| {
            let day = entry.event.date.and_then(Edtf::first_day);
            day.is_some_and(|day| from.first_day() <= day && day < to.end_day())
        })
    };
    let heaviest = starts_in(first, first)
        .max_by_key(|entry| entry.weight)
        .or_else(|| starts_in(first, last).max_by_key(|entry| entry.weight))?;
    let named = starts_in(first, first)
        .filter(|entry| noun(entry).is_some() && entry.weight * 10 >= heaviest.weight * NEARLY)
        .max_by_key(|entry| entry.weight);
    Some((label(named.unwrap_or(heaviest)), EraBasis::Derived))
}

/// An event of this many tenths of the weight of the heaviest may name an era in its place.
const NEARLY: u32 = 6;

/// The name that an article has for an event, else the noun phrase for it.
fn noun(entry: &Assembled) -> Option<&str> {
    let name = entry.name.as_deref().filter(|name| name.chars().count() <= MAX_NAME);
    name.or_else(|| entry.nominal.as_ref().map(|nominal| nominal.text.as_str()))
}

/// The noun for an event, else its headline in few words; without its article.
fn label(entry: &Assembled) -> String {
    capitalised(en::without_article(noun(entry).unwrap_or(&entry.short)))
}
