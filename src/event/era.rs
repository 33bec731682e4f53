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
use crate::lookup::listed::Listed;
use crate::lookup::sorted::SortedMap;
use crate::order::InOrder;
use std::ops::RangeInclusive;

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

/// Two eras tell little more than the story itself.
const FEWEST_BORDERS: usize = 4;
/// The middle of a story leaves out one part in so many at either end.
const OUTER_PART: u64 = 20;

/// The lengths of stories that are cut at a unit, in units, the coarsest first: months of a century tell nothing.
const LADDER: &[(Grain, RangeInclusive<i32>)] =
    &[(Grain::Year, 6..=i32::MAX), (Grain::Month, 6..=200), (Grain::Day, 6..=200)];

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
    let Some((grain, borders)) = cuts(&told, first, last) else { return Vec::new() };
    let mut found = Vec::new();
    for pair in borders.windows(2) {
        let [from, to] = pair else { continue };
        let next = era(&told, grain, *from, *to, &found);
        found.extend(next);
    }
    found
}

/// The unit of the cuts and where they are. A year long before the story leaves the rest too short to be cut: then the
/// story is where most of it happens.
fn cuts(told: &[&Assembled], first: Day, last: Day) -> Option<(Grain, Vec<i32>)> {
    let most = (told.len() / EVENTS_EACH).clamp(3, MAX_ERAS);
    for (grain, lengths) in LADDER {
        let weights = weights(told, *grain);
        for (from, to) in [(index(first, *grain), index(last, *grain)), middle(&weights)] {
            if lengths.contains(&(to - from)) {
                let found = borders(&weights, from, to, most);
                if found.len() >= FEWEST_BORDERS {
                    return Some((*grain, found));
                }
            }
        }
    }
    None
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

/// First and last unit of what is left without the outermost parts.
fn middle(weights: &SortedMap<i32, u32>) -> (i32, i32) {
    let all: u64 = weights.iter().map(|(_, weight)| u64::from(*weight)).sum();
    let outer = all / OUTER_PART;
    let (mut from, mut to, mut seen) = (0, 0, 0);
    for (at, weight) in weights.iter() {
        if seen <= outer {
            from = *at;
        }
        if seen < all - outer {
            to = *at;
        }
        seen += u64::from(*weight);
    }
    (from, to)
}

/// The units at which eras meet, the story's first and last among them.
fn borders(weights: &SortedMap<i32, u32>, first: i32, last: i32, most: usize) -> Vec<i32> {
    let gap = ((last - first) / SHORTEST_PART).max(1);
    let heaviest = weights.iter().map(|(_, weight)| *weight).max().unwrap_or(0);
    let mut order: Vec<(u32, i32)> =
        weights.iter().filter(|(at, _)| (first..=last).contains(at)).map(|(at, weight)| (*weight, *at)).gather();
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

fn era(told: &[&Assembled], grain: Grain, from: i32, to: i32, before: &[Era]) -> Option<Era> {
    let (first, last) = (Period::checked(grain, from)?, Period::checked(grain, to)?);
    let date = Edtf::between(first, last);
    let (label, basis) = stated_name(told, first, last, before)
        .or_else(|| lasting_name(told, first, last, before))
        .or_else(|| opening_name(told, first, last, before))?;
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

/// A name that no era has yet.
fn fresh(label: String, before: &[Era]) -> Option<String> {
    (!before.iter().any(|era| era.label == label)).then_some(label)
}

/// The name of a span that fills the era.
fn stated_name(told: &[&Assembled], first: Period, last: Period, before: &[Era]) -> Option<(String, EraBasis)> {
    told.iter()
        .filter(|entry| entry.event.extent == Extent::Throughout && has_two_ends(entry))
        .filter(|entry| shared_part(entry, first, last) >= FILLS)
        .filter_map(|entry| Some((entry.weight, fresh(noun(entry).or_else(|| clause(entry))?, before)?)))
        .max_by_key(|(weight, _)| *weight)
        .map(|(_, label)| (label, EraBasis::Stated))
}

fn has_two_ends(entry: &Assembled) -> bool {
    entry.event.date.is_some_and(|date| date.first_day().is_some() && date.end_day().is_some())
}

/// The noun for what went on over most of the era: a war, a rule, a strike.
fn lasting_name(told: &[&Assembled], first: Period, last: Period, before: &[Era]) -> Option<(String, EraBasis)> {
    told.iter()
        .filter(|entry| entry.nominal.as_ref().is_some_and(|nominal| nominal.lasts))
        .filter(|entry| shared_part(entry, first, last) >= GOES_ON)
        .filter_map(|entry| Some(((shared_part(entry, first, last), entry.weight), fresh(noun(entry)?, before)?)))
        .max_by_key(|(order, _)| *order)
        .map(|(_, label)| (label, EraBasis::Derived))
}

/// What opens the era: a noun phrase of an event that weighs enough, else its whole clause; where neither is short
/// enough, what else happened in the era, or who was in it.
fn opening_name(told: &[&Assembled], first: Period, last: Period, before: &[Era]) -> Option<(String, EraBasis)> {
    let started = |to: Day| {
        told.iter().filter(move |entry| {
            let day = entry.event.date.and_then(Edtf::first_day);
            day.is_some_and(|day| first.first_day() <= day && day < to)
        })
    };
    let heaviest = |to: Day| started(to).max_by_key(|entry| entry.weight);
    let best = |to: Day, tenths: u32, name: &dyn Fn(&Assembled) -> Option<String>| {
        let least = heaviest(to)?.weight * tenths;
        started(to)
            .filter(|entry| entry.weight * 10 >= least)
            .filter_map(|entry| Some((entry.weight, fresh(name(entry)?, before)?)))
            .max_by_key(|(weight, _)| *weight)
            .map(|(_, label)| label)
    };
    // What opens it, what happened in its first half, what happened at all.
    let half = first.first_day().plus_days((last.first_day().ordinal() - first.first_day().ordinal()) / 2)?;
    let reaches = [(first.end_day(), NEARLY), (half, 0), (last.first_day(), 0)];
    let label = reaches
        .iter()
        .find_map(|(to, tenths)| best(*to, *tenths, &noun).or_else(|| best(*to, *tenths, &clause)))
        .or_else(|| {
            best(last.end_day(), 0, &|entry| {
                entry.event.participants.first().filter(|name| stands_alone(name)).cloned()
            })
        })
        .or_else(|| heaviest(last.end_day()).map(|entry| capitalised(&entry.short)))?;
    Some((label, EraBasis::Derived))
}

/// An event of this many tenths of the weight of the heaviest may name an era in its place.
const NEARLY: u32 = 4;

/// The name that an article has for an event, else the noun phrase for it.
fn noun(entry: &Assembled) -> Option<String> {
    let own = entry.name.as_deref().filter(|name| stands_alone(name));
    let noun = own.or_else(|| entry.nominal.as_ref().map(|nominal| nominal.text.as_str()))?;
    stands_alone(noun).then(|| capitalised(en::without_article(noun)))
}

/// The headline of an event in few words, where it is a whole clause.
fn clause(entry: &Assembled) -> Option<String> {
    let last = entry.short.rsplit(' ').next()?;
    (stands_alone(&entry.short) && !HANGING.has(last)).then(|| capitalised(&entry.short))
}

/// Whether words say by themselves what they name, and at a glance.
fn stands_alone(text: &str) -> bool {
    let mut words = text.split(' ');
    text.chars().count() <= MAX_NAME
        && !words.next().is_some_and(|first| POINTING.has_in_any_case(first))
        && !words.any(|word| LOOSE.has(word))
        && !text.contains(['…', '"', '“', '!', '?'])
}

/// First words that point back to what an era's name does not say, or open half a sentence.
const POINTING: Listed = Listed(
    "he|she|it|they|we|i|you|his|her|its|their|our|my|this|that|these|those|there|who|which|what|one|both|neither|\
     all|some|before|after|since|during|while|when|if|as|add",
);
/// What somebody says of an era is no name of it, nor what is told of "it".
const LOOSE: Listed =
    Listed("said|says|told|asked|thought|felt|added|it|him|them|himself|herself|itself|themselves|me|us|you|who|which");
/// Last words of a clause that has lost what it says.
const HANGING: Listed = Listed("came|announced|went|got|made|placed|put|did|was|were|is|the|a|an|down|up|away|anti");
