//! Looks words up: one table for each language, from hashes to places in word lists. It is built when the language is
//! first read, since hashes do not compress.

use std::hint::select_unpredictable;

use super::spelling::{ShortSpelling, Spelling};
use super::tokens::{Class, Known};

/// Words of one subject with their classes.
pub(super) type Words<C> = &'static [(&'static str, C)];

/// All words of some lists, side by side: a word of a list carries where its letters are and how many, which no
/// compression makes small.
#[derive(Debug)]
pub(super) struct Listed<C, const WORDS: usize, const BYTES: usize> {
    /// The words with a space after each.
    text: [u8; BYTES],
    classes: [C; WORDS],
}

impl<C: Class, const WORDS: usize, const BYTES: usize> Listed<C, WORDS, BYTES> {
    /// For constants: `WORDS` and `BYTES` are those of the lists, by [`words_in`] and [`bytes_in`].
    pub(super) const fn of(lists: &[Words<C>]) -> Self {
        let mut listed = Self { text: [b' '; BYTES], classes: [C::OTHER; WORDS] };
        let (mut list, mut number, mut at) = (0, 0, 0);
        while list < lists.len() {
            let mut place = 0;
            while place < lists[list].len() {
                let (word, class) = lists[list][place];
                let mut byte = 0;
                while byte < word.len() {
                    listed.text[at + byte] = word.as_bytes()[byte];
                    byte += 1;
                }
                listed.classes[number] = class;
                at += word.len() + 1;
                number += 1;
                place += 1;
            }
            list += 1;
        }
        listed
    }
}

/// Words of some lists.
pub(super) const fn words_in<C: Class>(lists: &[Words<C>]) -> usize {
    let (mut words, mut list) = (0, 0);
    while list < lists.len() {
        words += lists[list].len();
        list += 1;
    }
    words
}

/// Bytes of the words of some lists, with a space after each.
pub(super) const fn bytes_in<C: Class>(lists: &[Words<C>]) -> usize {
    let (mut bytes, mut list) = (0, 0);
    while list < lists.len() {
        let mut place = 0;
        while place < lists[list].len() {
            bytes += lists[list][place].0.len() + 1;
            place += 1;
        }
        list += 1;
    }
    bytes
}

/// Places for words: a power of two, and more than twice the number of words, so that each finds one.
const PLACES: usize = 2048;

/// Words that there is room for, and the one that stands for all others.
const ROOM: usize = 1024;

/// The words of a language, each at one of two places that its letters tell (cuckoo hashing), so that none is searched for.
///
/// Half of the words of a text are none of the language's, and which are no processor can foresee. So nothing here
/// branches on it: every word is compared with those that have its places, and one that is another is taken for the
/// first entry, which no word is equal to.
#[derive(Debug)]
pub(super) struct Lexicon<C> {
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
    pub(super) fn of<const WORDS: usize, const BYTES: usize>(listed: &Listed<C, WORDS, BYTES>) -> Self {
        let other = Entry { spelling: Spelling::LONG, known: Known::of(C::OTHER) };
        let signs = std::array::from_fn(|sign| Known::of(C::of_sign(sign as u8)));
        let mut lexicon = Self { numbers: [0; PLACES], entries: [other; ROOM], signs };
        let words = listed.text.split(|byte| *byte == b' ').zip(&listed.classes);
        for (number, (word, class)) in (1..ROOM).zip(words) {
            let spelling = Spelling::of(word);
            lexicon.entries[number] = Entry { spelling, known: Known::of(*class) };
            lexicon.give_place(number as u16);
        }
        lexicon
    }

    /// Gives a word its first place; the one that had it goes to its other one, and so on.
    fn give_place(&mut self, number: u16) {
        let (mut moved, mut at) = (number, None);
        for _ in 0..PLACES {
            let [first, second] = places(self.entries[usize::from(moved) % ROOM].spelling);
            let place = if at == Some(first) { second } else { first };
            moved = std::mem::replace(&mut self.numbers[place], moved);
            if moved == 0 {
                break;
            }
            at = Some(place);
        }
    }

    /// What a word is.
    #[inline(never)]
    pub(super) fn known(&self, spelling: Spelling) -> &Known<C> {
        self.known_by(spelling, |word| spelling.is(word))
    }

    /// What a short word is.
    // Asked at one place, for most words of a text.
    #[inline(always)]
    pub(super) fn known_short(&self, spelling: ShortSpelling) -> &Known<C> {
        self.known_by(spelling.into(), |word| spelling.is(word))
    }

    #[inline(always)]
    fn known_by(&self, spelling: Spelling, is: impl Fn(Spelling) -> bool) -> &Known<C> {
        let entry = |place: usize| &self.entries[usize::from(self.numbers[place]) % ROOM];
        let [first, second] = places(spelling);
        let (first, second) = (entry(first), entry(second));
        let [other, ..] = &self.entries;
        let held = select_unpredictable(is(second.spelling), second, other);
        &select_unpredictable(is(first.spelling), first, held).known
    }

    /// What a sign is.
    #[inline]
    pub(super) fn sign(&self, sign: u8) -> &Known<C> {
        &self.signs[usize::from(sign) % 128]
    }
}

/// The two places of a word, by the upper bits of its hash, which are the better mixed ones.
#[inline]
const fn places(spelling: Spelling) -> [usize; 2] {
    let upper = spelling.hash() >> (u64::BITS - 2 * PLACES.ilog2());
    [upper as usize / PLACES, upper as usize % PLACES]
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
