//! Looks words up: one table for each language, from hashes to places in word lists. It is built when the language is
//! first read, since hashes do not compress.

use std::hint::select_unpredictable;

use super::spelling::{Spelling, mixed};
use super::tokens::{Class, Known};
use crate::gather::Gather;
use crate::order::InOrder;

/// Words of one subject with their classes.
pub(super) type Words<C> = &'static [(&'static str, C)];

/// Places for words, and groups that words come in before they have a place: powers of two, that of the places so much
/// larger than the number of words that each group finds free ones.
const PLACES: usize = 2048;
const GROUPS: usize = 512;

/// The words of a language, found without a search: no two share a place.
///
/// Half of the words of a text are none of the language's, and which are no processor can foresee. So nothing here
/// branches on it: every word is compared with the one that has its place, and one that is another is taken for the
/// first entry, which no word is equal to.
#[derive(Debug)]
pub(super) struct Lexicon<C> {
    /// What moves the words of each group to places where no other word is.
    moves: Box<[u16; GROUPS]>,
    /// For each place the number of its word, 0 where it has none.
    numbers: Box<[u16; PLACES]>,
    /// The words, after one that stands for all others.
    entries: Vec<Entry<C>>,
    other: Entry<C>,
    /// The signs, which are ASCII.
    signs: Box<[Known<C>; 128]>,
}

#[derive(Clone, Copy, Debug)]
struct Entry<C> {
    spelling: Spelling,
    known: Known<C>,
}

impl<C: Class> Lexicon<C> {
    /// A word stands in one list only.
    pub(super) fn of(lists: &[Words<C>]) -> Self {
        let listed = lists.iter().copied().flatten();
        let entry = |(word, class): &(&str, C)| Entry { spelling: Spelling::of(word), known: Known::of(*class) };
        let mut words: Vec<Entry<C>> = listed.map(entry).gather();
        words.order_by_key(|word| word.spelling.hash());
        let other = Entry { spelling: Spelling::LONG, known: Known::of(C::OTHER) };
        let mut lexicon = Self {
            moves: Box::new([0; GROUPS]),
            numbers: Box::new([0; PLACES]),
            entries: vec![other],
            other,
            signs: Box::new(std::array::from_fn(|sign| Known::of(C::of_sign(sign as u8)))),
        };
        for group in words.chunk_by(|one, other| group(one.spelling.hash()) == group(other.spelling.hash())) {
            lexicon.add(group);
        }
        lexicon
    }

    /// Adds a group of words with the first move that fits all of them.
    fn add(&mut self, words: &[Entry<C>]) {
        let hashes: Vec<u64> = words.iter().map(|word| word.spelling.hash()).gather();
        let is_free = |place: usize, others: &[u64], by: u16| {
            self.numbers[place] == 0 && others.iter().all(|other| self::place(*other, by) != place)
        };
        let fits =
            |by: &u16| hashes.iter().enumerate().all(|(at, hash)| is_free(place(*hash, *by), &hashes[..at], *by));
        let by = (0..=u16::MAX).find(fits).unwrap_or(0);
        for (word, hash) in words.iter().zip(hashes) {
            self.moves[group(hash)] = by;
            self.numbers[place(hash, by)] = self.entries.len() as u16;
            self.entries.push(*word);
        }
    }

    /// What a word is.
    #[inline]
    pub(super) fn known(&self, spelling: Spelling) -> &Known<C> {
        let hash = spelling.hash();
        let number = usize::from(self.numbers[place(hash, self.moves[group(hash)])]);
        let entry = self.entries.get(number).unwrap_or(&self.other);
        &select_unpredictable(entry.spelling.is(spelling), entry, &self.other).known
    }

    /// What a sign is.
    #[inline]
    pub(super) fn sign(&self, sign: u8) -> &Known<C> {
        &self.signs[usize::from(sign) % 128]
    }
}

/// The group that a hash belongs to, by its upper bits.
#[inline]
const fn group(hash: u64) -> usize {
    (hash >> (u64::BITS - GROUPS.ilog2())) as usize
}

/// The place of a hash in a group that is moved: it is mixed once more, so that each move is another throw of the dice.
#[inline]
const fn place(hash: u64, by: u16) -> usize {
    (mixed(hash ^ by as u64) >> (u64::BITS - PLACES.ilog2())) as usize
}

/// Fails where a word of a lexicon is not found under its own class, as when it stands in two lists, or where classes
/// that are not the same are equal.
#[cfg(test)]
pub(super) fn assert_every_word_is_found<C: Class>(lexicon: &Lexicon<C>) {
    let words = lexicon.entries.len();
    assert!(words * 2 <= PLACES, "{words} words want more than {PLACES} places");
    for (number, Entry { spelling, known }) in lexicon.entries.iter().enumerate().skip(1) {
        assert_ne!(*spelling, Spelling::LONG, "word {number} is longer than a spelling has room for");
        assert_eq!(lexicon.known(*spelling).class, known.class, "word {number} stands in two lists, or has no place");
    }
    let written: Vec<(C, String)> =
        lexicon.entries.iter().map(|entry| (entry.known.class, format!("{:?}", entry.known.class))).collect();
    for (one, one_written) in &written {
        assert!(written.iter().all(|(other, other_written)| (one == other) == (one_written == other_written)));
    }
    for other in [Spelling::of("timeline"), Spelling::LONG] {
        assert_eq!(lexicon.known(other).class, C::OTHER);
    }
}
