//! Putting things in order, with one small merge sort.
//!
//! The standard library's sorts are compiled anew for each type and comparison, 5 KB a time: at fifty places they were a
//! quarter of what a page loads. This one is compiled once and works on places; what is compiled for each type is the
//! comparison and the exchange. It is stable.

use crate::gather::Gather;
use std::cmp::Ordering;

/// Runs up to this length are put in order by insertion.
const SHORT_RUN: usize = 8;

/// Sorting for slices.
pub(crate) trait InOrder<T> {
    /// Sorts by a comparison; equal items keep their order.
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Sorts by a key; equal items keep their order.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Sorts by a key that is worked out once for each item.
    fn order_by_cached_key<K: Ord>(&mut self, key: impl Fn(&T) -> K);

    /// Sorts in the items' own order.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }
}

impl<T> InOrder<T> for [T] {
    fn order_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let items = &*self;
        let places = places_in_order(items.len(), &|a, b| match (items.get(a), items.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        });
        exchange(self, places);
    }

    fn order_by_cached_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).gather();
        let places = places_in_order(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
        exchange(self, places);
    }
}

/// Brings the item of each place to where the place stands.
#[inline(never)]
fn exchange<T>(items: &mut [T], places: Vec<usize>) {
    for (at, from) in exchanges(places) {
        items.swap(at, from);
    }
}

/// The exchanges that bring the item of each place to where the place stands, each cycle of the permutation by itself.
#[inline(never)]
fn exchanges(mut places: Vec<usize>) -> Vec<(usize, usize)> {
    let mut exchanges = Vec::new();
    for start in 0..places.len() {
        let mut at = start;
        while let Some(place) = places.get_mut(at) {
            let from = std::mem::replace(place, at);
            if from == start || from == at {
                break;
            }
            exchanges.push((at, from));
            at = from;
        }
    }
    exchanges
}

/// The places of so many items, in order.
fn places_in_order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).gather();
    for run in places.chunks_mut(SHORT_RUN) {
        insert_in_order(run, compare);
    }
    let mut merged = Vec::with_capacity(count);
    let mut length = SHORT_RUN;
    while length < count {
        merged.clear();
        for pair in places.chunks(2 * length) {
            let (left, right) = pair.split_at(length.min(pair.len()));
            merge(left, right, compare, &mut merged);
        }
        std::mem::swap(&mut places, &mut merged);
        length *= 2;
    }
    places
}

fn insert_in_order(run: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    for end in 1..run.len() {
        let mut at = end;
        while let Some([before, here]) = at.checked_sub(1).and_then(|before| run.get_mut(before..=at)) {
            if compare(*before, *here) != Ordering::Greater {
                break;
            }
            std::mem::swap(before, here);
            at -= 1;
        }
    }
}

fn merge(mut left: &[usize], mut right: &[usize], compare: &dyn Fn(usize, usize) -> Ordering, out: &mut Vec<usize>) {
    while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
        if compare(*a, *b) == Ordering::Greater {
            out.push(*b);
            right = right_rest;
        } else {
            out.push(*a);
            left = left_rest;
        }
    }
    out.extend_from_slice(left);
    out.extend_from_slice(right);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(items in prop::collection::vec((0..20_u8, any::<u16>()), 0..300)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            ours.order_by_key(|item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn words_come_in_the_order_of_the_alphabet() {
        let mut words = vec!["river", "bridge", "flood", "bridge", "dam"];
        words.order();
        assert_eq!(words, ["bridge", "bridge", "dam", "flood", "river"]);
    }
}
