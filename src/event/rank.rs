//! What is decided over all events together: the order, the scale of salience, which span an event belongs to.

use super::assemble::Assembled;
use super::identity;
use super::model::Extent;
use crate::calendar::{Bound, Edtf, EdtfDate, Grain, Period};
use crate::gather::Gather;
use crate::lookup::words::WordMap;
use crate::order::InOrder;

/// What one article that refers to a date adds to the weight of its main event.
const WORTH_PARTS: u32 = 36;

/// Brings events into the order of time and gives each its salience and its span.
pub(super) fn settle(dated: &mut [Assembled], undated: &mut [Assembled], worth: &[(Period, u32)]) {
    add_worth(dated, worth);
    let heaviest = dated.iter().chain(undated.iter()).map(|entry| entry.weight).max().unwrap_or(1).max(1);
    for entry in dated.iter_mut().chain(undated.iter_mut()) {
        // Four decimals keep thousands of events apart, and are short to write.
        entry.event.salience = f64::from(entry.weight * 10_000 / heaviest) / 10_000.0;
    }
    dated.order_by(|a, b| {
        let start = |entry: &Assembled| entry.event.date.map(|date| date.first_day().or(date.end_day()));
        start(a).cmp(&start(b)).then_with(|| b.weight.cmp(&a.weight)).then_with(|| a.event.id.cmp(&b.event.id))
    });
    undated.order_by(|a, b| {
        // Those without a bound come last: they say the least.
        let bound = |entry: &Assembled| {
            let day = entry.event.after.and_then(Edtf::first_day);
            (day.is_none(), day)
        };
        bound(a).cmp(&bound(b)).then_with(|| b.weight.cmp(&a.weight)).then_with(|| a.event.id.cmp(&b.event.id))
    });
    number_twins(dated.iter_mut().chain(undated.iter_mut()));
    set_spans(dated);
}

/// The same sentence in two articles may tell of two events: the later one gets an id of its own.
fn number_twins<'e>(entries: impl Iterator<Item = &'e mut Assembled>) {
    let mut used: WordMap<usize> = WordMap::default();
    for entry in entries {
        let id = &mut entry.event.id;
        let count = used.get(id.as_str()).map_or(1, |count| count + 1);
        used.insert(id, count);
        if count > 1 {
            *id = identity::id('e', &[id, &count.to_string()]);
        }
    }
}

/// What the articles make of a date counts for the event that they tell most of, and not for all that happened then.
fn add_worth(dated: &mut [Assembled], worth: &[(Period, u32)]) {
    let period = |entry: &Assembled| entry.event.date.and_then(Edtf::single);
    let mut order: Vec<(Period, u32, usize)> =
        dated.iter().enumerate().filter_map(|(at, entry)| Some((period(entry)?, entry.weight, at))).gather();
    order.order_by(|a, b| {
        a.0.cmp(&b.0).then_with(|| b.1.cmp(&a.1)).then_with(|| dated[a.2].event.id.cmp(&dated[b.2].event.id))
    });
    order.dedup_by_key(|(period, _, _)| *period);
    for (period, _, at) in order {
        let found = worth.binary_search_by(|(held, _)| held.cmp(&period));
        if let Some((_, worth)) = found.ok().and_then(|found| worth.get(found)) {
            dated[at].weight += worth * WORTH_PARTS / 10;
        }
    }
    // What lasted is referred to by those who tell of it: no day, month or year is its own.
    for entry in dated.iter_mut().filter(|entry| entry.event.extent == Extent::Throughout && period(entry).is_none()) {
        let mut articles = entry.event.mentions.iter().map(|mention| mention.article).gather();
        articles.order();
        articles.dedup();
        entry.weight += u32::try_from(articles.len()).unwrap_or(0) * WORTH_PARTS;
    }
}

/// A moment that lies in a span and shares its names and words is part of it: an invasion and a withdrawal of a war.
fn set_spans(dated: &mut [Assembled]) {
    let spans: Vec<(usize, i32, i32)> = dated
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.event.extent == Extent::Throughout)
        .filter_map(|(at, entry)| {
            let date = entry.event.date?;
            Some((at, date.first_day()?.ordinal(), date.end_day()?.ordinal()))
        })
        .filter(|(_, from, to)| to - from > 366)
        .gather();
    for at in 0..dated.len() {
        if dated[at].event.extent == Extent::Throughout {
            continue;
        }
        let Some((from, to)) =
            dated[at].event.date.and_then(|date| Some((date.first_day()?.ordinal(), date.end_day()?.ordinal())))
        else {
            continue;
        };
        let holder = spans
            .iter()
            .filter(|(_, start, end)| *start <= from && to <= *end)
            .filter(|(span, _, _)| shared_names(&dated[at], &dated[*span]) >= 2 || is_end_of(&dated[at], &dated[*span]))
            .min_by_key(|(span, start, end)| (end - start, *span));
        if let Some((span, _, _)) = holder {
            dated[at].event.part_of = Some(dated[*span].event.id.clone());
            firm_up(dated, *span, at);
        }
    }
}

/// A span that is only thought to end about a year ends in it, where a moment of the span is told in that year.
fn firm_up(dated: &mut [Assembled], span: usize, moment: usize) {
    let told = dated[moment].event.date.and_then(Edtf::single).filter(|period| period.grain() == Grain::Year);
    let Some(Edtf::Interval(start, Bound::Date(end))) = dated[span].event.date else { return };
    if end.is_approximate()
        && told == Some(end.period)
        && dated[moment].event.date.is_some_and(|date| !date.is_approximate())
    {
        dated[span].event.date = Some(Edtf::Interval(start, Bound::Date(EdtfDate::exact(end.period))));
    }
}

fn shared_names(a: &Assembled, b: &Assembled) -> usize {
    a.keys.iter().filter(|key| key.starts_with('=') && b.keys.contains(key)).count()
}

/// The one who is in the span does something in its first or last year.
fn is_end_of(moment: &Assembled, span: &Assembled) -> bool {
    let years = |entry: &Assembled| {
        let date = entry.event.date?;
        Some((date.first_day()?.year(), date.end_day()?.plus_days(-1)?.year()))
    };
    let (Some((from, to)), Some((start, end))) = (years(moment), years(span)) else { return false };
    from == to && (from == start || from == end) && shared_names(moment, span) >= 1
}
