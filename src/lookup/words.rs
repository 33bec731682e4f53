//! Words and what is known of each: a table of hashes over one text that holds all the words.

use crate::gather::Gather;
use crate::order::InOrder;

/// A slot of the table that no word has.
const FREE: u32 = u32::MAX;

/// Different words, numbered in the order in which they came.
#[derive(Clone, Debug, Default)]
struct Words {
    text: String,
    /// Where each word ends in the text.
    ends: Vec<usize>,
    /// Numbers of words, each at its hash or the next free slot; a power of two, at most half full.
    slots: Vec<u32>,
}

impl Words {
    fn word(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(number).and_then(|end| self.text.get(start..*end)).unwrap_or_default()
    }

    /// The slot where a word stands, or where it would.
    fn slot(&self, word: &str) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash(word) as usize & mask;
        while self.slots.get(at).is_some_and(|number| *number != FREE && self.word(*number as usize) != word) {
            at = (at + 1) & mask;
        }
        at
    }

    fn find(&self, word: &str) -> Option<usize> {
        self.slots.get(self.slot(word)).filter(|number| **number != FREE).map(|number| *number as usize)
    }

    /// The number of a word, which it gets now if it has none.
    fn add(&mut self, word: &str) -> usize {
        if let Some(number) = self.find(word) {
            return number;
        }
        let number = self.ends.len();
        self.text.push_str(word);
        self.ends.push(self.text.len());
        if self.slots.len() < 2 * self.ends.len() {
            self.spread();
        } else {
            self.place(number);
        }
        number
    }

    /// Makes the table twice as large and places all words again.
    fn spread(&mut self) {
        self.slots = vec![FREE; (2 * self.slots.len()).max(16)];
        for number in 0..self.ends.len() {
            self.place(number);
        }
    }

    fn place(&mut self, number: usize) {
        let slot = self.slot(self.word(number));
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = number as u32;
        }
    }

    /// The numbers in the order of the alphabet.
    fn in_order(&self) -> Vec<usize> {
        let mut numbers: Vec<usize> = (0..self.ends.len()).gather();
        numbers.order_by(|a, b| self.word(*a).cmp(self.word(*b)));
        numbers
    }
}

/// FNV-1a, its halves folded together.
fn hash(word: &str) -> u32 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in word.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    (hash ^ (hash >> 32)) as u32
}

/// A value for each of many words.
#[derive(Clone, Debug)]
pub(crate) struct WordMap<V> {
    words: Words,
    values: Vec<V>,
}

impl<V> Default for WordMap<V> {
    fn default() -> Self {
        Self { words: Words::default(), values: Vec::new() }
    }
}

impl<V> WordMap<V> {
    /// The value of a word.
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        self.values.get(self.words.find(word)?)
    }

    /// Whether the word has a value.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.words.find(word).is_some()
    }

    /// Gives a word its value, in place of the one that it had.
    pub(crate) fn insert(&mut self, word: &str, value: V) {
        let number = self.words.add(word);
        match self.values.get_mut(number) {
            Some(held) => *held = value,
            None => self.values.push(value),
        }
    }

    /// Gives a word a value where it has none.
    pub(crate) fn insert_first(&mut self, word: &str, value: V) {
        if !self.contains(word) {
            self.insert(word, value);
        }
    }

    /// Forgets all words.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The values in the order of their words in the alphabet.
    pub(crate) fn into_values_in_order(self) -> impl Iterator<Item = V> {
        let order = self.words.in_order();
        let mut values: Vec<Option<V>> = self.values.into_iter().map(Some).gather();
        order.into_iter().filter_map(move |number| values.get_mut(number)?.take())
    }
}

impl<V: Default> WordMap<V> {
    /// The value of a word, the default one where it has none yet.
    pub(crate) fn value_mut(&mut self, word: &str) -> Option<&mut V> {
        let number = self.words.add(word);
        if number == self.values.len() {
            self.values.push(V::default());
        }
        self.values.get_mut(number)
    }
}

/// A few different words, in the order of the alphabet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordSet(Vec<String>);

impl WordSet {
    fn place(&self, word: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|held| held.as_str().cmp(word))
    }

    /// Adds a word.
    pub(crate) fn insert(&mut self, word: String) {
        if let Err(place) = self.place(&word) {
            self.0.insert(place, word);
        }
    }

    /// Whether it has the word.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.place(word).is_ok()
    }

    /// The words, in order.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, String> {
        self.0.iter()
    }

    /// The words that it has in common with another set, in order.
    pub(crate) fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a String> {
        self.0.iter().filter(|word| other.contains(word))
    }

    /// Takes all words out.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// The words as a list, in order.
    pub(crate) fn into_list(self) -> Vec<String> {
        self.0
    }
}

impl Extend<String> for WordSet {
    fn extend<I: IntoIterator<Item = String>>(&mut self, words: I) {
        for word in words {
            self.insert(word);
        }
    }
}

impl FromIterator<String> for WordSet {
    fn from_iter<I: IntoIterator<Item = String>>(words: I) -> Self {
        let mut set = Self::default();
        set.extend(words);
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    proptest! {
        #[test]
        fn it_finds_what_the_standard_map_finds(words in prop::collection::vec("[a-c]{0,4}", 0..200)) {
            let (mut ours, mut theirs) = (WordMap::default(), BTreeMap::new());
            for (at, word) in words.iter().enumerate() {
                ours.insert(word, at);
                theirs.insert(word.as_str(), at);
            }
            for word in ["", "a", "abc", "cab", "d"] {
                prop_assert_eq!(ours.get(word), theirs.get(word));
            }
            prop_assert_eq!(ours.into_values_in_order().collect::<Vec<_>>(), theirs.into_values().collect::<Vec<_>>());
        }

        #[test]
        fn a_set_holds_each_word_once_and_in_order(words in prop::collection::vec("[a-c]{0,3}", 0..60)) {
            let ours: WordSet = words.iter().cloned().collect();
            prop_assert_eq!(ours.into_list(), words.into_iter().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_empty_map_has_no_word() {
        assert_eq!(WordMap::<u8>::default().get("flood"), None);
    }

    #[test]
    fn counting_words_starts_at_nothing() {
        let mut counts = WordMap::<u32>::default();
        for word in ["dam", "river", "dam"] {
            *counts.value_mut(word).unwrap() += 1;
        }
        assert_eq!((counts.get("dam"), counts.get("river"), counts.get("bridge")), (Some(&2), Some(&1), None));
        counts.insert_first("dam", 9);
        assert_eq!(counts.get("dam"), Some(&2));
    }
}
