//! Looks words up: one table for each language, from hashes to places in word lists. It is built when the language is
//! first read, since hashes do not compress.

use std::hint::select_unpredictable;
use std::mem::swap;

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

/// The words of a language, each at one of two places that its letters tell (cuckoo hashing), so that none is searched for.
///
/// Half of the words of a text are none of the language's, and which are no processor can foresee. So nothing here
/// branches on it: every word is compared with those at its places, and one that is neither is another.
///
/// What is compared stands side by side, apart from the rest: most words are short and told by their heads alone, which
/// fit the nearest cache.
#[derive(Debug)]
pub(super) struct Lexicon<C> {
    /// The spelling of the word at each place, that of no word where it has none.
    heads: [u64; PLACES],
    tails: [u64; PLACES],
    /// What it is.
    known: [Known<C>; PLACES],
    /// What all other words are.
    other: Known<C>,
    /// The signs, which are ASCII.
    signs: [Known<C>; 128],
}

impl<C: Class> Lexicon<C> {
    /// A word stands in one list only.
    pub(super) fn of<const WORDS: usize, const BYTES: usize>(listed: &Listed<C, WORDS, BYTES>) -> Self {
        let other = Known::of(C::OTHER);
        let Spelling { head, tail } = Spelling::LONG;
        let signs = std::array::from_fn(|sign| Known::of(C::of_sign(sign as u8)));
        let mut lexicon = Self { heads: [head; PLACES], tails: [tail; PLACES], known: [other; PLACES], other, signs };
        let words = listed.text.split(|byte| *byte == b' ').zip(&listed.classes);
        for (word, class) in words {
            lexicon.give_place(Spelling::of(word), Known::of(*class));
        }
        lexicon
    }

    /// Gives a word its first place; the one that had it goes to its other one, and so on.
    fn give_place(&mut self, mut moved: Spelling, mut known: Known<C>) {
        let mut at = None;
        for _ in 0..PLACES {
            if moved == Spelling::LONG {
                break;
            }
            let [first, second] = places(moved);
            let place = if at == Some(first) { second } else { first };
            swap(&mut moved.head, &mut self.heads[place]);
            swap(&mut moved.tail, &mut self.tails[place]);
            swap(&mut known, &mut self.known[place]);
            at = Some(place);
        }
    }

    /// What a word is.
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(super) fn known(&self, spelling: Spelling) -> &Known<C> {
        self.known_by(spelling, |place| spelling.is(Spelling { head: self.heads[place], tail: self.tails[place] }))
    }

    /// What a short word is.
    // Asked at one place, for most words of a text.
    #[inline(always)]
    pub(super) fn known_short(&self, spelling: ShortSpelling) -> &Known<C> {
        self.known_by(spelling.into(), |place| spelling.is(self.heads[place]))
    }

    /// `is_at` says whether the word has a place.
    #[inline(always)]
    fn known_by(&self, spelling: Spelling, is_at: impl Fn(usize) -> bool) -> &Known<C> {
        let [first, second] = places(spelling);
        let held = select_unpredictable(is_at(second), &self.known[second], &self.other);
        select_unpredictable(is_at(first), &self.known[first], held)
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
    let spellings = lexicon.heads.iter().zip(&lexicon.tails).map(|(head, tail)| Spelling { head: *head, tail: *tail });
    let words = spellings.zip(&lexicon.known).filter(|(spelling, _)| *spelling != Spelling::LONG);
    let words: Vec<(Spelling, &Known<C>)> = words.collect();
    assert_eq!(words.len(), lists.iter().copied().map(<[_]>::len).sum::<usize>(), "the lexicon wants more room");
    for (spelling, known) in &words {
        assert_eq!(
            lexicon.known(*spelling).class,
            known.class,
            "{spelling:?} stands in two lists, is too long or has no place"
        );
    }
    let written: Vec<(C, String)> =
        words.iter().map(|(_, known)| (known.class, format!("{:?}", known.class))).collect();
    for (one, one_written) in &written {
        assert!(written.iter().all(|(other, other_written)| (one == other) == (one_written == other_written)));
    }
    for other in [Spelling::of(b"timeline"), Spelling::LONG] {
        assert_eq!(lexicon.known(other).class, C::OTHER);
    }
}
