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

/// How long a story may be to be cut at a unit, in units, the coarsest first: months of a century tell nothing.
const LADDER: &[(Grain, i32)] = &[(Grain::Year, i32::MAX), (Grain::Month, 200), (Grain::Day, 200)];
/// A shorter story is cut at a finer unit.
const FEWEST_UNITS: i32 = 6;

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
    for (grain, longest) in LADDER {
        let weights = weights(told, *grain);
        for (from, to) in [(index(first, *grain), index(last, *grain)), middle(&weights)] {
            if to - from >= FEWEST_UNITS && to - from <= *longest {
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

/// An era with the name that ranks highest: of a span that fills it, of what went on over most of it, of what opens it, of
/// what happened in its first half, of what happened at all; a noun phrase before a whole clause; else of who was there.
fn era(told: &[&Assembled], grain: Grain, from: i32, to: i32, before: &[Era]) -> Option<Era> {
    let (first, last) = (Period::checked(grain, from)?, Period::checked(grain, to)?);
    let (start, end) = (first.first_day().ordinal(), last.first_day().ordinal());
    let opening = first.end_day().ordinal();
    let began = |entry: &Assembled| {
        let day = entry.event.date.and_then(Edtf::first_day).map(Day::ordinal);
        day.filter(|day| (start..last.end_day().ordinal()).contains(day))
    };
    let mut heaviest = 0;
    for entry in told {
        if began(entry).is_some_and(|day| day < opening) {
            heaviest = heaviest.max(entry.weight);
        }
    }
    let mut best = None;
    let mut highest = (i32::MIN, 0, 0);
    for entry in told {
        let shared = shared_part(entry, first, last);
        let noun = noun(entry);
        let is_noun = noun.is_some();
        let lasts = is_noun && entry.nominal.as_ref().is_some_and(|nominal| nominal.lasts);
        let name = noun.or_else(|| clause(entry));
        let began = began(entry);
        let rank = match (&name, began) {
            (Some(_), _) if shared >= FILLS && entry.event.extent == Extent::Throughout && has_two_ends(entry) => {
                STATED
            }
            (Some(_), _) if shared >= GOES_ON && lasts => LASTING,
            (Some(_), Some(day)) if day < opening && entry.weight * 10 >= heaviest * NEARLY => 6,
            (Some(_), Some(day)) if day < (start + end) / 2 => 4,
            (Some(_), Some(day)) if day < end => 2,
            (_, Some(_)) => 0,
            _ => continue,
        };
        let mut rank = (rank + i32::from(is_noun && rank > 0), if rank == LASTING { shared } else { 0 }, entry.weight);
        let label = match (name, entry.event.participants.first()) {
            (Some(name), _) if rank.0 > 0 => name,
            (_, Some(name)) if stands_alone(name) => name.clone(),
            _ => {
                rank.0 = -1;
                capitalised(&entry.short)
            }
        };
        if rank >= highest && !before.iter().any(|era| era.label == label) {
            highest = rank;
            best = Some(label);
        }
    }
    let label = best?;
    let date = Edtf::between(first, last);
    let basis = if highest.0 >= STATED { EraBasis::Stated } else { EraBasis::Derived };
    Some(Era { id: identity::id('r', &[&label, &date.to_string()]), label, date, level: 1, basis })
}

/// The rank of the name of a span that fills the era.
const STATED: i32 = 10;
/// The rank of the name of what goes on over most of it.
const LASTING: i32 = 8;

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

fn has_two_ends(entry: &Assembled) -> bool {
    entry.event.date.is_some_and(|date| date.first_day().is_some() && date.end_day().is_some())
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
    let says_enough = en::without_article(&entry.short).split(' ').nth(FEWEST_WORDS - 1).is_some();
    let is_whole = says_enough && !HANGING.has(entry.short.rsplit(' ').next()?);
    (is_whole && stands_alone(&entry.short)).then(|| capitalised(&entry.short))
}

/// "Work started" says too little of ten years.
const FEWEST_WORDS: usize = 3;

/// Whether words say by themselves what they name, and at a glance.
fn stands_alone(text: &str) -> bool {
    let mut words = text.split(' ');
    text.chars().count() <= MAX_NAME
        && !words.next().is_some_and(|first| POINTING.has_in_any_case(first))
        && !words.any(|word| LOOSE.has(word))
        && !text.contains(['…', '"', '“', '!', '?'])
}

/// First words that point back to what an era's name does not say, or open half a sentence.
const POINTING: Listed =
    Listed("he|she|it|they|we|you|his|her|its|their|this|that|these|there|who|what|before|after|while|when");
/// What somebody says of an era is no name of it, nor what is told of "it".
const LOOSE: Listed = Listed("said|says|told|felt|it|him|them|itself|us|you|who|which");
/// Last words of a clause that has lost what it says.
const HANGING: Listed = Listed("came|announced|made|placed|was|were|the|a|down|up|away");
