//! Looks words up: one table for each language, from hashes to places in word lists. It is built when the language is
//! first read, since hashes do not compress.

use super::scan::{HASH_START, hashed, small_letter};

/// Words of one subject with their classes.
pub(super) type Words<C> = &'static [(&'static str, C)];

/// The words of a language. `SLOTS` is a power of two, about four times their number: few look-ups probe twice.
#[derive(Debug)]
pub(super) struct Lexicon<C: 'static, const SLOTS: usize> {
    slots: Box<[Slot<C>]>,
}

/// A word with its hash and class; a taken slot sends the next word on.
#[derive(Clone, Copy, Debug)]
struct Slot<C> {
    hash: u32,
    /// Empty where the slot is.
    word: &'static str,
    class: Option<C>,
}

impl<C: Copy, const SLOTS: usize> Lexicon<C, SLOTS> {
    /// A word stands in one list only.
    pub(super) fn of(lists: &[Words<C>]) -> Self {
        let mut slots = vec![Slot { hash: 0, word: "", class: None }; SLOTS].into_boxed_slice();
        for (word, class) in lists.iter().copied().flatten() {
            let hash = hash_of(word);
            let mut at = slot_from_hash(hash, SLOTS);
            while slots.get(at).is_some_and(|slot| slot.class.is_some()) {
                at = (at + 1) % SLOTS;
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = Slot { hash, word, class: Some(*class) };
            }
        }
        Self { slots }
    }

    /// The class of a word, given its hash and spelling.
    #[inline]
    pub(super) fn class_of(&self, hash: u32, spelling: &[u8]) -> Option<C> {
        let mut at = slot_from_hash(hash, SLOTS);
        loop {
            let slot = self.slots.get(at)?;
            if slot.class.is_none() || slot.hash == hash && is_same_word(slot.word.as_bytes(), spelling) {
                return slot.class;
            }
            at = (at + 1) % SLOTS;
        }
    }
}

fn hash_of(word: &str) -> u32 {
    word.bytes().fold(HASH_START, hashed)
}

/// The high bits of an FNV hash are better mixed than the low ones.
const fn slot_from_hash(hash: u32, slots: usize) -> usize {
    (hash ^ (hash >> 15)) as usize % slots
}

/// Compares without case and without the stops of initials.
fn is_same_word(word: &[u8], spelling: &[u8]) -> bool {
    if word.len() == spelling.len() {
        // Short words, and most of them the same: a plain loop is faster than to call for a comparison of memory.
        return word.iter().zip(spelling).all(|(one, other)| *one == other.to_ascii_lowercase())
            || !word.is_ascii() && is_same_with_accents(word, spelling);
    }
    spelling.contains(&b'.')
        && spelling.iter().filter(|byte| **byte != b'.').map(u8::to_ascii_lowercase).eq(word.iter().copied())
}

/// Compares without case where there are letters with accents.
fn is_same_with_accents(word: &[u8], spelling: &[u8]) -> bool {
    let (Ok(word), Ok(spelling)) = (str::from_utf8(word), str::from_utf8(spelling)) else { return false };
    spelling.chars().map(|c| small_letter(c).to_ascii_lowercase()).eq(word.chars())
}

/// Fails where a word of a lexicon is not found under its own class, as when it stands in two lists.
#[cfg(test)]
pub(super) fn assert_every_word_is_found<C: Copy + PartialEq + std::fmt::Debug, const SLOTS: usize>(
    lexicon: &Lexicon<C, SLOTS>,
) {
    let words: Vec<(&str, C)> = lexicon.slots.iter().filter_map(|slot| Some((slot.word, slot.class?))).collect();
    assert!(SLOTS.is_power_of_two() && words.len() * 2 < SLOTS, "{} words want more than {SLOTS} slots", words.len());
    for (word, class) in words {
        assert_eq!(lexicon.class_of(hash_of(word), word.as_bytes()), Some(class), "{word} stands in two lists");
        assert_eq!(lexicon.class_of(hash_of(word), word.to_ascii_uppercase().as_bytes()), Some(class));
    }
    assert_eq!(lexicon.class_of(hash_of("timeline"), b"timeline"), None);
}
