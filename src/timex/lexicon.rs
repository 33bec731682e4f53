//! Looks words up: one table for each language, from hashes to places in word lists. It is built when the language is
//! first read, since hashes do not compress.

use std::hint::select_unpredictable;
use std::iter::successors;

use super::spelling::{Spelling, mixed};
use super::tokens::{Class, Known};

/// Words of one subject with their classes.
pub(super) type Words<C> = &'static [(&'static str, C)];

/// Places for words, and groups that words come in before they have a place: powers of two, that of the places so much
/// larger than the number of words that each group finds free ones.
const PLACES: usize = 2048;
const GROUPS: usize = 512;

/// Words that there is room for, and the one that stands for all others.
const ROOM: usize = 1024;

/// The words of a language, found without a search: no two share a place.
///
/// Half of the words of a text are none of the language's, and which are no processor can foresee. So nothing here
/// branches on it: every word is compared with the one that has its place, and one that is another is taken for the
/// first entry, which no word is equal to.
#[derive(Debug)]
pub(super) struct Lexicon<C> {
    /// What moves the words of each group to places where no other word is.
    moves: [u16; GROUPS],
    /// For each place the number of its word, 0 where it has none.
    numbers: [u16; PLACES],
    /// The words, after one that stands for all others.
    entries: [Entry<C>; ROOM],
    /// The signs, which are ASCII.
    signs: [Known<C>; 128],
}

#[derive(Clone, Copy, Debug)]
struct Entry<C> {
    spelling: Spelling,
    known: Known<C>,
}

impl<C: Class> Lexicon<C> {
    /// A word stands in one list only.
    pub(super) fn of(lists: &[Words<C>]) -> Self {
        let other = Entry { spelling: Spelling::LONG, known: Known::of(C::OTHER) };
        let signs = std::array::from_fn(|sign| Known::of(C::of_sign(sign as u8)));
        let mut lexicon = Self { moves: [0; GROUPS], numbers: [0; PLACES], entries: [other; ROOM], signs };
        // The words of each group by their numbers: the last, and for each word the one before.
        let (mut last, mut before) = ([0_u16; GROUPS], [0_u16; ROOM]);
        for (number, (word, class)) in (1..ROOM).zip(lists.iter().copied().flatten()) {
            let spelling = Spelling::of(word.as_bytes());
            lexicon.entries[number] = Entry { spelling, known: Known::of(*class) };
            before[number] = std::mem::replace(&mut last[group(spelling.hash())], number as u16);
        }
        for (group, last) in last.into_iter().enumerate() {
            let words = successors(Some(last), |number| before.get(usize::from(*number)).copied());
            let words = words.take_while(|number| *number > 0);
            lexicon.moves[group] = (0..u16::MAX).find(|by| lexicon.take_places(words.clone(), *by)).unwrap_or(u16::MAX);
        }
        lexicon
    }

    /// Gives the words of a group their places after a move, if all of these are free.
    fn take_places(&mut self, words: impl Iterator<Item = u16> + Clone, by: u16) -> bool {
        let place_of = |number: u16| place(self.entries[usize::from(number) % ROOM].spelling.hash(), by);
        let taken = words.clone().find(|number| {
            let held = &mut self.numbers[place_of(*number)];
            let is_free = *held == 0;
            if is_free {
                *held = *number;
            }
            !is_free
        });
        if let Some(taken) = taken {
            for number in words.take_while(|number| *number != taken) {
                self.numbers[place_of(number)] = 0;
            }
        }
        taken.is_none()
    }

    /// What a word is.
    #[inline]
    pub(super) fn known(&self, spelling: Spelling) -> &Known<C> {
        let hash = spelling.hash();
        let number = usize::from(self.numbers[place(hash, self.moves[group(hash)])]);
        let [other, ..] = &self.entries;
        let entry = &self.entries[number % ROOM];
        &select_unpredictable(entry.spelling.is(spelling), entry, other).known
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
pub(super) fn assert_every_word_is_found<C: Class>(lexicon: &Lexicon<C>, lists: &[Words<C>]) {
    let words = lexicon.entries.iter().skip(1).take_while(|entry| entry.spelling != Spelling::LONG);
    let words: Vec<&Entry<C>> = words.collect();
    assert_eq!(words.len(), lists.iter().copied().map(<[_]>::len).sum::<usize>(), "the lexicon wants more room");
    for (number, Entry { spelling, known }) in words.iter().enumerate() {
        assert_eq!(
            lexicon.known(*spelling).class,
            known.class,
            "word {number} stands in two lists, is too long or has no place"
        );
    }
    let written: Vec<(C, String)> =
        words.iter().map(|entry| (entry.known.class, format!("{:?}", entry.known.class))).collect();
    for (one, one_written) in &written {
        assert!(written.iter().all(|(other, other_written)| (one == other) == (one_written == other_written)));
    }
    for other in [Spelling::of(b"timeline"), Spelling::LONG] {
        assert_eq!(lexicon.known(other).class, C::OTHER);
    }
}
