//! Values by number, in the order of the numbers.

use std::ops::Range;

/// A chunk that grows longer becomes two.
const LONGEST_CHUNK: usize = 128;

/// A value for each of some numbers: a list of sorted chunks, so that a new number between others moves only a few.
#[derive(Clone, Debug)]
pub(crate) struct SortedMap<K, V> {
    /// None of them is empty.
    chunks: Vec<Vec<(K, V)>>,
}

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self { chunks: Vec::new() }
    }
}

impl<K: Copy + Ord, V> SortedMap<K, V> {
    /// The chunk in which a number stands or would stand, and its place there.
    #[inline(never)]
    fn place(&self, key: K) -> (usize, Result<usize, usize>) {
        let after = self.chunks.partition_point(|chunk| chunk.first().is_some_and(|(first, _)| *first <= key));
        let at = after.saturating_sub(1);
        (at, self.chunks.get(at).map_or(Err(0), |chunk| place_in(chunk, key)))
    }

    /// The value of a number.
    #[inline(never)]
    pub(crate) fn get(&self, key: K) -> Option<&V> {
        let (at, place) = self.place(key);
        self.chunks.get(at)?.get(place.ok()?).map(|(_, value)| value)
    }

    /// The value of a number, to change.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn get_mut(&mut self, key: K) -> Option<&mut V> {
        let (at, place) = self.place(key);
        self.chunks.get_mut(at)?.get_mut(place.ok()?).map(|(_, value)| value)
    }

    /// Whether the number has a value.
    pub(crate) fn contains(&self, key: K) -> bool {
        self.get(key).is_some()
    }

    /// Gives a number its value, in place of the one that it had.
    #[inline(never)]
    pub(crate) fn insert(&mut self, key: K, value: V) {
        let (at, place) = self.place(key);
        let Some(chunk) = self.chunks.get_mut(at) else {
            self.chunks.push(vec![(key, value)]);
            return;
        };
        match place {
            Ok(place) => {
                if let Some(held) = chunk.get_mut(place) {
                    held.1 = value;
                }
            }
            Err(place) => {
                chunk.insert(place, (key, value));
                if chunk.len() > LONGEST_CHUNK {
                    let second = chunk.split_off(LONGEST_CHUNK / 2);
                    self.chunks.insert(at + 1, second);
                }
            }
        }
    }

    /// Takes the value of a number out.
    #[inline(never)]
    pub(crate) fn remove(&mut self, key: K) -> Option<V> {
        let (at, place) = self.place(key);
        let (chunk, place) = (self.chunks.get_mut(at)?, place.ok()?);
        let (_, value) = chunk.remove(place);
        if chunk.is_empty() {
            self.chunks.remove(at);
        }
        Some(value)
    }

    /// Keeps what a test lets stay.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn retain(&mut self, mut stays: impl FnMut(K, &mut V) -> bool) {
        for chunk in &mut self.chunks {
            chunk.retain_mut(|(key, value)| stays(*key, value));
        }
        self.chunks.retain(|chunk| !chunk.is_empty());
    }

    /// Numbers and values in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &(K, V)> {
        self.chunks.iter().flatten()
    }

    /// What lies in a range, in order.
    pub(crate) fn between(&self, range: Range<K>) -> impl DoubleEndedIterator<Item = &(K, V)> {
        let chunks = self.chunks.get(self.chunks_of(&range)).unwrap_or_default();
        chunks.iter().flat_map(move |chunk| chunk.get(places_of(chunk, &range)).unwrap_or_default())
    }

    /// What lies in a range, to change.
    pub(crate) fn between_mut(&mut self, range: Range<K>) -> impl Iterator<Item = &mut (K, V)> {
        let chunks = self.chunks_of(&range);
        let chunks = self.chunks.get_mut(chunks).unwrap_or_default();
        chunks.iter_mut().flat_map(move |chunk| {
            let places = places_of(chunk, &range);
            chunk.get_mut(places).unwrap_or_default()
        })
    }

    #[inline(never)]
    fn chunks_of(&self, range: &Range<K>) -> Range<usize> {
        self.place(range.start).0..self.place(range.end).0.saturating_add(1).min(self.chunks.len())
    }

    /// Numbers and values, in order.
    pub(crate) fn into_entries(self) -> impl Iterator<Item = (K, V)> {
        self.chunks.into_iter().flatten()
    }
}

#[inline(never)]
fn place_in<K: Copy + Ord, V>(chunk: &[(K, V)], key: K) -> Result<usize, usize> {
    chunk.binary_search_by(|(held, _)| held.cmp(&key))
}

#[inline(never)]
fn places_of<K: Copy + Ord, V>(chunk: &[(K, V)], range: &Range<K>) -> Range<usize> {
    let place = |key| place_in(chunk, key).unwrap_or_else(|place| place);
    place(range.start)..place(range.end)
}

impl<K: Copy + Ord, V> Extend<(K, V)> for SortedMap<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K: Copy + Ord, V> FromIterator<(K, V)> for SortedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::default();
        map.extend(entries);
        map
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn it_holds_what_the_standard_map_holds(
            steps in prop::collection::vec((any::<bool>(), 0..600_i32), 0..900),
            start in 0..600_i32,
            length in 0..300_i32,
        ) {
            let (mut ours, mut theirs) = (SortedMap::default(), BTreeMap::new());
            for (at, (stays, key)) in steps.into_iter().enumerate() {
                if stays || at < 400 {
                    ours.insert(key, at);
                    theirs.insert(key, at);
                } else {
                    prop_assert_eq!(ours.remove(key), theirs.remove(&key));
                }
            }
            let range = start..start + length;
            let expected: Vec<_> = theirs.range(range.clone()).map(|(key, at)| (*key, *at)).collect();
            prop_assert_eq!(ours.between(range.clone()).copied().collect::<Vec<_>>(), expected.clone());
            prop_assert_eq!(ours.between_mut(range).map(|entry| *entry).collect::<Vec<_>>(), expected);
            prop_assert_eq!(ours.get(start), theirs.get(&start));
            prop_assert_eq!(ours.into_entries().collect::<Vec<_>>(), theirs.into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_range_turned_round_holds_nothing() {
        let map: SortedMap<i32, ()> = (0..5).map(|at| (at, ())).collect();
        #[expect(clippy::reversed_empty_ranges, reason = "the empty range is what is asked for")]
        let turned = 4..1;
        assert_eq!(map.between(turned).count(), 0);
    }
}
